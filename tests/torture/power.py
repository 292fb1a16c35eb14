"""A power cut: the recorder is stopped, and only what the file system had pushed down to its disk is looked at.

The disk is a file with ext4 in it. A copy of that file is what a computer would find that lost its power; it does not
model a disk that lies about its own cache.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

from sessions.store import Store
from tests.sessions.generated import AGENDA, AT

RECORDER = """
import os, sys
from datetime import datetime, UTC
from pathlib import Path
from sessions.events import TextWritten
from sessions.store import Store

AT = datetime(2022, 1, 17, 13, tzinfo=UTC)
with Store.open(Path(sys.argv[1]), AT) as store:
    if sys.argv[2:]:
        store._connection.execute(f"PRAGMA synchronous = {sys.argv[2]}")
    last = store.last
    while True:
        last = store.append([TextWritten(at=AT, item="x", section="s", text=f"{last} " * 40)], after=last)[-1].seq
        os.write(1, f"{last}\\n".encode())
"""


class CannotMount(Exception):
    """This machine, or this user, cannot mount a file."""


def cut(folder: Path, seconds: float, weakened: str = "") -> tuple[int, int]:
    """Record for so long, cut the power, and return how many events were acknowledged, and how many are there.

    `weakened`: a mode of `synchronous` that promises less, to see that the difference is seen. Raises CannotMount.
    """
    image, disk = folder / "disk.img", folder / "disk"
    disk.mkdir(exist_ok=True)
    with image.open("wb") as file:
        file.truncate(24 << 20)
    _run("mkfs.ext4", "-q", "-F", str(image))
    _run("mount", "-o", "loop", str(image), str(disk))
    try:
        Store.create(disk / "x.klubban", AGENDA, AT).close()
        command = [sys.executable, "-c", RECORDER, str(disk / "x.klubban"), *([weakened] if weakened else [])]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as recorder:
            assert recorder.stdout is not None
            first = recorder.stdout.readline()
            time.sleep(seconds)
            os.kill(recorder.pid, signal.SIGSTOP)
            shutil.copyfile(image, folder / "efter.img")  # what had reached the disk, and no more
            os.kill(recorder.pid, signal.SIGKILL)
            acknowledged = int((first + recorder.stdout.read()).split(b"\n")[-2])
    finally:
        _run("umount", str(disk))
    _run("mount", "-o", "loop", str(folder / "efter.img"), str(disk))
    try:
        with Store.open(disk / "x.klubban", AT) as store:
            assert store.integrity() == ""
            return acknowledged, store.last
    finally:
        _run("umount", str(disk))


def _run(*command: str) -> None:
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError as missing:
        raise CannotMount(str(missing)) from missing
    if done.returncode:
        raise CannotMount(done.stderr.decode(errors="replace").strip())
