"""A paste that looks like a list or a table: how it would be written, before it is."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from tui.dialogs.base import Answer, Dialog
from tui.literal import plain
from tui.texts.program import Common
from tui.texts.program import Paste as Words


class PastePreviewDialog(Dialog[str]):
    """Gives back the text to put in: as it came, or made ready. None when nothing is to be pasted."""

    AUTO_FOCUS = "#answer-as-is"  # the safe answer
    HELP_TEXT = Words.HELP

    def __init__(self, text: str, ready: str) -> None:
        super().__init__(
            Words.TITLE,
            (Answer("as-is", Words.AS_IS, "k"), Answer("ready", Words.READY, "g"), Answer("close", Common.CANCEL)),
        )
        self._text = text
        self._ready = ready

    def body(self) -> Iterable[Widget]:
        """How it would be written, to scroll through."""
        yield Static(plain(Words.DETAIL), classes="dialog-text")
        yield VerticalScroll(Static(plain(self._ready)), id="pasted", can_focus=False)

    def answer(self, id: str) -> None:
        """Which of the two."""
        self.dismiss({"as-is": self._text, "ready": self._ready}.get(id))
