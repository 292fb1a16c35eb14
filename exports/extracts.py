"""Protokollsutdrag: some §§ with the data of the cover, to be certified and sent to those whom the decision concerns (R-1114)."""

from __future__ import annotations

from collections.abc import Iterable

from exports.cover import Cover
from exports.document import Block, Document, Section, Signature, Signatures
from exports.protocol import approved_on, status
from exports.sections import section
from exports.style_model import Style
from exports.words import Words
from sessions.meeting import ItemState, Meeting


def extract(meeting: Meeting, items: Iterable[ItemState], style: Style, *, public: bool = False) -> Document:
    """An extract of these §§: who took part in them, the §§ themselves, and a line for the one who certifies it."""
    chosen = tuple(items)
    words = Words(meeting, style)
    cover = Cover(words, tuple(x for x in chosen if x.opened), public)
    draft = meeting.approved is None and not (chosen and all(approved_on(x) for x in chosen))
    blocks: list[Block] = [Section(cover.blocks(style.extract.parts), kind="cover")]
    blocks += [section(meeting, x, style, public=public) for x in chosen]
    certificate = Signatures("", (Signature(words.say(style.extract.certificate), ""),))
    return Document(
        cover.title(style.extract.title),
        meeting.plan.body,
        words.date(meeting.plan.date),
        status(words, chosen),
        (*blocks, certificate),
        draft=draft,
    )


def single(meeting: Meeting, item: ItemState, style: Style, *, public: bool = False) -> Document:
    """One § alone, for pasting into another system."""
    words = Words(meeting, style)
    draft = meeting.approved is None and approved_on(item) is None
    date = words.date(meeting.plan.date)
    blocks = (section(meeting, item, style, public=public),)
    return Document(f"{meeting.plan.body} {date}", meeting.plan.body, date, status(words, (item,)), blocks, draft=draft)
