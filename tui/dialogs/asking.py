"""A question other than the one that the program proposes: what can be found, and what is recorded. Nothing of any screen.

Whatever was put can be recorded: one proposal to approve or reject, several against each other, some points alone, a second
referral, or a principle that stands on no motion at all. When a vote was demanded at once, the question waits for it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sessions.events import Event, QuestionAnswered, QuestionPut
from sessions.meeting import ItemState, Meeting
from sessions.procedure import DECIDE_TODAY, REJECTION
from sessions.proposals import APPROVAL
from tui.choices import Option
from tui.dialogs.missing import Missing
from tui.naming import targets
from tui.texts.dialogs import Decision
from tui.texts.dialogs import OtherQuestion as Words

YES, NO, VOTE = "ja", "nej", "votering"
ONE = "bifall eller avslag"
TODAY = "avgöras i dag"
PRINCIPLE = "princip"
"""The form of a question in words of its own, answered by ja or nej."""


def answers_to(meeting: Meeting, item: ItemState, form: str, about: tuple[str, ...]) -> list[Option]:
    """What the chair can find on a question of this form, a demand for a vote last."""
    vote = Option(VOTE, Words.VOTE, "v")
    if form == PRINCIPLE:
        return [Option(YES, Words.YES, "j"), Option(NO, Words.NO, "n"), vote]
    if form == ONE:
        return [Option(APPROVAL, Decision.APPROVED, "b"), Option(REJECTION, Decision.REJECTED, "a"), vote]
    labels = {o.value: o.label for o in targets(meeting, item)}
    found = [Option(a, labels.get(a, a), str(n)) for n, a in enumerate(about, 1)]
    return [Option(DECIDE_TODAY, Decision.DECIDE_TODAY, "d"), *found, vote] if form == TODAY else [*found, vote]


def check_alternatives(form: str, about: tuple[str, ...], words: str) -> None:
    """Raises `Missing` when the form wants more than there is."""
    if form == PRINCIPLE and not words:
        raise Missing(Words.NO_WORDS, "#words")
    if form != PRINCIPLE and not about:
        raise Missing(Words.NO_ALTERNATIVE, "#about")
    if form in {"mot varandra", "var för sig"} and len(about) < 2:
        raise Missing(Words.TWO, "#about")


def asked(
    at: datetime, item: str, form: str, about: tuple[str, ...], winner: str, *, points: tuple[int, ...] = (), words: str = ""
) -> tuple[Event, ...]:
    """The question and its answer as one act; without the answer when it is to be voted on. Raises `Missing`."""
    check_alternatives(form, about, words)
    if not winner:
        raise Missing(Words.NO_ANSWER, "#answer")
    alternatives = {TODAY: (DECIDE_TODAY, *about), ONE: (*about, REJECTION), PRINCIPLE: (YES, NO)}.get(form, about)
    if winner == APPROVAL:
        winner = about[0]
    said: Any = ONE if form == PRINCIPLE else form
    put = QuestionPut(
        at=at, item=item, kind="annan", form=said, alternatives=alternatives, points=() if form == PRINCIPLE else points, text=words
    )
    return (put,) if winner == VOTE else (put, QuestionAnswered(at=at, item=item, winner=winner))
