"""What is recorded when the meeting is over: the approval of all or some §§, the days of the notice. Nothing of any screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sessions.dates import takedown_day
from sessions.events import Approved, NoticePosted
from sessions.meeting import Meeting
from tui.dialogs.dates import read_date
from tui.dialogs.missing import Missing
from tui.dialogs.numbers import read_numbers
from tui.texts.after import Approval, Posting
from tui.texts.dialogs import Recording


def read_day(typed: str, near: date, field: str = "") -> date | None:
    """The day that was typed, None when nothing was. Raises `Missing`."""
    found = read_date(typed, near)
    if typed and found is None:
        raise Missing(Recording.BAD_DATE, field)
    return found


def approved(meeting: Meeting, event: Approved, day: date | None, paragraphs: str, *, some: bool = False) -> Approved:
    """The approval of a day (R-1101). `paragraphs`: `3, 5–7` as typed, nothing for the whole protocol unless `some`. Raises `Missing`."""
    if day is None:
        raise Missing(Recording.BAD_DATE, "#date")
    numbers = read_numbers(paragraphs.replace("§", " "))
    if numbers is None or (some and not numbers):
        raise Missing(Approval.BAD_ITEMS, "#items")
    known = {x.paragraph: x.id for x in meeting.numbered}
    if unknown := [n for n in numbers if n not in known]:
        raise Missing(Approval.unknown(unknown[0]), "#items")
    return replace(event, date=day, items=tuple(known[n] for n in numbers))


def takedown(meeting: Meeting, day: date | None) -> date | None:
    """When a notice that goes up on this day comes down (R-1110)."""
    return takedown_day(day, meeting.rules.takedown_offset_days) if day else None


def posted(event: NoticePosted, day: date | None, until: date | None, where: str) -> NoticePosted:
    """The notice with its days. Raises `Missing`."""
    if day is None:
        raise Missing(Recording.BAD_DATE, "#date")
    if until is not None and until <= day:
        raise Missing(Posting.TOO_EARLY, "#until")
    return replace(event, date=day, until=until, where=where)
