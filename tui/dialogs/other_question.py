"""A question other than the one that the program proposes: what it is about, how it is put, what the chair found.

Whatever was put can be recorded: one proposal to approve or reject, several against each other, some points alone, a second
referral, or a principle that stands on no motion at all. When a vote was demanded at once the question waits for F6.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from textual.widget import Widget

from sessions.events import Event, QuestionAnswered, QuestionPut
from sessions.procedure import DECIDE_TODAY, REJECTION
from sessions.proposals import APPROVAL
from tui.dialogs.fields import Choices, Option, Row
from tui.dialogs.numbers import read_numbers
from tui.dialogs.people import PeoplePicker, targets
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Decision
from tui.texts.dialogs import Motion as MotionWords
from tui.texts.dialogs import OtherQuestion as Words
from tui.widgets.name_picker import Choice
from tui.widgets.text_box import LineBox

YES, NO, VOTE = "ja", "nej", "votering"
PRINCIPLE = "princip"
"""The form of a question in words of its own, answered by ja or nej."""


class OtherQuestionDialog(RecordingDialog):
    """Records the question and its answer as one act; without the answer when it is to be voted on."""

    TITLE_TEXT = Words.TITLE
    HELP_TEXT = Words.HELP
    AUTO_FOCUS = "#about PickerField"

    def body(self) -> Iterable[Widget]:
        """About what, in which form, in which words; what was found."""
        about = [Choice(o.value, o.label) for o in self._targets()]
        yield Row(Words.ABOUT, PeoplePicker(about, id="about"), id="row-about")
        yield Row(Words.FORM, Choices([Option(*form) for form in Words.FORMS], id="form"))
        yield Row(Words.POINTS, LineBox(placeholder=Words.POINTS_HINT, id="points", classes="short"), id="row-points")
        yield Row(Words.WORDS, self.text_box(id="words", placeholder=Words.WORDS_HINT))
        yield Row(Words.ANSWER, Choices(self._answers("bifall eller avslag", ()), id="answer"))

    def _targets(self) -> list[Option]:
        return targets(self.meeting, self.state) if self.state else []

    def on_mount(self) -> None:
        """Points only where there are several."""
        self.show_row("row-points", bool(self.state and len(self.state.item.points) > 1))

    def field_changed(self) -> None:
        """The answers follow from the form and from what it is about."""
        form = self.choice("form")
        self.show_row("row-about", form != PRINCIPLE)
        self.show_row("row-points", form != PRINCIPLE and bool(self.state and len(self.state.item.points) > 1))
        answers = self._answers(form, self.picked("about"))
        shown = self.query_one("#answer", Choices)
        if tuple(answers) != shown.options:
            shown.set_options(answers, shown.value if shown.value in {a.value for a in answers} else "")

    def _answers(self, form: str, about: tuple[str, ...]) -> list[Option]:
        vote = Option(VOTE, Words.VOTE, "v")
        if form == PRINCIPLE:
            return [Option(YES, Words.YES, "j"), Option(NO, Words.NO, "n"), vote]
        if form == "bifall eller avslag":
            return [Option(APPROVAL, Decision.APPROVED, "b"), Option(REJECTION, Decision.REJECTED, "a"), vote]
        labels = {o.value: o.label for o in self._targets()}
        found = [Option(a, labels.get(a, a), str(n)) for n, a in enumerate(about, 1)]
        return [Option(DECIDE_TODAY, Decision.DECIDE_TODAY, "d"), *found, vote] if form == "avgöras i dag" else [*found, vote]

    def build(self) -> tuple[Event, ...]:
        """The question, and what the chair found."""
        about, form = self.picked("about"), self.choice("form")
        if form == PRINCIPLE and not self.text("words"):
            raise Missing(Words.NO_WORDS, "#words")
        if form != PRINCIPLE and not about:
            raise Missing(Words.NO_ALTERNATIVE, "#about")
        if form in {"mot varandra", "var för sig"} and len(about) < 2:
            raise Missing(Words.TWO, "#about")
        points = read_numbers(self.value("points"))
        if points is None:
            raise Missing(MotionWords.BAD_POINTS, "#points")
        winner = self.choice("answer")
        if not winner:
            raise Missing(Words.NO_ANSWER, "#answer")
        alternatives = {
            "avgöras i dag": (DECIDE_TODAY, *about),
            "bifall eller avslag": (*about, REJECTION),
            PRINCIPLE: (YES, NO),
        }.get(form, about)
        if winner == APPROVAL:
            winner = about[0]
        said: Any = "bifall eller avslag" if form == PRINCIPLE else form
        at = self.session.clock()
        if form == PRINCIPLE:
            points = ()
        put = QuestionPut(at=at, item=self.item, kind="annan", form=said, alternatives=alternatives, points=points, text=self.text("words"))
        return (put,) if winner == VOTE else (put, QuestionAnswered(at=at, item=self.item, winner=winner))

    def recorded(self, made: tuple[Event, ...]) -> None:
        """What waits for a vote says where the vote is."""
        if not any(isinstance(e, QuestionAnswered) for e in made):
            self.app.notify(Words.NOW_VOTE, markup=False)
        super().recorded(made)
