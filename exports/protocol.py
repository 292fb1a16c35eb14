"""The protocol: the meeting as it stands, in a house style, as a document.

Nothing here asks the time or the law. The same meeting in the same style gives the same document.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date as Date

from exports.cover import Cover
from exports.document import Block, Contents, Document, Heading, Paragraph, Section, text
from exports.sections import anchor_of, editable, generated, section, title_of
from exports.style_model import Column, Style
from exports.swedish import upper_first
from exports.words import Words
from sessions.meeting import ItemState, Meeting

__all__ = ["editable", "generated", "protocol", "section"]


def protocol(meeting: Meeting, style: Style, *, public: bool = False) -> Document:
    """The whole protocol, or its public version, in which secret §§ are stubs or left out (R-1204)."""
    words = Words(meeting, style)
    numbered = tuple(x for x in meeting.numbered if x.opened)
    cover = Cover(words, numbered, public)
    shown = [x for x in printed(meeting) if not _omitted(x, style, public)]
    draft = meeting.approved is None
    blocks: list[Block] = [Section(cover.blocks(style.cover.parts), kind="cover")]
    if style.contents.columns and shown:
        blocks.append(Section((contents(words, shown, public=public),), kind="contents", new_page=True))
    blocks += [section(meeting, x, style, public=public, draft=draft) for x in shown]
    blocks += _appendices(words, shown, public=public)
    date = words.date(meeting.plan.date)
    return Document(cover.title(style.cover.title), meeting.plan.body, date, status(words), tuple(blocks), draft=draft)


def status(words: Words, items: Iterable[ItemState] | None = None) -> str:
    """`UTKAST – ej justerat` until the protocol, or every one of these §§, is approved; then `Justerat {date}`."""
    phrases, approved = words.style.phrases, words.meeting.approved
    if approved:
        return words.say(phrases.approved, date=words.date(approved.event.date))
    dates = [approved_on(x) for x in items or ()]
    if dates and all(dates):
        return words.say(phrases.approved, date=words.date(max(d for d in dates if d)))
    return words.say(phrases.draft)


def approved_on(item: ItemState) -> Date | None:
    """The day on which a § was approved: with the protocol, on its own, or at once at the meeting (R-1103)."""
    if item.approved:
        return item.approved
    return item.immediately_approved.event.happened.date() if item.immediately_approved else None


def printed(meeting: Meeting) -> tuple[ItemState, ...]:
    """What the protocol holds: the §§ in the order of their numbers, and between them what was handled without a number and left words."""
    order: dict[str, tuple[int, int]] = {}
    last = 0
    for place, item in enumerate(meeting.handled):
        if item.paragraph is not None:
            order[item.id] = (item.paragraph, 0)
            last = item.paragraph
        elif item.item.kind != "paus" and (item.decision or item.texts or item.recusals or item.motions or item.reservations):
            order[item.id] = (last, place + 1)
    return tuple(meeting.items[i] for i in sorted(order, key=lambda i: order[i]))


def contents(words: Words, items: Iterable[ItemState], *, public: bool = False) -> Contents:
    """The list of §§, with the columns of the style."""
    style = words.style.contents
    entries = tuple((anchor_of(x), tuple(_column(words, x, c, public=public) for c in style.columns)) for x in items)
    return Contents(upper_first(words.say(style.heading)), entries)


def _column(words: Words, item: ItemState, column: Column, *, public: bool) -> str:
    if column == "paragraph":
        return words.paragraph(item)
    if public and item.item.secret:
        return "" if column == "reference" else words.sentence(words.style.phrases.secret_title, item)
    if column == "reference":
        return item.item.reference
    return title_of(item) if column == "title" or not item.item.short_title else item.item.short_title


def _omitted(item: ItemState, style: Style, public: bool) -> bool:
    return public and item.item.secret and style.public.secret == "omit"


def _appendices(words: Words, items: Iterable[ItemState], *, public: bool) -> list[Block]:
    """The list of appendices, each with the §§ it belongs to; in the public version without those of secret §§."""
    told = {x.id: x for x in items if not (public and x.item.secret)}
    lines = []
    for entry in words.meeting.appendices:
        numbers = [told[i].paragraph for i in entry.event.items if i in told]
        if not numbers:
            continue
        line = words.say(words.style.phrases.appendix, label=entry.event.label, title=entry.event.title)
        where = words.paragraphs(n for n in numbers if n is not None)
        lines.append(f"{line} ({where})" if where else line)
    if not lines:
        return []
    heading = words.style.headings.appendices or "Bilagor"
    return [Section((Heading(2, text(words.sentence(heading))), *(Paragraph(text(line)) for line in lines)), kind="appendix")]
