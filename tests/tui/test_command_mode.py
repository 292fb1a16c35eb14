"""Esc and one letter: a command when it stands alone, text when it does not."""

from __future__ import annotations

import pytest
from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import OptionList

from tests.tui.helpers import SIZES, burst, quiet, screen_text, toasts, until
from tui.dialogs.message import MessageDialog
from tui.face import FaceApp
from tui.keys import DEFAULT_KEYS, Command
from tui.widgets.command_mode import CommandMode
from tui.widgets.footer import KeyFooter
from tui.widgets.text_box import TextBox


class Meeting(Screen[None]):
    """As much of the meeting screen as the mode needs."""

    BINDINGS = DEFAULT_KEYS.bindings()
    AUTO_FOCUS = "TextBox"

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.command_mode: CommandMode = CommandMode(
            self, lambda: DEFAULT_KEYS.by_letter, self.show_mode, question=lambda c: f"{c.word}: yrkande av Eva [S]?"
        )

    def compose(self) -> ComposeResult:
        yield OptionList("ett", "två")
        yield TextBox()
        yield KeyFooter()

    def show_mode(self, text: str) -> None:
        self.query_one(KeyFooter).notice = text

    @property
    def mode(self) -> str:
        return str(self.command_mode.state)

    @property
    def box(self) -> TextBox:
        return self.query_one(TextBox)

    def action_recusal(self) -> None:
        self.done.append("jäv")
        self.app.push_screen(MessageDialog("Jäv", "…"))

    def action_motion(self) -> None:
        self.done.append("yrkande")

    def action_next_item(self) -> None:
        self.done.append("nästa")

    def action_undo(self) -> None:
        self.done.append("ångra")

    def on_key_footer_pressed(self, event: KeyFooter.Pressed) -> None:
        self.done.append(event.command.id)


class MeetingApp(FaceApp[None]):
    def get_default_screen(self) -> Screen[None]:
        return Meeting()

    @property
    def meeting(self) -> Meeting:
        found = self.screen_stack[0]
        assert isinstance(found, Meeting)
        return found


@pytest.mark.parametrize("size", SIZES)
async def test_esc_shows_the_mode_and_one_letter_acts_and_returns_to_the_text(size: tuple[int, int]) -> None:
    app = MeetingApp()
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.press("h", "e", "escape")
        assert app.meeting.mode == "armed"
        assert "KOMMANDO – tryck bokstav" in screen_text(app)
        assert "y Yrkande" in screen_text(app)
        await pilot.press("y")
        await until(pilot, lambda: app.meeting.done)
        assert app.meeting.done == ["yrkande"]
        assert app.meeting.mode == "off"
        await pilot.press("j")
        assert app.meeting.box.text == "hej"
        assert "F3 Yrkande" in screen_text(app)


@pytest.mark.usefixtures("in_a_burst")
async def test_a_burst_after_esc_is_text_in_order_and_never_a_command() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        burst(app, "\x1bjag yrkar bifall")
        await quiet(pilot)
        assert app.meeting.done == []
        assert app.meeting.box.text == "jag yrkar bifall"
        assert app.meeting.mode == "off"


@pytest.mark.usefixtures("in_a_burst")
async def test_a_burst_with_an_enter_does_not_open_the_next_item() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        burst(app, "\x1bn\nu\n")
        await quiet(pilot)
        assert app.meeting.done == []
        assert app.meeting.box.text == "n\nu\n"


@pytest.mark.usefixtures("in_a_burst")
async def test_a_burst_with_several_escapes_is_text() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        burst(app, "\x1bj\x1bab")
        await quiet(pilot)
        assert app.meeting.done == []
        assert app.meeting.box.text == "jab"


@pytest.mark.usefixtures("in_a_burst")
async def test_a_paste_takes_the_waiting_letter_along_and_goes_to_the_box() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        burst(app, "\x1bj")
        app.post_message(events.Paste("ustering\nden 3 mars"))
        await quiet(pilot)
        assert app.meeting.done == []
        assert app.meeting.box.text == "justering\nden 3 mars"


async def test_esc_and_a_letter_in_one_key_act_too() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Key("alt+y", "y"))
        await until(pilot, lambda: app.meeting.done)
        assert app.meeting.done == ["yrkande"]


@pytest.mark.usefixtures("in_a_burst")
async def test_esc_and_a_letter_in_one_key_are_text_in_a_burst() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Key("alt+j", "j"))
        burst(app, "ag")
        await quiet(pilot)
        assert app.meeting.done == []
        assert app.meeting.box.text == "jag"


async def test_next_and_undo_by_letter_ask_for_enter() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        for letter, done in (("n", "nästa"), ("u", "ångra"), ("å", "ångra")):
            app.meeting.done.clear()
            await pilot.press("escape", letter)
            await until(pilot, lambda: app.meeting.mode == "asking")
            assert "yrkande av Eva [S]? Enter = ja · Esc = nej" in screen_text(app)
            assert app.meeting.done == []
            await pilot.press("enter")
            await until(pilot, lambda: app.meeting.done)
            assert app.meeting.done == [done]
        await pilot.press("escape", "n")
        await until(pilot, lambda: app.meeting.mode == "asking")
        await pilot.press("escape")
        assert app.meeting.mode == "off"
        await quiet(pilot)
        assert app.meeting.done == ["ångra"]
        assert app.meeting.box.text == ""


async def test_a_letter_that_is_no_command_is_written_and_said() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("escape", "z")
        await pilot.pause()
        assert app.meeting.box.text == "z"
        assert "inget kommando" in toasts(app)[0]


async def test_a_function_key_ends_the_mode_and_acts() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "f3")
        assert app.meeting.done == ["yrkande"]
        assert app.meeting.mode == "off"


async def test_esc_outside_a_text_box_starts_no_mode_and_letters_do_nothing() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.meeting.query_one(OptionList).focus()
        await pilot.press("escape", "j")
        await quiet(pilot)
        assert app.meeting.done == []
        assert app.meeting.mode == "off"


async def test_the_keys_of_the_meeting_do_not_act_in_a_dialog_and_the_cursor_returns() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "j")
        await until(pilot, lambda: len(app.screen_stack) == 2)
        await pilot.press("f3", "f2", "ctrl+f")
        assert app.meeting.done == ["jäv"]
        await pilot.press("escape")
        assert app.focused is app.meeting.box


async def test_f6_and_f7_do_nothing_to_the_text() -> None:
    """`TextArea` selects everything with F7, and the next letter then replaces the whole note."""
    app = MeetingApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.meeting.box.show("viktig text")
        await pilot.press("f6", "f7", "x")
        assert app.meeting.box.text == "viktig textx"


async def test_a_word_in_the_footer_can_be_clicked() -> None:
    app = MeetingApp()
    async with app.run_test(size=(80, 24), tooltips=True) as pilot:
        footer = app.meeting.query_one(KeyFooter)
        word = next(w for w in footer.words() if w.command.id == "meeting.decision")
        await pilot.hover(KeyFooter, offset=(word.start + 1, 0))
        await pilot.click(KeyFooter, offset=(word.start + 1, 0))
        await pilot.pause()
        assert app.meeting.done == ["meeting.decision"]
        assert app.meeting.box.has_focus


@pytest.mark.parametrize(("width", "at_least"), [(60, 5), (80, 7), (120, 7)])
async def test_the_footer_keeps_the_help_and_fits(width: int, at_least: int) -> None:
    app = MeetingApp()
    async with app.run_test(size=(width, 24)):
        footer = app.meeting.query_one(KeyFooter)
        words = footer.words()
        assert len(words) >= at_least
        assert words[-1].command.id == "meeting.help"
        assert words[-1].end <= width


def test_a_command_says_what_it_is_called() -> None:
    command = Command(id="x.y", action="x", key="ctrl+o", word="X", title="X: y", tooltip="Z.")
    assert command.shown_key == "Ctrl+O"
