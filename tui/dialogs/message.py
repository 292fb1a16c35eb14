"""A message that stays until it is closed: what was not done, what it means, what to do. Also help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from tui.dialogs.base import Answer, Dialog
from tui.literal import plain
from tui.texts.program import Common


class MessageDialog(Dialog[None]):
    """A title and a text of any length; the arrows scroll it."""

    AUTO_FOCUS = "#answer-close"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_text(-1)", "Upp", show=False),
        Binding("down", "scroll_text(1)", "Ned", show=False),
        Binding("pageup", "scroll_text(-10)", "En sida upp", show=False),
        Binding("pagedown", "scroll_text(10)", "En sida ned", show=False),
    ]

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, (Answer("close", Common.CLOSE),))
        self._text = text

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield Static(plain(self._text), classes="dialog-text")

    def answer(self, id: str) -> None:
        """Close."""
        self.dismiss(None)

    def action_scroll_text(self, rows: int) -> None:
        """Scroll the text."""
        self.query_one(".dialog-body", VerticalScroll).scroll_relative(y=rows, animate=False)
