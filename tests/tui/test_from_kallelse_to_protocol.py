"""From somebody else's kallelse to a protocol by keys alone: no editor, no TOML, no command line."""

from __future__ import annotations

import shutil
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from textual.pilot import Pilot

from tests.tui.helpers import until
from tests.tui.host import shown, typed
from tests.tui.test_whole_meeting import Secretary, Steps
from tui.app import KlubbanApp
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.export import ExportDialog
from tui.dialogs.import_file import ImportDialog, ImportPreviewDialog
from tui.screens.agenda_form import AgendaFormScreen
from tui.screens.agenda_forms import AgendaFormsScreen
from tui.screens.review import ReviewScreen
from tui.screens.roll_call import RollCallScreen
from tui.screens.start import StartScreen

ROSTER = """\
Eva Larsson (C), ordförande
Carina Fredriksen (S), 2:e vice ordförande
Bo Ask (M)
Siv Dahl (S), ersättare
Nils Ek, sekreterare
"""


async def over(pilot: Pilot[Any], screen: type, what: str = "") -> None:
    """Wait until a screen is on top and has been painted."""
    await until(pilot, lambda: isinstance(pilot.app.screen, screen), what or screen.__name__)
    await pilot.pause()
    await pilot.pause()


async def choose(pilot: Pilot[Any], label: str) -> None:
    """A line of the Start screen, when the disk has been read."""
    start = pilot.app.screen
    assert isinstance(start, StartScreen)
    await until(pilot, lambda: any(o.id and label in str(o.prompt) for o in start.list.options), label)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    start.list.highlighted = next(n for n, o in enumerate(start.list.options) if o.id and label in str(o.prompt))
    await pilot.press("enter")


def fewer(forms: AgendaFormsScreen, than: int) -> bool:
    """Whether a doubt has been answered."""
    return len(forms.draft.doubts) < than


async def every_doubt_answered(pilot: Pilot[Any]) -> int:
    """F6 from one doubt to the next, in the forms or as a question; how many there were."""
    forms = pilot.app.screen
    assert isinstance(forms, AgendaFormsScreen)
    count = len(forms.draft.doubts)
    for _ in range(3 * count):
        if not forms.draft.doubts:
            break
        left = len(forms.draft.doubts)
        await pilot.press("f6")
        await until(pilot, lambda: pilot.app.screen is not forms, "a form or a question")
        await pilot.pause()
        if isinstance(pilot.app.screen, AgendaFormScreen):
            await pilot.press("f6")
            await until(pilot, partial(fewer, forms, left), "the doubt in the form is answered")
            await pilot.press("escape")
        else:
            await pilot.press("tab", "enter")
        await over(pilot, AgendaFormsScreen)
    return count


@pytest.mark.parametrize("size", [(100, 30)])
async def test_herrljunga_from_its_text_to_a_run_meeting_to_a_protocol(size: tuple[int, int], shared: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mapp"
    folder.mkdir()
    shutil.copy(next((shared / "seeds").glob("002_*.txt")), folder / "kallelse.txt")
    (folder / "ledamoter.txt").write_text(ROSTER, encoding="utf-8")
    clock = Steps(datetime(2021, 9, 28, 13, 5, tzinfo=ZoneInfo("Europe/Stockholm")))
    app = KlubbanApp(clock=clock, folder=folder)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await over(pilot, StartScreen)
        await choose(pilot, "Importera")
        await over(pilot, ImportDialog)
        await pilot.press("k", "a", "tab", "enter")
        await over(pilot, ImportPreviewDialog)
        assert "15 ärenden" in shown(pilot)
        await pilot.press("p")
        await over(pilot, ChooseDialog)
        await typed(pilot, "ledam")
        await pilot.press("enter")
        await over(pilot, ImportPreviewDialog)
        preview = app.screen
        assert isinstance(preview, ImportPreviewDialog)
        await until(pilot, lambda: any(p.name == "Siv Dahl" for p in preview._taken.agenda.people), "the roster is taken up")
        assert not any("Organets ledamöter" in d.message for d in preview._taken.doubts)
        await pilot.press("g")
        await over(pilot, AgendaFormsScreen)

        assert await every_doubt_answered(pilot) > 5
        await pilot.press("ctrl+s")
        await until(pilot, lambda: list(folder.glob("*.toml")), "the agenda is saved")
        await pilot.press("escape")
        await over(pilot, StartScreen)
        await choose(pilot, "socialnamnden-2021-09-28.toml")
        await over(pilot, RollCallScreen)

        s = Secretary(pilot, clock)
        await s.press("a", "a")
        clock.to("13.15")
        await s.press("f2", "enter")
        assert s.at_desk, shown(pilot)
        last = list(s.meeting.items)[-1]
        for _ in s.meeting.items:
            await s.press("f2")
            if not s.at_desk:  # the § before it has no decision: on without one
                await s.press("f2")
            current = s.meeting.current_item
            assert current is not None
            if current.item.kind == "beslut" and current.item.proposal:
                await s.press("f5", "enter")
            assert s.at_desk, shown(pilot)
            if current.id == last:
                break
        decided = {x.item.reference for x in s.meeting.items.values() if x.decision}
        assert decided == {"SN 9/2021", "SN 4/2021", "SN 119/2021", "SN 102/2021", "SN 127/2021"}
        clock.to("15.00")
        await s.press("f2", "ctrl+s")
        assert s.meeting.closed
        await s.press("f12")
        await over(pilot, ReviewScreen)
        await pilot.press("f12")
        await over(pilot, ExportDialog)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: list(tmp_path.rglob("*.md")), "the protocol is written")
        app.exit()
        await pilot.pause()

    text = next(tmp_path.rglob("*.md")).read_text(encoding="utf-8")
    for said in ("Socialnämnden", "2021-09-28", "Eva Larsson (C)", "SN 9/2021", "godkänner delårsrapporten"):
        assert said in text.replace("\u00a0", " "), said
