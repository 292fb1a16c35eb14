"""What is reported in a §: an interpellation or a question is answered (R-908, R-1004), an urgent decision is told of (R-904)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget

from sessions.events import AnswerGiven, Event, UrgentDecisionReported
from tui.dialogs.answering import askers
from tui.dialogs.dates import read_date
from tui.dialogs.fields import Row, Toggle
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Recording
from tui.texts.dialogs import Reporting as Words
from tui.widgets.line_box import LineBox


class AnswerDialog(RecordingDialog):
    """Who asked, who answers; nobody answers: it comes at a later meeting."""

    TITLE_TEXT = Words.ANSWER
    CHANGE_TEXT = Words.ANSWER
    HELP_TEXT = Words.ANSWER_HELP
    AUTO_FOCUS = "#asker PickerField"

    def body(self) -> Iterable[Widget]:
        """Asker, answerer, others by name, in writing."""
        event: AnswerGiven | None = self.entry.event if self.entry else None
        people = self.meeting.people
        answered = event.answered_by if event else ()
        choices = people_choices(self.meeting, self.state)
        yield Row(Words.ASKED_BY, PeoplePicker(choices, event.asked_by if event else askers(self.meeting, self.state), id="asker"))
        yield Row(Words.ANSWERED_BY, PeoplePicker(choices, [p for p in answered if p in people], id="answerer"))
        others = "; ".join(p for p in answered if p not in people)
        yield Row(Words.OTHERS, LineBox(others, placeholder=Words.OTHERS_HINT, id="others"))
        yield Row("", Toggle(Words.WRITTEN, bool(event and event.written), id="written"))

    def build(self) -> tuple[Event, ...]:
        """The answer, or that it comes later."""
        asked = self.picked("asker")
        if not asked:
            raise Missing(Words.NO_ASKER, "#asker PickerField")
        others = tuple(name.strip() for name in self.value("others").split(";") if name.strip())
        event: AnswerGiven | None = self.entry.event if self.entry else None
        new = event or AnswerGiven(at=self.session.clock(), item=self.item, asked_by=asked)
        return (replace(new, asked_by=asked, answered_by=(*self.picked("answerer"), *others), written=self.turned("written")),)


class UrgentDialog(RecordingDialog):
    """The day of the decision, its reference, who reports it."""

    TITLE_TEXT = Words.URGENT
    CHANGE_TEXT = Words.URGENT
    HELP_TEXT = Words.URGENT_HELP
    AUTO_FOCUS = "#date"

    def body(self) -> Iterable[Widget]:
        """When, which, by whom."""
        event: UrgentDecisionReported | None = self.entry.event if self.entry else None
        yield Row(Words.DECIDED, LineBox(event.decided.isoformat() if event else "", id="date", classes="short"))
        yield Row(Words.REFERENCE, LineBox(event.reference if event else "", id="reference", classes="short"))
        people = people_choices(self.meeting, self.state)
        yield Row(Words.BY, PeoplePicker(people, event.by if event else (), id="by"))

    def build(self) -> tuple[Event, ...]:
        """The report."""
        day = read_date(self.value("date"), self.meeting.plan.date)
        if day is None:
            raise Missing(Recording.BAD_DATE, "#date")
        event: UrgentDecisionReported | None = self.entry.event if self.entry else None
        new = event or UrgentDecisionReported(at=self.session.clock(), item=self.item, decided=day)
        return (replace(new, decided=day, reference=self.value("reference"), by=self.picked("by")),)
