"""Meetings recorded after published protocols, and two that nobody held, as archives: the same ones that stand in `agendas/examples`."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

REHEARSAL = "ludvika"
"""The meeting that `klubban exempel` holds: short, with a jäv, a written motion and two proposals."""


def archive_paths() -> dict[str, Path]:
    """The example archives by the name of their municipality: `ludvika` → `…/ludvika-2022-01-17.toml`."""
    folder = Path(str(files(__package__)))
    return {path.stem.partition("-")[0]: path for path in sorted(folder.glob("*.toml"))}
