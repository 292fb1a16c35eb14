"""What can be asked for on the command line: every command with its words and its help, in the order of the day."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable
from datetime import date as Date

from agendas.version import VERSION
from exports.formats import FORMS
from tui.commands.parser import Command, Parser

EXIT_CODES = """\
Utgångskoder: 0 allt väl · 1 fel i indata eller granskning · 2 fel användning · 3 kunde inte läsa eller skriva

SAMMANTRÄDE är ett id ur ”klubban lista”, en entydig del av det, en sessionsfil eller en arkivfil; utelämnat = det senaste."""

SHELLS = ("bash", "zsh", "fish", "powershell")
"""Whose completion `komplettering` writes."""

PAPERS = ("röstlista", "expediering", "uppföljning", "omedelbar")
"""What `handling` makes."""

Words = Callable[[Parser], object]
"""Gives a command the words that can follow it."""


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
    commands = top.add_subparsers(prog="klubban", dest="kommando", metavar="KOMMANDO", title="kommandon", parser_class=Command)

    def command(name: str, help: str, words: Words) -> None:
        commands.add_parser(name, help=help, description=help, words=words)

    # A meeting that is held, in one face or another
    command("starta", "öppna sammanträdet (fortsätter om det har börjat)", _with_agenda)
    command("rad", "sammanträdet i rader: utan helskärm, för skärmläsare och punktskrift", _rad)
    command("fortsätt", "fortsätt det senaste sammanträdet, eller det nämnda", _with_meeting)
    command("ordförande", "ordförandens vy, som bara läser", _ordförande)
    command("lista", "sammanträden på den här datorn", _nothing)
    command("exempel", "öva på ett verkligt sammanträde; utan terminal spelas det upp och protokollet skrivs", _nothing)
    # What is made before the meeting
    command("ny", "en ny dagordning: ett skelett att fylla i, eller efter ett tidigare sammanträde", _ny)
    command("importera", "en kallelse (.txt .md .pdf .docx) till en dagordning; det tveksamma sägs", _importera)
    command("kontrollera", "fel och varningar i dagordningar, med rad", _kontrollera)
    # What is looked through and written
    command("granska", "vad som saknas eller ser fel ut: allvar, regel, §, text", _with_meeting)
    command("protokoll", "protokollet", _protokoll)
    command("utdrag", "protokollsutdrag", _utdrag)
    command("anslag", "anslag/bevis med dagarna för överklagande och nedtagning", _anslag)
    command("handling", "röstlista, expedieringslista, uppföljningslista, omedelbart justerade paragrafer", _handling)
    command("kallelse", "föredragningslistan med tider", _kallelse)
    command("manus", "ordförandens körschema att skriva ut: tider, förslag, vad som ska sägas, plats att skriva", _planned_paper)
    # What becomes of the meeting's own file
    command("arkivera", "hela sammanträdet som en läsbar fil", _arkivera)
    command("läs-in", "ett arkiv tillbaka till ett sammanträde", _läsin)
    command("gallra", "efter justering: behåll protokollet och fakta, ta bort egna anteckningar, utkast och det ångrade", _gallra)
    command("rädda", "det som går att läsa i en skadad sammanträdesfil, som ett arkiv; filen rörs inte", _rädda)
    # What is about the program and its files, and no meeting
    command("stil", "husstilar: kopiera en inbyggd, kontrollera en egen", _stil)
    command("schema", "JSON Schema för dagordningsfilen, arkivet, husstilen eller protokollet som json", _schema)
    command("tangenter", "tangenterna på en sida", _tangenter)
    command("komplettering", "skalets komplettering med Tab: skriptet för bash, zsh, fish eller powershell", _komplettering)
    return top


# A meeting that is held


def _rad(made: Parser) -> None:
    made.add_argument("sammanträde", nargs="?", metavar="AGENDA.toml|SAMMANTRÄDE", help="dagordningen, eller ett sammanträde att fortsätta")


def _ordförande(made: Parser) -> None:
    _with_meeting(made)
    made.add_argument("--offentlig", action="store_true", help="projektorns vy: paragraf, rubrik, yrkanden och beslut")


# Before the meeting


def _ny(made: Parser) -> None:
    made.add_argument("--efter", nargs="?", const="", metavar="SAMMANTRÄDE", help="nästa efter detta: personer, §, det som ligger kvar")
    made.add_argument("--till", metavar="ORGAN", help="det som föreslogs blir ärenden för detta organ")
    _with_people(made)


def _importera(made: Parser) -> None:
    made.add_argument("kallelse", metavar="KALLELSE", help="kallelsen, tjänsteskrivelserna eller ett protokoll")
    _with_people(made)


def _with_people(made: Parser) -> None:
    made.add_argument("--personer", metavar="FIL", help="ledamöter ur en dagordning, lista eller ett protokoll")
    _with_target(made)


def _kontrollera(made: Parser) -> None:
    made.add_argument("agenda", nargs="+", metavar="AGENDA.toml", help="en eller flera filer")


# What is written


def _protokoll(made: Parser) -> None:
    _with_meeting(made)
    _with_output(made, *FORMS, "json")
    made.add_argument("--metadata", action="store_true", help="med sammanträdets uppgifter i ett block före texten (md)")
    made.add_argument("--tidsbilaga", action="store_true", help="med en bilaga: planerad och verklig tid per § och talare")


def _utdrag(made: Parser) -> None:
    _with_meeting(made)
    made.add_argument("--paragraf", nargs="+", type=int, required=True, metavar="N", help="vilka §§")
    _with_output(made, *FORMS)


def _anslag(made: Parser) -> None:
    _with_meeting(made)
    made.add_argument("--justerat", type=day, required=True, metavar="DATUM", help="dagen då protokollet justerades: 2026-03-17")
    made.add_argument("--anslås", type=day, metavar="DATUM", help="dagen då anslaget sätts upp; utelämnat = samma dag")
    _with_output(made, *FORMS)


def _handling(made: Parser) -> None:
    made.add_argument("vilken", choices=PAPERS, metavar="VILKEN", help=", ".join(PAPERS))
    _with_meeting(made)
    _with_output(made, *FORMS)


def _kallelse(made: Parser) -> None:
    made.add_argument("--tider", action="store_true", help="bara tiderna som text, efter hur det går")
    made.add_argument("--offentlig", action="store_true", help="utan rubrikerna till det som är hemligt")
    _planned_paper(made)


def _planned_paper(made: Parser) -> None:
    _with_agenda(made)
    made.add_argument("--format", choices=FORMS, help="filformat; utelämnat = som filnamnet slutar, annars md")
    made.set_defaults(formats=FORMS)
    _with_target(made)


# The meeting's own file


def _arkivera(made: Parser) -> None:
    _with_meeting(made)
    made.add_argument("-o", required=True, metavar="FIL", help="skriv hit; - är stdout")
    made.add_argument("--egna-anteckningar", action="store_true", help="ta med egna minnesanteckningar")
    made.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")


def _läsin(made: Parser) -> None:
    made.add_argument("fil", metavar="FIL", help="arkivfilen")
    made.add_argument("--agenda", metavar="FIL", help="lägg en annan agenda under händelserna")


def _gallra(made: Parser) -> None:
    _with_meeting(made)
    made.add_argument("--ja", action="store_true", help="fråga inte; behövs utan terminal")


def _rädda(made: Parser) -> None:
    made.add_argument("fil", metavar="FIL", help="den skadade filen (.klubban)")
    made.add_argument("-o", metavar="ARKIV", help="skriv hit; - är stdout; utelämnat = FIL-räddat.toml i den här mappen")
    made.add_argument("--ersätt", action="store_true", help="skriv över en fil som finns")


# The program and its files


def _stil(made: Parser) -> None:
    stil = made.add_subparsers(dest="stilkommando", metavar="VAD", required=True, parser_class=Parser)
    kopiera = stil.add_parser("kopiera", help="en inbyggd husstil som fil att ändra i")
    kopiera.add_argument("namn", metavar="NAMN", help="vilken av de inbyggda; standard är den att utgå från")
    _with_target(kopiera)
    granskad = stil.add_parser("kontrollera", help="fel i en husstil, med rad")
    granskad.add_argument("fil", nargs="+", metavar="FIL", help="en eller flera filer")


def _schema(made: Parser) -> None:
    which = made.add_mutually_exclusive_group()
    which.add_argument("--arkiv", action="store_true", help="arkivfilens")
    which.add_argument("--stil", action="store_true", help="husstilens")
    which.add_argument("--protokoll", action="store_true", help="protokollets, som --format json skriver det")


def _tangenter(made: Parser) -> None:
    made.add_argument("--prova", action="store_true", help="tryck dem en och en, och se vilka som når fram")


def _komplettering(made: Parser) -> None:
    made.add_argument("skal", choices=SHELLS, metavar="SKAL", help=", ".join(SHELLS))


# What several commands take


def _nothing(made: Parser) -> None:
    """A command that is a whole sentence."""


def _with_agenda(made: Parser) -> None:
    made.add_argument("agenda", metavar="AGENDA.toml", help="dagordningen")


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
