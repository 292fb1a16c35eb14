"""Kill: the real program in a terminal, driven by keys, killed at a random instant, started again – and compared."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from agendas.examples import example_paths
from sessions.store import SUFFIX, Store
from tests.torture.promises import Promises
from tests.torture.screens import Shown, read
from tests.whole.terminal import Terminal

LONGEST = 3.2
"""Seconds that a run lasts at most, from the first screen."""
RUNS_A_MEETING = 30
PAINTED = 30.0
"""Seconds until what was saved must be seen again: it is painted in several steps, and the machine may be busy."""
PAUSES = (0.0, 0.02, 0.1, 0.3)
NAMES = ("berg", "tomt", "hand", "krain")

Keys = tuple[str, ...]


@dataclass
class Result:
    """What a number of runs came to."""

    runs: int = 0
    words: int = 0
    in_dialogs: int = 0
    """As many of the words stood in a dialog that was open."""
    decided: int = 0
    early: int = 0
    """Runs that were killed before the screen stood."""
    lost: list[str] = field(default_factory=list)


class Recorder:
    """One meeting, recorded by one process after the other, each of them killed."""

    def __init__(self, home: Path, dice: random.Random, result: Result) -> None:
        self.home = home
        self.dice = dice
        self.result = result
        self.promises = Promises()
        self._words = 0
        self._over = False

    def prepare(self) -> None:
        """Open the meeting: everybody is there."""
        terminal = self._terminal("starta", str(example_paths()["ludvika"]))
        try:
            terminal.sees("Upprop")
            terminal.press("a")
            terminal.sees("5 av 5")
            terminal.press("f2")
            terminal.sees("Sammanträdet öppnas")
            terminal.press("enter")
            terminal.until(lambda shown: "Protokolltext" in shown and "sparat ✓" in shown, "the meeting")
        finally:
            terminal.kill()

    def runs(self, count: int, go_on: Callable[[], bool]) -> None:
        """So many runs; each begins where the one before was killed."""
        for _ in range(count):
            if self._over or not go_on():
                return
            self.run()
            self.result.runs += 1
        self.finish()

    def run(self) -> None:
        """Start, compare with what was promised, act at random, be killed."""
        terminal = self._terminal("fortsätt")
        early = self.dice.random() < 0.05
        try:
            if early:
                self._wait(terminal, time.monotonic() + self.dice.uniform(0, 1.5))
                self.result.early += 1
            else:
                self._compare(terminal)
                deadline = time.monotonic() + self.dice.uniform(0, LONGEST)
                while self._press(terminal, self._act(read(terminal.read(0))), deadline):
                    pass
        finally:
            killed = time.monotonic()
            shown = terminal.kill()
        if not early:
            self.promises.see(read(shown), killed)
        self._check_file(killed)

    def finish(self) -> None:
        """The last restart: what was promised is on the screen."""
        terminal = self._terminal("fortsätt")
        try:
            self._compare(terminal)
        finally:
            terminal.kill()
        self.result.words += self.promises.checked
        self.result.in_dialogs += self.promises.in_dialogs
        self.result.decided += len(self.promises.decided)

    def _compare(self, terminal: Terminal) -> None:
        text = terminal.until(lambda s: (x := read(s)).stands and x.saved and not x.dialog, "the meeting's screen")
        end = time.monotonic() + PAINTED
        while (lost := self.promises.broken_on_screen(read(text))) and time.monotonic() < end:
            text = terminal.read(0.05)
        self._lost(lost, text)

    def _check_file(self, killed: float) -> None:
        with Store.follow(self._session()) as session:
            self._lost(self.promises.broken(session, killed), "")

    def _session(self) -> Path:
        (path,) = (self.home / "sammantraden").glob(f"*{SUFFIX}")
        return path

    def _lost(self, lost: list[str], text: str) -> None:
        self.result.lost += [f"körning {self.result.runs}: {what}\n{text}" for what in lost]
        self._over = self._over or bool(lost)

    def _terminal(self, *words: str) -> Terminal:
        return Terminal(*words, home=self.home, patience=60.0)

    def _press(self, terminal: Terminal, keys: Keys, deadline: float) -> bool:
        """Press, take in what is shown, and tell whether the run goes on."""
        for key in keys:
            if time.monotonic() >= deadline:
                return False
            terminal.press(key)
            self._wait(terminal, min(deadline, time.monotonic() + self.dice.choice(PAUSES)))
        return True

    def _wait(self, terminal: Terminal, until: float) -> Shown:
        while True:
            shown = read(terminal.read(max(0.0, min(0.05, until - time.monotonic()))))
            now = time.monotonic()
            self.promises.see(shown, now)
            if now >= until:
                return shown

    def _act(self, shown: Shown) -> Keys:
        """What a secretary does, in any order; out of a dialog sooner or later."""
        if shown.dialog and self.dice.random() < 0.6:
            return ("esc",)
        return self.dice.choice(
            (
                ("f2",),
                ("f5", "enter", "f2"),
                ("f5", "enter", "f2"),
                self._sentence(),
                self._sentence(),
                self._sentence(),
                ("f3", self.dice.choice(NAMES), "enter", "ctrl+s"),
                ("f8", self.dice.choice(NAMES), "enter", "ctrl+s"),
                ("ctrl+l", *self._sentence(), "ctrl+l"),
                ("f5", "e", *self._sentence(), *self._sentence()),
                ("f5", "e", *self._sentence(), "ctrl+s"),
                ("f3", self.dice.choice(NAMES), "enter", "tab", "ä", "tab", *self._sentence(), *self._sentence()),
                ("f3", self.dice.choice(NAMES), "enter", "tab", "ä", "tab", *self._sentence(), "ctrl+s"),
                ("f7", self.dice.choice(NAMES), "enter", "tab", "tab", "tab", "tab", *self._sentence(), *self._sentence()),
                ("esc", "esc"),
            )
        )

    def _sentence(self) -> Keys:
        self._words += 1
        return tuple(f"w{self.result.runs}{self._words}q ")


def torture(home: Path, seed: int, count: int, seconds: float, tell: Callable[[str], None]) -> Result:
    """Kill so many times, or for so long, and return what was lost."""
    dice = random.Random(seed)
    result = Result()
    end = time.monotonic() + seconds
    meetings = 0
    os.environ.setdefault("TZ", "Europe/Stockholm")
    while result.runs < count and time.monotonic() < end and not result.lost:
        recorder = Recorder(home / f"{meetings}", dice, result)
        recorder.prepare()
        recorder.runs(min(RUNS_A_MEETING, count - result.runs), lambda: time.monotonic() < end)
        meetings += 1
        tell(f"{result.runs} körningar, {len(result.lost)} förluster")
    return result
