"""Text and Markdown as lines and rows: tabs, pipes or wide gaps make a table."""

from __future__ import annotations

import re

from agendas.clean import clean
from agendas.intake.grid import Segment, Stripe, rows_of
from agendas.intake.pages import LOOKS_BOLD, Line, Part, Place, Row

_TAG = re.compile(r"</?(?:i|b|u|em|strong|sup|sub|span|p|div|font)(?:\s[^<>]*)?>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
# No pattern may look through the rest of the text from each of its characters: a text can be a megabyte on one line.
_IMAGE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\((?:[^()]|\([^()]*\))*\)")
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*\*\*|\*\*|\*|__|_)(?=\S)((?:(?!\1).)+)(?<=\S)\1(?![\w*_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~])")
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_BOLD = re.compile(r"(\*\*|__)(?P<text>.+)\1$")
LIST_LINE = re.compile(r"(?P<indent>\s*)(?P<mark>[-–•·*+▪◦]|\d{1,3}[.)]|[a-zåäö]\))\s+(?P<text>\S.*)$")
_PIPES = re.compile(r"\s*\|.*\|\s*$")
_RULED = re.compile(r"[\s:|-]+")
_WIDE = re.compile(r"\S(?:.*?\S)??(?=\s{3,}|\s*$)")
_DRAWN = re.compile(r"[-–—_=*·.\s]{3,}$")


def bare(text: str) -> str:
    """The words of some inline Markdown or HTML."""
    text = _IMAGE.sub("", _TAG.sub("", text))
    text = _LINK.sub(r"\1", text)
    for _ in range(3):  # bold around italics
        text = _EMPHASIS.sub(r"\2", text)
    return " ".join(_ESCAPE.sub(r"\1", text).split())


def read_plain(text: str) -> list[Part]:
    """The lines and rows of a text. Three empty lines, or a form feed, are a new page."""
    text = text.replace("\f", "\n\n\n\n")
    lines = clean(_without_comments(text)).split("\n")
    parts: list[Part] = []
    table = gap = number = 0
    while number < len(lines):
        line = lines[number]
        place = Place(number + 1)
        if not line.strip() or _IMAGE.sub("", line).strip() == "":
            gap += 1
            number += 1
            continue
        new_page = gap >= 3
        if wide := _wide_block(lines, number):
            table += 1
            for offset, texts in rows_of([_stripe(x, n) for n, x in enumerate(wide)]):
                parts.append(Row(texts, Place(number + 1 + offset), table, gap if not offset else 0, new_page and not offset))
            number += len(wide)
        elif (cells := _cells(line)) is not None:
            if gap or not (parts and isinstance(parts[-1], Row)):
                table += 1
            parts.append(Row(cells, place, table, gap, new_page))
            number += 1
        else:
            if not (_is_rule(line) or _DRAWN.fullmatch(line)):
                parts.append(_line(line, place, gap, new_page))
            number += 1
        gap = 0
    return parts


def _without_comments(text: str) -> str:
    """Without what stands in `<!-- … -->`, line by line as before; one that never ends is text."""
    left, position = [], 0
    while (start := text.find("<!--", position)) >= 0 and (end := text.find("-->", start)) >= 0:
        left += [text[position:start], "\n" * text.count("\n", start, end)]
        position = end + len("-->")
    return "".join(left) + text[position:]


def _is_rule(line: str) -> bool:
    """Whether it is the rule of a table: `|---|:---|`."""
    return "--" in line and _RULED.fullmatch(line) is not None


def _cells(line: str) -> tuple[str, ...] | None:
    """The cells of a row; None when the line is none."""
    if _PIPES.fullmatch(line):
        if _is_rule(line):
            return None
        inner = line.strip().strip("|")
        cells = [c.replace("\\|", "|") for c in re.split(r"(?<!\\)\|", inner)]
    elif "\t" in line.strip():
        cells = line.rstrip("\n").split("\t")
    else:
        return None
    found = tuple("\n".join(bare(x) for x in _BREAK.split(cell)).strip() for cell in cells)
    return found if len(found) > 1 and any(found) else None


def _line(line: str, place: Place, gap: int, new_page: bool) -> Line:
    line = _TAG.sub("", _BREAK.sub(" ", line.expandtabs(4)))
    if heading := _HEADING.fullmatch(line.strip()):
        title = heading[2].rstrip("#").rstrip()
        return Line(bare(title), place, len(heading[1]), gap=gap, new_page=new_page, raw=title)
    if (bold := _BOLD.fullmatch(line.strip())) and bold[1] not in bold["text"]:
        return Line(bare(bold["text"]), place, LOOKS_BOLD, gap=gap, new_page=new_page, raw=line.strip())
    if found := LIST_LINE.fullmatch(line):
        mark = found["mark"] if found["mark"][-1] in ".)" else "-"
        raw = found["text"].strip()
        return Line(bare(raw), place, 0, mark, len(found["indent"]), gap, new_page, raw)
    return Line(bare(line), place, 0, "", len(line) - len(line.lstrip()), gap, new_page, line.strip())


def _wide_block(lines: list[str], start: int) -> list[str]:
    """The lines from `start` on that stand in columns made by spaces: two or more in a row with the same gutters."""
    if "\t" in lines[start] or _PIPES.fullmatch(lines[start]) or len(_WIDE.findall(lines[start].strip())) < 2:
        return []
    end = start
    while end < len(lines) and lines[end].strip() and "\t" not in lines[end]:
        alone = len(_WIDE.findall(lines[end].strip())) < 2
        if alone and len(lines[end]) - len(lines[end].lstrip()) < 3 and end > start:
            break
        end += 1
    block = lines[start:end]
    return block if sum(len(_WIDE.findall(x.strip())) > 1 for x in block) > 1 else []


def _stripe(line: str, number: int) -> Stripe:
    segments = [Segment(m.start(), m.end(), bare(m[0])) for m in _WIDE.finditer(line)]
    return Stripe([s for s in segments if s.text], float(number), float(number) + 1)
