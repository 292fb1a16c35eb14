"""Justerare: who approves the protocol, when and where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.widget import Widget

from sessions.events import ApproversChosen, Event
from sessions.standing import proposed_approvers
from tui.dialogs.dates import read_date
from tui.dialogs.fields import Row, Toggle
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.dialogs.times import read_time, shown_time
from tui.texts.dialogs import Approvers as Words
from tui.texts.dialogs import Recording
from tui.widgets.line_box import LineBox


class ApproversDialog(RecordingDialog):
    """Those whom the agenda proposes are there from the start: Enter takes them."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#who PickerField"

    def body(self) -> Iterable[Widget]:
        """Who, when, where; for the whole protocol or this § only (R-414)."""
        event: ApproversChosen | None = self.entry.event if self.entry else None
        yield Row(
            Words.WHO, PeoplePicker(people_choices(self.meeting), event.persons if event else proposed_approvers(self.meeting), id="who")
        )
        yield Row(Words.DATE, LineBox(event.date.isoformat() if event and event.date else "", id="date", classes="short"))
        yield Row(Recording.TIME, LineBox(shown_time(event.time) if event and event.time else "", id="time", classes="clock"))
        yield Row(Words.PLACE, LineBox(event.place if event else "", id="place"))
        if self.state and self.state.paragraph is not None:
            yield Row("", Toggle(Words.ONLY_THIS, bool(event and event.items), id="only"))

    def build(self) -> tuple[Event, ...]:
        """The choice."""
        persons = self.picked("who")
        if not persons:
            raise Missing(Words.NO_PERSON, "#who")
        day, time = self.value("date"), self.value("time")
        date = read_date(day, self.meeting.plan.date)
        if day and date is None:
            raise Missing(Recording.BAD_DATE, "#date")
        if time and read_time(time) is None:
            raise Missing(Recording.BAD_TIME, "#time")
        only = next(iter(self.query("#only").results(Toggle)), None)
        event: ApproversChosen | None = self.entry.event if self.entry else None
        items = ((event.items if event and event.items else (self.item,)) if only.value else ()) if only else event.items if event else ()
        return (
            replace(
                event or ApproversChosen(at=self.session.clock(), persons=persons),
                persons=persons,
                date=date,
                time=read_time(time),
                place=self.value("place"),
                items=items,
            ),
        )
