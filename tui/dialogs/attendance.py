"""F8: somebody comes or goes. The substitute and the seat go along in the same act, at the right place among the §§."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.widget import Widget

from sessions.attendance import free_substitutes, here, remote, servers
from sessions.events import Event, PersonArrived, PersonExcused, PersonExpected, PersonLeft, SubstituteSeated, SubstituteUnseated
from sessions.meeting import ItemState, Meeting
from sessions.substitutes import proposed_substitutes
from tui.dialogs.base import Answer
from tui.dialogs.fields import Choices, Option, Row, Stepper
from tui.dialogs.new_person import NewPersonDialog
from tui.dialogs.people import PeoplePicker, item_options, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Attendance as Words
from tui.texts.dialogs import Recording
from tui.widgets.name_picker import NamePicker

COMES, REMOTE, EXPECTED, EXCUSED, GOES, LOST = "kommer", "på distans", "väntas", "frånvarande", "går", "bruten länk"
ABSENT = (
    Option(COMES, Words.ARRIVES, "k"),
    Option(REMOTE, Words.REMOTE, "d"),
    Option(EXPECTED, Words.EXPECTED, "v"),
    Option(EXCUSED, Words.EXCUSED, "f"),
)
IN_ROOM = (Option(GOES, Words.LEAVES, "g"), Option(REMOTE, Words.REMOTE, "d"))
ON_LINK = (Option(GOES, Words.LEAVES, "g"), Option(LOST, Words.LOST_LINK, "b"), Option(COMES, Words.ARRIVES, "k"))
NOW = "nu"
PLACES = (
    Option(NOW, Words.NOW, "n"),
    Option("before", Words.BEFORE, "f"),
    Option("during", Words.DURING, "u"),
    Option("after", Words.AFTER, "e"),
)
NOBODY = ""
TAKES_BACK, STAYS = "tillbaka", "kvar"


class AttendanceDialog(RecordingDialog):
    """F8, letters of the name, Enter, Enter: who was away comes, who was here goes."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#who PickerField"

    def more_answers(self) -> tuple[Answer, ...]:
        """Somebody who is not in the list."""
        return () if self.entry else (Answer("new", Words.NEW_PERSON, "ctrl+n"),)

    def body(self) -> Iterable[Widget]:
        """Who, what, when, where among the §§, and what follows from it."""
        event: Any = self.entry.event if self.entry else None
        placed = next((p.value for p in PLACES[1:] if getattr(event, p.value, "")), NOW)
        about = getattr(event, placed, "") if placed != NOW else self.item
        items = [self.meeting.items[i] for i in self.meeting.order]
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting), (event.person,) if event else (), id="who"))
        yield Row(Words.WHAT, Choices(self._acts(), self._act_of(event) if event else "", id="what"), id="row-what")
        yield Row(Recording.TIME, self.clock_field(), id="row-time")
        yield Row(
            Words.PLACE,
            Choices(PLACES, placed, id="place"),
            id="row-place",
        )
        yield Row("", Stepper(item_options(items), about, id="about"), id="row-about")
        yield Row(Words.SUBSTITUTE, Choices((), id="substitute"), id="row-substitute")
        yield Row(Words.SEAT, Choices((), id="seat"), id="row-seat")

    def on_mount(self) -> None:
        """Everybody, and nothing else yet."""
        self.field_changed()

    @property
    def person(self) -> str:
        """Who is picked, when it is one."""
        persons = self.picked("who")
        return persons[0] if len(persons) == 1 else ""

    def _acts(self, person: str = "") -> tuple[Option, ...]:
        """What can happen to somebody, the likely thing first."""
        if self.entry:
            arrived = isinstance(self.entry.event, PersonArrived)
            return (*ABSENT[:2],) if arrived else (IN_ROOM[0], ON_LINK[1])
        if not person or not here(self.meeting, person):
            return ABSENT
        return ON_LINK if remote(self.meeting, person) else IN_ROOM

    @staticmethod
    def _act_of(event: Any) -> str:
        if isinstance(event, PersonArrived):
            return REMOTE if event.remote else COMES
        return LOST if getattr(event, "lost_link", False) else GOES

    @on(NamePicker.Picked)
    def _person_picked(self) -> None:
        if self.entry is None and self.picked("who"):
            persons = self.picked("who")
            self.query_one("#what", Choices).set_options(self._acts(persons[-1]))
            self.field_changed()
            if len(persons) == 1:
                self.query_one("#what").focus()

    def field_changed(self) -> None:
        """Show the rows that there is a use for; offer the substitutes and seats that follow."""
        somebody, what = bool(self.picked("who")), self.choice("what")
        moves = what not in {EXPECTED, EXCUSED}
        self.show_row("row-what", somebody)
        for name in ("time", "place"):
            self.show_row(f"row-{name}", somebody and moves)
        self.show_row("row-about", somebody and moves and self.choice("place") != NOW)
        self._offer("substitute", self._substitutes(what))
        self._offer("seat", self._seats(what))

    def _offer(self, id: str, options: list[Option]) -> None:
        choices = self.query_one(f"#{id}", Choices)
        if [o.value for o in choices.options] != [o.value for o in options]:
            choices.set_options(options)
        self.show_row(f"row-{id}", bool(options))

    # Seats

    def _seat(self) -> str:
        """The seat that the person holds now, their own or another's."""
        server = next((s for s in servers(self.meeting) if s.person == self.person), None)
        return "" if server is None else server.seat_of or server.person

    def _substitutes(self, what: str) -> list[Option]:
        if self.entry or not self.person or what not in {GOES, LOST} or not self._seat():
            return []
        free = [p for p in free_substitutes(self.meeting) if p != self.person]
        first = [p.substitute for p in proposed_substitutes(self.meeting, [self._seat()], free=free)]
        people = [Option(p, self.meeting.label(p)) for p in dict.fromkeys((*first, *free))]
        nobody = Option(NOBODY, Words.NOBODY, "i")
        return [] if not people else [*people, nobody] if first else [nobody, *people]

    def _stand_in(self) -> str:
        """Who serves for the person."""
        return next((s.person for s in servers(self.meeting) if s.seat_of and s.seat_of == self.person), "")

    def _seats(self, what: str) -> list[Option]:
        if self.entry or what not in {COMES, REMOTE} or not (stand_in := self._stand_in()):
            return []
        back = Option(TAKES_BACK, Words.takes_back(self.meeting.label(self.person), self.meeting.label(stand_in)), "t")
        stays = Option(STAYS, Words.STAYS_SEATED, "s")
        # Who broke off may not serve again that day, unless the local rules allow it.
        broke_off = any(s.end is not None and not s.lost_link for s in self.meeting.stays.get(self.person, ()))
        return [stays, back] if broke_off and self.meeting.rules.vaxeltjanst == "never_same_day" else [back, stays]

    # Recording

    def build(self) -> tuple[Event, ...]:
        """The coming or going, and what it does to the seats."""
        persons, what = self.picked("who"), self.choice("what")
        if not persons:
            raise Missing(Words.NO_PERSON, "#who")
        at = self.session.clock()
        if self.entry:
            return (self._corrected(self.entry.event, persons[0], what),)
        if what == EXPECTED:
            return tuple(PersonExpected(at=at, person=p) for p in persons)
        if what == EXCUSED:
            return tuple(PersonExcused(at=at, person=p) for p in persons)
        when, place = self.when(), self._place()
        made: list[Event] = []
        for person in persons:
            if what in {GOES, LOST}:
                made += [SubstituteUnseated(at=at, when=when, substitute=person, **place)] if self._serves_for_another(person) else []
                made.append(PersonLeft(at=at, when=when, person=person, lost_link=what == LOST, **place))
            else:
                made.append(PersonArrived(at=at, when=when, person=person, remote=what == REMOTE, **place))
        if substitute := self.choice("substitute"):
            made.append(SubstituteSeated(at=at, when=when, substitute=substitute, seat_of=self._seat(), **place))
        if self.choice("seat") == TAKES_BACK:
            made.append(SubstituteUnseated(at=at, when=when, substitute=self._stand_in(), **(place or _between(self.meeting))))
        return tuple(made)

    def _serves_for_another(self, person: str) -> bool:
        return any(s.entry.event.substitute == person and s.end is None and not s.entry.event.items for s in self.meeting.seatings)

    def _place(self) -> dict[str, Any]:
        place = self.choice("place")
        return {} if place == NOW else {place: self.choice("about")}

    def _corrected(self, event: Any, person: str, what: str) -> Event:
        place = {"before": "", "during": "", "after": "", **self._place()}
        if isinstance(event, PersonArrived):
            return replace(event, person=person, when=self.when(), remote=what == REMOTE, **place)
        if isinstance(event, PersonLeft):
            return replace(event, person=person, when=self.when(), lost_link=what == LOST, **place)
        return replace(event, person=person)  # type: ignore[no-any-return]

    def act(self, id: str) -> None:
        """A person who is not in the list, with the name that was typed."""
        typed = self.query_one("#who", PeoplePicker).field.value
        self.app.push_screen(NewPersonDialog(self.session, self.item, self.submit, name=typed), self._added)

    def _added(self, added: bool | None) -> None:
        if added:
            self.dismiss(True)


def _between(meeting: Meeting) -> dict[str, Any]:
    """Seats change between items: after the one that is open (R-206)."""
    open_now: tuple[ItemState, ...] = meeting.open_items
    return {"after": open_now[-1].id} if open_now else {}
