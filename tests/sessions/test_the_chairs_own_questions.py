"""The chair puts other questions than those proposed, or the vote is demanded early: what the answers come to all the same."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agendas.model import Item, with_ids
from sessions import events as ev
from sessions.events import PREPARED
from sessions.procedure import REJECTION, Settlement, found_otherwise, main_proposal, proposals, vote_demanded
from tests.sessions.table import Table, agenda


def table(**rules: Any) -> Table:
    """The budget taken up, with a motion to amend it (motion-1), one to reject (motion-2) and one to refer it back (motion-3)."""
    planned = agenda()
    made = Table(replace(planned, rules=replace(planned.rules, **rules)))
    made.everybody()
    made.act(ev.MeetingOpened(at=made.now))
    made.act(ev.ItemOpened(at=made.now, items=("budget",)))
    for kind, by in (("ändring", "eva-sjo"), ("avslag", "karin-berg"), ("återremiss", "rut-fors")):
        made.act(ev.MotionMoved(at=made.now, kind=kind, by=(by,), text="B" if kind == "ändring" else ""))  # type: ignore[arg-type]
    return made


def put(t: Table, *alternatives: str, winner: str = "", kind: str = "annan", **more: Any) -> None:
    t.act(ev.QuestionPut(at=t.now, kind=kind, alternatives=alternatives, **more))  # type: ignore[arg-type]
    if winner:
        t.act(ev.QuestionAnswered(at=t.now, winner=winner))


@pytest.mark.parametrize(
    ("alternatives", "winner", "points", "came_to"),
    [
        (("avgörs i dag", "motion-3"), "motion-3", (), Settlement("återremitteras", "motion-3")),
        ((PREPARED, REJECTION), REJECTION, (), Settlement("avslag", "motion-2")),
        (("motion-1", "motion-2"), "motion-2", (), Settlement("avslag", "motion-2")),
        ((PREPARED, "motion-1"), PREPARED, (), Settlement("bifall", PREPARED)),
        ((PREPARED, "motion-1"), "motion-1", (), Settlement("bifall", "motion-1")),
        (("motion-1", REJECTION), REJECTION, (), None),
        ((PREPARED, "motion-1"), "motion-1", (1,), None),
        (("ja", "nej"), "ja", (), None),
    ],
    ids=[
        "referred back",
        "rejected",
        "a motion to reject",
        "the proposal",
        "another",
        "one motion among several",
        "some points",
        "a principle",
    ],
)
def test_a_question_of_the_chairs_own_settles_the_whole_matter_or_nothing(
    alternatives: tuple[str, ...], winner: str, points: tuple[int, ...], came_to: Settlement | None
) -> None:
    t = table()
    put(t, *alternatives, winner=winner, points=points)
    assert found_otherwise(t.item("budget")) == came_to


def test_the_last_of_the_chairs_own_questions_counts_and_the_proposed_ones_do_not() -> None:
    t = table()
    put(t, PREPARED, "motion-1", winner="motion-1")
    put(t, PREPARED, REJECTION, winner=PREPARED)
    put(t, PREPARED, "motion-1", "motion-2", winner="motion-2", kind="huvudfråga")
    assert found_otherwise(t.item("budget")) == Settlement("bifall", PREPARED)


def test_r_618_where_the_prepared_proposal_is_the_main_one_by_rule_it_is_whatever_was_found() -> None:
    t = table(huvudforslag_rule="beredning")
    put(t, PREPARED, "motion-1", "motion-2", winner="motion-1", kind="huvudfråga")
    among = (PREPARED, "motion-1", "motion-2")
    assert main_proposal(t.meeting, t.item("budget"), among) == PREPARED
    assert main_proposal(t.meeting, t.item("budget"), among[1:]) == "motion-1"


def test_r_616_nothing_is_voted_on_when_one_proposal_was_put() -> None:
    t = table()
    put(t, PREPARED, kind="huvudfråga", form="bifall eller avslag")
    assert vote_demanded(t.meeting, t.item("budget")) is None


def test_a_motion_to_approve_an_item_without_a_proposal_makes_what_was_prepared_the_proposal() -> None:
    """The proposal is in a paper that the agenda does not hold."""
    planned = agenda()
    t = Table(with_ids(replace(planned, items=(Item(title="Budget"),))))
    t.everybody()
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.ItemOpened(at=t.now, items=("budget",)))
    assert proposals(t.item("budget")) == ()
    t.act(ev.MotionMoved(at=t.now, kind="bifall", by=("eva-sjo",)))
    assert [(p.id, p.rejects) for p in proposals(t.item("budget"))] == [(PREPARED, False)]
