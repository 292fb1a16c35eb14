"""Ctrl+G: who decides in this §, at which moment, and what of it can be changed for this § or from here on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.containers import VerticalScroll
from textual.widget import Widget

from sessions.attendance import chair, here, servers
from sessions.events import ChairTaken, Event, MemberAway, SubstituteSeated, SubstituteUnseated
from sessions.substitutes import empty_seats
from tui.dialogs.base import Answer
from tui.dialogs.coming import between_items
from tui.dialogs.fields import Choices, Option, Row
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.placing import PlacingDialog
from tui.dialogs.recording import Missing
from tui.texts.dialogs import Attendance, Recording
from tui.texts.dialogs import Composition as Words
from tui.widgets.composition import CompositionTable
from tui.widgets.name_picker import NamePicker

GOES_OUT, SERVES, STOPS, CHAIRS = "borta", "tjänstgör", "slutar", "leder"
HERE_ONLY, FROM_NOW = "här", "från nu"
SCOPES = (Option(HERE_ONLY, Words.HERE_ONLY, "b"), Option(FROM_NOW, Words.FROM_NOW, "f"))


class CompositionDialog(PlacingDialog):
    """The table to look at; a name and Enter to change something. The result False: what is recorded is to be put right."""

    TITLE_TEXT = Words.TITLE
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#who PickerField"

    def more_answers(self) -> tuple[Answer, ...]:
        """What was recorded earlier of seats and of the chair."""
        return () if self.entry else (Answer("earlier", Attendance.EARLIER, "ctrl+r"),)

    def act(self, id: str) -> None:
        """What was recorded earlier."""
        self.dismiss(False)

    def body(self) -> Iterable[Widget]:
        """The table; for whom, what, for which seat, in this § only or from here on."""
        yield VerticalScroll(CompositionTable(self.meeting, self.state, id="table"), id="composed")
        event = self.entry.event if self.entry else None
        seated = event if isinstance(event, SubstituteSeated) else None
        who = (getattr(event, "substitute", "") or getattr(event, "person", ""),) if event else ()
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting, self.state), who, id="who"))
        yield Row(Words.ACT, Choices((), id="what"), id="row-what")
        yield Row(Words.SEAT_OF, Choices(self._members() if seated else (), seated.seat_of if seated else "", id="seat"), id="row-seat")
        yield Row(Words.SCOPE, Choices(SCOPES, id="scope"), id="row-scope")
        yield from self.place_rows()

    def on_mount(self) -> None:
        """Only the table at first."""
        self.field_changed()

    @property
    def person(self) -> str:
        """Who is picked, when it is one."""
        persons = self.picked("who")
        return persons[0] if len(persons) == 1 else ""

    @on(NamePicker.Picked)
    def _person_picked(self) -> None:
        if self.entry or not self.person:
            return
        self.field_changed()
        if self.query_one("#what", Choices).options:
            self.query_one("#what").focus()
        else:
            self.show_error(Words.NOTHING_FITS)

    def field_changed(self) -> None:
        """Offer what fits the person."""
        self.show_row("row-scope", self.entry is None and self.choice("what") in {SERVES, CHAIRS})
        self.show_place(self.entry is not None and not getattr(self.entry.event, "items", ()))
        if self.entry:
            self.show_row("row-what", False)
            self.show_row("row-seat", isinstance(self.entry.event, SubstituteSeated))
            return
        for id, options in (("what", self._acts()), ("seat", self._seats())):
            self.query_one(f"#{id}", Choices).offer(options)
        self.show_row("row-what", bool(self.query_one("#what", Choices).options))
        self.show_row("row-seat", self.choice("what") == SERVES)
        self.show_row("row-scope", self.choice("what") in {SERVES, CHAIRS})

    def _acts(self) -> list[Option]:
        person, item = self.person, self.state
        if not person or item is None or not here(self.meeting, person):
            return []
        server = next((s for s in servers(self.meeting, item) if s.person == person), None)
        found = []
        if server is None and self.meeting.people[person].is_substitute and self._empty():
            found.append(Option(SERVES, Words.SERVES, "t"))
        if server is not None and person not in item.away_persons:
            found.append(Option(GOES_OUT, Words.GOES_OUT, "b"))
        if server is not None and self._seated(person):
            found.append(Option(STOPS, Words.STOPS, "s"))
        if server is not None and chair(self.meeting, item) != person:
            found.append(Option(CHAIRS, Words.CHAIRS, "l"))
        return found

    def _seated(self, person: str) -> bool:
        """Whether the person was seated for the whole meeting: what was seated for one § ends with it."""
        return any(s.entry.event.substitute == person and s.end is None and not s.entry.event.items for s in self.meeting.seatings)

    def _empty(self) -> list[str]:
        """The seats that nobody fills in this §."""
        item = self.state
        filled = {s.seat_of for s in servers(self.meeting, item)}
        out = [*item.recused, *item.away_persons] if item else []
        return [m for m in dict.fromkeys((*out, *empty_seats(self.meeting))) if m not in filled and self.meeting.people[m].is_member]

    def _members(self) -> list[Option]:
        return [Option(i, p.label) for i, p in self.meeting.people.items() if p.is_member]

    def _seats(self) -> list[Option]:
        return [Option(m, self.meeting.label(m)) for m in self._empty()] if self.choice("what") == SERVES else []

    def build(self) -> tuple[Event, ...]:
        """The change, for this § only."""
        if self.entry:
            return (self._corrected(self.entry.event),)
        person, what, at = self.person, self.choice("what"), self.session.clock()
        if not person or not what:
            raise Missing(Words.NOTHING_FITS if person else Words.NO_PERSON, "#who")
        # In this § only, or from here on: a seat then changes hands between two §§, the chair at once.
        only = (self.item,) if self.choice("scope") == HERE_ONLY else ()
        if what == SERVES:
            place: dict[str, Any] = {} if only else between_items(self.meeting)
            return (SubstituteSeated(at=at, substitute=person, seat_of=self.choice("seat"), items=only, **place),)
        if what == STOPS:
            return (SubstituteUnseated(at=at, substitute=person),)
        if what == CHAIRS:
            return (ChairTaken(at=at, person=person, items=only),)
        return (MemberAway(at=at, item=self.item, person=person),)

    def _corrected(self, event: Event) -> Event:
        if not self.person:
            raise Missing(Words.NO_PERSON, "#who")
        moment: dict[str, Any] = {} if getattr(event, "items", ()) else {"when": self.when(), **self.whole_place()}
        if isinstance(event, SubstituteSeated):
            return replace(event, substitute=self.person, seat_of=self.choice("seat"), **moment)
        if isinstance(event, SubstituteUnseated):
            return replace(event, substitute=self.person, **moment)
        if isinstance(event, ChairTaken):
            return replace(event, person=self.person, **moment)
        raise Missing(Recording.NOTHING_TO_SAVE)
