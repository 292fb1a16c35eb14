"""F7: a reservation, a note to the protocol or a statement – also for a § that is already past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.widget import Widget

from sessions.events import Event, ReservationMade, StatementMade
from sessions.meeting import ItemState
from sessions.naming import named
from tui.choices import Choice, Option
from tui.dialogs.base import Answer
from tui.dialogs.fields import Choices, Row, Stepper, Toggle
from tui.dialogs.numbers import read_numbers, shown_numbers
from tui.dialogs.people import PeoplePicker, item_options, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.dialogs.reserving import KINDS, RESERVATION, favours, group_of, made, usual_favour
from tui.texts.dialogs import Recording, Reservation
from tui.texts.program import Picker
from tui.widgets.line_box import LineBox
from tui.widgets.name_picker import NamePicker
from tui.widgets.text_box import TextBox

GROUP = "group"


class ReservationDialog(RecordingDialog):
    """F7, letters of the name, Enter, Enter: a reservation in favour of one's own motion, if one has one."""

    TITLE_TEXT = Reservation.TITLE
    CHANGE_TEXT = Reservation.CHANGE
    HELP_TEXT = Reservation.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#who PickerField"

    def body(self) -> Iterable[Widget]:
        """Who, in which §, of what kind, for what, in which words."""
        event: Any = self.entry.event if self.entry else None
        persons = () if event is None else event.persons if isinstance(event, ReservationMade) else (event.person,)
        kind = event.kind if isinstance(event, StatementMade) else RESERVATION
        # A line that is corrected stays what it is: a reservation has other rules than a note.
        kinds = KINDS if event is None else KINDS[:1] if kind == RESERVATION else KINDS[1:]
        items = [x for x in self.meeting.handled if x.paragraph is not None or x.id == self.item]
        yield Row(Reservation.WHO, PeoplePicker(people_choices(self.meeting, self.state), persons, id="who"))
        yield Row(Reservation.KIND, Choices(kinds, kind, id="kind"))
        yield Row(Recording.ITEM, Stepper(item_options(items), self.item, id="in"))
        yield Row(Reservation.FAVOUR, Choices(self._favours(), getattr(event, "in_favour_of", ""), id="favour"), id="row-favour")
        yield Row(Reservation.TEXT, self.text_box(event.text if event else "", id="text"))
        yield Row("", Toggle(Recording.LATER, bool(event and event.to_be_handed_in), id="later"))
        yield Row(Reservation.APPENDIX, LineBox(event.appendix if event else "", id="appendix", classes="short"))
        options = [Choice(x.id, named(x)) for x in items]
        yield Row(Reservation.ALSO_IN, NamePicker(options, many=True, placeholder=Picker.ITEM_PLACEHOLDER, id="more"), id="row-more")
        points = shown_numbers(event.points) if isinstance(event, ReservationMade) else ""
        yield Row(Reservation.POINTS, LineBox(points, placeholder=Reservation.POINTS_HINT, id="points", classes="short"), id="row-points")

    def on_mount(self) -> None:
        """Only the rows that the kind has a use for."""
        self.show_row("row-more", not self.entry and len(self.query_one("#in", Stepper).options) > 1)
        self.field_changed()

    def more_answers(self) -> tuple[Answer, ...]:
        """A whole group reserves itself as often as one person."""
        return () if self.entry else (Answer(GROUP, Reservation.GROUP, "ctrl+e"),)

    def act(self, id: str) -> None:
        """Pick everybody of the same party who took part in the decision."""
        item, who = self.chosen, self.query_one("#who", PeoplePicker)
        if item is None or not who.picked:
            self.show_error(Reservation.GROUP_OF_WHOM)
        else:
            self.show_error("")
            for person in group_of(self.meeting, item, who.picked):
                who.pick(person)
        who.focus()

    @property
    def chosen(self) -> ItemState | None:
        """The item that is chosen."""
        return self.meeting.items.get(self.choice("in"))

    def _favours(self, item: ItemState | None = None) -> list[Option]:
        item = item or self.state
        found = favours(self.meeting, item)
        said: str = getattr(self.entry.event, "in_favour_of", "") if self.entry else ""
        return [*found, Option(said, said)] if said not in {o.value for o in found} else found

    def field_changed(self) -> None:
        """Offer the motions of the § that is chosen."""
        reserves, item = self.choice("kind") == RESERVATION, self.chosen
        self.show_row("row-favour", reserves)
        self.show_row("row-points", reserves and bool(self.value("points") or (item and len(item.item.points) > 1 and not self.entry)))
        favours, offered = self.query_one("#favour", Choices), self._favours(self.chosen)
        if [o.value for o in favours.options] != [o.value for o in offered]:
            favours.set_options(offered)

    @on(NamePicker.Picked, "#who")
    def _own_motion(self) -> None:
        """Who has a motion of their own on the table reserves in its favour, unless something else is said."""
        item, persons = self.chosen, self.picked("who")
        if self.entry or item is None or not persons:
            return
        self.query_one("#favour", Choices).value = usual_favour(item, persons)

    @on(Choices.Picked, "#kind")
    def _kind_named(self, event: Choices.Picked) -> None:
        if event.by_letter and event.value != RESERVATION:
            self.query_one("#text", TextBox).focus()

    def build(self) -> tuple[Event, ...]:
        """One reservation for all who share it; a statement for each."""
        persons, text, appendix = self.picked("who"), self.text("text"), self.value("appendix")
        if not persons:
            raise Missing(Reservation.NO_PERSON, "#who")
        kind, later = self.choice("kind"), self.turned("later") and not text
        item, favour = self.choice("in") or self.item, self.choice("favour")
        if kind != RESERVATION and not text and not later and not appendix:
            raise Missing(Reservation.NO_TEXT, "#text")
        points = read_numbers(self.value("points"))
        if points is None:
            raise Missing(Reservation.BAD_POINTS, "#points")
        new = made(
            self.session.clock(),
            item,
            persons,
            kind,
            favour=favour,
            points=points,
            also_in=self.picked("more"),
            text=text,
            appendix=appendix,
            later=later,
        )
        return (self._corrected(new[0]),) if self.entry else new

    def _corrected(self, new: Event) -> Event:
        """The line that is put right keeps what no field says."""
        fields = ("item", "persons", "in_favour_of", "points") if isinstance(new, ReservationMade) else ("item", "person", "kind")
        changed = {name: getattr(new, name) for name in (*fields, "text", "appendix", "to_be_handed_in")}
        old: Any = self.entry.event if self.entry else new
        return replace(old, **changed)  # type: ignore[no-any-return]
