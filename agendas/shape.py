"""The shape of an agenda file: which tables and keys, of which types, within which limits.

pydantic checks the dataclasses of the model; here its errors become Swedish sentences. It is imported inside the
functions: neither a file without faults nor a meeting that is reopened from its own store needs it.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date, datetime, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from agendas.clean import clean, clean_line
from agendas.faults import Report, shown
from agendas.lines import KeyPath
from agendas.model import Item, MeetingPlan, Person, Point, Rules, SubItem
from agendas.plain import Doubt, made_plainly
from agendas.value import Value

if TYPE_CHECKING:
    from pydantic import TypeAdapter


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class AgendaFile(Value):
    """En dagordning för Klubban: sammanträdet, personerna, de lokala reglerna och ärendena i ordning."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    meeting: MeetingPlan = field(metadata={"description": "Sammanträdet"})
    person: tuple[Person, ...] = field(default=(), metadata={"description": "Organets ledamöter och andra som kommer"})
    rules: Rules = field(default_factory=Rules, metadata={"description": "Lokala regler: reglemente och arbetsordning"})
    item: tuple[Item, ...] = field(default=(), metadata={"description": "Ärendena i den ordning de tas upp"})


TABLES: Mapping[str, type] = {"meeting": MeetingPlan, "person": Person, "rules": Rules, "item": Item}
"""The tables of the file, and what each of their keys is read into."""
REPEATED = ("person", "item")
"""The tables that are written with double brackets."""
LONG_TEXTS = frozenset({"proposal", "lead", "summary", "history", "text", "sub"})
"""Keys whose texts may have several lines; all others are brought to one."""
NEVER_EMPTY = (("meeting", "body"), ("person", "name"), ("item", "title"))
"""Texts that must say something."""
TIMES = (("meeting", "starts"), ("meeting", "ends"), ("item", "at"))
LIMITS: Mapping[tuple[str, str], tuple[int, int]] = {
    ("meeting", "first_paragraph"): (1, 99_999),
    ("meeting", "seats"): (1, 999),
    ("item", "minutes"): (0, 1440),
    ("rules", "kallelse_days"): (0, 365),
    ("rules", "justerare_count"): (0, 20),
    ("rules", "takedown_offset_days"): (0, 365),
    ("rules", "speaking_minutes"): (1, 1440),
    ("rules", "reply_minutes"): (1, 1440),
}
"""The least and the greatest value of every number."""
YEARS = (1900, 2999)

# What people write when they think in Swedish.
_SWEDISH = {
    "organ": "body", "nämnd": "body", "namnd": "body", "kommun": "municipality", "datum": "date", "börjar": "starts", "start": "starts",
    "slutar": "ends", "slut": "ends", "end": "ends", "plats": "place", "lokal": "place", "stil": "style", "justerare": "approvers",
    "justering": "approval", "namn": "name", "parti": "party", "roll": "role", "uppdrag": "role", "titel": "title", "rubrik": "title",
    "dnr": "reference", "diarienummer": "reference", "slag": "kind", "typ": "kind", "type": "kind", "tid": "at", "time": "at",
    "klockan": "at", "minuter": "minutes", "längd": "minutes", "duration": "minutes", "föredragande": "presenters",
    "foredragande": "presenters", "presenter": "presenters", "förslag": "proposal", "forslag": "proposal", "beslut": "proposal",
    "sammanfattning": "summary", "bakgrund": "summary", "handlingar": "documents", "underlag": "documents",
    "beslutsunderlag": "documents", "mottagare": "recipients", "expediering": "recipients", "sekretess": "secrecy",
    "utgår": "withdrawn", "möte": "meeting", "sammanträde": "meeting", "mote": "meeting", "personer": "person", "people": "person",
    "ledamot": "person", "regler": "rules", "ärende": "item", "arende": "item", "punkt": "item", "agenda": "item",
}  # fmt: skip


@lru_cache(maxsize=1)
def adapter() -> TypeAdapter[AgendaFile]:
    """The checker of agenda files, built once: it takes a tenth of a second."""
    from pydantic import TypeAdapter

    return TypeAdapter(AgendaFile)


def shaped(data: Mapping[str, Any], report: Report) -> AgendaFile | None:
    """The data of a file in the dataclasses of the model; None when there were faults, which are in `report`."""
    if not TABLES.keys() & data.keys() and len(data) > len(TABLES):
        report.fault((), "Filen är ingen dagordning: den har varken [meeting], [[person]] eller [[item]].")
        return None
    before = len(report.faults)
    tidy = _tidied(data, report)
    _check_limits(tidy, report)
    try:
        made: AgendaFile | None = made_plainly(AgendaFile, tidy)
    except Doubt:
        made = _checked(tidy, report)
    return made if len(report.faults) == before else None


def _checked(tidy: Mapping[str, Any], report: Report) -> AgendaFile | None:
    """What pydantic makes of the data; None when it finds faults, which are told."""
    from pydantic import ValidationError

    try:
        # Through JSON, because its strict mode takes lists for tuples and texts for times, but never "10" for 10 or 1 for true.
        return adapter().validate_json(json.dumps(tidy, default=_as_text), strict=True)
    except ValidationError as wrong:
        tell(wrong.errors(include_url=False, include_context=True), tidy, report, TABLES)
        return None


def _as_text(value: date | time) -> str:
    return value.isoformat()


# --- before pydantic: texts cleaned, times and dates as people write them


def cleaned(value: Any, *, long: bool = False) -> Any:
    """The value with every text in it as `agendas.clean` lets it in; several lines only where `long` or the key allows."""
    if isinstance(value, str):
        return clean(value) if long else clean_line(value)
    if isinstance(value, list):
        return [cleaned(one, long=long) for one in value]
    if isinstance(value, dict):
        return {key: cleaned(one, long=key in LONG_TEXTS) for key, one in value.items()}
    return value


def _tidied(data: Mapping[str, Any], report: Report) -> dict[str, Any]:
    tidy: dict[str, Any] = cleaned(dict(data))
    rules = tidy.get("rules")
    if isinstance(rules, dict) and isinstance(rules.get("party_order"), dict):
        rules["party_order"] = {clean_line(party): order for party, order in rules["party_order"].items()}
    for table, key in TIMES:
        for path, row in rows_of(tidy, table):
            if key in row:
                row[key] = _time_of(row[key], (*path, key), report)
    for path, row in rows_of(tidy, "meeting"):
        if "date" in row:
            row["date"] = _date_of(row["date"], (*path, "date"), report)
    for table, key in NEVER_EMPTY:
        for path, row in rows_of(tidy, table):
            if isinstance(row.get(key), str) and not row[key]:
                report.fault((*path, key), f'"{key}" får inte vara tom.')
    return tidy


def rows_of(data: Mapping[str, Any], table: str) -> list[tuple[KeyPath, dict[str, Any]]]:
    """The tables of that name with their paths: one, or as many as were written with double brackets."""
    found = data.get(table)
    if table not in REPEATED:
        return [((table,), found)] if isinstance(found, dict) else []
    rows = found if isinstance(found, list) else []
    return [((table, number), row) for number, row in enumerate(rows) if isinstance(row, dict)]


_TIME = re.compile(r"(?:kl\.?\s*)?(\d{1,2})[.:](\d\d)(?:[.:](\d\d))?", re.IGNORECASE)


def _time_of(value: Any, path: KeyPath, report: Report) -> str:
    """The time as pydantic reads it. A float is refused: 13.50 has become 13.5, which may have been 13.05."""
    if isinstance(value, time):
        return value.isoformat()
    if isinstance(value, str) and (written := _TIME.fullmatch(value)):
        hour, minute, second = int(written[1]), int(written[2]), int(written[3] or 0)
        if hour < 24 and minute < 60 and second < 60:
            return time(hour, minute, second).isoformat()
    hint = ""
    if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 24:
        hint = f" Skriv {int(value):02}:{round(value % 1 * 100):02}:00." if round(value % 1 * 100) < 60 else " Skriv 13:00:00."
    report.fault(path, f'"{path[-1]}" ska vara HH.MM, fick {shown(value)}.{hint}')
    return "00:00:00"


def _date_of(value: Any, path: KeyPath, report: Report) -> str:
    day: date | None = None
    if isinstance(value, datetime):
        day = value.date()
        if value.time() != time():
            report.warn(path, f'"{path[-1]}" är ett datum: klockslaget {value:%H.%M} används inte, skriv det i "starts".')
    elif isinstance(value, date):
        day = value
    elif isinstance(value, str):
        try:
            day = date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else None
        except ValueError:
            day = None
    if day is None:
        report.fault(path, f'"{path[-1]}" ska vara ett datum, ÅÅÅÅ-MM-DD, fick {shown(value)}.')
    elif not YEARS[0] <= day.year <= YEARS[1]:
        report.fault(path, f'"{path[-1]}" ska ligga mellan år {YEARS[0]} och {YEARS[1]}, fick {day.isoformat()}.')
    else:
        return day.isoformat()
    return "2000-01-01"


def _check_limits(data: Mapping[str, Any], report: Report) -> None:
    for (table, key), (least, most) in LIMITS.items():
        for path, row in rows_of(data, table):
            value = row.get(key)
            if isinstance(value, int) and not isinstance(value, bool) and not least <= value <= most:
                report.fault((*path, key), f'"{key}" ska vara mellan {least} och {most}, fick {shown(value)}.')


# --- after pydantic: its errors in Swedish

_KINDS = {
    "string_type": "text inom citattecken",
    "int_type": "ett heltal",
    "int_from_float": "ett heltal",
    "int_parsing_size": "ett heltal",
    "float_type": "ett tal",
    "bool_type": "true eller false",
    "tuple_type": "en lista",
    "list_type": "en lista",
    "dict_type": "en tabell",
    "dataclass_type": "en tabell",
    "date_type": "ett datum, ÅÅÅÅ-MM-DD",
    "time_type": "HH.MM",
}
_EITHER = (  # what a union tried at the same place
    ({"string_type", "tuple_type"}, "text eller en lista"),
    ({"string_type", "dataclass_type"}, "text eller en tabell"),
)


def tell(errors: Iterable[Mapping[str, Any]], data: Any, report: Report, tables: Mapping[str, type]) -> None:
    """What pydantic found wrong, as faults in the report. `tables` are the dataclasses whose keys can be suggested."""
    found: dict[KeyPath, list[Mapping[str, Any]]] = {}
    for one in errors:
        found.setdefault(_path_in(data, one), []).append(one)
    around = {path[:n] for path in found for n in range(len(path))}
    for path, here in found.items():
        kinds = {str(one["type"]) for one in here}
        if path in around and kinds & _KINDS.keys():
            continue  # a union tried the wrong branch; what is wrong inside the right one is told
        if report.full:
            report.untold += 1  # to find the nearest key of thousands takes time
            continue
        both = next((words for types, words in _EITHER if types <= kinds), None)
        report.fault(path, _sentence(path, here[0], both, tables))


def _path_in(data: Any, error: Mapping[str, Any]) -> KeyPath:
    """Where the error is in the data: pydantic's own path without the names of the branches of unions."""
    *before, last = error["loc"] or ("",)
    path: KeyPath = ()
    for part in (*before, last):
        inside = data[part] if _has(data, part) else None
        if inside is not None:
            path, data = (*path, part), inside
        elif part == last and error["type"] == "missing":
            path = (*path, part)
    return path


def _has(data: Any, part: str | int) -> bool:
    return (isinstance(data, dict) and part in data) or (isinstance(data, list) and isinstance(part, int) and part < len(data))


def _sentence(path: KeyPath, error: Mapping[str, Any], both: str | None, tables: Mapping[str, type]) -> str:
    key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
    value, kind = error.get("input"), str(error["type"])
    if kind == "missing":
        if len(path) == 1:
            return f"Tabellen [{key}] saknas{_needed(tables.get(key))}."
        return f'"{key}" saknas.'
    if kind == "unexpected_keyword_argument":
        what = "tabell" if len(path) == 1 else "nyckel"
        return f"{_named(path, key)} är ingen känd {what}.{_nearest_key(path, key, tables)}"
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
        return f'"{key}" ska vara {_listed([c for c in choices if c])}, fick {shown(value)}.{_perhaps(str(value), choices)}'
    if len(path) == 1 and key in tables:
        brackets = f"[[{key}]]" if key in REPEATED else f"[{key}]"
        return f"Tabellen ska skrivas {brackets}."
    if len(path) == 2 and isinstance(path[1], int):
        return f"[[{key}]] ska vara tabeller, fick {shown(value)}."
    wanted = both or _KINDS.get(kind, "")
    if not wanted:
        return f'"{key}" går inte att läsa, fick {shown(value)}.'
    hint = f" Skriv {key} = [{shown(value)}]." if wanted == "en lista" and isinstance(value, str) else ""
    return f'"{key}" ska vara {wanted}, fick {shown(value)}.{hint}'


def _named(path: KeyPath, key: str) -> str:
    return f"[{clean_line(key)[:40]}]" if len(path) == 1 else f'"{clean_line(key)[:40]}"'


def _needed(model: type | None) -> str:
    return f": {_listed(list(_required(model)), last='och')} behövs" if model is not None else ""


def _required(model: type) -> Iterable[str]:
    return (f.name for f in fields(model) if f.default is MISSING and f.default_factory is MISSING)


def keys_of(model: type) -> tuple[str, ...]:
    """The keys that a table may have."""
    return tuple(f.name for f in fields(model)) if is_dataclass(model) else ()


def _nearest_key(path: KeyPath, key: str, tables: Mapping[str, type]) -> str:
    """The known key that was probably meant: nearly the same, its Swedish name, or one that belongs in another table."""
    short = key[:40].casefold()
    if len(path) == 1:
        here: tuple[str, ...] = tuple(tables)
    elif "subitems" in path[:-1]:
        here = keys_of(SubItem)
    elif "proposal" in path[:-1]:
        here = keys_of(Point)
    else:
        here = keys_of(tables.get(str(path[0]), object))
    near = difflib.get_close_matches(short, here, n=1, cutoff=0.7)
    meant = _SWEDISH.get(short)
    if meant in here or near:
        known = meant if meant in here else near[0]
        return f" Menade du {_named(path, str(known))}?"
    for table, model in tables.items():
        if short in keys_of(model) or meant in keys_of(model):
            brackets = f"[[{table}]]" if table in REPEATED else f"[{table}]"
            return f' "{short if short in keys_of(model) else meant}" hör till {brackets}.'
    return ""


def _perhaps(value: str, choices: list[str]) -> str:
    near = difflib.get_close_matches(value[:40].casefold(), choices, n=1, cutoff=0.5)
    return f' Menade du "{near[0]}"?' if near else ""


def _listed(words: list[str], last: str = "eller") -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}" if words else ""
