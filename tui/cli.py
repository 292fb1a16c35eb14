"""The command line: what was asked for, the one clock, and the exit code. Textual is imported last, and only for a screen."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from agendas.version import VERSION
from tui.commands.parser import Parser, speak_swedish
from tui.commands.stop import UNREADABLE, WELL, Stop, tell

os.environ.setdefault("ESCDELAY", "25")  # read when Textual is imported: else a lone Esc waits 100 ms

EXIT_CODES = """\
Utgångskoder: 0 allt väl · 1 fel i indata eller anmärkningar · 2 fel användning · 3 kunde inte läsa eller skriva

SAMMANTRÄDE är ett id ur ”klubban lista”, en entydig del av det, en sessionsfil eller en arkivfil; utelämnat = det senaste."""

ALIASES = {"fortsatt": "fortsätt", "läsin": "läs-in", "lasin": "läs-in", "ordforande": "ordförande"}
"""Other spellings of the commands, for keyboards and shells without å ä ö."""


def clock() -> datetime:
    """The one clock of the program: the aware local time."""
    return datetime.now().astimezone()


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
        made.add_argument("--format", choices=formats, default=formats[0], help="filformat")
        made.add_argument("--offentlig", action="store_true", help="utan det som är hemligt")
        made.add_argument("--stil", metavar="STIL", help="husstil: inbyggt namn eller fil")
        made.add_argument("--agenda", metavar="FIL", help="lägg en annan agenda med samma rubriker och namn under händelserna")
        made.add_argument("-o", metavar="FIL", help="skriv hit; - är stdout")
        made.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")

    starta = command("starta", "öppna sammanträdet (fortsätter om det har börjat)")
    starta.add_argument("agenda", metavar="AGENDA.toml", help="dagordningen")
    with_meeting(command("fortsätt", "fortsätt det senaste sammanträdet, eller det nämnda"))
    command("lista", "sammanträden på den här datorn")
    command("exempel", "öva på ett verkligt sammanträde; utan terminal spelas det upp och protokollet skrivs")
    kontrollera = command("kontrollera", "fel och varningar i dagordningar, med rad")
    kontrollera.add_argument("agenda", nargs="+", metavar="AGENDA.toml", help="en eller flera filer")
    with_meeting(command("granska", "vad som saknas eller ser fel ut: allvar, regel, §, text"))
    protokoll = command("protokoll", "protokollet")
    with_meeting(protokoll)
    with_output(protokoll, "md", "docx")
    utdrag = command("utdrag", "protokollsutdrag")
    with_meeting(utdrag)
    utdrag.add_argument("--paragraf", nargs="+", type=int, required=True, metavar="N", help="vilka §§")
    with_output(utdrag, "md", "docx")
    arkivera = command("arkivera", "hela sammanträdet som en läsbar fil")
    with_meeting(arkivera)
    arkivera.add_argument("-o", required=True, metavar="FIL", help="skriv hit; - är stdout")
    arkivera.add_argument("--egna-anteckningar", action="store_true", help="ta med egna minnesanteckningar")
    arkivera.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")
    läsin = command("läs-in", "ett arkiv tillbaka till ett sammanträde")
    läsin.add_argument("fil", metavar="FIL", help="arkivfilen")
    läsin.add_argument("--agenda", metavar="FIL", help="lägg en annan agenda under händelserna")
    schema = command("schema", "JSON Schema för dagordningsfilen, arkivet eller husstilen")
    which = schema.add_mutually_exclusive_group()
    which.add_argument("--arkiv", action="store_true", help="arkivfilens")
    which.add_argument("--stil", action="store_true", help="husstilens")
    command("tangenter", "tangenterna på en sida")
    return top


def run(args: Namespace) -> int:
    """Carry out one command. Raises Stop when it cannot."""
    from tui.commands import agendas, meetings, protocols

    match args.kommando:
        case "kontrollera":
            return agendas.check(args)
        case "schema":
            return agendas.schema(args)
        case "lista":
            return meetings.list_meetings()
        case "granska":
            return meetings.review(args)
        case "arkivera":
            return meetings.archive(args)
        case "läs-in":
            return meetings.read_in(args, clock)
        case "protokoll":
            return protocols.protocol(args)
        case "utdrag":
            return protocols.extract(args)
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
    return face.open_start_screen(clock)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code. No traceback reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    speak_swedish()
    words = list(sys.argv[1:] if argv is None else argv)
    if words:
        words[0] = ALIASES.get(words[0], words[0])
    args = parser().parse_args(words)
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


def _told(fault: Exception) -> str:
    """A fault of our own: written to the log, and one calm sentence about where."""
    import traceback

    from tui.settings import log_path

    sentence = "Ett fel i Klubban avbröt kommandot. Det som är antecknat i sammanträden är orört."
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with open(os.open(path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600), "a", encoding="utf-8") as log:
            log.write(f"{clock().isoformat()} {type(fault).__name__}\n")
            frames = traceback.extract_tb(fault.__traceback__)  # without source lines and values: no names in a log
            log.writelines(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in frames)
    except OSError:
        return sentence
    return f"{sentence} Felet står i {path}"


if __name__ == "__main__":
    sys.exit(main())
