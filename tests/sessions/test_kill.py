"""Killed at any moment: whatever was acknowledged is there afterwards, and the file is whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sessions.store import Store
from tests.sessions.generated import AGENDA, AT

ROUNDS = 6

RECORDER = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from queue import Queue
from sessions.events import PersonArrived, TextWritten
from sessions.store import Store
from sessions.writer import Writer

AT = datetime(2022, 1, 17, 13, tzinfo=UTC)
store = Store.open(Path(sys.argv[1]), AT, wal=sys.argv[2] == "wal")
last, texts = store.last, Queue()
writer = Writer(store)

def told(result):
    # os.write, one call: what stands on the pipe was acknowledged before
    import os
    os.write(1, f"{result[-1].seq}\\n".encode())
    texts.put(None)

n = last
while True:
    events = [PersonArrived(at=AT, person="p"), TextWritten(at=AT, item="x", section="treatment", text="åäö " * 50)][: 1 + n % 2]
    writer.submit(events, n, told)
    writer.save_draft("y", "treatment", f"utkast {n}")
    n += len(events)
    if n % 5 == 0:
        texts.get()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
@pytest.mark.parametrize("mode", ["wal", "truncate"])
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "x.klubban"
    Store.create(path, AGENDA, AT, wal=mode == "wal").close()
    chance = random.Random(20220117)
    acknowledged = 0
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", RECORDER, str(path), mode]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as recorder:
            assert recorder.stdout is not None
            assert recorder.stderr is not None
            first = recorder.stdout.readline()
            assert first, recorder.stderr.read().decode()
            time.sleep(chance.uniform(0, 0.15))  # the random moment
            recorder.send_signal(signal.SIGKILL)
            acknowledged = int((first + recorder.stdout.read()).split(b"\n")[-2])
        with Store.open(path, AT, wal=mode == "wal") as store:
            records = store.since()
            assert store.integrity() == ""
            assert len(records) == records[-1].seq >= acknowledged
            acts: dict[int, list[int]] = {}
            for record in records:
                acts.setdefault(record.act, []).append(record.seq)
            assert list(acts) == list(range(1, len(acts) + 1)), "an act is missing"
            assert all(len(seqs) == 1 + (seqs[0] - 1) % 2 for seqs in acts.values()), "half an act"
    assert acknowledged > ROUNDS
