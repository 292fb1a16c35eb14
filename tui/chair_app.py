"""`klubban ordförande`: the chair's view, or the projector's, as a program of its own that only reads.

A thread polls the session file and hands what is new to the screen. It never writes, and holds no lock that a
recorder could meet.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from exports.style_model import Style
from sessions.chair_note import read_note
from sessions.following import Following
from sessions.meeting import Meeting
from sessions.session import Clock
from tui.face import FaceApp
from tui.screens.chair import ChairScreen
from tui.screens.projector import ProjectorScreen
from tui.settings import load_settings

EVERY = 0.12
"""Seconds between two looks: half of it is the usual delay."""


class Feed(threading.Thread):
    """Follows one session and its note. `tell` is called in this thread with what is new."""

    def __init__(self, path: Path, tell: Callable[[Meeting | None, str, str], object]) -> None:
        super().__init__(name="följer sammanträdet", daemon=True)
        self._path = path
        self._tell = tell
        self._ended = threading.Event()

    def run(self) -> None:
        """Look until told to end. A file that cannot be read is tried again."""
        following, told = self._opened(), ("", "")
        while not self._ended.is_set():
            meeting = following.poll() if following else None
            fault = following.fault if following else "?"
            note = read_note(self._path)
            if meeting is not None or (note, fault) != told:
                told = (note, fault)
                self._tell(meeting, note, fault)
            self._ended.wait(EVERY)
            following = following or self._opened()
        if following:
            following.close()

    def _opened(self) -> Following | None:
        from sessions.store import StoreFault

        try:
            following = Following(self._path)
        except (StoreFault, OSError):
            return None
        self._tell(following.meeting, "", "")
        return following

    def end(self) -> None:
        """Stop looking; wait a moment for it."""
        self._ended.set()
        self.join(1.0)


class ChairApp(FaceApp[None]):
    """One screen, and the feed that it is told by. `public`: the projector's view."""

    def __init__(self, path: Path, meeting: Meeting, style: Style, clock: Clock, *, public: bool = False) -> None:
        super().__init__()
        self._made: ChairScreen | ProjectorScreen = ProjectorScreen(meeting, style) if public else ChairScreen(meeting, style, clock)
        self._feed = Feed(path, lambda *news: self.call_later(self._told, *news))
        settings, _ = load_settings()
        if settings.theme in self.available_themes:
            self.theme = settings.theme

    def on_mount(self) -> None:
        """Show it, and begin to follow."""
        self.push_screen(self._made)
        self._feed.start()

    def _told(self, meeting: Meeting | None, note: str, fault: str) -> None:
        if meeting is not None:
            self._made.follow(meeting)
        self._made.tell(note)
        self._made.fault(fault)

    async def action_quit(self) -> None:
        """It only reads: nothing to ask."""
        self.exit()

    def on_unmount(self) -> None:
        """Stop following."""
        self._feed.end()
