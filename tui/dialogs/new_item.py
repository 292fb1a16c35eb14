"""Ctrl+N: an item that was not on the agenda."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, get_args

from textual.widget import Widget

from agendas.model import ItemKind
from sessions.events import Event, ItemAdded
from sessions.naming import named
from tui.dialogs.fields import Option, Row, Stepper
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import NewItem as Words
from tui.widgets.line_box import LineBox

KINDS: tuple[ItemKind, ...] = tuple(k for k in get_args(ItemKind) if k not in {"formalia", "paus"})
LAST = ""


class NewItemDialog(RecordingDialog):
    """The title is enough. It comes after the item that is open, if nothing else is said."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#title"

    def body(self) -> Iterable[Widget]:
        """Title, kind, Dnr, proposal, who raised it, its place."""
        event: ItemAdded | None = self.entry.event if self.entry else None
        places = [Option(i, named(self.meeting.items[i]), str(self.meeting.items[i].paragraph or "")) for i in self.meeting.order]
        places = [Option(LAST, Words.LAST), *(p for p in places if event is None or p.value != event.item)]
        yield Row(Words.HEADING, LineBox(event.title if event else "", id="title"))
        yield Row(Words.KIND, Stepper([Option(k, k) for k in KINDS], event.kind if event else "beslut", id="kind"))
        yield Row(Words.REFERENCE, LineBox(event.reference if event else "", id="reference", classes="short"))
        yield Row(Words.PROPOSAL, self.text_box(event.proposal if event else "", id="proposal"))
        yield Row(Words.BY, PeoplePicker(people_choices(self.meeting), event.by if event else (), id="by"))
        yield Row(Words.AFTER, Stepper(places, event.after if event else LAST, id="after"))

    def build(self) -> tuple[Event, ...]:
        """The item."""
        title = self.value("title")
        if not title:
            raise Missing(Words.NO_TITLE, "#title")
        kind: Any = self.choice("kind")
        event = self.entry.event if self.entry else ItemAdded(at=self.session.clock(), title=title)
        return (
            replace(
                event,
                title=title,
                kind=kind,
                reference=self.value("reference"),
                proposal=self.text("proposal"),
                by=self.picked("by"),
                after=self.choice("after"),
            ),
        )
