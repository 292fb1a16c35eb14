"""Choosing one or several persons by typing any part of the name, with or without å ä ö."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Self

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.choices import Choice as Choice
from tui.literal import line, plain
from tui.matching import ranked
from tui.texts.program import Picker as Words
from tui.widgets.line_box import LineBox


def find(typed: str, choices: Iterable[Choice]) -> list[Choice]:
    """The choices that fit what was typed, best first, else in the order given.

    Those whose label fits come before those that only another word leads to: `efter` is Efter sammanträdet, not Ångra,
    which is explained by a sentence with that word in it.
    """
    choices = tuple(choices)
    named = ranked(typed, choices, lambda choice: choice.label)
    led_to = ranked(typed, choices, lambda choice: f"{choice.label} {choice.search}".strip())
    return list(dict.fromkeys((*named, *led_to)))


class PickerField(LineBox):
    """The field of a picker; the keys of the list are its own."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "list(-1)", "Föregående", show=False),
        Binding("down", "list(1)", "Nästa", show=False),
        Binding("pageup", "list(-7)", "En sida upp", show=False),
        Binding("pagedown", "list(7)", "En sida ned", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The highlight should move so many rows."""

        rows: int

    class RubbedOut(Message):
        """Backspace in an empty field."""

    @dataclass
    class Passed(Message):
        """Tab: on to the next field, perhaps with a part of a name left here."""

        field: PickerField

    def action_list(self, rows: int) -> None:
        """Move in the list."""
        self.post_message(self.Moved(rows))

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "backspace" and not self.value:
            event.stop()
            event.prevent_default()
            self.post_message(self.RubbedOut())
        elif event.key == "tab":
            self.post_message(self.Passed(self))


class NamePicker(Widget):
    """A field and the list of those who fit, the best one highlighted: Enter takes it.

    With `many`, those picked stand above the field, Backspace in the empty field removes the last one, and Enter in
    the empty field posts `Done`, unless the arrows have pointed at somebody. `Picked` is posted at every change of what is picked.
    """

    @dataclass
    class Picked(Message):
        """Somebody was picked, or taken away again. `ids`: all that are picked now, in the order they were picked."""

        picker: NamePicker
        ids: tuple[str, ...]

        @property
        def control(self) -> NamePicker:
            """The picker."""
            return self.picker

    @dataclass
    class Done(Message):
        """Enter in the empty field: no more are to be picked."""

        picker: NamePicker

        @property
        def control(self) -> NamePicker:
            """The picker."""
            return self.picker

    def __init__(
        self,
        choices: Iterable[Choice],
        *,
        many: bool = False,
        picked: Iterable[str] = (),
        placeholder: str = Words.PLACEHOLDER,
        empty: str = Words.EMPTY,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._choices = tuple(choices)
        self._many = many
        self._picked = list(picked)
        self._found: list[Choice] = []
        self._filtered: str | None = None
        self._arrowed = False
        self._field = PickerField(placeholder=placeholder)
        self._list = OptionList(markup=False)
        self._list.can_focus = False
        self._chosen = Static(classes="chosen -empty")
        self._none = Static(plain(empty), classes="no-match -hidden")

    def compose(self) -> ComposeResult:
        """Those picked, the field, the list."""
        yield self._chosen
        yield self._field
        yield self._list
        yield self._none

    def on_mount(self) -> None:
        """Show everybody, before anything is typed."""
        self._show_chosen()
        self._filter(again=True)

    @property
    def field(self) -> LineBox:
        """Where one types."""
        return self._field

    @property
    def picked(self) -> tuple[str, ...]:
        """The ids of those picked, in the order they were picked."""
        return tuple(self._picked)

    @property
    def found(self) -> tuple[Choice, ...]:
        """Those that fit what stands in the field, as listed."""
        self._filter()
        return tuple(self._found)

    @property
    def left(self) -> str:
        """A part of a name that was typed and led to nobody being picked."""
        return self._field.value.strip()

    @property
    def highlighted(self) -> Choice | None:
        """The one that Enter takes."""
        self._filter()
        index = self._list.highlighted
        return self._found[index] if index is not None and index < len(self._found) else None

    def focus(self, scroll_visible: bool = True) -> Self:
        """Focus the field."""
        self._field.focus(scroll_visible)
        return self

    def set_choices(self, choices: Iterable[Choice]) -> None:
        """Offer others; what is picked and typed stays."""
        self._choices = tuple(choices)
        self._show_chosen()
        self._filter(again=True)

    def pick(self, id: str) -> None:
        """Pick one, as if it had been chosen."""
        if self._many:
            if id not in self._picked:
                self._picked.append(id)
        else:
            self._picked = [id]
        self._field.value = ""
        self._show_chosen()
        self._filter(again=True)
        self.post_message(self.Picked(self, self.picked))

    def clear(self) -> None:
        """Begin anew, with nothing picked and nothing typed. Not told: whoever clears it knows."""
        self._picked.clear()
        self._field.show("")
        self._show_chosen()
        self._filter(again=True)

    def _filter(self, *, again: bool = False) -> None:
        """Bring the list up to what stands in the field. Enter may come before the message that the field changed."""
        typed = self._field.value
        if typed == self._filtered and not again:
            return
        self._filtered = typed
        self._arrowed = False
        self._found = find(typed, (c for c in self._choices if not (self._many and c.id in self._picked)))
        width = max((len(line(c.label)) for c in self._found), default=0)
        self._list.set_options([Option(self._row(c, min(width, 40))) for c in self._found])
        self._list.highlighted = 0 if self._found else None
        self._list.set_class(not self._found, "-hidden")
        self._none.set_class(bool(self._found), "-hidden")

    @staticmethod
    def _row(choice: Choice, width: int) -> Content:
        label = line(choice.label)
        if not choice.status:
            return label
        return Content.assemble(label, " " * max(2, width - len(label) + 2), line(choice.status))

    def _show_chosen(self) -> None:
        labels = {c.id: c.label for c in self._choices}
        names = [line(labels.get(id, id)) for id in self._picked]
        if names or self._chosen.content:
            self._chosen.update(Content.assemble(plain(Words.CHOSEN + " "), Content(" · ").join(names)) if names else "")
        self._chosen.set_class(not (names and self._many), "-empty")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self._filter()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self._many and not self._arrowed and not self._field.value.strip():
            self.post_message(self.Done(self))
        elif (choice := self.highlighted) is not None:
            self.pick(choice.id)

    @on(PickerField.Moved)
    def _moved(self, event: PickerField.Moved) -> None:
        event.stop()
        self._filter()
        if self._found:
            self._arrowed = True
            now = self._list.highlighted or 0
            # One row at a time goes round; a page stops at the end.
            to = now + event.rows
            self._list.highlighted = to % len(self._found) if abs(event.rows) == 1 else min(max(to, 0), len(self._found) - 1)

    @on(PickerField.RubbedOut)
    def _rubbed_out(self, event: PickerField.RubbedOut) -> None:
        event.stop()
        if self._picked and self._many:
            self._picked.pop()
            self._show_chosen()
            self._filter(again=True)
            self.post_message(self.Picked(self, self.picked))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._found):
            self.pick(self._found[event.option_index].id)
        self._field.focus()

    @on(OptionList.OptionHighlighted)
    def _quiet(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()  # nobody else's business
