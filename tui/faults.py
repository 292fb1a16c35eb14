"""A fault of our own never ends a meeting: it is written to a file, said calmly, and the meeting goes on.

Textual ends the app at the first exception in any handler and prints a traceback with the values of local variables,
which here are names and notes. What is recorded was committed before the screen changed, so going on is safe.

Three private places of Textual 8 are used, all of them here and held by `tests/tui/test_faults.py`:
`MessagePump._dispatch_message` (after an exception it would leave a widget deaf for good), `App._handle_exception`
and `App._fatal_error`.
"""

from __future__ import annotations

import os
import time
import traceback
from collections import deque
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from rich.text import Text
from textual.app import App
from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

from tui.settings import log_path
from tui.texts.program import Faults as Words

R = TypeVar("R")

AGAIN = 1.0
"""Seconds within which the same fault is only counted: a toast about painting is painted too."""
TOO_MANY = 20
"""As many faults in one place, without `AGAIN` seconds of quiet, are a loop that nothing else ends."""
LOG_LIMIT = 2_000_000
"""Bytes; a log that has grown beyond begins anew, the old one beside it."""


class FaultTolerantApp(App[R]):
    """The part of an app that survives its own faults.

    Under `run_test` a fault is fatal, as Textual has it, so that no test passes over one; a test of the tolerance
    itself sets `tolerant = True`. So is a fault before the first screen stands: there is nothing yet to keep.
    """

    tolerant: bool | None = None
    clock: Callable[[], datetime] | None = None
    """For the times in the log. Set by the command line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._led_to: deque[str] = deque(maxlen=30)
        self._last_fault: dict[str, tuple[float, int]] = {}
        self._standing = False
        self.log_file: Path = log_path()

    def on_ready(self) -> None:
        """The first screen stands."""
        self._standing = True

    @property
    def goes_on(self) -> bool:
        """Whether a fault is survived now."""
        tolerant = not self.is_headless if self.tolerant is None else self.tolerant
        return tolerant and self._standing

    def note(self, what: str) -> None:
        """Remember a step, for the log only: names of acts, never what somebody wrote."""
        self._led_to.append(what)

    async def run_action(self, action: Any, *args: Any, **kwargs: Any) -> bool:
        """Remember which act it was, and run it."""
        self.note(f"action {str(action).partition('(')[0]}")
        return await super().run_action(action, *args, **kwargs)

    def _handle_exception(self, error: Exception) -> None:
        cause = error.error if isinstance(error, WorkerFailed) else error
        place = _place(cause)
        now = time.monotonic()  # how close together, not what time it is
        before, count = self._last_fault.get(place, (float("-inf"), 0))
        again = now - before < AGAIN
        count = count + 1 if again else 1
        self._last_fault[place] = now, count
        if not again:
            self._write_log(cause, place)
        if not self.goes_on or count >= TOO_MANY:
            super()._handle_exception(error)
        elif not again:
            self.notify(Words.toast(str(self.log_file)), title=Words.TITLE, severity="error", timeout=10, markup=False)

    def _fatal_error(self) -> None:
        """The end, without a traceback: it would show what people have said."""
        self.bell()
        self._exit_renderables.append(Text(Words.stopped(str(self.log_file))))
        self._close_messages_no_wait()

    def _write_log(self, error: BaseException, place: str) -> None:
        when = self.clock().isoformat(timespec="seconds") if self.clock else "-"
        told = "".join(traceback.format_exception(error))  # without local variables
        text = f"{when} {place}\nföre: {' · '.join(self._led_to) or '-'}\n{told}\n"
        try:
            self.log_file.parent.mkdir(parents=True, exist_ok=True)
            if self.log_file.exists() and self.log_file.stat().st_size > LOG_LIMIT:
                os.replace(self.log_file, self.log_file.with_suffix(".1.log"))
            handle = os.open(self.log_file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            with open(handle, "a", encoding="utf-8", newline="\n") as log:
                log.write(text)
        except OSError:
            pass  # no log is no reason to stop a meeting


def _place(error: BaseException) -> str:
    """Where it happened and what it was: `tui/app.py:12 ValueError`."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{'/'.join(Path(frames[-1].filename).parts[-2:])}:{frames[-1].lineno}" if frames else "?"
    return f"{where} {type(error).__name__}"


_dispatch = MessagePump._dispatch_message


async def _guarded_dispatch(pump: MessagePump, message: Message) -> None:
    """As Textual's own, but the pump that met a fault goes on: otherwise its loop ends, and the screen is deaf."""
    try:
        await _dispatch(pump, message)
    except Exception as error:
        app = pump.app
        if not (isinstance(app, FaultTolerantApp) and app.goes_on):
            raise
        app._handle_exception(error)


MessagePump._dispatch_message = _guarded_dispatch  # type: ignore[method-assign, assignment]
