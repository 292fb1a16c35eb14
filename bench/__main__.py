"""`python -m bench [PART …] [--rounds N] [--growth]`: measure and print one table. Ends with 1 if a goal is missed."""

from __future__ import annotations

import argparse
import compileall
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench import growth, keys, resting, starting, thinking, writing
from bench.table import HEAD, Row

PARTS: dict[str, Callable[[Path, int], list[Row]]] = {
    "start": starting.rows,
    "keys": keys.rows,
    "work": keys.work,
    "thinking": thinking.rows,
    "writing": writing.rows,
    "resting": resting.rows,
}


def main() -> int:
    """Measure the parts asked for, all of them if none is named."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--rounds", type=int, default=15, help="how many times each thing is measured")
    parser.add_argument("--growth", action="store_true", help="cost against size, after the table")
    asked = parser.parse_args()
    if unknown := [p for p in asked.parts if p not in PARTS]:
        parser.error(f"no part is called {', '.join(unknown)}; there are {', '.join(PARTS)}")
    print(
        f"{date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} kärnor, Python {platform.python_version()}\n"
    )  # the day of a measurement
    for room in ("agendas", "sessions", "exports", "tui", "bench"):
        compileall.compile_dir(room, quiet=1)  # as an installed program lies
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as home:
        for name in asked.parts or PARTS:
            folder = Path(home) / name
            folder.mkdir()
            found += PARTS[name](folder, asked.rounds)
        print(f"\n{HEAD}")
        for row in found:
            print(row.line())
        if asked.growth:
            folder = Path(home) / "growth"
            folder.mkdir()
            print(f"\n{growth.table(folder, asked.rounds)}")
    missed = [row.what for row in found if not row.held]
    print(f"\n{len(found) - len(missed)} av {len(found)} mål hålls." + (f" Missade: {'; '.join(missed)}." if missed else ""))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
