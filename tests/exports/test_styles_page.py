"""docs/husstilar.md is made from the program and is never behind it."""

from __future__ import annotations

import runpy
from dataclasses import fields
from pathlib import Path

from exports.phrases import Phrases

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_about_house_styles_is_what_the_script_writes() -> None:
    made = runpy.run_path(str(DOCS / "husstilar.py"))["page"]()
    assert (DOCS / "husstilar.md").read_text(encoding="utf-8") == made, "kör .venv/bin/python docs/husstilar.py"


def test_every_phrase_stands_there() -> None:
    page = (DOCS / "husstilar.md").read_text(encoding="utf-8")
    assert all(f"| `{f.name}` |" in page for f in fields(Phrases))
