"""What the law says against a thing that can be recorded all the same, with its rule.

The secretary insists with one key (design section 4); what was insisted on becomes a finding. One function an event,
each reading the meeting as it stood before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from sessions import events as ev
from sessions.attendance import here, present, servers, serving
from sessions.elections import must_be_proportional, required_for_proportional
from sessions.events import Event
from sessions.fold import items_meant
from sessions.meeting import ItemState, Meeting, Vote
from sessions.naming import named
from sessions.service import broke_off, may_not_serve_again, passed_over_for_the_chair, wrong_substitute
from sessions.voting import (
    disputed,
    expected,
    kind_of,
    last_chance,
    may_vote_on_own_recusal,
    missing,
    must_vote,
    result,
)

Against = str | None


def objection(meeting: Meeting, event: Event) -> Against:
    """What stands against recording the event; None when nothing does."""
    if isinstance(event, ev.AboutItem) and any(i not in meeting.items for i in items_meant(meeting, event)):
        return None
    check = _CHECKS.get(type(event))
    return check(meeting, event) if check else None


def _item(meeting: Meeting, event: ev.AboutItem) -> ItemState:
    return meeting.items[items_meant(meeting, event)[0]]


def _first(found: Iterable[Against]) -> Against:
    return next((text for text in found if text), None)


# People


def _arrived(m: Meeting, e: ev.PersonArrived) -> Against:
    """Who broke off may sit in, but not serve (R-207): while somebody else holds the seat, to come is only to sit in."""
    known = m.people.get(e.person)
    if known is None or not known.is_member or not e.serves or here(m, e.person):
        return None
    return None if any(s.seat_of == e.person for s in servers(m)) else may_not_serve_again(m, e.person)


def _seated(m: Meeting, e: ev.SubstituteSeated) -> Against:
    item = m.items.get(e.items[0]) if e.items else None
    if e.substitute not in m.people:
        return None
    for i in e.items:
        if i in m.items and e.substitute in m.items[i].recused:
            return f"{m.label(e.substitute)} har anmält jäv i {named(m.items[i])} (R-404)."
    return _first((wrong_substitute(m, e.substitute, e.seat_of, item), may_not_serve_again(m, e.substitute)))


def _unseated(m: Meeting, e: ev.SubstituteUnseated) -> Against:
    """The seat goes back to a member who may not take it again (R-207)."""
    members = [s.entry.event.seat_of for s in m.seatings if s.entry.event.substitute == e.substitute and s.end is None]
    back = [p for p in members if here(m, p) and broke_off(m, p)]
    return may_not_serve_again(m, back[0]) if back else None


def _chair(m: Meeting, e: ev.ChairTaken) -> Against:
    item = m.items.get(e.items[0]) if e.items else next(iter(m.open_items), None)
    if e.person not in m.people:
        return None
    if item and e.person in item.recused:
        return f"{m.label(e.person)} har anmält jäv i {named(item)} och kan inte leda det (R-413)."
    return None if e.items else passed_over_for_the_chair(m, e.person, item)


# Jäv and not taking part


def _abstained(m: Meeting, e: ev.MemberAbstained) -> Against:
    item = _item(m, e)
    if must_vote(m, item):
        return f"{named(item)} är myndighetsutövning: den som deltar i handläggningen ska också delta i beslutet (R-504)."
    return None


def _recusal_tried(m: Meeting, e: ev.RecusalTried) -> Against:
    item = _item(m, e)
    if any(s.entry.event.seat_of == e.person and item.id in s.entry.event.items for s in m.seatings):
        return f"En ersättare tjänstgör redan för {m.label(e.person)}; då behövs inget beslut om jävet (R-405)."
    return None


# Motions and votes


def _motion(m: Meeting, e: ev.MotionMoved) -> Against:
    item = _item(m, e)
    for person in e.by:
        if person in item.recused:
            return f"{m.label(person)} har anmält jäv i {named(item)} och får inte yrka (R-404)."
        if person not in serving(m, item):
            return f"{m.label(person)} tjänstgör inte och har ingen yrkanderätt (R-601)."
    if item.debate_closed:
        return "Överläggningen är avslutad; nya yrkanden kräver att alla är ense (R-604)."
    return None


def _withdrawn(m: Meeting, e: ev.MotionWithdrawn) -> Against:
    if _item(m, e).debate_closed:
        return "Överläggningen är avslutad; att ta tillbaka ett yrkande kräver att alla är ense (R-604)."
    return None


def _refused_to_put(m: Meeting, e: ev.MotionRefused) -> Against:
    if m.plan.kind != "fullmäktige":
        return "Bara fullmäktiges ordförande får vägra proposition (R-607)."
    return None


def _vote_opened(m: Meeting, e: ev.VoteOpened) -> Against:
    item = _item(m, e)
    if item.phase == "beslutat":
        return "Klubban har fallit; omröstning ska begäras dessförinnan (R-623)."
    for person in e.requested_by:
        if person not in present(m, item):
            return f"{m.label(person)} tjänstgör inte och kan inte begära omröstning (R-701)."
    question = next((q for q in item.questions if q.id == e.question), None)
    if e.secret and item.item.kind != "val" and (question is None or question.entry.event.kind != "jäv"):
        return "Bara val och anställning avgörs med sluten omröstning (R-702)."
    return None


def _cast(m: Meeting, e: ev.VoteCast) -> Against:
    item = _item(m, e)
    vote = item.vote(e.vote)
    if e.person in item.recused:
        own = vote and kind_of(item, vote) == "jäv" and e.person in disputed(item) and may_vote_on_own_recusal(m, item)
        return None if own else f"{m.label(e.person)} har anmält jäv och får inte rösta (R-404)."
    if e.person not in serving(m, item):
        return f"{m.label(e.person)} tjänstgör inte och får inte rösta (R-711)."
    if e.person in item.out:
        return f"{m.label(e.person)} har sagt sig inte delta i beslutet (R-505)."
    if e.choice == "avstår" and vote and must_vote(m, item) and last_chance(item, vote, e.person):
        return f"{named(item)} är myndighetsutövning: {m.label(e.person)} måste rösta för ett av förslagen (R-504)."
    return None


def _closed(m: Meeting, e: ev.VoteClosed) -> Against:
    item = _item(m, e)
    vote: Vote | None = item.open_vote
    if vote is None:
        return None
    left = missing(m, item, vote)
    if left:
        named_first = m.label(left[0]) if len(left) == 1 else f"{m.label(left[0])} och {len(left) - 1} till"
        return f"{named_first} har inte avgett sin röst (R-711)."
    total, entitled = sum(vote.count(c) for c in ("ja", "nej", "avstår")), len(expected(m, item, vote))
    if vote.counted and total != entitled:
        return f"Rösterna är {total}, men {entitled} skulle rösta (R-711)."
    if result(m, item, vote, e.casting_vote).by == "oavgjort":
        return "Röstetalet är lika. Ordföranden måste rösta eller säga sin utslagsröst (R-503, R-708)."
    return None


# Afterthoughts


def _reserved(m: Meeting, e: ev.ReservationMade) -> Against:
    if m.closed and e.happened > m.closed:
        return f"Sammanträdet avslutades kl. {m.closed:%H.%M}; en reservation ska anmälas dessförinnan (R-802)."
    item = _item(m, e)
    if item.immediately_approved:
        return f"{named(item)} är redan justerad; reservationer anmäls före omedelbar justering (R-805)."
    for person in e.persons:
        if person in item.recused:
            return f"{m.label(person)} har anmält jäv och får inte reservera sig (R-507)."
        if person in item.out:
            return f"{m.label(person)} deltog inte i beslutet och får inte reservera sig (R-507)."
        if person not in serving(m, item):
            return f"{m.label(person)} tjänstgjorde inte i {named(item)} (R-801)."
    return None


def _statement(m: Meeting, e: ev.StatementMade) -> Against:
    item, known = _item(m, e), m.people.get(e.person)
    if m.closed and e.happened > m.closed:
        return f"Sammanträdet avslutades kl. {m.closed:%H.%M}; en anteckning ska anmälas dessförinnan (R-806)."
    sits_out = known is not None and known.is_substitute and e.person not in serving(m, item)
    if sits_out and not m.rules.ers_note:
        return "Ersättare som inte tjänstgör får sin mening antecknad bara om fullmäktige har beslutat det (R-807)."
    if e.kind == "avvikande mening" and known is not None and (known.is_member or known.is_substitute):
        return "Avvikande mening är föredragandens rätt; förtroendevalda reserverar sig (R-808)."
    return None


def _late_text(m: Meeting, e: ev.LateTextReceived) -> Against:
    item = _item(m, e)
    written = {x.id for x in item.reservations} | {x.id for x in item.statements}
    if e.of in written and (item.approved or item.immediately_approved):
        return f"{named(item)} är justerad; texten skulle ha lämnats dessförinnan (R-803)."
    return None


# Elections, the agenda


def _elected(m: Meeting, e: ev.Elected) -> Against:
    if must_be_proportional(m, _item(m, e)) and e.by not in {"", "proportionellt val"}:
        return "Valet ska vara proportionellt: tillräckligt många har begärt det (R-714)."
    return None


def _proportional(m: Meeting, e: ev.ProportionalDemanded) -> Against:
    item = _item(m, e)
    outside = [p for p in e.persons if p not in present(m, item)]
    if outside:
        return f"{m.label(outside[0])} tjänstgör inte och kan inte begära proportionellt val (R-714)."
    there, needed = len(present(m, item)), required_for_proportional(len(present(m, item)), e.places)
    if len(set(e.persons)) < needed:
        return f"{len(set(e.persons))} av {there} räcker inte för proportionellt val av {e.places}; det krävs {needed} (R-714)."
    return None


def _added(m: Meeting, e: ev.ItemAdded) -> Against:
    """An initiative is raised by those who serve (R-901); a revisor may raise items on the audit (R-902)."""
    for person in e.by:
        known = m.people.get(person)
        if known is not None and known.role != "revisor" and person not in serving(m):
            return f"{known.label} tjänstgör inte och kan inte väcka ett ärende (R-901)."
    return None


_CHECKS: dict[type[Event], Callable[[Meeting, Any], Against]] = {
    ev.PersonArrived: _arrived,
    ev.SubstituteSeated: _seated,
    ev.SubstituteUnseated: _unseated,
    ev.ChairTaken: _chair,
    ev.MemberAbstained: _abstained,
    ev.RecusalTried: _recusal_tried,
    ev.MotionMoved: _motion,
    ev.MotionWithdrawn: _withdrawn,
    ev.MotionRefused: _refused_to_put,
    ev.VoteOpened: _vote_opened,
    ev.VoteCast: _cast,
    ev.VoteClosed: _closed,
    ev.ReservationMade: _reserved,
    ev.StatementMade: _statement,
    ev.LateTextReceived: _late_text,
    ev.Elected: _elected,
    ev.ProportionalDemanded: _proportional,
    ev.ItemAdded: _added,
}
