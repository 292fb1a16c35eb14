"""What an act is called when it is taken back, struck or found again: `Yrkande: Eva Sjö (S): avslag, § 6`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sessions import events as ev
from sessions.events import Event, Recorded
from sessions.meeting import Meeting, Motion
from sessions.naming import named, number_of
from tui.after_rows import shown_paragraphs
from tui.lines import decision_text, motion_text
from tui.texts.program import Lines
from tui.texts.program import Telling as Words


def told(meeting: Meeting, act: Sequence[Recorded[Any]]) -> str:
    """What an act was, by the weightiest of its events, with its §."""
    if not act:
        return ""
    entry = min(act, key=lambda r: _RANK.get(type(r.event), 1))
    if len(act) > 1 and all(isinstance(r.event, ev.VoteCast) for r in act):
        return f"{len(act)} {Words.VOTES}, {_where(meeting, entry.event)}"  # a party at once, or a list
    alike = len({type(r.event) for r in act}) == 1
    return Words.several(told_event(meeting, entry), len(act) - 1 if alike else 0)


_RANK: dict[type[Event], int] = {
    ev.MemberRecused: 0,
    ev.MotionMoved: 0,
    ev.Decided: 0,
    ev.ItemOpened: 0,
    ev.PersonAdded: 0,
    ev.ItemLeft: 2,
    ev.QuestionPut: 2,
    ev.SubstituteSeated: 2,
    ev.SubstituteUnseated: 2,
    ev.Undone: 3,
}
"""What an act of several events is named by: the lowest."""


def told_event(meeting: Meeting, entry: Recorded[Any]) -> str:
    """One event in short."""
    event = entry.event
    what = _what(meeting, entry)
    where = _where(meeting, event)
    return f"{what}, {where}" if where else what


def _where(meeting: Meeting, event: Event) -> str:
    items = getattr(event, "items", None) or ((event.item,) if isinstance(event, ev.AboutItem) else ())
    item = meeting.items.get(items[0]) if items else None
    if item is None or isinstance(event, ev.ItemOpened):
        return ""
    numbers = [x.paragraph for i in items if (x := meeting.items.get(i)) and x.paragraph is not None]
    return shown_paragraphs(numbers) if len(numbers) > 1 else number_of(item)


def _what(meeting: Meeting, entry: Recorded[Any]) -> str:
    event = entry.event
    item = meeting.items.get(getattr(event, "item", "") or next(iter(getattr(event, "items", ())), ""))
    if isinstance(event, ev.ItemOpened):
        return Words.opened(named(item) if item else "")
    if isinstance(event, ev.MotionMoved):
        return f"{Words.MOTION} {motion_text(meeting, Motion(event.motion, entry))}"
    if isinstance(event, ev.Decided) and item:
        return f"{Words.DECISION} {decision_text(meeting, item, entry)}"
    if isinstance(event, ev.TextWritten):
        return Words.PROTOCOL_TEXT if event.section == "protocol" else Words.OTHER_TEXT
    if isinstance(event, ev.StatementMade):
        return f"{Lines.STATEMENTS[event.kind].casefold()} {meeting.label(event.person)}"
    if isinstance(event, ev.VoteCast):
        return f"{Words.NAMES[type(event).__name__]} {meeting.label(event.person)}: {event.choice}"
    if isinstance(event, ev.SubstituteSeated):
        return Lines.serves_for(meeting.label(event.substitute), meeting.label(event.seat_of))
    if isinstance(event, ev.PersonArrived) and not event.serves:
        return f"{meeting.label(event.person)} {Words.SITS_IN}"
    names = [meeting.label(p) for p in getattr(event, "persons", ()) or (getattr(event, "person", ""),) if p]
    title = getattr(event, "title", "") or getattr(event, "name", "")
    said = ", ".join(names) if names and not title else title
    word = Words.NAMES.get(type(event).__name__, Words.SOMETHING)
    return f"{word} {said}" if said else word
