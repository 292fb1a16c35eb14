"""The timed föredragningslista: as a document, and as lines to paste into a chat so that presenters know when to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from exports.document import Block, Document, Field, Fields, Heading, Inlines, Paragraph, Section, Table, text
from exports.script import item_number
from exports.style_model import Style
from exports.words import Words
from sessions.meeting import ItemState, Meeting
from sessions.order import upcoming
from sessions.timing import Timetable, timetable

SECRET = "Sekretessärende"
"""What a secret item is called where others than the body may read."""


def summons(meeting: Meeting, style: Style, *, public: bool = False) -> Document:
    """The list of items with their times and presenters, and below it what is proposed. `public`: secret items without their titles."""
    words = Words(meeting, style)
    plan = meeting.plan
    times = timetable(meeting, datetime.combine(plan.date, plan.starts).astimezone())
    listed = [meeting.items[i] for i in meeting.order if meeting.items[i].phase != "utgått"]
    until = f"–{words.time(plan.ends)}" if plan.ends else ""
    head = Fields(
        tuple(
            Field(label, (text(value),))
            for label, value in (
                ("Organ", plan.body),
                ("Dag", words.date(plan.date)),
                ("Tid", f"kl. {words.time(plan.starts)}{until}"),
                ("Plats", plan.place),
                ("Ordförande", next((p.label for p in meeting.people.values() if p.role == "ordförande"), "")),
                ("Sekreterare", next((p.label for p in meeting.people.values() if p.role == "sekreterare"), "")),
            )
            if value
        )
    )
    rows = tuple(_row(meeting, words, times, x, public) for x in listed)
    table = Table(tuple(text(h) for h in ("Tid", "Nr", "Ärende", "Dnr", "Föredragande")), rows)
    shown = [x for x in listed if x.item.points and not (public and x.item.secret)]
    proposals = [Section((Heading(2, text("Förslag till beslut")), *(b for x in shown for b in _proposal(meeting, x))))] if shown else []
    blocks: tuple[Block, ...] = (Section((head,), kind="cover"), Section((Heading(2, text("Ärenden")), table)), *proposals)
    return Document(f"Kallelse – {plan.body}", plan.body, words.date(plan.date), "", blocks, draft=False)


def _row(meeting: Meeting, words: Words, times: Timetable, item: ItemState, public: bool) -> tuple[Inlines, ...]:
    planned = times.items[item.id].planned
    hidden = public and item.item.secret
    return (
        text(words.time(planned) if planned else ""),
        text(item_number(meeting, item)),
        text(SECRET if hidden else item.item.title),
        text("" if hidden else item.item.reference),
        text("" if hidden else ", ".join(item.item.presenters)),
    )


def _proposal(meeting: Meeting, item: ItemState) -> Iterator[Block]:
    number = item_number(meeting, item)
    yield Heading(3, text(f"{number}. {item.item.title}" if number else item.item.title))
    yield from proposal_blocks(item)


def proposal_blocks(item: ItemState) -> Iterator[Block]:
    """What is proposed, word for word."""
    if item.item.proposal_lead:
        yield Paragraph(text(item.item.proposal_lead), keep_with_next=True)
    points = item.item.points
    for place, point in enumerate(points, 1):
        mark = point.mark or (f"{place}." if len(points) > 1 else "")
        yield Paragraph(text(f"{mark} {point.text}".strip()))
        for sub in point.sub:
            yield Paragraph(text(f"– {sub}"))


def forecast_lines(meeting: Meeting, now: datetime) -> str:
    """When the items that remain will come: `14.32 Delårsrapport – Controller (i stället för 14.10)`. Nothing secret is named."""
    times = timetable(meeting, now)
    lines = []
    for item in upcoming(meeting):
        row = times.items[item.id]
        if row.forecast is None:
            continue
        who = "" if item.item.secret else ", ".join(item.item.presenters)
        title = SECRET if item.item.secret else item.item.short
        moved = row.planned is not None and abs(row.planned - row.forecast) >= timedelta(minutes=1)
        instead = f" (i stället för {row.planned:%H.%M})" if moved else ""
        lines.append(f"{row.forecast:%H.%M} {title}{f' – {who}' if who else ''}{instead}")
    if times.ends is not None and lines:
        lines.append(f"{times.ends:%H.%M} Slut")
    return "\n".join(lines)
