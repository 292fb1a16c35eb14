"""What belongs to the page and not to the text falls away: running heads, page numbers, signing lines. It is counted, and told.

Lines and cells that a page break or a copying program has cut in the wrong place are put together or parted again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agendas.intake.hyphens import SIGNS, joined, mended
from agendas.intake.pages import LOOKS_BOLD, Line, Part, Row, Source
from agendas.intake.patterns import only_name
from agendas.intake.words import is_title, section_of, squeezed

_PAGE_NUMBER = re.compile(
    r"(?:sid(?:a|nr|an)?\.?:?\s*)?\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av\s+\d{1,4}|/\s*\d{1,4})|sid(?:a|nr)?\.?:?\s*\d{0,4}|[-–]\s*\d{1,3}\s*[-–]",
    re.IGNORECASE,
)
_ONLY_DATE = re.compile(r"20\d\d-\d\d-\d\d")
_SIGNING = {
    "justerandessign",
    "justerassign",
    "justerandessignatur",
    "justerandessignaturer",
    "utdragsbestyrkande",
    "justerandessignutdragsbestyrkande",
}
_LATER_PAGE = re.compile(r"sid(?:a|an)?\.?:?\s*(?!1\b)\d{1,4}\s*(?:\(|av\b|/)", re.IGNORECASE)
"""Beside a running head of a text that has no page breaks of its own."""
_EDGE = 5
"""How many lines at the top and the bottom of a page may be its head and foot."""
_LONGEST_HEAD = 90
_NEVER = re.compile(r"§|ärende\s+\d|dnr|diarie|\d+[.)]\s|\d{1,2}[.:]\d\d\b", re.IGNORECASE)
# Copied pages are sometimes glued together without a line end.
_GLUED = re.compile(
    r"(?<=\))(?=[A-ZÅÄÖ][a-zåäö]{3})|(?<=\d{4}-\d\d-\d\d)(?=[^\W\d]{3}|\*\*|§)|(?<=[a-zåäö])(?=(?:Justerare|Sekreterare|Ordförande|Underskrifter)\b)"
)


def tidied(source: Source) -> Source:
    """The source without what is repeated on its pages, with its words and lines whole."""
    parts = [p for part in source.parts for p in _unglued(_without_number(part))]
    pages = _pages(parts)
    repeated = _repeated(pages)
    kept: list[Part] = []
    heads = list(source.heads)
    dropped = 0
    carried_page = False
    for page in pages:
        for place, part in enumerate(page):
            at_edge = place < _EDGE or place >= len(page) - _EDGE
            signature = _is_signature(page[place : place + 2]) or (place > 0 and _is_signature(page[place - 1 : place + 1]))
            below = any(isinstance(p, Line) and section_of(p.text) for p in page[max(0, place - _EDGE) : place])
            signature = signature or below or part.place.unit != "rad"  # the same receivers below many letters; Word has its own heads
            numbered = place >= len(page) - 2 and part.place.page > 0 and part.text == str(part.place.page)
            if numbered or _is_furniture(part) or (at_edge and squeezed(part.text) in repeated and not signature):
                heads.append(part.text)
                dropped += 1
                carried_page |= part.new_page
                continue
            part = replace(part, new_page=part.new_page or carried_page)
            carried_page = False
            kept.append(part)
    whole = _without_repeated_heads(_across_pages(kept))
    return replace(source, parts=tuple(_mended(p) for p in whole), heads=tuple(dict.fromkeys(heads)), dropped=dropped)


def _without_number(part: Part) -> Part:
    """A running head beside its page number is a line."""
    if isinstance(part, Row) and any(_PAGE_NUMBER.fullmatch(c) and not c.isdigit() for c in part.cells):
        rest = [c for c in part.cells if c and not _PAGE_NUMBER.fullmatch(c)]
        later = not part.place.page and any(_LATER_PAGE.match(c) for c in part.cells)
        if len(rest) == 1 and "\n" not in rest[0]:
            return Line(rest[0], part.place, gap=part.gap, new_page=part.new_page or later)
    return part


def _unglued(part: Part) -> Iterable[Part]:
    if not isinstance(part, Line) or not _GLUED.search(part.text):
        return [part]
    pieces = [p.strip().strip("*") for p in _GLUED.split(part.text)]
    return [
        replace(part, text=p, raw="", gap=part.gap if not n else 1, new_page=part.new_page and not n) for n, p in enumerate(pieces) if p
    ]


def _pages(parts: Sequence[Part]) -> list[list[Part]]:
    pages: list[list[Part]] = [[]]
    for part in parts:
        if part.new_page and pages[-1]:
            pages.append([])
        pages[-1].append(part)
    return pages


def _repeated(pages: Sequence[Sequence[Part]]) -> set[str]:
    """What stands at the edge of many pages, word for word. Headings and numbered lines may do so and mean something."""
    seen: Counter[str] = Counter()
    for page in pages:
        edge = page if len(page) <= 2 * _EDGE else [*page[:_EDGE], *page[-_EDGE:]]
        seen.update({squeezed(p.text) for p in edge if _may_be_head(p)})
    enough = 2 if len(pages) < 6 else 3
    return {text for text, count in seen.items() if count >= enough and text}


def _may_be_head(part: Part) -> bool:
    text = part.text.strip()
    if isinstance(part, Row):
        signs = squeezed(text).startswith(("justerare", "justerandes", "utdragsbestyrkande"))
        dated = any(_ONLY_DATE.fullmatch(c.strip()) for c in part.cells) and not any(c.strip().isdigit() for c in part.cells)
        return len(part.cells) > 1 and (signs or (dated and len(text) <= _LONGEST_HEAD and len([c for c in part.cells if c]) < 4))
    return len(text) <= _LONGEST_HEAD and not part.mark and section_of(text) is None and not _NEVER.match(text)


def _is_furniture(part: Part) -> bool:
    text = part.text.strip()
    if isinstance(part, Row):
        return all(not c or _PAGE_NUMBER.fullmatch(c) or squeezed(c) in _SIGNING for c in part.cells)
    return bool(_PAGE_NUMBER.fullmatch(text)) or squeezed(text) in _SIGNING or not squeezed(text)


def _is_signature(pair: Sequence[Part]) -> bool:
    """A name with a post below it: the same person signs many letters."""
    return len(pair) == 2 and only_name(pair[0].text) is not None and is_title(pair[1].text)


def _without_repeated_heads(parts: Sequence[Part]) -> list[Part]:
    """A table that goes on over a page repeats its first row there: once is enough, and it is one table."""
    first: dict[int, tuple[str, ...]] = {}
    kept: list[Part] = []
    same: dict[int, int] = {}
    last: Row | None = None
    counts: dict[int, int] = defaultdict(int)
    page = False
    for part in parts:
        part, page = replace(part, new_page=part.new_page or page), False
        if not isinstance(part, Row):
            last = None  # text between two tables: two tables
            kept.append(part)
            continue
        counts[part.table] += 1
        head = _row_key(part)
        if counts[part.table] == 1:
            if last is not None and head == first.get(same.get(last.table, last.table)):
                same[part.table] = same.get(last.table, last.table)
                page = part.new_page
                continue
            if last is not None and part.new_page and len(part.cells) == len(last.cells):
                same[part.table] = same.get(last.table, last.table)
            else:
                first[part.table] = head
        last = part
        kept.append(replace(part, table=same.get(part.table, part.table)))
    return kept


def _row_key(row: Row) -> tuple[str, ...]:
    return tuple(squeezed(c) for c in row.cells)


def _across_pages(parts: Sequence[Part]) -> list[Part]:
    """A paragraph that a page break cut in two is one; so is a word parted at the end of a line."""
    kept: list[Part] = []
    for part in parts:
        before = kept[-1] if kept else None
        if (
            isinstance(part, Line)
            and isinstance(before, Line)
            and not part.mark
            and part.level in {0, before.level}
            and (_cut_word(before, part) or _cut_paragraph(before, part))
        ):
            kept[-1] = replace(before, text=joined(before.text, part.text), raw=joined(before.raw, part.raw) if before.raw else "")
            continue
        kept.append(part)
    return kept


def _cut_word(before: Line, line: Line) -> bool:
    return before.text[-1:] in SIGNS and len(before.text) > 20 and before.text[-2:-1].isalpha() and line.gap == 0


def _cut_paragraph(before: Line, line: Line) -> bool:
    ended = before.text.rstrip()[-1:] in ".:;!?…)"
    return line.new_page and len(before.text) > 60 and not ended and line.text[:1].islower() and before.level in {0, LOOKS_BOLD}


def _mended(part: Part) -> Part:
    if isinstance(part, Row):
        return replace(part, cells=tuple("\n".join(mended(line) for line in c.split("\n")) for c in part.cells))
    return replace(part, text=mended_soft(part.text), raw=mended_soft(part.raw))


def mended_soft(text: str) -> str:
    """Running text without the hyphens that are only seen at line ends."""
    return text.replace("\u00ad", "").replace("\ufffe", "")
