"""How a message names an item."""

from __future__ import annotations

from sessions.meeting import ItemState


def named(item: ItemState) -> str:
    """How a sentence names an item: `§ 6 Föreningsbidrag` or its title in quotes."""
    return f"§ {item.paragraph} {item.item.short}" if item.paragraph is not None else f"”{item.item.short}”"


def number_of(item: ItemState) -> str:
    """The same in short: `§ 6`, or the title in quotes of what has no number."""
    return f"§ {item.paragraph}" if item.paragraph is not None else named(item)
