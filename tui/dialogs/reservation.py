"""F7: a reservation, a note to the protocol or a statement – also for a § that is already past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import on
from textual.widget import Widget

from sessions.events import Event, ReservationMade, StatementMade
from sessions.meeting import ItemState
from tui.dialogs.fields import Choices, Option, Row, Stepper, Toggle
from tui.dialogs.people import PeoplePicker, item_options, motion_label, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Recording, Reservation
from tui.widgets.name_picker import NamePicker
from tui.widgets.text_box import LineBox, TextBox

RESERVATION = "reservation"
KINDS = (
    Option(RESERVATION, Reservation.RESERVATION, "r"),
    Option("protokollsanteckning", Reservation.NOTE, "p"),
    Option("särskilt yttrande", Reservation.STATEMENT, "y"),
    Option("mening till protokollet", Reservation.SENTENCE, "m"),
    Option("avvikande mening", Reservation.DIVERGENT, "a"),
)
OWN = "eget yrkande"


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

    def on_mount(self) -> None:
        """Only the rows that the kind has a use for."""
        self.field_changed()

    @property
    def chosen(self) -> ItemState | None:
        """The item that is chosen."""
        return self.meeting.items.get(self.choice("in"))

    def _favours(self, item: ItemState | None = None) -> list[Option]:
        item = item or self.state
        motions = [Option(m.id, motion_label(self.meeting, item, m)) for m in item.live_motions] if item else []
        said: str = getattr(self.entry.event, "in_favour_of", "") if self.entry else ""
        known = {OWN, "", *(m.value for m in motions)}
        words = [Option(said, said)] if said not in known else []
        return [Option("", Reservation.NOTHING, "s"), Option(OWN, Reservation.OWN, "e"), *motions, *words]

    def field_changed(self) -> None:
        """Offer the motions of the § that is chosen."""
        self.show_row("row-favour", self.choice("kind") == RESERVATION)
        favours, offered = self.query_one("#favour", Choices), self._favours(self.chosen)
        if [o.value for o in favours.options] != [o.value for o in offered]:
            favours.set_options(offered)

    @on(NamePicker.Picked, "#who")
    def _own_motion(self) -> None:
        """Who has a motion of their own on the table reserves in its favour, unless something else is said."""
        item, persons = self.chosen, self.picked("who")
        if self.entry or item is None or not persons:
            return
        own = any(set(persons) & {*m.entry.event.by} for m in item.live_motions)
        self.query_one("#favour", Choices).value = OWN if own else ""

    @on(Choices.Picked, "#kind")
    def _kind_named(self, event: Choices.Picked) -> None:
        if event.by_letter and event.value != RESERVATION:
            self.query_one("#text", TextBox).focus()

    def build(self) -> tuple[Event, ...]:
        """One reservation for all who share it; a statement for each."""
        persons, text, appendix = self.picked("who"), self.text("text"), self.value("appendix")
        if not persons:
            raise Missing(Reservation.NO_PERSON, "#who")
        at, kind, later = self.session.clock(), self.choice("kind"), self.turned("later") and not text
        item = self.choice("in") or self.item
        if kind == RESERVATION:
            old = self.entry.event if self.entry else ReservationMade(at=at, persons=persons)
            favour = self.choice("favour")
            return (replace(old, item=item, persons=persons, in_favour_of=favour, text=text, appendix=appendix, to_be_handed_in=later),)
        if not text and not later and not appendix:
            raise Missing(Reservation.NO_TEXT, "#text")
        made = []
        for person in persons if not self.entry else persons[:1]:
            new = self.entry.event if self.entry else StatementMade(at=at, person=person)
            made.append(replace(new, item=item, person=person, kind=kind, text=text, appendix=appendix, to_be_handed_in=later))
        return tuple(made)
