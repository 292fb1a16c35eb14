"""What a style and the protocol as data are made of: tables that know their keys, each key with a description for the JSON Schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from agendas.value import Value


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Shape(Value):
    """A table with these keys and no others. It says so to pydantic without loading it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}


def doc(about: str) -> dict[str, str]:
    """The metadata of a key: the description that the JSON Schema shows."""
    return {"description": about}
