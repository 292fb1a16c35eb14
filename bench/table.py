"""The table: what was measured, the floor beside it, and whether the goal is held."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

Sample = Callable[[], float]
"""Measures once: seconds, or another unit that only grows."""
Column = tuple[float, ...]
"""What was measured of one thing, a figure for each round."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured many times beside its floor."""

    what: str
    floor: str
    ours: Column
    floors: Column
    goal: float | None = None
    """The highest ratio of medians that is good enough; None where there is no goal."""
    unit: str = "s"
    """What was measured; of seconds the thousandths are shown."""

    @property
    def ratio(self) -> float:
        """Our median over the floor's."""
        return median(self.ours) / median(self.floors)

    @property
    def held(self) -> bool:
        """Whether the goal is reached."""
        return self.goal is None or self.ratio <= self.goal

    @property
    def late(self) -> float:
        """Our 95th percentile over the floor's median."""
        return p95(self.ours) / median(self.floors)

    def line(self) -> str:
        """The row of a Markdown table."""
        goal = "–" if self.goal is None else f"≤ {self.goal:.2f}"
        mark = "" if self.goal is None else (" ✓" if self.held else " **missas**")
        mine, bare = (self._shown(median(x)) for x in (self.ours, self.floors))
        return f"| {self.what} | {self.floor} | {mine} | {bare} | × {self.ratio:.2f} | × {self.late:.2f} | {goal}{mark} |"

    def _shown(self, value: float) -> str:
        if self.unit != "s":
            return f"{value:.4g} {self.unit}"
        return f"{value * 1000:.3g} ms" if value < 10 else f"{value:.3g} s"


HEAD = "| Vad | Golv i samma körning | vårt, median | golvets | kvot | kvot, p95 | mål |\n| --- | --- | --- | --- | --- | --- | --- |"


def p95(values: Sequence[float]) -> float:
    """The 95th percentile; the highest where there are few."""
    return quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]


def columns(rounds: int, *samples: Sample, unmeasured: int = 1) -> list[Column]:
    """All of them measured `rounds` times, one after another in each round, so that what the machine does besides meets them alike."""
    taken = [[sample() for sample in samples] for _ in range(unmeasured + rounds)]
    return list(zip(*taken[unmeasured:], strict=True))


def in_turns(rounds: int, ours: Sample, floor: Sample) -> tuple[Column, Column]:
    """Ours and its floor, in turns."""
    mine, bare = columns(rounds, ours, floor)
    return mine, bare


def apart(pairs: Sequence[tuple[float, float]]) -> tuple[Column, Column]:
    """Figures measured two and two, ours by themselves and the floor's by themselves."""
    return tuple(p[0] for p in pairs), tuple(p[1] for p in pairs)
