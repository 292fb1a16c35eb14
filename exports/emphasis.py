"""Where the marks of Markdown's emphasis can stand in a line, so that they are read as marks.

`**ja**` is strong, `** ja**` and `**(V)**s` are not: a mark must touch what it marks, and a bracket or a full stop
beside it must not have a letter on its other side. Where it would, the emphasis is made shorter; the words never change.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import Enum, IntFlag
from itertools import groupby

from exports.document import Text, one_line


class Kind(Enum):
    """What a span is: literal text, the text of a code span, or a mark that is written as it is."""

    TEXT = "text"
    CODE = "code"
    MARK = "mark"


class _Style(IntFlag):
    PLAIN = 0
    STRONG = 1
    EMPHASIS = 2
    STRIKE = 4
    CODE = 8


_MARKS = {_Style.STRONG: "**", _Style.EMPHASIS: "*", _Style.STRIKE: "~~"}
_MOST_ROUNDS = 20

_Run = tuple[str, _Style]


def spans(line: Sequence[Text]) -> Iterator[tuple[Kind, str]]:
    """The runs of one line with marks around them. Space at its ends is left out."""
    if not any(run.strong or run.emphasis or run.code or run.strike for run in line):  # by far the most
        if words := one_line("".join(run.text for run in line)).strip():
            yield Kind.TEXT, words
        return
    open_styles: list[_Style] = []
    closed_early = _Style.PLAIN
    runs = _runs(line)
    for number, (text, wanted) in enumerate(runs):
        closed_early &= wanted
        style = wanted & ~closed_early
        while any(not style & one for one in open_styles):
            innermost = open_styles.pop()
            yield Kind.MARK, _MARKS[innermost]
            if style & innermost:  # it would cross the one that ends here, and marks only nest
                closed_early |= innermost
                style &= ~innermost
        new = [one for one in _MARKS if style & one and one not in open_styles]
        for one in sorted(new, key=lambda one: -_lasts(one, runs[number:])):
            open_styles.append(one)
            yield Kind.MARK, _MARKS[one]
        yield Kind.CODE if style & _Style.CODE else Kind.TEXT, text
    for one in reversed(open_styles):
        yield Kind.MARK, _MARKS[one]


def _lasts(style: _Style, runs: Sequence[_Run]) -> int:
    return next((count for count, (_, other) in enumerate(runs) if not other & style), len(runs))


def _runs(line: Sequence[Text]) -> list[_Run]:
    runs = [(one_line(run.text), _style_of(run)) for run in line if run.text]
    characters = "".join(text for text, _ in runs)
    styles = [style for text, style in runs for _ in text]
    kept = [at for at, sign in enumerate(characters) if sign != " " or at == 0 or characters[at - 1] != " "]
    kept = _stripped(characters, kept)
    characters, styles = "".join(characters[at] for at in kept), [styles[at] for at in kept]
    _move_ends(characters, styles)
    groups = (list(group) for _, group in groupby(range(len(styles)), key=styles.__getitem__))
    return [(characters[group[0] : group[-1] + 1], styles[group[0]]) for group in groups]


def _style_of(run: Text) -> _Style:
    # Struck words and code carry no further emphasis: marks of different signs side by side are read differently by programs.
    if run.strike:
        return _Style.STRIKE
    if run.code:
        return _Style.CODE
    return (_Style.STRONG if run.strong else _Style.PLAIN) | (_Style.EMPHASIS if run.emphasis else _Style.PLAIN)


def _stripped(characters: str, kept: list[int]) -> list[int]:
    first, last = 0, len(kept)
    while first < last and characters[kept[first]].isspace():
        first += 1
    while first < last and characters[kept[last - 1]].isspace():
        last -= 1
    return kept[first:last]


def _move_ends(characters: str, styles: list[_Style]) -> None:
    """Shorten emphasis, in place, until every end of it is where its mark is read as one."""
    for _ in range(_MOST_ROUNDS):
        before = list(styles)
        for at in range(len(styles)):
            left = styles[at - 1] if at else _Style.PLAIN
            outside = characters[at - 1] if at else " "
            if not _can_touch(characters[at], outside, styles[at] & ~left):
                styles[at] &= left
        for at in reversed(range(len(styles))):
            right = styles[at + 1] if at + 1 < len(styles) else _Style.PLAIN
            outside = characters[at + 1] if at + 1 < len(styles) else " "
            if not _can_touch(characters[at], outside, styles[at] & ~right):
                styles[at] &= right
        if styles == before:
            return
    styles[:] = [_Style.PLAIN] * len(styles)  # nobody typed this


def _can_touch(inside: str, outside: str, style: _Style) -> bool:
    """Can the marks of a style stand between a character that they mark and one that they do not?"""
    if not style:
        return True
    if inside.isspace():
        return False
    if style == _Style.CODE:
        return True
    category = unicodedata.category(inside)[0]
    if category not in "PS":
        return True
    # Programs differ on whether signs such as € count as punctuation: on this side they do, on the other they do not.
    return outside.isspace() or unicodedata.category(outside)[0] == "P" or (outside.isascii() and not outside.isalnum())
