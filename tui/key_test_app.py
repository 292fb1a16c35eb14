"""`klubban tangenter --prova`: the test of the keys by itself, without a meeting behind it."""

from __future__ import annotations

from tui.face import FaceApp
from tui.keys import KeyTable
from tui.screens.key_test import KeyTestScreen


class KeyTestApp(FaceApp[None]):
    """One screen; the program ends with it."""

    def __init__(self, keys: KeyTable) -> None:
        super().__init__()
        self.use_keys(keys)

    def on_mount(self) -> None:
        """Show it."""
        self.push_screen(KeyTestScreen(self.key_table), lambda _: self.exit())
