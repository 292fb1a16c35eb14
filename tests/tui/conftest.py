"""Keys in the tests of the face: one key has had its whole effect before the next is pressed, however busy the machine is.

Pilot waits until the process is idle, and takes one that gets no time from the machine for idle. Here the app itself is
asked: no message unread anywhere, nothing left to lay out or paint. And the patiences of the program are no race with
the clock: a letter is held back for next to no time, a second Enter of habit counts only where a test says so (`habit`),
a key that waits for its dialog is waited for, and a toast stays until something takes it away.

Private places that are used, of Textual: `MessagePump._message_queue`, `MessagePump._next_callbacks`, `App._registry`, the
lists of `Animator` and what a screen has left to do; of asyncio: `Event._waiters`.
"""

from __future__ import annotations

import asyncio
from typing import Any
from weakref import WeakSet

import pytest
from textual import app as textual_app
from textual import pilot as textual_pilot
from textual.app import App
from textual.message_pump import MessagePump
from textual.notifications import Notification
from textual.pilot import Pilot
from textual.screen import Screen

from tui import held
from tui.held import Held
from tui.turns import KeysInTurn
from tui.widgets import command_mode

LONGEST = 60.0
"""Seconds after which an app that never comes to rest is a fault."""


def _unread(pump: MessagePump) -> bool:
    queue: Any = pump._message_queue
    at_work = not queue.ready_event._waiters  # else it waits for a message
    return pump._running and not pump._closing and bool(queue.values or pump._next_callbacks or at_work)


def _unpainted(screen: Screen[Any]) -> bool:
    return bool(
        screen._layout_required or screen._scroll_required or screen._repaint_required or screen._dirty_widgets or screen._callbacks
    )


def _busy(app: App[Any]) -> bool:
    """Whether something is on its way that comes by itself."""
    if any(_unread(pump) for pump in (app, *app._registry)) or (isinstance(app, KeysInTurn) and app._waiting):
        return True
    if app.animator._animations or app.animator._scheduled:
        return True
    return bool(app.screen_stack) and not getattr(app.screen, "ready", True)


async def _rest(app: App[Any], holding: WeakSet[Held[Any]]) -> None:
    """Wait until the app has nothing left to do."""
    end = asyncio.get_running_loop().time() + LONGEST
    while app.is_running:
        assert asyncio.get_running_loop().time() < end, "the app never comes to rest"
        if not _busy(app) and not any(one.holding for one in holding):
            if not app.screen_stack or not _unpainted(app.screen):
                return
            app.screen.call_later(app.screen._on_timer_update)  # what its timer would do a moment later
        await asyncio.sleep(0.001)


@pytest.fixture(autouse=True)
def keys_have_their_effect(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every `Pilot.press` and `Pilot.pause` returns when the app has nothing left to do."""
    holding: WeakSet[Held[Any]] = WeakSet()
    hold, press = Held.hold, Pilot.press

    async def no_wait(*_: float) -> None:
        await asyncio.sleep(0)

    def remembered(self: Held[Any], thing: object) -> None:
        holding.add(self)
        hold(self, thing)

    async def pressed(self: Pilot[Any], *keys: str) -> None:
        for key in keys:
            await press(self, key)
            await _rest(self.app, holding)

    async def paused(self: Pilot[Any], delay: float | None = None) -> None:
        if delay is not None:
            await asyncio.sleep(delay)
        await self._wait_for_screen()
        await _rest(self.app, holding)

    monkeypatch.setattr(textual_app, "wait_for_idle", no_wait)
    monkeypatch.setattr(textual_pilot, "wait_for_idle", no_wait)
    monkeypatch.setattr(Notification, "time_left", property(lambda _: 3_600.0))
    monkeypatch.setattr(held, "QUIET", 0.001)
    monkeypatch.setattr(command_mode, "TWICE", -1.0)
    monkeypatch.setattr(Held, "hold", remembered)
    monkeypatch.setattr(Pilot, "press", pressed)
    monkeypatch.setattr(Pilot, "pause", paused)


@pytest.fixture
def in_a_burst(monkeypatch: pytest.MonkeyPatch, keys_have_their_effect: None) -> None:
    """No letter stands alone: all keys of the test come close together, however long the machine takes for them."""
    monkeypatch.setattr(held, "QUIET", 60.0)


@pytest.fixture
def habit(monkeypatch: pytest.MonkeyPatch, keys_have_their_effect: None) -> None:
    """A second Enter right upon the first is one of habit, however long the machine takes for it."""
    monkeypatch.setattr(command_mode, "TWICE", 60.0)
