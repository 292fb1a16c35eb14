"""What an earlier meeting leaves for the next: from what was recorded to an agenda that goes on from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from agendas.model import Person
from sessions.checks.decisions import unreported
from sessions.meeting import ItemState, Meeting
from sessions.voting import minority_used

if TYPE_CHECKING:
    from agendas.intake.following import Following, Handled


def next_after(meeting: Meeting, people: Iterable[Person] = ()) -> Following:
    """The body's own next meeting. `people` instead of those of the earlier one."""
    from agendas.intake.following import next_meeting

    following = max([*meeting.paragraphs, meeting.plan.first_paragraph - 1]) + 1
    roster = tuple(people) or tuple(meeting.people.values())
    plan = replace(meeting.plan, urgent_decisions=unreported(meeting))  # open until reported
    return next_meeting(plan, roster, meeting.rules, handled_in(meeting), following)


def upwards(meeting: Meeting, target: str, people: Iterable[Person] = ()) -> Following:
    """What the meeting proposed to `target` as the items of its meeting. `people` is its roster."""
    from agendas.intake.following import upward

    return upward(meeting.plan, tuple(meeting.people.values()), handled_in(meeting), target, people)


def handled_in(meeting: Meeting) -> list[Handled]:
    """What became of every item."""
    return [_handled(meeting, state) for state in meeting.items.values()]


def _handled(meeting: Meeting, state: ItemState) -> Handled:
    """What became of an item, in the words of the agenda."""
    from agendas.intake.following import Fate, Handled

    fates: dict[str, Fate] = {
        "bordläggs": "bordlagt",
        "återremitteras": "återremitterat",
        "remitteras": "remitterat",
        "utgår": "utgått",
        "ej beslutför": "bordlagt",
    }
    item = replace(state.item, postponed_by_minority=True) if minority_used(state) else state.item  # once per item
    if state.decision is None:
        fate: Fate = "utgått" if state.phase == "utgått" or state.item.withdrawn else "ej behandlat"
        if state.opened and state.item.kind in {"formalia", "information", "anmälan", "övrigt", "paus"}:
            fate = "avgjort"
        return Handled(item, fate, state.paragraph, added=state.added)
    event = state.decision.event
    fate = fates.get(event.outcome) or ("föreslaget" if state.proposes else "avgjort")
    text = _decided(meeting, state) if fate == "föreslaget" else ""
    return Handled(item, fate, state.paragraph, text, event.to, event.reason, state.added)


def _decided(meeting: Meeting, state: ItemState) -> str:
    """The proposal upwards, as the protocol says it – but its lead: there the lower body speaks (`AU föreslår …`)."""
    from agendas.model import joined_points
    from exports.decisions import ruling
    from exports.style import load_style
    from exports.words import Words

    found = ruling(Words(meeting, load_style("standard")), state)
    return "\n".join(filter(None, [joined_points(found.points), *found.sentences]))
