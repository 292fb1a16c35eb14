"""What is written of a fault of our own: its kind and the way to it through our code. Never what somebody has said.

A message may quote what was typed, and the values of variables are names and notes: neither is written, nor the
lines of source that they came through.
"""

from __future__ import annotations

import os
import traceback
from datetime import datetime
from pathlib import Path

from agendas.disk import private_folder

LIMIT = 2_000_000
"""Bytes; a log that has grown beyond begins anew, the old one beside it."""


def write_fault(path: Path, error: BaseException, at: datetime | None, led_to: str = "") -> bool:
    """Add the fault to the log; only its owner can read it. False when it cannot be written, which stops nobody."""
    when = at.isoformat(timespec="seconds") if at else "-"
    text = f"{when} {place_of(error)}\nföre: {led_to or '-'}\n{told(error)}\n"
    try:
        private_folder(path.parent)
        if path.exists() and path.stat().st_size > LIMIT:
            os.replace(path, path.with_suffix(".1.log"))
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with open(handle, "a", encoding="utf-8", newline="\n") as log:
            log.write(text)
    except OSError:
        return False
    return True


def place_of(error: BaseException) -> str:
    """Where it happened and what it was: `tui/app.py:12 ValueError`."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}" if frames else "?"
    return f"{where} {type(error).__name__}"


def told(error: BaseException, seen: frozenset[int] = frozenset()) -> str:
    """The way to the fault, with its kind in the place of its message; causes and the parts of a group too."""
    if id(error) in seen:
        return ""
    seen |= {id(error)}
    cause = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    first = f"{told(cause, seen)}därefter:\n" if cause else ""
    frames = "".join(f"  {frame.filename}:{frame.lineno} {frame.name}\n" for frame in traceback.extract_tb(error.__traceback__))
    parts = "".join(told(part, seen) for part in error.exceptions) if isinstance(error, BaseExceptionGroup) else ""
    return f"{first}Traceback (utan det som har skrivits):\n{frames}{type(error).__name__}\n{parts}"
