"""A list of items line by line: what begins an item, what stands below it, and where the list ends."""

from __future__ import annotations

from datetime import time

import pytest

from agendas.intake import IntakeFaults, Taken, take_text

MEETING = "Kallelse\n\nSocialnämnden 2025-10-01 kl. 9.00\n\nDagordning\n\n"


def read(text: str) -> Taken:
    return take_text(MEETING + text)


def titles(taken: Taken) -> list[str]:
    return [x.title for x in taken.agenda.items]


# --- where items begin


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a) Upprop\nb) Budget\nc) Taxor\n", [("A", "Upprop"), ("B", "Budget"), ("C", "Taxor")]),
        ("A\tUpprop\nB\tBudget\tSN 1/2025\nC\tTaxor\n", [("A", "Upprop"), ("B", "Budget"), ("C", "Taxor")]),
        ("1 Upprop\n2 Budget\n2025 är ett år.\n3 Taxor\n", [("", "Upprop"), ("", "Budget"), ("", "Taxor")]),
        ("1. Upprop\n2. Budget\n2.5 miljoner kostar det\n3. Taxor\n", [("", "Upprop"), ("", "Budget"), ("", "Taxor")]),
        ("Upprop\nEva Ask (S)\nBudget\nSammanfattning\nTaxor\n", [("", "Upprop"), ("", "Budget")]),
        ("Upprop\nBudget\nVälkomna!\nDet bjuds på kaffe.\n", [("", "Upprop"), ("", "Budget"), ("", "Välkomna!")]),
    ],
    ids=[
        "small letters",
        "letters in a column",
        "a sentence that begins with a year",
        "a decimal number",
        "a name, a section",
        "a sentence",
    ],
)
def test_an_item_begins_where_the_list_says(text: str, found: list[tuple[str, str]]) -> None:
    assert [(x.number, x.title) for x in read(text).agenda.items] == found


def test_a_list_sign_of_two_numbers_begins_no_item() -> None:
    """Word counts `1.1` below `1.`; the first level is the list."""
    from agendas.intake.pages import Line, Place
    from agendas.intake.starts import starts_of

    parts = [Line(text, Place(n), mark=mark) for n, (mark, text) in enumerate([("1.", "Upprop"), ("1.1.1", "Frånvaro"), ("2.", "Budget")])]
    assert starts_of(parts, 0, 3, plain=True) == {0: ("1", "Upprop"), 2: ("2", "Budget")}


def test_a_heading_for_a_list_and_no_list_below_it_is_refused() -> None:
    with pytest.raises(IntakeFaults, match="Hittade ingen dagordning"):
        read("Den skickas senare.\n")


def test_a_line_that_is_only_a_mark_is_no_item() -> None:
    assert titles(read("1. Upprop\n2. (utgår)\n3. Budget\n")) == ["Upprop", "Budget"]


# --- what stands beside a title and below it


def test_columns_set_with_tabs_behind_a_number_have_their_keys() -> None:
    items = read(
        "1.\tUpprop\t\t3\n"
        "2.\tBudget (se även SN 3/2025)\tSN 1/2025\t4–9\tbifogas\n"
        "3.\tTaxor\tärendet har SN 2/2025\tBarnens stöd i skolan\tja\n"
    ).agenda.items
    assert [(x.title, x.reference, x.handouts, x.presenters) for x in items] == [
        ("Upprop", "", "", ()),
        ("Budget (se även)", "SN 3/2025", "bifogas", ()),
        ("Taxor", "SN 2/2025", "bifogas", ("Barnens stöd i skolan",)),
    ]


@pytest.mark.parametrize(
    ("below", "key", "value"),
    [
        ("Beslutsorgan: kommunfullmäktige", "chain", ("Kommunfullmäktige",)),
        ("Förslag till beslut: Nämnden antar budgeten.", "proposal", "Nämnden antar budgeten."),
        ("Kopia till: Ekonomi", "recipients", ("Ekonomi",)),
        ("Kort om budgeten.", "summary", "Kort om budgeten."),
        ("KF § 12/2025", "history", "KF § 12/2025"),
    ],
)
def test_a_line_below_an_item_has_its_key(below: str, key: str, value: object) -> None:
    assert getattr(read(f"1. Upprop\n2. Budget\n{below}\n3. Taxor\n").agenda.items[1], key) == value


def test_a_title_that_was_broken_after_a_full_line_goes_on_unless_the_next_says_something_else() -> None:
    full = "1. Upprop\n2. Budget för nämndens alla verksamheter under de kommande tre åren\n"
    assert titles(read(f"{full}     Investeringsplanen\n3. Taxor\n"))[1].endswith("tre åren Investeringsplanen")
    item = read(f"{full}     Föredragande: Anna Ek\n3. Taxor\n").agenda.items[1]
    assert (item.title.endswith("tre åren"), item.presenters) == (True, ("Anna Ek",))


def test_a_line_below_the_points_of_an_item_is_told_and_not_put_among_them() -> None:
    taken = read("1. Upprop\n2. Budget\n- Ramar\nSom i fjol.\n3. Taxor\n")
    assert ([m.title for m in taken.agenda.items[1].matters], taken.agenda.items[1].summary) == (["Ramar"], "")
    assert [p.start for p in taken.left_out] == ["Som i fjol."]


def test_a_name_below_the_last_item_is_not_its_text() -> None:
    taken = read("1. Upprop\n2. Budget\n- Ramar\n\nMed vänlig hälsning\nEva Ask (S)\n")
    assert [m.title for m in taken.agenda.items[1].matters] == ["Ramar"]
    assert taken.agenda.items[1].summary == ""
    assert [p.start for p in taken.left_out] == ["Med vänlig hälsning"]


def test_a_heading_says_who_decides_its_items_and_whether_they_are_secret() -> None:
    taken = read(
        "1. Upprop\n\nÄrenden till kommunfullmäktige\n2. Budget\n3. Taxor (KS)\n\n"
        "Sekretessärenden\n4. Ansökan\n5. Överklagande, 26 kap. 1 § OSL\n"
    )
    items = taken.agenda.items
    assert [x.chain for x in items[1:3]] == [("Kommunfullmäktige",), ("Kommunstyrelsen",)]
    assert [x.secret for x in items] == [False, False, False, True, True]
    assert any('Står under rubriken "Sekretessärenden": antogs vara sekretessbelagt' in line for line in taken.told())


def test_many_passages_that_are_not_in_the_agenda_are_counted() -> None:
    text = "".join(f"\n\nStycke {n} som inte hör hit.\n\n{n}. Punkt {n}\n" for n in range(1, 50))
    taken = take_text(MEETING + text)
    assert len(taken.left_out) > 41
    assert any(line.endswith(f"… och {len(taken.left_out) - 40} stycken till som inte är med.") for line in taken.told())


# --- marks, which every list shares


@pytest.mark.parametrize(
    ("line", "title", "key", "value"),
    [
        ("Budget (omedelbar justering) kl. 10.30", "Budget", "at", time(10, 30)),
        ("Budget kl. 10.30 (utgår)", "Budget", "at", time(10, 30)),
        ("Budget – Åke Ros (M)", "Budget – Åke Ros (M)", "presenters", ()),
        ("Budget – Västra Berget", "Budget – Västra Berget", "presenters", ()),
        ("SN 1/2025", "SN 1/2025", "reference", ""),
        ("Budget (se även SN 1/2025)", "Budget (se även)", "reference", "SN 1/2025"),
        ("Budget (SN 1/2025, se även ramen)", "Budget (se även ramen)", "reference", "SN 1/2025"),
        ("Budget (se SN 1/2025 och ramen)", "Budget (se och ramen)", "reference", "SN 1/2025"),
    ],
)
def test_what_stands_last_on_the_line_of_an_item(line: str, title: str, key: str, value: object) -> None:
    item = read(f"1. Upprop\n2. {line}\n3. Taxor\n").agenda.items[1]
    assert (item.title, getattr(item, key)) == (title, value)


@pytest.mark.parametrize(
    ("entry", "sign", "decides", "handouts"),
    [
        ("KF = beslut fattas av kommunfullmäktige", "KF", ("Kommunfullmäktige",), ""),
        ("Ett X markerar att handlingar delas ut vid sammanträdet", "x", (), "vid sammanträdet"),
        ("B = budgetmötet", "B", (), ""),
    ],
)
def test_a_legend_explains_the_signs_of_a_table(entry: str, sign: str, decides: tuple[str, ...], handouts: str) -> None:
    column = "Handlingar" if sign == "x" else "Organ"
    taken = take_text(
        f"Socialnämnden 2025-10-01 kl. 9.00\n\n{entry}\n\n"
        f"| Nr | Ärende | {column} |\n|--|--|--|\n| 1 | Upprop | |\n| 2 | Budget | {sign} |\n"
    )
    assert (taken.agenda.items[1].chain, taken.agenda.items[1].handouts) == (decides, handouts)
    assert (entry in [p.start for p in taken.left_out]) == (entry == "B = budgetmötet")
