"""F5: the chair's next question word for word, and what the chair found. With one unopposed proposal Enter is the gavel.

With two or more nothing is chosen beforehand and Enter does nothing until something is. The gavel can fall before the
words are found. What it can end in is listed in `ways.py`, what is recorded is made in `gavel.py`, and what the chair
says comes from `exports.script`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from textual import events, on, work
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as ListOption

from sessions.events import Decided, Event, ImmediatelyApproved, ItemLeft, QuestionAnswered
from sessions.meeting import ItemState
from sessions.naming import named
from sessions.procedure import ProposedQuestion, answers, next_question, settlement
from tui.dialogs.fields import Choices, Option, Row, Toggle
from tui.dialogs.gavel import Gavel, with_the_same_gavel
from tui.dialogs.people import PeoplePicker, motion_label, prepared_label
from tui.dialogs.preview import chair_asks, chair_finds
from tui.dialogs.recording import Missing, RecordingDialog
from tui.dialogs.ways import ANSWERS, APPROVERS, BESIDE, ELECTS, OTHER, URGENT, WITHOUT, Way, Ways, corrections, other_answers, ways_of
from tui.literal import line, plain
from tui.texts.dialogs import Decision as Words
from tui.texts.dialogs import Election, Recording
from tui.widgets.line_box import LineBox
from tui.widgets.name_picker import Choice
from tui.widgets.text_box import TextBox
from tui.widgets.told import Told

DECIDES, PROPOSES = "beslutar", "föreslår"


class DecisionDialog(RecordingDialog):
    """F5, Enter: the gavel."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    SAVE_TEXT = Words.CHOSEN
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#ways"

    def buttons(self) -> tuple[Any, ...]:
        """A correction is saved; a decision is struck with the gavel."""
        found = super().buttons()
        return tuple(replace(a, label=Recording.SAVE) if a.id == "save" and self.entry else a for a in found)

    def body(self) -> Iterable[Widget]:
        """What is on the table, the question, the ways it can end; then what goes along with the gavel."""
        event, item = self.decided, self.state
        proposes = bool(item and item.proposes) if event is None or event.proposing is None else event.proposing
        yield VerticalScroll(Static("", id="table", markup=False), id="table-box", can_focus=False)
        yield VerticalScroll(Told(id="question"), id="question-box", can_focus=False)
        yield OptionList(id="ways", markup=False)
        yield Row(Words.WORDS, self.text_box(event.text if event else "", id="words"), id="row-words")
        yield Row(Words.OWN_TOO, self.text_box(event.own if event else "", id="own"), id="row-own")
        yield Row(Words.ORDER, LineBox(placeholder=Words.ORDER_HINT, id="order"), id="row-order")
        yield Row(Words.RECEIVER, LineBox((event.to if event else "") or self._receiver(), id="to"), id="row-to")
        yield Row(Words.REASON, LineBox((event.reason if event else "") or self._motive(), id="reason"), id="row-reason")
        modes = (Option(DECIDES, Words.DECIDES), Option(PROPOSES, Words.PROPOSES, "p"))
        yield Row(Words.MODE, Choices(modes, PROPOSES if proposes else DECIDES, id="mode"), id="row-mode")
        yield Row(Recording.TIME, self.clock_field(), Toggle(Words.IMMEDIATE, id="immediate"), id="row-time")
        yield Row(Words.EN_BLOC, PeoplePicker(self._others(), id="others"), id="row-others")

    # What it is about

    @property
    def decided(self) -> Decided | None:
        """The gavel that is corrected; other lines that belong to a decision can be corrected here too, or struck."""
        return self.entry.event if self.entry and isinstance(self.entry.event, Decided) else None

    @property
    def answered(self) -> QuestionAnswered | None:
        """The chair's finding that is corrected."""
        return self.entry.event if self.entry and isinstance(self.entry.event, QuestionAnswered) else None

    def _receiver(self) -> str:
        return self.state.item.proposed_by if self.state else ""

    def _motive(self) -> str:
        motions = self.state.put_motions if self.state else ()
        return next((m.text for m in motions if m.entry.event.kind in {"återremiss", "bordläggning"}), "")

    def _others(self) -> list[Choice]:
        return [Choice(x.id, named(x)) for x in with_the_same_gavel(self.meeting, self.item)]

    @property
    def question(self) -> ProposedQuestion | None:
        """The chair's next question, or None when all have been answered."""
        return next_question(self.meeting, self.state) if self.state and not self.entry else None

    @property
    def way(self) -> Way | None:
        """The way that is chosen."""
        at = self.query_one("#ways", OptionList).highlighted
        return self._ways.all[at] if at is not None and at < len(self._ways.all) else None

    _ways = Ways()

    def _all_ways(self, item: ItemState) -> Ways:
        """The ways it can end, and the one that is chosen beforehand."""
        if self.decided:
            return corrections(self.meeting, item, self.decided)
        if self.answered:
            return other_answers(self.meeting, item, self.answered)
        return Ways() if self.entry else ways_of(self.meeting, item, self.question)

    # Showing

    @property
    def _strikes(self) -> bool:
        """Whether a gavel is what is recorded or corrected."""
        return self.entry is None or self.decided is not None

    def on_mount(self) -> None:
        """Show the first question."""
        self.show_row("row-others", False)
        self.show_row("row-order", False)
        self.show_row("row-own", bool(self.decided and self.decided.own))
        for name in ("mode", "time"):
            self.show_row(f"row-{name}", self._strikes)
        self.show_question()

    def show_question(self) -> None:
        """Show what is on the table, the chair's question and the ways it can end."""
        item = self.state
        if item is None:
            return
        self._ways = self._all_ways(item)
        self.query_one("#table", Static).update(self._on_the_table(item))
        ways = self.query_one("#ways", OptionList)
        ways.set_options([ListOption(Content.assemble((f"{w.key} ", "bold"), line(w.label))) for w in self._ways.all])
        ways.highlighted = self._ways.chosen
        self._show_script()
        self._show_rows()

    def _show_script(self) -> None:
        """What the chair says; with an answer chosen, also what was found."""
        item, question = self.state, self.question
        if item is None:
            return
        said: list[str] = []
        if not self.entry:
            as_said = self._as_said(item)
            said = [f"”{text}”" for text in chair_asks(self.session, as_said, question)]
            if question is not None and self.way and self.way.winner and not question.single and self.way.key.isdigit():
                said.append(f"”{chair_finds(self.session, as_said, question, self.way.winner)}”")
            if question is None and settlement(item) is None:
                said.append(Words.NO_PROPOSAL)
        self.query_one("#question", Told).say(plain("\n".join(said)))
        box = self.query_one("#question-box")
        box.display = bool(said)
        if self.way and self.question:
            self.call_after_refresh(box.scroll_end, animate=False)  # what was found is the last thing said

    def _as_said(self, item: ItemState) -> ItemState:
        """The item with the receiver that the switch says: who decides has no one to propose to."""
        return item if self.choice("mode") == PROPOSES else replace(item, item=replace(item.item, decided_by=()))

    def _on_the_table(self, item: ItemState) -> Content:
        rows = []
        if item.item.points:
            first = " ".join(p.text for p in item.item.points)
            rows.append(line(f"• {prepared_label(self.meeting, item)}: {first}"))
        settled = answers(item)
        for motion in item.put_motions:
            if motion.id in settled:
                continue  # a referral that did not carry is off the table
            label, kind = motion_label(self.meeting, item, motion), motion.entry.event.kind
            said = " ".join(x for x in ("" if label.endswith(kind) else kind, motion.text) if x)
            rows.append(line(f"• {label}: {said}" if said else f"• {label}"))
        return Content("\n").join(row.truncate(140, ellipsis=True) for row in rows)

    def _show_rows(self) -> None:
        fields = self.way.fields if self.way else ()
        self.show_row("row-words", "words" in fields or self.decided is not None)
        for name in ("to", "reason"):
            self.show_row(f"row-{name}", name in fields)

    @on(OptionList.OptionHighlighted, "#ways")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_rows()
        self._show_script()
        self.refresh_preview()

    @on(OptionList.OptionSelected, "#ways")
    def _struck(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.way and "words" in self.way.fields and not self.text("words"):
            self.query_one("#words", TextBox).focus()
            return
        self.save()

    def on_key(self, event: events.Key) -> None:
        """A letter or a digit where nobody types: choose a way, or turn what goes along."""
        letter = event.character.casefold() if event.is_printable and event.character else ""
        if isinstance(self.focused, LineBox | TextBox) or not letter:
            return
        number = next((n for n, w in enumerate(self._ways.all) if w.key == letter), None)
        if number is not None:
            self.query_one("#ways", OptionList).highlighted = number
            self._show_rows()
            fields = self._ways.all[number].fields
            self.query_one(f"#{fields[0]}" if fields else "#ways").focus()
        elif not self._strikes or not self._turned_along(letter):
            return
        event.stop()
        event.prevent_default()

    def _turned_along(self, letter: str) -> bool:
        """What goes along with the gavel, by its letter. False: the letter means nothing here."""
        if letter == "p":
            self.query_one("#mode", Choices).action_step(1)
        elif letter == "j":
            self.query_one("#immediate", Toggle).action_turn()
        elif letter == "d":
            self._open_row("own")
        elif letter == "m" and self.entry is None:
            self._open_row("others")
        elif letter == "g" and self.question is not None:
            self._open_row("order")
        else:
            return False
        return True

    def _open_row(self, name: str) -> None:
        self.show_row(f"row-{name}", True)
        self.query_one(f"#{name}").focus()

    @on(Choices.Picked, "#mode")
    def _mode_changed(self) -> None:
        self._show_script()

    def refresh_preview(self) -> None:
        """The sentence; before anything is chosen, how one chooses."""
        super().refresh_preview()
        if self.is_attached and self.way is None and self._ways.all:
            self.show_preview(Words.ASK)

    # Recording

    def save(self) -> None:
        """Record, or open what has a dialog of its own."""
        if self.way in BESIDE and not self.entry:
            self._open_beside(self.way)
        else:
            super().save()

    @work
    async def _open_beside(self, way: Way) -> None:
        """Another question, or an election; then on with what is left to ask."""
        from tui.dialogs.approvers import ApproversDialog
        from tui.dialogs.elected import ElectedDialog
        from tui.dialogs.other_question import OtherQuestionDialog
        from tui.dialogs.reporting import AnswerDialog, UrgentDialog

        dialogs: dict[str, type[RecordingDialog]] = {
            OTHER.key: OtherQuestionDialog,
            ELECTS.key: ElectedDialog,
            APPROVERS.key: ApproversDialog,
            ANSWERS.key: AnswerDialog,
            URGENT.key: UrgentDialog,
        }
        if await self.app.push_screen_wait(dialogs[way.key](self.session, self.item, self.submit)):
            if self.state and any(q.answer is None for q in self.state.questions):
                self.dismiss(True)  # it is to be voted on: F6 comes next
                return
            self.say(Election.NOTED if way is ELECTS else Words.WENT_ON)
        self.show_question()
        self.query_one("#ways").focus()
        self.refresh_preview()

    def build(self) -> tuple[Event, ...]:
        """The chair's question with its answer, and the gavel when nothing more is to be asked."""
        way, item = self.way, self.state
        if self.entry and (way is None or not (self.decided or self.answered)):
            raise Missing(Recording.NOTHING_TO_SAVE)
        if way is None or item is None:
            raise Missing(Words.NOTHING_CHOSEN if self.question else Words.NO_PROPOSAL, "#ways")
        if "words" in way.fields and not self.text("words"):
            raise Missing(Words.NO_WORDS, "#words")
        if way in BESIDE:
            raise Missing(Words.NOTHING_CHOSEN, "#ways")  # nothing to record here
        at = self.session.clock()
        if self.answered:
            return (replace(self.answered, winner=way.winner or self.answered.winner),)
        if self.decided:
            at_once = self.turned("immediate") and not item.immediately_approved
            beside = (ImmediatelyApproved(at=at, items=self.decided.items),) if at_once else ()
            return (self._gavel().corrected(self.decided, way), *beside)
        if way is WITHOUT:
            return (ItemLeft(at=at, when=self.when(), item=self.item),)
        return tuple(self._gavel().after(self.session, item, self.question, way, self.value("order")))

    def _gavel(self) -> Gavel:
        return Gavel(
            self.session.clock(),
            self.when(),
            words=self.text("words"),
            own=self.text("own"),
            to=self.value("to"),
            reason=self.value("reason"),
            others=self.picked("others"),
            immediate=self.turned("immediate"),
            proposing=self._proposing(),
        )

    def _proposing(self) -> bool | None:
        """What is said of it, when it is not what the agenda says."""
        said = self.choice("mode") == PROPOSES
        return None if self.state and said == bool(self.state.item.chain) else said

    def recorded(self, made: tuple[Event, ...]) -> None:
        """The gavel closes the dialog; an answer leads to the next question."""
        if self.entry or any(isinstance(e, Decided | ItemLeft) for e in made):
            super().recorded(made)
        else:
            self.query_one("#order", LineBox).show("")
            self.show_row("row-order", False)
            self.say(Words.WENT_ON)
            self.show_question()
            self.query_one("#ways").focus()
            self.refresh_preview()
