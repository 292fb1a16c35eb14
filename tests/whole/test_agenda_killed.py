"""A killed program takes nothing along of what was being typed in the agenda's forms."""

from __future__ import annotations

from pathlib import Path

from tests.whole.terminal import Terminal


def test_a_half_typed_agenda_survives_a_kill_and_is_offered_on_the_start_screen(tmp_path: Path, monkeypatch) -> None:
    home, folder = tmp_path / "hem", tmp_path / "mapp"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    first = Terminal(home=home)
    first.sees("Öva")
    first.press("enter")  # Ny dagordning stands first where there is nothing
    first.sees("Ny dagordning ·")
    first.press("enter")
    first.sees("Husstil")
    first.press("Granby kommun")
    first.sees("Granby kommun")
    first.press("tab")
    for _ in range(10):
        first.read(0.2)  # the cursor has no text to wait for
    first.press("Kulturnäm")
    first.sees("Kulturnäm")  # half a word, in a box that has not been left
    first.until(lambda shown: any("Kulturnäm" in p.read_text(encoding="utf-8") for p in home.glob("osparade/*.json")), "it is kept")
    first.kill()

    second = Terminal(home=home)
    try:
        assert "osparad" in second.sees("Kulturnäm")
        second.press("enter")
        assert "Kulturnäm" in second.sees("ej sparad")
        second.press("esc")
        second.sees("Ändringarna är inte sparade")
        second.press("l")
        second.sees("Öva")
        assert not list(home.glob("osparade/*.json"))  # left on purpose
    finally:
        second.kill()
