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
        with neighbour.open("w", encoding="utf-8", newline="\n") as file:
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


def _put_in_place(neighbour: Path, path: Path) -> None:
    for tries_left in reversed(range(_TRIES)):
        try:
            os.replace(neighbour, path)
        except PermissionError:
            if sys.platform != "win32" or not tries_left:
                raise
            time.sleep(_BETWEEN)
        else:
            return
