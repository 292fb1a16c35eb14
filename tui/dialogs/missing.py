"""What keeps an act from being recorded: something is not filled in, or cannot be read."""

from __future__ import annotations


class Missing(Exception):
    """Something must be filled in before there is anything to record."""

    def __init__(self, reason: str, field: str = "") -> None:
        """`field`: the selector of what gets the focus in a dialog."""
        super().__init__(reason)
        self.reason = reason
        self.field = field
