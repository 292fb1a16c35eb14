"""A key that is held back a moment, to see whether it stands alone or is the first of a burst.

A paste without brackets, a stuck key or somebody who goes on writing when a dialog has just opened all come as many
keys close together. A person who means a command presses one.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from textual.app import App

T = TypeVar("T")

QUIET = 0.06
"""Seconds without another key after which a letter is a command."""


class Held(Generic[T]):
    """Holds one thing, and gives it to `release` when nothing has dropped it for `QUIET` seconds."""

    def __init__(self, app: App[object], release: Callable[[T], Awaitable[None] | None]) -> None:
        self._app = app
        self._release = release
        self._things: list[T] = []
        self._turn = 0

    def hold(self, thing: T) -> None:
        """Hold `thing`; whatever was held before is dropped."""
        self._things = [thing]
        self._turn += 1
        turn = self._turn
        # The timer runs beside the app's queue. Going through the queue puts the release behind the keys that
        # have arrived but, on a busy machine, have not been looked at yet.
        self._app.set_timer(QUIET, lambda: self._app.call_later(self._due, turn))

    def drop(self) -> T | None:
        """Take back what is held, if anything is."""
        self._turn += 1
        return self._things.pop() if self._things else None

    @property
    def holding(self) -> bool:
        """Whether something is held."""
        return bool(self._things)

    async def _due(self, turn: int) -> None:
        if turn == self._turn and self._things:
            done = self._release(self._things.pop())
            if done is not None:
                await done
