"""What can be read of a session file that the store refuses: agenda and events one by one, and which could not be.

The file is only read. What is found is what once stood there; a check sum says of most of it whether it still does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from agendas.clean import clean
from agendas.model import Agenda, MeetingPlan
from agendas.value import Value
from sessions.archive import ArchiveFaults, archive_toml, read_archive
from sessions.codec import CodecFault, agenda_from_plain, from_plain
from sessions.events import EVENT_TYPES, Event, Recorded
from sessions.pages import Cell, Row, rows
from sessions.sums import AGENDA, sum_of

MISSING = "den finns inte i det som går att läsa"
"""Why an event is not along, when nothing at all is left of it."""
NO_BODY = "Okänt organ"
"""The body of a meeting whose agenda could not be read."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Rescued(Value):
    """What a damaged file still holds."""

    agenda: Agenda
    records: tuple[Recorded[Event], ...]
    agenda_lost: bool
    """Whether nothing of the agenda could be read; then `agenda` holds only what an archive must have."""
    agenda_doubtful: bool
    unread: Mapping[int, str]
    """The events that are not along, by number, each with why."""
    doubtful: tuple[int, ...]
    """The events that are along, but perhaps not as they were written: no sum says that no letter is another."""


@dataclass
class _Found:
    agendas: list[str] = field(default_factory=list)
    events: dict[int, list[tuple[int, str, str, str]]] = field(default_factory=dict)
    """The readings of each event: act, at, type, payload."""
    sums: dict[int, set[int]] = field(default_factory=dict)


class NothingFound(Exception):
    """The file holds nothing of a meeting. The text is Swedish."""


def rescue(path: Path) -> Rescued:
    """Read all that can be read. Raises `NothingFound`, and `OSError` when the file itself cannot be read."""
    log = path.with_name(path.name + "-wal")
    found = _sorted_out(rows(path.read_bytes(), log.read_bytes() if log.is_file() else b""))
    records: list[Recorded[Event]] = []
    sure: set[int] = set()
    unread: dict[int, str] = {}
    for seq in sorted(found.events.keys() | _expected(found)):
        record, reason, agrees = _read(seq, found)
        if record is None:
            unread[seq] = reason
            continue
        records.append(record)
        if agrees:
            sure.add(seq)
    agenda, doubt = _agenda(found)
    if agenda is None and not records:
        raise NothingFound(f"{path.name}: ingenting av ett sammanträde gick att läsa. Filen är orörd.")
    return Rescued(
        agenda=agenda or _least(records),
        records=_in_order(records, sure),
        agenda_lost=agenda is None,
        agenda_doubtful=doubt,
        unread=unread,
        doubtful=tuple(r.seq for r in records if r.seq not in sure),
    )


def rescued_archive(rescued: Rescued) -> tuple[str, Rescued]:
    """The archive of what was found, seen to open again, and what is in it: an agenda that no archive can hold is left out."""
    text = archive_toml(rescued.agenda, rescued.records, own_notes=True)
    try:
        read_archive(text)
    except ArchiveFaults:
        if rescued.agenda_lost or not rescued.records:
            raise
        return rescued_archive(replace(rescued, agenda=_least(rescued.records), agenda_lost=True, agenda_doubtful=False))
    return text, rescued


def _expected(found: _Found) -> set[int]:
    """The events that there should be: those that have a sum; in a file from before there were sums, all numbers up to the last."""
    if found.sums:
        return found.sums.keys() - {AGENDA}
    return set(range(1, max(found.events, default=0)))


def _read(seq: int, found: _Found) -> tuple[Recorded[Event] | None, str, bool]:
    """The event with that number, else why it cannot be read; and whether it is as it was written, as far as can be known."""
    standing = found.sums.get(seq, set())
    reason = MISSING
    # What agrees with its sum comes first; then what at least can be understood.
    for act, at, name, payload in sorted(found.events.get(seq, []), key=lambda r: sum_of(seq, *r) not in standing):
        try:
            event = from_plain(name, {**json.loads(payload), "at": at})
        except CodecFault as fault:
            reason = clean(str(fault))[:100]
            continue
        except (ValueError, TypeError, RecursionError):
            reason = "dess innehåll är förstört"
            continue
        return Recorded(seq, act, event), "", sum_of(seq, act, at, name, payload) in standing
    return None, reason, False


def _in_order(records: list[Recorded[Event]], sure: set[int]) -> tuple[Recorded[Event], ...]:
    """The records with the act numbers of the doubtful ones brought in between those of their neighbours."""
    trusted = [r.act for r in records if r.seq in sure or not sure]  # where nothing is sure, they are taken as they stand
    ahead = [max(trusted, default=1)] * len(records)
    for n in range(len(records) - 2, -1, -1):
        following = records[n + 1]
        ahead[n] = following.act if following.seq in sure else ahead[n + 1]
    least, placed = 1, []
    for record, most in zip(records, ahead, strict=True):
        act = record.act if record.seq in sure else max(least, min(record.act, most))
        least = max(least, act)
        placed.append(replace(record, act=least))
    return tuple(placed)


def _sorted_out(found: Iterable[Row]) -> _Found:
    """Which table each row is of can be seen from what it holds."""
    made = _Found()
    for row in found:
        match row.values:
            case (None, int() as act, str() as at, str() as name, str() as payload) if row.number > 0 and act > 0 and _is_event(name, at):
                _add(made.events.setdefault(row.number, []), (act, at, name, payload))
            case (None, str() as plain) if row.number == 1 and plain.startswith("{"):
                _add(made.agendas, plain)
            case (None, int() as one) if row.number >= AGENDA:
                made.sums.setdefault(row.number, set()).add(one)
            case _:
                pass
    return made


def _add(readings: list[Any], one: Cell | tuple[Any, ...]) -> None:
    if one not in readings:
        readings.append(one)


def _is_event(name: str, at: str) -> bool:
    return name in EVENT_TYPES or (name.isidentifier() and at[:4].isdigit())


def _agenda(found: _Found) -> tuple[Agenda | None, bool]:
    standing = found.sums.get(AGENDA, set())
    for plain in sorted(found.agendas, key=lambda text: sum_of(text) not in standing):
        try:
            agenda = agenda_from_plain(json.loads(plain))
        except (ValueError, TypeError, RecursionError):
            continue
        return agenda, sum_of(plain) not in standing
    return None, False


def _least(records: Sequence[Recorded[Event]]) -> Agenda:
    began: datetime = records[0].event.at
    return Agenda(meeting=MeetingPlan(body=NO_BODY, date=began.date(), starts=began.time().replace(microsecond=0)))
