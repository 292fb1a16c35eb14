"""What is reported in a §, in words: an answer to an interpellation or a question (R-908), an urgent decision (R-904)."""

from __future__ import annotations

from sessions.events import AnswerGiven, UrgentDecisionReported
from tui.dialogs.answering import askers
from tui.dialogs.dates import read_date
from tui.line_mode.desk import Desk
from tui.line_mode.electing import persons_or_names
from tui.line_mode.voice import Dropped
from tui.texts.dialogs import Recording, Reporting
from tui.texts.line_mode import LineMode as Words


def answer(desk: Desk, rest: str) -> None:
    """`svar [NAMN]`: who answers; nobody: it is answered at a later meeting."""
    item, meeting = desk.item, desk.meeting
    asked = askers(meeting, item)
    if asked:
        desk.say(f"{Reporting.ASKED_BY}: {', '.join(map(meeting.label, asked))}.")
    else:
        asked = desk.persons("", Reporting.ASKED_BY)
    by = persons_or_names(desk, Words.ANSWERS, rest)
    written = bool(by) and desk.voice.yes(Words.IN_WRITING, Words.YES_OR_NO)
    desk.record(AnswerGiven(at=desk.now, item=item.id, asked_by=asked, answered_by=by, written=written))


def urgent(desk: Desk, rest: str) -> None:
    """`brådskande [DAG]`: a decision that was made on behalf of the body is reported."""
    item = desk.item
    typed = rest or desk.voice.ask_for(Reporting.DECIDED)
    while (day := read_date(typed, desk.meeting.plan.date)) is None:
        desk.say(Recording.BAD_DATE)
        typed = desk.voice.ask(Reporting.DECIDED)
        if not typed:
            raise Dropped
    reference = desk.voice.ask(Words.REFERENCE)
    who = desk.voice.ask(Words.REPORTED_BY, desk.names())
    by = desk.persons(who) if who else ()
    desk.record(UrgentDecisionReported(at=desk.now, item=item.id, decided=day, reference=reference, by=by))
