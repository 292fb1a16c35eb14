"""Word as lines and rows: paragraphs with their styles and list numbers, tables with merged cells.

python-docx opens the package and knows the styles; the text is walked here, because it passes over content controls,
tracked insertions and text boxes, and a kallelse made from a template is full of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from agendas.intake.limits import Unreadable
from agendas.intake.pages import LOOKS_BOLD, Line, Part, Place, Row
from agendas.intake.plain import LIST_LINE

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SKIPPED = {f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", f"{_W}sdtPr", f"{_W}txbxContent"}
_DAMAGED = "Word-filen är skadad och går inte att läsa. Öppna den i Word och spara den på nytt."
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
}
_HEADING = re.compile(r"(?:heading|rubrik|överskrift)\s*(\d)", re.IGNORECASE)


def read_word(path: Path) -> tuple[list[Part], list[str], list[str]]:
    """The parts, what could not be carried over, and the texts of page headers and footers. Raises Unreadable."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError
    from lxml.etree import XMLSyntaxError

    try:
        document = docx.Document(str(path))
    except XMLSyntaxError as fault:
        if "unknown error" in str(fault) or "memory" in str(fault).casefold():
            raise MemoryError from None  # how the library tells that it got no more
        raise Unreadable(_DAMAGED) from None
    except (PackageNotFoundError, KeyError, ValueError, AttributeError):
        raise Unreadable(_DAMAGED) from None
    walk = _Walk(_Styles(document), _Numbers(document))
    walk.blocks(document.element.body)
    heads = [text for section in document.sections for text in _head_texts(section)]
    notes = []
    if (
        any(rel.reltype.endswith("/footnotes") for rel in document.part.rels.values())
        and next(document.element.iter(f"{_W}footnoteReference"), None) is not None
    ):
        notes.append("Dokumentets fotnoter togs inte med.")
    if next(document.element.iter(f"{_W}del"), None) is not None:
        notes.append("Dokumentet har spårade ändringar: struken text lästes inte, tillagd gjorde det.")
    if not walk.parts:
        pictures = "Word-filen innehåller bara bilder. Be om originalet, med text."
        raise Unreadable(pictures if document.inline_shapes else "Word-filen innehåller ingen text. Är det rätt fil?")
    return walk.parts, notes, list(dict.fromkeys(heads))


def _head_texts(section: Any) -> Iterator[str]:
    for part in (section.header, section.first_page_header, section.footer):
        for paragraph in part._element.iter(f"{_W}p"):
            text = " ".join(_text(paragraph).split())
            if text and not part.is_linked_to_previous:
                yield text


def _text(element: Any) -> str:
    """The words of a paragraph as they stand after all tracked changes."""
    pieces: list[str] = []
    for child in element:
        if child.tag in _SKIPPED or child.tag == _FALLBACK:
            continue
        if child.tag == f"{_W}t":
            pieces.append(child.text or "")
        elif child.tag == f"{_W}br":
            pieces.append("" if child.get(f"{_W}type") == "page" else "\n")
        elif child.tag in _SIGNS:
            pieces.append(_SIGNS[child.tag])
        else:
            pieces.append(_text(child))
    return "".join(pieces)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes anchored in a paragraph; each once, though it stands there in two forms."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(above.tag == _FALLBACK for above in box.iterancestors()):
            yield box


@dataclass
class _Walk:
    """One pass over the body."""

    styles: _Styles
    numbers: _Numbers
    parts: list[Part] = field(default_factory=list)
    paragraph: int = 0
    table: int = 0
    gap: int = 0
    new_page: bool = False

    def blocks(self, parent: Any) -> None:
        for child in parent:
            if child.tag == f"{_W}p":
                self.paragraph_lines(child)
            elif child.tag == f"{_W}tbl":
                self.rows(child)
            elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}smartTag"}:
                self.blocks(child)

    def paragraph_lines(self, element: Any) -> None:
        self.paragraph += 1
        if self.styles.breaks_before(element) or _page_breaks(element):
            self.new_page = bool(self.parts)
        for box in _boxes(element):
            self.blocks(box)
        text = _text(element)
        if not text.strip():
            self.gap += 1
            return
        level = self.styles.level(element)
        mark, indent = self.numbers.mark(element, self.styles.style_id(element))
        for number, one in enumerate(text.strip("\n").split("\n")):
            if one.strip():
                self.line(one, level, mark if not number else "", indent)
        self.gap = 0

    def line(self, text: str, level: int, mark: str, indent: int) -> None:
        place = Place(self.paragraph, unit="stycke")
        words = " ".join(text.split())
        gap, new_page = max(self.gap, 1 if not mark else 0), self.new_page
        self.gap, self.new_page = 0, False
        cells = [" ".join(c.split()) for c in text.strip().split("\t")]
        if len([c for c in cells if c]) > 1 and not (level and level < LOOKS_BOLD):
            if mark:
                cells = [mark, *cells]
            same = bool(self.parts) and isinstance(self.parts[-1], Row) and self.parts[-1].place.line == self.paragraph - 1
            self.table += not same
            self.parts.append(Row(tuple(cells), place, self.table, gap=gap, new_page=new_page))
            return
        if not mark and (found := LIST_LINE.fullmatch(words)):
            mark, words = (found["mark"] if found["mark"][-1] in ".)" else "-"), found["text"]
        self.parts.append(Line(words, place, level, mark, indent, gap=gap, new_page=new_page))

    def rows(self, table: Any) -> None:
        grid = list(_table_rows(table))
        if max((len(row) for row in grid), default=0) < 2:
            for cell in (cell for row in grid for cell, _ in row if cell is not None):  # a frame round some text
                self.blocks(cell)
            return
        self.table += 1
        own = self.table
        for row in grid:
            self.paragraph += 1
            cells: list[str] = []
            for cell, span in row:
                cells += [self.cell(cell) if cell is not None else ""] + [""] * (span - 1)
            if any(cells):
                place = Place(self.paragraph, unit="stycke")
                self.parts.append(Row(tuple(cells), place, own, self.gap, self.new_page))
                self.gap, self.new_page = 0, False
        self.gap = 1

    def cell(self, element: Any) -> str:
        """The paragraphs of a cell, one a line, with their list signs."""
        inner = _Walk(self.styles, self.numbers)
        inner.blocks(element)
        return "\n".join(f"{p.mark} {p.text}".strip() if isinstance(p, Line) else p.text for p in inner.parts)


def _table_rows(table: Any) -> Iterator[list[tuple[Any, int]]]:
    """Each row as (cell, columns it covers); None for the continuation of a cell merged downwards."""
    for row in _children(table, f"{_W}tr"):
        made: list[tuple[Any, int]] = []
        before = row.find(f"{_W}trPr/{_W}gridBefore")
        if before is not None:
            made.append((None, min(int(before.get(f"{_W}val", "1")), 63)))
        for cell in _children(row, f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            made.append((None if goes_on else cell, min(int(span.get(f"{_W}val", "1")), 63) if span is not None else 1))
        yield made


def _children(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml"}:
            yield from _children(child, tag)


def _page_breaks(element: Any) -> bool:
    return any(b.get(f"{_W}type") == "page" for b in element.iter(f"{_W}br")) or (
        next(element.iter(f"{_W}lastRenderedPageBreak"), None) is not None
    )


class _Styles:
    """Which paragraphs are headings."""

    def __init__(self, document: Any) -> None:
        self.by_id = {s.style_id: s for s in document.styles}

    def style_id(self, element: Any) -> str:
        found = element.find(f"{_W}pPr/{_W}pStyle")
        return str(found.get(f"{_W}val", "")) if found is not None else ""

    def _chain(self, element: Any) -> Iterator[Any]:
        style = self.by_id.get(self.style_id(element))
        for _ in range(12):
            if style is None:
                return
            yield style
            style = getattr(style, "base_style", None)

    def level(self, element: Any) -> int:
        outline = element.find(f"{_W}pPr/{_W}outlineLvl")
        if outline is not None and outline.get(f"{_W}val", "9") in "012345":
            return int(outline.get(f"{_W}val")) + 1
        for style in self._chain(element):
            name = str(style.name or "")
            if found := _HEADING.match(name):
                return min(max(int(found[1]), 1), 6)
            if name.casefold() in {"title", "rubrik", "titel"}:
                return 1
        runs = [r for r in element.iter(f"{_W}r") if _text(r).strip()]
        return LOOKS_BOLD if runs and all(self._bold(r) for r in runs) else 0

    def _bold(self, run: Any) -> bool:
        bold = run.find(f"{_W}rPr/{_W}b")
        return bold is not None and bold.get(f"{_W}val", "1") not in {"0", "false", "off"}

    def breaks_before(self, element: Any) -> bool:
        return element.find(f"{_W}pPr/{_W}pageBreakBefore") is not None


class _Numbers:
    """The numbers and signs that Word puts before list paragraphs: they are nowhere in the text."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[tuple[str, int], tuple[str, str, int]] = {}
        self.abstract: dict[str, str] = {}
        self.counts: dict[tuple[str, int], int] = {}
        self.styles = {s.style_id: s._element for s in document.styles}
        try:
            root = document.part.numbering_part._element
        except (KeyError, NotImplementedError):
            return
        for number in root.findall(f"{_W}num"):
            self.abstract[number.get(f"{_W}numId", "")] = number.find(f"{_W}abstractNumId").get(f"{_W}val", "")
        for kind in root.findall(f"{_W}abstractNum"):
            for level in kind.findall(f"{_W}lvl"):
                form, text, start = (level.find(f"{_W}{tag}") for tag in ("numFmt", "lvlText", "start"))
                self.levels[kind.get(f"{_W}abstractNumId", ""), int(level.get(f"{_W}ilvl", "0"))] = (
                    form.get(f"{_W}val", "") if form is not None else "decimal",
                    text.get(f"{_W}val", "") if text is not None else "",
                    int(start.get(f"{_W}val", "1")) if start is not None else 1,
                )

    def mark(self, element: Any, style: str) -> tuple[str, int]:
        """The list sign of a paragraph, and how deep it lies."""
        found = element.find(f"{_W}pPr/{_W}numPr")
        for _ in range(12):
            if found is not None or style not in self.styles:
                break
            found = self.styles[style].find(f"{_W}pPr/{_W}numPr")
            base = self.styles[style].find(f"{_W}basedOn")
            style = base.get(f"{_W}val", "") if base is not None else ""
        if found is None:
            return "", 0
        num, lvl = found.find(f"{_W}numId"), found.find(f"{_W}ilvl")
        number = num.get(f"{_W}val", "") if num is not None else ""
        depth = int(lvl.get(f"{_W}val", "0")) if lvl is not None else 0
        kind = self.abstract.get(number, "")
        form, text, start = self.levels.get((kind, depth), ("", "", 1))
        if not form or form == "none" or number == "0":
            return "", 0
        if form == "bullet":
            return "-", depth * 2
        count = self.counts.get((kind, depth), start - 1) + 1
        self.counts[kind, depth] = count
        for deeper in [key for key in self.counts if key[0] == kind and key[1] > depth]:
            del self.counts[deeper]
        if form.endswith("Letter"):
            return f"{chr(ord('a') + (count - 1) % 26)})", depth * 2
        shown = text.replace(f"%{depth + 1}", str(count))
        for above in range(depth):
            shown = shown.replace(f"%{above + 1}", str(self.counts.get((kind, above), 1)))
        return (shown.strip() if re.fullmatch(r"(?:§\s*)?[\d.]+[.)]?", shown.strip()) else f"{count}."), depth * 2
