"""Days that the law counts: Swedish public holidays, the next weekday, and what follows from an approval (R-1101–R-1110)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache

from agendas.value import Value

APPROVAL_DAYS = 14
"""The protocol is approved within so many days of the meeting (KL 5:69)."""
NOTICE_DAYS = 2
"""The approval is announced no later than this many days after it (KL 8:12)."""
APPEAL_DAYS = 21
"""An appeal reaches the court within three weeks of the notice (KL 13:5)."""


def easter(year: int) -> Date:
    """Påskdagen (the Gregorian computus)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leap_centuries, odd = divmod(century, 4)
    moon = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    quarter, left = divmod(rest, 4)
    weekday = (32 + 2 * odd + 2 * quarter - epact - left) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return Date(year, month, day + 1)


@lru_cache(maxsize=16)
def holidays(year: int) -> frozenset[Date]:
    """The public holidays of a year, and the three eves on which a time limit does not run out either (R-1109)."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in (-2, 0, 1, 39, 49)}
    midsummer = _saturday_from(Date(year, 6, 20))
    fixed = {Date(year, month, day) for month, day in ((1, 1), (1, 6), (5, 1), (6, 6), (12, 25), (12, 26))}
    eves = {midsummer - timedelta(days=1), Date(year, 12, 24), Date(year, 12, 31)}
    return frozenset(moving | fixed | eves | {midsummer, _saturday_from(Date(year, 10, 31))})


def _saturday_from(day: Date) -> Date:
    return day + timedelta(days=(5 - day.weekday()) % 7)


def is_weekday(day: Date) -> bool:
    """Whether it is a vardag: no Saturday or Sunday, no holiday, none of the eves of the act of 1930."""
    return day.weekday() < 5 and day not in holidays(day.year)


def next_vardag(day: Date) -> Date:
    """The day, or the first vardag after it (R-1109)."""
    while not is_weekday(day):
        day += timedelta(days=1)
    return day


def last_approval_day(meeting: Date) -> Date:
    """The last day to approve the protocol (R-1101); a time limit for an act moves to the next vardag (R-1109)."""
    return next_vardag(meeting + timedelta(days=APPROVAL_DAYS))


def last_notice_day(meeting: Date, approved: Date | None = None) -> Date:
    """The last day to post the notice (R-1107), counted from the approval, or from the last day that it can lawfully have been."""
    last = last_approval_day(meeting)
    return min(approved or last, last) + timedelta(days=NOTICE_DAYS)


def last_appeal_day(notice: Date) -> Date:
    """The last day on which an appeal can come in (R-1108, R-1109)."""
    return next_vardag(notice + timedelta(days=APPEAL_DAYS))


def takedown_day(notice: Date, offset: int = 1) -> Date:
    """The day on which the notice is taken down: after the last day of appeal, never earlier (R-1110)."""
    return last_appeal_day(notice) + timedelta(days=max(offset, 1))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Deadlines(Value):
    """What follows from the day of the meeting, the approval and the notice."""

    approval: Date
    notice: Date
    appeal: Date
    takedown: Date


def deadlines(meeting: Date, approved: Date, notice: Date | None = None, offset: int = 1) -> Deadlines:
    """All the days at once; without a notice as if it were posted on the day of the approval."""
    posted = notice or approved
    return Deadlines(last_approval_day(meeting), last_notice_day(meeting, approved), last_appeal_day(posted), takedown_day(posted, offset))
