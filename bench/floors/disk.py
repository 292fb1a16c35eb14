"""A durable commit."""

from __future__ import annotations

import sqlite3


def durable(path: str) -> sqlite3.Connection:
    """A database in WAL with FULL, with a table of events: the floor of recording."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, at TEXT, type TEXT, payload TEXT) STRICT")
    return connection


def commit(connection: sqlite3.Connection, seq: int, payload: str) -> None:
    """One insert, one commit."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?)", (seq, "2026-03-12T13:00:00+01:00", "ItemOpened", payload))
    connection.execute("COMMIT")
