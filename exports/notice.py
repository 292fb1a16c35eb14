"""Anslag/bevis: what is posted when the protocol, or some §§ of it, has been approved (R-1107–R-1111)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date as Date
from datetime import datetime

from exports.cover import Cover
from exports.document import Document, Field, Fields, text
from exports.style_model import Style
from exports.words import Words
from sessions.dates import deadlines
from sessions.events import Approved, NoticePosted, Recorded
from sessions.meeting import ItemState, Meeting


def notice(
    meeting: Meeting, style: Style, approved: Date, posted: Date | None = None, items: Iterable[ItemState] | None = None
) -> Document:
    """The notice with its days: posted on the day of the approval unless another is given. `items`: of these §§ only.

    A notice is public: it names §§ and days, and nothing of what stands in them.
    """
    meant = as_announced(meeting, approved, posted)
    words = Words(meant, style)
    cover = Cover(words, tuple(items) if items is not None else tuple(x for x in meant.numbered if x.opened), public=True)
    blocks = list(cover.notice().blocks[1:])  # without its heading, which is the title here
    if not any("{appeal_date}" in line for part in style.notice.fields for line in part.lines):
        # Many notices leave the last day of appeal to the reader; one that is posted by itself says it (R-1111).
        blocks.append(Fields((Field("Sista dag för överklagande", (text(cover.values["appeal_date"]),)),)))
    status = words.say(style.phrases.approved, date=words.date(approved))
    title = words.say(style.notice.heading) or "Anslag/bevis"
    return Document(f"{title} – {meant.plan.body}", meant.plan.body, words.date(meant.plan.date), status, tuple(blocks), draft=False)


def as_announced(meeting: Meeting, approved: Date, posted: Date | None = None) -> Meeting:
    """The meeting as if its approval on that day, and the notice of it, were recorded already."""
    noticed = posted or approved
    found = deadlines(meeting.plan.date, approved, noticed, meeting.rules.takedown_offset_days)
    at = meeting.closed or meeting.opened or datetime.combine(meeting.plan.date, meeting.plan.starts)
    return replace(
        meeting,
        approved=Recorded(0, 0, Approved(at=at, date=approved)),
        notice=Recorded(0, 0, NoticePosted(at=at, date=noticed, until=found.takedown, where=_where(meeting))),
    )


def _where(meeting: Meeting) -> str:
    return meeting.notice.event.where if meeting.notice else ""


def too_late(meeting: Meeting, approved: Date, posted: Date | None = None) -> tuple[str, ...]:
    """What the days break: the approval (R-1101) and the notice (R-1107), as Swedish sentences."""
    found = deadlines(meeting.plan.date, approved, posted, meeting.rules.takedown_offset_days)
    told = []
    if approved > found.approval:
        told.append(f"Protokollet skulle ha justerats senast {found.approval} (R-1101).")
    if (posted or approved) > found.notice:
        told.append(f"Justeringen skulle ha tillkännagivits senast {found.notice} (R-1107).")
    return tuple(told)
