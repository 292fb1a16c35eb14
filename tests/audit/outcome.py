"""What came of one check."""

from __future__ import annotations

from dataclasses import dataclass


class NotPossible(Exception):
    """The check could not be made here. The text is one Swedish line: what is missing, and how to get it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check: what it was, and what was wrong."""

    name: str
    looked_at: str
    """What was looked at, in numbers."""
    faults: tuple[str, ...] = ()
