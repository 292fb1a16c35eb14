"""The yardsticks: bare Textual apps, each the least that does what ours does.

python bench/floors.py static|start|text|list ROWS|table ROWS|dialog|act FILE
"""

from __future__ import annotations

import sqlite3
import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, OptionList, Static, TextArea

MARKER = "yardstick"


class BareApp(App[None]):
    """One Static, nothing else."""

    def compose(self) -> ComposeResult:
        """The marker that the stopwatch waits for."""
        yield Static(MARKER)


class StartApp(App[None]):
    """The widgets of our Start screen, with nothing behind them."""

    def compose(self) -> ComposeResult:
        """Two texts, a list, a help line and a footer."""
        yield Static("Klubban")
        yield Static("")
        yield OptionList("Nytt sammanträde", "Importera", "Öva")
        yield Static("")
        yield Static(MARKER)


class TextApp(App[None]):
    """A text box of the size of ours, alone."""

    def compose(self) -> ComposeResult:
        """The box has the cursor."""
        yield Static(MARKER)
        yield TextArea()


class ListApp(App[None]):
    """A list of as many rows as the agenda."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        """The list has the cursor."""
        yield Static(MARKER)
        yield OptionList(*(f"  {n} Plan {n} för kommunens verksamheter 2026" for n in range(self.rows)))


class Dialog(ModalScreen[None]):
    """The widgets of our motion dialog: fields, a text box, a preview, buttons."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", "")]
    CSS = """
    Dialog { align: center middle; }
    Vertical { width: 76; height: auto; border: round; }
    TextArea { height: 5; }
    Horizontal { height: auto; }
    """

    def compose(self) -> ComposeResult:
        """Two fields, two choices, a text, a preview, three buttons."""
        with Vertical():
            yield Label("Yrkande")
            yield Input()
            yield Label("Slag")
            yield OptionList("bifall", "avslag", "ändring", "tillägg", "nytt förslag", compact=True)
            yield Label("Mot")
            yield OptionList("förslaget", compact=True)
            yield Label("Text")
            yield TextArea()
            yield Static("så skrivs det")
            with Horizontal():
                yield Button("Spara")
                yield Button("Spara + nytt")
                yield Button("Avbryt")


class DialogApp(App[None]):
    """F3 opens the dialog, Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("f3", "open", "")]

    def compose(self) -> ComposeResult:
        """A text box below, as in ours."""
        yield Static(MARKER)
        yield TextArea()

    def action_open(self) -> None:
        """Push a new dialog, as ours does."""
        self.push_screen(Dialog())


class ActApp(App[None]):
    """F2 makes one durable commit and then writes as many labels as an act of ours changes."""

    BINDINGS: ClassVar[list[BindingType]] = [("f2", "act", "")]
    LABELS = 14

    def __init__(self, path: str) -> None:
        super().__init__()
        self.count = 0
        self.connection = durable(path)

    def compose(self) -> ComposeResult:
        """The labels."""
        yield Static(MARKER)
        for _ in range(self.LABELS):
            yield Label("0", classes="it")

    def action_act(self) -> None:
        """Commit, then paint."""
        self.count += 1
        commit(self.connection, self.count, '{"items":["plan-1-for-kommunens-verksamheter-2026"],"paragraphs":[1]}')
        with self.batch_update():
            for label in self.query(".it").results(Label):
                label.update(f"{self.count} Plan {self.count} för kommunens verksamheter")


def durable(path: str) -> sqlite3.Connection:
    """A database in WAL with FULL, with a table of events: the floor of recording."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, at TEXT, type TEXT, payload TEXT) STRICT")
    return connection


def commit(connection: sqlite3.Connection, seq: int, payload: str) -> None:
    """One insert, one commit."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?)", (seq, "2026-03-12T13:00:00+01:00", "ItemOpened", payload))
    connection.execute("COMMIT")


if __name__ == "__main__":
    kind, *rest = sys.argv[1:]
    made: App[None]
    match kind:
        case "static":
            made = BareApp()
        case "start":
            made = StartApp()
        case "text":
            made = TextApp()
        case "list":
            made = ListApp(int(rest[0]))
        case "dialog":
            made = DialogApp()
        case _:
            made = ActApp(rest[0])
    made.run()
