"""A terminal that goes away, or stands still, never stops the program: it saves, and ends in good order.

Textual's own driver puts what it paints in a queue for a thread; when the terminal is gone that thread dies, when it
stands still the thread waits, the queue fills, and the program waits for ever. Its reading thread ends the app at
anything that is no UTF-8 – one å from a terminal that speaks Latin-1 – and prints a traceback.

Private places of Textual 8 that are used: `WriterThread._queue` and its `maxsize`, `LinuxDriver._run_input_thread` and the decoder that
`run_input_thread` makes. `tests/whole/test_terminal_gone.py` and `test_terminal_stalled.py` hold them.
"""

from __future__ import annotations

import codecs
import os
import select
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.drivers import linux_driver

if TYPE_CHECKING:
    from textual.drivers._writer_thread import WriterThread

_PATIENCE = 2.0
"""Seconds without anything taken in after which a terminal is not waited for at the end."""
_MOST_WAITING = 30
"""As many paintings that have not been taken in, and the terminal is behind."""
_MANY = 100
"""Faults in reading after which the reader is given up."""


def _forgiving(encoding: str) -> Callable[[], codecs.IncrementalDecoder]:
    return partial(codecs.getincrementaldecoder(encoding), "replace")


linux_driver.getincrementaldecoder = _forgiving  # type: ignore[attr-defined, assignment]


class SteadyDriver(linux_driver.LinuxDriver):
    """The driver of POSIX terminals. `gone` is true from when the terminal was seen to be gone."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._gone = False

    @property
    def gone(self) -> bool:
        """Whether nobody can read what is painted, or type."""
        if not self._gone:
            painter = self._writer_thread
            self._gone = _hung_up(self.fileno) or (painter is not None and painter.ident is not None and not painter.is_alive())
        return self._gone

    @property
    def behind(self) -> bool:
        """Whether the terminal takes in less than is painted. Then pictures are to be left out (`patient_painting.py`)."""
        return self._waiting >= _MOST_WAITING

    @property
    def busy(self) -> bool:
        """Whether anything is left that the terminal has not begun to take in."""
        return self._waiting > 0

    @property
    def _waiting(self) -> int:
        painter = self._writer_thread
        return painter._queue.qsize() if painter is not None and painter.is_alive() else 0

    def write(self, data: str) -> None:
        """Paint, unless nobody is there to see it. Never waits."""
        painter: WriterThread | None = self._writer_thread
        if painter is not None and painter.is_alive():
            painter._queue.maxsize = 0
            painter._queue.put(data)

    def _run_input_thread(self) -> None:
        for _ in range(_MANY):
            try:
                self.run_input_thread()
            except OSError:
                self._gone = True  # the app looks for it
                return
            except Exception as fault:  # noqa: BLE001 - whatever the keys were, the next ones must be heard
                self._app.call_later(self._app._handle_exception, fault)
            else:
                return

    def close(self) -> None:
        """Let the painter paint what is left, for as long as anything is taken in."""
        painter = self._writer_thread
        if painter is None or not painter.is_alive():
            return
        painter._queue.put(None)
        waiting = -1
        while painter.is_alive() and waiting != self._waiting:
            waiting = self._waiting
            painter.join(_PATIENCE)


def _hung_up(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
        poll = select.poll()
    except (OSError, AttributeError):  # closed; or a system that has no poll for terminals
        return True
    poll.register(descriptor, 0)
    return any(what & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, what in poll.poll(0))
