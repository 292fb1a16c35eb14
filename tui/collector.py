"""Python's collector of reference cycles, kept out of the way of the first paint and of the keys.

It looks through everything that is alive: modules, stylesheets, the whole log of the meeting. None of that is ever
garbage. Measured (`bench/RESULTS.md`): a third of what opening a dialog cost was one look through it, 75 ms.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (5_000, 5, 10)
"""How many new things make a look among them worth while. An act of the meeting makes 3,000: Python's own 700 would be four looks."""


@contextmanager
def held_back() -> Iterator[None]:
    """Nothing is collected meanwhile: for a command that soon ends, or while a meeting is read. `begin` ends it early."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def begin() -> None:
    """Collect from now on, and only among what is made from now on. Each call leaves alone what is alive then."""
    gc.freeze()
    gc.set_threshold(*_SELDOM)
    gc.enable()


# When Python ends it goes through all that is alive two or three times more: a tenth of a short command (`bench/RESULTS.md`).
atexit.register(gc.freeze)
