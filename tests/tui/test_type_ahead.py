"""Keys that come before what they are meant for is there: no letter lands in another field, and none is lost.

All keys of a burst are in the app's queue before the first one is looked at. A machine under load does the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual import events
from textual.app import App, ComposeResult
from textual.screen import Screen

from tests.tui.desk import GRANTS, desk
from tests.tui.helpers import until
from tests.tui.host import running, table, typed
from tests.tui.test_agenda_forms import small
from tui.agenda_file import open_agenda
from tui.screens.agenda_form import AgendaFormScreen
from tui.screens.agenda_forms import AgendaFormsScreen
from tui.screens.edit_paragraph import EditParagraphScreen
from tui.widgets.line_box import LineBox
from tui.widgets.text_box import TextBox


def at_once(app: App[Any], *keys: str) -> None:
    """Keys in one burst, names of keys or texts."""
    for key in keys:
        for part in (key,) if key in {"tab", "shift+tab", "enter", "escape", "end"} or (key[0] == "f" and key[1:].isdigit()) else key:
            app.post_message(events.Key(part, part if len(part) == 1 else None))


class ThreeBoxes(Screen[None]):
    """A screen that is no dialog: a line, a text, a line."""

    def compose(self) -> ComposeResult:
        """The boxes."""
        yield LineBox(id="first")
        yield TextBox(id="second")
        yield LineBox(id="third")

    @property
    def texts(self) -> tuple[str, str, str]:
        """What stands in them."""
        return self.query_one("#first", LineBox).value, self.query_one("#second", TextBox).text, self.query_one("#third", LineBox).value


async def test_letters_after_tab_are_written_in_the_field_that_tab_goes_to() -> None:
    boxes = ThreeBoxes()
    async with running(lambda: boxes) as pilot:
        await pilot.pause()
        at_once(pilot.app, "ab", "tab", "cd", "enter", "e", "tab", "tab", "fg", "shift+tab", "h", "tab", "tab", "i")
        await until(pilot, lambda: len("".join(boxes.texts)) == 10, "all letters")
        assert boxes.texts == ("ab", "cd\neh", "fgi")


async def test_letters_after_enter_on_a_row_are_written_in_the_form_that_it_opens(tmp_path: Path) -> None:
    draft, file = open_agenda(small(tmp_path))
    forms = AgendaFormsScreen(draft, file)
    async with running(lambda: forms) as pilot:
        await pilot.pause()
        forms.list.highlighted = next(n for n, row in enumerate(forms._rows) if row.table == "item")
        at_once(pilot.app, "enter", "end", " och jäv", "tab", "D 1", "shift+tab", "end", "!")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgendaFormScreen) and pilot.app.screen.fields, "the form")
        form = pilot.app.screen
        assert isinstance(form, AgendaFormScreen)
        await until(pilot, lambda: form.fields[0].value.endswith("!"), "the last letter")
        assert [field.value for field in form.fields[:2]] == ["Upprop och jäv!", "D 1"]


async def test_letters_after_a_key_that_opens_a_dialog_and_after_the_enter_that_closes_it() -> None:
    async with desk(table("olle-dahl", "maj-dahl", item=GRANTS)) as d:
        at_once(d.pilot.app, "Först", "f4", "rut", "enter", "enter", "Sedan", "f3", "eva", "enter", "tab", "bifall", "enter")
        await until(d.pilot, lambda: d.item(GRANTS).motions, "both are recorded")
        await until(d.pilot, lambda: d.at_desk, "the desk")
        assert d.screen.editor.protocol.text.startswith("Först")
        assert "eva" not in d.screen.editor.protocol.text
        assert d.item(GRANTS).recused == ("rut-fors",)
        (motion,) = d.item(GRANTS).motions
        assert motion.entry.event.by == ("eva-sjo",)
        assert motion.entry.event.kind == "bifall", "a word that is written out is that alternative, not those of its later letters"


async def test_letters_after_tab_in_the_paragraph_as_it_is_printed() -> None:
    async with desk(table(item=GRANTS)) as d:
        await d.write("Anna föredrar.")
        await d.press("ctrl+r")
        screen = d.pilot.app.screen
        assert isinstance(screen, EditParagraphScreen)
        at_once(d.pilot.app, "tab", "XY")
        await d.pilot.pause()
        await typed(d.pilot, "Z")
        boxes = [box.text for box in screen.query(TextBox)]
        assert sum("XYZ" in text or "ZXY" in text for text in boxes) == 1, boxes
