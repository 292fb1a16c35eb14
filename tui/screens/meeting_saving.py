"""Saved or not: Ctrl+S, what is said when the disk refuses and when it takes things again, and a copy in another place."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from textual import work

from sessions import emergency
from tui.dialogs.emergency import EmergencyDialog, NotSavedDialog
from tui.screens.meeting_chair import MeetingChair
from tui.telling import told
from tui.texts.meeting import Emergency as Words
from tui.texts.meeting import MeetingView as ViewWords


class MeetingSaving(MeetingChair):
    """How it stands with the disk, told."""

    _saved_asked = False
    _still_to_tell = False

    def on_screen_resume(self) -> None:
        """The dialog that was in the way has closed: now there is room for what it hid."""
        if self._still_to_tell and self.session.saving.fault:
            self._ask_about_copy(self.session.saving.fault)
        self._still_to_tell = False

    @work(thread=True, group="newer copy")
    def look_for_newer_copy(self) -> None:
        """The program was ended while the disk refused: the copy that was made then may hold what the session does not."""
        found = emergency.newer_copy(self._path, self.session.log.last_seq) if self._path else None
        if found:
            said = Words.newer(str(found[0]), found[1])
            self.app.call_later(lambda: self.notify(said, severity="warning", timeout=60, markup=False))

    def action_saved(self) -> None:
        """Ctrl+S: it is already, or when it is; while it is not, what is not."""
        self.keep_texts()
        self._saved_asked = True
        self.show_saved()

    def show_saved(self) -> None:
        """Answer who asked."""
        super().show_saved()
        saving = self.session.saving
        if not self._saved_asked or not (saving.saved or saving.fault):
            return
        self._saved_asked = False
        if saving.saved:
            self.notify(ViewWords.saved_at(f"{saving.last_saved or self.session.clock():%H.%M}"), markup=False)
        elif not self.app.screen.is_modal:
            self.tell_not_saved(saving.fault)

    def tell_not_saved(self, fault: str) -> None:
        """The disk refuses. Over a dialog only a line is said, the rest when it has closed: nobody's typing is interrupted."""
        if self.app.screen.is_modal:
            self._still_to_tell = True
            self.notify(ViewWords.not_saved(fault), severity="error", timeout=10, markup=False)
        else:
            self._ask_about_copy(fault)

    def tell_saved_again(self) -> None:
        """The disk takes things again."""
        self.notify(Words.saved_again(f"{self.session.clock():%H.%M}"), markup=False)

    @work
    async def _ask_about_copy(self, fault: str) -> None:
        ahead = self.session.ahead
        unsaved = [told(ahead, list(act)) for _, act in groupby(self.session.unsaved, key=lambda r: r.act)]
        if await self.app.push_screen_wait(NotSavedDialog(fault, unsaved, self._path is not None)) == "copy":
            self.action_emergency_copy()

    def action_emergency_copy(self) -> None:
        """All that is in memory, as one file in another place."""
        self.keep_texts()
        self._copy_to_another_place()

    @work
    async def _copy_to_another_place(self) -> None:
        if self._path is None:
            return
        written = await self.app.push_screen_wait(EmergencyDialog(emergency.places(self._path), self.write_copy))
        if written:
            self.notify(Words.written(str(written)), timeout=15, markup=False)

    def write_copy(self, folder: Path) -> Path:
        """Write the copy into a folder. Raises OSError."""
        assert self._path is not None
        log = self.session.log
        return emergency.write_copy(folder, self._path, log.agenda, log.records, self.session.clock())

    def copy_at_the_end(self) -> Path | None:
        """The program ends and the disk still refuses: the copy, in the first place that takes it."""
        for folder in emergency.places(self._path) if self._path else ():
            try:
                return self.write_copy(folder)
            except OSError:
                continue
        return None
