"""From motions to the chair's questions in the right order, and from the answers to the outcome.

Pure functions of the recorded facts. The chair decides the order and the program proposes (design section 5): formal
motions first and one by one, then the main question, then additions one by one (R-606–R-622).
"""

from __future__ import annotations

from dataclasses import dataclass

from sessions.events import FORMAL_KINDS, PREPARED, PREPARED_NAMES, Outcome, QuestionForm, QuestionKind
from sessions.meeting import ItemState, Meeting, Motion, Question

DECIDE_TODAY = "avgörs i dag"
"""The side of a formal question against bordläggning or återremiss (R-615)."""
REJECTION = "avslag"

_OUTCOMES: dict[str, Outcome] = {"bordläggning": "bordläggs", "återremiss": "återremitteras", "remiss": "remitteras"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that the body can be asked to decide: the prepared proposal or a motion of its own."""

    id: str
    """`PREPARED`, or a motion's id."""
    motion: Motion | None = None

    @property
    def prepared(self) -> bool:
        """Whether it is the prepared proposal, which stands even if nobody repeats it (R-602)."""
        return self.motion is None


@dataclass(frozen=True, slots=True)
class ProposedQuestion:
    """The next question that the program proposes to the chair."""

    kind: QuestionKind
    form: QuestionForm
    alternatives: tuple[str, ...]
    """Proposal ids, the one asked first in front (bifall before avslag, R-617)."""
    motion: str = ""
    """The motion that it is about, for formal questions and additions."""

    @property
    def single(self) -> bool:
        """Whether there is nothing to choose between: one key settles it (R-616)."""
        return len(self.alternatives) == 1


def proposals(item: ItemState) -> tuple[Proposal, ...]:
    """What stands against each other in the main question: the prepared proposal first, then the motions that differ from it.

    A motion to approve adds no proposal; it speaks for the one that it names. One mover's several points are one proposal.
    """
    found = [Proposal(PREPARED)] if item.item.points else []
    found += [Proposal(m.id, m) for m in item.live_motions if m.entry.event.kind in {"avslag", "ändring", "nytt förslag"}]
    if not found and any(m.entry.event.kind == "bifall" for m in item.live_motions):
        found.append(Proposal(PREPARED))
    return tuple(found)


def formal_motions(item: ItemState, order: tuple[str, ...] = ("ajournering", "bordläggning", "återremiss")) -> tuple[Motion, ...]:
    """The formal motions on the table in the order in which they are put (R-608)."""
    rank = {kind: place for place, kind in enumerate(order)}
    formal = [m for m in item.live_motions if m.entry.event.kind in FORMAL_KINDS - {"ordningsfråga"}]
    return tuple(sorted(formal, key=lambda m: rank.get(m.entry.event.kind, len(rank))))


def additions(item: ItemState) -> tuple[Motion, ...]:
    """The additions, put one by one after the main decision (R-621)."""
    return tuple(m for m in item.live_motions if m.entry.event.kind == "tillägg")


def answers(item: ItemState) -> dict[str, str]:
    """The winner of each question that has been answered, by the motion or kind that it was about."""
    return {_about(q): q.answer.event.winner for q in item.questions if q.answer}


def _about(question: Question) -> str:
    event = question.entry.event
    if event.kind in {"formell", "tillägg"}:
        return next((a for a in event.alternatives if a not in {DECIDE_TODAY, REJECTION, PREPARED}), "")
    return event.kind


def next_question(meeting: Meeting, item: ItemState) -> ProposedQuestion | None:
    """The chair's next question in the order of R-608, or None when all have been answered or the item goes away."""
    answered = answers(item)
    for motion in formal_motions(item, meeting.rules.formal_order):
        if motion.id not in answered:
            return ProposedQuestion("formell", "avgöras i dag", (DECIDE_TODAY, motion.id), motion.id)
        if answered[motion.id] == motion.id and motion.entry.event.kind in _OUTCOMES:
            return None
    if "huvudfråga" not in answered:
        stands = proposals(item)
        if stands:
            only_rejection = len(stands) == 2 and stands[0].prepared and _kind(stands[1]) == REJECTION
            form: QuestionForm = "bifall eller avslag" if only_rejection else "mot varandra" if len(stands) == 2 else "var för sig"
            return ProposedQuestion("huvudfråga", form, tuple(p.id for p in stands))
        return None
    winner = answered["huvudfråga"]
    rejected = item.motion(winner)
    if rejected is not None and rejected.entry.event.kind == REJECTION:
        return None  # an addition to a proposal that was rejected falls with it
    for motion in additions(item):
        if motion.id not in answered:
            return ProposedQuestion("tillägg", "bifall eller avslag", (motion.id, REJECTION), motion.id)
    return None


def _kind(proposal: Proposal) -> str:
    return proposal.motion.entry.event.kind if proposal.motion else ""


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the answers come to: the outcome, the winning proposal, and the additions that were approved."""

    outcome: Outcome
    winner: str = PREPARED
    additions: tuple[str, ...] = ()


def settlement(item: ItemState) -> Settlement | None:
    """The outcome that the answered questions give; with one unopposed proposal that proposal; None while it is open."""
    answered = answers(item)
    for motion in formal_motions(item):
        if answered.get(motion.id) == motion.id and motion.entry.event.kind in _OUTCOMES:
            return Settlement(_OUTCOMES[motion.entry.event.kind], motion.id)
    winner = answered.get("huvudfråga")
    if winner is None:
        stands = proposals(item)
        if len(stands) != 1 or formal_motions(item):
            return None
        winner = stands[0].id
    won = item.motion(winner)
    approved = tuple(m.id for m in additions(item) if answered.get(m.id) == m.id)
    return Settlement("avslag" if won and won.entry.event.kind == REJECTION else "bifall", winner, approved)


def speaks_for(item: ItemState, proposal: str) -> tuple[Motion, ...]:
    """The motions to approve that speak for a proposal: what the chair reads back before the question."""
    wanted = PREPARED_NAMES if proposal == PREPARED else {proposal}
    return tuple(m for m in item.live_motions if m.entry.event.kind == "bifall" and m.entry.event.target in wanted)
