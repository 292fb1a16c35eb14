"""Where the time went: planned against actual, § by § and speaker by speaker, as bars."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from exports.swedish import clock_time
from sessions.meeting import Meeting
from sessions.time_spent import Spent, time_spent
from tui.dialogs.message import MessageDialog
from tui.keys import binding
from tui.literal import line, plain
from tui.screens.chair import table_of
from tui.screens.keyed import KeyedScreen
from tui.texts.chair import TimeBars as Words
from tui.texts.program import Common
from tui.widgets.footer import KeyFooter

KEYS = table_of(Words.FOOTER, "bars")
_NAME = 26
_FIGURES = 8
_EIGHTHS = " ▏▎▍▌▋▊▉"


def bar(value: timedelta, longest: timedelta, width: int) -> str:
    """A bar of eighths of a character: `█████▍`. What is more than nothing is never invisible."""
    if longest <= timedelta() or value <= timedelta():
        return ""
    eighths = max(round(value / longest * width * 8), 1)
    return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")


class TimeBarsScreen(KeyedScreen[None]):
    """A picture of one moment; nothing moves."""

    CSS_PATH = "time_bars.tcss"
    AUTO_FOCUS = "#bars"
    BINDINGS: ClassVar[list[BindingType]] = [binding(c) for c in KEYS.commands]

    def __init__(self, meeting: Meeting, now: datetime) -> None:
        super().__init__()
        self._meeting = meeting
        self._now = now

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="bars", classes="panel"):
            yield Static("", id="bars-text", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """The title stands in the border."""
        self.query_one(KeyFooter).keys = KEYS
        self.query_one("#bars").border_title = plain(Words.TITLE)

    def on_resize(self) -> None:
        """The bars are made for the width that there is."""
        width = max(self.size.width - 6, 40)
        self.query_one("#bars-text", Static).update(bars(self._meeting, self._now, width))

    def action_help(self) -> None:
        """What the bars mean."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.HELP))

    def action_leave(self) -> None:
        """One step back."""
        self.dismiss(None)


def bars(meeting: Meeting, now: datetime, width: int) -> Content:
    """The whole picture as text."""
    spent = time_spent(meeting, now)
    if not spent.items:
        return plain(Words.NOTHING, "$text-muted")
    room = max(width - _NAME - _FIGURES - 2, 8)
    rows = [line(Words.sum(_minutes(spent.planned), _minutes(spent.actual), _minutes(spent.paused)), "bold"), line("")]
    for item in spent.items:
        rows += _rows(item, spent.longest, room)
    if spent.speakers:
        rows += [line(""), line(Words.SPEAKERS, "bold")]
        most = max(s.time for s in spent.speakers)
        for one in spent.speakers:
            label = f"{meeting.label(one.person)} ×{one.turns}"
            rows.append(_row(label, bar(one.time, most, room), clock_time(one.time), "$motion"))
    return Content("\n").join(rows)


def _rows(spent: Spent, longest: timedelta, room: int) -> list[Content]:
    """Plan above, what happened below."""
    item, row = spent.item, spent.time
    name = f"§ {item.paragraph} {item.item.short}" if item.paragraph is not None else item.item.short
    found = []
    if row.length is not None:
        found.append(_row(name, bar(row.length, longest, room), Words.minutes(_minutes(row.length)), "$text-muted"))
        name = f"  {Words.ACTUAL}"
    style = "$jav" if spent.over else "$decision"
    more = f"{Words.minutes(_minutes(row.elapsed))}{' +' if spent.over else ''}"
    return [*found, _row(name, bar(row.elapsed, longest, room), more, style)]


def _row(name: str, drawn: str, figures: str, style: str) -> Content:
    head = line(name).truncate(_NAME, ellipsis=True, pad=True)
    return Content.assemble(head, " ", line(drawn, style), " ", line(figures)).rstrip()


def _minutes(time: timedelta) -> int:
    return round(time / timedelta(minutes=1))
