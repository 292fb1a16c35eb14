"""Hands that are faster than the machine: keys reach a dialog one at a time, each when what the one before led to is done.

Of `F5 Enter F2` the dialog takes the Enter, and the F2 belongs to the screen beneath it; of `F4 e v` both letters belong
to the dialog, though it is not there yet. Without this, on a slow machine, the F2 and the letters were lost.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any, TypeVar

from textual import events
from textual.app import App

R = TypeVar("R")

STEPS = 100
"""Steps of the event loop: a key that goes from a field up to its dialog, and what the field tells, take some twenty."""


class KeysInTurn(App[R]):
    """The part of an app that lets keys wait their turn while a dialog is open. Elsewhere they go straight on."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_line: deque[events.Key | events.Paste] = deque()
        self._at_turn: events.Event | None = None
        self._turns: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes take their place in the line, when there is one."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or event is self._at_turn:
            await super().on_event(event)
        elif (self._turns is not None and not self._turns.done()) or (self.screen_stack and self.screen.is_modal):
            self._in_line.append(event)
            if self._turns is None or self._turns.done():
                self._turns = asyncio.create_task(self._take_turns())
        else:
            await super().on_event(event)

    async def _take_turns(self) -> None:
        while self._in_line and self.is_running and self.screen_stack:
            if not getattr(self.screen, "ready", True):
                await asyncio.sleep(0.005)
                continue
            self._at_turn = self._in_line.popleft()
            self.post_message(self._at_turn)
            for _ in range(STEPS):
                await asyncio.sleep(0)
