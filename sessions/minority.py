"""What the chair wants to know when postponement or referral is moved in fullmäktige: how many it takes (KL 5:50, R-613)."""

from __future__ import annotations

from dataclasses import dataclass

from agendas.value import Value
from sessions import voting
from sessions.attendance import present
from sessions.meeting import ItemState, Meeting
from sessions.proposals import formal_motions


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Minority(Value):
    """How many it takes, of how many who are present, and whether the right has been used for this item before."""

    needed: int
    present: int
    used: bool


def minority(meeting: Meeting, item: ItemState) -> Minority | None:
    """The minority that can have its way when postponement or referral is moved; None where there is no such right."""
    wanted = any(m.entry.event.kind in {"bordläggning", "återremiss"} for m in formal_motions(item))
    if meeting.plan.kind != "fullmäktige" or not wanted or item.item.kind == "val":
        return None
    there = len(present(meeting, item))
    return Minority(voting.minority(there), there, voting.minority_used(item))
