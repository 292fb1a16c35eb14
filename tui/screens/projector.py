"""Projektorläge: what everybody in the room may see – §, title, motions, decision – and black when it must be, or is asked for."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen

from exports.style_model import Style
from sessions.meeting import Meeting
from tui.chair_page import Part, projected
from tui.literal import line, plain
from tui.screens.chair import Source, table_of
from tui.texts.chair import Chair as Words
from tui.widgets.told import Told

KEYS = table_of(Words.PROJECTOR_FOOTER, "projector")


class ProjectorScreen(Screen[None]):
    """One meeting, seen by the room. No keys are shown; `b`, `.` or space blacks it out, Esc leaves.

    `ask`: where to look five times a second; without it `follow` is called. A secret § turns it black by itself.
    """

    CSS_PATH = "chair.tcss"
    AUTO_FOCUS = ""
    LOOK_EVERY = 0.2

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b,full_stop,space", "black", Words.PROJECTOR_FOOTER[0][2], show=False),
        Binding("escape,ctrl+k", "leave", Words.PROJECTOR_FOOTER[1][2], show=False),
    ]

    def __init__(self, meeting: Meeting, style: Style, *, ask: Source | None = None) -> None:
        super().__init__()
        self._meeting = meeting
        self._style = style
        self._ask = ask
        self._blanked = False
        self._there = False

    def compose(self) -> ComposeResult:
        """Title and texts, and the black above them."""
        with VerticalScroll(id="projected"):
            yield Told(id="projected-title")
            yield Told(id="projected-state")
            yield Told(id="projected-parts")
        yield Told(id="projected-black", classes="black -off")

    def on_mount(self) -> None:
        """Show it."""
        self._there = True
        self.show()
        if self._ask is not None:
            self.set_interval(self.LOOK_EVERY, self._look)

    def _look(self) -> None:
        assert self._ask is not None
        meeting, _ = self._ask()
        if meeting is not self._meeting:
            self.follow(meeting)

    def follow(self, meeting: Meeting) -> None:
        """Something was recorded."""
        moved = meeting.current != self._meeting.current
        self._meeting = meeting
        self.show()
        if moved and self._there:
            self.query_one("#projected", VerticalScroll).scroll_home(animate=False)

    def tell(self, note: str) -> None:
        """The secretary's line is never projected."""

    def fault(self, text: str) -> None:
        """Nothing of the program's own worries is projected."""

    def show(self) -> None:
        """Tell the parts what they show; black takes them all away."""
        if not self._there:
            return
        page = projected(self._meeting, self._style)
        black = page.black or self._blanked
        with self.app.batch_update():
            # What must not be seen is not even there behind the black.
            self._told("title").say("" if black else plain(page.title))
            self._told("state").say("" if black else plain(page.state))
            self._told("parts").say(Content("") if black else _parts(page.parts))
            self.query_one("#projected").set_class(black, "-hidden")
            self._told("black").set_class(not black, "-off")

    def _told(self, name: str) -> Told:
        return self.query_one(f"#projected-{name}", Told)

    @property
    def is_black(self) -> bool:
        """Whether nothing is shown."""
        return not self._told("black").has_class("-off")

    def action_black(self) -> None:
        """Black, or not. A secret § stays black whatever is pressed."""
        self._blanked = not self._blanked
        self.show()

    def action_leave(self) -> None:
        """Back to the meeting. A program of its own is left with Ctrl+Q, never by a slip in front of the room."""
        if self._ask is not None:
            self.dismiss(None)


def _parts(parts: tuple[Part, ...]) -> Content:
    style = {"motion": "$motion", "decision": "$decision"}
    rows = []
    for part in parts:
        rows.append(Content.assemble(line(part.label, f"bold {style.get(part.kind, '')}".strip()), "\n", plain(part.text)))
    return Content("\n\n").join(rows)
