"""Where the time went, as an appendix to the protocol for those who ask for it: bars of planned and actual time, § by § and by speaker.

    with_times(protocol(meeting, style), meeting, style)

A bar is made of characters, so that it is the same in every format, and its figures stand beside it for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from exports.document import Block, Break, Document, Heading, Paragraph, Section, Table, Text, text
from exports.style_model import Style
from exports.swedish import clock_time, counted
from exports.words import Words
from sessions.meeting import Meeting
from sessions.speaking import Spoken
from sessions.time_spent import Spent, TimeSpent, last_moment, time_spent

_WIDTH = 18
"""Signs in the longest bar: so many have room, with a figure after them, in half the width of a page."""
_PLAN, _ACTUAL = "░", "█"


def with_times(document: Document, meeting: Meeting, style: Style, *, public: bool = False) -> Document:
    """The document with the appendix at its end; as it is when nothing was handled. `public`: nothing of secret §§ is counted."""
    added = time_appendix(meeting, style, public=public)
    return document if added is None else replace(document, blocks=(*document.blocks, added))


def time_appendix(meeting: Meeting, style: Style, *, public: bool = False) -> Section | None:
    """The appendix; None when nothing was handled."""
    now = last_moment(meeting)
    spent = time_spent(meeting, now, public=public) if now else None
    if spent is None or not spent.items:
        return None
    words = Words(meeting, style)
    rows = tuple((text(_name(words, row)), tuple(_bars(row, spent.longest))) for row in spent.items)
    head = (text("Paragraf"), text(f"Plan {_PLAN} och utfall {_ACTUAL}"))
    blocks: list[Block] = [Heading(2, text("Tidsåtgång")), Paragraph(text(_sum(spent))), Table(head, rows)]
    if spent.speakers:
        most = max(x.time for x in spent.speakers)
        rows = tuple((text(_speaker(meeting, x)), text(_bar(x.time, most, _ACTUAL, clock_time(x.time)))) for x in spent.speakers)
        blocks += [Heading(3, text("Talartider")), Table((text("Talare"), text("Tid")), rows)]
    return Section(tuple(blocks), kind="appendix", new_page=True)


def _sum(spent: TimeSpent) -> str:
    away = f" Ajournerat {_minutes(spent.paused)}." if spent.paused else ""
    planned = f"; planerat var {_minutes(spent.planned)}" if spent.planned else ""
    return f"Handläggningen tog {_minutes(spent.actual)}{planned}.{away}"


def _name(words: Words, row: Spent) -> str:
    number = words.paragraph(row.item)
    return f"{number} {row.item.item.short}" if number else row.item.item.short


def _speaker(meeting: Meeting, spoken: Spoken) -> str:
    return f"{meeting.label(spoken.person)}, {counted(spoken.turns, 'gång', 'gånger')}"


def _bars(row: Spent, longest: timedelta) -> Iterator[Text | Break]:
    """Plan above, what happened below, each with its figure."""
    if row.time.length:
        yield Text(_bar(row.time.length, longest, _PLAN, _minutes(row.time.length)))
        yield Break()
    over = f" (+{round(row.time.overrun / timedelta(minutes=1))})" if row.over else ""
    yield Text(_bar(row.time.elapsed, longest, _ACTUAL, f"{_minutes(row.time.elapsed)}{over}"))


def _bar(value: timedelta, longest: timedelta, sign: str, figure: str) -> str:
    """What is more than nothing is never invisible."""
    drawn = sign * max(round(value / longest * _WIDTH), 1) if longest and value else ""
    return f"{drawn} {figure}".lstrip()


def _minutes(time: timedelta) -> str:
    return f"{round(time / timedelta(minutes=1))} min"
