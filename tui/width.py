"""How wide the terminal is, as a class that the stylesheet knows."""

from __future__ import annotations

from textual.app import App

WIDTHS: list[tuple[int, str]] = [(0, "-narrow"), (100, "-normal"), (110, "-wide")]
"""From how many columns each of them holds."""


def width_class(app: App[object]) -> str:
    """The class that holds now.

    Textual gives it to a screen when that has been laid out, and styles and lays out all of it once more. A screen that
    takes it before its parts are made is laid out once: a quarter of what opening a dialog cost (`bench/RESULTS.md`).
    """
    return next(name for least, name in reversed(WIDTHS) if app.size.width >= least)
