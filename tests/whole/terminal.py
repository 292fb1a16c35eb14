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
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f12": "\x1b[24~",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+c": "\x03",
    "ctrl+z": "\x1a",
    "ctrl+l": "\x0c",
}


ROOT = Path(__file__).parents[2]


class Terminal:
    """One run of `klubban` in a terminal of its own. `patience`: seconds to wait for the screen to say something.

    `module` is what is run instead of `tui`; `folder` where it is run, here if left out. The program's own home is the
    person's too. `master` is the terminal's own end.
    """

    def __init__(
        self,
        *words: str,
        home: Path,
        columns: int = 100,
        rows: int = 30,
        patience: float = 30.0,
        module: str = "tui",
        folder: Path | None = None,
    ) -> None:
        self.patience = patience
        self.screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self.screen)
        self.master, slave = pty.openpty()
        ioctl(slave, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        environment = {
            **{key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}},  # they would hide a new size
            "KLUBBAN_HEM": str(home),
            "HOME": os.environ.get("TEST_HOME", str(home)),
            "TERM": "xterm-256color",
            "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", "")))),
        }
        self.process = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            cwd=folder,
            start_new_session=True,
        )
        os.close(slave)

    def press(self, *keys: str) -> None:
        """Press keys by name, or type a text."""
        for key in keys:
            os.write(self.master, KEYS.get(key, key).encode())

    def read(self, seconds: float = 0.05) -> str:
        """Take in what has been painted, waiting at most so long for something, and return the screen."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        if ready:
            try:
                self._stream.feed(os.read(self.master, 65536))
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

    def resize(self, columns: int, rows: int) -> None:
        """The window becomes another size."""
        self.screen.resize(rows, columns)
        ioctl(self.master, TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.kill(self.process.pid, signal.SIGWINCH)

    def hang_up(self) -> int:
        """The terminal goes away under the program, without a word. Returns the exit code."""
        os.close(self.master)
        return self.process.wait(timeout=self.patience)

    def kill(self) -> str:
        """SIGKILL, and the last thing that the screen had shown."""
        while select.select([self.master], [], [], 0)[0]:
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
        os.close(self.master)
        return code
