"""Agendas made from the five documents that the program was built after, and of two meetings that nobody held."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def example_paths() -> dict[str, Path]:
    """The example agendas by the name of their municipality, which is that of its house style: `ludvika` → `…/ludvika-2022-01-17.toml`.

    The program is installed as files, never as an archive, so that every example has a path that can be opened.
    """
    folder = Path(str(files(__package__)))
    return {path.stem.partition("-")[0]: path for path in sorted(folder.glob("*.toml"))}
