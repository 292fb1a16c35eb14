"""What the columns and the odd rows of a table of items mean, and what of them is told."""

from __future__ import annotations

from datetime import time

import pytest

from agendas.intake import Taken, take_text
from agendas.model import Item

MEETING = "# Kallelse\n\nSocialnämnden 2025-10-01 kl. 9.00\n\n"
FIRST = "1 | Upprop"


def read(text: str) -> Taken:
    return take_text(MEETING + text)


def table(*rows: str) -> str:
    """Rows written with bars; the first is the head, with a line below it."""
    head, *rest = rows
    return "\n".join([f"| {head} |", "|" + "---|" * (head.count("|") + 1), *(f"| {row} |" for row in rest)]) + "\n"


def item(head: str, row: str) -> tuple[Item, list[str]]:
    """The second item of a table with the columns number, title and these, and what is told of it."""
    taken = read(table(f"Nr | Ärende | {head}", f"{FIRST} |" + " |" * head.count("|"), f"2 | Budget | {row}"))
    return taken.agenda.items[1], [line for line in taken.told() if "Budget" in line or "item" in line]


@pytest.mark.parametrize(
    ("head", "cell", "key", "value"),
    [
        ("Min", "15", "minutes", 15),
        ("Min", "ca 20 min", "minutes", 20),
        ("Tid", "ca 10.15", "at", time(10, 15)),
        ("Förslag till beslut", "Nämnden antar budgeten.", "proposal", "Nämnden antar budgeten."),
        ("Bilaga", "Tjänsteskrivelse 3", "documents", ("Tjänsteskrivelse 3",)),
        ("Bilaga", "delas ut", "handouts", "vid sammanträdet"),
        ("Föredragande", "Barn i behov av stöd", "presenters", ("Barn i behov av stöd",)),
        ("Organ", "KS/", "decided_by", "Kommunstyrelsen"),
        ("Organ", "KS → KF", "chain", ("Kommunstyrelsen", "Kommunfullmäktige")),
        ("Organ", "KS/KS", "chain", ("Kommunstyrelsen",)),
        ("Typ", "B", "kind", "beslut"),
        ("Typ", "Diskussion", "kind", "information"),
        ("Typ", "Val av ledamot", "kind", "val"),
        ("Kommentar", "Omedelbar justering", "immediate_approval", True),
    ],
)
def test_each_column_has_its_key(head: str, cell: str, key: str, value: object) -> None:
    assert getattr(item(head, cell)[0], key) == value


@pytest.mark.parametrize(
    ("head", "cell", "said"),
    [
        ("Tid", "efter lunch", 'Tiden "efter lunch" gick inte att läsa'),
        ("Dnr", "se pärmen", '"se pärmen" står i kolumnen för Dnr men liknar inget diarienummer'),
        ("Kommentar", "Läses hemma", 'Kommentaren "Läses hemma" togs inte med'),
        ("Typ", "Diskussion", '"Diskussion" är varken beslut eller information'),
        ("Organ", "XY", '"XY" förklaras inte i kallelsen'),
        ("Färg | Dnr", "Blå | SN 2025/3", '"Blå" står i en kolumn utan känd rubrik'),
        ("Dnr", "SN 2025/3 | och mer", '"och mer" står i en kolumn utan känd rubrik'),
    ],
)
def test_what_a_cell_says_that_has_no_key_is_told(head: str, cell: str, said: str) -> None:
    assert [said in line for line in item(head, cell)[1]].count(True) == 1


def test_a_number_with_words_behind_it_gives_its_words_to_the_title() -> None:
    taken = read(table("Nr | Ärende", FIRST, "2. Budget | Skolan", "B-ärende | Taxor", "4 | Övriga frågor"))
    assert [(x.number, x.title) for x in taken.agenda.items] == [
        ("1", "Upprop"), ("2", "Budget Skolan"), ("", "B-ärende Taxor"), ("4", "Övriga frågor"),
    ]  # fmt: skip


def test_a_row_without_a_title_is_told_and_a_page_alone_is_nothing() -> None:
    taken = read(table("Nr | Ärende | Dnr | Sid", f"{FIRST} | | 1", "2 | Budget | SN 1/2025 | 2", " | | SN 9/2025 | 4", " | | | 3"))
    assert [x.title for x in taken.agenda.items] == ["Upprop", "Budget"]
    assert [p.start for p in taken.left_out] == ["SN 9/2025 · 4"]


def test_a_row_that_says_only_what_stands_beside_a_title_is_told() -> None:
    taken = read(table("Nr | Ärende", FIRST, "2 | Budget", "3 | (utgår)"))
    assert [x.title for x in taken.agenda.items] == ["Upprop", "Budget"]
    assert [p.start for p in taken.left_out] == ["3 · (utgår)"]


def test_a_head_that_comes_again_inside_its_table_is_no_item() -> None:
    taken = read(table("Nr | Ärende", FIRST, "Nr | Ärende", "2 | Budget"))
    assert [x.title for x in taken.agenda.items] == ["Upprop", "Budget"]
    assert taken.left_out == ()


def test_a_table_of_labels_is_no_list_of_items() -> None:
    taken = read(table("Datum | Tid", "Onsdag | 9.00") + "\n" + table("Nr | Ärende", FIRST, "2 | Budget"))
    assert [x.title for x in taken.agenda.items] == ["Upprop", "Budget"]


def test_a_table_of_notices_is_the_item_that_its_head_names_until_the_next_head() -> None:
    taken = read(
        table("Nr | Ärende | Handlingar", f"{FIRST} |")
        + "\n"
        + table(
            "Dnr | Anmälningar | Handlingar", "SN 1/2025 | Dom i förvaltningsrätten | x", "SN 2/2025 | | x", " | Cirkulär 25:4 | delas ut"
        )
        + "\n"
        + table("Nr | Ärende | Handlingar", "3 | Övriga frågor |")
    )
    items = taken.agenda.items
    assert [(x.title, x.kind) for x in items] == [("Upprop", "formalia"), ("Anmälningar", "anmälan"), ("Övriga frågor", "övrigt")]
    assert [(m.reference, m.title, m.text) for m in items[1].matters] == [
        ("SN 1/2025", "Dom i förvaltningsrätten", "Handlingarna bifogas."),
        ("", "Cirkulär 25:4", "Handlingarna presenteras vid sammanträdet."),
    ]


def test_a_table_without_a_head_has_its_columns_from_what_stands_in_them() -> None:
    rows = ["1\tSN\tUpprop\t-\tx", "2\tKF\tBudget för nämnden\tSN 1/2025\tx", "3\tSN\tRiktlinjer för stöd\tSN 2/2025\tvs"]
    taken = read("\n".join(rows) + "\n")
    assert [(x.title, x.chain, x.reference, x.handouts) for x in taken.agenda.items] == [
        ("Upprop", (), "", "bifogas"),
        ("Budget för nämnden", ("Kommunfullmäktige",), "SN 1/2025", "bifogas"),
        ("Riktlinjer för stöd", (), "SN 2/2025", "vid sammanträdet"),
    ]
    assert any("ingen rubrikrad" in line for line in taken.told())


def test_a_row_cut_by_a_page_break_goes_on_with_its_presenters_and_its_dnr() -> None:
    """A form feed is a page break; the new page begins with the rest of the row."""
    taken = read(
        table("Nr | Ärende | Föredragande | Dnr", f"{FIRST} | |", "2 | Budget för | Anna Ek, |")
        + "\f"
        + "| | nämnden | ekonomi- och kvalitetsenheten | SN 1/2025 |\n| 3 | Taxor | | |\n\f| | | Bo Alm | |\n"
    )
    items = taken.agenda.items
    assert [(x.title, x.presenters, x.reference) for x in items[1:]] == [
        ("Budget för nämnden", ("Anna Ek ekonomi- och kvalitetsenheten",), "SN 1/2025"), ("Taxor", ("Bo Alm",), ""),
    ]  # fmt: skip
    assert sum("lästes som fortsättning" in line for line in taken.told()) == 2
