"""A document as a Word file. Loads python-docx: import it only when a Word file is asked for."""

from __future__ import annotations

import copy
import datetime
import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

import docx as word
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.exceptions import PythonDocxError
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.exceptions import OpcError
from docx.opc.packuri import PackURI
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.section import _Footer, _Header
from docx.shared import Cm, Length, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

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

_STYLES = ("Normal", "Header", "Table Grid", "List Bullet", "List Number", "List Continue", "TOC Heading")
_HEADINGS = tuple(f"Heading {level}" for level in range(1, 7))

_LABEL_WIDTH = Cm(5)
_WIDEST_LABEL = Cm(7.5)
_LETTER_WIDTH = Cm(0.19)  # of strong text in the type of a protocol, rather too much than too little
_STEP = Cm(0.75)  # how much further in each level of a list stands
_SIGNATURE_WIDTH = Cm(12)
_MARK = 4  # an X, or a number of votes
_DEEPEST_LIST = 8  # Word counts nine levels, from 0
_LONGEST_PROPERTY = 255

_LARGEST_TEMPLATE = 20_000_000
_LARGEST_EXPANDED = 200_000_000

# python-docx takes a file at its word: what is missing or malformed in it shows itself in any of these ways.
_DAMAGE = (
    BadZipFile, EOFError, zlib.error, OpcError, PythonDocxError,
    LookupError, ValueError, TypeError, AttributeError, SyntaxError, RuntimeError,
)  # fmt: skip

_NUMBER_FORMS = {"bullet": ("bullet", "{sign}"), "number": ("decimal", "%{level}."), "letter": ("lowerLetter", "%{level})")}
_BULLETS = "•–◦"


class BadTemplate(Exception):
    """The municipality's own Word file cannot be used."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
        """Why, in Swedish, as the end of a sentence."""

    def __str__(self) -> str:
        return f"Kan inte använda Wordmallen {self.path}: {self.reason}."


def docx(document: Document, template: Path | None = None, *, scale: float = 1.0) -> bytes:
    """The document as a Word file; the same document gives the same bytes.

    A `template` lends its page, its styles and what stands in its header and footer; its text is left out. `scale`: larger
    type than that of a protocol, where there is no template.
    """
    file = _open(template) if template else _own_template(scale)
    _set_properties(file, document)
    _Writer(file).write(document)
    _write_headers(file, document)
    saved = BytesIO()
    file.save(saved)
    return _without_times(saved.getvalue())


# --- the file ---------------------------------------------------------------------------------------------------------


def _own_template(scale: float = 1.0) -> WordDocument:
    """An A4 page with a plain look: black headings, one typeface."""
    file = word.Document()
    page = file.sections[0]
    page.orientation = WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Cm(2.5)
    sizes = {
        "Normal": 11,
        "Header": 9,
        "Heading 1": 20,
        "Heading 2": 15,
        "Heading 3": 12,
        "Heading 4": 11,
        "Heading 5": 11,
        "Heading 6": 11,
    }
    for name, size in sizes.items():
        style: Any = file.styles[name]
        properties = style.element.get_or_add_rPr()
        for tag in ("w:rFonts", "w:color"):  # both point to the colours and typefaces of a theme
            for old in properties.findall(qn(tag)):
                properties.remove(old)
        style.font.name = "Calibri"
        style.font.size = Pt(round(size * scale))
    normal: Any = file.styles["Normal"]
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    for name in _HEADINGS:
        heading: Any = file.styles[name]
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    return file


def _open(template: Path) -> WordDocument:
    try:
        if template.stat().st_size > _LARGEST_TEMPLATE:
            raise BadTemplate(template, "filen är för stor")
        data = template.read_bytes()
        with ZipFile(BytesIO(data)) as package:
            if sum(part.file_size for part in package.infolist()) > _LARGEST_EXPANDED:
                raise BadTemplate(template, "filen är för stor när den packas upp")
        file = word.Document(BytesIO(data))
        body = file.element.body
        for element in list(body):
            if element is not body.sectPr:
                body.remove(element)
        _complete(file)
    except BadTemplate:
        raise
    except OSError as error:
        raise BadTemplate(template, "filen finns inte" if isinstance(error, FileNotFoundError) else "filen går inte att läsa") from error
    except _DAMAGE as error:
        raise BadTemplate(template, "det är inte ett Worddokument (.docx)") from error
    return file


def _complete(file: WordDocument) -> None:
    """Give a template the styles that it does not have itself, from our own."""
    own = _own_template()
    for name in (*_STYLES, *_HEADINGS):
        if name not in file.styles:
            file.styles.element.append(copy.deepcopy(own.styles[name].element))
    if not file.sections:
        file.element.body.append(copy.deepcopy(own.sections[0]._sectPr))


def _set_properties(file: WordDocument, document: Document) -> None:
    properties = file.core_properties
    properties.title = one_line(document.title)[:_LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = one_line(document.body)[:_LONGEST_PROPERTY]
    properties.content_status = one_line(document.status)[:_LONGEST_PROPERTY]
    properties.language = document.language
    properties.comments = properties.subject = properties.keywords = properties.category = ""
    properties.revision = 1
    try:
        day = datetime.date.fromisoformat(document.date[:10])
    except ValueError:
        day = datetime.date(2000, 1, 1)
    # The day of the meeting and not of the export: what has not changed is the same file.
    properties.created = properties.modified = datetime.datetime(day.year, day.month, day.day)
    _set_language(file, document.language)


def _set_language(file: WordDocument, language: str) -> None:
    styles = file.styles.element
    for tag in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        below = styles.find(qn(tag))
        if below is None:
            below = OxmlElement(tag)
            styles.insert(0, below) if tag in ("w:docDefaults", "w:rPrDefault") else styles.append(below)
        styles = below
    styles.set(qn("w:val"), language)
    theme = file.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), language)


def _without_times(data: bytes) -> bytes:
    """The same package with one time on all its parts: a zip notes when it was packed."""
    still = BytesIO()
    with ZipFile(BytesIO(data)) as packed, ZipFile(still, "w") as repacked:
        for name in packed.namelist():
            part = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            part.compress_type = ZIP_DEFLATED
            part.create_system = 3  # the same on every system
            part.external_attr = 0o600 << 16
            repacked.writestr(part, packed.read(name))
    return still.getvalue()


def _write_headers(file: WordDocument, document: Document) -> None:
    """Body and page number, date and status, on top of every page."""
    page = file.sections[-1]
    headers: list[_Header | _Footer] = [page.header]
    if page.different_first_page_header_footer:
        headers.append(page.first_page_header)
    if file.settings.odd_and_even_pages_header_footer:
        headers.append(page.even_page_header)
    width = _text_width(file)
    style: Any = file.styles["Header"]
    for header in headers:
        header.is_linked_to_previous = False
        lines = [paragraph for paragraph in header.paragraphs if not paragraph.text and not paragraph._p.xpath(".//w:drawing|.//w:pict")]
        first = lines[0] if lines else header.add_paragraph()
        second = header.add_paragraph()
        for line in (first, second):
            line.style = style
            for stop in style.paragraph_format.tab_stops:
                line.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
            line.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
        first.add_run(f"{one_line(document.body)}\tSida ")
        _add_field(first, "PAGE", "1")
        first.add_run(" (")
        _add_field(first, "NUMPAGES", "1")
        first.add_run(")")
        second.add_run(f"{one_line(document.date)}\t")
        second.add_run(one_line(document.status)).bold = document.draft


def _text_width(file: WordDocument) -> Length:
    page = file.sections[-1]
    width = (page.page_width or Cm(21)) - (page.left_margin or 0) - (page.right_margin or 0)
    return Length(max(width, Cm(5)))


# --- the blocks -------------------------------------------------------------------------------------------------------


class _Writer:
    """Writes blocks at the end of a Word file."""

    def __init__(self, file: WordDocument) -> None:
        self.file = file
        self.numbering = _Numbering(file)
        self.style_ids: dict[str, str] = {}  # looking one up by name goes through all styles, every time
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
                    first = len(self.file.element.body)
                    self.blocks(block.blocks, depth)
                    if block.kind == "notice":
                        self.keep_together(first)
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

    def paragraph(self, style: str = "Normal") -> WordParagraph:
        paragraph = self.file.add_paragraph()
        if style != "Normal":
            if style not in self.style_ids:
                self.style_ids[style] = self.file.styles[style].style_id
            paragraph._p.style = self.style_ids[style]
        if self.new_page:
            paragraph.paragraph_format.page_break_before = True
            self.new_page = False
        for anchor in self.anchors:
            self.bookmark(paragraph, anchor)
        self.anchors.clear()
        return paragraph

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
                paragraph.add_run().add_break()
            elif item.text:
                run = paragraph.add_run()
                text = one_line(item.text)
                if "\t" in text:
                    run.text = text
                else:
                    run._r.add_t(text)  # `run.text` looks at each character for tabs and line breaks: a fifth of the whole file
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
            self.inlines(self.paragraph(_HEADINGS[min(level, len(_HEADINGS)) - 1]), content)

    def continued(self, depth: int, *, keep_with_next: bool) -> WordParagraph:
        """A paragraph, below the text of the list item that it belongs to."""
        paragraph = self.paragraph("Normal" if depth < 0 else "List Continue")
        if depth >= 0:
            paragraph.paragraph_format.left_indent = Length(_STEP * (min(depth, _DEEPEST_LIST) + 1))
        if keep_with_next:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def list(self, block: ListBlock, depth: int) -> None:
        level = min(depth, _DEEPEST_LIST)
        number = self.numbering.new(block.marks, level, block.start)
        for item in block.items:
            paragraph = self.paragraph("List Bullet" if block.marks == "bullet" else "List Number")
            counted = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            counted.get_or_add_ilvl().val = level
            counted.get_or_add_numId().val = number
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
        whole = _text_width(self.file)
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
        paragraph.add_run(one_line(field.label)).bold = True
        for number, line in enumerate(field.lines):
            run = paragraph.add_run()
            run.add_break() if number else run.add_tab()
            self.inlines(paragraph, line)

    def contents(self, contents: Contents) -> None:
        """A field that Word can fill in anew, filled in already."""
        self.inlines(self.paragraph("TOC Heading"), (Text(contents.heading),))
        style = _contents_style(self.file, _text_width(self.file))
        last = len(contents.entries) - 1
        for number, (anchor, columns) in enumerate(contents.entries):
            paragraph = self.paragraph(style)
            if number == 0:
                _add_field_parts(paragraph, "begin", 'TOC \\o "2-2" \\h \\z', "separate")
            words = "\t".join(one_line(column) for column in columns)
            bookmark = self.bookmarks.get(anchor)
            if bookmark is None:
                paragraph.add_run(words)
            else:
                before = len(paragraph._p)
                paragraph.add_run(f"{words}\t")
                _add_field(paragraph, f"PAGEREF {bookmark} \\h", "", dirty=True)
                link = OxmlElement("w:hyperlink")
                link.set(qn("w:anchor"), bookmark)
                link.set(qn("w:history"), "1")
                link.extend(paragraph._p[before:])
                paragraph._p.append(link)
            if number == last:
                _add_field_parts(paragraph, "end")

    def signature(self, signature: Signature) -> None:
        """A line to sign on, with the name below it."""
        paragraph = self.paragraph()
        layout = paragraph.paragraph_format
        layout.space_before, layout.keep_together = Pt(28), True
        layout.tab_stops.add_tab_stop(self.label_width)
        end = min(_text_width(self.file), self.label_width + _SIGNATURE_WIDTH)
        layout.tab_stops.add_tab_stop(Length(end), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)
        paragraph.add_run(one_line(signature.role)).bold = True
        paragraph.add_run("\t\t")
        for line in filter(None, (signature.name, signature.note, signature.when)):
            run = paragraph.add_run()
            run.add_break()
            run.add_tab()
            paragraph.add_run(one_line(line))


class _Numbering:
    """The numbered and bulleted lists of a file. Each list counts for itself."""

    def __init__(self, file: WordDocument) -> None:
        self.root: Any = _numbering_part(file).element
        self.forms: dict[str, int] = {}

    def new(self, marks: str, level: int, start: int) -> int:
        if marks not in self.forms:
            self.forms[marks] = self._add_form(marks)
        number = self.root.add_num(self.forms[marks])
        identity: int = number.numId
        if marks != "bullet":
            number.add_lvlOverride(level).add_startOverride(start)
        return identity

    def _add_form(self, marks: str) -> int:
        identity = max((int(form.get(qn("w:abstractNumId"))) for form in self.root.findall(qn("w:abstractNum"))), default=-1) + 1
        kind, sign = _NUMBER_FORMS[marks]
        levels = "".join(
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{sign.format(level=level + 1, sign=_BULLETS[level % len(_BULLETS)])}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:tabs><w:tab w:val="num" w:pos="{_twips(_STEP) * (level + 1)}"/></w:tabs>'
            f'<w:ind w:left="{_twips(_STEP) * (level + 1)}" w:hanging="{_twips(_STEP)}"/></w:pPr></w:lvl>'
            for level in range(_DEEPEST_LIST + 1)
        )
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        first = self.root.find(qn("w:num"))
        if first is None:
            self.root.append(parse_xml(xml))
        else:
            first.addprevious(parse_xml(xml))
        return identity


def _numbering_part(file: WordDocument) -> Any:
    try:
        return file.part.numbering_part
    except NotImplementedError:  # a template without lists has none, and python-docx makes none
        empty = f"<w:numbering {nsdecls('w')}/>".encode()
        part: Any = NumberingPart.load(PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, empty, file.part.package)
        file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return part


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


def _twips(length: Length) -> int:
    return int(length.pt * 20)


def _add_field(paragraph: WordParagraph, code: str, shown: str, *, dirty: bool = False) -> None:
    """A field such as PAGE, and what it shows until Word has counted."""
    _add_field_parts(paragraph, "begin", code, "separate", dirty=dirty)
    paragraph.add_run(shown)
    _add_field_parts(paragraph, "end")


def _add_field_parts(paragraph: WordParagraph, *parts: str, dirty: bool = False) -> None:
    for part in parts:
        run: Run = paragraph.add_run()
        if part in ("begin", "separate", "end"):
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), part)
            if dirty and part == "begin":
                sign.set(qn("w:dirty"), "true")  # Word counts the pages when it opens the file
        else:
            sign = OxmlElement("w:instrText")
            sign.set(qn("xml:space"), "preserve")
            sign.text = f" {part} "
        run._r.append(sign)


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
