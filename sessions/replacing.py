"""`dataclasses.replace` for the values that the fold makes anew with each event, without going through `__init__` field by field.

A meeting of 10,000 events replaces its state 30,000 times. Measured on the large meeting of `bench/`: 9.6 → 1.1 µs for a
`Meeting`, 18 → 1.1 µs for an `ItemState`, and the replay of the whole in a third of the time.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def replace(value: T, **changes: Any) -> T:
    """The frozen value with these fields changed. Raises `TypeError` for a field that it has not."""
    kind: type = type(value)
    if not hasattr(value, "__dict__"):
        return dataclasses.replace(value, **changes)  # type: ignore[type-var]
    held = value.__dict__ | changes
    known = _fields(kind)
    if len(held) != len(known):  # what was computed of the old value (`cached_property`) says nothing of the new one
        if not known.issuperset(changes):
            raise TypeError(f"{kind.__name__} has no field {', '.join(sorted(changes.keys() - known))}")
        held = {name: held[name] for name in held if name in known}
    made: T = object.__new__(kind)
    object.__setattr__(made, "__dict__", held)
    return made


@cache
def _fields(kind: type) -> frozenset[str]:
    return frozenset(f.name for f in dataclasses.fields(kind))
