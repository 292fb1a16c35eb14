"""A list of names and answers, pasted or typed: what can be read for certain goes into the vote, the other lines stay (R-716)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from textual import events, on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static, TextArea

from agendas.clean import clean
from agendas.model import Person
from sessions.events import Choice
from sessions.vote_names import VoteNames, read_votes
from tui.dialogs.base import Answer, Dialog
from tui.literal import line
from tui.texts.vote import VoteList as Words
from tui.widgets.name_completion import Candidates
from tui.widgets.text_box import TextBox

Fill = Callable[[Mapping[str, Choice]], str]
"""Records the votes; what stands against them comes back, or nothing."""
SHOWN = 4
"""How many of the lines that could not be read are shown with their reasons; the others follow when those are mended."""


class ListBox(TextBox):
    """Takes a list as it comes: columns stay apart, and nothing is made into points."""

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.put_in(columns_apart(event.text))


def columns_apart(text: str) -> str:
    """The text as it can be typed on: a box of text has no tabs, so that columns are parted by semicolons."""
    return clean(text).replace("\t", "; ").strip("\n")


class VoteListDialog(Dialog[str]):
    """Gives back the lines that are left, to begin with the next time; None when all were read."""

    CSS_PATH = "recording.tcss"
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#list"

    def __init__(
        self,
        voters: Mapping[str, Person],
        everybody: Mapping[str, Person],
        fill: Fill,
        text: str = "",
        candidates: Candidates | None = None,
    ) -> None:
        """`voters`: who is called, by id, in the order of the roll; `fill` records what was read; `text`: to begin with."""
        super().__init__(Words.TITLE, (Answer("save", Words.SAVE, "ctrl+s"),))
        self._voters = voters
        self._everybody = everybody
        self._fill = fill
        self._text = columns_apart(text)
        self._candidates = candidates

    def body(self) -> Iterable[Widget]:
        """The list, and how it is read."""
        yield ListBox(self._text, id="list", placeholder=Words.HINT, candidates=self._candidates)
        yield Static("", id="read", markup=False)

    def on_mount(self) -> None:
        """What stands there from the start is read at once."""
        self._tell()

    @property
    def box(self) -> TextBox:
        """Where the list stands."""
        return self.query_one("#list", TextBox)

    def _read(self) -> VoteNames:
        return read_votes(self.box.text, self._voters, self._everybody)

    @on(TextArea.Changed)
    def _tell(self) -> None:
        if not self.is_attached:
            return
        found = self._read()
        rows: list[Content] = []
        if self.box.text.strip():
            left = sum(1 for v in self._voters if v not in found.cast)
            rows.append(line(Words.read(len(found.cast), left, len(found.unread)), "bold"))
            rows += [line(Words.unread(u.number, u.text, u.reason)) for u in found.unread[:SHOWN]]
            rows += [line("…")] if len(found.unread) > SHOWN else []
        self.query_one("#read", Static).update(Content("\n").join(rows))
        self.show_error("")

    def answer(self, id: str) -> None:
        """Put in what was read; lines that were not stay to be mended."""
        found = self._read()
        if not found.cast:
            self.show_error(Words.NOTHING)
            return
        if refused := self._fill(found.cast):
            self.show_error(refused)
            return
        if not found.unread:
            self.dismiss(None)
            return
        self.box.show("\n".join(u.text for u in found.unread))
        self._tell()
        self.show_error(Words.left(len(found.unread)))
        self.box.focus()

    def action_step_back(self) -> None:
        """Esc: what stands in the box is kept, as it is, for the next time."""
        self.dismiss(self.box.text)
