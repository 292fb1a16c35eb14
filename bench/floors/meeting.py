"""The meeting screen: python -m bench.floors.meeting ROWS NAMES"""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import OptionList, Static, TextArea

from bench.floors import MARKER
from bench.floors.rows import plans


class MeetingApp(App[None]):
    """The widgets of our meeting screen, as many, laid out alike and with as much in them, with nothing behind them."""

    AUTO_FOCUS = "#text"
    CSS = """
    #bar, #keys { height: 1; padding: 0 1; }
    #bar { dock: top; }
    #keys { dock: bottom; }
    #bar Static { width: auto; margin-left: 3; }
    #bar .body { width: 1fr; margin-left: 0; }
    #room, #item, #editor, #agenda, #names { height: 1fr; }
    #item { width: 1fr; }
    #agenda, #names { width: 32; }
    #agenda, #facts, #text, #names { border: round; }
    #agenda, #facts { text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1; }
    #facts { height: auto; max-height: 50%; }
    #names { overflow-y: auto; padding: 0 1; }
    .hidden { display: none; }
    """

    def __init__(self, rows: int, names: int) -> None:
        super().__init__()
        self.rows = rows
        self.names = names

    def compose(self) -> ComposeResult:
        """A bar, the agenda, what is recorded, two texts of which one is shown, those who decide, the keys."""
        with Horizontal(id="bar"):
            yield Static("Kommunfullmäktige", classes="body")
            yield Static("14.22")
            yield Static(f"{self.names} av {self.names}")
            yield Static("", classes="hidden")
            yield Static(MARKER)
        with Horizontal(id="room"):
            yield OptionList(*plans(self.rows), id="agenda")
            with Vertical(id="item"):
                yield Static("", classes="hidden")
                yield OptionList("Förslag     3 punkter: Plan 100 antas.", "Beslut      bifall till förslaget", id="facts")
                with Vertical(id="editor"):
                    yield TextArea("Talare redogör för sin syn på saken. " * 40, id="text")
                    yield TextArea(classes="hidden")
            yield Static("\n".join(f"  Anna Alm {n} (S)" for n in range(self.names)), id="names")
        yield Static("", classes="hidden")
        yield Static(" F2 Nästa  F3 Yrkande  F4 Jäv  F5 Beslut  F8 Närvaro  F12 Granska  F1 Hjälp", id="keys")


if __name__ == "__main__":
    MeetingApp(*map(int, sys.argv[1:])).run()
