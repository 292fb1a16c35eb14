"""Cost against size: each measure should be flat or grow in a straight line with what it is about, and no worse."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from bench.meetings import START, Size, log_of, session_file
from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from sessions import events as ev
from sessions.findings import findings
from sessions.log import replay
from sessions.store import Store

BASE = Size(members=25, items=40, handled=30, votes=5, events=1_000)
EVENTS = (100, 1_000, 10_000, 100_000)
MEMBERS = (5, 25, 101, 349)
ITEMS = (5, 50, 150, 500)


def sizes() -> list[tuple[str, Size]]:
    """One thing grows at a time."""
    found = [("händelser", replace(BASE, events=n, handled=30 if n > 200 else 10, votes=0)) for n in EVENTS]
    found += [("ledamöter", replace(BASE, members=n, votes=3, events=max(1_000, 5 * n))) for n in MEMBERS]
    found += [("ärenden", replace(BASE, items=n, handled=n, votes=0, events=max(1_000, 8 * n))) for n in ITEMS]
    return found


def table(home: Path, rounds: int) -> str:
    """Milliseconds, median; one row a size."""
    lines = ["| växer | storlek | händelser | en akt prövad | till disken | uppspelning | granskning | Markdown |", "|" + " --- |" * 8]
    for n, (what, size) in enumerate(sizes()):
        grown = {"händelser": size.events, "ledamöter": size.members, "ärenden": size.items}[what]
        count, figures = _measured(size, home / f"vaxer-{n}.klubban", rounds)
        lines.append(f"| {what} | {grown} | {count} | " + " | ".join(f"{1000 * f:.3g}" for f in figures) + " |")
    return "\n".join(lines)


def _measured(size: Size, path: Path, rounds: int) -> tuple[int, tuple[float, ...]]:
    """How many events there were, and the seconds of each measure."""
    log, style = log_of(size), load_style()
    meeting = log.meeting
    store = Store.open(session_file(size, path), START)
    note = ev.TextWritten(at=START, item=meeting.numbered[-1].id, section="protocol", text="Talare redogör.")
    figures = (
        _median(rounds * 4, lambda: log.tried((note,))),
        _median(rounds * 4, lambda: store.append((note,), store.last)),
        _median(max(2, rounds // 4), lambda: replay(log.agenda, log.records)),
        _median(max(2, rounds // 2), lambda: findings(meeting)),
        _median(max(2, rounds // 4), lambda: markdown(protocol(meeting, style))),
    )
    store.close()
    return len(log.records), figures


def _median(rounds: int, act: Callable[[], Any]) -> float:
    seconds = []
    for _ in range(rounds):
        begun = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - begun)
    return median(seconds)
