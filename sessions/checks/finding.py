"""One thing to look at, and the sets of a § that the checks share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from agendas.value import Value
from sessions.attendance import chair, quorate, serving
from sessions.meeting import ItemState, Meeting
from sessions.naming import named

Severity = Literal["fel", "varning", "upplysning"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Finding(Value):
    """One thing to look at. `item`: the id of the item it is about, empty for the whole meeting."""

    rule: str
    severity: Severity
    item: str
    message: str
    remedy: str


@dataclass(frozen=True, repr=False, eq=False)
class Looked(Value):
    """An item with its sets, each computed once for all checks."""

    meeting: Meeting
    item: ItemState

    @cached_property
    def serving(self) -> frozenset[str]:
        """`serving(i)`."""
        return frozenset(self._seated)

    @cached_property
    def _seated(self) -> tuple[str, ...]:
        return serving(self.meeting, self.item)

    @cached_property
    def _present(self) -> tuple[str, ...]:
        gone = {*self.item.recused, *self.item.away_persons}
        return tuple(p for p in self._seated if p not in gone)

    @cached_property
    def deciding(self) -> frozenset[str]:
        """`deciding(i)`: neither jäv, nor out of the room, nor `deltar inte i beslutet`."""
        return self.serving - {*self.item.recused, *self.item.away_persons, *self.item.out}

    @cached_property
    def chair(self) -> str | None:
        """Who presided."""
        return chair(self.meeting, self.item, self._present)

    @cached_property
    def quorate(self) -> bool:
        """Whether there was a quorum."""
        return quorate(self.meeting, self.item, self._present)

    @property
    def past(self) -> bool:
        """Whether the meeting has gone on from the item."""
        return self.item.id not in self.meeting.current or self.meeting.phase == "avslutat"

    def finding(self, rule: str, severity: Severity, message: str, remedy: str) -> Finding:
        """A finding on this item; the message is told after its name."""
        return Finding(rule, severity, self.item.id, f"{named(self.item)}: {message}", remedy)

    def names(self, persons: frozenset[str] | set[str]) -> str:
        """The persons in the order of the list."""
        return ", ".join(p.label for i, p in self.meeting.people.items() if i in persons)
