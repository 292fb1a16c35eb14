"""Körschemat: the chair's script of the whole agenda, to print – times, proposals, what to say, known jäv, room to write."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from exports.document import Block, Break, Document, Field, Fields, Heading, Inlines, Paragraph, Section, Text, text
from exports.script import Script, formality, item_number, opening, script
from exports.style_model import Style
from exports.summons import proposal_blocks
from exports.words import Words
from sessions.attendance import chair
from sessions.meeting import ItemState, Meeting
from sessions.timing import timetable

_LINES = 3
_LINE = "…" * 40
"""Room to write by hand."""


def manuscript(meeting: Meeting, style: Style) -> Document:
    """The körschema of a meeting that has not begun. What is known of jäv is taken from what is recorded."""
    words, plan = Words(meeting, style), meeting.plan
    starts = datetime.combine(plan.date, plan.starts).astimezone()
    blocks: list[Block] = []
    if not any(formality(meeting.items[i]) == "öppnande" for i in meeting.order):
        blocks.append(Section((Heading(2, text("Öppnande")), *_said(script(meeting, style, starts)))))
    for i in meeting.order:
        item = meeting.items[i]
        if item.phase == "planerat":
            blocks.append(Section(tuple(_item(words, item, starts)), anchor=i))
    title = f"Körschema – {plan.body}"
    return Document(title, plan.body, words.date(plan.date), "", tuple(blocks), draft=False)


def _item(words: Words, item: ItemState, starts: datetime) -> Iterator[Block]:
    meeting = words.meeting
    row = timetable(meeting, starts).items[item.id]
    number = item_number(meeting, item)
    when = f"{words.time(row.planned)} " if row.planned else ""
    yield Heading(2, text(f"{when}{f'{number}. ' if number else ''}{item.item.title}"))
    minutes = "" if row.length is None else f"{round(row.length / timedelta(minutes=1))} min"
    facts = [
        ("Tid", minutes),
        ("Föredragande", ", ".join(item.item.presenters)),
        ("Dnr", item.item.reference),
        ("Sekretess", item.item.secrecy),
        ("Beslutas av", ", ".join(item.item.chain)),
        ("Jäv", _jav(meeting, item)),
    ]
    if told := [Field(label, (text(value),)) for label, value in facts if value]:
        yield Fields(tuple(told))
    if item.item.points:
        yield Heading(3, text("Förslag"))
        yield from proposal_blocks(item)
    if said := opening(meeting, words.style, item, starts):
        yield Heading(3, text("Säg"))
        yield from _said(said)
    if item.item.kind != "paus":
        yield Heading(3, text("Anteckningar"))
        yield Paragraph(_ruled())


def _jav(meeting: Meeting, item: ItemState) -> str:
    if not item.recused:
        return ""
    names = ", ".join(meeting.label(p) for p in item.recused)
    leads = chair(meeting, item)
    led = any(meeting.people[p].role == "ordförande" for p in item.recused if p in meeting.people) and leads
    return f"{names}; {meeting.label(leads)} leder" if led and leads else names


def _said(parts: tuple[Script, ...]) -> Iterator[Block]:
    """What is said stands strong; gavels, answers and pauses beside it."""
    for part in parts:
        for cue in part.cues:
            yield Paragraph((Text(str(cue), strong=cue.kind == "säg", emphasis=cue.kind in {"svar", "gör"}),))


def _ruled() -> Inlines:
    lines: list[Text | Break] = []
    for number in range(_LINES):
        lines += [Break()] if number else []
        lines.append(Text(_LINE))
    return tuple(lines)
