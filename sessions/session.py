"""One meeting being recorded: what is committed, what is on its way to the disk, and how a new act is taken.

The face talks to this and to nothing below it. An act is checked against the meeting with everything that is on its
way (`ahead`), queued to the writer, and counts as done (`meeting`) when the commit was acknowledged.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from agendas.value import Value
from sessions.events import Event, PrivateNoteWritten, Recorded, TextWritten, Undone
from sessions.log import Log, Trial
from sessions.meeting import Meeting
from sessions.store import PRIVATE, NotSaved
from sessions.writer import Result

Clock = Callable[[], datetime]
"""Gives the aware local time. One is made in the command line and handed down."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Refused(Value):
    """Why an act was not recorded, and what would mend it.

    `insist`: the act is possible though the law objects; recording it again with `insist=True` takes it (design section 4).
    """

    reason: str
    remedy: tuple[Event, ...] = ()
    insist: bool = False


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Saving(Value):
    """How it stands with the disk. `waiting`: acts not yet acknowledged. `fault`: why not, in Swedish, while it lasts."""

    waiting: int = 0
    since: datetime | None = None
    fault: str = ""
    last_saved: datetime | None = None

    @property
    def saved(self) -> bool:
        """Whether everything that was recorded is acknowledged."""
        return self.waiting == 0 and not self.fault


def _against(trial: Trial, insist: bool) -> Refused | None:
    if trial.reason is not None:
        return Refused(trial.reason, trial.remedy)
    return Refused(trial.objection, insist=True) if trial.objection and not insist else None


class Recorder(Protocol):
    """What a session needs of a writer (`writer.Writer`): acts in, acknowledgements out, drafts beside."""

    def submit(self, events: Sequence[Event], after: int, done: Callable[[Result], None]) -> None:
        """Queue one act; `done` is called, in any thread, with what became of it."""

    def save_draft(self, item: str, section: str, text: str, done: Callable[[Result], None] | None = None) -> None:
        """Keep text that is still being typed; `done` as for an act."""


class Session:
    """The recording of one meeting.

    `deliver` brings a call from the writer's thread to the face's own; `changed` is called there after every
    acknowledgement or fault.
    """

    def __init__(
        self, log: Log, recorder: Recorder, clock: Clock, deliver: Callable[[Callable[[], None]], object], changed: Callable[[], None]
    ) -> None:
        self.log = log
        self.clock = clock
        self.meeting: Meeting = log.meeting
        """What is committed: what the screen shows as done."""
        self.saving = Saving()
        self._recorder = recorder
        self._deliver = deliver
        self.changed = changed
        self._committed = log.last_seq
        self._waiting: deque[tuple[int, Meeting]] = deque()
        """The acts on their way: the last number of each, and the meeting after it."""

    @property
    def ahead(self) -> Meeting:
        """The meeting with the acts that are on their way: what the next act is checked against."""
        return self.log.meeting

    @property
    def shown(self) -> Meeting:
        """What the screen shows: what is committed; while the disk refuses, everything, marked as not saved."""
        return self.ahead if self.saving.fault else self.meeting

    @property
    def unsaved(self) -> tuple[Recorded[Event], ...]:
        """What is recorded but not acknowledged: in memory alone."""
        return tuple(r for r in self.log.records if r.seq > self._committed)

    def why_not(self, *events: Event, insist: bool = False) -> Refused | None:
        """What stands against recording these events as one act; None when nothing does."""
        return _against(self.log.tried(events), insist)

    def record(self, *events: Event, insist: bool = False) -> Refused | None:
        """Record one act of the user. Returns what stands against it, and then nothing was recorded; else None."""
        trial = self.log.tried(events)
        refused = _against(trial, insist)
        if refused is None:
            self._queue(trial.records, trial.meeting)
        return refused

    def correct(self, seq: int, event: Event, insist: bool = False, beside: Sequence[Event] = ()) -> Refused | None:
        """Replace the fact `seq` in its place, with other events in the same act. Ids that the new event leaves out are kept.

        Returns what stands against it, and then nothing was recorded; else None.
        """
        trial = self.log.tried_correction(seq, event, self.clock(), beside)
        refused = _against(trial, insist)
        if refused is None:
            self._queue(trial.records, trial.meeting)
        return refused

    def why_not_strike(self, act: int) -> Refused | None:
        """What stands against taking back an act: that it is the approval, or in what was approved (R-1105); None when nothing does."""
        against = self.log.against_taking_back(act)
        return Refused(against, insist=True) if against else None

    def strike(self, act: int, insist: bool = False) -> Refused | None:
        """Take back any act, not only the newest: the line disappears and the log keeps it.

        Returns what stands against it, and then nothing was recorded; else None.
        """
        refused = None if insist else self.why_not_strike(act)
        if refused is None:
            self._queue((Recorded(self.log.last_seq + 1, self.log.last_act + 1, Undone(at=self.clock(), act=act)),))
        return refused

    def redo(self) -> bool:
        """Take back the newest undo; False when the newest act is not one."""
        act = self.log.redoable()
        if act is not None:
            self.strike(act, insist=True)  # what was signed comes back with it
        return act is not None

    def save_draft(self, item: str, section: str, text: str) -> None:
        """Keep text that is being typed, so that a crash loses none of it. A disk that refuses it is told as for an act."""

        def done(result: Result) -> None:
            self._deliver(lambda: self._draft_told(result))

        self._recorder.save_draft(item, section, text, done)

    def _queue(self, records: tuple[Recorded[Event], ...], meeting: Meeting | None = None) -> None:
        after = self.log.last_seq
        self._waiting.append((records[-1].seq, self.log.extend(records, meeting)))
        self.saving = replace(self.saving, waiting=len(self._waiting), since=self.saving.since or self.clock())

        def done(result: Result) -> None:
            self._deliver(lambda: self._acknowledged(result))

        self._recorder.submit(tuple(r.event for r in records), after, done)

    def _acknowledged(self, result: Result) -> None:
        """The writer's answer, in the face's thread: an act that is on the disk, or one that never can be."""
        if isinstance(result, NotSaved):  # it is being tried again
            self.saving = replace(self.saving, fault=str(result))
        elif isinstance(result, Exception):
            self._fell(result)
        else:
            while self._waiting and self._waiting[0][0] <= result[-1].seq:
                self._committed, self.meeting = self._waiting.popleft()
            now = self.clock()
            self.saving = Saving(len(self._waiting), self.saving.since if self._waiting else None, "", now)
        self.changed()

    def _draft_told(self, result: Result) -> None:
        fault = str(result) if isinstance(result, Exception) else ""
        if not self._waiting and fault != self.saving.fault:  # else the acts that wait tell how it stands
            self.saving = replace(self.saving, fault=fault)
            self.changed()

    def _fell(self, fault: Exception) -> None:
        """An act was refused by the store for good: the log goes back to what is on the disk, and nothing pretends otherwise."""
        self._waiting.clear()
        for record in self.unsaved:  # what was typed is kept as it was before it was recorded: as a draft
            if isinstance(record.event, TextWritten):
                self._recorder.save_draft(record.event.item, record.event.section, record.event.text)
            elif isinstance(record.event, PrivateNoteWritten):
                self._recorder.save_draft(record.event.item, PRIVATE, record.event.text)
        self.log = Log(self.log.agenda, [r for r in self.log.records if r.seq <= self._committed])
        self.meeting = self.log.meeting
        self.saving = Saving(fault=f"{fault} Det senaste antecknades inte.", last_saved=self.saving.last_saved)
