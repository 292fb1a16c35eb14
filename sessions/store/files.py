"""The session file and those beside it: their names, and making one that nobody else can read and no power cut takes away."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

SUFFIX = ".klubban"


def beside(path: Path, ending: str) -> Path:
    """The file beside a session whose name is the session's and `ending`."""
    return path.with_name(path.name + ending)


def has_content(path: Path) -> bool:
    """Whether there is such a file, with anything in it."""
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def new_file(path: Path) -> IO[bytes]:
    """A new file that only its owner can read, from its first byte on. Raises `OSError`."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")


def sync_folder(folder: Path) -> None:
    """Make the name of a new file survive a power cut. Raises `OSError`."""
    if sys.platform == "win32":  # pragma: no cover
        return  # there is no such thing there; NTFS journals names itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


class Hold:
    """A file held so that it can be told whether it still has its name, and if not, whether it was moved or deleted.

    Opened so (`O_PATH`), and only so, closing it leaves the locks of SQLite alone.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1  # where there is no such thing, a deleted file is not told from a moved one
        self._take()

    def is_in_place(self) -> bool:
        """Whether the file under the name is the one that is held."""
        try:
            return self._path.stat().st_ino == self._inode
        except OSError:
            return False

    def is_deleted(self) -> bool:
        """Whether the file has no name left at all: one that was moved can be moved back."""
        if self._descriptor < 0 or os.path.lexists(self._path):
            return False
        try:
            return os.fstat(self._descriptor).st_nlink == 0
        except OSError:
            return False

    def renew(self) -> None:
        """Hold the file that has the name now."""
        self.close()
        self._take()

    def close(self) -> None:
        """Let it go."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _take(self) -> None:
        if hasattr(os, "O_PATH"):
            self._descriptor = os.open(self._path, os.O_PATH | os.O_CLOEXEC)
        self._inode = self._path.stat().st_ino
