"""Windows too small for anything, and a mouse on what has just gone: no fault, and what comes after is as ever."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from tests.tui.desk import desk
from tui.face import FaceApp
from tui.odd_input import SMALLEST
from tui.widgets.text_box import TextBox


class Listed(FaceApp[None]):
    def compose(self) -> ComposeResult:
        yield OptionList(*(Option(f"§ {n} Föreningsbidrag åäö 👍🏽 e\u0301 日本") for n in range(3)))
        yield Label("Hej")
        yield TextBox("Text")


async def test_a_list_in_a_window_of_one_column_is_laid_out_in_the_smallest_there_is() -> None:
    app = Listed()
    async with app.run_test(size=(1, 1)) as pilot:  # a fault here is fatal
        assert app.size == SMALLEST
        for columns, rows in ((3, 2), (0, 0), (80, 24)):
            await pilot.resize_terminal(columns, rows)
            await pilot.pause()
        assert app.size == app.screen.size == Size(80, 24)


async def test_a_mouse_that_moves_over_what_is_just_being_taken_away_is_nobodys() -> None:
    app = Listed()
    async with app.run_test():
        box = app.query_one(TextBox)
        styles = dict(box._component_styles)
        box._component_styles.clear()  # the first thing that happens to it
        await app.on_event(events.MouseMove(None, box.region.x + 1, box.region.y + 1, 1, 0, 0, False, False, False))
        box._component_styles.update(styles)
        assert app.is_running


async def test_a_click_on_what_is_just_being_taken_away_is_nobodys() -> None:
    app = Listed()
    async with app.run_test() as pilot:
        label = app.query_one(Label)
        region = label.region
        column = label.parent
        label._detach()  # as in the moment between its going and the rest being laid out anew
        for kind in (events.MouseDown, events.MouseUp):
            app.post_message(kind(None, region.x, region.y, 0, 0, 1, False, False, False))
            await pilot.pause()
        assert column is not None
        label._attach(column)
        await pilot.press("down")
        assert app.query_one(OptionList).highlighted is not None


async def test_the_empty_text_box_beside_the_agenda_in_a_narrow_window_has_some_width() -> None:
    async with desk() as d:  # a fault here is fatal
        await d.press("f2")
        await d.pilot.resize_terminal(27, 12)
        await d.pilot.pause()
        assert d.screen.editor.protocol.content_size.width > 10
