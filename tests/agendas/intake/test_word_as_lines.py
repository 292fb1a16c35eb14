"""What a Word file holds as lines and rows: the ways of Word that a kallelse made from a template is full of. Read in this process."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part as PackagePart
from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError

from agendas.intake.limits import Unreadable
from agendas.intake.pages import Line, Part, Row
from agendas.intake.word import read_word
from tests.agendas.intake.papers import new_document

SPACES = " ".join(
    f'xmlns:{prefix}="http://schemas.openxmlformats.org/{rest}"'
    for prefix, rest in (("w", "wordprocessingml/2006/main"), ("mc", "markup-compatibility/2006"))
)


def saved(folder: Path, *blocks: str, numbering: str = "", styles: str = "") -> Path:
    """A Word file whose body is this XML, with more lists and more styles."""
    document = new_document()
    for block in blocks:
        _put(document.element.body, block, before_last=True)
    if numbering:
        _put(document.part.numbering_part._element, numbering)
    if styles:
        _put(document.styles.element, styles)
    path = folder / "papper.docx"
    document.save(str(path))
    return path


def _put(parent: Any, xml: str, *, before_last: bool = False) -> None:
    for number, element in enumerate(parse_xml(f"<w:body {SPACES}>{xml}</w:body>")):
        parent.insert(len(parent) - 1 if before_last else number, element)


def read(folder: Path, *blocks: str, numbering: str = "", styles: str = "") -> list[Part]:
    return read_word(saved(folder, *blocks, numbering=numbering, styles=styles))[0]


def said(parts: Sequence[Part]) -> list[str]:
    """Each part in one string: a list sign and its words, or a row with bars."""
    return [" | ".join(p.cells) if isinstance(p, Row) else f"{p.mark} {p.text}".strip() for p in parts]


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def in_list(text: str, number: int, depth: int = 0) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def table(*rows: Sequence[str]) -> str:
    """A table of cells that are XML already."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


# --- words


def test_the_words_of_a_text_box_come_once_and_before_its_paragraph(tmp_path: Path) -> None:
    """Word writes a box in two forms: one for itself, one for older programs."""
    box = f"<w:txbxContent>{p('Plats: Rådhuset')}</w:txbxContent>"
    anchored = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        "</w:r><w:r><w:t>Kallelse</w:t></w:r></w:p>"
    )
    assert said(read(tmp_path, anchored)) == ["Plats: Rådhuset", "Kallelse"]


def test_signs_of_words_own_are_the_signs_they_show(tmp_path: Path) -> None:
    line = "<w:p><w:r><w:t>Tids</w:t><w:noBreakHyphen/><w:t>plan</w:t><w:br/><w:br/><w:t>Dnr 1</w:t><w:cr/><w:t>Kl. 9</w:t></w:r></w:p>"
    assert said(read(tmp_path, line)) == ["Tids-plan", "Dnr 1", "Kl. 9"]


def test_tabs_part_columns_and_lines_below_each_other_are_one_table(tmp_path: Path) -> None:
    def tabbed(*words: str, properties: str = "") -> str:
        runs = "<w:tab/>".join(f"<w:t>{w}</w:t>" for w in words)
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{runs}</w:r></w:p>"

    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="90"/></w:numPr>'
    parts = read(
        tmp_path,
        tabbed("Upprop", "09.00", properties=numbered),
        tabbed("Budget", "09.10", properties=numbered),
        p("Paus"),
        tabbed("Taxor", "10.00"),
        numbering=ABSTRACT.format(id=90, levels=level(0, "decimal", "%1.")),
    )
    assert said(parts) == ["1. | Upprop | 09.00", "2. | Budget | 09.10", "Paus", "Taxor | 10.00"]
    assert [part.table for part in parts if isinstance(part, Row)] == [1, 1, 2]


def test_a_heading_is_known_by_its_outline_its_style_or_its_type(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/><w:basedOn w:val="{base}"/></w:style>'
        for name, shown, base in (("Egen", "Nämndens rubrik", "Heading2"), ("Slinga", "Slinga", "Slinga"))
    )
    parts = read(
        tmp_path,
        p("Disposition", '<w:outlineLvl w:val="2"/>'),
        p("Ärvd", '<w:pStyle w:val="Egen"/>'),
        p("Byggd på sig själv", '<w:pStyle w:val="Slinga"/>'),
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Fet</w:t></w:r></w:p>",
        '<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>Mager</w:t></w:r></w:p>',
        styles=styles,
    )
    assert [(part.text, part.level) for part in parts if isinstance(part, Line)] == [
        ("Disposition", 3), ("Ärvd", 2), ("Byggd på sig själv", 0), ("Fet", 7), ("Mager", 0),
    ]  # fmt: skip


# --- lists

ABSTRACT = '<w:abstractNum w:abstractNumId="{id}">{levels}</w:abstractNum><w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'


def level(depth: int, form: str, text: str, start: int = 1) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


@pytest.mark.parametrize(
    ("levels", "depths", "marks"),
    [
        ([level(0, "decimal", "§ %1", 31)], [0, 0], ["§ 31", "§ 32"]),
        ([level(0, "lowerLetter", "%1)")], [0, 0], ["a)", "b)"]),
        ([level(0, "bullet", "\uf0b7")], [0, 0], ["-", "-"]),
        ([level(0, "none", "")], [0, 0], ["", ""]),
        ([level(0, "decimal", "Ärende %1:")], [0], ["1."]),
        ([level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")], [0, 1, 1, 0, 1], ["1", "1.1", "1.2", "2", "2.1"]),
        ([level(0, "decimal", "%1"), level(1, "decimal", "%1.%2")], [1], ["1.1"]),
    ],
    ids=["§", "letters", "bullets", "no sign", "words", "levels", "second level alone"],
)
def test_the_signs_that_word_counts_are_read_as_they_show(levels: list[str], depths: list[int], marks: list[str], tmp_path: Path) -> None:
    numbering = ABSTRACT.format(id=90, levels="".join(levels))
    parts = read(tmp_path, *(in_list("punkt", 90, depth) for depth in depths), numbering=numbering)
    assert [part.mark for part in parts if isinstance(part, Line)] == marks


def test_list_number_zero_takes_a_paragraph_out_of_the_list_of_its_style(tmp_path: Path) -> None:
    parts = read(
        tmp_path,
        p("Upprop", '<w:pStyle w:val="ListNumber"/>'),
        p("Paus", '<w:pStyle w:val="ListNumber"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    )
    assert said(parts) == ["1. Upprop", "Paus"]


def test_a_style_based_on_itself_is_in_no_list(tmp_path: Path) -> None:
    looped = '<w:style w:type="paragraph" w:styleId="Slinga"><w:name w:val="Slinga"/><w:basedOn w:val="Slinga"/></w:style>'
    assert said(read(tmp_path, p("Upprop", '<w:pStyle w:val="Slinga"/>'), styles=looped)) == ["Upprop"]


def test_a_document_without_lists_of_its_own_is_read(tmp_path: Path) -> None:
    """Other programs write no part for them."""
    document = new_document()
    document.add_paragraph("Upprop", style="List Number")
    document.part.drop_rel(next(key for key, rel in document.part.rels.items() if rel.reltype.endswith("/numbering")))
    document.save(str(tmp_path / "papper.docx"))
    assert said(read_word(tmp_path / "papper.docx")[0]) == ["Upprop"]


# --- tables


def test_a_table_of_one_column_is_a_frame_round_its_text(tmp_path: Path) -> None:
    rows = ([cell("Förslag till beslut")], [cell("att godkänna", "<w:vMerge w:val='restart'/>")], [cell("", "<w:vMerge/>")])
    assert said(read(tmp_path, table(*rows))) == ["Förslag till beslut", "att godkänna"]


def test_cells_keep_their_columns_when_others_are_merged_moved_or_in_controls(tmp_path: Path) -> None:
    rows = [
        [cell("Nr"), cell("Ärende"), cell("Dnr")],
        ["<w:trPr><w:gridBefore w:val='1'/></w:trPr>", cell("Beslut"), cell("")],
        [cell("1", "<w:vMerge w:val='restart'/>"), cell("Budget"), cell("KS 1")],
        [cell("", "<w:vMerge/>"), cell("Taxor", "<w:gridSpan w:val='2'/>")],
        [cell(""), cell(""), cell("")],
    ]
    controlled_cell = f"<w:sdt><w:sdtContent>{cell('Val')}</w:sdtContent></w:sdt>"
    controlled = f"<w:sdt><w:sdtContent><w:tr>{cell('2')}{controlled_cell}{cell('')}</w:tr></w:sdtContent></w:sdt>"
    xml = table(*rows).replace("</w:tbl>", f"{controlled}</w:tbl>")
    assert [part.cells for part in read(tmp_path, xml) if isinstance(part, Row)] == [
        ("Nr", "Ärende", "Dnr"), ("", "Beslut", ""), ("1", "Budget", "KS 1"), ("", "Taxor", ""), ("2", "Val", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("said_to_be", ["gridSpan", "gridBefore"])
def test_a_row_that_says_it_is_a_million_columns_wide_is_not_believed(said_to_be: str, tmp_path: Path) -> None:
    wide = f"<w:{said_to_be} w:val='1000000'/>"
    row = [cell("Nr", wide), cell("A")] if said_to_be == "gridSpan" else [f"<w:trPr>{wide}</w:trPr>", cell("Nr"), cell("A")]
    (part,) = read(tmp_path, table(row))
    assert isinstance(part, Row)
    assert ([c for c in part.cells if c], len(part.cells) < 70) == (["Nr", "A"], True)


# --- what is told


def test_footnotes_and_struck_words_are_told(tmp_path: Path) -> None:
    document = new_document()
    changed = (
        "<w:p><w:r><w:t>Budget</w:t></w:r><w:del><w:r><w:delText>2024</w:delText></w:r></w:del>"
        "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    _put(document.element.body, changed, before_last=True)
    notes = PackagePart(PackURI("/word/footnotes.xml"), "application/xml", b"<notes/>", document.part.package)
    document.part.relate_to(notes, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    document.save(str(tmp_path / "papper.docx"))
    parts, told, _ = read_word(tmp_path / "papper.docx")
    assert said(parts) == ["Budget"]
    assert told == [
        "Dokumentets fotnoter togs inte med.",
        "Dokumentet har spårade ändringar: struken text lästes inte, tillagd gjorde det.",
    ]


def test_a_document_without_words_is_refused_and_pictures_are_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="innehåller ingen text"):
        read(tmp_path)
    picture = new_document()
    picture.add_picture(str(_dot(tmp_path / "prick.png")))
    picture.save(str(tmp_path / "bild.docx"))
    with pytest.raises(Unreadable, match="innehåller bara bilder"):
        read_word(tmp_path / "bild.docx")


def _dot(path: Path) -> Path:
    """A picture of one white pixel."""
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b""))
    return path


def test_a_document_whose_text_breaks_off_is_damaged(tmp_path: Path) -> None:
    whole = saved(tmp_path, p("Upprop"))
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(tmp_path / "avbruten.docx", "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[: len(data) // 2] if name == "word/document.xml" else data)
    with pytest.raises(Unreadable, match="skadad och går inte att läsa"):
        read_word(tmp_path / "avbruten.docx")


def test_the_librarys_way_to_say_that_memory_ended_is_told_as_that(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """lxml calls it a fault in the text."""

    def no_more(_: str) -> None:
        raise XMLSyntaxError("unknown error", 0, 0, 0)

    monkeypatch.setattr(docx, "Document", no_more)
    with pytest.raises(MemoryError):
        read_word(tmp_path / "papper.docx")
