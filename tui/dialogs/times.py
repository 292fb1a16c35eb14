"""Clock times as they are typed and shown: `14.40`, `14:40`, `1440`, `14`."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta

_TIME = re.compile(r"\s*(?:kl\.?\s*)?(\d{1,2})(?:\s*[.:,]?\s*(\d{2}))?\s*", re.IGNORECASE)


def read_time(text: str) -> time | None:
    """The time of day that somebody typed, or None when it is none."""
    match = _TIME.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2] or 0))


def shown_time(moment: datetime | time) -> str:
    """`14.40`."""
    return f"{moment:%H.%M}"


def happened(text: str, now: datetime) -> datetime | None:
    """The moment nearest to `now` that has the typed time of day: 23.50 typed at 00.10 was yesterday. None when it is no time."""
    typed = read_time(text)
    if typed is None:
        return None
    today = now.replace(hour=typed.hour, minute=typed.minute, second=0, microsecond=0)
    return min((today + timedelta(days=d) for d in (-1, 0, 1)), key=lambda moment: abs(moment - now))


def when_of(text: str, now: datetime) -> datetime | None:
    """What goes to `when`: the typed moment, or None when nothing was typed or the clock says the same minute."""
    moment = happened(text, now)
    if moment is None or (moment.date(), moment.hour, moment.minute) == (now.date(), now.hour, now.minute):
        return None
    return moment
