"""Keys in the tests of the face: one key has had its whole effect before the next is pressed, however busy the machine is.

Pilot takes a process that gets no time from the machine for one that has finished. The three patiences of the program –
a letter held back a moment, a second Enter of habit, a key that waits for a dialog – would then be a race between the
test and the clock. Here the first takes next to no time, the second is off until a test turns it on (`habit`), and
the third is waited for.
"""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakSet

import pytest
from textual.app import App
from textual.pilot import Pilot

from tui import held
from tui.held import Held
from tui.turns import KeysInTurn
from tui.widgets import command_mode


@pytest.fixture(autouse=True)
def keys_have_their_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every `Pilot.press` returns when nothing is held back and no key waits its turn."""
    holding: WeakSet[Held[Any]] = WeakSet()
    hold, press = Held.hold, Pilot.press

    def remembered(self: Held[Any], thing: object) -> None:
        holding.add(self)
        hold(self, thing)

    def waits(app: App[Any]) -> bool:
        return app.is_running and (any(one.holding for one in holding) or (isinstance(app, KeysInTurn) and app._waiting))

    async def pressed(self: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await press(self, key)
            while waits(self.app):
                await asyncio.sleep(0.005)
                if not waits(self.app):
                    await self._wait_for_screen()

    monkeypatch.setattr(held, "QUIET", 0.001)
    monkeypatch.setattr(command_mode, "TWICE", -1.0)
    monkeypatch.setattr(Held, "hold", remembered)
    monkeypatch.setattr(Pilot, "press", pressed)


@pytest.fixture
def in_a_burst(monkeypatch: pytest.MonkeyPatch, keys_have_their_effect: None) -> None:
    """No letter stands alone: all keys of the test come close together, however long the machine takes for them."""
    monkeypatch.setattr(held, "QUIET", 60.0)


@pytest.fixture
def habit(monkeypatch: pytest.MonkeyPatch, keys_have_their_effect: None) -> None:
    """A second Enter right upon the first is one of habit, however long the machine takes for it."""
    monkeypatch.setattr(command_mode, "TWICE", 60.0)
