"""What the Start screen can offer: meetings on this machine, agendas in this folder, examples. Without pydantic: it is to be quick."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date as Date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from agendas.clean import clean_line
from agendas.value import Value
from tui.texts.start import Start as Words

if TYPE_CHECKING:
    from agendas.model import Agenda
    from sessions.places import SessionEntry

Kind = Literal["continue", "unsaved", "agenda", "recent", "example", "new", "import", "keys", "help", "quit"]

LARGEST = 2_000_000
"""Bytes; a larger TOML file is something else."""
MOST_FILES = 200
MOST_RECENT = 6

_IS_AGENDA = re.compile(rb"^\s*\[\s*meeting\s*\]", re.MULTILINE)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Offer(Value):
    """One line of the Start screen."""

    kind: Kind
    label: str
    detail: str = ""
    path: Path | None = None
    fault: str = ""
    """Why it cannot be opened, when that is known already."""


def meeting_offers() -> list[Offer]:
    """The meetings on this machine: unfinished ones to continue, then the recent ones, those written in last first."""
    from sessions.places import list_sessions

    entries = list_sessions()
    unfinished = [_of_session(e, "continue") for e in entries if not e.fault and e.progress in ("pågår", "ej påbörjat")]
    recent = [_of_session(e, "recent") for e in entries if e.fault or e.progress not in ("pågår", "ej påbörjat")]
    return [*unfinished, *recent[:MOST_RECENT]]


def _of_session(entry: SessionEntry, kind: Kind) -> Offer:
    if entry.fault:
        return Offer("recent", entry.id, Words.UNREADABLE, entry.path, entry.fault)
    said = [entry.date.isoformat() if entry.date else "", entry.progress]
    if entry.last_at and kind == "continue":
        said.append(Words.last_written(f"{entry.last_at:%Y-%m-%d %H.%M}"))
    return Offer(kind, entry.body, " · ".join(x for x in said if x), entry.path)


def unsaved_offers() -> list[Offer]:
    """Agendas that were being written in forms when the program ended."""
    from tui.kept_drafts import left_drafts

    found = ((x, " · ".join(filter(None, [x.day, x.file, Words.UNSAVED]))) for x in left_drafts())
    return [Offer("unsaved", clean_line(x.body) or Words.UNSAVED_NONE, clean_line(detail), x.path) for x, detail in found]


def agenda_offers(folder: Path) -> list[Offer]:
    """The agenda files of a folder by date, the newest first. A faulty one is there too: its faults are told when it is chosen."""
    try:
        files = sorted(p for p in folder.iterdir() if p.suffix == ".toml" and p.is_file())[:MOST_FILES]
    except OSError:
        return []
    found = [offer for path in files if (offer := _of_file(path, "agenda", path.name)) is not None]
    return sorted(found, key=lambda o: o.detail[:10] if o.detail != Words.FAULTY else "", reverse=True)


def example_offers() -> list[Offer]:
    """The examples that came with the program, to rehearse with."""
    from agendas.examples import example_paths

    return [offer for path in example_paths().values() if (offer := _of_file(path, "example", "")) is not None]


def _of_file(path: Path, kind: Kind, name: str) -> Offer | None:
    """The file as an offer, if it is an agenda at all: whole or not. Without a `name` the municipality tells it from others."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        raw = path.read_bytes()
    except OSError:
        return None
    if not _IS_AGENDA.search(raw):
        return None
    try:
        plan = tomllib.loads(raw.decode("utf-8-sig"))["meeting"]
        body, date = str(plan["body"]), plan["date"]
        detail = date.isoformat() if isinstance(date, Date) else str(date)
    except (ValueError, KeyError, TypeError, RecursionError):  # TOML and Unicode faults are ValueErrors
        return Offer(kind, path.name, Words.FAULTY, path)
    where = name or str(plan.get("municipality", ""))
    return Offer(kind, clean_line(body), clean_line(f"{detail} · {where}" if where else detail), path)


def begun(agenda: Agenda, *, unfinished: bool = False) -> Path | None:
    """The session that was made of this agenda, the one written in last; None when it has not begun."""
    from agendas.names import slug
    from sessions.places import list_sessions, session_name

    name = slug(session_name(agenda.meeting))
    found = (e for e in list_sessions() if not e.fault and (e.id == name or e.id.startswith(f"{name}-")))
    return next((e.path for e in found if not unfinished or e.progress in ("pågår", "ej påbörjat")), None)
