"""What `make coverage` tells: how many lines and branches of each room the tests go through; it fails under 95 per cent of either.

`coverage report` has one figure for both together, in which the lines, of which there are three times as many, hide the branches.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LEAST = 95.0
_COUNTS = ("covered_lines", "num_statements", "covered_branches", "num_branches")


def rates(report: Mapping[str, Any]) -> dict[str, tuple[float, float]]:
    """By room, from the data of `coverage json`: per cent of its lines, and of its branches."""
    sums: dict[str, list[int]] = {}
    for name, file in report["files"].items():
        room = sums.setdefault(Path(name).parts[0], [0, 0, 0, 0])
        for place, count in enumerate(_COUNTS):
            room[place] += file["summary"][count]
    return {room: (100 * lines / of_lines, 100 * branches / of) for room, (lines, of_lines, branches, of) in sorted(sums.items())}


def told(found: Mapping[str, tuple[float, float]]) -> Iterator[str]:
    """One line a room, cut and not rounded: 94.99 is under 95."""
    for room, (lines, branches) in found.items():
        yield f"{room:10} {int(lines * 100) / 100:6.2f} % of the lines, {int(branches * 100) / 100:6.2f} % of the branches"


def main(path: Path) -> int:
    """Print the figures; 1 when any is too low."""
    found = rates(json.loads(path.read_text(encoding="utf-8")))
    print("\n".join(told(found)))
    low = sorted(room for room, figures in found.items() if min(figures) < LEAST)
    if low:
        print(f"Under {LEAST:.0f} %: {', '.join(low)}", file=sys.stderr)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
