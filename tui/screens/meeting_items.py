"""From item to item: F2, any item out of order, writing in an earlier one, taking one up again, the end.

Three acts are kept apart: *writing* in an earlier § while another one runs (`viewed`), *recording late* for it (a
dialog asks which §), and the body *taking it up again*.
"""

from __future__ import annotations

from textual import work

from sessions.events import ItemMoved, ItemOpened, ItemReopened, ItemWithdrawn, MeetingReopened
from sessions.meeting import ItemState
from sessions.naming import named
from sessions.order import give_back, next_item, open_item, slipped_opening
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.screens.meeting_text import MeetingText
from tui.texts.meeting import MeetingView as Words
from tui.widgets.name_picker import Choice

NO_DECISION = frozenset({"information", "fråga", "paus"})
"""Kinds of items that are ready without a decision."""
AWAITS_GAVEL = frozenset({"beslut", "val", "motion"})
"""Kinds that hardly anybody leaves a moment after they were opened: F2 that was pressed twice asks."""


class MeetingItems(MeetingText):
    """Which item is handled, and which is written in."""

    def go_on(self) -> bool:
        """To the roll call or the next item. False: all items are handled, and the end is what is left."""
        meeting = self.session.ahead
        if meeting.phase == "kallad":
            self.open_meeting()
        elif not self._may_go_on():
            pass
        elif coming := next_item(meeting):
            self.keep_texts()
            slipped = slipped_opening(self.session.log)
            if slipped and all(x.item.kind in AWAITS_GAVEL for x in meeting.open_items):
                self._ask_to_stay(coming.id)
            else:
                self._open(coming.id)
        else:
            return False
        return True

    def _may_go_on(self) -> bool:
        phase = self.session.ahead.phase
        if phase == "öppnat":
            return True
        self.notify({"kallad": Words.NOT_OPENED, "ajournerat": Words.ADJOURNED}.get(phase, Words.CLOSED_NOW), markup=False)
        return False

    def action_roll_call(self) -> None:
        """The roll call again: before the gavel to go on with it, after it to see it."""
        self.open_meeting()

    @work
    async def open_meeting(self) -> None:
        """The roll call, which ends with the gavel."""
        from tui.screens.roll_call import RollCallScreen

        await self.app.push_screen_wait(RollCallScreen(self.session))
        self.show_all()

    # Opening

    def _open(self, item: str) -> None:
        self.keep_texts()
        ahead = self.session.ahead
        before = ahead.current_item
        if self.record(*open_item(ahead, item, self.session.clock())):
            self._arrive()
            self._say_of(before)

    def _arrive(self) -> None:
        self.app.clear_notifications()  # they were about the item that was left
        self.viewed = ""
        self.editor.write()  # what is typed next belongs to the item that was opened

    def _say_of(self, item: ItemState | None) -> None:
        """What remains to be done on the item that was left."""
        from sessions.findings import has_words

        if item is None or item.item.kind in NO_DECISION:
            return
        if item.phase == "öppet":
            self.notify(Words.left(named(item)), markup=False)
        elif item.decision and not has_words(item):
            self.notify(Words.words_later(named(item)), markup=False)

    def choose_item(self, item: str) -> None:
        """Enter or a click on a row of the agenda: open it, or write in it if it has been handled."""
        self.keep_texts()
        ahead = self.session.ahead
        state = ahead.items[item]
        if item in ahead.current:
            self.action_back()
        elif state.opened:
            self.viewed = item
            self.show_text()
            self.editor.write()
        elif refused := self.session.why_not(ItemOpened(at=self.session.clock(), items=(item,))):
            self.notify(refused.reason, markup=False)
        elif self._may_go_on():
            coming = next_item(ahead)
            if slipped_opening(self.session.log) and (coming is None or coming.id != item):
                self._ask_to_give_back(item)
            else:
                self._open(item)

    @work
    async def _ask_to_stay(self, coming: str) -> None:
        """F2 twice: the item that was just opened would be left without a word. Enter stays, F2 goes on."""
        current = self.session.ahead.open_items[0]
        question = ConfirmDialog(
            Words.undecided(named(current)), Words.UNDECIDED_DETAIL, yes=Words.GO_ON, no=Words.STAY, yes_key="f2", no_key="s"
        )
        if await self.app.push_screen_wait(question) and self.session.ahead.items[coming].phase == "planerat":
            self._open(coming)

    @work
    async def _ask_to_give_back(self, item: str) -> None:
        """An item was opened, and nothing recorded on it: its number can go to the one that is handled instead."""
        ahead = self.session.ahead
        current, other = ahead.items[ahead.current[0]], ahead.items[item]
        question = ConfirmDialog(
            Words.instead(named(current)),
            Words.instead_detail(named(other)),
            yes=Words.INSTEAD_YES,
            no=Words.INSTEAD_NO,
            yes_key="g",
            no_key="l",
        )
        answer = await self.app.push_screen_wait(question)
        opening = slipped_opening(self.session.log)
        if answer and opening:
            self.record(*give_back(self.session.log, opening, item, self.session.clock()))
            self._arrive()
        elif answer is not None:
            self._open(item)

    # The list itself

    @work
    async def withdraw(self, item: str) -> None:
        """Take an item off the agenda before it is opened: it gets no §."""
        event = ItemWithdrawn(at=self.session.clock(), item=item)
        if refused := self.session.why_not(event):
            self.notify(refused.reason, markup=False)
            return
        question = Words.withdraw(self.session.ahead.items[item].item.short)
        if await self.app.push_screen_wait(ConfirmDialog(question, Words.WITHDRAW_DETAIL, yes=Words.WITHDRAW_YES, yes_key="u")):
            self.record(event)

    def move(self, item: str, before: str) -> None:
        """Move an item in the list; what has its § keeps it."""
        if self.session.ahead.items[item].opened:
            self.notify(Words.OPENED_STAYS, markup=False)
        else:
            self.record(ItemMoved(at=self.session.clock(), item=item, before=before))

    # Writing in an earlier one

    def action_back(self) -> None:
        """Back to the item that goes on, and to its text."""
        if self.viewed:
            self.keep_texts()
            self.viewed = ""
            self.show_text()
        self.editor.write()

    # Taking up again

    def action_reopen(self) -> None:
        """The body takes an item up again: it keeps its § and gets a new decision."""
        if self._may_go_on():
            self._ask_to_reopen()

    @work
    async def _ask_to_reopen(self) -> None:
        item = self.viewed or await self._choose_handled()
        if not item:
            return
        state = self.session.ahead.items[item]
        event = ItemReopened(at=self.session.clock(), item=item)
        if refused := self.session.why_not(event):
            self.notify(refused.reason, markup=False)
            return
        question = ConfirmDialog(Words.REOPEN_TITLE, named(state), yes=Words.REOPEN_YES, yes_key="t")
        if await self.app.push_screen_wait(question) and self.record(event):
            self._arrive()

    def reopen_meeting(self) -> None:
        """The meeting that was closed goes on, as long as the protocol is not approved."""
        event = MeetingReopened(at=self.session.clock())
        if refused := self.session.why_not(event):
            self.notify(refused.reason, markup=False)
        else:
            self._ask_to_reopen_meeting(event)

    @work
    async def _ask_to_reopen_meeting(self, event: MeetingReopened) -> None:
        question = ConfirmDialog(Words.REOPEN_MEETING, Words.REOPEN_MEETING_DETAIL, yes=Words.REOPEN_MEETING_YES, yes_key="t")
        if await self.app.push_screen_wait(question):
            self.record(event)

    async def _choose_handled(self) -> str | None:
        handled = [x for x in reversed(self.session.ahead.handled) if x.phase != "öppet"]
        if not handled:
            self.notify(Words.NOTHING_HANDLED, markup=False)
            return None
        return await self.app.push_screen_wait(ChooseDialog(Words.CHOOSE_REOPEN, [Choice(x.id, named(x)) for x in handled]))
