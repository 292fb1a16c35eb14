"""A terminal that goes away ends the program in good order: it saves, and never hangs on a screen that nobody sees.

Textual's own driver puts what it paints in a queue for a thread; when the terminal is gone that thread dies, the queue
fills, and the program waits for ever. Its reading thread ends the app at anything that is no UTF-8 – one å from a
terminal that speaks Latin-1 – and prints a traceback.

Private places of Textual 8 that are used: `WriterThread._queue`, `LinuxDriver._run_input_thread` and the decoder that
`run_input_thread` makes. `tests/whole/test_terminal_gone.py` holds them.
"""

from __future__ import annotations

import codecs
import os
import select
from collections.abc import Callable
from functools import partial
from queue import Full
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.drivers import linux_driver

if TYPE_CHECKING:
    from textual.drivers._writer_thread import WriterThread

_PATIENCE = 0.25
"""Seconds between two looks at whether anybody still paints."""
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

    def write(self, data: str) -> None:
        """Paint, unless nobody is there to see it."""
        painter: WriterThread | None = self._writer_thread
        while painter is not None and painter.is_alive():
            try:
                painter._queue.put(data, timeout=_PATIENCE)
            except Full:
                continue  # a slow line, or a thread that has just died: look again
            return

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
        """Let the painter paint what is left, if it still does."""
        if self._writer_thread is not None and self._writer_thread.is_alive():
            super().close()


def _hung_up(descriptor: int) -> bool:
    try:
        os.fstat(descriptor)
        poll = select.poll()
    except (OSError, AttributeError):  # closed; or a system that has no poll for terminals
        return True
    poll.register(descriptor, 0)
    return any(what & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, what in poll.poll(0))
