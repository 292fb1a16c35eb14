"""What the agenda says of an item, put right: one `ItemAmended` for each field that was changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from textual.widget import Widget

from agendas.model import Item, joined_points
from agendas.value import Value
from sessions.events import Event, ItemAmended
from tui.dialogs.fields import Row, Toggle
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import ItemFields as Words
from tui.texts.dialogs import Recording
from tui.widgets.line_box import LineBox


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ItemField(Value):
    """A field of one line. `many`: a list, written with the sign between its parts."""

    name: str
    label: str
    hint: str = ""
    many: str = ""


FIELDS = (
    ItemField("title", Words.HEADING),
    ItemField("short_title", Words.SHORT),
    ItemField("reference", Words.REFERENCE),
    ItemField("decided_by", Words.DECIDED_BY, Words.DECIDED_BY_HINT, ">"),
    ItemField("proposed_by", Words.PROPOSED_BY),
    ItemField("secrecy", Words.SECRECY, Words.SECRECY_HINT),
    ItemField("presenters", Words.PRESENTERS, Words.LIST_HINT, ";"),
    ItemField("recipients", Words.RECIPIENTS, Words.LIST_HINT, ";"),
)


class ItemFieldsDialog(RecordingDialog):
    """Every field as it stands; saving records only what became another."""

    TITLE_TEXT = Words.TITLE
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#title"

    def body(self) -> Iterable[Widget]:
        """The fields of one line, the proposal, the exercise of authority."""
        item = self._item
        for field in FIELDS:
            yield Row(field.label, LineBox(_shown(item, field), placeholder=field.hint, id=field.name))
        yield Row(Words.PROPOSAL, self.text_box(_proposal(item), id="proposal"))
        yield Row("", Toggle(Words.EXERCISE, item.exercise_of_authority, id="exercise_of_authority"))

    @property
    def _item(self) -> Item:
        return self.meeting.items[self.item].item

    def build(self) -> tuple[Event, ...]:
        """One event for each change."""
        item, at = self._item, self.session.clock()
        if not self.value("title"):
            raise Missing(Words.NO_TITLE, "#title")
        changed: dict[str, Any] = {}
        for field in FIELDS:
            typed = self.value(field.name)
            if typed != _shown(item, field):
                changed[field.name] = tuple(x.strip() for x in typed.split(field.many) if x.strip()) if field.many else typed
        if (proposal := self.text("proposal")) != _proposal(item):
            changed["proposal"] = proposal
        if (exercise := self.turned("exercise_of_authority")) != item.exercise_of_authority:
            changed["exercise_of_authority"] = exercise
        if not changed:
            raise Missing(Recording.NOTHING_TO_SAVE)
        return tuple(ItemAmended(at=at, item=self.item, field=name, value=value) for name, value in changed.items())


def _shown(item: Item, field: ItemField) -> str:
    value = item.chain if field.name == "decided_by" else getattr(item, field.name)
    between = " > " if field.many == ">" else f"{field.many} "
    return between.join(value) if field.many else str(value)


def _proposal(item: Item) -> str:
    return item.proposal.strip() if isinstance(item.proposal, str) else joined_points(item.points)
