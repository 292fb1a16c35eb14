"""A process under a pseudo-terminal, and a stopwatch: from a key to the last byte that answers it.

Pilot is no stopwatch: it waits on purpose. Here a key is written to the terminal's master and the bytes are timed.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import resource
import select
import signal
import struct
import termios
import time
from collections.abc import Sequence
from pathlib import Path

import pyte

PATIENCE = 60.0
"""Seconds after which a process that has not painted its text is a fault, not a slow one."""
LONGEST = 2.0
ANSWER = 4.0
"""Seconds after which a key that nothing was painted for is a fault of what is measured."""
QUIET = 0.04
"""Seconds without a byte after which the screen counts as painted."""
PIECE = 512
"""Bytes that are put into the screen in memory between two looks at whether more has come: a millisecond. A whole picture takes 100."""
RESTING = 0.02
"""Seconds of processor time in half a second that a screen at rest uses less than."""
KEYS = {
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f5": "\x1b[15~",
    "enter": "\r",
    "escape": "\x1b",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "home": "\x1b[H",
    "backspace": "\x7f",
    "shift+tab": "\x1b[Z",
    "ctrl+z": "\x1a",
}
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {"ESCDELAY": "25"}
"""An installed program lies there byte-compiled. One that may not write its bytecode takes three times as long to start.
Textual waits 100 ms for what may follow an Esc, our program 25 (`tui/cli.py`): alike for the floors, waiting is no work."""
_ESCAPES = re.compile(rb"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-?]*[ -/]*[@-~]")


class NeverShown(Exception):
    """The process did not paint what was waited for."""


class Terminal:
    """One run of a program in a terminal of 120×40. `home`: its `KLUBBAN_HEM`; `work`: keys are measured in processor time."""

    def __init__(self, command: Sequence[str], home: Path, *, work: bool = False) -> None:
        self._work = work
        environment = ENVIRONMENT | {"TERM": "xterm-256color", "COLORTERM": "truecolor", "KLUBBAN_HEM": str(home)}
        self.begun = time.perf_counter()
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
            os.execve(command[0], list(command), environment)
        self._alive = True
        self._display = pyte.Screen(120, 40)
        self._stream = pyte.ByteStream(self._display)
        self._unread = b""  # for the screen in memory: read after the clock has stopped
        self._ended: resource.struct_rusage | None = None

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    def until(self, text: str, since: float | None = None) -> float:
        """Seconds from the start of the process, or from `since`, until a text has come through. Raises `NeverShown`."""
        begun = self.begun if since is None else since
        wanted = text.encode()
        seen = b""
        while (left := begun + PATIENCE - time.perf_counter()) > 0:
            chunk = self._read(left)
            now = time.perf_counter()
            if not chunk:
                break
            seen += chunk
            if wanted in _ESCAPES.sub(b"", seen):
                return now - begun
        shown = _ESCAPES.sub(b"", seen).decode(errors="replace").strip()
        raise NeverShown(f"never showed {text!r}. It showed:\n{shown[-2000:]}")

    def press(self, key: str, shows: str = "", *, gone: str = "", marked: str = "") -> float:
        """Seconds from a key to the last byte of its answer: the last one before `QUIET` seconds of silence; or the processor time of that.

        `shows`: what must stand on the screen then; `gone`: what may not; `marked`: what must stand on another colour than
        before. Until it is so, silence is waiting and not the end: what blinked meanwhile is no answer. Raises `NeverShown`.
        """
        self.settle(0)
        before = self._ground(marked)
        self._read_up()
        worked, used = 0.0, self.cpu_seconds() if self._work else 0.0
        begun = last = time.perf_counter()
        os.write(self._master, KEYS.get(key, key).encode())
        came = self._came(ANSWER)
        if not came:
            raise NeverShown(f"nothing was painted after {key!r}. The screen shows:\n{self.screen}")
        while came:
            last = came
            came = self._came(QUIET)
            worked = self.cpu_seconds() - used if self._work else 0.0  # before the screen is read: that takes its time
            if not came and not self._answered(shows, gone, marked, before):
                came = self._came(ANSWER)
                if not came or last - begun > PATIENCE:  # a cursor that blinks is no answer
                    wanted = ", ".join(filter(None, (shows, gone and f"not {gone}", marked and f"{marked} marked")))
                    raise NeverShown(f"it never came after {key!r}: {wanted}. The screen shows:\n{self.screen}")
        return worked if self._work else last - begun

    def _answered(self, shows: str, gone: str, marked: str, before: str) -> bool:
        """Whether it is so; False as soon as more has come, which belongs to the answer. `before`: the colour of `marked` then."""
        if not (shows or gone or marked):
            return True
        if not self._read_up():
            return False
        screen = self.screen
        return shows in screen and not (gone and gone in screen) and not (marked and self._ground(marked) in ("", before))

    @property
    def screen(self) -> str:
        """What stands on the screen now, line by line."""
        while not self._read_up():
            self._read(0)
        return "\n".join(line.rstrip() for line in self._display.display)

    def _ground(self, text: str) -> str:
        """The colour that a text stands on, where it is first found; empty where it is not."""
        for number, line in enumerate(self.screen.splitlines() if text else ()):
            if (column := line.find(text)) >= 0:
                return str(self._display.buffer[number][column].bg)
        return ""

    def _read_up(self) -> bool:
        """Put what has been read into the screen in memory; False as soon as more has come, which is to be read first."""
        while self._unread:
            piece, self._unread = self._unread[:PIECE], self._unread[PIECE:]
            self._stream.feed(piece)
            if self._unread and select.select([self._master], [], [], 0)[0]:
                return False
        return True

    def _came(self, seconds: float) -> float:
        """When something came, waited for at most so long; 0 when nothing did."""
        return time.perf_counter() if self._read(seconds) else 0.0

    def settle(self, seconds: float = 0.4) -> None:
        """Take in what is painted until nothing has been for so long; a cursor that blinks is waited for at most `LONGEST`."""
        end = time.perf_counter() + max(LONGEST, 2 * seconds)
        while self._read(seconds) and time.perf_counter() < end:
            pass

    def wait_gone(self, text: str) -> None:
        """Wait until a text is gone that goes by itself, as a toast does. Raises `NeverShown`."""
        end = time.perf_counter() + PATIENCE
        while text in self.screen:
            if time.perf_counter() > end:
                raise NeverShown(f"{text!r} never went away. The screen shows:\n{self.screen}")
            self.settle(0.1)

    def rest(self) -> None:
        """Wait until it computes nothing more: what a key began by the side of its answer would be taken for the next one's."""
        used = -1.0
        end = time.perf_counter() + PATIENCE
        while self.cpu_seconds() - used > RESTING and time.perf_counter() < end:
            used = self.cpu_seconds()
            self.settle(0.4)

    def drain(self) -> None:
        """Take in what is painted until the process has ended; only the last of it is kept for `screen`."""
        while chunk := self._read(PATIENCE):
            self._unread = chunk

    def kill(self) -> resource.struct_rusage | None:
        """End it hard. Returns what it has used (`ru_maxrss` in kilobytes, `ru_utime` in seconds)."""
        if self._alive:
            self._alive = False
            os.kill(self.pid, signal.SIGKILL)
            _, _, self._ended = os.wait4(self.pid, 0)
            os.close(self._master)
        return self._ended

    def _read(self, seconds: float) -> bytes:
        if not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            chunk = os.read(self._master, 65536)
        except OSError:  # the process has ended and everything is read
            return b""
        self._unread += chunk
        return chunk

    def cpu_seconds(self) -> float:
        """The processor time that the threads of the process have used so far."""
        return sum(int(task.read_text().split()[0]) for task in Path(f"/proc/{self.pid}/task").glob("*/schedstat")) / 1e9

    def memory(self) -> int:
        """Bytes of memory that the process holds now."""
        return int(Path(f"/proc/{self.pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
