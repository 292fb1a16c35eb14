"""Which keys get through: they are pressed in turn, and whoever is passed over did not arrive.

Terminals and laptops keep some for themselves, and no program can tell which; only pressing does.
"""

from __future__ import annotations

from typing import Literal

from tui.keys import Command, KeyTable

State = Literal["arrived", "missed", "next", "waiting"]
LEFT_OUT = {"meeting.undo"}
"""It acts outside of texts only, and every terminal lets it through."""


class KeyCheck:
    """The keys of the meeting as they are set for this person, function keys first, and those that came."""

    def __init__(self, keys: KeyTable) -> None:
        tried = [c for c in keys.commands if c.key and c.id.startswith("meeting.") and c.id not in LEFT_OUT]
        self.commands: tuple[Command, ...] = tuple(sorted(tried, key=_on_the_keyboard))
        self._arrived: set[str] = set()

    def press(self, key: str) -> bool:
        """A key came, as Textual spells it. Whether it is one of those that are tried."""
        known = any(c.key == key for c in self.commands)
        if known:
            self._arrived.add(key)
        return known

    def state(self, command: Command) -> State:
        """How it stands with the key of a command."""
        if command.key in self._arrived:
            return "arrived"
        at = self.commands.index(command)
        if at < self._reached:
            return "missed"
        return "next" if at == self._reached else "waiting"

    @property
    def _reached(self) -> int:
        """Where the hand is: after the last one that came."""
        return max((n for n, c in enumerate(self.commands, 1) if c.key in self._arrived), default=0)

    @property
    def missed(self) -> tuple[Command, ...]:
        """Those that were passed over."""
        return tuple(c for c in self.commands if self.state(c) == "missed")

    @property
    def done(self) -> bool:
        """Whether the last one has come."""
        return self._reached == len(self.commands)


def _on_the_keyboard(command: Command) -> tuple[bool, int]:
    number = command.key.rpartition("f")[2]
    return command.key.startswith("ctrl+"), int(number) if number.isdigit() else 0
