"""The text of a Word file's paragraphs, put at their ends by lxml.

`add_run` of python-docx looks for the place of every element and reads every character for tabs: half of the time of a
large protocol (`bench/RESULTS.md`). What stands in the file is the same, byte for byte.
"""

from __future__ import annotations

from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement

_RUN, _TEXT, _TAB, _BREAK, _SPACE = map(qn, ("w:r", "w:t", "w:tab", "w:br", "xml:space"))


def add_text(paragraph: Paragraph, text: str) -> Run:
    """A run with literal text on one line, in which a tab is a tab of Word."""
    run: Any = SubElement(paragraph._p, _RUN)
    for place, part in enumerate(text.split("\t")):
        if place:
            SubElement(run, _TAB)
        if part:
            written = SubElement(run, _TEXT)
            written.text = part
            if part[0].isspace() or part[-1].isspace():
                written.set(_SPACE, "preserve")
    return Run(run, paragraph)


def add_break(paragraph: Paragraph) -> Run:
    """A run that ends the line."""
    run: Any = SubElement(paragraph._p, _RUN)
    SubElement(run, _BREAK)
    return Run(run, paragraph)
