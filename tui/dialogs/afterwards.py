"""What is recorded when the meeting is over: a late text, the approval, the notice, a visible correction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from sessions.events import Approved, Event, LateTextReceived, NoticePosted, Recorded, Rectified
from sessions.naming import named
from sessions.session import Session
from tui.after_rows import approved_items
from tui.dialogs.approving import approved, posted, read_day, takedown
from tui.dialogs.dates import read_date
from tui.dialogs.fields import Option, Row, Stepper
from tui.dialogs.recording import Missing, RecordingDialog, Submit
from tui.texts.after import Approval, LateText, Posting, Rectification
from tui.widgets.line_box import LineBox


class AfterDialog(RecordingDialog):
    """What they share: days as people write them."""

    def day(self, id: str) -> date | None:
        """The day in a field, None when it is empty. Raises `Missing`."""
        return read_day(self.value(id), self.session.clock().date(), f"#{id}")


class LateTextDialog(AfterDialog):
    """The text of a reservation, a statement or a motion, as it was handed in (R-803)."""

    TITLE_TEXT = LateText.TITLE
    HELP_TEXT = LateText.HELP
    AUTO_FOCUS = "#text"

    def __init__(self, session: Session, item: str, submit: Submit, entry: Recorded[Any] | None = None, *, of: str = "") -> None:
        self.of = of
        super().__init__(session, item, submit, entry)

    def body(self) -> Iterable[Widget]:
        """The text."""
        yield Row(LateText.TEXT, self.text_box(self.entry.event.text if self.entry else "", id="text"))

    def build(self) -> tuple[Event, ...]:
        """The text that came."""
        text = self.text("text")
        if not text:
            raise Missing(LateText.NO_TEXT, "#text")
        if self.entry:
            return (replace(self.entry.event, text=text),)
        return (LateTextReceived(at=self.session.clock(), item=self.item, of=self.of, text=text),)


class ApprovalDialog(AfterDialog):
    """The day, and which §§ when it is not all of them (R-1101)."""

    TITLE_TEXT = Approval.TITLE
    HELP_TEXT = Approval.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#date"

    def __init__(self, session: Session, item: str, submit: Submit, entry: Recorded[Any] | None = None, *, some: bool = False) -> None:
        self.some = some
        super().__init__(session, item, submit, entry)

    def body(self) -> Iterable[Widget]:
        """Day, §§."""
        event: Approved | None = self.entry.event if self.entry else None
        day = event.date if event else self.session.clock().date()
        yield Row(Approval.DATE, LineBox(day.isoformat(), id="date", classes="short"))
        numbers = [x.paragraph for x in self.meeting.numbered if event and x.id in event.items]
        yield Row(Approval.ITEMS, LineBox(", ".join(map(str, numbers)), placeholder=Approval.ITEMS_HINT, id="items"))

    def on_mount(self) -> None:
        """For some §§ it is the numbers that one comes to write."""
        if self.some:
            self.query_one("#items", LineBox).focus()

    def build(self) -> tuple[Event, ...]:
        """The approval."""
        now = self.session.clock()
        event = self.entry.event if self.entry else Approved(at=now, date=now.date())
        return (approved(self.meeting, event, self.day("date"), self.value("items"), some=self.some),)


class NoticeDialog(AfterDialog):
    """When the notice goes up and when it comes down: the second day follows from the first until somebody changes it (R-1110)."""

    TITLE_TEXT = Posting.TITLE
    CHANGE_TEXT = Posting.CHANGE
    HELP_TEXT = Posting.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#date"

    _proposed = ""

    def body(self) -> Iterable[Widget]:
        """Up, down, where."""
        event: NoticePosted | None = self.entry.event if self.entry else None
        day = event.date if event else self.session.clock().date()
        until = event.until.isoformat() if event and event.until else ""
        self._proposed = "" if until else self._takedown(day)
        yield Row(Posting.DATE, LineBox(day.isoformat() if day else "", id="date", classes="short"))
        yield Row(Posting.UNTIL, LineBox(until or self._proposed, id="until", classes="short"))
        yield Row(Posting.WHERE, LineBox(event.where if event else "", placeholder=Posting.WHERE_HINT, id="where"))

    def _takedown(self, day: date | None) -> str:
        down = takedown(self.meeting, day)
        return down.isoformat() if down else ""

    @on(Input.Changed, "#date")
    def _follow(self) -> None:
        """The day of taking down follows, unless it was written by hand."""
        until = self.query_one("#until", LineBox)
        day = read_date(self.value("date"), self.session.clock().date())
        if day and until.value in ("", self._proposed):
            self._proposed = self._takedown(day)
            until.value = self._proposed

    @property
    def typed(self) -> bool:
        """A day that was proposed is no loss."""
        return bool(self.value("where")) and super().typed

    def build(self) -> tuple[Event, ...]:
        """The notice."""
        event = self.entry.event if self.entry else NoticePosted(at=self.session.clock())
        return (posted(event, self.day("date"), self.day("until"), self.value("where")),)


class RectificationDialog(AfterDialog):
    """What was wrong in an approved § and how it should read; the text itself is not touched (R-1105)."""

    TITLE_TEXT = Rectification.TITLE
    CHANGE_TEXT = Rectification.CHANGE
    HELP_TEXT = Rectification.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#text"

    def body(self) -> Iterable[Widget]:
        """Which §, what, by whom."""
        event: Rectified | None = self.entry.event if self.entry else None
        items = [Option(x.id, named(x), str(x.paragraph or "")) for x in approved_items(self.meeting)]
        yield Row(Rectification.ITEM, Stepper(items, event.item if event else self.item, id="of"))
        yield Row(Rectification.TEXT, self.text_box(event.text if event else "", id="text"))
        yield Row(Rectification.BY, LineBox(event.by if event else "", id="by"))

    def build(self) -> tuple[Event, ...]:
        """The correction."""
        text = self.text("text")
        if not text:
            raise Missing(Rectification.NO_TEXT, "#text")
        event = self.entry.event if self.entry else Rectified(at=self.session.clock(), text=text)
        return (replace(event, item=self.choice("of"), text=text, by=self.value("by")),)
