"""The acts of the meeting: each key opens its dialog, a recorded line opens the same dialog filled in.

A key is never dimmed away: it runs, and what stands against it is said in a toast.
"""

from __future__ import annotations

import importlib
from functools import partial

from textual import work

from sessions.events import (
    Decided,
    Elected,
    Event,
    MeetingAdjourned,
    MeetingClosed,
    MotionMoved,
    MotionWithdrawn,
    QuestionPut,
    Recorded,
    VoteOpened,
)
from sessions.order import handled_last, last_act
from sessions.session import Refused
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.recording import RecordingDialog
from tui.keys import Command
from tui.lines import Kind, Line
from tui.screens.meeting_items import MeetingItems
from tui.telling import told, told_event
from tui.texts.dialogs import Withdrawal
from tui.texts.meeting import MeetingView as Words

DIALOGS = {
    "motion": "MotionDialog",
    "recusal": "RecusalDialog",
    "decision": "DecisionDialog",
    "other_question": "OtherQuestionDialog",
    "elected": "ElectedDialog",
    "vote": "VoteDialog",
    "reservation": "ReservationDialog",
    "attendance": "AttendanceDialog",
    "composition": "CompositionDialog",
    "approvers": "ApproversDialog",
    "new_item": "NewItemDialog",
    "adjournment": "AdjournmentDialog",
    "appendix": "AppendixDialog",
    "close_meeting": "CloseMeetingDialog",
}
"""The dialogs by their module. They are imported when they are first asked for: the first paint does without them."""
UNSEEN = frozenset({"attendance", "approvers"})
"""Dialogs whose act has no line in the §."""
_OF_LINE: dict[Kind, str] = {
    "recusal": "recusal",
    "composition": "composition",
    "motion": "motion",
    "question": "decision",
    "vote": "vote",
    "decision": "decision",
    "election": "elected",
    "reservation": "reservation",
    "appendix": "appendix",
}


class MeetingActs(MeetingItems):
    """What is recorded through dialogs, taken back and struck."""

    def ask(self, name: str, item: str = "", entry: Recorded[Event] | None = None) -> None:
        """Open a dialog about an item; with `entry` to correct that fact."""
        self.keep_texts()
        dialog: type[RecordingDialog] = getattr(importlib.import_module(f"tui.dialogs.{name}"), DIALOGS[name])
        submit = self.submit if entry is None else partial(self._correct, entry)
        strike = partial(self._strike, entry) if entry else None
        self.app.push_screen(dialog(self.session, item or self.target, submit, entry, strike=strike), partial(self._say_noted, name))

    def _say_noted(self, name: str, recorded: bool | None) -> None:
        """What is recorded and stands nowhere on the screen is said: a visitor who leaves, who is to approve."""
        if recorded and name in UNSEEN:
            self.notify(Words.noted(told(self.session.ahead, last_act(self.session.log))), markup=False)

    def _ask_about_item(self, name: str, *probe: Event, item: str = "") -> None:
        """The same for what needs an item that is open; `probe` are events whose refusal is said at once."""
        item = item or self.target
        refused = self.session.why_not(*probe, insist=True) if item and probe else None
        if not item or refused:
            self.notify(refused.reason if refused else Words.OPEN_FIRST, markup=False)
        else:
            self.ask(name, item)

    def _correct(self, entry: Recorded[Event], events: tuple[Event, ...], insist: bool) -> Refused | None:
        """The event of the fact's own kind takes its place; what comes with it is recorded in the same act."""
        self.keep_texts()
        new = next((e for e in events if type(e) is type(entry.event)), events[0])
        refused = self.session.correct(entry.seq, new, insist, [e for e in events if e is not new])
        self.acted()
        return refused

    def _strike(self, entry: Recorded[Event]) -> None:
        self.session.strike(entry.act)
        self.acted()

    # Keys

    def action_motion(self) -> None:
        """F3."""
        self._ask_about_item("motion")

    def action_recusal(self) -> None:
        """F4."""
        self._ask_about_item("recusal")

    def action_decision(self) -> None:
        """F5: the chair's next question, and the gavel."""
        self._ask_about_item("decision", Decided(at=self.session.clock(), items=(self.target,)))

    def action_vote(self) -> None:
        """F6; a vote that goes on is continued."""
        item = self.session.ahead.items.get(self.target)
        going_on = item is not None and item.open_vote is not None
        probe = () if going_on else (VoteOpened(at=self.session.clock(), item=self.target, yes="ja", no="nej"),)
        self._ask_about_item("vote", *probe)

    def action_reservation(self) -> None:
        """F7: about the item decided last, unless another one is shown."""
        ahead = self.session.ahead
        here = ahead.items.get(self.target)
        last = here if here and (here.decision or self.viewed) else handled_last(ahead) or here
        self._ask_about_item("reservation", item=last.id if last else "")

    def action_other_question(self) -> None:
        """A question other than the proposed one."""
        self._ask_about_item("other_question", QuestionPut(at=self.session.clock(), item=self.target))

    def action_election(self) -> None:
        """Who was elected to what."""
        self._ask_about_item("elected", Elected(at=self.session.clock(), item=self.target, office="", persons=()))

    def action_attendance(self) -> None:
        """F8."""
        self.ask("attendance")

    def action_composition(self) -> None:
        """Ctrl+G."""
        self._ask_about_item("composition")

    def action_new_item(self) -> None:
        """Ctrl+N."""
        self.ask("new_item")

    def action_adjourn(self) -> None:
        """Ctrl+T."""
        resumes = self.session.ahead.phase == "ajournerat"
        refused = None if resumes else self.session.why_not(MeetingAdjourned(at=self.session.clock()))
        if refused:
            self.notify(refused.reason, markup=False)
        else:
            self.ask("adjournment")

    def action_appendix(self) -> None:
        """Esc i."""
        self._ask_about_item("appendix")

    def action_approvers(self) -> None:
        """Who approves the protocol, when and where."""
        self.ask("approvers")

    def close_meeting(self) -> None:
        """`Avsluta sammanträdet kl. …`"""
        if refused := self.session.why_not(MeetingClosed(at=self.session.clock())):
            self.notify(refused.reason, markup=False)
        else:
            self.ask("close_meeting")

    # Recorded lines

    def open_line(self, line: Line) -> None:
        """Enter on a line: its dialog filled in, or the one that will fill it."""
        if line.entry is not None:
            self.ask(_OF_LINE[line.kind], self.target, line.entry)
        elif line.kind == "decision":
            self.action_decision()
        else:
            self.action_edit_paragraph()

    def action_edit_paragraph(self) -> None:
        """Ctrl+R."""
        raise NotImplementedError

    @work
    async def strike_line(self, line: Line) -> None:
        """Delete on a line: say what goes, and let it go."""
        if line.entry is None:
            self.notify(Words.NOTHING_TO_STRIKE, markup=False)
            return
        ahead = self.session.ahead
        others = [r for r in self.session.log.records if r.act == line.entry.act and r.seq != line.entry.seq]
        detail = Words.strike_detail(", ".join(told_event(ahead, r) for r in others))
        question = ConfirmDialog(Words.strike(told_event(ahead, line.entry)), detail, yes=Words.STRIKE_YES, no=Words.STRIKE_NO, yes_key="s")
        if await self.app.push_screen_wait(question):
            self._strike(line.entry)

    @work
    async def withdraw_motion(self, line: Line) -> None:
        """Å on the line of a motion: it is taken back by its mover (R-605)."""
        entry = line.entry
        if entry is None or not isinstance(entry.event, MotionMoved):
            self.notify(Withdrawal.NOT_A_MOTION, markup=False)
            return
        event = MotionWithdrawn(at=self.session.clock(), item=entry.event.item or self.target, motion=entry.event.motion)
        if refused := self.session.why_not(event, insist=True):
            self.notify(refused.reason, markup=False)
            return
        what = told_event(self.session.ahead, entry)
        question = ConfirmDialog(Withdrawal.ask(what), Withdrawal.DETAIL, yes=Withdrawal.YES, no=Withdrawal.NO, yes_key="å", no_key="l")
        if await self.app.push_screen_wait(question):
            refused = self.submit((event,), True)
            if refused:
                self.notify(refused.reason, markup=False)

    # Taking back

    def action_undo(self) -> None:
        """Take back the newest act, and say what it was."""
        self.keep_texts()
        act = last_act(self.session.log)
        if not act:
            self.notify(Words.NOTHING_TO_UNDO, markup=False)
            return
        what = told(self.session.ahead, act)
        self.session.strike(act[0].act)
        self.acted()
        self.app.clear_notifications()  # what was said of it is no longer so
        self.notify(Words.undone(what), markup=False)

    def action_redo(self) -> None:
        """Take back the undo."""
        done = self.session.redo()
        self.acted()
        self.notify(Words.REDONE if done else Words.NOTHING_TO_REDO, markup=False)

    def question_of(self, command: Command) -> str:
        """`Ångra yrkande Eva Sjö (S): avslag, § 6?`"""
        if command.action == "undo" and (act := last_act(self.session.log)):
            return Words.ask_undo(told(self.session.ahead, act))
        return command.question
