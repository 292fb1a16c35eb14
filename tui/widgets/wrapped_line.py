"""One line of a text box that is wrapped over many rows: each row takes its own piece of it, and no row all the others'.

Textual divides the whole line anew for every row that it paints. In a paragraph of some thousand characters that is most
of what a key costs, and in a paste of a megabyte without a line break it is a minute.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.text import Span, Text

_WITHOUT_TABS = Text("")


class WrappedLine(Text):
    """The line as `TextArea.get_line` gives it. There are no tabs in it, as in all text of a `TextBox`."""

    def divide(self, offsets: Iterable[int]) -> Any:
        """The pieces between the offsets, made when they are asked for."""
        return _Pieces(self, list(offsets))


class _Pieces:
    """What is painted asks for its own piece first, and then for the tabs in those before it."""

    def __init__(self, line: Text, offsets: list[int]) -> None:
        self._line = line
        self._offsets = offsets
        self._given = False

    def __getitem__(self, number: int) -> Text:
        if self._given:
            return _WITHOUT_TABS
        self._given = True
        start = self._offsets[number - 1] if number else 0
        end = self._offsets[number] if number < len(self._offsets) else len(self._line)
        spans = [
            Span(max(span.start, start) - start, min(span.end, end) - start, span.style)
            for span in self._line.spans
            if span.start < end and span.end > start
        ]
        return Text(self._line.plain[start:end], style=self._line.style, spans=spans)
