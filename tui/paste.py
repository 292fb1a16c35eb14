"""Pasted text as Markdown: bullets and numbers of Word and Outlook become points, tabbed rows a table. No word is lost.

A paste that has nothing of the kind comes through as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agendas.clean import clean
from agendas.value import Value

LONGEST_LINE = 10_000
"""Characters: three pages without a line break. Every key in a line costs in proportion to its length."""

_CERTAIN = "•◦▪▫●○■□‣⁃\uf0b7\uf0a7\uf0d8\uf0fc"
"""Signs that nobody types at the beginning of a line but as a bullet. The last ones are Word's own, from Wingdings."""
_PERHAPS = "–—·o"
"""Signs that are bullets when a tab follows, or when several lines begin so: one alone may be a line of talk."""
_BULLET = re.compile(rf"(?P<indent>[ \t]*)(?P<sign>[{_CERTAIN}{_PERHAPS}]|-(?=\t))(?P<gap>[ \t\u00a0]+)(?P<text>\S.*)")
_NUMBER = re.compile(r"(?P<indent>[ \t]*)(?P<sign>\d{1,2})(?P<end>[.)])(?P<gap>[ \t\u00a0]+)(?P<text>\S.*)")
_ATT = re.compile(r"(?P<indent>[ \t]*)(?P<text>att\s+\S.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Point(Value):
    """A line that begins with a sign of a list."""

    indent: int
    sign: str
    """What tells its level: the bullet, or `1` for every number."""
    mark: str
    """What it is written with."""
    text: str
    certain: bool


def as_markdown(text: str) -> str:
    """The text with lists and tables as Markdown; the same text when it has none."""
    text = clean(text)
    lines = text.split("\n")
    made: list[str] = []
    at = 0
    while at < len(lines):
        rows = _table_length(lines, at)
        if rows:
            made += _spaced(made, _table(lines[at : at + rows]), at + rows < len(lines) and bool(lines[at + rows].strip()))
            at += rows
            continue
        length, points = _list(lines, at)
        if points:
            made += _written(lines[at : at + length], points)
            at += length
            continue
        made.append(lines[at])
        at += 1
    return "\n".join(made)


def in_lines(text: str, longest: int = LONGEST_LINE) -> tuple[str, bool]:
    """The text with lines that are longer than `longest` characters divided, and whether any was.

    A line is divided in the place of a space, and in the middle of a word only where there is none.
    """
    if len(text) <= longest or all(len(line) <= longest for line in text.split("\n")):
        return text, False
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line, longest)), True


def _pieces(line: str, longest: int) -> Iterator[str]:
    start = 0
    while len(line) - start > longest:
        space = line.rfind(" ", start + 1, start + longest + 1)
        end = space if space > 0 else start + longest
        yield line[start:end]
        start = end + (space > 0)
    yield line[start:]


# Lists


def _point(line: str) -> _Point | None:
    if match := _BULLET.fullmatch(line):
        sign, wide = match["sign"], "\t" in match["gap"] or len(match["gap"]) > 1
        if sign == "o" and not wide:
            return None  # a word
        return _Point(_width(match["indent"]), sign, "-", _inner(match["text"]), sign in _CERTAIN or wide)
    if match := _NUMBER.fullmatch(line):
        tab = "\t" in match["gap"]
        return _Point(_width(match["indent"]), "1", f"{match['sign']}.", _inner(match["text"]), tab)
    if match := _ATT.fullmatch(line):
        return _Point(_width(match["indent"]), "att", "-", _inner(match["text"]), False)
    return None


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))


def _inner(text: str) -> str:
    return re.sub(r"\t+", " ", text.rstrip())


def _list(lines: list[str], start: int) -> tuple[int, list[_Point]]:
    """The points from here on, one a line with empty lines between, and how many lines they take; none when it is no list."""
    points: list[_Point] = []
    end = at = start
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            if not points:
                break
            continue
        point = _point(lines[at])
        if point is None or _table_length(lines, at):
            break
        points.append(point)
        at += 1
        end = at
    whole = len(points) > 1 or any(p.certain for p in points)
    return (end - start, points) if whole else (1, [])


def _written(lines: list[str], points: list[_Point]) -> list[str]:
    """The lines of a list; a sign that comes within another one's list is a level below it."""
    levels: list[tuple[int, str]] = []
    made: list[str] = []
    left = iter(points)
    for line in lines:
        if not line.strip():
            made.append("")
            continue
        point = next(left)
        key = (point.indent, point.sign)
        if key in levels:
            del levels[levels.index(key) + 1 :]
        else:
            while levels and point.indent < levels[-1][0]:
                levels.pop()
            if not levels or levels[-1] != key:
                levels.append(key)
        made.append(f"{'   ' * (len(levels) - 1)}{point.mark} {point.text}")
    return made


# Tables


def _table_length(lines: list[str], start: int) -> int:
    """How many rows a table has that begins here; 0 when none does."""
    tabs: int | None = None
    at = start
    while at < len(lines):
        line = lines[at]
        inner, count = "\t" in line.strip(), line.count("\t")
        if _point(line) is not None or not (inner or (tabs and count == tabs and line.strip())):
            break
        tabs = tabs or count
        at += 1
    return at - start if at - start > 1 else 0


def _table(lines: list[str]) -> list[str]:
    rows = [[cell.strip().replace("|", "\\|") for cell in line.split("\t")] for line in lines]
    width = max(map(len, rows))
    while width > 1 and all(len(row) < width or not row[width - 1] for row in rows):
        width -= 1  # Excel and Outlook end rows with a tab
    filled = [(row + [""] * width)[:width] for row in rows]
    head, *body = [f"| {' | '.join(row)} |" for row in filled]
    return [head, f"|{' --- |' * width}", *body]


def _spaced(before: list[str], table: list[str], more: bool) -> list[str]:
    """The table with an empty line around it, without which Markdown reads it as text."""
    return [*([""] if before and before[-1].strip() else []), *table, *([""] if more else [])]
