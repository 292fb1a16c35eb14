"""A meeting that nobody touches. Half a day of it, second by second, is `python -m bench hours`."""

from __future__ import annotations

import gc

from tests.tui.desk import Desk, desk


async def _goes_by(d: Desk, hours: int) -> int:
    """How many things are alive when so many hours have gone, minute by minute."""
    for _ in range(hours):
        for _ in range(60):
            d.session.hand.forward(1)
            d.screen._tick()
        await d.pilot.pause()
    gc.collect()
    return len(gc.get_objects())


async def test_an_hour_that_goes_by_leaves_nothing_behind():
    async with desk(size=(120, 40)) as d:
        await d.press("f2")
        before = await _goes_by(d, 1)
        kept = await _goes_by(d, 2) - before
        assert f"{d.session.clock():%H.%M}" in d.seen
        assert kept < 30, f"{kept} things more after 120 minutes"
