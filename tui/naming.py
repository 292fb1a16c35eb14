"""People, items and proposals by the names under which they are chosen, each with a word for how it stands. Nothing of any screen."""

from __future__ import annotations

from collections.abc import Iterable

from agendas.model import genitive
from exports.swedish import listed, owner
from sessions.attendance import chair, here, remote, servers
from sessions.events import PREPARED, PREPARED_NAMES
from sessions.meeting import ItemState, Meeting, Motion
from sessions.naming import named
from tui.choices import Choice, Option
from tui.dialogs.preview import proposal_name
from tui.texts.dialogs import Motion as MotionWords
from tui.texts.dialogs import People as Words


def status(meeting: Meeting, person: str, item: ItemState | None = None) -> str:
    """`tjänstgör för Eva Sjö (S)`, `jäv`, `väntas`: how somebody stands in an item, or now."""
    if item and person in item.recused:
        return Words.RECUSED
    if item and person in item.away_persons:
        return Words.AWAY
    if item and person in item.out:
        return Words.OUT
    if not here(meeting, person):
        return Words.EXPECTED if person in meeting.expected else Words.ABSENT
    server = next((s for s in servers(meeting, item) if s.person == person), None)
    if server is None:
        word = Words.FREE if meeting.people[person].is_substitute else Words.PRESENT
    elif server.seat_of:
        word = Words.serving_for(meeting.label(server.seat_of))
    else:
        word = Words.CHAIR if chair(meeting, item) == person else Words.SERVING
    return f"{word} · {Words.REMOTE}" if remote(meeting, person) else word


def people_choices(meeting: Meeting, item: ItemState | None = None, persons: Iterable[str] | None = None) -> list[Choice]:
    """Everybody to pick from: those who serve, others who are here, those who are not."""
    serving = {s.person for s in servers(meeting, item)}
    ids = list(meeting.people if persons is None else persons)
    ids.sort(key=lambda id: (id not in serving, not here(meeting, id), not meeting.people[id].is_member))
    return [Choice(id, meeting.label(id), status(meeting, id, item), f"{meeting.people[id].title} {meeting.people[id].role}") for id in ids]


def item_options(items: Iterable[ItemState]) -> list[Option]:
    """Items to step through; the § is typed to go there."""
    return [Option(x.id, named(x), str(x.paragraph or "")) for x in items]


def prepared_label(meeting: Meeting, item: ItemState) -> str:
    """`förvaltningens förslag`: what the protocol calls the prepared proposal."""
    return proposal_name(meeting, item.id, PREPARED)


def motion_label(meeting: Meeting, item: ItemState, motion: Motion) -> str:
    """`Karin Bergs (M) yrkande`: a motion by the name that the protocol gives it; one to approve says what it approves."""
    if motion.entry.event.kind == "bifall":
        owners = listed(owner(meeting.people[p]) if p in meeting.people else genitive(p) for p in motion.entry.event.by)
        return MotionWords.approval(owners)
    return proposal_name(meeting, item.id, motion.id)


def proposal_label(meeting: Meeting, item: ItemState, proposal: str) -> str:
    """What an alternative of a question is called on the screen."""
    if proposal in PREPARED_NAMES:
        return prepared_label(meeting, item)
    motion = item.motion(proposal)
    return motion_label(meeting, item, motion) if motion else proposal


def targets(meeting: Meeting, item: ItemState, but: str = "") -> list[Option]:
    """What a motion or a reservation can refer to: the prepared proposal and the motions."""
    motions = [Option(m.id, motion_label(meeting, item, m)) for m in item.live_motions if m.id != but]
    return [Option(PREPARED, prepared_label(meeting, item)), *motions]
