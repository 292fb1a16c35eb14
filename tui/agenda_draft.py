"""An agenda while it is being written: data as typed, right or wrong, and what the checks of the file say of it.

Nothing here asks the time or touches a disk.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, time
from typing import Any

from agendas.faults import Report
from agendas.lines import KeyPath
from agendas.model import Agenda, MeetingPlan, Person
from agendas.schedule import Schedule
from agendas.value import Value
from tui.agenda_fields import FIELDS, LABELS, Table, point_count, shown
from tui.agenda_fields import put as put_in
from tui.texts.start import AgendaForms as Words

_NO_MEETING = MeetingPlan(body="", date=date(2000, 1, 1), starts=time())
Place = tuple[Table, int, str]
"""Which table, which of its kind, which key; the key is empty when it is about the whole of it."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Doubtful(Value):
    """Something that an import was unsure of."""

    message: str
    place: Place | None = None
    """None when it is about the whole."""
    source: str = ""
    """What stands there in the source."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Checked(Value):
    """What the checks say: the agenda when it can be used, and what is wrong or looks wrong, by place."""

    agenda: Agenda | None = None
    faults: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)
    warnings: Mapping[Place, tuple[str, ...]] = field(default_factory=dict)
    schedule: Schedule | None = None

    def about(self, table: Table, index: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The faults and the warnings of one table."""
        found = []
        for told in (self.faults, self.warnings):
            found.append(tuple(m for (t, n, _), messages in told.items() if (t, n) == (table, index) for m in messages))
        return found[0], found[1]


class _Places(Report):
    """A report that remembers places in data instead of lines in a file."""

    def __init__(self) -> None:
        super().__init__("")
        self.found: list[tuple[bool, KeyPath, str]] = []

    def fault(self, path: KeyPath, message: str) -> None:
        self.found.append((True, path, message))
        super().fault(path, message)

    def warn(self, path: KeyPath, message: str) -> None:
        self.found.append((False, path, message))
        super().warn(path, message)


class AgendaDraft:
    """The tables of an agenda file, to change. `doubts` are those of an import that nobody has answered yet."""

    def __init__(self, data: Mapping[str, Any], doubts: Iterable[Doubtful] = ()) -> None:
        self.dropped: list[str] = []
        """Keys that no form knows: they are not taken along, and that is said."""
        self._tables: dict[str, Any] = {
            "meeting": self._known("meeting", data.get("meeting")),
            "rules": self._known("rules", data.get("rules")),
            "person": [self._known("person", row) for row in _rows(data.get("person"))],
            "item": [self._known("item", row) for row in _rows(data.get("item"))],
        }
        self.dropped += [str(key) for key in data if key not in FIELDS]
        self.doubts = list(doubts)
        self._saved = copy.deepcopy(self._tables)

    @classmethod
    def of(cls, agenda: Agenda, doubts: Iterable[Doubtful] = ()) -> AgendaDraft:
        """An agenda that was read."""
        from agendas.file import agenda_data

        return cls(agenda_data(agenda), doubts)

    def _known(self, table: Table, row: object) -> dict[str, Any]:
        held = dict(row) if isinstance(row, Mapping) else {}
        known = {f.key for f in FIELDS[table]} | {"id"}
        self.dropped += [str(key) for key in held if key not in known]
        return {key: value for key, value in held.items() if key in known}

    # Rows

    def rows(self, table: Table) -> list[dict[str, Any]]:
        """The tables of that name; the meeting and the rules are one each."""
        held = self._tables[table]
        return held if isinstance(held, list) else [held]

    def row(self, table: Table, index: int) -> dict[str, Any]:
        """One of them."""
        return self.rows(table)[index]

    def add(self, table: Table, after: int) -> int:
        """A new one after another; its place."""
        at = min(max(after + 1, 0), len(self.rows(table)))
        self.rows(table).insert(at, {"role": "ledamot"} if table == "person" else {})
        self._shift(table, lambda n: n + 1 if n >= at else n)
        return at

    def add_people(self, people: Iterable[Person]) -> None:
        """People who were read elsewhere, last in the list; a row in which nothing was written makes room for them."""
        from agendas.file import agenda_data

        rows = self.rows("person")
        for person in people:
            made = agenda_data(Agenda(meeting=_NO_MEETING, people=(person,)))["person"][0]
            empty = next((row for row in rows if not row.get("name")), None)
            if empty is not None:
                empty.update(made)
            else:
                rows.append(made)

    def move(self, table: Table, index: int, by: int) -> int:
        """One step up or down; where it stands then."""
        rows, to = self.rows(table), index + by
        if not 0 <= to < len(rows):
            return index
        rows[index], rows[to] = rows[to], rows[index]
        self._shift(table, lambda n: {index: to, to: index}.get(n, n))
        return to

    def delete(self, table: Table, index: int) -> None:
        """Take one away, with what was doubtful in it."""
        del self.rows(table)[index]
        self.doubts = [d for d in self.doubts if d.place is None or d.place[:2] != (table, index)]
        self._shift(table, lambda n: n - 1 if n > index else n)

    def _shift(self, table: Table, to: Any) -> None:
        self.doubts = [
            Doubtful(d.message, (d.place[0], to(d.place[1]), d.place[2]), d.source) if d.place and d.place[0] == table else d
            for d in self.doubts
        ]

    def put(self, table: Table, index: int, key: str, typed: str) -> None:
        """What was typed in a field."""
        put_in(next(f for f in FIELDS[table] if f.key == key), self.row(table, index), typed)

    def shown(self, table: Table, index: int, key: str) -> str:
        """What stands in a field."""
        return shown(next(f for f in FIELDS[table] if f.key == key), self.row(table, index))

    def holds(self, table: Table, index: int) -> list[str]:
        """What goes with a row that is deleted, in short."""
        row = self.row(table, index)
        said = [LABELS[table][f.key].casefold() for f in FIELDS[table] if row.get(f.key) and f.key not in {"title", "name", "kind", "role"}]
        if (points := point_count(row)) > 1:
            said = [f"{points} förslagspunkter" if word == LABELS["item"]["proposal"].casefold() else word for word in said]
        return said

    def name(self, table: Table, index: int) -> str:
        """What a row is called."""
        row = self.row(table, index)
        if table == "item":
            return str(row.get("title") or Words.UNNAMED)
        if table == "person":
            party = row.get("party")
            return f"{row.get('name') or Words.NOBODY}{f' ({party})' if party else ''}"
        return Words.MEETING if table == "meeting" else Words.RULES

    # Doubts

    def doubts_at(self, table: Table, index: int, key: str | None = None) -> list[Doubtful]:
        """What is doubtful in a row, or in one field of it."""
        return [d for d in self.doubts if d.place and d.place[:2] == (table, index) and (key is None or d.place[2] == key)]

    def answered(self, doubt: Doubtful) -> None:
        """Somebody has looked at it."""
        self.doubts = [d for d in self.doubts if d is not doubt]

    # Saved, checked

    @property
    def changed(self) -> bool:
        """Whether something is not saved."""
        return self._tables != self._saved

    def saved(self) -> None:
        """It is in the file as it stands."""
        self._saved = copy.deepcopy(self._tables)

    def not_saved_yet(self) -> None:
        """All of it is new: it came from somewhere else than its file."""
        self._saved = {}

    @property
    def saved_tables(self) -> Mapping[str, Any]:
        """The tables as they stand in the file; empty when they stand in none."""
        return self._saved

    def with_typed(self, typed: Mapping[Place, str]) -> dict[str, Any]:
        """The tables with what stands in boxes that have not been left yet."""
        tables = copy.deepcopy(self._tables)
        for (table, index, key), text in typed.items():
            held = tables[table]
            put_in(next(f for f in FIELDS[table] if f.key == key), held[index] if isinstance(held, list) else held, text)
        return tables

    @classmethod
    def left(cls, tables: Mapping[str, Any], saved: Mapping[str, Any], dropped: Iterable[str], doubts: Iterable[Doubtful]) -> AgendaDraft:
        """A draft that was kept while it was being written."""
        draft = cls(tables, doubts)
        draft.dropped, draft._saved = list(dropped), dict(saved)
        return draft

    def data(self) -> dict[str, Any]:
        """The tables as a file would hold them."""
        return {key: value for key, value in copy.deepcopy(self._tables).items() if value or key == "meeting"}

    def check(self) -> Checked:
        """The checks of the file, all of them at once."""
        from agendas.file import AgendaFaults, agenda_from_data
        from agendas.schedule import schedule_of

        report, agenda = _Places(), None
        with suppress(AgendaFaults):
            agenda = agenda_from_data(self.data(), report).agenda
        told: tuple[dict[Place, tuple[str, ...]], dict[Place, tuple[str, ...]]] = ({}, {})
        for is_fault, path, message in report.found:
            place = place_of(path)
            into = told[0 if is_fault else 1]
            into[place] = (*into.get(place, ()), _sentence(message, place))
        return Checked(agenda, told[0], told[1], schedule_of(agenda) if agenda else None)


def place_of(path: KeyPath) -> Place:
    """Where in the forms a path of the file is."""
    table: Table = path[0] if path and path[0] in FIELDS else "meeting"  # type: ignore[assignment]
    index = path[1] if len(path) > 1 and isinstance(path[1], int) else 0
    keys = [p for p in path[1:] if isinstance(p, str)]
    return table, index, keys[0] if keys and path[0] in FIELDS else ""


_QUOTED = re.compile(r'^"(\w+)"')
_LINE = re.compile(r" (?:\(se även rad [^)]*\)|på rad \d+)")
_TWO = re.compile(r'Är det två personer: .*"id"\.')


def _sentence(message: str, place: Place) -> str:
    """The sentence as one who sees forms reads it: the label of the field, no key, no line."""
    label = LABELS[place[0]].get(place[2], "")
    message = _QUOTED.sub(lambda m: f"”{LABELS[place[0]].get(m[1], label or m[1])}”", message)
    return _TWO.sub(Words.TWO_PEOPLE, _LINE.sub("", message))


def _rows(value: object) -> list[object]:
    return list(value) if isinstance(value, list | tuple) else []
