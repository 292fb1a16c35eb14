"""The head of a kallelse: its labels, its sentences, who signs, and what has to be assumed."""

from __future__ import annotations

from datetime import date, time

import pytest

from agendas.intake import Taken, take_text

ITEMS = "\n\nDagordning\n\n1. Upprop\n2. Budget\n3. Taxor\n"
MEETING = "Socialnämnden\nGranby kommun\n2025-10-01 kl. 9.00\n"


def read(head: str) -> Taken:
    return take_text(head + ITEMS)


def told(taken: Taken, said: str) -> bool:
    return any(said in line for line in taken.told())


@pytest.mark.parametrize(
    ("line", "key", "value"),
    [
        ("Sluttid: kl. 15.30", "ends", time(15, 30)),
        ("Sluttid: när vi är klara", "ends", None),
        ("Plats: kl. 9.00", "place", ""),
        ("Plats:\nRådhuset", "place", "Rådhuset"),
        ("Plats:\nSekreterare: Anna Ek", "place", ""),
        ("Justerare: Bo Ek och Siv Al", "approvers", ("Bo Ek och Siv Al",)),
        ("Förvaringsplats: förvaras hos kansliet", "kept_at", "Kansliet"),
    ],
)
def test_a_label_gives_its_key(line: str, key: str, value: object) -> None:
    assert getattr(read(f"{MEETING}{line}\n").agenda.meeting, key) == value


def test_a_label_for_a_person_with_something_else_behind_it_names_nobody() -> None:
    taken = read(f"{MEETING}Ordförande: utses vid mötet\n")
    assert taken.agenda.people == ()
    assert [p.start for p in taken.left_out] == ["Ordförande: utses vid mötet"]


def test_a_row_with_the_body_and_the_day_names_both() -> None:
    taken = read("| Socialnämnden | 2025-10-01 |\n|--|--|\n| Kallelse | |\n")
    assert (taken.agenda.meeting.body, taken.agenda.meeting.date, taken.left_out) == ("Socialnämnden", date(2025, 10, 1), ())


@pytest.mark.parametrize(
    ("day", "made", "said"),
    [
        ("torsdag den 1 oktober 2025", date(2025, 10, 1), "Veckodagen stämmer inte: 2025-10-01 är en annan dag"),
        ("den 31 november 2025", date(2000, 1, 1), "Datumet finns inte"),
        (
            "onsdag den 1 oktober",
            date(2025, 10, 1),
            "Årtalet står inte i datumet: 2025 antogs, för det nämns i dokumentet och veckodagen stämmer",
        ),
        ("torsdag den 1 oktober", date(2000, 1, 1), "Sammanträdets datum framgår inte"),
    ],
)
def test_a_day_that_does_not_add_up_is_told(day: str, made: date, said: str) -> None:
    taken = read(f"Socialnämnden\nTid: {day} kl. 9.00\nBudget för 2025\n")
    assert taken.agenda.meeting.date == made
    assert told(taken, said)


def test_a_region_that_is_only_called_region_is_no_municipality() -> None:
    taken = read("Regionstyrelsen\nRegionens hus\n2025-10-01 kl. 9.00\nSom Region Nordlands ledamöter vet\n")
    assert taken.agenda.meeting.municipality == "Region Nordland"
    taken = read("Regionen\nSocialnämnden\n2025-10-01 kl. 9.00\n")
    assert taken.agenda.meeting.municipality == ""
    assert told(taken, "Vilken kommun det är framgår inte")


@pytest.mark.parametrize(
    ("signed", "role", "title"),
    [
        ("Anna Ek\nNämndsekreterare", "sekreterare", "Nämndsekreterare"),
        ("Anna Ek (S)\nOrdförande, socialnämnden", "ordförande", ""),
        ("Anna Ek (S)\nLedamot, socialnämnden", "ledamot", ""),
    ],
)
def test_a_name_above_its_role_is_that_person(signed: str, role: str, title: str) -> None:
    taken = read(f"{MEETING}\n{signed}\n")
    assert [(p.name, p.role, p.title) for p in taken.agenda.people] == [("Anna Ek", role, title)]


def test_a_name_above_something_that_is_no_role_is_nobody_here() -> None:
    taken = read(f"{MEETING}\nAnna Ek\nSolna, Storgatan 1\n")
    assert taken.agenda.people == ()
    assert [p.start for p in taken.left_out] == ["Anna Ek"]


def test_two_who_are_called_chair_are_one_chair_and_that_is_told() -> None:
    taken = read(f"{MEETING}Ledamöter\nEva Ask (S), ordförande\nBo Ek (M), ordförande\n")
    assert [(p.name, p.role) for p in taken.agenda.people] == [("Eva Ask", "ordförande"), ("Bo Ek", "ledamot")]
    assert told(taken, "Både Eva Ask och Bo Ek kallas ordförande: den senare antogs vara ledamot")


def test_what_a_label_says_of_somebody_stands_before_what_was_assumed() -> None:
    taken = read(f"{MEETING}Justerare: Bo Ek (M)\nSekreterare: Anna Ek\nErsättare\nBo Ek (M)\n")
    assert [(p.name, p.role) for p in taken.agenda.people] == [("Bo Ek", "ersättare"), ("Anna Ek", "sekreterare")]
    assert not told(taken, "antogs vara ledamot")
