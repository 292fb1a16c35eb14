"""The rows of the screen Dagordning: what stands where, when it is planned, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agendas.value import Value
from tui.agenda_draft import AgendaDraft, Checked
from tui.agenda_fields import Table
from tui.texts.start import AgendaForms as Words


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class DraftRow(Value):
    """One row. `people`: it leads to the list of people."""

    table: Table
    index: int
    text: str
    time: str = ""
    note: str = ""
    sign: str = " "
    people: bool = False
    number: str = ""

    @property
    def can_move(self) -> bool:
        """Whether it is one of many."""
        return self.table in {"item", "person"} and not self.people


def draft_rows(draft: AgendaDraft, checked: Checked, table: Table) -> tuple[DraftRow, ...]:
    """The outline of the agenda with its items, or the list of its people."""
    return tuple(_people(draft, checked) if table == "person" else _outline(draft, checked))


def _outline(draft: AgendaDraft, checked: Checked) -> Iterator[DraftRow]:
    said = [draft.shown("meeting", 0, key) for key in ("body", "date", "starts", "place")]
    yield DraftRow("meeting", 0, Words.MEETING, note=" · ".join(x for x in said if x), sign=_sign(draft, checked, "meeting", 0))
    people = draft.rows("person")
    elected = sum(str(p.get("role", "")) in _ELECTED for p in people)
    worst = "".join(_sign(draft, checked, "person", n).strip() for n in range(len(people)))
    sign = next((s for s in "✗?⚠" if s in worst), " ")
    yield DraftRow("person", 0, Words.PEOPLE, note=Words.people(elected, len(people)), sign=sign, people=True)
    rules = draft.row("rules", 0)
    yield DraftRow("rules", 0, Words.RULES, note=Words.rules(len(rules)), sign=_sign(draft, checked, "rules", 0))
    for number, row in enumerate(draft.rows("item")):
        kind = Words.WITHDRAWN if row.get("withdrawn") is True else draft.shown("item", number, "kind")
        note = " · ".join(x for x in (draft.shown("item", number, "reference"), kind) if x)
        time, sign = _time(draft, checked, number), _sign(draft, checked, "item", number)
        yield DraftRow("item", number, draft.name("item", number), time, note, sign, number=str(number + 1))


_ELECTED = frozenset({"ordförande", "1:e vice ordförande", "2:e vice ordförande", "vice ordförande", "ledamot", "ersättare"})


def _time(draft: AgendaDraft, checked: Checked, number: int) -> str:
    """The computed time; a promised one is marked. While something is wrong only what was typed is known."""
    promised = draft.shown("item", number, "at")
    if checked.agenda is None or checked.schedule is None:
        return f"{promised}!" if promised else ""
    slot = checked.schedule.slot(checked.agenda.items[number].id)
    if slot is None or slot.starts is None:
        return ""
    return f"{slot.starts:%H.%M}{'!' if promised else ''}"


def _people(draft: AgendaDraft, checked: Checked) -> Iterator[DraftRow]:
    for number, row in enumerate(draft.rows("person")):
        said = (draft.shown("person", number, "role"), str(row.get("title", "")), str(row.get("organisation", "")))
        note = " · ".join(x for x in said if x)
        yield DraftRow("person", number, draft.name("person", number), note=note, sign=_sign(draft, checked, "person", number))


def _sign(draft: AgendaDraft, checked: Checked, table: Table, index: int) -> str:
    faults, warnings = checked.about(table, index)
    return "✗" if faults else "?" if draft.doubts_at(table, index) else "⚠" if warnings else " "


def said_of(draft: AgendaDraft, checked: Checked, row: DraftRow) -> str:
    """What is wrong or doubtful in a row, the worst first."""
    faults, warnings = checked.about(row.table, row.index)
    doubts = [d.message for d in draft.doubts_at(row.table, row.index)]
    return "\n".join([*(f"✗ {m}" for m in faults), *(f"? {m}" for m in doubts), *(f"⚠ {m}" for m in warnings)])
