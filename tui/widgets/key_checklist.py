"""The keys to tick off: `✓` arrived, `✗` passed over, `▸` the next one to press; and what to do without those that are missing."""

from __future__ import annotations

from itertools import groupby

from textual.content import Content
from textual.widgets import Static

from tui.key_check import KeyCheck
from tui.keys import Command, KeyTable
from tui.literal import plain
from tui.texts.program import KeyCheck as Words

NAMED = 3
"""Keys that one finds another way for at a time: whoever misses more begins at the wrong end, or needs the help."""
_CTRL = "Ctrl+"
_SIGNS = {"arrived": "✓", "missed": "✗", "next": "▸", "waiting": "·"}


class KeyChecklist(Static):
    """A few lines that take no keys themselves: the screen gives them what came, by `press`."""

    def __init__(self, keys: KeyTable, lead: str) -> None:
        """`lead`: the first line, which says how one gets away from here."""
        super().__init__("", classes="key-checklist", markup=False)
        self._lead = lead
        self._palette = keys.by_id["app.palette"].shown_key
        self.check = KeyCheck(keys)

    def on_mount(self) -> None:
        """Nothing has come yet."""
        self._show()

    def press(self, key: str) -> bool:
        """A key came. Whether it is one of those in the list."""
        known = self.check.press(key)
        if known:
            self._show()
        return known

    def _show(self) -> None:
        rows = [plain(self._lead)]
        for with_ctrl, commands in groupby(self.check.commands, key=lambda c: c.key.startswith("ctrl+")):
            rows.append(Content(" ").join([*([plain(_CTRL)] if with_ctrl else []), *map(self._cell, commands)]))
        rows.append(plain(self.told))
        self.update(Content("\n").join(rows))

    def _cell(self, command: Command) -> Content:
        state = self.check.state(command)
        cell = plain(f"{_SIGNS[state]}\u00a0{command.shown_key.removeprefix(_CTRL)}")
        return cell.stylize("bold") if state in {"next", "missed"} else cell

    @property
    def told(self) -> str:
        """What is the same as those that did not come."""
        if missed := self.check.missed:
            instead = (f"{c.shown_key} = {f'Esc, {c.letter}' if c.letter else self._palette}" for c in missed[:NAMED])
            return Words.instead("; ".join(instead), len(missed) > NAMED)
        return Words.ALL if self.check.done else Words.SIGNS
