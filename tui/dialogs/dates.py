"""Days as they are typed and shown: `2026-03-12`, `12/3`."""

from __future__ import annotations

import re
from datetime import date


def read_date(text: str, near: date) -> date | None:
    """The day that somebody typed; without a year the one nearest to `near`. None when it is none."""
    text = text.strip()
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    match = re.fullmatch(r"(\d{1,2})\s*[/.]\s*(\d{1,2})", text)
    if match is None:
        return None
    found = []
    for year in (near.year - 1, near.year, near.year + 1):
        try:
            found.append(date(year, int(match[2]), int(match[1])))
        except ValueError:
            continue
    return min(found, key=lambda day: abs(day - near), default=None)
