"""The form of a session file: its tables and what guards them, and what its header says it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sessions.store.faults import StoreFault, os_reason, unreadable

APPLICATION_ID = 0x4B4C4242
"""`KLBB`: how a session file says what it is, in its header."""
VERSION = 1
"""The form of the tables; a file with a higher one was written by a newer program."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE agenda (only INTEGER PRIMARY KEY CHECK (only = 1), plain TEXT NOT NULL CHECK (json_valid(plain))) STRICT;
CREATE TABLE events (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    act INTEGER NOT NULL CHECK (act > 0),
    at TEXT NOT NULL,
    type TEXT NOT NULL,
    payload TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;
CREATE TABLE drafts (item TEXT NOT NULL, section TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (item, section)) STRICT;
CREATE TABLE sums (seq INTEGER PRIMARY KEY, sum INTEGER NOT NULL) STRICT;
CREATE TRIGGER events_stand BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER events_follow BEFORE INSERT ON events WHEN NEW.seq <= (SELECT max(seq) FROM events)
    BEGIN SELECT RAISE(ABORT, 'events are only added at the end'); END;
CREATE TRIGGER agenda_stands BEFORE UPDATE ON agenda BEGIN SELECT RAISE(ABORT, 'the agenda is as it was at the start'); END;
CREATE TRIGGER agenda_stays BEFORE DELETE ON agenda BEGIN SELECT RAISE(ABORT, 'the agenda is as it was at the start'); END;
CREATE TRIGGER sums_stand BEFORE UPDATE ON sums BEGIN SELECT RAISE(ABORT, 'sums are never changed'); END;
CREATE TRIGGER sums_stay BEFORE DELETE ON sums BEGIN SELECT RAISE(ABORT, 'sums are never deleted'); END;
"""
# The third trigger also stops INSERT OR REPLACE, which deletes without asking the second.


def check_header(path: Path) -> None:
    """See what the file is from its first page alone, so that nothing appears beside a file that is not ours. Raises `StoreFault`."""
    try:
        if path.stat().st_size == 0:
            raise StoreFault(f"{path.name} är tom: inget sammanträde finns i den. Filen är orörd.")
        # Immutable: no lock, no recovery, no -shm. What is asked for stands in the header since before WAL.
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except OSError as fault:
        raise StoreFault(f"{path} kan inte öppnas: {os_reason(fault)}.") from fault
    except sqlite3.Error as fault:
        raise unreadable(path, fault) from fault
    try:
        ((application,),) = connection.execute("PRAGMA application_id").fetchall()
        ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    except sqlite3.Error as fault:
        raise unreadable(path, fault) from fault
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise StoreFault(f"{path.name} är en databas från ett annat program, inte ett sammanträde. Filen är orörd.")
    if version > VERSION:
        raise StoreFault(
            f"{path.name} är skriven av en nyare Klubban (form {version}; den här läser form {VERSION}). "
            "Filen är orörd. Uppdatera programmet på den här datorn."
        )


def has_tables(connection: sqlite3.Connection) -> bool:
    """Whether the tables and what guards the events are there."""
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'trigger')")}
    return {"meta", "agenda", "events", "drafts", "events_stand", "events_stay", "events_follow"} <= found


def has_sums(connection: sqlite3.Connection) -> bool:
    """Whether the file has check sums: one from before there were any has none."""
    return bool(connection.execute("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'sums'").fetchall())
