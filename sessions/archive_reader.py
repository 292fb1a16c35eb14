"""Events of an archive, read one after the other: names become ids, and what was left out follows from those before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from agendas.clean import clean
from agendas.faults import Report
from agendas.lines import KeyPath
from agendas.model import Agenda
from sessions.archive_names import Names, sentence
from sessions.codec import CodecFault, from_plain, unknown
from sessions.completion import complete
from sessions.events import (
    PREPARED_NAMES,
    AboutItem,
    AboutItems,
    Corrected,
    Event,
    ItemAdded,
    ItemAmended,
    MotionMoved,
    PersonAdded,
    PersonAmended,
    Recorded,
    Undone,
)
from sessions.log import Log, replacing
from sessions.meeting import Meeting

_PERSONS = frozenset(
    {"person", "persons", "substitute", "seat_of", "supporters", "requested_by", "asked_by", "answered_by", "also", "in_place_of"}
)
_ITEMS = frozenset({"item", "items", "before", "during", "after"})
_FREE_PERSONS = frozenset({"Elected", "Resigned", "AppendixAdded", "AnswerGiven", "UrgentDecisionReported"})
"""Where somebody outside the list may be named too, as a name."""
_DERIVED = ("item", "items", "paragraphs", "label", "motion", "question", "reservation", "statement")
"""What is left out where it follows from what stands before."""


class Reader:
    """Reads events one after the other, each in the light of those before it."""

    def __init__(self, agenda: Agenda | None) -> None:
        self._agenda = agenda  # None when it was faulty: then only the events themselves are checked
        self._people = Names("person")
        self._items = Names("ärende")
        self._motions: set[str] = set()
        for person in agenda.people if agenda else ():
            self._people.add(person.id, person.name, person.label)
        for item in agenda.items if agenda else ():
            self._items.add(item.id, item.title, item.short_title)
        self._log = Log(agenda) if agenda else None
        self._behind: list[Recorded[Event]] = []  # not yet in _log, which is asked only when something was left out
        self._records: dict[int, Recorded[Event]] = {}

    def event(self, type_name: Any, plain: Mapping[str, Any], path: KeyPath, report: Report, verbatim: bool = False) -> Event | None:
        """The event of one block, or None when there is a fault in it, which is in `report` then."""
        if not isinstance(type_name, str):
            report.fault((*path, "type") if type_name is not None else path, '"type" saknas eller är ingen text.')
            return None
        before = len(report.faults) + report.untold
        if not verbatim and self._agenda is not None:
            plain = self._with_ids(type_name, plain, path, report)
        event: Event | None = None
        try:
            event = from_plain(type_name, plain)
        except CodecFault as fault:
            for key, message in fault.faults:
                parts = [int(p) - 1 if p.isdigit() else p for p in key.split(".")] if key else []
                report.fault((*path, *parts), sentence(message if message.startswith("okän") else f'"{key}" {message}'))
        if len(report.faults) + report.untold > before:
            return None
        return event if verbatim or event is None else self._completed(event)

    def add(self, record: Recorded[Event]) -> None:
        """The record stands in the log: what comes after may name what it brought."""
        self._behind.append(record)
        self._records[record.seq] = record
        event = record.event.event if isinstance(record.event, Corrected) else record.event
        match event:
            case PersonAdded():
                self._people.add(event.person, event.name, f"{event.name} ({event.party})" if event.party else "")
            case PersonAmended(field="name"):
                self._people.add(event.person, event.value)
            case ItemAdded():
                self._items.add(event.item, event.title)
            case ItemAmended(field="title" | "short_title") if isinstance(event.value, str):
                self._items.add(event.item, event.value)
            case MotionMoved():
                self._motions.add(event.motion)
            case _:
                pass

    def _with_ids(self, type_name: str, plain: Mapping[str, Any], path: KeyPath, report: Report) -> dict[str, Any]:
        """The same values with ids in the place of names and titles."""
        found = dict(plain)
        for key, value in plain.items():
            at = (*path, key)
            if (type_name, key) in {("PersonAdded", "person"), ("ItemAdded", "item")}:
                continue  # the id that is given here, not one that is looked up
            if key in _PERSONS or (key == "by" and isinstance(value, list)):
                found[key] = self._people.found(value, at, report, free=type_name in _FREE_PERSONS)
            elif key in _ITEMS:
                found[key] = self._items.found(value, at, report)
            elif (type_name, key) in {
                ("MotionSupported", "motion"),
                ("MotionWithdrawn", "motion"),
                ("MotionRefused", "motion"),
                ("MotionMoved", "fallback"),
            }:
                self._check_motion(value, at, report, free=False)
            elif (type_name, key) in {("MotionMoved", "target"), ("Decided", "winner")}:
                self._check_motion(value, at, report, free=True)
            elif (type_name, key) == ("Corrected", "event"):
                found[key] = self._corrected(plain.get("seq"), value, at, report)
        return found

    def _corrected(self, seq: Any, value: Any, path: KeyPath, report: Report) -> Any:
        """The event inside a correction. It happened at the same time as the one it replaces, unless it says otherwise."""
        if not isinstance(value, Mapping) or not isinstance(value.get("type"), str):
            return value  # the codec tells what is wrong
        inner = self._with_ids(value["type"], {k: v for k, v in value.items() if k != "type"}, path, report)
        original = self._records.get(seq) if isinstance(seq, int) else None
        if original is not None:
            inner.setdefault("at", original.event.at)
        return {"type": value["type"], **inner}

    def _check_motion(self, value: Any, path: KeyPath, report: Report, free: bool) -> None:
        if not isinstance(value, str) or value in self._motions or not value:
            return
        if free and (value in PREPARED_NAMES or value.casefold().endswith("förslag")):
            return
        hint = ' (ett yrkandes id, "förvaltningens förslag" eller utelämnat)' if free else ""
        report.fault(path, sentence(f'"{path[-1]}": {unknown("yrkande", clean(value), tuple(sorted(self._motions)))}{hint}'))

    def _completed(self, event: Event) -> Event:
        """The event with what was left out: its own id, its §, the item that is open."""
        if isinstance(event, Corrected):
            original = self._records.get(event.seq)
            if original is None:
                return event
            new = replacing(original.event, event.event)
            return Corrected(at=event.at, seq=event.seq, event=new) if _gaps(event.event) else event
        if self._log is None or not _gaps(event):
            return event
        return complete(self._caught_up(self._log), event)

    def _caught_up(self, log: Log) -> Meeting:
        """The meeting with all that was read so far. Folded only when it is needed, many events at a time."""
        if any(isinstance(r.event, (Undone, Corrected)) for r in self._behind):
            log = self._log = Log(log.agenda, [*log.records, *self._behind])
        else:
            for record in self._behind:
                log.extend([record])
        self._behind.clear()
        return log.meeting


def _gaps(event: Event) -> bool:
    """Whether something that can be derived was left out."""
    if isinstance(event, PersonAdded):
        return not event.person
    derived = ("item",) if isinstance(event, ItemAdded) else _DERIVED
    if not isinstance(event, (AboutItem, AboutItems, ItemAdded)) and not hasattr(event, "paragraphs"):
        return False
    return any(f.name in derived and not getattr(event, f.name) for f in fields(event))
