"""Every promise of the pages for people is kept by a test: the one it names is there, and is one that runs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
_NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def promises(page: str) -> dict[str, list[tuple[str, str]]]:
    """Each promise of the page with the tests that keep it."""
    part = page.partition("<!-- löften")[2].partition("-->")[2].partition("<!-- slut -->")[0]
    lines = [line.removeprefix("- ") for line in part.splitlines() if line.strip()]
    return {line.partition(" `")[0]: _NAMED.findall(line) for line in lines}


def missing(tests: list[tuple[str, str]]) -> list[str]:
    """Those that are not functions of their files, or are skipped whatever happens."""
    return [f"{path}::{name}" for path, name in tests if name not in _running(ROOT / path)]


def _running(path: Path) -> set[str]:
    if not path.is_file():
        return set()
    found = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    return {node.name for node in found if not any("mark.skip(" in ast.unparse(mark) for mark in node.decorator_list)}


@pytest.mark.parametrize(("page", "many"), [("handbok", 35), ("till-it", 6), ("arkiv", 15)])
def test_every_promise_names_the_test_that_keeps_it(page: str, many: int) -> None:
    said = promises((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8"))
    assert len(said) >= many
    assert {promise: missing(tests) for promise, tests in said.items() if not tests or missing(tests)} == {}


@pytest.mark.parametrize(
    "wrong", ["tests/test_promises.py::test_which_is_not_there", "tests/borta.py::test_a", "tests/conftest.py::own_home"]
)
def test_a_promise_without_its_test_is_noticed(wrong: str) -> None:
    page = f"<!-- löften: … -->\n- Inget går förlorat. `{wrong}`\n<!-- slut -->"
    ((_, tests),) = promises(page).items()
    assert not tests or missing(tests) == [wrong]
