"""Making a whole session file under another name, so that a kill in between leaves no half session."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from agendas.model import Agenda
from sessions.events import Event, Recorded
from sessions.store.connecting import connect
from sessions.store.files import beside, new_file, sync_folder
from sessions.store.rows import insert, insert_agenda
from sessions.store.tables import APPLICATION_ID, TABLES, VERSION


def make(
    path: Path,
    agenda: Agenda,
    at: datetime,
    session_id: str,
    records: Iterable[Recorded[Event]],
    prove: Callable[[Path], None] = lambda new: None,
) -> None:
    """Make a session file and give it the name `path`, in the place of what may stand there.

    `prove` gets the file before it has its name; when it raises, what stood under the name stays.
    Raises `sqlite3.Error`, `OSError`.
    """
    new = _empty(path)
    connection = connect(new, "rw")
    try:
        # Before WAL: what is set in WAL is not in the header until a checkpoint.
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.executescript(f"BEGIN IMMEDIATE; {TABLES}")
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [("id", session_id), ("created", at.isoformat())])
        insert_agenda(connection, agenda)
        insert(connection, records, summed=True)
        connection.execute("COMMIT")
        connection.close()
        prove(new)
    except BaseException:
        connection.close()
        new.unlink(missing_ok=True)
        raise
    os.replace(new, path)
    sync_folder(path.parent)


def copy(connection: sqlite3.Connection, path: Path) -> None:
    """Give the name `path` to a new file with all that can be read through the connection. Raises `sqlite3.Error`, `OSError`."""
    new = _empty(path)
    target = connect(new, "rw")
    try:
        connection.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")
    finally:
        target.close()
    os.replace(new, path)
    sync_folder(path.parent)


def _empty(path: Path) -> Path:
    new = beside(path, ".ny")
    for rest in (new, beside(new, "-journal")):
        rest.unlink(missing_ok=True)  # of somebody who was killed here; the lock is ours
    new_file(new).close()
    return new
