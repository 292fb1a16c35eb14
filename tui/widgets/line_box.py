"""A field of one line that loses nothing of a paste and has only keys that people's hands know."""

from __future__ import annotations

import re
import unicodedata
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widgets import Input
from textual.widgets.input import Selection

from agendas.clean import clean
from tui.literal import plain
from tui.texts.program import TextBox as Words


class LineBox(Input):
    """A field of one line. A paste of many lines loses none of them, and Ctrl+Z undoes text only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z,super+z", "undo", "Ångra i texten", show=False),
        Binding("ctrl+a", "select_all", "Markera allt", show=False),
        Binding("ctrl+j", "space", "Mellanslag", show=False),
        # Textual's own delete to an end of the line or to the right.
        *(Binding(key, "nothing", "", show=False) for key in ("ctrl+d", "ctrl+e", "ctrl+k", "ctrl+u", "ctrl+f")),
    ]

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        tooltip: str = "",
        max_length: int = 0,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        self._steps: list[str] = []
        super().__init__(
            one_line(value),
            placeholder=one_line(placeholder),
            # With everything selected when a dialog closes, the next letter would replace it all.
            select_on_focus=False,
            max_length=max_length,
            id=id,
            classes=classes,
        )
        self._first = self.value
        if tooltip:
            self.tooltip = plain(tooltip)

    @property
    def changed(self) -> bool:
        """Whether something else stands here than in the beginning."""
        return self.value != self._first

    def show(self, value: str) -> None:
        """Show another value, as recorded."""
        self.value = one_line(value)
        self._first = self.value
        self._steps.clear()
        self.cursor_position = len(self.value)

    def validate_value(self, value: str) -> str:
        """However a value comes, it is clean and on one line."""
        return one_line(value)

    def replace(self, text: str, start: int, end: int) -> None:
        """Every change by key or paste goes through here."""
        text = one_line(text)
        start, end = sorted((max(0, start), min(end, len(self.value))))
        if text and unicodedata.combining(text[0]) and start:
            start -= 1
            text = unicodedata.normalize("NFC", self.value[start] + text)
        if self.value and (not self._steps or self._steps[-1] != self.value):
            self._steps.append(self.value)
        super().replace(text, start, end)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # Textual's own keeps the first line only
        event.stop()
        text = clean(event.text).strip("\n")
        self.replace(text, *self.selection)
        if "\n" in text:
            self.app.notify(Words.PASTED_LINES, markup=False)

    def action_undo(self) -> None:
        """Take back the last change of the text."""
        self.value = self._steps.pop() if self._steps else ""
        self.selection = Selection.cursor(len(self.value))

    def action_space(self) -> None:
        """A newline that came as a key: on one line it is a space, in the place of nothing.

        An Enter that was pressed before the program took the keyboard over comes as one, and what it meets may be selected.
        """
        if self.selection.is_empty:
            self.replace(" ", *self.selection)

    def action_nothing(self) -> None:
        """A key that would have deleted."""

    def action_select_all(self) -> None:
        """Select everything."""
        self.selection = Selection(0, len(self.value))


def one_line(text: str) -> str:
    """Clean text where newlines and tabs have become spaces; nothing else changes, so that typing a space works."""
    return re.sub(r"[\n\t]+", " ", clean(text))
