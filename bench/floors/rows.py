"""A list: python -m bench.floors.rows ROWS"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList, Static

from bench.floors import MARKER


class ListApp(App[None]):
    """A list of as many rows as the agenda."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        """The list has the cursor."""
        yield Static(MARKER)
        yield OptionList(*plans(self.rows))


def plans(rows: int) -> list[str]:
    """The rows of an agenda."""
    return [f"  {n} Plan {n} för kommunens verksamheter 2026" for n in range(rows)]


if __name__ == "__main__":
    ListApp(int(sys.argv[1])).run()
