"""Who was there and in which §§, as the cover tells it: one line a person, computed from the record and never typed (R-1005, R-1304)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from agendas.model import Person
from agendas.value import Value
from exports.style_model import Group
from exports.swedish import filled, upper_first
from exports.words import Words
from sessions.attendance import chair, left_during, remote, servers, serving, serving_or_recused, was_there
from sessions.meeting import ItemState

_ROLES_OF_GROUPS: Mapping[Group, tuple[str, ...]] = {
    "tjänstepersoner": ("tjänsteperson",),
    "sekreterare": ("sekreterare",),
    "personalföreträdare": ("personalföreträdare",),
    "adjungerade": ("adjungerad",),
    "insyn": ("insyn",),
    "revisorer": ("revisor",),
    "gäster": ("gäst",),
}


@dataclass(frozen=True, repr=False, eq=False)
class Attendance(Value):
    """Who was there in some §§: all of the meeting's, or those of an extract.

    In the public version, what somebody did only in a secret § is not told: jäv, presiding, and having been there as a
    visitor. Who served is told for every § (KL 5:66).
    """

    words: Words
    items: tuple[ItemState, ...]
    public: bool = False

    # Facts

    @cached_property
    def served(self) -> Mapping[str, tuple[int, ...]]:
        """The §§ in which each person served, jäv and short absences not counted out. Before the first §: those who serve now."""
        found: dict[str, list[int]] = {}
        if not self.items:
            return {p: () for p in serving(self.words.meeting)}
        for item in self.items:
            for person in serving_or_recused(self.words.meeting, item):
                found.setdefault(person, []).append(item.paragraph or 0)
        return {person: tuple(numbers) for person, numbers in found.items()}

    @cached_property
    def seats(self) -> Mapping[str, Mapping[str, tuple[int, ...]]]:
        """For each substitute the members stood in for, in the order of time, and the §§."""
        found: dict[str, dict[str, list[int]]] = {}
        for item in self.items:
            for server in servers(self.words.meeting, item):
                if server.seat_of:
                    found.setdefault(server.person, {}).setdefault(server.seat_of, []).append(item.paragraph or 0)
        if not self.items:
            for server in servers(self.words.meeting):
                if server.seat_of:
                    found.setdefault(server.person, {})[server.seat_of] = []
        for person, members in found.items():  # a substitute with jäv goes on standing in for the same member
            if len(members) == 1:
                members[next(iter(members))] = list(self.served.get(person, ()))
        return {person: {m: tuple(n) for m, n in members.items()} for person, members in found.items()}

    @cached_property
    def chairs(self) -> Mapping[str, tuple[int, ...]]:
        """Who presided in which §§, in the order of the §§."""
        found: dict[str, list[int]] = {}
        for item in self._told:
            if leader := chair(self.words.meeting, item):
                found.setdefault(leader, []).append(item.paragraph or 0)
        return {person: tuple(numbers) for person, numbers in found.items()}

    @property
    def numbers(self) -> tuple[int, ...]:
        """All the §§."""
        return tuple(x.paragraph for x in self.items if x.paragraph is not None)

    @cached_property
    def _told(self) -> tuple[ItemState, ...]:
        """The §§ of which more than who served may be told."""
        return tuple(x for x in self.items if not (self.public and x.item.secret))

    @cached_property
    def _gone(self) -> tuple[tuple[ItemState, frozenset[str]], ...]:
        """The §§ that somebody was out of, by jäv or without a reason."""
        gone = ((x, frozenset((*x.recused, *x.away_persons))) for x in self._told)
        return tuple((x, persons) for x, persons in gone if persons)

    def visited(self, person: str) -> tuple[tuple[int, ...], tuple[int, ...], bool]:
        """The §§ in which somebody who did not serve was there, those of which only a part, and whether it was all of them."""
        meeting = self.words.meeting
        stays_unknown = person not in meeting.stays and meeting.people[person].role == "sekreterare"
        there = [x for x in self.items if stays_unknown or was_there(meeting, person, x)]
        whole = len(there) == len(self.items)
        told = [x for x in there if x in self._told] if self.public else there
        parts = [x for x in told if x.decided_in is not None and left_during(meeting, person, x)]
        return _numbers(told), _numbers(parts), whole and not parts

    def came(self, person: str) -> bool:
        """Whether somebody who does not serve is to be listed."""
        meeting = self.words.meeting
        if not self.items:
            return meeting.people[person].role == "sekreterare" or any(s.end is None for s in meeting.stays.get(person, ()))
        return bool(self.visited(person)[0])

    # Lines

    def group(self, groups: Iterable[Group]) -> tuple[str, ...]:
        """The lines of everybody in these groups, in the order of the list."""
        wanted = set(groups)
        return tuple(self.line(i) for i, p in self.words.meeting.people.items() if self._group_of(i, p) in wanted)

    def _group_of(self, person: str, known: Person) -> Group | None:
        if person in self.served:
            return "ledamöter" if known.is_member else "tjänstgörande ersättare"
        if not self.came(person):
            return None
        if known.is_member or known.is_substitute:
            return "ersättare"
        return next((group for group, roles in _ROLES_OF_GROUPS.items() if known.role in roles), None)

    def line(self, person: str) -> str:
        """One person: name, role, replacement, §§, jäv, in the parts and the order of the style."""
        return "".join(self._part(part, person) for part in self.words.style.people.order)

    def _part(self, part: str, person: str) -> str:
        style, known = self.words.style.people, self.words.meeting.people[person]
        match part:
            case "name":
                return filled(style.name, {"label": known.label, "name": known.name, "party": known.party})
            case "role":
                role = style.roles.get(known.role, "")
                return filled(style.role, {"role": role, "Role": upper_first(role)}) if role else ""
            case "title":
                return filled(style.title, {"title": known.title}) if known.title else ""
            case "organisation":
                return filled(style.organisation, {"organisation": known.organisation}) if known.organisation else ""
            case "remote":
                return style.remote if remote(self.words.meeting, person) else ""
            case "replacement":
                return self._replacement(person)
            case "range":
                return self._range(person)
            case "recusal":
                seated = self.served.get(person, ())
                out = [x for x, gone in self._gone if person in gone and (x.paragraph or 0) in seated]
                return filled(style.recusal, {"paragraphs": self.words.paragraphs(_numbers(out))}) if out else ""
            case _:
                return self._chair(person, known)

    def _replacement(self, person: str) -> str:
        style = self.words.style.people
        told: list[str] = []
        for member, numbers in self.seats.get(person, {}).items():
            range_text = "" if len(numbers) == len(self.items) else self._ranged(person, numbers, member=member)
            template = style.replacement_more if told else style.replacement
            told.append(filled(template, {"member": self.words.meeting.label(member), "range": range_text}))
        return "".join(told)

    def _range(self, person: str) -> str:
        if person in self.seats and "{range}" in self.words.style.people.replacement:
            return ""  # told with whom they stood in for
        parts: tuple[int, ...] = ()
        if person in self.served:
            numbers, whole = self.served[person], len(self.served[person]) == len(self.items)
        else:
            numbers, parts, whole = self.visited(person)
        return "" if whole else self._ranged(person, numbers, parts)

    def _ranged(self, person: str, numbers: tuple[int, ...], parts: tuple[int, ...] = (), *, member: str = "") -> str:
        """The §§ of somebody: `§§ 82–85`, or `t.o.m. § 85` and `fr.o.m. § 86` where the style says it so; with clock times if it wants."""
        style, all_numbers = self.words.style.people, self.numbers
        came, left = self._came_and_left(person, numbers, member)
        if numbers and not parts:
            if style.range_until and numbers == all_numbers[: len(numbers)]:
                return filled(style.range_until, {"paragraph": self.words.paragraphs(numbers[-1:]), "time": left})
            if style.range_from and numbers == all_numbers[-len(numbers) :]:
                return filled(style.range_from, {"paragraph": self.words.paragraphs(numbers[:1]), "time": came})
        times = filled(self.words.style.formats.range, {"first": came, "last": left})
        return filled(style.range, {"paragraphs": self.words.paragraphs(numbers, parts), "times": times})

    def _came_and_left(self, person: str, numbers: tuple[int, ...], member: str) -> tuple[str, str]:
        """From when to when, as times: somebody's stay, or the time in the seat of a member."""
        meeting = self.words.meeting
        stays = meeting.stays.get(person, ())
        came = stays[0].start.when if stays else None
        left = stays[-1].end.when if stays and stays[-1].end else meeting.closed
        seatings = [s for s in meeting.seatings if (s.entry.event.substitute, s.entry.event.seat_of) == (person, member)]
        if any(s.entry.event.items for s in seatings):  # in some §§ only: as long as they were handled
            episodes = [meeting.episodes[n] for x in self.items if x.paragraph in numbers for n in x.episodes]
            came, left = min((e.opened for e in episodes), default=None), max((e.ended for e in episodes if e.ended), default=None)
        elif seatings:
            came, left = seatings[0].start.when, seatings[-1].end.when if seatings[-1].end else left
        if came and meeting.opened:
            came = max(came, meeting.opened)
        return self.words.time(came) if came else "", self.words.time(left) if left else ""

    def _chair(self, person: str, known: Person) -> str:
        numbers = self.chairs.get(person, ())
        if not numbers or known.role == "ordförande":
            return ""
        if len(numbers) == len(self._told):
            return self.words.style.people.chair_all
        return filled(self.words.style.people.chair, {"paragraphs": self.words.paragraphs(numbers)})


def _numbers(items: Iterable[ItemState]) -> tuple[int, ...]:
    return tuple(x.paragraph for x in items if x.paragraph is not None)
