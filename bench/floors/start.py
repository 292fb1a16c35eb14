"""The Start screen."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

from bench.floors import MARKER


class StartApp(App[None]):
    """The widgets of our Start screen, with nothing behind them."""

    def compose(self) -> ComposeResult:
        """Two texts, a list, a help line and a footer."""
        yield Static("Klubban")
        yield Static("")
        yield OptionList("Nytt sammanträde", "Importera", "Öva")
        yield Static("")
        yield Static(MARKER)


if __name__ == "__main__":
    StartApp().run()
