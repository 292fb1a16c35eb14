"""What can be read from a screen of the meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

SURE = 50
"""As much of a line in the panel as is never cut off."""

_LOOKED_FOR = re.compile(r"│ +(Vem|Instämmer|Vilka|Person|Ersättare|Ordinarie|Sök|Kl\.|Väljs) {2,}")
"""The rows of a dialog in which names and times are typed."""


@dataclass(frozen=True)
class Shown:
    """One screen, read as a person would."""

    text: str
    fields: str
    """What stands in the text fields of a dialog. A name that is being looked for is no text."""
    stands: bool
    """Whether it is the meeting's screen."""
    saved: bool
    dialog: bool
    decided: frozenset[int]
    paragraph: int
    panel: frozenset[str]
    present: int | None


def read(text: str) -> Shown:
    """Read a screen of 100 columns."""
    rows = text.split("\n")
    present = re.search(r"(\d+) av \d+ · ", rows[0])
    heading = next((row for row in rows if "╮╭─ § " in row), "")
    number = re.search(r"╮╭─ § (\d+)", heading)
    return Shown(
        text=text,
        fields="\n".join(row for row in rows if not _LOOKED_FOR.search(row)),
        stands="╭─ Dagordning" in text,
        saved="sparat ✓" in rows[0],
        dialog=any(re.search(r"^.{0,40}[│ ].*╭─{20,}╮|^╭─{20,}╮|KOMMANDO", row) for row in rows[2:]),
        decided=frozenset(int(n) for n in re.findall(r"✓ § (\d+)", text)),
        paragraph=int(number[1]) if number else 0,
        panel=frozenset(_panel(rows)),
        present=int(present[1]) if present else None,
    )


def _panel(rows: list[str]) -> list[str]:
    """The lines of the § panel: those that tell a fact."""
    found: list[str] = []
    for row in rows[2:]:
        if "╰──" in row:
            break
        _, beside_the_agenda, line = row.rpartition("││")
        line = line.strip(" │") if beside_the_agenda else ""  # else a dialog: one that is painted over is gone from the top
        # A toast lies over what it covers; a long line is cut off where the panel ends.
        if line and "ännu inte fattat" not in line and "▌" not in line and "──" not in line:
            found.append(line[:SURE].rstrip(" …"))
    return found
