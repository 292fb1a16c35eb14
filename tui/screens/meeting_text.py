"""Nothing typed is lost: drafts while typing, events when a box is left, and what a crash left behind."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on, work

from sessions.events import Event, PrivateNoteWritten, TextWritten
from sessions.left_texts import restore
from sessions.naming import named
from sessions.session import Refused
from sessions.store import PRIVATE, Draft
from tui.dialogs.choose import ChooseDialog
from tui.screens.meeting_view import MeetingView
from tui.texts.meeting import MeetingView as Words
from tui.widgets.editor import Editor, Written
from tui.widgets.name_picker import Choice


class MeetingText(MeetingView):
    """What is written, recorded."""

    def record(self, *events: Event, insist: bool = False) -> bool:
        """Record one act, or say why not. What is typed is recorded before it."""
        refused = self.submit(events, insist)
        if refused:
            self.notify(refused.reason, markup=False)
        return refused is None

    def submit(self, events: tuple[Event, ...], insist: bool) -> Refused | None:
        """Record one act: what the dialogs hand over. Returns what stands against it."""
        self.keep_texts()
        refused = self.session.record(*events, insist=insist)
        self.acted()
        return refused

    def keep_texts(self) -> None:
        """Record what has been typed, if it is another than what is recorded."""
        for written in list(self.editor.unrecorded()):
            refused = self.session.record(self._event(written))
            if refused:
                self.notify(refused.reason, markup=False)
                self.session.save_draft(written.item, _section(written), written.text)
            else:
                self.editor.recorded(written)
                self.acted()

    def _event(self, written: Written) -> Event:
        at = self.session.clock()
        if written.section == "private":
            return PrivateNoteWritten(at=at, item=written.item, text=written.text)
        return TextWritten(at=at, item=written.item, section="protocol", text=written.text)

    @on(Editor.Typed)
    def _typed(self, event: Editor.Typed) -> None:
        self.session.save_draft(event.written.item, _section(event.written), event.written.text)

    @on(Editor.Left)
    def _left_box(self) -> None:
        self.keep_texts()

    def restore(self, drafts: Iterable[Draft]) -> None:
        """Record what was being typed when the program last stopped, and say where it is."""
        found = restore(self.session, drafts, Words.FROM_DIALOG)
        if found.written or found.noted:
            self.acted()
        if found.written:
            self.notify(Words.restored(", ".join(map(named, found.written))), timeout=10, markup=False)
        for item in found.noted:
            self.notify(Words.restored_dialog(named(item)), timeout=10, markup=False)

    # Written in the wrong §

    @work
    async def action_move_text(self) -> None:
        """Move the protocol text, or what is selected of it, to another § that has been opened."""
        ahead, source = self.session.ahead, self.target
        box = self.editor.protocol
        text = (box.selected_text or box.text).strip()
        if not source or not text:
            self.notify(Words.MOVE_NOTHING, markup=False)
            return
        others = [x for x in reversed(ahead.handled) if x.id != source]
        if not others:
            self.notify(Words.NO_OTHER_ITEM, markup=False)
            return
        rest = _without(box.text, text) if box.selected_text else ""
        self.keep_texts()
        goal = await self.app.push_screen_wait(ChooseDialog(Words.MOVE_TEXT, [Choice(x.id, named(x)) for x in others]))
        if goal is None:
            return
        at, there = self.session.clock(), self.session.ahead.items[goal].texts.get("protocol", "")
        moved = self.record(
            TextWritten(at=at, item=source, section="protocol", text=rest),
            TextWritten(at=at, item=goal, section="protocol", text=f"{there}\n\n{text}".strip()),
        )
        if moved:
            self.notify(Words.moved(named(self.session.ahead.items[goal])), markup=False)


def _section(written: Written) -> str:
    return PRIVATE if written.section == "private" else written.section


def _without(text: str, part: str) -> str:
    before, _, after = text.partition(part)
    return "\n\n".join(x for x in (before.strip(), after.strip()) if x)
