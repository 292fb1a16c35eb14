"""When the readable draft beside the session is refreshed: after a gavel, at most every ten seconds, off the key's path; and at the end.

The thread that writes it shares one interpreter with the screen: it begins when what the gavel gave has been painted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.screen import Screen
from textual.timer import Timer

from sessions.meeting import Meeting

if TYPE_CHECKING:
    from exports.style import Style

SECONDS_BETWEEN = 10.0
PAINTED_AFTER = 1.0
"""Seconds after a gavel. At once it took 100–150 ms of the Enter of a large meeting (`bench/RESULTS.md`)."""


class ReadableCopy:
    """Keeps the draft of one session fresh. `style` gives the house style; `screen` lends its timers and threads."""

    def __init__(self, screen: Screen[Any], session: Path, style: Callable[[], Style]) -> None:
        self._screen = screen
        self._session = session
        self._style = style
        self._gavels = 0
        self._waiting: Timer | None = None
        self._latest: Meeting | None = None
        self._written: Meeting | None = None

    def follow(self, meeting: Meeting) -> None:
        """See what is committed now; a new gavel, or the end of the meeting, makes the copy due."""
        gavels = sum(1 for x in meeting.items.values() if x.decision) + (meeting.phase == "avslutat")
        self._latest = meeting
        if gavels == self._gavels:
            return
        self._gavels = gavels
        if self._waiting is None:
            self._waiting = self._screen.set_timer(PAINTED_AFTER, self._painted)

    def _painted(self) -> None:
        """Nobody waits for a picture any more."""
        self._write()
        self._waiting = self._screen.set_timer(SECONDS_BETWEEN, self._rested)

    def _rested(self) -> None:
        """Ten seconds have gone: what came meanwhile is written now."""
        self._waiting = None
        if self._latest is not None:
            self._write()

    def finish(self, meeting: Meeting) -> None:
        """Write it here and now, if anything was recorded since it was written last. A meeting that never began has no copy."""
        if meeting.opened and meeting is not self._written:
            self._written = meeting
            _write(meeting, self._style(), self._session)

    def _write(self) -> None:
        meeting, self._latest = self._latest, None
        if meeting is not None:
            self._written = meeting
            work = partial(_write, meeting, self._style(), self._session)
            self._screen.run_worker(work, thread=True, exit_on_error=False, group="readable-copy", description="läsbart utkast")


def _write(meeting: Meeting, style: Style, session: Path) -> None:
    from exports.output import CannotWrite
    from exports.readable_draft import write_readable_draft

    try:
        write_readable_draft(meeting, style, session)
    except CannotWrite:
        return  # the session itself is safe, and says so; the copy is refreshed at the next gavel
