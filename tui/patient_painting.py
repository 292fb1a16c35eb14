"""Recording never waits for a terminal: one that takes in less than is painted gets fewer pictures, and the last one whole.

A window that is frozen, or a line that has stopped, takes nothing in at all. Textual would wait for it in the middle of
painting, and nothing would be heard, recorded or saved until it went on.

Private places of Textual 8 that are used: `App._display` and `App._driver`. `tests/whole/test_terminal_stalled.py` holds them.
"""

from __future__ import annotations

import os
from typing import Any, TypeVar

from textual.app import App
from textual.screen import Screen

R = TypeVar("R")

_LOOK = 0.1
"""Seconds between two looks at whether the terminal has caught up."""


class PatientApp(App[R]):
    """The part of an app that leaves out what its terminal has no time for."""

    _left_out = False

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        if not self._left_out and getattr(self._driver, "behind", False):
            self._left_out = True
            self.set_timer(_LOOK, self._catch_up)
        if not self._left_out:
            super()._display(screen, renderable)

    def _catch_up(self) -> None:
        """Paint the whole screen when all that was painted before has been taken in."""
        if not self._driver or getattr(self._driver, "busy", False):
            self.set_timer(_LOOK, self._catch_up)
            return
        self._left_out = False
        self.refresh()

    def leave(self, code: int) -> int:
        """The exit code; but where the terminal takes nothing in, the process ends here: everything is saved, and nothing can be said."""
        if getattr(self._driver, "busy", False):
            os._exit(code)  # the interpreter itself would wait for the last words, or die of not being able to say them
        return code
