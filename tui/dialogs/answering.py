"""An interpellation or a question: who most likely asked it. Nothing of any screen."""

from __future__ import annotations

from sessions.meeting import ItemState, Meeting


def askers(meeting: Meeting, item: ItemState | None) -> tuple[str, ...]:
    """The title of the item most often says who asks."""
    title = item.item.title.casefold() if item else ""
    return tuple(i for i, p in meeting.people.items() if p.name.casefold() in title)
