"""Where sessions lie on this machine, and how one is found by what people call it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from pathlib import Path

from agendas.model import MeetingPlan, body_of
from agendas.names import folded, slug, unique_slug
from agendas.value import Value
from sessions.disks import is_synced_or_network
from sessions.store import SUFFIX, Progress, StoreFault, check, peek

__all__ = [
    "Ambiguous",
    "NotFound",
    "SessionEntry",
    "exports_dir",
    "find_session",
    "home",
    "is_synced_or_network",
    "list_sessions",
    "new_session_path",
    "session_name",
    "sessions_dir",
]


class NotFound(Exception):
    """No session is called that. The text is Swedish and lists those that there are."""


class Ambiguous(Exception):
    """Several sessions may be meant. The text is Swedish and lists them."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class SessionEntry(Value):
    """One session on this machine. `fault` says why its file cannot be read; then the rest is empty."""

    id: str
    path: Path
    body: str = ""
    date: Date | None = None
    progress: Progress = "ej påbörjat"
    events: int = 0
    last_at: datetime | None = None
    fault: str = ""

    @property
    def unfinished(self) -> bool:
        """Whether the meeting has begun and not been closed."""
        return self.progress == "pågår"


def home() -> Path:
    """The folder of all that the program keeps: `KLUBBAN_HEM`, else the local data folder of the user."""
    if own := os.environ.get("KLUBBAN_HEM"):
        return Path(own).expanduser()
    from platformdirs import user_data_path

    return user_data_path("klubban", appauthor=False, roaming=False)  # roaming profiles are copied while they are written


def sessions_dir() -> Path:
    """The folder of the session files. It is made when the first is."""
    return home() / "sammantraden"


def exports_dir() -> Path:
    """The folder where it is kept what the program itself has exported, so that edited files are not written over."""
    return home() / "utskrifter"


def new_session_path(plan: MeetingPlan) -> Path:
    """A free file name for a meeting: `granby-arbetsutskottet-2022-01-17.klubban`, with `-2` when it is taken."""
    folder = sessions_dir()
    taken = {path.stem for path in _session_files(folder)}
    return folder / (unique_slug(session_name(plan), taken) + SUFFIX)


def session_name(plan: MeetingPlan) -> str:
    """What the id of a meeting's session is made of: municipality, body as in a sentence, date."""
    town = [word for word in plan.municipality.split() if folded(word) not in {"kommun", "stad", "region", "landsting"}]
    return " ".join([*town, body_of(plan).definite, plan.date.isoformat()])


def list_sessions(whole: bool = False) -> tuple[SessionEntry, ...]:
    """The sessions on this machine, the one written in last first. A damaged one is listed with its fault.

    Only what the list tells is looked at, so that it is there at once; `whole`: every letter of every file.
    """
    entries = [_entry(path, whole) for path in _session_files(sessions_dir())]
    return tuple(sorted(entries, key=_newest, reverse=True))


def find_session(text: str | None = None) -> SessionEntry:
    """The session meant: its id, any part of it that no other has, or a path; the latest when nothing is said.

    Raises `NotFound` or `Ambiguous`; `StoreFault` when a path leads to a file that is no session.
    """
    if text and _looks_like_path(text):
        path = Path(text).expanduser()
        if not path.exists():
            raise NotFound(f"Filen {text} finns inte.")
        entry = _entry(path)
        if entry.fault:
            raise StoreFault(entry.fault)
        return entry
    entries = list_sessions()
    if not entries:
        raise NotFound("Det finns inga sammanträden på den här datorn. Börja med: klubban starta AGENDA.toml")
    if not text:
        return next((e for e in entries if not e.fault), entries[0])
    wanted = slug(text)
    found = [e for e in entries if e.id == wanted] or [e for e in entries if wanted in e.id]
    if not found:
        raise NotFound(f"Inget sammanträde heter {text}. Det här finns:\n{_listed(entries)}")
    if len(found) > 1:
        raise Ambiguous(f"{text} kan vara flera sammanträden. Skriv mer av namnet:\n{_listed(found)}")
    return found[0]


def _looks_like_path(text: str) -> bool:
    return text.endswith(SUFFIX) or "/" in text or os.sep in text or Path(text).is_file()


def _session_files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file())
    except OSError:  # no folder yet, or one that we may not read: no sessions that could be opened
        return []


def _entry(path: Path, whole: bool = False) -> SessionEntry:
    try:
        seen = peek(path)
        if whole:
            check(path)
    except StoreFault as fault:
        return SessionEntry(path.stem, path, fault=str(fault))
    return SessionEntry(path.stem, path, seen.body, seen.date, seen.progress, seen.events, seen.last_at)


def _newest(entry: SessionEntry) -> tuple[float, str, str]:
    return entry.last_at.timestamp() if entry.last_at else 0.0, str(entry.date or ""), entry.id


def _listed(entries: Iterable[SessionEntry]) -> str:
    return "\n".join(f"  {e.id}" for e in entries)
