"""What the frozen values of this program have in common: they are equal, hashed and shown by their fields.

`dataclass` writes and compiles `__eq__`, `__hash__` and `__repr__` anew for every class. `klubban protokoll` loads 150 of them, and
that was a fifth of what it took (`bench/RESULTS.md`). Here they stand once:

    @dataclass(frozen=True, slots=True, repr=False, eq=False)
    class Point(Value):
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any


class Value:
    """The base of a frozen dataclass made with `repr=False, eq=False`. Its values mean what they would without the two."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if other.__class__ is not self.__class__:
            return NotImplemented
        kind: Any = self.__class__
        compared = _compared(kind)
        return bool(compared(self) == compared(other))

    def __hash__(self) -> int:
        kind: Any = self.__class__
        return hash(_compared(kind)(self))

    def __repr__(self) -> str:
        kind: Any = self.__class__
        shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(kind) if f.repr)
        return f"{kind.__qualname__}({shown})"


@cache
def _compared(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    """What tells two values of that class apart."""
    names = [f.name for f in fields(kind) if f.compare]
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)  # of one name `attrgetter` makes no tuple
