"""Who is named in rolls, and what a protokoll gives when it is the source: its people, its §§, their Dnr."""

from __future__ import annotations

from pathlib import Path

import pytest

from agendas.intake import IntakeFaults, Taken, take_people, take_text
from agendas.intake.people import People
from agendas.model import Person

MEETING = "Socialnämnden\nGranby kommun\n2025-10-01 kl. 9.00\n"
ITEMS = "\n\nDagordning\n\n1. Upprop\n2. Budget\n3. Taxor\n"


def people(roll: str) -> list[tuple[str, str, str, str, str]]:
    taken = take_text(f"{MEETING}\n{roll}\n{ITEMS}")
    return [(p.name, p.party, p.role, p.title, p.organisation) for p in taken.agenda.people]


@pytest.mark.parametrize(
    ("roll", "found"),
    [
        ("Bo Ek (M), ersättare", [("Bo Ek", "M", "ersättare", "", "")]),
        (
            "Ledamöter\nBo Ek (M) tjänstgörande ersättare för Siv Al (S)",
            [("Siv Al", "S", "ledamot", "", ""), ("Bo Ek", "M", "ersättare", "", "")],
        ),
        ("Ledamöter\nBo Ek", [("Bo Ek", "", "ledamot", "", "")]),
        ("Insynsplats\nBo Ek", [("Bo Ek", "", "insyn", "", "")]),
        ("Övriga deltagare\nBo Ek, kommunsekreterare", [("Bo Ek", "", "sekreterare", "kommunsekreterare", "")]),
        ("Övriga deltagare\nBo Ek, Region Nordland", [("Bo Ek", "", "gäst", "", "Region Nordland")]),
        ("Ledamöter\nBo Ek, Ordförande", [("Bo Ek", "", "ordförande", "", "")]),
        ("Övriga deltagare\nBo Ek, Ekonomichef", [("Bo Ek", "", "tjänsteperson", "Ekonomichef", "")]),
        ("Övriga deltagare\nBo Ek (M) revisor och gäst", [("Bo Ek", "M", "revisor", "", "")]),
        ("Övriga deltagare\nBo Ek, Kansliet", [("Bo Ek", "", "tjänsteperson", "", "Kansliet")]),
        ("Övriga deltagare\nBo Ek (M), insynsplats", [("Bo Ek", "M", "insyn", "", "")]),
        (
            "| Ledamöter | Bo Ek (M)<br>Siv Al (S) |\n|--|--|\n| | |",
            [("Bo Ek", "M", "ledamot", "", ""), ("Siv Al", "S", "ledamot", "", "")],
        ),
        ("Ordförande\n\nutses på mötet\nav nämnden\nsom det\nbrukar ske\nvarje år\ni januari\nigen\nBo Ek", []),
    ],
)
def test_a_roll_says_who_is_what(roll: str, found: list[tuple[str, str, str, str, str]]) -> None:
    assert people(roll) == found


def test_what_a_later_line_says_of_somebody_takes_the_place_of_what_was_assumed() -> None:
    roster = People()
    roster.add("Anna Ek", assumed="ledamot", why="Anna Ek skriver under: antogs vara ledamot.")
    roster.add("Anna Ek", role="sekreterare")
    assert ([p.role for p in roster.in_order()], roster.doubts) == (["sekreterare"], [])


def test_a_slip_in_a_name_is_the_same_person_and_is_told() -> None:
    roster = People([Person(name="Anna Bergqvist", role="ledamot")])
    assert roster.add("Anna Bergkvist", role="ordförande") == "Anna Bergqvist"
    assert [said for _, said, _ in roster.doubts] == ["Skrivs också Anna Bergkvist: antogs vara samma person."]


@pytest.mark.parametrize(
    "text",
    ["Socialnämnden\n\n§ 1 Upprop\n\n§ 2 Budget\n\nJusterare\nBeslutande\n", "Dagordning\n\n1. Upprop\n2. Budget\n"],
    ids=["a protokoll without names", "an agenda without names"],
)
def test_a_file_that_names_nobody_is_no_roster(text: str, tmp_path: Path) -> None:
    path = tmp_path / "lista.txt"
    path.write_text(text, encoding="utf-8")
    if "§" in text:
        with pytest.raises(IntakeFaults, match="Hittade inga personer i filen"):
            take_people(path)
    else:
        assert take_people(path) == ()


# --- a protokoll


def protocol(text: str) -> Taken:
    head = "Socialnämnden\nGranby kommun\nSammanträdesdatum 2025-10-01\n\nBeslutande\nEva Ask (S), ordförande\nJusterare: Bo Ek (M)\n\n"
    return take_text(head + text)


def items(text: str) -> list[tuple[str, str, str]]:
    return [(x.title, x.reference, x.short_title) for x in protocol(text).agenda.items]


CONTENTS = "| § | Ärende | Dnr |\n|--|--|--|\n"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("§ 1 Upprop\n\nText.\n\n§ 2\nSN 2025/3\nBudget\n\nBeslut\n", [("Upprop", "", ""), ("Budget", "SN 2025/3", "")]),
        (
            "§ 1 Upprop\n\nText.\n\n§ 2 Budget för\nnästa år\n\n§ 2 Budget igen\n\n§ 3 Taxor",
            [("Upprop", "", ""), ("Budget för nästa år", "", ""), ("Taxor", "", "")],
        ),
        ("§ 1 Upprop\n\nText.\n\n§ 2\n§ 3 Taxor\n\nText.\n", [("Upprop", "", ""), ("Taxor", "", "")]),
        ("§ 1 Upprop\n\nText.\n\n§ 2\nSammanfattning\nText.\n\n§ 3 Taxor\n\nText.\n", [("Upprop", "", ""), ("Taxor", "", "")]),
        ("§ 1 Upprop\n\nText.\n\n§ 2 Taxor\n\nText.\n\n§ 3", [("Upprop", "", ""), ("Taxor", "", "")]),
        (
            f"{CONTENTS}| § 1 | Upprop | |\n| § 2 | Budget | SN 2025/3 |\n| § 3 | Taxor | |\n\n"
            "§ 1 Upprop\n\n§ 2 Budget för nämnden\n\n§ 3\n",
            [("Upprop", "", ""), ("Budget för nämnden", "SN 2025/3", "Budget"), ("Taxor", "", "")],
        ),
    ],
    ids=["the title below", "a wrapped title", "an empty §", "a section at once", "an empty § last", "titles from the contents"],
)
def test_paragraphs_have_their_titles_and_dnr(text: str, found: list[tuple[str, str, str]]) -> None:
    assert items(text) == found


def test_a_paragraph_that_lost_its_sign_is_found_by_its_words_and_else_told() -> None:
    taken = protocol(
        f"{CONTENTS}| § 1 | Upprop | |\n| § 2 | Budget för nämnden | |\n| § 3 | Köp av brygga | |\n\n"
        "§ 1 Upprop\n\nText.\n\nBudget för nämnden 2026\nSocialnämndens beslut\nNämnden antar.\n\n§ 4 Taxor\n"
    )
    assert [x.title for x in taken.agenda.items] == ["Upprop", "Budget för nämnden 2026", "Köp av brygga", "Taxor"]
    assert any("§ 3 står bara i innehållsförteckningen" in line for line in taken.told())
