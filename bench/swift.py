"""The real meeting view in a process whose time does not wait: python -m bench.swift SESSION HOURS REPORT, under a terminal.

When nothing is left to do, and the terminal has taken in all that was painted, it is at once the time of the next
timer. So twelve hours with every second of the view, every blink of the cursor and every look at the terminal are
gone through in minutes, in the program itself: nothing of it is driven from outside. A line of JSON is written an hour.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from selectors import DefaultSelector, SelectorKey

from textual import _time

from bench.meetings import START
from sessions.opening import continue_recording
from tui.app import KlubbanApp
from tui.screens.meeting import MeetingScreen
from tui.steady_driver import SteadyDriver

SETTLED = 5.0
"""Seconds that go as they do for anybody, before time is let loose: the findings are counted, what was loaded is left alone."""
_LOOK = 0.0005
"""Seconds between two looks at a terminal that has not taken everything in."""


@dataclass(frozen=True, slots=True)
class Hour:
    """What the process had used when that hour had gone."""

    hour: int
    shown: str
    """The clock of the status bar: that the view has followed."""
    cpu: float
    """Seconds of processor time since the process began."""
    memory: int
    """Bytes that the process holds."""
    blocks: int
    """Blocks of memory that Python has handed out."""


class _Impatient(DefaultSelector):
    """Waits for nobody, and says how long it should have waited."""

    def __init__(self) -> None:
        super().__init__()
        self.skipped = 0.0
        """Seconds that were not waited for."""
        self.app: KlubbanApp | None = None
        """The app whose time is let loose; None as long as it goes at its own pace."""

    def select(self, timeout: float | None = None) -> list[tuple[SelectorKey, int]]:
        """What has come; where nothing has, the time that was to be waited has gone."""
        if self.app is None or timeout is None or timeout <= 0:
            return super().select(timeout)
        busy = isinstance(self.app._driver, SteadyDriver) and self.app._driver.busy
        found = super().select(_LOOK if busy else 0)
        if not found and not busy:
            self.skipped += timeout
        return found


class SwiftLoop(asyncio.SelectorEventLoop):
    """A loop whose clock is ahead of the wall's by what was never waited."""

    def __init__(self) -> None:
        self.waiting = _Impatient()
        super().__init__(self.waiting)

    def time(self) -> float:
        """The time of timers."""
        return super().time() + self.waiting.skipped


class RestingApp(KlubbanApp):
    """The program, which ends by itself when the hours have gone. Nobody touches it meanwhile."""

    hours = 0
    report = Path()

    def on_ready(self) -> None:
        """The meeting stands: soon its time is let loose."""
        super().on_ready()
        self.run_worker(self._rest(), group="bench")

    async def _rest(self) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, SwiftLoop)
        await asyncio.sleep(SETTLED)
        loop.waiting.app = self
        begun = loop.time()
        with self.report.open("w") as lines:
            for hour in range(self.hours + 1):
                await asyncio.sleep(begun + 3600 * hour - loop.time())
                lines.write(json.dumps(asdict(self._used(hour))) + "\n")
        self.exit()

    def _used(self, hour: int) -> Hour:
        view = self.screen
        assert isinstance(view, MeetingScreen)
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        return Hour(hour, view.status.clock, time.process_time(), pages * os.sysconf("SC_PAGE_SIZE"), sys.getallocatedblocks())


def rest(path: Path, hours: int, report: Path) -> None:
    """Show the meeting of a session file for so many hours, and write what they cost."""
    loop = SwiftLoop()
    begun = loop.time()
    _time.get_time = loop.time  # what Textual's timers go by

    def clock() -> datetime:
        return START + timedelta(hours=9, seconds=loop.time() - begun)  # after the last of what was recorded

    app = RestingApp(clock=clock, recording=continue_recording(path, clock))
    app.hours, app.report = hours, report
    asyncio.set_event_loop(loop)
    app.run(loop=loop)


if __name__ == "__main__":
    session, hours, report = sys.argv[1:]
    rest(Path(session), int(hours), Path(report))
