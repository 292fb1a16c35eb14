"""One section of a §: its heading, whose words stand there, and the box to change them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget

from tui.literal import line
from tui.paragraph import Part
from tui.texts.meeting import EditParagraph as Words
from tui.widgets.line_box import LineBox
from tui.widgets.name_completion import Candidates
from tui.widgets.text_box import TextBox


class SectionBox(Widget):
    """A `TextBox` or a `LineBox` with the mark of its state. `part` is what stands there as recorded."""

    @dataclass
    class Left(Message):
        """The box was left with another text than what is recorded."""

        box: SectionBox

    def __init__(
        self, part: Part, *, read_only: bool = False, candidates: Candidates | None = None, abbreviations: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(classes=f"section -{part.section}")
        self._part = part
        self._recorded = part.text
        if part.one_line:
            self.field: TextBox | LineBox = LineBox(part.text)
            self.field.disabled = read_only
        else:
            self.field = TextBox(part.text, candidates=candidates, abbreviations=abbreviations, read_only=read_only)

    def compose(self) -> ComposeResult:
        """The box alone; its border carries heading and mark."""
        yield self.field

    def on_mount(self) -> None:
        """Say what it is."""
        self.field.border_title = line(self._part.heading)
        self._mark()

    @property
    def section(self) -> str:
        """Which section."""
        return self._part.section

    @property
    def text(self) -> str:
        """What stands in the box."""
        return self.field.text if isinstance(self.field, TextBox) else self.field.value

    @property
    def changed(self) -> bool:
        """Whether it is another text than what is recorded."""
        return self.text != self._recorded

    @property
    def part(self) -> Part:
        """What is recorded."""
        return self._part

    @part.setter
    def part(self, part: Part) -> None:
        written = self.changed
        self._part, self._recorded = part, part.text
        if not written and self.text != part.text:
            self._show(part.text)
        self._mark()

    def saved(self) -> None:
        """What stands here has been recorded."""
        self._recorded = self.text

    def settle(self) -> None:
        """Nothing had to be recorded: an emptied box shows the generated text again."""
        if self.changed:
            self._show(self._recorded)

    def put(self, text: str) -> None:
        """Replace the text by hand: Ctrl+Z in the box takes it back."""
        if isinstance(self.field, TextBox):
            self.field.replace(text, (0, 0), self.field.document.end)
        else:
            self.field.value = text

    def _show(self, text: str) -> None:
        if isinstance(self.field, TextBox):
            self.field.show(text)
        else:
            self.field.value = text

    def _mark(self) -> None:
        self.field.border_subtitle = line(Words.STATES[self._part.state])
        self.field.set_class(self._part.state == "stale", "-stale")

    @on(TextBox.Left)
    def _left_text(self, event: TextBox.Left) -> None:
        event.stop()
        self._tell()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A line tells nothing of its own when it is left."""
        if isinstance(self.field, LineBox):
            self._tell()

    def _tell(self) -> None:
        if self.changed:
            self.post_message(self.Left(self))
