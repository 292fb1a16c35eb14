"""Bilaga: a paper is added to the protocol."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from sessions.events import AppendixAdded, Event
from tui.dialogs.fields import Row
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Appendix as Words
from tui.widgets.line_box import LineBox


class AppendixDialog(RecordingDialog):
    """The title is enough; the label is the next free letter."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#title"

    def body(self) -> Iterable[Widget]:
        """What it is called, its label, from whom."""
        event: AppendixAdded | None = self.entry.event if self.entry else None
        yield Row(Words.HEADING, LineBox(event.title if event else "", id="title"))
        yield Row(Words.LABEL, LineBox(event.label if event else "", placeholder=Words.NEXT_LETTER, id="label", classes="short"))
        yield Row(Words.BY, PeoplePicker(people_choices(self.meeting, self.state), event.by if event else (), id="by"))

    def build(self) -> tuple[Event, ...]:
        """The paper."""
        title = self.value("title")
        if not title:
            raise Missing(Words.NO_TITLE, "#title")
        event: AppendixAdded | None = self.entry.event if self.entry else None
        items = event.items if event else (self.item,)
        label = self.value("label") or (event.label if event else "")
        return (AppendixAdded(at=event.at if event else self.session.clock(), items=items, title=title, label=label, by=self.picked("by")),)
