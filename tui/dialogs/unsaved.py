"""What is not saved when one goes: save it, stay, or leave it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from textual.widget import Widget
from textual.widgets import Static

from tui.dialogs.base import Answer, Dialog
from tui.literal import plain
from tui.texts.start import AgendaForms as Words

Choice = Literal["save", "stay", "throw"]


class UnsavedDialog(Dialog[Choice]):
    """Staying has the focus: nothing is thrown away by an Enter or an Esc too many."""

    AUTO_FOCUS = "#answer-stay"

    def __init__(self) -> None:
        super().__init__(
            Words.LEAVE_TITLE,
            (Answer("throw", Words.LEAVE_THROW, "l"), Answer("stay", Words.LEAVE_STAY, "v"), Answer("save", Words.LEAVE_SAVE, "s")),
        )

    def body(self) -> Iterable[Widget]:
        """What the answers mean."""
        yield Static(plain(Words.LEAVE_DETAIL), classes="dialog-text")

    def answer(self, id: str) -> None:
        """What was chosen."""
        found: dict[str, Choice] = {"save": "save", "stay": "stay", "throw": "throw"}
        self.dismiss(found[id])
