"""Rows and cells from words that only stand at places: a PDF without table marks, a text set with spaces.

Columns are parted by gutters – strips that no word crosses; rows by rules where they are drawn, else by wider spacing, a number
or a time in front, or a capital letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from agendas.intake.hyphens import joined
from agendas.intake.patterns import only_reference
from agendas.intake.words import column_keys, kind_of_section, kind_of_title
from agendas.value import Value


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Segment(Value):
    """Words without a wide gap between them, from `left` to `right`."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Stripe(Value):
    """One printed line: its segments, from `top` down to `bottom` (growing downwards)."""

    segments: list[Segment]
    top: float
    bottom: float
    rule_above: bool | None = field(default=None)
    """Whether a line is drawn between it and the one above; None when the table has no drawn lines."""


_KEY = re.compile(r"(?:§\s*)?\d{1,3}[.):]?|(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?", re.IGNORECASE)


def rows_of(stripes: Sequence[Stripe]) -> list[tuple[int, tuple[str, ...]]]:
    """The rows of a table: for each the index of its first stripe, and its cells. Wrapped cells are put together again."""
    columns = columns_of(stripes)
    keyed = _are_keyed([_placed(s, columns) for s in stripes])
    rows: list[tuple[int, list[str]]] = []
    spacings = sorted(b.top - a.top for a, b in pairwise(stripes) if b.top > a.top)
    tight = spacings[0] if spacings else 0.0
    uneven = bool(spacings) and spacings[-1] > tight * 1.25
    for number, stripe in enumerate(stripes):
        cells = _placed(stripe, columns)
        wrapped = number > 0 and _continues(cells, rows[-1][1], stripe, stripes[number - 1], tight if uneven else None, keyed=keyed)
        if wrapped:
            above = rows[-1][1]
            for place, text in enumerate(cells):
                above[place] = joined(above[place], text, "\n") if text else above[place]
        else:
            rows.append((number, cells))
    return [(number, tuple(cells)) for number, cells in rows]


def _are_keyed(rows: Sequence[Sequence[str]]) -> bool:
    """Whether most rows with several cells have a number or a time in front."""
    several = [row for row in rows[1:] if sum(bool(c) for c in row) > 1]
    return len(several) > 1 and sum(any(_KEY.fullmatch(c) for c in row[:2]) for row in several) > len(several) * 0.6


def columns_of(stripes: Sequence[Stripe]) -> list[tuple[float, float]]:
    """The columns as ranges: what the segments of lines with several of them cover together."""
    spans = sorted((s.left, s.right) for stripe in stripes if len(stripe.segments) > 1 for s in stripe.segments)
    columns: list[tuple[float, float]] = []
    for left, right in spans:
        if columns and left <= columns[-1][1]:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _placed(stripe: Stripe, columns: Sequence[tuple[float, float]]) -> list[str]:
    cells = [""] * len(columns)
    for segment in stripe.segments:
        middle = [max(0.0, min(segment.right, r) - max(segment.left, left)) for left, r in columns]
        near = [-abs(segment.left - left) for left, _ in columns]
        place = max(range(len(columns)), key=lambda n: (middle[n], near[n]))
        cells[place] = f"{cells[place]} {segment.text}".strip()
    return cells


def _continues(cells: list[str], above: list[str], stripe: Stripe, before: Stripe, tight: float | None, *, keyed: bool) -> bool:
    if stripe.rule_above is not None:
        return not stripe.rule_above
    texts = [c for c in cells if c]
    if any(_KEY.fullmatch(c) for c in cells[:3]) or not texts:
        return False
    if any(not above[n] for n, c in enumerate(cells) if c) and len(texts) > 1:
        return False  # it fills a column that the row above left empty
    if sum(bool(column_keys(c)) for c in above) > 1 and not all(column_keys(joined(above[n], c, "\n")) for n, c in enumerate(cells) if c):
        return False  # the row above is the table's head, and this is no more of it
    longest = max(texts, key=len)
    if keyed and len(texts) == 1:
        # Rows have numbers: a line without one is the rest of a cell, unless it says what it is.
        return kind_of_title(longest)[0] not in {"paus", "formalia"} and kind_of_section(longest) is None
    if keyed and not any(only_reference(c) for c in texts):
        return True  # several cells were broken at the same line
    if tight is not None and stripe.top - before.top > tight * 1.25:
        return False
    return longest[:1].islower() or tight is not None or any(above[n].endswith(("-", ",", "/")) for n, c in enumerate(cells) if c)


def blocks_of(stripes: Sequence[Stripe]) -> Iterator[tuple[bool, list[int]]]:
    """The stripes in order as tables and single lines: `(True, indices of one table)` or `(False, [index])`.

    A table goes on over lines with one segment when they stand below one of its later columns and more rows follow.
    """
    at = 0
    while at < len(stripes):
        if len(stripes[at].segments) < 2:
            yield False, [at]
            at += 1
            continue
        taken = [at]
        pending: list[int] = []
        for n in range(at + 1, len(stripes)):
            spacing = stripes[n].top - stripes[n - 1].top
            height = max(stripes[n].bottom - stripes[n].top, 1.0)
            if spacing > height * 4:
                break
            if len(stripes[n].segments) > 1:
                if _is_head(stripes[n]) and not _is_head(stripes[at]):
                    break  # a table begins here: what stands above it is something else
                if not _same_columns([stripes[k] for k in (*taken, n)]):
                    break
                taken += [*pending, n]
                pending = []
            elif _below_column(stripes[n], [stripes[k] for k in taken]):
                pending.append(n)
                if len(pending) > 8:
                    break
            else:
                break
        while pending and pending[0] == taken[-1] + 1 and _is_wrapped(stripes[pending[0]], stripes[taken[-1]]):
            taken.append(pending.pop(0))
        yield True, taken
        at = taken[-1] + 1


def _is_head(stripe: Stripe) -> bool:
    """Whether a line names the columns of a list of items."""
    known = sum(bool(column_keys(s.text)) for s in stripe.segments)
    return known > 1 and known >= len(stripe.segments) * 0.6


def _same_columns(stripes: Sequence[Stripe]) -> bool:
    """Whether a gutter is left when the last stripe is laid on the others."""
    return len(columns_of(stripes)) >= min(2, max(len(s.segments) for s in stripes[:-1]))


def _below_column(stripe: Stripe, table: Sequence[Stripe]) -> bool:
    columns = columns_of(table)
    only = stripe.segments[0]
    rights = [left - 4 for left, _ in columns[1:]] + [float("inf")]
    return any(abs(only.left - left) < 6 and only.right <= right for (left, _), right in zip(columns, rights, strict=True))


def _is_wrapped(stripe: Stripe, before: Stripe) -> bool:
    only = stripe.segments[0]
    height = stripe.bottom - stripe.top
    under = any(abs(s.left - only.left) < 3 for s in before.segments[1:])
    return under and stripe.top - before.top < height * 2.2
