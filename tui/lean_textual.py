"""Two places where Textual does far more at every key than what is seen asks for. What comes out is the same.

- It composes every widget of the screen, each of its lines, as soon as one line of one widget has changed: a letter in
  the text box of the meeting, and the cursor there that blinks, also goes through the agenda list and the table of names.
- To style one part it looks up each of the 350 rules of all stylesheets in a set, through a hash written in Python.

What it gives stands in `bench/RESULTS.md`. Private places of Textual 8 that are used: `Compositor._get_renders` and
`_dirty_regions`, the name `Compositor` in `textual.screen`, `RuleSet.__hash__`. `tests/tui/test_lean_textual.py` holds them.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import screen
from textual._compositor import ChopsUpdate, Compositor
from textual.css.model import RuleSet
from textual.geometry import Region
from textual.strip import Strip


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


# From when this is loaded (`tui/face.py`) every screen composes like this, and every rule is hashed as any object is.
screen.Compositor = NearCompositor  # type: ignore[attr-defined]
RuleSet.__hash__ = object.__hash__  # type: ignore[method-assign]
