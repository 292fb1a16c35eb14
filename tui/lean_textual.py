"""Places where Textual does far more than what is seen asks for. What comes out is the same.

- It composes every widget of the screen, each of its lines, as soon as one line of one widget has changed: a letter in
  the text box of the meeting, and the cursor there that blinks, also goes through the agenda list and the table of names.
- To style one part it looks up each of the 350 rules of all stylesheets in a set, through a hash written in Python.
- When a dialog has closed, and the screen beneath it has been painted, it lays all of that out and paints it twice more.
- While paintings are held back, as they are until the first one, it composes the whole screen all the same, throws that
  away, and forgets what had changed: the first picture lacks it.
- Beneath a dialog it mixes the colours of each piece of text anew, though there are a dozen styles on a screen.

What it gives stands in `bench/RESULTS.md`; what a dialog that opens costs is in `lean_opening.py`. Private places of
Textual 8 that are used: `Compositor._get_renders` and `_dirty_regions`, the names `Compositor` and `BackgroundScreen` in
`textual.screen`, `RuleSet.__hash__`, `Screen._compositor_refresh`, `App._batch_count` and `App._prune`.
`tests/tui/test_lean_textual.py` holds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual import screen
from textual._compositor import ChopsUpdate, Compositor
from textual.app import App
from textual.await_remove import AwaitRemove
from textual.color import Color
from textual.css.model import RuleSet
from textual.dom import DOMNode
from textual.geometry import Region
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

R = TypeVar("R")


class NearCompositor(Compositor):
    """Asks for the lines that changed, and only the widgets that stand on them and are not covered there."""

    _changed: tuple[Region, ...] = ()
    """What a partial update is about; empty while everything is painted."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """Remember what has changed: Textual hands on the one rectangle that holds it all."""
        self._changed = tuple(self._dirty_regions)
        try:
            return super().render_partial_update()
        finally:
            self._changed = ()

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        left = self._changed
        for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
            whole = seen = region.intersection(clip)
            if self._changed:
                changed = [x for x in left if x.overlaps(whole)]
                if not changed:
                    continue
                lines = Region.from_union(changed)
                seen = whole.intersection(Region(whole.x, lines.y, whole.width, lines.height))
            if seen:
                yield region, seen, widget.render_lines(seen.translate(-region.offset))
            if self._changed:  # nothing behind is seen where this one covers all that has changed
                left = tuple(x for x in left if not whole.contains_region(x))


class LeanBackground(BackgroundScreen):
    """The screen beneath a dialog, each of its styles dimmed once."""

    @classmethod
    def process_segments(cls, segments: Iterable[Segment], color: Color) -> Iterable[Segment]:
        """Textual's own, asked once for each style."""
        for segment in segments:
            yield segment if segment.control else Segment(segment.text, _dimmed(segment.style or _NO_STYLE, color))


_NO_STYLE = Style()


@lru_cache(4096)
def _dimmed(style: Style, color: Color) -> Style | None:
    return next(iter(BackgroundScreen.process_segments((Segment(" ", style),), color))).style


class LeanApp(App[R]):
    """The part of an app that knows that a screen that goes leaves no room behind it."""

    def _prune(self, *nodes: Widget, parent: DOMNode | None = None) -> AwaitRemove:
        """Without a parent nothing is laid out anew afterwards. A screen's is the app: that is all that is seen."""
        return super()._prune(*nodes, parent=None if parent is self else parent)


def _refresh_if_shown(of: Screen[Any], refresh: Callable[[Screen[Any]], None] = Screen._compositor_refresh) -> None:
    """Nothing while paintings are held back; what has changed stands until they are not."""
    if not of.app._batch_count:
        refresh(of)


# From when this is loaded (`tui/face.py`) every screen composes like this, and every rule is hashed as any object is.
screen.Compositor = NearCompositor  # type: ignore[attr-defined]
screen.BackgroundScreen = LeanBackground  # type: ignore[attr-defined]
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
Screen._compositor_refresh = _refresh_if_shown  # type: ignore[method-assign, assignment]
