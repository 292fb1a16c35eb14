"""The secretary at the meeting screen: a table, the screen over it, and what is seen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

from textual.pilot import Pilot
from textual.widgets._toast import Toast

from sessions.meeting import ItemState
from sessions.store import Draft
from tests.tui.host import Host, Table, shown, typed
from tui.screens.meeting import MeetingScreen

FIRST, GRANTS, BUDGET, NEWS, CASE = "val-av-justerare", "foreningsbidrag", "budget", "information", "individarende"


class Desk:
    """Keys in, facts and screen out."""

    def __init__(self, pilot: Pilot[Any], session: Table, screen: MeetingScreen) -> None:
        self.pilot = pilot
        self.session = session
        self.screen = screen

    async def press(self, *keys: str) -> None:
        """Press keys one after another, as a person does."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Type a text."""
        await typed(self.pilot, text)
        await self.pilot.pause()

    async def alone(self, letter: str) -> None:
        """A letter that stands alone, and is a command."""
        await self.press(letter)

    def item(self, item: str) -> ItemState:
        """An item as it is recorded."""
        return self.session.ahead.items[item]

    @property
    def paragraphs(self) -> dict[str, int]:
        """The § of each item that has one."""
        return {x.id: x.paragraph for x in self.session.ahead.numbered if x.paragraph is not None}

    @property
    def seen(self) -> str:
        """All that stands on the terminal."""
        return shown(self.pilot)

    @property
    def toasts(self) -> list[str]:
        """What the toasts say."""
        return [toast._notification.message for toast in self.pilot.app.screen.query(Toast)]

    @property
    def at_desk(self) -> bool:
        """Whether no dialog is open."""
        return self.pilot.app.screen is self.screen


@asynccontextmanager
async def desk(
    session: Table | None = None, *, size: tuple[int, int] = (80, 24), drafts: Sequence[Draft] = (), but: Sequence[str] = ()
) -> AsyncIterator[Desk]:
    """The meeting screen over an open meeting, or over `session`."""
    table = session or Table()
    if session is None:
        table.everybody(*but)
    screen = MeetingScreen(table, drafts=drafts)
    async with Host(lambda: screen).run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield Desk(pilot, table, screen)
