"""Choosing people by typing."""

from __future__ import annotations

import pytest
from textual.app import ComposeResult

from tests.tui.helpers import HOSTILE, LONG, SIZES, WORST, burst, screen_text, until
from tui.face import FaceApp
from tui.matching import fit, ranked
from tui.widgets.name_picker import Choice, NamePicker

PEOPLE = [
    Choice("asa", "Åsa Bergkvist (S)", "närvarande"),
    Choice("ake", "Åke Henriksson (S)", "närvarande"),
    Choice("lars", "Lars Handegard (V)", "ersättare"),
    Choice("maria", "Maria Hugg, ekonom", "föredragande"),
    Choice("bo", "Bo Åkesson (M)", "frånvarande"),
]


class Picking(FaceApp[None]):
    def __init__(self, choices: list[Choice], many: bool = False) -> None:
        super().__init__()
        self.choices = choices
        self.many = many
        self.told: list[tuple[str, ...]] = []
        self.finished = 0

    def compose(self) -> ComposeResult:
        yield NamePicker(self.choices, many=self.many)

    @property
    def picker(self) -> NamePicker:
        return self.query_one(NamePicker)

    def on_name_picker_picked(self, event: NamePicker.Picked) -> None:
        self.told.append(event.ids)

    def on_name_picker_done(self) -> None:
        self.finished += 1


@pytest.mark.parametrize(
    ("typed", "found"), [("ak", ["ake", "bo"]), ("åk", ["ake", "bo"]), ("ÅB", ["asa"]), ("lh", ["lars"]), ("rik", ["ake"])]
)
def test_any_part_of_a_name_finds_it(typed: str, found: list[str]) -> None:
    assert [c.id for c in ranked(typed, PEOPLE, lambda c: c.label)] == found


def test_nothing_typed_finds_all_and_nonsense_none() -> None:
    assert fit("", "Åsa") == 0
    assert fit("  ", "Åsa") == 0
    assert fit("xyz", "Åsa") is None
    assert fit("-", "Åsa") is None


@pytest.mark.parametrize("size", SIZES)
async def test_two_letters_and_enter_pick_the_best(size: tuple[int, int]) -> None:
    app = Picking(PEOPLE)
    async with app.run_test(size=size) as pilot:
        assert "Åke Henriksson (S)" in screen_text(app)
        assert "ersättare" in screen_text(app)
        await pilot.press("a", "k", "enter")
        assert app.told == [("ake",)]


async def test_letters_and_enter_at_once_pick_the_same() -> None:
    """The list must not lag behind the field when Enter comes."""
    app = Picking(PEOPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        app.picker.focus()
        await pilot.pause()
        burst(app, "lh\n")
        await until(pilot, lambda: app.told)
        assert app.told == [("lars",)]


async def test_arrows_move_and_enter_takes_what_is_highlighted() -> None:
    app = Picking(PEOPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", "k", "down")
        highlighted = app.picker.highlighted
        assert highlighted is not None
        assert highlighted.id == "bo"
        await pilot.press("enter")
        assert app.told == [("bo",)]


async def test_several_are_picked_and_the_last_rubbed_out() -> None:
    app = Picking(PEOPLE, many=True)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"asa", "enter", *"lars", "enter")
        assert app.told[-1] == ("asa", "lars")
        await pilot.pause()
        assert "Valda: Åsa Bergkvist (S) · Lars Handegard (V)" in screen_text(app)
        assert [c.id for c in app.picker.found] == ["ake", "maria", "bo"]
        await pilot.press("backspace")
        assert list(app.told[-1]) == ["asa"]
        await pilot.press("enter")
        assert app.finished == 1
        assert list(app.told[-1]) == ["asa"]


async def test_nobody_fits_and_it_is_said() -> None:
    app = Picking(PEOPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"xyz", "enter")
        await pilot.pause()
        assert app.told == []
        assert "Ingen passar." in screen_text(app)


async def test_a_click_picks() -> None:
    app = Picking(PEOPLE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("OptionList", offset=(3, 2))
        await pilot.pause()
        assert app.told == [("lars",)]
        assert app.picker.field.has_focus


@pytest.mark.parametrize("text", WORST)
async def test_worst_names_stand_letter_for_letter(text: str) -> None:
    app = Picking([Choice("1", text, text), Choice("2", HOSTILE), Choice("3", LONG, LONG)], many=True)
    async with app.run_test(size=(80, 24), tooltips=True, notifications=True) as pilot:
        assert screen_text(app).count(text) == 2
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert f"Valda: {text}" in screen_text(app)
        assert app.is_running
