"""From the start of the process to the first complete paint, and the commands that need no screen."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from agendas.version import VERSION
from bench.floors import MARKER
from bench.meetings import LARGE, SMALL, session_file
from bench.table import Row, Sample, in_turns
from bench.terminal import ENVIRONMENT, Terminal

KLUBBAN = str(Path(sys.executable).with_name("klubban"))


STEADY = 15
"""Rounds that a start is measured at least: with five the median of the same thing goes from 1.09 to 1.35 times the floor."""


def bare(kind: str, *more: str) -> list[str]:
    """The command of one of the yardsticks."""
    return [sys.executable, "-m", f"bench.floors.{kind}", *more]


def shown(command: Sequence[str], marker: str, home: Path) -> Sample:
    """Measures until the marker has come through the terminal."""

    def sample() -> float:
        with Terminal(command, home) as terminal:
            return terminal.until(marker)

    return sample


def done(command: Sequence[str], home: Path) -> Sample:
    """Measures until the process has ended, its output read."""

    def sample() -> float:
        begun = time.perf_counter()
        subprocess.run(command, env=ENVIRONMENT | {"KLUBBAN_HEM": str(home)}, capture_output=True, check=False, timeout=120)
        return time.perf_counter() - begun

    return sample


def rows(home: Path, rounds: int) -> list[Row]:
    """Start, start into a large meeting, and the commands."""
    large = session_file(LARGE, home / "stort.klubban")
    small = session_file(SMALL, home / "litet.klubban")
    agenda = Path(__file__).parent.parent / "agendas" / "examples" / "provby-2026-05-06.toml"
    empty = home / "tom"
    empty.mkdir()
    static = shown(bare("static"), MARKER, home)
    same = shown(bare("meeting", str(LARGE.items), str(LARGE.members)), MARKER, home)
    found: list[Row] = []

    def row(what: str, floor: str, ours: Sample, yardstick: Sample, goal: float | None = None) -> None:
        found.append(Row(what, floor, *in_turns(max(rounds, STEADY), ours, yardstick), goal))

    # "Avsluta" is the last row of the list: when it is there, the whole screen is.
    start = shown([KLUBBAN], "Avsluta", empty)
    meeting = shown([KLUBBAN, "fortsätt", str(large)], "sparat", home)
    row("start till startskärmen", "tom app, samma delar", start, shown(bare("start"), MARKER, home), 1.25)
    row("start till startskärmen", "tom app, en Static", start, static, 1.5)
    row("start in i 10 000 händelser", "tom app, en Static", meeting, static, 1.8)
    row("start in i 10 000 händelser", "tom app, samma delar och rader", meeting, same)
    row("tom app, samma delar och rader som det mötet", "tom app, en Static", same, static)
    row("klubban --help", "tom app, en Static", done([KLUBBAN, "--help"], home), static, 0.2)
    row("klubban --version", "tom app, en Static", shown([KLUBBAN, "--version"], VERSION, home), static, 0.2)
    row("kontrollera, liten", "tom app, en Static", done([KLUBBAN, "kontrollera", str(agenda)], home), static, 0.8)
    row("granska, litet", "tom app, en Static", done([KLUBBAN, "granska", str(small)], home), static, 0.8)
    row("protokoll, litet", "tom app, en Static", done([KLUBBAN, "protokoll", str(small), "-o", "-"], home), static, 0.8)
    return found
