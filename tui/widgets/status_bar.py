"""The top line: without being asked it says whose meeting, when, who is there, what to look at, and whether it is saved."""

from __future__ import annotations

from typing import Literal

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from tui.literal import line, plain
from tui.texts.program import Status as Words

Saved = Literal["saved", "saving", "not saved"]


class StatusPart(Static):
    """One word of the bar. It is repainted alone, and only when it says something else."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id, markup=False, classes="-empty")
        self.says = ""

    def say(self, text: str) -> None:
        """Show `text`; empty takes no room. The layout is done again only when the width changes."""
        if text == self.says:
            return
        same_width = len(text) == len(self.says)
        self.says = text
        content: Content = line(text)
        self.update(content, layout=not same_width)
        self.set_class(not text, "-empty")


class StatusBar(Horizontal):
    """Set its values; each tells only its own part.

    `VON arbetsutskott    13.57   4 av 5 · beslutfört    2 att se    sparat ✓`
    """

    body: var[str] = var("", init=False)
    """Short name of the body."""
    clock: var[str] = var("", init=False)
    """`13.57`, once a second or once a minute."""
    presence: var[str] = var("", init=False)
    """`4 av 5 · beslutfört`: numbers and the word, since colour is not enough."""
    quorate: var[bool] = var(True, init=False)
    """Whether the word is good news."""
    findings: var[int] = var(0, init=False)
    """How many findings wait."""
    saved: var[Saved] = var("saved", init=False)
    """`saved` only after the store has said so."""

    class FindingsClicked(Message):
        """The number of findings was clicked."""

    def compose(self) -> ComposeResult:
        """The parts from left to right."""
        for name in ("body", "clock", "presence", "findings", "saved"):
            yield StatusPart(name)

    def on_mount(self) -> None:
        """Show what was set before the parts were there."""
        self.watch_body(self.body)
        self.watch_clock(self.clock)
        self.watch_presence(self.presence)
        self.watch_quorate(self.quorate)
        self.watch_findings(self.findings)
        self.watch_saved(self.saved)

    def part(self, id: str) -> StatusPart | None:
        """One part, when it is there."""
        return next((p for p in self.query_children(StatusPart) if p.id == id), None)

    def _say(self, id: str, text: str) -> None:
        if (part := self.part(id)) is not None:
            part.say(text)

    def _mark(self, id: str, name: str, on: bool) -> None:
        if (part := self.part(id)) is not None:
            part.set_class(on, name)

    def watch_body(self, body: str) -> None:
        """Whose meeting."""
        self._say("body", body)

    def watch_clock(self, clock: str) -> None:
        """The time."""
        self._say("clock", clock)

    def watch_presence(self, presence: str) -> None:
        """Who is there."""
        self._say("presence", presence)

    def watch_quorate(self, quorate: bool) -> None:
        """Mark it when the body cannot decide."""
        self._mark("presence", "-not-quorate", not quorate)

    def watch_findings(self, findings: int) -> None:
        """How much there is to look at."""
        self._say("findings", Words.findings(findings))
        self._mark("findings", "-some", findings > 0)
        if (part := self.part("findings")) is not None:
            part.tooltip = plain(Words.findings_tooltip(findings))

    def watch_saved(self, saved: Saved) -> None:
        """Never says saved before it is."""
        self._say("saved", {"saved": Words.SAVED, "saving": Words.SAVING, "not saved": Words.NOT_SAVED}[saved])
        self._mark("saved", "-not", saved == "not saved")

    def on_click(self) -> None:
        """The findings can be clicked."""
        if (part := self.part("findings")) is not None and part.mouse_hover:
            self.post_message(self.FindingsClicked())
