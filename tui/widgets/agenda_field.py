"""One field of the agenda's forms: label, box, and below it what is wrong or doubtful."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tui.agenda_fields import LONG, Field
from tui.dialogs.fields import Choices, Option, Row, Stepper, Toggle
from tui.literal import line, plain
from tui.texts.start import AgendaForms as Words
from tui.widgets.line_box import LineBox
from tui.widgets.text_box import TextBox


class AgendaField(Widget):
    """Tells what stands in it when it is left, or when something else is chosen."""

    @dataclass
    class Left(Message):
        """The field was left, or turned."""

        field: AgendaField
        value: str

    def __init__(self, field: Field, label: str, value: str) -> None:
        super().__init__(id=f"field-{field.key}")
        self.spec = field
        self._label = label
        self.box: Widget = self._made(field, label, value)

    @staticmethod
    def _made(field: Field, label: str, value: str) -> Widget:
        hint = Words.HINTS.get(field.key, "")
        if field.kind == "number" and field.default and value == str(field.default):
            value, hint = "", value  # 41 typed after a 1 that stood there would be § 141
        if field.kind == "flag":
            return Toggle(label, value == "true")
        if field.choices:
            options = [Option(*choice) for choice in field.choices]
            if value not in {o.value for o in options}:
                options.append(Option(value, value))  # what the file says, though it cannot be
            return Stepper(options, value) if len(options) > 3 else Choices(options, value)
        return TextBox(value, placeholder=hint) if field.kind in LONG else LineBox(value, placeholder=hint)

    def compose(self) -> ComposeResult:
        """A row, and a line for what is told."""
        yield Row("" if self.spec.kind == "flag" else self._label, self.box)
        yield Static("", classes="told -empty", markup=False)

    @property
    def value(self) -> str:
        """What stands in it, as text."""
        match self.box:
            case TextBox():
                return self.box.text
            case LineBox():
                return self.box.value
            case Toggle():
                return "true" if self.box.value else ""
            case Choices():
                return self.box.value
        return ""

    def tell(self, faults: tuple[str, ...], warnings: tuple[str, ...], doubts: tuple[str, ...]) -> None:
        """What is said below it; nothing takes no room."""
        said = [*(f"✗ {m}" for m in faults), *(f"? {m}" for m in doubts), *(f"⚠ {m}" for m in warnings)]
        told = self.query_one(".told", Static)
        told.update(plain("\n".join(str(line(m)) for m in said)))
        told.set_class(not said, "-empty")
        told.set_class(bool(faults), "-fault")

    def focus_box(self) -> None:
        """Put the cursor in it."""
        self.box.focus()

    @on(Choices.Picked)
    @on(Toggle.Turned)
    def _chosen(self, event: Message) -> None:
        event.stop()
        self._tell_left()

    @on(TextBox.Left)
    def _left(self, event: TextBox.Left) -> None:
        event.stop()
        self._tell_left()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """A line tells nothing of its own when it is left."""
        if isinstance(self.box, LineBox):
            self._tell_left()

    def _tell_left(self) -> None:
        self.post_message(self.Left(self, self.value))
