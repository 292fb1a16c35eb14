"""What is said of a motion that stands already: who joins it (R-603), or that the chair of fullmäktige refuses to put it (R-607)."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from sessions.events import Event, MotionRefused, MotionSupported
from tui.dialogs.fields import Row, Toggle
from tui.dialogs.people import PeoplePicker, people_choices
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import OnMotion as Words
from tui.widgets.line_box import LineBox


class SupportDialog(RecordingDialog):
    """Letters of a name, Enter, and Enter again."""

    TITLE_TEXT = Words.SUPPORT
    HELP_TEXT = Words.SUPPORT_HELP
    AUTO_FOCUS = "#who PickerField"

    def body(self) -> Iterable[Widget]:
        """Who joins."""
        yield Row(Words.WHO, PeoplePicker(people_choices(self.meeting, self.state), id="who"))

    def build(self) -> tuple[Event, ...]:
        """They join the motion."""
        persons = self.picked("who")
        if not persons:
            raise Missing(Words.NO_PERSON, "#who PickerField")
        return (MotionSupported(at=self.session.clock(), item=self.item, motion=self.about, persons=persons),)


class RefusalDialog(RecordingDialog):
    """The reason as it was said; or that fullmäktige overruled the chair."""

    TITLE_TEXT = Words.REFUSAL
    HELP_TEXT = Words.REFUSAL_HELP
    AUTO_FOCUS = "#reason"

    def body(self) -> Iterable[Widget]:
        """Why, and whether it was overruled."""
        motion = self.state.motion(self.about) if self.state else None
        yield Row(Words.REASON, LineBox("", placeholder=Words.REASON_HINT, id="reason"), id="row-reason")
        yield Row("", Toggle(Words.OVERRULED, bool(motion and motion.off_the_table), id="overruled"), id="row-overruled")

    def build(self) -> tuple[Event, ...]:
        """The refusal, or its end."""
        overruled = self.turned("overruled")
        reason = "" if overruled else self.value("reason")
        return (MotionRefused(at=self.session.clock(), item=self.item, motion=self.about, reason=reason, overruled=overruled),)
