"""A time in figures large enough for a glance from a metre away, made of half blocks; repainted only when it says another minute."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

_FIGURES = {
    "0": ("###", "# #", "# #", "# #", "###"),
    "1": (" # ", "## ", " # ", " # ", "###"),
    "2": ("###", "  #", "###", "#  ", "###"),
    "3": ("###", "  #", "###", "  #", "###"),
    "4": ("# #", "# #", "###", "  #", "  #"),
    "5": ("###", "#  ", "###", "  #", "###"),
    "6": ("###", "#  ", "###", "# #", "###"),
    "7": ("###", "  #", "  #", " # ", " # "),
    "8": ("###", "# #", "###", "# #", "###"),
    "9": ("###", "# #", "###", "  #", "###"),
    ".": (" ", " ", " ", " ", "#"),
}
_BLOCKS = {(" ", " "): " ", ("#", " "): "▀", (" ", "#"): "▄", ("#", "#"): "█"}


def figures(text: str, scale: int = 1) -> str:
    """The text in blocks: three lines high at scale 1, five at scale 2. What has no figure is left out."""
    shapes = [_FIGURES[character] for character in text if character in _FIGURES]
    rows = [" ".join(shape[row] for shape in shapes) for row in range(5)]
    rows = ["".join(pixel * scale for pixel in row) for row in rows for _ in range(scale)]
    if len(rows) % 2:
        rows.append(" " * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join("".join(_BLOCKS[pair] for pair in zip(*lines, strict=True)).rstrip() for lines in pairs)


class BigTime(Static):
    """`13.57`. Its width follows its scale: 19 columns at 1, 38 at 2."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__("", id=id, markup=False)
        self.says = ""
        self.scale = 1

    def say(self, text: str, scale: int = 1) -> None:
        """Show a time."""
        if (text, scale) == (self.says, self.scale):
            return
        same = scale == self.scale and len(text) == len(self.says)
        self.says, self.scale = text, scale
        self.update(Content(figures(text, scale)), layout=not same)
