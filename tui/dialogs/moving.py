"""What can be moved (F3): the kinds of motions, and what each needs. Nothing of any screen."""

from __future__ import annotations

from tui.choices import Option

KINDS = (
    Option("bifall", "Bifall", "b"),
    Option("avslag", "Avslag", "a"),
    Option("ändring", "Ändring", "ä"),
    Option("tillägg", "Tillägg", "t"),
    Option("nytt förslag", "Nytt förslag", "n"),
    Option("återremiss", "Återremiss", "å"),
    Option("bordläggning", "Bordläggning", "o"),
    Option("remiss", "Remiss", "r"),
    Option("ajournering", "Ajournering", "j"),
    Option("ordningsfråga", "Ordningsfråga", "f"),
)
WITH_TEXT = frozenset({"ändring", "tillägg", "nytt förslag"})
"""Kinds that say nothing without words."""
TO_A_PROPOSAL = frozenset({"bifall", "avslag", "ändring", "tillägg"})
