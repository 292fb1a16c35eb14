"""The standing §§ whose words follow from the record: the roll call (R-214), and jäv declared for later §§ (R-403); who is to approve."""

from __future__ import annotations

from agendas.names import folded
from sessions.meeting import ItemState, Meeting


def is_roll_call(item: ItemState) -> bool:
    """Whether an item is the agenda's own place for the roll call and nothing else: a formality by that name."""
    return item.item.kind == "formalia" and folded(item.item.title) in {"upprop", "upprop och beslutforhet"}


def is_for_recusals(item: ItemState) -> bool:
    """Whether an item is the agenda's own place for declaring jäv: a formality by that name."""
    return item.item.kind == "formalia" and "jav" in folded(item.item.title)


def declared_ahead(meeting: Meeting) -> tuple[tuple[tuple[str, ...], tuple[ItemState, ...]], ...]:
    """Who declared jäv before the item was taken up, and in which items. Of a secret item only its own § may tell (R-1204)."""
    found: dict[int, tuple[tuple[str, ...], list[ItemState]]] = {}
    for item in meeting.items.values():
        if item.item.secret or is_for_recusals(item) or item.phase == "utgått":
            continue
        opened = meeting.episodes[item.episodes[0]].opened if item.episodes else None
        for recusal in item.recusals:
            if not recusal.event.disputed and (opened is None or recusal.event.happened < opened):
                found.setdefault(recusal.seq, (recusal.event.persons, []))[1].append(item)
    told = sorted(found.items())
    return tuple((persons, tuple(sorted(items, key=lambda x: x.paragraph or 1 << 30))) for _, (persons, items) in told)


def proposed_approvers(meeting: Meeting) -> tuple[str, ...]:
    """Whom the agenda proposes to approve the protocol, by name or id; nobody when somebody was chosen already."""
    if meeting.approvers:
        return ()
    names = {folded(n) for n in meeting.plan.approvers}
    return tuple(i for i, p in meeting.people.items() if names & {folded(p.name), folded(p.label), i})
