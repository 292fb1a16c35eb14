"""Importera …: from a file that others wrote to the forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.helpers import until
from tests.tui.host import SIZES, running, shown, typed
from tests.tui.test_start import StartApp, choose, settled
from tui.dialogs.import_file import ImportDialog, ImportPreviewDialog
from tui.paths import full_path, matches
from tui.screens.agenda_forms import AgendaFormsScreen
from tui.screens.start import StartScreen

KALLELSE = """\
Kulturnämnden kallas till sammanträde

Tid: torsdagen den 12 mars 2026 kl. 13.00
Plats: Stadshuset [/]

1. Val av justerare
2. Föreningsbidrag [@click=app.quit]x[/]  KN 2026/12
3. Information från förvaltningen
"""


def kallelse(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / "kallelse.txt"
    path.write_text(KALLELSE, encoding="utf-8")
    return path


def test_a_path_is_completed_from_what_is_there(tmp_path: Path) -> None:
    kallelse(tmp_path)
    (tmp_path / "bild.png").touch()
    (tmp_path / "kansli").mkdir()
    kallelse(tmp_path / "kansli")
    assert matches("", tmp_path) == ["kallelse.txt", "hem/", "kansli/"] or matches("", tmp_path) == ["kallelse.txt", "kansli/"]
    assert matches("KA", tmp_path) == ["kallelse.txt", "kansli/"]
    assert matches("kansli/", tmp_path) == ["kansli/kallelse.txt"]
    assert matches("finns/inte", tmp_path) == []
    assert full_path("'kallelse.txt'", tmp_path) == tmp_path / "kallelse.txt"


@pytest.mark.parametrize("size", SIZES)
async def test_a_kallelse_comes_from_the_start_screen_into_the_forms(size: tuple[int, int], tmp_path: Path) -> None:
    kallelse(tmp_path)
    app = StartApp(tmp_path)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        await choose_start(pilot, "Importera")
        assert isinstance(pilot.app.screen, ImportDialog)
        await pilot.press("k", "tab", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, ImportPreviewDialog))
        await pilot.pause()
        assert "3 ärenden" in shown(pilot)
        assert "Plats: Stadshuset [/]" in shown(pilot)
        await pilot.press("g")
        await until(pilot, lambda: isinstance(pilot.app.screen, AgendaFormsScreen))
        await pilot.pause()
        assert "Val av justerare" in shown(pilot)
        assert "ej sparad" in shown(pilot)


async def choose_start(pilot, label: str) -> None:
    screen = pilot.app.screen
    at = next(n for n, o in enumerate(screen.list.options) if o.id and label in str(o.prompt))
    screen.list.highlighted = at
    await pilot.press("enter")
    for _ in range(3):
        await pilot.pause()


async def test_a_file_that_is_not_there_is_told_inline(tmp_path: Path) -> None:
    async with running(lambda: ImportDialog(tmp_path)) as pilot:
        await pilot.pause()
        await typed(pilot, "finns inte.pdf")
        await pilot.press("enter")
        await pilot.pause()
        assert "Filen finns inte." in shown(pilot)


async def test_a_new_agenda_and_an_old_one_open_in_forms_from_the_start_screen(tmp_path: Path) -> None:
    from tests.tui.test_agenda_forms import small

    small(tmp_path)
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        await choose(pilot, "Ny dagordning")
        assert "Dagordning · Ny dagordning" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        screen = pilot.app.screen
        assert isinstance(screen, StartScreen)
        screen.list.highlighted = next(n for n, o in enumerate(screen.list.options) if "liten.toml" in str(o.prompt))
        await pilot.press("e")
        await settled(pilot)
        assert "Dagordning · liten.toml" in shown(pilot)
