"""The log of one meeting and what it adds up to. Undo and correction are read here: nothing in the log ever changes.

The state is a fold over the log with undone acts left out and corrected events replaced in their place. An event that
no longer fits is skipped, stays in the log, and is listed among the meeting's misfits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from agendas.model import Agenda
from sessions.completion import complete
from sessions.events import Corrected, Event, Recorded, Undone
from sessions.fold import apply, begin
from sessions.meeting import Meeting, Misfit
from sessions.refusals import objection, remedy, why_not

KEPT_STATES = 50
"""How many acts back the states are kept, so that undoing the last ones is immediate."""

_ID_FIELDS = ("motion", "question", "reservation", "statement", "item", "items", "person", "paragraphs")


def effective(records: Sequence[Recorded[Any]]) -> tuple[Recorded[Any], ...]:
    """The log as it counts: without undone acts, with corrected events replaced in their place."""
    undone: set[int] = set()
    corrections: dict[int, Event] = {}
    for entry in reversed(records):  # a taken-back Undone takes nothing back: that is the redo
        if entry.act in undone:
            continue
        if isinstance(entry.event, Undone) and entry.event.act < entry.act:
            undone.add(entry.event.act)
        elif isinstance(entry.event, Corrected) and entry.event.seq < entry.seq:
            corrections.setdefault(entry.event.seq, entry.event.event)
    return tuple(
        replace(r, event=replacing(r.event, corrections[r.seq])) if r.seq in corrections else r
        for r in records
        if r.act not in undone and not isinstance(r.event, (Undone, Corrected))
    )


def replacing(original: Event, new: Event) -> Event:
    """The correcting event in the place of the original: its ids are kept where the new one leaves them out."""
    if type(new) is not type(original):
        return new
    own = {f.name for f in fields(new)}
    kept = {name: getattr(original, name) for name in _ID_FIELDS if name in own and not getattr(new, name)}
    return replace(new, at=original.at, **kept)


def replay(agenda: Agenda, records: Sequence[Recorded[Any]]) -> Meeting:
    """The meeting that a whole log adds up to. Never fails."""
    meeting = begin(agenda)
    for entry in effective(records):
        meeting = fitted(meeting, entry)
    return meeting


def fitted(meeting: Meeting, entry: Recorded[Any]) -> Meeting:
    """The meeting after the event, or with one more misfit when it cannot be."""
    reason = why_not(meeting, entry.event)
    if reason is not None:
        return replace(meeting, misfits=(*meeting.misfits, Misfit(entry, reason)))
    return apply(meeting, entry)


@dataclass(frozen=True, slots=True)
class Trial:
    """How one act would go: its records with ids and § numbers filled in, and what stands against it."""

    records: tuple[Recorded[Any], ...]
    meeting: Meeting
    """The meeting after it, as far as it could be."""
    reason: str | None = None
    """Why it cannot be; the last record is the one that cannot."""
    remedy: tuple[Event, ...] = ()
    """What would make that one possible."""
    objection: str | None = None
    """What the law says against it, though it can be recorded."""


class Log:
    """The records of one meeting in memory, and the meeting they add up to."""

    def __init__(self, agenda: Agenda, records: Iterable[Recorded[Any]] = ()) -> None:
        self.agenda = agenda
        self.records: list[Recorded[Any]] = list(records)
        self.meeting = replay(agenda, self.records)
        self._before: deque[tuple[int, Meeting]] = deque(maxlen=KEPT_STATES)
        """The last acts that count, each with the state before it, oldest first."""

    @property
    def last_seq(self) -> int:
        """The number of the newest record; 0 for none."""
        return self.records[-1].seq if self.records else 0

    @property
    def last_act(self) -> int:
        """The number of the newest act; 0 for none."""
        return max((r.act for r in self.records[-1:]), default=0)

    def extend(self, act: Sequence[Recorded[Any]]) -> Meeting:
        """The meeting after one more act: records that share an act number and follow the last one."""
        if not act:
            return self.meeting
        self.records.extend(act)
        if any(isinstance(r.event, (Undone, Corrected)) for r in act):
            self._taken_back(act)
        else:
            self._before.append((act[0].act, self.meeting))
            for entry in act:
                self.meeting = fitted(self.meeting, entry)
        return self.meeting

    def _taken_back(self, act: Sequence[Recorded[Any]]) -> None:
        only = act[0].event
        if len(act) == 1 and isinstance(only, Undone) and self._before and self._before[-1][0] == only.act:
            self.meeting = self._before.pop()[1]
            return
        self._before.clear()
        self.meeting = replay(self.agenda, self.records)

    def tried(self, events: Sequence[Event]) -> Trial:
        """One act as it would stand in the log. Nothing is recorded.

        Each event sees those before it, so that an opening that is taken back in the same act frees its number.
        """
        meeting = self.meeting
        records: list[Recorded[Any]] = []
        against: str | None = None
        for event in events:
            full = complete(meeting, event)
            records.append(Recorded(self.last_seq + len(records) + 1, self.last_act + 1, full))
            if reason := why_not(meeting, full):
                return Trial(tuple(records), meeting, remedy=remedy(meeting, full), reason=reason)
            against = against or objection(meeting, full)
            if isinstance(full, (Undone, Corrected)):
                meeting = replay(self.agenda, [*self.records, *records])
            else:
                meeting = apply(meeting, records[-1])
        return Trial(tuple(records), meeting, objection=against)

    def undoable(self) -> tuple[Recorded[Any], ...]:
        """The newest act that counts and can be taken back: what Ctrl+Z would undo. Empty when there is none."""
        undone: set[int] = set()
        for entry in reversed(self.records):
            if entry.act in undone:
                continue
            if isinstance(entry.event, Undone):
                undone.add(entry.event.act)
                undone.add(entry.act)
                continue
            return tuple(r for r in self.records if r.act == entry.act)
        return ()

    def redoable(self) -> int | None:
        """The act number of the Undone that a redo would take back: the newest record, when it is one."""
        last = self.records[-1] if self.records else None
        return last.act if last and isinstance(last.event, Undone) else None

    def entry(self, seq: int) -> Recorded[Any] | None:
        """The record with that number, as it was written."""
        index = seq - 1
        if 0 <= index < len(self.records) and self.records[index].seq == seq:
            return self.records[index]
        return next((r for r in self.records if r.seq == seq), None)
