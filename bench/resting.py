"""A meeting that nobody touches: processor time, memory, and how soon the chair's window follows."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median

from bench.floors import MARKER
from bench.meetings import LARGE, START, session_file
from bench.starting import KLUBBAN, bare
from bench.table import Row, apart
from bench.terminal import Terminal
from sessions import events as ev
from sessions.store import Store

WATCHED = 30.0
"""Seconds that an idle meeting is watched."""


def rows(home: Path, rounds: int) -> list[Row]:
    """Memory and idle time of the large meeting, and the delay of a follower."""
    path = session_file(LARGE, home / "vila.klubban")
    few = max(3, rounds // 5)
    memory: list[tuple[float, float]] = []
    shares: list[float] = []
    for _ in range(few):
        with Terminal([KLUBBAN, "fortsätt", str(path)], home) as ours, Terminal(bare("static"), home) as floor:
            ours.until("sparat")
            floor.until(MARKER)
            ours.settle(1.0)
            floor.settle()
            memory.append((ours.memory() / 1e6, floor.memory() / 1e6))
            shares.append(_share(ours, WATCHED / few))
    print(f"Orört sammanträde, stort: {100 * median(shares):.2f} % av en kärna (mål < 2 %)")
    found = [Row("minne, stort", "tom app, en Static", *apart(memory), 1.5, "MB")]
    delays = _delays(home, rounds)
    print(f"Ordförandens fönster efter en händelse: median {1000 * median(delays):.0f} ms, längst {1000 * max(delays):.0f} ms")
    return found


def _share(terminal: Terminal, seconds: float) -> float:
    """The part of a core that it used while nothing happened."""
    before, begun = terminal.cpu_seconds(), time.perf_counter()
    while time.perf_counter() - begun < seconds:
        terminal.settle(0.2)
        time.sleep(0.05)
    return (terminal.cpu_seconds() - before) / (time.perf_counter() - begun)


def _delays(home: Path, rounds: int) -> list[float]:
    """From the commit in one process to the paint in the other."""
    path = session_file(LARGE, home / "foljs.klubban")
    store = Store.open(path, START)
    found = []
    with Terminal([KLUBBAN, "ordförande", str(path)], home) as chair:
        chair.settle(2.0)
        left = store.agenda.items[LARGE.handled :]
        for item in left[:rounds]:
            number = item.title.split()[1]
            store.append((ev.ItemOpened(at=START, items=(item.id,), paragraphs=(int(number),)),), store.last)
            found.append(chair.until(f"Plan {number}", since=time.perf_counter()))
            chair.settle(0.3)
            store.append((ev.Decided(at=START, items=(item.id,)),), store.last)
            chair.settle(0.6)
    store.close()
    return found
