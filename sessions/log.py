"""The log of one meeting and what it adds up to. Undo and correction are read here: nothing in the log ever changes.

The state is a fold over the log with undone acts left out and corrected events replaced in their place. An event that
no longer fits is skipped, stays in the log, and is listed among the meeting's misfits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Any

from agendas.model import Agenda
from agendas.value import Value
from sessions.attendance import here, was_there
from sessions.completion import complete
from sessions.events import Approved, Corrected, Event, PersonArrived, PrivateNoteWritten, Recorded, TextWritten, Undone
from sessions.fold import apply, begin, items_meant
from sessions.frozen import approved_already, signed_with
from sessions.meeting import Meeting, Misfit
from sessions.naming import named
from sessions.objections import objection
from sessions.refusals import remedy, why_not

KEPT_STATES = 50
"""How many acts back the states are kept, so that undoing the last ones is immediate."""

_ID_FIELDS = ("motion", "question", "vote", "reservation", "statement", "item", "items", "person", "paragraphs")


def effective(records: Sequence[Recorded[Any]]) -> tuple[Recorded[Any], ...]:
    """The log as it counts: without undone acts, with corrected events replaced in their place."""
    undone, corrections = taken_back(records)
    return tuple(
        replace(r, event=replacing(r.event, corrections[r.seq].event.event)) if r.seq in corrections else r
        for r in records
        if r.act not in undone and not isinstance(r.event, (Undone, Corrected))
    )


def taken_back(records: Sequence[Recorded[Any]]) -> tuple[set[int], dict[int, Recorded[Corrected]]]:
    """The acts that are undone, and for each corrected fact, by its `seq`, the correction that counts."""
    undone: set[int] = set()
    corrections: dict[int, Recorded[Corrected]] = {}
    for entry in reversed(records):  # a taken-back Undone takes nothing back: that is the redo
        if entry.act in undone:
            continue
        if isinstance(entry.event, Undone) and entry.event.act < entry.act:
            undone.add(entry.event.act)
        elif isinstance(entry.event, Corrected) and entry.event.seq < entry.seq:
            corrections.setdefault(entry.event.seq, entry)
    return undone, corrections


def replacing(original: Event, new: Event) -> Event:
    """The correcting event in the place of the original: its ids are kept where the new one leaves them out."""
    if type(new) is not type(original):
        return new
    own = {f.name for f in fields(new)}
    kept = {name: getattr(original, name) for name in _ID_FIELDS if name in own and not getattr(new, name)}
    return replace(new, at=original.at, **kept)


def replay(agenda: Agenda, records: Sequence[Recorded[Any]]) -> Meeting:
    """The meeting that a whole log adds up to. Never fails."""
    return _fold(agenda, records, effective(records))


def _fold(agenda: Agenda, records: Sequence[Recorded[Any]], counting: Iterable[Recorded[Any]]) -> Meeting:
    """The meeting after those of the records that count, as they count."""
    written = {r.seq: r.event for r in records}
    meeting = begin(agenda)
    for entry in counting:
        meeting = fitted(meeting, entry, corrected=entry.event is not written[entry.seq])
    return meeting


def fitted(meeting: Meeting, entry: Recorded[Any], corrected: bool = False) -> Meeting:
    """The meeting after the event, or with one more misfit when it cannot be.

    Presence says nothing against a correction: an arrival that was noticed late stands later in the log.
    """
    reason = why_not(meeting, entry.event)
    if reason is not None and corrected:
        reason = why_not(_all_here(meeting, entry.event), entry.event)
    if reason is not None:
        return replace(meeting, misfits=(*meeting.misfits, Misfit(entry, reason)))
    return apply(meeting, entry)


def _all_here(meeting: Meeting, event: Event) -> Meeting:
    """The meeting as it would be if those whom the event needs had been noted as present."""
    for arrival in remedy(meeting, event):
        meeting = apply(meeting, Recorded(0, 0, arrival))
    return meeting


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Trial(Value):
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


def _unless_there(tried: Trial, event: Any, person: str, at: datetime) -> Trial:
    """The trial of a correction, with what stands against it if that person is not noted as present in the item."""
    meeting = tried.meeting
    item = next((meeting.items[i] for i in items_meant(meeting, event)), None)
    if item is None or was_there(meeting, person, item):
        return tried
    said = f"{meeting.label(person)} är inte antecknad som närvarande i {named(item)}."
    if here(meeting, person):  # came later, as far as is known
        return replace(tried, objection=tried.objection or said)
    came = PersonArrived(at=at, when=getattr(event, "when", None) or event.at, person=person, before=item.id)
    return replace(tried, reason=tried.reason or said, remedy=(*tried.remedy, came))


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

    def extend(self, act: Sequence[Recorded[Any]], after: Meeting | None = None) -> Meeting:
        """The meeting after one more act: records that share an act number and follow the last one.

        `after` is that meeting, where a trial of the act has worked it out already.
        """
        if not act:
            return self.meeting
        self.records.extend(act)
        if any(isinstance(r.event, (Undone, Corrected)) for r in act):
            self._taken_back(act, after)
            return self.meeting
        self._before.append((act[0].act, self.meeting))
        if after is None:
            after = self.meeting
            for entry in act:
                after = fitted(after, entry)
        self.meeting = after
        return after

    def _taken_back(self, act: Sequence[Recorded[Any]], after: Meeting | None) -> None:
        only = act[0].event
        if len(act) == 1 and isinstance(only, Undone) and self._before and self._before[-1][0] == only.act:
            self.meeting = self._before.pop()[1]
            return
        self._before.clear()
        self.meeting = replay(self.agenda, self.records) if after is None else after

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
            against = against or objection(meeting, full) or approved_already(meeting, full)
            if isinstance(full, (Undone, Corrected)):
                meeting = replay(self.agenda, [*self.records, *records])
            else:
                meeting = apply(meeting, records[-1])
        return Trial(tuple(records), meeting, objection=against)

    def tried_correction(self, seq: int, event: Event, at: datetime, beside: Sequence[Event] = ()) -> Trial:
        """How it would go to put `event` in the place of the fact `seq`, with other events in the same act. Nothing is recorded.

        It is tried where it will stand. What rests on the fact and no longer fits is no reason against it: that becomes a finding.
        """
        trial = self.tried(beside)
        counting = effective(self.records)
        written = next((r for r in counting if r.seq == seq), None)
        if trial.reason is not None or written is None:
            return trial if trial.reason is not None else replace(trial, reason="Raden finns inte längre.")
        new = replacing(written.event, event)
        record = Recorded(self.last_seq + len(beside) + 1, self.last_act + 1, Corrected(at=at, seq=seq, event=new))
        before = _fold(self.agenda, self.records, [r for r in counting if r.seq < seq])
        there = _all_here(before, new)
        after = replay(self.agenda, [*self.records, *trial.records, record])
        against = approved_already(self.meeting, new) or objection(there, new)
        tried = Trial((*trial.records, record), after, why_not(there, new), objection=against)
        if tried.reason is not None:
            return tried
        for arrival in remedy(before, new):
            if isinstance(arrival, PersonArrived):
                tried = _unless_there(tried, new, arrival.person, at)
        return tried

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

    def against_taking_back(self, act: int) -> str | None:
        """What the law says against taking back an act: it is the approval, or in what was approved (R-1105). None when nothing does."""
        if not any(item.approved for item in self.meeting.items.values()):
            return None
        approvals = [r for r in effective(self.records) if isinstance(r.event, Approved)]
        return signed_with(self.meeting, (r for r in self.records if r.act == act), approvals)

    def redoable(self) -> int | None:
        """The act number of the Undone that a redo would take back: the newest that still counts, unless a new fact came after it.

        Texts do not end the row of redoes: they are recorded by themselves when a box is left.
        """
        undoings: set[int] = {r.act for r in self.records if isinstance(r.event, Undone)}
        redone: set[int] = set()
        for entry in reversed(self.records):
            if entry.act in redone or isinstance(entry.event, (TextWritten, PrivateNoteWritten)):
                continue
            if not isinstance(entry.event, Undone):
                return None
            if entry.event.act not in undoings:
                return int(entry.act)
            redone.add(entry.event.act)
        return None

    def entry(self, seq: int) -> Recorded[Any] | None:
        """The record with that number, as it was written."""
        index = seq - 1
        if 0 <= index < len(self.records) and self.records[index].seq == seq:
            return self.records[index]
        return next((r for r in self.records if r.seq == seq), None)
