"""Who is here, who serves, who decides: the sets of R-201–R-306, § by §, computed and never typed.

Two notions: *took part in a §* is having served when the gavel fell; *was there in a §* is any overlap with it.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from agendas.model import CHAIR_ROLES, Person
from agendas.names import folded
from agendas.value import Value
from sessions.meeting import ItemState, Meeting, Stay, place


def place_now(meeting: Meeting) -> int:
    """The place of what is recorded now: during the open item, else after the last one."""
    if not meeting.episodes:
        return 0
    return 2 * len(meeting.episodes) - (1 if meeting.open_items else 0)


def gavel_place(meeting: Meeting, item: ItemState) -> int:
    """The place at which an item was settled, or stands now; where it would stand if it were next."""
    if item.decided_in is not None:
        return 2 * item.decided_in + 1
    if item.episodes:
        return 2 * item.episodes[-1] + 1
    return 2 * len(meeting.episodes) + 1


def _covers(meeting: Meeting, stay: Stay, at: int) -> bool:
    return place(meeting, stay.start) <= at and (stay.end is None or at < place(meeting, stay.end))


def _overlaps(meeting: Meeting, stay: Stay, at: int) -> bool:
    return place(meeting, stay.start) <= at and (stay.end is None or at <= place(meeting, stay.end))


def in_room(meeting: Meeting) -> tuple[str, ...]:
    """Who is in the room or on the link now, in the order of the list."""
    return tuple(p for p in meeting.people if here(meeting, p))


def here(meeting: Meeting, person: str) -> bool:
    """Whether the person is in the room or on the link now."""
    stays = meeting.stays.get(person, ())
    return bool(stays) and stays[-1].end is None


def remote(meeting: Meeting, person: str) -> bool:
    """Whether the person took part at a distance, now or last (R-209)."""
    stays = meeting.stays.get(person, ())
    return bool(stays) and stays[-1].remote


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Server(Value):
    """Somebody who holds a seat in an item. `seat_of`: the member that a substitute stands in for."""

    person: str
    seat_of: str = ""


def servers(meeting: Meeting, item: ItemState | None = None) -> tuple[Server, ...]:
    """`serving(i)` in the order of the list: members who were there when the gavel fell, and the substitutes for others (R-202)."""
    return _servers(meeting, gavel_place(meeting, item) if item else place_now(meeting), item.id if item else "")


def _there(meeting: Meeting, at: int) -> set[str]:
    return {p for p, stays in meeting.stays.items() if any(_covers(meeting, s, at) for s in stays)}


def _servers(meeting: Meeting, at: int, only_in: str) -> tuple[Server, ...]:
    """Who holds a seat at a place; substitutes seated in single items count when `only_in` is one of them."""
    alone = only_in if any(only_in in s.entry.event.items for s in meeting.seatings) else ""
    key = bisect(meeting.turns, at), alone
    if key not in meeting.servers_at:
        meeting.servers_at[key] = _reckoned(meeting, at, alone)
    return meeting.servers_at[key]


def _reckoned(meeting: Meeting, at: int, only_in: str) -> tuple[Server, ...]:
    now = {p: s for p, stays in meeting.stays.items() for s in stays if _covers(meeting, s, at)}
    there, sits_in = now.keys(), {p for p, s in now.items() if not s.serves}
    seat_of: dict[str, str] = {}
    for seating in meeting.seatings:
        event = seating.entry.event
        if event.items:
            active = only_in in event.items
        else:
            active = place(meeting, seating.start) <= at and (seating.end is None or at < place(meeting, seating.end))
        if active and event.substitute in there:
            seat_of = {s: m for s, m in seat_of.items() if m != event.seat_of}
            seat_of[event.substitute] = event.seat_of
    filled = set(seat_of.values())
    own = there - filled - sits_in
    return tuple(Server(i, seat_of.get(i, "")) for i, p in meeting.people.items() if i in seat_of or (p.is_member and i in own))


def serving_at(meeting: Meeting, at: int) -> frozenset[str]:
    """Who holds a seat at a place on the line of the meeting, single items left out."""
    return frozenset(s.person for s in _servers(meeting, at, ""))


def serving(meeting: Meeting, item: ItemState | None = None) -> tuple[str, ...]:
    """`serving(i)`: the persons who hold a seat. A member whose seat is filled because of jäv still counts (R-304)."""
    return tuple(s.person for s in servers(meeting, item))


def present(meeting: Meeting, item: ItemState | None = None) -> tuple[str, ...]:
    """`present(i)`: serving, less those with jäv and those who were out of the room."""
    gone = {*item.recused, *item.away_persons} if item else set()
    return tuple(p for p in serving(meeting, item) if p not in gone) if gone else serving(meeting, item)


def deciding(meeting: Meeting, item: ItemState) -> tuple[str, ...]:
    """`deciding(i)`: present, less those who declared that they take no part."""
    out = item.out
    return tuple(p for p in present(meeting, item) if p not in out)


def quorate(meeting: Meeting, item: ItemState | None = None, able: tuple[str, ...] | None = None) -> bool:
    """Whether more than half of the seats are filled (KL 6:27, R-301); in fullmäktige jäv does not count against it (R-305)."""
    counted = set(present(meeting, item) if able is None else able)
    if item and item.recused and meeting.plan.kind == "fullmäktige":
        counted |= set(item.recused) & _there(meeting, gavel_place(meeting, item))
    return 2 * len(counted) > meeting.seats


def chair(meeting: Meeting, item: ItemState | None = None, able: tuple[str, ...] | None = None) -> str | None:
    """Who presides in an item, or now: who took the chair, else the first in R-212's order who is there and not out by jäv.

    `able`: those who are present, when that has been computed already.
    """
    at = gavel_place(meeting, item) if item else place_now(meeting)
    taken = ""
    for chairing in meeting.chairings:
        event = chairing.entry.event
        if event.items:
            if item and item.id in event.items:
                return event.person
        elif place(meeting, chairing.start) <= at:
            taken = event.person
    able = present(meeting, item) if able is None else able
    if taken and taken in able:
        return taken
    for role in CHAIR_ROLES:
        for person in able:
            if meeting.people[person].role == role:
                return person
    return None


def free_substitutes(meeting: Meeting, item: ItemState | None = None) -> tuple[str, ...]:
    """Substitutes who are here, do not serve and have no jäv in the item, in the order of the list.

    Without an item, one who will serve from the next one on is taken too.
    """
    busy = {*serving(meeting, item), *(item.recused if item else _about_to_serve(meeting))}
    return tuple(p for p in in_room(meeting) if meeting.people[p].is_substitute and p not in busy)


def _about_to_serve(meeting: Meeting) -> set[str]:
    now = place_now(meeting)
    to_come = (s for s in meeting.seatings if s.end is None and not s.entry.event.items and place(meeting, s.start) > now)
    return {s.entry.event.substitute for s in to_come}


def took_part(meeting: Meeting, person: str, item: ItemState) -> bool:
    """Whether the person served in the item when it was settled, without jäv and in the room."""
    return person in present(meeting, item)


def presents(person: Person, item: ItemState) -> bool:
    """Whether the person is named as presenter of the item: by name, title or role."""
    known = {folded(x) for x in (person.name, person.label, person.title, person.role) if x}
    return any(folded(p) in known or folded(p) == person.id for p in item.item.presenters)


def was_there(meeting: Meeting, person: str, item: ItemState) -> bool:
    """Whether the person's stay overlaps the item. A presenter of whom nothing was recorded was there in their items."""
    stays = meeting.stays.get(person, ())
    if person in item.away_persons or (person in item.recused and meeting.plan.kind != "fullmäktige"):
        return False  # who has jäv leaves the room; in fullmäktige they may stay
    if not stays:
        known = meeting.people.get(person)
        return bool(known and item.episodes and person not in meeting.excused and presents(known, item))
    return any(_overlaps(meeting, s, 2 * e + 1) for s in stays for e in item.episodes)


def left_during(meeting: Meeting, person: str, item: ItemState) -> bool:
    """Whether the person left, or came, in the middle of the item, so that it was there for a part of it (R-1304)."""
    ends = {2 * e + 1 for e in item.episodes}
    return any(s.end is not None and place(meeting, s.end) in ends for s in meeting.stays.get(person, ()))


def serving_or_recused(meeting: Meeting, item: ItemState) -> tuple[str, ...]:
    """Those who serve in the item, and those who would have served but for jäv or being out of the room in this § only."""
    usual = {s.person for s in _servers(meeting, gavel_place(meeting, item), "")}
    return tuple(dict.fromkeys((*serving(meeting, item), *(p for p in (*item.recused, *item.away_persons) if p in usual))))


def ranges(numbers: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Sorted § numbers compressed to runs, first and last (R-1304): 82, 84, 85, 86 → (82, 82), (84, 86)."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(runs)


def arrival(meeting: Meeting, person: str) -> datetime | None:
    """When the person last came."""
    stays = meeting.stays.get(person, ())
    return stays[-1].start.when if stays else None
