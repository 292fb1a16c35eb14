"""Random keys, pastes, clicks and windows into the running program: it never crashes, never sticks, and logs no fault of its own."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pyte

from sessions.archive import read_archive
from sessions.examples import archive_paths
from sessions.log import replay
from sessions.store import SUFFIX, Store
from tests.torture.mutations import NASTY
from tests.whole.terminal import KEYS, Terminal

ALIVE = 60.0
"""Seconds in which the program must paint something when its window has changed."""
LOOK = 40
"""Acts between two looks at whether it lives."""
REMEMBERED = 60
"""Acts that are told when something went wrong."""
FRESH = 600
"""Acts after which another meeting is begun with."""
PASTE = b"\x1b[200~%s\x1b[201~"

_NAMED = tuple(KEYS.values())
_MORE = (
    *(f"\x1b[{n}~" for n in (1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24)),
    *(f"\x1b[{n};{shift}~" for n in (3, 5, 15, 17, 18, 19, 20, 21, 24) for shift in (2, 5)),
    *(f"\x1b[1;{shift}{way}" for shift in (2, 3, 5, 6) for way in "ABCDHF"),
    *(f"\x1b[{way}" for way in "ABCDHFZ"),
)
_CONTROL = tuple(chr(n) for n in range(1, 32) if n not in (3, 17))
_WORDS = (
    "Anna ",
    "berg",
    "tomt",
    "yrkar bifall",
    "enligt förslaget",
    "1",
    "3",
    "13.45",
    "25.99",
    "å",
    "ja",
    "nej",
    "§",
    "S",
    "-",
    "j",
    "n",
    "e",
)
_LINES = ("• punkt\n• punkt två\n", "a\tb\tc\n1\t2\t3\n", "1. Ett\n2. Två\n", "Anna Berg (S)\nBo Ek (M)\n", "rad\r\nrad\r\rrad\n\n\n")
_HALVES = (
    "\x1b[",
    "\x1b[<",
    "\x1b[200~",
    "\x1b]0;",
    "\xc3",
    "\x1b[201~",
    "\x1bO",
    "\x1b[I",
    "\x1b[O",
    "\x1b[99999;99999H",
    "\x1b[?1;2c",
    "\x1bP",
)
SIZES = ((80, 24), (100, 30), (120, 40), (200, 60), (40, 10), (10, 3), (1, 1))


@dataclass
class Outcome:
    """What the acts came to."""

    acts: int = 0
    starts: int = 0
    seconds: float = 0.0
    events: int = 0
    """How many events the meetings held in the end."""
    failures: list[str] = field(default_factory=list)


class Monkey:
    """One run of the program, and what is done to it."""

    def __init__(self, home: Path, dice: random.Random, outcome: Outcome) -> None:
        self.home, self.dice, self.outcome = home, dice, outcome
        self._did: deque[bytes] = deque(maxlen=REMEMBERED)
        self._painted = bytearray()
        self._size = (100, 30)
        self._terminal = self._start()

    def act(self) -> None:
        """One act; what the program paints meanwhile is taken in."""
        self.outcome.acts += 1
        chance = self.dice.random()
        if chance < 0.03:
            self._resize(*self.dice.choice(SIZES))
        else:
            self._send(self._keys(chance))
        self._drain(self.dice.choice((0.0, 0.0, 0.01, 0.05, 0.2)))
        if self._terminal.process.poll() is not None:
            self._ended(self._terminal.process.returncode)
        elif self.outcome.acts % LOOK == 0:
            self._look()

    def end(self) -> None:
        """End it in good order, and look at what it leaves."""
        if self._terminal.process.poll() is None:
            self._resize(100, 30)
            os.kill(self._terminal.process.pid, signal.SIGTERM)
            end = time.monotonic() + ALIVE
            while self._terminal.process.poll() is None and time.monotonic() < end:
                self._drain(0.05)
            if self._terminal.process.poll() is None:
                self._failed("slutar inte vid SIGTERM")
        self._terminal.end(signal.SIGKILL)
        self._look_at_log()
        for path in (self.home / "sammantraden").glob(f"*{SUFFIX}"):
            with Store.follow(path) as session:
                if wrong := session.integrity():
                    self._failed(f"{path.name}: {wrong}")
                records = session.since(0)
                replay(session.agenda, records)
                self.outcome.events += len(records)

    def _keys(self, chance: float) -> bytes:
        dice = self.dice
        columns, rows = self._size
        if chance < 0.30:
            return dice.choice(_NAMED).encode()
        if chance < 0.40:
            return dice.choice(_MORE).encode()
        if chance < 0.46:
            return dice.choice(_CONTROL).encode()
        if chance < 0.56:  # Esc and a letter, together or one after the other
            return b"\x1b" + chr(dice.randrange(97, 123)).encode()
        if chance < 0.72:
            return dice.choice(_WORDS).encode()
        if chance < 0.78:
            return b"".join(self._keys(dice.uniform(0.03, 0.72)) for _ in range(dice.randrange(2, 12)))
        if chance < 0.84:
            return PASTE % self._pasted()
        if chance < 0.87:
            return dice.choice(NASTY).encode("utf-8", "surrogatepass")
        if chance < 0.89:
            return dice.choice(_HALVES).encode("latin-1")
        button = dice.choice((0, 0, 0, 1, 2, 32, 35, 64, 65))
        at = f"{dice.randrange(1, columns + 2)};{dice.randrange(1, rows + 2)}"
        return f"\x1b[<{button};{at}M\x1b[<{button};{at}m".encode()

    def _pasted(self) -> bytes:
        dice = self.dice
        chance = dice.random()
        if chance < 0.01:
            return dice.choice((b"a" * 1_000_000, "å ".encode() * 300_000, b"rad\n" * 250_000))
        text = "".join(dice.choices((*_LINES, *_WORDS, *NASTY), k=dice.choice((1, 1, 3, 40))))
        return text.encode("utf-8", "surrogatepass").replace(b"\x1b[201~", b"")

    def _start(self) -> Terminal:
        self.outcome.starts += 1
        self._painted.clear()
        self._size = (100, 30)
        terminal = Terminal("fortsätt", home=self.home, patience=ALIVE, folder=self.home)
        terminal.until(lambda shown: any(sign in shown for sign in ("sparat ✓", "╭─", "F1 Hjälp")), "the first screen")
        os.set_blocking(terminal.master, False)
        return terminal

    def _ended(self, code: int) -> None:
        """Somebody pressed what ends it: that is no fault, if it ended well."""
        if code != 0:
            self._failed(f"slutade med {code}")
        self._look_at_log()
        os.close(self._terminal.master)
        self._terminal = self._start()

    def _look(self) -> None:
        """A window of another size is painted anew, or the program is stuck."""
        self._look_at_log()
        columns, rows = self._size
        self._resize(101 if columns != 101 else 100, max(rows, 24))
        end = time.monotonic() + ALIVE
        while not self._painted and time.monotonic() < end and self._terminal.process.poll() is None:
            self._drain(0.1)
        if not self._painted and self._terminal.process.poll() is None:
            self._failed("målar inte mer")
            self._terminal.end(signal.SIGKILL)
            self._terminal = self._start()

    def _look_at_log(self) -> None:
        log = self.home / "klubban.log"
        if log.exists():
            self._failed(log.read_text(encoding="utf-8", errors="replace"))
            log.unlink()

    def _failed(self, what: str) -> None:
        screen = pyte.Screen(*self._size)
        pyte.ByteStream(screen).feed(bytes(self._painted))
        led_to = b" ".join(self._did)[-3_000:]
        self.outcome.failures.append(f"{what}\nföre: {led_to!r}\n" + "\n".join(screen.display))

    def _resize(self, columns: int, rows: int) -> None:
        self._drain(0)
        self._painted.clear()
        self._size = (columns, rows)
        self._did.append(f"<{columns}x{rows}>".encode())
        if self._terminal.process.poll() is None:
            self._terminal.resize(columns, rows)

    def _send(self, data: bytes) -> None:
        """Write to a terminal that must be read from meanwhile: else both sides wait for each other."""
        self._did.append(data[:200])
        end = time.monotonic() + ALIVE
        while data and time.monotonic() < end and self._terminal.process.poll() is None:
            _, ready, _ = select.select([], [self._terminal.master], [], 0.02)
            if ready:
                try:
                    data = data[os.write(self._terminal.master, data[:2048]) :]
                except BlockingIOError:
                    pass
                except OSError:  # it has ended
                    return
            self._drain(0)
        if data and self._terminal.process.poll() is None:
            self._failed("läser inga tangenter mer")
            self._terminal.end(signal.SIGKILL)

    def _drain(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while select.select([self._terminal.master], [], [], max(0.0, end - time.monotonic()))[0]:
            try:
                painted = os.read(self._terminal.master, 65536)
            except OSError:
                return
            self._painted += painted
            if len(self._painted) > 4_000_000:
                del self._painted[:2_000_000]
            if time.monotonic() >= end and seconds:
                return


def begun_meeting(home: Path, dice: random.Random) -> None:
    """One of the examples, recorded up to somewhere."""
    archived = read_archive(dice.choice(sorted(archive_paths().values())))
    acts = sorted({record.act for record in archived.records})
    last = acts[dice.randrange(len(acts))]
    records = [record for record in archived.records if record.act <= last]
    at = datetime(2026, 5, 6, 13, tzinfo=UTC)
    Store.create(home / "sammantraden" / f"prov{SUFFIX}", archived.agenda, at, records=records).close()


def torture(folder: Path, seed: int, seconds: float, tell: Callable[[str], None]) -> Outcome:
    """Press keys for so long, and return what went wrong. Each `FRESH` acts another meeting."""
    dice, outcome = random.Random(seed), Outcome()
    began = time.monotonic()
    meetings = 0
    while time.monotonic() - began < seconds:
        home = folder / f"{meetings}"
        (home / "sammantraden").mkdir(parents=True)
        begun_meeting(home, dice)
        monkey = Monkey(home, dice, outcome)
        for acts in range(FRESH):
            if acts and time.monotonic() - began >= seconds:  # one at least, however long the start has taken
                break
            monkey.act()
        monkey.end()
        meetings += 1
        tell(f"{time.monotonic() - began:.0f} s, {meetings} sammanträden, {outcome.acts} tangenter, {len(outcome.failures)} fel")
    outcome.seconds = time.monotonic() - began
    return outcome
