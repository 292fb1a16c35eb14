"""One Static."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static

from bench.floors import MARKER


class BareApp(App[None]):
    """One Static, nothing else."""

    def compose(self) -> ComposeResult:
        """The marker that the stopwatch waits for."""
        yield Static(MARKER)


if __name__ == "__main__":
    BareApp().run()
