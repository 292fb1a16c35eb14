"""Who was there and in which capacity: quorum, the chair, jäv, returning, reservations (R-207–R-213, R-301–R-507, R-801, R-802)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sessions.attendance import presents, was_there
from sessions.checks.finding import Finding, Looked
from sessions.meeting import Meeting, place
from sessions.openness import behind_closed_doors, may_be_public
from sessions.service import broke_off
from sessions.voting import disputed, must_vote


def check_people(x: Looked) -> Iterator[Finding]:
    """One §: quorum, chair, jäv."""
    m, item = x.meeting, x.item
    if not item.opened:
        return
    if not x.quorate and not (item.decision and item.decision.event.outcome == "ej beslutför"):
        yield x.finding("R-301", "fel", "organet var inte beslutfört.", "Kontrollera närvaron, eller bordlägg ärendet.")
    if x.chair is None:
        yield x.finding("R-212", "varning", "ingen ordförande är närvarande.", "Anteckna vem som ledde sammanträdet.")
    elif x.chair in item.recused:
        yield x.finding("R-413", "fel", f"{m.label(x.chair)} har jäv men ledde ärendet.", "Anteckna vem som ledde det.")
    yield from _recused(x)
    asks_for_it = m.plan.kind != "fullmäktige" and m.rules.public_allowed and not may_be_public(m, item)
    if asks_for_it and item.decision and not behind_closed_doors(m, item.decision.seq):
        yield x.finding(
            "R-1202", "fel", "dörrarna var inte stängda.", "Anteckna att dörrarna stängdes, eller kontrollera vilka som var där."
        )
    if item.out and must_vote(m, item):
        yield x.finding(
            "R-504",
            "fel",
            f"{x.names(set(item.out))} deltog inte i beslutet, som är myndighetsutövning.",
            "Den som har deltagit i handläggningen ska delta i beslutet.",
        )


def _recused(x: Looked) -> Iterator[Finding]:
    """Who has jäv takes no part in anything of the § (R-404, R-405, R-410)."""
    m, item = x.meeting, x.item
    out = set(item.recused)
    if not out:
        return
    acts = {
        "yrkade": {p for motion in item.live_motions for p in (*motion.entry.event.by, *motion.supporters)},
        "röstade": {p for vote in item.votes for p in vote.cast} - _voted_on_own(x),
        "reserverade sig": {p for r in item.reservations for p in r.entry.event.persons},
    }
    for act, persons in acts.items():
        if out & persons:
            yield x.finding("R-404", "fel", f"{x.names(out & persons)} har jäv men {act}.", "Stryk raden, eller rätta jävet.")
    if item.phase == "beslutat" and (left := set(disputed(item))):
        yield x.finding("R-405", "varning", f"frågan om {x.names(left)} har jäv är inte avgjord.", "Anteckna vad organet fann.")
    presenting = {p for p in out if presents(m.people[p], item)} if m.plan.kind != "fullmäktige" else set()
    if presenting:
        yield x.finding("R-410", "upplysning", f"{x.names(presenting)} har jäv och står som föredragande.", "Kontrollera vem som föredrog.")


def _voted_on_own(x: Looked) -> set[str]:
    """Those who voted only in the question of jäv itself, which they may when there is no quorum without them (R-405)."""
    asked = {q.id for q in x.item.questions if q.entry.event.kind == "jäv"}
    return {p for v in x.item.votes if v.question in asked for p in v.cast} - {
        p for v in x.item.votes if v.question not in asked for p in v.cast
    }


def check_afterthoughts(x: Looked) -> Iterator[Finding]:
    """Who reserved themselves, and when; texts that were promised (R-507, R-801–R-803)."""
    m, item = x.meeting, x.item
    for reservation in item.reservations:
        event = reservation.entry.event
        persons = set(event.persons)
        if m.closed and event.happened > m.closed:
            yield x.finding("R-802", "fel", "en reservation anmäldes efter sammanträdet.", "Stryk den, eller rätta när den anmäldes.")
        if item.decision and (outside := (persons & set(item.out)) | ((persons & m.people.keys()) - x.serving) - set(item.recused)):
            yield x.finding("R-801", "fel", f"{x.names(outside)} reserverade sig utan att ha deltagit i beslutet.", "Stryk reservationen.")
    late = [r.text for r in item.reservations if r.entry.event.to_be_handed_in]
    late += [s.text for s in item.statements if s.entry.event.to_be_handed_in]
    for text in late:
        if not text:
            yield x.finding("R-803", "upplysning", "en utlovad text har inte lämnats.", "För in texten före justeringen.")


def check_service(m: Meeting, looked: Sequence[Looked]) -> Iterator[Finding]:
    """Over the whole meeting: who served again after breaking off (R-207), from the wrong party (R-208), at a distance (R-209)."""
    never = m.plan.kind == "fullmäktige" or m.rules.vaxeltjanst == "never_same_day"
    again = [p for p, stays in m.stays.items() if len(stays) > 1 and p in m.people] if never else []
    for person in again:
        for x in looked:
            if x.item.opened and person in x.serving and broke_off(m, person, before=2 * x.item.episodes[-1] + 1):
                yield x.finding(
                    "R-207",
                    "varning",
                    f"{m.label(person)} tjänstgjorde igen efter att ha avbrutit sin tjänstgöring.",
                    "Kontrollera vem som tjänstgjorde.",
                )
                break
    for seating in m.seatings:
        event = seating.entry.event
        wrong = m.people[event.substitute].party != m.people[event.seat_of].party
        if wrong and m.plan.kind == "fullmäktige":
            told = f"{m.label(event.substitute)} tjänstgjorde för {m.label(event.seat_of)}, av ett annat parti."
            yield Finding("R-208", "fel", "", told, "I fullmäktige tjänstgör ersättare av samma parti.")
    if m.running and not m.rules.remote_allowed and any(s.remote and s.end is None for stays in m.stays.values() for s in stays):
        yield Finding(
            "R-209",
            "upplysning",
            "",
            "Någon deltar på distans, och agendan säger inte att fullmäktige har tillåtit det.",
            "Kontrollera det, och sätt remote_allowed = true under [rules].",
        )


def moved_outside(x: Looked) -> set[str]:
    """Those who moved something without serving in the § at any time of it (R-601)."""
    m = x.meeting
    movers = {p for motion in x.item.live_motions for p in motion.entry.event.by} & m.people.keys()
    outside = movers - x.serving - set(x.item.recused) - set(x.item.away_persons)
    return {p for p in outside if not (m.people[p].is_member and was_there(m, p, x.item)) and not _seated_once(m, p)}


def _seated_once(m: Meeting, person: str) -> bool:
    return any(s.entry.event.substitute == person and place(m, s.start) >= 0 for s in m.seatings)
