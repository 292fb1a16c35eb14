"""A document as a small tree of typed blocks, without the syntax of any format.

`protocol.py`, `extracts.py` and their like build it; `as_markdown.py`, `as_docx.py` and their like write it. Text in
`Text` is literal: whatever people typed. Rich text (Markdown that people typed in summaries) has been parsed into
the same blocks by `richtext.py` before it comes here, so no writer ever sees Markdown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from agendas.value import Value


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Text(Value):
    """A run of literal text."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    strike: bool = False


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Break(Value):
    """A line break inside a paragraph."""


Inline = Text | Break
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Heading(Value):
    """A heading. Level 1 is the document, 2 its parts (§§), 3 the blocks of a §, 4 and below sub-headings in typed text."""

    level: int
    content: Inlines
    anchor: str = ""
    """An id that contents link to, where the format can."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Paragraph(Value):
    """A paragraph."""

    content: Inlines
    keep_with_next: bool = False


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ListItem(Value):
    """One item: its own text, then blocks below it (sub-lists, further paragraphs)."""

    content: Inlines
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ListBlock(Value):
    """A list. `tight`: no empty lines between the items."""

    items: tuple[ListItem, ...]
    marks: Literal["bullet", "number", "letter"] = "bullet"
    start: int = 1
    tight: bool = True


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Table(Value):
    """A table. `header` may be empty. `kind` lets a writer choose a look; it changes no content."""

    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]
    kind: Literal["plain", "votes", "cover"] = "plain"


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Field(Value):
    """A labelled value of the cover or the notice: the value is one or more lines."""

    label: str
    lines: tuple[Inlines, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Fields(Value):
    """Labelled values, one under another."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Contents(Value):
    """The list of sections: `entries` are (anchor, columns). Markdown prints plain lines, Word a contents field."""

    heading: str
    entries: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Signature(Value):
    """A line to sign on: who signs, as what, and for which §§ when it is not all."""

    role: str
    name: str
    note: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Signatures(Value):
    """The signature lines."""

    heading: str
    lines: tuple[Signature, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Section(Value):
    """A part that holds together: a §, the cover, the notice. `new_page`: starts a page where there are pages."""

    blocks: tuple[Block, ...]
    anchor: str = ""
    kind: Literal["cover", "contents", "paragraph", "notice", "appendix", "part"] = "part"
    new_page: bool = False


Block = Heading | Paragraph | ListBlock | Table | Fields | Contents | Signatures | Section


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Document(Value):
    """A whole document. `status` is printed on every page: `UTKAST – ej justerat` or `Justerat 2022-01-20`."""

    title: str
    body: str
    date: str
    status: str
    blocks: tuple[Block, ...]
    language: str = "sv-SE"
    draft: bool = True


def text(*parts: str) -> Inlines:
    """Literal text as inlines."""
    return tuple(Text(part) for part in parts if part)


def plain(content: Inlines) -> str:
    """The words of some inlines, without emphasis."""
    return "".join(run.text if isinstance(run, Text) else "\n" for run in content)


_SPACES = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_IMPOSSIBLE = re.compile(r"[\ud800-\udfff\ufffe\uffff]")  # in no XML and in no UTF-8 file that others read


def one_line(text: str) -> str:
    """Literal text as every format can hold it: line ends, tabs and control characters become single spaces.

    Non-breaking spaces stay. A line end that is meant is a `Break`.
    """
    if text.isprintable() and "  " not in text:  # nearly all: to look at each of its spaces takes ten times as long
        return text
    return _IMPOSSIBLE.sub("\ufffd", _SPACES.sub(" ", text))
