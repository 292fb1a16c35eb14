"""Who may take a seat, keep it, or take it again: R-204–R-208 and R-212 as questions with a Swedish answer.

Nothing is refused here. The words stand against an act until the secretary insists, or become a finding.
"""

from __future__ import annotations

from datetime import datetime
from itertools import zip_longest

from agendas.model import CHAIR_ROLES
from sessions.attendance import here, present, servers, serving_at
from sessions.meeting import ItemState, Meeting, Stay, place
from sessions.substitutes import proposed_substitutes


def broke_off(meeting: Meeting, person: str, before: int | None = None) -> datetime | None:
    """When somebody who served first left the meeting; None for who never did (R-207).

    Who only gives up the seat and sits on has broken off too. Jäv never counts (R-406), nor a broken link (R-210), nor
    going from the room to the link. `before`: only what happened before this place on the line of the meeting.
    """
    stays = meeting.stays.get(person, ())
    for stay, following in zip_longest(stays, stays[1:]):
        if stay.end is None or stay.lost_link or (following is not None and _goes_on(stay, following)):
            continue
        ended = place(meeting, stay.end)
        if (before is None or ended < before) and _served(meeting, person, stay, ended):
            return stay.end.when
    return None


def _goes_on(stay: Stay, following: Stay) -> bool:
    """Whether a stay only went over into the next, with the seat kept: from the room to the link or back."""
    return following.start == stay.end and (following.serves or not stay.serves)


def _served(meeting: Meeting, person: str, stay: Stay, ended: int) -> bool:
    """Whether the person held a seat just before a stay ended."""
    return place(meeting, stay.start) < ended and person in serving_at(meeting, ended - 1)


def may_not_serve_again(meeting: Meeting, person: str) -> str | None:
    """Why somebody who comes back may sit in but not serve (R-207); None when they may.

    In fullmäktige never on the same day (KL 5:20); elsewhere as `vaxeltjanst` says.
    """
    rule = "never_same_day" if meeting.plan.kind == "fullmäktige" else meeting.rules.vaxeltjanst
    if rule == "allowed" or (when := broke_off(meeting, person)) is None:
        return None
    if rule == "if_party_balance_affected" and _balance_affected(meeting, person):
        return None
    return f"{meeting.label(person)} avbröt sin tjänstgöring kl. {when:%H.%M} och får inte tjänstgöra igen i dag (R-207)."


def _balance_affected(meeting: Meeting, person: str) -> bool:
    """Whether the seat is empty, or held by another party than the member's own."""
    party = meeting.people[person].party
    stand_ins = [s.person for s in servers(meeting) if s.seat_of == person]
    return not stand_ins or any(meeting.people[s].party != party for s in stand_ins)


def wrong_substitute(meeting: Meeting, substitute: str, seat_of: str, item: ItemState | None = None) -> str | None:
    """What stands against a substitute for a member: another party in fullmäktige (R-208), not next in turn (R-204)."""
    people = meeting.people
    if substitute not in people or seat_of not in people:
        return None
    party = people[seat_of].party
    if meeting.plan.kind == "fullmäktige" and people[substitute].party != party:
        return f"{meeting.label(substitute)} är inte av samma parti som {meeting.label(seat_of)} (R-208)."
    if party not in meeting.rules.party_order:
        return None
    turn = next(iter(proposed_substitutes(meeting, (seat_of,), item=item)), None)
    if turn is None or turn.substitute == substitute or people[turn.substitute].party == people[substitute].party:
        return None
    return f"Enligt turordningen tjänstgör {meeting.label(turn.substitute)} för {meeting.label(seat_of)} (R-204)."


def passed_over_for_the_chair(meeting: Meeting, person: str, item: ItemState | None = None) -> str | None:
    """Whom the usual order would give the chair instead (R-212); None when that is the person."""
    able = present(meeting, item)
    rank = {role: place for place, role in enumerate(CHAIR_ROLES)}
    mine = rank.get(meeting.people[person].role, len(rank))
    before = [p for p in able if p != person and 0 < rank.get(meeting.people[p].role, len(rank)) < mine]
    if not before or not here(meeting, person):
        return None
    first = min(before, key=lambda p: rank[meeting.people[p].role])
    return f"{meeting.label(first)}, {meeting.people[first].role}, är närvarande och går före i ordningen (R-212)."
