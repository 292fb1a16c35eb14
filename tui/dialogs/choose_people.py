"""People from a list, a protokoll, another agenda or an earlier meeting: which one, and what it gave."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from tui.dialogs.choose import ChooseDialog
from tui.dialogs.message import MessageDialog
from tui.texts.start import Rosters as Words
from tui.widgets.name_picker import Choice

if TYPE_CHECKING:
    from agendas.model import Person


async def people_from_elsewhere(app: App[object], folder: Path, body: str) -> tuple[Person, ...]:
    """Ask where the people are, and read them. Empty when nobody chose, or when what was chosen lists nobody: that is told.

    To be awaited in a worker.
    """
    from tui.commands.stop import Stop
    from tui.rosters import people_of, rosters

    found = await asyncio.to_thread(rosters, folder, body)
    choices = [Choice(r.named, r.label, r.detail) for r in found]
    named = await app.push_screen_wait(ChooseDialog(Words.TITLE, choices, detail=Words.DETAIL, empty=Words.NONE))
    if named is None:
        return ()
    try:
        return await asyncio.to_thread(people_of, named)
    except Stop as stop:
        app.push_screen(MessageDialog(Words.NOT_READ, str(stop)))
        return ()
