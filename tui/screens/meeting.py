"""Sammanträde: the screen on which a meeting is recorded. Keys, palette, and what the parts tell; the acts stand beside.

MeetingView   what is seen            meeting_view.py
MeetingText   what is written         meeting_text.py
MeetingItems  from item to item       meeting_items.py
MeetingActs   dialogs, undo, striking meeting_acts.py
MeetingChair  speakers, chair, times  meeting_chair.py
MeetingSaving saved or not            meeting_saving.py
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar

from textual import events, on, work
from textual.binding import Binding, BindingType

from sessions.session import Session
from sessions.store import Draft
from tui.dialogs.choose import ChooseDialog
from tui.keys import DEFAULT_KEYS, KeyTable
from tui.palette import PaletteCommand
from tui.readable_copy import ReadableCopy
from tui.screens.meeting_saving import MeetingSaving
from tui.search import places
from tui.texts.after import After as AfterWords
from tui.texts.history import History as HistoryWords
from tui.texts.meeting import MeetingView as Words
from tui.texts.meeting import Palette
from tui.widgets.agenda_list import AgendaList
from tui.widgets.banner import Banner
from tui.widgets.item_panel import ItemPanel
from tui.widgets.status_bar import StatusBar


class MeetingScreen(MeetingSaving):
    """One meeting being recorded. `drafts`: what was being typed when the program last stopped; `path`: the session file."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *DEFAULT_KEYS.bindings(),
        Binding("escape", "back_to_text", Words.BACK_TO_TEXT, show=False),
    ]

    def __init__(
        self,
        session: Session,
        *,
        drafts: Sequence[Draft] = (),
        path: Path | None = None,
        abbreviations: Mapping[str, str] | None = None,
        keys: KeyTable = DEFAULT_KEYS,
    ) -> None:
        super().__init__(session, path=path, abbreviations=abbreviations, keys=keys)
        self._drafts = tuple(drafts)
        self._copy = ReadableCopy(self, path, lambda: self.style_of_house) if path else None

    def begin(self) -> None:
        """What was typed comes back; a meeting that has not begun begins with the roll call."""
        self.restore(self._drafts)
        self.clear_chair_note()  # left behind by a program that was killed
        self.look_for_newer_copy()
        if self.session.ahead.phase == "kallad":
            self.open_meeting()

    def watch_meeting(self) -> None:
        """The readable copy beside the session follows too."""
        super().watch_meeting()
        if self._copy and self.is_attached:
            self._copy.follow(self.meeting)
        if self.meeting.phase == "avslutat":
            self.clear_chair_note()

    def leave(self) -> None:
        """The program ends: nothing typed is left behind."""
        self.keep_texts()
        self.clear_chair_note()

    def finish_copy(self) -> None:
        """The program has ended: what stands beside the session is what the session holds."""
        if self._copy:
            self._copy.finish(self.session.ahead)

    # What the parts tell

    @on(AgendaList.Chosen)
    def _row_chosen(self, event: AgendaList.Chosen) -> None:
        self.choose_item(event.item)

    @on(AgendaList.Withdrawn)
    def _row_withdrawn(self, event: AgendaList.Withdrawn) -> None:
        self.withdraw(event.item)

    @on(AgendaList.Moved)
    def _row_moved(self, event: AgendaList.Moved) -> None:
        self.move(event.item, event.before)

    @on(ItemPanel.Chosen)
    def _line_chosen(self, event: ItemPanel.Chosen) -> None:
        self.open_line(event.line)

    @on(ItemPanel.Struck)
    def _line_struck(self, event: ItemPanel.Struck) -> None:
        self.strike_line(event.line)

    @on(ItemPanel.Withdrawn)
    def _motion_withdrawn(self, event: ItemPanel.Withdrawn) -> None:
        self.withdraw_motion(event.line)

    @on(ItemPanel.AboutMotion)
    def _about_motion(self, event: ItemPanel.AboutMotion) -> None:
        self.about_motion(event.line, event.name)

    @on(Banner.Clicked)
    def _banner_clicked(self) -> None:
        self.action_back()

    @on(StatusBar.FindingsClicked)
    def _findings_clicked(self) -> None:
        self.action_review()

    @on(events.Click, "#composition, #composition Static")
    def _composition_clicked(self) -> None:
        self.action_composition()

    def on_key(self, event: events.Key) -> None:
        """A letter that no part had a use for was meant for the text: it goes there, or it is said why it cannot."""
        if not event.is_printable or event.character is None or any(key in self.active_bindings for key in event.aliases):
            return  # a key of the part that has the cursor: bindings are looked for after this
        event.stop()
        if not self.target:
            self.notify(Words.OPEN_FIRST, markup=False)
        elif not self.editor.box.read_only:
            self.editor.write()
            self.editor.box.insert(event.character)

    # Looking

    def action_back_to_text(self) -> None:
        """Esc outside the text: one step back is the text."""
        self.editor.write()

    def action_toggle_private(self) -> None:
        """Ctrl+L."""
        self.editor.switch()
        self.editor.write()

    def action_focus_agenda(self) -> None:
        """To the list of items, unfolded if it was folded away."""
        self.agenda.remove_class("-folded")
        self.agenda.focus()

    def action_fold_agenda(self) -> None:
        """Fold the list away, or show it."""
        self.agenda.toggle_class("-folded")
        if self.agenda.has_class("-folded") and self.agenda.has_focus:
            self.editor.write()

    @work
    async def action_search(self) -> None:
        """Ctrl+F: any title, text, line or name; the place is shown."""
        self.keep_texts()
        found = await self.app.push_screen_wait(ChooseDialog(Words.SEARCH, places(self.session.ahead)))
        if found is None:
            return
        item, _, key = found.partition("|")
        if not self.session.ahead.items[item].opened:
            self._show_in_list(item)
            return
        self.viewed = "" if item in self.session.ahead.current else item
        self.show_all()
        if key in {"protocol", "private", ""}:
            self.editor.switch(private=key == "private")
            self.editor.write()
        else:
            self.panel.go_to(key)
            self.panel.focus()

    @work
    async def action_review(self) -> None:
        """F12: what is missing, and a jump to where it is mended."""
        self.keep_texts()
        from tui.screens.review import ReviewScreen

        item = await self.app.push_screen_wait(ReviewScreen(self.session, self.style_of_house))
        if item and self.session.ahead.items[item].opened:
            self.choose_item(item)
        elif item:
            self._show_in_list(item)

    def action_history(self) -> None:
        """What was recorded when, and what was taken back; and from there to its §."""
        self._look_at_history()

    @work
    async def _look_at_history(self) -> None:
        self.keep_texts()
        from tui.screens.history import HistoryScreen

        item = await self.app.push_screen_wait(HistoryScreen(self.session.log))
        if item:
            self.choose_item(item)

    def action_after(self) -> None:
        """What is left when the meeting is over: late texts, approval, notice, dispatch, correction."""
        self.keep_texts()
        if self.session.ahead.phase != "avslutat":
            self.notify(AfterWords.NOT_CLOSED, markup=False)
            return
        from tui.screens.after import AfterScreen

        self.app.push_screen(AfterScreen(self.session, self.style_of_house), lambda item: self.choose_item(item) if item else None)

    def _show_in_list(self, item: str) -> None:
        self.action_focus_agenda()
        self.agenda.highlighted = self.session.ahead.order.index(item)

    def action_help(self) -> None:
        """F1: the keys, and the box that has the cursor."""
        from tui.screens.help import HelpFile, HelpScreen

        files = []
        if self._path:
            from exports.readable_draft import readable_draft_path

            files = [
                HelpFile(Words.SESSION_FILE, str(self._path)),
                HelpFile(Words.READABLE_DRAFT, str(readable_draft_path(self._path))),
            ]
        nodes = self.focused.ancestors_with_self if self.focused else ()
        about = next((text for node in nodes if (text := getattr(node, "HELP", None))), "")
        self.app.push_screen(HelpScreen(self.keys, files, about))

    # The palette

    def palette_commands(self) -> Iterable[PaletteCommand]:
        """What has no key."""
        yield PaletteCommand.of(Palette.REDO, self.action_redo)
        yield PaletteCommand(HistoryWords.PALETTE, self.action_history, HistoryWords.PALETTE_SEARCH)
        yield PaletteCommand.of(Palette.APPROVERS, self.action_approvers)
        yield PaletteCommand.of(Palette.REOPEN, self.action_reopen)
        yield PaletteCommand.of(Palette.OTHER_QUESTION, self.action_other_question)
        yield PaletteCommand.of(Palette.ELECTION, self.action_election)
        yield PaletteCommand.of(Palette.IMMEDIATE, self.action_immediate)
        yield PaletteCommand.of(Palette.ANSWER, self.action_answer)
        yield PaletteCommand.of(Palette.URGENT, self.action_urgent)
        yield PaletteCommand.of(Palette.PROPORTIONAL, self.action_proportional)
        yield PaletteCommand.of(Palette.AFTER, self.action_after)
        yield PaletteCommand.of(Palette.CLOSE, self.close_meeting)
        yield PaletteCommand.of(Palette.REOPEN_MEETING, self.reopen_meeting)
        yield PaletteCommand.of(Palette.ROLL_CALL, self.action_roll_call)
        yield PaletteCommand.of(Palette.EMERGENCY_COPY, self.action_emergency_copy)
        yield PaletteCommand.of(Palette.MOVEMENTS, self.action_movements)
        yield PaletteCommand.of(Palette.DOORS, self.action_doors)
        yield PaletteCommand.of(Palette.FOLD_AGENDA, self.action_fold_agenda)
        yield from self.chair_palette()
