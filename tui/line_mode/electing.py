"""Elections in words: the office, who, how, and the numbers that a ballot left behind (R-714)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sessions.attendance import present
from sessions.elections import must_be_proportional, required_for_proportional, shared_out
from sessions.events import Elected, ProportionalDemanded, Resigned
from tui.dialogs.electing import BALLOTED, KINDS, MOVES_UP, PROPORTIONAL, RESIGNED, Ballot, elected, read_groups, read_votes
from tui.dialogs.missing import Missing
from tui.dialogs.numbers import read_number
from tui.line_mode.desk import Desk, meant_by
from tui.line_mode.voice import Dropped
from tui.matching import ranked
from tui.naming import people_choices
from tui.texts.dialogs import Election as ElectionWords
from tui.texts.dialogs import Proportional
from tui.texts.line_mode import LineMode as Words

T = TypeVar("T")


def elect(desk: Desk, rest: str) -> None:
    """`val`: who was elected, moves up, or was released from an office."""
    item = desk.item
    kind = desk.choose(ElectionWords.WHAT, [(k.value, k.label) for k in KINDS])
    office = rest or desk.voice.ask_for(ElectionWords.OFFICE)
    persons = persons_or_names(desk, Words.WHO if kind == RESIGNED else Words.ELECTED_WHO)
    if kind == RESIGNED:
        if not persons:
            raise Dropped
        desk.record(Resigned(at=desk.now, item=item.id, persons=persons, office=office))
        return
    ballot = Ballot() if kind == MOVES_UP or not persons else _ballot(desk, persons)
    after = persons_or_names(desk, Words.IN_PLACE_OF)[:1]
    event = Elected(at=desk.now, item=item.id, office=office, persons=persons)
    desk.record(elected(event, office, persons, ballot, after=after[0] if after else "", moves_up=kind == MOVES_UP))


def _ballot(desk: Desk, persons: tuple[str, ...]) -> Ballot:
    """How it was settled."""
    if must_be_proportional(desk.meeting, desk.item):
        desk.say(Words.PROPORTIONAL_WANTED)
    by = desk.choose(ElectionWords.BY, [(value, label) for value, label, _ in ElectionWords.BYS])
    if by in BALLOTED:
        also = persons_or_names(desk, Words.NOT_ELECTED)
        return Ballot(by, also, _read(desk, Words.VOTES, _counted(len(persons) + len(also))), _blank(desk))
    if by == PROPORTIONAL:
        typed = _read(desk, f"{ElectionWords.GROUPS}, {ElectionWords.GROUPS_HINT}", _groups)
        return Ballot(by, groups=typed, blank=_blank(desk), lots=_lots(desk, typed, len(persons)))
    return Ballot(by)


def _lots(desk: Desk, typed: str, places: int) -> str:
    """The groups that the lot fell on, where two have the same number; the places are told."""
    groups, lots = read_groups(typed), tuple[str, ...]()
    while tied := (shared := shared_out(groups, places, lots)).tied:
        desk.say(ElectionWords.tied(list(tied)))
        lots = (*lots, desk.choose(ElectionWords.LOTS, [(name, name) for name in tied]))
    desk.say(ElectionWords.seats(dict(shared.seats)) + ".")
    return ", ".join(lots)


def _counted(count: int) -> Callable[[str], str]:
    def read(typed: str) -> str:
        votes = read_votes(typed)
        if votes and len(votes) != count:
            raise Missing(ElectionWords.votes_wanted(count))
        return typed

    return read


def _groups(typed: str) -> str:
    if not read_groups(typed):
        raise Missing(ElectionWords.BAD_GROUPS)
    return typed


def _blank(desk: Desk) -> str:
    def read(typed: str) -> str:
        if typed and read_number(typed) is None:
            raise Missing(Words.NOT_A_NUMBER)
        return typed

    return _read(desk, Words.BLANK, read)


def _read(desk: Desk, prompt: str, read: Callable[[str], T]) -> T:
    """Ask until it can be read; an empty line that cannot be read drops the act."""
    while True:
        typed = desk.voice.ask(prompt)
        try:
            return read(typed)
        except Missing as missing:
            if not typed:
                raise Dropped from missing
            desk.say(missing.reason)


def persons_or_names(desk: Desk, prompt: str, typed: str = "") -> tuple[str, ...]:
    """Persons of the list, or names as they are written; nobody for an empty line. A name that nobody has is asked about."""
    typed = typed or desk.voice.ask(prompt, desk.names())
    found = []
    choices = people_choices(desk.meeting, desk.item, None)
    for name in (part.strip() for part in typed.replace(" och ", ",").replace(";", ",").split(",")):
        if not name:
            continue
        if sure := meant_by(name, choices):
            found.append(sure.id)
        elif ranked(name, choices, lambda c: f"{c.label} {c.search}"):
            found.append(desk.person(name))
        elif desk.voice.yes(Words.as_written(name), Words.YES_OR_NO):
            found.append(name)
        else:
            raise Dropped
    return tuple(dict.fromkeys(found))


def demand_proportional(desk: Desk, rest: str) -> None:
    """`proportionellt NAMN`: members demand it, before the election is held."""
    item = desk.item

    def read(typed: str) -> int:
        if not (places := read_number(typed)):
            raise Missing(Proportional.NO_PLACES)
        return places

    persons = desk.persons(rest)
    places = _read(desk, Proportional.PLACES, read)
    there = len(present(desk.meeting, item))
    desk.say(Proportional.needed(len(persons), there, required_for_proportional(there, places)))
    desk.record(ProportionalDemanded(at=desk.now, item=item.id, persons=persons, places=places))
