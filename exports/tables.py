"""Lists that are a table and little else: their head, their rows, the document around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exports.document import Block, Document, Table, text
from exports.protocol import status
from exports.words import Words

Row = Sequence[str]


def table(header: Row, rows: Iterable[Row]) -> Table:
    """A table of words."""
    return Table(tuple(text(cell) for cell in header), tuple(tuple(text(cell) for cell in row) for row in rows))


def listing(words: Words, title: str, *blocks: Block) -> Document:
    """A document of the meeting: its title with the body, its status."""
    plan = words.meeting.plan
    return Document(f"{title} – {plan.body}", plan.body, words.date(plan.date), status(words), blocks, draft=words.meeting.approved is None)
