"""The acts of the meeting: each key opens its dialog, a recorded line opens the same dialog filled in.

A key is never dimmed away: it runs, and what stands against it is said in a toast.
"""

from __future__ import annotations

import importlib
from functools import partial
from typing import TYPE_CHECKING

from textual import work

from sessions.events import (
    DebateClosed,
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
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.keys import Command
from tui.lines import Kind, Line, lines_of
from tui.movements import DIALOG_OF, movement_choices, movements
from tui.screens.meeting_items import MeetingItems
from tui.telling import told, told_event
from tui.texts.dialogs import Movements, Withdrawal
from tui.texts.meeting import MeetingView as Words
from tui.texts.vote import Vote as VoteWords
from tui.widgets.name_picker import Choice

if TYPE_CHECKING:
    from tui.dialogs.recording import RecordingDialog

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
    "immediate": "ImmediateDialog",
    "debate": "DebateDialog",
    "proportional": "ProportionalDialog",
    "doors": "DoorsDialog",
    "moment": "MomentDialog",
    "support": "SupportDialog",
    "answer": "AnswerDialog",
    "urgent": "UrgentDialog",
    "refusal": "RefusalDialog",
}
"""The dialogs by their module. They are imported when they are first asked for: the first paint does without them."""
IN_MODULE = {
    "debate": "moment",
    "doors": "moment",
    "support": "on_motion",
    "refusal": "on_motion",
    "answer": "reporting",
    "urgent": "reporting",
}
"""Dialogs whose module is named otherwise."""
UNSEEN = frozenset({"attendance", "approvers"})
"""Dialogs whose act has no line in the §."""
MOST_TOLD = 3
"""Events of an act that are said one by one: a departure, the seat that is left, who takes it."""
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
    "debate": "debate",
    "doors": "doors",
    "demand": "proportional",
    "answer": "answer",
    "urgent": "urgent",
}


class MeetingActs(MeetingItems):
    """What is recorded through dialogs, taken back and struck."""

    def ask(self, name: str, item: str = "", entry: Recorded[Event] | None = None, *, about: str = "") -> None:
        """Open a dialog about an item; with `entry` to correct that fact, with `about` on that motion."""
        self.keep_texts()
        dialog: type[RecordingDialog] = getattr(importlib.import_module(f"tui.dialogs.{IN_MODULE.get(name, name)}"), DIALOGS[name])
        submit = self.submit if entry is None else partial(self._correct, entry)
        strike = partial(self._strike, entry) if entry and self._alone(entry) else None
        opened = dialog(self.session, item or self.target, submit, entry, strike=strike)
        opened.new_fact = self.submit
        opened.about = about
        self.app.push_screen(opened, partial(self._say_noted, name))

    def _say_noted(self, name: str, recorded: bool | None) -> None:
        """What is recorded and stands nowhere on the screen is said: a visitor who leaves, who is to approve."""
        if recorded is False and name in {"attendance", "composition"}:
            self.action_movements()
        elif recorded is False and name == "vote":
            self._choose_vote()
        elif recorded and (name in UNSEEN or (name == "recusal" and self._about_another())):
            ahead, act = self.session.ahead, last_act(self.session.log)
            said = told(ahead, act) if len(act) > MOST_TOLD else ", ".join(told_event(ahead, r) for r in act)
            self.notify(Words.noted(said), markup=False)

    def _about_another(self) -> bool:
        """Whether the newest act is about a § that is not shown: jäv declared for a later one."""
        return not any(self.target in getattr(r.event, "items", ()) for r in last_act(self.session.log))

    def _alone(self, entry: Recorded[Event]) -> bool:
        """Whether the line can be struck without others of its kind: a whole group is marked in one act at the roll call."""
        return sum(1 for r in self.session.log.records if r.act == entry.act and type(r.event) is type(entry.event)) == 1

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
        """After the question: what stands against it was said there."""
        self.session.strike(entry.act, insist=True)
        self.acted()

    # Keys

    def action_next_item(self) -> None:
        """F2: the roll call, the next item, or the end."""
        if not self.go_on():
            self.close_meeting()

    def action_motion(self) -> None:
        """F3."""
        self._ask_about_item("motion")

    def action_recusal(self) -> None:
        """F4; at the opening, before anything is taken up, about what is to come (R-403)."""
        ahead = self.session.ahead
        planned = [x for i in ahead.order if (x := ahead.items[i]).phase == "planerat" and x.item.kind != "paus"]
        first = next((x.id for x in planned if x.item.kind != "formalia"), planned[0].id if planned else "")
        self._ask_about_item("recusal", item=self.target or first)

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

    def action_answer(self) -> None:
        """An interpellation or a question is answered (R-1004)."""
        self._ask_about_item("answer", QuestionPut(at=self.session.clock(), item=self.target))

    def action_urgent(self) -> None:
        """A decision taken in an urgent matter is reported (R-904)."""
        self._ask_about_item("urgent", QuestionPut(at=self.session.clock(), item=self.target))

    def action_immediate(self) -> None:
        """One or more §§ approved at once."""
        self.ask("immediate")

    def action_attendance(self) -> None:
        """F8."""
        self.ask("attendance")

    def action_composition(self) -> None:
        """Ctrl+G."""
        self._ask_about_item("composition")

    def action_debate(self) -> None:
        """Esc ö: the chair closes the debate (R-604)."""
        self._ask_about_item("debate", DebateClosed(at=self.session.clock(), item=self.target))

    def action_proportional(self) -> None:
        """Members demand a proportional election (R-714)."""
        self._ask_about_item("proportional", Elected(at=self.session.clock(), item=self.target, office="", persons=()))

    def action_doors(self) -> None:
        """The doors are closed, or opened again (R-1202)."""
        self._ask_about_item("doors")

    def action_movements(self) -> None:
        """Who came and went, seats, the chair and the gavels, put right."""
        self._choose_movement()

    @work
    async def _choose_movement(self) -> None:
        """Choose one, and open its dialog filled in."""
        entries = movements(self.session.log)
        lines = movement_choices(self.session.ahead, entries)
        chosen = await self.app.push_screen_wait(ChooseDialog(Movements.TITLE, lines, detail=Movements.DETAIL, empty=Movements.EMPTY))
        entry = next((r for r in entries if str(r.seq) == chosen), None)
        if entry is not None:
            self.ask(DIALOG_OF[type(entry.event)], entry=entry)

    @work
    async def _choose_vote(self) -> None:
        """Choose one of the votes that the item has had, and open it filled in; the only one at once."""
        item = self.session.ahead.items[self.target]
        held = [x for x in lines_of(self.session.ahead, item) if x.kind == "vote" and x.entry]
        chosen: str | None = held[0].key if len(held) == 1 else None
        if len(held) > 1:
            lines = [
                Choice(x.key, f"{n} {x.entry.event.yes} = ja · {x.entry.event.no} = nej", x.text) for n, x in enumerate(held, 1) if x.entry
            ]
            chosen = await self.app.push_screen_wait(ChooseDialog(VoteWords.EARLIER_TITLE, lines))
        found = next((x for x in held if x.key == chosen), None)
        if found is not None:
            self.open_line(found)

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
        """Ctrl+R: all sections as they will be printed."""
        self.keep_texts()
        if not self.target:
            self.notify(Words.OPEN_FIRST, markup=False)
            return
        from tui.screens.edit_paragraph import EditParagraphScreen

        names, short = self.candidates, self.abbreviations
        screen = EditParagraphScreen(self.session, self.target, self.style_of_house, candidates=names, abbreviations=short)
        self.app.push_screen(screen)

    @work
    async def strike_line(self, line: Line) -> None:
        """Delete on a line: say what goes, and let it go."""
        if line.entry is None:
            self.notify(Words.NOTHING_TO_STRIKE, markup=False)
            return
        ahead = self.session.ahead
        others = [r for r in self.session.log.records if r.act == line.entry.act and r.seq != line.entry.seq]
        detail = Words.strike_detail(", ".join(told_event(ahead, r) for r in others))
        if against := self.session.why_not_strike(line.entry.act):
            detail = f"{against.reason} {detail}"
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
        against = self.session.why_not(event)
        detail = f"{against.reason} {Withdrawal.DETAIL}" if against else Withdrawal.DETAIL
        question = ConfirmDialog(Withdrawal.ask(what), detail, yes=Withdrawal.YES, no=Withdrawal.NO, yes_key="å", no_key="l")
        if await self.app.push_screen_wait(question):
            refused = self.submit((event,), True)
            if refused:
                self.notify(refused.reason, markup=False)

    def about_motion(self, line: Line, name: str) -> None:
        """I or V on the line of a motion: who joins it, or that the chair refuses to put it (R-603, R-607)."""
        if line.entry is None or not isinstance(line.entry.event, MotionMoved):
            self.notify(Withdrawal.ONLY_MOTIONS, markup=False)
            return
        self.ask(name, line.entry.event.item or self.target, about=line.entry.event.motion)

    # Taking back

    def action_undo(self) -> None:
        """Take back the newest act, and say what it was."""
        self.keep_texts()
        act = last_act(self.session.log)
        if not act:
            self.notify(Words.NOTHING_TO_UNDO, markup=False)
            return
        if against := self.session.why_not_strike(act[0].act):
            self._ask_to_undo(act, against)
        else:
            self._undo(act)

    @work
    async def _ask_to_undo(self, act: tuple[Recorded[Event], ...], against: Refused) -> None:
        """What is approved is not taken back by a key of habit."""
        what = Words.ask_undo(told(self.session.ahead, act))
        question = ConfirmDialog(what, against.reason, yes=Words.UNDO_YES, no=Words.STRIKE_NO, yes_key="å")
        if await self.app.push_screen_wait(question):
            self._undo(act)

    def _undo(self, act: tuple[Recorded[Event], ...]) -> None:
        what = told(self.session.ahead, act)
        self.session.strike(act[0].act, insist=True)
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
