"""The Word file holds what the document says, as Word's own kind of thing: headings, lists, fields, tables."""

from __future__ import annotations

import datetime
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx as word
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.as_docx import docx
from exports.document import (
    Break,
    Contents,
    Document,
    Field,
    Fields,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Section,
    Signature,
    Signatures,
    Table,
    Text,
    text,
)
from exports.docx_template import BadTemplate


def document(*blocks, title="Protokoll", status="UTKAST – ej justerat", date="2022-01-17") -> Document:
    return Document(title, "Arbetsutskottet", date, status, blocks)


def opened(*blocks, template: Path | None = None, **about):
    return word.Document(BytesIO(docx(document(*blocks, **about), template)))


def section(number: int) -> Section:
    return Section((Heading(2, text(f"§ {number} Ärende")), Heading(3, text("Beslut"))), f"p{number}", "paragraph", new_page=True)


def texts(file) -> list[str]:
    return [paragraph.text for paragraph in file.paragraphs]


def field_codes(element) -> list[str]:
    return [code.text.strip() for code in element.iter(qn("w:instrText"))]


def test_headings_are_headings_and_each_paragraph_begins_a_page():
    file = opened(section(1), section(2))
    assert [(p.style.name, p.text, p.paragraph_format.page_break_before) for p in file.paragraphs] == [
        ("Heading 1", "Protokoll", None),
        ("Normal", "UTKAST – ej justerat", None),
        ("Heading 2", "§ 1 Ärende", True),
        ("Heading 3", "Beslut", None),
        ("Heading 2", "§ 2 Ärende", True),
        ("Heading 3", "Beslut", None),
    ]


def test_every_page_says_which_meeting_and_how_far_it_has_come():
    header = opened().sections[0].header
    assert [paragraph.text for paragraph in header.paragraphs] == ["Arbetsutskottet\tSida 1 (1)", "2022-01-17\tUTKAST – ej justerat"]
    assert field_codes(header._element) == ["PAGE", "NUMPAGES"]


def test_the_page_is_a4_and_the_language_swedish():
    file = opened()
    page = file.sections[0]
    assert (round(page.page_width.cm, 1), round(page.page_height.cm, 1)) == (21.0, 29.7)
    assert file.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val") == ["sv-SE"]
    assert file.core_properties.language == "sv-SE"


def test_the_contents_are_a_field_that_is_filled_in_and_leads_to_the_paragraphs():
    file = opened(
        Contents("Ärendelista", (("p1", ("§ 1", "Bokslut", "2020/1")), ("p2", ("§ 2", "Val", "")), ("p9", ("§ 9", "Saknas")))),
        section(1),
        section(2),
    )
    assert texts(file)[2:6] == ["Ärendelista", "§ 1\tBokslut\t2020/1\t", "§ 2\tVal\t\t", "§ 9\tSaknas"]
    assert [p.style.name for p in file.paragraphs[2:6]] == ["TOC Heading", "toc 2", "toc 2", "toc 2"]
    assert field_codes(file.element.body) == ['TOC \\o "2-2" \\h \\z', "PAGEREF _Toc00000001 \\h", "PAGEREF _Toc00000002 \\h"]
    assert file.element.body.xpath("//w:hyperlink/@w:anchor") == file.element.body.xpath("//w:bookmarkStart/@w:name")
    signs = file.element.body.xpath("//w:fldChar/@w:fldCharType")
    assert signs.count("begin") == signs.count("separate") == signs.count("end") == 3


def test_contents_without_entries_leave_no_half_field():
    assert field_codes(opened(Contents("Ärendelista", ())).element.body) == []


def test_cover_fields_stand_line_by_line():
    file = opened(Fields((Field("Plats", (text("Salen"),)), Field("Beslutande", (text("Åsa (S)"), text("Lars (V)"))), Field("Övriga", ()))))
    assert texts(file)[2:] == ["Plats\tSalen", "Beslutande\tÅsa (S)\nLars (V)", "Övriga"]
    assert file.paragraphs[2].runs[0].bold


def test_signatures_are_lines_to_sign_on():
    file = opened(
        Signatures("Underskrifter", (Signature("Sekreterare", "Åsa Engberg", "§§ 1–14", "2022-01-20"), Signature("Justerare", "")))
    )
    assert texts(file)[2:] == ["Underskrifter", "Sekreterare\t\t\n\tÅsa Engberg\n\t§§ 1–14\n\t2022-01-20", "Justerare\t\t"]
    assert file.paragraphs[3]._p.xpath("w:pPr/w:tabs/w:tab/@w:leader") == ["underscore"]


def test_the_header_row_of_a_table_is_repeated_on_every_page():
    votes = Table((text("Namn"), text("Ja")), ((text("Åsa"), text("X")), (text("Lars"),)), "votes")
    file = opened(votes, Table((), ((text("a"), text("b"), text("c")),)))
    first, second = file.tables
    assert [[cell.text for cell in row.cells] for row in first.rows] == [["Namn", "Ja"], ["Åsa", "X"], ["Lars", ""]]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in first.rows] == [True, False, False]
    assert not second._tbl.xpath(".//w:tblHeader")
    assert first._tbl.getnext().tag == qn("w:p"), "two tables in a row would become one"


def test_a_section_that_begins_with_a_table_still_begins_a_page():
    file = opened(Section((Table((), ((text("a"),),)),), "bilaga", "appendix", new_page=True))
    assert file.paragraphs[2].paragraph_format.page_break_before
    assert file.paragraphs[2]._p.getnext().tag == qn("w:tbl")


def test_every_list_counts_for_itself_and_sub_lists_stand_further_in():
    sub = ListBlock((ListItem(text("SKPF")),), "letter")
    points = ListBlock((ListItem(text("Ett"), (sub, Paragraph(text("mer")))), ListItem(text("Två"))), "number", start=3)
    file = opened(points, points, ListBlock((ListItem(text("punkt")),)))
    counted = [
        (p.text, p._p.pPr.numPr.ilvl.val, p._p.pPr.numPr.numId.val)
        for p in file.paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]
    assert [(words, level) for words, level, _ in counted] == [("Ett", 0), ("SKPF", 1), ("Två", 0)] * 2 + [("punkt", 0)]
    assert len({number for _, _, number in counted}) == 5
    assert counted[0][2] == counted[2][2]
    numbering = file.part.numbering_part.element
    assert numbering.xpath(f"w:num[@w:numId='{counted[0][2]}']/w:lvlOverride/w:startOverride/@w:val") == ["3"]
    assert [p.style.name for p in file.paragraphs if p.text == "mer"] == ["List Continue"] * 2


def test_lists_deeper_than_word_can_count_keep_their_text():
    block = ListBlock((ListItem(text("nivå 0")),))
    for level in range(1, 30):
        block = ListBlock((ListItem(text(f"nivå {level}"), (block,)),))
    assert [paragraph for paragraph in texts(opened(block)) if paragraph.startswith("nivå")] == [
        f"nivå {level}" for level in reversed(range(30))
    ]


def test_emphasis_and_line_ends():
    paragraph = opened(
        Paragraph((Text("a", strong=True), Break(), Text("b", emphasis=True), Text("c", strike=True), Text("d", code=True)))
    ).paragraphs[2]
    assert paragraph.text == "a\nbcd"
    runs = [run for run in paragraph.runs if run.text.strip()]
    assert [run.bold for run in runs] == [True, None, None, None]
    assert runs[1].italic
    assert runs[2].font.strike
    assert runs[3].font.name == "Courier New"


def test_the_same_document_is_the_same_file(monkeypatch: pytest.MonkeyPatch):
    made = docx(document(section(1)))
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    assert docx(document(section(1))) == made
    with ZipFile(BytesIO(made)) as package:
        assert {part.date_time for part in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("date", "created"), [("2022-01-17", datetime.date(2022, 1, 17)), ("i går", datetime.date(2000, 1, 1)), ("", datetime.date(2000, 1, 1))]
)
def test_the_properties_are_those_of_the_meeting(date, created):
    properties = opened(date=date, title="T" * 300).core_properties
    assert properties.title == "T" * 255
    assert properties.author == "Arbetsutskottet"
    assert properties.created.date() == properties.modified.date() == created
    assert properties.comments == ""


@settings(max_examples=15)
@given(st.text() | st.sampled_from(["\x00\x1b[31m", "\ud800", "\ufffe", "<w:p/>&amp;", "]]>", "{PAGE}", "a" * 10_000, "*ja* [x](y) | #"]))
def test_whatever_was_typed_is_literal(typed):
    line = text(typed)
    file = opened(
        Heading(9, line, typed),
        Paragraph(line),
        ListBlock((ListItem(line),)),
        Table((line,), ((line,),)),
        Fields((Field(typed, (line,)),)),
        Contents(typed, ((typed, (typed, typed)),)),
        Signatures(typed, (Signature(typed, typed, typed, typed),)),
        title=typed,
        status=typed,
    )
    if typed.isprintable():
        assert texts(file)[0] == typed
        assert file.tables[0].rows[1].cells[0].text == typed


# --- templates --------------------------------------------------------------------------------------------------------


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A municipality's own: another page, a logotype in words, some text, no bullets."""
    file = word.Document()
    file.add_paragraph("Skriv här")
    file.add_table(1, 1)
    file.sections[0].page_width = Cm(20)
    file.sections[0].header.paragraphs[0].text = "LUDVIKA KOMMUN"
    file.sections[0].different_first_page_header_footer = True
    file.styles["Heading 2"].font.name = "Kommunsans"
    for name in ("List Bullet", "TOC Heading", "Heading 4"):
        file.styles[name].delete()
    file.save(str(tmp_path / "mall.docx"))
    return tmp_path / "mall.docx"


def test_a_template_lends_its_looks_and_not_its_text(template: Path):
    file = opened(section(1), Heading(4, text("Under")), ListBlock((ListItem(text("punkt")),)), Contents("Lista", ()), template=template)
    assert texts(file) == ["Protokoll", "UTKAST – ej justerat", "§ 1 Ärende", "Beslut", "Under", "punkt", "Lista"]
    assert file.tables == []
    page = file.sections[0]
    assert round(page.page_width.cm) == 20
    assert [p.text for p in page.header.paragraphs] == ["LUDVIKA KOMMUN", "Arbetsutskottet\tSida 1 (1)", "2022-01-17\tUTKAST – ej justerat"]
    assert "UTKAST – ej justerat" in page.first_page_header.paragraphs[-1].text, "the status stands on every page"
    assert file.styles["Heading 2"].font.name == "Kommunsans"
    assert file.paragraphs[4].style.name == "Heading 4"


def test_a_template_without_lists_gets_some(template: Path):
    file = word.Document(str(template))
    relation = next(key for key, found in file.part.rels.items() if found.reltype.endswith("/numbering"))
    file.part.drop_rel(relation)
    file.save(str(template))
    made = opened(ListBlock((ListItem(text("punkt")),), "number"), template=template)
    assert len(made.part.numbering_part.element.xpath("w:num")) == 1


@pytest.mark.parametrize("content", [b"", b"inte en zip", b"PK\x03\x04" + b"\0" * 100])
def test_a_broken_template_is_told_in_swedish(tmp_path: Path, content: bytes):
    path = tmp_path / "mall.docx"
    path.write_bytes(content)
    with pytest.raises(BadTemplate, match="det är inte ett Worddokument"):
        docx(document(), path)


def test_a_template_cut_short_or_of_another_kind_is_told_in_swedish(template: Path, tmp_path: Path):
    path = tmp_path / "annan.docx"
    with ZipFile(template) as package, ZipFile(path, "w") as other:
        for name in package.namelist():
            if name != "word/document.xml":
                other.writestr(name, package.read(name))
    with pytest.raises(BadTemplate, match="det är inte ett Worddokument"):
        docx(document(), path)
    with pytest.raises(BadTemplate, match="filen finns inte"):
        docx(document(), tmp_path / "saknas.docx")
    with pytest.raises(BadTemplate, match="filen går inte att läsa"):
        docx(document(), tmp_path)


@pytest.mark.parametrize(
    ("limit", "told"), [("_LARGEST_TEMPLATE", "filen är för stor"), ("_LARGEST_EXPANDED", "filen är för stor när den packas upp")]
)
def test_a_template_too_large_to_be_one_is_not_opened(template: Path, limit: str, told: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(f"exports.docx_template.{limit}", 1000)
    with pytest.raises(BadTemplate, match=f": {told}\\.$"):
        docx(document(), template)


def test_a_template_of_another_program_gets_the_page_and_language_that_it_lacks(template: Path):
    """No section, no default style, no language of the theme; and a head of its own on even pages."""
    file = word.Document(str(template))
    body, styles, settings = file.element.body, file.styles.element, file.settings.element
    body.remove(body.sectPr)
    styles.remove(styles.find(qn("w:docDefaults")))
    for theme in settings.findall(qn("w:themeFontLang")):
        settings.remove(theme)
    file.settings.odd_and_even_pages_header_footer = True
    file.save(str(template))
    made = opened(section(1), template=template)
    assert made.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) == "sv-SE"
    page = made.sections[0]
    assert round(page.page_width.cm) == 21
    assert [p.text for p in page.even_page_header.paragraphs] == ["Arbetsutskottet\tSida 1 (1)", "2022-01-17\tUTKAST – ej justerat"]


def test_a_notice_and_the_lines_to_sign_on_stand_on_one_page():
    fields = Fields((Field("Organ", (text("Nämnden"),)), Field("Underskrift", (text(""),))))
    notice = Section((Heading(2, text("Anslag")), Paragraph(text("Justerat.")), fields), kind="notice")
    signing = Signatures("Underskrifter", (Signature("Sekreterare", "Eva"), Signature("Ordförande", "Per")))
    file = opened(Paragraph(text("Före.")), signing, notice, Paragraph(text("Efter.")))
    kept = {p.text.split("\t")[0].split("\n")[0]: bool(p.paragraph_format.keep_with_next) for p in file.paragraphs}
    assert [name for name, keeps in kept.items() if keeps] == ["Underskrifter", "Sekreterare", "Anslag", "Justerat.", "Organ"]


def test_an_empty_heading_is_not_there_and_what_it_carried_goes_on_to_the_next():
    file = opened(Section((Signatures("", (Signature("Intygas", ""),)),), anchor="a", new_page=True))
    assert [p.text.split("\t")[0] for p in file.paragraphs] == ["Protokoll", "UTKAST – ej justerat", "Intygas"]
    assert file.paragraphs[-1].paragraph_format.page_break_before


def test_a_long_label_gets_room_so_that_it_does_not_stand_against_its_value():
    short, long = (opened(Fields((Field(label, (text("x"),)),))).paragraphs[-1] for label in ("Plats", "Förvaringsplats för protokollet"))
    assert short.paragraph_format.left_indent == pytest.approx(Cm(5), abs=1000)  # Word counts in twentieths of a point
    assert Cm(5.5) < long.paragraph_format.left_indent <= Cm(7.5)


def test_a_vote_table_has_most_room_for_the_names():
    table = Table((text("Ledamot"), text("Ja"), text("Nej")), ((text("Per Lind (S)"), text("X"), text("")),), "votes")
    (made,) = opened(table).tables
    names, yes, no = (column.width for column in made.columns)
    assert names > 2 * max(yes, no)
