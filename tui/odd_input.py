"""What a terminal may tell that Textual cannot take: a window too small to lay anything out in, a mouse on what has just gone.

In a window of one column a list divides its words into pieces of no width, and so does the empty text box beside the
agenda in one of twenty-seven. So the smallest window that anything is laid out in is `SMALLEST`; of a smaller one the
terminal shows a corner.

A part of the screen that is being taken away lies under the mouse until the rest is laid out anew: Textual then looks
for its styles, or for what it stands in, and both have gone.

Private places of Textual 8 that are used: `DOMNode._component_styles` and `_get_component_classes`.
"""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.app import App
from textual.errors import NoWidget
from textual.geometry import Size
from textual.screen import Screen

R = TypeVar("R")

SMALLEST = Size(40, 10)
"""Columns and rows: in fewer the text box beside the agenda has no width. The program is made for 60×20 and more."""


def _room(size: Size) -> Size:
    return Size(max(size.width, SMALLEST.width), max(size.height, SMALLEST.height))


class OddInputApp(App[R]):
    """The part of an app that takes what every terminal tells."""

    @property
    def size(self) -> Size:
        """The window, or the smallest that is laid out in."""
        return _room(super().size)

    async def on_event(self, event: events.Event) -> None:
        """Make room in the window, and let a mouse on nothing be."""
        if isinstance(event, events.Resize):
            event = events.Resize(_room(event.size), _room(event.virtual_size), event.container_size, event.pixel_size)
        elif isinstance(event, events.MouseEvent) and not event.is_forwarded and self._is_nobodys(event):
            return
        await super().on_event(event)

    def _is_nobodys(self, event: events.MouseEvent) -> bool:
        try:
            widget, _ = self.screen.get_widget_at(event.x, event.y)
        except NoWidget:
            return False
        if widget.parent is None:
            return not isinstance(widget, Screen)
        return not widget._component_styles and bool(widget._get_component_classes())
