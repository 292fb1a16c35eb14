"""The parts of `docs/handbok.md` that are made: `python docs/handbok.py`. The list of keys comes from the key table."""

from __future__ import annotations

import re
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TARGET = HERE / "handbok.md"


def keys() -> str:
    """The keys of the meeting as one table, group by group."""
    from tui.keys import DEFAULT_KEYS

    rows = ["| Tangent | Efter Esc | Vad |", "| --- | --- | --- |"]
    for group, commands in DEFAULT_KEYS.groups().items():
        rows.append(f"| **{group}** | | |")
        rows += [f"| {c.shown_key} | {c.letter} | {c.tooltip} |" for c in commands]
    return "\n".join(rows)


def page(text: str) -> str:
    """The handbook with its made parts as they are to be. Raises `ValueError` when their place is not there."""
    made, count = re.subn(
        r"(<!-- tangenter:[^\n]*-->\n).*?(<!-- slut -->)", lambda m: f"{m[1]}\n{keys()}\n\n{m[2]}", text, count=1, flags=re.S
    )
    if not count:
        raise ValueError("handbok.md has no place for the keys")
    return made


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))
    TARGET.write_text(page(TARGET.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
