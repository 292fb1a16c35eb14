"""The table of words: what each does, in one line. The help and `docs/rad.md` are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from agendas.names import folded
from agendas.value import Value
from tui.line_mode import afterwards, correcting, deciding, electing, going_on, in_item, reading, reporting, speaking
from tui.line_mode.desk import Desk

Act = Callable[[Desk, str], None]
"""Carries out a word; the rest of the line is what it is about."""


class Leave(Exception):
    """The conversation is over."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Word(Value):
    """One word, or two. `rest`: what can follow it, as the help writes it."""

    name: str
    act: Act
    help: str
    rest: str = ""

    @property
    def form(self) -> str:
        """`yrkande NAMN SORT`."""
        return f"{self.name} {self.rest}".strip()


def _leave(desk: Desk, rest: str) -> None:
    from tui.texts.line_mode import LineMode as Words

    if desk.meeting.running and not desk.voice.yes(Words.LEAVE, Words.YES_OR_NO):
        return
    raise Leave


def _help(desk: Desk, rest: str) -> None:
    for heading, words in GROUPS.items():
        desk.say(f"{heading}:")
        for word in words:
            desk.say(f"{word.form}: {word.help}")


GROUPS: dict[str, tuple[Word, ...]] = {
    "Mötets gång": (
        Word("upprop", going_on.roll_call, "prickar av person för person: n, f, d, v eller alla"),
        Word("öppna", going_on.open_one, "öppnar sammanträdet; sedan ärendet med den raden, paragrafen eller rubriken", "[ÄRENDE]"),
        Word("nästa", going_on.next_one, "tar upp nästa ärende"),
        Word("tillbaka", going_on.back, "tillbaka till den pågående paragrafen"),
        Word("ta upp", going_on.take_up_again, "organet tar upp ett avgjort ärende igen", "[ÄRENDE]"),
        Word("ajournera", going_on.adjourn, "ajournerar sammanträdet", "[SKÄL]"),
        Word("återuppta", going_on.resume, "sammanträdet går vidare", "[KLOCKSLAG]"),
        Word("avsluta", going_on.close, "avslutar sammanträdet, efter att det öppna har sagts", "[KLOCKSLAG]"),
    ),
    "I paragrafen": (
        Word("text", in_item.protocol_text, "lägger till protokolltext; utan text flera rader till en ensam punkt", "[TEXT]"),
        Word("egen", in_item.own_note, "egen minnesanteckning, som aldrig skrivs ut", "[TEXT]"),
        Word("yrkande", in_item.motion, "antecknar ett yrkande; det som inte sägs frågas det efter", "[NAMN SORT TEXT]"),
        Word("stöd", in_item.support, "instämmer i ett yrkande", "[NAMN]"),
        Word("återta", in_item.withdraw_motion, "ett yrkande tas tillbaka"),
        Word("jäv", in_item.recusal, "jäv i den här paragrafen; ersättare och ordförande frågas det efter", "[NAMN]"),
        Word("ifrågasatt jäv", in_item.disputed_recusal, "jäv som ska prövas; jäv NAMN antecknar sedan vad organet fann", "[NAMN]"),
        Word("deltar inte", in_item.abstains, "deltar inte i beslutet", "[NAMN]"),
        Word("borta", in_item.away, "ute ur rummet under den här paragrafen", "[NAMN]"),
        Word("streck", in_item.close_debate, "överläggningen förklaras avslutad"),
        Word(
            "beslut", deciding.decide, "ordförandens fråga, svaret och klubban, även för fler ärenden på en gång", "[SVAR] [även ÄRENDEN]"
        ),
        Word("annan fråga", deciding.other_question, "en annan fråga än den föreslagna, med ordförandens svar"),
        Word("votering", deciding.vote, "omröstning med upprop, ett namn i taget, eller bara siffror"),
        Word("val", electing.elect, "vem som valdes eller avsade sig, med röstetal om de ska skrivas", "[UPPDRAG]"),
        Word("proportionellt", electing.demand_proportional, "ledamöter begär proportionellt val", "[NAMN]"),
        Word("svar", reporting.answer, "svaret på en interpellation eller fråga, eller att det kommer senare", "[NAMN]"),
        Word("brådskande", reporting.urgent, "ett brådskande beslut anmäls", "[DAG]"),
        Word("ordalydelse", in_item.decision_text, "skriver beslutets ordalydelse", "[TEXT]"),
        Word("omedelbar", in_item.approve_at_once, "paragrafen justeras omedelbart"),
        Word("reservation", in_item.reservation, "reservation mot det senaste beslutet; text efter kolon", "[NAMN: TEXT]"),
        Word("anteckning", in_item.statement, "protokollsanteckning eller yttrande; text efter kolon", "[NAMN: TEXT]"),
        Word("dörrar", in_item.doors, "dörrarna stängs för allmänheten, eller öppnas igen", "[SKÄL]"),
        Word("bilaga", in_item.appendix, "en bilaga till paragrafen", "[RUBRIK]"),
    ),
    "Människor": (
        Word("kommer", going_on.arrives, "någon kommer, på distans om det sägs", "[NAMN] [distans] [KLOCKSLAG]"),
        Word("går", going_on.leaves, "någon går; ersättare frågas det efter", "[NAMN] [KLOCKSLAG]"),
        Word("tjänstgör", going_on.serves, "tar en plats; tjänstgör inte lämnar den", "[NAMN för NAMN]"),
        Word("ordförande", going_on.leads, "någon annan leder, här eller från nu", "[NAMN]"),
        Word("ny person", going_on.new_person, "någon som inte står i listan kom", "[NAMN]"),
        Word("justerare", going_on.approvers, "vilka som justerar protokollet", "[NAMN]"),
    ),
    "Talarlistan": (
        Word("talare", speaking.speaker, "sätter upp på talarlistan; utan namn läses den", "[NAMN] [replik eller ordningsfråga]"),
        Word("ger ordet", speaking.give_floor, "ordet till den som står på tur, eller till den som nämns", "[NAMN]"),
        Word("talat klart", speaking.has_spoken, "den som har ordet är klar"),
        Word("stryk talare", speaking.strike_speaker, "stryker någon från talarlistan", "[NAMN]"),
    ),
    "Dagordningen": (
        Word("nytt ärende", going_on.new_item, "ett ärende till, sist i listan", "[RUBRIK]"),
        Word("utgår", going_on.withdraw, "ett ärende som inte har öppnats utgår", "[ÄRENDE]"),
        Word("flytta", going_on.move, "flyttar ett ärende i listan", "[ÄRENDE]"),
    ),
    "Rätta": (
        Word("ångra", correcting.undo, "tar tillbaka det senaste, efter att det har sagts"),
        Word("gör om", correcting.redo, "tar tillbaka ångrandet"),
        Word("rätta", correcting.put_right, "väljer en antecknad rad och svarar på dess frågor igen", "[ÄRENDE eller närvaro]"),
    ),
    "Läsa": (
        Word("var", reading.where, "läget: paragrafen, det antecknade, beslutförhet, tiden"),
        Word("läs", reading.read, "paragrafen som den kommer att skrivas ut", "[ÄRENDE]"),
        Word("dagordning", reading.agenda, "ärendena rad för rad"),
        Word("närvaro", reading.attendance, "var alla är"),
        Word("sammansättning", reading.composition, "vilka som beslutar i paragrafen"),
        Word("granska", reading.review, "det som saknas eller ser fel ut"),
        Word("efter", afterwards.afterwards, "det som återstår: sena texter, justering, anslag, expediering, rättelse", "[RAD]"),
        Word("skriv ut", reading.print_out, "protokollet som fil i den här mappen: md, docx, html eller pdf", "[FORMAT]"),
        Word("sparat", reading.saved, "om allt är sparat"),
        Word("hjälp", _help, "alla ord"),
        Word("sluta", _leave, "lämnar programmet; sammanträdet fortsätter nästa gång"),
    ),
}
WORDS: tuple[Word, ...] = tuple(word for words in GROUPS.values() for word in words)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Meant(Value):
    """What a line can be. `words`: those that its first word, or two, begin; `rest`: what follows."""

    words: tuple[Word, ...]
    rest: str = ""
    whole: bool = False
    """Whether the word was written out."""


def meant(line: str) -> Meant:
    """The word that a line begins with: whole, or by its unique beginning. Without å ä ö if one likes."""
    whole = [w for w in WORDS if _is(line, w.name)]
    if whole:
        word = max(whole, key=lambda w: len(w.name))
        return Meant((word,), line.split(maxsplit=word.name.count(" ") + 1)[-1] if _more(line, word.name) else "", whole=True)
    first, _, rest = line.partition(" ")
    found = tuple(w for w in WORDS if folded(w.name).startswith(folded(first)))
    if len(found) == 1 and " " in found[0].name and rest:  # `gör om`, `skr ut`: the second word too
        second, _, after = rest.partition(" ")
        rest = after if folded(found[0].name.partition(" ")[2]).startswith(folded(second)) else rest
    return Meant(found, rest.strip())


def _is(line: str, name: str) -> bool:
    count = name.count(" ") + 1
    return folded(" ".join(line.split()[:count])) == folded(name)


def _more(line: str, name: str) -> bool:
    return len(line.split()) > name.count(" ") + 1


Kind = Literal["word", "text", "unknown", "several", "either"]


def kind_of(line: str) -> Kind:
    """What a line is. A line of several words that begins with a capital letter is protocol text, unless its first word is a whole word."""
    found = meant(line)
    sentence = line[:1].isupper() and " " in line
    if sentence:
        return "either" if found.whole else "text"
    if not found.words:
        return "unknown"
    if len(found.words) > 1:
        return "several"
    if found.rest and not found.words[0].rest:
        return "either" if found.whole else "unknown"
    return "word"
