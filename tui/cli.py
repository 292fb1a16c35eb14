"""The command line: what was asked for, the one clock, and the exit code. Textual is imported last, and only for a screen."""

from __future__ import annotations

import errno
import os
import sys
from argparse import ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import date as Date
from datetime import datetime
from pathlib import Path

from agendas.version import VERSION
from exports.formats import FORMS
from tui.commands.parser import Parser, speak_swedish
from tui.commands.stop import UNREADABLE, WELL, Stop, tell

os.environ.setdefault("ESCDELAY", "25")  # read when Textual is imported: else a lone Esc waits 100 ms

EXIT_CODES = """\
Utgångskoder: 0 allt väl · 1 fel i indata eller granskning · 2 fel användning · 3 kunde inte läsa eller skriva

SAMMANTRÄDE är ett id ur ”klubban lista”, en entydig del av det, en sessionsfil eller en arkivfil; utelämnat = det senaste."""

ALIASES = {"fortsatt": "fortsätt", "läsin": "läs-in", "lasin": "läs-in", "radda": "rädda", "ordforande": "ordförande"}
"""Other spellings of the commands, for keyboards and shells without å ä ö."""


SHELLS = ("bash", "zsh", "fish", "powershell")
"""Whose completion `komplettering` writes."""

PAPERS = ("röstlista", "expediering", "uppföljning", "omedelbar")
"""What `handling` makes."""


def clock() -> datetime:
    """The one clock of the program: the aware local time."""
    return datetime.now().astimezone()


def day(text: str) -> Date:
    """A date from the command line. Years far off are a slip of the finger, and nothing can be counted from them."""
    try:
        found = Date.fromisoformat(text)
    except ValueError:
        found = Date.min
    if not 1900 <= found.year <= 2999:
        raise ArgumentTypeError(f"”{text}” är inget datum; skriv 2026-03-17")
    return found


def parser() -> Parser:
    """All commands with their help."""
    top = Parser(prog="klubban", description="Klubban: för protokoll vid kommunala sammanträden.", epilog=EXIT_CODES)
    top.add_argument("--version", action="version", version=f"klubban {VERSION}", help="visa versionen")
    commands = top.add_subparsers(dest="kommando", metavar="KOMMANDO", title="kommandon")

    def command(name: str, help: str) -> Parser:
        made = commands.add_parser(name, help=help, description=help)
        assert isinstance(made, Parser)
        return made

    def with_meeting(made: Parser) -> None:
        made.add_argument("sammanträde", nargs="?", metavar="SAMMANTRÄDE", help="vilket sammanträde; utelämnat = det senaste")

    def with_output(made: Parser, *formats: str) -> None:
        made.add_argument("--format", choices=formats, help=f"filformat; utelämnat = som filnamnet slutar, annars {formats[0]}")
        made.set_defaults(formats=formats)
        made.add_argument("--offentlig", action="store_true", help="utan det som är hemligt")
        made.add_argument("--stil", metavar="STIL", help="husstil: inbyggt namn eller fil")
        made.add_argument("--mall", metavar="FIL", help="kommunens egen Wordfil som mall (docx); annars den som husstilen nämner")
        made.add_argument("--agenda", metavar="FIL", help="lägg en annan agenda med samma rubriker och namn under händelserna")
        made.add_argument("-o", metavar="FIL", help="skriv hit; - är stdout")
        made.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")

    starta = command("starta", "öppna sammanträdet (fortsätter om det har börjat)")
    starta.add_argument("agenda", metavar="AGENDA.toml", help="dagordningen")
    rad = command("rad", "sammanträdet i rader: utan helskärm, för skärmläsare och punktskrift")
    rad.add_argument("sammanträde", nargs="?", metavar="AGENDA.toml|SAMMANTRÄDE", help="dagordningen, eller ett sammanträde att fortsätta")
    with_meeting(command("fortsätt", "fortsätt det senaste sammanträdet, eller det nämnda"))
    ordförande = command("ordförande", "ordförandens vy, som bara läser")
    with_meeting(ordförande)
    ordförande.add_argument("--offentlig", action="store_true", help="projektorns vy: paragraf, rubrik, yrkanden och beslut")
    command("lista", "sammanträden på den här datorn")
    command("exempel", "öva på ett verkligt sammanträde; utan terminal spelas det upp och protokollet skrivs")
    ny = command("ny", "en ny dagordning: ett skelett att fylla i, eller efter ett tidigare sammanträde")
    ny.add_argument("--efter", nargs="?", const="", metavar="SAMMANTRÄDE", help="nästa efter detta: personer, §, det som ligger kvar")
    ny.add_argument("--till", metavar="ORGAN", help="det som föreslogs blir ärenden för detta organ")
    importera = command("importera", "en kallelse (.txt .md .pdf .docx) till en dagordning; det tveksamma sägs")
    importera.add_argument("kallelse", metavar="KALLELSE", help="kallelsen, tjänsteskrivelserna eller ett protokoll")
    for made in (ny, importera):
        made.add_argument("--personer", metavar="FIL", help="ledamöter ur en dagordning, lista eller ett protokoll")
        made.add_argument("-o", metavar="FIL", help="skriv hit; - är stdout")
        made.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")
    kontrollera = command("kontrollera", "fel och varningar i dagordningar, med rad")
    kontrollera.add_argument("agenda", nargs="+", metavar="AGENDA.toml", help="en eller flera filer")
    with_meeting(command("granska", "vad som saknas eller ser fel ut: allvar, regel, §, text"))
    protokoll = command("protokoll", "protokollet")
    with_meeting(protokoll)
    with_output(protokoll, *FORMS, "json")
    protokoll.add_argument("--metadata", action="store_true", help="med sammanträdets uppgifter i ett block före texten (md)")
    protokoll.add_argument("--tidsbilaga", action="store_true", help="med en bilaga: planerad och verklig tid per § och talare")
    utdrag = command("utdrag", "protokollsutdrag")
    with_meeting(utdrag)
    utdrag.add_argument("--paragraf", nargs="+", type=int, required=True, metavar="N", help="vilka §§")
    with_output(utdrag, *FORMS)
    anslag = command("anslag", "anslag/bevis med dagarna för överklagande och nedtagning")
    with_meeting(anslag)
    anslag.add_argument("--justerat", type=day, required=True, metavar="DATUM", help="dagen då protokollet justerades: 2026-03-17")
    anslag.add_argument("--anslås", type=day, metavar="DATUM", help="dagen då anslaget sätts upp; utelämnat = samma dag")
    with_output(anslag, *FORMS)
    handling = command("handling", "röstlista, expedieringslista, uppföljningslista, omedelbart justerade paragrafer")
    handling.add_argument("vilken", choices=PAPERS, metavar="VILKEN", help=", ".join(PAPERS))
    with_meeting(handling)
    with_output(handling, *FORMS)
    kallelse = command("kallelse", "föredragningslistan med tider")
    kallelse.add_argument("--tider", action="store_true", help="bara tiderna som text, efter hur det går")
    kallelse.add_argument("--offentlig", action="store_true", help="utan rubrikerna till det som är hemligt")
    manus = command("manus", "ordförandens körschema att skriva ut: tider, förslag, vad som ska sägas, plats att skriva")
    for made in (kallelse, manus):
        made.add_argument("agenda", metavar="AGENDA.toml", help="dagordningen")
        made.add_argument("--format", choices=FORMS, help="filformat; utelämnat = som filnamnet slutar, annars md")
        made.set_defaults(formats=FORMS)
        made.add_argument("-o", metavar="FIL", help="skriv hit; - är stdout")
        made.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")
    arkivera = command("arkivera", "hela sammanträdet som en läsbar fil")
    with_meeting(arkivera)
    arkivera.add_argument("-o", required=True, metavar="FIL", help="skriv hit; - är stdout")
    arkivera.add_argument("--egna-anteckningar", action="store_true", help="ta med egna minnesanteckningar")
    arkivera.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")
    läsin = command("läs-in", "ett arkiv tillbaka till ett sammanträde")
    läsin.add_argument("fil", metavar="FIL", help="arkivfilen")
    läsin.add_argument("--agenda", metavar="FIL", help="lägg en annan agenda under händelserna")
    gallra = command("gallra", "efter justering: behåll protokollet och fakta, ta bort egna anteckningar, utkast och det ångrade")
    with_meeting(gallra)
    gallra.add_argument("--ja", action="store_true", help="fråga inte; behövs utan terminal")
    rädda = command("rädda", "det som går att läsa i en skadad sammanträdesfil, som ett arkiv; filen rörs inte")
    rädda.add_argument("fil", metavar="FIL", help="den skadade filen (.klubban)")
    rädda.add_argument("-o", metavar="ARKIV", help="skriv hit; - är stdout; utelämnat = FIL-räddat.toml i den här mappen")
    rädda.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")
    stil = command("stil", "husstilar: kopiera en inbyggd, kontrollera en egen").add_subparsers(
        dest="stilkommando", metavar="VAD", required=True
    )
    kopiera = stil.add_parser("kopiera", help="en inbyggd husstil som fil att ändra i")
    kopiera.add_argument("namn", metavar="NAMN", help="vilken av de inbyggda; standard är den att utgå från")
    kopiera.add_argument("-o", metavar="FIL", help="skriv hit; - är stdout")
    kopiera.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")
    granskad = stil.add_parser("kontrollera", help="fel i en husstil, med rad")
    granskad.add_argument("fil", nargs="+", metavar="FIL", help="en eller flera filer")
    schema = command("schema", "JSON Schema för dagordningsfilen, arkivet, husstilen eller protokollet som json")
    which = schema.add_mutually_exclusive_group()
    which.add_argument("--arkiv", action="store_true", help="arkivfilens")
    which.add_argument("--stil", action="store_true", help="husstilens")
    which.add_argument("--protokoll", action="store_true", help="protokollets, som --format json skriver det")
    command("tangenter", "tangenterna på en sida")
    komplettering = command("komplettering", "skalets komplettering med Tab: skriptet för bash, zsh, fish eller powershell")
    komplettering.add_argument("skal", choices=SHELLS, metavar="SKAL", help=", ".join(SHELLS))
    return top


def run(args: Namespace) -> int:
    """Carry out one command. Raises Stop when it cannot."""
    # Each command loads what it needs: all of them together cost as much as the smallest takes (bench/RESULTS.md).
    match args.kommando:
        case "kontrollera" | "schema":
            from tui.commands import agendas

            return agendas.check(args) if args.kommando == "kontrollera" else agendas.schema(args)
        case "importera" | "ny":
            from tui.commands import intake

            return intake.import_agenda(args) if args.kommando == "importera" else intake.new_agenda(args, clock)
        case "lista" | "granska" | "arkivera" | "läs-in":
            return _of_meetings(args)
        case "protokoll" | "utdrag" | "anslag" | "handling":
            return _of_protocols(args)
        case "gallra":
            from tui.commands.purge import purge

            return purge(args, clock)
        case "rädda":
            from tui.commands.rescue import rescue

            return rescue(args)
        case "stil":
            from tui.commands import styles

            return styles.copy(args) if args.stilkommando == "kopiera" else styles.check(args)
        case "manus" | "kallelse":
            from tui.commands import papers

            return papers.manuscript(args) if args.kommando == "manus" else papers.summons(args, clock)
        case "rad":
            from tui.commands.lines import hold

            return hold(args.sammanträde, clock)
        case "komplettering":
            from tui.commands.completion import print_completion

            return print_completion(args.skal, parser())
        case "tangenter":
            from tui.commands.keys import print_keys

            return print_keys()
    from tui.commands import face

    match args.kommando:
        case "starta":
            return face.start(Path(args.agenda), clock)
        case "fortsätt":
            return face.go_on(args.sammanträde, clock)
        case "exempel":
            return face.rehearse(clock)
        case "ordförande":
            from tui.commands.chair import follow

            return follow(args.sammanträde, clock, public=args.offentlig)
    return face.open_start_screen(clock)


def _of_meetings(args: Namespace) -> int:
    from tui.commands import meetings

    match args.kommando:
        case "lista":
            return meetings.list_meetings()
        case "granska":
            return meetings.review(args)
        case "arkivera":
            return meetings.archive(args)
    return meetings.read_in(args, clock)


def _of_protocols(args: Namespace) -> int:
    from tui.commands import protocols

    match args.kommando:
        case "protokoll":
            return protocols.protocol(args)
        case "utdrag":
            return protocols.extract(args)
        case "anslag":
            return protocols.notice(args)
    return protocols.paper(args)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code. No traceback reaches the user."""
    _open_streams()
    speak_swedish()
    words = list(sys.argv[1:] if argv is None else argv)
    if words:
        words[0] = ALIASES.get(words[0], words[0])
    top = parser()
    args = top.parse_args(words)
    if "formats" in args and args.format is None:
        args.format = _format_of(args.o, args.formats, top)
    try:
        return run(args)
    except Stop as stop:
        tell(str(stop))
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `klubban protokoll | head`: the reader has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except Exception as fault:  # noqa: BLE001 - the last place where a fault of our own can be told calmly
        tell(_told(fault))
        return UNREADABLE
    finally:
        _let_go()


def _let_go() -> None:
    """What is left for a terminal that has gone away goes nowhere, and is no fault: else Python would end with 120. A full disk is one."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError as fault:
            if fault.errno == errno.EIO:
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _format_of(target: str | None, formats: Sequence[str], top: Parser) -> str:
    """The format that a file name asks for by its ending; the first one where no file is named. Ends with 2 for an unknown ending."""
    suffix = Path(target or "").suffix.removeprefix(".").lower()
    if suffix and suffix not in formats and not Path(target or "").is_dir():
        top.error(f"{target}: filformatet ”{suffix}” finns inte; välj bland {', '.join(formats)} eller ange --format")
    return suffix if suffix in formats else formats[0]


def _open_streams() -> None:
    """UTF-8 on both streams; a stream that was closed before we came leads nowhere, so that nothing else need ask."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - it lives as long as the program
        getattr(sys, name).reconfigure(encoding="utf-8", errors="replace")
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115


def _told(fault: Exception) -> str:
    """A fault of our own: written to the log, and one calm sentence about where."""
    from tui.fault_log import write_fault
    from tui.settings import log_path

    sentence = "Ett fel i Klubban avbröt kommandot. Det som är antecknat i sammanträden är orört."
    path = log_path()
    return f"{sentence} Felet står i {path}" if write_fault(path, fault, clock()) else sentence


if __name__ == "__main__":
    sys.exit(main())
