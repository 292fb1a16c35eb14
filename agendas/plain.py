"""Data that are right at first sight, in the dataclasses of the model.

pydantic takes more than half of the time that `klubban kontrollera` needs, and most files have no fault. So it is asked only about
those that leave a doubt: it decides, and says what is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date, time
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, get_args, get_origin

from agendas.field_types import field_types

T = TypeVar("T")


class Doubt(Exception):
    """The data may be wrong, or right in a way that is not plain to see."""


def made_plainly(cls: type[T], data: Mapping[str, Any]) -> T:
    """The dataclass with these values, as pydantic would make it. Raises `Doubt`.

    Lists are tuples in it; dates and times are ISO text in the data.
    """
    kinds = _kinds(cls)  # type: ignore[arg-type]
    if not kinds.keys() >= data.keys():
        raise Doubt
    try:
        return cls(**{key: _read(kinds[key], value) for key, value in data.items()})
    except TypeError:  # a key is missing
        raise Doubt from None


_kinds = cache(field_types)


def _read(kind: Any, value: Any) -> Any:
    if kind in (str, int, bool, NoneType) and type(value) is kind:
        return value
    if kind in (date, time) and type(value) is str:
        try:
            return kind.fromisoformat(value)
        except ValueError:
            raise Doubt from None
    if is_dataclass(kind) and isinstance(value, Mapping):
        return made_plainly(kind, value)  # type: ignore[arg-type]
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Literal and type(value) is str and value in inside:
        return value
    if origin is tuple and type(value) is list:
        return tuple(_read(inside[0], one) for one in value)
    if origin is dict and type(value) is dict:
        return {key: _read(inside[1], one) for key, one in value.items()}
    if origin is UnionType:
        return _either(inside, value)
    raise Doubt


def _either(kinds: tuple[Any, ...], value: Any) -> Any:
    for kind in kinds:
        try:
            return _read(kind, value)
        except Doubt:
            continue
    raise Doubt
