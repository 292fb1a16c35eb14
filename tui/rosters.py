"""People from elsewhere: an agenda, an archive, a list of names, a protokoll, an earlier meeting on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from agendas.model import Person
from agendas.names import folded
from agendas.value import Value
from sessions.meeting import Meeting
from sessions.store import SUFFIX
from tui.commands.sources import find, read_archived
from tui.commands.stop import FAULTS, Stop, reason
from tui.paths import SUFFIXES, matches


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Roster(Value):
    """Something that people can be taken from."""

    named: str
    """What `people_of` takes."""
    label: str
    detail: str = ""


def rosters(folder: Path, body: str) -> list[Roster]:
    """What people can be taken from: meetings of the same body first, then others, agendas and documents in the folder."""
    from tui.offers import agenda_offers, meeting_offers

    found = [o for o in (*meeting_offers(), *agenda_offers(folder)) if o.path is not None and not o.fault]
    found.sort(key=lambda o: folded(o.label) != folded(body))
    files = [Roster(str(folder / name), name) for name in matches("", folder, SUFFIXES) if not name.endswith("/")]
    return [*(Roster(str(o.path), o.label, o.detail) for o in found), *files]


def added(people: Iterable[Person], more: Iterable[Person]) -> list[Person]:
    """Those of `more` who are not among `people` yet, by name."""
    known = {folded(p.name) for p in people}
    return [p for p in more if folded(p.name) not in known]


def people_of(named: str) -> tuple[Person, ...]:
    """The people of an agenda, an archive, a list of names, a protokoll – or of a meeting on this machine. Raises Stop."""
    path = Path(named)
    if path.suffix.casefold() == ".toml":
        return _people_of_toml(path)
    if not path.is_file() or path.suffix == SUFFIX:
        return _people_of_meeting(find(named).meeting())
    from agendas.intake import IntakeFaults, take_people

    try:
        return take_people(path)
    except IntakeFaults as faults:
        raise Stop(str(faults), FAULTS) from faults
    except OSError as fault:
        raise Stop(f"Kan inte läsa {path}: {reason(fault)}.") from fault


def _people_of_toml(path: Path) -> tuple[Person, ...]:
    from agendas.file import AgendaFaults, read_agenda

    try:
        return read_agenda(path).agenda.people
    except OSError as fault:
        raise Stop(f"Kan inte läsa {path}: {reason(fault)}.") from fault
    except AgendaFaults as faults:
        if not any(f.key in {"format", "event", "agenda"} for f in faults.faults):
            raise Stop(str(faults), FAULTS) from faults
    return read_archived(path).agenda.people


def _people_of_meeting(meeting: Meeting) -> tuple[Person, ...]:
    return tuple(meeting.people.values())
