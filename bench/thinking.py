"""What is computed without a screen: recording, replay, findings."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

from bench.floors.disk import commit, durable
from bench.meetings import LARGE, SMALL, START, log_of, session_file
from bench.table import Row, in_turns
from sessions import events as ev
from sessions.codec import to_plain
from sessions.findings import findings
from sessions.log import Log, replay
from sessions.store import Store


def timed(act: Callable[[], Any]) -> Callable[[], float]:
    """Measures a call."""

    def sample() -> float:
        begun = time.perf_counter()
        act()
        return time.perf_counter() - begun

    return sample


def cpu(act: Callable[[], Any]) -> Callable[[], float]:
    """Measures the processor time of a call."""

    def sample() -> float:
        begun = time.process_time()
        act()
        return time.process_time() - begun

    return sample


def payloads(log: Log) -> list[str]:
    """The events as they lie in the database."""
    return [json.dumps(to_plain(r.event), ensure_ascii=False) for r in log.records]


def rows(home: Path, rounds: int) -> list[Row]:
    """Record, replay, findings, and undoing what is old."""
    large, small = log_of(LARGE), log_of(SMALL)
    plain = payloads(large)
    found = [_recording(home, rounds * 20, small.agenda.items[0].id)]
    replayed = in_turns(rounds, cpu(lambda: replay(large.agenda, large.records)), cpu(lambda: [json.loads(x) for x in plain]))
    found.append(Row("uppspelning av 10 000 händelser (processortid)", "json.loads av dem", *replayed, 5.0))
    counted = in_turns(rounds, cpu(lambda: findings(replace(large.meeting))), cpu(lambda: findings(replace(small.meeting))))
    found.append(Row("granskning, stort (vid sidan av tangentens väg)", "granskning, litet", *counted))
    return found


def _recording(home: Path, rounds: int, item: str) -> Row:
    store = Store.open(session_file(SMALL, home / "ett.klubban"), START)
    connection = durable(str(home / "golv.db"))
    event = ev.TextWritten(at=START, item=item, section="protocol", text="Ordföranden redogör för ärendet.")
    payload = json.dumps(to_plain(event))
    seq, bare = count(store.last), count(1)
    measured = in_turns(rounds, timed(lambda: store.append((event,), next(seq))), timed(lambda: commit(connection, next(bare), payload)))
    store.close()
    connection.close()
    return Row("en händelse till disken", "SQLite: insert + commit, WAL, FULL", *measured, 1.2)
