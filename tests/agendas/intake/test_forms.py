"""Kallelser of other forms than the seeds': each invented municipality has its own way, and nothing of it is dropped unsaid."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import pytest

from agendas.file import parse_agenda
from agendas.intake import Taken, take, taken_toml
from agendas.model import Item
from tests.agendas.intake.papers import new_document, page_break, word_table

FORMS = Path(__file__).parent / "forms"
ALL = sorted(p.name for p in FORMS.iterdir())


LABELS = """
tid plats lokal klockan datum nämnd sammanträdesdag sammanträdesdatum justerare justeringstid ärende diarienummer diarienr dnr dagordning
ärenden beslutsärenden informationsärenden anmälningsärenden föredragningslista kallelse kungörelse kallas till härmed ledamöter
underrättas ersättare sammanträde sammanträder sammanträdet med utgår ärendet avgörs av föredrar föredragande handläggare sekretess
måndagen tisdagen onsdagen torsdagen torsdag januari februari mars april maj juni augusti september oktober beslutas muntligt
förslag till beslut sammanfattning ärendebeskrivning beslutsunderlag beslutet skickas tjänsteskrivelse omedelbar justering ordförande
sekreterare cirka kommunstyrelsen formalia serveras
från skickat ämne bifogade filer handlingar lovisa grahn lillkoping
"""
"""Words that only say what stands beside them: headings, labels, how a date is written – and the sender of the mail, which is told."""


def form(name: str) -> Taken:
    return take(FORMS / name)


def said(items: tuple[Item, ...]) -> list[tuple[str, str]]:
    return [(x.title, x.reference) for x in items]


@pytest.mark.parametrize("name", ALL)
def test_every_word_is_in_the_agenda_or_told(name: str) -> None:
    taken = form(name)
    text = taken_toml(taken)
    assert parse_agenda(text).agenda == taken.agenda
    known = " ".join([text, *taken.told(), *taken.source.heads, LABELS]).casefold()
    told = {(p.first.line, p.last.line) for p in taken.left_out}
    lost = []
    for part in taken.source.parts:
        if not any(first <= part.place.line <= last for first, last in told):
            lost += [w for w in re.findall(r"[^\W\d_]{4,}", part.text) if w.casefold().removesuffix("s") not in known]
    assert lost == []


def test_a_mail_gives_the_meetings_day_and_hour_and_not_the_letters() -> None:
    taken = form("epost.txt")
    plan = taken.agenda.meeting
    assert (plan.body, plan.municipality) == ("Kommunstyrelsen", "Lillköpings kommun")
    assert (plan.date, plan.starts, plan.place) == (date(2026, 2, 10), time(9), "Stora salen, Rådhuset")
    items = taken.agenda.items
    assert said(items[2:6]) == [
        ("Budgetuppföljning efter december", "KS/2026:14"),
        ("Motion från Per Lind (C) om gratis vuxenutbildning", "KS/2025:388"),
        ("Antagande av detaljplan för kvarteret Eken", "KS/2024:112"),
        ("Revidering av reglemente", ""),
    ]
    assert (items[2].presenters, items[2].at, items[2].minutes) == (("Karin Holm",), time(9, 10), 20)
    assert items[3].chain == ("Kommunfullmäktige",)
    assert items[4].immediate_approval
    assert items[5].withdrawn
    assert (items[6].kind, items[6].at, items[6].minutes) == ("paus", time(12), 60)
    assert items[7].presenters == ("Tomas Ek", "Sara Blom")
    assert any("E-postens avsändare" in line for line in taken.told())


def test_letters_number_a_list_that_goes_on_below_a_second_page_head() -> None:
    agenda = form("bokstaver.txt").agenda
    assert [x.number for x in agenda.items] == list("ABCDEFGHI")
    assert agenda.meeting.body == "Kultur- och fritidsnämnden"
    assert said(agenda.items[2:5]) == [
        ("Driftbidrag till föreningar 2026", "KFN 2026-00014"),
        ("Simhallens öppettider sommaren 2026", "KFN 2026-00021"),
        ("Kulturpriset 2026", "KFN 2025-00190"),
    ]
    assert [x.presenters for x in agenda.items[2:4]] == [("Maja Strand",), ("Ove Lund", "Pia Hed")]
    assert agenda.items[4].chain == ("Kommunfullmäktige",)
    assert [x.kind for x in agenda.items[5:]] == ["information", "information", "anmälan", "anmälan"]


def test_numbered_headings_have_their_proposals_and_a_register_behind_the_number() -> None:
    items = form("arendenr.md").agenda.items
    assert said(items) == [
        ("Mötets öppnande", ""),
        ("Bygglov för nybyggnad av enbostadshus, Ekeby 1:14", "2026.112.BMN"),
        ("Förhandsbesked Lillgården 2:3", "2026.97.BMN"),
        ("Miljösanktionsavgift", "2026.201.BMN"),
        ("Meddelanden", ""),
    ]
    assert [p.text for p in items[1].points] == ["Bygglov beviljas.", "Kontrollansvarig är Lars Öhman.", "Avgiften är 24 500 kronor."]
    assert items[2].withdrawn
    assert items[1].presenters == ("Anton Frisk",)


def test_title_presenters_and_marks_in_one_cell_are_parted_and_the_paragraphs_kept() -> None:
    taken = form("rubrik-och-foredragande-i-en-cell.md")
    agenda = taken.agenda
    assert (agenda.meeting.first_paragraph, agenda.meeting.numbering, agenda.meeting.approvers) == (45, "agenda", ("Maria Ek (M)",))
    items = agenda.items
    assert (items[1].title, items[2].presenters, items[3].presenters) == ("Val av justerare", ("Lena Sten", "Ulf Dahl"), ("Eva Roth",))
    assert items[3].immediate_approval
    assert items[4].chain == ("Kommunfullmäktige",)
    assert [x.kind for x in items] == ["formalia", "formalia", "beslut", "beslut", "beslut", "paus", "beslut", "beslut", "val"]
    assert items[6].secret
    assert any("enskild" in line and "SoL" in line for line in taken.told())


def test_a_notice_with_broken_titles_earlier_decisions_and_a_pause_between() -> None:
    items = {x.number or x.title: x for x in form("kungorelse.txt").agenda.items}
    assert items["4"].title.endswith("ordförande Ann Öst (S) om väntetider i hemtjänsten")
    assert items["5"].title == "Fråga från Eva Nilsson (KD) om skolskjuts till Lögdeå"
    assert (items["6"].reference, items["6"].history) == ("KS 2026-00112", "KS § 34/2026")
    assert items["7"].reference == "KS 2026-00115"
    assert [m.title for m in items["10"].matters] == ["Motion om solceller – Per Ek (C)", "Motion om fria bussar – Siv Al (S)"]
    assert (items["Paus"].kind, items["Paus"].at) == ("paus", time(19, 30))


def test_bullets_below_section_headings_are_items_of_that_kind() -> None:
    agenda = form("punkter.txt").agenda
    assert agenda.meeting.body == "Gymnasie- och vuxenutbildningsnämnden"
    assert [x.kind for x in agenda.items] == ["beslut"] * 3 + ["information"] * 3 + ["anmälan"] * 2
    assert [x.reference for x in agenda.items[:3]] == ["GVN 2026/12", "GVN 2026/19", "GVN 2026/22"]
    assert [x.presenters for x in agenda.items[:2]] == [("Nina Palm",), ("Rolf Grip",)]


def test_a_letter_with_tabs_has_the_day_of_the_meeting_and_who_decides() -> None:
    agenda = form("tabbar.txt").agenda
    assert (agenda.meeting.body, agenda.meeting.date, agenda.meeting.starts) == ("Tekniska utskottet", date(2026, 9, 10), time(13))
    assert [x.chain for x in agenda.items[:3]] == [(), ("Kommunfullmäktige",), ()]
    assert (agenda.items[3].kind, agenda.items[3].at) == ("paus", time(14))
    assert agenda.items[4].presenters == ("Anna By",)
    assert (agenda.people[0].label, agenda.people[0].role) == ("Birgit Sjö (M)", "ordförande")


def test_a_region_with_sections_in_its_numbers() -> None:
    agenda = form("region.txt").agenda
    assert (agenda.meeting.municipality, agenda.meeting.body) == ("Region Nordland", "Hälso- och sjukvårdsnämnd")
    assert [x.number for x in agenda.items] == ["1.1", "1.2", "2.1", "2.2", "3.1", "3.2", "4.1"]
    assert agenda.items[3].reference == "2026/201 RN"
    assert [x.kind for x in agenda.items[-3:]] == ["information", "information", "anmälan"]


def test_hours_in_front_of_numbers() -> None:
    agenda = form("klockslag-forst.txt").agenda
    assert [(x.number, x.at, x.kind) for x in agenda.items] == [
        ("1", time(9), "formalia"), ("2", None, "beslut"), ("3", time(9, 30), "beslut"), ("", time(10, 15), "paus"),
        ("4", time(10, 30), "övrigt"),
    ]  # fmt: skip
    assert agenda.items[2].secret
    assert agenda.meeting.starts == time(9)


def test_headings_with_paragraphs_hold_their_own_sections() -> None:
    items = form("rubriker.md").agenda.items
    assert [x.title for x in items] == ["Val av justerare", "Lönerevision 2026", "Sjukfrånvaro", "Nästa möte"]
    assert (items[1].presenters, len(items[1].points), items[1].recipients) == (("Mona Berg",), 2, ("HR-avdelningen",))
    assert "| A | B |" in items[1].summary
    assert (items[2].kind, items[2].presenters) == ("information", ("Ulla Ek",))


def test_skrivelser_of_another_house_keep_their_dnr_and_say_who_decides() -> None:
    taken = form("skrivelser.txt")
    items = taken.agenda.items
    assert said(items) == [("Ny skola i Berga", "KS-2026/14"), ("Försäljning av Berga 1:12", "KS-2026/15")]
    assert items[0].chain == ("Kommunfullmäktige",)
    assert (len(items[0].points), items[0].documents, items[0].recipients) == (
        2,
        ("Tjänsteskrivelse 2026-04-02", "Förstudie"),
        ("Barn- och utbildningsnämnden", "Ekonomienheten"),
    )
    assert taken.agenda.meeting.date == date(2000, 1, 1)  # the day of a letter is not the meeting's


# --- Word and PDF


def test_word_letters_with_the_same_receivers_and_signatures_lose_none(tmp_path: Path) -> None:
    document = new_document()
    for title, reference in (("Revidering av delegationsordning", "MN-2026-0012"), ("Naturreservat Ekbacken", "MN-2026-0044")):
        if reference.endswith("44"):
            page_break(document)
        for line in (
            "Åkersunds kommun",
            "Tjänsteutlåtande",
            f"Diarienummer: {reference}",
            "Upprättad 2026-09-01 av Eva Dahl, miljöstrateg",
        ):
            document.add_paragraph(line)
        document.add_heading(title, 1)
        for heading, lines in (
            ("Förvaltningens förslag till beslut", ["Miljönämnden beslutar", "att anta förslaget, samt", "att upphäva det tidigare."]),
            ("Ärendet i korthet", ["Kort text."]),
            ("Handlingar i ärendet", ["Karta"]),
            ("Beslutet expedieras till", ["Länsstyrelsen", "Akten"]),
        ):
            document.add_heading(heading, 2)
            for line in lines:
                document.add_paragraph(line)
        document.add_paragraph("Eva Dahl")
        document.add_paragraph("Miljöstrateg")
    document.save(str(tmp_path / "bunt.docx"))
    agenda = take(tmp_path / "bunt.docx").agenda
    assert agenda.meeting.body == "Miljönämnden"
    assert [(x.title, x.reference, len(x.points), x.recipients) for x in agenda.items] == [
        ("Revidering av delegationsordning", "MN-2026-0012", 2, ("Länsstyrelsen", "Akten")),
        ("Naturreservat Ekbacken", "MN-2026-0044", 2, ("Länsstyrelsen", "Akten")),
    ]


def test_a_word_table_with_numbers_in_the_titles_and_points_below_them(tmp_path: Path) -> None:
    document = new_document()
    document.add_paragraph("Barn- och utbildningsnämnden")
    document.add_paragraph("Tid och plats: Fredagen den 4 december 2026, kl. 8:30-12:00, Björksalen")
    word_table(
        document,
        [
            ["Tid", "Ärende", "Diarienr", "Bilaga"],
            ["Ärenden för beslut", None, None, None],
            ["8.30", "1 Upprop", "", ""],
            ["", "2 Val av justerare (förslag Maj Lind (C))", "", ""],
            ["9.10", "3 Skolskjutsreglemente. Ska justeras omedelbart", "BUN 2026/87", "x"],
            ["", "4 Yttrande till Kammarrätten\nSekretess enligt 23 kap. 1 § OSL", "BUN 2026/300", "delas ut"],
            ["Ärenden för information", None, None, None],
            ["10.20", "5 Skolchefen informerar\n- Lärarbehörighet\n- Lokaler", "", ""],
            ["11.30-12.00", "Lunch", "", ""],
        ],
    )
    document.save(str(tmp_path / "k.docx"))
    agenda = take(tmp_path / "k.docx").agenda
    assert [(x.number, x.title) for x in agenda.items] == [
        ("1", "Upprop"), ("2", "Val av justerare"), ("3", "Skolskjutsreglemente"), ("4", "Yttrande till Kammarrätten"),
        ("5", "Skolchefen informerar"), ("", "Lunch"),
    ]  # fmt: skip
    assert agenda.meeting.approvers == ("Maj Lind (C)",)
    assert agenda.items[2].immediate_approval
    assert agenda.items[3].secrecy == "23 kap. 1 § OSL"
    assert [m.title for m in agenda.items[4].matters] == ["Lärarbehörighet", "Lokaler"]


def pdf(path: Path, source: str) -> Taken:
    import typst

    path.with_suffix(".typ").write_text(source, encoding="utf-8")
    path.write_bytes(typst.compile(str(path.with_suffix(".typ"))))
    return take(path)


def test_a_narrow_table_without_lines_in_a_pdf(tmp_path: Path) -> None:
    taken = pdf(tmp_path / "smal.pdf", """
#set page(paper: "a4", margin: 2cm, header: [Sundby kommun #h(1fr) Sida 1(1)])
#set text(size: 10pt, lang: "sv")
= Kallelse
*Kommunstyrelsen* sammanträder onsdagen den 7 oktober 2026 kl. 08.30 i Sessionssalen, Stadshuset.

#table(columns: (0.8cm, 6.5cm, 2.8cm, 2.6cm), stroke: none, inset: 3pt, [*Nr*], [*Ärende*], [*Dnr*], [*Föredragande*],
[1], [Upprop], [], [],
[2], [Delårsrapport per augusti 2026 för kommunen och de helägda bolagen], [KS 2026-00412], [Karin Holm],
[3], [Svar på motion om trygga skolvägar från Eva Ros (L)], [KS 2025-00711], [Samhällsbyggnadschef Ulf Dahl],
[4], [Lokalförsörjningsplan], [KS 2026-00120], [Ulf Dahl och Mia Ek])
""")  # fmt: skip
    agenda = taken.agenda
    assert (agenda.meeting.body, agenda.meeting.date) == ("Kommunstyrelsen", date(2026, 10, 7))
    assert said(agenda.items) == [
        ("Upprop", ""), ("Delårsrapport per augusti 2026 för kommunen och de helägda bolagen", "KS 2026-00412"),
        ("Svar på motion om trygga skolvägar från Eva Ros (L)", "KS 2025-00711"), ("Lokalförsörjningsplan", "KS 2026-00120"),
    ]  # fmt: skip
    assert [x.presenters for x in agenda.items[1:]] == [("Karin Holm",), ("Ulf Dahl",), ("Ulf Dahl", "Mia Ek")]


def test_a_pdf_page_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    taken = pdf(tmp_path / "spalt.pdf", """
#set page(paper: "a4", margin: 2cm, columns: 2)
#set text(size: 10pt, lang: "sv")
#place(top + center, scope: "parent", float: true)[#text(18pt)[*Kallelse till Fritidsnämnden*] \\ Tallbo kommun \\ Torsdag 12 november 2026 kl 17.30, Ishallen]
== Beslutsärenden
+ Upprop
+ Föreningsstöd 2027 \\ Dnr FN 2026/88 \\ Föredragande: Nils Åberg, fritidschef
+ Taxor för lokaler \\ Dnr FN 2026/91
#colbreak()
== Informationsärenden
4. Läget på badhuset
5. Ungdomsrådet informerar
== Anmälningsärenden
6. Delegationsbeslut
7. Protokoll från kommunstyrelsen
""")  # noqa: E501  # fmt: skip
    items = taken.agenda.items
    assert [(x.number, x.title, x.reference) for x in items if x.kind != "paus"] == [
        ("", "Upprop", ""), ("", "Föreningsstöd 2027", "FN 2026/88"), ("", "Taxor för lokaler", "FN 2026/91"),
        ("", "Läget på badhuset", ""), ("", "Ungdomsrådet informerar", ""), ("", "Delegationsbeslut", ""),
        ("", "Protokoll från kommunstyrelsen", ""),
    ]  # fmt: skip
    assert [x.kind for x in items[3:]] == ["information", "information", "anmälan", "anmälan"]
    assert items[1].presenters == ("Nils Åberg",)
