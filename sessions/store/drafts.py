"""Text still being typed, kept so that a crash takes none of it: at most one text for each box."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from agendas.clean import clean
from agendas.value import Value
from sessions.events import Event, PrivateNoteWritten, TextWritten

PRIVATE = "egna"
"""The section under which the draft of an own note lies (`PrivateNoteWritten` has none)."""
DIALOG = "dialog"
"""The section under which lies what is typed in an open dialog: no text of the protocol."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Draft(Value):
    """Text still being typed."""

    item: str
    section: str
    text: str


def read(connection: sqlite3.Connection) -> tuple[Draft, ...]:
    """All drafts, by item and section, cleaned."""
    rows = connection.execute("SELECT item, section, text FROM drafts ORDER BY item, section").fetchall()
    return tuple(Draft(clean(item), clean(section), clean(text)) for item, section, text in rows)


def keep(connection: sqlite3.Connection, draft: Draft) -> None:
    """Put a draft in the place of what was typed in the same box before."""
    values = (clean(draft.item), clean(draft.section), clean(draft.text))
    connection.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", values)


def drop(connection: sqlite3.Connection, item: str, section: str) -> None:
    """Forget the draft of a box."""
    connection.execute("DELETE FROM drafts WHERE item = ? AND section = ?", (item, section))


def drop_recorded(connection: sqlite3.Connection, event: Event) -> None:
    """Forget the draft of the box whose text `event` has recorded, if it is such an event."""
    if isinstance(event, TextWritten):
        drop(connection, event.item, event.section)
    elif isinstance(event, PrivateNoteWritten):
        drop(connection, event.item, PRIVATE)
