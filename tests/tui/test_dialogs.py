"""What all dialogs share, and the small ones."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from tests.tui.helpers import HOSTILE, LONG, SIZES, WORST, burst, quiet, screen_text, until
from tui.dialogs.base import Answer, Dialog
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.message import MessageDialog
from tui.face import FaceApp
from tui.widgets import command_mode
from tui.widgets.line_box import LineBox
from tui.widgets.name_picker import Choice
from tui.widgets.text_box import TextBox


class Form(Dialog[str]):
    """A form as others will make them."""

    AUTO_FOCUS = "#name"
    HELP_TEXT = "Skriv ett namn."

    def __init__(self, title: str = "Ny person", **kwargs: object) -> None:
        super().__init__(title, (Answer("save", "Spara", "ctrl+s"), Answer("close", "Avbryt", "escape")), **kwargs)  # type: ignore[arg-type]

    def body(self) -> Iterable[Widget]:
        yield LineBox(id="name")
        yield TextBox(id="note")

    def answer(self, id: str) -> None:
        if id == "close":
            self.action_step_back()
        elif not self.query_one(LineBox).value:
            self.show_error("Namnet saknas. [/]")
        else:
            self.dismiss(self.query_one(LineBox).value)


class Under(FaceApp[None]):
    """A box with the cursor in it, beneath the dialogs."""

    AUTO_FOCUS = "TextBox"

    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []

    def compose(self) -> ComposeResult:
        yield LineBox(id="first")
        yield TextBox(id="under")

    def ask(self, dialog: Screen[object]) -> None:
        self.push_screen(dialog, self.results.append)

    @property
    def shown(self) -> Screen[object]:
        return self.screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_safe_answer_has_the_focus_and_says_what_it_does(size: tuple[int, int]) -> None:
    app = Under()
    async with app.run_test(size=size) as pilot:
        app.ask(ConfirmDialog("Avsluta sammanträdet kl. 15.27?", "12 § är behandlade.", yes="Avsluta", no="Fortsätt"))  # type: ignore[arg-type]
        await pilot.pause()
        text = screen_text(app)
        assert "Avsluta sammanträdet kl. 15.27?" in text
        assert "Fortsätt (N)" in text
        assert "Avsluta (J)" in text
        await pilot.press("enter")
        assert app.results == [False]
        assert app.focused is app.query_one(TextBox)


async def test_a_letter_answers_when_it_comes_alone() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(ConfirmDialog("Avsluta?"))  # type: ignore[arg-type]
        await pilot.press("j")
        await until(pilot, lambda: app.results)
        assert app.results == [True]


@pytest.mark.usefixtures("in_a_burst")
async def test_somebody_who_goes_on_writing_when_a_question_comes_answers_nothing() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(ConfirmDialog("Avsluta?"))  # type: ignore[arg-type]
        await pilot.pause()
        burst(app, "jaha")
        app.post_message(events.Paste("j"))
        await quiet(pilot)
        assert app.results == []


async def test_esc_leaves_a_question_with_the_safe_answer() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(ConfirmDialog("Avsluta?"))  # type: ignore[arg-type]
        await pilot.press("escape")
        assert app.results == [None]


@pytest.mark.parametrize("size", SIZES)
async def test_esc_closes_an_untouched_form_at_once(size: tuple[int, int]) -> None:
    app = Under()
    async with app.run_test(size=size) as pilot:
        app.ask(Form())  # type: ignore[arg-type]
        await pilot.press("escape")
        assert app.results == [None]
        assert app.focused is app.query_one("#under")


@pytest.mark.parametrize("size", SIZES)
async def test_esc_never_throws_text_away(size: tuple[int, int]) -> None:
    app = Under()
    async with app.run_test(size=size) as pilot:
        form = Form()
        app.ask(form)  # type: ignore[arg-type]
        await pilot.press("E", "v", "a", "escape")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        assert "Kasta texten?" in screen_text(app)
        await pilot.press("enter")  # the safe answer
        await until(pilot, lambda: app.screen is form)
        assert form.query_one(LineBox).value == "Eva"
        assert app.focused is form.query_one(LineBox)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog))
        await pilot.press("j")
        await until(pilot, lambda: app.results)
        assert app.results == [None]


async def test_a_form_whose_text_is_kept_closes_and_gets_it_back() -> None:
    app = Under()
    kept: list[dict[str, str]] = []
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Form(keep_draft=kept.append))  # type: ignore[arg-type]
        await pilot.press("E", "v", "a", "tab", "x", "escape")
        assert app.results == [None]
        assert kept == [{"name": "Eva", "note": "x"}]
        again = Form(draft=kept[0], keep_draft=kept.append)
        app.ask(again)  # type: ignore[arg-type]
        await pilot.pause()
        assert again.draft == {"name": "Eva", "note": "x"}
        await pilot.press("escape")
        assert kept[-1] == {"name": "Eva", "note": "x"}


async def test_an_error_stands_by_the_buttons_and_what_was_typed_stays() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        form = Form()
        app.ask(form)  # type: ignore[arg-type]
        await pilot.press("tab", "n", "o", "t", "ctrl+s")
        assert "Namnet saknas. [/]" in screen_text(app)
        assert form.query_one(TextBox).text == "not"
        await pilot.press("shift+tab", "E", "ctrl+s")
        assert app.results == ["E"]


async def test_f1_shows_the_help_of_the_dialog() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Form())  # type: ignore[arg-type]
        await pilot.press("f1")
        await pilot.pause()
        assert "Skriv ett namn." in screen_text(app)
        await pilot.press("f1", "escape")
        assert isinstance(app.screen, Form)


async def test_a_message_stays_and_scrolls() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(MessageDialog("Kunde inte skriva filen", "\n".join(f"rad {n}" for n in range(60))))  # type: ignore[arg-type]
        await pilot.pause()
        assert "rad 3" in screen_text(app)
        assert "Stäng" in screen_text(app)
        await pilot.press(*["pagedown"] * 6)
        await pilot.pause()
        assert "rad 59" in screen_text(app)
        await pilot.press("enter")
        assert app.results == [None]


async def test_choosing_from_a_list_by_typing() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(ChooseDialog("Gå till §", [Choice("4", "§ 4 Internbudget"), Choice("5", "§ 5 Målkort", "beslutad")]))  # type: ignore[arg-type]
        await pilot.press(*"mal", "enter")
        assert app.results == ["5"]
        app.ask(ChooseDialog("Gå till §", [Choice("4", "§ 4 Internbudget")]))  # type: ignore[arg-type]
        await pilot.press("x", "enter")
        await pilot.pause()
        assert "Inget passar." in screen_text(app)
        await pilot.press("escape")
        assert app.results == ["5", None]


@pytest.mark.parametrize("text", WORST)
async def test_worst_strings_stand_letter_for_letter_in_dialogs(text: str) -> None:
    app = Under()
    async with app.run_test(size=(80, 24), tooltips=True, notifications=True) as pilot:
        dialogs: list[Dialog[bool] | Dialog[None] | Dialog[str]] = [
            ConfirmDialog(text, text, yes=text, no="Nej"),
            MessageDialog(text, text),
            ChooseDialog(text, [Choice("1", text, text)], detail=text, placeholder=text),
            Form(text),
        ]
        for dialog, times in zip(dialogs, (3, 2, 5, 1), strict=True):
            app.push_screen(dialog)
            await pilot.pause()
            assert screen_text(app).count(text) == times, type(dialog).__name__
            dialog.show_error(text)
            await pilot.pause()
            assert screen_text(app).count(text) == times + 1
            app.pop_screen()
            await pilot.pause()


async def test_no_escape_from_what_people_wrote_reaches_the_screen() -> None:
    app = Under()
    async with app.run_test(size=(80, 24)) as pilot:
        for dialog in (ConfirmDialog(HOSTILE, LONG), MessageDialog(HOSTILE, HOSTILE), ChooseDialog(HOSTILE, [Choice("1", HOSTILE)])):
            app.push_screen(dialog)
            await pilot.pause()
            assert not set(screen_text(app)) & set("\x1b\x9b\u202e\u2066\x07")
            app.pop_screen()
            await pilot.pause()


@pytest.mark.parametrize("size", [(60, 20), *SIZES])
async def test_the_buttons_are_on_the_screen_however_long_the_text(size: tuple[int, int]) -> None:
    app = Under()
    async with app.run_test(size=size) as pilot:
        app.ask(ConfirmDialog("Ta bort?", LONG, yes="Ta bort", no="Behåll"))  # type: ignore[arg-type]
        await pilot.pause()
        assert "Behåll (N)" in screen_text(app)


# Fast hands


async def test_keys_typed_before_the_dialog_is_there_land_in_its_first_field() -> None:
    app = Under()
    async with app.run_test() as pilot:
        await pilot.pause()
        app.ask(Form())  # type: ignore[arg-type]
        burst(app, "Eva")
        await until(pilot, lambda: [box.value for box in app.screen.query("#name").results(LineBox)] == ["Eva"], "all three letters")
        assert app.query_one("#under", TextBox).text == ""


async def test_text_in_a_field_that_was_left_is_not_forgotten_by_escape() -> None:
    app = Under()
    async with app.run_test() as pilot:
        app.ask(Form())  # type: ignore[arg-type]
        await pilot.pause()
        await pilot.press("E", "v", "a", "tab", "escape")
        await pilot.pause()
        assert isinstance(app.screen, ConfirmDialog)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Form)
        assert app.screen.query_one(LineBox).value == "Eva"


@pytest.mark.usefixtures("habit")
async def test_two_enters_at_once_close_one_dialog_and_write_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Under()
    async with app.run_test() as pilot:
        app.query_one("#under", TextBox).focus()
        await pilot.pause()
        app.ask(MessageDialog("Klart", "Allt gick bra."))  # type: ignore[arg-type]
        await pilot.pause()
        burst(app, "\n\n")
        await quiet(pilot)
        assert app.results == [None]
        assert app.screen_stack == [app.shown]
        assert app.query_one("#under", TextBox).text == ""
        monkeypatch.setattr(command_mode, "TWICE", 0.0)  # so much later
        await pilot.press("enter")
        assert app.query_one("#under", TextBox).text == "\n", "a line break that was meant is one"
