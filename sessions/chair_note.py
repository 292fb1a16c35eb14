"""A line from the secretary to the chair, while it lasts: a small file beside the session, and nowhere else.

It is no event: it is never logged, exported or projected. Only its owner can read it, and it goes when it is cleared,
when the meeting is closed and when the program ends.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from agendas.clean import clean_line

LONGEST = 160
"""Characters: it is to be seen at a glance."""
_MOST_BYTES = 4 * LONGEST


def note_path(session: Path) -> Path:
    """Where the line of a session lies: `….klubban.lapp`."""
    return session.with_name(session.name + ".lapp")


def write_note(session: Path, text: str) -> None:
    """Leave a line for the chair; an empty one takes it away. The chair never sees half of it. Raises OSError."""
    text = clean_line(text)[:LONGEST].strip()
    if not text:
        clear_note(session)
        return
    path = note_path(session)
    new = path.with_name(path.name + ".ny")
    with suppress(FileNotFoundError):
        new.unlink()
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(new, path)


def read_note(session: Path) -> str:
    """The line that is left; empty when there is none."""
    try:
        with note_path(session).open("rb") as file:
            return clean_line(file.read(_MOST_BYTES).decode("utf-8", errors="replace"))[:LONGEST].strip()
    except OSError:
        return ""


def clear_note(session: Path) -> None:
    """Take the line away. Twice does nothing."""
    with suppress(OSError):
        note_path(session).unlink()
