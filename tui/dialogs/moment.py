"""What has only a time: the debate is closed (R-604), the doors are closed and opened (R-1202); and the time of a gavel put right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual.widget import Widget

from sessions.events import DebateClosed, DoorsClosed, DoorsOpened, Event
from sessions.openness import behind_closed_doors
from tui.dialogs.base import Answer
from tui.dialogs.fields import Row
from tui.dialogs.recording import RecordingDialog
from tui.texts.dialogs import Moment as Words
from tui.texts.dialogs import Recording
from tui.widgets.line_box import LineBox


class MomentDialog(RecordingDialog):
    """The time of something that was recorded, put right."""

    TITLE_TEXT = Words.TIME
    CHANGE_TEXT = Words.TIME
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#clock"

    def body(self) -> Iterable[Widget]:
        """When."""
        yield Row(Recording.TIME, self.clock_field())

    def build(self) -> tuple[Event, ...]:
        """The same at another time."""
        event: Any = self.entry.event if self.entry else self.begun()
        return (replace(event, when=self.when()),)

    def begun(self) -> Event:
        """The event without its time."""
        raise NotImplementedError


class DebateDialog(MomentDialog):
    """`Jag förklarar överläggningen avslutad`: motions are locked."""

    TITLE_TEXT = Words.DEBATE
    CHANGE_TEXT = Words.DEBATE
    HELP_TEXT = Words.DEBATE_HELP
    NAMES_ITEM = True

    def begun(self) -> Event:
        """The chair's word."""
        return DebateClosed(at=self.session.clock(), item=self.item)


class DoorsDialog(MomentDialog):
    """The doors are closed, or opened again: which of the two follows from the meeting, or from the line that is corrected."""

    HELP_TEXT = Words.DOORS_HELP
    AUTO_FOCUS = "#reason, #clock"

    @property
    def opens(self) -> bool:
        """Whether the public is let in again."""
        return isinstance(self.entry.event, DoorsOpened) if self.entry else behind_closed_doors(self.meeting)

    def heading(self) -> str:
        """What is done."""
        return Words.DOORS_OPEN if self.opens else Words.DOORS_CLOSE

    def buttons(self) -> tuple[Answer, ...]:
        """The button says it too."""
        found = super().buttons()
        return found if self.entry else (*found[:-1], replace(found[-1], label=self.heading()))

    def body(self) -> Iterable[Widget]:
        """Why, when they are closed; when."""
        if not self.opens:
            yield Row(Words.REASON, LineBox(getattr(self.entry.event, "reason", "") if self.entry else "", id="reason"))
        yield from super().body()

    def build(self) -> tuple[Event, ...]:
        """With the reason."""
        (event,) = super().build()
        return (event,) if self.opens else (replace(event, reason=self.value("reason")),)  # type: ignore[call-arg]

    def begun(self) -> Event:
        """The doors, one way or the other."""
        at = self.session.clock()
        return DoorsOpened(at=at, item=self.item) if self.opens else DoorsClosed(at=at, item=self.item)
