"""A long day in a large body, recorded act by act as the face does: does the last hour cost more than the first?"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from statistics import median

from bench.meetings import LARGE, START, Size, acts_of, agenda_of
from sessions.opening import new_recording
from sessions.session import Clock
from tests.torture.memory import megabytes

STEP = 1_000


@dataclass(frozen=True)
class Thousand:
    """What a thousand events cost. Milliseconds for an act, tried and put in the queue; megabytes of the process afterwards."""

    events: int
    usual: float
    slowest: float
    megabytes: int


def record(path: Path, size: Size = LARGE, tell: Callable[[str], None] = lambda _: None) -> list[Thousand]:
    """Record a meeting of that size into a session file, through the one writer, and measure each thousand events."""
    agenda = agenda_of(size)
    clock: Clock = lambda: START  # noqa: E731 - the events have their own times
    recording = new_recording(path, agenda, clock)
    session = recording.session(lambda call: call())
    found = []
    for number, costs in groupby(_costs(session.record, acts_of(size, agenda)), key=lambda cost: cost[0] // STEP):
        seconds = [seconds for _, seconds in costs]
        gc.collect()
        row = Thousand((number + 1) * STEP, 1000 * median(seconds), 1000 * max(seconds), megabytes())
        found.append(row)
        tell(f"| {row.events} | {row.usual:.2f} | {row.slowest:.0f} | {row.megabytes} |")
    if not recording.close(60):
        raise AssertionError("not all of it could be saved")
    return found


def _costs(take: Callable[..., object], acts: Iterator[tuple[object, ...]]) -> Iterator[tuple[int, float]]:
    count = 0
    for act in acts:
        begun = time.perf_counter()
        if refused := take(*act, insist=True):
            raise AssertionError(f"the meeting to measure on is wrong: {refused}")
        yield count, time.perf_counter() - begun
        count += len(act)
