"""PDF as lines and rows, from where the words stand on the page: pypdfium2 gives each character's box.

Tables are found by their drawn lines, else by their gutters. Nothing is recognised in pictures.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from statistics import median
from typing import Any

from agendas.intake.grid import Segment, Stripe, blocks_of, rows_of
from agendas.intake.halves import halves_of
from agendas.intake.hyphens import SIGNS, joined
from agendas.intake.limits import MOST_PAGES, Unreadable
from agendas.intake.pages import LOOKS_BOLD, Line, Part, Place, Row
from agendas.intake.plain import LIST_LINE
from agendas.value import Value


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Word(Value):
    """A run of characters without a space, in points from the top left of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Rules(Value):
    """The straight lines drawn on a page: `(y, x0, x1)` and `(x, y0, y1)`."""

    across: list[tuple[float, float, float]]
    down: list[tuple[float, float, float]]


def read_pdf(path: Path) -> tuple[list[Part], list[str]]:
    """The parts, and what could not be read. Raises Unreadable."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as fault:
        if "password" in str(fault).casefold() or "security" in str(fault).casefold():
            raise Unreadable("PDF-filen är lösenordsskyddad. Öppna den, spara en kopia utan lösenord och importera den.") from None
        raise Unreadable("Filen går inte att läsa som PDF: den är skadad eller inte färdigskriven. Hämta den en gång till.") from None
    if len(document) > MOST_PAGES:
        raise Unreadable(
            f"PDF-filen har {len(document)} sidor; högst {MOST_PAGES} kan läsas. "
            "Skriv ut kallelsen och tjänsteskrivelserna, utan bilagor, till en egen PDF och importera den."
        )
    parts: list[Part] = []
    pictures: list[int] = []
    tables = 0
    for number in range(len(document)):
        page = document[number]
        words = _words(page)
        if not words:
            if _has_pictures(page):
                pictures.append(number + 1)
            page.close()
            continue
        made, tables = _page(words, _rules(page), number + 1, tables)
        parts += made
        page.close()
    if not parts and pictures:
        raise Unreadable(
            "PDF-filen innehåller bara bilder av sidor (inskannad): där finns ingen text att läsa. "
            "Be om originalet som Word eller PDF, eller tolka texten (OCR) i ett annat program först."
        )
    if not parts:
        raise Unreadable("PDF-filen innehåller ingen text. Be om originalet som Word eller PDF.")
    notes = [f"Sidorna {_numbers(pictures)} är bilder utan text och lästes inte."] if len(pictures) > 1 else []
    notes += [f"Sidan {pictures[0]} är en bild utan text och lästes inte."] if len(pictures) == 1 else []
    return parts, notes


def _numbers(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:12]))
    return f"{shown} …" if len(numbers) > 12 else shown


# --- from the page


_WORD = re.compile(r"\S+")


def _words(page: Any) -> list[Word]:
    """The words of a page. Each call into the library costs, and a page has thousands of characters: two boxes a word are asked for."""
    import pypdfium2.raw as raw

    textpage = page.get_textpage()  # kept: the handle is closed when the object goes
    text = textpage.raw
    count = raw.FPDFText_CountChars(text)
    signs = textpage.get_text_range(0, count) if count > 0 else ""
    if len(signs) != count:  # some character is no single unit: then one by one
        signs = "".join(_sign(raw.FPDFText_GetUnicode(text, index)) for index in range(count))
    else:
        signs = "".join(map(_sign, map(ord, signs)))
    boxes = _Boxes(raw, text, page.get_height())
    words: list[Word] = []
    for found in _WORD.finditer(signs):
        for start, end, first, last in boxes.runs(found.start(), found.end()):
            same_line = bool(words) and abs(words[-1].bottom - first[3]) < 2
            size = words[-1].size if same_line else raw.FPDFText_GetFontSize(text, start)
            bold = words[-1].bold if same_line and words[-1].bold is False else boxes.bold(start)
            top, bottom = min(first[2], last[2]), max(first[3], last[3])
            words.append(Word(signs[start:end], first[0], last[1], top, bottom, size or (bottom - top), bold))
    return words


@lru_cache(maxsize=1024)
def _sign(code: int) -> str:
    """A character as text: the signs of symbol fonts stand before list items, what cannot be shown is a space."""
    if 0xE000 <= code <= 0xF8FF:
        return "•"
    sign = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " "
    return sign if sign.isprintable() or sign in SIGNS else " "


Box = tuple[float, float, float, float]
"""Left, right, top, bottom."""


class _Boxes:
    """Where the characters of a page stand."""

    def __init__(self, raw: Any, text: Any, height: float) -> None:
        self.raw, self.text, self.height = raw, text, height
        self.edges = [ctypes.c_double() for _ in range(4)]
        self.pointers = [ctypes.byref(edge) for edge in self.edges]

    def of(self, index: int) -> Box:
        """Left, right, top and bottom from the top left of the page."""
        self.raw.FPDFText_GetCharBox(self.text, index, *self.pointers)
        left, right, bottom, top = (edge.value for edge in self.edges)
        return left, right, self.height - top, self.height - bottom

    def runs(self, start: int, end: int) -> list[tuple[int, int, Box, Box]]:
        """The stretches of a word with their first and last boxes: more than one when the library took two cells for one word."""
        first, last = self.of(start), self.of(end - 1)
        tall = max(first[3] - first[2], last[3] - last[2], 4.0)
        if first[0] <= last[1] < first[0] + (end - start) * tall * 1.1 and abs(first[3] - last[3]) < tall:
            return [(start, end, first, last)]
        found = [start]
        before = first
        for index in range(start + 1, end):
            box = self.of(index)
            if box[0] < before[0] - 1 or box[0] > before[1] + 12 or abs(box[3] - before[3]) > tall:
                found.append(index)
            before = box
        pairs = zip(found, [*found[1:], end], strict=True)
        return [(a, b, self.of(a), self.of(b - 1)) for a, b in pairs]

    def bold(self, index: int) -> bool:
        """Whether the type is bold, by its weight or its name."""
        if self.raw.FPDFText_GetFontWeight(self.text, index) >= 600:
            return True
        flags = ctypes.c_int()
        length = self.raw.FPDFText_GetFontInfo(self.text, index, None, 0, ctypes.byref(flags))
        name = ctypes.create_string_buffer(length)
        self.raw.FPDFText_GetFontInfo(self.text, index, name, length, ctypes.byref(flags))
        return b"bold" in name.value.lower()


def _rules(page: Any) -> Rules:
    import pypdfium2.raw as raw

    height = page.get_height()
    across: list[tuple[float, float, float]] = []
    down: list[tuple[float, float, float]] = []
    for count, found in enumerate(page.get_objects(filter=(raw.FPDF_PAGEOBJ_PATH,))):
        if count > 5000:
            break  # a drawing, not a table
        left, bottom, right, top = found.get_bounds()
        x0, x1, y0, y1 = left, right, height - top, height - bottom
        if y1 - y0 < 3 and x1 - x0 > 8:
            across.append(((y0 + y1) / 2, x0, x1))
        elif x1 - x0 < 3 and y1 - y0 > 6:
            down.append(((x0 + x1) / 2, y0, y1))
        elif x1 - x0 > 8 and y1 - y0 > 6:  # a box round a cell
            across += [(y0, x0, x1), (y1, x0, x1)]
            down += [(x0, y0, y1), (x1, y0, y1)]
    return Rules(across, down)


def _has_pictures(page: Any) -> bool:
    import pypdfium2.raw as raw

    return next(iter(page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,))), None) is not None


# --- to lines and rows


def _page(words: list[Word], rules: Rules, page: int, tables: int) -> tuple[list[Part], int]:
    grids = _grids(rules)
    inside: dict[int, list[Word]] = {n: [] for n in range(len(grids))}
    outside: list[Word] = []
    for word in words:
        middle = (word.top + word.bottom) / 2
        found = next((n for n, (xs, ys) in enumerate(grids) if ys[0] <= middle <= ys[-1] and xs[0] - 2 <= word.left <= xs[-1]), None)
        (outside if found is None else inside[found]).append(word)
    pieces: list[tuple[int, float, list[Part]]] = []
    for n, (xs, ys) in enumerate(grids):
        if inside[n]:
            tables += 1
            pieces.append((0, ys[0], _ruled_rows(inside[n], xs, ys, page, tables)))
    for number, column in enumerate(halves_of(outside, _lines) if not pieces else [outside]):
        made, tables = _free(column, rules, [ys for _, ys in grids], page, tables)
        pieces += [(number, top, parts) for top, parts in made]
    pieces.sort(key=lambda piece: piece[:2])
    flat = [part for _, _, parts in pieces for part in parts]
    return [replace(p, place=Place(n, page), new_page=n == 1 and page > 1) for n, p in enumerate(flat, 1)], tables


def _grids(rules: Rules) -> list[tuple[list[float], list[float]]]:
    """The tables with both kinds of drawn lines: where their columns and their rows part."""
    groups: list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = []
    for x, y0, y1 in sorted(rules.down, key=lambda r: r[1]):
        touching = [r for r in rules.across if r[1] - 3 <= x <= r[2] + 3 and y0 - 3 <= r[0] <= y1 + 3]
        if len({round(r[0] / 3) for r in touching}) < 2:
            continue
        joint = [g for g in groups if any(r in g[0] for r in touching)]
        merged = (touching + [r for g in joint for r in g[0]], [(x, y0, y1)] + [v for g in joint for v in g[1]])
        groups = [g for g in groups if g not in joint] + [merged]
    grids = []
    for across, down in groups:
        xs, ys = _distinct([x for x, _, _ in down]), _distinct([y for y, _, _ in across])
        if len(xs) > 2 and len(ys) > 1:
            grids.append((xs, ys))
    return grids


def _distinct(values: list[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > 3:
            kept.append(value)
    return kept


def _ruled_rows(words: list[Word], xs: list[float], ys: list[float], page: int, table: int) -> list[Part]:
    cells: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row = max(n for n, y in enumerate(ys) if y <= (word.top + word.bottom) / 2)
        column = max((n for n, x in enumerate(xs[:-1]) if x - 2 <= word.left), default=0)
        cells.setdefault((row, column), []).append(word)
    rows: list[Part] = []
    for row in sorted({r for r, _ in cells}):
        texts = [_cell(cells.get((row, column), []), xs[column + 1]) for column in range(len(xs) - 1)]
        rows.append(Row(tuple(texts), Place(0, page), table))
    return rows


def _wrapped(cell: str) -> str:
    """A cell with the lines joined that were only broken by its width; those that begin a new thing stay."""
    lines = cell.split("\n")
    made = lines[:1]
    for line in lines[1:]:
        if line[:1].islower() or made[-1][-1:] in (*SIGNS, ",", "/", "(") or line[:1] in {"&", ")"}:
            made[-1] = joined(made[-1], line)
        else:
            made.append(line)
    return "\n".join(made)


def _cell(words: list[Word], right: float) -> str:
    """The text of a cell whose right edge is known: a line whose first word had no room on the line above goes on from it."""
    made: list[str] = []
    above: list[Word] = []
    for line in _lines(words):
        text = " ".join(w.text for w in line)
        needed = line[0].right - line[0].left + line[0].size * 0.3
        if above and (above[-1].right + needed > right - 3 or above[-1].text[-1] in SIGNS):
            made[-1] = joined(made[-1], text)
        else:
            made.append(text)
        above = line
    return "\n".join(made)


def _lines(words: list[Word]) -> list[list[Word]]:
    """The words as printed lines, top to bottom, each left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.left)):
        middle = (word.top + word.bottom) / 2
        for line in lines[-3:]:
            other = line[0]
            if abs((other.top + other.bottom) / 2 - middle) < max(other.size, word.size) * 0.45:
                line.append(word)
                break
        else:
            lines.append([word])
    return [sorted(line, key=lambda w: w.left) for line in lines]


def _free(words: list[Word], rules: Rules, ruled: list[list[float]], page: int, tables: int) -> tuple[list[tuple[float, list[Part]]], int]:
    """What stands outside drawn tables: paragraphs, and tables made of gutters."""
    lines = _lines(words)
    if not lines:
        return [], tables
    ys = [y for y, x0, x1 in rules.across if x1 - x0 > 100 and not any(r[0] - 4 <= y <= r[-1] + 4 for r in ruled)]
    stripes = [Stripe(_segments(line), min(w.top for w in line), max(w.bottom for w in line)) for line in lines]
    size = median(w.size for w in words)
    widest = max(s.segments[-1].right for s in stripes)
    pieces: list[tuple[float, list[Part]]] = []
    last_free: int | None = None
    for tabular, at in blocks_of(stripes):
        if tabular:
            tables += 1
            block = [stripes[n] for n in at]
            drawn = [y for y in ys if block[0].top - 2 < y < block[-1].bottom + 20]
            if len(drawn) > 2:
                block = [replace(s, rule_above=_rule_between(drawn, block[n - 1], s) if n else None) for n, s in enumerate(block)]
            rows: list[Part] = [Row(tuple(_wrapped(c) for c in cells), Place(0, page), tables) for _, cells in rows_of(block)]
            gap = _gap(stripes, at[0], size)
            pieces.append((block[0].top, [replace(rows[0], gap=gap), *rows[1:]]))
            last_free = None
            continue
        n = at[0]
        made = _line(lines[n], stripes[n], size, _gap(stripes, n, size), page)
        if last_free == n - 1 and pieces and _goes_on(pieces[-1][1][0], made, lines[n - 1], lines[n], widest):
            before = pieces[-1][1][0]
            assert isinstance(before, Line)
            pieces[-1] = (pieces[-1][0], [replace(before, text=joined(before.text, made.text))])
        else:
            pieces.append((stripes[n].top, [made]))
        last_free = n
    return pieces, tables


def _rule_between(drawn: list[float], above: Stripe, below: Stripe) -> bool:
    return any((above.top + above.bottom) / 2 < y < (below.top + below.bottom) / 2 for y in drawn)


def _segments(line: list[Word]) -> list[Segment]:
    made: list[Segment] = []
    for word in line:
        if made and word.left - made[-1].right < max(word.size * 0.9, 6.0):
            made[-1] = Segment(made[-1].left, word.right, f"{made[-1].text} {word.text}")
        else:
            made.append(Segment(word.left, word.right, word.text))
    return _list_sign_kept(made)


def _list_sign_kept(segments: list[Segment]) -> list[Segment]:
    """A list sign stands a little before its text, and is no column: `•   Budgetarbete`."""
    if len(segments) == 2 and (segments[0].text in {"-", "–", "•", "·", "▪", "o", "\uf0b7"}):
        return [Segment(segments[0].left, segments[1].right, f"- {segments[1].text}")]
    if len(segments) == 2 and segments[1].left - segments[0].left < 45 and LIST_LINE.fullmatch(f"{segments[0].text} x"):
        return [Segment(segments[0].left, segments[1].right, f"{segments[0].text} {segments[1].text}")]
    return segments


def _gap(stripes: list[Stripe], n: int, size: float) -> int:
    if n == 0:
        return 1
    return int(stripes[n].top - stripes[n - 1].bottom > size * 0.65)


def _line(words: list[Word], stripe: Stripe, size: float, gap: int, page: int) -> Line:
    text = " ".join(s.text for s in stripe.segments)
    biggest = max(w.size for w in words)
    bold = all(w.bold for w in words)
    level = 1 if biggest > size * 1.45 else 2 if biggest > size * 1.12 else LOOKS_BOLD if bold else 0
    found = LIST_LINE.fullmatch(text)
    if found and not level:
        mark = found["mark"] if found["mark"][-1] in ".)" else "-"
        return Line(found["text"], Place(0, page), level, mark, int(stripe.segments[0].left / 5), gap)
    return Line(text, Place(0, page), level, "", int(stripe.segments[0].left / 5), gap)


def _goes_on(before: Part, line: Line, above: list[Word], words: list[Word], widest: float) -> bool:
    """Whether a printed line is the same paragraph as the one above it."""
    if not isinstance(before, Line) or line.gap or line.mark or line.level != before.level:
        return False
    full = above[-1].right > widest - (words[0].right - words[0].left) - words[0].size * 3
    return full or above[-1].text[-1:] in SIGNS
