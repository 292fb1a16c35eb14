"""What was recorded when, and what was taken back: the log itself, act by act, with what became of each.

Nothing in the log ever changes. An act is taken back by a later one that says so, and that one can be taken back too:
then the first stands again. A fact is corrected by a later one that takes its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Literal

from agendas.value import Value
from sessions import events as ev
from sessions.events import Corrected, Recorded, Undone
from sessions.log import taken_back

ActKind = Literal["fact", "undo", "redo", "correction"]
"""Something that happened; that it was taken back; that it stands again; that a fact was put right."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Act(Value):
    """One act of the user, as it was written."""

    number: int
    records: tuple[Recorded[Any], ...]
    kind: ActKind = "fact"
    of: int = 0
    """The act that is taken back, brought back or put right; 0 for a fact."""
    items: tuple[str, ...] = ()
    """The items it is about; none for what concerns the whole meeting."""
    taken_back: datetime | None = None
    """When it was taken back; None while it stands."""
    corrected: datetime | None = None
    """When one of its facts was put right, the latest time; None when they are as they were written."""
    brought_back: bool = False
    """Whether it was taken back once and stands again."""

    @property
    def at(self) -> datetime:
        """When it was recorded."""
        at: datetime = self.records[0].event.at
        return at

    @property
    def stands(self) -> bool:
        """Whether it counts."""
        return self.taken_back is None


def history(records: Sequence[Recorded[Any]]) -> tuple[Act, ...]:
    """Every act of the log in the order in which it was recorded."""
    acts = [tuple(group) for _, group in groupby(records, key=lambda r: r.act)]
    by_number = {act[0].act: act for act in acts}
    act_of = {r.seq: r.act for r in records}
    undone, _ = taken_back(records)
    undos = [r for r in records if isinstance(r.event, Undone) and r.event.act < r.act]
    taken = {r.event.act: r.event.at for r in undos if r.act not in undone}
    once = {r.event.act for r in undos}
    corrected = {act_of.get(r.event.seq, 0): r.event.at for r in records if isinstance(r.event, Corrected) and r.act not in taken}
    found: dict[int, Act] = {}
    for act in acts:
        number = act[0].act
        kind, of = _kind(act, by_number, act_of)
        before = found.get(of)
        items = tuple(dict.fromkeys((*(before.items if before else ()), *_items(act))))
        back = taken.get(number)
        found[number] = Act(number, act, kind, of, items, back, corrected.get(number), number in once and back is None)
    return tuple(found.values())


def _kind(act: Sequence[Recorded[Any]], by_number: dict[int, tuple[Recorded[Any], ...]], act_of: dict[int, int]) -> tuple[ActKind, int]:
    for entry in act:
        if isinstance(entry.event, Undone):
            target = by_number.get(entry.event.act, ())
            again = next((r.event.act for r in target if isinstance(r.event, Undone)), None)
            return ("undo", entry.event.act) if again is None else ("redo", again)
        if isinstance(entry.event, Corrected):
            return "correction", act_of.get(entry.event.seq, 0)
    return "fact", 0


def _items(act: Sequence[Recorded[Any]]) -> tuple[str, ...]:
    found: list[str] = []
    for entry in act:
        event = entry.event.event if isinstance(entry.event, Corrected) else entry.event
        if isinstance(event, ev.Placed):
            found += (event.before, event.during, event.after)
        else:  # some are about several items, most about one
            found += (*getattr(event, "items", ()), getattr(event, "item", ""))
    return tuple(i for i in found if i)
