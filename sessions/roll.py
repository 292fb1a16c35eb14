"""The roll call: where each person is said to be, and what has to be recorded to say something else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

from sessions import events as ev
from sessions.attendance import here, presents, remote, servers
from sessions.meeting import Meeting
from sessions.service import may_not_serve_again

Status = Literal["", "närvarande", "frånvarande", "på distans", "väntas"]
"""Empty: nothing has been said of the person."""


def status_of(meeting: Meeting, person: str) -> Status:
    """Where the person is said to be."""
    if here(meeting, person):
        return "på distans" if remote(meeting, person) else "närvarande"
    if person in meeting.expected:
        return "väntas"
    return "frånvarande" if person in meeting.excused or meeting.stays.get(person) else ""


def marked(meeting: Meeting, person: str, status: Status, at: datetime) -> tuple[ev.Event, ...]:
    """The events of one act that give the person the status; none when they have it.

    Whose seat is filled takes it back by being here (R-206), but who broke off may only sit in (R-207); a substitute who
    goes serves no longer. Before the gavel nobody has served yet, so that both simply put the list right.
    """
    if status in ("", status_of(meeting, person)):
        return ()
    if status in ("närvarande", "på distans"):
        on_link = status == "på distans"
        if not here(meeting, person) and meeting.people[person].is_member and may_not_serve_again(meeting, person):
            return (ev.PersonArrived(at=at, person=person, remote=on_link, serves=False),)
        stand_ins = [s.person for s in servers(meeting) if s.seat_of == person] if not here(meeting, person) else []
        return (
            *(ev.SubstituteUnseated(at=at, substitute=s) for s in stand_ins),
            ev.PersonArrived(at=at, person=person, remote=on_link),
        )
    left: list[ev.Event] = []
    if here(meeting, person):
        left += [ev.SubstituteUnseated(at=at, substitute=person) for s in servers(meeting) if s.person == person and s.seat_of]
        left.append(ev.PersonLeft(at=at, person=person))
    if status == "väntas":
        return (*left, ev.PersonExpected(at=at, person=person))
    if left and meeting.opened:
        return tuple(left)  # who was there and went is not excused
    return (*left, ev.PersonExcused(at=at, person=person))


def comes_at_items(meeting: Meeting, person: str) -> bool:
    """Whether somebody who has no seat presents some items: such a person comes to those, and is not here all the time."""
    known = meeting.people[person]
    return not (known.is_member or known.is_substitute) and any(presents(known, x) for x in meeting.items.values())


def unmarked(meeting: Meeting, persons: Iterable[str]) -> tuple[str, ...]:
    """Those of whom nothing has been said, but for who comes to items of their own: whom `alla` marks as here."""
    return tuple(p for p in persons if status_of(meeting, p) == "" and not comes_at_items(meeting, p))
