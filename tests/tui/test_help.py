"""The help, its choice of looks, and the test of the keys."""

from __future__ import annotations

import pytest

from tests.tui.host import SIZES, WORST, running, shown
from tui.keys import COMMANDS, DEFAULT_KEYS
from tui.screens.help import HelpFile, HelpScreen
from tui.screens.key_test import KeyCatcher, KeyTestScreen, meaning
from tui.settings import load_settings


@pytest.mark.parametrize("size", SIZES)
async def test_every_key_of_the_table_stands_in_the_help(size):
    files = (HelpFile("Sammanträdet", "/hem/[/]/ks.klubban"),)
    async with running(lambda: HelpScreen(files=files, about="Hjälp om [rutan]"), size) as pilot:
        rows = [str(w.visual) for w in pilot.app.screen.query("#help-text Static").results()]
        text = "\n".join(rows)
        for command in COMMANDS:
            assert command.tooltip in text
            assert command.shown_key in text
        assert "/hem/[/]/ks.klubban" in text
        assert "Hjälp om [rutan]" in text
        assert "Hjälp om [rutan]" in shown(pilot)


async def test_the_help_can_be_read_to_its_end_with_the_arrows():
    async with running(HelpScreen, (80, 24)) as pilot:
        assert "Fellogg" not in shown(pilot)
        await pilot.press("end")
        await pilot.pause(0.5)
        assert "Fellogg" in shown(pilot)


async def test_the_looks_are_changed_at_once_and_remembered():
    async with running(HelpScreen) as pilot:
        await pilot.press("l")
        assert pilot.app.theme == "klubban-ljus"
        assert load_settings()[0].theme == "klubban-ljus"
        await pilot.press("k")
        assert load_settings()[0].theme == "klubban-kontrast"


async def test_looks_that_cannot_be_remembered_hold_for_now(own_home):
    own_home.write_text("")  # a file where the folder should be
    async with running(HelpScreen) as pilot:
        await pilot.press("l")
        await pilot.pause()
        assert pilot.app.theme == "klubban-ljus"
        assert "kunde inte sparas" in " ".join(n.message for n in pilot.app._notifications)


async def test_f1_and_esc_close_the_help():
    for key in ("f1", "escape"):
        async with running(HelpScreen) as pilot:
            await pilot.press(key)
            await pilot.pause()
            assert pilot.app.result is None


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_that_arrives_is_named_and_does_nothing(size):
    async with running(KeyTestScreen, size) as pilot:
        for key, name, what in (
            ("f5", "F5", "Beslut: för in"),
            ("ctrl+t", "Ctrl+T", "Sammanträde: ajournera"),
            ("tab", "Tab", "Nästa fält"),
            ("y", "y", "Efter Esc: Yrkande"),
            ("å", "å", "Efter Esc: Ångra"),
            ("alt+b", "Esc b", "Beslut: för in"),
            ("f11", "F11", "Ingenting"),
        ):
            await pilot.press(key)
            shown_key, meant = pilot.app.screen.query_one(KeyCatcher).newest
            assert shown_key == name
            assert what in meant
            assert f"▶ {name}" in shown(pilot)


async def test_esc_and_a_letter_is_shown_as_one_and_esc_twice_leaves():
    async with running(KeyTestScreen) as pilot:
        await pilot.press("escape", "b")
        assert pilot.app.screen.query_one(KeyCatcher).newest == ("Esc b", "Beslut: för in")
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert pilot.app.result is None


async def test_more_keys_than_rows_keep_the_newest():
    async with running(KeyTestScreen) as pilot:
        await pilot.press(*"abcdefghijklmnopqrstuvxyz" * 2)
        assert "▶ z" in shown(pilot)


def test_a_character_that_nobody_bound_is_text():
    assert meaning("½", "½", DEFAULT_KEYS).startswith("Text")
    assert all(meaning(text[0], text[0], DEFAULT_KEYS) for text in WORST)
