"""The secretary's side of the chair: the speakers' list, the chair's view and the projector, the line to the chair, the times."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual import work

from sessions import chair_note
from sessions.meeting import Meeting
from tui.palette import PaletteCommand
from tui.screens.meeting_acts import MeetingActs
from tui.texts.chair import Chair as Words
from tui.texts.chair import Speakers as SpeakerWords
from tui.texts.meeting import MeetingView, Palette


class MeetingChair(MeetingActs):
    """What the chair needs of the secretary. Screens and dialogs are imported when they are first asked for."""

    def _seen(self) -> tuple[Meeting, str]:
        """What a view over this screen shows: what is committed, and the line to the chair."""
        return self.session.shown, chair_note.read_note(self._path) if self._path else ""

    # Keys

    def action_speakers(self) -> None:
        """F9."""
        item = self.session.ahead.open_items[0].id if self.session.ahead.open_items else ""
        if not item:
            self.notify(MeetingView.OPEN_FIRST, markup=False)
            return
        from tui.dialogs.speakers import SpeakersDialog

        self.keep_texts()
        self.app.push_screen(SpeakersDialog(self.session, item, self.submit))

    def action_chair_view(self) -> None:
        """Ctrl+O."""
        from tui.screens.chair import ChairScreen

        self.keep_texts()
        self.app.push_screen(ChairScreen(self.session.shown, self.style_of_house, self.session.clock, ask=self._seen))

    def action_projector(self) -> None:
        """Ctrl+K: only what the room may see."""
        from tui.screens.projector import ProjectorScreen

        self.keep_texts()
        self.app.push_screen(ProjectorScreen(self.session.shown, self.style_of_house, ask=self._seen))

    @work
    async def action_chair_note(self) -> None:
        """Esc m: a line for the chair."""
        path = self._path
        if path is None:
            self.notify(Words.NOTE_NO_FILE, markup=False)
            return
        from tui.dialogs.chair_note import ChairNoteDialog

        before = chair_note.read_note(path)
        text = await self.app.push_screen_wait(ChairNoteDialog(before))
        if text is None:
            return
        try:
            chair_note.write_note(path, text)
        except OSError as fault:
            self.notify(Words.note_not_written(fault.strerror or type(fault).__name__), severity="warning", markup=False)
            return
        if text or before:
            self.notify(Words.NOTE_SHOWN if text else Words.NOTE_GONE, markup=False)

    def clear_chair_note(self) -> None:
        """Take the line away: it lasts no longer than the meeting and the program."""
        if self._path is not None:
            chair_note.clear_note(self._path)

    # The palette

    def action_copy_times(self) -> None:
        """The forecast as text, for a chat."""
        from exports.summons import forecast_lines

        lines = forecast_lines(self.session.shown, self.session.clock())
        if lines:
            self.app.copy_to_clipboard(lines)
        self.notify(f"{Words.COPIED}\n{lines}" if lines else Words.NO_TIMES, timeout=10, markup=False)

    def action_time_bars(self) -> None:
        """Planned against actual."""
        from tui.screens.time_bars import TimeBarsScreen

        self.app.push_screen(TimeBarsScreen(self.session.shown, self.session.clock()))

    def action_next_speaker(self) -> None:
        """The floor to the next one, without opening the list."""
        from sessions import speaking

        item = next(iter(self.session.ahead.open_items), None)
        waiting = speaking.queue(self.session.ahead, item) if item else ()
        if item is None or not waiting:
            self.notify(SpeakerWords.NONE_WAITS, markup=False)
        else:
            self.record(*speaking.start(item, waiting[0], self.session.clock()))

    def action_write_speaking_times(self) -> None:
        """Speaking times as CSV, in the folder where the program was started."""
        from agendas.names import slug
        from exports.output import CannotWrite, write_new
        from exports.speaking_times import speaking_csv
        from sessions.places import exports_dir, session_name

        table = speaking_csv(self.session.shown, self.session.clock())
        if not table:
            self.notify(SpeakerWords.CSV_NOBODY, markup=False)
            return
        path = Path.cwd() / f"{SpeakerWords.CSV_NAME}-{slug(session_name(self.session.shown.plan))}.csv"
        try:
            written = write_new(path, table.encode("utf-8-sig"), state=exports_dir())
        except CannotWrite as fault:
            self.notify(str(fault), severity="warning", timeout=10, markup=False)
        else:
            self.notify(SpeakerWords.written(str(written)), timeout=10, markup=False)

    def chair_palette(self) -> Iterable[PaletteCommand]:
        """What has no key."""
        yield PaletteCommand.of(Palette.COPY_TIMES, self.action_copy_times)
        yield PaletteCommand.of(Palette.TIME_BARS, self.action_time_bars)
        yield PaletteCommand.of(Palette.NEXT_SPEAKER, self.action_next_speaker)
        yield PaletteCommand.of(Palette.SPEAKING_TIMES, self.action_write_speaking_times)
