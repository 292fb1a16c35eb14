"""What is wrong with a TOML text, in Swedish, with a hint how it should be written."""

from __future__ import annotations

import re
from collections.abc import Callable

from agendas.clean import clean_line
from agendas.faults import Fault

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
_STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"""|\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*|["\']', re.DOTALL)


def syntax_fault(text: str, name: str, message: str) -> Fault:
    """The fault that `tomllib` told of the text in the file `name`."""
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


def _open_quote(text: str) -> int | None:
    """The line of the first text that is opened and never closed."""
    for found in _STRING.finditer(text):
        if found[0] in {'"', "'", '"""', "'''"}:
            return text.count("\n", 0, found.start()) + 1
    return None
