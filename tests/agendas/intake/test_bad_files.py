"""Files that are no kallelse, or no file to open: one Swedish sentence each, soon and within limits."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from agendas.intake import IntakeFaults, take
from agendas.intake.limits import MOST_PAGES
from tests.agendas.intake.papers import Page, new_document, write_pdf

SECONDS = 20
"""Generous: other things run on the machine. Each takes a second or two alone."""


def told(path: Path) -> str:
    """The one sentence that a file is refused with."""
    started = time.monotonic()
    with pytest.raises(IntakeFaults) as caught:
        take(path)
    assert time.monotonic() - started < SECONDS
    assert len(caught.value.faults) == 1
    message = caught.value.faults[0].message
    assert "\n" not in message
    return message


def word_with(path: Path, extra: dict[str, bytes]) -> Path:
    """A Word file with some of its parts replaced or added."""
    plain = path.with_name("tom.docx")
    document = new_document()
    document.add_paragraph("hej")
    document.save(str(plain))
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in extra:
                target.writestr(name, source.read(name))
        for name, data in extra.items():
            target.writestr(name, data)
    return path


def page_of_text() -> Page:
    page = Page()
    page.lines(50, 60, [f"{n}. En rad med text" for n in range(20)])
    return page


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("tom.txt", b"", "tom"),
        ("gammal.txt", "Kallelse till nämnden åäö".encode("cp1252"), "Spara som med kodningen UTF-8"),
        ("fil.txt", "Dagordning".encode("utf-16"), "UTF-16"),
        ("fil.txt", bytes(range(256)) * 20, "ingen textfil"),
        ("kallelse.docx", b"MZ\x90\x00" + bytes(4000), "ett program"),
        ("kallelse.pdf", b"\x7fELF" + bytes(4000), "ett program"),
        ("kallelse.pdf", b"%PDF-1.7\nskadad", "skadad"),
        ("kallelse.docx", b"PK\x03\x04skadad" + bytes(100), "skadad"),
        ("kallelse.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000), "gamla formatet"),
        ("kallelse.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(900), "lösenordsskyddad"),
        ("kallelse.docx", b"vanlig text", "något annat"),
        ("bild.png", b"\x89PNG\r\n\x1a\n" + bytes(100), "en bild"),
        ("sida.html", b"<!DOCTYPE html><html><body>hej</body></html>", "webbsida"),
        ("brev.rtf", b"{\\rtf1 hej}", "RTF"),
        ("junk.txt", b"hej hopp\n" * 50, "Hittade ingen dagordning"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_sentence(name: str, data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert said in told(path)


def test_a_word_file_with_macros_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    assert "makron" in told(word_with(tmp_path / "kallelse.docm", {}))
    assert "makron" in told(word_with(tmp_path / "kallelse.docx", {"word/vbaProject.bin": b"x"}))


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = word_with(tmp_path / "bomb.docx", {"word/document.xml": b"<a>" + bytes(200_000_000)})
    assert path.stat().st_size < 1_000_000
    assert "packas upp" in told(path)


def test_a_word_file_that_needs_too_much_memory_only_ends_the_process_that_reads(tmp_path: Path) -> None:
    head = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    many = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 800_000
    message = told(word_with(tmp_path / "stor.docx", {"word/document.xml": head + many + b"</w:body></w:document>"}))
    assert "minne" in message


def test_another_zip_is_told_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "kallelse.docx"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("xl/workbook.xml", "x")
    assert "Excel" in told(path)


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda path: write_pdf(path, [Page()], encrypt=True), "lösenordsskyddad"),
        (lambda path: write_pdf(path, [Page(), Page()], picture=True), "inskannad"),
        (lambda path: write_pdf(path, [Page()]), "ingen text"),
        (lambda path: write_pdf(path, [page_of_text()] * 2000), "2000 sidor"),
    ],
)
def test_a_pdf_that_cannot_be_used_is_refused_in_one_sentence(write: Callable[[Path], Path], said: str, tmp_path: Path) -> None:
    assert said in told(write(tmp_path / "kallelse.pdf"))
    assert MOST_PAGES < 2000


def test_a_pdf_with_some_pages_as_pictures_is_read_and_they_are_named(tmp_path: Path) -> None:
    first, picture = Page(), Page()
    first.lines(50, 60, ["Dagordning", "1. Upprop", "2. Budget för nämnden"])
    picture.commands.append("q 400 0 0 600 50 100 cm /I Do Q")
    taken = take(write_pdf(tmp_path / "kallelse.pdf", [first, picture]))
    assert [x.title for x in taken.agenda.items] == ["Upprop", "Budget för nämnden"]
    assert any("Sidan 2 är en bild" in line for line in taken.told())


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        take(tmp_path / "finns-inte.docx")
