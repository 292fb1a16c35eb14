"""The program as people get it: built, installed in an environment of its own without any network, and run from there."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
DATA = (".toml", ".tcss", ".md", ".json", ".typed", ".typ", ".css")


def run(*command: str | Path, folder: Path) -> str:
    """What a command says, without a terminal and from a folder that has nothing to do with the program."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(
        command, cwd=folder, env=clean, capture_output=True, text=True, encoding="utf-8", stdin=subprocess.DEVNULL, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by what is installed here."""
    folder = tmp_path_factory.mktemp("hjul")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet")
    run(*pip, "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", folder, HOME, folder=folder)
    (made,) = folder.glob("klubban-*.whl")
    return made


def test_the_wheel_holds_all_that_stands_beside_the_code_and_nothing_else(wheel: Path) -> None:
    names = {n for n in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in n}
    rooms = ("agendas", "sessions", "exports", "tui")
    wanted = {
        path.relative_to(HOME).as_posix()
        for room in rooms
        for path in (HOME / room).rglob("*")
        if path.suffix in {".py", *DATA} and "__pycache__" not in path.parts
    }
    assert wanted <= names
    assert {n.split("/")[0] for n in names} == {*rooms}


def test_the_installed_program_knows_its_version_and_plays_the_example(wheel: Path, tmp_path: Path, own_home: Path) -> None:
    """What it depends on is lent from here; the program itself is only what lies in the wheel."""
    place = tmp_path / "miljö"
    run(sys.executable, "-m", "venv", "--without-pip", place, folder=tmp_path)
    scripts = place / ("Scripts" if os.name == "nt" else "bin")
    python = scripts / "python"
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python, "install", "--quiet")
    run(*pip, "--no-deps", "--no-index", wheel, folder=tmp_path)
    where = 'import sysconfig; print(sysconfig.get_path("purelib"))'
    installed = Path(run(python, "-c", where, folder=tmp_path).strip())
    # A path file in a lent folder is not read: the editable installation of this tree does not come along.
    (installed / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    assert Path(run(python, "-c", "import tui; print(tui.__file__)", folder=tmp_path).strip()).is_relative_to(place)
    klubban = scripts / "klubban"
    assert run(klubban, "--version", folder=tmp_path).split()[-1] == wheel.name.split("-")[1]
    said = run(klubban, "exempel", folder=tmp_path)
    (protocol,) = tmp_path.glob("protokoll-*UTKAST.md")
    assert protocol.name in said
    golden = HOME / "exports" / "examples" / protocol.name.removeprefix("protokoll-").replace("-UTKAST", "")
    text = protocol.read_text(encoding="utf-8")
    assert "UTKAST – ej justerat" in text
    assert "§" in text
    assert not golden.exists() or golden.read_text(encoding="utf-8") == text
    assert list(own_home.rglob("*.klubban"))
