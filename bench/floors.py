"""The yardsticks: bare Textual apps, each the least that does what ours does.

python bench/floors.py static|start|text|list ROWS|dialog|act FILE
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
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
    """The widgets of one of our dialogs, as many and laid out alike, with nothing behind them."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss", ""), Binding("enter", "decide", priority=True)]
    CSS = """
    Dialog { align: center middle; }
    .box { width: 84; height: auto; max-height: 96%; border: round; padding: 0 1; }
    .body { height: auto; max-height: 65vh; }
    .row, .picker, .below, .buttons { height: auto; }
    .label { width: 14; }
    .box TextArea { height: 6; }
    .picker OptionList { height: auto; max-height: 8; }
    .hidden { display: none; }
    """

    def __init__(self, *fields: Widget, buttons: Sequence[str]) -> None:
        super().__init__()
        self.fields = fields
        self.buttons = buttons

    def compose(self) -> ComposeResult:
        """A title, the fields, a preview, an error that is not shown, buttons."""
        with Vertical(classes="box"):
            yield Static("Yrkande")
            with VerticalScroll(classes="body", can_focus=False):
                yield from self.fields
            with VerticalScroll(classes="below", can_focus=False):
                yield Static("så skrivs det")
            yield Static("", classes="hidden")
            with Horizontal(classes="buttons"):
                for button in self.buttons:
                    yield Button(button)

    def action_decide(self) -> None:
        """Enter: what an app under it takes as a gavel."""
        self.dismiss(None)


def row(*fields: Widget, hidden: bool = False) -> Horizontal:
    """A label and what it is about."""
    return Horizontal(Static("Etikett", classes="label"), *fields, classes="row hidden" if hidden else "row")


def picker(*, open_list: bool = True) -> Vertical:
    """A field and the list of those who fit."""
    names = OptionList(*(f"Anna Alm {n} (S)" for n in range(5)), classes="" if open_list else "hidden")
    return Vertical(Static("", classes="hidden"), Input(), names, Static("", classes="hidden"), classes="picker")


def motion() -> Dialog:
    """F3: 46 widgets."""
    fields = (
        row(picker()),
        row(Static("● bifall  ○ avslag  ○ ändring  ○ tillägg")),
        row(Static("○ förslaget"), hidden=True),
        row(Input()),
        row(TextArea()),
        row(Static("[ ] senare"), hidden=True),
        row(picker(open_list=False)),
        row(Input()),
    )
    return Dialog(*fields, buttons=("Spara", "Spara + nytt", "Avbryt"))


def gavel() -> Dialog:
    """F5: 41 widgets."""
    fields = (
        VerticalScroll(Static("1. Bifall"), classes="below", can_focus=False),
        VerticalScroll(Static("Bifalls förslaget?"), classes="below", can_focus=False),
        OptionList("bifall", "avslag", "ändring", "återremiss", "bordläggning", compact=True),
        *(row(TextArea(), hidden=True) for _ in range(2)),
        *(row(Input(), hidden=True) for _ in range(3)),
        row(Static("● acklamation  ○ votering")),
        row(Input(), Static("[ ] omedelbart")),
        row(picker(open_list=False), hidden=True),
    )
    return Dialog(*fields, buttons=("Avbryt",))


class DialogApp(App[None]):
    """F3 opens the dialog, Esc closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [("f3", "open", "")]

    def compose(self) -> ComposeResult:
        """A text box below, as in ours."""
        yield Static(MARKER)
        yield TextArea()

    def action_open(self) -> None:
        """Push a new dialog, as ours does."""
        self.push_screen(motion())


class ActApp(App[None]):
    """F2 makes one durable commit and then writes as many labels as an act of ours changes; F5 opens a dialog whose Enter does that."""

    BINDINGS: ClassVar[list[BindingType]] = [("f2", "act", ""), ("f5", "ask", "")]
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

    def action_ask(self) -> None:
        """The dialog of the gavel: closed with Enter, the act follows."""
        self.push_screen(gavel(), lambda _: self.action_act())

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
