"""Votes: who is called and in which order, what the numbers say, and what settles a tie (R-503, R-504, R-701–R-713).

Pure functions of the meeting and a vote, open or closed; the dialog, the protocol and the findings ask the same ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from agendas.model import CHAIR_ROLES
from agendas.value import Value
from sessions.attendance import chair, deciding, free_substitutes, present, quorate
from sessions.events import Choice, QuestionKind
from sessions.meeting import ItemState, Meeting, Question, Vote
from sessions.proposals import DECIDE_TODAY

Side = Literal["ja", "nej", ""]
SettledBy = Literal["röster", "utslagsröst", "lottning", "minoritet", "kvalificerad majoritet", "oavgjort"]
RECUSED, NOT_RECUSED = "jäv föreligger", "jäv föreligger inte"
"""The two answers to the question of somebody's jäv, ja and nej (R-405)."""
_PREPARATORY: frozenset[QuestionKind] = frozenset({"motförslag", "formell", "jäv"})
"""Votes in which one may abstain and still take part in the decision itself."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Result(Value):
    """What a vote came to. `side` is empty while nothing settles it: a tie that waits for the chair, or for a lot."""

    yes: int
    no: int
    abstain: int
    side: Side
    by: SettledBy

    @property
    def cast(self) -> int:
        """All who answered."""
        return self.yes + self.no + self.abstain

    @property
    def tie(self) -> bool:
        """Whether ja and nej are as many."""
        return self.yes == self.no


def question_of(item: ItemState, vote: Vote) -> Question | None:
    """The question that a vote was about."""
    return next((q for q in item.questions if q.id == vote.question), None)


def kind_of(item: ItemState, vote: Vote) -> QuestionKind:
    """What kind of question a vote was about; the main question when nothing is said."""
    question = question_of(item, vote)
    return question.entry.event.kind if question else "huvudfråga"


def is_personal(item: ItemState, vote: Vote) -> bool:
    """Whether it is about persons: closed, and a tie is settled by lot (R-702, R-709)."""
    return item.item.kind == "val" or (vote.entry.event.secret and kind_of(item, vote) != "jäv")


def recusal_tried(item: ItemState, vote: Vote) -> str | None:
    """Whose jäv a vote was about (R-405); empty when that is not known, None when it was about something else."""
    question = question_of(item, vote)
    if question is None or question.entry.event.kind != "jäv":
        return None
    after = next((t.event.person for t in item.trials if t.seq > vote.entry.seq), "")
    return question.entry.event.about or after or next(iter(disputed(item)), "")


def main_votes(item: ItemState) -> tuple[Vote, ...]:
    """The votes on the item itself, without those on somebody's jäv."""
    return tuple(v for v in item.votes if kind_of(item, v) != "jäv")


# Who votes


def disputed(item: ItemState) -> tuple[str, ...]:
    """Those whose jäv is disputed and has not been tried (R-405)."""
    tried = {t.event.person for t in item.trials}
    return tuple(dict.fromkeys(p for r in item.recusals if r.event.disputed for p in r.event.persons if p not in tried))


def may_vote_on_own_recusal(meeting: Meeting, item: ItemState) -> bool:
    """Whether those concerned may take part in the question of their own jäv: only without quorum and substitutes (R-405)."""
    return not quorate(meeting, item) and not free_substitutes(meeting, item)


def expected(meeting: Meeting, item: ItemState, vote: Vote | None = None) -> tuple[str, ...]:
    """Who should vote: `deciding(i)`, as it was when a closed vote was closed (R-711)."""
    if vote is not None and vote.closed:
        return vote.expected
    voters = deciding(meeting, item)
    if vote is not None and kind_of(item, vote) == "jäv" and may_vote_on_own_recusal(meeting, item):
        return (*voters, *disputed(item))
    return voters


def roll(meeting: Meeting, item: ItemState, vote: Vote | None = None) -> tuple[str, ...]:
    """Who is called, in order: the list, or the vice chairs first where that is the custom, and the chair last (R-704)."""
    voters = list(expected(meeting, item, vote))
    if meeting.rules.vote_order == "vice_first":
        voters.sort(key=lambda p: meeting.people[p].role not in CHAIR_ROLES)
    leader = chair(meeting, item)
    if leader in voters and meeting.rules.chair_votes_last:
        voters.remove(leader)
        voters.append(leader)
    return tuple(voters)


def missing(meeting: Meeting, item: ItemState, vote: Vote) -> tuple[str, ...]:
    """Who has not been heard yet, in the order of the roll; nobody when the vote was counted."""
    return () if vote.counted else tuple(p for p in roll(meeting, item, vote) if p not in vote.cast)


# What it came to


def result(meeting: Meeting, item: ItemState, vote: Vote, casting: str = "") -> Result:
    """What the votes say (R-707). `casting`: the chair's side, when it is being said and not recorded yet.

    A tie goes to the chair's side (R-708), to the lot when it is about persons (R-709). A minority in fullmäktige, and
    the qualified majorities, count against those present (R-613, R-712, R-713).
    """
    yes, no, abstain = vote.count("ja"), vote.count("nej"), vote.count("avstår")

    def settled(side: Side, by: SettledBy) -> Result:
        return Result(yes, no, abstain, side, by)

    if vote.entry.event.majority:
        there = vote.present or len(present(meeting, item))
        enough = yes == there if vote.entry.event.majority == "alla" else 3 * yes >= 2 * there
        return settled("ja" if enough else "nej", "kvalificerad majoritet")
    side: Side = "ja" if yes > no else "nej" if no > yes else ""
    held = minority_side(meeting, item, vote)
    if held and held != side:
        return settled(held, "minoritet")
    if side:
        return settled(side, "röster")
    if is_personal(item, vote):
        return settled("", "lottning")
    own = casting or (vote.closed.event.casting_vote if vote.closed else "") or vote.cast.get(chair(meeting, item) or "", "")
    if own in {"ja", "nej"}:
        return settled("ja" if own == "ja" else "nej", "utslagsröst")
    return settled("", "oavgjort")


def alternative(item: ItemState, vote: Vote, side: Side) -> str:
    """What a side of the vote means among the alternatives of its question: ja the first, unless its words name the other."""
    question = question_of(item, vote)
    sides = question.entry.event.alternatives if question else ()
    if len(sides) < 2 or not side:
        return ""
    event = vote.entry.event
    turned = event.yes == sides[1] or event.no == sides[0]
    return sides[(side == "nej") != turned]


def minority(there: int) -> int:
    """How many of those present can postpone an item in fullmäktige: at least a third (R-613)."""
    return -(-there // 3)


def minority_side(meeting: Meeting, item: ItemState, vote: Vote) -> Side:
    """The side that wins because a third of those present is behind it: återremiss or bordläggning in fullmäktige (R-613).

    Not in elections, and once per item. Counted against those present, not the votes cast (R-713).
    """
    question = question_of(item, vote)
    if meeting.plan.kind != "fullmäktige" or item.item.kind == "val" or question is None or question.entry.event.kind != "formell":
        return ""
    motion = next((m for a in question.entry.event.alternatives if (m := item.motion(a))), None)
    if motion is None or motion.entry.event.kind not in {"återremiss", "bordläggning"} or minority_used(item, before=vote):
        return ""
    side: Literal["ja", "nej"] = "nej" if alternative(item, vote, "nej") == motion.id else "ja"
    there = vote.present or len(present(meeting, item))
    return side if vote.count(side) >= minority(there) else ""


def minority_used(item: ItemState, before: Vote | None = None) -> bool:
    """Whether a minority has postponed the item already, now or at an earlier meeting: it can only be done once (R-613)."""
    if item.item.postponed_by_minority:
        return True
    return any(carried_by_minority(item, v) for v in item.votes if v.closed and (before is None or v.entry.seq < before.entry.seq))


def carried_by_minority(item: ItemState, vote: Vote) -> bool:
    """Whether the side with fewer votes carried a formal question: what the answer says against the numbers."""
    question = question_of(item, vote)
    if question is None or question.entry.event.kind != "formell" or question.answer is None or question.answer.event.by != "votering":
        return False
    winner = question.answer.event.winner
    side: Choice = "ja" if alternative(item, vote, "ja") == winner else "nej"
    other: Choice = "nej" if side == "ja" else "ja"
    return winner != DECIDE_TODAY and vote.count(side) < vote.count(other)


# The duty to vote


def must_vote(meeting: Meeting, item: ItemState) -> bool:
    """Whether everybody who took part must vote for a proposal: exercise of authority in a nämnd (R-504), not in fullmäktige."""
    return item.item.exercise_of_authority and meeting.plan.kind not in {"fullmäktige", "förening"}


def last_chance(item: ItemState, vote: Vote, person: str) -> bool:
    """Whether abstaining in this vote would mean to vote for nothing: no earlier ja or nej, and nothing to come after it (R-504)."""
    voted = any(v.cast.get(person) in {"ja", "nej"} for v in item.votes if v is not vote)
    return not voted and kind_of(item, vote) not in _PREPARATORY


def never_voted(meeting: Meeting, item: ItemState) -> tuple[str, ...]:
    """Those who should have voted for a proposal and abstained in every vote of the item (R-504)."""
    open_votes = [v for v in item.votes if v.closed and not v.entry.event.secret and v.cast]
    if not must_vote(meeting, item) or not any(kind_of(item, v) not in _PREPARATORY for v in open_votes):
        return ()
    return tuple(p for p in deciding(meeting, item) if all(v.cast.get(p) not in {"ja", "nej"} for v in open_votes))
