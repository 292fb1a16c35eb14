"""Omedelbar justering of one or more §§ that have been decided already (R-1103)."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from sessions.events import Event, ImmediatelyApproved
from sessions.naming import named
from tui.dialogs.fields import Row
from tui.dialogs.people import PeoplePicker
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Immediate as Words
from tui.widgets.name_picker import Choice


class ImmediateDialog(RecordingDialog):
    """The number or the title of each §, Enter after each; Enter in the empty field records."""

    TITLE_TEXT = Words.TITLE
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#items PickerField"

    def body(self) -> Iterable[Widget]:
        """The §§ that can be approved, the last one decided first and picked beforehand when it is the one shown."""
        decided = [x for x in reversed(self.meeting.numbered) if x.decision and not x.immediately_approved]
        picked = [x.id for x in decided if x.id == self.item]
        yield Row(Words.ITEMS, PeoplePicker([Choice(x.id, named(x)) for x in decided], picked, id="items"))

    def build(self) -> tuple[Event, ...]:
        """One approval of all that were picked, in the order of their numbers."""
        picked = set(self.picked("items"))
        items = tuple(x.id for x in self.meeting.numbered if x.id in picked)
        if not items:
            raise Missing(Words.NONE, "#items")
        return (ImmediatelyApproved(at=self.session.clock(), items=items),)
