"""Nothing is sent anywhere, and nobody else on the machine can read what is recorded or written."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest


@pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX")
def test_a_whole_meetings_work_reaches_no_other_machine_and_every_file_is_its_owners_alone(tmp_path: Path, own_home: Path) -> None:
    folder = tmp_path / "arbete"
    folder.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.whole.shut_in", str(folder)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.returncode == 0, done.stderr[-3000:]
    made = [path for root in (own_home, folder / "ut") for path in (root, *root.rglob("*"))]
    others = {str(path): oct(stat.S_IMODE(path.stat().st_mode)) for path in made if path.stat().st_mode & 0o077}
    others.pop(str(folder / "ut"))  # made by the test
    others.pop(str(folder / "ut" / "agenda.schema.json"), None)  # holds nothing of a meeting
    assert others == {}
    printed = {path.name: _read(path) for path in (folder / "ut").rglob("*") if path.suffix in {".md", ".html", ".json", ".docx", ".toml"}}
    assert [name for name, text in printed.items() if "Lappord" in text] == ["raddat.toml"], "own notes are in what is rescued alone"
    assert len(made) > 25


def test_what_watches_would_see_it(tmp_path: Path) -> None:
    program = (
        "from tests.whole.shut_in import _watch; import sys, socket; sys.addaudithook(_watch); socket.create_connection(('127.0.0.1', 9))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False, cwd=Path(__file__).parents[2]
    )
    assert done.returncode == 99, done.stderr


def _read(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
