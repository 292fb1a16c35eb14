"""What stands around the text of a Word file: its properties and language, the head of every page, and no time of writing."""

from __future__ import annotations

import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header

from exports.document import Document, one_line
from exports.docx_fields import add_field
from exports.docx_template import text_width

_LONGEST_PROPERTY = 255


def set_properties(file: WordDocument, document: Document) -> None:
    """Title, body, status and language, and the day of the meeting as the day of the file."""
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


def without_times(data: bytes) -> bytes:
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


def write_headers(file: WordDocument, document: Document) -> None:
    """Body and page number, date and status, on top of every page."""
    page = file.sections[-1]
    headers: list[_Header | _Footer] = [page.header]
    if page.different_first_page_header_footer:
        headers.append(page.first_page_header)
    if file.settings.odd_and_even_pages_header_footer:
        headers.append(page.even_page_header)
    width = text_width(file)
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
        add_field(first, "PAGE", "1")
        first.add_run(" (")
        add_field(first, "NUMPAGES", "1")
        first.add_run(")")
        second.add_run(f"{one_line(document.date)}\t")
        second.add_run(one_line(document.status)).bold = document.draft
