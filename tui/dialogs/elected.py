"""Val: to which office, and who."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.widget import Widget

from sessions.events import Elected, Event
from tui.dialogs.fields import Choices, Option, Row
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Election as Words
from tui.widgets.text_box import LineBox


class ElectedDialog(RecordingDialog):
    """Persons of the list, or names as they are written; nobody means that the election is put off."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#office"

    def body(self) -> Iterable[Widget]:
        """Office, persons, others, how."""
        event: Elected | None = self.entry.event if self.entry else None
        persons = event.persons if event else ()
        known = tuple(p for p in persons if p in self.meeting.people)
        others = "; ".join(p for p in persons if p not in self.meeting.people)
        yield Row(Words.OFFICE, LineBox(event.office if event else "", placeholder=Words.OFFICE_HINT, id="office"))
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting, self.state), known, id="who"))
        yield Row(Words.OTHERS, LineBox(others, placeholder=Words.OTHERS_HINT, id="others"))
        yield Row(Words.BY, Choices([Option(*by) for by in Words.BYS], event.by if event else "", id="by"))

    def build(self) -> tuple[Event, ...]:
        """The election."""
        office = self.value("office")
        if not office:
            raise Missing(Words.NO_OFFICE, "#office")
        others = tuple(name.strip() for name in self.value("others").split(";") if name.strip())
        by: Any = self.choice("by")
        persons = (*self.picked("who"), *others)
        event: Elected | None = self.entry.event if self.entry else None
        if event is None:
            return (Elected(at=self.session.clock(), item=self.item, office=office, persons=persons, by=by),)
        votes = event.votes if persons == event.persons else ()  # the numbers were those of these persons in this order
        return (replace(event, office=office, persons=persons, by=by, votes=votes),)
