"""From a file of any form to a `Source`: text here, Word and PDF in a process with limits of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from agendas.intake.limits import MOST_IN_LINE, MOST_LINES, SECONDS, IntakeFaults, fault, kind_of
from agendas.intake.pages import Row, Source, from_data
from agendas.intake.plain import read_plain
from agendas.intake.tidy import tidied
from agendas.intake.worker import TOO_MUCH
from agendas.tomltext import read_text

_MOST_ANSWER = 200_000_000
STRANGE = (
    "Filen är skadad eller ovanlig på ett sätt som gör att den inte kan läsas. "
    "Spara om den i programmet som den kommer från, eller klistra in texten i en .txt-fil."
)


def read_source(path: Path) -> Source:
    """What the file holds. Raises IntakeFaults with one Swedish sentence; OSError when it is missing or cannot be read."""
    kind = kind_of(path)
    if kind == "text":
        return source_of_text(read_text(path, error=IntakeFaults), str(path))
    return _elsewhere(kind, path)


def source_of_text(text: str, name: str = "text") -> Source:
    """What a text holds: one that was read, or pasted. Raises IntakeFaults when it is too long to be a kallelse."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        told = f"Texten har {len(lines)} rader, och högst {MOST_LINES} läses. Är det rätt fil? Importera kallelsen utan bilagor."
        raise fault(name, told)
    _refuse_long(lines, name)
    return tidied(Source(name, tuple(read_plain(text)), raw=text))


def _refuse_long(lines: Iterable[str], name: str) -> None:
    longest = max(lines, key=len, default="")
    if len(longest) > MOST_IN_LINE:
        told = (
            f"Ett stycke har {len(longest)} tecken, och högst {MOST_IN_LINE} läses. Dela det, eller ta bort det före importen. Det börjar"
        )
        raise fault(name, f"{told} ”{' '.join(longest.split())[:40]}”.")


def _elsewhere(kind: str, path: Path) -> Source:
    name = str(path)
    command = [sys.executable, "-P", "-X", "utf8", "-m", "agendas.intake.worker", kind, str(path.resolve())]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False, stdin=subprocess.DEVNULL)
    except subprocess.TimeoutExpired:
        raise fault(name, f"Filen gick inte att läsa på {SECONDS} sekunder. Importera den utan bilagor.") from None
    try:
        answer = json.loads(done.stdout) if done.returncode == 0 and len(done.stdout) < _MOST_ANSWER else None
    except ValueError:
        answer = None
    if answer is None:
        # It was ended by a limit or a fault deep in a library. The library's words would help nobody.
        memory = b"MemoryError" in done.stderr or b"bad_alloc" in done.stderr
        raise fault(name, TOO_MUCH if memory else STRANGE)
    if "fault" in answer:
        raise fault(name, answer["fault"])
    source = Source(name, from_data(answer["parts"]), heads=tuple(answer["heads"]), notes=tuple(answer["notes"]))
    texts = (text for part in source.parts for text in (part.cells if isinstance(part, Row) else (part.text,)))
    _refuse_long((line for text in texts for line in text.splitlines()), name)
    return tidied(source)
