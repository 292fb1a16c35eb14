"""A whole session – agenda and events – as one readable TOML file, and back.

What the program wrote comes back as exactly the same records. A person who writes one by hand may leave out what
follows from the rest and use names and titles; `klubban schema --arkiv` lists the keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Any

from agendas.clean import clean
from agendas.faults import Fault, Faults, Report
from agendas.file import agenda_data, agenda_from_data, read_agenda
from agendas.lines import KeyPath
from agendas.model import Agenda
from agendas.names import folded
from agendas.tomltext import load_toml, read_text
from sessions.archive_schema import archive_schema, number_keys
from sessions.codec import CodecFault, from_plain, to_plain, unknown
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
    PrivateNoteWritten,
    Recorded,
    Undone,
)
from sessions.log import Log, replacing
from sessions.meeting import Meeting

__all__ = ["ArchiveFaults", "Archived", "archive_schema", "archive_toml", "read_archive"]

FORMAT = 1
"""The form of the file; a higher one was written by a newer program."""
WIDTH = 110
"""A list that is longer than this is written one element a line."""
KEYS = ("format", "agenda", "style", "event")
_PERSONS = frozenset(
    {"person", "persons", "substitute", "seat_of", "supporters", "requested_by", "asked_by", "answered_by", "also", "in_place_of"}
)
_ITEMS = frozenset({"item", "items", "before", "during", "after"})
_FREE_PERSONS = frozenset({"Elected", "Resigned", "AppendixAdded", "AnswerGiven", "UrgentDecisionReported"})
"""Where somebody outside the list may be named too, as a name."""
_DERIVED = ("item", "items", "paragraphs", "label", "motion", "question", "reservation", "statement")


class ArchiveFaults(Faults):
    """An archive that could be opened but not used. `faults` holds all that is wrong with it."""


@dataclass(frozen=True, slots=True)
class Archived:
    """A session that was read from an archive."""

    agenda: Agenda
    records: tuple[Recorded[Event], ...]
    style: Mapping[str, Any] | None = None
    """The house style that the archive brings, when it is not built in."""
    warnings: tuple[Fault, ...] = ()


# Writing


def archive_toml(
    agenda: Agenda, records: Iterable[Recorded[Event]], own_notes: bool = False, style: Mapping[str, Any] | None = None
) -> str:
    """The session as an archive file. Own notes are left out unless asked for; the other events keep their numbers.

    `style` is the house style as a table, when it is not built in.
    """
    import tomli_w

    kept = [r for r in records if own_notes or not _is_own_note(r.event)]
    parts = ["# Ett helt sammanträde, skrivet av Klubban: dagordningen och allt som antecknades, i ordning.\n", f"format = {FORMAT}\n"]
    for table, rows in agenda_data(agenda).items():
        if isinstance(rows, list):
            parts += [f"\n[[agenda.{table}]]\n{_pairs(row)}" for row in rows]
        else:
            parts.append(f"\n[agenda.{table}]\n{_pairs(rows)}")
    if style is not None:
        parts.append(f"\n{tomli_w.dumps({'style': style}, multiline_strings=True)}")
    reader = _Reader(agenda)
    seq = act = 0
    for record in kept:
        seq_key, act_key = number_keys(type(record.event).__name__)
        numbers = {key: own for key, own, derived in ((seq_key, record.seq, seq + 1), (act_key, record.act, act + 1)) if own != derived}
        parts.append(f"\n{_event_block('[[event]]', _event_table(record, numbers, reader))}")
        seq, act = record.seq, record.act
    return "".join(parts)


def _is_own_note(event: Event) -> bool:
    return isinstance(event, PrivateNoteWritten) or (isinstance(event, Corrected) and _is_own_note(event.event))


def _event_table(record: Recorded[Event], numbers: Mapping[str, int], reader: _Reader) -> dict[str, Any]:
    plain = to_plain(record.event, native=True)
    table: dict[str, Any] = {"at": plain.pop("at"), "type": type(record.event).__name__, **numbers}
    # What the reader would fill in or look up must give this very event; where it would not, it is told to leave it alone.
    silent = Report("")
    if reader.event(table["type"], {"at": table["at"], **plain}, (), silent) != record.event:
        table["verbatim"] = True
    reader.add(record)
    return {**table, **plain}


def _event_block(header: str, table: Mapping[str, Any]) -> str:
    """One event; the event inside a correction stands below it as a table of its own."""
    inner = table.get("event")
    if not isinstance(inner, Mapping):
        return f"{header}\n{_pairs(table)}"
    name = header.strip("[]") + ".event"
    return f"{header}\n{_pairs({k: v for k, v in table.items() if k != 'event'})}{_event_block(f'[{name}]', inner)}"


def _pairs(table: Mapping[str, Any]) -> str:
    return "".join(f"{_key_text(key)} = {_value(value)}\n" for key, value in table.items())


def _value(value: Any) -> str:
    """A value as a person would write it: a list on one line if it fits there, a long text as it reads."""
    import tomli_w

    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{_key_text(k)} = {_value(v)}" for k, v in value.items()) + " }" if value else "{}"
    if isinstance(value, (list, tuple)):
        parts = [_value(one) for one in value]
        line = f"[{', '.join(parts)}]"
        return line if len(line) <= WIDTH and "\n" not in line else "[\n" + "".join(f"    {part},\n" for part in parts) + "]"
    if isinstance(value, datetime):
        return value.isoformat()
    return tomli_w.dumps({"x": value}, multiline_strings=True).removeprefix("x = ").removesuffix("\n")


def _key_text(key: str) -> str:
    import tomli_w

    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


# Reading


def read_archive(source: Path | str, folder: Path | None = None, name: str = "arkiv") -> Archived:
    """The session in an archive: a `Path` is read, a `str` is the text itself.

    An agenda that the archive points to is looked for beside the file, or in `folder`; `name` stands in the messages
    when the text is given. Raises `ArchiveFaults` with all that is wrong in it, `OSError` when it cannot be read.
    """
    if isinstance(source, Path):
        name, folder = str(source), folder or source.parent
        source = read_text(source, error=ArchiveFaults)
    data = load_toml(source, name, error=ArchiveFaults)
    report = Report(name, source)
    _check_top(data, report)
    agenda, warnings = _agenda(data.get("agenda"), folder or Path(), report)
    style = data.get("style")
    if style is not None and not isinstance(style, Mapping):
        report.fault(("style",), '"style" ska vara en tabell: [style]. Namnet på en inbyggd stil står i [agenda.meeting].')
    records = _records(data.get("event", []), agenda, report)
    if report.faults or agenda is None:
        raise ArchiveFaults(report.told())
    return Archived(agenda, records, _cleaned(style), warnings)


def _check_top(data: Mapping[str, Any], report: Report) -> None:
    for key in data:
        if key not in KEYS:
            report.fault((key,), _sentence(unknown("nyckel", clean(key), KEYS)))
    form = data.get("format")
    if form is None:
        report.fault((), 'En arkivfil börjar med raden "format = 1".')
    elif type(form) is not int or form < 1:
        report.fault(("format",), f'"format" ska vara {FORMAT}.')
    elif form > FORMAT:
        report.fault(("format",), f"Arkivet är skrivet av en nyare Klubban (format {form}; den här läser {FORMAT}).")


def _agenda(given: Any, folder: Path, report: Report) -> tuple[Agenda | None, tuple[Fault, ...]]:
    try:
        if isinstance(given, str):
            loaded = read_agenda(folder / given)
        elif isinstance(given, Mapping):
            loaded = agenda_from_data(given, Report(report.file, report.text, prefix=("agenda",)))
        else:
            told = "ska vara en tabell eller namnet på en agendafil" if given is not None else "saknas"
            report.fault(("agenda",) if given is not None else (), f'"agenda" {told}.')
            return None, ()
    except Faults as wrong:
        report.faults += wrong.faults
        return None, ()
    except OSError as wrong:
        report.fault(("agenda",), f"Dagordningen {clean(str(given))} går inte att läsa: {wrong.strerror or wrong}.")
        return None, ()
    return loaded.agenda, loaded.warnings


def _records(blocks: Any, agenda: Agenda | None, report: Report) -> tuple[Recorded[Event], ...]:
    if not isinstance(blocks, list) or not all(isinstance(b, Mapping) for b in blocks):
        report.fault(("event",), "Händelserna skrivs som [[event]], med två klamrar.")
        return ()
    reader = _Reader(agenda)
    records: list[Recorded[Event]] = []
    seq = act = 0
    for number, block in enumerate(blocks):
        path: KeyPath = ("event", number)
        plain = dict(block)
        type_name = plain.pop("type", None)
        seq_key, act_key = number_keys(type_name)
        seq = _number(plain.pop(seq_key, None), seq + 1, seq + 1, (*path, seq_key), report)
        act = _number(plain.pop(act_key, None), act + 1, max(act, 1), (*path, act_key), report)
        verbatim = plain.pop("verbatim", False)
        if type(verbatim) is not bool:
            report.fault((*path, "verbatim"), '"verbatim" ska vara true eller utelämnas.')
        event = reader.event(type_name, plain, path, report, verbatim=bool(verbatim))
        if event is not None:
            records.append(Recorded(seq, act, event))
            reader.add(records[-1])
    return tuple(records)


def _number(given: Any, derived: int, least: int, path: KeyPath, report: Report) -> int:
    if given is None:
        return derived
    if type(given) is int and given >= least:
        return given
    report.fault(path, f'"{path[-1]}" ska vara ett heltal, minst {least}: numren följer händelsernas ordning.')
    return derived


class _Reader:
    """Reads events one after the other, each in the light of those before it."""

    def __init__(self, agenda: Agenda | None) -> None:
        self._agenda = agenda  # None when it was faulty: then only the events themselves are checked
        self._people = _Names("person")
        self._items = _Names("ärende")
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
                report.fault((*path, *parts), _sentence(message if message.startswith("okän") else f'"{key}" {message}'))
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
        report.fault(path, _sentence(f'"{path[-1]}": {unknown("yrkande", clean(value), tuple(sorted(self._motions)))}{hint}'))

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


class _Names:
    """Persons or items by id, and by what people call them."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._ids: set[str] = set()
        self._by_name: dict[str, set[str]] = {}
        self._shown: dict[str, None] = {}

    def add(self, own_id: str, *names: str) -> None:
        """Somebody or something new, or one more name of it."""
        self._ids.add(own_id)
        for name in filter(None, names):
            self._by_name.setdefault(_key(name), set()).add(own_id)
            self._shown[name] = None

    def found(self, value: Any, path: KeyPath, report: Report, free: bool = False) -> Any:
        """The id or ids meant. What is no text is left for the codec to judge; `free`: an unknown name stays as it is."""
        if isinstance(value, list):
            return [self.found(one, (*path, place), report, free) for place, one in enumerate(value)]
        if not isinstance(value, str) or value in self._ids or not value:
            return value
        meant = self._by_name.get(_key(value), set())
        if len(meant) == 1:
            return next(iter(meant))
        shown, key = clean(value), next(p for p in reversed(path) if isinstance(p, str))
        if len(meant) > 1:
            told = ", ".join(sorted(meant))
            report.fault(path, f'"{key}": flera heter {shown}. Skriv id: {told}.')
        elif not free:
            report.fault(path, _sentence(f'"{key}": {unknown(self._what, shown, (*self._shown, *sorted(self._ids)))}'))
        return value


def _key(name: str) -> str:
    return " ".join(folded(name).split())


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith(("?", ".")) else f"{text}."


def _cleaned(style: Any) -> Any:
    if isinstance(style, str):
        return clean(style)
    if isinstance(style, list):
        return [_cleaned(one) for one in style]
    return {clean(k): _cleaned(v) for k, v in style.items()} if isinstance(style, Mapping) else style
