"""The keys are tried one by one: on the first start in a few lines that are in nobody's way, and in `Prova tangenterna`."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.events import MeetingOpened
from tests.tui.host import SIZES, Clock, running, shown
from tests.tui.test_start import LUDVIKA, session_of, settled
from tui.app import KlubbanApp
from tui.cli import main
from tui.key_check import KeyCheck
from tui.key_test_app import KeyTestApp
from tui.keys import DEFAULT_KEYS, load_keys
from tui.screens.help import HelpScreen
from tui.screens.key_test import KeyTestScreen
from tui.screens.start import StartScreen
from tui.settings import Settings, load_settings, save_settings
from tui.widgets.key_checklist import KeyChecklist


def test_a_key_that_was_passed_over_did_not_arrive_and_may_still_come() -> None:
    check = KeyCheck(DEFAULT_KEYS)
    states = {c.shown_key: c for c in check.commands}
    assert [*states][:3] == ["F1", "F2", "F3"]
    assert "Ctrl+O" in states
    assert check.state(states["F1"]) == "next"
    assert check.press("f2")
    assert not check.press("x")
    assert [check.state(states[k]) for k in ("F1", "F2", "F3", "F4")] == ["missed", "arrived", "next", "waiting"]
    assert check.press("f1")
    assert check.missed == ()
    assert all(check.press(c.key) for c in check.commands)
    assert check.done


def test_it_tries_the_keys_that_hold_for_this_person(tmp_path: Path) -> None:
    own = tmp_path / "tangenter.toml"
    own.write_text('[tangenter]\nbeslut = "shift+f6"\n', encoding="utf-8")
    table, faults = load_keys(own)
    assert faults == []
    keys = [c.shown_key for c in KeyCheck(table).commands]
    assert "Shift+F6" in keys
    assert "F5" not in keys


@pytest.mark.parametrize("size", SIZES)
async def test_on_the_first_start_the_keys_are_ticked_off_and_one_key_ends_it_for_good(size: tuple[int, int], tmp_path: Path) -> None:
    app = KlubbanApp(clock=Clock(), folder=tmp_path, try_keys=True)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        assert "Esc hoppar över" in shown(pilot)
        assert "▸\u00a0F1" in shown(pilot)
        assert "Ny dagordning" in shown(pilot), "the list is there all the while"
        await pilot.press("f1")
        await settled(pilot)
        assert isinstance(app.screen, HelpScreen), "what comes does what it does"
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("f2", "f3", "f5", "ctrl+o")
        await settled(pilot)
        for said in ("✓\u00a0F1", "✓\u00a0F3", "✗\u00a0F4", "✓\u00a0F5", "✓\u00a0O", "▸\u00a0K", "F4 = Esc, j"):
            assert said in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, StartScreen)
        assert not app.screen.query(KeyChecklist)
        assert load_settings()[0].keys_tried
        await pilot.press("escape")
        await pilot.pause()
        assert "Avsluta Klubban?" in shown(pilot)
    save_settings(Settings())
    session_of(LUDVIKA, MeetingOpened)
    busy = KlubbanApp(clock=Clock(), folder=tmp_path, try_keys=True)
    async with busy.run_test(size=size) as pilot:
        await settled(pilot)
        assert "Fortsätt sammanträdet?" in shown(pilot)
        assert not busy.screen.query(KeyChecklist), "whoever has a meeting to go on with has no time for it"
    save_settings(Settings(keys_tried=True))
    again = KlubbanApp(clock=Clock(), folder=tmp_path, try_keys=True)
    async with again.run_test(size=size) as pilot:
        await settled(pilot)
        assert not again.screen.query(KeyChecklist)


async def test_whoever_does_something_else_is_not_asked_again_and_a_full_disk_asks_once_more(tmp_path: Path, own_home: Path) -> None:
    app = KlubbanApp(clock=Clock(), folder=tmp_path, try_keys=True)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await settled(pilot)
        assert app.screen.query(KeyChecklist)
        own_home.write_text("")  # a file where the folder should be
        await pilot.press("t")
        await settled(pilot)
        assert isinstance(app.screen, KeyTestScreen)
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert isinstance(app.screen, StartScreen)
        assert not app.screen.query(KeyChecklist)
        assert not app._notifications


async def test_the_test_of_the_keys_ticks_them_off_and_the_palette_reaches_it(tmp_path: Path) -> None:
    async with running(KeyTestScreen, (80, 24)) as pilot:
        await pilot.press("f1", "f3", "f4")
        await pilot.pause()
        for said in ("✓\u00a0F1", "✗\u00a0F2", "✓\u00a0F4", "▸\u00a0F5", "I stället: F2 = Esc, n"):
            assert said in shown(pilot)
    app = KlubbanApp(clock=Clock(), folder=tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p", *"prova", "enter")
        await settled(pilot)
        assert isinstance(app.screen, KeyTestScreen)


async def test_the_command_shows_the_test_alone_and_says_so_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    app = KeyTestApp(DEFAULT_KEYS)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, KeyTestScreen)
        await pilot.press("escape", "escape")
        await pilot.pause()
    assert app.return_code == 0
    assert main(["tangenter", "--prova"]) == 2
    assert "behöver en terminal" in capsys.readouterr().err
