"""Bad input: the program's own readers are given spoiled files, and answer with what they read or with a fault in Swedish."""

from __future__ import annotations

import gc
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import FrameType, SimpleNamespace
from typing import Any
from unittest.mock import patch

from agendas.examples import example_paths
from agendas.faults import Faults
from agendas.file import parse_agenda, read_agenda
from agendas.intake import reading, take, take_people, taken_toml
from agendas.intake.worker import main as read_in_worker
from exports.as_docx import docx
from exports.as_markdown import markdown
from exports.as_pdf import pdf
from exports.protocol import protocol
from exports.style import load_style
from sessions.archive import archive_toml, read_archive
from sessions.examples import archive_paths
from sessions.log import replay
from tests.torture.memory import megabytes
from tests.torture.mutations import spoiled, spoiled_pdf, spoiled_word

ROOT = Path(__file__).parents[2]
PATIENCE = 20
"""Seconds of computing after which one input counts as a hang."""
WARM = 200
"""Inputs after which the memory is looked at for the first time."""
MOST_GROWTH = 150
"""Megabytes that the process may grow by, from then to the end: what one large input left behind, and no more."""
SHORT = 6_000
"""Bytes of the pieces that most inputs are made of: a short file has all that a long one has, and is read sooner."""
_OBEYED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys, and what is no character."""


class Hang(Exception):
    """One input took too long."""


class Untold(Exception):
    """A reader refused without a word, or with words that no person understands."""


@dataclass(frozen=True)
class Reader:
    """One of the program's readers: what it is given, how it is spoiled, and how it reads."""

    suffix: str
    sources: Callable[[], Sequence[bytes]]
    read: Callable[[Path], object]
    spoil: Callable[[Sequence[bytes], random.Random], bytes] = spoiled


@dataclass
class Outcome:
    """What a number of inputs came to."""

    inputs: int = 0
    accepted: int = 0
    slowest: float = 0.0
    grown: int = 0
    """Megabytes that the process grew by after the first `WARM` inputs."""
    seconds: float = 0.0
    failures: Counter[str] = field(default_factory=Counter)
    """What went wrong, by kind and place, and how often."""
    first: dict[str, tuple[int, bytes, str]] = field(default_factory=dict)
    """The first input of each: its number, the bytes, the traceback."""


def _read_archive(path: Path) -> object:
    archived = read_archive(path)
    meeting = replay(archived.agenda, archived.records)
    return markdown(protocol(meeting, load_style())) if len(archived.records) < 60 else meeting


def _read_style(path: Path) -> object:
    style = load_style(str(path))
    return markdown(protocol(_meeting(), style))


def _read_text(path: Path) -> object:
    text = taken_toml(take(path))
    try:
        return parse_agenda(text)
    except Faults as faults:  # what is doubtful is left open, for a person to fill in
        return faults


@cache
def _meeting() -> Any:
    archived = read_archive(min(archive_paths().values(), key=lambda path: path.stat().st_size))
    return replay(archived.agenda, archived.records)


def _files(paths: Iterator[Path] | Sequence[Path]) -> list[bytes]:
    return [path.read_bytes() for path in sorted(paths)]


def _agendas() -> list[bytes]:
    return [*_files(list(example_paths().values())), *map(_shortened, _files(list(example_paths().values())))]


def _shortened(data: bytes) -> bytes:
    """The head of a file of tables, to the end of one of them."""
    if len(data) <= SHORT:
        return data
    end = data.find(b"\n[[", SHORT)
    return data[: end + 1] if end > 0 else data


def _archives() -> list[bytes]:
    read = [read_archive(path) for path in archive_paths().values()]
    return [archive_toml(a.agenda, a.records).encode() for a in read if len(a.records) < 60]


def _styles() -> list[bytes]:
    return _files(list((ROOT / "exports" / "styles").glob("*.toml")))


def _texts() -> list[bytes]:
    forms = _files([path for path in (ROOT / "tests" / "agendas" / "intake" / "forms").iterdir() if path.suffix in {".txt", ".md"}])
    return [*forms, *(data[: 2 * SHORT] for data in _files(list((ROOT / "exports" / "examples").glob("*.md"))))]


def _rosters() -> list[bytes]:
    made = []
    for path in example_paths().values():
        people = read_agenda(path).agenda.people
        made.append("\n".join(f"{p.name} ({p.party}), {p.role}" for p in people).encode())
        made.append(
            "\n".join(["| Namn | Parti | Roll |", "|---|---|---|", *(f"| {p.name} | {p.party} | {p.role} |" for p in people)]).encode()
        )
        made.append(("Ledamöter\n" + "\n".join(f"{n}. {p.name} {p.party}" for n, p in enumerate(people, 1))).encode())
    return made


@cache
def _word_files() -> tuple[bytes, ...]:
    return tuple(docx(document) for document in _documents())


@cache
def _pdf_files() -> tuple[bytes, ...]:
    return tuple(pdf(document) for document in _documents())


def _documents() -> Iterator[Any]:
    for path in sorted(archive_paths().values())[1:4]:
        archived = read_archive(path)
        yield protocol(replay(archived.agenda, archived.records), load_style())


READERS: dict[str, Reader] = {
    "agenda": Reader(".toml", _agendas, read_agenda),
    "archive": Reader(".toml", _archives, _read_archive),
    "style": Reader(".toml", _styles, _read_style),
    "roster": Reader(".txt", _rosters, take_people),
    "text": Reader(".txt", _texts, _read_text),
    "docx": Reader(".docx", _word_files, take, spoiled_word),
    "pdf": Reader(".pdf", _pdf_files, take, spoiled_pdf),
}


def fuzz(name: str, seed: int, numbers: Sequence[int], tell: Callable[[str], None] = lambda _: None, seconds: float = 1e9) -> Outcome:
    """Give a reader the inputs of those numbers, for so long at most: the same each time for a seed and a number."""
    reader, outcome = READERS[name], Outcome()
    sources = reader.sources()
    began = time.monotonic()
    base = 0
    with tempfile.TemporaryDirectory(prefix="klubban-fuzz-") as folder, _in_forks():
        path = Path(folder) / f"fil{reader.suffix}"
        for number in numbers:
            data = reader.spoil(sources, random.Random(f"{name} {seed} {number}"))
            path.write_bytes(data)
            _one(reader, path, number, data, outcome)
            if outcome.inputs == WARM:
                base = megabytes()
            if outcome.inputs % 5_000 == 0:
                firsts = [failed for failed, _, _ in outcome.first.values()]
                tell(f"{name}: {outcome.inputs} av {len(numbers)}, {sum(outcome.failures.values())} fel {firsts or ''}, {megabytes()} MB")
            if time.monotonic() - began > seconds:
                break
    gc.collect()
    outcome.grown = max(0, megabytes() - base) if base else 0
    outcome.seconds = time.monotonic() - began
    return outcome


def _one(reader: Reader, path: Path, number: int, data: bytes, outcome: Outcome) -> None:
    begun = time.process_time()
    try:
        with _limited():
            reader.read(path)
        outcome.accepted += 1
    except Faults as faults:
        try:
            _told_well(str(faults))
        except Untold as untold:
            _failed(untold, number, data, outcome)
    except (Exception, RecursionError, MemoryError) as fault:  # noqa: BLE001 - that is what is looked for
        _failed(fault, number, data, outcome)
    outcome.inputs += 1
    outcome.slowest = max(outcome.slowest, time.process_time() - begun)


def _told_well(told: str) -> None:
    """A sentence that can be shown: something is said, and nothing in it is obeyed by a terminal."""
    if not told.strip() or "Traceback" in told or len(told) > 100_000 or _OBEYED.search(told):
        raise Untold(repr(told[:300]))


def _failed(fault: BaseException, number: int, data: bytes, outcome: Outcome) -> None:
    frames = traceback.extract_tb(fault.__traceback__)
    own = [f for f in frames if "site-packages" not in f.filename and "tests/torture" not in f.filename] or list(frames)
    place = f"{type(fault).__name__} {Path(own[-1].filename).name}:{own[-1].lineno}"
    outcome.failures[place] += 1
    outcome.first.setdefault(place, (number, data, "".join(traceback.format_exception(fault)[-6:])))


@contextmanager
def _limited() -> Iterator[None]:
    def over(_number: int, _frame: FrameType | None) -> None:
        raise Hang(f"mer än {PATIENCE} s")

    before = signal.signal(signal.SIGPROF, over)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


@contextmanager
def _in_forks() -> Iterator[None]:
    """Word and PDF files are read in a process of their own; a fork of this one has Python and its libraries at once."""
    from agendas.intake import pdf, word  # noqa: F401 - what the forks need

    stand_in = SimpleNamespace(run=_run_in_fork, TimeoutExpired=subprocess.TimeoutExpired, DEVNULL=subprocess.DEVNULL)
    with patch.object(reading, "subprocess", stand_in):
        yield


def _run_in_fork(command: list[str], **_options: object) -> SimpleNamespace:
    """What `subprocess.run` of the worker gives, with its limits of computing and memory."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if child == 0:
            try:
                signal.setitimer(signal.ITIMER_PROF, 0)
                os.dup2(out.fileno(), 1)
                os.dup2(err.fileno(), 2)
                sys.stdout = open(1, "w", closefd=False)  # noqa: SIM115 - the process ends with it
                read_in_worker(*command[-2:])
                sys.stdout.flush()
                os._exit(0)
            except BaseException:  # noqa: BLE001 - the process ends here whatever it was
                os.write(2, traceback.format_exc().encode(errors="replace"))
                os._exit(1)
        _, status, _ = os.wait4(child, 0)
        out.seek(0)
        err.seek(0)
        return SimpleNamespace(returncode=os.waitstatus_to_exitcode(status), stdout=out.read(), stderr=err.read())
