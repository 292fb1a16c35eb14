"""The real program under a pseudo-terminal: keys in, the screen out, and a kill when the test wants one."""

from __future__ import annotations

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import pyte

KEYS = {
    "enter": "\r",
    "esc": "\x1b",
    "tab": "\t",
    "down": "\x1b[B",
    "up": "\x1b[A",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f8": "\x1b[19~",
    "f12": "\x1b[24~",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+c": "\x03",
    "ctrl+z": "\x1a",
}


class Terminal:
    """One run of `klubban` in a terminal of its own. `patience`: seconds to wait for the screen to say something."""

    def __init__(self, *words: str, home: Path, columns: int = 100, rows: int = 30, patience: float = 30.0) -> None:
        self.patience = patience
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self._master, slave = pty.openpty()
        ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {**os.environ, "KLUBBAN_HEM": str(home), "TERM": "xterm-256color", "COLUMNS": str(columns), "LINES": str(rows)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tui", *words], stdin=slave, stdout=slave, stderr=slave, env=environment, start_new_session=True
        )
        os.close(slave)

    def press(self, *keys: str) -> None:
        """Press keys by name, or type a text."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())

    def read(self, seconds: float = 0.05) -> str:
        """Take in what has been painted, waiting at most so long for something, and return the screen."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if ready:
            try:
                self._stream.feed(os.read(self._master, 65536))
            except OSError:  # the program has ended
                time.sleep(seconds)
        return "\n".join(self.screen.display)

    def until(self, found: Callable[[str], bool], what: str) -> str:
        """The first screen for which `found` holds. Fails with the last screen when patience is at an end."""
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            shown = self.read()
            if found(shown):
                return shown
        raise AssertionError(f"waited {self.patience} s for {what}; the screen says:\n{self.read()}")

    def sees(self, text: str) -> str:
        """Wait for a text on the screen."""
        return self.until(lambda shown: text in shown, repr(text))

    def kill(self) -> str:
        """SIGKILL, and the last thing that the screen had shown."""
        while select.select([self._master], [], [], 0)[0]:
            self.read(0)
        shown = self.read(0)
        self.end(signal.SIGKILL)
        return shown

    def end(self, how: int = signal.SIGKILL) -> int:
        """Send a signal, wait for the end, and return the exit code."""
        if self.process.poll() is None:
            os.kill(self.process.pid, how)
        return self.exit_code()

    def exit_code(self) -> int:
        """Wait for the end that the program comes to by itself."""
        end = time.monotonic() + self.patience
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)  # a program that restores its terminal must be able to write
        code = self.process.wait(timeout=1)
        os.close(self._master)
        return code
