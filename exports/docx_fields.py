"""Fields in a Word file: what Word itself counts and fills in, such as the number of a page."""

from __future__ import annotations

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from exports.docx_runs import add_text


def add_field(paragraph: Paragraph, code: str, shown: str, *, dirty: bool = False) -> None:
    """A field such as PAGE, and what it shows until Word has counted."""
    add_field_parts(paragraph, "begin", code, "separate", dirty=dirty)
    add_text(paragraph, shown)
    add_field_parts(paragraph, "end")


def add_field_parts(paragraph: Paragraph, *parts: str, dirty: bool = False) -> None:
    """Parts of a field that spans more than a run: `begin`, its code, `separate`, `end`. `dirty`: Word counts when it opens the file."""
    for part in parts:
        run = add_text(paragraph, "")
        if part in ("begin", "separate", "end"):
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), part)
            if dirty and part == "begin":
                sign.set(qn("w:dirty"), "true")
        else:
            sign = OxmlElement("w:instrText")
            sign.set(qn("xml:space"), "preserve")
            sign.text = f" {part} "
        run._r.append(sign)
