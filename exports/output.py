"""Writing an output file so that nothing that somebody wrote is lost.

A file is whole or not there. One that exists is replaced when that was asked for, or when it is what the program
itself wrote last. One that somebody has edited since is kept, and the new one gets a name of its own.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import stat
import tempfile
from pathlib import Path

from agendas.disk import private_folder

_REGISTER = "written.json"
_MOST_REMEMBERED = 1000
_MOST_NAMES = 1000

_REASONS = {
    errno.ENOENT: "mappen finns inte",
    errno.ENOTDIR: "sökvägen går genom något som inte är en mapp",
    errno.EACCES: "behörighet saknas",
    errno.EPERM: "behörighet saknas",
    errno.EROFS: "disken är skrivskyddad",
    errno.ENOSPC: "disken är full",
    errno.EDQUOT: "utrymmet på disken är slut",
    errno.ENAMETOOLONG: "namnet är för långt",
    errno.ELOOP: "länkarna går i ring",
}


class CannotWrite(Exception):
    """The file was not written; what was there before is untouched."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        """The file that was to be written."""
        self.reason = reason
        """Why it was not, in Swedish, as the end of a sentence."""

    def __str__(self) -> str:
        return f"Kan inte skriva {self.path}: {self.reason}."


class AlreadyExists(CannotWrite):
    """Somebody else's file stands there, and nobody asked for it to be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, "filen finns redan")


def write_new(path: Path, data: bytes, *, replace: bool = False, state: Path | None = None) -> Path:
    """Write `data` and say where: at `path`, or beside it (`namn-2.md`) if somebody has edited what the program wrote there.

    `state` is the folder where the program remembers what it wrote; without one every file that exists is somebody's.
    Raises `AlreadyExists` or `CannotWrite`.
    """
    try:
        wanted = path.resolve()  # what a link points to is replaced, not the link
        register = _read_register(state)
        target = _free_place(wanted, register, replace=replace)
        is_new = not os.path.lexists(target)
        _write(target, data, is_new=is_new)
    except FileExistsError:  # made by somebody between the look and the write
        raise AlreadyExists(path) from None
    except OSError as error:
        raise CannotWrite(path, _REASONS.get(error.errno or 0, f"systemet svarade ”{error.strerror or error}”")) from error
    except (ValueError, RuntimeError):  # a NUL in the name; links in a ring
        raise CannotWrite(path, "namnet går inte att använda") from None
    if state is not None:
        _remember(state, register, target, data)
    return target


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file of the program's own in one step. Raises OSError; the older one is whole then."""
    _write(path, data, is_new=False)


def _free_place(wanted: Path, register: dict[str, str], *, replace: bool) -> Path:
    for number in range(1, _MOST_NAMES):
        place = wanted if number == 1 else wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        try:
            mode = place.lstat().st_mode
        except FileNotFoundError:
            return place
        if not stat.S_ISREG(mode):  # /dev/null must not become a protocol
            if number == 1:
                raise CannotWrite(place, "det är en mapp" if stat.S_ISDIR(mode) else "det är ingen vanlig fil")
            continue
        known = register.get(str(place))
        if (replace and number == 1) or (known and known == _digest(place.read_bytes())):
            return place
        if number == 1 and not known:
            raise AlreadyExists(place)
    raise CannotWrite(wanted, "alla namn som liknar det är upptagna")


def _write(target: Path, data: bytes, *, is_new: bool) -> None:
    handle, name = tempfile.mkstemp(prefix=".klubban-", suffix=".tmp", dir=target.parent)  # readable by its owner only
    neighbour = Path(name)
    try:
        with open(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not (is_new and _linked(neighbour, target)):
            os.replace(neighbour, target)
    finally:
        neighbour.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _linked(neighbour: Path, target: Path) -> bool:
    """Give the file its name unless somebody has taken it. False: this disk knows no links."""
    try:
        os.link(neighbour, target)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    if hasattr(os, "O_DIRECTORY"):
        with contextlib.suppress(OSError):  # some network disks cannot; the file itself is safe
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read_register(state: Path | None) -> dict[str, str]:
    """What was written where. A register that is missing or damaged only means that the program asks more often."""
    if state is None:
        return {}
    try:
        found = json.loads((state / _REGISTER).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _remember(state: Path, register: dict[str, str], target: Path, data: bytes) -> None:
    register.pop(str(target), None)
    latest = {**register, str(target): _digest(data)}
    kept = dict(list(latest.items())[-_MOST_REMEMBERED:])
    # The output stands where it should: that it cannot be remembered is no reason to say that it failed.
    with contextlib.suppress(OSError):
        private_folder(state)
        write_whole(state / _REGISTER, json.dumps(kept, ensure_ascii=False, indent=1).encode())
