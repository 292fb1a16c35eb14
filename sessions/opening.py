"""A meeting made ready for recording: its file, the one writer, the log in memory, and the session over them.

    recording = continue_recording(path, clock)      # or new_recording(path, agenda, clock)
    session = recording.session(deliver)
    …
    recording.close()

Faults are raised before anything is shown, so that the command line can tell them: `StoreFault`, `InUse` (somebody
else records in it), `NotSaved` (the disk refuses).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from agendas.model import Agenda
from sessions.events import Event, Recorded
from sessions.log import Log
from sessions.session import Clock, Session
from sessions.store import Draft, Store, was_cut_short
from sessions.writer import Writer

Deliver = Callable[[Callable[[], None]], object]
"""Brings a call from the writer's thread to the face's own: `App.call_later`."""


def new_recording(path: Path, agenda: Agenda, clock: Clock) -> Recording:
    """A new session file for the agenda, open for recording. Raises `StoreFault`, `InUse`, `NotSaved`."""
    return Recording(Store.create(path, agenda, clock()), clock)


def continue_recording(path: Path, clock: Clock) -> Recording:
    """An existing session file, open for recording. Raises `StoreFault`, `InUse`, `NotSaved`."""
    known = _read_first(path)
    return Recording(Store.open(path, clock(), known=known[-1].seq if known else 0), clock, known)


def _read_first(path: Path) -> tuple[Recorded[Event], ...]:
    """The log, read before anything is written to its file: one that cannot be understood is left as it was. Raises `StoreFault`."""
    if was_cut_short(path):
        return ()  # only a recorder can bring it in order, and reads it then
    with Store.follow(path) as seen:
        _ = seen.agenda
        return seen.since(0)


class Recording:
    """One session file that is ours to write in, until it is closed."""

    def __init__(self, store: Store, clock: Clock, known: tuple[Recorded[Event], ...] = ()) -> None:
        self.path = store.path
        self.clock = clock
        try:
            self.log = Log(store.agenda, (*known, *store.since(known[-1].seq if known else 0)))
            self.drafts: tuple[Draft, ...] = store.drafts()
            """What was being typed when the program last stopped."""
        except BaseException:
            store.close()
            raise
        self._store = store
        self._writer: Writer | None = None

    def session(self, deliver: Deliver, changed: Callable[[], None] = lambda: None) -> Session:
        """Start the writer. From now on only it touches the file; the answers come through `deliver`. Once."""
        self._writer = Writer(self._store)
        return Session(self.log, self._writer, self.clock, deliver, changed)

    def close(self, timeout: float | None = 5.0) -> bool:
        """Write what is left and leave the session as one plain file. Returns whether everything was saved."""
        if self._writer is None:
            self._store.close()
            return True
        return self._writer.close(timeout)
