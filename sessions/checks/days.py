"""The approval and the notice: who, and on which days (R-1101–R-1110, R-414)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date as Date

from sessions.checks.finding import Finding, Looked
from sessions.dates import APPROVAL_DAYS, last_appeal_day, last_approval_day, last_notice_day, takedown_day
from sessions.meeting import Meeting
from sessions.standing import chosen_approvers


def check_days(m: Meeting) -> Iterator[Finding]:
    """Approved in time, announced in time, and the notice left up until the time of appeal is over."""
    meeting_day = m.plan.date
    approved = m.approved.event.date if m.approved else None
    if approved and approved > last_approval_day(meeting_day):
        yield _of_meeting(
            "R-1101",
            f"Protokollet justerades {approved}, senare än {APPROVAL_DAYS} dagar efter sammanträdet ({last_approval_day(meeting_day)}).",
            "Kontrollera dagen för justeringen.",
        )
    if approved and approved < meeting_day:
        yield _of_meeting("R-1101", f"Protokollet justerades {approved}, före sammanträdet.", "Kontrollera dagen för justeringen.")
    if m.notice is None:
        return
    notice = m.notice.event
    if notice.date is None or notice.until is None:
        missing = "dag då det sattes upp" if notice.until else "dag då det tas ned" if notice.date else "datum"
        yield _of_meeting("R-1107", f"Anslaget saknar {missing}.", "Skriv när anslaget sätts upp och tas ned.")
    if notice.date:
        yield from _posted(m, notice.date, notice.until, approved)


def _posted(m: Meeting, posted: Date, until: Date | None, approved: Date | None) -> Iterator[Finding]:
    last = last_notice_day(m.plan.date, approved)
    if posted > last:
        yield _of_meeting("R-1107", f"Anslaget sattes upp {posted}, senare än sista dagen {last}.", "Kontrollera dagen för anslaget.")
    if approved and posted < approved:
        yield _of_meeting("R-1107", f"Anslaget sattes upp {posted}, före justeringen {approved}.", "Kontrollera dagarna.")
    if until is not None and until <= last_appeal_day(posted):
        down = takedown_day(posted, m.rules.takedown_offset_days)
        yield _of_meeting(
            "R-1110",
            f"Anslaget tas ned {until}; sista dagen för överklagande är {last_appeal_day(posted)}.",
            f"Ta ned anslaget tidigast {down}.",
        )


def check_approvers(m: Meeting, looked: Sequence[Looked]) -> Iterator[Finding]:
    """Somebody to approve, and for each § somebody who was there and has no jäv in it (R-1102, R-414)."""
    if m.phase != "avslutat" or m.opened is None:
        return
    if not m.approvers:
        yield _of_meeting("R-1102", "Ingen justerare är antecknad.", "Anteckna justerare, dag och plats.")
        return
    chosen = chosen_approvers(m)
    usual = chosen.persons if chosen else ()
    if usual and len(usual) < m.rules.justerare_count:
        yield _of_meeting("R-1102", f"{m.rules.justerare_count} justerare ska utses; {len(usual)} är antecknad.", "Anteckna den andra.")
    own = {i: a.event.persons for a in m.approvers for i in a.event.items}
    away: list[Looked] = []
    for x in looked:
        for person in own.get(x.item.id, usual):
            if person in x.item.recused:
                yield x.finding(
                    "R-414", "varning", f"{m.label(person)} har jäv och kan inte justera paragrafen.", "Utse någon annan att justera den."
                )
            elif person in m.people and person not in x.serving and x.item.opened and x.item.id not in own:
                away.append(x)
    if away:
        first = away[0]
        yield first.finding(
            "R-1102", "upplysning", "justeraren tjänstgjorde inte här.", "Utse någon annan för paragrafer som justeraren inte var med om."
        )


def _of_meeting(rule: str, message: str, remedy: str) -> Finding:
    return Finding(rule, "varning", "", message, remedy)
