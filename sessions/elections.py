"""Elections: when they must be proportional, and when a lot decides (R-709, R-714).

The allocation of seats in a proportional election is not computed: it is done on the ballots, by the act (2022:629).
"""

from __future__ import annotations

from sessions.attendance import present
from sessions.events import ProportionalDemanded
from sessions.meeting import ItemState, Meeting


def required_for_proportional(there: int, places: int) -> int:
    """How many must demand a proportional election: those present over the places plus one, rounded up (R-714)."""
    return -(-there // (places + 1))


def proportional_holds(meeting: Meeting, item: ItemState, demand: ProportionalDemanded) -> bool:
    """Whether enough of those present have demanded that an election be proportional (R-714)."""
    there = present(meeting, item)
    return len(set(demand.persons) & set(there)) >= required_for_proportional(len(there), demand.places)


def must_be_proportional(meeting: Meeting, item: ItemState) -> bool:
    """Whether a sufficient demand stands on the item (R-714)."""
    return any(proportional_holds(meeting, item, d.event) for d in item.proportional)


def tied(votes: tuple[int, ...], places: int) -> bool:
    """Whether the last place was won with as many votes as the next candidate has, so that a lot decides it (R-709)."""
    ranked = sorted(votes, reverse=True)
    return 0 < places < len(ranked) and ranked[places - 1] == ranked[places]
