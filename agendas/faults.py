"""What is wrong in a file that somebody wrote, told in Swedish with file, line and key.

Every reader of outside files collects its faults in a `Report` and raises them all at once: a person who mends a file
line by line, with a new message each time, soon stops reading them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from agendas.clean import clean_line
from agendas.lines import KeyPath, line_map, line_of
from agendas.value import Value

MOST_FAULTS = 100
"""More are counted but not told: a file with thousands of faults is another kind of file."""

_MANY = {"item": "ärende", "person": "person", "event": "händelse"}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Fault(Value):
    """One thing that is wrong, or looks wrong."""

    file: str
    """The name of the file, as it was given."""
    line: int | None
    """The line, from 1; None when the fault has no place in the file."""
    key: str
    """The key as it stands in the file; empty when the fault is no key's."""
    message: str
    """A whole Swedish sentence, with the key and what was found."""
    where: str = ""
    """Which table: `ärende 3`, `person 2`, `[meeting]`."""

    def __str__(self) -> str:
        """`agendas/ks.toml, rad 14, ärende 3: "at" ska vara HH.MM, fick "25.70".`"""
        places = [self.file, f"rad {self.line}" if self.line else "", self.where]
        return f"{', '.join(filter(None, places))}: {self.message}"


class Faults(Exception):
    """A file that could be opened but not used. `faults` holds all that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        """One line a fault."""
        return "\n".join(map(str, self.faults))


class AgendaFaults(Faults):
    """An agenda file that could be opened but not used."""


@dataclass
class Report:
    """Gathers faults and warnings while a file is read, and finds their lines in its text.

    The lines are looked up only when there is something to tell. `prefix` is where the checked data stand in the
    file, when they are a part of it: `("agenda",)` in an archive.
    """

    file: str
    text: str = ""
    prefix: KeyPath = ()
    faults: list[Fault] = field(default_factory=list)
    warnings: list[Fault] = field(default_factory=list)
    untold: int = 0
    _lines: Mapping[KeyPath, int] | None = None

    @property
    def full(self) -> bool:
        """Whether more faults would only be counted."""
        return len(self.faults) >= MOST_FAULTS

    def fault(self, path: KeyPath, message: str) -> None:
        """Something that keeps the file from being used."""
        if self.full:
            self.untold += 1
        else:
            self.faults.append(self._made(path, message))

    def warn(self, path: KeyPath, message: str) -> None:
        """Something that looks wrong but may be meant."""
        if len(self.warnings) < MOST_FAULTS:
            self.warnings.append(self._made(path, message))

    def line(self, path: KeyPath) -> int | None:
        """The line of the key, or of the nearest table around it that stands in the text."""
        if self._lines is None:
            self._lines = line_map(self.text)
        return line_of(self._lines, (*self.prefix, *path))

    def told(self) -> tuple[Fault, ...]:
        """The faults in the order of their lines, with a last one that counts those left out."""
        told = sorted(self.faults, key=lambda f: f.line or 0)
        if self.untold:
            told.append(Fault(self.file, None, "", f"… och {self.untold} fel till."))
        return tuple(told)

    def _made(self, path: KeyPath, message: str) -> Fault:
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        # A message may quote the file: what a terminal would obey must not get that far.
        return Fault(self.file, self.line(path), clean_line(key)[:60], clean_line(message), clean_line(where_is(path)))


def where_is(path: KeyPath) -> str:
    """Which table a path lies in, as people count: `ärende 3`, `[meeting]`."""
    if not path:
        return ""
    table = str(path[0])
    if len(path) > 1 and isinstance(path[1], int):
        return f"{_MANY.get(table, table)} {path[1] + 1}"
    return f"[{table}]" if len(path) > 1 else ""


def shown(value: Any) -> str:
    """A value as it is told in a message: short, on one line, without anything that a terminal obeys."""
    match value:
        case None:
            return "ingenting"
        case bool():
            return "true" if value else "false"
        case str():
            text = clean_line(value[:200])
            return f'"{text}"' if len(text) <= 40 else f'"{text[:40]}…"'
        case list() | tuple():
            return "en lista"
        case Mapping():
            return "en tabell"
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            text = str(value)
            return text if len(text) <= 40 else f"{text[:40]}…"
