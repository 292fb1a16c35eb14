"""Kallelser and tjänsteskrivelser in Word, of other forms than the seeds'."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from agendas.intake import Taken, take
from tests.agendas.intake.papers import in_content_control, inserted, new_document, page_break, word_table


def kallelse_in_a_table(folder: Path) -> Taken:
    """A header with the municipality, labels in a table, items in a table with section rows and title and presenter in one cell."""
    document = new_document()
    document.sections[0].header.paragraphs[0].text = "Tallviks kommun"
    document.add_heading("Kallelse till sammanträde med Kultur- och fritidsnämnden", 1)
    word_table(
        document,
        [
            ["Datum och tid", "Torsdagen den 6 mars 2025 kl. 09.00–12.00"],
            ["Plats", "Folkets hus, lilla salen"],
            ["Ordförande", "Karin Åberg (C)"],
            ["Sekreterare", "Ali Demir"],
            ["Justerare", "Bo Ek (S)"],
        ],
    )
    document.add_paragraph("")
    word_table(
        document,
        [
            ["Nr", "Ärende / Föredragande", "Dnr", "Kl."],
            ["Beslutsärenden", None, None, None],
            ["1", "Upprop", "", ""],
            ["2", "Val av justerare", "", ""],
            ["3", "Bidrag till Tallviks teater (omedelbar justering)\nLena Quist och Per Storm", "KFN 2025/12", "09.10"],
            ["4", "Taxor för idrottshallar – till kommunfullmäktige\nFöredragande: Per Storm, fritidschef", "KFN 2024/118", "09.30–09.50"],
            ["", "Fika", "", "10.00"],
            ["5", "Nytt bibliotek i Sörby UTGÅR", "", ""],
            ["Informationsärenden", None, None, None],
            ["6", "Sommarens lovaktiviteter\nkulturchef Lena Quist", "", "10.20"],
            ["7", "Budgetläget (15 min)", "", ""],
            ["Anmälningsärenden", None, None, None],
            ["8", "Anmälan av delegationsbeslut", "KFN 2025/1", ""],
        ],
    )
    path = folder / "kallelse.docx"
    document.save(str(path))
    return take(path)


def test_the_head_is_read_from_labels_and_from_the_page_header(tmp_path: Path) -> None:
    agenda = kallelse_in_a_table(tmp_path).agenda
    plan = agenda.meeting
    assert (plan.municipality, plan.body) == ("Tallviks kommun", "Kultur- och fritidsnämnden")
    assert (plan.date, plan.starts, plan.ends) == (date(2025, 3, 6), time(9), time(12))
    assert (plan.place, plan.approvers) == ("Folkets hus, lilla salen", ("Bo Ek (S)",))
    assert [(p.label, p.role, p.title) for p in agenda.people] == [
        ("Karin Åberg (C)", "ordförande", ""),
        ("Bo Ek (S)", "ledamot", ""),
        ("Ali Demir", "sekreterare", ""),
        ("Lena Quist", "tjänsteperson", "kulturchef"),
        ("Per Storm", "tjänsteperson", "fritidschef"),
    ]


def test_title_and_presenter_in_one_cell_are_parted_and_marks_are_set(tmp_path: Path) -> None:
    agenda = kallelse_in_a_table(tmp_path).agenda
    items = {x.number: x for x in agenda.items if x.number}
    assert (items["3"].title, items["3"].presenters) == ("Bidrag till Tallviks teater", ("Lena Quist", "Per Storm"))
    assert items["3"].immediate_approval
    assert (items["3"].reference, items["3"].at) == ("KFN 2025/12", time(9, 10))
    assert (items["4"].title, items["4"].chain, items["4"].presenters) == (
        "Taxor för idrottshallar",
        ("Kommunfullmäktige",),
        ("Per Storm",),
    )
    assert (items["4"].at, items["4"].minutes) == (time(9, 30), 20)
    assert (items["5"].title, items["5"].withdrawn) == ("Nytt bibliotek i Sörby", True)
    assert (items["6"].title, items["6"].presenters) == ("Sommarens lovaktiviteter", ("Lena Quist",))
    assert (items["7"].title, items["7"].minutes) == ("Budgetläget", 15)


def test_section_rows_give_the_kinds_and_a_break_is_no_item_of_its_section(tmp_path: Path) -> None:
    agenda = kallelse_in_a_table(tmp_path).agenda
    assert [x.kind for x in agenda.items] == [
        "formalia", "formalia", "beslut", "beslut", "paus", "beslut", "information", "information", "anmälan",
    ]  # fmt: skip
    assert agenda.items[4].at == time(10)


def headings_with_letters(folder: Path) -> Taken:
    """A list numbered by Word, with a tracked insertion and a content control, and a tjänsteskrivelse on a page of its own."""
    document = new_document()
    document.add_heading("Kommunstyrelsen", 0)
    document.add_paragraph("Kommunstyrelsen kallas till sammanträde onsdagen den 12 februari 2025 kl. 13.15 i Sessionssalen, stadshuset.")
    document.add_heading("Föredragningslista", 1)
    document.add_paragraph("Upprop", style="List Number")
    in_content_control(document.add_paragraph("Fastställande av dagordning", style="List Number"))
    inserted(document.add_paragraph("Markanvisning för kvarteret ", style="List Number"), "Eken")
    document.add_paragraph("Dnr KS 2025/33")
    document.add_paragraph("Föredragande: Mona Rask, exploateringschef, kl. 13.30")
    document.add_paragraph("Motion om cykelväg till Norrby (sekretess)", style="List Number")
    document.add_paragraph("Meddelanden", style="List Number")
    document.add_paragraph("Protokoll från samverkan 2025-01-20", style="List Bullet")
    document.add_paragraph("Cirkulär 25:4", style="List Bullet")
    document.add_paragraph("Lars Hall (M)")
    document.add_paragraph("Ordförande")
    page_break(document)
    document.add_heading("Markanvisning för kvarteret Eken", 1)
    document.add_paragraph("Dnr KS 2025/33")
    document.add_heading("Förslag till beslut", 2)
    document.add_paragraph("Kommunstyrelsen föreslår kommunfullmäktige besluta")
    document.add_paragraph("att godkänna markanvisningen", style="List Bullet")
    document.add_paragraph("att ge kommunchefen i uppdrag att teckna avtal", style="List Bullet")
    document.add_heading("Sammanfattning", 2)
    document.add_paragraph("Kvarteret ska bebyggas med *200* bostäder.")
    document.add_heading("Beskrivning av ärendet", 2)
    document.add_paragraph("Två bolag har lämnat anbud.")
    word_table(document, [["Bolag", "Pris"], ["A", "10"], ["B|C", "12"]])
    document.add_heading("Ekonomiska konsekvenser", 3)
    document.add_paragraph("Inkomsten är 12 mnkr.")
    document.add_heading("Beslutsunderlag", 2)
    document.add_paragraph("Tjänsteskrivelse 2025-01-28")
    document.add_paragraph("Anbud A")
    document.add_heading("Beslutet skickas till", 2)
    document.add_paragraph("Bolag A, Ekonomiavdelningen")
    document.add_paragraph("Mona Rask")
    document.add_paragraph("Exploateringschef")
    path = folder / "lista.docx"
    document.save(str(path))
    return take(path)


def test_words_own_numbers_insertions_and_content_controls_are_read(tmp_path: Path) -> None:
    taken = headings_with_letters(tmp_path)
    assert [x.title for x in taken.agenda.items] == [
        "Upprop",
        "Fastställande av dagordning",
        "Markanvisning för kvarteret Eken",
        "Motion om cykelväg till Norrby",
        "Meddelanden",
    ]
    assert [m.title for m in taken.agenda.items[4].matters] == ["Protokoll från samverkan 2025-01-20", "Cirkulär 25:4"]
    plan = taken.agenda.meeting
    assert (plan.body, plan.date, plan.starts, plan.place) == (
        "Kommunstyrelsen",
        date(2025, 2, 12),
        time(13, 15),
        "Sessionssalen, stadshuset",
    )
    assert [(p.label, p.role) for p in taken.agenda.people] == [("Lars Hall (M)", "ordförande"), ("Mona Rask", "tjänsteperson")]
    assert taken.left_out == ()


def test_the_tjansteskrivelse_stands_at_its_item_as_markdown_that_reads_as_it_was_written(tmp_path: Path) -> None:
    item = headings_with_letters(tmp_path).agenda.items[2]
    assert (item.reference, item.presenters, item.at) == ("KS 2025/33", ("Mona Rask",), time(13, 30))
    assert [p.text for p in item.points] == ["att godkänna markanvisningen", "att ge kommunchefen i uppdrag att teckna avtal"]
    assert item.proposal_lead == "Kommunstyrelsen föreslår kommunfullmäktige besluta"
    assert item.summary == (
        "Kvarteret ska bebyggas med \\*200\\* bostäder.\n\n### Beskrivning av ärendet\n\nTvå bolag har lämnat anbud.\n\n"
        "| Bolag | Pris |\n| --- | --- |\n| A | 10 |\n| B\\|C | 12 |\n\n### Ekonomiska konsekvenser\n\nInkomsten är 12 mnkr."
    )
    assert item.documents == ("Tjänsteskrivelse 2025-01-28", "Anbud A")
    assert item.recipients == ("Bolag A", "Ekonomiavdelningen")


def test_secrecy_without_a_ground_is_set_and_told(tmp_path: Path) -> None:
    taken = headings_with_letters(tmp_path)
    assert taken.agenda.items[3].secret
    assert taken.agenda.items[3].kind == "motion"
    assert any("utan lagrum" in line for line in taken.told())


def test_a_known_roster_is_kept_as_it_is_and_strangers_are_told(tmp_path: Path) -> None:
    from agendas.model import Person

    kallelse_in_a_table(tmp_path)
    known = (Person(name="Karin Åberg", party="C", role="ordförande"), Person(name="Stig Lund", party="M", role="ledamot"))
    taken = take(tmp_path / "kallelse.docx", known)
    assert [p.name for p in taken.agenda.people[:2]] == ["Karin Åberg", "Stig Lund"]
    assert any("Bo Ek (S) finns inte bland de personer som angavs" in line for line in taken.told())
