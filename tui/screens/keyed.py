"""A screen with its keys on the bottom line."""

from __future__ import annotations

from textual import events, on
from textual.screen import Screen, ScreenResultType

from tui.widgets.footer import KeyFooter


class KeyedScreen(Screen[ScreenResultType]):
    """Whoever does not know the keys yet clicks: a word of the footer does what its key does."""

    _seen_before = False

    @on(events.ScreenResume)
    def _style_when_it_comes_back(self, event: events.ScreenResume) -> None:
        """Its parts were styled when they came: Textual need not style them again until another screen has been over them."""
        event.refresh_styles = event.refresh_styles and self._seen_before
        self._seen_before = True

    @on(KeyFooter.Pressed)
    async def _word_clicked(self, event: KeyFooter.Pressed) -> None:
        await self.run_action(event.command.action)
