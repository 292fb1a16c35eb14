"""From motions to the chair's questions, in the right order."""

from __future__ import annotations

import pytest

from sessions.events import PREPARED, ItemOpened, MeetingOpened, MotionKind, MotionMoved, MotionWithdrawn, QuestionAnswered, QuestionPut
from sessions.procedure import DECIDE_TODAY, next_question, proposals, settlement, speaks_for
from tests.sessions.table import Table


@pytest.fixture
def table() -> Table:
    made = Table()
    made.everybody()
    made.act(MeetingOpened(at=made.now))
    made.act(ItemOpened(at=made.now, items=("budget",)))
    return made


def move(table: Table, kind: MotionKind, by: str, **more: str) -> None:
    table.act(MotionMoved(at=table.now, kind=kind, by=(by,), **more))  # type: ignore[arg-type]


def answer(table: Table, winner: str) -> None:
    """The chair puts the question that the program proposes, and finds for `winner`."""
    question = next_question(table.meeting, table.item("budget"))
    assert question is not None
    assert winner in question.alternatives
    table.act(
        QuestionPut(at=table.now, kind=question.kind, form=question.form, alternatives=question.alternatives),
        QuestionAnswered(at=table.now, winner=winner),
    )


def test_r_616_one_proposal_is_one_question_with_nothing_to_choose(table: Table) -> None:
    question = next_question(table.meeting, table.item("budget"))
    assert question is not None
    assert question.single
    found = settlement(table.item("budget"))
    assert found is not None
    assert (found.outcome, found.winner) == ("bifall", PREPARED)


def test_a_motion_to_approve_adds_no_proposal(table: Table) -> None:
    move(table, "bifall", "eva-sjo")
    assert [p.id for p in proposals(table.item("budget"))] == [PREPARED]
    assert [m.id for m in speaks_for(table.item("budget"), PREPARED)] == ["motion-1"]


def test_r_617_approval_is_asked_before_rejection(table: Table) -> None:
    move(table, "avslag", "karin-berg")
    question = next_question(table.meeting, table.item("budget"))
    assert question is not None
    assert (question.form, question.alternatives) == ("bifall eller avslag", (PREPARED, "motion-1"))
    assert settlement(table.item("budget")) is None
    answer(table, "motion-1")
    found = settlement(table.item("budget"))
    assert found is not None
    assert found.outcome == "avslag"


def test_r_618_three_proposals_are_put_each_for_itself(table: Table) -> None:
    move(table, "nytt förslag", "karin-berg", text="B")
    move(table, "ändring", "eva-sjo", text="C")
    question = next_question(table.meeting, table.item("budget"))
    assert question is not None
    assert (question.form, len(question.alternatives)) == ("var för sig", 3)


def test_r_605_a_motion_taken_back_is_no_proposal(table: Table) -> None:
    move(table, "avslag", "karin-berg")
    table.act(MotionWithdrawn(at=table.now, motion="motion-1"))
    assert [p.id for p in proposals(table.item("budget"))] == [PREPARED]


def test_r_608_formal_motions_come_first_and_one_by_one(table: Table) -> None:
    move(table, "avslag", "karin-berg")
    move(table, "återremiss", "rut-fors")
    move(table, "bordläggning", "eva-sjo")
    asked = []
    for _ in range(2):
        question = next_question(table.meeting, table.item("budget"))
        assert question is not None
        asked.append(question.motion)
        answer(table, DECIDE_TODAY)
    assert asked == ["motion-3", "motion-2"]
    question = next_question(table.meeting, table.item("budget"))
    assert question is not None
    assert question.kind == "huvudfråga"


def test_r_612_a_referral_that_carries_ends_the_handling(table: Table) -> None:
    move(table, "återremiss", "rut-fors")
    answer(table, "motion-1")
    assert next_question(table.meeting, table.item("budget")) is None
    found = settlement(table.item("budget"))
    assert found is not None
    assert found.outcome == "återremitteras"


def test_r_621_additions_come_last_and_fall_with_a_rejection(table: Table) -> None:
    move(table, "tillägg", "eva-sjo", text="T")
    move(table, "avslag", "karin-berg")
    answer(table, PREPARED)
    question = next_question(table.meeting, table.item("budget"))
    assert question is not None
    assert (question.kind, question.motion) == ("tillägg", "motion-1")
    answer(table, "motion-1")
    found = settlement(table.item("budget"))
    assert found is not None
    assert found.additions == ("motion-1",)


def test_r_621_an_addition_is_not_asked_when_the_proposal_was_rejected(table: Table) -> None:
    move(table, "tillägg", "eva-sjo", text="T")
    move(table, "avslag", "karin-berg")
    answer(table, "motion-2")
    assert next_question(table.meeting, table.item("budget")) is None
