"""A session that is only read, also while another process records in it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any, Self

from agendas.clean import clean
from agendas.model import Agenda
from sessions.events import Event, Recorded
from sessions.store import drafts, peeking
from sessions.store.connecting import connect
from sessions.store.drafts import Draft
from sessions.store.faults import BROKEN_PAGES, damaged, how_damaged, readable, unreadable
from sessions.store.files import beside, has_content
from sessions.store.peeking import Peek
from sessions.store.rows import read_agenda, recorded, sound_rows
from sessions.store.tables import check_header, has_sums, has_tables
from sessions.store.turns import tidy


class Follower:
    """A session that is only read: the chair's view, a list, an export. It follows what another process records."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._seen = self._data_version()
        self._summed = has_sums(connection)
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def agenda(self) -> Agenda:
        """The agenda as it was when the session was created. Raises `StoreFault`."""
        with readable(self.path):
            return read_agenda(self._connection, self._summed)

    @property
    def meta(self) -> dict[str, str]:
        """What is known of the file itself: `id`, `created` (ISO)."""
        with readable(self.path):
            return {key: clean(value) for key, value in self._rows("SELECT key, value FROM meta")}

    def since(self, seq: int = 0) -> tuple[Recorded[Event], ...]:
        """The events after number `seq`, oldest first, texts cleaned. Raises `StoreFault` if one cannot be understood."""
        with readable(self.path):
            return tuple(r for rows in sound_rows(self._connection, seq, self._summed) for r in recorded(self.path, rows))

    def changed(self) -> bool:
        """Whether another connection has committed anything since this was asked last. Cheap: ask every 100–200 ms."""
        with readable(self.path):
            now = self._data_version()
        changed, self._seen = now != self._seen, now
        return changed

    def drafts(self) -> tuple[Draft, ...]:
        """The text that was being typed, by item and section."""
        with readable(self.path):
            return drafts.read(self._connection)

    def peek(self) -> Peek:
        """What a list tells of the session. Raises `StoreFault`."""
        with readable(self.path):
            return peeking.read(self._connection, self._summed)

    def integrity(self) -> str:
        """What is wrong with the whole file, what SQLite says of it last; empty when it is sound."""
        try:
            return _wrong_with(self._connection, self._summed)
        except (sqlite3.Error, ValueError) as fault:
            return how_damaged(fault)

    def close(self) -> None:
        """Stop reading. The last one out of a session that was closed meanwhile makes it one plain file."""
        if not self._closed:
            self._closed = True
            self._connection.close()
            tidy(self.path)

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        return self._connection.execute(sql, values).fetchall()

    def _data_version(self) -> int:
        return int(self._rows("PRAGMA data_version")[0][0])


def follow(path: Path) -> Follower:
    """Open a session file for reading alone. Raises `StoreFault`."""
    path = Path(path)
    check_header(path)
    try:
        connection = connect(path, "ro")
        try:
            return Follower(path, connection)
        except BaseException:
            connection.close()
            raise
    except (sqlite3.Error, ValueError) as fault:
        raise unreadable(path, fault) from fault


def was_cut_short(path: Path) -> bool:
    """Whether a commit was cut short in the mode without WAL: only a recorder can take its half back."""
    return has_content(beside(path, "-journal"))


def check(path: Path, known: int = 0) -> None:
    """See that `path` is a whole session file of this version, without writing to it. Raises `StoreFault`.

    `known`: the number of the last event that the caller has just read; those up to it are not read once more.
    """
    check_header(path)
    try:
        connection = connect(path, "ro")
        try:
            wrong = _wrong_with(connection, has_sums(connection), known) if has_tables(connection) else "tabellerna saknas"
        finally:
            connection.close()
    except (sqlite3.Error, ValueError) as fault:
        raise unreadable(path, fault) from fault
    if wrong:
        raise damaged(path, wrong)


def _wrong_with(connection: sqlite3.Connection, summed: bool, known: int = 0) -> str:
    """What the file itself says against it; empty when nothing does. Raises `ValueError`, `sqlite3.Error` when it cannot be read at all."""
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check").fetchall()]
    if found != ["ok"]:
        return "; ".join((BROKEN_PAGES, *found))
    for _ in sound_rows(connection, known, summed):
        pass  # each is looked at on its way
    return ""


def peek(path: Path) -> Peek:
    """The body, date and progress of a session, without decoding its events. Raises `StoreFault`."""
    with follow(path) as session:
        return session.peek()
