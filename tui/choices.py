"""What can be chosen: an alternative on a line, or something in a list. Plain values, for the dialogs and for the line mode."""

from __future__ import annotations

from dataclasses import dataclass

from agendas.value import Value


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Option(Value):
    """One alternative. `key`: the letter that picks it."""

    value: str
    label: str
    key: str = ""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Choice(Value):
    """Something that can be chosen from a list: a person, a §, a command."""

    id: str
    label: str
    status: str = ""
    """A word beside it: närvarande, frånvarande, ersättare."""
    search: str = ""
    """More words to find it by."""
