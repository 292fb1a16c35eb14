"""Cost against size, in processor time: each measure should be flat or grow in a straight line with what it is about, and no worse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from math import log as ln
from pathlib import Path
from statistics import median

from bench.keys import DONE, OPEN, typing
from bench.meetings import START, Size, log_of, saved
from bench.starting import KLUBBAN
from bench.table import Row
from bench.terminal import Terminal
from bench.thinking import cpu
from exports.as_docx import docx
from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import Style, load_style
from sessions import events as ev
from sessions.findings import findings
from sessions.log import Log, replay
from sessions.store import Store

EVENTS = (10, 100, 1_000, 10_000, 100_000)
MEMBERS = (5, 25, 101, 349)
ITEMS = (5, 50, 150, 500)
LEFT = 3
"""Items that nothing has been done with: there must be one to go on to."""
MEASURES = ("en akt prövad", "till disken", "uppspelning", "granskning", "Markdown", "Word", "F2", "en bokstav")
FLAT, LINEAR = 0.25, 1.25
"""The highest powers of the size that still count as none of it and as the size itself: the machine moves them by a tenth or two."""


@dataclass(frozen=True, slots=True)
class Grown:
    """One size of what grows, and the seconds of each measure."""

    what: str
    size: int
    events: int
    figures: tuple[float, ...]


def sizes() -> Iterator[tuple[str, int, Size]]:
    """One thing grows at a time; the two others stand still."""
    for n in EVENTS:
        yield "händelser", n, Size(members=5, items=150, handled=min(150 - LEFT, max(1, n // 30)), votes=0, events=n)
    for n in MEMBERS:
        yield "ledamöter", n, Size(members=n, items=40, handled=40 - LEFT, votes=3, events=5_000)
    for n in ITEMS:
        yield "ärenden", n, Size(members=25, items=n, handled=n - LEFT, votes=0, events=5_000)


def rows(home: Path, rounds: int) -> list[Row]:
    """Prints the table: milliseconds of processor time, medians. Returns what grows worse than in a straight line: nothing should."""
    found = [_measured(what, n, size, home / f"{what}-{n}.klubban", rounds) for what, n, size in sizes()]
    worse: list[Row] = []
    print("\n| växer | storlek | händelser | " + " | ".join(MEASURES) + " |\n|" + " --- |" * (3 + len(MEASURES)))
    for what, group in groupby(found, lambda x: x.what):
        *smaller, last = group
        for grown in (*smaller, last):
            shown = " | ".join(f"{1000 * figure:.3g}" for figure in grown.figures)
            print(f"| {what} | {grown.size} | {grown.events} | {shown} |")
        # Between the two largest: there nothing that is constant hides it.
        steps = [_Step(measure, smaller[-1], last, n) for n, measure in enumerate(MEASURES)]
        print(f"| {what} | **växer** | | " + " | ".join(step.word for step in steps) + " |")
        worse += [step.row for step in steps if not step.row.held]
    return worse


@dataclass(frozen=True, slots=True)
class _Step:
    """How one measure goes from one size to a larger one."""

    measure: str
    before: Grown
    after: Grown
    column: int

    @property
    def times(self) -> float:
        """How many times larger."""
        return self.after.size / self.before.size

    @property
    def word(self) -> str:
        """The power of the size that the cost goes by: 0 is flat, 1 a straight line."""
        power = ln(self.after.figures[self.column] / self.before.figures[self.column]) / ln(self.times)
        return f"{'inte' if power <= FLAT else 'linjärt' if power <= LINEAR else '**värre**'} ({power:.2f})"

    @property
    def row(self) -> Row:
        """Against the smaller one so many times over."""
        floor = self.before.figures[self.column] * self.times
        name = f"{self.measure}, {self.after.size} {self.after.what}"
        return Row(
            name, f"{self.before.size}, × {self.times:.3g}", (self.after.figures[self.column],), (floor,), self.times ** (LINEAR - 1)
        )


def _measured(what: str, n: int, size: Size, path: Path, rounds: int) -> Grown:
    log = log_of(size)
    saved(log, path)
    figures = (*_computed(log, path, rounds), *_painted(path, rounds))
    return Grown(what, n, len(log.records), figures)


def _computed(log: Log, path: Path, rounds: int) -> tuple[float, ...]:
    style = load_style()
    store = Store.open(path, START)
    note = ev.TextWritten(at=START, item=log.meeting.numbered[-1].id, section="protocol", text="Talare redogör.")
    few = max(2, rounds // 5)
    figures = (
        _median(rounds * 4, cpu(lambda: log.tried((note,)))),
        _median(rounds * 4, cpu(lambda: store.append((note,), store.last))),
        _median(few, cpu(lambda: replay(log.agenda, log.records))),
        _median(few, cpu(lambda: findings(replace(log.meeting)))),
        _median(few, cpu(lambda: _markdown(log, style))),
        _median(2, cpu(lambda: docx(protocol(replace(log.meeting), style)))),
    )
    store.close()
    return figures


def _markdown(log: Log, style: Style) -> str:
    """Of a meeting of which nothing has been computed yet."""
    return markdown(protocol(replace(log.meeting), style))


def _painted(path: Path, rounds: int) -> tuple[float, float]:
    """F2, which paints the whole screen anew, undone unmeasured; and a letter in the text, which should paint a line of it."""
    with Terminal([KLUBBAN, "fortsätt", str(path)], path.parent, work=True) as ours:
        ours.until("sparat")
        opened = []
        for _ in range(max(3, rounds // 3) + 1):
            ours.rest()
            opened.append(ours.press("f2", OPEN))
            ours.rest()
            for key, shows in (("escape", "KOMMANDO"), ("u", "Enter = ja"), ("enter", DONE)):
                ours.press(key, shows)
                ours.settle(0.2)
        ours.press("f2", OPEN)
        letters = []
        type_one = typing(ours)
        for _ in range(min(rounds, 10) + 1):
            ours.rest()
            letters.append(type_one())
    return median(opened[1:]), median(letters[1:])


def _median(rounds: int, sample: Callable[[], float]) -> float:
    return median(sample() for _ in range(rounds))
