"""A line or a text that is told what to say, and paints only when that is something else."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from tui.literal import line


class Told(Static):
    """Empty it takes no room."""

    def __init__(self, *, id: str | None = None, classes: str = "") -> None:
        super().__init__("", id=id, classes=f"{classes} -empty".strip(), markup=False)
        self.says = Content("")

    def say(self, text: str | Content) -> None:
        """Show a text on one line, or content that has been made ready."""
        content = line(text) if isinstance(text, str) else text
        if content.plain == self.says.plain and content.spans == self.says.spans:
            return
        same = content.cell_length == self.says.cell_length and "\n" not in content.plain
        self.says = content
        self.update(content, layout=not same)
        self.set_class(not content, "-empty")
