"""What F8 records: who comes and goes, and what it does to the seats. Nothing of any screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from agendas.value import Value
from sessions.attendance import chair, free_substitutes, here, remote, servers
from sessions.events import (
    ChairTaken,
    Event,
    PersonArrived,
    PersonExcused,
    PersonExpected,
    PersonLeft,
    SubstituteSeated,
    SubstituteUnseated,
)
from sessions.meeting import Meeting
from sessions.service import may_not_serve_again
from sessions.session import Session
from sessions.substitutes import Proposed, displaced_by, empty_seats, proposed_substitutes
from tui.choices import Option
from tui.texts.dialogs import Attendance as Words

COMES, REMOTE, SITS_IN, ONLY_HERE, EXPECTED, EXCUSED = "kommer", "på distans", "sitter med", "bara här", "väntas", "frånvarande"
GOES, LOST, SERVES, STOPS, LEADS = "går", "bruten länk", "tjänstgör", "slutar", "leder"
COMING = (Option(COMES, Words.ARRIVES, "k"), Option(REMOTE, Words.REMOTE, "d"))
LINKED_AGAIN = (Option(REMOTE, Words.LINK_BACK, "d"), COMING[0])
SITTING = Option(SITS_IN, Words.SITS_IN, "m")
VISITING = Option(ONLY_HERE, Words.ONLY_HERE, "b")
NOT_COMING = (Option(EXPECTED, Words.EXPECTED, "v"), Option(EXCUSED, Words.EXCUSED, "f"))
IN_ROOM = (Option(GOES, Words.LEAVES, "g"), Option(REMOTE, Words.REMOTE, "d"))
ON_LINK = (Option(GOES, Words.LEAVES, "g"), Option(LOST, Words.LOST_LINK, "b"), Option(COMES, Words.INTO_THE_ROOM, "k"))
STARTING = Option(SERVES, Words.SERVES, "t")
STOPPING = Option(STOPS, Words.STOPS, "s")
LEADING = Option(LEADS, Words.LEADS, "l")
NOBODY = ""
TAKES_BACK, STAYS, DISPLACES = "tillbaka", "kvar", "tränger undan"
AFTER = "after"


def between_items(meeting: Meeting) -> dict[str, Any]:
    """Where a seat changes hands: after the item that is open (R-206); now when none is."""
    open_now = meeting.open_items
    return {AFTER: open_now[-1].id} if open_now else {}


def acts_of(meeting: Meeting, person: str) -> tuple[Option, ...]:
    """What can happen to somebody, the likely thing first."""
    if person and here(meeting, person):
        return (*(ON_LINK if remote(meeting, person) else IN_ROOM), *_of_the_seat(meeting, person))
    known = meeting.people.get(person)
    stays = meeting.stays.get(person, ())
    coming = LINKED_AGAIN if stays and stays[-1].lost_link else COMING
    if known is None or known.is_substitute:
        return (*coming, *NOT_COMING)
    if not known.is_member:
        return (*coming, VISITING, *NOT_COMING)
    # Who broke off may sit in but not serve: that is what Enter then means.
    return (SITTING, *coming, *NOT_COMING) if may_not_serve_again(meeting, person) else (*coming, SITTING, *NOT_COMING)


def _of_the_seat(meeting: Meeting, person: str) -> tuple[Option, ...]:
    """What somebody who is here can do with a seat and with the chair."""
    known = meeting.people[person]
    if person not in {s.person for s in servers(meeting)}:
        can = known.is_member or (known.is_substitute and empty_seats(meeting))
        return (STARTING,) if can else ()
    return (STOPPING,) if chair(meeting) == person else (STOPPING, LEADING)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Coming(Value):
    """Somebody, or several, who come or go, take a seat or give it up. `place`: from where among the §§ it counts."""

    session: Session
    persons: tuple[str, ...]
    what: str
    when: datetime | None = None
    place: Mapping[str, Any] = field(default_factory=dict)
    substitute: str = NOBODY
    """Who takes the seat that is left."""
    seat: str = ""
    """The seat that is taken, or what becomes of the one who sits in it."""

    @property
    def meeting(self) -> Meeting:
        """What the act is checked against."""
        return self.session.ahead

    @property
    def person(self) -> str:
        """Who it is, when it is one."""
        return self.persons[0] if len(self.persons) == 1 else ""

    # Seats

    def _seat_left(self) -> str:
        """The seat that the person holds now, their own or another's."""
        server = next((s for s in servers(self.meeting) if s.person == self.person), None)
        return "" if server is None else server.seat_of or server.person

    def substitutes(self) -> list[Option]:
        """Who can take the seat that is left, and nobody; the first is what is chosen beforehand."""
        if not self.person or self.what not in {GOES, LOST, STOPS} or not (seat := self._seat_left()):
            return []
        free = [p for p in free_substitutes(self.meeting) if p != self.person]
        first = [p.substitute for p in proposed_substitutes(self.meeting, [seat], free=free)]
        people = [Option(p, self.meeting.label(p)) for p in dict.fromkeys((*first, *free))]
        nobody = Option(NOBODY, Words.NOBODY, "i")
        return [] if not people else [*people, nobody] if first else [nobody, *people]

    def _stand_in(self) -> str:
        """Who serves for the person."""
        return next((s.person for s in servers(self.meeting) if s.seat_of and s.seat_of == self.person), "")

    def seats(self) -> list[Option]:
        """For a substitute the seats that nobody fills; for a member whether the one who fills theirs leaves it."""
        known = self.meeting.people.get(self.person)
        if known is None:
            return []
        if self.what == SERVES and known.is_substitute:
            return [Option(m, Words.for_member(self.meeting.label(m))) for m in empty_seats(self.meeting)]
        if self.what in {COMES, REMOTE} and known.is_substitute and not here(self.meeting, self.person):
            return self._seats_of_an_arriving_substitute()
        if self.what not in {COMES, REMOTE, SERVES} or not (stand_in := self._stand_in()):
            return []
        back = Option(TAKES_BACK, Words.takes_back(self.meeting.label(self.person), self.meeting.label(stand_in)), "t")
        stays = Option(STAYS, Words.STAYS_SEATED, "s")
        if self.what == SERVES:
            return [back]
        return [stays, back] if may_not_serve_again(self.meeting, self.person) else [back, stays]

    def _displaced(self) -> Proposed | None:
        """The seat that the person takes from a substitute of another party by coming (R-205)."""
        return displaced_by(self._with_the_person(), self.person)

    def _with_the_person(self) -> Meeting:
        """The meeting as it is when the person has come."""
        return self.session.log.tried((PersonArrived(at=self.session.clock(), person=self.person),)).meeting

    def _seats_of_an_arriving_substitute(self) -> list[Option]:
        """The seat that the order of entry gives, which nobody fills or which one of another party leaves (R-204, R-205)."""
        stays = Option(STAYS, Words.NOT_SERVING, "i")
        if turn := self._displaced():
            stand_in = next(s.person for s in servers(self.meeting) if s.seat_of == turn.seat_of)
            label = Words.displaces(self.meeting.label(turn.seat_of), self.meeting.label(stand_in))
            return [Option(DISPLACES, label), stays]
        seats = [p.seat_of for p in proposed_substitutes(self._with_the_person()) if p.substitute == self.person]
        return [*(Option(seat, Words.for_member(self.meeting.label(seat))) for seat in seats), stays] if seats else []

    # Recording

    def recorded(self, only: str = "") -> tuple[Event, ...]:
        """The coming or going, and what it does to the seats. `only`: the one item that a visitor is here for."""
        at, persons = self.session.clock(), self.persons
        if self.what == EXPECTED:
            return tuple(PersonExpected(at=at, person=p) for p in persons)
        if self.what == EXCUSED:
            return tuple(PersonExcused(at=at, person=p) for p in persons)
        if self.what == ONLY_HERE:
            return tuple(e for p in persons for e in (PersonArrived(at=at, person=p, before=only), PersonLeft(at=at, person=p, after=only)))
        made = [event for person in persons for event in self._of(person)]
        if self.substitute:
            seat_left = self._seat_left()
            made.append(SubstituteSeated(at=at, when=self.when, substitute=self.substitute, seat_of=seat_left, **self.place))
        if self.seat == TAKES_BACK:
            leaves = self.place or between_items(self.meeting)
            made.append(SubstituteUnseated(at=at, when=self.when, substitute=self._stand_in(), **leaves))
        return (*made, *self._taking_a_seat())

    def _taking_a_seat(self) -> tuple[Event, ...]:
        """An arriving substitute serves from the next item on (R-206)."""
        known = self.meeting.people.get(self.person)
        if known is None or not known.is_substitute or self.what not in {COMES, REMOTE} or self.seat in {"", STAYS}:
            return ()
        moment: dict[str, Any] = {"at": self.session.clock(), "when": self.when, **(self.place or between_items(self.meeting))}
        if self.seat != DISPLACES:
            return (SubstituteSeated(substitute=self.person, seat_of=self.seat, **moment),)
        turn = self._displaced()
        if turn is None:
            return ()
        stand_in = next(s.person for s in servers(self.meeting) if s.seat_of == turn.seat_of)
        seated = SubstituteSeated(substitute=self.person, seat_of=turn.seat_of, **moment)
        return (SubstituteUnseated(substitute=stand_in, **moment), seated)

    def _of(self, person: str) -> list[Event]:
        """What is recorded of the person themselves."""
        what = self.what
        moment: dict[str, Any] = {"at": self.session.clock(), "when": self.when, **self.place}
        serves_for_another = any(
            s.entry.event.substitute == person and s.end is None and not s.entry.event.items for s in self.meeting.seatings
        )
        if what in {GOES, LOST}:
            left = PersonLeft(person=person, lost_link=what == LOST, **moment)
            return [SubstituteUnseated(substitute=person, **moment), left] if serves_for_another else [left]
        if what == LEADS:
            return [ChairTaken(person=person, **moment)]
        if what == STOPS and serves_for_another:
            return [SubstituteUnseated(substitute=person, **moment)]
        if what == SERVES and self.meeting.people[person].is_substitute:
            return [SubstituteSeated(substitute=person, seat_of=self.seat, **moment)]
        # One event says both where somebody is and whether they hold their seat; who changes only the seat stays where they are.
        on_link = remote(self.meeting, person) if what in {STOPS, SERVES} else what == REMOTE
        sits_in = what in {SITS_IN, STOPS} or (self.seat == STAYS and bool(may_not_serve_again(self.meeting, person)))
        if what == SERVES and self._serves_already(person):
            return []
        return [PersonArrived(person=person, remote=on_link, serves=not sits_in, **moment)]

    def _serves_already(self, person: str) -> bool:
        """Whether a member would hold the seat but for the substitute in it: then the substitute's leaving it is all there is to record."""
        stays = self.meeting.stays.get(person, ())
        return bool(stays) and stays[-1].end is None and stays[-1].serves
