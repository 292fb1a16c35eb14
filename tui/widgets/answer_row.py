"""The buttons of a dialog: side by side, and below one another where there is no room for that."""

from __future__ import annotations

from textual.containers import Horizontal
from textual.widgets import Button

GAP = 1
"""Columns before each button, as in the stylesheet."""


class AnswerRow(Horizontal):
    """At 60 columns a third answer would lie outside the dialog, and nobody would know that it is there."""

    def on_resize(self) -> None:
        """The buttons are as wide as their words; only what is around them changes."""
        self.call_after_refresh(self._place)

    def _place(self) -> None:
        needed = sum(button.outer_size.width + GAP for button in self.query(Button) if button.display)
        self.set_class(needed > self.size.width, "-stacked")
        # The body of the dialog leaves them the height.
        self.screen.set_class(any(row.has_class("-stacked") for row in self.screen.query(AnswerRow)), "-stacked")
