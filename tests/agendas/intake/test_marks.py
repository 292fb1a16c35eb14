"""What stands beside a title on the line of an item, and which key of the agenda it becomes."""

from __future__ import annotations

from datetime import time

import pytest

from agendas.intake.ledger import Draft
from agendas.intake.marks import decider, inline_section, take_title
from agendas.intake.pages import Place
from agendas.intake.people import People
from agendas.model import Person

PLACE = Place(1)
KNOWN = (Person(name="Karin Holm", role="tjänsteperson"),)


def read(text: str) -> Draft:
    draft = Draft("", PLACE)
    take_title(draft, text, People(KNOWN), PLACE)
    return draft


@pytest.mark.parametrize(
    ("text", "title", "key", "value"),
    [
        ("Budget\nBilaga: Tjänsteskrivelse", "Budget", "documents", ["Tjänsteskrivelse"]),
        ("Budget\nHandlingar: bifogas", "Budget", "handouts", "bifogas"),
        ("Budget\nBilaga: bifogas", "Budget", "handouts", "bifogas"),
        ("Budget\nHandlingar bifogas", "Budget", "handouts", "bifogas"),
        ("Budget\nTid: kl. 13.30", "Budget", "at", time(13, 30)),
        ("Budget\nKarin Holm\noch Per Lind", "Budget", "presenters", ["Karin Holm", "Per Lind"]),
        ("Budget\nKarin Holm\nKarin Holm", "Budget", "presenters", ["Karin Holm"]),
        ("Budget (Karin Holm)", "Budget", "presenters", ["Karin Holm"]),
        ("Budget (15 min)", "Budget", "minutes", 15),
        ("Budget (KF)", "Budget", "decided_by", ["Kommunfullmäktige"]),
        ("Budget – Karin Holm", "Budget", "presenters", ["Karin Holm"]),
        ("Budget – Karin Holm, ekonomichef", "Budget", "presenters", ["Karin Holm"]),
        ("Budget KN 2026/12 Karin Holm", "Budget", "reference", "KN 2026/12"),
        ("Lunch kl. 12.00–13.00", "Lunch", "at", time(12)),
        ("Kaffepaus 14.30", "Kaffepaus", "at", time(14, 30)),
        ("Budget – Hänt i Norr", "Budget – Hänt i Norr", "presenters", []),
        ("Budget (omedelbar justering)", "Budget", "immediate", True),
        ("Budget (utgår)", "Budget", "withdrawn", True),
    ],
    ids=lambda x: x if isinstance(x, str) else None,
)
def test_what_stands_beside_a_title_goes_to_its_own_key(text: str, title: str, key: str, value: object) -> None:
    draft = read(text)
    assert (draft.title, getattr(draft, key)) == (title, value)


def test_a_bare_name_behind_a_dash_is_doubted() -> None:
    """It may be a place, or a part of the title."""
    draft = read("Budget – Åke Rosén")
    assert draft.presenters == ["Åke Rosén"]
    assert [key for key, _, _ in draft.doubts] == ["presenters"]


def test_handouts_that_come_later_are_told() -> None:
    draft = read("Budget\nHandlingar kommer")
    assert draft.title == "Budget"
    assert [(key, "saknas ännu" in said) for key, said, _ in draft.doubts] == [("handouts", True)]


@pytest.mark.parametrize(
    ("key", "rest", "field", "value"),
    [
        ("proposal", "Nämnden antar budgeten.", "proposal", "Nämnden antar budgeten."),
        ("decision", "kommunfullmäktige", "decided_by", ["Kommunfullmäktige"]),
        ("summary", "Kort.", "summary", "Före.\n\nKort."),
        ("documents", "Skrivelse", "documents", ["Skrivelse"]),
        ("documents", "bifogas", "handouts", "bifogas"),
        ("recipients", "Ekonomi", "recipients", ["Ekonomi"]),
        ("history", "KN § 3", "history", ["KN § 3"]),
    ],
)
def test_what_stands_behind_the_colon_of_a_heading_goes_to_its_section(key: str, rest: str, field: str, value: object) -> None:
    draft = Draft("Budget", PLACE, summary="Före.")
    assert inline_section(draft, key, rest)
    assert getattr(draft, field) == value


def test_who_decides_is_named_in_full() -> None:
    assert [decider(x) for x in ("KF", "fullmäktige", "socialnämnden")] == ["Kommunfullmäktige", "Kommunfullmäktige", "Socialnämnden"]
