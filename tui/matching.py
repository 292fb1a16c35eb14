"""Finding a name by any part of it, without å ä ö if one likes, or by its initials."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TypeVar

from agendas.names import folded

T = TypeVar("T")

BEGINNING, INITIALS, INSIDE = 0, 1, 2
"""How well something fits: beginnings of its words, initials, letters somewhere inside."""

_WORDS = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"\([^)]*\)")


def fit(typed: str, label: str) -> int | None:
    """How well `typed` fits `label`: `BEGINNING`, `INITIALS`, `INSIDE` or not at all (None). Nothing typed fits everything."""
    wanted = _WORDS.findall(folded(typed))
    name = folded(label)
    if not wanted:
        return BEGINNING if not typed.strip() or folded(typed).strip() in name else None
    if _begin(wanted, _WORDS.findall(name)):
        return BEGINNING
    letters = "".join(wanted)
    initials = "".join(word[0] for word in _WORDS.findall(_BRACKETS.sub("", name)))
    if 2 <= len(letters) <= 4 and initials.startswith(letters):
        return INITIALS
    return INSIDE if all(word in name for word in wanted) else None


def _begin(wanted: list[str], words: list[str]) -> bool:
    """Whether each wanted word begins a word of the name, in the same order."""
    rest = iter(words)
    return all(any(word.startswith(start) for word in rest) for start in wanted)


def ranked(typed: str, things: Iterable[T], label: Callable[[T], str]) -> list[T]:
    """The things that fit, best first; among equals the given order stays."""
    found = [(how, thing) for thing in things if (how := fit(typed, label(thing))) is not None]
    return [thing for _, thing in sorted(found, key=lambda pair: pair[0])]
