"""Who came and went, took a seat or the chair, and the gavels of the meeting: the facts that stand in no §, as lines to choose from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sessions import events as ev
from sessions.events import Event, Recorded
from sessions.log import Log, effective
from sessions.meeting import Meeting
from sessions.naming import number_of
from tui.choices import Choice
from tui.telling import told_event
from tui.texts.dialogs import Movements as Words

DIALOG_OF: dict[type[Event], str] = {
    ev.PersonArrived: "attendance",
    ev.PersonLeft: "attendance",
    ev.PersonExpected: "attendance",
    ev.PersonExcused: "attendance",
    ev.SubstituteSeated: "composition",
    ev.SubstituteUnseated: "composition",
    ev.ChairTaken: "composition",
    ev.ApproversChosen: "approvers",
    ev.MeetingAdjourned: "adjournment",
    ev.MeetingResumed: "adjournment",
    ev.MeetingOpened: "moment",
    ev.MeetingClosed: "moment",
}
"""The dialog in which each of them is put right."""


def movements(log: Log) -> tuple[Recorded[Any], ...]:
    """The facts as they count now, the newest first."""
    return tuple(r for r in reversed(effective(log.records)) if type(r.event) in DIALOG_OF)


def movement_choices(meeting: Meeting, entries: tuple[Recorded[Any], ...]) -> Iterator[Choice]:
    """A line for each: what, who, when and from where it counts."""
    for entry in entries:
        happened = getattr(entry.event, "happened", entry.event.at)
        yield Choice(str(entry.seq), told_event(meeting, entry), Words.when(f"{happened:%H.%M}", _place(meeting, entry.event)))


def _place(meeting: Meeting, event: Event) -> str:
    for name, said in Words.PLACES.items():
        item = meeting.items.get(getattr(event, name, ""))
        if item is not None:
            return said.format(item=number_of(item))
    return ""
