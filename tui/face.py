"""What every screen of Klubban stands on: themes, stylesheet, Swedish, safe keys, tolerance of faults."""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

from tui.faults import FaultTolerantApp
from tui.palette import SwedishApp
from tui.themes import DARK, THEMES, VARIABLES
from tui.widgets.command_mode import CommandKeys

R = TypeVar("R")


class FaceApp(CommandKeys[R], FaultTolerantApp[R], SwedishApp[R]):
    """The base of the app, without a screen of its own. Tests of widgets and dialogs use it too."""

    CSS_PATH = Path(__file__).with_name("klubban.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-normal"), (110, "-wide")]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own variables under a theme that does not know them."""
        return VARIABLES
