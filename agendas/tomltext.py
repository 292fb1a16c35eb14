"""From bytes to TOML data: encoding, size and syntax, with the faults in Swedish."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from agendas.faults import Fault, Faults

MOST_BYTES = 5_000_000
"""Larger files are refused: a whole year's agendas are smaller than this."""

_DEEP_KEY = re.compile(r"(?<![\w.\"'-])(?:(?:[\w\"'-]++\.){30}|(?:[\w\"'-]++[ \t]*+\.[ \t]*+){300})")
"""`tomllib` needs the square of the number of parts. Between spaces it may be prose in a string: `1. 2. 3.`"""
_LONG_NUMBER = re.compile(r"\b0[xob][0-9a-fA-F_]{1000}")
"""`tomllib` reads it, and then nothing can write it out: Python stops at 4,300 digits."""


def read_text(path: Path, *, error: type[Faults] = Faults) -> str:
    """The text of a file that people edit: UTF-8 with or without BOM.

    Raises `error` when it is too large, no text, in another encoding or empty; OSError when it cannot be read.
    """
    with path.open("rb") as file:
        raw = file.read(MOST_BYTES + 1)
    name = str(path)
    if len(raw) > MOST_BYTES:
        raise error((Fault(name, None, "", f"Filen är större än {MOST_BYTES // 1_000_000} MB. Är det rätt fil?"),))
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise error((Fault(name, None, "", "Filen är sparad som UTF-16. Öppna den och välj Spara som med kodningen UTF-8."),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        if b"\x00" in raw:
            raise error((Fault(name, None, "", "Filen är ingen textfil. Är det rätt fil?"),)) from None
        line = raw.count(b"\n", 0, wrong.start) + 1
        message = (
            f"Filen är inte sparad som UTF-8: ett tecken på rad {line} går inte att läsa. Öppna den och välj Spara som med kodningen UTF-8."
        )
        raise error((Fault(name, line, "", message),)) from None
    if "\x00" in text:
        raise error((Fault(name, None, "", "Filen är ingen textfil. Är det rätt fil?"),))
    if not text.strip():
        raise error((Fault(name, None, "", "Filen är tom."),))
    return text


def load_toml(text: str, name: str, *, error: type[Faults] = Faults) -> dict[str, Any]:
    """The data of a TOML text. Raises `error` with one fault that names the line, with a hint where one can be given."""
    deep = _DEEP_KEY.search(text)
    if deep:
        line = text.count("\n", 0, deep.start()) + 1
        raise error((Fault(name, line, "", "En nyckel har orimligt många punkter. Är det rätt fil?"),))
    if _LONG_NUMBER.search(text):
        raise error((_long_number(name),))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        from agendas.toml_faults import syntax_fault  # what is wrong is seldom asked, and a dozen patterns are made for it

        raise error((syntax_fault(text, name, str(wrong)),)) from None
    except RecursionError:
        raise error((Fault(name, None, "", "Listor eller tabeller ligger i varandra i orimligt många led."),)) from None
    except ValueError:  # an integer of thousands of digits
        raise error((_long_number(name),)) from None


def _long_number(name: str) -> Fault:
    return Fault(name, None, "", "Ett tal har orimligt många siffror.")
