"""A document as a Word file. Loads python-docx: import it only when a Word file is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph as WordParagraph

from exports.column_widths import column_widths
from exports.document import (
    Block,
    Break,
    Contents,
    Document,
    Field,
    Fields,
    Heading,
    Inlines,
    ListBlock,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
    Text,
    one_line,
    plain,
)
from exports.docx_fields import add_field, add_field_parts
from exports.docx_frame import set_properties, without_times, write_headers
from exports.docx_lists import DEEPEST, STEP, Numbering
from exports.docx_runs import add_break, add_text
from exports.docx_template import HEADINGS, open_template, own_template, text_width

_LABEL_WIDTH = Cm(5)
_WIDEST_LABEL = Cm(7.5)
_LETTER_WIDTH = Cm(0.19)  # of strong text in the type of a protocol, rather too much than too little
_SIGNATURE_WIDTH = Cm(12)
_MARK = 4  # an X, or a number of votes


def docx(document: Document, template: Path | None = None, *, scale: float = 1.0) -> bytes:
    """The document as a Word file; the same document gives the same bytes.

    A `template` lends its page, its styles and what stands in its header and footer; its text is left out. `scale`: larger
    type than that of a protocol, where there is no template. Raises `docx_template.BadTemplate`.
    """
    file = open_template(template) if template else own_template(scale)
    set_properties(file, document)
    _Writer(file).write(document)
    write_headers(file, document)
    saved = BytesIO()
    file.save(saved)
    return without_times(saved.getvalue())


class _Writer:
    """Writes blocks at the end of a Word file."""

    def __init__(self, file: WordDocument) -> None:
        self.file = file
        self.end = file.element.body.sectPr
        """What stands last in the body: to find it anew for each paragraph would take the square of how many there are."""
        self.numbering = Numbering(file)
        self.layouts: dict[tuple[str, int, int, bool], Any] = {}
        """Paragraphs without text, ready to be copied: by their properties. Built one by one they were half of the time."""
        self.bookmarks: dict[str, str] = {}
        """The name in Word of every anchor that stands somewhere in the document."""
        self.anchors: list[str] = []
        """Anchors that the next paragraph gets."""
        self.set_anchors: set[str] = set()
        self.new_page = False
        """The next paragraph begins a page."""
        self.label_width: Length = _LABEL_WIDTH
        """How far in values and signatures stand: the same all through the document."""

    def write(self, document: Document) -> None:
        for number, anchor in enumerate(dict.fromkeys(_anchors(document.blocks)), 1):
            self.bookmarks[anchor] = f"_Toc{number:08}"  # with such a name Word hides it, and takes it over with its contents
        longest = max((len(one_line(field.label)) for field in _fields(document.blocks)), default=0)
        self.label_width = Length(min(max(_LABEL_WIDTH, _LETTER_WIDTH * longest), _WIDEST_LABEL))
        self.heading(1, (Text(document.title),))
        if document.status:
            self.inlines(self.paragraph(), (Text(document.status, strong=True),))
        self.blocks(document.blocks)

    def blocks(self, blocks: Iterable[Block], depth: int = -1) -> None:
        """Write some blocks; `depth` is that of the list item around them."""
        for block in blocks:
            match block:
                case Section():
                    self.new_page = self.new_page or block.new_page
                    if block.anchor:
                        self.anchors.append(block.anchor)
                    if block.kind == "notice":
                        first = len(self.file.element.body)
                        self.blocks(block.blocks, depth)
                        self.keep_together(first)
                    else:
                        self.blocks(block.blocks, depth)
                case Heading():
                    if block.anchor:
                        self.anchors.append(block.anchor)
                    self.heading(block.level, block.content)
                case Paragraph():
                    self.inlines(self.continued(depth, keep_with_next=block.keep_with_next), block.content)
                case ListBlock():
                    self.list(block, depth + 1)
                case Table():
                    self.table(block)
                case Fields():
                    for field in block.fields:
                        self.field(field)
                case Contents():
                    self.contents(block)
                case Signatures():
                    first = len(self.file.element.body)
                    self.heading(2, (Text(block.heading),))
                    for line in block.lines:
                        self.signature(line)
                    self.keep_together(first)

    def paragraph(self, style: str = "Normal", *, level: int = -1, indent: int = 0, keep_with_next: bool = False) -> WordParagraph:
        """The next paragraph. `level`: of the list that counts it, -1 for none; `indent`: how far in, if not as its style says."""
        layout = style, level, indent, keep_with_next
        if layout not in self.layouts:
            self.layouts[layout] = self.laid_out(*layout)
        element = deepcopy(self.layouts[layout])
        self.end.addprevious(element)
        paragraph = WordParagraph(element, self.file)
        if self.new_page:
            paragraph.paragraph_format.page_break_before = True
            self.new_page = False
        for anchor in self.anchors:
            self.bookmark(paragraph, anchor)
        self.anchors.clear()
        return paragraph

    def laid_out(self, style: str, level: int, indent: int, keep_with_next: bool) -> Any:
        """A paragraph with its properties, that stands nowhere yet."""
        element: Any = OxmlElement("w:p")
        if style != "Normal":
            element.style = self.file.styles[style].style_id
        if level >= 0:
            counted = element.get_or_add_pPr().get_or_add_numPr()
            counted.get_or_add_ilvl().val = level
            counted.get_or_add_numId()
        layout = WordParagraph(element, self.file).paragraph_format
        if indent:
            layout.left_indent = Length(indent)
        if keep_with_next:
            layout.keep_with_next = True
        return element

    def keep_together(self, first: int) -> None:
        """What was written from the place `first` in the body stands on one page, if it has room there: it is signed or put up as it is."""
        body = self.file.element.body
        end = len(body) - (1 if body.sectPr is not None else 0)
        for element in list(body)[max(0, first - 1) : end - 1]:
            if element.tag == qn("w:p"):
                element.get_or_add_pPr().keepNext_val = True

    def bookmark(self, paragraph: WordParagraph, anchor: str) -> None:
        if anchor in self.set_anchors:
            return
        self.set_anchors.add(anchor)
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(len(self.set_anchors)))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), self.bookmarks[anchor])
            paragraph._p.append(mark)

    def inlines(self, paragraph: WordParagraph, content: Inlines) -> None:
        for item in content:
            if isinstance(item, Break):
                add_break(paragraph)
            elif item.text:
                run = add_text(paragraph, one_line(item.text))
                if item.strong:
                    run.bold = True
                if item.emphasis:
                    run.italic = True
                if item.strike:
                    run.font.strike = True
                if item.code:
                    run.font.name = "Courier New"

    def heading(self, level: int, content: Inlines) -> None:
        if one_line(plain(content)).strip():  # an empty one would stand as a gap, and in the contents
            self.inlines(self.paragraph(HEADINGS[min(level, len(HEADINGS)) - 1]), content)

    def continued(self, depth: int, *, keep_with_next: bool) -> WordParagraph:
        """A paragraph, below the text of the list item that it belongs to."""
        if depth < 0:
            return self.paragraph(keep_with_next=keep_with_next)
        return self.paragraph("List Continue", indent=STEP * (min(depth, DEEPEST) + 1), keep_with_next=keep_with_next)

    def list(self, block: ListBlock, depth: int) -> None:
        level = min(depth, DEEPEST)
        number = self.numbering.new(block.marks, level, block.start)
        for item in block.items:
            paragraph = self.paragraph("List Bullet" if block.marks == "bullet" else "List Number", level=level)
            paragraph._p.pPr.numPr.numId.val = number  # type: ignore[union-attr]
            self.inlines(paragraph, item.content)
            self.blocks(item.blocks, depth)

    def table(self, table: Table) -> None:
        rows = ([table.header] if table.header else []) + list(table.rows)
        width = max(map(len, rows), default=0)
        if not width:
            return
        if self.new_page or self.anchors:  # a table can carry neither
            self.paragraph()
        written = self.file.add_table(len(rows), width, self.file.styles["Table Grid"])
        votes = table.kind == "votes"
        marks = {place for place in range(1, width) if all(len(plain(row[place])) <= _MARK for row in table.rows if place < len(row))}
        whole = text_width(self.file)
        for column, share in zip(written.columns, column_widths(table), strict=True):
            column.width = Length(int(whole * share))
        for number, (row, cells) in enumerate(zip(written.rows, rows, strict=True)):
            is_header = bool(table.header) and number == 0
            properties = row._tr.get_or_add_trPr()
            properties.append(OxmlElement("w:cantSplit"))
            if is_header:
                properties.append(OxmlElement("w:tblHeader"))
            for place, (cell, content) in enumerate(zip(row.cells, cells, strict=False)):
                paragraph = cell.paragraphs[0]
                paragraph.paragraph_format.space_after = Pt(0)
                if votes and place in marks:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
                self.inlines(paragraph, tuple(_strong(content)) if is_header else content)
        self.paragraph().paragraph_format.space_after = Pt(0)  # else Word joins it with a table that follows

    def field(self, field: Field) -> None:
        paragraph = self.paragraph()
        paragraph.paragraph_format.left_indent = self.label_width
        paragraph.paragraph_format.first_line_indent = Length(-self.label_width)
        paragraph.paragraph_format.tab_stops.add_tab_stop(self.label_width)
        add_text(paragraph, one_line(field.label)).bold = True
        for number, line in enumerate(field.lines):
            add_break(paragraph) if number else add_text(paragraph, "\t")
            self.inlines(paragraph, line)

    def contents(self, contents: Contents) -> None:
        """A field that Word can fill in anew, filled in already."""
        self.inlines(self.paragraph("TOC Heading"), (Text(contents.heading),))
        style = _contents_style(self.file, text_width(self.file))
        last = len(contents.entries) - 1
        for number, (anchor, columns) in enumerate(contents.entries):
            paragraph = self.paragraph(style)
            if number == 0:
                add_field_parts(paragraph, "begin", 'TOC \\o "2-2" \\h \\z', "separate")
            words = "\t".join(one_line(column) for column in columns)
            bookmark = self.bookmarks.get(anchor)
            if bookmark is None:
                add_text(paragraph, words)
            else:
                before = len(paragraph._p)
                add_text(paragraph, f"{words}\t")
                add_field(paragraph, f"PAGEREF {bookmark} \\h", "", dirty=True)
                link = OxmlElement("w:hyperlink")
                link.set(qn("w:anchor"), bookmark)
                link.set(qn("w:history"), "1")
                link.extend(paragraph._p[before:])
                paragraph._p.append(link)
            if number == last:
                add_field_parts(paragraph, "end")

    def signature(self, signature: Signature) -> None:
        """A line to sign on, with the name below it."""
        paragraph = self.paragraph()
        layout = paragraph.paragraph_format
        layout.space_before, layout.keep_together = Pt(28), True
        layout.tab_stops.add_tab_stop(self.label_width)
        end = min(text_width(self.file), self.label_width + _SIGNATURE_WIDTH)
        layout.tab_stops.add_tab_stop(Length(end), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        add_text(paragraph, one_line(signature.role)).bold = True
        add_text(paragraph, "\t\t")
        for line in filter(None, (signature.name, signature.note, signature.when)):
            add_break(paragraph).add_tab()
            add_text(paragraph, one_line(line))


def _contents_style(file: WordDocument, width: Length) -> str:
    """The style of a line of the contents, the one that Word itself uses for headings of level 2."""
    if "toc 2" not in file.styles:
        style: Any = file.styles.add_style("toc 2", 1, builtin=True)
        style.base_style = file.styles["Normal"]
        style.paragraph_format.left_indent = Cm(1.5)
        style.paragraph_format.first_line_indent = Cm(-1.5)
        style.paragraph_format.right_indent = Cm(1)
        style.paragraph_format.space_after = Pt(2)
        stops = style.paragraph_format.tab_stops
        stops.add_tab_stop(Cm(1.5))
        stops.add_tab_stop(Length(width - Cm(1.2)), WD_TAB_ALIGNMENT.RIGHT)
        stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    return "toc 2"


def _anchors(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Section | Heading) and block.anchor:
            yield block.anchor
        if isinstance(block, Section):
            yield from _anchors(block.blocks)


def _fields(blocks: Iterable[Block]) -> Iterator[Field]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _fields(block.blocks)
        elif isinstance(block, Fields):
            yield from block.fields


def _strong(content: Inlines) -> Iterator[Text | Break]:
    for item in content:
        yield item if isinstance(item, Break) else Text(item.text, True, item.emphasis, item.code, item.strike)
