"""Hands that are faster than the machine: a key waits until what the one before it led to is there.

Of `F5 Enter F2` the dialog takes the Enter, and the F2 belongs to the screen beneath it; of `F4 e v` both letters belong
to the dialog, though it is not there yet; of `Tab e v` both belong to the next field. The framework gives a key to
whatever has the cursor when the key is looked at, so that on a slow machine the letters after a Tab were written into
the field that had been left. Text that is written in a box does not wait: only a key that may lead away is waited for.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Any, TypeVar

from textual import events
from textual.app import App
from textual.screen import Screen

R = TypeVar("R")

STEPS = 100
"""Steps of the event loop: a key that goes from a field up to its dialog, and what the field tells, take some twenty."""
NO_CURSOR_AFTER = 0.5
"""Seconds after which a screen that has put the cursor nowhere gets the keys itself."""


class KeysInTurn(App[R]):
    """The part of an app that lets keys wait their turn behind one that may move the cursor or open something."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._in_line: deque[events.Key | events.Paste] = deque()
        self._at_turn: events.Event | None = None
        self._turns: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes take their place in the line, when there is one."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or event is self._at_turn:
            await super().on_event(event)
        elif self._waiting or self._may_lead_away(event):
            self._in_line.append(event)
            if not self._waiting:
                self._turns = asyncio.create_task(self._take_turns())
        else:
            await super().on_event(event)

    @property
    def _waiting(self) -> bool:
        return self._turns is not None and not self._turns.done()

    def _may_lead_away(self, event: events.Key | events.Paste) -> bool:
        """Whether what comes next may belong somewhere else: all but writing in a box."""
        from textual.widgets import Input, TextArea  # with the first key: the start screen has none

        if not self.screen_stack or self.screen.is_modal:
            return bool(self.screen_stack)
        if isinstance(event, events.Paste) or not isinstance(self.focused, TextArea | Input):
            return not isinstance(event, events.Paste)
        return not (event.is_printable or event.key in {"backspace", "left", "right"} or self._is_line_break(event))

    def _is_line_break(self, event: events.Key) -> bool:
        from textual.widgets import TextArea

        asked = getattr(getattr(self.screen, "command_mode", None), "state", "off") != "off"
        return event.key in {"enter", "ctrl+j"} and isinstance(self.focused, TextArea) and not asked

    async def _take_turns(self) -> None:
        while self._in_line and self.is_running and self.screen_stack:
            await self._is_ready(self.screen)
            self._at_turn = self._in_line.popleft()
            self.post_message(self._at_turn)
            for _ in range(STEPS):
                await asyncio.sleep(0)

    async def _is_ready(self, screen: Screen[Any]) -> None:
        """Wait until the screen takes keys: a dialog says so (`ready`), another has put the cursor somewhere, or wants none."""
        end = asyncio.get_running_loop().time() + NO_CURSOR_AFTER
        while screen is self.screen and self.is_running:
            ready = getattr(screen, "ready", None)
            if ready is None:
                ready = screen.focused is not None or screen.AUTO_FOCUS == "" or asyncio.get_running_loop().time() > end
            if ready:
                return
            await asyncio.sleep(0.005)
