"""What can be asked for on the command line: every command with its words and its help, in the order of the day."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date as Date

from agendas.version import VERSION
from exports.formats import FORMS
from tui.commands.parser import Parser

EXIT_CODES = """\
Utgångskoder: 0 allt väl · 1 fel i indata eller granskning · 2 fel användning · 3 kunde inte läsa eller skriva

SAMMANTRÄDE är ett id ur ”klubban lista”, en entydig del av det, en sessionsfil eller en arkivfil; utelämnat = det senaste."""

SHELLS = ("bash", "zsh", "fish", "powershell")
"""Whose completion `komplettering` writes."""

PAPERS = ("röstlista", "expediering", "uppföljning", "omedelbar")
"""What `handling` makes."""

Command = Callable[[str, str], Parser]
"""Makes a command of its name and its help."""


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

    _meetings(command)
    _agendas(command)
    _papers(command)
    _kept(command)
    _program(command)
    return top


def _meetings(command: Command) -> None:
    """A meeting that is held, in one face or another."""
    starta = command("starta", "öppna sammanträdet (fortsätter om det har börjat)")
    starta.add_argument("agenda", metavar="AGENDA.toml", help="dagordningen")
    rad = command("rad", "sammanträdet i rader: utan helskärm, för skärmläsare och punktskrift")
    rad.add_argument("sammanträde", nargs="?", metavar="AGENDA.toml|SAMMANTRÄDE", help="dagordningen, eller ett sammanträde att fortsätta")
    _with_meeting(command("fortsätt", "fortsätt det senaste sammanträdet, eller det nämnda"))
    ordförande = command("ordförande", "ordförandens vy, som bara läser")
    _with_meeting(ordförande)
    ordförande.add_argument("--offentlig", action="store_true", help="projektorns vy: paragraf, rubrik, yrkanden och beslut")
    command("lista", "sammanträden på den här datorn")
    command("exempel", "öva på ett verkligt sammanträde; utan terminal spelas det upp och protokollet skrivs")


def _agendas(command: Command) -> None:
    """What is made before the meeting."""
    ny = command("ny", "en ny dagordning: ett skelett att fylla i, eller efter ett tidigare sammanträde")
    ny.add_argument("--efter", nargs="?", const="", metavar="SAMMANTRÄDE", help="nästa efter detta: personer, §, det som ligger kvar")
    ny.add_argument("--till", metavar="ORGAN", help="det som föreslogs blir ärenden för detta organ")
    importera = command("importera", "en kallelse (.txt .md .pdf .docx) till en dagordning; det tveksamma sägs")
    importera.add_argument("kallelse", metavar="KALLELSE", help="kallelsen, tjänsteskrivelserna eller ett protokoll")
    for made in (ny, importera):
        made.add_argument("--personer", metavar="FIL", help="ledamöter ur en dagordning, lista eller ett protokoll")
        _with_target(made)
    kontrollera = command("kontrollera", "fel och varningar i dagordningar, med rad")
    kontrollera.add_argument("agenda", nargs="+", metavar="AGENDA.toml", help="en eller flera filer")


def _papers(command: Command) -> None:
    """What is looked through and written."""
    _with_meeting(command("granska", "vad som saknas eller ser fel ut: allvar, regel, §, text"))
    protokoll = command("protokoll", "protokollet")
    _with_meeting(protokoll)
    _with_output(protokoll, *FORMS, "json")
    protokoll.add_argument("--metadata", action="store_true", help="med sammanträdets uppgifter i ett block före texten (md)")
    protokoll.add_argument("--tidsbilaga", action="store_true", help="med en bilaga: planerad och verklig tid per § och talare")
    utdrag = command("utdrag", "protokollsutdrag")
    _with_meeting(utdrag)
    utdrag.add_argument("--paragraf", nargs="+", type=int, required=True, metavar="N", help="vilka §§")
    _with_output(utdrag, *FORMS)
    anslag = command("anslag", "anslag/bevis med dagarna för överklagande och nedtagning")
    _with_meeting(anslag)
    anslag.add_argument("--justerat", type=day, required=True, metavar="DATUM", help="dagen då protokollet justerades: 2026-03-17")
    anslag.add_argument("--anslås", type=day, metavar="DATUM", help="dagen då anslaget sätts upp; utelämnat = samma dag")
    _with_output(anslag, *FORMS)
    handling = command("handling", "röstlista, expedieringslista, uppföljningslista, omedelbart justerade paragrafer")
    handling.add_argument("vilken", choices=PAPERS, metavar="VILKEN", help=", ".join(PAPERS))
    _with_meeting(handling)
    _with_output(handling, *FORMS)
    kallelse = command("kallelse", "föredragningslistan med tider")
    kallelse.add_argument("--tider", action="store_true", help="bara tiderna som text, efter hur det går")
    kallelse.add_argument("--offentlig", action="store_true", help="utan rubrikerna till det som är hemligt")
    manus = command("manus", "ordförandens körschema att skriva ut: tider, förslag, vad som ska sägas, plats att skriva")
    for made in (kallelse, manus):
        made.add_argument("agenda", metavar="AGENDA.toml", help="dagordningen")
        made.add_argument("--format", choices=FORMS, help="filformat; utelämnat = som filnamnet slutar, annars md")
        made.set_defaults(formats=FORMS)
        _with_target(made)


def _kept(command: Command) -> None:
    """What becomes of the meeting's own file."""
    arkivera = command("arkivera", "hela sammanträdet som en läsbar fil")
    _with_meeting(arkivera)
    arkivera.add_argument("-o", required=True, metavar="FIL", help="skriv hit; - är stdout")
    arkivera.add_argument("--egna-anteckningar", action="store_true", help="ta med egna minnesanteckningar")
    arkivera.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")
    läsin = command("läs-in", "ett arkiv tillbaka till ett sammanträde")
    läsin.add_argument("fil", metavar="FIL", help="arkivfilen")
    läsin.add_argument("--agenda", metavar="FIL", help="lägg en annan agenda under händelserna")
    gallra = command("gallra", "efter justering: behåll protokollet och fakta, ta bort egna anteckningar, utkast och det ångrade")
    _with_meeting(gallra)
    gallra.add_argument("--ja", action="store_true", help="fråga inte; behövs utan terminal")
    rädda = command("rädda", "det som går att läsa i en skadad sammanträdesfil, som ett arkiv; filen rörs inte")
    rädda.add_argument("fil", metavar="FIL", help="den skadade filen (.klubban)")
    rädda.add_argument("-o", metavar="ARKIV", help="skriv hit; - är stdout; utelämnat = FIL-räddat.toml i den här mappen")
    rädda.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")


def _program(command: Command) -> None:
    """What is about the program and its files, and no meeting."""
    stil = command("stil", "husstilar: kopiera en inbyggd, kontrollera en egen").add_subparsers(
        dest="stilkommando", metavar="VAD", required=True
    )
    kopiera = stil.add_parser("kopiera", help="en inbyggd husstil som fil att ändra i")
    kopiera.add_argument("namn", metavar="NAMN", help="vilken av de inbyggda; standard är den att utgå från")
    _with_target(kopiera)
    granskad = stil.add_parser("kontrollera", help="fel i en husstil, med rad")
    granskad.add_argument("fil", nargs="+", metavar="FIL", help="en eller flera filer")
    schema = command("schema", "JSON Schema för dagordningsfilen, arkivet, husstilen eller protokollet som json")
    which = schema.add_mutually_exclusive_group()
    which.add_argument("--arkiv", action="store_true", help="arkivfilens")
    which.add_argument("--stil", action="store_true", help="husstilens")
    which.add_argument("--protokoll", action="store_true", help="protokollets, som --format json skriver det")
    tangenter = command("tangenter", "tangenterna på en sida")
    tangenter.add_argument("--prova", action="store_true", help="tryck dem en och en, och se vilka som når fram")
    komplettering = command("komplettering", "skalets komplettering med Tab: skriptet för bash, zsh, fish eller powershell")
    komplettering.add_argument("skal", choices=SHELLS, metavar="SKAL", help=", ".join(SHELLS))


def _with_meeting(made: Parser) -> None:
    made.add_argument("sammanträde", nargs="?", metavar="SAMMANTRÄDE", help="vilket sammanträde; utelämnat = det senaste")


def _with_target(made: Parser) -> None:
    made.add_argument("-o", metavar="FIL", help="skriv hit; - är stdout")
    made.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")


def _with_output(made: Parser, *formats: str) -> None:
    made.add_argument("--format", choices=formats, help=f"filformat; utelämnat = som filnamnet slutar, annars {formats[0]}")
    made.set_defaults(formats=formats)
    made.add_argument("--offentlig", action="store_true", help="utan det som är hemligt")
    made.add_argument("--stil", metavar="STIL", help="husstil: inbyggt namn eller fil")
    made.add_argument("--mall", metavar="FIL", help="kommunens egen Wordfil som mall (docx); annars den som husstilen nämner")
    made.add_argument("--agenda", metavar="FIL", help="lägg en annan agenda med samma rubriker och namn under händelserna")
    _with_target(made)
