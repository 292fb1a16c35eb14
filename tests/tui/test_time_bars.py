"""Planned against actual as bars, and speakers below."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sessions import events as ev
from tests.tui.desk import desk
from tests.tui.host import SIZES, running, shown, table
from tests.tui.test_chair import room
from tui.screens.time_bars import TimeBarsScreen, bar, bars


def test_a_bar_is_drawn_in_eighths_and_never_vanishes() -> None:
    ten = timedelta(minutes=10)
    assert bar(ten, ten, 8) == "█" * 8
    assert bar(ten / 2, ten, 8) == "█" * 4
    assert bar(ten / 64, ten, 8) == "▏"
    assert bar(timedelta(seconds=1), ten, 8) == "▏"
    assert bar(timedelta(), ten, 8) == bar(ten, timedelta(), 8) == ""


@pytest.mark.parametrize("size", SIZES)
async def test_every_paragraph_has_its_plan_and_what_happened(size: tuple[int, int]) -> None:
    t = room()
    t.do(ev.SpeakerStarted(at=t.clock(), person="eva-sjo"))
    t.hand.forward(22)
    async with running(lambda: TimeBarsScreen(t.shown, t.clock()), size) as pilot:
        await pilot.pause()
        seen = shown(pilot)
        assert "Handläggning 30 min · planerat 25 min" in seen
        lines = [line.strip("│ ") for line in seen.splitlines()]
        at = next(n for n, line in enumerate(lines) if line.startswith("§ 84"))
        plan, actual = lines[at].count("█"), lines[at + 1].count("█")
        assert "15 min" in lines[at]
        assert "22 min +" in lines[at + 1]
        assert actual > plan
        assert any(line.startswith("Eva Sjö (S) ×1") and line.endswith("22.00") for line in lines)
        await pilot.press("escape")
        assert pilot.app.result is None


def test_nothing_handled_yet_is_said() -> None:
    made = table(item="")
    assert bars(made.ahead, made.clock(), 60).plain == "Inget ärende har behandlats än."


async def test_it_is_reached_from_the_palette() -> None:
    async with desk() as d:
        await d.press("f2")
        titles = [c.title for c in d.screen.palette_commands()]
        assert "Tider: plan och utfall" in titles
        assert "Tider: kopiera nya tider" in titles
        d.screen.action_time_bars()
        await d.pilot.pause()
        assert "Tid: plan och utfall" in d.seen
