"""F5: the chair's next question word for word, and what the chair found. With one unopposed proposal Enter is the gavel.

With two or more nothing is chosen beforehand and Enter does nothing until something is. The gavel can fall before the
words are found.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from textual import events, on, work
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as ListOption

from sessions.attendance import quorate
from sessions.events import Decided, Event, ImmediatelyApproved, ItemLeft, ItemOpened, Outcome, QuestionAnswered, QuestionPut
from sessions.meeting import ItemState
from sessions.procedure import (
    DECIDE_TODAY,
    REJECTION,
    ProposedQuestion,
    Settlement,
    additions,
    answers,
    next_question,
    proposals,
    settlement,
)
from sessions.refusals import named
from tui.dialogs.fields import Choices, Option, Row, Toggle
from tui.dialogs.people import PeoplePicker, motion_label, prepared_label, proposal_label
from tui.dialogs.recording import Missing, RecordingDialog
from tui.dialogs.spoken import formal_verb, spoken
from tui.literal import line, plain
from tui.texts.dialogs import Decision as Words
from tui.texts.dialogs import Election, OtherQuestion, Recording
from tui.widgets.name_picker import Choice
from tui.widgets.text_box import LineBox, TextBox

DECIDES, PROPOSES = "beslutar", "föreslår"


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which the question can end. `winner`: the alternative that won, when it answers the chair's question."""

    key: str
    label: str
    outcome: Outcome = "bifall"
    winner: str | None = None
    text: str = ""
    fields: tuple[str, ...] = ()
    """The rows that it has a use for; the first one gets the focus."""


QUICK = (
    Way("o", Words.POSTPONE, "bordläggs", fields=("reason",)),
    Way("å", Words.REFER, "återremitteras", fields=("reason", "to")),
    Way("u", Words.DROPPED, "utgår"),
    Way("e", Words.OWN_WORDS, fields=("words",)),
)
_FIELDS = {"återremiss": ("reason", "to"), "remiss": ("reason", "to"), "bordläggning": ("reason",)}
INQUORATE = Way("b", Words.INQUORATE, "ej beslutför")
NOTED = Way("a", Words.NOTED, text=Words.NOTED_TEXT)
WITHOUT = Way("i", Words.WITHOUT)
GAVEL = Way("k", Words.GAVEL_NOW)
OTHER = Way("f", OtherQuestion.OPEN)
ELECTS = Way("l", Election.OPEN)
BESIDE = (OTHER, ELECTS)
"""Dialogs of their own, after which the question is asked anew."""


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
        yield Static("", id="table", classes="long", markup=False)
        yield Static("", id="question", markup=False)
        yield OptionList(id="ways", markup=False)
        yield Row(Words.WORDS, self.text_box(self._began_with(), id="words"), id="row-words")
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

    def _began_with(self) -> str:
        return self.decided.text if self.decided else ""

    def _receiver(self) -> str:
        return self.state.item.proposed_by if self.state else ""

    def _motive(self) -> str:
        motions = self.state.live_motions if self.state else ()
        return next((m.text for m in motions if m.entry.event.kind in {"återremiss", "bordläggning"}), "")

    def _others(self) -> list[Choice]:
        waiting = [x for i in self.meeting.order if (x := self.meeting.items[i]).phase in {"planerat", "öppet", "lämnat"}]
        return [Choice(x.id, named(x)) for x in waiting if x.id != self.item and x.item.kind != "paus"]

    @property
    def question(self) -> ProposedQuestion | None:
        """The chair's next question, or None when all have been answered."""
        return next_question(self.meeting, self.state) if self.state and not self.entry else None

    @property
    def way(self) -> Way | None:
        """The way that is chosen."""
        at = self.query_one("#ways", OptionList).highlighted
        return self._ways[at] if at is not None and at < len(self._ways) else None

    _ways: tuple[Way, ...] = ()

    def _all_ways(self, item: ItemState) -> tuple[tuple[Way, ...], int | None]:
        """The ways it can end, and the one that is chosen beforehand."""
        if self.decided:
            return self._corrections(item, self.decided)
        if self.answered:
            return self._other_answers(item, self.answered)
        if self.entry:
            return (), None
        question, settled = self.question, settlement(item)
        quick = (*QUICK, *BESIDE) if quorate(self.meeting, item) else (*QUICK, INQUORATE, *BESIDE)
        if question is None and settled is None:
            written = bool(item.texts.get("decision"))
            first = (GAVEL, NOTED, WITHOUT) if written else (NOTED, WITHOUT, GAVEL)
            return (*first, *quick), 0 if written else None
        if question is None and settled is not None:
            return (self._settled(item, settled), *quick), 0
        assert question is not None
        found = tuple(self._alternative(item, question, a, n) for n, a in enumerate(question.alternatives, 1))
        return (*found, *quick), 0 if question.single else None

    def _settled(self, item: ItemState, settled: Settlement) -> Way:
        label = Words.according_to(proposal_label(self.meeting, item, settled.winner))
        return Way("1", label, settled.outcome, None if settled.outcome not in {"bifall", "avslag"} else settled.winner)

    def _alternative(self, item: ItemState, question: ProposedQuestion, alternative: str, number: int) -> Way:
        if alternative == DECIDE_TODAY:
            label = Words.DECIDE_TODAY
        elif question.kind == "formell":
            motion = item.motion(alternative)
            label = Words.formal(formal_verb(motion), proposal_label(self.meeting, item, alternative))
            return Way(str(number), label, winner=alternative, fields=_FIELDS.get(motion.entry.event.kind if motion else "", ()))
        elif question.kind == "tillägg":
            label = Words.REJECTED if alternative == REJECTION else Words.APPROVED
        else:
            label = Words.according_to(proposal_label(self.meeting, item, alternative))
        return Way(str(number), label, winner=alternative)

    def _other_answers(self, item: ItemState, event: QuestionAnswered) -> tuple[tuple[Way, ...], int | None]:
        put = next((q.entry.event for q in item.questions if q.id == event.question), None)
        if put is None:
            return (), None
        about = next((a for a in put.alternatives if item.motion(a)), "")
        asked = ProposedQuestion(put.kind, put.form, put.alternatives, about)
        found = tuple(replace(self._alternative(item, asked, a, n), fields=()) for n, a in enumerate(put.alternatives, 1))
        return found, next((n for n, w in enumerate(found) if w.winner == event.winner), None)

    def _corrections(self, item: ItemState, event: Decided) -> tuple[tuple[Way, ...], int | None]:
        stands = [(p.id, "avslag" if p.motion and p.motion.entry.event.kind == REJECTION else "bifall") for p in proposals(item)]
        found: list[Way] = [
            Way(str(n), Words.according_to(proposal_label(self.meeting, item, id)), outcome, winner=id)  # type: ignore[arg-type]
            for n, (id, outcome) in enumerate(stands, 1)
        ]
        found += [w for w in QUICK if w.key != "e"]
        wanted = (event.outcome, event.winner or "förslaget")
        at = next((n for n, w in enumerate(found) if (w.outcome, w.winner) == wanted), None)
        if at is None:
            at = next((n for n, w in enumerate(found) if w.outcome == event.outcome and w.winner is None), None)
        return tuple(found), at

    # Showing

    @property
    def _strikes(self) -> bool:
        """Whether a gavel is what is recorded or corrected."""
        return self.entry is None or self.decided is not None

    def on_mount(self) -> None:
        """Show the first question."""
        self.show_row("row-others", False)
        for name in ("mode", "time"):
            self.show_row(f"row-{name}", self._strikes)
        self.show_question()

    def show_question(self) -> None:
        """Show what is on the table, the chair's question and the ways it can end."""
        item = self.state
        if item is None:
            return
        question = self.question
        self._ways, at = self._all_ways(item)
        self.query_one("#table", Static).update(self._on_the_table(item))
        if question:
            asked = spoken(self.meeting, item, question, self.choice("mode") == PROPOSES)
        else:
            asked = "" if self.entry or settlement(item) else Words.NO_PROPOSAL
        self.query_one("#question", Static).update(plain(asked))
        self.query_one("#question").display = bool(asked)
        ways = self.query_one("#ways", OptionList)
        ways.set_options([ListOption(Content.assemble((f"{w.key} ", "bold"), line(w.label))) for w in self._ways])
        ways.highlighted = at
        self._show_rows()

    def _on_the_table(self, item: ItemState) -> Content:
        rows = []
        if item.item.points:
            first = " ".join(p.text for p in item.item.points)
            rows.append(line(f"• {prepared_label(item)}: {first}"))
        settled = answers(item)
        for motion in item.live_motions:
            if motion.id in settled:
                continue  # a referral that did not carry is off the table
            said = f"{motion.entry.event.kind} {motion.text}".strip()
            rows.append(line(f"• {motion_label(self.meeting, item, motion)}: {said}"))
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
        number = next((n for n, w in enumerate(self._ways) if w.key == letter), None)
        if number is not None:
            self.query_one("#ways", OptionList).highlighted = number
            self._show_rows()
            fields = self._ways[number].fields
            self.query_one(f"#{fields[0]}" if fields else "#ways").focus()
        elif not self._strikes:
            return
        elif letter == "p":
            self.query_one("#mode", Choices).action_step(1)
        elif letter == "j":
            self.query_one("#immediate", Toggle).action_turn()
        elif letter == "m" and self.entry is None:
            self.show_row("row-others", True)
            self.query_one("#others", PeoplePicker).focus()
        else:
            return
        event.stop()
        event.prevent_default()

    @on(Choices.Picked, "#mode")
    def _mode_changed(self) -> None:
        item, question = self.state, self.question
        if item and question:
            self.query_one("#question", Static).update(plain(spoken(self.meeting, item, question, self.choice("mode") == PROPOSES)))

    def refresh_preview(self) -> None:
        """The sentence; before anything is chosen, how one chooses."""
        super().refresh_preview()
        if self.is_attached and self.way is None and self._ways:
            self.query_one("#preview", Static).remove_class("-empty").update(plain(Words.ASK))

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
        from tui.dialogs.elected import ElectedDialog
        from tui.dialogs.other_question import OtherQuestionDialog

        dialog = OtherQuestionDialog if way is OTHER else ElectedDialog
        if await self.app.push_screen_wait(dialog(self.session, self.item, self.submit)):
            self.say(Words.WENT_ON if way is OTHER else Election.NOTED)
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
        if self.answered:
            return (replace(self.answered, winner=way.winner or self.answered.winner),)
        if self.decided:
            at_once = self.turned("immediate") and not item.immediately_approved
            beside = (ImmediatelyApproved(at=self.session.clock(), items=self.decided.items),) if at_once else ()
            return (self._corrected(self.decided, way), *beside)
        at, when = self.session.clock(), self.when()
        if way is WITHOUT:
            return (ItemLeft(at=at, when=when, item=self.item),)
        question = self.question
        made: list[Event] = []
        decided: Settlement | None = Settlement(way.outcome, way.winner or "")
        alone = question is not None and question.single and settlement(item) is not None and not additions(item)
        if question is not None and way.winner is not None and not alone:
            made.append(QuestionPut(at=at, item=self.item, kind=question.kind, form=question.form, alternatives=question.alternatives))
            made.append(QuestionAnswered(at=at, item=self.item, winner=way.winner))
            after = self.session.log.tried(made).meeting
            decided = None if next_question(after, after.items[self.item]) else settlement(after.items[self.item])
        if decided is not None:
            made += self._gavel(way, decided)
        return tuple(made)

    def _gavel(self, way: Way, decided: Settlement) -> list[Event]:
        at, when = self.session.clock(), self.when()
        others = self.picked("others")
        items = tuple(dict.fromkeys((*(x.id for x in self._together()), *others)))
        planned = tuple(i for i in others if self.meeting.items[i].phase == "planerat")
        made: list[Event] = [ItemOpened(at=at, when=when, items=planned)] if planned else []
        formal = decided.outcome not in {"bifall", "avslag"}
        made.append(
            Decided(
                at=at,
                when=when,
                items=items,
                outcome=decided.outcome,
                winner="" if formal or decided.winner == "förslaget" else decided.winner,
                text=self.text("words") if "words" in way.fields else way.text,
                to=self.value("to") if decided.outcome in {"återremitteras", "remitteras"} else "",
                reason=self.value("reason") if formal and decided.outcome != "utgår" else "",
                proposing=self._proposing(),
            )
        )
        if self.turned("immediate"):
            made.append(ImmediatelyApproved(at=at, when=when, items=items))
        return made

    def _together(self) -> list[ItemState]:
        """The item, and those that were taken up with it."""
        open_now = [x for x in self.meeting.open_items]
        return open_now if any(x.id == self.item for x in open_now) else [x for x in (self.state,) if x]

    def _proposing(self) -> bool | None:
        """What is said of it, when it is not what the agenda says."""
        said = self.choice("mode") == PROPOSES
        return None if self.state and said == bool(self.state.item.chain) else said

    def _corrected(self, event: Decided, way: Way) -> Decided:
        formal = way.outcome not in {"bifall", "avslag"}
        return replace(
            event,
            when=self.when(),
            outcome=way.outcome,
            winner="" if formal or way.winner in {None, "förslaget"} else way.winner or "",
            text=self.text("words"),
            to=self.value("to") if "to" in way.fields else "",
            reason=self.value("reason") if "reason" in way.fields else "",
            proposing=self._proposing(),
        )

    def recorded(self, made: tuple[Event, ...]) -> None:
        """The gavel closes the dialog; an answer leads to the next question."""
        if self.entry or any(isinstance(e, Decided | ItemLeft) for e in made):
            super().recorded(made)
        else:
            self.say(Words.WENT_ON)
            self.show_question()
            self.query_one("#ways").focus()
            self.refresh_preview()
