"""The audit itself: it finds what is wrong, and says plainly what it could not look at."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest

from exports.document import Document, Paragraph, text
from tests.audit import __main__ as audit
from tests.audit import checks
from tests.audit.outcome import NotPossible, Outcome
from tests.audit.pages import beside, office_to_pdf, png

DOCUMENT = Document("Protokoll", "Nämnden", "2026-03-12", "UTKAST", (Paragraph(text("Nämnden bordlägger ärendet.")),))


def unreachable() -> Outcome:
    raise NotPossible("Registret nåddes inte.")


def sound() -> Outcome:
    return Outcome("Word", "1 fil")


def broken() -> Outcome:
    return Outcome("HTML", "1 sida", ("protokoll.html, mörkt: color-contrast",))


def run_with(monkeypatch: pytest.MonkeyPatch, *made: object) -> int:
    for name, check in zip(("web", "word", "paper", "packages"), (*made, sound, sound, sound), strict=False):
        monkeypatch.setattr(audit, name, check)
    return audit.main()


def test_a_fault_is_told_and_ends_with_1(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("KLUBBAN_REQUIRE_AUDIT", raising=False)
    assert run_with(monkeypatch, sound, broken) == 1
    told = capsys.readouterr().out
    assert "✗  HTML: 1 sida\n   protokoll.html, mörkt: color-contrast" in told
    assert "1 fel." in told


def test_what_could_not_be_checked_is_said_last_and_can_be_made_to_count(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("KLUBBAN_REQUIRE_AUDIT", raising=False)
    assert run_with(monkeypatch, unreachable) == 0
    assert capsys.readouterr().out.endswith("Allt är INTE prövat. 1 av 4 kontroller kunde inte göras här:\n   Registret nåddes inte.\n")
    monkeypatch.setenv("KLUBBAN_REQUIRE_AUDIT", "1")
    assert run_with(monkeypatch, unreachable) == 1
    assert run_with(monkeypatch) == 0


def test_a_lost_word_and_a_page_without_its_number_are_found() -> None:
    whole = ["Sida 1 (2)\nNämnden bord-\nlägger", "Sida 2 (2\n) ärendet."]
    assert list(checks._faults_of_pages(DOCUMENT, [page.replace("-\n", "") for page in whole])) == []
    found = list(checks._faults_of_pages(DOCUMENT, ["Sida 1 (2) Nämnden", "ärendet."]))
    assert found == ["sidan 2 säger inte ”Sida 2 (2)”", "ord som inte står där: bordlägger"]


def test_a_file_that_only_looks_like_a_pdf_of_the_right_kind_is_found(tmp_path: Path) -> None:
    plain = tmp_path / "x.pdf"
    plain.write_bytes(b"%PDF-1.4\n%%EOF")
    assert "inte märkt som PDF/A-2" in list(checks._faults_of_marks(plain))


def test_without_the_programs_it_says_which_one_and_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotPossible, match=r"Node finns inte.*apt-get install"):
        checks.web()
    with pytest.raises(NotPossible, match=r"LibreOffice finns inte.*apt-get install"):
        office_to_pdf([], tmp_path)
    with pytest.raises(NotPossible, match=r"Chromium finns inte.*apt-get install"):
        checks.browser()


def test_pages_beside_each_other_are_one_picture() -> None:
    rows = beside([[b"\xff\xff\xff"] * 4, [b"\x00\x00"] * 2], gap=1)
    assert {len(row) for row in rows} == {8}
    made = png(rows)
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">II", made[16:24]) == (8, 6)
    begins = made.index(b"IDAT") + 4
    assert len(zlib.decompress(made[begins : -len(b"....IEND....") - 4])) == 6 * (1 + 4)
