"""Members demand that an election be proportional, before it is held (R-714)."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from sessions.attendance import present
from sessions.elections import required_for_proportional
from sessions.events import Event, ProportionalDemanded
from tui.dialogs.fields import Row
from tui.dialogs.numbers import read_number
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.literal import plain
from tui.texts.dialogs import Proportional as Words
from tui.widgets.line_box import LineBox


class ProportionalDialog(RecordingDialog):
    """How many are to be elected, and who demands; beneath stands how many it takes."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.TITLE
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#places"

    def body(self) -> Iterable[Widget]:
        """Places, persons, and the number that the law asks for."""
        event: ProportionalDemanded | None = self.entry.event if self.entry else None
        yield Row(Words.PLACES, LineBox(str(event.places) if event else "", id="places", classes="clock"))
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting, self.state), event.persons if event else (), id="who"))
        yield Static("", id="needed", classes="said", markup=False)

    def on_mount(self) -> None:
        """Nothing can be counted before the places are known."""
        self.field_changed()

    def field_changed(self) -> None:
        """`3 av 10 har begärt; det krävs 3.`"""
        there, number = len(present(self.meeting, self.state)), read_number(self.value("places"))
        said = Words.needed(len(self.picked("who")), there, required_for_proportional(there, number)) if number else ""
        self.query_one("#needed", Static).update(plain(said))

    def build(self) -> tuple[Event, ...]:
        """The demand."""
        places, persons = read_number(self.value("places")), self.picked("who")
        if not places:
            raise Missing(Words.NO_PLACES, "#places")
        if not persons:
            raise Missing(Words.NO_PERSON, "#who PickerField")
        at = self.entry.event.at if self.entry else self.session.clock()
        return (ProportionalDemanded(at=at, item=self.item, persons=persons, places=places),)
