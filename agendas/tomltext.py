"""From bytes to TOML data: encoding, size and syntax, with the faults in Swedish."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from agendas.clean import clean_line
from agendas.faults import Fault, Faults

MOST_BYTES = 5_000_000
"""Larger files are refused: a whole year's agendas are smaller than this."""

_DEEP_KEY = re.compile(r"(?<![\w.\"'-])(?:(?:[\w\"'-]++\.){30}|(?:[\w\"'-]++[ \t]*+\.[ \t]*+){300})")
"""`tomllib` needs the square of the number of parts. Between spaces it may be prose in a string: `1. 2. 3.`"""
_LONG_NUMBER = re.compile(r"\b0[xob][0-9a-fA-F_]{1000}")
"""`tomllib` reads it, and then nothing can write it out: Python stops at 4,300 digits."""
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

# The start of tomllib's message: what we say. They have been the same since 3.11.
_SYNTAX = (
    ("Expected newline or end of document", "raden fortsätter efter att värdet är slut"),
    ("Cannot overwrite a value", "samma nyckel står två gånger i samma tabell"),
    ("Cannot declare", "samma tabell står två gånger"),
    ("Cannot mutate immutable", "tabellen är redan skriven på ett annat sätt"),
    ("Duplicate inline table key", "samma nyckel står två gånger i samma tabell"),
    ("Unterminated string", "en text saknar sitt slutande citattecken"),
    ("Expected '\"", "en text saknar sitt slutande citattecken"),
    ("Unclosed array", "en lista saknar sin slutande klammer ]"),
    ("Unclosed inline table", "en tabell saknar sin slutande klammer }"),
    ("Unescaped '\\'", "ett omvänt snedstreck ska skrivas två gånger: \\\\"),
    ("Invalid hex value", "ett omvänt snedstreck ska skrivas två gånger: \\\\"),
    ("Expected '=' after a key", "likhetstecknet efter nyckeln saknas"),
    ("Expected ']", "klammern ] efter tabellens namn saknas"),
    ("Invalid initial character for a key part", "nyckelns namn går inte att läsa"),
    ("Invalid statement", "raden är varken en nyckel, en tabell eller en kommentar"),
    ("Illegal character '\\n'", "en text saknar sitt slutande citattecken"),
    ("Illegal character", "ett styrtecken står där det inte får stå"),
    ("Found invalid character", "ett styrtecken står där det inte får stå"),
    ("Invalid date or datetime", "datumet eller tiden finns inte"),
    ("Invalid value", "värdet går inte att läsa"),
)
# What the line looks like: how it should be written.
_HINTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"=\s*(\d{1,2})[:.](\d\d)\s*(?:#.*)?$"), lambda m: f"skriv {int(m[1]):02}:{m[2]}:00"),
    (re.compile(r"=\s*\d{1,2}:\d\d:\d\d"), lambda _: "en tid skrivs 13:00:00"),
    (re.compile(r"=\s*\d{4}-\d\d?-\d\d?|=\s*\d{1,2}(?:/|\s+\w+\s+\d{4})"), lambda _: "ett datum skrivs 2022-01-17"),
    (re.compile(r"=\s*[“”„‟’‘»«]|[“”„‟]\s*$"), lambda _: 'skriv raka citattecken (")'),
    (re.compile(r"^\s*\[*[^=\"]*[åäöÅÄÖ]"), lambda _: "nycklar och tabeller har engelska namn: [[item]], title, proposal"),
    (re.compile(r"=\s*(True|False|ja|nej|sant|falskt)\b", re.IGNORECASE), lambda _: "skriv true eller false"),
    (re.compile(r"=\s*[^\W\d]"), lambda _: 'text ska stå inom citattecken: "…"'),
    (re.compile(r"=\s*(?:#.*)?$"), lambda _: "skriv ett värde efter likhetstecknet, eller ta bort raden"),
    (re.compile(r"=\s*0\d+\s*$"), lambda _: "ett tal skrivs utan inledande nolla"),
    (re.compile(r"=\s*\d[\w./-]*[^\W\d]|=\s*\d+[/-]"), lambda _: 'text ska stå inom citattecken: "…"'),
)


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
        raise error((Fault(name, _line_at(text, deep.start()), "", "En nyckel har orimligt många punkter. Är det rätt fil?"),))
    if _LONG_NUMBER.search(text):
        raise error((_long_number(name),))
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise error((_syntax_fault(text, name, str(wrong)),)) from None
    except RecursionError:
        raise error((Fault(name, None, "", "Listor eller tabeller ligger i varandra i orimligt många led."),)) from None
    except ValueError:  # an integer of thousands of digits
        raise error((_long_number(name),)) from None


def _long_number(name: str) -> Fault:
    return Fault(name, None, "", "Ett tal har orimligt många siffror.")


def _syntax_fault(text: str, name: str, message: str) -> Fault:
    place = _PLACE.search(message)
    said = next((swedish for start, swedish in _SYNTAX if message.startswith(start)), "filen följer inte TOML")
    line = int(place[1]) if place and place[1] else text.rstrip().count("\n") + 1
    if message.startswith(("Unterminated string", "Expected '\"", "Expected \"'")):
        line = _open_quote(text) or line
    lines = text.split("\n")
    written = clean_line(lines[line - 1][:200]) if line <= len(lines) else ""
    hint = next((hint(found) for pattern, hint in _HINTS if (found := pattern.search(written))), "")
    if message.startswith(("Cannot", "Duplicate", "Unescaped", "Invalid hex", "Unclosed", "Unterminated")):
        hint = ""  # what was found on the line is not what is wrong with it
    told = f"TOML-fel: {said}{f' – {hint}' if hint else ''}."
    return Fault(name, line, "", f"{told} Raden är: {written[:60]}" if written else told)


_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"""|\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|["\']', re.DOTALL)


def _open_quote(text: str) -> int | None:
    """The line of the first text that is opened and never closed."""
    for found in _STRING.finditer(text):
        if found[0] in {'"', "'", '"""', "'''"}:
            return _line_at(text, found.start())
    return None


def _line_at(text: str, position: int) -> int:
    return text.count("\n", 0, position) + 1
