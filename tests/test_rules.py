"""The list of rules is made from the tests, and is fresh."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent / "docs"


def test_the_list_of_rules_is_what_the_tests_carry() -> None:
    spec = spec_from_file_location("rules", DOCS / "rules.py")
    assert spec is not None
    assert spec.loader is not None
    rules = module_from_spec(spec)
    spec.loader.exec_module(rules)
    assert (DOCS / "regler.md").read_text(encoding="utf-8") == rules.written(), "run: python docs/rules.py"
