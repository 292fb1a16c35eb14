"""People and items as the pickers of the dialogs offer them, each with a word for how it stands."""

from __future__ import annotations

from collections.abc import Iterable

from sessions.attendance import chair, here, remote, servers
from sessions.events import PREPARED, PREPARED_NAMES
from sessions.meeting import ItemState, Meeting, Motion
from sessions.refusals import named
from tui.dialogs.fields import Option
from tui.texts.dialogs import Motion as MotionWords
from tui.texts.dialogs import People as Words
from tui.widgets.name_picker import Choice, NamePicker


class PeoplePicker(NamePicker):
    """Several persons; it can be emptied for the next act of the same kind."""

    def __init__(self, choices: Iterable[Choice], picked: Iterable[str] = (), *, id: str) -> None:
        super().__init__(choices, many=True, picked=picked, id=id)

    def clear(self) -> None:
        """Nobody is picked any more, and nothing is typed."""
        self._picked.clear()
        self._field.value = ""
        self._show_chosen()
        self._filter(again=True)


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


def prepared_label(item: ItemState) -> str:
    """`förvaltningens förslag`: what the prepared proposal is called."""
    from agendas.model import genitive

    return MotionWords.proposal(genitive(item.item.proposed_by)) if item.item.proposed_by else MotionWords.PREPARED


def motion_label(meeting: Meeting, item: ItemState, motion: Motion) -> str:
    """`yrkande 2, Karin Berg (M)`: how a motion on the table is told from the others."""
    number = next((n for n, m in enumerate(item.motions, 1) if m.id == motion.id), 0)
    return MotionWords.other(number, ", ".join(meeting.label(p) for p in motion.entry.event.by))


def proposal_label(meeting: Meeting, item: ItemState, proposal: str) -> str:
    """What an alternative of a question is called on the screen."""
    if proposal in PREPARED_NAMES:
        return prepared_label(item)
    motion = item.motion(proposal)
    return motion_label(meeting, item, motion) if motion else proposal


def targets(meeting: Meeting, item: ItemState, but: str = "") -> list[Option]:
    """What a motion or a reservation can refer to: the prepared proposal and the motions."""
    motions = [Option(m.id, motion_label(meeting, item, m)) for m in item.live_motions if m.id != but]
    return [Option(PREPARED, prepared_label(item)), *motions]
