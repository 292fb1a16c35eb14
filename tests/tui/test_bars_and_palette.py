"""The top line, the palette, and what the framework would have said in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tests.tui.helpers import HOSTILE, LONG, SIZES, WORST, screen_text, toasts, until
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.message import MessageDialog
from tui.face import FaceApp
from tui.keys import DEFAULT_KEYS
from tui.palette import PaletteCommand
from tui.widgets.footer import KeyFooter
from tui.widgets.name_picker import Choice, find
from tui.widgets.status_bar import StatusBar
from tui.widgets.text_box import TextBox


class Bars(Screen[None]):
    BINDINGS = DEFAULT_KEYS.bindings()
    AUTO_FOCUS = "TextBox"

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def compose(self) -> ComposeResult:
        yield StatusBar()
        yield TextBox()
        yield KeyFooter()

    def action_recusal(self) -> None:
        self.done.append("jäv")

    def palette_commands(self) -> Iterable[PaletteCommand]:
        yield PaletteCommand("Export: skriv protokoll [S]", lambda: self.done.append("export"), "word markdown")


class BarsApp(FaceApp[None]):
    def get_default_screen(self) -> Screen[None]:
        return Bars()

    @property
    def bars(self) -> Bars:
        found = self.screen_stack[0]
        assert isinstance(found, Bars)
        return found

    @property
    def bar(self) -> StatusBar:
        return self.bars.query_one(StatusBar)


@pytest.mark.parametrize("size", SIZES)
async def test_the_top_line_says_all_in_one_line(size: tuple[int, int]) -> None:
    app = BarsApp()
    async with app.run_test(size=size) as pilot:
        bar = app.bar
        bar.body, bar.clock, bar.presence, bar.findings, bar.saved = "VON arbetsutskott", "13.57", "4 av 5 · beslutfört", 2, "saved"
        await pilot.pause()
        top = screen_text(app).splitlines()[0]
        for part in ("VON arbetsutskott", "13.57", "4 av 5 · beslutfört", "2 att se", "sparat ✓"):
            assert part in top
        bar.saved, bar.findings, bar.quorate = "not saved", 0, False
        await pilot.pause()
        top = screen_text(app).splitlines()[0]
        assert "⚠ EJ SPARAT" in top
        assert "att se" not in top


async def test_the_clock_repaints_itself_alone() -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.bar.body, app.bar.clock = "Nämnden", "13.57"
        await pilot.pause()
        painted: list[str] = []
        for part in app.bar.children:
            # What Textual calls when a widget must be drawn anew; lines drawn before are taken from its cache.
            draw = part._render_content

            def spy(part: Widget = part, draw: Callable[[], None] = draw) -> None:
                painted.append(part.id or "")
                draw()

            part._render_content = spy  # type: ignore[method-assign]
        app.bar.clock = "13.58"
        await pilot.pause()
        assert set(painted) == {"clock"}
        painted.clear()
        app.bar.clock = "13.58"
        await pilot.pause()
        assert painted == []


@pytest.mark.parametrize("text", [*WORST, LONG, HOSTILE, ""])
async def test_worst_strings_in_the_bars(text: str) -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 24), tooltips=True) as pilot:
        app.bar.body = text
        app.bar.saved = "saved"
        app.bars.query_one(KeyFooter).notice = text[:30]
        await pilot.pause()
        lines = screen_text(app).splitlines()
        if text in WORST:
            assert text in lines[0]
            assert text in lines[-1]
        assert "sparat ✓" in lines[0]
        assert not set(screen_text(app)) & set("\x1b\x9b\u202e")


@pytest.mark.parametrize("size", SIZES)
async def test_the_palette_finds_jav_without_dots_and_runs_it(size: tuple[int, int]) -> None:
    app = BarsApp()
    async with app.run_test(size=size) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, ChooseDialog))
        await pilot.pause()
        assert "Export: skriv protokoll [S]" in screen_text(app)
        assert "F4" in screen_text(app)
        assert "Votering" not in screen_text(app)  # this screen has no such act
        await pilot.press(*"jav", "enter")
        await until(pilot, lambda: app.bars.done)
        assert app.bars.done == ["jäv"]
        assert app.focused is app.bars.query_one(TextBox)
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, ChooseDialog))
        await pilot.press(*"markdown", "enter")
        await until(pilot, lambda: len(app.bars.done) == 2)
        assert app.bars.done == ["jäv", "export"]


async def test_the_palette_and_quitting_do_not_open_over_a_dialog() -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.push_screen(MessageDialog("Titel", "Text"))
        await pilot.press("ctrl+p", "ctrl+q")
        await pilot.pause()
        assert len(app.screen_stack) == 2
        assert toasts(app) == ["Stäng dialogen först (Esc)."]


async def test_ctrl_q_asks_and_the_safe_answer_stays() -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+q")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, ConfirmDialog))
        assert app.is_running
        assert app.focused is app.bars.query_one(TextBox)


async def test_the_framework_offers_nothing_in_english() -> None:
    app = BarsApp()
    async with app.run_test(size=(80, 24)):
        assert list(app.get_system_commands(app.screen)) == []
        described = [active.binding.description for active in app.screen.active_bindings.values()]
        assert not [text for text in described if text in {"Quit", "palette", "Help"} or "Delete" in text or "Cursor" in text]


def test_a_command_that_is_named_comes_before_one_that_only_mentions_the_word() -> None:
    undo = Choice("undo", "Ångra: ta tillbaka det senaste", "Ctrl+Z", "Ångra Tar tillbaka det senaste, efter att ha sagt vad.")
    after = Choice("after", "Efter sammanträdet: justering, anslag, expediering", "", "rättelse")
    assert [choice.id for choice in find("efter", (undo, after))] == ["after", "undo"]
    assert [choice.id for choice in find("ångra", (undo, after))] == ["undo"]
