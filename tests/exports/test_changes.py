"""What is told to be different between two exports of a protocol, and what is kept of the earlier one."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from exports.changes import changes, fingerprint, remember, since_last, told
from exports.document import Document, Field, Fields, Heading, Paragraph, Section, text
from exports.protocol import protocol
from exports.style import load_style
from tests.exports.scenario import played


def part(number: int, title: str, **blocks: str) -> Section:
    inside = [b for heading, words in blocks.items() for b in (Heading(3, text(heading)), Paragraph(text(words)))]
    return Section((Heading(2, text(f"§ {number} {title}")), *inside), f"paragraf-{number}", "paragraph")


def document(*blocks: Section) -> Document:
    return Document("Protokoll", "Nämnden", "2026-03-12", "UTKAST", blocks)


def difference(before: Document, now: Document) -> list[str]:
    return [str(c) for c in changes(fingerprint(before), fingerprint(now))]


COVER = Section((Fields((Field("Justerare", (text("Karin Berg"),)), Field("Plats", (text("Salen"),)))),), kind="cover")
FIRST = document(COVER, part(82, "Val", Beslut="ja"), part(83, "Bidrag", Beslut="nej", Jäv="Ek"))


def test_the_same_document_has_no_change() -> None:
    assert difference(FIRST, FIRST) == []


def test_a_paragraph_that_changed_is_told_with_its_headings_and_the_rest_is_not() -> None:
    now = document(COVER, part(82, "Val", Beslut="ja"), part(83, "Bidrag", Beslut="ja", Jäv="Ek", Yrkanden="ett"))
    assert difference(FIRST, now) == ["§ 83 (Beslut, Yrkanden)"]
    assert difference(now, FIRST) == ["§ 83 (Beslut, Yrkanden)"]  # a heading that is gone is told too


def test_a_new_title_new_and_lost_paragraphs_and_the_cover() -> None:
    other = Section((Fields((Field("Justerare", (text("Per Lind"),)), Field("Plats", (text("Salen"),)))),), kind="cover")
    now = document(other, part(83, "Stöd", Beslut="nej", Jäv="Ek"), part(84, "Nytt", Beslut="ja"))
    assert difference(FIRST, now) == ["försättsbladet (Justerare)", "§ 83", "§ 84 ny", "§ 82 borta"]


def test_only_another_order_is_told_as_such() -> None:
    cover, first, second = FIRST.blocks
    assert difference(FIRST, replace(FIRST, blocks=(cover, second, first))) == ["ordningen"]


def test_approval_is_a_change_of_the_cover() -> None:
    assert difference(FIRST, replace(FIRST, status="Justerat 2026-03-17")) == ["försättsbladet"]


def test_of_a_protocol_no_words_are_kept(tmp_path: Path) -> None:
    meeting, style = played().meeting, load_style("standard")
    made = protocol(meeting, style)
    assert since_last(tmp_path, meeting, style, made, public=False) is None
    remember(tmp_path, meeting, style, made, public=False)
    assert told(since_last(tmp_path, meeting, style, made, public=False)) == "Inget är ändrat sedan förra utskriften."
    assert since_last(tmp_path, meeting, style, made, public=True) is None
    kept = (tmp_path / "senaste.json").read_text(encoding="utf-8")
    assert "§ 84" in kept
    for words in ("Norra IF", "Lena Ek", "Karin Berg", "bidrag"):
        assert words not in kept


def test_a_damaged_memory_is_none_and_is_written_anew(tmp_path: Path) -> None:
    meeting, style = played().meeting, load_style("standard")
    made = protocol(meeting, style)
    for damaged in ("{", "[1]", '{"a": 3}', "null"):
        (tmp_path / "senaste.json").write_text(damaged, encoding="utf-8")
        assert since_last(tmp_path, meeting, style, made, public=False) is None
        remember(tmp_path, meeting, style, made, public=False)
        assert json.loads((tmp_path / "senaste.json").read_text(encoding="utf-8"))
        assert since_last(tmp_path, meeting, style, made, public=False) == ()
