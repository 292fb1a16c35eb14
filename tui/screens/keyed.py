"""A screen with its keys on the bottom line."""

from __future__ import annotations

from textual import on
from textual.screen import Screen, ScreenResultType

from tui.widgets.footer import KeyFooter


class KeyedScreen(Screen[ScreenResultType]):
    """Whoever does not know the keys yet clicks: a word of the footer does what its key does."""

    @on(KeyFooter.Pressed)
    async def _word_clicked(self, event: KeyFooter.Pressed) -> None:
        await self.run_action(event.command.action)
