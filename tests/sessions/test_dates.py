"""The days that the law counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.dates import (
    deadlines,
    easter,
    holidays,
    is_weekday,
    last_appeal_day,
    last_approval_day,
    last_notice_day,
    next_vardag,
    takedown_day,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("year", "sunday"), [(2021, "2021-04-04"), (2024, "2024-03-31"), (2026, "2026-04-05"), (2027, "2027-03-28"), (2038, "2038-04-25")]
)
def test_easter_sunday(year, sunday):
    assert easter(year) == day(sunday)


@pytest.mark.parametrize(
    "holiday",
    [
        *("2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14", "2026-05-24", "2026-06-06"),
        *("2026-06-19", "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-26", "2026-12-31"),
    ],
)
def test_r_1109_a_holiday_and_the_three_eves_are_no_weekdays(holiday):
    assert day(holiday) in holidays(2026)
    assert not is_weekday(day(holiday))


@pytest.mark.parametrize("plain", ["2026-04-02", "2026-06-18", "2026-06-22", "2026-12-23", "2026-05-15"])
def test_r_1109_skartorsdag_and_days_between_are_weekdays(plain):
    assert next_vardag(day(plain)) == day(plain)


@pytest.mark.parametrize(
    ("notice", "last", "down"),
    [
        ("2026-03-12", "2026-04-02", "2026-04-03"),
        ("2026-03-13", "2026-04-07", "2026-04-08"),
        ("2026-05-29", "2026-06-22", "2026-06-23"),
        ("2026-12-03", "2026-12-28", "2026-12-29"),
        ("2026-12-11", "2027-01-04", "2027-01-05"),
        ("2020-11-30", "2020-12-21", "2020-12-22"),
        ("2021-09-15", "2021-10-06", "2021-10-07"),
    ],
)
def test_r_1108_r_1110_the_last_day_of_appeal_and_the_day_after_it(notice, last, down):
    assert last_appeal_day(day(notice)) == day(last)
    assert takedown_day(day(notice)) == day(down)


def test_r_1101_r_1107_approved_within_fourteen_days_and_announced_on_the_second_day():
    found = deadlines(day("2026-03-12"), day("2026-03-17"), day("2026-03-18"))
    assert (found.approval, found.notice, found.appeal, found.takedown) == (
        day("2026-03-26"),
        day("2026-03-19"),
        day("2026-04-08"),
        day("2026-04-09"),
    )


def test_r_1107_the_last_day_of_notice_is_never_later_than_after_the_last_lawful_approval():
    assert last_notice_day(day("2020-11-11")) == day("2020-11-27")
    assert last_notice_day(day("2020-11-11"), day("2020-11-30")) == day("2020-11-27")


def test_r_1109_a_time_limit_for_the_approval_moves_past_a_holiday():
    assert last_approval_day(day("2026-04-22")) == day("2026-05-06")
    assert last_approval_day(day("2026-12-10")) == day("2026-12-28")  # julafton, juldagen, annandagen, Sunday


@given(st.dates(date(1990, 1, 1), date(2099, 12, 1)), st.integers(-3, 5))
def test_r_1110_a_notice_is_never_taken_down_before_the_time_of_appeal_is_over(notice, offset):
    last = last_appeal_day(notice)
    assert is_weekday(last)
    assert last >= notice + timedelta(days=21)
    assert takedown_day(notice, offset) > last
