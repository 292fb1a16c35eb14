"""A fault of our own never ends a meeting: it is written to a file, said calmly, and the meeting goes on.

Textual ends the app at the first exception in any handler and prints a traceback with the values of local variables,
which here are names and notes. What is recorded was committed before the screen changed, so going on is safe.

Three private places of Textual 8 are used, all of them here and held by `tests/tui/test_faults.py`:
`MessagePump._dispatch_message` (after an exception it would leave a widget deaf for good), `App._handle_exception`
and `App._fatal_error`.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import time
import traceback
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from rich.text import Text
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.worker import WorkerFailed

from tui.collector import begin
from tui.fault_log import place_of, write_fault
from tui.settings import log_path
from tui.texts.program import Faults as Words

R = TypeVar("R")

AGAIN = 1.0
"""Seconds within which the same fault is only counted: a toast about painting is painted too."""
STUCK = 3
"""As many faults over one dialog, and it is closed: it may be what cannot be left."""
TURNED_OFF = 5
"""As many faults in one place, without `AGAIN` seconds of quiet: the part of the screen that they come from is hidden."""
TOO_MANY = 20
"""As many are a loop that nothing else ends."""
PAINTED = 1.0
"""Seconds after which a screen that was opened has been painted."""
LOOK = 1.0
"""Seconds between two looks at whether the terminal is still there."""


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
        self._over: tuple[Screen[Any], int] | None = None
        self.log_file: Path = log_path()

    def get_driver_class(self) -> type[Driver]:
        """The driver that survives its terminal, where there is one such."""
        if sys.platform == "win32":  # pragma: no cover
            return super().get_driver_class()
        from textual.drivers.linux_driver import LinuxDriver

        from tui.steady_driver import SteadyDriver

        usual = super().get_driver_class()
        return SteadyDriver if usual is LinuxDriver else usual

    def on_mount(self) -> None:
        """Whoever ends the program from outside is obeyed in good order too."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, RuntimeError, ValueError):  # Windows has none of it
                loop.add_signal_handler(getattr(signal, name), self.exit)

    def on_ready(self) -> None:
        """The first screen stands."""
        self._standing = True
        self.set_interval(LOOK, self._end_without_terminal)
        self.leave_alone()

    def leave_alone(self) -> None:
        """What was loaded for a screen is not looked through for garbage while somebody types on it."""
        if not self.is_headless:  # in the tests apps come and go, and are garbage
            self.set_timer(PAINTED, begin)

    def _end_without_terminal(self) -> None:
        """A window that was closed, or a line that was cut, is an end in good order. Not every system says so by a signal."""
        if getattr(self._driver, "gone", False):
            self.exit()

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
        place = place_of(cause)
        now = time.monotonic()  # how close together, not what time it is
        before, count = self._last_fault.get(place, (float("-inf"), 0))
        again = now - before < AGAIN
        count = count + 1 if again else 1
        self._last_fault[place] = now, count
        if not again:
            self._write_log(cause)
        if not self.goes_on or count >= TOO_MANY:
            super()._handle_exception(error)
            return
        if count == TURNED_OFF:
            _hide(cause)
        self._close_if_stuck()
        if not again:
            self.notify(Words.toast(str(self.log_file)), title=Words.TITLE, severity="error", timeout=10, markup=False)

    def _close_if_stuck(self) -> None:
        """Close a dialog that faults have come over again and again."""
        top = self.screen_stack[-1] if self.screen_stack else None
        if top is None or not top.is_modal:
            return
        self._over = (top, self._over[1] + 1 if self._over and self._over[0] is top else 1)
        if self._over[1] == STUCK:
            self.call_later(self.give_up, top)

    def give_up(self, dialog: Screen[Any]) -> None:
        """Close a dialog that only fails."""
        dialog.dismiss(None)

    def before_the_end(self) -> None:
        """What must be done before the app ends, however it ends."""

    def _ending(self) -> None:
        """A fault in the last things to do is no reason not to end."""
        try:
            self.before_the_end()
        except Exception as fault:  # noqa: BLE001 - see above
            self._write_log(fault)

    def exit(self, *args: Any, **kwargs: Any) -> None:
        """End in good order."""
        self._ending()
        super().exit(*args, **kwargs)

    def _fatal_error(self) -> None:
        """The end, without a traceback: it would show what people have said."""
        self._ending()
        self.bell()
        self._exit_renderables.append(Text(Words.stopped(str(self.log_file))))
        self._close_messages_no_wait()

    def _write_log(self, error: BaseException) -> None:
        write_fault(self.log_file, error, self.clock() if self.clock else None, " · ".join(self._led_to))


def _hide(error: BaseException) -> None:
    """Hide the innermost part of a screen that the fault came from; the rest can still be used."""
    part: Widget | None = None
    for frame, _ in traceback.walk_tb(error.__traceback__):
        found = frame.f_locals.get("self")
        if isinstance(found, Widget) and not isinstance(found, Screen):
            part = found
    if part is not None and part.is_attached:
        part.display = False


_dispatch = MessagePump._dispatch_message


async def _guarded_dispatch(pump: MessagePump, message: Message) -> None:
    """As Textual's own, but the pump that met a fault goes on: otherwise its loop ends, and the screen is deaf."""
    try:
        await _dispatch(pump, message)
    except Exception as error:
        app = pump.app
        if not (isinstance(app, FaultTolerantApp) and app.goes_on):
            raise
        if app._exit:  # a dialog that was opening when the program ended: nobody misses it
            return
        app._handle_exception(error)


MessagePump._dispatch_message = _guarded_dispatch  # type: ignore[method-assign, assignment]
