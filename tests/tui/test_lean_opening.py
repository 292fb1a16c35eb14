"""A screen that opens is laid out once and painted once, and stands there as Textual would have put it."""

from __future__ import annotations

from typing import Any

import pytest
from textual._compositor import Compositor
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from tests.tui.desk import desk
from tests.tui.helpers import SIZES


@pytest.mark.parametrize("size", SIZES)
async def test_a_dialog_that_opens_is_laid_out_and_painted_once_and_nothing_is_left_to_be_put_right(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    """Twice laid out only where a list is so long that it gets a bar."""
    laid_out: list[Screen[Any]] = []
    painted: list[Any] = []
    lay_out, paint = Screen._refresh_layout, Compositor.render_full_update

    def counted(screen: Screen[Any], *given: Any, **named: Any) -> None:
        laid_out.append(screen)
        lay_out(screen, *given, **named)

    def rendered(compositor: Any, *given: Any, **named: Any) -> Any:
        painted.append(compositor.root)
        return paint(compositor, *given, **named)

    monkeypatch.setattr(Screen, "_refresh_layout", counted)
    monkeypatch.setattr(Compositor, "render_full_update", rendered)
    async with desk(size=size) as d:
        await d.press("f2")
        for key in ("f3", "f4", "f5", "f7", "f8", "ctrl+g", "ctrl+f"):
            laid_out.clear()
            painted.clear()
            await d.press(key)
            dialog = d.pilot.app.screen
            assert dialog is not d.screen, key
            bars = any(choices.show_vertical_scrollbar for choices in dialog.query(OptionList))
            assert laid_out == [dialog] * (2 if bars else 1), key
            assert painted == [dialog], key
            first = d.seen
            _as_textual_would(dialog)
            await d.pilot.pause()
            assert d.seen == first, key
            await d.press("escape")
            assert d.at_desk, key


def _as_textual_would(dialog: Screen[Any]) -> None:
    """Every part is told once more that it is there, and the screen laid out and painted anew."""
    for widget in dialog.walk_children(Widget):
        widget.refresh(layout=True)
    dialog.refresh(layout=True)


async def test_a_list_that_shrinks_in_a_dialog_moves_what_stands_below_it() -> None:
    """No second layout because a widget knows its size: what needs one asks for it."""

    def places() -> list[Region]:
        return [widget.region for widget in d.pilot.app.screen.walk_children(Widget)]

    async with desk(size=SIZES[1]) as d:
        await d.press("f2", "f3")
        with_all_names = places()
        await d.press("e", "v")
        with_one = places()
        assert with_one != with_all_names
        _as_textual_would(d.pilot.app.screen)
        await d.pilot.pause()
        assert places() == with_one
        await d.press("backspace", "backspace")
        assert places() == with_all_names
