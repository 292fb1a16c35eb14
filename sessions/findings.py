"""The rules as checks: what is missing in the record or looks wrong, each with its rule and where it is mended.

Nothing here stops anybody. The list is read at F12 and by `klubban granska`; the screen shows only how long it is. One
pass over the items, whose sets are computed once each; the checks themselves stand in `sessions/checks`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sessions.checks.days import check_approvers, check_days
from sessions.checks.decisions import check_decision, check_numbers, check_urgent, has_words
from sessions.checks.finding import Finding, Looked, Severity
from sessions.checks.people import check_afterthoughts, check_people, check_service
from sessions.checks.texts import check_texts
from sessions.checks.votes import check_procedure
from sessions.meeting import Meeting

__all__ = ["Finding", "Severity", "findings", "has_words"]


RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "decision": ("Elected", "Resigned", "QuestionAnswered"),
    "recusal": ("MemberRecused", "RecusalTried"),
    "abstention": ("MemberAbstained",),
    "motions": ("MotionMoved", "MotionSupported", "MotionWithdrawn", "ProportionalDemanded", "LateTextReceived"),
    "procedure": ("QuestionPut", "QuestionAnswered", "MotionRefused"),
    "vote": ("VoteOpened", "VoteCounted", "VoteClosed"),
    "reservations": ("ReservationMade", "LateTextReceived"),
    "statements": ("StatementMade", "LateTextReceived"),
    "appendices": ("AppendixAdded",),
    "approval": ("ImmediatelyApproved",),
}
"""The sections that are generated from facts, and the events whose newest one makes a text written by hand out of date."""


def findings(meeting: Meeting) -> tuple[Finding, ...]:
    """All that is worth a look in the record as it stands, § by §, the meeting's own first."""
    looked = tuple(Looked(meeting, item) for item in meeting.numbered)
    found = [
        *_of_meeting(meeting),
        *check_approvers(meeting, looked),
        *check_days(meeting),
        *check_numbers(meeting),
        *check_urgent(meeting),
        *check_service(meeting, looked),
        *_misfits(meeting),
    ]
    for x in looked:
        found += [*check_people(x), *check_decision(x), *check_procedure(x), *check_afterthoughts(x), *_overrides(x)]
    found += check_texts(looked)
    place = {x.item.id: number for number, x in enumerate(looked)}
    return tuple(sorted(found, key=lambda f: place.get(f.item, -1)))


def _of_meeting(m: Meeting) -> Iterator[Finding]:
    if m.phase == "avslutat" and m.opened is not None and not any(p.role == "sekreterare" for p in m.people.values()):
        yield Finding("R-1005", "varning", "", "Ingen sekreterare finns i listan.", "Lägg till sekreteraren under Närvaro.")


def _misfits(m: Meeting) -> Iterator[Finding]:
    for misfit in m.misfits:
        event = misfit.entry.event
        item = getattr(event, "item", "") or next(iter(getattr(event, "items", ())), "")
        told = f"En anteckning räknas inte längre: {misfit.reason}"
        yield Finding("R-1003", "varning", item, told, "Rätta det som ändrades, eller stryk anteckningen.")


def _overrides(x: Looked) -> Iterator[Finding]:
    """A text written by hand in the place of a generated one, before the facts changed."""
    for section, seq in x.item.text_seqs.items():
        decision = x.item.decision  # words found before the gavel are confirmed by it, unless it fell for something else
        turned = section == "decision" and decision is not None and decision.seq > seq and decision.event.outcome != "bifall"
        if turned or any(x.item.newest.get(event, 0) > seq for event in RESTS_ON.get(section, ())):
            told = "en egen text skrevs innan fakta ändrades."
            yield x.finding("R-1104", "upplysning", told, "Läs den, och återställ den vid behov (Ctrl+R).")
