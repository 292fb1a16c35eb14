"""The Word file before anything stands in it: our own plain page, or the municipality's own template."""

from __future__ import annotations

import copy
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

import docx as word
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.exceptions import PythonDocxError
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.shared import Cm, Length, Pt

HEADINGS = tuple(f"Heading {level}" for level in range(1, 7))
_STYLES = ("Normal", "Header", "Table Grid", "List Bullet", "List Number", "List Continue", "TOC Heading")

_LARGEST_TEMPLATE = 20_000_000
_LARGEST_EXPANDED = 200_000_000

# python-docx takes a file at its word: what is missing or malformed in it shows itself in any of these ways.
_DAMAGE = (
    BadZipFile, EOFError, zlib.error, OpcError, PythonDocxError,
    LookupError, ValueError, TypeError, AttributeError, SyntaxError, RuntimeError,
)  # fmt: skip


class BadTemplate(Exception):
    """The municipality's own Word file cannot be used."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason
        """Why, in Swedish, as the end of a sentence."""

    def __str__(self) -> str:
        return f"Kan inte använda Wordmallen {self.path}: {self.reason}."


def own_template(scale: float = 1.0) -> WordDocument:
    """An A4 page with a plain look: black headings, one typeface, `scale` times as large as that of a protocol."""
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
    for name in HEADINGS:
        heading: Any = file.styles[name]
        heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(12), Pt(4)
    return file


def open_template(template: Path) -> WordDocument:
    """The municipality's own file, emptied of its text, with every style that a protocol needs. Raises `BadTemplate`."""
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
    own = own_template()
    for name in (*_STYLES, *HEADINGS):
        if name not in file.styles:
            file.styles.element.append(copy.deepcopy(own.styles[name].element))
    if not file.sections:
        file.element.body.append(copy.deepcopy(own.sections[0]._sectPr))


def text_width(file: WordDocument) -> Length:
    """How wide a line is between the margins, and never so narrow that nothing fits."""
    page = file.sections[-1]
    width = (page.page_width or Cm(21)) - (page.left_margin or 0) - (page.right_margin or 0)
    return Length(max(width, Cm(5)))
