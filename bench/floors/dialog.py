"""Dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Button, Input, OptionList, Static, TextArea

from bench.floors import MARKER


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


if __name__ == "__main__":
    DialogApp().run()
