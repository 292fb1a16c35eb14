"""Replacing a file as a whole: what stands on the disk is the old text or the new, never a half."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_TRIES = 5  # on Windows a scanner or a synchroniser may hold the file for a moment
_BETWEEN = 0.1


def replace_text(path: Path, text: str) -> None:
    """Write `text` as UTF-8 with `\\n` to a neighbour file, make sure that it is on the disk, and put it in the place of `path`.

    Raises OSError when that is not possible; the old file is untouched then, and the neighbour is gone.
    """
    path = Path(os.path.realpath(path))  # a link goes on pointing to the file that is replaced
    neighbour = path.with_name(f".{path.name}.{os.getpid()}.ny")
    try:
        neighbour.unlink(missing_ok=True)
        # An agenda may hold what is secret: a new file is its owner's alone, one that is there stays as open as it is.
        descriptor = os.open(neighbour, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "w", encoding="utf-8", newline="\n") as file:
            if path.exists() and sys.platform != "win32":
                neighbour.chmod(path.stat().st_mode & 0o777)
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _put_in_place(neighbour, path)
    except BaseException:
        neighbour.unlink(missing_ok=True)
        raise
    if sys.platform != "win32":  # the name of the file lies in the folder, which has to reach the disk too
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def private_folder(path: Path) -> None:
    """Make a folder, and those above it that are missing, for their owner alone. One that is there is left as it is. Raises OSError."""
    missing = [folder for folder in (path, *path.parents) if not folder.exists()]
    for folder in reversed(missing):
        folder.mkdir(mode=0o700, exist_ok=True)


def _put_in_place(neighbour: Path, path: Path) -> None:
    tries_left = _TRIES
    while True:
        try:
            os.replace(neighbour, path)
            return
        except PermissionError:
            tries_left -= 1
            if sys.platform != "win32" or not tries_left:
                raise
            time.sleep(_BETWEEN)
