"""The program on the screen: which screen comes first, which meeting is recorded, and how it ends.

    KlubbanApp(clock=clock).run()                          # the start screen
    KlubbanApp(clock=clock, recording=recording).run()     # a meeting at once

Faults that a person can mend (a file in use, a full disk) are raised where the recording is made (`sessions/opening.py`):
before the app, so that the command line can tell them.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from textual import on

from sessions.opening import Recording, continue_recording, new_recording
from sessions.places import new_session_path
from sessions.session import Clock
from sessions.store import NotSaved, StoreFault
from tui.dialogs.message import MessageDialog
from tui.face import FaceApp
from tui.keys import KeyTable, load_keys
from tui.screens.meeting import MeetingScreen
from tui.screens.start import StartScreen
from tui.settings import Settings, load_abbreviations, load_settings
from tui.texts.meeting import MeetingView as Words

T = TypeVar("T")


class KlubbanApp(FaceApp[None]):
    """The app. It owns the recordings and closes them when it ends."""

    def __init__(
        self,
        *,
        clock: Clock,
        recording: Recording | None = None,
        settings: Settings | None = None,
        keys: KeyTable | None = None,
        abbreviations: Mapping[str, str] | None = None,
        folder: Path | None = None,
    ) -> None:
        """What is left out of `settings`, `keys` and `abbreviations` is read from the person's own files.

        `folder`: where the start screen looks for agenda files; here if left out.
        """
        super().__init__()
        self.clock: Clock = clock
        self._recording = recording
        self._recordings: list[tuple[Recording, MeetingScreen]] = []
        self._folder = folder
        self._faults: list[str] = []
        self.settings = settings or self._told(load_settings())
        self.abbreviations = abbreviations if abbreviations is not None else self._told(load_abbreviations())
        self.use_keys(keys or self._told(load_keys(self.settings.keys_path)))
        if self.settings.theme in self.available_themes:
            self.theme = self.settings.theme

    def _told(self, loaded: tuple[T, list[str]]) -> T:
        """What was read; what is wrong with it is said when there is a screen to say it on."""
        found, faults = loaded
        self._faults += faults
        return found

    def on_mount(self) -> None:
        """The first screen; and an end that saves, however it comes."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):  # Windows has none of it
                loop.add_signal_handler(getattr(signal, name), self.exit)
        self.push_screen(self.record(self._recording) if self._recording else StartScreen(self._folder or Path.cwd(), self.key_table))
        for fault in self._faults:
            self.notify(fault, severity="warning", timeout=10)

    # Meetings

    def record(self, recording: Recording) -> MeetingScreen:
        """The screen of a meeting that is ours to record."""
        session = recording.session(self.call_later)
        screen = MeetingScreen(session, drafts=recording.drafts, path=recording.path, abbreviations=self.abbreviations, keys=self.key_table)
        self._recordings.append((recording, screen))
        return screen

    @on(StartScreen.Continue)
    def _continue(self, event: StartScreen.Continue) -> None:
        screen = self._show_meeting(lambda: continue_recording(event.path, self.clock))
        if screen is not None and event.after:
            self.call_after_refresh(screen.action_after)

    @on(StartScreen.Begin)
    def _begin(self, event: StartScreen.Begin) -> None:
        from exports.style import anchored

        plan = event.agenda.meeting
        agenda = replace(event.agenda, meeting=replace(plan, style=anchored(plan.style, event.source.parent)))
        self._show_meeting(lambda: new_recording(new_session_path(agenda.meeting), agenda, self.clock))

    def _show_meeting(self, make: Callable[[], Recording]) -> MeetingScreen | None:
        """Open a session and show it, or say why not; what was not done stays on the screen."""
        try:
            recording = make()
        except (StoreFault, NotSaved) as fault:
            self.push_screen(MessageDialog(Words.NOT_OPENED_TITLE, str(fault)))
            return None
        screen = self.record(recording)
        self.push_screen(screen)
        return screen

    # The end

    def quit_question(self) -> tuple[str, str]:
        """A running meeting is not ended by leaving the program."""
        running = any(isinstance(s, MeetingScreen) and s.session.ahead.running for s in self.screen_stack)
        return (Words.QUIT_QUESTION, Words.QUIT_DETAIL) if running else super().quit_question()

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """Record what is typed, then end. Also what SIGTERM and a closed terminal do."""
        for screen in self.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen.leave()
        super().exit(*args, **kwargs)

    def on_unmount(self) -> None:
        """Leave each session as one plain file."""
        self.close_recordings()

    def close_recordings(self) -> bool:
        """Write what is left and close, and bring the readable copy up to it. Returns whether everything was saved. Twice does nothing."""
        closing, self._recordings = self._recordings, []
        saved = all([recording.close() for recording, _ in closing])
        for _, screen in closing:
            screen.finish_copy()
        return saved
