"""A question before something that is hard to undo. The question names the thing, the buttons say what they do."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from tui.dialogs.base import Answer, Dialog
from tui.literal import plain
from tui.texts.program import Common


class ConfirmDialog(Dialog[bool]):
    """`Avsluta sammanträdet kl. 15.27?` – True when it is to be done. The safe answer has the focus."""

    AUTO_FOCUS = "#answer-no"  # Enter held too long answers no
    NARROW = True

    def __init__(
        self, question: str, detail: str = "", *, yes: str = Common.YES, no: str = Common.NO, yes_key: str = "j", no_key: str = "n"
    ) -> None:
        super().__init__(question, (Answer("no", no, no_key), Answer("yes", yes, yes_key)))
        self._detail = detail

    def body(self) -> Iterable[Widget]:
        """What it means, when the question alone does not say it."""
        if self._detail:
            yield Static(plain(self._detail), classes="dialog-text")

    def answer(self, id: str) -> None:
        """Yes or no."""
        self.dismiss(id == "yes")
