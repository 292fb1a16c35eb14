"""What the secretary need not say: ids, § numbers and the item meant, filled in before an event is recorded.

The log carries everything, so that a later undo or correction renumbers nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from agendas.names import unique_slug
from sessions import events as ev
from sessions.events import Event
from sessions.fold import items_meant
from sessions.meeting import Meeting, next_paragraphs


def complete(meeting: Meeting, event: Event) -> Event:
    """The event with the item it is about, its own id and its § numbers filled in where they were left out."""
    if isinstance(event, ev.ItemOpened):
        known = all(i in meeting.items for i in event.items)
        return replace(event, paragraphs=event.paragraphs or (next_paragraphs(meeting, event.items) if known else ()))
    if isinstance(event, ev.PersonAdded) and not event.person:
        return replace(event, person=unique_slug(event.name, meeting.people))
    if isinstance(event, ev.ItemAdded) and not event.item:
        return replace(event, item=unique_slug(event.title, meeting.items))
    if isinstance(event, ev.AppendixAdded) and not event.label:
        event = replace(event, label=_next_letter({a.event.label for a in meeting.appendices}))
    if isinstance(event, ev.AboutItems):
        return replace(event, items=items_meant(meeting, event))
    if isinstance(event, ev.AboutItem):
        return _numbered(meeting, replace(event, item=next(iter(items_meant(meeting, event)), "")))
    return event


def _numbered(meeting: Meeting, event: ev.AboutItem) -> Event:
    """The next id of its kind within the item: motion-1, motion-2 …"""
    item = meeting.items.get(event.item)
    if item is None:
        return event
    if isinstance(event, ev.MotionMoved) and not event.motion:
        return replace(event, motion=_next_id("motion", {x.id for x in item.motions}))
    if isinstance(event, ev.QuestionPut) and not event.question:
        return replace(event, question=_next_id("question", {x.id for x in item.questions}))
    if isinstance(event, ev.VoteOpened) and not event.vote:
        event = replace(event, vote=_next_id("vote", {x.id for x in item.votes}))
    if isinstance(event, (ev.QuestionAnswered, ev.VoteOpened)) and not event.question and item.questions:
        return replace(event, question=item.questions[-1].id)
    if isinstance(event, ev.ReservationMade) and not event.reservation:
        return replace(event, reservation=_next_id("reservation", {x.id for x in item.reservations}))
    if isinstance(event, ev.StatementMade) and not event.statement:
        return replace(event, statement=_next_id("statement", {x.id for x in item.statements}))
    return event


def _next_id(kind: str, taken: set[str]) -> str:
    number = len(taken) + 1
    while f"{kind}-{number}" in taken:
        number += 1
    return f"{kind}-{number}"


def _next_letter(taken: set[str]) -> str:
    letters: Iterator[str] = (a + b for a in ("", *"ABCDEFGHIJ") for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return next(x for x in letters if x not in taken)
