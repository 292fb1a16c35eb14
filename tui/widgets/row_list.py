"""A long list with one line for each row, of which a key changes one or two."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content
from textual.reactive import reactive
from textual.widgets import OptionList


class RowList(OptionList):
    """Paints the rows that change, and where the cursor was and is; Textual's own paints the whole list.

    Measured on fifty rows (`bench/RESULTS.md`, "flytta i dagordningen" and "F2"). Private places of Textual 8:
    `Option._set_prompt` and the list's `_option_render_cache`, as in its own `replace_option_prompt`.
    """

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    _cursor: int | None = None
    """Where the cursor was painted last."""

    def change_rows(self, prompts: Mapping[int, Content]) -> None:
        """Other texts in some rows, by their place, each of one line as before."""
        changed = {self.get_option_at_index(index): prompt for index, prompt in prompts.items()}
        for option, prompt in changed.items():
            option._set_prompt(prompt)
        for key in [key for key in self._option_render_cache.keys() if key[0] in changed]:  # noqa: SIM118 - it is no dict
            self._option_render_cache.discard(key)
        for index in prompts:
            self.refresh_line(index)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """The cursor has gone somewhere else."""
        super().watch_highlighted(highlighted)
        before, self._cursor = self._cursor, highlighted
        for row in {before, highlighted}:
            if row is not None:
                self.refresh_line(row)
