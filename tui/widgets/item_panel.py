"""The § as it is recorded so far, one line for each fact; every line can be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tui.lines import Line
from tui.literal import line, plain
from tui.texts.meeting import MeetingView as Words
from tui.widgets.row_list import RowList

LABEL_WIDTH = 12
_STYLES = {"decision": "$decision", "recusal": "$jav", "motion": "$motion"}


class ItemPanel(RowList):
    """Enter on a line is told as `Chosen`, Delete as `Struck`. `show` paints only the lines that say something else."""

    HELP = Words.PANEL_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "strike", "Stryk raden", show=False),
        Binding("å", "withdraw", "Återta yrkandet", show=False),
        Binding("i", "about_motion('support')", "Instämmer i yrkandet", show=False),
        Binding("v", "about_motion('refusal')", "Proposition vägras", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """A line is to be opened."""

        line: Line

    @dataclass
    class Struck(Message):
        """A line is to be struck, after a question."""

        line: Line

    @dataclass
    class Withdrawn(Message):
        """The motion on a line is to be taken back, after a question."""

        line: Line

    @dataclass
    class AboutMotion(Message):
        """Something more is to be recorded of the motion on a line: who joins it, or that it is not put. `name`: the dialog."""

        line: Line
        name: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id, classes="panel")
        self._facts: tuple[Line, ...] = ()
        self._hint = ""
        self._width = 0
        self._painted: int | None = None

    @property
    def facts(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._facts

    def show(self, title: str, lines: Sequence[Line], *, note: str = "", hint: str = "") -> None:
        """Show a §. `note`: at the bottom right; `hint`: what stands there when there are no lines."""
        if str(self.border_title or "") != title:
            self.border_title = line(title)
        self.show_note(note)
        old, self._facts = self._facts, tuple(lines)
        if not lines:
            if self._hint != hint or old or not self.option_count:
                self.set_options([Option(line(hint, "$text-muted"), disabled=True)])
        elif len(old) != len(lines) or [x.kind for x in old] != [x.kind for x in lines]:
            kept = self.highlighted
            self.set_options(Option(self._prompt(index)) for index in range(len(lines)))
            self.highlighted = min(kept, len(lines) - 1) if kept is not None else 0
        else:
            for index, (before, now) in enumerate(zip(old, lines, strict=True)):
                if before != now:
                    self._paint(index)
        self._hint = hint

    def show_note(self, note: str) -> None:
        """`12 min (plan 10)`."""
        if str(self.border_subtitle or "") != note:
            self.border_subtitle = plain(note)

    def go_to(self, key: str) -> None:
        """Put the cursor on a line."""
        found = next((i for i, x in enumerate(self._facts) if x.key == key), None)
        if found is not None:
            self.highlighted = found

    @property
    def chosen(self) -> Line | None:
        """The line at the cursor."""
        return self._facts[self.highlighted] if self.highlighted is not None and self.highlighted < len(self._facts) else None

    def on_key(self, event: events.Key) -> None:
        """The number of a motion opens it: `nej, det var Eva som yrkade` is to be quick."""
        motions = [x for x in self._facts if x.kind == "motion"]
        chosen = dict(zip("123456789", motions, strict=False)).get(event.character or "")
        if chosen is not None:
            event.stop()
            event.prevent_default()
            self.go_to(chosen.key)
            self.post_message(self.Chosen(chosen))

    def action_strike(self) -> None:
        """Ask for the line at the cursor to be struck."""
        if self.chosen is not None:
            self.post_message(self.Struck(self.chosen))

    def action_withdraw(self) -> None:
        """Ask for the motion at the cursor to be taken back."""
        if self.chosen is not None:
            self.post_message(self.Withdrawn(self.chosen))

    def action_about_motion(self, name: str) -> None:
        """Ask for what more is to be said of the motion at the cursor."""
        if self.chosen is not None:
            self.post_message(self.AboutMotion(self.chosen, name))

    def _prompt(self, index: int) -> Content:
        x = self._facts[index]
        first = index == 0 or self._facts[index - 1].label != x.label
        label = line(x.label if first else "").truncate(LABEL_WIDTH - 1, ellipsis=True, pad=True)
        text = line(x.text).truncate(max(self._width - LABEL_WIDTH, 10), ellipsis=True)
        if not (self.has_focus and index == self.highlighted):  # the row with the cursor has colours of its own
            label = label.stylize("$text-muted")
            text = text.stylize(_STYLES.get(x.kind, "") if x.entry else "")
        return Content.assemble(label, " ", text)

    def _paint(self, index: int | None) -> None:
        if index is not None and index < min(len(self._facts), self.option_count):
            self.change_rows({index: self._prompt(index)})

    def watch_highlighted(self, highlighted: int | None) -> None:
        """The row with the cursor is painted in its own colours."""
        super().watch_highlighted(highlighted)
        before, self._painted = self._painted, highlighted
        self._paint(before)
        self._paint(highlighted)

    def watch_has_focus(self, has_focus: bool) -> None:
        """So is it when the cursor comes here, or goes."""
        super().watch_has_focus(has_focus)
        self._paint(self.highlighted)

    def on_resize(self, event: events.Resize) -> None:
        """The lines are made for the width that there is."""
        self._fit()

    def watch_show_vertical_scrollbar(self) -> None:
        """The scrollbar takes a column, and no resize tells of it."""
        self._fit()

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        if width != self._width:
            self._width = width
            for index in range(len(self._facts)):
                self._paint(index)

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_index < len(self._facts):
            self.post_message(self.Chosen(self._facts[event.option_index]))

    @on(OptionList.OptionHighlighted)
    def _quiet(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
