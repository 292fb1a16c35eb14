"""An act: python -m bench.floors.act FILE"""

from __future__ import annotations

import sys
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Label, OptionList, Static, TextArea

from bench.floors import MARKER
from bench.floors.dialog import Dialog, picker, row
from bench.floors.disk import commit, durable


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


if __name__ == "__main__":
    ActApp(sys.argv[1]).run()
