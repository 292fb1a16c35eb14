"""PDF: the words of the document, tagged and archivable. What needs typst is left out where it is not installed."""

from __future__ import annotations

import importlib.util
import sys
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import given, settings

from exports.as_pdf import CannotPrint, NoTypst, pdf
from exports.document import Block, Contents, Document, Field, Fields, Heading, Paragraph, Section, Signature, Signatures, Table, text
from exports.protocol import protocol
from exports.style import load_style
from tests.exports.scenario import played
from tests.exports.test_as_html import WORST
from tests.exports.test_as_markdown import blocks

needs_typst = pytest.mark.skipif(importlib.util.find_spec("typst") is None, reason="the extra klubban[pdf] is not installed")
needs_reader = pytest.mark.skipif(importlib.util.find_spec("pypdfium2") is None, reason="pypdfium2 is not installed")


def page(*given: Block, title: str = "Protokoll") -> bytes:
    return pdf(Document(title, "Nämnden", "2026-03-12", "UTKAST – ej justerat", given))


def pages(data: bytes) -> list[str]:
    import pypdfium2

    with pypdfium2.PdfDocument(BytesIO(data)) as file:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]


@needs_typst
@needs_reader
def test_the_protocol_has_header_and_page_number_on_every_page_and_lines_to_sign() -> None:
    found = pages(pdf(protocol(played().meeting, load_style("kungalv"))))
    assert len(found) > 5  # every § begins a page
    for number, words in enumerate(found, 1):
        assert f"Sida {number} ({len(found)})" in words
        assert "UTKAST" in words
        assert "Kultur- och fritidsnämnden" in words
    assert "Karin Berg" in found[0]


@needs_typst
def test_the_file_says_that_it_is_archivable_tagged_and_swedish() -> None:
    data = pdf(protocol(played().meeting, load_style("standard")))
    assert data.startswith(b"%PDF-1.7")
    assert b"/StructTreeRoot" in data
    assert b"/Lang(sv-SE)" in data
    assert b"<pdfaid:part>2</pdfaid:part>" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data


@needs_typst
@needs_reader
def test_the_worst_that_can_be_typed_is_text() -> None:
    for words in (*WORST, '#panic("x")', "$ x $", "= rubrik", "#{", "]", "//", "\\u{41}", "*a* _b_ <c> @d"):
        given = (
            Heading(2, text(words), words),
            Paragraph(text(words)),
            Table((text(words),), ((text(words),),)),
            Fields((Field(words, (text(words),)),)),
            Signatures(words, (Signature(words, words, words, words),)),
            Contents(words, ((words, (words,)),)),
            Section((Heading(2, text("b"), words),), words, "paragraph"),
        )
        (found,) = pages(page(*given, title=words))
        assert found.count(words.replace("\u202e", "")) >= 8


@needs_typst
@settings(max_examples=25)
@given(blocks)
def test_any_document_can_be_made(block) -> None:
    with suppress(CannotPrint):  # a sign that is in no typeface here is said, and never left out
        assert page(block).startswith(b"%PDF")


@needs_typst
def test_the_same_document_gives_the_same_bytes() -> None:
    assert page(Paragraph(text("a"))) == page(Paragraph(text("a")))


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(NoTypst, match=r"pip install 'klubban\[pdf\]'"):
        page()


def test_a_word_that_no_line_can_hold_is_refused_in_swedish() -> None:
    with pytest.raises(CannotPrint, match="orimligt långt"):
        pdf(Document(title="x", body="x", date="2026-01-01", status="", blocks=(Paragraph(text("å" * 100_000)),)))
