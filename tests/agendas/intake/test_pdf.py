"""Kallelser in PDF: drawn tables, tables of gutters, lists, page breaks, running heads, parted words."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from agendas.intake import Taken, take
from tests.agendas.intake.papers import Page, table, write_pdf

COLUMNS = [50, 85, 130, 180, 400, 470, 560]
HEAD = ["Kl", "Nr", "Organ", "Ärende", "Dnr", "Föredragande"]


def table_over_two_pages(folder: Path, *, ruled: bool = True) -> Taken:
    """A drawn table whose fifth row goes on on the next page, below a repeated head."""
    pages = [Page(), Page()]
    for number, page in enumerate(pages, 1):
        page.text(50, 30, "Granby kommun", 9)
        page.text(50, 42, "Tekniska nämnden", 9)
        page.text(480, 30, f"Sida {number} (2)", 9)
        page.text(50, 820, "Granby kommun, Torget 1, 123 45 Granby", 8)
    first, second = pages
    first.text(50, 80, "KALLELSE", 18, bold=True)
    first.lines(50, 110, ["Tid: tisdagen den 8 april 2025 kl. 08.30–11.45", "Plats: Rådhuset, rum 214", "Justering: 2025-04-10"])
    rows = [
        HEAD,
        ["08.30", "1", "TN", "Upprop", "", ""],
        ["", "2", "TN", "Godkännande av dagordning", "", ""],
        ["08.40", "3", "KF", "Investeringsplan för vatten och avlopp åren\n2026–2029 samt taxa", "TN 45/2025", "Anna Lund\nErik Falk"],
        ["09.20", "4", "INFO", "Lägesrapport om snö-\nröjningen", "--", "Driftchef"],
        ["10.00", "", "", "Kaffe", "", ""],
        [
            "10.20",
            "5",
            "TN",
            "Upphandling av belysning längs gång- och\ncykelvägar i Västra Granby, etapp två och",
            "TN 61/2025",
            "Erik Falk",
        ],
    ]
    table(first, 160, COLUMNS, rows, ruled=ruled)
    rows = [HEAD, ["", "", "", "delar av etapp tre", "", ""], ["11.00", "6", "KS", "Yttrande över detaljplan", "TN 12/2025", "Anna Lund"]]
    table(second, 70, COLUMNS, rows, ruled=ruled)
    second.lines(
        50, 250, ["TN = beslut fattas i tekniska nämnden", "KS = beslut fattas i kommunstyrelsen", "KF = beslut fattas i kommunfullmäktige"]
    )
    second.lines(50, 320, ["Maria Öberg (S)", "Ordförande"], leading=14)
    return take(write_pdf(folder / "kallelse.pdf", pages))


def test_a_drawn_table_over_two_pages_comes_out_row_by_row(tmp_path: Path) -> None:
    agenda = table_over_two_pages(tmp_path).agenda
    assert [(x.number, f"{x.at:%H.%M}" if x.at else "", x.title, x.reference) for x in agenda.items] == [
        ("1", "08.30", "Upprop", ""),
        ("2", "", "Godkännande av dagordning", ""),
        ("3", "08.40", "Investeringsplan för vatten och avlopp åren 2026–2029 samt taxa", "TN 45/2025"),
        ("4", "09.20", "Lägesrapport om snöröjningen", ""),
        ("", "10.00", "Kaffe", ""),
        (
            "5",
            "10.20",
            "Upphandling av belysning längs gång- och cykelvägar i Västra Granby, etapp två och delar av etapp tre",
            "TN 61/2025",
        ),
        ("6", "11.00", "Yttrande över detaljplan", "TN 12/2025"),
    ]
    assert agenda.items[2].presenters == ("Anna Lund", "Erik Falk")


def test_the_documents_own_legend_says_who_decides(tmp_path: Path) -> None:
    agenda = table_over_two_pages(tmp_path).agenda
    assert [x.chain for x in agenda.items] == [(), (), ("Kommunfullmäktige",), (), (), (), ("Kommunstyrelsen",)]
    assert agenda.items[3].kind == "information"


def test_running_heads_fall_away_but_name_the_body_and_are_counted(tmp_path: Path) -> None:
    taken = table_over_two_pages(tmp_path)
    plan = taken.agenda.meeting
    assert (plan.municipality, plan.body, plan.date) == ("Granby kommun", "Tekniska nämnden", date(2025, 4, 8))
    assert (plan.starts, plan.ends, plan.place, plan.approval) == (time(8, 30), time(11, 45), "Rådhuset, rum 214", "2025-04-10")
    assert any("sidhuvuden, sidfötter och sidnummer togs bort" in line for line in taken.told())
    assert any("sida 2, rad" in line and "fortsättning" in line for line in taken.told())
    assert taken.left_out == ()
    assert (taken.agenda.people[0].label, taken.agenda.people[0].role) == ("Maria Öberg (S)", "ordförande")


def test_the_same_table_without_lines_comes_out_the_same(tmp_path: Path) -> None:
    ruled = table_over_two_pages(tmp_path).agenda
    bare = table_over_two_pages(tmp_path, ruled=False).agenda
    assert [(x.number, x.title, x.reference, x.presenters, x.chain) for x in bare.items] == [
        (x.number, x.title, x.reference, x.presenters, x.chain) for x in ruled.items
    ]


def test_a_kallelse_and_its_letter_in_running_text_come_together(tmp_path: Path) -> None:
    first, second = Page(), Page()
    first.text(50, 60, "Kallelse till Barn- och utbildningsnämndens sammanträde", 15, bold=True)
    first.text(50, 90, "2025-05-20 kl. 13.00, Aulan, Ekskolan")
    first.text(50, 120, "Dagordning", 12, bold=True)
    first.lines(50, 150, ["1. Upprop", "2. Skolskjutsregler, Dnr BUN 2024-0310", "3. Lunch 12.00–13.00", "4. Övriga frågor"], leading=20)
    second.text(50, 60, "Skolskjutsregler", 16, bold=True)
    second.text(50, 90, "Förslag till beslut", 12, bold=True)
    second.lines(50, 110, ["1. Nämnden antar reglerna.", "2. Reglerna gäller från den 1 augusti 2025."])
    second.text(50, 160, "Sammanfattning", 12, bold=True)
    second.lines(
        50,
        180,
        [
            "Reglerna för skolskjuts har setts över tillsammans med vårdnadshavare och de entre-",
            "prenörer som kör. De förslag som har kommit in under våren finns med i förslaget.",
        ],
    )
    second.text(50, 230, "Beslutet skickas till", 12, bold=True)
    second.text(50, 250, "Skolorna")
    second.lines(50, 290, ["Jan Wik", "Skolskjutshandläggare"])
    agenda = take(write_pdf(tmp_path / "lista.pdf", [first, second])).agenda
    assert [x.kind for x in agenda.items] == ["formalia", "beslut", "paus", "övrigt"]
    rules = agenda.items[1]
    assert (rules.title, rules.reference) == ("Skolskjutsregler", "BUN 2024-0310")
    assert [p.text for p in rules.points] == ["Nämnden antar reglerna.", "Reglerna gäller från den 1 augusti 2025."]
    assert rules.summary.startswith("Reglerna för skolskjuts har setts över tillsammans med vårdnadshavare och de entreprenörer som kör.")
    assert rules.recipients == ("Skolorna",)
    assert (agenda.items[2].at, agenda.items[2].minutes) == (time(12), 60)
