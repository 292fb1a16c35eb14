"""The roll call: where each person is said to be, and what has to be recorded to say something else."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sessions import events as ev
from sessions.attendance import here, remote, servers
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
