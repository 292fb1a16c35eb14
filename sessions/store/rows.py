"""The agenda and the events as rows, each with its check sum."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from agendas.model import Agenda
from sessions.codec import agenda_from_plain, agenda_to_plain, from_plain, to_plain
from sessions.events import Event, Recorded
from sessions.store.faults import StoreFault
from sessions.sums import AGENDA, sum_of

PIECE = 1_000
"""How many events are fetched at a time: a long log is not held in memory twice, as rows and as events."""
_EVENTS = "SELECT seq, act, at, type, payload FROM events WHERE seq > ? ORDER BY seq LIMIT ?"
_SUMMED_EVENTS = """
SELECT e.seq, e.act, e.at, e.type, e.payload, s.sum FROM events e LEFT JOIN sums s ON s.seq = e.seq
    WHERE e.seq > ? ORDER BY e.seq LIMIT ?
"""
"""The events with their sums. An event without one is of a file from before there were any."""
_GONE = "SELECT min(s.seq) FROM sums s WHERE s.seq > max(?, 0) AND NOT EXISTS (SELECT 1 FROM events e WHERE e.seq = s.seq)"
"""The first sum whose event is gone."""


def sound_rows(connection: sqlite3.Connection, after: int, summed: bool) -> Iterator[Sequence[Any]]:
    """The rows of the events after number `after`, a piece at a time, each as its sum says that it was written.

    Raises `ValueError`, `sqlite3.Error`.
    """
    if summed:
        ((gone,),) = connection.execute(_GONE, (after,)).fetchall()
        if gone is not None:
            raise ValueError(f"händelse {gone} saknas")
    # Each statement is fetched at once: in the modes without WAL a reader that lingers stops the writer. What is
    # written between two of them comes last, as if it had been written a moment before.
    while rows := connection.execute(_SUMMED_EVENTS if summed else _EVENTS, (after, PIECE)).fetchall():
        yield list(verified(rows)) if summed else rows
        after = rows[-1][0]
        if len(rows) < PIECE:
            break


def verified(rows: Iterable[Any]) -> Iterator[Any]:
    """Rows of events, each with its sum last, without the sums. Raises `ValueError` when a row is not as its sum says."""
    for seq, act, at, name, payload, standing in rows:
        if standing is not None and standing != sum_of(seq, act, at, name, payload):
            raise ValueError(f"händelse {seq} stämmer inte med sin kontrollsumma")
        yield seq, act, at, name, payload


def recorded(path: Path, rows: Sequence[Any]) -> Iterator[Recorded[Event]]:
    """The events of some rows. Raises `StoreFault` when this version cannot understand one."""
    together = _read_together(rows)
    for place, (seq, act, at, name, payload) in enumerate(rows):
        try:
            plain = together[place] if together else json.loads(payload)
            event = from_plain(name, {**plain, "at": at})
        except ValueError as fault:
            raise StoreFault(f"{path.name}, händelse {seq}: kan inte läsas av den här versionen ({fault}). Filen är orörd.") from fault
        yield Recorded(seq, act, event)


def _read_together(rows: Sequence[Any]) -> Sequence[Any]:
    """What the payloads of the rows hold; nothing when not each of them is good JSON by itself.

    All of a log in one go takes a third of a call for each (`bench/RESULTS.md`).
    """
    try:
        found: list[Any] = json.loads(f"[{','.join([payload for *_, payload in rows])}]")
    except (ValueError, TypeError):
        return ()
    return found if len(found) == len(rows) else ()


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
