"""A meeting that nobody touches for half a day: what an hour costs, and whether the last one costs more than the first."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

from bench.meetings import LARGE, Size, session_file
from bench.swift import Hour
from bench.table import Row
from bench.terminal import Terminal

HOURS = 12
MEMORY = 1.02
"""How much more it may hold after the last hour than after the first: two hundredths, a bit more than what Python's
collector leaves lying between two looks. One object of a hundred bytes kept a second would be six hundredths."""
WORK = 1.2
"""How much dearer the last hours may be than the first: what the machine does besides moves them by a tenth or so."""
CORE = 0.02
"""The part of a core that an idle meeting may use."""


def rows(home: Path, hours: int = HOURS, size: Size = LARGE) -> list[Row]:
    """The first hour is the floor of the last one. Nothing is measured twice: an hour is 3,600 seconds of the same thing."""
    gone = _gone_through(session_file(size, home / "vilar.klubban"), hours, home / "timmar.jsonl")
    costs = [after.cpu - before.cpu for before, after in pairwise(gone)]
    print("\n| timme | klockan på skärmen | processortid | av en kärna | minne | block |\n| --- | --- | --- | --- | --- | --- |")
    for hour, cost in zip(gone[1:], costs, strict=True):
        print(f"| {hour.hour} | {hour.shown} | {cost:.1f} s | {cost / 36:.2f} % | {hour.memory / 1e6:.1f} MB | {hour.blocks} |")
    some = max(1, hours // 4)
    core = (median(costs) / 3600 * 100,)
    return [
        Row(f"minne efter {hours} timmar i vila, stort", "efter en timme", *_ends([h.memory / 1e6 for h in gone[1:]], 1), MEMORY, "MB"),
        Row(f"block av minne efter {hours} timmar", "efter en timme", *_ends([h.blocks for h in gone[1:]], 1), MEMORY, "block"),
        Row("en timmes processortid i vila, de sista", "de första", *_ends(costs, some), WORK),
        Row("i vila, procent av en kärna", "målet", core, (100 * CORE,), 1.0, "%"),
    ]


def _ends(values: Sequence[float], some: int) -> tuple[tuple[float, ...], tuple[float, ...]]:
    return tuple(values[-some:]), tuple(values[:some])


def _gone_through(session: Path, hours: int, report: Path) -> list[Hour]:
    """What the process told, hour by hour, the beginning first. It ends by itself."""
    with Terminal([sys.executable, "-m", "bench.swift", str(session), str(hours), str(report)], session.parent) as terminal:
        terminal.drain()
        told = report.read_text().splitlines() if report.exists() else []
        if len(told) <= hours:
            raise AssertionError(f"it ended after {len(told) - 1} of {hours} hours. The screen shows:\n{terminal.screen}")
    return [Hour(**json.loads(line)) for line in told]
