"""The strip of the rehearsal above the footer: which key comes next, what it does, and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.widgets import Static

from sessions.events import Recorded
from tui.keys import KeyTable, display
from tui.literal import line
from tui.texts.rehearsal import HIDE_KEY
from tui.texts.rehearsal import Rehearsal as Words

if TYPE_CHECKING:
    from tui.rehearsal import Guide

HINTS = 12
"""Steps after which the key that hides it is known."""


class GuideStrip(Static):
    """Not there unless the app rehearses (`app.guide`). It takes no keys and is in nobody's way."""

    def __init__(self) -> None:
        super().__init__("", classes="guide", markup=False)
        self.display = False

    def follow(self, records: Sequence[Recorded[Any]], keys: KeyTable) -> None:
        """Say what comes after what is recorded."""
        guide: Guide | None = getattr(self.app, "guide", None)
        self.display = guide is not None and getattr(self.app, "guide_shown", False)
        if guide is None or not self.display:
            return
        said = guide.say(records, keys)
        act = Content.assemble(Words.next(said.place), line(said.keys, "bold"), " – ", line(said.does))
        hide = Words.hide(display(HIDE_KEY)) if said.place[0] < HINTS else ""
        why = Content.assemble(line(said.why), "  " if said.why and hide else "", hide)
        self.update(Content.assemble(act, "\n", why.stylize("$text-muted")))
