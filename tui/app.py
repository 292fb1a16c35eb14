"""The program on the screen: which screen comes first, which meeting is recorded, and how it ends.

    KlubbanApp(clock=clock).run()                          # the start screen
    KlubbanApp(clock=clock, recording=recording).run()     # a meeting at once

Faults that a person can mend (a file in use, a full disk) are raised where the recording is made (`sessions/opening.py`):
before the app, so that the command line can tell them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from textual import work
from textual.screen import Screen

from tui.collector import held_back
from tui.guided import GuidedApp
from tui.keys import KeyTable, load_keys
from tui.palette import PaletteCommand
from tui.settings import Settings, load_abbreviations, load_settings
from tui.texts.meeting import Emergency
from tui.texts.meeting import MeetingView as Words
from tui.texts.program import Common, Help

# A meeting, with its events, its store and its screen, is loaded when one is opened: it would double the way to the
# first paint of the start screen (bench/RESULTS.md). The start screen is loaded when it is shown: its messages are
# handled by name.
if TYPE_CHECKING:
    from sessions.opening import Recording
    from sessions.session import Clock
    from sessions.store import InUse
    from tui.screens.meeting import MeetingScreen
    from tui.screens.start import StartScreen

T = TypeVar("T")


class KlubbanApp(GuidedApp[None]):
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
        try_keys: bool = False,
    ) -> None:
        """What is left out of `settings`, `keys` and `abbreviations` is read from the person's own files.

        `folder`: where the start screen looks for agenda files; here if left out. `try_keys`: it offers to try the keys,
        if it has not been done on this computer.
        """
        super().__init__()
        self._try_keys = try_keys
        self.clock: Clock = clock
        self._recording = recording
        self._recordings: list[tuple[Recording, MeetingScreen]] = []
        self._folder = folder
        self._faults: list[str] = []
        self.parting: list[str] = []
        """What is to be said when the screen is gone."""
        self.to_follow: Path | None = None
        """The session that is to be followed when the screen is gone: somebody else records in it."""
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
        """The first screen."""
        self.push_screen(self.record(self._recording) if self._recording else self._start_screen())
        for fault in self._faults:
            self.notify(fault, severity="warning", timeout=10)

    def _start_screen(self) -> StartScreen:
        from tui.screens.start import StartScreen

        try_keys = self._try_keys and not self.settings.keys_tried
        return StartScreen(self._folder or Path.cwd(), self.key_table, try_keys=try_keys)

    # Meetings

    def record(self, recording: Recording) -> MeetingScreen:
        """The screen of a meeting that is ours to record."""
        from tui.screens.meeting import MeetingScreen

        self.rehearse(recording.log.agenda)
        # Answers go to the screen's own queue: the app's waits while the parts of a dialog that closed are taken away.
        session = recording.session(lambda answer: screen.call_later(answer))
        screen = MeetingScreen(session, drafts=recording.drafts, path=recording.path, abbreviations=self.abbreviations, keys=self.key_table)
        self._recordings.append((recording, screen))
        if self._standing:
            self.leave_alone()
        return screen

    def on_start_screen_continue(self, event: StartScreen.Continue) -> None:
        """A session that exists was chosen."""
        from sessions.opening import continue_recording

        screen = self._show_meeting(lambda: continue_recording(event.path, self.clock))
        if screen is not None and event.after:
            self.call_after_refresh(screen.action_after)

    def on_start_screen_begin(self, event: StartScreen.Begin) -> None:
        """A new session was chosen."""
        from exports.style import anchored
        from sessions.opening import new_recording
        from sessions.places import new_session_path

        plan = event.agenda.meeting
        agenda = replace(event.agenda, meeting=replace(plan, style=anchored(plan.style, event.source.parent)))
        self._show_meeting(lambda: new_recording(new_session_path(agenda.meeting), agenda, self.clock))

    def _show_meeting(self, make: Callable[[], Recording]) -> MeetingScreen | None:
        """Open a session and show it, or say why not; what was not done stays on the screen."""
        from sessions.store import InUse, NotSaved, StoreFault

        try:
            with held_back():
                recording = make()
        except InUse as busy:
            self._ask_to_follow(busy)
            return None
        except (StoreFault, NotSaved) as fault:
            from tui.dialogs.message import MessageDialog

            self.push_screen(MessageDialog(Words.NOT_OPENED_TITLE, str(fault)))
            return None
        screen = self.record(recording)
        self.push_screen(screen)
        return screen

    @work
    async def _ask_to_follow(self, busy: InUse) -> None:
        """Somebody else records in it: who, and the chair's view instead."""
        from tui.dialogs.confirm import ConfirmDialog

        question = ConfirmDialog(Words.NOT_OPENED_TITLE, f"{busy}\n\n{Words.FOLLOW_INSTEAD}", yes=Words.FOLLOW, no=Common.CLOSE)
        if await self.push_screen_wait(question):
            self.to_follow = busy.path
            self.exit()

    # The keys

    def palette_commands(self) -> Iterable[PaletteCommand]:
        """The test of the keys, from wherever one is."""
        yield from super().palette_commands()
        yield PaletteCommand(Help.TEST_PALETTE, self.action_test_keys, Help.TEST_SEARCH)

    def action_test_keys(self) -> None:
        """See which keys arrive; nothing that is pressed there acts."""
        from tui.screens.key_test import KeyTestScreen

        self.push_screen(KeyTestScreen(self.key_table))

    # The end

    def quit_question(self) -> tuple[str, str]:
        """A running meeting is not ended by leaving the program."""
        if any(not screen.session.saving.saved for _, screen in self._recordings):
            return Words.QUIT_QUESTION, Emergency.QUIT_DETAIL
        running = any(screen in self.screen_stack and screen.session.ahead.running for _, screen in self._recordings)
        return (Words.QUIT_QUESTION, Words.QUIT_DETAIL) if running else super().quit_question()

    def before_the_end(self) -> None:
        """Record what is typed, and keep what is typed in a dialog. Also what SIGTERM and a closed terminal do."""
        if not self._recordings:
            return
        from tui.dialogs.recording import RecordingDialog
        from tui.screens.meeting import MeetingScreen

        for screen in self.screen_stack:
            if isinstance(screen, MeetingScreen):
                screen.leave()
            elif isinstance(screen, RecordingDialog):
                screen.keep()

    def give_up(self, dialog: Screen[Any]) -> None:
        """What was typed in a dialog that only fails becomes an own note before it is closed."""
        from sessions.store import DIALOG, Draft
        from tui.dialogs.recording import RecordingDialog
        from tui.screens.meeting import MeetingScreen

        text = dialog.typed_text if isinstance(dialog, RecordingDialog) else ""
        meeting = next((screen for screen in reversed(self.screen_stack) if isinstance(screen, MeetingScreen)), None)
        if isinstance(dialog, RecordingDialog) and meeting is not None and text:
            meeting.restore((Draft(dialog.item, DIALOG, text),))
        super().give_up(dialog)

    def on_unmount(self) -> None:
        """Leave each session as one plain file."""
        self.close_recordings()

    def close_recordings(self) -> bool:
        """Write what is left and close, and bring the readable copy up to it. Returns whether everything was saved. Twice does nothing."""
        closing, self._recordings = self._recordings, []
        all_saved = True
        for recording, screen in closing:
            saved = recording.close()
            try:
                if not saved:
                    copy = screen.copy_at_the_end()
                    self.parting.append(Emergency.at_the_end(str(copy)) if copy else Emergency.NO_PLACE)
                screen.finish_copy()
            except Exception as fault:  # noqa: BLE001 - a copy that fails keeps no other meeting from being closed
                self._handle_exception(fault)
            all_saved = all_saved and saved
        return all_saved
