"""The agenda at the left: what is done, what goes on, what comes and when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from agendas.value import Value
from sessions.meeting import ItemState, Meeting, next_paragraphs, takes_paragraph
from sessions.order import upcoming
from sessions.timing import Forecast
from tui.literal import line, plain
from tui.texts.meeting import MeetingView as Words
from tui.widgets.row_list import RowList

SIGNS = {"planerat": " ", "öppet": "▶", "beslutat": "✓", "lämnat": "◦", "utgått": "–"}
"""What has become of an item, as a sign: colour only repeats it."""
COMING = 3
"""Rows below the current one that are always seen, where there are so many."""
BEHIND = 2
"""Rows above it that are seen when the list has moved on."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Row(Value):
    """One item as it stands in the list."""

    item: str
    sign: str
    number: str
    title: str
    note: str = ""
    """At the right: when it will come, or how late it is."""
    style: str = ""


def agenda_rows(meeting: Meeting, forecast: Forecast, viewed: str = "") -> tuple[Row, ...]:
    """The list as it stands. `viewed`: an item other than the current one that is being written in."""
    left = tuple(x.id for x in upcoming(meeting))
    numbered = [i for i in left if takes_paragraph(meeting.items[i].item, meeting.rules)]
    coming = dict(zip(numbered, next_paragraphs(meeting, left), strict=False))
    return tuple(_row(meeting, meeting.items[i], coming.get(i), forecast, viewed) for i in meeting.order)


def _row(meeting: Meeting, item: ItemState, coming: int | None, forecast: Forecast, viewed: str) -> Row:
    number = f"§ {item.paragraph}" if item.paragraph is not None else str(coming) if coming is not None else ""
    note, style = "", ""
    if item.phase == "öppet":
        note, style = (f"+{forecast.late}" if forecast.late > 0 else ""), "bold"
    elif item.phase == "planerat":
        starts = forecast.starts.get(item.id)
        note = f"{starts:%H.%M}" if starts else ""
    elif item.phase == "utgått":
        style = "strike"  # no colour: at the cursor it would stand on the cursor's own
    return Row(item.id, "✎" if item.id == viewed else SIGNS[item.phase], number, item.item.short, note, style)


class AgendaList(RowList):
    """The items in order; Enter or a click on one is told as `Chosen`. Only rows that say something else are painted."""

    HELP = Words.AGENDA_HELP
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "first", "Först", show=False),
        Binding("end", "last", "Sist", show=False),
        Binding("delete", "withdraw", "Utgår", show=False),
        Binding("shift+up", "move(-1)", "Flytta upp", show=False),
        Binding("shift+down", "move(1)", "Flytta ned", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """An item was chosen, to be opened or written in."""

        item: str

    @dataclass
    class Withdrawn(Message):
        """An item is to be taken off the agenda."""

        item: str

    @dataclass
    class Moved(Message):
        """An item is to stand before another one; last when that is empty."""

        item: str
        before: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(markup=False, id=id, classes="panel")
        self.border_title = plain(Words.AGENDA)
        self._rows: tuple[Row, ...] = ()
        self._width = 0

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[Row], current: str = "") -> None:
        """Show these rows; the cursor follows `current` when that is another item than before."""
        old, self._rows = self._rows, tuple(rows)
        if [r.item for r in old] != [r.item for r in rows] or self.option_count != len(rows):
            kept = self.highlighted
            self.set_options(Option(self._prompt(row), id=row.item) for row in rows)
            self.highlighted = min(kept, len(rows) - 1) if kept is not None and rows else None
        else:
            self.change_rows({n: self._prompt(row) for n, (before, row) in enumerate(zip(old, rows, strict=True)) if before != row})
        now = next((i for i, r in enumerate(rows) if r.item == current), None)
        if now is not None and not self.has_focus and now != self.highlighted:
            self._make_room_for(now)
            self.highlighted = now

    def _make_room_for(self, row: int) -> None:
        """What comes next is seen too. The list moves a page at a time: from one § to the next it stands still."""
        top, height = round(self.scroll_y), self.scrollable_content_region.height
        if height and not top <= row < top + height - COMING:
            self.scroll_to(y=row - BEHIND, animate=False, immediate=True)

    def show_end(self, planned: datetime | None, forecast: datetime | None) -> None:
        """`Slut 15.20 → 15.27`, at the bottom."""
        text = Words.end(f"{planned:%H.%M}" if planned else "", f"{forecast:%H.%M}" if forecast else "")
        if str(self.border_subtitle or "") != text:
            self.border_subtitle = plain(text)

    def _prompt(self, row: Row) -> Content:
        width = max(self._width, 12)
        number = f"{row.number} " if row.number else ""
        head = f"{row.sign} {number}"
        room = width - len(head) - (len(row.note) + 1 if row.note else 0)
        title = line(row.title).truncate(max(room, 4), ellipsis=True, pad=bool(row.note))
        return Content.assemble(head, title, f" {row.note}" if row.note else "").stylize(row.style)

    def on_resize(self, event: events.Resize) -> None:
        """The rows are made for the width that there is."""
        self._fit()
        if self.highlighted is not None and not self.has_focus:
            self._make_room_for(self.highlighted)

    def watch_show_vertical_scrollbar(self) -> None:
        """The scrollbar takes a column, and no resize tells of it."""
        self._fit()

    def _fit(self) -> None:
        width = self.scrollable_content_region.width
        if width != self._width:
            self._width = width
            self.change_rows({index: self._prompt(row) for index, row in enumerate(self._rows)})

    @property
    def chosen(self) -> str:
        """The item at the cursor."""
        return self._rows[self.highlighted].item if self.highlighted is not None and self.highlighted < len(self._rows) else ""

    def action_withdraw(self) -> None:
        """Ask for the item at the cursor to be taken off."""
        if self.chosen:
            self.post_message(self.Withdrawn(self.chosen))

    def action_move(self, by: int) -> None:
        """Move the item at the cursor one place."""
        at = self.highlighted
        if at is None or not 0 <= at + by < len(self._rows):
            return
        after = at + 2 if by > 0 else at - 1
        self.post_message(self.Moved(self.chosen, self._rows[after].item if after < len(self._rows) else ""))
        self.highlighted = at + by

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            self.post_message(self.Chosen(event.option_id))

    @on(OptionList.OptionHighlighted)
    def _quiet(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()

    def titles(self) -> Iterable[str]:
        """What stands in the list, for tests."""
        return (str(self.get_option_at_index(i).prompt) for i in range(self.option_count))
