"""F6: a vote. First what ja and nej mean, then the roll, the chair last; every vote is recorded as it is called.

Left in the middle, the vote stays open and F6 goes on with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as ListOption

from sessions import voting
from sessions.attendance import chair
from sessions.events import (
    PREPARED,
    Choice,
    Decided,
    Event,
    QuestionAnswered,
    QuestionKind,
    QuestionPut,
    VoteCast,
    VoteClosed,
    VoteCounted,
    VoteOpened,
)
from sessions.meeting import Vote
from sessions.procedure import DECIDE_TODAY, REJECTION, after_vote, next_question, proposals
from tui.dialogs.base import Answer
from tui.dialogs.fields import Choices, Option, Row, Toggle
from tui.dialogs.people import PeoplePicker, people_choices, proposal_label
from tui.dialogs.preview import proposal_name
from tui.dialogs.recording import Missing, RecordingDialog
from tui.dialogs.spoken import formal_verb
from tui.literal import line, plain
from tui.texts.dialogs import Vote as Words
from tui.widgets.text_box import LineBox

LETTERS: dict[str, Choice] = {"j": "ja", "n": "nej", "a": "avstår"}


class VoteDialog(RecordingDialog):
    """F6, Enter, then one key a person."""

    TITLE_TEXT = Words.TITLE
    CHANGE_TEXT = Words.CHANGE
    HELP_TEXT = Words.HELP
    SAVE_TEXT = Words.START
    AUTO_FOCUS = "#yes"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+r", "numbers", Words.NUMBERS, show=False)]

    def more_answers(self) -> tuple[Answer, ...]:
        """The result first, the names later or never."""
        return () if self.entry else (Answer("numbers", Words.NUMBERS, "ctrl+r"),)

    def body(self) -> Iterable[Widget]:
        """What is voted on; the roll; the numbers; the sum."""
        event: VoteOpened | None = self.entry.event if self.entry else None
        sides = [Option(p, self._label(p)) for p in self._stands()]
        yes, no = (sides[0].value, sides[1].value) if len(sides) > 1 else (PREPARED, "")
        yield Row(Words.YES, Choices(sides, yes, id="side-yes"), id="row-side-yes")
        yield Row(Words.NO, Choices(sides, no, id="side-no"), id="row-side-no")
        yield Row(Words.YES_MEANS, LineBox(event.yes if event else self._meaning(yes), id="yes"), id="row-yes")
        yield Row(Words.NO_MEANS, LineBox(event.no if event else self._meaning(no), id="no"), id="row-no")
        people = people_choices(self.meeting, self.state)
        yield Row(Words.BY, PeoplePicker(people, event.requested_by if event else (), id="by"), id="row-by")
        yield Row("", Toggle(Words.SECRET, bool(event and event.secret), id="secret"), id="row-secret")
        yield OptionList(id="roll", markup=False)
        yield Row(Words.YES, LineBox("", id="count-yes", classes="clock"), id="row-count-yes")
        yield Row(Words.NO, LineBox("", id="count-no", classes="clock"), id="row-count-no")
        yield Row(Words.ABSTAINS, LineBox("", id="count-abstain", classes="clock"), id="row-count-abstain")
        casting = (Option("", Words.MISSING), Option("ja", Words.YES, "j"), Option("nej", Words.NO, "n"))
        yield Row(Words.CASTING, Choices(casting, "", id="casting"), id="row-casting")
        yield Static("", id="sum", markup=False)

    def on_mount(self) -> None:
        """Begin with what ja and nej mean, or where an open vote was left."""
        self._show_stage()

    # What is voted on

    def _stands(self) -> tuple[str, ...]:
        """The alternatives of the chair's question, else the proposals on the table."""
        if self.state is None or self.entry:
            return ()
        unanswered = next((q for q in reversed(self.state.questions) if q.answer is None), None)
        if unanswered and len(unanswered.entry.event.alternatives) > 1:
            return unanswered.entry.event.alternatives
        question = next_question(self.meeting, self.state)
        stands = question.alternatives if question else tuple(p.id for p in proposals(self.state))
        return (*stands, REJECTION) if len(stands) == 1 else stands  # a nej to the only proposal is a rejection of it

    def _label(self, side: str) -> str:
        return proposal_label(self.meeting, self.state, side) if self.state and side != DECIDE_TODAY else side

    def _meaning(self, side: str) -> str:
        """`bifall till Karin Bergs (M) yrkande`, `att ärendet återremitteras`."""
        item = self.state
        if item is None or not side:
            return ""
        question = next_question(self.meeting, item)
        if side == DECIDE_TODAY:
            return Words.DECIDED_TODAY
        if question and question.kind == "formell":
            return Words.that(formal_verb(item.motion(side)))
        if side == "avslag":
            return Words.REJECTION
        return f"{Words.APPROVAL} {proposal_name(self.meeting, item.id, side)}"

    @on(Choices.Picked, "#side-yes")
    @on(Choices.Picked, "#side-no")
    def _side_picked(self, event: Choices.Picked) -> None:
        name = (event.choices.id or "").removeprefix("side-")
        self.query_one(f"#{name}", LineBox).show(self._meaning(event.value))

    # Stages: the meanings, the roll or the numbers, the result

    @property
    def vote(self) -> Vote | None:
        """The vote that is going on."""
        return self.state.open_vote if self.state else None

    _numbers = False

    def _show_stage(self) -> None:
        vote = self.vote if not self.entry else None
        numbers = self._numbers and vote is not None
        meaning = vote is None
        for name in ("yes", "no", "by", "secret"):
            self.show_row(f"row-{name}", meaning)
        for name in ("side-yes", "side-no"):
            self.show_row(f"row-{name}", meaning and len(self._stands()) > 2)
        for name in ("count-yes", "count-no", "count-abstain"):
            self.show_row(f"row-{name}", numbers)
        self.query_one("#roll").display = vote is not None and not numbers
        self.show_row("row-casting", False)
        if vote is not None:
            self._show_roll()
            self.query_one("#answer-save").label = plain(f"{Words.CLOSE_VOTE} (Ctrl+S)")  # type: ignore[attr-defined]
            self.query_one("#count-yes" if numbers else "#roll").focus()

    def roll(self) -> tuple[str, ...]:
        """Who votes, in the order they are called: the chair last (R-704)."""
        return voting.roll(self.meeting, self.state) if self.state else ()

    def _show_roll(self) -> None:
        vote, voters = self.vote, self.roll()
        if vote is None:
            return
        listed = self.query_one("#roll", OptionList)
        at = listed.highlighted
        rows = []
        for person in voters:
            name = line(self.meeting.label(person)).truncate(40, ellipsis=True, pad=True)
            rows.append(ListOption(Content.assemble(name, (f" {vote.cast.get(person, Words.MISSING)}", "bold"))))
        listed.set_options(rows)
        left = [n for n, p in enumerate(voters) if p not in vote.cast]
        listed.highlighted = at if at is not None and at < len(voters) else left[0] if left else len(voters) - 1 if voters else None
        self._show_sum()

    def _show_sum(self) -> None:
        vote = self.vote
        if vote is None:
            return
        yes, no, abstain = self._count(vote)
        said = Words.tally(yes, no, abstain, len(self.roll()))
        if self._tie(vote):
            said = f"{said}\n{Words.CHAIR_MUST if not self._casting(vote) else Words.TIE}"
        self.query_one("#sum", Static).update(plain(f"{vote.entry.event.yes} = ja · {vote.entry.event.no} = nej\n{said}"))

    def _count(self, vote: Vote) -> tuple[int, int, int]:
        if self._numbers:
            found = [self.value(f"count-{name}") for name in ("yes", "no", "abstain")]
            yes, no, abstain = (int(x) if x.isdigit() else 0 for x in found)
            return yes, no, abstain
        return vote.count("ja"), vote.count("nej"), vote.count("avstår")

    def _complete(self, vote: Vote) -> bool:
        if self._numbers:
            return self.value("count-yes").isdigit() and self.value("count-no").isdigit()
        return all(p in vote.cast for p in self.roll())

    def _tie(self, vote: Vote) -> bool:
        yes, no, _ = self._count(vote)
        return self._complete(vote) and yes == no

    def _casting(self, vote: Vote) -> Choice | None:
        """The side of the chair's own vote, or what is said of it; None while there is none."""
        said = self.choice("casting")
        own = vote.cast.get(chair(self.meeting, self.state) or "") if self.state else None
        for choice in (said, own):
            if choice in {"ja", "nej"}:
                return choice  # type: ignore[return-value]
        return None

    def field_changed(self) -> None:
        """The sum follows the numbers; a tie asks for the chair's side."""
        vote = self.vote if not self.entry else None
        if vote is not None:
            self.show_row("row-casting", self._numbers and self._tie(vote))
            self._show_sum()

    # The roll

    def on_key(self, event: events.Key) -> None:
        """J, N, A: what the one who is called answers. Backspace goes one back, space passes over."""
        listed = self.query_one("#roll", OptionList)
        if self.focused is not listed or listed.highlighted is None:
            return
        letter = (event.character or "").casefold()
        if letter in LETTERS:
            self._cast(listed, LETTERS[letter])
        elif event.key == "backspace":
            listed.highlighted = max(0, listed.highlighted - 1)
        elif event.key == "space":
            listed.highlighted = min(len(self.roll()) - 1, listed.highlighted + 1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _cast(self, listed: OptionList, choice: Choice) -> None:
        at = listed.highlighted or 0
        refused = self.submit((VoteCast(at=self.session.clock(), item=self.item, person=self.roll()[at], choice=choice),), False)
        if refused:
            self._refuse(refused, (VoteCast(at=self.session.clock(), item=self.item, person=self.roll()[at], choice=choice),))
            return
        self.show_error("")
        listed.highlighted = min(at + 1, len(self.roll()) - 1)
        self._show_roll()
        self.refresh_preview()

    @on(OptionList.OptionSelected, "#roll")
    def _enter_on_the_roll(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.vote and self._complete(self.vote):
            self.save()
        elif self.vote:
            self.show_error(Words.missing(sum(1 for p in self.roll() if p not in self.vote.cast)))

    def action_numbers(self) -> None:
        """The result first: only numbers."""
        self._numbers = not self._numbers
        if self.vote is None:
            self.save()
        else:
            self._show_stage()

    def act(self, id: str) -> None:
        """`Bara siffror`."""
        self.action_numbers()

    # Recording

    def build(self) -> tuple[Event, ...]:
        """The opening of the vote; then its closing, the answer, and the gavel when nothing more is to be asked."""
        vote = self.vote
        if self.entry:
            yes, no = self._meanings()
            by = self.picked("by")
            return (replace(self.entry.event, yes=yes, no=no, secret=self.turned("secret"), requested_by=by),)
        return self._begun() if vote is None else self._gavel(vote)

    def _meanings(self) -> tuple[str, str]:
        yes, no = self.value("yes"), self.value("no")
        if not yes or not no:
            raise Missing(Words.NO_MEANING, "#no" if yes else "#yes")
        return yes, no

    def _begun(self) -> tuple[Event, ...]:
        yes, no = self._meanings()
        at, item = self.session.clock(), self.state
        made: list[Event] = []
        question = next_question(self.meeting, item) if item else None
        waiting = item is not None and any(q.answer is None for q in item.questions)
        sides = (self.choice("side-yes"), self.choice("side-no"))
        if not waiting and all(sides):
            # With three or more the first one is the main proposal: a vote between two others only names its rival.
            kind: QuestionKind = question.kind if question else "annan"
            if kind == "huvudfråga" and len(self._stands()) > 2 and self._stands()[0] not in sides:
                kind = "motförslag"
            form = "bifall eller avslag" if REJECTION in sides else question.form if question else "mot varandra"
            made.append(QuestionPut(at=at, item=self.item, kind=kind, form=form, alternatives=sides))
        made.append(VoteOpened(at=at, item=self.item, yes=yes, no=no, secret=self.turned("secret"), requested_by=self.picked("by")))
        return tuple(made)

    def _gavel(self, vote: Vote) -> tuple[Event, ...]:
        at, total = self.session.clock(), len(self.roll())
        yes, no, abstain = self._count(vote)
        if not self._complete(vote):
            if self._numbers:
                raise Missing(Words.NO_NUMBERS, "#count-yes")
            raise Missing(Words.missing(sum(1 for p in self.roll() if p not in vote.cast)), "#roll")
        if self._numbers and yes + no + abstain > total:
            raise Missing(Words.too_many(yes + no + abstain, total), "#count-yes")
        casting = self._casting(vote) if yes == no else None
        if yes == no and casting is None:
            raise Missing(Words.CHAIR_MUST, "#casting" if self._numbers else "#roll")
        made: list[Event] = [VoteCounted(at=at, item=self.item, yes=yes, no=no, abstain=abstain)] if self._numbers else []
        made.append(VoteClosed(at=at, item=self.item, casting_vote=casting or ""))
        return (*made, *self._consequences(vote, tuple(made), casting or ""))

    def _consequences(self, vote: Vote, closed: tuple[Event, ...], casting: str) -> list[Event]:
        """The answer to the question, and the decision when the questions are through (R-707, R-713)."""
        meeting = self.session.log.tried(closed).meeting
        item = meeting.items[self.item]
        asked = next((q for q in item.questions if q.id == vote.entry.event.question), None)
        if asked is None or asked.answer is not None or len(asked.entry.event.alternatives) < 2:
            return []
        found = after_vote(meeting, item, casting=casting)
        if found is None or not found.winner:
            return []
        at = self.session.clock()
        made: list[Event] = [QuestionAnswered(at=at, item=self.item, question=asked.id, winner=found.winner, by=found.by)]
        settled = found.settlement
        if asked.entry.event.kind == "motförslag" or settled is None:
            return made
        formal = settled.outcome not in {"bifall", "avslag"}
        motion = item.motion(settled.winner)
        made.append(
            Decided(
                at=at,
                items=(self.item,),
                outcome=settled.outcome,
                winner="" if formal or settled.winner == PREPARED else settled.winner,
                to=item.item.proposed_by if settled.outcome == "återremitteras" else "",
                reason=motion.text if formal and motion else "",
            )
        )
        return made

    def recorded(self, made: tuple[Event, ...]) -> None:
        """After the opening the roll; after the closing the dialog is done."""
        if any(isinstance(e, VoteOpened) for e in made) and not self.entry:
            self._numbers = self._numbers or self.turned("secret")
            self._show_stage()
        elif any(isinstance(e, VoteCast) for e in made):
            self._show_roll()
        else:
            super().recorded(made)

    @property
    def typed(self) -> bool:
        """Votes are recorded as they are called: nothing is lost with Esc."""
        return self.vote is None and super().typed
