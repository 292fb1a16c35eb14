"""Which item comes next, and how the meeting goes from one to another: the events of one act.

`open_item` is what F2 and Enter in the agenda list record. A § that was opened by a slip gives its number back
(`give_back`), so that the series keeps no gap (R-1302).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sessions.events import Event, ItemLeft, ItemOpened, PrivateNoteWritten, Recorded, TextWritten, Undone
from sessions.log import Log
from sessions.meeting import ItemState, Meeting, takes_paragraph
from sessions.standing import wants_decision


def upcoming(meeting: Meeting) -> tuple[ItemState, ...]:
    """The items that have not been taken up and are still on the agenda, as they will come: those after the current one, then
    those that were passed over."""
    at = max((meeting.order.index(i) + 1 for i in meeting.current), default=0)
    return tuple(x for i in (*meeting.order[at:], *meeting.order[:at]) if (x := meeting.items[i]).phase == "planerat")


def next_item(meeting: Meeting) -> ItemState | None:
    """The next unhandled item from the current place in the list; when nothing is left below, the first one passed over. None when
    all are handled."""
    return next(iter(upcoming(meeting)), None)


def undecided(meeting: Meeting) -> tuple[ItemState, ...]:
    """The items that were taken up and lack a decision: what is left when the meeting ends."""
    return tuple(x for x in meeting.handled if x.decision is None and wants_decision(x))


def not_taken_up(meeting: Meeting) -> tuple[ItemState, ...]:
    """The items that would take a § and have not been taken up."""
    return tuple(x for x in upcoming(meeting) if takes_paragraph(x.item, meeting.rules))


def open_item(meeting: Meeting, item: str, at: datetime) -> tuple[Event, ...]:
    """Go on to an item: what is open without a decision is left, and the item gets its §."""
    left = tuple(ItemLeft(at=at, item=x.id) for x in meeting.open_items)
    return (*left, ItemOpened(at=at, items=(item,)))


def slipped_opening(log: Log) -> Recorded[ItemOpened] | None:
    """The opening of the current item when it is the newest act: nothing has been recorded on it, so it can be taken back."""
    opened = [r for r in log.undoable() if isinstance(r.event, ItemOpened)]
    if opened and opened[-1].event.items == log.meeting.current and all(x.phase == "öppet" for x in log.meeting.open_items):
        return opened[-1]
    return None


def give_back(log: Log, opening: Recorded[ItemOpened], item: str, at: datetime) -> tuple[Event, ...]:
    """Another item instead of the one just opened: its number is free again, and is what the other one gets."""
    taken_back = Undone(at=at, act=opening.act)
    return (taken_back, *open_item(log.tried((taken_back,)).meeting, item, at))


def handled_last(meeting: Meeting, decided: bool = True) -> ItemState | None:
    """The item decided (or only handled) last before the one that is open now: what a late reservation is about."""
    past: Sequence[ItemState] = [x for x in meeting.handled if x.phase != "öppet" and (not decided or x.decision)]
    return max(past, key=lambda x: x.episodes[-1], default=None)


def last_act(log: Log) -> tuple[Recorded[Any], ...]:
    """The newest act that counts, other than writing a text: what Ctrl+Z outside the text takes back. Empty when there is none.

    A text has an undo of its own in its box; to lose a page of notes when a decision was meant would be a bad surprise.
    """
    gone: set[int] = set()
    for entry in reversed(log.records):
        if entry.act in gone:
            continue
        if isinstance(entry.event, Undone):
            gone |= {entry.event.act, entry.act}
            continue
        act = tuple(r for r in log.records if r.act == entry.act)
        if len(act) > 1 or not _is_note(entry.event):
            return act
        gone.add(entry.act)
    return ()


def _is_note(event: Event) -> bool:
    return isinstance(event, PrivateNoteWritten) or (isinstance(event, TextWritten) and event.section == "protocol")
