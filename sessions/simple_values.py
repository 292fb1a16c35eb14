"""Simple values as they are read from a file or the database: text, numbers, days and times, one word of several.

Strict and without pydantic, whose import alone would cost a third of the start. Each reader raises `Misfit`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from difflib import get_close_matches
from sys import intern
from typing import Any
from unicodedata import is_normalized

from agendas.clean import clean
from agendas.faults import shown

Decoder = Callable[[Any], Any]

_NAME = 80
"""Characters: a text no longer than that is often an id, which a log names thousands of times and keeps once (`bench/RESULTS.md`)."""


class Misfit(Exception):
    """One value that does not fit, with the keys that lead to it."""

    def __init__(self, message: str, path: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path


def text(value: Any) -> str:
    """Clean text: no control characters, NFC."""
    if type(value) is not str:
        raise Misfit(f"ska vara text, fick {shown(value)}")
    # Most strings are short and clean: two C calls instead of four searches.
    if not (value.isprintable() and (value.isascii() or is_normalized("NFC", value))):
        value = clean(value)
    return intern(value) if len(value) <= _NAME else value


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise Misfit(f"ska vara true eller false, fick {shown(value)}")
    return value


def _number(value: Any) -> int:
    if type(value) is not int:
        raise Misfit(f"ska vara ett heltal, fick {shown(value)}")
    return value


def _instant(value: Any) -> datetime:
    if type(value) is str:
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            raise Misfit(f"ska vara datum och klockslag som 2022-01-17T13:00:00+01:00, fick {shown(value)}") from None
    if not isinstance(value, datetime):
        raise Misfit(f"ska vara datum och klockslag som 2022-01-17T13:00:00+01:00, fick {shown(value)}")
    if value.utcoffset() is None:
        raise Misfit(f"ska ha tidszon: skriv {value.isoformat()}+01:00 (sommartid +02:00)")
    return value


def _day(value: Any) -> date:
    if type(value) is str:
        with suppress(ValueError):
            return date.fromisoformat(value)
    if type(value) is not date:
        raise Misfit(f"ska vara ett datum som 2022-01-17, fick {shown(value)}")
    return value


def _clock(value: Any) -> time:
    if type(value) is str:
        with suppress(ValueError):
            value = time.fromisoformat(value)
    if not isinstance(value, time):
        raise Misfit(f"ska vara ett klockslag som 13:00:00, fick {shown(value)}")
    return value


def _nothing(value: Any) -> None:
    if value is not None:
        raise Misfit(f"ska vara tomt, fick {shown(value)}")


SIMPLE: dict[Any, Decoder] = {
    str: text,
    bool: _flag,
    int: _number,
    datetime: _instant,
    date: _day,
    time: _clock,
    type(None): _nothing,
}
"""How a value of each of these types is read."""


def one_of(words: tuple[str, ...]) -> Decoder:
    """Reads one of these words; what is another names the nearest."""
    known = {word: word for word in words}
    possible = ", ".join(f'"{w}"' for w in words)

    def read(value: Any) -> str:
        if type(value) is not str or (value not in known and clean(value) not in known):
            near = get_close_matches(value, [w for w in words if w], n=1) if isinstance(value, str) else []
            raise Misfit(f"kan inte vara {shown(value)}" + (f' – menas "{near[0]}"?' if near else ".") + f" Möjliga: {possible}")
        return known[value if value in known else clean(value)]

    return read
