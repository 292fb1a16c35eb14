"""The power goes at any write: what is left of the file and its log opens, and holds all that was acknowledged before."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from sessions.events import TextWritten
from sessions.store import Store
from tests.sessions.generated import AGENDA, AT
from tests.torture.power import CannotMount, cut

PAGE, FRAME, HEAD = 4096, 4096 + 24, 32


@dataclass(frozen=True)
class Disk:
    """What lay there when so many events had been acknowledged."""

    main: bytes
    log: bytes
    acknowledged: int


def recorded(path: Path, acts: int) -> list[Disk]:
    """The disk after each act; on the way the log is brought home and begun anew."""
    dice = random.Random(1)
    log = path.with_name(path.name + "-wal")
    with Store.create(path, AGENDA, AT, wal=True) as store:
        store._connection.execute("PRAGMA wal_autocheckpoint = 12")
        seen = [Disk(path.read_bytes(), b"", 0)] if not log.exists() else [_disk(path, log, 0)]
        for number in range(acts):
            text = f"{number} " + "åäö" * dice.randrange(400)
            store.append([TextWritten(at=AT, item="x", section="s", text=text)] * dice.randrange(1, 3), after=store.last)
            seen.append(_disk(path, log, store.last))
    return seen


def _disk(path: Path, log: Path, acknowledged: int) -> Disk:
    # Copied by another process: a descriptor of ours that is closed here would drop the locks that SQLite has.
    found = [subprocess.run(["cat", str(p)], capture_output=True, check=True).stdout for p in (path, log)]
    return Disk(found[0], found[1], acknowledged)


def torn(before: Disk, after: Disk, dice: random.Random) -> Iterator[tuple[bytes, bytes]]:
    """What can lie on the disk between the two: (main file, log)."""
    length = max(len(before.log), len(after.log))
    changed = [n for n in range(0, length, 512) if before.log[n : n + 512] != after.log[n : n + 512]]
    if changed:
        first, last = changed[0], min(changed[-1] + 512, len(after.log))
        boundaries = [HEAD + n * FRAME for n in range((first - HEAD) // FRAME, (last - HEAD) // FRAME + 1)]
        for cut_at in [
            *boundaries,
            *(b + dice.randrange(1, FRAME) for b in boundaries),
            *(first + dice.randrange(last - first) for _ in range(2)),
        ]:
            cut_at = max(0, cut_at)
            yield before.main, after.log[:cut_at] + before.log[cut_at:]
            yield before.main, after.log[:cut_at]  # the file was made longer, but no more
    if before.main != after.main:  # the log was brought home: page by page, in any order, with the whole log still there
        for _ in range(6):
            size = max(len(before.main), len(after.main))
            pages = [dice.choice((before.main, after.main))[n : n + PAGE].ljust(PAGE, b"\0") for n in range(0, size, PAGE)]
            yield b"".join(pages), after.log


@pytest.mark.skipif(sys.platform == "win32", reason="another process copies open files")
def test_every_prefix_of_what_is_written_opens_and_holds_what_was_acknowledged(tmp_path: Path) -> None:
    dice = random.Random(2)
    seen = recorded(tmp_path / "x.klubban", 18)
    assert any(a.main != b.main for a, b in pairwise(seen)), "the log was brought home on the way"
    assert any(len(b.log) and b.log[:HEAD] != a.log[:HEAD] for a, b in pairwise(seen[1:])), "and begun anew"
    tried = 0
    for before, after in pairwise(seen):
        for main, log in torn(before, after, dice):
            # What was synced before stays there: only what is new may be missing.
            if len(log) < len(before.log) and before.log[:HEAD] == after.log[:HEAD]:
                log = log + before.log[len(log) :]
            folder = tmp_path / str(tried)
            folder.mkdir()
            (folder / "x.klubban").write_bytes(main)
            (folder / "x.klubban-wal").write_bytes(log)
            with Store.open(folder / "x.klubban", AT, wal=True) as store:
                assert store.integrity() == ""
                assert before.acknowledged <= store.last <= after.acknowledged, (tried, before.acknowledged, store.last)
                assert len(store.since()) == store.last
            shutil.rmtree(folder)
            tried += 1
    assert tried > 60


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system in a file")
def test_what_the_file_system_had_pushed_down_when_the_power_went_holds_what_was_acknowledged(tmp_path: Path) -> None:
    """The method of a disk in a file: whoever weakens `synchronous` or the journal mode loses events here."""
    try:
        acknowledged, there = cut(tmp_path, seconds=0.4)
    except CannotMount as no:
        pytest.skip(f"no right to mount a disk in a file here ({no})")
    assert acknowledged > 5
    assert there >= acknowledged
