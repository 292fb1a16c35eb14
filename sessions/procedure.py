"""From motions to the chair's questions in the right order, and from the answers to the outcome.

Pure functions of the recorded facts. The chair decides the order and the program proposes (design section 5): formal
motions first and one by one, then the main question – with rounds for the counter-proposal when a vote is demanded and
three or more stand against each other – then contested points, then additions one by one (R-606–R-622, R-706).

    question = next_question(meeting, item)     what the chair asks now
    question = vote_demanded(meeting, item)     what is voted on, when somebody says ”votering” after the finding
    after = after_vote(meeting, item)           what the vote means: the winner, and what comes then
    settled = settlement(item)                  what the gavel confirms
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from agendas.value import Value
from sessions.events import PREPARED, AnsweredBy, Outcome, QuestionAnswered, QuestionForm, QuestionKind, Recorded
from sessions.meeting import ItemState, Meeting, Motion, Question, Vote
from sessions.proposals import (
    APPROVAL,
    DECIDE_TODAY,
    REJECTION,
    Contest,
    Proposal,
    additions,
    answered_now,
    contests,
    formal_motions,
    on_points,
    proposals,
    questions_now,
    same,
    speaks_for,
    whole,
    winner_of,
)
from sessions.voting import Result, alternative, question_of, result

__all__ = [
    "APPROVAL",
    "DECIDE_TODAY",
    "REJECTION",
    "AfterVote",
    "Contest",
    "Proposal",
    "ProposedQuestion",
    "Settlement",
    "additions",
    "after_vote",
    "answers",
    "contests",
    "formal_motions",
    "found_otherwise",
    "main_proposal",
    "next_question",
    "proposals",
    "settlement",
    "speaks_for",
    "vote_demanded",
]

_OUTCOMES: dict[str, Outcome] = {"bordläggning": "bordläggs", "återremiss": "återremitteras", "remiss": "remitteras"}


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ProposedQuestion(Value):
    """The next question that the program proposes to the chair."""

    kind: QuestionKind
    form: QuestionForm
    alternatives: tuple[str, ...]
    """Proposal ids, the one asked first in front (bifall before avslag, R-617); in a vote the first is ja."""
    motion: str = ""
    """The motion that it is about, for formal questions and additions."""
    points: tuple[int, ...] = ()
    """The points that it is about, when they are put by themselves (R-622)."""
    main: str = ""
    """The main proposal that a counter-proposal is chosen to (R-706)."""

    @property
    def single(self) -> bool:
        """Whether there is nothing to choose between: one key settles it (R-616)."""
        return len(self.alternatives) == 1


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Settlement(Value):
    """What the answers come to: the outcome, the winning proposal, and the additions that were approved."""

    outcome: Outcome
    winner: str = PREPARED
    additions: tuple[str, ...] = ()
    amendments: tuple[str, ...] = ()
    """The motions that changed single points of the proposal, when they were put point by point (R-622)."""
    parts: tuple[str, ...] = ()
    """The motions that postponed or referred some points or a named part; the rest was decided."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class AfterVote(Value):
    """What a vote means for its question, and what the chair does then. `winner` is empty while nothing settles it."""

    result: Result
    winner: str = ""
    by: AnsweredBy = "votering"
    question: ProposedQuestion | None = None
    """What the chair asks next."""
    settlement: Settlement | None = None
    """What the gavel confirms, when nothing more is asked."""


def answers(item: ItemState) -> dict[str, str]:
    """The winner of each question that has been answered, by the motion or kind that it was about."""
    return {_about(q): q.answer.event.winner for q in answered_now(item) if q.answer}


def _about(question: Question) -> str:
    event = question.entry.event
    if event.kind in {"formell", "tillägg"}:
        return next((a for a in event.alternatives if a not in {DECIDE_TODAY, REJECTION, PREPARED}), "")
    return event.kind


def _ends(motion: Motion) -> bool:
    """Whether a formal motion that wins takes the whole item away: not when it is about some points, or a named part."""
    event = motion.entry.event
    return event.kind in _OUTCOMES and not event.points and not event.part


# The chair's next question


def next_question(meeting: Meeting, item: ItemState) -> ProposedQuestion | None:
    """The chair's next question in the order of R-608, or None when all have been answered or the item goes away."""
    answered = answers(item)
    for motion in formal_motions(item, meeting.rules.formal_order):
        if motion.id not in answered:
            return ProposedQuestion("formell", "avgöras i dag", (DECIDE_TODAY, motion.id), motion.id)
        if answered[motion.id] == motion.id and _ends(motion):
            return None
    state = _main(item)
    if state.question is not None:
        return state.question
    if not state.settled or _rejects(item, state.winner):
        return None  # an addition to a proposal that was rejected falls with it
    for contest in contests(item):
        if not _is_answered(item, contest) and (state.winner == PREPARED or _amends_points(item, state.winner)):
            alternatives = (PREPARED, *contest.motions)
            form: QuestionForm = "mot varandra" if len(alternatives) == 2 else "var för sig"
            return ProposedQuestion("huvudfråga", form, alternatives, points=contest.points)
    for motion in additions(item):
        if motion.id not in answered:
            return ProposedQuestion("tillägg", "bifall eller avslag", (motion.id, REJECTION), motion.id)
    return None


def vote_demanded(meeting: Meeting, item: ItemState) -> ProposedQuestion | None:
    """What is voted on when a vote is demanded on the question that was put last, before the gavel (R-623).

    With two proposals those two, the main proposal as ja (R-703); with three or more the first round for the
    counter-proposal to it (R-706). None when there is nothing to vote between.
    """
    asked = next((q for q in reversed(questions_now(item)) if q.entry.event.kind != "jäv" and not _chair_s_own(q)), None)
    if asked is None or (asked.answer and asked.answer.event.by != "acklamation"):
        question = next_question(meeting, item)
        if question is None or question.single:
            return None
        if question.kind != "huvudfråga" or len(question.alternatives) == 2:
            return question
        main = main_proposal(meeting, item, question.alternatives)
        rest = tuple(a for a in question.alternatives if a != main)
        return ProposedQuestion("motförslag", "mot varandra", rest[:2], points=question.points, main=main)
    event = asked.entry.event
    if event.kind != "huvudfråga":
        about = "" if event.kind == "annan" else _about(asked)
        return ProposedQuestion(event.kind, event.form, event.alternatives, about, event.points)
    alternatives = tuple(map(same, event.alternatives))
    if len(alternatives) < 2:
        return None
    found = main_proposal(meeting, item, alternatives)
    rest = tuple(a for a in alternatives if a != found)
    if len(rest) == 1:
        return ProposedQuestion("huvudfråga", event.form, (found, rest[0]), points=event.points)
    return ProposedQuestion("motförslag", "mot varandra", rest[:2], points=event.points, main=found)


def _chair_s_own(question: Question) -> bool:
    """Whether a question is one of the chair's own that has been answered: a vote demanded now is not about it."""
    return question.entry.event.kind == "annan" and question.answer is not None


def main_proposal(meeting: Meeting, item: ItemState, among: tuple[str, ...]) -> str:
    """The main proposal of a vote: what the chair found, or the prepared one where that is the rule (R-618).

    Also the prepared one when no finding can be made out of the calls (R-619).
    """
    if meeting.rules.huvudforslag_rule == "beredning" and PREPARED in among:
        return PREPARED
    for question in reversed(questions_now(item)):
        found = question.finding or (question.answer if question.answer and question.answer.event.by == "acklamation" else None)
        if question.entry.event.kind == "huvudfråga" and found and same(found.event.winner) in among:
            return same(found.event.winner)
    return PREPARED if PREPARED in among else among[0]


# The main question


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Main(Value):
    """How it stands with the main question: what is asked next in it, or who won."""

    question: ProposedQuestion | None = None
    winner: str = ""

    @property
    def settled(self) -> bool:
        return bool(self.winner)


def _main(item: ItemState) -> _Main:
    stands = tuple(p.id for p in whole(item))
    asked = [q for q in questions_now(item) if q.entry.event.kind in {"huvudfråga", "motförslag"} and not _of_points(item, q)]
    rounds = [q for q in asked if q.entry.event.kind == "motförslag"]
    if rounds:
        return _in_rounds(stands, asked, rounds)
    answered = [q for q in asked if q.answer]
    if answered:
        winner = winner_of(answered[-1])
        put = {same(a) for q in asked for a in q.entry.event.alternatives}
        fresh = tuple(p for p in stands if p not in put and p in _second_hands(item))
        if fresh and winner in stands:  # i andra hand: put when the first hand has fallen
            return _Main(_between(item, (winner, *fresh)))
        return _Main(winner=winner)
    if not stands:
        return _Main()
    if stands == (PREPARED,) and contests(item):
        return _Main(winner=PREPARED)  # only points are contested: they are put by themselves
    return _Main(_between(item, stands))


def _between(item: ItemState, stands: tuple[str, ...]) -> ProposedQuestion:
    only_rejection = len(stands) == 2 and stands[0] == PREPARED and _rejects(item, stands[1])
    form: QuestionForm = "bifall eller avslag" if only_rejection else "mot varandra" if len(stands) == 2 else "var för sig"
    return ProposedQuestion("huvudfråga", form, stands)


def _in_rounds(stands: tuple[str, ...], asked: list[Question], rounds: list[Question]) -> _Main:
    """The counter-proposal is chosen two by two, the winner of each round against the next, then stands against the main one (R-706)."""
    first, last = rounds[0].entry.seq, rounds[-1].entry.seq
    opening = next((q for q in reversed(asked) if q.entry.seq < first and q.entry.event.kind == "huvudfråga"), None)
    field = tuple(map(same, opening.entry.event.alternatives)) if opening else stands
    in_rounds = {same(a) for q in rounds for a in q.entry.event.alternatives}
    found = (opening.finding or opening.answer) if opening else None
    main = same(found.event.winner) if found else next((a for a in field if a not in in_rounds), PREPARED)
    left = [a for a in field if a != main] or [same(a) for a in rounds[0].entry.event.alternatives]
    for question in rounds:
        pair = [same(a) for a in question.entry.event.alternatives]
        if question.answer is None:
            return _Main(ProposedQuestion("motförslag", "mot varandra", tuple(pair), main=main))
        left = [winner_of(question), *(a for a in left if a not in pair)]
    final = next((q for q in asked if q.entry.seq > last and q.entry.event.kind == "huvudfråga" and q.answer), None)
    if len(left) > 1 and final is None:
        return _Main(ProposedQuestion("motförslag", "mot varandra", (left[0], left[1]), main=main))
    if final is None:
        return _Main(ProposedQuestion("huvudfråga", "mot varandra", (main, left[0])))
    return _Main(winner=winner_of(final))


def _second_hands(item: ItemState) -> frozenset[str]:
    return frozenset(m.entry.event.fallback for m in item.put_motions if m.entry.event.fallback)


def _of_points(item: ItemState, question: Question) -> bool:
    """Whether a question was about some points only."""
    if question.entry.event.points:
        return True
    motions = [m for a in question.entry.event.alternatives if (m := item.motion(a))]
    return bool(motions) and bool(contests(item)) and all(on_points(item, m) for m in motions)


def _is_answered(item: ItemState, contest: Contest) -> bool:
    return any(set(contest.motions) & set(q.entry.event.alternatives) for q in answered_now(item) if q.entry.event.kind == "huvudfråga")


def _rejects(item: ItemState, winner: str) -> bool:
    motion = item.motion(winner)
    return winner == REJECTION or (motion is not None and motion.entry.event.kind == REJECTION and not motion.entry.event.points)


def _amends_points(item: ItemState, winner: str) -> bool:
    motion = item.motion(winner)
    return motion is not None and on_points(item, motion)


# What it comes to


def settlement(item: ItemState) -> Settlement | None:
    """The outcome that the answered questions give; with one unopposed proposal that proposal; None while it is open."""
    answered = answers(item)
    for motion in formal_motions(item):
        if answered.get(motion.id) == motion.id and _ends(motion):
            return Settlement(_OUTCOMES[motion.entry.event.kind], motion.id)
    state = _main(item)
    if not state.settled:
        only = state.question.alternatives if state.question and state.question.single else ()
        if not only or any(m.id not in answered for m in formal_motions(item)):
            return None
        state = _Main(winner=only[0])
    approved = tuple(m.id for m in additions(item) if answered.get(m.id) == m.id)
    if _rejects(item, state.winner):
        return Settlement("avslag", _rejection(item, state.winner), ())
    points = contests(item)
    if not all(_is_answered(item, c) for c in points) and state.winner == PREPARED:
        return None
    amended = tuple(w for q in answered_now(item) if (w := winner_of(q)) != PREPARED and _amends_points(item, w))
    winner = amended[0] if len(amended) == 1 and state.winner == PREPARED else state.winner
    parts = tuple(m.id for m in formal_motions(item) if answered.get(m.id) == m.id and m.entry.event.kind in _OUTCOMES)
    return Settlement("bifall", winner, approved, amended if len(amended) > 1 else (), parts)


def found_otherwise(item: ItemState) -> Settlement | None:
    """What the chair's own questions come to, when they were not those proposed: the last one on the whole matter.

    A question about some points, or on a principle, settles nothing; nor does the rejection of one motion among several.
    """
    for question in reversed(answered_now(item)):
        event, winner = question.entry.event, winner_of(question)
        if event.kind != "annan" or event.points or not question.answer:
            continue
        motion = item.motion(winner)
        if motion is not None and (formal := _OUTCOMES.get(motion.entry.event.kind)):
            return Settlement(formal, winner)
        if winner == REJECTION and PREPARED in map(same, event.alternatives):
            return Settlement("avslag", _rejection(item, REJECTION))
        if motion is not None and _rejects(item, winner):
            return Settlement("avslag", winner)
        if winner == PREPARED or motion is not None:
            return Settlement("bifall", winner)
    return None


def _rejection(item: ItemState, winner: str) -> str:
    """The motion that stands behind a rejection."""
    if winner != REJECTION:
        return winner
    return next((m.id for m in item.put_motions if m.entry.event.kind == REJECTION), PREPARED)


def after_vote(meeting: Meeting, item: ItemState, vote: Vote | None = None, casting: str = "", lot: str = "") -> AfterVote | None:
    """What a vote means: the alternative that won, and then the next question or the settlement. None when there is no vote.

    Works on an open vote that everybody has answered and on a closed one. `casting`: the chair's side in a tie, when it
    is being said (R-708); `lot`: the alternative that the lot fell on (R-709).
    """
    vote = vote or (item.votes[-1] if item.votes else None)
    if vote is None:
        return None
    counted = result(meeting, item, vote, casting)
    winner = alternative(item, vote, counted.side) or lot
    question = question_of(item, vote)
    by: AnsweredBy = "lottning" if counted.by == "lottning" else "votering"
    if question is None or not winner:
        return AfterVote(counted, winner, by)
    answer = Recorded(0, 0, QuestionAnswered(at=vote.entry.event.at, item=item.id, question=question.id, winner=winner, by=by))
    then = replace(item, questions=tuple(replace(q, answer=answer) if q.id == question.id else q for q in item.questions))
    following = next_question(meeting, then)
    return AfterVote(counted, winner, by, following, None if following else settlement(then))
