"""The types of a dataclass's fields, as `typing.get_type_hints` gives them, with each spelling read once for a module.

It compiles every annotation anew, and the 330 keys of a house style are spelt in 40 ways: 10 → 2.5 ms of `klubban protokoll`
(`bench/RESULTS.md`).
"""

from __future__ import annotations

import sys
from dataclasses import fields
from functools import cache
from inspect import get_annotations
from types import SimpleNamespace
from typing import Any, get_type_hints


def field_types(cls: type[Any]) -> dict[str, Any]:
    """The type of each field of a dataclass, those of its bases first."""
    names = {f.name for f in fields(cls)}
    return {
        name: _meant(spelt, base.__module__)
        for base in reversed(cls.__mro__)
        for name, spelt in get_annotations(base).items()
        if name in names
    }


@cache
def _meant(spelt: Any, module: str) -> Any:
    return get_type_hints(SimpleNamespace(__annotations__={"it": spelt}), vars(sys.modules[module]))["it"]
