"""The ways in which the chair's question can end, as F5 lists them: one key each, and what it comes to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agendas.value import Value
from exports.script_words import formal_verb, formality
from sessions.attendance import quorate
from sessions.events import Decided, Outcome, QuestionAnswered
from sessions.meeting import ItemState, Meeting
from sessions.procedure import (
    DECIDE_TODAY,
    REJECTION,
    ProposedQuestion,
    Settlement,
    found_otherwise,
    proposals,
    settlement,
)
from sessions.standing import is_for_recusals, is_roll_call
from tui.dialogs.preview import standing_words
from tui.naming import proposal_label
from tui.texts.dialogs import Decision as Words
from tui.texts.dialogs import Election, OtherQuestion, Reporting


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Way(Value):
    """One way in which the question can end. `winner`: the alternative that won, when it answers the chair's question."""

    key: str
    label: str
    outcome: Outcome = "bifall"
    winner: str | None = None
    text: str = ""
    fields: tuple[str, ...] = ()
    """The rows that it has a use for; the first one gets the focus."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Ways(Value):
    """All ways, and the place of the one that is chosen beforehand: None when nothing is settled by an Enter of habit."""

    all: tuple[Way, ...] = ()
    chosen: int | None = None


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
ANSWERED = Way("k", Words.GAVEL_ON_ANSWER)
OTHER = Way("f", OtherQuestion.OPEN)
ELECTS = Way("l", Election.OPEN)
APPROVERS = Way("j", Words.CHOOSE_APPROVERS)
ANSWERS = Way("s", Reporting.ANSWER_OPEN)
URGENT = Way("t", Reporting.URGENT_OPEN)
BESIDE = (OTHER, ELECTS, APPROVERS, ANSWERS, URGENT)
"""Dialogs of their own, after which the question is asked anew."""


def ways_of(meeting: Meeting, item: ItemState, question: ProposedQuestion | None) -> Ways:
    """The ways in which an item can be settled now. `question`: the chair's next one.

    The meeting's own formalities offer their sentence (R-104, R-1102); the roll call and the place for jäv are just left.
    """
    settled = settlement(item)
    beside = (URGENT, OTHER, ELECTS) if item.item.kind == "anmälan" else (OTHER, ELECTS)
    quick = (*QUICK, *beside) if quorate(meeting, item) else (*QUICK, INQUORATE, *beside)
    if (found := found_otherwise(item)) and question is not None:
        quick = (replace(_settled(meeting, item, found), key="r", label=Words.found(_outcome_label(meeting, item, found))), *quick)
    if question is None and settled is None:
        written = bool(item.texts.get("decision"))
        if item.item.kind in {"interpellation", "fråga"}:
            return Ways((ANSWERS, GAVEL, WITHOUT, *quick), 0) if not item.answers_given else Ways((ANSWERED, WITHOUT, ANSWERS, *quick), 0)
        if item.elected or item.resigned:
            return Ways((replace(GAVEL, label=Words.GAVEL_ON_ELECTION), WITHOUT, *quick), 0)
        if written:
            return Ways((GAVEL, NOTED, WITHOUT, *quick), 0)
        if said := standing_words(meeting, item):
            return Ways((Way("1", said.removesuffix("."), text=said), WITHOUT, GAVEL, *quick), 0)
        if formality(item) == "justerare":
            return Ways((APPROVERS, WITHOUT, GAVEL, *quick), 0)
        if is_roll_call(item) or is_for_recusals(item):
            return Ways((WITHOUT, NOTED, GAVEL, *quick), 0)
        return Ways((NOTED, WITHOUT, GAVEL, *quick))
    if question is None and settled is not None:
        return Ways((_settled(meeting, item, settled), *quick), 0)
    assert question is not None
    answers = tuple(_alternative(meeting, item, question, a, n) for n, a in enumerate(question.alternatives, 1))
    return Ways((*answers, *quick), 0 if question.single else None)


def other_answers(meeting: Meeting, item: ItemState, event: QuestionAnswered) -> Ways:
    """What the chair can have found instead of what was recorded."""
    put = next((q.entry.event for q in item.questions if q.id == event.question), None)
    if put is None:
        return Ways()
    about = next((a for a in put.alternatives if item.motion(a)), "")
    asked = ProposedQuestion(put.kind, put.form, put.alternatives, about)
    found = tuple(replace(_alternative(meeting, item, asked, a, n), fields=()) for n, a in enumerate(put.alternatives, 1))
    return Ways(found, next((n for n, w in enumerate(found) if w.winner == event.winner), None))


def corrections(meeting: Meeting, item: ItemState, event: Decided) -> Ways:
    """What a gavel can be corrected to; the one it was is chosen."""
    found: list[Way] = []
    for number, proposal in enumerate(proposals(item), 1):
        outcome: Outcome = "avslag" if proposal.rejects else "bifall"
        found.append(Way(str(number), _according_to(meeting, item, proposal.id), outcome, winner=proposal.id))
    found += [w for w in QUICK if w.key != "e"]
    wanted = (event.outcome, event.winner or "förslaget")
    at = next((n for n, w in enumerate(found) if (w.outcome, w.winner) == wanted), None)
    if at is None:
        at = next((n for n, w in enumerate(found) if w.outcome == event.outcome and w.winner is None), None)
    return Ways(tuple(found), at)


def _settled(meeting: Meeting, item: ItemState, settled: Settlement) -> Way:
    winner = settled.winner if settled.outcome in {"bifall", "avslag"} else None
    return Way("1", _outcome_label(meeting, item, settled), settled.outcome, winner)


def _according_to(meeting: Meeting, item: ItemState, proposal: str) -> str:
    motion, label = item.motion(proposal), proposal_label(meeting, item, proposal)
    rejects = motion is not None and motion.entry.event.kind == REJECTION
    return Words.rejected_by(label) if rejects else Words.according_to(label)


def _outcome_label(meeting: Meeting, item: ItemState, settled: Settlement) -> str:
    if settled.outcome == "avslag" and item.motion(settled.winner) is None:
        return Words.rejects(proposal_label(meeting, item, settled.winner))
    return _according_to(meeting, item, settled.winner)


def _alternative(meeting: Meeting, item: ItemState, question: ProposedQuestion, alternative: str, number: int) -> Way:
    motion = item.motion(alternative)
    if alternative == DECIDE_TODAY:
        label = Words.DECIDE_TODAY
    elif question.kind == "formell":
        label = Words.formal(formal_verb(motion), proposal_label(meeting, item, alternative))
        return Way(str(number), label, winner=alternative, fields=_FIELDS.get(motion.entry.event.kind if motion else "", ()))
    elif question.kind == "tillägg":
        label = Words.REJECTED if alternative == REJECTION else Words.APPROVED
    elif alternative == REJECTION:
        label = Words.REJECTED
    else:
        label = _according_to(meeting, item, alternative)
    return Way(str(number), label, winner=alternative)
