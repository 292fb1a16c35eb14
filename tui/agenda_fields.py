"""The fields of an agenda as people see them: labels, kinds, and how a value is shown and read back.

What cannot be read is kept as it was typed: the checks of the file say what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Literal, get_args

from agendas.model import BodyKind, Handouts, ItemKind, Numbering, Point, Role, joined_points, split_points
from agendas.value import Value
from tui.dialogs.dates import read_date
from tui.dialogs.times import read_time, shown_time
from tui.texts.start import AgendaForms as Words

Table = Literal["meeting", "rules", "person", "item"]
Kind = Literal[
    "line", "text", "list", "rows", "choice", "flag", "number", "time", "date", "points", "chain", "matters", "parties", "neuter"
]
NEAR = date(2026, 1, 1)
"""A day without a year is near the one that stood there, else near this."""
LONG: frozenset[Kind] = frozenset({"text", "rows", "points", "matters", "parties"})
"""Fields of several lines."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Field(Value):
    """One key of a table of the agenda."""

    key: str
    kind: Kind = "line"
    choices: tuple[tuple[str, str], ...] = ()
    default: Any = ""
    """What holds when the key is left out."""


def _said(values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((value, Words.CHOICES.get(value, value)) for value in values)


MEETING = (
    Field("municipality"), Field("body"), Field("kind", "choice", _said(get_args(BodyKind)), "nämnd"), Field("date", "date"),
    Field("starts", "time"), Field("ends", "time"), Field("place"), Field("first_paragraph", "number", default=1),
    Field("numbering", "choice", _said(get_args(Numbering)), "handled"), Field("seats", "number"), Field("approvers", "list"),
    Field("approval"), Field("urgent_decisions", "list"), Field("kept_at"), Field("style", default="standard"),
    Field("body_definite"), Field("body_genitive"),
    Field("body_neuter", "neuter", Words.NEUTER),
)  # fmt: skip
PERSON = (Field("name"), Field("party"), Field("role", "choice", _said(get_args(Role))), Field("title"), Field("organisation"))
ITEM = (
    Field("title"), Field("reference"), Field("kind", "choice", _said(get_args(ItemKind)), "beslut"), Field("at", "time"),
    Field("minutes", "number"), Field("presenters", "list"), Field("decided_by", "chain"), Field("lead"), Field("proposal", "points"),
    Field("proposed_by"), Field("summary", "text"), Field("documents", "rows"), Field("recipients", "rows"), Field("secrecy"),
    Field("subitems", "matters"), Field("history", "text"), Field("handouts", "choice", _said(get_args(Handouts))),
    Field("short_title"), Field("number"), Field("exercise_of_authority", "flag", default=False),
    Field("immediate_approval", "flag", default=False), Field("withdrawn", "flag", default=False),
    Field("postponed_by_minority", "flag", default=False),
)  # fmt: skip
RULES = (
    Field("party_order", "parties"),
    Field("vaxeltjanst", "choice", _said(("never_same_day", "if_party_balance_affected", "allowed")), "never_same_day"),
    Field("remote_allowed", "flag", default=False), Field("public_allowed", "flag", default=False),
    Field("ers_speak", "flag", default=True), Field("ers_note", "flag", default=False),
    Field("own_party_displaces", "flag", default=True), Field("justerare_count", "number", default=1),
    Field("number_formalia", "flag", default=True), Field("chair_votes_last", "flag", default=True),
    Field("vote_order", "choice", _said(("list", "vice_first")), "list"),
    Field("huvudforslag_rule", "choice", _said(("chair_finding", "beredning")), "chair_finding"),
    Field("formal_order", "list", default=("ajournering", "bordläggning", "återremiss")),
    Field("extra_item_mode", "choice", _said(("chair", "majority", "unanimous")), "majority"),
    Field("kallelse_days", "number", default=5), Field("kallelse_workdays", "flag", default=False),
    Field("takedown_offset_days", "number", default=1), Field("reservation_deadline", default="justering"),
    Field("delegation_report", default="list"), Field("speaking_minutes", "number"), Field("reply_minutes", "number"),
    Field("first_time_first", "flag", default=False),
)  # fmt: skip
FIELDS: Mapping[Table, tuple[Field, ...]] = {"meeting": MEETING, "person": PERSON, "item": ITEM, "rules": RULES}
LABELS: Mapping[Table, Mapping[str, str]] = {
    "meeting": Words.FIELDS_MEETING,
    "person": Words.FIELDS_PERSON,
    "item": Words.FIELDS_ITEM,
    "rules": Words.FIELDS_RULES,
}


def shown(field: Field, row: Mapping[str, Any]) -> str:
    """What stands in the field for a table; a flag is `true` or empty."""
    value = row.get(field.key, field.default)
    match field.kind:
        case "flag":
            return "true" if value is True else ""
        case "neuter":
            return {True: "true", False: "false"}.get(value, "") if isinstance(value, bool) else ""
        case "time":
            return shown_time(value) if isinstance(value, time) else str(value or "")
        case "date":
            return value.isoformat() if isinstance(value, date) else str(value or "")
        case "list":
            return _joined(value, "; ")
        case "chain":
            return _joined(value, " > ")
        case "rows" | "text":
            return _joined(value, "\n")
        case "matters":
            return "\n".join(_title(one) for one in value) if isinstance(value, list | tuple) else str(value or "")
        case "points":
            return _points(value)
        case "parties":
            held = value if isinstance(value, dict) else {}
            return "\n".join(f"{party}: {_joined(order, ', ')}" for party, order in held.items())
        case _:
            return "" if value is None else str(value)


def put(field: Field, row: dict[str, Any], typed: str) -> None:
    """Bring a table up to what was typed. What shows the same is left as it is, with all that the field does not show."""
    if typed == shown(field, row):
        return
    value = _read(field, typed, row.get(field.key))
    if value in ("", None) or value == field.default or value == ():
        row.pop(field.key, None)
    else:
        row[field.key] = value


def _read(field: Field, typed: str, before: Any) -> Any:
    text = typed.strip()
    match field.kind:
        case "flag":
            return text == "true"
        case "neuter":
            return {"true": True, "false": False}.get(text)
        case "number":
            return int(text) if text.isdecimal() and len(text) < 9 else text
        case "time":
            return read_time(text) or text
        case "date":
            return read_date(text, before if isinstance(before, date) else NEAR) or text if text else ""
        case "list":
            return _parts(text.split(";"))
        case "chain":
            return _parts(text.split(">"))
        case "rows":
            return _parts(text.split("\n"))
        case "text":
            return _parts(text.split("\n")) if isinstance(before, list | tuple) else typed.rstrip()
        case "matters":
            known = {_title(one): one for one in before or () if isinstance(before, list | tuple)}
            return [known.get(title, title) for title in _parts(text.split("\n"))]
        case "parties":
            pairs = (line.partition(":") for line in text.split("\n") if line.strip())
            return {party.strip(): _parts(order.split(",")) for party, _, order in pairs}
        case _:
            return text


def _parts(found: list[str]) -> list[str]:
    return [part.strip() for part in found if part.strip()]


def _joined(value: Any, between: str) -> str:
    return between.join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")


def _title(matter: Any) -> str:
    return str(matter.get("title", "")) if isinstance(matter, dict) else str(matter)


def _points(value: Any) -> str:
    if not isinstance(value, list | tuple):
        return str(value or "").strip()
    points = [
        Point(text=str(p.get("text", "")), sub=tuple(map(str, p.get("sub", ()))), mark=str(p.get("mark", "")))
        if isinstance(p, dict)
        else Point(text=str(p))
        for p in value
    ]
    return joined_points(tuple(points))


def point_count(row: Mapping[str, Any]) -> int:
    """How many points the proposal of an item has."""
    return len(split_points(_points(row.get("proposal", ""))))
