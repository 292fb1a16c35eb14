"""Which substitutes should serve for whom: the order of entry (R-204, R-208). A proposal; the secretary seats them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from agendas.model import Person
from agendas.value import Value
from sessions.attendance import free_substitutes, servers
from sessions.meeting import ItemState, Meeting


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Proposed(Value):
    """A substitute who is next in turn for a member who is not here."""

    substitute: str
    seat_of: str


def empty_seats(meeting: Meeting) -> tuple[str, ...]:
    """The members who are not here, or only sit in, and for whom nobody serves, in the order of the list."""
    filled = {s.seat_of or s.person for s in servers(meeting)}
    return tuple(i for i, p in meeting.people.items() if p.is_member and i not in filled)


def proposed_substitutes(
    meeting: Meeting, seats: Iterable[str] | None = None, *, free: Collection[str] | None = None, item: ItemState | None = None
) -> tuple[Proposed, ...]:
    """Who is next in turn for each empty seat, in the order of the list; a seat that nobody can fill is left out.

    `seats`: for these members only. `free`: who is there to take, when it is not those who are here without a seat.
    `item`: those with jäv in it are passed over.
    """
    left = list(free_substitutes(meeting, item) if free is None else free)
    found = []
    for seat in empty_seats(meeting) if seats is None else seats:
        if taken := next(iter(_in_order(meeting, meeting.people[seat], left)), None):
            left.remove(taken)
            found.append(Proposed(taken, seat))
    return tuple(found)


def _in_order(meeting: Meeting, member: Person, free: Iterable[str]) -> list[str]:
    """The free substitutes in the order in which they enter for a member: by the local order of parties, each party in the order elected.

    Without a local order the member's own party comes first and then the list. In fullmäktige only the own party enters (R-208).
    """
    people = meeting.people
    order = meeting.rules.party_order.get(member.party, ())
    if meeting.plan.kind == "fullmäktige":
        return [i for i in free if people[i].party == member.party]
    if order:
        return [i for party in order for i in free if people[i].party == party]
    return sorted(free, key=lambda i: people[i].party != member.party)  # stable: the list's own order within each


def displaced_by(meeting: Meeting, substitute: str) -> Proposed | None:
    """The seat that a substitute who has come takes from one of another party, by `own_party_displaces` (R-205).

    None in fullmäktige, where who has begun to serve stays (KL 5:18), and where the local rule is another. The swap
    is made before the next item (R-206).
    """
    if not meeting.rules.own_party_displaces or meeting.plan.kind == "fullmäktige":
        return None
    party = meeting.people[substitute].party
    if not party or substitute not in free_substitutes(meeting):
        return None
    for server in servers(meeting):
        if server.seat_of and meeting.people[server.seat_of].party == party != meeting.people[server.person].party:
            return Proposed(substitute, server.seat_of)
    return None
