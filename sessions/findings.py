"""The rules as checks: what is missing in the record or looks wrong, each with its rule and where it is mended.

Nothing here stops anybody. The list is read at F12 and by `klubban granska`; the screen shows only how long it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sessions.attendance import chair, quorate
from sessions.meeting import ItemState, Meeting, takes_paragraph
from sessions.procedure import additions, formal_motions, proposals
from sessions.refusals import named

Severity = Literal["fel", "varning", "upplysning"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `item`: the id of the item it is about, empty for the whole meeting."""

    rule: str
    severity: Severity
    item: str
    message: str
    remedy: str


def findings(meeting: Meeting) -> tuple[Finding, ...]:
    """All that is worth a look in the record as it stands, § by §, the meeting's own first."""
    found = [*_of_meeting(meeting), *_misfits(meeting)]
    for item in meeting.numbered:
        found += _of_item(meeting, item)
    return tuple(found)


def _of_meeting(m: Meeting) -> Iterator[Finding]:
    if m.phase != "avslutat" or m.opened is None:
        return
    if not m.approvers:
        yield Finding("R-1102", "varning", "", "Ingen justerare är antecknad.", "Anteckna justerare, dag och plats.")
    if not any(p.role == "sekreterare" for p in m.people.values()):
        yield Finding("R-1005", "varning", "", "Ingen sekreterare finns i listan.", "Lägg till sekreteraren under Närvaro.")
    for i in m.order:
        item = m.items[i]
        if item.phase == "planerat" and takes_paragraph(item.item, m.rules):
            yield Finding("R-1002", "varning", i, f"{named(item)} togs aldrig upp.", "Låt ärendet utgå, eller bordlägg det.")


def _misfits(m: Meeting) -> Iterator[Finding]:
    for misfit in m.misfits:
        event = misfit.entry.event
        item = getattr(event, "item", "") or next(iter(getattr(event, "items", ())), "")
        yield Finding(
            "", "varning", item, f"En anteckning räknas inte längre: {misfit.reason}", "Rätta det som ändrades, eller stryk anteckningen."
        )


def _of_item(m: Meeting, x: ItemState) -> Iterator[Finding]:
    past = x.id not in m.current or m.phase == "avslutat"
    if x.opened and not quorate(m, x):
        yield Finding("R-301", "fel", x.id, f"{named(x)}: organet var inte beslutfört.", "Kontrollera närvaron, eller bordlägg ärendet.")
    if x.opened and chair(m, x) is None:
        yield Finding("R-212", "varning", x.id, f"{named(x)}: ingen ordförande är närvarande.", "Anteckna vem som ledde sammanträdet.")
    if past and x.decision is None and x.item.kind not in {"information", "fråga", "paus"}:
        yield Finding("R-1003", "varning", x.id, f"{named(x)} saknar beslut.", "För in beslutet (F5).")
    if x.decision is not None and not has_words(x):
        yield Finding("R-1003", "varning", x.id, f"{named(x)}: beslutets ordalydelse saknas.", "Skriv beslutet (Ctrl+R).")
    if x.decision is not None and len(proposals(x)) + len(formal_motions(x)) + len(additions(x)) > 1 and not x.questions:
        yield Finding(
            "R-1003", "fel", x.id, f"{named(x)}: flera förslag men ingen proposition.", "Anteckna hur ordföranden ställde frågan."
        )
    for motion in x.live_motions:
        if motion.entry.event.to_be_handed_in and not motion.text:
            yield Finding(
                "R-603", "upplysning", x.id, f"{named(x)}: ett yrkandes text har inte lämnats.", "För in texten på yrkandets rad."
            )
    promised = [late.text for late in x.reservations if late.entry.event.to_be_handed_in]
    promised += [late.text for late in x.statements if late.entry.event.to_be_handed_in]
    for text in promised:
        if not text:
            yield Finding("R-803", "upplysning", x.id, f"{named(x)}: en utlovad text har inte lämnats.", "För in texten före justeringen.")
    for section, seq in x.text_seqs.items():
        if section != "protocol" and x.last_seq > seq:
            yield Finding(
                "",
                "upplysning",
                x.id,
                f"{named(x)}: en egen text skrevs innan fakta ändrades.",
                "Läs den, och återställ den vid behov (Ctrl+R).",
            )


def has_words(x: ItemState) -> bool:
    """Whether the decision can be printed: words of its own, the winning proposal's, or an outcome that needs none."""
    decision = x.decision
    if decision is None:
        return False
    event = decision.event
    if event.text or x.texts.get("decision") or event.outcome not in {"bifall"}:
        return True
    won = x.motion(event.winner) if event.winner else None
    return bool(won.text if won else x.item.points)
