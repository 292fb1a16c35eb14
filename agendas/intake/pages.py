"""What every reader gives: the lines and table rows of a document in reading order, each with its place. No meaning yet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

from agendas.clean import clean, clean_line
from agendas.value import Value

LOOKS_BOLD = 7
"""The level of a line that is all in bold type: perhaps a heading."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Place(Value):
    """Where something stands in the source, as a person looks for it."""

    line: int
    """The line, from 1: in the file, or on its page when there are pages; in Word the paragraph."""
    page: int = 0
    """The page, from 1; 0 when the format has none."""
    unit: str = "rad"

    def __str__(self) -> str:
        """`sida 2, rad 14`."""
        return f"sida {self.page}, {self.unit} {self.line}" if self.page else f"{self.unit} {self.line}"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Line(Value):
    """One line or paragraph."""

    text: str
    """The words, without list sign and type."""
    place: Place
    level: int = 0
    """1–6 a heading, 7 bold, 0 text."""
    mark: str = ""
    """The list sign: `-`, `1.`, `a)`."""
    indent: int = 0
    gap: int = 0
    """Empty lines above it."""
    new_page: bool = False
    raw: str = ""
    """Its words as Markdown, when they were written as that."""

    @property
    def markdown(self) -> str:
        """The words for a Markdown text: as written there, else with its signs made harmless."""
        return self.raw or escaped(self.text)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Row(Value):
    """One row of a table. A cell may have several lines; the place of a merged cell's continuation is empty."""

    cells: tuple[str, ...]
    place: Place
    table: int
    """Rows with the same number stand in one table."""
    gap: int = 0
    new_page: bool = False

    @property
    def text(self) -> str:
        """All cells on one line."""
        return " · ".join(" ".join(c.split()) for c in self.cells if c.strip())


Part = Line | Row


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Source(Value):
    """A document as it was read."""

    name: str
    parts: tuple[Part, ...]
    heads: tuple[str, ...] = ()
    """Running heads, feet and letterheads: not in `parts`, but they may name the body."""
    notes: tuple[str, ...] = ()
    """What the reader could not carry over, or was unsure of."""
    dropped: int = 0
    """How many running heads and page numbers were taken away."""
    raw: str = field(default="", compare=False)
    """The text for showing beside the agenda; empty when the file is no text."""

    @property
    def words(self) -> str:
        """All its text, for looking up what is said anywhere."""
        return "\n".join((*self.heads, *(p.text for p in self.parts)))


_SIGNS = re.compile(r"([\\`*_<\[\]])")
_BLOCK = re.compile(r"^(\s*)([#>]|[-+](?=\s)|\d+(?=[.)]\s))")


def escaped(text: str) -> str:
    """Plain words as Markdown that reads as they do."""
    return _BLOCK.sub(lambda m: f"{m[1]}{m[2]}\\" if m[2].isdigit() else f"{m[1]}\\{m[2]}", _SIGNS.sub(r"\\\1", text))


def to_data(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """The parts as JSON can carry them from the process that reads."""
    return [asdict(part) for part in parts]


def from_data(data: Iterable[dict[str, Any]]) -> tuple[Part, ...]:
    """The parts back, with their texts cleaned: the process that read them saw a file from outside."""
    return tuple(_part(dict(one)) for one in data)


def _part(one: dict[str, Any]) -> Part:
    one["place"] = Place(**one["place"])
    if "cells" in one:
        one["cells"] = tuple(clean(cell).strip() for cell in one["cells"])
        return Row(**one)
    one["text"] = clean_line(one["text"])
    one["raw"] = clean_line(one["raw"])
    return Line(**one)
