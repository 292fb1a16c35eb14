"""Numbers of points as people write them: `1, 3–4`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sessions.attendance import ranges


def read_numbers(text: str) -> tuple[int, ...] | None:
    """`1, 3–4` → (1, 3, 4); nothing → (); None when it is something else."""
    found: list[int] = []
    for part in re.split(r"[,;\s]+(?:och\s+)?", text.strip()):
        if not part or part in {"och", "punkt", "punkterna"}:
            continue
        match = re.fullmatch(r"(\d{1,3})\.?(?:[-–](\d{1,3}))?", part)
        if match is None or int(match[1]) < 1 or (match[2] and int(match[2]) < int(match[1])):
            return None
        found += range(int(match[1]), int(match[2] or match[1]) + 1)
    return tuple(dict.fromkeys(found))


def read_number(text: str) -> int | None:
    """A whole number in plain digits; None when it is something else, `²`, or longer than anything that is counted here."""
    return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None


def shown_numbers(numbers: Iterable[int]) -> str:
    """(1, 3, 4) → `1, 3–4`."""
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in ranges(numbers))
