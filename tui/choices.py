"""What can be chosen: an alternative on a line, or something in a list. Plain values, for the dialogs and for the line mode."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative. `key`: the letter that picks it."""

    value: str
    label: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen from a list: a person, a §, a command."""

    id: str
    label: str
    status: str = ""
    """A word beside it: närvarande, frånvarande, ersättare."""
    search: str = ""
    """More words to find it by."""
