"""The boxes that people write in."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.widgets import Button

from tests.tui.helpers import HOSTILE, HOSTILE_SHOWN, LONG, SIZES, WORST, burst, screen_text, toasts, until
from tui.face import FaceApp
from tui.paste import LONGEST_LINE
from tui.widgets.line_box import LineBox
from tui.widgets.name_completion import complete
from tui.widgets.text_box import TextBox
from tui.widgets.wrapped_line import WrappedLine

PEOPLE = [("Åke Sjöberg (S)", False), ("Eva Sjö (S)", True), ("Eva-Lena Ek (M)", True), ("Bo Öst (KD)", True), ("Bo Östlund (V)", False)]
SHORT = {"fnt": "Föredragning av …", "mvh": "rad ett\nrad två"}


class Boxes(FaceApp[None]):
    AUTO_FOCUS = "TextBox"

    def __init__(self, placeholder: str = "") -> None:
        super().__init__()
        self.told: list[Message] = []
        self.placeholder_text = placeholder

    def compose(self) -> ComposeResult:
        yield TextBox(candidates=lambda: PEOPLE, abbreviations=SHORT, placeholder=self.placeholder_text, tooltip=self.placeholder_text)
        yield LineBox(placeholder=self.placeholder_text, tooltip=self.placeholder_text)
        yield Button("Vidare")

    @property
    def box(self) -> TextBox:
        return self.query_one(TextBox)

    @property
    def line(self) -> LineBox:
        return self.query_one(LineBox)

    def on_text_box_draft(self, message: TextBox.Draft) -> None:
        self.told.append(message)

    def on_text_box_left(self, message: TextBox.Left) -> None:
        self.told.append(message)


# Completion as a function


@pytest.mark.parametrize(
    ("before", "fragment", "choices"),
    [
        ("Då sade östl", "östl", ("Bo Östlund (V)",)),
        ("ostl", "ostl", ("Bo Östlund (V)",)),
        ("eva sj", "eva sj", ("Eva Sjö (S)",)),
        ("och eva sjö", "eva sjö", ("Eva Sjö (S)",)),
        ("sj", "sj", ("Eva Sjö (S)", "Åke Sjöberg (S)")),
        ("yrkar ES", "ES", ("Eva Sjö (S)",)),
        ("öberg", "öberg", ("Åke Sjöberg (S)",)),
        ("fnt", "fnt", ("Föredragning av …",)),
        ("beslut", "beslut", ()),
        ("en", "en", ()),
    ],
)
def test_what_tab_completes(before: str, fragment: str, choices: tuple[str, ...]) -> None:
    found = complete(before, PEOPLE, SHORT)
    assert found is not None
    assert (found.fragment, found.choices) == (fragment, choices)


@pytest.mark.parametrize("before", ["", "Eva Sjö (S)", "slut. ", "– "])
def test_tab_after_anything_but_a_word_completes_nothing(before: str) -> None:
    assert complete(before, PEOPLE, SHORT) is None


async def test_an_empty_box_without_width_shows_nothing() -> None:
    app = Boxes("Skriv här")
    async with app.run_test() as pilot:
        app.box.styles.width = 2
        await pilot.pause()
        assert app.box.content_size.width == 0
        assert app.box.render_line(0).text.strip() == ""


# Completion by key


@pytest.mark.parametrize("size", SIZES)
async def test_tab_completes_the_only_one_that_fits(size: tuple[int, int]) -> None:
    app = Boxes()
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"Yrkande: ostl", "tab", *" yrkar")
        assert app.box.text == "Yrkande: Bo Östlund (V) yrkar"


@pytest.mark.parametrize("size", SIZES)
async def test_an_ambiguous_name_is_never_picked_but_shown(size: tuple[int, int]) -> None:
    app = Boxes()
    async with app.run_test(size=size) as pilot:
        await pilot.press(*"bo", "tab")
        await pilot.pause()
        assert app.box.text == "bo"
        assert app.box.suggestions == ("Bo Öst (KD)", "Bo Östlund (V)")
        assert "1 Bo Öst (KD)" in screen_text(app)
        await pilot.press("escape")
        assert not app.box.suggestions
        assert app.box.text == "bo"
        await pilot.press("tab", "down", "enter")
        assert app.box.text == "Bo Östlund (V)"
        await pilot.press("enter", *"eva", "tab", "1")
        assert app.box.text == "Bo Östlund (V)\nEva Sjö (S)"


async def test_typing_on_closes_the_list_and_is_text() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"bo", "tab", "x")
        assert app.box.text == "box"
        assert app.box.suggestions == ()


async def test_the_list_at_the_bottom_of_the_screen_is_whole() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.box.show("\n" * 30)
        await pilot.press(*"bo", "tab")
        await pilot.pause()
        assert "1 Bo Öst (KD)" in screen_text(app)
        assert "2 Bo Östlund (V)" in screen_text(app)


async def test_a_word_that_no_name_fits_is_said_once_and_tab_again_goes_on() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press(*"xyz", "tab")
        await pilot.pause()
        assert app.box.has_focus
        assert "xyz" in toasts(app)[0]
        await pilot.press("tab")
        assert app.line.has_focus
        assert app.box.text == "xyz"


async def test_tab_in_an_empty_box_goes_on_and_never_inserts() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab")
        assert app.line.has_focus
        assert app.box.text == ""


async def test_an_abbreviation_expands_with_its_gap_selected() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"fnt", "tab", *"ES", "tab")
        assert app.box.text == "Föredragning av Eva Sjö (S)"
        await pilot.press("enter", *"mvh", "tab", "!")
        assert app.box.text == "Föredragning av Eva Sjö (S)\nrad ett\nrad två!"


# Entrances


async def test_a_paste_keeps_every_line_and_no_control_character() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste(f"ett\r\n{HOSTILE}\n\ntva\u030a tre"))
        await pilot.pause()
        assert app.box.text == f"ett\n{HOSTILE_SHOWN}\n\ntvå tre"


async def test_a_ring_that_comes_as_its_own_key_joins_its_letter() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        burst(app, "Ba\u030at")
        await pilot.pause()
        assert app.box.text == "Båt"
        app.line.focus()
        await pilot.pause()
        burst(app, "O\u0308l")
        await pilot.pause()
        assert app.line.value == "Öl"


@given(st.text(min_size=1, max_size=60), st.sets(st.integers(min_value=1, max_value=59), min_size=1), st.tuples(*[st.integers(0, 60)] * 2))
def test_each_row_of_a_wrapped_line_is_painted_as_if_all_were_divided(text: str, offsets: set[int], marked: tuple[int, int]) -> None:
    line, usual = WrappedLine(text, end="", no_wrap=True), Text(text, end="", no_wrap=True)
    wrapped = sorted(n for n in offsets if n < len(usual))
    for each in (line, usual):
        each.stylize("bold", min(marked), max(marked))
        each.stylize("reverse", max(marked), max(marked) + 1)
    for number, expected in enumerate(usual.divide(wrapped)):
        row = line.divide(wrapped)[number]
        assert row.plain == expected.plain
        assert [row.get_style_at_offset(Console(), n) for n in range(len(row))] == [
            expected.get_style_at_offset(Console(), n) for n in range(len(expected))
        ]


async def test_a_paste_of_a_megabyte_without_a_line_break_is_divided_and_said_and_goes_on_being_fast() -> None:
    app = Boxes()
    async with app.run_test(notifications=True) as pilot:
        app.post_message(events.Paste("ord och mening " * 66_000))
        await until(pilot, lambda: len(app.box.text) > 900_000)
        assert app.box.text.split() == ["ord", "och", "mening"] * 66_000
        assert max(map(len, app.box.document.lines)) <= LONGEST_LINE
        assert any("Inget har fallit bort" in said for said in toasts(app))
        before = time.process_time()
        for _ in range(5):
            await pilot.press("x")
        assert time.process_time() - before < 10, "it was eight seconds a key"
        assert app.box.text.endswith("xxxxx")


async def test_text_put_in_by_the_program_is_clean_too() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)):
        app.box.show(HOSTILE)
        app.line.show(HOSTILE + "\nmer")
        assert app.box.text == HOSTILE_SHOWN
        assert app.line.value == HOSTILE_SHOWN + " mer"
        assert TextBox(HOSTILE).text == HOSTILE_SHOWN


async def test_many_lines_pasted_on_one_line_lose_nothing_and_it_is_said() -> None:
    """Textual's `Input` keeps the first line only."""
    app = Boxes()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.line.focus()
        await pilot.pause()
        app.post_message(events.Paste("ett\ntvå\r\n\ntre\x1b[2J\n"))
        await until(pilot, lambda: toasts(app))
        assert app.line.value == "ett två tre"


async def test_newlines_that_come_as_keys_lose_no_line() -> None:
    """As in a paste without brackets, or one that an escape sequence has broken."""
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "ctrl+j", "b")
        assert app.box.text == "a\nb"
        app.line.focus()
        await pilot.press("a", "ctrl+j", "b")
        assert app.line.value == "a b"


# Keys that hands know


async def test_ctrl_z_takes_back_text_only() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.box.show("Från protokollet.")
        await pilot.press(*" Mer", "ctrl+z", "ctrl+z", "ctrl+z")
        assert app.box.text == "Från protokollet."
        app.line.show("namn")
        app.line.focus()
        await pilot.press("x", "y", "ctrl+z", "ctrl+z")
        assert app.line.value == "namn"


async def test_keys_that_would_delete_to_the_end_of_a_line_do_nothing() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.box.show("en viktig rad")
        app.line.show("en viktig rad")
        for field in (app.box, app.line):
            field.focus()
            await pilot.press("left", "left", "ctrl+k", "ctrl+u", "ctrl+d", "ctrl+f", "ctrl+s", "ctrl+x")
        assert app.box.text == "en viktig rad"
        assert app.line.value == "en viktig rad"


async def test_ctrl_c_never_quits() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("a", "ctrl+c")
        await pilot.pause()
        assert app.is_running
        assert "Ctrl+C avslutar inte" in toasts(app)[0]


async def test_coming_back_to_a_field_selects_nothing() -> None:
    """With everything selected the next letter would replace it."""
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.line.show("namn")
        app.line.focus()
        await pilot.press("shift+tab", "tab", "x")
        assert app.line.value == "namnx"


# What is told


async def test_a_draft_is_told_within_a_second_and_the_text_when_the_box_is_left() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.box.show("Början.")
        await pilot.press(*" Mer")
        await until(pilot, lambda: app.told, "a draft")
        draft = app.told[0]
        assert isinstance(draft, TextBox.Draft)
        assert draft.text == "Början. Mer"
        await pilot.press("!")
        app.line.focus()
        await until(pilot, lambda: len(app.told) > 1)
        left = app.told[1]
        assert isinstance(left, TextBox.Left)
        assert (left.text, left.changed) == ("Början. Mer!", True)
        app.box.focus()
        await pilot.pause()
        app.line.focus()
        await until(pilot, lambda: len(app.told) > 2)
        assert isinstance(app.told[2], TextBox.Left)
        assert not app.told[2].changed


async def test_text_that_is_shown_is_no_draft() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.box.show("Ur protokollet.")
        await pilot.pause()
        app.box.tell_draft()
        await pilot.pause()
        assert app.told == []


# Worst strings


@pytest.mark.parametrize("text", WORST)
async def test_worst_strings_stand_letter_for_letter(text: str) -> None:
    app = Boxes(placeholder=text)
    async with app.run_test(size=(80, 24), tooltips=True, notifications=True) as pilot:
        assert screen_text(app).count(text) == 2
        await pilot.hover(TextBox)
        app.post_message(events.Paste(text))
        app.notify(text)
        await pilot.pause()
        assert app.box.text == text
        assert text in screen_text(app)
        assert toasts(app) == [text]


async def test_a_word_of_ten_thousand_letters_is_kept() -> None:
    app = Boxes()
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste(LONG))
        app.line.value = LONG
        await pilot.pause()
        assert app.box.text == LONG
        assert app.line.value == LONG


def test_no_binding_of_the_box_speaks_english() -> None:
    keys = {b.key: b.description for b in TextBox.BINDINGS if not isinstance(b, tuple)}
    assert not {"f6", "f7", "ctrl+k", "ctrl+u", "ctrl+f", "ctrl+d"} & set(keys)
    english: list[Any] = [d for d in keys.values() if "Cursor" in d or "Delete" in d]
    assert english == []


async def test_a_long_paste_that_is_taken_back_takes_its_bar_along() -> None:
    """The bar goes in the middle of the undo, when the cursor still stands on a line that is gone."""
    app = Boxes()
    async with app.run_test(size=(60, 20), notifications=True, tooltips=True) as pilot:
        app.box.styles.height = 6
        await pilot.press("a", "b")
        app.box.put_in("\n".join(f"rad {n}" for n in range(12)))
        await pilot.pause()
        whole = app.box.text
        assert app.box.show_vertical_scrollbar
        await pilot.press("ctrl+z")
        assert (app.box.text, app.box.cursor_location, app.box.show_vertical_scrollbar) == ("ab", (0, 2), False)
        await pilot.press("ctrl+y")
        assert (app.box.text, app.box.show_vertical_scrollbar) == (whole, True)
        app.box.select_all()
        await pilot.press("delete")
        assert (app.box.text, app.box.cursor_location, app.box.show_vertical_scrollbar) == ("", (0, 0), False)
        assert not toasts(app)
