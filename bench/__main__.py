"""`python -m bench [PART …] [--rounds N]`: measure and print one table. Ends with 1 if a goal is missed.

Only when they are asked for: `growth`, or `--growth` besides the others: cost against size; `hours [--hours N]`: twelve
simulated hours of an idle meeting; `others --envs FOLDER`: programs that others have made, installed there with pip the first time.
"""

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

from bench import correcting, growth, hours, keys, others, resting, starting, thinking, writing
from bench.table import HEAD, Row

PARTS: dict[str, Callable[[Path, int], list[Row]]] = {
    "start": starting.rows,
    "keys": keys.rows,
    "work": keys.work,
    "thinking": thinking.rows,
    "correcting": correcting.rows,
    "writing": writing.rows,
    "resting": resting.rows,
}


def main() -> int:
    """Measure the parts asked for; those of `PARTS` if none is named."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; growth, hours, others")
    parser.add_argument("--rounds", type=int, default=15, help="how many times each thing is measured")
    parser.add_argument("--growth", action="store_true", help="cost against size too")
    parser.add_argument("--hours", type=int, default=hours.HOURS, help="how many of them are simulated")
    parser.add_argument("--envs", type=Path, help="where the environments of the other programs lie, or are made")
    asked = parser.parse_args()
    parts = PARTS | {
        "growth": growth.rows,
        "hours": lambda home, _: hours.rows(home, asked.hours),
        "others": lambda home, rounds: others.rows(home, rounds, asked.envs),
    }
    if unknown := [p for p in asked.parts if p not in parts]:
        parser.error(f"no part is called {', '.join(unknown)}; there are {', '.join(parts)}")
    if "others" in asked.parts and not asked.envs:
        parser.error("others needs --envs FOLDER")
    print(
        f"{date.today()}, {platform.system()} {platform.machine()}, {os.cpu_count()} kärnor, Python {platform.python_version()}\n"
    )  # the day of a measurement
    for room in ("agendas", "sessions", "exports", "tui", "bench"):
        compileall.compile_dir(room, quiet=1)  # as an installed program lies
    found: list[Row] = []
    with tempfile.TemporaryDirectory() as home:
        for name in dict.fromkeys([*(asked.parts or PARTS), *(["growth"] if asked.growth else [])]):
            folder = Path(home) / name
            folder.mkdir()
            found += parts[name](folder, asked.rounds)
        print(f"\n{HEAD}")
        for row in found:
            print(row.line())
    missed = [row.what for row in found if not row.held]
    print(f"\n{len(found) - len(missed)} av {len(found)} mål hålls." + (f" Missade: {'; '.join(missed)}." if missed else ""))
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
