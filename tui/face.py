"""What every screen of Klubban stands on: themes, stylesheet, Swedish, safe keys, tolerance of faults."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

from textual import work

from tui.faults import FaultTolerantApp
from tui.lean_opening import OpenOnceApp
from tui.lean_textual import LeanApp
from tui.odd_input import OddInputApp
from tui.one_toast import OneToastApp
from tui.palette import SwedishApp
from tui.patient_painting import PatientApp
from tui.themes import DARK, THEMES, VARIABLES
from tui.turns import KeysInTurn
from tui.widgets.command_mode import CommandKeys
from tui.width import WIDTHS

# Text boxes and dialogs are loaded when one is shown: the start screen has none (bench/RESULTS.md). Their messages are
# handled by name.
if TYPE_CHECKING:
    from tui.widgets.text_box import TextBox

R = TypeVar("R")


class FaceApp(
    KeysInTurn[R],
    CommandKeys[R],
    FaultTolerantApp[R],
    PatientApp[R],
    OddInputApp[R],
    OneToastApp[R],
    OpenOnceApp[R],
    LeanApp[R],
    SwedishApp[R],
):
    """The base of the app, without a screen of its own. Tests of widgets and dialogs use it too."""

    CSS_PATH = Path(__file__).with_name("klubban.tcss")
    NOTIFICATION_TIMEOUT = 3.5
    """Seconds: a line is read in less, and what is shown often lies over something."""
    HORIZONTAL_BREAKPOINTS = WIDTHS

    abbreviations: Mapping[str, str] = MappingProxyType({})
    """The person's own short forms, which Tab completes in every text box."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for theme in THEMES:
            self.register_theme(theme)
        # Without its watcher, which would read every stylesheet a second time: a sixth of the way to the first paint.
        self.set_reactive(FaceApp.theme, DARK)
        self.stylesheet.set_variables(self.get_css_variables())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables under a theme that does not know them."""
        return VARIABLES

    def on_text_box_pasted(self, event: TextBox.Pasted) -> None:
        """A list or a table was pasted."""
        event.stop()
        self._ask_how_to_paste(event)

    @work
    async def _ask_how_to_paste(self, event: TextBox.Pasted) -> None:
        """Show how a list or a table would be written, and put in what is chosen."""
        from tui.dialogs.paste_preview import PastePreviewDialog

        text = await self.push_screen_wait(PastePreviewDialog(event.text, event.ready))
        if text is not None and event.box.is_attached:
            event.box.put_in(text)
