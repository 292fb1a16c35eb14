"""A whole session – agenda and events – as one readable TOML file, and back.

What the program wrote comes back as exactly the same records. A person who writes one by hand may leave out what
follows from the rest and use names and titles; `klubban schema --arkiv` lists the keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from agendas.clean import clean
from agendas.faults import Fault, Faults, Report
from agendas.file import agenda_data, agenda_from_data, read_agenda
from agendas.lines import KeyPath
from agendas.model import Agenda
from agendas.tomltext import load_toml, read_text
from agendas.value import Value
from sessions.archive_names import sentence
from sessions.archive_reader import Reader
from sessions.archive_schema import archive_schema, number_keys
from sessions.codec import to_plain, unknown
from sessions.events import (
    Corrected,
    Event,
    PrivateNoteWritten,
    Recorded,
)

__all__ = ["ArchiveFaults", "Archived", "archive_schema", "archive_toml", "read_archive"]

FORMAT = 1
"""The form of the file; a higher one was written by a newer program."""
WIDTH = 110
"""A list that is longer than this is written one element a line."""
KEYS = ("format", "agenda", "style", "event")


class ArchiveFaults(Faults):
    """An archive that could be opened but not used. `faults` holds all that is wrong with it."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Archived(Value):
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
    reader = Reader(agenda)
    seq = act = 0
    for record in kept:
        seq_key, act_key = number_keys(type(record.event).__name__)
        numbers = {key: own for key, own, derived in ((seq_key, record.seq, seq + 1), (act_key, record.act, act + 1)) if own != derived}
        parts.append(f"\n{_event_block('[[event]]', _event_table(record, numbers, reader))}")
        seq, act = record.seq, record.act
    return "".join(parts)


def _is_own_note(event: Event) -> bool:
    return isinstance(event, PrivateNoteWritten) or (isinstance(event, Corrected) and _is_own_note(event.event))


def _event_table(record: Recorded[Event], numbers: Mapping[str, int], reader: Reader) -> dict[str, Any]:
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
            report.fault((key,), sentence(unknown("nyckel", clean(key), KEYS)))
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
    reader = Reader(agenda)
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


def _cleaned(style: Any) -> Any:
    if isinstance(style, str):
        return clean(style)
    if isinstance(style, list):
        return [_cleaned(one) for one in style]
    return {clean(k): _cleaned(v) for k, v in style.items()} if isinstance(style, Mapping) else style
