"""Ctrl+T: the meeting is adjourned, or goes on."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget
from textual.widgets import Static

from sessions.attendance import serving
from sessions.events import Event, MeetingAdjourned, MeetingResumed
from tui.dialogs.base import Answer
from tui.dialogs.fields import Row
from tui.dialogs.recording import Missing, RecordingDialog
from tui.dialogs.times import happened, shown_time
from tui.literal import plain
from tui.texts.dialogs import Adjournment as Words
from tui.texts.dialogs import Recording
from tui.widgets.line_box import LineBox


class AdjournmentDialog(RecordingDialog):
    """Ctrl+T, Enter. Which of the two it is follows from the meeting, or from the line that is corrected."""

    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#reason, #clock"

    @property
    def resumes(self) -> bool:
        """Whether the meeting goes on."""
        return isinstance(self.entry.event, MeetingResumed) if self.entry else self.meeting.phase == "ajournerat"

    def heading(self) -> str:
        """What is done."""
        return Words.RESUME if self.resumes else Words.ADJOURN

    def buttons(self) -> tuple[Answer, ...]:
        """The button says it too."""
        found = super().buttons()
        return found if self.entry else (*found[:-1], Answer("save", self.heading(), "ctrl+s"))

    def body(self) -> Iterable[Widget]:
        """When; why and until when, or since when."""
        event = self.entry.event if self.entry else None
        if self.resumes:
            pauses = self.meeting.adjournments
            if pauses:
                yield Static(plain(Words.since(shown_time(pauses[-1].start))), classes="said")
            yield Static(plain(Words.serving(len(serving(self.meeting)), self.meeting.seats)), classes="said")
        else:
            until = event.until if isinstance(event, MeetingAdjourned) and event.until else None
            reason = event.reason if isinstance(event, MeetingAdjourned) else ""
            yield Row(Words.REASON, LineBox(reason, id="reason"))
            yield Row(Words.UNTIL, LineBox(shown_time(until) if until else "", id="until", classes="clock"))
        yield Row(Recording.TIME, self.clock_field())

    def build(self) -> tuple[Event, ...]:
        """The gavel."""
        at, when = (self.entry.event.at if self.entry else self.session.clock()), self.when()
        if self.resumes:
            return (MeetingResumed(at=at, when=when),)
        typed = self.value("until")
        until = happened(typed, when or at) if typed else None
        if typed and until is None:
            raise Missing(Recording.BAD_TIME, "#until")
        return (MeetingAdjourned(at=at, when=when, reason=self.value("reason"), until=until),)
