"""A megabyte pasted into the text box of the meeting: until it is there, and what the next key costs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass

from textual import events

from tests.tui.desk import desk

PASTES = {
    "ett ord": "a" * 1_000_000,
    "ord på en rad": "ord och mening " * 66_000,
    "250 000 rader": "rad\n" * 250_000,
}


@dataclass(frozen=True)
class Cost:
    """In seconds."""

    until_there: float
    next_key: float


def paste(tell: Callable[[str], None]) -> dict[str, Cost]:
    """Paste each of them into a box of its own. Raises `AssertionError` when a letter is lost."""
    costs = {}
    for name, text in PASTES.items():
        costs[name] = cost = asyncio.run(_pasted(text))
        tell(f"| {name} | {cost.until_there:.1f} | {cost.next_key:.2f} |")
    return costs


async def _pasted(text: str) -> Cost:
    async with desk() as d:
        await d.press("f2")
        box = d.screen.editor.protocol
        began = time.perf_counter()
        d.pilot.app.post_message(events.Paste(text))
        while len(box.text) < len(text) - 1:
            await d.pilot.pause(0.01)
        await d.pilot.pause()
        there = time.perf_counter() - began
        assert box.text.replace("\n", "").replace(" ", "") == text.replace("\n", "").replace(" ", ""), "letters are lost"
        began = time.perf_counter()
        await d.press("x")
        return Cost(there, time.perf_counter() - began)
