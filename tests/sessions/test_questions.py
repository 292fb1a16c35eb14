"""The chair's questions beyond two proposals: rounds, points, second hands, votes on a finding, what the vote leads to."""

from __future__ import annotations

from typing import Any

import pytest

from sessions.events import (
    PREPARED,
    ItemOpened,
    ItemReopened,
    MeetingOpened,
    MotionKind,
    MotionMoved,
    QuestionAnswered,
    QuestionPut,
    VoteCast,
    VoteClosed,
    VoteOpened,
)
from sessions.meeting import ItemState
from sessions.procedure import (
    ProposedQuestion,
    Settlement,
    after_vote,
    contests,
    main_proposal,
    next_question,
    proposals,
    settlement,
    vote_demanded,
)
from sessions.proposals import DECIDE_TODAY
from sessions.voting import roll
from tests.sessions.table import Table, agenda

ITEM = "foreningsbidrag"


class Chamber(Table):
    def __init__(self, **plan: Any) -> None:
        super().__init__(agenda(**plan))
        self.everybody()
        self.act(MeetingOpened(at=self.now))
        self.act(ItemOpened(at=self.now, items=(ITEM,)))

    @property
    def state(self) -> ItemState:
        return self.item(ITEM)

    def move(self, kind: MotionKind, by: str = "karin-berg", **more: Any) -> None:
        self.act(MotionMoved(at=self.now, kind=kind, by=(by,), **more))

    def asked(self) -> ProposedQuestion:
        question = next_question(self.meeting, self.state)
        assert question is not None
        return question

    def find(self, winner: str, question: ProposedQuestion | None = None) -> None:
        q = question or self.asked()
        assert winner in q.alternatives
        self.act(
            QuestionPut(at=self.now, kind=q.kind, form=q.form, alternatives=q.alternatives, points=q.points),
            QuestionAnswered(at=self.now, winner=winner),
        )

    def vote(self, choices: str, question: ProposedQuestion | None = None) -> None:
        """A vote on the question, as the dialog records it."""
        q = question or vote_demanded(self.meeting, self.state)
        assert q is not None
        self.act(QuestionPut(at=self.now, kind=q.kind, form=q.form, alternatives=q.alternatives, points=q.points))
        self.act(VoteOpened(at=self.now, yes=q.alternatives[0], no=q.alternatives[1]))
        for person, letter in zip(roll(self.meeting, self.state), choices, strict=True):
            self.act(VoteCast(at=self.now, person=person, choice={"j": "ja", "n": "nej", "a": "avstår"}[letter]))  # type: ignore[arg-type]
        self.act(VoteClosed(at=self.now))
        after = after_vote(self.meeting, self.state)
        assert after is not None
        self.act(QuestionAnswered(at=self.now, winner=after.winner, by=after.by))

    @property
    def settled(self) -> Settlement | None:
        return settlement(self.state)


def with_four() -> Chamber:
    """The prepared proposal and three others: A, B, C, D."""
    t = Chamber()
    for by, text in (("karin-berg", "B"), ("eva-sjo", "C"), ("rut-fors", "D")):
        t.move("nytt förslag", by, text=text)
    t.find("motion-1")
    return t


def test_r_706_the_winner_of_each_round_meets_the_next_and_the_last_one_the_main_proposal():
    t = with_four()
    first = vote_demanded(t.meeting, t.state)
    assert first is not None
    assert (first.kind, first.main, first.alternatives) == ("motförslag", "motion-1", (PREPARED, "motion-2"))
    t.find("motion-2", first)  # by acclamation
    assert t.settled is None
    second = t.asked()
    assert (second.kind, second.main, second.alternatives) == ("motförslag", "motion-1", ("motion-2", "motion-3"))
    t.vote("naaaa", second)  # one against nobody: only ja and nej count
    last = t.asked()
    assert (last.kind, last.alternatives) == ("huvudfråga", ("motion-1", "motion-3"))
    t.vote("jjnnn", last)
    assert next_question(t.meeting, t.state) is None
    assert t.settled == Settlement("bifall", "motion-3")


def test_r_706_a_vote_may_be_demanded_in_a_round_and_without_a_finding_first():
    t = Chamber()
    for by, text in (("karin-berg", "B"), ("eva-sjo", "C")):
        t.move("nytt förslag", by, text=text)
    round_one = vote_demanded(t.meeting, t.state)
    assert round_one is not None
    assert (round_one.kind, round_one.main, round_one.alternatives) == ("motförslag", PREPARED, ("motion-1", "motion-2"))
    t.vote("jjnaj", round_one)
    assert t.asked().alternatives == (PREPARED, "motion-1")


def test_after_vote_tells_what_comes_next_before_the_vote_is_closed():
    t = with_four()
    q = vote_demanded(t.meeting, t.state)
    assert q is not None
    t.act(QuestionPut(at=t.now, kind=q.kind, form=q.form, alternatives=q.alternatives))
    t.act(VoteOpened(at=t.now, yes=q.alternatives[0], no=q.alternatives[1]))
    for person, choice in zip(roll(t.meeting, t.state), ("ja", "ja", "nej", "nej", "nej"), strict=True):
        t.act(VoteCast(at=t.now, person=person, choice=choice))  # type: ignore[arg-type]
    after = after_vote(t.meeting, t.state)
    assert after is not None
    assert (after.winner, after.settlement) == ("motion-2", None)
    assert after.question is not None
    assert after.question.alternatives == ("motion-2", "motion-3")


def test_r_618_r_619_the_main_proposal_is_what_the_chair_found_else_the_prepared_one():
    t = with_four()
    among = (PREPARED, "motion-1", "motion-2")
    assert main_proposal(t.meeting, t.state, among) == "motion-1"
    fresh = Chamber()
    assert main_proposal(fresh.meeting, fresh.state, among) == PREPARED


def test_r_623_a_finding_stays_in_the_record_when_a_vote_is_demanded_on_it():
    t = Chamber()
    t.move("avslag")
    t.find(PREPARED)
    q = vote_demanded(t.meeting, t.state)
    assert q is not None
    assert q.alternatives == (PREPARED, "motion-1")
    t.act(VoteOpened(at=t.now, yes=PREPARED, no="motion-1"))
    for person in roll(t.meeting, t.state):
        t.act(VoteCast(at=t.now, person=person, choice="nej"))
    t.act(VoteClosed(at=t.now), QuestionAnswered(at=t.now, winner="motion-1", by="votering"))
    question = t.state.questions[-1]
    assert question.finding is not None
    assert question.finding.event.winner == PREPARED
    assert t.settled == Settlement("avslag", "motion-1")


def test_r_622_amendments_of_single_points_are_put_point_by_point():
    t = Chamber()
    t.move("ändring", points=(1,), text="att bevilja halva bidraget")
    t.move("ändring", "rut-fors", points=(2,), text="att ta medlen ur reserven")
    assert [c.points for c in contests(t.state)] == [(1,), (2,)]
    first = t.asked()
    assert (first.points, first.alternatives) == ((1,), (PREPARED, "motion-1"))
    t.find("motion-1")
    second = t.asked()
    assert (second.points, second.alternatives) == ((2,), (PREPARED, "motion-2"))
    assert t.settled is None
    t.find(PREPARED)
    assert next_question(t.meeting, t.state) is None
    assert t.settled == Settlement("bifall", "motion-1")


def test_r_622_two_points_changed_by_two_motions_are_both_in_the_settlement():
    t = Chamber()
    t.move("ändring", points=(1,), text="att a")
    t.move("ändring", "rut-fors", points=(2,), text="att b")
    t.find("motion-1")
    t.find("motion-2")
    assert t.settled == Settlement("bifall", PREPARED, (), ("motion-1", "motion-2"))


def test_r_622_motions_on_the_same_point_stand_against_each_other():
    t = Chamber()
    t.move("ändring", points=(1,), text="att a")
    t.move("ändring", "rut-fors", points=(1,), text="att b")
    assert t.asked().alternatives == (PREPARED, "motion-1", "motion-2")


def test_i_andra_hand_falls_away_when_the_first_hand_carries():
    t = Chamber()
    t.move("avslag", fallback="motion-2")
    t.move("ändring", text="att bevilja hälften")
    assert [p.id for p in proposals(t.state)] == [PREPARED, "motion-1"]
    t.find("motion-1")
    assert next_question(t.meeting, t.state) is None
    assert t.settled == Settlement("avslag", "motion-1")


def test_i_andra_hand_is_put_when_the_first_hand_has_fallen():
    t = Chamber()
    t.move("återremiss", fallback="motion-2")
    t.move("avslag")
    t.find(DECIDE_TODAY)
    assert t.asked().alternatives == (PREPARED, "motion-2")
    late = Chamber()
    late.move("avslag", fallback="motion-2")
    late.move("ändring", text="att bevilja hälften")
    late.find(PREPARED)
    assert late.asked().alternatives == (PREPARED, "motion-2")
    late.find("motion-2")
    assert late.settled == Settlement("bifall", "motion-2")


def test_r_615_the_formal_question_has_today_as_its_yes():
    t = Chamber()
    t.move("återremiss")
    q = vote_demanded(t.meeting, t.state)
    assert q is not None
    assert (q.kind, q.alternatives) == ("formell", (DECIDE_TODAY, "motion-1"))


def test_r_613_the_minority_in_fullmaktige_settles_the_item():
    t = Chamber(kind="fullmäktige")
    t.move("återremiss", text="att utreda mer")
    t.vote("jnnjj")
    assert t.settled == Settlement("återremitteras", "motion-1")
    assert next_question(t.meeting, t.state) is None


def test_r_621_a_vote_on_an_addition_comes_last():
    t = Chamber()
    t.move("tillägg", text="att följa upp")
    t.find(PREPARED)
    t.vote("jjjnn", t.asked())
    assert t.settled == Settlement("bifall", PREPARED, ("motion-1",))


def test_r_620_another_question_than_the_proposed_one_is_recorded_and_the_proposed_one_still_stands():
    t = Chamber()
    t.move("avslag")
    t.act(
        QuestionPut(at=t.now, kind="annan", text="Ska punkterna prövas var för sig?", order="Först principen, sedan punkterna"),
        QuestionAnswered(at=t.now, winner="ja"),
    )
    assert t.asked().alternatives == (PREPARED, "motion-1")


def test_an_item_taken_up_again_is_asked_anew():
    from sessions.events import Decided

    t = Chamber()
    t.move("avslag")
    t.find(PREPARED)
    t.act(Decided(at=t.now))
    t.act(ItemReopened(at=t.now, item=ITEM))
    assert t.asked().alternatives == (PREPARED, "motion-1")


@pytest.mark.parametrize("winner", ["bifall", "förvaltningens förslag", ""])
def test_the_prepared_proposal_has_several_names_and_is_one(winner):
    t = Chamber()
    t.move("avslag")
    t.act(QuestionPut(at=t.now, form="bifall eller avslag", alternatives=("förvaltningens förslag", "motion-1")))
    t.act(QuestionAnswered(at=t.now, winner=winner))
    assert t.settled == Settlement("bifall", PREPARED)


def test_a_rejection_said_in_so_many_words_is_the_motions():
    t = Chamber()
    t.move("avslag")
    t.act(QuestionPut(at=t.now, form="bifall eller avslag"))
    t.act(QuestionAnswered(at=t.now, winner="avslag"))
    assert t.settled == Settlement("avslag", "motion-1")
