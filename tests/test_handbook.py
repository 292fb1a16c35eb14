"""The made parts of the handbook are fresh, its pictures and links are there, and the page of keys is a page."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import pytest

from tui.cli import main

DOCS = Path(__file__).resolve().parent.parent / "docs"
PAGES = [*sorted(DOCS.glob("*.md")), *sorted((DOCS / "beslut").glob("*.md")), DOCS.parent / "README.md"]


def test_the_keys_in_the_handbook_are_those_of_the_program() -> None:
    text = (DOCS / "handbok.md").read_text(encoding="utf-8")
    assert text == runpy.run_path(str(DOCS / "handbok.py"))["page"](text), "kör .venv/bin/python docs/handbok.py"


@pytest.mark.parametrize("path", PAGES, ids=lambda p: p.name)
def test_links_and_pictures_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    targets = [t for t in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in t]
    missing = [t for t in targets if t.partition("#")[0] and not (path.parent / t.partition("#")[0]).exists()]
    headings = {re.sub(r"[^\w\- ]", "", h.casefold()).strip().replace(" ", "-") for h in re.findall(r"^#+ (.+)$", text, re.M)}
    missing += [t for t in targets if t.startswith("#") and t[1:] not in headings]
    assert not missing


def test_klubban_tangenter_is_one_page_to_print(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tangenter"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 80
    assert any(line.startswith("  F5        b   Visar ordförandens nästa fråga") for line in lines)
