"""The standing §§ whose words follow from the record: the roll call (R-214), and jäv declared for later §§ (R-403); who is to approve."""

from __future__ import annotations

from agendas.names import folded
from sessions.events import ApproversChosen
from sessions.meeting import ItemState, Meeting


def is_roll_call(item: ItemState) -> bool:
    """Whether an item is the agenda's own place for the roll call and nothing else: a formality by that name."""
    return item.item.kind == "formalia" and folded(item.item.title) in {"upprop", "upprop och beslutforhet"}


def is_for_recusals(item: ItemState) -> bool:
    """Whether an item is the agenda's own place for declaring jäv: a formality by that name."""
    return item.item.kind == "formalia" and "jav" in folded(item.item.title)


def wants_decision(item: ItemState) -> bool:
    """Whether an item that is left without a decision lacks one (R-1003): not what is only told or asked, nor what the record tells."""
    kind = item.item.kind
    told = kind in {"information", "fråga", "paus"} or (kind in {"övrigt", "anmälan"} and item.texts)  # "Inga övriga frågor anmäls."
    return not (told or is_for_recusals(item) or is_roll_call(item))


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


def chosen_approvers(meeting: Meeting) -> ApproversChosen | None:
    """The latest choice of who approves the whole protocol; None before there is one."""
    chosen = [a.event for a in meeting.approvers if not a.event.items]
    return chosen[-1] if chosen else None


def approvers(meeting: Meeting) -> tuple[str, ...]:
    """Who approves the whole protocol: those chosen, before that those whom the agenda proposes; a name that nobody has stays as it is."""
    chosen = chosen_approvers(meeting)
    return chosen.persons if chosen else _planned(meeting)


def proposed_approvers(meeting: Meeting) -> tuple[str, ...]:
    """Whom the agenda proposes to approve the protocol, of those that are known; nobody when somebody was chosen already."""
    return () if meeting.approvers else tuple(p for p in _planned(meeting) if p in meeting.people)


def _planned(meeting: Meeting) -> tuple[str, ...]:
    known = {folded(name): i for i, p in meeting.people.items() for name in (p.name, p.label, i)}
    return tuple(known.get(folded(name), name) for name in meeting.plan.approvers)
