"""One line for what must not be missed while it lasts: writing in another § than the one that goes on, adjourned, closed."""

from __future__ import annotations

from textual.message import Message
from textual.widgets import Static

from tui.literal import line


class Banner(Static):
    """`Du skriver i § 3 – pågående är § 6 (F10)`. Empty it takes no room; a click leads back."""

    class Clicked(Message):
        """Back to what goes on."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, classes="banner", markup=False)
        self.display = False
        self.says = ""

    def say(self, text: str) -> None:
        """Show `text`, or nothing."""
        if text != self.says:
            self.says = text
            self.update(line(text))
            self.display = bool(text)

    def on_click(self) -> None:
        """A click leads back."""
        self.post_message(self.Clicked())
