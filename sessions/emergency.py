"""A copy of a meeting in another place, at once, when its own disk refuses: an archive, with all that is in memory.

It is read back with `klubban läs-in`. Own notes are in it – nothing written may be lost – so only its owner can read
it, and `copies` finds it again when the record is all that is to be kept.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

# What a copy needs is loaded with the meeting: when its disk refuses, the program's own files may be as far away.
import tomli_w  # noqa: F401 - `archive_toml` writes with it

from agendas.model import Agenda
from sessions.archive import ArchiveFaults, archive_toml, read_archive
from sessions.events import Recorded

MARK = "-nödkopia-"
"""Stands in the name of every such file, after the name of the session."""
_DISKS = ("/media", "/run/media", "/Volumes", "/mnt")
_FOLDERS = ("Documents", "Dokument", "Desktop", "Skrivbord", "")


def places(session: Path) -> tuple[Path, ...]:
    """The folders where a copy of `session` could be written now, those on other disks than its own first."""
    own = _device(session.parent)
    found = [folder for folder in dict.fromkeys(_candidates()) if _writable(folder) and folder != session.parent]
    return tuple(sorted(found, key=lambda folder: _device(folder) == own))


def write_copy(folder: Path, session: Path, agenda: Agenda, records: Iterable[Recorded[Any]], at: datetime) -> Path:
    """Write the whole meeting into `folder`, and return the file when it is on the disk. `at` is now.

    Nothing that is there is overwritten. Raises OSError; nothing is left then.
    """
    text = archive_toml(agenda, records, own_notes=True).encode()
    path, descriptor = _new_file(folder, f"{session.stem}{MARK}{at:%Y%m%d-%H%M%S}")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def copies(session: Path) -> tuple[Path, ...]:
    """The emergency copies of `session` in the places where the program proposes to write them; elsewhere it cannot know."""
    return tuple(
        path for folder in dict.fromkeys(_candidates()) if folder.is_dir() for path in sorted(folder.glob(f"{session.stem}{MARK}*.toml"))
    )


def newer_copy(session: Path, last: int) -> tuple[Path, int] | None:
    """The emergency copy that holds most beyond number `last`, the session's own end, and how many events that is.

    None when none holds more: then all that was copied reached the disk in the end.
    """
    found = []
    for path in copies(session):
        try:
            records = read_archive(path).records
        except (ArchiveFaults, OSError):
            continue  # half written, or not ours: `klubban läs-in` says what is wrong with it
        if beyond := sum(record.seq > last for record in records):
            found.append((path, beyond))
    return max(found, key=lambda one: one[1], default=None)


def _new_file(folder: Path, name: str) -> tuple[Path, int]:
    number = 1
    while True:
        path = folder / (f"{name}.toml" if number == 1 else f"{name}-{number}.toml")
        try:
            return path, os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        except FileExistsError:
            number += 1


def _candidates() -> Iterator[Path]:
    if sys.platform == "win32":  # pragma: no cover
        yield from (Path(f"{letter}:\\") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ")
    for root in map(Path, _DISKS):
        for folder in _inside(root):
            yield from ([folder] if folder.is_mount() else (disk for disk in _inside(folder) if disk.is_mount()))
    try:
        home = Path.home()
    except RuntimeError:  # a process without a home
        home = Path(tempfile.gettempdir())
    yield from (home / name for name in _FOLDERS)
    yield Path(tempfile.gettempdir())


def _inside(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return []


def _writable(folder: Path) -> bool:
    return folder.is_dir() and os.access(folder, os.W_OK)


def _device(folder: Path) -> int:
    try:
        return folder.stat().st_dev
    except OSError:
        return -1
