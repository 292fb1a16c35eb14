"""The history: every act in order, what was taken back, brought back and put right – and that it agrees with what counts."""

from __future__ import annotations

from hypothesis import given, settings

from sessions import events as ev
from sessions.events import Corrected, Event, Recorded, Undone
from sessions.history import history
from sessions.log import effective
from tests.sessions.generated import record_lists
from tests.tui.host import Table, newest

GRANTS = "foreningsbidrag"


def open_table() -> Table:
    at = Table()
    at.everybody()
    at.hand.forward(5)
    at.open(GRANTS)
    return at


def test_an_act_that_is_taken_back_says_when_and_one_that_is_brought_back_that_it_was_away():
    at = open_table()
    at.do(ev.MotionMoved(at=at.clock(), item=GRANTS, kind="avslag", by=("karin-berg",)))
    moved = at.log.last_act
    at.hand.forward(1)
    at.undo()
    act, undo = history(at.log.records)[-2:]
    assert (act.number, act.stands, act.taken_back, act.brought_back) == (moved, False, at.clock(), False)
    assert (undo.kind, undo.of, undo.items) == ("undo", moved, (GRANTS,)), "it is about what it takes back"
    at.hand.forward(1)
    at.redo()
    act, undo, redo = history(at.log.records)[-3:]
    assert (act.stands, act.brought_back) == (True, True)
    assert (undo.kind, undo.stands, undo.taken_back) == ("undo", False, at.clock())
    assert (redo.kind, redo.of, redo.items, redo.stands) == ("redo", moved, (GRANTS,), True)


def test_a_fact_that_is_put_right_says_when_and_an_undone_correction_is_none():
    at = open_table()
    at.do(ev.MotionMoved(at=at.clock(), item=GRANTS, kind="avslag", by=("karin-berg",)))
    entry = newest(at, ev.MotionMoved)
    at.hand.forward(3)
    at.correct(entry.seq, ev.MotionMoved(at=at.clock(), kind="avslag", by=("eva-sjo",)), insist=True)
    act, correction = history(at.log.records)[-2:]
    assert (act.corrected, act.stands) == (at.clock(), True)
    assert (correction.kind, correction.of, correction.items) == ("correction", entry.act, (GRANTS,))
    at.undo()
    act, correction, undo = history(at.log.records)[-3:]
    assert act.corrected is None
    assert correction.stands is False
    assert undo.kind == "undo"


def test_what_is_struck_much_later_and_what_concerns_the_whole_meeting():
    at = open_table()
    first, *_, opened = history(at.log.records)
    assert first.items == (), "the roll call is about no item"
    at.do(ev.Decided(at=at.clock(), items=(GRANTS,)))
    at.do(ev.PersonLeft(at=at.clock(), person="rut-fors", after=GRANTS))
    assert history(at.log.records)[-1].items == (GRANTS,)
    at.strike(opened.number)
    assert next(a for a in history(at.log.records) if a.number == opened.number).stands is False


@given(record_lists())
@settings(max_examples=60, deadline=None)
def test_what_stands_is_what_counts(records: tuple[Recorded[Event], ...]):
    acts = history(records)
    assert sorted(r.seq for a in acts for r in a.records) == sorted(r.seq for r in records), "nothing is left out"
    counting = {r.act for r in effective(records)}
    stands = {a.number for a in acts if a.stands and any(not isinstance(r.event, (Undone, Corrected)) for r in a.records)}
    assert counting == stands
