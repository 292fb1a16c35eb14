"""What is left when the meeting is over, in words: late texts, approval, notice, dispatch, correction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sessions.events import Approved, Dispatched, LateTextReceived, NoticePosted, Recorded, Rectified
from sessions.log import effective
from sessions.naming import named
from tui.after_rows import AfterRow, after_rows, approved_items, notice_lines
from tui.dialogs.approving import approved, posted, read_day, takedown
from tui.dialogs.missing import Missing
from tui.line_mode.desk import Desk
from tui.line_mode.voice import Dropped
from tui.telling import told_event
from tui.texts.after import After, Approval, LateText, Posting, Rectification
from tui.texts.line_mode import LineMode as Words


def afterwards(desk: Desk, rest: str) -> None:
    """`efter [ORD]`: the list of what is done and left; one of its rows is carried out, or put right when it is done."""
    if desk.meeting.phase != "avslutat":
        desk.say(After.NOT_CLOSED)
        return
    rows = list(_rows(desk))
    row, _ = rows[int(desk.choose(Words.WHICH_LINE, [(str(n), said) for n, (_, said) in enumerate(rows)], rest))]
    if row.entry is not None:
        _again(desk, row, row.entry)
    elif row.kind == "copy":
        for label, value in notice_lines(desk.meeting):
            desk.say(f"{label}: {value}")
    else:
        desk.record(_event(desk, row))


def _rows(desk: Desk) -> Iterable[tuple[AfterRow, str]]:
    """The rows that something can be done with, each with the words for it: what a sign says on the screen is a word here."""
    done = {True: Words.DONE, False: Words.LEFT, None: ""}
    heading = ""
    for row in after_rows(desk.meeting, effective(desk.session.log.records)):
        if row.kind == "heading":
            heading = row.text.partition(" (")[0]
        elif row.kind != "said":
            yield row, ", ".join(filter(None, (f"{heading}: {row.text}", row.note, done[row.done])))


def _event(desk: Desk, row: AfterRow, old: Any = None) -> Any:
    """The event of a row, its fields asked for. `old`: the one that is put right."""
    now, today = desk.now, desk.now.date()
    if row.kind == "late":
        text = desk.voice.ask_for(LateText.TEXT)
        return replace(old, text=text) if old else LateTextReceived(at=now, item=row.item, of=row.of, text=text)
    if row.kind in {"approve", "approved"}:
        event = old or Approved(at=now, date=today)
        day = _day(desk, Approval.DATE, event.date)
        some = row.of == "some" or row.kind == "approved"
        return approved(desk.meeting, event, day, desk.voice.ask_for(Words.PARAGRAPHS) if some else "", some=some)
    if row.kind == "post":
        event = old or NoticePosted(at=now)
        day = _day(desk, Posting.DATE, event.date or today)
        until = _day(desk, Posting.UNTIL, takedown(desk.meeting, day))
        return posted(event, day, until, desk.voice.ask(Words.WHERE) or event.where)
    if row.kind == "dispatch":
        return Dispatched(at=now, item=row.item, recipient=row.of, date=today)
    return _rectified(desk, old)


def _rectified(desk: Desk, old: Rectified | None) -> Rectified:
    able = approved_items(desk.meeting)
    if not able:
        raise Missing(Rectification.NONE)
    item = old.item if old else desk.choose(Rectification.ITEM, [(x.id, named(x)) for x in able])
    text = desk.voice.ask_for(Rectification.TEXT)
    by = desk.voice.ask(Words.DECIDED_BY)
    return replace(old, text=text, by=by) if old else Rectified(at=desk.now, item=item, text=text, by=by)


def _day(desk: Desk, prompt: str, proposed: date | None) -> date | None:
    """A day; an empty line takes the proposed one, which is said."""
    while True:
        typed = desk.voice.ask(Words.day(prompt, proposed.isoformat() if proposed else ""))
        try:
            return read_day(typed, desk.now.date()) or proposed
        except Missing as missing:
            desk.say(missing.reason)


def _again(desk: Desk, row: AfterRow, entry: Recorded[Any]) -> None:
    """What is done already: put right, or struck after saying what goes."""
    sent = row.kind == "dispatch"
    answer = "t" if sent else desk.voice.ask_for(Words.CHANGE_OR_STRIKE, ("rätta", "ta bort")).casefold()
    if answer.startswith("r"):
        desk.correct(entry, _event(desk, row, entry.event))
        return
    if not answer.startswith("t"):
        raise Dropped
    what = told_event(desk.meeting, entry)
    if against := desk.session.why_not_strike(entry.act):
        desk.say(against.reason)
    if not desk.voice.yes(Words.strike(what), Words.YES_OR_NO):
        raise Dropped
    desk.session.strike(entry.act, insist=True)
    desk.settle()
    desk.say(Words.struck(what))
