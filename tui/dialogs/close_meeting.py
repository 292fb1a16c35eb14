"""The last gavel: what is still open is listed, and the time can be put right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget
from textual.widgets import Static

from sessions.events import Event, MeetingClosed
from sessions.meeting import ItemState
from sessions.naming import named
from sessions.order import not_taken_up, undecided
from tui.dialogs.fields import Row
from tui.dialogs.recording import RecordingDialog
from tui.literal import line, plain
from tui.texts.dialogs import CloseMeeting as Words
from tui.texts.dialogs import Recording

LISTED = 4


class CloseMeetingDialog(RecordingDialog):
    """`Avsluta sammanträdet kl. 15.27`: Enter closes."""

    TITLE_TEXT = Words.TITLE
    SAVE_TEXT = Words.CLOSE
    HELP_TEXT = Words.HELP
    NAMES_ITEM = False
    AUTO_FOCUS = "#clock"

    def body(self) -> Iterable[Widget]:
        """What is open, what was never taken up, the chair's last question, the time."""
        opened, waiting = undecided(self.meeting), not_taken_up(self.meeting)
        for title, items in ((Words.OPEN, opened), (Words.NOT_TAKEN_UP, waiting)):
            if items:
                yield from self._list(title, items)
        if not opened and not waiting:
            yield Static(plain(Words.ALL_HANDLED), classes="said")
        yield Static(plain(Words.ASK_RESERVATIONS), classes="said")
        yield Row(Recording.TIME, self.clock_field())

    @staticmethod
    def _list(title: str, items: Sequence[ItemState]) -> Iterable[Widget]:
        yield Static(plain(title), classes="said")
        for item in items[:LISTED]:
            yield Static(line(f"• {named(item)}"), classes="said one-line")
        if len(items) > LISTED:
            yield Static(plain(Words.more(len(items) - LISTED)), classes="said")

    def build(self) -> tuple[Event, ...]:
        """The gavel."""
        return (MeetingClosed(at=self.entry.event.at if self.entry else self.session.clock(), when=self.when()),)
