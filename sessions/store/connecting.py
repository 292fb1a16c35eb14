"""A connection to a session file, and the modes on which "saved means saved" rests."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sessions.store.faults import NotSaved

PATIENCE = 5.0
"""Seconds that SQLite waits for somebody who is reading, in the modes where readers block."""


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection with that mode of SQLite's own (`ro`, `rw`). Raises `sqlite3.Error`."""
    # The thread may change once: opened where faults are shown, used by the writer.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=PATIENCE, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cell_size_check = ON")
        if mode == "ro":
            connection.execute("PRAGMA cache_size = -256")  # what is read is read once: 2 MB of pages were kept for nothing
    except BaseException:
        connection.close()
        raise
    return connection


def make_durable(connection: sqlite3.Connection, path: Path, wal: bool) -> None:
    """Set what "saved means saved" rests on, and read it back: some disks refuse WAL without saying so.

    Raises `NotSaved` when the disk can promise neither, and `sqlite3.Error`.
    """

    def ask(pragma: str) -> object:
        return connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    connection.execute("PRAGMA fullfsync = 1")  # macOS: else the disk may keep it in its own cache
    connection.execute("PRAGMA checkpoint_fullfsync = 1")
    if wal and ask("journal_mode = WAL") == "wal":
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA wal_autocheckpoint = 100")
        good = ask("journal_mode") == "wal" and ask("synchronous") == 2
    else:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = EXTRA")
        good = ask("journal_mode") == "truncate" and ask("synchronous") == 3
    if not good:
        raise NotSaved(f"Disken där {path.name} ligger kan inte lova att det som sparas finns kvar. Välj en annan mapp (KLUBBAN_HEM).")
