"""Lines to copy into a form somewhere else: one at a time, or all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.dialogs.base import Answer, Dialog
from tui.literal import line, plain
from tui.texts.after import Posting as Words
from tui.texts.program import Common


class CopyLinesDialog(Dialog[None]):
    """Labels and values; Enter copies the value at the cursor."""

    AUTO_FOCUS = "#lines"
    HELP_TEXT = Words.LINES_DETAIL

    def __init__(self, lines: Sequence[tuple[str, str]]) -> None:
        super().__init__(Words.LINES_TITLE, (Answer("all", Words.COPY_ALL, "k"), Answer("close", Common.CLOSE)))
        self._lines = tuple(lines)

    def body(self) -> Iterable[Widget]:
        """The lines, and what was copied."""
        yield Static(plain(Words.LINES_DETAIL), classes="dialog-text")
        width = max((len(label) for label, _ in self._lines), default=0)
        yield OptionList(
            *(Option(Content.assemble(line(label.ljust(width + 2)), line(value, "bold"))) for label, value in self._lines),
            id="lines",
            markup=False,
        )
        yield Static("", id="copied", classes="one-line decision", markup=False)

    @on(OptionList.OptionSelected)
    def _copy_one(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._copy(self._lines[event.option_index][1], self._lines[event.option_index][0])

    def answer(self, id: str) -> None:
        """All of them, or away."""
        if id == "all":
            self._copy("\n".join(f"{label}: {value}" for label, value in self._lines), Words.LINES_TITLE.casefold())
        else:
            self.dismiss(None)

    def _copy(self, text: str, what: str) -> None:
        self.app.copy_to_clipboard(text)
        self.query_one("#copied", Static).update(line(f"{Words.COPIED} {what}"))
