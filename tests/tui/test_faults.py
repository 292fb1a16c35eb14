"""A fault of our own never ends the meeting, never shows what people said, and never loops."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, Static

from tests.tui.helpers import toasts, until
from tui.face import FaceApp
from tui.widgets.text_box import LineBox


class Broken(Static):
    """Cannot be painted when it is told so."""

    broken = False
    tries = 0

    def render(self) -> str:
        if self.broken:
            Broken.tries += 1
            raise RuntimeError("målning")
        return "hel"


class Faulty(FaceApp[None]):
    tolerant: bool | None = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("f3", "fail", "Fel", priority=True), Binding("f4", "work", "Hel", priority=True)]

    def __init__(self) -> None:
        super().__init__()
        self.worked = 0

    def compose(self) -> ComposeResult:
        yield LineBox()
        yield Broken()

    def action_fail(self) -> None:
        who = "Åsa Hemlig"  # a local variable, as a traceback with locals would show
        raise ValueError(len(who))

    def action_work(self) -> None:
        self.worked += 1

    def on_input_submitted(self, event: Input.Submitted) -> None:
        raise KeyError("handler")

    @work
    async def in_a_worker(self) -> None:
        raise LookupError("arbetare")


async def test_a_fault_in_an_act_is_said_and_logged_and_the_next_act_works(own_home: Path) -> None:
    app = Faulty()
    app.clock = lambda: datetime(2026, 3, 17, 13, 57, tzinfo=UTC)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f4", "f3", "f4")
        await pilot.pause()
        assert app.worked == 2
        assert len(toasts(app)) == 1
        assert "sammanträdet går vidare" in toasts(app)[0]
    log = (own_home / "klubban.log").read_text(encoding="utf-8")
    assert "2026-03-17T13:57" in log
    assert "action work · action fail" in log
    assert "ValueError" in log
    assert "Åsa Hemlig" not in log.replace('who = "Åsa Hemlig"', "")
    assert (own_home / "klubban.log").stat().st_mode & 0o077 == 0


async def test_a_fault_in_a_handler_a_timer_and_a_worker_leaves_no_widget_deaf() -> None:
    app = Faulty()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("a", "enter", "b")
        app.set_timer(0.001, lambda: 1 / 0)
        app.in_a_worker()
        app.call_later(lambda: [][1])
        await until(pilot, lambda: len(toasts(app)) == 4)
        await pilot.press("c", "f4")
        assert app.query_one(LineBox).value == "abc"
        assert app.worked == 1


async def test_the_same_fault_again_is_not_said_again() -> None:
    app = Faulty()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f3", "f3", "f3", "f4")
        await pilot.pause()
        assert app.worked == 1
        assert len(toasts(app)) == 1


async def test_a_screen_that_cannot_be_painted_does_not_loop_for_ever(capsys: pytest.CaptureFixture[str], own_home: Path) -> None:
    app = Faulty()
    Broken.tries = 0
    with pytest.raises(RuntimeError):  # noqa: PT012
        async with app.run_test(size=(80, 24), notifications=True) as pilot:
            broken = app.query_one(Broken)
            broken.broken = True
            for _ in range(100):
                broken.refresh(layout=True)
                await pilot.pause()
                if app._exception is not None:
                    break
    assert Broken.tries < 200
    assert (own_home / "klubban.log").read_text(encoding="utf-8").count("Traceback") == 1


async def test_the_end_shows_no_traceback_and_nothing_that_was_said(capsys: pytest.CaptureFixture[str]) -> None:
    app = Faulty()
    app.tolerant = False
    with pytest.raises(ValueError, match="10"):  # noqa: PT012
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f3")
            await pilot.pause()
    told = capsys.readouterr().err
    assert "Klubban stannade" in told
    assert "Åsa" not in told
    assert "Traceback" not in told


async def test_under_test_a_fault_is_fatal_unless_the_test_says_otherwise() -> None:
    app = Faulty()
    app.tolerant = None
    with pytest.raises(ValueError, match="10"):
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("f3")
