"""A question other than the one that the program proposes: what it is about, how it is put, what the chair found.

What can be found and what is recorded is made in `asking.py`. When a vote was demanded at once the question waits for F6.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from sessions.events import Event, QuestionAnswered
from tui.dialogs.asking import ONE, PRINCIPLE, answers_to, asked, check_alternatives
from tui.dialogs.fields import Choices, Option, Row
from tui.dialogs.numbers import read_numbers
from tui.dialogs.people import PeoplePicker, targets
from tui.dialogs.recording import Missing, RecordingDialog
from tui.texts.dialogs import Motion as MotionWords
from tui.texts.dialogs import OtherQuestion as Words
from tui.widgets.line_box import LineBox
from tui.widgets.name_picker import Choice


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
        yield Row(Words.ANSWER, Choices(self._answers(ONE, ()), id="answer"))

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
        return answers_to(self.meeting, self.state, form, about) if self.state else []

    def build(self) -> tuple[Event, ...]:
        """The question, and what the chair found."""
        about, form = self.picked("about"), self.choice("form")
        check_alternatives(form, about, self.text("words"))
        points = read_numbers(self.value("points"))
        if points is None:
            raise Missing(MotionWords.BAD_POINTS, "#points")
        at, words = self.session.clock(), self.text("words")
        return asked(at, self.item, form, about, self.choice("answer"), points=points, words=words)

    def recorded(self, made: tuple[Event, ...]) -> None:
        """What waits for a vote says where the vote is."""
        if not any(isinstance(e, QuestionAnswered) for e in made):
            self.app.notify(Words.NOW_VOTE, markup=False)
        super().recorded(made)
