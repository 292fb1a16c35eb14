"""Days as they are typed and shown: `2026-03-12`, `12/3`, `12/3 2026`, `12 mars 2026`."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")


def read_date(text: str, near: date) -> date | None:
    """The day that somebody typed; without a year the one nearest to `near`. None when it is none."""
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    match = re.fullmatch(r"(?:den\s+)?(\d{1,2})(?:\s*[/.-]\s*(\d{1,2})|\s+([a-z]{3,9})\.?)(?:\s*[/.,-]?\s*(\d{4}))?", text.casefold())
    if match is None:
        return None
    named = [n for n, month in enumerate(MONTHS, 1) if match[3] and month.startswith(match[3])]
    month = int(match[2]) if match[2] else named[0] if named else 0
    found = []
    for year in (int(match[4]),) if match[4] else (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, month, int(match[1])))
        except ValueError:
            continue
    return min(found, key=lambda day: abs(day - near), default=None)
