"""A document as lines on the screen: how it will read, without any format's signs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from exports.document import (
    Block,
    Contents,
    Document,
    Fields,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Section,
    Signatures,
    Table,
    Text,
)
from tui.literal import line, plain

_WIDEST_CELL = 36


def document_content(document: Document) -> Content:
    """All of it, one paragraph a line; the widget wraps."""
    top = (line(document.title, "bold"), line(document.status, "bold"), Content(""))
    kept: list[Content] = []
    for row in (*top, *_lines(document.blocks)):
        if row or (kept and kept[-1]):  # never two empty lines together
            kept.append(row)
    return Content("\n").join(kept)


def _lines(blocks: Iterable[Block], indent: str = "") -> Iterator[Content]:
    for block in blocks:
        match block:
            case Section():
                yield from _lines(block.blocks, indent)
                yield line("─" * 24, "$text-disabled")
            case Heading():
                style = "bold underline" if block.level <= 2 else "bold"
                yield Content("")
                yield _inlines(block.content, indent).stylize(style)
            case Paragraph():
                yield _inlines(block.content, indent)
                yield Content("")
            case ListBlock():
                yield from _list(block, indent)
            case Table():
                yield from _table((block.header, *block.rows) if block.header else block.rows)
                yield Content("")
            case Fields():
                for one in block.fields:
                    yield line(one.label, "bold")
                    yield from (_inlines(content, "  ") for content in one.lines)
            case Contents():
                yield line(block.heading, "bold")
                yield from (line("   ".join(columns)) for _, columns in block.entries)
            case Signatures():
                yield line(block.heading, "bold")
                yield from (line(" · ".join(x for x in (s.role, s.name, s.note, s.when) if x)) for s in block.lines)


def _list(block: ListBlock, indent: str) -> Iterator[Content]:
    for number, item in enumerate(block.items, block.start):
        mark = {"bullet": "–", "number": f"{number}.", "letter": f"{chr(96 + (number - 1) % 26 + 1)})"}[block.marks]
        yield _inlines(item.content, f"{indent}{mark} ")
        yield from _lines(item.blocks, indent + "   ")
    if not indent:
        yield Content("")


def _table(rows: Sequence[tuple[Inlines, ...]]) -> Iterator[Content]:
    cells = [[" ".join(_inlines(c, "").plain.split()) for c in row] for row in rows]
    columns = max((len(row) for row in cells), default=0)
    widths = [min(_WIDEST_CELL, max(len(row[n]) if n < len(row) else 0 for row in cells)) for n in range(columns)]
    for row in cells:
        yield Content("  ").join([line(cell).truncate(width, ellipsis=True, pad=True) for cell, width in zip(row, widths, strict=False)])


def _inlines(content: Inlines, lead: str) -> Content:
    parts: list[Content] = [Content(lead)]
    for run in content:
        if isinstance(run, Text):
            style = " ".join(x for x, on in (("bold", run.strong), ("italic", run.emphasis), ("strike", run.strike)) if on)
            parts.append(plain(run.text, style))
        else:
            parts.append(Content("\n" + " " * len(lead)))
    return Content.assemble(*parts)
