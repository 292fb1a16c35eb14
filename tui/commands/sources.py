"""From what was typed – an id, a part of it, a session file, an archive file, or nothing – to agenda and records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agendas.model import Agenda
from agendas.value import Value
from sessions.events import Event, Recorded
from sessions.log import replay
from sessions.meeting import Meeting
from tui.commands.stop import FAULTS, Stop, reason, tell

if TYPE_CHECKING:
    from sessions.archive import Archived


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Source(Value):
    """One meeting as it was found."""

    name: str
    """Its id, or the archive's file name."""
    agenda: Agenda
    records: tuple[Recorded[Event], ...]
    style: Mapping[str, Any] | None = None
    """The house style that an archive brings with it."""
    folder: Path | None = None
    """Where a relative path to a style is taken from."""

    def meeting(self) -> Meeting:
        """What the records add up to."""
        return replay(self.agenda, self.records)


def load_agenda(path: Path) -> Agenda:
    """The agenda in a file; warnings are told on stderr. Raises Stop with all that is wrong in it."""
    from agendas.file import AgendaFaults, read_agenda

    try:
        loaded = read_agenda(path)
    except AgendaFaults as faults:
        raise Stop(str(faults), FAULTS) from faults
    except OSError as fault:
        raise Stop(f"Kan inte läsa {path}: {reason(fault)}.") from fault
    tell(*(f"Varning: {warning}" for warning in loaded.warnings))
    return loaded.agenda


def find(named: str | None, agenda: Path | None = None) -> Source:
    """The meeting that was named; the latest when nothing was. `agenda` lays another agenda under the events.

    Raises Stop when there is none, when several could be meant, and when the file is damaged or faulty.
    """
    path = Path(named) if named else None
    source = _from_archive(path) if path is not None and path.suffix == ".toml" else _from_store(named)
    return replace(source, agenda=load_agenda(agenda)) if agenda else source


def read_archived(path: Path) -> Archived:
    """The session in an archive file; warnings are told on stderr. Raises Stop with all that is wrong in it."""
    from sessions.archive import ArchiveFaults, read_archive

    try:
        archived = read_archive(path)
    except ArchiveFaults as faults:
        raise Stop(str(faults), FAULTS) from faults
    except OSError as fault:
        raise Stop(f"Kan inte läsa {path}: {reason(fault)}.") from fault
    tell(*(f"Varning: {warning}" for warning in archived.warnings))
    return archived


def _from_archive(path: Path) -> Source:
    archived = read_archived(path)
    return Source(path.stem, archived.agenda, archived.records, archived.style, path.parent)


def _from_store(named: str | None) -> Source:
    from sessions.places import Ambiguous, NotFound, find_session
    from sessions.store import Store, StoreFault

    try:
        entry = find_session(named)
        with Store.follow(entry.path) as store:
            return Source(entry.id, store.agenda, store.since(0))
    except (NotFound, Ambiguous) as missing:
        raise Stop(str(missing)) from missing
    except StoreFault as fault:
        raise Stop(str(fault)) from fault
    except OSError as fault:
        raise Stop(f"Kan inte läsa sammanträdet: {reason(fault)}.") from fault
