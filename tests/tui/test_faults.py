"""A fault of our own never ends the meeting, never shows what people said, and never loops."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import pytest
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Static

from tests.tui.helpers import toasts, until
from tui.dialogs.base import Answer, Dialog
from tui.face import FaceApp
from tui.faults import STUCK
from tui.widgets.line_box import LineBox


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


async def test_a_part_that_cannot_be_painted_is_hidden_and_the_rest_goes_on(own_home: Path) -> None:
    app = Faulty()
    Broken.tries = 0
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        broken = app.query_one(Broken)
        broken.broken = True
        for _ in range(30):
            app.call_later(broken.refresh, layout=True)
            await pilot.pause()
        await pilot.press("a", "f4")
        assert app.query_one(LineBox).value == "a"
        assert app.worked == 1
        assert not broken.display
    assert 5 <= Broken.tries < 60
    assert (own_home / "klubban.log").read_text(encoding="utf-8").count("Traceback") == 1


class Bad(Dialog[bool]):
    """A dialog with a fault in one place."""

    def __init__(self, where: str) -> None:
        super().__init__("Fel", (Answer("close", "Stäng"),))
        self.where = where

    def body(self) -> Iterable[Widget]:
        if self.where == "compose":
            raise RuntimeError(self.where)
        yield BadPart(self.where)

    def on_mount(self) -> None:
        if self.where == "mount":
            raise RuntimeError(self.where)
        super().on_mount()

    def answer(self, id: str) -> None:
        self.dismiss(None)

    def action_step_back(self) -> None:
        if self.where == "esc":
            raise RuntimeError(self.where)
        super().action_step_back()


class BadPart(Static):
    """A part with a fault in one place."""

    value: reactive[int] = reactive(0)

    def __init__(self, where: str) -> None:
        super().__init__("del")
        self.where = where

    def _fail(self, where: str) -> None:
        if self.where == where:
            raise RuntimeError(where)

    def compose(self) -> ComposeResult:
        self._fail("part compose")
        return iter(())

    def on_mount(self) -> None:
        self._fail("part mount")
        self.value = 1

    def on_unmount(self) -> None:
        self._fail("unmount")

    def watch_value(self) -> None:
        self._fail("watch")

    def render(self) -> str:
        self._fail("render")
        return "del"

    def render_line(self, y: int) -> Strip:
        self._fail("line")
        return super().render_line(y)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        self._fail("layout")
        return 3


async def test_a_fault_anywhere_in_a_dialog_leaves_a_way_back_to_the_text() -> None:
    app = Faulty()
    places = ("compose", "mount", "esc", "part compose", "part mount", "unmount", "watch", "render", "line", "layout")
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for where in places:
            app.push_screen(Bad(where))
            await pilot.pause()
            for _ in range(STUCK + 1):
                if len(app.screen_stack) > 1:
                    await pilot.press("escape")
                    await pilot.pause(0.05)
            await until(pilot, lambda: len(app.screen_stack) == 1, where)
            await pilot.press("f4")
        assert app.worked == len(places)
        await pilot.press("a")
        assert app.query_one(LineBox).value == "a"
        log = app.log_file.read_text(encoding="utf-8")
    assert log.count("\nRuntimeError\n") >= 4
    assert all(f" {function}\n" in log for function in ("compose", "on_mount", "_fail")), log


async def test_a_fault_in_the_last_things_to_do_keeps_nobody_from_leaving() -> None:
    app = Faulty()

    def fail() -> None:
        raise RuntimeError("sist")

    app.before_the_end = fail  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        app.exit()
        await pilot.pause()
    assert app._exit
    assert " fail\n" in app.log_file.read_text(encoding="utf-8")


async def test_no_name_and_no_secret_word_is_in_the_log_wherever_the_fault_is(own_home: Path) -> None:
    said = ("Åsa Hemlig", "26 kap. hemligord", "anteckning om Kurt")

    class Leaky(Faulty):
        def action_fail(self) -> None:
            who = said[0]
            try:
                raise KeyError(who)
            except KeyError as fault:
                raise ValueError(f"{who} finns inte: {said[1]}") from fault

        def on_input_submitted(self, event: Input.Submitted) -> None:
            raise ExceptionGroup(said[2], [LookupError(said[0]), UnicodeError(event.value)])

        @work(thread=True)
        def in_a_worker(self) -> None:
            raise OSError(2, said[1], f"/hem/{said[0]}/x.klubban")

    app = Leaky()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.query_one(LineBox).value = said[2]
        await pilot.press("f3", "enter")
        app.in_a_worker()
        app.call_later(lambda: int(said[1]))
        await pilot.pause(0.2)
        assert not any(word in toast for toast in toasts(app) for word in said)
    log = (own_home / "klubban.log").read_text(encoding="utf-8")
    for kind in ("ValueError", "KeyError", "ExceptionGroup", "LookupError", "UnicodeError", "FileNotFoundError"):
        assert kind in log, kind
    for word in ("Åsa", "Hemlig", "hemligord", "Kurt"):
        assert word not in log
    assert {path.stat().st_mode & 0o077 for path in (own_home, own_home / "klubban.log")} == {0}


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
