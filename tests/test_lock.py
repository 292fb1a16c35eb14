"""What is installed is what was checked: every package of the lock has one version and the hashes of its files."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = re.compile(r"^([\w.-]+)==([^ ;\\]+)([^\n]*)\\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.M)


def test_every_package_of_the_lock_has_its_version_and_its_hashes() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = {_plain(name): version for name, version, _, _ in PACKAGE.findall(text)}
    assert len(locked) == sum("==" in line for line in text.splitlines() if not line.startswith("#"))
    assert PACKAGE.sub("", re.sub("^#.*\n", "", text, flags=re.M)).strip() == "", "something has no hash"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"], *project["optional-dependencies"]["pdf"]]
    for requirement in wanted:
        name, _, version = re.split(r"(==|[<>])", requirement, maxsplit=1)
        assert _plain(name) in locked, name
        if "==" in requirement:
            assert locked[_plain(name)] == version


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_make_installs_nothing_that_has_no_hash() -> None:
    installs = [line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if "$(BIN)/python -m pip install" in line]
    assert len(installs) == 2
    assert "--require-hashes" in installs[0]
    assert "--no-index" in installs[1]
    assert "--no-deps" in installs[1]
