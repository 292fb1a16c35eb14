"""What is on the table: the proposals that stand against each other, formal motions, additions, and what has fallen away.

Pure functions of the recorded facts (R-602, R-605, R-608, R-621, R-622).
"""

from __future__ import annotations

from dataclasses import dataclass

from agendas.value import Value
from sessions.events import FORMAL_KINDS, PREPARED, PREPARED_NAMES
from sessions.meeting import ItemState, Motion, Question

DECIDE_TODAY = "avgörs i dag"
"""The side of a formal question against bordläggning or återremiss (R-615)."""
REJECTION = "avslag"
APPROVAL = "bifall"

_NO_PROPOSALS = frozenset({DECIDE_TODAY, REJECTION})


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Proposal(Value):
    """Something that the body can be asked to decide: the prepared proposal or a motion of its own."""

    id: str
    """`PREPARED`, or a motion's id."""
    motion: Motion | None = None

    @property
    def prepared(self) -> bool:
        """Whether it is the prepared proposal, which stands even if nobody repeats it (R-602)."""
        return self.motion is None

    @property
    def rejects(self) -> bool:
        """Whether it is a motion to reject."""
        return self.motion is not None and self.motion.entry.event.kind == REJECTION


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Contest(Value):
    """Some points of the prepared proposal that motions want to change or strike: a question of its own (R-622)."""

    points: tuple[int, ...]
    motions: tuple[str, ...]


def same(alternative: str) -> str:
    """The one name of a proposal: the prepared one has several."""
    return PREPARED if alternative in PREPARED_NAMES or alternative == APPROVAL else alternative


def questions_now(item: ItemState) -> tuple[Question, ...]:
    """The questions since the item was last taken up again: what was settled before does not bind the body."""
    since = item.earlier_decisions[-1].seq if item.earlier_decisions else 0
    return tuple(q for q in item.questions if q.entry.seq > since)


def answered_now(item: ItemState) -> tuple[Question, ...]:
    """Those that have an answer."""
    return tuple(q for q in questions_now(item) if q.answer)


def winner_of(question: Question) -> str:
    """The alternative that won, by its one name; empty while the question is open."""
    return same(question.answer.event.winner) if question.answer else ""


def lost(item: ItemState) -> frozenset[str]:
    """The proposals and motions that a question has been answered against."""
    found: set[str] = set()
    for question in answered_now(item):
        found |= {same(a) for a in question.entry.event.alternatives} - {winner_of(question)}
    return frozenset(found - _NO_PROPOSALS)


def waiting(item: ItemState) -> frozenset[str]:
    """The motions `i andra hand` whose first hand still stands or has won: they are not put, and fall away with its success."""
    gone = lost(item)
    return frozenset(m.entry.event.fallback for m in item.put_motions if m.entry.event.fallback and m.id not in gone)


def proposals(item: ItemState) -> tuple[Proposal, ...]:
    """What stands against each other in the main question: the prepared proposal first, then the motions that differ from it.

    A motion to approve adds no proposal; it speaks for the one that it names. One mover's several points are one proposal.
    """
    held = waiting(item)
    found = [Proposal(PREPARED)] if item.item.points else []
    found += [
        Proposal(m.id, m) for m in item.put_motions if m.entry.event.kind in {"avslag", "ändring", "nytt förslag"} and m.id not in held
    ]
    if not found and any(m.entry.event.kind == "bifall" for m in item.put_motions):
        found.append(Proposal(PREPARED))
    return tuple(found)


def on_points(item: ItemState, motion: Motion) -> bool:
    """Whether a motion is about some of the prepared points only, so that it is put point by point (R-622)."""
    event, count = motion.entry.event, len(item.item.points)
    return (
        event.kind in {"ändring", "avslag", "nytt förslag"}
        and event.target in PREPARED_NAMES
        and 0 < len(set(event.points)) < count
        and max(event.points) <= count
    )


def contests(item: ItemState) -> tuple[Contest, ...]:
    """The points that are contested one by one, in their order; motions that share a point stand against each other."""
    found: list[Contest] = []
    for proposal in proposals(item):
        if proposal.motion is None or not on_points(item, proposal.motion):
            continue
        points, motions = set(proposal.motion.entry.event.points), [proposal.id]
        for other in [c for c in found if points & set(c.points)]:
            found.remove(other)
            points |= set(other.points)
            motions = [*other.motions, *motions]
        found.append(Contest(tuple(sorted(points)), tuple(motions)))
    return tuple(sorted(found, key=lambda c: c.points))


def whole(item: ItemState) -> tuple[Proposal, ...]:
    """The proposals about all of it: those of the main question."""
    return tuple(p for p in proposals(item) if p.motion is None or not on_points(item, p.motion))


def formal_motions(item: ItemState, order: tuple[str, ...] = ("ajournering", "bordläggning", "återremiss")) -> tuple[Motion, ...]:
    """The formal motions on the table in the order in which they are put, never against each other (R-608)."""
    rank = {kind: place for place, kind in enumerate(order)}
    held = waiting(item)
    formal = [m for m in item.put_motions if m.entry.event.kind in FORMAL_KINDS - {"ordningsfråga"} and m.id not in held]
    return tuple(sorted(formal, key=lambda m: rank.get(m.entry.event.kind, len(rank))))


def additions(item: ItemState) -> tuple[Motion, ...]:
    """The additions, put one by one after the main decision (R-621)."""
    held = waiting(item)
    return tuple(m for m in item.put_motions if m.entry.event.kind == "tillägg" and m.id not in held)


def speaks_for(item: ItemState, proposal: str) -> tuple[Motion, ...]:
    """The motions to approve that speak for a proposal: what the chair reads back before the question."""
    wanted = PREPARED_NAMES if proposal == PREPARED else {proposal}
    return tuple(m for m in item.put_motions if m.entry.event.kind == "bifall" and m.entry.event.target in wanted)
