"""The line from the secretary to the chair."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from sessions.chair_note import LONGEST
from tui.dialogs.base import Answer, Dialog
from tui.literal import plain
from tui.texts.chair import Chair as Words
from tui.widgets.line_box import LineBox


class ChairNoteDialog(Dialog[str]):
    """The line to show; empty takes it away; None leaves it as it is."""

    AUTO_FOCUS = "#note"
    HELP_TEXT = Words.NOTE_HELP

    def __init__(self, shown: str = "") -> None:
        clear = (Answer("clear", Words.NOTE_CLEAR),) if shown else ()
        super().__init__(Words.NOTE_TITLE, (*clear, Answer("show", Words.NOTE_SHOW, "ctrl+s")))
        self._shown = shown

    def body(self) -> Iterable[Widget]:
        """One line."""
        yield Static(plain(Words.NOTE_HELP), classes="dialog-text")
        yield LineBox(self._shown, id="note", placeholder=Words.NOTE_HINT, max_length=LONGEST)

    @property
    def typed(self) -> bool:
        """Whether something else is typed than what is shown."""
        value = self.query_one("#note", LineBox).value.strip()
        return bool(value) and value != self._shown

    @on(Input.Submitted, "#note")
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.answer("show")

    def answer(self, id: str) -> None:
        """Show it, or take it away."""
        self.dismiss("" if id == "clear" else self.query_one("#note", LineBox).value.strip())
