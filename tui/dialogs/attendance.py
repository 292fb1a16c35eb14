"""F8: somebody comes or goes, takes a seat or gives it up. What follows goes along in the same act, at the right place among the §§."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.widget import Widget

from sessions.events import Event, PersonArrived, PersonExcused, PersonExpected, PersonLeft
from tui.choices import Option
from tui.dialogs.base import Answer
from tui.dialogs.coming import (
    COMES,
    COMING,
    EXCUSED,
    EXPECTED,
    GOES,
    IN_ROOM,
    LEADS,
    LOST,
    NOT_COMING,
    ON_LINK,
    ONLY_HERE,
    REMOTE,
    SERVES,
    SITS_IN,
    SITTING,
    STOPS,
    Coming,
    acts_of,
)
from tui.dialogs.fields import Choices, Row
from tui.dialogs.new_person import NewPersonDialog
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.placing import PlacingDialog
from tui.dialogs.recording import Missing
from tui.texts.dialogs import Attendance as Words
from tui.widgets.name_picker import NamePicker


class AttendanceDialog(PlacingDialog):
    """F8, letters of the name, Enter, Enter: who was away comes, who was here goes.

    The result False: what is recorded already is to be put right.
    """

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#who PickerField"

    def more_answers(self) -> tuple[Answer, ...]:
        """What was recorded earlier, and somebody who is not in the list."""
        return () if self.entry else (Answer("earlier", Words.EARLIER, "ctrl+r"), Answer("new", Words.NEW_PERSON, "ctrl+n"))

    def body(self) -> Iterable[Widget]:
        """Who, what, when, where among the §§, and what follows from it."""
        event: Any = self.entry.event if self.entry else None
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting), (event.person,) if event else (), id="who"))
        yield Row(Words.WHAT, Choices(self._acts(), self._act_of(event) if event else "", id="what"), id="row-what")
        yield from self.place_rows()
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

    # What can happen

    def _acts(self, person: str = "") -> tuple[Option, ...]:
        """What can happen to somebody, the likely thing first."""
        return self._corrections(self.entry.event) if self.entry else acts_of(self.meeting, person)

    def _corrections(self, event: Any) -> tuple[Option, ...]:
        """What the line could have said instead."""
        if isinstance(event, PersonLeft):
            return (IN_ROOM[0], ON_LINK[1])
        if isinstance(event, PersonArrived):
            return (*COMING, SITTING, *NOT_COMING)
        return NOT_COMING

    @staticmethod
    def _act_of(event: Any) -> str:
        if isinstance(event, PersonArrived):
            return SITS_IN if not event.serves else REMOTE if event.remote else COMES
        if isinstance(event, PersonLeft):
            return LOST if event.lost_link else GOES
        return EXPECTED if isinstance(event, PersonExpected) else EXCUSED

    @on(NamePicker.Picked)
    def _person_picked(self) -> None:
        if self.entry is None and self.picked("who"):
            persons = self.picked("who")
            self.query_one("#what", Choices).set_options(self._acts(persons[-1]))
            self.place_between_items(False)
            self.field_changed()
            if len(persons) == 1:
                self.query_one("#what").focus()

    @on(Choices.Picked, "#what")
    def _act_picked(self, event: Choices.Picked) -> None:
        if self.entry is None:
            self.place_between_items(event.value in {SERVES, STOPS, LEADS})

    def field_changed(self) -> None:
        """Show the rows that there is a use for; offer the substitutes and seats that follow."""
        somebody, what = bool(self.picked("who")), self.choice("what")
        self.show_row("row-what", somebody)
        self.show_place(somebody and what not in {EXPECTED, EXCUSED, ONLY_HERE}, about=somebody and what == ONLY_HERE)
        coming = Coming(self.session, self.picked("who"), what)
        self._offer("substitute", [] if self.entry else coming.substitutes())
        self._offer("seat", [] if self.entry else coming.seats())

    def _offer(self, id: str, options: list[Option]) -> None:
        self.query_one(f"#{id}", Choices).offer(options)
        self.show_row(f"row-{id}", bool(options))

    # Recording

    def build(self) -> tuple[Event, ...]:
        """The coming or going, and what it does to the seats."""
        persons, what = self.picked("who"), self.choice("what")
        if not persons:
            raise Missing(Words.NO_PERSON, "#who")
        if self.entry:
            return (self._corrected(self.entry.event, persons[0], what),)
        if what in {EXPECTED, EXCUSED, ONLY_HERE}:
            return Coming(self.session, persons, what).recorded(self.choice("about"))
        when, place, seat = self.when(), self.place(), self.choice("seat")
        return Coming(self.session, persons, what, when, place, self.choice("substitute"), seat).recorded()

    def _corrected(self, event: Any, person: str, what: str) -> Event:
        if what == EXPECTED:
            return PersonExpected(at=event.at, person=person)
        if what == EXCUSED:
            return PersonExcused(at=event.at, person=person)
        when, place = self.when(), self.whole_place()
        if isinstance(event, PersonArrived):
            on_link = what == REMOTE or (what == SITS_IN and event.remote)
            return replace(event, person=person, when=when, remote=on_link, serves=what != SITS_IN, **place)
        return replace(event, person=person, when=when, lost_link=what == LOST, **place)  # type: ignore[no-any-return]

    def act(self, id: str) -> None:
        """What was recorded earlier; or a person who is not in the list, with the name that was typed."""
        if id == "earlier":
            self.dismiss(False)
            return
        typed = self.query_one("#who", PeoplePicker).field.value
        self.app.push_screen(NewPersonDialog(self.session, self.item, self.submit, name=typed), self._added)

    def _added(self, added: bool | None) -> None:
        if added:
            self.dismiss(True)
