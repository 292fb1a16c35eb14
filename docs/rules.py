"""`docs/regler.md` out of `docs/regler.toml` and the names of the tests: `python docs/rules.py`.

A test carries a rule when its name has the number: `test_r_706_…`, `test_r_304_r_305_…`. A rule without a test has its
reason in the TOML file, and only such a rule has one.
"""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "regler.md"
HEAD = """# Reglerna och testerna

Reglerna för sammanträden i svenska kommuner som Klubban bygger på, i nummerordning. Under varje regel står de test som
bär dess nummer, eller skälet till att inget gör det. Filen görs av `python docs/rules.py` och ändras inte för hand.
"""


def carried() -> dict[str, list[str]]:
    """The tests of each rule: `tests/sessions/test_voting.py::test_r_707_…`, in the order of files and lines."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name.startswith("test_"):
                for number in dict.fromkeys(re.findall(r"_r_(\d{3,4})(?=_)", node.name)):
                    found.setdefault(f"R-{number}", []).append(f"{path.relative_to(ROOT).as_posix()}::{node.name}")
    return found


def written() -> str:
    """The whole file. Raises `ValueError` when a rule has neither test nor reason, both, or is not in the list."""
    data = tomllib.loads((ROOT / "docs" / "regler.toml").read_text(encoding="utf-8"))
    rules, reasons, tests = data["regler"], data["skal"], carried()
    neither = [r for r in rules if r not in tests and r not in reasons]
    both = [r for r in reasons if r in tests]
    unknown = [r for r in (*reasons, *tests) if r not in rules]
    if neither or both or unknown:
        raise ValueError(f"neither test nor reason: {neither}; both: {both}; unknown: {unknown}")
    lines = [HEAD, f"{len(rules)} regler, {len(rules) - len(reasons)} med test, {len(reasons)} med skäl.\n"]
    for rule, title in rules.items():
        lines.append(f"## {rule} {title}\n")
        if rule in reasons:
            lines.append(f"{reasons[rule]}\n")
        else:
            lines.append("\n".join(f"- `{test}`" for test in tests[rule]) + "\n")
    return "\n".join(lines)


if __name__ == "__main__":
    TARGET.write_text(written(), encoding="utf-8", newline="\n")
