"""One text box."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea

from bench.floors import MARKER


class TextApp(App[None]):
    """A text box of the size of ours, alone."""

    def compose(self) -> ComposeResult:
        """The box has the cursor."""
        yield Static(MARKER)
        yield TextArea()


if __name__ == "__main__":
    TextApp().run()
