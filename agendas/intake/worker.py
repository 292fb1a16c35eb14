"""The process that opens Word and PDF files from outside: with limits of its own, so that a bad file only ends it.

`python -P -m agendas.intake.worker pdf FIL` writes JSON on stdout: `{"parts": …}` or `{"fault": "…"}`.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from agendas.intake.limits import MEMORY, WORK, Unreadable
from agendas.intake.pages import Part, to_data

TOO_MUCH = "Filen behöver orimligt mycket minne för att läsas. Importera den utan bilagor."


def main(kind: str, path: str) -> None:
    """Read one file and write what it holds."""
    _limit()
    try:
        parts, notes, heads = _read(kind, Path(path))
        answer: dict[str, object] = {"parts": to_data(parts), "notes": notes, "heads": heads}
    except Unreadable as unreadable:
        answer = {"fault": str(unreadable)}
    except MemoryError:
        answer = {"fault": TOO_MUCH}
    sys.stdout.buffer.write(json.dumps(answer).encode())


def _read(kind: str, path: Path) -> tuple[list[Part], list[str], list[str]]:
    if kind == "pdf":
        from agendas.intake.pdf import read_pdf

        parts, notes = read_pdf(path)
        return parts, notes, []
    from agendas.intake.word import read_word

    return read_word(path)


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: the time limit of the parent remains
        return
    for what, most in ((resource.RLIMIT_DATA, MEMORY), (resource.RLIMIT_CPU, WORK)):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))


if __name__ == "__main__":
    main(*sys.argv[1:3])
