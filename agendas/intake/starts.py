"""Where the items of a list begin: numbers that rise, letters, times, signs below headings, or every line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agendas.intake.listing import NUMBER, NUMBERED
from agendas.intake.pages import Line, Part, Row
from agendas.intake.patterns import only_name
from agendas.intake.words import BODY, kind_of_section, kind_of_title, section_of
from agendas.model import ItemKind

Starts = dict[int, tuple[str, str]]
"""Part → (number, the rest of the line)."""

_HOUR = r"(?:kl(?:ockan)?\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*[-–]\s*(?:[01]?\d|2[0-3])[.:][0-5]\d)?\s+"
_TIMED = re.compile(rf"{_HOUR}(?=[^\W\d_]|$)", re.IGNORECASE)
_TIMED_NUMBER = re.compile(rf"{_HOUR}(?=\d{{1,3}}[.)]\s)", re.IGNORECASE)
_LETTERED = re.compile(r"(?P<letter>[A-ZÅÄÖ])[.)]\s+(?P<text>\S.*)", re.DOTALL)
_DOTTED = re.compile(r"(?P<major>\d{1,2})\.(?P<minor>\d{1,2})[.)]?\s+(?P<text>\S.*)", re.DOTALL)
_SECTION_NUMBER = re.compile(r"(?:\d{1,2}|[A-Z])[.):]?\s+")


def starts_of(parts: Sequence[Part], start: int, end: int, *, plain: bool) -> Starts:
    """The parts where items begin. `plain`: a heading says that here is a list, whatever it is set with."""
    if len(dotted := _dotted(parts, start, end)) > 2:
        return dotted
    numbered = _rising(parts, start, end, plain=plain)
    timed = {n: ("", text) for n in range(start, end) if (text := _timed(parts[n]))}
    timed = {n: t for n, t in timed.items() if n not in numbered}
    if len(numbered) > 1:
        inside = [n for n in timed if min(numbered) - 8 <= n <= max(numbered) + 4]
        return dict(sorted({**numbered, **{n: timed[n] for n in inside}, **_unnumbered(parts, numbered, timed)}.items()))
    if len(lettered := _lettered(parts, start, end)) > 2:
        return dict(sorted({**lettered, **_unnumbered(parts, lettered, timed)}.items()))
    if len(timed) > 2:
        return dict(sorted(timed.items()))
    below = next((n for n in range(start, end - 1) if _opens_section(parts, n)), None)
    if not plain and below is None:
        return {}
    first = start if below is None or plain else below
    signed: Starts = {n: ("", p.text) for n in range(first, end) if isinstance(p := parts[n], Line) and p.mark == "-" and p.indent < 4}
    if len(signed) > 1:
        return signed
    return _lines(parts, first, end)


def _opens_section(parts: Sequence[Part], n: int) -> bool:
    """Whether a heading such as `Beslutsärenden` stands above a line with a list sign."""
    part, below = parts[n], parts[n + 1]
    return (
        isinstance(part, Line) and not part.mark and heading_kind(part.text) is not None and isinstance(below, Line) and below.mark == "-"
    )


def heading_kind(text: str) -> ItemKind | None:
    """The kind of the items below a heading in a list; its own number and colon do not count."""
    bare = text.rstrip(": ")
    return kind_of_section(bare) or (kind_of_section(_SECTION_NUMBER.sub("", bare, count=1)) if _SECTION_NUMBER.match(bare) else None)


def _rising(parts: Sequence[Part], start: int, end: int, *, plain: bool) -> Starts:
    found: Starts = {}
    last = 0
    for n in range(start, end):
        one = _numbered(parts[n])
        if one is None:
            continue
        value = int(re.sub(r"\D", "", one[0].split("/")[0]))
        paragraph = one[0].startswith("§")
        if (value == last + 1 or (not found and (value == 1 or paragraph or plain))) or (found and paragraph and value > last):
            found[n] = one
            last = value
    return found


def _timed(part: Part) -> str:
    """The text of a part that begins with a time, which stands first in a line and below the rest of a row; empty when none does."""
    if isinstance(part, Line):
        return part.text if _TIMED.match(part.text) else ""
    cells = [c for c in part.cells if c]
    return "\n".join([*cells[1:], cells[0]]) if len(cells) > 1 and _TIMED.fullmatch(f"{cells[0]} ") else ""


def _numbered(part: Part) -> tuple[str, str] | None:
    if isinstance(part, Row):
        cells = [c for c in part.cells if c]
        if len(cells) > 1 and _TIMED.fullmatch(f"{cells[0]} ") and not NUMBER.fullmatch(cells[0]):
            cells = [*cells[1:], cells[0]]  # the time stands in front
        if len(cells) > 1 and NUMBER.fullmatch(cells[0]):
            return cells[0], "\n".join(cells[1:])
        if len(cells) > 1 and (begun := NUMBERED.match(cells[0])) and (begun["sign"] or cells[0][len(begun["number"])] in ".)"):
            return f"{'§' if begun['sign'] else ''}{begun['number']}", "\n".join([begun["text"], *cells[1:]])
        return None
    if (part.mark and part.mark[0].isdigit()) or part.mark.startswith("§"):
        if re.fullmatch(r"(?:§\s*)?\d{1,4}[.)]?", part.mark):
            return part.mark.rstrip(".)"), part.text
        return None
    hour = _TIMED_NUMBER.match(part.text)
    if hour and (one := NUMBERED.match(part.text[hour.end() :])):
        return one["number"], f"{hour[0]}{one['text']}"
    found = NUMBERED.match(part.text)
    if found is None or len(part.text) > 300:
        return None
    plain = not found["sign"] and part.text[0].isdigit() and part.text[found.end("number") : found.end("number") + 1] not in {".", ")", ":"}
    if plain and not (found["text"][:1].isupper() and not part.text.endswith(".")):
        return None  # `2022 och 2023 som …`
    return f"{'§' if found['sign'] else ''}{found['number']}", found["text"]


def _lettered(parts: Sequence[Part], start: int, end: int) -> Starts:
    """`A. Upprop`, `B. Val av justerare`: every letter in its turn."""
    found: Starts = {}
    for n in range(start, end):
        letter, text = _letter(parts[n])
        if letter == chr(ord("A") + len(found)):
            found[n] = (letter, text)
    return found


def _letter(part: Part) -> tuple[str, str]:
    """The letter that a part begins with, and the rest of it; both empty when there is none."""
    if isinstance(part, Line) and re.fullmatch(r"[a-z]\)", part.mark) and part.indent < 4:
        return part.mark[0].upper(), part.text
    first, *more = [c for c in part.cells if c] or [""] if isinstance(part, Row) else [part.text]
    if more and re.fullmatch(r"[A-ZÅÄÖ][.)]?", first):
        return first[0], "\n".join(more)
    one = _LETTERED.fullmatch(first)
    return (one["letter"], "\n".join([one["text"], *more])) if one else ("", "")


def _dotted(parts: Sequence[Part], start: int, end: int) -> Starts:
    """`2.1 Budget`, `2.2 Taxa`: the first number is the section's."""
    found: Starts = {}
    last = (0, 0)
    for n in range(start, end):
        part = parts[n]
        text = "\n".join(c for c in part.cells if c) if isinstance(part, Row) else f"{part.mark} {part.text}" if part.mark else part.text
        if one := _DOTTED.fullmatch(text.strip()):
            here = (int(one["major"]), int(one["minor"]))
            if here == (last[0], last[1] + 1) or (here[0] > last[0] and here[1] == 1 and len(one["minor"]) == 1):
                found[n] = (f"{here[0]}.{here[1]}", one["text"])
                last = here
    return found


def _unnumbered(parts: Sequence[Part], numbered: Mapping[int, tuple[str, str]], timed: Mapping[int, tuple[str, str]]) -> Starts:
    """Lines near a numbered list that are items by their words: `Upprop`, `Lunch`, set as its neighbours are."""
    found: Starts = {}
    before = min(numbered)
    for n in range(max(0, before - 8), max(numbered) + 5):
        if n >= len(parts) or n in numbered or n in timed:
            continue
        part = parts[n]
        if heading_kind(part.text) is not None and n + 1 in numbered:
            continue  # a heading above the next item
        if isinstance(part, Line) and len(part.text) < 90 and not part.mark and not part.text.endswith("."):
            kind = kind_of_title(part.text)[0] if not BODY.search(part.text) else None
            if kind == "paus" or (kind == "formalia" and ":" not in part.text and n < before) or (kind == "anmälan" and part.level):
                found[n] = ("", part.text)
    return found


def _lines(parts: Sequence[Part], start: int, end: int) -> Starts:
    """Below a heading that says that here is a list: every short line until something else comes."""
    lines: Starts = {}
    for n in range(start, end):
        part = parts[n]
        if not isinstance(part, Line) or len(part.text) > 200 or part.text.endswith((".", ":")) or section_of(part.text):
            break
        if kind_of_section(part.text) is None and not only_name(part.text):
            lines[n] = ("", part.text)
    return lines if len(lines) > 1 else {}
