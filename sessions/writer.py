"""The one thread that writes: acts in the order they came, so that typing never waits for a disk."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Condition, Thread
from typing import Literal, Protocol

from agendas.value import Value
from sessions.events import Event, PrivateNoteWritten, Recorded, TextWritten
from sessions.store import PRIVATE, NotSaved

FIRST_WAIT = 1.0
"""Seconds before an act that could not be written is tried again; it doubles …"""
LONGEST_WAIT = 5.0
"""… up to this."""
QUIET = 60.0
"""Seconds without anything to write before the log is brought home into the main file."""

_log = logging.getLogger(__name__)


class Log(Protocol):
    """What the writer needs of a store."""

    def append(self, events: Sequence[Event], after: int) -> tuple[Recorded[Event], ...]:
        """Write the events of one act after number `after`, all or none. Raises `Conflict`, `NotSaved` and `CodecFault`."""

    def save_draft(self, item: str, section: str, text: str) -> None:
        """Keep what is typed, in the place of what was kept before."""

    def drop_draft(self, item: str, section: str) -> None:
        """Let go of what was typed: it was recorded, or given up."""

    def rest(self) -> None:
        """Nothing is to be written just now: bring home into the main file what waits beside it."""

    def close(self) -> None:
        """Write nothing more."""


Result = tuple[Recorded[Event], ...] | Exception
"""What became of an act: the records as they stand in the log, or the fault, with nothing written."""
Done = Callable[[Result], None]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class State(Value):
    """How it stands with the saving. `since`: the `at` of the oldest act that is not on the disk; `waiting`: how many are not."""

    kind: Literal["sparat", "sparar", "inte sparat"] = "sparat"
    since: datetime | None = None
    why: str = ""
    waiting: int = 0


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Act(Value):
    events: tuple[Event, ...]
    after: int
    done: Done
    ticket: int


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Draft(Value):
    text: str | None
    """None: to be forgotten."""
    done: Done | None
    ticket: int


class Writer:
    """Owns a store from now on: nobody else may call it.

    Each `done` is called from the writer's thread with the records, once the commit was acknowledged. Before that it
    is called with `NotSaved`, each time with a new reason, while the act stays first in the queue and is tried again
    until it is written. Any other fault ends that act alone, and is handed to its `done`. `on_state` is called from
    the same thread at every change of `state`.
    """

    def __init__(self, store: Log, on_state: Callable[[State], None] | None = None) -> None:
        self._store = store
        self._on_state = on_state
        self._changed = Condition()
        # Guarded by _changed:
        self._acts: deque[_Act] = deque()
        self._drafts: dict[tuple[str, str], _Draft] = {}
        self._tickets = 0
        self._busy = False
        self._written = 0
        self._why = ""
        self._hurried = False
        self._closing = False
        self._told = State()
        # A daemon, so that a disk that never answers cannot keep the process alive; `close` is how it ends.
        self._thread = Thread(target=self._run, name="klubban-writer", daemon=True)
        self._thread.start()

    @property
    def state(self) -> State:
        """How it stands with the saving at this moment."""
        with self._changed:
            return self._state()

    def submit(self, events: Sequence[Event], after: int, done: Done) -> None:
        """Queue one act, to stand after number `after`. Raises `RuntimeError` when the writer is closed."""
        with self._changed:
            self._refuse_when_closed()
            self._acts.append(_Act(tuple(events), after, done, self._ticket()))
            self._changed.notify_all()

    def save_draft(self, item: str, section: str, text: str, done: Done | None = None) -> None:
        """Keep what is being typed in a box; the latest text of each box wins.

        `done` is called like that of an act, with no records; never for a text that a later one overtook.
        Raises `RuntimeError` when the writer is closed.
        """
        self._put_draft(item, section, text, done)

    def drop_draft(self, item: str, section: str) -> None:
        """Forget the draft of a box. Raises `RuntimeError` when the writer is closed."""
        self._put_draft(item, section, None, None)

    def flush(self, timeout: float | None = None) -> bool:
        """Wait until all that was handed in is on the disk; an act that waits is tried now.

        A slow disk is waited for as long as anything gets there within `timeout` seconds. Returns whether all of it is.
        """
        with self._changed:
            self._hurried = True
            self._changed.notify_all()
            while not self._idle():
                before = self._written
                self._changed.wait_for(lambda: self._idle() or self._written != before or not self._thread.is_alive(), timeout)  # noqa: B023
                if self._written == before:
                    break
            return self._idle()

    def close(self, timeout: float | None = 5.0) -> bool:
        """Write what there is, for as long as the disk takes something within `timeout` seconds, then close the store.

        What is left is told `NotSaved`.

        Returns whether everything was saved and closed.
        """
        saved = self.flush(timeout)
        with self._changed:
            self._closing = True
            self._changed.notify_all()
        self._thread.join(timeout)
        return saved and not self._thread.is_alive()

    # The writer's thread

    def _run(self) -> None:
        wait = FIRST_WAIT
        while self._has_work():
            fault = self._write_next()
            with self._changed:
                self._busy = False
                self._written += fault is None
                self._why = str(fault or "")
                self._changed.notify_all()
            self._tell_state()
            if fault is None:
                wait = FIRST_WAIT
            else:
                self._pause(wait)
                wait = min(2 * wait, LONGEST_WAIT)
        self._end()

    def _has_work(self) -> bool:
        """Wait for something to do. False when it is time to end."""
        with self._changed:
            ready = self._changed.wait_for(self._called, QUIET if self._tickets else None)
            if ready:
                self._busy = not self._closing
        if not ready:
            _guarded(self._store.rest)
            with self._changed:
                self._changed.wait_for(self._called)
                self._busy = not self._closing
        self._tell_state()
        return self._busy

    def _called(self) -> bool:
        return bool(self._acts or self._drafts or self._closing)

    def _write_next(self) -> NotSaved | None:
        """Write the first act, or a draft when there is none. Returns the fault if it is to be tried again."""
        with self._changed:
            self._hurried = False
            act = self._acts[0] if self._acts else None
            box, draft = next(iter(self._drafts.items()), (("", ""), None))
        result: Result = ()
        try:
            if act:
                result = self._store.append(act.events, act.after)
            elif draft and draft.text is not None:
                self._store.save_draft(*box, draft.text)
            elif draft:
                self._store.drop_draft(*box)
        except NotSaved as fault:
            waiting = act or draft
            if waiting and waiting.done and str(fault) != self._why:
                _guarded(waiting.done, fault)
            return fault
        except Exception as fault:  # noqa: BLE001 - it is handed on; the thread must live for the acts after it
            result = fault
        if act:
            self._finish(act, result)
        elif draft:
            with self._changed:
                if self._drafts.get(box) is draft:  # else more was typed meanwhile
                    del self._drafts[box]
            if draft.done:
                _guarded(draft.done, result)
        return None

    def _finish(self, act: _Act, result: Result) -> None:
        with self._changed:
            self._acts.popleft()
            # What was typed before the box was left is in the act now, and must not come back as a draft.
            for box in () if isinstance(result, Exception) else _boxes(act.events):
                if box in self._drafts and self._drafts[box].ticket < act.ticket:
                    del self._drafts[box]
        _guarded(act.done, result)

    def _pause(self, seconds: float) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._hurried or self._closing, seconds)

    def _end(self) -> None:
        with self._changed:
            left, self._acts = list(self._acts), deque()
            why = self._why or "Programmet avslutades innan det hann skrivas."
        for act in left:
            _guarded(act.done, NotSaved(why))
        _guarded(self._store.close)

    def _tell_state(self) -> None:
        if self._on_state is None:
            return
        state = self.state
        if state != self._told:
            self._told = state
            _guarded(self._on_state, state)

    # Small things, most of them with _changed held

    def _put_draft(self, item: str, section: str, text: str | None, done: Done | None) -> None:
        with self._changed:
            self._refuse_when_closed()
            self._drafts.pop((item, section), None)  # to the end of the line: no box that is typed in starves another
            self._drafts[item, section] = _Draft(text, done, self._ticket())
            self._changed.notify_all()

    def _ticket(self) -> int:
        self._tickets += 1
        return self._tickets

    def _refuse_when_closed(self) -> None:
        if self._closing:
            raise RuntimeError("the writer is closed")

    def _idle(self) -> bool:
        return not (self._acts or self._drafts or self._busy)

    def _state(self) -> State:
        if self._idle():
            return State()
        since = self._acts[0].events[0].at if self._acts and self._acts[0].events else None
        return State("inte sparat" if self._why else "sparar", since, self._why, len(self._acts))


def _guarded(call: Callable[..., None], *values: object) -> None:
    """Call what is not ours to judge. It may fail, and that is told in the log; the thread lives on for the acts to come."""
    try:
        call(*values)
    except Exception as fault:  # noqa: BLE001 - see above
        # Its kind alone: a message, and what the call is bound to, may hold what people have said.
        _log.error("%s failed in the writer's thread; what was acknowledged is on the disk", type(fault).__name__)


def _boxes(events: Sequence[Event]) -> list[tuple[str, str]]:
    """The text boxes whose text these events hold."""
    boxes = [(e.item, e.section) for e in events if isinstance(e, TextWritten)]
    return boxes + [(e.item, PRIVATE) for e in events if isinstance(e, PrivateNoteWritten)]
