"""What a list tells of a session, without decoding its events."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from typing import Any, Literal

from agendas.clean import clean
from agendas.value import Value
from sessions.store.rows import plain_agenda, verified

_TOLD_BY = ("MeetingOpened", "MeetingClosed", "MeetingReopened", "Approved", "Undone")
_SUMS = "(SELECT count(*) FROM sums WHERE seq > 0)"
_WHICH = f"WHERE e.type IN {_TOLD_BY} OR e.seq = (SELECT max(seq) FROM events) ORDER BY e.seq"
_TELLING = f"SELECT e.seq, e.act, e.at, e.type, e.payload FROM events e {_WHICH}"
_SUMMED_TELLING = f"SELECT e.seq, e.act, e.at, e.type, e.payload, s.sum FROM events e LEFT JOIN sums s ON s.seq = e.seq {_WHICH}"
"""What a list tells from, and the newest event, which says when it was written in last."""

Progress = Literal["ej påbörjat", "pågår", "avslutat", "justerat"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Peek(Value):
    """What can be told of a session without reading all of it."""

    body: str
    date: Date
    progress: Progress
    events: int
    last_at: datetime | None


def read(connection: sqlite3.Connection, summed: bool) -> Peek:
    """What can be told of the session; all that it is told from is as it was written, and as many events as there were sums.

    A letter that was changed in some other event is only seen by `Follower.integrity`, which reads them all.
    Raises `ValueError`, `TypeError`, `AttributeError` (no date, no text) and `sqlite3.Error`.
    """
    plan = json.loads(plain_agenda(connection, summed)).get("meeting", {})
    ((count, sums),) = connection.execute(f"SELECT (SELECT count(*) FROM events), {_SUMS if summed else '0'}")
    if count < sums:
        raise ValueError("händelser saknas")
    telling = connection.execute(_SUMMED_TELLING if summed else _TELLING).fetchall()
    rows = list(verified(telling)) if summed else telling
    last_at = datetime.fromisoformat(rows[-1][2]) if rows else None
    return Peek(clean(plan.get("body")), Date.fromisoformat(plan.get("date")), _progress(rows), count, last_at)


def _progress(telling: list[Any]) -> Progress:
    facts = [(act, name, json.loads(payload)) for _, act, _, name, payload in telling if name in _TOLD_BY]
    undone: set[int | None] = set()
    for act, name, fact in reversed(facts):  # newest first: an Undone that was itself undone takes nothing back
        if name == "Undone" and act not in undone:
            undone.add(fact.get("act"))
    progress: Progress = "ej påbörjat"
    for act, name, fact in facts:
        if act in undone or name == "Undone":
            continue
        if name == "Approved":
            progress = progress if fact.get("items") else "justerat"
        else:
            progress = "avslutat" if name == "MeetingClosed" else "pågår"
    return progress
