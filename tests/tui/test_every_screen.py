"""What holds for everybody: all screens and dialogs are walked, from 60×20 to 200×60, dark and light, with colours and without.

The third theme is made for contrast; its pairs are computed in `test_settings_keys_themes.py`.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.segment import Segment
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Button, OptionList

from tests.tui.every_screen import Make, busy, classes, makers
from tests.tui.helpers import until
from tests.tui.host import Host, shown
from tests.tui.test_settings_keys_themes import contrast
from tui.dialogs.choose import ChooseDialog
from tui.screens.chair import ChairScreen
from tui.screens.meeting import MeetingScreen
from tui.screens.projector import ProjectorScreen
from tui.themes import DARK, LIGHT
from tui.widgets.name_picker import NamePicker

WALKS = ((DARK, (60, 20)), (LIGHT, (200, 60)))
WITHOUT_FOCUS = (ChairScreen, ProjectorScreen)
"""They are looked at, and their keys hold without a cursor."""
LEAST = 4.5
"""WCAG 2.2, 1.4.3: text against what it stands on."""

ENGLISH = frozenset(
    """
    the of and to with from your you this that not found search commands command loading cancel please press keys quit select toggle
    show hide maximize minimize screenshot theme change close copy paste cut error warning invalid unknown required usage options
    arguments positional expected unrecognized must cannot should file yes no
    """.split()  # noqa: SIM905 - words are read as words
)
OURS = frozenset(
    """
    all app delete down end home line of page start tab text top up word a or
    """.split()  # noqa: SIM905 - words are read as words
)
"""Names of keys, what is a word in Swedish too, and what stands in the path of pytest's own folder."""


def framework_words() -> frozenset[str]:
    """Every word that Textual's own bindings are described with, and what else it is known to say."""
    said = [
        text
        for node in _below(DOMNode)
        if node.__module__.startswith("textual.")
        for made in node.__dict__.get("BINDINGS", ())
        for text in ((made.description, made.tooltip) if isinstance(made, Binding) else made[2:3])
    ]
    return (frozenset(_words(" ".join(said))) | ENGLISH) - OURS


def _below(cls: type[Any]) -> Iterator[type[Any]]:
    yield cls
    for sub in cls.__subclasses__():
        yield from _below(sub)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-zåäöé]+", text.casefold())


def english(text: str) -> set[str]:
    """The words of the framework in a text."""
    return {word for word in _words(text) if word in FRAMEWORK}


FRAMEWORK = framework_words()


@asynccontextmanager
async def walking(theme: str, size: tuple[int, int]) -> AsyncIterator[Pilot[Any]]:
    """An app that screens can be laid upon one after another."""
    async with Host(Screen).run_test(size=size, notifications=True, tooltips=True) as pilot:
        pilot.app.theme = theme
        yield pilot


async def visit(pilot: Pilot[Any], make: Make) -> Screen[Any]:
    """Lay one screen upon the app, when those before it are gone."""
    while len(pilot.app.screen_stack) > 1:
        await pilot.app.pop_screen()
    screen = make()
    await pilot.app.push_screen(screen)
    await pilot.pause()
    return screen


def segments(pilot: Pilot[Any]) -> Iterator[Segment]:
    """What is drawn, without blanks and lines of boxes."""
    for strip in pilot.app.screen._compositor.render_strips():
        for segment in strip:
            if any(not c.isspace() and not "\u2500" <= c <= "\u259f" for c in segment.text):
                yield segment


def too_faint(pilot: Pilot[Any]) -> dict[tuple[str, str], str]:
    """Text that cannot be read well, by its colours."""
    found = {}
    for segment in segments(pilot):
        style = segment.style
        assert style is not None
        assert style.color is not None and style.color.triplet is not None, segment  # noqa: PT018 - one thing: a colour
        assert style.bgcolor is not None and style.bgcolor.triplet is not None, segment  # noqa: PT018
        pair = style.color.triplet.hex, style.bgcolor.triplet.hex
        if contrast(*pair) < LEAST:
            found[pair] = segment.text
    return found


async def under_the_cursor(pilot: Pilot[Any], screen: Screen[Any]) -> dict[tuple[str, str], str]:
    """The same with the cursor on each row of each list: it has a ground of its own."""
    found: dict[tuple[str, str], str] = {}
    for rows in screen.query(OptionList):
        if not (rows.focusable and rows.display):
            continue
        rows.focus()
        for number, option in enumerate(rows.options[:12]):
            if not option.disabled:
                rows.highlighted = number
                await pilot.pause()
                found |= too_faint(pilot)
    return found


def test_every_screen_and_dialog_is_in_the_walk(tmp_path: Path) -> None:
    assert {c.__name__ for c in classes()} == {*makers(tmp_path)}


@pytest.mark.parametrize(("theme", "size"), WALKS, ids=lambda x: f"{x[0]}x{x[1]}" if isinstance(x, tuple) else x)
@pytest.mark.parametrize("part", range(4))
async def test_every_screen_can_be_read_and_used_and_is_in_swedish(theme: str, size: tuple[int, int], part: int, tmp_path: Path) -> None:
    """Whole from 60×20 to 200×60: where the cursor is, is seen; all text has contrast; nobody is spoken to in English."""
    faint, lost, foreign = {}, {}, {}
    async with walking(theme, size) as pilot:
        for name, make in sorted(makers(tmp_path).items())[part::4]:
            screen = await visit(pilot, make)
            faint[name] = too_faint(pilot)
            focused = screen.focused
            if not isinstance(screen, WITHOUT_FOCUS) and (focused is None or not seen(screen, screen.find_widget(focused).visible_region)):
                lost[name] = repr(focused)
            if screen.is_modal:
                lost |= {f"{name}: {b.label}": "hidden" for b in screen.query(Button) if b.display and not seen(screen, b.region)}
            faint[name] |= await under_the_cursor(pilot, screen)
            foreign[name] = english((shown(pilot) + " " + described(screen)).replace("app.quit", ""))  # a title of the kallelse is hostile
    assert {k: v for k, v in faint.items() if v} == {}
    assert lost == {}
    assert {k: v for k, v in foreign.items() if v} == {}


def seen(screen: Screen[Any], region: Any) -> bool:
    """Whether something of it is on the terminal."""
    return bool(screen.region.intersection(region).area)


def described(screen: Screen[Any]) -> str:
    """What is said of it elsewhere than on it: help, tooltips, placeholders, and the keys that are shown."""
    texts = [getattr(screen, "HELP_TEXT", "")]
    for widget in screen.walk_children(Widget):
        texts += [str(widget.tooltip or ""), str(widget.HELP or ""), str(getattr(widget, "placeholder", ""))]
    for active in screen.active_bindings.values():
        if active.binding.show:
            texts += [active.binding.description, active.tooltip]
    return " ".join(texts)


@pytest.mark.parametrize("name", ["StartScreen", "MeetingScreen", "ChairScreen", "ReviewScreen", "EditParagraphScreen"])
async def test_the_palette_is_in_swedish_wherever_it_is_opened(name: str, tmp_path: Path) -> None:
    async with walking(DARK, (120, 40)) as pilot:
        await visit(pilot, makers(tmp_path)[name])
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(pilot.app.screen, ChooseDialog))
        await pilot.pause()
        listed = " ".join(f"{x.label} {x.status}" for x in pilot.app.screen.query_one(NamePicker)._choices)
        assert listed
        assert english(f"{shown(pilot)} {listed}") == set()
        await pilot.press(*"zzzz")  # what it says when nothing fits
        await pilot.pause()
        assert english(shown(pilot)) == set()


async def counted(pilot: Any) -> None:
    """The findings of a meeting are counted when it has rested a moment."""
    if isinstance(pilot.app.screen, MeetingScreen):
        await until(pilot, lambda: "att se" in shown(pilot), "the findings are counted")
    await pilot.pause()


async def test_without_colours_it_reads_the_same(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`NO_COLOR`: grey alone is left, the words are the same, and the cursor is told by its style."""
    texts = []
    for without in (False, True):
        if without:
            monkeypatch.setenv("NO_COLOR", "1")
        async with walking(DARK, (80, 24)) as pilot:
            for make in (lambda: MeetingScreen(busy()), makers(tmp_path)["RecusalDialog"], makers(tmp_path)["ReviewScreen"]):
                await visit(pilot, make)
                await pilot.app.workers.wait_for_complete()
                await counted(pilot)
                texts.append(shown(pilot))
                if without:
                    colours = {c.triplet for s in segments(pilot) if s.style for c in (s.style.color, s.style.bgcolor) if c and c.triplet}
                    assert colours
                    assert [c for c in colours if len({c.red, c.green, c.blue}) > 1] == []
                    assert too_faint(pilot) == {}
    assert texts[:3] == texts[3:]
