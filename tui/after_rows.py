"""What is left to do when the meeting is over, as rows: late texts, approval, notice, dispatch, correction.

Nothing here records. Days come from `sessions.dates`, which knows the law.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from agendas.value import Value
from sessions.attendance import ranges
from sessions.dates import last_appeal_day, last_approval_day, last_notice_day
from sessions.events import Approved, LateTextReceived, Recorded
from sessions.meeting import ItemState, Meeting
from tui.texts.after import After as Words
from tui.texts.after import Posting

Kind = Literal["heading", "said", "late", "approve", "approved", "post", "copy", "dispatch", "rectify", "rectified"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class AfterRow(Value):
    """One row. `entry`: the fact that was recorded, when it was; then it can be struck."""

    kind: Kind
    text: str
    note: str = ""
    done: bool | None = None
    """None: neither done nor to be done."""
    item: str = ""
    of: str = ""
    """The reservation, statement or motion whose text is late; the recipient of a decision."""
    entry: Recorded[Any] | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is about, the same before and after it was done."""
        return self.kind, self.item, self.of or (str(self.entry.seq) if self.entry else "")


def after_rows(meeting: Meeting, records: Sequence[Recorded[Any]] = ()) -> tuple[AfterRow, ...]:
    """All rows in the order in which things are done. `records`: the facts that count, to find approvals and texts in."""
    late, dispatch = list(_late(meeting, records)), list(_dispatch(meeting))
    waiting, unsent = sum(r.done is False for r in late), sum(r.done is False for r in dispatch)
    return (
        AfterRow("heading", Words.more(Words.LATE, waiting)),
        *(late or [AfterRow("said", Words.NO_LATE)]),
        AfterRow("heading", Words.APPROVAL),
        *_approval(meeting, records),
        AfterRow("heading", Words.NOTICE),
        *_notice(meeting),
        AfterRow("heading", Words.more(Words.DISPATCH, unsent)),
        *(dispatch or [AfterRow("said", Words.NO_DISPATCH)]),
        AfterRow("heading", Words.RECTIFICATION),
        *_rectified(meeting),
    )


def _late(m: Meeting, records: Sequence[Recorded[Any]]) -> Iterator[AfterRow]:
    came = {(r.event.item, r.event.of): r for r in records if isinstance(r.event, LateTextReceived)}
    for x in m.numbered:
        promised: list[tuple[str, str, tuple[str, ...], bool]] = [
            *((o.id, Words.MOTION, o.entry.event.by, bool(o.text)) for o in x.live_motions if o.entry.event.to_be_handed_in),
            *((o.id, Words.RESERVATION, o.entry.event.persons, bool(o.text)) for o in x.reservations if o.entry.event.to_be_handed_in),
            *((o.id, o.entry.event.kind, (o.entry.event.person,), bool(o.text)) for o in x.statements if o.entry.event.to_be_handed_in),
        ]
        for id, what, persons, there in promised:
            names = ", ".join(m.label(p) for p in persons)
            said = Words.received(what, names) if there else Words.waiting(what, names)
            yield AfterRow("late", f"§ {x.paragraph} {said}", done=there, item=x.id, of=id, entry=came.get((x.id, id)))


def _approval(m: Meeting, records: Sequence[Recorded[Any]]) -> Iterator[AfterRow]:
    if m.approved:
        yield AfterRow("approve", Words.WHOLE, Words.approved(m.approved.event.date.isoformat()), True, entry=m.approved)
    else:
        yield AfterRow("approve", Words.WHOLE, Words.approve_by(last_approval_day(m.plan.date).isoformat()), False)
    for record in records:
        event = record.event
        if isinstance(event, Approved) and event.items:
            numbers = [x.paragraph for x in m.numbered if x.id in event.items and x.paragraph is not None]
            yield AfterRow("approved", shown_paragraphs(numbers), Words.approved(event.date.isoformat()), True, entry=record)
    for x in m.numbered:
        if x.immediately_approved:
            yield AfterRow("said", f"§ {x.paragraph} {Words.IMMEDIATE}")
    if not m.approved:
        yield AfterRow("approve", Words.SOME, of="some")


def _notice(m: Meeting) -> Iterator[AfterRow]:
    approved = m.approved.event.date if m.approved else None
    if m.notice is None:
        yield AfterRow("post", Words.POST, Words.post_by(last_notice_day(m.plan.date, approved).isoformat()), False)
    else:
        event = m.notice.event
        said = Words.posted(event.date.isoformat() if event.date else "", event.until.isoformat() if event.until else "")
        yield AfterRow("post", Words.NOTICE, said, True, entry=m.notice)
        if event.date:
            yield AfterRow("said", Words.appeal(last_appeal_day(event.date).isoformat()))
    yield AfterRow("copy", Words.COPY)


def _dispatch(m: Meeting) -> Iterator[AfterRow]:
    for x in m.numbered:
        sent = {e.event.recipient: e for e in x.dispatched}
        for recipient in dict.fromkeys((*x.item.recipients, *sent)):
            entry = sent.get(recipient)
            note = Words.sent(entry.event.date.isoformat()) if entry else ""
            yield AfterRow("dispatch", f"§ {x.paragraph} {recipient}", note, entry is not None, x.id, recipient, entry)


def _rectified(m: Meeting) -> Iterator[AfterRow]:
    for x in m.numbered:
        for entry in x.rectified:
            yield AfterRow("rectified", f"§ {x.paragraph} {' '.join(entry.event.text.split())}", done=True, item=x.id, entry=entry)
    yield AfterRow("rectify", Words.RECTIFY)


def approved_items(meeting: Meeting) -> tuple[ItemState, ...]:
    """The §§ whose text lies fast: what can be corrected visibly (R-1105)."""
    return tuple(x for x in meeting.numbered if x.approved or x.immediately_approved)


def shown_paragraphs(numbers: Sequence[int]) -> str:
    """`§§ 82–84, 86`."""
    said = ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in ranges(numbers))
    return f"{'§' if len(numbers) == 1 else '§§'} {said}" if said else ""


def notice_lines(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """What the web form of the notice board asks for, label and value; nothing secret is among it."""
    event, approved = meeting.notice.event if meeting.notice else None, meeting.approved
    posted = event.date if event else None
    secretaries = ", ".join(p.label for p in meeting.people.values() if p.role == "sekreterare")
    values = {
        "body": " ".join(x for x in (meeting.plan.municipality, meeting.plan.body) if x),
        "date": meeting.plan.date.isoformat(),
        "paragraphs": shown_paragraphs(meeting.paragraphs),
        "approved": approved.event.date.isoformat() if approved else "",
        "posted": posted.isoformat() if posted else "",
        "until": event.until.isoformat() if event and event.until else "",
        "appeal": last_appeal_day(posted).isoformat() if posted else "",
        "kept_at": meeting.plan.kept_at,
        "secretary": secretaries,
    }
    return tuple((Posting.LABELS[key], value) for key, value in values.items() if value)
