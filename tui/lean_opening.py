"""A screen that opens is laid out once and painted once; Textual does it three times. What comes out is the same.

It lays out and paints when the screen is shown; again because it has told the screen of the size that it was just laid
out for, and the screen beneath too; again because its parts have told that they are there, that they now know the size
of what they hold, and that they had asked for a layout before; and it paints once more what lies beneath, since that
was left. Measured for F5 (`bench/RESULTS.md`): half of the time from the key to the last byte.

Private places of Textual 8 that are used: `Screen._on_screen_resume`, `_screen_resized`, `_refresh_layout`, `_on_layout`
and `_compositor_refresh`, what a screen has left to do (`_layout_required`, `_repaint_required`, `_dirty_widgets`),
`Widget._size_updated`, `OptionList._update_lines`, `App._get_screen` and `_refresh_notifications`.
`tests/tui/test_lean_opening.py` holds them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Generator
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from textual._time import get_time
from textual.app import App
from textual.events import ScreenResume
from textual.geometry import Size
from textual.messages import Layout
from textual.screen import Screen
from textual.widget import AwaitMount, Widget
from textual.widgets import OptionList
from textual.widgets._toast import Toast

R = TypeVar("R")


class _Mounted(AwaitMount):
    """Waits until the parts of a screen are there, and asks for no layout."""

    def __await__(self) -> Generator[None, None, None]:
        return self._all().__await__()

    async def _all(self) -> None:
        for widget in self._widgets:
            await widget._mounted_event.wait()


class OpenOnceApp(App[R]):
    """The part of an app that opens screens."""

    def _get_screen(self, screen: Screen[Any] | str) -> tuple[Screen[Any], AwaitMount]:
        """A screen that opens is laid out when it is shown: not once more when its parts have told that they are there."""
        opening = self.get_screen(screen)
        if opening.is_running:
            return super()._get_screen(opening)
        mounted = _Mounted(opening, self._register(self, opening))
        self.call_next(mounted)
        return opening, mounted

    def _refresh_notifications(self) -> None:
        """Nothing is told and nothing stands there: no rack to lay out anew."""
        if self._notifications or (self.screen_stack and self.screen.query(Toast)):
            super()._refresh_notifications()


def _resume(of: Screen[Any], event: ScreenResume, resume: Callable[[Screen[Any], ScreenResume], None] = Screen._on_screen_resume) -> None:
    """A screen that opens is laid out and painted whole here: not a second time because its parts have asked for that before."""
    if of._size or not of.is_attached:  # it was here before
        resume(of, event)
        return
    for node in of.walk_children(Widget, with_self=True):
        node._layout_required = False
    with of.app.batch_update():  # laid out now; painted when it has been told all that waits to be told
        resume(of, event)
        of._repaint_required = False


def _screen_resized(of: Screen[Any], size: Size, resized: Callable[[Screen[Any], Size], None] = Screen._screen_resized) -> None:
    """A screen that has just been laid out for a size is told of that size too: it is not laid out for it once more."""
    if of._size != size:
        resized(of, size)


_laid_out: WeakKeyDictionary[Screen[Any], float] = WeakKeyDictionary()
"""When each screen was laid out last."""


def _refresh_layout(
    of: Screen[Any], size: Size | None = None, scroll: bool = False, refresh: Callable[..., None] = Screen._refresh_layout
) -> None:
    """Remember when; not of one that only scrolls, or has no size yet."""
    if not scroll and (size or of.outer_size):
        _laid_out[of] = get_time()
    refresh(of, size, scroll)


async def _on_layout(of: Screen[Any], message: Layout, on_layout: Callable[..., Awaitable[None]] = Screen._on_layout) -> None:
    """What was asked for before the screen was laid out has been done; it was only not read until now."""
    if message.time < _laid_out.get(of, 0.0):
        message.stop()
        message.prevent_default()
    else:
        await on_layout(of, message)


def _size_updated(
    of: Widget,
    size: Size,
    virtual_size: Size,
    container_size: Size,
    layout: bool = True,
    update: Callable[..., bool] = Widget._size_updated,
) -> bool:
    """What has just been laid out is not laid out once more because it now knows the size of what it holds: scrollbars that come say so."""
    return update(of, size, virtual_size, container_size, layout=False)


def _update_lines(of: OptionList, update: Callable[[OptionList], None] = OptionList._update_lines) -> None:
    """A list that is painted counts its lines: no reason to lay out the screen, which has asked it for its height, but that a bar comes."""
    asked_before, bars = of._layout_required, of.scrollbars_enabled
    update(of)
    if of.scrollbars_enabled == bars:
        of._layout_required = asked_before


def _beneath(of: Screen[Any], refresh: Callable[[Screen[Any]], None] = Screen._compositor_refresh) -> None:
    """Nothing is painted beneath a dialog that opens: its first picture has all of it."""
    if of is of.app.screen or of.app.screen._size:
        refresh(of)
    else:
        of._compositor._dirty_regions.clear()
        of._dirty_widgets.clear()


# From when this is loaded (`tui/face.py`) every screen opens like this.
Screen._on_screen_resume = _resume  # type: ignore[method-assign, assignment]
Screen._refresh_layout = _refresh_layout  # type: ignore[method-assign, assignment]
Screen._on_layout = _on_layout  # type: ignore[method-assign, assignment]
Screen._screen_resized = _screen_resized  # type: ignore[method-assign, assignment]
Screen._compositor_refresh = _beneath  # type: ignore[method-assign, assignment]
Widget._size_updated = _size_updated  # type: ignore[method-assign, assignment]
OptionList._update_lines = _update_lines  # type: ignore[method-assign, assignment]
