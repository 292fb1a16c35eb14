"""May it be recorded? One function says why not, in Swedish; another what would mend it.

Only what cannot be is refused: a vote by somebody not in the room, an unknown name, a decision on an item that nobody
opened. What is unlawful but happened is recorded all the same; `objections.py` says what stands against it, and the
secretary insists with one key (design section 4).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from agendas.model import Item, MeetingPlan, Person
from sessions import events as ev
from sessions.attendance import here, took_part
from sessions.events import Event
from sessions.fold import items_meant
from sessions.meeting import ItemState, Meeting, Vote, takes_paragraph
from sessions.naming import named
from sessions.openness import behind_closed_doors

Reason = str | None

_PLAN_FIELDS = frozenset(f.name for f in fields(MeetingPlan))
_PERSON_FIELDS = frozenset(f.name for f in fields(Person)) - {"id"}
_ITEM_FIELDS = frozenset(f.name for f in fields(Item)) - {"id"}


def why_not(meeting: Meeting, event: Event) -> Reason:
    """Why the event cannot have happened as said, or None when it can. Used before recording and by the replay alike."""
    kind = type(event)
    people, places, about_items = _NAMES[kind]
    for name, what in people:
        value = getattr(event, name)
        if value is not None and value not in meeting.people:
            return f"{what} ”{value}” finns inte i listan. Lägg till personen under Närvaro."
    for name in places:
        value = getattr(event, name)
        if value and value not in meeting.items:
            return f"Ärendet ”{value}” finns inte på dagordningen."
    if about_items:
        meant = items_meant(meeting, event)
        if not meant:
            return "Öppna en paragraf först (F2)."
        for item in meant:
            if item not in meeting.items:
                return f"Ärendet ”{item}” finns inte på dagordningen."
    check = _CHECKS.get(kind)
    return check(meeting, event) if check else None


_PEOPLE = {"person": "Personen", "substitute": "Ersättaren", "seat_of": "Ledamoten"}


def _names_in(kind: type[Event]) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], bool]:
    own = {f.name for f in fields(kind)}
    people = tuple((name, what) for name, what in _PEOPLE.items() if name in own and kind is not ev.PersonAdded)
    places = tuple(name for name in ("before", "during", "after") if name in own)
    return people, places, issubclass(kind, (ev.AboutItem, ev.AboutItems))


_NAMES = {kind: _names_in(kind) for kind in ev.EVENT_TYPES.values()}
"""Which fields of each event name somebody in the list, and which an item; and whether it is about items at all."""


def _item(meeting: Meeting, event: ev.AboutItem) -> ItemState:
    return meeting.items[event.item or meeting.current[0]]


def _needs_opened(meeting: Meeting, event: Any) -> Reason:
    for i in items_meant(meeting, event):
        item = meeting.items[i]
        if not item.opened:
            return f"{named(item)} är inte öppnat. Öppna ärendet först (F2, eller Enter i dagordningen)."
    return None


def _was_here(meeting: Meeting, item: ItemState, person: str) -> bool:
    return here(meeting, person) or took_part(meeting, person, item)


def _absent(meeting: Meeting, event: Any, persons: tuple[str, ...]) -> Reason:
    for person in persons:
        if person not in meeting.people:
            return f"”{person}” finns inte i listan. Lägg till personen under Närvaro (F8)."
        if not _was_here(meeting, _item(meeting, event), person):
            return f"{meeting.label(person)} är inte antecknad som närvarande."
    return None


# The meeting and its people


def _opened(m: Meeting, e: ev.MeetingOpened) -> Reason:
    return f"Sammanträdet öppnades redan kl. {m.opened:%H.%M}." if m.opened else None


def _adjourned(m: Meeting, e: ev.MeetingAdjourned) -> Reason:
    if m.phase == "ajournerat":
        return "Sammanträdet är redan ajournerat."
    return None if m.phase == "öppnat" else "Sammanträdet pågår inte, så det kan inte ajourneras."


def _resumed(m: Meeting, e: ev.MeetingResumed) -> Reason:
    return None if m.phase == "ajournerat" else "Sammanträdet är inte ajournerat."


def _closed(m: Meeting, e: ev.MeetingClosed) -> Reason:
    if m.phase == "avslutat":
        return f"Sammanträdet avslutades redan kl. {m.closed:%H.%M}."
    return None if m.running else "Sammanträdet är inte öppnat än. Öppna det från uppropet (F2)."


def _reopened(m: Meeting, e: ev.MeetingReopened) -> Reason:
    if m.approved:
        return "Protokollet är justerat. Anteckna en rättelse i stället."
    return None if m.phase == "avslutat" else "Sammanträdet är inte avslutat."


def _field(allowed: frozenset[str]) -> Callable[[Meeting, Any], Reason]:
    def check(m: Meeting, e: Any) -> Reason:
        return None if e.field in allowed else f"Det finns inget fält ”{e.field}” att ändra."

    return check


def _arrived(m: Meeting, e: ev.PersonArrived) -> Reason:
    stays = m.stays.get(e.person, ())
    if stays and stays[-1].end is None and (stays[-1].remote, stays[-1].serves) == (e.remote, e.serves):
        return f"{m.label(e.person)} är redan antecknad som närvarande."
    return None


def _left(m: Meeting, e: ev.PersonLeft) -> Reason:
    return None if here(m, e.person) else f"{m.label(e.person)} är inte antecknad som närvarande."


def _added(m: Meeting, e: ev.PersonAdded) -> Reason:
    if not e.name.strip():
        return "Skriv personens namn."
    if e.person in m.people:
        return f"{m.label(e.person)} finns redan i listan."
    return None


def _seated(m: Meeting, e: ev.SubstituteSeated) -> Reason:
    if not here(m, e.substitute):
        return f"{m.label(e.substitute)} är inte antecknad som närvarande."
    if e.substitute == e.seat_of:
        return f"{m.label(e.substitute)} kan inte tjänstgöra för sig själv."
    if any(i not in m.items for i in e.items):
        return "Ärendet finns inte på dagordningen."
    return None


def _unseated(m: Meeting, e: ev.SubstituteUnseated) -> Reason:
    serves = any(s.entry.event.substitute == e.substitute and s.end is None for s in m.seatings)
    return None if serves else f"{m.label(e.substitute)} tjänstgör inte."


# The agenda


def _item_added(m: Meeting, e: ev.ItemAdded) -> Reason:
    if not e.title.strip():
        return "Skriv ärendets rubrik."
    if e.item in m.items:
        return f"Ärendet ”{m.items[e.item].item.title}” finns redan."
    return None


def _withdrawn(m: Meeting, e: ev.ItemWithdrawn) -> Reason:
    item = _item(m, e)
    if item.phase == "utgått":
        return f"{named(item)} har redan utgått."
    return f"{named(item)} är öppnat. Välj Utgår i beslutet (F5) i stället." if item.opened else None


def _moved(m: Meeting, e: ev.ItemMoved) -> Reason:
    return None if e.item in m.items and (not e.before or e.before in m.items) else "Ärendet finns inte på dagordningen."


def _amended_item(m: Meeting, e: ev.ItemAmended) -> Reason:
    if e.field not in _ITEM_FIELDS:
        return f"Det finns inget fält ”{e.field}” att ändra."
    return "Skriv ärendets rubrik." if e.field == "title" and not str(e.value or "").strip() else None


def _item_opened(m: Meeting, e: ev.ItemOpened) -> Reason:
    if not e.items:
        return "Välj vilket ärende som ska öppnas."
    for i in e.items:
        if i not in m.items:
            return f"Ärendet ”{i}” finns inte på dagordningen."
        item = m.items[i]
        if item.opened:
            return f"{named(item)} är redan öppnat."
        if item.phase == "utgått":
            return f"{named(item)} har utgått. Ångra det först."
    if e.paragraphs:
        wanted = sum(1 for i in e.items if takes_paragraph(m.items[i].item, m.rules))
        if wanted != len(e.paragraphs):
            return f"{wanted} paragrafer behöver {wanted} nummer, fick {len(e.paragraphs)}."
        if taken := [n for n in e.paragraphs if n in m.paragraphs]:
            return f"§ {taken[0]} finns redan."
    return None


def _item_reopened(m: Meeting, e: ev.ItemReopened) -> Reason:
    item = _item(m, e)
    if item.approved or item.immediately_approved:
        return f"{named(item)} är justerad. Anteckna en rättelse i stället."
    if item.phase == "öppet":
        return f"{named(item)} pågår redan."
    return _needs_opened(m, e)


def _item_left(m: Meeting, e: ev.ItemLeft) -> Reason:
    item = _item(m, e)
    return None if item.phase == "öppet" else f"{named(item)} pågår inte."


def _numbered(m: Meeting, e: ev.ItemNumbered) -> Reason:
    item = _item(m, e)
    if item.approved:
        return f"{named(item)} är justerad; numret ligger fast."
    if e.paragraph < 1:
        return "Ett paragrafnummer är minst 1."
    other = next((x for x in m.items.values() if x.paragraph == e.paragraph and x.id != item.id), None)
    return f"§ {e.paragraph} är redan {other.item.short}." if other else None


def _debate(m: Meeting, e: ev.DebateClosed) -> Reason:
    item = _item(m, e)
    if item.debate_closed:
        return f"Överläggningen i {named(item)} avslutades redan kl. {item.debate_closed.event.happened:%H.%M}."
    return _needs_opened(m, e)


def _doors_shut(m: Meeting, e: ev.DoorsClosed) -> Reason:
    return "Dörrarna är redan stängda." if behind_closed_doors(m) else _needs_opened(m, e)


def _doors_opened(m: Meeting, e: ev.DoorsOpened) -> Reason:
    return _needs_opened(m, e) if behind_closed_doors(m) else "Dörrarna är inte stängda."


# On an item


def _text(m: Meeting, e: ev.TextWritten) -> Reason:
    item = _item(m, e)
    return f"{named(item)} är justerad. Anteckna en rättelse i stället." if item.approved else None


def _recused(m: Meeting, e: ev.MemberRecused) -> Reason:
    if not e.persons:
        return "Välj vem det gäller."
    unknown = [p for p in e.persons if p not in m.people]
    if unknown:
        return f"”{unknown[0]}” finns inte i listan. Lägg till personen under Närvaro (F8)."
    items = [m.items[i] for i in items_meant(m, e)]
    if not e.disputed and all(p in item.recused for item in items for p in e.persons):
        return f"Jäv är redan antecknat för {m.label(e.persons[0])} i {named(items[0])}."
    return None


def _motion(m: Meeting, e: ev.MotionMoved) -> Reason:
    if not e.by:
        return "Välj vem som yrkar."
    item = _item(m, e)
    if e.motion and item.motion(e.motion):
        return f"Yrkandet {e.motion} finns redan."
    if e.target not in ev.PREPARED_NAMES and item.motion(e.target) is None:
        return f"Det finns inget yrkande ”{e.target}” i {named(item)}."
    return _needs_opened(m, e) or _absent(m, e, e.by)


def _motion_known(m: Meeting, e: Any) -> Reason:
    item = _item(m, e)
    motion = item.motion(e.motion)
    if motion is None:
        return f"Det finns inget yrkande ”{e.motion}” i {named(item)}."
    return "Yrkandet är redan återtaget." if isinstance(e, ev.MotionWithdrawn) and motion.withdrawn else None


def _supported(m: Meeting, e: ev.MotionSupported) -> Reason:
    return _motion_known(m, e) or _absent(m, e, e.persons)


def _answered(m: Meeting, e: ev.QuestionAnswered) -> Reason:
    item = _item(m, e)
    if not item.questions:
        return f"Ingen fråga är ställd i {named(item)}."
    known = {q.id for q in item.questions}
    return f"Det finns ingen fråga ”{e.question}” i {named(item)}." if e.question and e.question not in known else None


def _vote_opened(m: Meeting, e: ev.VoteOpened) -> Reason:
    item = _item(m, e)
    return "En votering pågår redan." if item.open_vote else _needs_opened(m, e)


def _vote_goes_on(m: Meeting, e: Any) -> Reason:
    item = _item(m, e)
    meant = item.vote(getattr(e, "vote", ""))
    if meant is None or (meant.closed and not _may_come_later(meant, e)):
        return f"Ingen votering pågår i {named(item)}."
    if isinstance(e, ev.VoteCast):
        return _absent(m, e, (e.person,))
    if isinstance(e, ev.VoteCounted) and min(e.yes, e.no, e.abstain) < 0:
        return "Ett antal röster kan inte vara mindre än noll."
    return None


def _may_come_later(vote: Vote, e: Any) -> bool:
    """Whether it may be said of a vote that is closed: names from a list on paper (R-716), or what is put right, when it names the vote.

    A secret vote has no names.
    """
    if isinstance(e, ev.VoteCast):
        return not vote.entry.event.secret and (vote.counted is not None or bool(e.vote))
    return isinstance(e, ev.VoteCounted) and bool(e.vote)


def _decided(m: Meeting, e: ev.Decided) -> Reason:
    for i in items_meant(m, e):
        item = m.items[i]
        if not item.opened:
            return f"{named(item)} är inte öppnat. Öppna en paragraf innan du för in beslut (F2)."
        if item.phase == "beslutat":
            return f"{named(item)} är redan beslutad. Ändra beslutet på dess rad, eller ta upp ärendet igen."
        if item.open_vote:
            return "Avsluta voteringen först."
        if e.winner not in ev.PREPARED_NAMES and item.motion(e.winner) is None:
            return f"Det finns inget yrkande ”{e.winner}” i {named(item)}."
    return None


def _reserved(m: Meeting, e: ev.ReservationMade) -> Reason:
    if not e.persons:
        return "Välj vem som reserverar sig."
    return _needs_opened(m, e) or _absent(m, e, e.persons)


def _late_text(m: Meeting, e: ev.LateTextReceived) -> Reason:
    item = _item(m, e)
    known = {x.id for x in item.motions} | {x.id for x in item.reservations} | {x.id for x in item.statements}
    return None if e.of in known else f"{named(item)} har ingenting som heter ”{e.of}”."


def _demanded(m: Meeting, e: ev.ProportionalDemanded) -> Reason:
    if not e.persons:
        return "Välj vilka som begär proportionellt val."
    if e.places < 1:
        return "Skriv hur många som ska väljas."
    return _needs_opened(m, e) or _absent(m, e, e.persons)


def _answer_given(m: Meeting, e: ev.AnswerGiven) -> Reason:
    return _needs_opened(m, e) if e.asked_by else "Välj vem som har ställt frågan."


def _chosen(m: Meeting, e: ev.ApproversChosen) -> Reason:
    unknown = [p for p in e.persons if p not in m.people]
    return f"”{unknown[0]}” finns inte i listan. Lägg till personen under Närvaro (F8)." if unknown else None


def _approved(m: Meeting, e: ev.Approved) -> Reason:
    return None if all(i in m.items for i in e.items) else "Ärendet finns inte på dagordningen."


_CHECKS: dict[type[Event], Callable[[Meeting, Any], Reason]] = {
    ev.MeetingOpened: _opened,
    ev.MeetingAdjourned: _adjourned,
    ev.MeetingResumed: _resumed,
    ev.MeetingClosed: _closed,
    ev.MeetingReopened: _reopened,
    ev.MeetingAmended: _field(_PLAN_FIELDS),
    ev.PersonArrived: _arrived,
    ev.PersonLeft: _left,
    ev.PersonAdded: _added,
    ev.PersonAmended: _field(_PERSON_FIELDS),
    ev.SubstituteSeated: _seated,
    ev.SubstituteUnseated: _unseated,
    ev.ItemAdded: _item_added,
    ev.ItemWithdrawn: _withdrawn,
    ev.ItemMoved: _moved,
    ev.ItemAmended: _amended_item,
    ev.ItemOpened: _item_opened,
    ev.ItemReopened: _item_reopened,
    ev.ItemLeft: _item_left,
    ev.ItemNumbered: _numbered,
    ev.DebateClosed: _debate,
    ev.DoorsClosed: _doors_shut,
    ev.DoorsOpened: _doors_opened,
    ev.TextWritten: _text,
    ev.MemberRecused: _recused,
    ev.MotionMoved: _motion,
    ev.MotionSupported: _supported,
    ev.MotionWithdrawn: _motion_known,
    ev.MotionRefused: _motion_known,
    ev.QuestionPut: _needs_opened,
    ev.QuestionAnswered: _answered,
    ev.VoteOpened: _vote_opened,
    ev.VoteCast: _vote_goes_on,
    ev.VoteCounted: _vote_goes_on,
    ev.VoteClosed: _vote_goes_on,
    ev.Decided: _decided,
    ev.ImmediatelyApproved: _needs_opened,
    ev.Elected: _needs_opened,
    ev.Resigned: _needs_opened,
    ev.ProportionalDemanded: _demanded,
    ev.AnswerGiven: _answer_given,
    ev.UrgentDecisionReported: _needs_opened,
    ev.ReservationMade: _reserved,
    ev.StatementMade: _needs_opened,
    ev.LateTextReceived: _late_text,
    ev.ApproversChosen: _chosen,
    ev.Approved: _approved,
}


def remedy(meeting: Meeting, event: Event) -> tuple[Event, ...]:
    """What would make a refused event possible: the arrivals of those who are not noted as present. Empty when nothing obvious would."""
    persons: tuple[str, ...] = ()
    if isinstance(event, (ev.MotionMoved,)):
        persons = event.by
    elif isinstance(event, (ev.MotionSupported, ev.ReservationMade)):
        persons = event.persons
    elif isinstance(event, ev.VoteCast):
        persons = (event.person,)
    elif isinstance(event, ev.SubstituteSeated):
        persons = (event.substitute,)
    return tuple(ev.PersonArrived(at=event.at, person=p) for p in persons if p in meeting.people and not here(meeting, p))
