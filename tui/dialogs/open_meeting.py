"""The gavel that opens: at what time?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from textual import on
from textual.widget import Widget
from textual.widgets import Input, Static

from agendas.value import Value
from sessions.session import Clock
from tui.dialogs.base import Answer, Dialog
from tui.dialogs.times import read_time, shown_time, when_of
from tui.literal import plain
from tui.texts.meeting import RollCall as Words
from tui.widgets.line_box import LineBox


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Opening(Value):
    """The meeting is opened; `when` if it was at another time than now."""

    when: datetime | None


class OpenMeetingDialog(Dialog[Opening]):
    """`Sammanträdet öppnas kl. 13.02`: the time can be changed; Enter opens. `notes` are what is worth knowing before."""

    AUTO_FOCUS = "#opens-at"
    NARROW = True

    def __init__(self, clock: Clock, notes: Sequence[str] = (), *, doubtful: bool = False) -> None:
        """`doubtful`: the body is too small to decide, so that an Enter of habit opens nothing."""
        super().__init__(Words.OPEN_TITLE, (Answer("open", Words.OPEN), Answer("close", Words.OPEN_LATER)))
        self._clock = clock
        self._notes = notes
        self._doubtful = doubtful

    def body(self) -> Iterable[Widget]:
        """What is worth knowing, and the time."""
        for note in self._notes:
            yield Static(plain(note), classes="dialog-text")
        box = LineBox(shown_time(self._clock()), id="opens-at")
        box.border_title = plain(Words.TIME_LABEL)
        yield box

    def on_mount(self) -> None:
        """What is typed first takes the place of the time that stands there."""
        self.call_after_refresh(self.query_one("#opens-at", LineBox).action_select_all)
        if self._doubtful:
            self.call_after_refresh(self.query_one("#answer-close").focus)

    @property
    def typed(self) -> bool:
        """A time is typed again in a second: nothing to ask about."""
        return False

    @on(Input.Changed)
    def _mended(self) -> None:
        self.show_error("")

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.answer("open")

    def answer(self, id: str) -> None:
        """Open at the time that stands there, or not yet."""
        if id == "close":
            self.dismiss(None)
            return
        box = self.query_one("#opens-at", LineBox)
        if read_time(box.value) is None:
            self.show_error(Words.BAD_TIME)
            box.focus()  # on a button the digits would go nowhere
            box.action_select_all()
        else:
            self.dismiss(Opening(when_of(box.value, self._clock())))
