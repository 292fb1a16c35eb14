"""Room on the disk laid up for the moment when it is full: then the reserve goes, and what is being recorded gets its room."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from sessions.store.files import beside, new_file

RESERVE_BYTES = 512 * 1024
"""What is kept: room for some two thousand events."""
ROOM_FOR_RESERVE = 16 * RESERVE_BYTES
"""What must be free before anything is laid up."""


class Reserve:
    """The reserve of one session. None of its acts ever raises: without it there is only less room."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self._file = beside(path, ".reserv")

    def lay_up(self) -> None:
        """Make the reserve, if there is none and there is room."""
        with suppress(OSError):
            if self._file.exists() or shutil.disk_usage(self._folder).free < ROOM_FOR_RESERVE:
                return
            with new_file(self._file) as reserve:
                reserve.write(os.urandom(RESERVE_BYTES))  # zeroes take no room on a disk that compresses

    def give_up(self) -> bool:
        """Give the room to what must be written. Returns whether there was any to give."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
