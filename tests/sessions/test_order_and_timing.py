"""Which item comes next, how a slip is mended, and the plan against the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from agendas.model import Item, with_ids
from sessions.events import (
    Decided,
    ItemOpened,
    ItemReopened,
    ItemWithdrawn,
    MeetingAdjourned,
    MeetingOpened,
    MeetingResumed,
    PrivateNoteWritten,
    TextWritten,
    Undone,
)
from sessions.order import give_back, handled_last, last_act, next_item, open_item, slipped_opening, undecided, upcoming
from sessions.timing import elapsed, forecast, planned_minutes
from tests.sessions.table import START, Table, agenda

FIRST, GRANTS, BUDGET, NEWS, CASE = "val-av-justerare", "foreningsbidrag", "budget", "information", "individarende"


def opened(*items: str) -> Table:
    table = Table()
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    for item in items:
        table.act(*open_item(table.meeting, item, table.now))
    return table


def next_id(table: Table) -> str | None:
    coming = next_item(table.meeting)
    return coming.id if coming else None


def test_the_meeting_goes_on_from_where_it_is_and_comes_back_to_what_was_passed_over():
    table = opened(FIRST, BUDGET)
    assert next_id(table) == NEWS
    assert [x.id for x in upcoming(table.meeting)] == [NEWS, CASE, GRANTS]
    table.act(ItemWithdrawn(at=table.now, item=NEWS))
    assert next_id(table) == CASE
    table.act(*open_item(table.meeting, CASE, table.now))
    assert next_id(table) == GRANTS
    table.act(*open_item(table.meeting, GRANTS, table.now))
    assert next_id(table) is None


def test_going_on_leaves_an_undecided_item():
    table = opened(FIRST, GRANTS)
    assert table.item(FIRST).phase == "lämnat"
    table.act(Decided(at=table.now))
    assert len(open_item(table.meeting, BUDGET, table.now)) == 1


def test_what_is_left_when_the_meeting_ends_is_what_lacks_a_decision_and_neither_news_nor_a_roll_call():
    listed = (Item(title="Upprop", kind="formalia"), Item(title="Fråga om vägen", kind="fråga"), Item(title="Övrigt", kind="övrigt"))
    planned = agenda()
    table = Table(with_ids(replace(planned, items=(*listed, *planned.items))))
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    for item in ("upprop", "fraga-om-vagen", "ovrigt", NEWS, BUDGET):
        table.act(*open_item(table.meeting, item, table.now))
    assert [x.id for x in undecided(table.meeting)] == ["ovrigt", BUDGET]
    table.act(TextWritten(at=table.now, item="ovrigt", section="protocol", text="Inga övriga frågor anmäls."))
    assert [x.id for x in undecided(table.meeting)] == [BUDGET]


def test_an_opening_with_nothing_after_it_gives_its_number_to_another_item():
    table = opened(FIRST, GRANTS)
    slip = slipped_opening(table.log)
    assert slip is not None
    table.act(*give_back(table.log, slip, BUDGET, table.now))
    assert {x.id: x.paragraph for x in table.meeting.numbered} == {FIRST: 82, BUDGET: 83}
    assert table.item(FIRST).phase == "lämnat"
    assert table.item(GRANTS).phase == "planerat"


def test_an_item_with_anything_recorded_on_it_is_no_slip():
    table = opened(FIRST)
    table.act(PrivateNoteWritten(at=table.now, text="x"))
    assert slipped_opening(table.log) is None


def test_undo_passes_over_notes_but_takes_a_moved_text_back():
    table = opened(FIRST)
    table.act(Decided(at=table.now))
    table.act(TextWritten(at=table.now, section="protocol", text="en sida"))
    assert isinstance(last_act(table.log)[0].event, Decided)
    table.act(
        TextWritten(at=table.now, item=FIRST, section="protocol", text=""),
        TextWritten(at=table.now, item=FIRST, section="protocol", text="flyttad"),
    )
    assert isinstance(last_act(table.log)[0].event, TextWritten)
    table.act(Undone(at=table.now, act=last_act(table.log)[0].act))
    assert isinstance(last_act(table.log)[0].event, Decided)


def test_undo_of_everything_ends_with_nothing():
    table = Table()
    table.everybody()
    table.act(Undone(at=table.now, act=1))
    assert last_act(table.log) == ()


def test_the_item_decided_last_is_what_a_late_reservation_is_about():
    table = opened(FIRST)
    assert handled_last(table.meeting) is None
    table.act(Decided(at=table.now))
    table.act(*open_item(table.meeting, GRANTS, table.now))
    last = handled_last(table.meeting)
    assert last is not None
    assert last.id == FIRST


# The clock


def _timed() -> Table:
    planned = agenda(ends=time(15))
    minutes = (10, 20, 30, None, 15)
    items = tuple(replace(x, minutes=m) for x, m in zip(planned.items, minutes, strict=True))
    table = Table(replace(planned, items=(*items[:2], replace(items[2], at=time(13, 40)), *items[3:])))
    table.everybody()
    return table


def _at(hour: int, minute: int) -> datetime:
    return START.replace(hour=hour, minute=minute)


def test_before_the_start_the_forecast_is_the_plan():
    found = forecast(_timed().meeting, _at(12, 30))
    assert found.starts[FIRST] == _at(13, 0)
    assert found.starts[GRANTS] == _at(13, 10)
    assert found.starts[BUDGET] == _at(13, 40), "a promised time is kept"
    assert found.ends == found.planned_end == _at(15, 0)


def test_what_runs_late_moves_what_follows_and_the_end():
    table = _timed()
    table.act(MeetingOpened(at=_at(13, 0)))
    table.act(ItemOpened(at=_at(13, 0), items=(FIRST,)))
    found = forecast(table.meeting, _at(13, 35))
    assert found.late == 25
    assert found.starts[GRANTS] == _at(13, 35)
    assert found.starts[BUDGET] == _at(13, 55)
    assert found.ends == _at(15, 15)


def test_adjournments_are_not_counted_in_the_time_of_an_item():
    table = _timed()
    table.act(MeetingOpened(at=_at(13, 0)))
    table.act(ItemOpened(at=_at(13, 0), items=(FIRST,)))
    table.act(MeetingAdjourned(at=_at(13, 5)))
    table.act(MeetingResumed(at=_at(13, 25)))
    assert elapsed(table.meeting, table.item(FIRST), _at(13, 30)) == timedelta(minutes=10)
    assert planned_minutes(table.meeting)[FIRST] == 10


def test_an_item_taken_up_again_counts_both_times():
    table = _timed()
    table.act(MeetingOpened(at=_at(13, 0)))
    table.act(ItemOpened(at=_at(13, 0), items=(FIRST,)))
    table.act(Decided(at=_at(13, 5)))
    table.act(ItemReopened(at=_at(13, 20), item=FIRST))
    assert elapsed(table.meeting, table.item(FIRST), _at(13, 30)) == timedelta(minutes=15)


def test_without_times_in_the_agenda_nothing_is_foretold():
    table = opened(FIRST)
    found = forecast(table.meeting, START)
    assert found.ends is None
    assert found.planned_end is None
