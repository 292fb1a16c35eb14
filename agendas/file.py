"""TOML ⇄ `Agenda`. Reading tells all faults at once; writing gives a file that reads as exactly the same agenda."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields, replace
from pathlib import Path
from typing import Any

from agendas.check import check_agenda, check_data
from agendas.disk import replace_text
from agendas.faults import AgendaFaults, Fault, Faults, Report
from agendas.model import Agenda, Item, Person, with_ids
from agendas.shape import cleaned, shaped
from agendas.tomltext import load_toml, read_text
from agendas.value import Value

__all__ = ["AgendaFaults", "Fault", "Faults", "Loaded", "agenda_from_data", "agenda_toml", "parse_agenda", "read_agenda", "write_agenda"]

SCHEMA_NAME = "agenda.schema.json"
"""The name of the JSON Schema beside an agenda file, which its first line points to."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Loaded(Value):
    """An agenda that was read, and what looked wrong in it without being a fault."""

    agenda: Agenda
    warnings: tuple[Fault, ...] = ()


# --- reading


def read_agenda(path: Path | str) -> Loaded:
    """The agenda in a file.

    Raises AgendaFaults with all that is wrong in it; OSError when it is missing or cannot be read.
    """
    return parse_agenda(read_text(Path(path), error=AgendaFaults), str(path))


def parse_agenda(text: str, name: str = "dagordning") -> Loaded:
    """The agenda in a TOML text; `name` stands in the messages. Raises AgendaFaults with all that is wrong in it."""
    return agenda_from_data(load_toml(text, name, error=AgendaFaults), Report(name, text))


def agenda_from_data(data: Mapping[str, Any], report: Report) -> Loaded:
    """The agenda in data that were read as TOML: a whole file, or the table `agenda` of an archive (`report.prefix`).

    Raises AgendaFaults with all that is wrong, also what stood in `report.faults` already.
    """
    made = shaped(data, report)
    check_data(cleaned(dict(data)), report)
    if made is None or report.faults:
        raise AgendaFaults(report.told())
    agenda = with_ids(Agenda(meeting=made.meeting, people=made.person, rules=made.rules, items=made.item))
    check_agenda(agenda, report)
    return Loaded(agenda, tuple(sorted(report.warnings, key=lambda w: w.line or 0)))


# --- writing

_HEAD = f"""\
#:schema {SCHEMA_NAME}
# Dagordning för Klubban. Nycklarna är engelska, värdena svenska. `klubban kontrollera` säger om något är fel.

# Sammanträdet. "first_paragraph" är nästa lediga § i årets serie.
"""
_PEOPLE = "# Organets ledamöter och ersättare i invalsordning, sedan sekreterare, tjänstepersoner och gäster.\n"
_RULES = "# Lokala regler: det som avviker från det vanliga.\n"
_ITEMS = '# Ärendena i den ordning de tas upp. "at" är en utlovad tid, "minutes" en planerad längd.\n'
_FIRST_KEYS = ("municipality", "body", "kind", "date", "starts", "ends", "place", "name", "party", "role", "title")


def write_agenda(agenda: Agenda, path: Path | str) -> None:
    """Write the agenda, in the place of a file that may be there. Raises OSError; the old file is whole then."""
    replace_text(Path(path), agenda_toml(agenda))


def agenda_toml(agenda: Agenda) -> str:
    """The agenda as an agenda file: defaults and ids that follow from names and titles are left out."""
    data = agenda_data(agenda)
    parts = [_HEAD, "[meeting]\n", _pairs(data["meeting"])]
    for row in data.get("person", ()):
        parts += ["\n", _PEOPLE if row is data["person"][0] else "", "[[person]]\n", _pairs(row)]
    if "rules" in data:
        parts += ["\n", _RULES, "[rules]\n", _pairs(data["rules"])]
    for row in data.get("item", ()):
        parts += ["\n", _ITEMS if row is data["item"][0] else "", "[[item]]\n", _pairs(row)]
    return "".join(parts)


def agenda_data(agenda: Agenda) -> dict[str, Any]:
    """The agenda as plain data with the tables of the file: what `agenda_from_data` reads back, without defaults."""
    data: dict[str, Any] = {"meeting": _plain(agenda.meeting)}
    bare = _without_derived_ids(agenda)
    if bare.people:
        data["person"] = [_plain(person) for person in bare.people]
    if rules := _plain(agenda.rules):
        data["rules"] = rules
    if bare.items:
        data["item"] = [_plain(item) for item in bare.items]
    return data


def _without_derived_ids(agenda: Agenda) -> Agenda:
    """The agenda with as few ids as `with_ids` needs to give back all of them."""
    people, items = [p.id for p in agenda.people], [x.id for x in agenda.items]
    bare = _with(agenda, [""] * len(people), [""] * len(items))
    while True:
        made = with_ids(bare)
        wrong_people = [(p.id, own) for p, own in zip(made.people, people, strict=True) if own and p.id != own]
        wrong_items = [(x.id, own) for x, own in zip(made.items, items, strict=True) if own and x.id != own]
        if not wrong_people and not wrong_items:
            return bare
        bare = _with(agenda, _kept(bare.people, made.people, people), _kept(bare.items, made.items, items))


def _with(agenda: Agenda, people: list[str], items: list[str]) -> Agenda:
    return replace(
        agenda,
        people=tuple(replace(p, id=i) for p, i in zip(agenda.people, people, strict=True)),
        items=tuple(replace(x, id=i) for x, i in zip(agenda.items, items, strict=True)),
    )


def _kept(bare: Iterable[Person | Item], made: Iterable[Person | Item], own: list[str]) -> list[str]:
    """The ids to write: those written so far, and those that were made wrong."""
    return [b.id or (wanted if m.id != wanted else "") for b, m, wanted in zip(bare, made, own, strict=True)]


def _plain(value: Any) -> dict[str, Any]:
    """A dataclass as a table: the keys that differ from their defaults, the usual ones first."""
    table: dict[str, Any] = {}
    for one in sorted(fields(value), key=lambda f: _FIRST_KEYS.index(f.name) if f.name in _FIRST_KEYS else len(_FIRST_KEYS)):
        written = getattr(value, one.name)
        default = one.default_factory() if one.default_factory is not MISSING else one.default
        if default is MISSING or written != default:
            table[one.name] = _plain_value(written)
    return table


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain_value(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain_value(one) for key, one in value.items()}
    return _plain(value) if hasattr(value, "__dataclass_fields__") else value


def _pairs(table: Mapping[str, Any]) -> str:
    return "".join(_pair(key, value) for key, value in table.items())


def _pair(key: str, value: Any, *, inline: bool = False) -> str:
    """A key and its value. Tables inside values stand on a line of their own, not as tables of the file."""
    return f"{_scalar(key, 0).removesuffix(' = 0')} = {_value(value, inline=inline)}" + ("" if inline else "\n")


def _value(value: Any, *, inline: bool) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(_pair(key, one, inline=True) for key, one in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        written = [_value(one, inline=True) for one in value]
        short = inline or (len(value) < 2 and not any(isinstance(one, dict) for one in value))
        return f"[{', '.join(written)}]" if short else "[\n" + "".join(f"    {one},\n" for one in written) + "]"
    return _scalar("x", value).removeprefix("x = ")


def _scalar(key: str, value: Any) -> str:
    import tomli_w

    return tomli_w.dumps({key: value}, multiline_strings=True).removesuffix("\n")
