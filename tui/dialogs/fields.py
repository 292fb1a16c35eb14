"""The small fields that the dialogs of the meeting are made of: alternatives on a line, a switch, a labelled row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from tui.choices import Option as Option
from tui.literal import line
from tui.texts.dialogs import Recording as Words

SPELLING = 1.0
"""Seconds between two letters of one word."""
PROSE = 4
"""As many letters on end that fit no alternative are a text that somebody began in the wrong place."""


class Choices(Static, can_focus=True):
    """A few alternatives, one of them chosen: a letter picks it, arrows go to the next, a click picks too."""

    HELP = Words.CHOICES_HELP
    BINDINGS = [
        Binding("left,up", "step(-1)", Words.PREVIOUS, show=False),
        Binding("right,down,space", "step(1)", Words.NEXT, show=False),
    ]
    value: reactive[str] = reactive("")
    _spelt: tuple[str, float] = ("", 0.0)
    """What was typed so far of the label that is chosen, and when."""
    _written: tuple[str, float, str] = ("", 0.0, "")
    """All that was typed on end, when, and what was chosen before it."""

    @dataclass
    class Picked(Message):
        """Another alternative was chosen. `by_letter`: it was named, not passed by on the way."""

        choices: Choices
        value: str
        by_letter: bool = False

        @property
        def control(self) -> Choices:
            """The field, for `@on` with a selector."""
            return self.choices

    @dataclass
    class Wrote(Message):
        """A text was begun here: what was chosen before it is chosen again."""

        choices: Choices
        text: str

        @property
        def control(self) -> Choices:
            """The field, for `@on` with a selector."""
            return self.choices

    def __init__(self, options: Sequence[Option], value: str = "", *, id: str | None = None) -> None:
        super().__init__(id=id, classes="choices")
        self.options = tuple(options)
        self.set_reactive(Choices.value, value or (self.options[0].value if self.options else ""))

    def render(self) -> Content:
        """As many lines as the width asks for; an alternative is never broken."""
        return Content("\n").join(Content("  ").join(row) for row in self._rows(self.content_size.width or 1000))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines that `render` needs."""
        return len(self._rows(width))

    def _rows(self, width: int) -> list[list[Content]]:
        rows: list[list[Content]] = [[]]
        room = width
        for part in map(self._part, range(len(self.options))):
            if rows[-1] and part.cell_length > room:
                rows.append([])
                room = width
            rows[-1].append(part)
            room -= part.cell_length + 2
        return rows

    def _part(self, number: int) -> Content:
        option = self.options[number]
        chosen = option.value == self.value
        label = line(option.label)
        at = option.label.casefold().find(option.key) if option.key else -1
        if at >= 0:
            label = label.stylize("underline", at, at + 1)
        part = Content.assemble("● " if chosen else "○ ", label)
        if chosen:
            part = part.stylize("bold reverse" if self.has_focus else "bold")
        return part.stylize(Style.from_meta({"@click": f"pick({number})"}))

    def watch_has_focus(self, has_focus: bool) -> None:
        """The chosen one is drawn reversed where the keys would change it."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def action_step(self, by: int) -> None:
        """Choose the next one, or the one before: round the end."""
        values = [o.value for o in self.options]
        if values:
            at = values.index(self.value) if self.value in values else -1
            self._pick(values[(at + by) % len(values)])

    def action_pick(self, number: int) -> None:
        """Choose the one that was clicked."""
        self.focus()
        self._pick(self.options[number].value)

    def on_key(self, event: Key) -> None:
        """A letter chooses; the second letter of a word that is being written out does not choose again."""
        if not event.is_printable or not event.character or self._is_prose(event):
            return
        spelt, at = self._spelt
        spelt = event.character.casefold() if event.time - at > SPELLING else spelt + event.character.casefold()
        self._spelt = (spelt, event.time)
        if len(spelt) > 1 and any(o.value == self.value and o.label.casefold().startswith(spelt) for o in self.options):
            event.stop()  # the whole word is being written: its second letter is not another alternative
            event.prevent_default()
            return
        self._spelt = (event.character.casefold(), event.time)
        option = next((o for o in self.options if o.key == event.character.casefold()), None)
        if option:
            event.stop()
            event.prevent_default()
            self._pick(option.value, by_letter=True)

    def _is_prose(self, event: Key) -> bool:
        """Take back what the letters of a text have chosen, and tell of the text."""
        written, at, before = self._written
        if event.time - at > SPELLING:
            written, before = "", self.value
        written += event.character or ""
        self._written = (written, event.time, before)
        if len(written) < PROSE or any(o.label.casefold().startswith(written.casefold()) for o in self.options):
            return False
        event.stop()
        event.prevent_default()
        self._written = ("", 0.0, "")
        self._pick(before)
        self.post_message(self.Wrote(self, written))
        return True

    def set_options(self, options: Sequence[Option], value: str = "") -> None:
        """Offer other alternatives; the first one is chosen unless another is said."""
        self.options = tuple(options)
        self.value = value or (self.options[0].value if self.options else "")
        self.refresh(layout=True)

    def offer(self, options: Sequence[Option]) -> None:
        """Offer what fits now. The same alternatives again leave the choice as it is."""
        if [o.value for o in self.options] != [o.value for o in options]:
            self.set_options(options)

    def _pick(self, value: str, by_letter: bool = False) -> None:
        changed = value != self.value
        self.value = value
        if changed or by_letter:
            self.post_message(self.Picked(self, value, by_letter))


class Stepper(Choices):
    """One of many alternatives, shown alone: arrows go to the next, typing its number or the beginning of its name goes there."""

    HELP = Words.STEPPER_HELP
    _typed = ""

    def _rows(self, width: int) -> list[list[Content]]:
        option = next((o for o in self.options if o.value == self.value), None)
        label = line(option.label if option else "").truncate(max(width - 4, 10), ellipsis=True)
        content = Content.assemble("◂ ", label, " ▸")
        return [[content.stylize("bold reverse") if self.has_focus else content]]

    def on_key(self, event: Key) -> None:
        """Digits go to a number, one after another; letters to the beginning of a name."""
        if not (event.character and event.character.isdigit()):
            self._typed = ""
            self._spell(event)
            return
        event.stop()
        event.prevent_default()
        self._typed += event.character
        found = [o for o in self.options if o.key.startswith(self._typed)]
        if not found:
            self._typed = event.character
            found = [o for o in self.options if o.key.startswith(self._typed)]
        if found:
            self._pick(found[0].value)

    def _spell(self, event: Key) -> None:
        if not event.is_printable or not event.character or self._is_prose(event) or event.character == " ":
            return
        spelt, at = self._spelt
        letter = event.character.casefold()
        spelt = letter if event.time - at > SPELLING else spelt + letter
        found = next((o for word in (spelt, letter) for o in self.options if o.label.casefold().startswith(word)), None)
        self._spelt = (spelt, event.time)
        if found:
            event.stop()
            event.prevent_default()
            self._pick(found.value)

    def on_click(self) -> None:
        """A click goes on to the next, as there is but one to be seen."""
        self.focus()
        self.action_step(1)


class Toggle(Static, can_focus=True):
    """Yes or no, told by a sign: space, Enter or a click turns it. A letter is somebody writing on: it is told, not lost."""

    HELP = Words.TOGGLE_HELP
    BINDINGS = [Binding("space,enter", "turn", Words.TURN, show=False)]
    value: reactive[bool] = reactive(False)

    @dataclass
    class Typed(Message):
        """A letter was typed on it."""

        toggle: Toggle
        character: str

        @property
        def control(self) -> Toggle:
            """The sign, for `@on` with a selector."""
            return self.toggle

    @dataclass
    class Turned(Message):
        """It was turned."""

        toggle: Toggle
        value: bool

        @property
        def control(self) -> Toggle:
            """The sign, for `@on` with a selector."""
            return self.toggle

    def __init__(self, label: str, value: bool = False, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="toggle")
        self.label = label
        self.set_reactive(Toggle.value, value)

    def render(self) -> Content:
        """A box that is crossed or empty, and its words."""
        content = Content.assemble("[x] " if self.value else "[ ] ", line(self.label))
        return content.stylize("bold reverse") if self.has_focus else content

    def watch_has_focus(self, has_focus: bool) -> None:
        """It is drawn reversed where the keys would turn it."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def action_turn(self) -> None:
        """Turn it, and tell."""
        self.value = not self.value
        self.post_message(self.Turned(self, self.value))

    def on_click(self) -> None:
        """A click turns it too."""
        self.focus()
        self.action_turn()

    def on_key(self, event: Key) -> None:
        """Only what this sign has no use for."""
        if event.is_printable and event.character and event.character != " ":
            self.post_message(self.Typed(self, event.character))


class Row(Horizontal):
    """A label and what it is about, beside each other."""

    def __init__(self, label: str, *fields: Widget, id: str | None = None, classes: str = "") -> None:
        super().__init__(id=id, classes=f"row {classes}")
        self._label = label
        self._fields = fields

    def compose(self) -> ComposeResult:
        """The label first: screen and Tab follow the same order."""
        yield Static(line(self._label), classes="label")
        yield from self._fields
