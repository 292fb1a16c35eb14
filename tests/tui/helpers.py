"""What the tests of the face share: worst strings, what stands on the screen, waiting without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets._toast import Toast

SIZES = [(80, 24), (120, 40)]

WORST = [
    "[/]",
    "[x] klart",
    "[@click=app.quit]Anna[/]",
    "[b",
    "<b>fet</b>",
    "| a | b |",
    '"citat" # rubrik',
    "åäö ÅÄÖ §",
    "Lars [S] Max",
]
"""Shown letter for letter everywhere."""

HOSTILE = "Anna\x1b]0;namn\x07\x1b[2J\x9b31m\u202eekaB\u2066\x00"
"""What may not reach the terminal: escape sequences, controls, a bidi override."""
HOSTILE_SHOWN = "AnnaekaB"

LONG = "x" * 10_000


def screen_text(app: App[Any]) -> str:
    """All that stands on the screen now, line by line."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def toasts(app: App[Any]) -> list[str]:
    """The texts of the toasts that are shown."""
    return [toast._notification.message for toast in app.screen.query(Toast)]


async def until(pilot: Pilot[Any], condition: Callable[[], object], what: str = "") -> None:
    """Wait until something is so; it fails after some seconds."""
    for _ in range(500):
        if condition():
            return
        await pilot.pause(0.01)
    raise AssertionError(f"never happened: {what or condition}")


async def quiet(pilot: Pilot[Any], seconds: float = 0.12) -> None:
    """Let longer pass than a letter is held back, on the app's own clock, so that what should not happen could have."""
    done = asyncio.Event()
    pilot.app.set_timer(seconds, done.set)
    await done.wait()
    await pilot.pause()


def burst(app: App[Any], text: str) -> None:
    """Keys that arrive at once, as from a paste without brackets. `\\x1b` is Esc, a newline is Enter."""
    names = {"\x1b": "escape", "\n": "enter"}
    for character in text:
        app.post_message(events.Key(names.get(character, character), character))
