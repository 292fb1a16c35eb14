"""The yardstick: the least that a Textual app can be, one text on the screen."""

from textual.app import App, ComposeResult
from textual.widgets import Static

MARKER = "yardstick"


class BareApp(App[None]):
    """One Static, nothing else."""

    def compose(self) -> ComposeResult:
        """The marker that the stopwatch waits for."""
        yield Static(MARKER)


if __name__ == "__main__":
    BareApp().run()
