"""When something counts from, among the §§: now, or before, during or after one of them (design, section 4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from tui.dialogs.coming import AFTER
from tui.dialogs.fields import Choices, Option, Row, Stepper
from tui.dialogs.people import item_options
from tui.dialogs.recording import RecordingDialog
from tui.texts.dialogs import Attendance as Words
from tui.texts.dialogs import Recording

NOW, BEFORE, DURING = "nu", "before", "during"
PLACES = (
    Option(NOW, Words.NOW, "n"),
    Option(BEFORE, Words.BEFORE, "f"),
    Option(DURING, Words.DURING, "u"),
    Option(AFTER, Words.AFTER, "e"),
)


class PlacingDialog(RecordingDialog):
    """A dialog with rows for the time and for the place among the §§. A subclass yields `place_rows()` in its body."""

    def place_rows(self) -> Iterable[Widget]:
        """`Kl.`, `Räknas`, and the § that it is counted from."""
        event: Any = self.entry.event if self.entry else None
        placed = next((p.value for p in PLACES[1:] if getattr(event, p.value, "")), NOW)
        about = getattr(event, placed, "") if placed != NOW else self.item
        yield Row(Recording.TIME, self.clock_field(), id="row-time")
        yield Row(Words.PLACE, Choices(PLACES, placed, id="place"), id="row-place")
        yield Row("", Stepper(item_options(self.meeting.items[i] for i in self.meeting.order), about, id="about"), id="row-about")

    def show_place(self, shown: bool, *, about: bool = False) -> None:
        """Show the rows or take them away. `about`: show which § alone."""
        self.show_row("row-time", shown)
        self.show_row("row-place", shown)
        self.show_row("row-about", about or (shown and self.choice("place") != NOW))

    def place(self) -> dict[str, Any]:
        """The keys of the event that say where it counts from."""
        place = self.choice("place")
        return {} if place == NOW else {place: self.choice("about")}

    def whole_place(self) -> dict[str, Any]:
        """The same with the other keys emptied: for an event that is put right."""
        return {BEFORE: "", DURING: "", AFTER: "", **self.place()}

    def place_between_items(self, between: bool) -> None:
        """Seats change between two §§: after the one that is open (R-206)."""
        open_now = self.meeting.open_items
        choices = self.query_one("#place", Choices)
        choices.value = AFTER if between and open_now else NOW
        if between and open_now:
            self.query_one("#about", Stepper).value = open_now[-1].id
