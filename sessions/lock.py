"""The right to record in a file: an OS lock on a side file, which the system lets go when the process dies."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from agendas.clean import clean

_FAR_OFF = 1 << 20  # Windows locks bytes against reading too: the locked one lies far beyond the text that says who has it


class Held(Exception):
    """Somebody else has the lock: `who` (process and machine) and `since` (ISO text), empty when they cannot be read."""

    def __init__(self, who: str, since: str) -> None:
        super().__init__(who)
        self.who = who
        self.since = since


class Lock:
    """A lock that is held, from `take` until `release` or death."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, path: Path, at: datetime | None) -> Lock:
        """Take the lock whose side file is `path`, leaving word of who has it since `at`.

        Raises `Held` at once if somebody else has it, and `OSError` when the side file cannot be made.
        """
        while True:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _grab(descriptor)
            except OSError:
                held = _held(descriptor)
                os.close(descriptor)
                raise held from None
            with suppress(FileNotFoundError):
                if os.fstat(descriptor).st_ino == path.stat().st_ino:
                    break
            os.close(descriptor)  # the one before removed the file between our opening and our locking it
        import socket  # 4 ms, and only where one records

        claim = {"pid": os.getpid(), "host": socket.gethostname(), "since": at.isoformat(timespec="seconds") if at else ""}
        with suppress(OSError):  # on a full disk nobody is told who has it; that is all
            os.ftruncate(descriptor, 0)
            os.write(descriptor, json.dumps(claim).encode())
        return cls(path, descriptor)

    def release(self) -> None:
        """Let it go and remove the side file. Twice does nothing."""
        if self._descriptor < 0:
            return
        with suppress(OSError):  # Windows removes no open file: there it stays, and means nothing
            self._path.unlink()
        os.close(self._descriptor)
        self._descriptor = -1


def _grab(descriptor: int) -> None:
    if sys.platform == "win32":  # pragma: no cover
        import msvcrt

        os.lseek(descriptor, _FAR_OFF, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        import fcntl

        # flock, not lockf: it belongs to the open file, so that two stores in one process exclude each other too.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _held(descriptor: int) -> Held:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        claim = json.loads(os.read(descriptor, 4096))
        return Held(clean(f"process {claim['pid']} på {claim['host']}"), clean(str(claim["since"])))
    except (OSError, ValueError, KeyError, TypeError):
        return Held("", "")
