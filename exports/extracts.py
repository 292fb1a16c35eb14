"""Protokollsutdrag: some §§ with the data of the cover, to be certified and sent to those whom the decision concerns (R-1114)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date

from exports.cover import Cover
from exports.document import Block, Document, Section, Signature, Signatures
from exports.notice import as_announced
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


def immediate(meeting: Meeting, style: Style, *, posted: Date | None = None, public: bool = False) -> Document | None:
    """The §§ that were approved at once as a document of their own, with signatures and notice (R-1103); None when there are none."""
    chosen = tuple(x for x in meeting.numbered if x.immediately_approved)
    if not chosen:
        return None
    approved = max(day for x in chosen if (day := approved_on(x)))
    meant = as_announced(meeting, approved, posted)
    words = Words(meant, style)
    cover = Cover(words, chosen, public)
    shown = [x for x in chosen if not (public and x.item.secret and style.public.secret == "omit")]
    blocks: list[Block] = [Section(cover.blocks(style.extract.parts), kind="cover")]
    blocks += [section(meant, x, style, public=public) for x in shown]
    blocks += [cover.signatures(), cover.notice()]
    title = f"Omedelbar justering – {words.paragraphs(cover.attendance.numbers)} – {meeting.plan.body}"
    return Document(title, meeting.plan.body, words.date(meeting.plan.date), status(words, chosen), tuple(blocks), draft=False)


def single(meeting: Meeting, item: ItemState, style: Style, *, public: bool = False) -> Document:
    """One § alone, for pasting into another system."""
    words = Words(meeting, style)
    draft = meeting.approved is None and approved_on(item) is None
    date = words.date(meeting.plan.date)
    blocks = (section(meeting, item, style, public=public),)
    return Document(f"{meeting.plan.body} {date}", meeting.plan.body, date, status(words, (item,)), blocks, draft=draft)
