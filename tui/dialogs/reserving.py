"""What F7 records: reservations, notes and statements. Nothing of any screen."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sessions.attendance import deciding
from sessions.events import Event, ReservationMade, StatementMade
from sessions.meeting import ItemState, Meeting
from tui.choices import Option
from tui.naming import motion_label
from tui.texts.dialogs import Reservation

RESERVATION = "reservation"
KINDS = (
    Option(RESERVATION, Reservation.RESERVATION, "r"),
    Option("protokollsanteckning", Reservation.NOTE, "p"),
    Option("särskilt yttrande", Reservation.STATEMENT, "y"),
    Option("mening till protokollet", Reservation.SENTENCE, "m"),
    Option("avvikande mening", Reservation.DIVERGENT, "a"),
)
OWN = "eget yrkande"


def favours(meeting: Meeting, item: ItemState | None) -> list[Option]:
    """What a reservation can be in favour of: nothing said, the own motion, one of the motions on the table."""
    motions = [Option(m.id, motion_label(meeting, item, m)) for m in item.live_motions] if item else []
    return [Option("", Reservation.NOTHING, "s"), Option(OWN, Reservation.OWN, "e"), *motions]


def usual_favour(item: ItemState, persons: tuple[str, ...]) -> str:
    """Who has a motion of their own on the table reserves in its favour, unless something else is said.

    A group does so in favour of the motion that one of them moved (R-804): the last one, which fell last.
    """
    theirs = [m for m in item.live_motions if set(persons) & {*m.entry.event.by} and m.entry.event.kind != "bifall"]
    movers = {p for m in theirs for p in m.entry.event.by}
    if not theirs:
        return OWN if any(set(persons) & {*m.entry.event.by} for m in item.live_motions) else ""
    return OWN if set(persons) <= movers else theirs[-1].id


def made(
    at: datetime,
    item: str,
    persons: tuple[str, ...],
    kind: str,
    *,
    favour: str = "",
    points: tuple[int, ...] = (),
    also_in: tuple[str, ...] = (),
    text: str = "",
    appendix: str = "",
    later: bool = False,
) -> tuple[Event, ...]:
    """One reservation in each § for all who share it; a statement for each.

    `also_in`: further §§, as when one document is handed in for two. A motion that is named is another one there: then it is their own.
    """
    shared: dict[str, Any] = {"at": at, "text": text, "appendix": appendix, "to_be_handed_in": later and not text}
    others = tuple(i for i in dict.fromkeys(also_in) if i != item)
    if kind == RESERVATION:
        elsewhere = favour if favour in {"", OWN} else OWN
        first = ReservationMade(item=item, persons=persons, in_favour_of=favour, points=points, **shared)
        return (first, *(ReservationMade(item=i, persons=persons, in_favour_of=elsewhere, **shared) for i in others))
    said: Any = kind
    return tuple(StatementMade(item=i, person=person, kind=said, **shared) for i in (item, *others) for person in persons)


def group_of(meeting: Meeting, item: ItemState, persons: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the same parties who took part in the decision, besides the persons themselves (R-801)."""
    people = meeting.people
    parties = {people[p].party for p in persons if p in people} - {""}
    return tuple(p for p in deciding(meeting, item) if people[p].party in parties and p not in persons)
