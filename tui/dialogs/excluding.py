"""What F4 records: who is out of a §, who steps in, who leads instead of a chair who goes out. Nothing of any screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from agendas.model import CHAIR_ROLES
from agendas.value import Value
from sessions.attendance import chair, free_substitutes, present, servers
from sessions.events import (
    ChairTaken,
    Event,
    Ground,
    MemberAbstained,
    MemberAway,
    MemberRecused,
    Recorded,
    RecusalTried,
    SubstituteSeated,
)
from sessions.meeting import ItemState, Meeting
from sessions.substitutes import proposed_substitutes
from tui.choices import Option
from tui.texts.dialogs import Recusal

RECUSED, ABSTAINS, AWAY = "jäv", "deltar inte", "borta"
KINDS = (Option(RECUSED, Recusal.RECUSED, "j"), Option(ABSTAINS, Recusal.ABSTAINS, "d"), Option(AWAY, Recusal.AWAY, "b"))
FOUND, NOT_FOUND, DISREGARDED = "föreligger", "föreligger inte", "bortses från"
TRIED = (
    Option(FOUND, Recusal.FOUND, "f"),
    Option(NOT_FOUND, Recusal.NOT_FOUND, "i"),
    Option(DISREGARDED, Recusal.DISREGARDED, "o"),
)
"""What the body can find of somebody whose jäv is disputed (R-402, R-405)."""
OUT_OF_IT = frozenset({RECUSED, FOUND, AWAY})
"""Kinds that leave a seat, and perhaps the chair, empty."""
GROUNDS = (
    Option("", Recusal.NO_GROUND, "s"),
    Option("part", Recusal.PART, "p"),
    Option("ställföreträdare", Recusal.AGENT, "f"),
    Option("tillsyn", Recusal.SUPERVISION, "t"),
    Option("delikatess", Recusal.DELICACY, "d"),
)
NOBODY = ""


def is_disputed(item: ItemState, person: str) -> bool:
    """Whether the person's jäv in the item is disputed and not tried yet (R-405)."""
    if any(t.event.person == person for t in item.trials):
        return False
    return any(r.event.disputed and person in r.event.persons for r in item.recusals)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Exclusion(Value):
    """Somebody, or several, who are out of an item. `at`: when it is recorded."""

    at: datetime
    item: str
    persons: tuple[str, ...]
    kind: str
    ground: Ground = ""
    disputed: bool = False
    also_in: tuple[str, ...] = ()
    """Further items in which the same holds: declared at the opening for several (R-403)."""

    @property
    def person(self) -> str:
        """Who it is, when it is one; what follows is offered for one at a time."""
        return self.persons[0] if len(self.persons) == 1 else ""

    def seat(self, meeting: Meeting) -> str:
        """The seat that the person leaves: their own, or the member's for whom they serve. Empty when they do not serve."""
        server = next((s for s in servers(meeting, meeting.items.get(self.item)) if s.person == self.person), None)
        return "" if server is None else server.seat_of or server.person

    def stand_ins(self, meeting: Meeting) -> list[Option]:
        """Who can step in, and nobody; the first is what is chosen beforehand."""
        if not self.person or self.kind not in OUT_OF_IT or not (seat := self.seat(meeting)):
            return []
        item = meeting.items.get(self.item)
        free = [p for p in free_substitutes(meeting, item) if p != self.person]
        first = [p.substitute for p in proposed_substitutes(meeting, [seat], free=free, item=item)]
        people = [Option(p, meeting.label(p)) for p in dict.fromkeys((*first, *free))]
        if not people:
            return []
        nobody = Option(NOBODY, Recusal.NOBODY, "i")
        # Out of the room for a while is not a vacancy that is always filled, and a disputed jäv is none until it is tried
        # there the safe answer stands first.
        vacant = self.kind == FOUND or (self.kind == RECUSED and not self.disputed)
        return [*people, nobody] if first and vacant else [nobody, *people]

    def chairs(self, meeting: Meeting) -> list[Option]:
        """Who can lead instead of a chair who goes out, the one next in turn first (R-212, R-413)."""
        item = meeting.items.get(self.item)
        if item is None or self.kind not in OUT_OF_IT or not self.person or self._usual_chair(meeting, item) != self.person:
            return []
        able = [p for p in present(meeting, item) if p != self.person and p not in item.recused]
        roles = {role: place for place, role in enumerate(CHAIR_ROLES)}
        able.sort(key=lambda p: roles.get(meeting.people[p].role, len(roles)))
        able = list(dict.fromkeys((*filter(None, (self._next_chair(meeting, item),)), *able)))
        return [Option(p, f"{meeting.label(p)} · {meeting.people[p].role}") for p in able]

    def _usual_chair(self, meeting: Meeting, item: ItemState) -> str | None:
        """Who leads the item, or would if a jäv that is disputed had not been said."""
        tried = replace(item, recusals=tuple(r for r in item.recusals if self.person not in r.event.persons))
        return chair(meeting, tried)

    def _next_chair(self, meeting: Meeting, item: ItemState) -> str | None:
        """Who leads when the person is out of it, by the rules (R-212)."""
        out = Recorded(0, 0, MemberRecused(at=self.at, items=(item.id,), persons=(self.person,)))
        return chair(meeting, replace(item, recusals=(*item.recusals, out)))

    def recorded(self, meeting: Meeting, substitute: str = NOBODY, leads: str = "") -> tuple[Event, ...]:
        """The exclusion, the substitute and the chair, in one act."""
        at, items = self.at, tuple(dict.fromkeys((self.item, *self.also_in)))
        made: list[Event] = []
        if self.kind == RECUSED:
            made.append(MemberRecused(at=at, items=items, persons=self.persons, ground=self.ground, disputed=self.disputed))
        elif self.kind in {FOUND, NOT_FOUND, DISREGARDED}:
            gone = self.kind == DISREGARDED
            made += [RecusalTried(at=at, item=i, person=p, found=self.kind == FOUND, disregarded=gone) for i in items for p in self.persons]
        elif self.kind == ABSTAINS:
            made += [MemberAbstained(at=at, item=i, person=p) for i in items for p in self.persons]
        else:
            made += [MemberAway(at=at, item=i, person=p) for i in items for p in self.persons]
        if substitute:
            made.append(SubstituteSeated(at=at, substitute=substitute, seat_of=self.seat(meeting), items=items))
        if leads:
            made.append(ChairTaken(at=at, person=leads, items=items))
        return tuple(made)
