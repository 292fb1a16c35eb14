"""When the disk refuses: what is not saved, and a copy of everything in another place, at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Literal

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.dialogs.base import Answer, Dialog
from tui.literal import plain
from tui.texts.meeting import Emergency as Words
from tui.texts.program import Common
from tui.widgets.line_box import LineBox

ROWS = 5
"""As many unsaved acts are named; of more there is a number."""


class NotSavedDialog(Dialog[Literal["copy"]]):
    """Why it could not be saved, what is in memory alone, and the way to a copy. Going on writing has the focus."""

    AUTO_FOCUS = "#answer-close"
    HELP_TEXT = Words.HELP

    def __init__(self, why: str, unsaved: Sequence[str], can_copy: bool) -> None:
        copy = (Answer("copy", Words.COPY, "n"),) if can_copy else ()
        super().__init__(Words.NOT_SAVED_TITLE, (Answer("close", Words.GO_ON), *copy))
        self._why = why
        self._unsaved = unsaved

    def body(self) -> Iterable[Widget]:
        """The reason, what it means, what waits."""
        yield Static(plain(f"{self._why}\n\n{Words.NOT_SAVED_DETAIL}"), classes="dialog-text")
        if self._unsaved:
            yield Static(plain("\n".join([Words.UNSAVED, *Words.rows(self._unsaved, ROWS)])), classes="dialog-text")

    def answer(self, id: str) -> None:
        """Go on, or copy."""
        self.dismiss("copy" if id == "copy" else None)


class EmergencyDialog(Dialog[Path]):
    """Where the copy is to lie. `write` makes it and gives the file, or raises OSError, and the dialog stays."""

    AUTO_FOCUS = "#folder"
    HELP_TEXT = Words.HELP

    def __init__(self, places: Sequence[Path], write: Callable[[Path], Path]) -> None:
        super().__init__(Words.COPY_TITLE, (Answer("close", Common.CANCEL), Answer("write", Words.WRITE, "ctrl+s")))
        self._places = places
        self._write = write

    def body(self) -> Iterable[Widget]:
        """One line, with the best place in it, and the other places."""
        yield Static(plain(Words.COPY_DETAIL), classes="dialog-text")
        folder = LineBox(str(self._places[0]) if self._places else "", id="folder")
        folder.border_title = plain(Words.FOLDER)
        yield folder
        if len(self._places) > 1:
            yield Static(plain(Words.other_places([str(place) for place in self._places[1:4]])), classes="dialog-text muted")

    @property
    def typed(self) -> bool:
        """Nothing here is lost by going back."""
        return False

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.answer("write")

    def answer(self, id: str) -> None:
        """Write it, or leave."""
        if id == "close":
            self.dismiss(None)
            return
        folder = Path(self.query_one("#folder", LineBox).value.strip()).expanduser()
        try:
            self.dismiss(self._write(folder))
        except OSError as fault:
            self.show_error(Words.cannot_write(str(folder), fault.strerror or str(fault)))
