"""How soon the program shows itself: from the start of the process to the first byte of a text that it paints.

Every variant runs under a pseudo-terminal of 120×40, in random order, round after round. Milliseconds say more about
the machine than about the program, so the answer is a ratio to the bare Textual app (`bench/bare.py`) of the same run.
Ends with 1 if a bar is not held.

    python -m bench [ROUNDS]
"""

from __future__ import annotations

import errno
import fcntl
import os
import pty
import random
import re
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from agendas.version import VERSION
from bench.bare import MARKER

ROUNDS = 15
PATIENCE = 30.0
"""Seconds after which a process that has not painted its text is a fault, not a slow one."""

BARE = str(Path(__file__).with_name("bare.py"))
KLUBBAN = str(Path(sys.executable).with_name("klubban"))
_ESCAPES = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]")


@dataclass(frozen=True, slots=True)
class Variant:
    """One program to start, and the text by which one sees that it is there."""

    name: str
    command: tuple[str, ...]
    marker: str
    bar: float | None = None
    """The highest ratio to the bare app that is good enough."""
    seconds: list[float] = field(default_factory=list)


def variants() -> list[Variant]:
    """The yardstick first, then what is measured by it."""
    return [
        Variant("bare Textual app", (sys.executable, BARE), MARKER),
        Variant("klubban", (KLUBBAN,), "Klubban", bar=1.5),
        Variant("klubban --help", (KLUBBAN, "--help"), "exempel", bar=0.25),
        Variant("klubban --version", (KLUBBAN, "--version"), VERSION, bar=0.15),
    ]


def time_to_marker(variant: Variant, home: str) -> float:
    """Seconds from the start of the process until its marker has come through the terminal."""
    environment = os.environ | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "KLUBBAN_HEM": home}
    begun = time.perf_counter()
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        os.execve(variant.command[0], variant.command, environment)
    try:
        return _wait_for(variant, terminal, begun)
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)


def _wait_for(variant: Variant, terminal: int, begun: float) -> float:
    wanted = variant.marker.encode()
    seen = b""
    while (left := begun + PATIENCE - time.perf_counter()) > 0:
        if not select.select([terminal], [], [], left)[0]:
            break
        try:
            chunk = os.read(terminal, 65536)
        except OSError as fault:
            if fault.errno != errno.EIO:  # EIO: the process has ended and everything is read
                raise
            chunk = b""
        now = time.perf_counter()
        if not chunk:
            break
        seen += chunk
        if wanted in _ESCAPES.sub(b"", seen):
            return now - begun
    shown = _ESCAPES.sub(b"", seen).decode(errors="replace").strip()
    raise SystemExit(f"{variant.name}: never showed {variant.marker!r}. It showed:\n{shown[-2000:]}")


def main(rounds: int) -> int:
    """Measure, print one line a variant, and say with the exit code whether every bar holds."""
    measured = variants()
    with tempfile.TemporaryDirectory() as home:
        for variant in measured:  # once unmeasured: byte code written, files in the cache
            time_to_marker(variant, home)
        for _ in range(rounds):
            for variant in random.sample(measured, len(measured)):
                variant.seconds.append(time_to_marker(variant, home))
    yardstick = median(measured[0].seconds)
    held = True
    print(f"Process start to first paint, median of {rounds} rounds (middle half in brackets)")
    for variant in measured:
        low, middle, high = (seconds / yardstick for seconds in quantiles(variant.seconds, n=4))
        line = f"{variant.name:<20} ×{middle:.2f}  (×{low:.2f}–×{high:.2f}; {middle * yardstick * 1000:.0f} ms here)"
        if variant.bar is not None:
            good = middle <= variant.bar
            held = held and good
            line += f"  bar ×{variant.bar:.2f}: {'held' if good else 'NOT HELD'}"
        print(line)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS))
