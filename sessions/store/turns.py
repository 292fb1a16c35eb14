"""Whose turn it is with a session file: one records, and the last one out leaves it as one plain file."""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sessions.lock import Held, Lock
from sessions.store.connecting import connect
from sessions.store.faults import InUse
from sessions.store.files import beside, has_content

_TRIES, _BETWEEN = 10, 0.1


def tidy(path: Path) -> None:
    """Make a session that was closed while somebody read it one plain file, if nobody records in it now."""
    log = beside(path, "-wal")
    if not log.exists() or has_content(log):
        return  # nothing to do, or a recording that was cut short: the next recorder brings that home
    try:
        lock = take(path, None)
    except (OSError, InUse):
        return
    try:
        with suppress(sqlite3.Error):
            connection = connect(path, "rw")
            try:
                connection.execute("PRAGMA busy_timeout = 0")
                connection.execute("PRAGMA journal_mode = DELETE")
            finally:
                connection.close()
    finally:
        lock.release()


def take(path: Path, at: datetime | None) -> Lock:
    """The right to record in a session, since `at`; None: only to tidy up after others. Raises `InUse`, `OSError`."""
    tries = _TRIES if at else 1
    while True:
        try:
            return Lock.take(beside(path, ".lås"), at)
        except Held as held:
            tries -= 1
            if held.since or not tries:
                raise InUse(path, held.who, held.since) from None
            time.sleep(_BETWEEN)  # a reader that leaves has it for a moment, to tidy up; it says no time
