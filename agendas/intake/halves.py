"""A page set in two columns of text: what is read first. A table has columns too, and is left whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Protocol, TypeVar

from agendas.intake.words import kind_of_section

_FEWEST = 5
"""Lines that a half must have."""
_GUTTER = 10.0
"""Points between the halves."""
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]")


class Placed(Protocol):
    """A word with its place on the page."""

    @property
    def text(self) -> str:
        """As it is written, without spaces."""

    @property
    def left(self) -> float:
        """Points from the left edge of the page."""

    @property
    def right(self) -> float:
        """Points from the left edge of the page."""

    @property
    def top(self) -> float:
        """Points from the upper edge of the page."""


W = TypeVar("W", bound=Placed)


def halves_of(words: list[W], lines_of: Callable[[list[W]], list[list[W]]]) -> list[list[W]]:
    """The words of a page in reading order: all of them, or the left half with what stands above, and then the right half."""
    lines = lines_of(words)
    if len(lines) < _FEWEST:
        return [words]
    starts = Counter(round(b.left / 4) for line in lines for a, b in pairwise(line) if b.left - a.right > _GUTTER)
    split = max((w.left for w in words if round(w.left / 4) == starts.most_common(1)[0][0]), default=0.0) - 6 if starts else 0.0
    crossing = [n for n, line in enumerate(lines) if any(w.left < split < w.right for w in line) or _spans(line, split)]
    top = max((n for n in crossing if n < len(lines) / 2), default=-1)
    bottom = min((n for n in crossing if n > top and n >= len(lines) / 2), default=len(lines))
    between = [w for line in lines[top + 1 : bottom] for w in line]
    first, second = [w for w in between if w.right <= split], [w for w in between if w.left >= split]
    if len(lines_of(first)) < _FEWEST or len(lines_of(second)) < _FEWEST or not _is_text(lines_of(first), lines_of(second)):
        return [words]
    above = [w for line in lines[: top + 1] for w in line]
    below = [w for line in lines[bottom:] for w in line]
    return [above + first, second + below]


def _spans(line: Sequence[Placed], split: float) -> bool:
    """Whether two words of a line stand so close about the gutter that they are one text."""
    return any(a.right <= split <= b.left and b.left - a.right < _GUTTER for a, b in pairwise(line))


def _is_text(first: Sequence[Sequence[Placed]], second: Sequence[Sequence[Placed]]) -> bool:
    """Whether two halves are columns of text: the left is no narrow one, and the right begins or goes on as a list does."""
    left, split = min(line[0].left for line in first), min(line[0].left for line in second)
    right = max(line[-1].right for line in second)
    if not 0.35 < (split - left) / max(right - left, split) < 0.75:
        return False
    numbers = [[int(m["number"]) for line in half if (m := _NUMBER.fullmatch(line[0].text))] for half in (first, second)]
    goes_on = bool(numbers[0]) and bool(numbers[1]) and numbers[1][0] == numbers[0][-1] + 1
    opens = kind_of_section(" ".join(w.text for w in second[0]).rstrip(":")) is not None
    return (goes_on and all(b > a for ns in numbers for a, b in pairwise(ns))) or (opens and numbers[0] != numbers[1])
