"""Elections: when they must be proportional, how the places are then shared, and when a lot decides (R-709, R-714).

Which names of a group are elected is read from its ballots, by the act (2022:629); here only the groups' places.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from agendas.value import Value
from sessions.attendance import present
from sessions.events import Elected, ProportionalDemanded
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


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Shared(Value):
    """The places of each group; `tied`: those between which a lot decides the next one."""

    seats: Mapping[str, int]
    tied: tuple[str, ...] = ()


def shared_out(votes: Mapping[str, int], places: int, lots: Sequence[str] = ()) -> Shared:
    """The places shared among groups of ballots by their votes (heltalsmetoden, R-714).

    Each place goes to the group with the highest comparison number: its votes over the places it has already, plus one.
    When there are fewer places left than groups with the same number, a lot decides; `lots` names who won them, in order.
    """
    from fractions import Fraction  # 3 ms, and few meetings hold such an election

    seats, left = dict.fromkeys(votes, 0), list(lots)
    for place in range(places):
        numbers = {g: Fraction(n, seats[g] + 1) for g, n in votes.items() if n > 0}
        if not numbers:
            break
        level = [g for g, number in numbers.items() if number == max(numbers.values())]
        won = level[0]
        if len(level) > places - place:
            drawn = next((g for g in left if g in level), "")
            if not drawn:
                return Shared(seats, tuple(level))
            left.remove(drawn)
            won = drawn
        seats[won] += 1
    return Shared(seats)


def seats_of(event: Elected) -> Shared | None:
    """How the places of a proportional election are shared; None when the votes of the groups are not recorded."""
    if not event.groups or len(event.groups) != len(event.group_votes):
        return None
    return shared_out(dict(zip(event.groups, event.group_votes, strict=True)), len(event.persons), event.group_lots)


def tied(votes: tuple[int, ...], places: int) -> bool:
    """Whether the last place was won with as many votes as the next candidate has, so that a lot decides it (R-709)."""
    ranked = sorted(votes, reverse=True)
    return 0 < places < len(ranked) and ranked[places - 1] == ranked[places]
