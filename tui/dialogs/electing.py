"""An election: how its numbers are typed, and what is recorded of it (R-714). Nothing of any screen."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from agendas.value import Value
from sessions.elections import shared_out
from sessions.events import Elected
from sessions.meeting import Meeting
from tui.choices import Option
from tui.dialogs.missing import Missing
from tui.dialogs.numbers import read_number
from tui.texts.dialogs import Election as Words

ELECTED, MOVES_UP, RESIGNED = "väljs", "flyttar upp", "avsägelse"
KINDS = (
    Option(ELECTED, Words.ELECTED, "v"),
    Option(MOVES_UP, Words.MOVES_UP, "f"),
    Option(RESIGNED, Words.RESIGNED, "a"),
)
PROPORTIONAL = "proportionellt val"
BALLOTED = frozenset({"sluten omröstning", "lottning"})
"""Ways that leave numbers behind."""
_GROUP = re.compile(r"\s*([^\d\s].*?)[\s:–-]+(\d{1,9})\s*(?:[,;]|$)")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Ballot(Value):
    """How an election was settled, as it was typed. What its way has no use for does not count."""

    by: str = ""
    also: tuple[str, ...] = ()
    votes: str = ""
    blank: str = ""
    groups: str = ""
    lots: str = ""


def read_votes(typed: str) -> tuple[int, ...]:
    """`7, 5, 3`. Raises `Missing`."""
    votes = [read_number(part) for part in typed.replace(";", ",").replace(",", " ").split()]
    known = tuple(number for number in votes if number is not None)
    if len(known) < len(votes):
        raise Missing(Words.BAD_VOTES, "#votes")
    return known


def read_groups(typed: str) -> dict[str, int]:
    """`S, MP och V 12, M 8` as votes by group: a number ends each. Raises `Missing`."""
    left, found = typed.strip().rstrip(".,;"), dict[str, int]()
    while left:
        match = _GROUP.match(left)
        if match is None or match[1] in found:
            raise Missing(Words.BAD_GROUPS, "#groups")
        found[match[1]] = int(match[2])
        left = left[match.end() :]
    return found


def read_lots(typed: str) -> tuple[str, ...]:
    """The groups that the lot fell on."""
    return tuple(name.strip() for name in typed.replace(";", ",").split(",") if name.strip())


def read_names(meeting: Meeting, typed: str) -> tuple[str, ...]:
    """Names between semicolons, as ids where the list has them."""
    return tuple(as_person(meeting, name.strip()) for name in typed.split(";") if name.strip())


def as_person(meeting: Meeting, name: str) -> str:
    """The id of a person by the whole name; another name as it is written."""
    wanted = name.casefold()
    return next((id for id, p in meeting.people.items() if wanted in (p.name.casefold(), p.label.casefold())), name)


def elected(event: Elected, office: str, persons: tuple[str, ...], ballot: Ballot, *, after: str = "", moves_up: bool = False) -> Elected:
    """An election as it was typed. `event`: a new one, or the one that is put right. Raises `Missing`."""
    by: Any = "" if moves_up else ballot.by
    counted, proportional = by in BALLOTED, by == PROPORTIONAL
    also = ballot.also if counted else ()
    votes = read_votes(ballot.votes) if counted else ()
    groups = read_groups(ballot.groups) if proportional else {}
    lots = read_lots(ballot.lots) if groups else ()
    _check_lots(groups, lots, len(persons))
    if votes and len(votes) != len(persons) + len(also):
        if not event.votes or persons == event.persons:
            raise Missing(Words.votes_wanted(len(persons) + len(also)), "#votes")
        votes = ()  # the numbers were those of these persons in this order
    blank = ballot.blank if counted or proportional else ""
    if blank and read_number(blank) is None:
        raise Missing(Words.BAD_VOTES, "#group-blank" if proportional else "#blank")
    return replace(
        event,
        office=office,
        persons=persons,
        by=by,
        also=also,
        votes=votes,
        blank=int(blank or 0),
        in_place_of=after,
        moves_up=moves_up,
        groups=tuple(groups),
        group_votes=tuple(groups.values()),
        group_lots=lots,
    )


def _check_lots(groups: dict[str, int], lots: tuple[str, ...], places: int) -> None:
    if not groups or not places:
        return
    unknown = [name for name in lots if name not in groups]
    tied = shared_out(groups, places, lots).tied
    if unknown or tied:
        raise Missing(Words.not_a_group(unknown[0]) if unknown else Words.tied(list(tied)), "#lots")
