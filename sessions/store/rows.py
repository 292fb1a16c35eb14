"""The agenda and the events as rows, each with its check sum."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from agendas.model import Agenda
from sessions.codec import agenda_from_plain, agenda_to_plain, from_plain, to_plain
from sessions.events import Event, Recorded
from sessions.store.faults import StoreFault
from sessions.sums import AGENDA, sum_of

_EVENTS = "SELECT seq, act, at, type, payload FROM events WHERE seq > ?1 ORDER BY seq"
_SUMMED_EVENTS = """
SELECT e.seq, e.act, e.at, e.type, e.payload, s.sum FROM events e LEFT JOIN sums s ON s.seq = e.seq WHERE e.seq > ?1
UNION ALL SELECT s.seq, NULL, NULL, NULL, NULL, s.sum FROM sums s
    WHERE s.seq > max(?1, 0) AND NOT EXISTS (SELECT 1 FROM events e WHERE e.seq = s.seq)
ORDER BY 1
"""
"""The events with their sums, and the sums whose event is gone. An event without one is of a file from before there were any."""


def sound_rows(connection: sqlite3.Connection, after: int, summed: bool) -> list[Any]:
    """The rows of the events after number `after`, each as its sum says that it was written. Raises `ValueError`, `sqlite3.Error`."""
    # One statement, fetched at once: in the modes without WAL a reader that lingers stops the writer.
    if not summed:
        return connection.execute(_EVENTS, (after,)).fetchall()
    return verified(connection.execute(_SUMMED_EVENTS, (after,)).fetchall())


def verified(rows: Iterable[Any]) -> list[Any]:
    """Rows of events, each with its sum last, without the sums. Raises `ValueError` when a row is not as its sum says."""
    made = []
    for seq, act, at, name, payload, standing in rows:
        if act is None or (standing is not None and standing != sum_of(seq, act, at, name, payload)):
            raise ValueError(f"händelse {seq} {'saknas' if act is None else 'stämmer inte med sin kontrollsumma'}")
        made.append((seq, act, at, name, payload))
    return made


def recorded(path: Path, seq: int, act: int, at: str, name: str, payload: str) -> Recorded[Event]:
    """The event of one row. Raises `StoreFault` when this version cannot understand it."""
    try:
        return Recorded(seq, act, from_plain(name, {**json.loads(payload), "at": at}))
    except ValueError as fault:
        raise StoreFault(f"{path.name}, händelse {seq}: kan inte läsas av den här versionen ({fault}). Filen är orörd.") from fault


def last_row(connection: sqlite3.Connection) -> tuple[int, int]:
    """The numbers of the newest event and of its act; 0, 0 when there is none."""
    rows = connection.execute("SELECT seq, act FROM events ORDER BY seq DESC LIMIT 1").fetchall()
    return rows[0] if rows else (0, 0)


def insert(connection: sqlite3.Connection, records: Iterable[Recorded[Event]], summed: bool) -> None:
    """Write events, with their sums if the file has any."""
    for record in records:
        row = (record.seq, record.act, *_row(record.event))
        connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", row)
        if summed:
            connection.execute("INSERT INTO sums VALUES (?, ?)", (record.seq, sum_of(*row)))


def read_agenda(connection: sqlite3.Connection, summed: bool) -> Agenda:
    """The agenda as it was when the session was created. Raises `ValueError` (its sum, what it holds), `sqlite3.Error`."""
    return agenda_from_plain(json.loads(plain_agenda(connection, summed)))


def plain_agenda(connection: sqlite3.Connection, summed: bool) -> str:
    """The JSON of the agenda, as its sum says that it was written. Raises `ValueError`, `sqlite3.Error`."""
    ((plain,),) = connection.execute("SELECT plain FROM agenda").fetchall()
    if summed:
        for (standing,) in connection.execute("SELECT sum FROM sums WHERE seq = ?", (AGENDA,)).fetchall():
            if standing != sum_of(plain):
                raise ValueError("dagordningen stämmer inte med sin kontrollsumma")
    return str(plain)


def insert_agenda(connection: sqlite3.Connection, agenda: Agenda) -> None:
    """Write the agenda, once, with its sum."""
    plain = _json(agenda_to_plain(agenda_from_plain(agenda_to_plain(agenda))))
    connection.execute("INSERT INTO agenda VALUES (1, ?)", (plain,))
    connection.execute("INSERT INTO sums VALUES (?, ?)", (AGENDA, sum_of(plain)))


def _row(event: Event) -> tuple[str, str, str]:
    plain = to_plain(event)
    return plain.pop("at"), type(event).__name__, _json(plain)


def _json(plain: Mapping[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
