"""Planned times, against figures worked out by hand."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from hypothesis import given, settings

from agendas.examples import example_paths
from agendas.file import read_agenda
from agendas.model import Agenda, Item, MeetingPlan, with_ids
from agendas.schedule import Schedule, schedule_of
from tests.agendas.strategies import AGENDAS


def planned(*items: Item, starts: time = time(13), ends: time | None = None) -> Schedule:
    plan = MeetingPlan(body="Nämnden", date=date(2026, 3, 17), starts=starts, ends=ends)
    return schedule_of(with_ids(Agenda(meeting=plan, items=items)))


def times(schedule: Schedule) -> list[str]:
    return [f"{slot.starts:%H.%M}–{slot.ends:%H.%M}" if slot.starts and slot.ends else "?" for slot in schedule.slots]


def item(title: str, at: time | None = None, minutes: int | None = None) -> Item:
    return Item(title=title, at=at, minutes=minutes)


def test_minutes_follow_upon_each_other() -> None:
    assert times(planned(item("A", minutes=10), item("B", minutes=5))) == ["13.00–13.10", "13.10–13.15"]


def test_items_without_times_share_what_is_left_in_whole_minutes() -> None:
    schedule = planned(item("A"), item("B", minutes=20), item("C"), item("D"), ends=time(14))
    assert times(schedule) == ["13.00–13.13", "13.13–13.33", "13.33–13.46", "13.46–14.00"]
    assert [slot.minutes for slot in schedule.slots] == [13, 20, 13, 14]
    assert schedule.clashes == ()


def test_an_anchor_holds_and_leaves_a_gap_when_all_before_it_have_minutes() -> None:
    assert times(planned(item("A", minutes=10), item("B", at=time(13, 30), minutes=10), item("C"), ends=time(14))) == [
        "13.00–13.10",
        "13.30–13.40",
        "13.40–14.00",
    ]


def test_a_break_counts_and_a_withdrawn_item_does_not() -> None:
    lunch = Item(title="Lunch", kind="paus", minutes=30)
    gone = Item(title="Utgår", minutes=600, withdrawn=True)
    schedule = planned(item("A"), lunch, gone, item("B"), ends=time(14, 30))
    assert times(schedule) == ["13.00–13.30", "13.30–14.00", "14.00–14.30"]
    assert schedule.slot("utgar") is None
    assert schedule.slot("lunch") == schedule.slots[1]


def test_what_has_no_end_is_not_guessed() -> None:
    schedule = planned(item("A", minutes=10), item("B"), item("C", minutes=5), item("D", at=time(15), minutes=5))
    assert times(schedule) == ["13.00–13.10", "13.10–14.55", "14.55–15.00", "15.00–15.05"]
    open_end = planned(item("A", minutes=10), item("B"), item("C", minutes=5))
    assert open_end.slots[1].starts == datetime(2026, 3, 17, 13, 10)
    assert [(slot.starts, slot.ends) for slot in open_end.slots[1:]] == [(datetime(2026, 3, 17, 13, 10), None), (None, None)]
    assert open_end.slots[1].minutes is None


def test_a_meeting_may_pass_midnight() -> None:
    schedule = planned(item("A", minutes=300), item("B", at=time(0, 30), minutes=15), item("C"), starts=time(19), ends=time(1))
    assert schedule.ends == datetime(2026, 3, 18, 1, 0)
    assert schedule.slots[1].starts == datetime(2026, 3, 18, 0, 30)
    assert schedule.slots[2].ends == datetime(2026, 3, 18, 1, 0)
    assert schedule.clashes == ()


def test_minutes_that_do_not_fit_before_an_anchor_are_told() -> None:
    schedule = planned(item("A", minutes=20), item("B", minutes=20), item("C", at=time(13, 30)), ends=time(14))
    (clash,) = schedule.clashes
    assert (clash.item, clash.other) == ("b", "c")
    assert clash.message == "Ärende 1–2 hinner inte före ärende 3 (C), utlovat 13.30: 40 minuter behövs från 13.00, 30 finns."
    assert times(schedule) == ["13.00–13.20", "13.20–13.40", "13.30–14.00"]


def test_minutes_that_do_not_fit_before_the_end_are_told() -> None:
    (clash,) = planned(item("A", at=time(13, 50), minutes=20), ends=time(14)).clashes
    assert clash.message == "Ärende 1 (A) hinner inte före sammanträdets slut 14.00: 20 minuter behövs från 13.50, 10 finns."


def test_anchors_in_the_wrong_order_are_told_with_both_names() -> None:
    (clash,) = planned(item("A", at=time(13, 50)), item("B", at=time(13, 20)), ends=time(14)).clashes
    assert (clash.item, clash.other) == ("a", "b")
    assert clash.message == "Ärende 1 (A) är utlovat 13.50, efter ärende 2 (B), utlovat 13.20."


def test_an_anchor_after_the_end_or_before_the_start_is_told() -> None:
    (late,) = planned(item("A", at=time(15)), ends=time(14)).clashes
    assert late.message == "Ärende 1 (A) är utlovat 15.00, efter sammanträdets slut 14.00."
    (early,) = planned(item("A", at=time(12, 30)), ends=time(14)).clashes
    assert early.message == "Ärende 1 (A), utlovat 12.30, ligger före sammanträdets början 13.00."


def test_an_end_before_the_start_is_told_and_not_used() -> None:
    schedule = planned(item("A"), ends=time(12))
    assert [clash.message for clash in schedule.clashes] == ["Sammanträdet slutar 12.00 men börjar 13.00."]
    assert schedule.ends is None


def test_the_timed_agenda_of_herrljunga_is_planned_as_it_was_sent_out() -> None:
    schedule = schedule_of(read_agenda(example_paths()["herrljunga"]).agenda)
    assert times(schedule)[:12] == [
        "13.15–13.16",
        "13.16–13.18",
        "13.18–13.20",
        "13.20–13.25",
        "13.25–13.35",
        "13.35–13.50",
        "13.50–14.10",
        "14.10–14.25",
        "14.25–14.35",
        "14.35–14.40",
        "14.40–14.50",
        "14.50–14.55",
    ]
    assert schedule.slots[12].starts == datetime(2021, 9, 28, 14, 55)
    assert schedule.slots[12].ends is None
    assert schedule.clashes == ()


@settings(max_examples=30)
@given(AGENDAS)
def test_every_agenda_has_a_schedule_with_all_its_items_in_order(agenda: Agenda) -> None:
    schedule = schedule_of(agenda)
    assert [slot.item for slot in schedule.slots] == [x.id for x in agenda.items if not x.withdrawn]
    assert all(slot.starts <= slot.ends for slot in schedule.slots if slot.starts and slot.ends)
    if schedule.ends is not None:
        assert timedelta() <= schedule.ends - schedule.starts <= timedelta(days=1)
