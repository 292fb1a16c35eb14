"""Finding a file by typing its path: what is there that begins so."""

from __future__ import annotations

from pathlib import Path

SUFFIXES = frozenset({".pdf", ".docx", ".txt", ".md"})
MOST = 50


def full_path(typed: str, folder: Path) -> Path:
    """The path that somebody typed: from `folder` when it is relative, `~` is home. Quotes of a dragged file fall away."""
    return folder / Path(typed.strip().strip("'\"") or ".").expanduser()


def matches(typed: str, folder: Path, suffixes: frozenset[str] = SUFFIXES) -> list[str]:
    """What the typed text can be completed to: folders end in a slash, files come before them. Empty when nothing is there."""
    typed = typed.lstrip().lstrip("'\"")
    head, slash, start = typed.rpartition("/")
    where = full_path(head + slash, folder) if slash else folder
    try:
        found = sorted(where.iterdir(), key=lambda p: p.name.casefold())
    except OSError:
        return []
    names = [p for p in found if p.name.casefold().startswith(start.casefold()) and (start.startswith(".") or not p.name.startswith("."))]
    files = [f"{head}{slash}{p.name}" for p in names if p.suffix.casefold() in suffixes and _is_file(p)]
    folders = [f"{head}{slash}{p.name}/" for p in names if not _is_file(p) and p.is_dir()]
    return [*files, *folders][:MOST]


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
