"""Votes read from a list: whatever its form, nothing is guessed and no line is lost (R-716)."""

from __future__ import annotations

import pytest

from agendas.model import Person
from sessions.vote_names import VoteNames, read_votes

PEOPLE = {
    "anna": Person(name="Anna Ek", party="S", role="ledamot"),
    "bo": Person(name="Bo Lund", party="C", role="ledamot"),
    "berg": Person(name="Anna Berg-Ström", party="M", role="ledamot"),
    "olle": Person(name="Olle Dahl", party="C", role="ersättare"),
    "eva": Person(name="Eva J Ek", party="SD", role="ledamot"),
    "asa": Person(name="Åsa Öst", party="", role="ledamot"),
    "tim": Person(name="Tim Alm", party="V", role="ledamot"),
}
VOTERS = {id: person for id, person in PEOPLE.items() if id != "tim"}


def read(text: str) -> VoteNames:
    return read_votes(text, VOTERS, PEOPLE)


@pytest.mark.parametrize(
    ("text", "cast"),
    [
        ("Anna Ek (S) Ja\nLund Bo; nej\nBerg-Ström\tAnna\tAvstår", {"anna": "ja", "bo": "nej", "berg": "avstår"}),
        ("1. Ek, Anna (S): JA\n2) Bo Lund (C) N\nDahl; j\nEva J Ek (SD) avstod", {
            "anna": "ja", "bo": "nej", "olle": "ja", "eva": "avstår",
        }),
        ("nej  bo lund c\r\nJa  asa ost (-)", {"bo": "nej", "asa": "ja"}),
        ("Ja (2): Anna Ek (S), Bo Lund (C) och Olle Dahl.\nNej-röster:\nAnna Berg-Ström (M)\n\nEva J Ek", {
            "anna": "ja", "bo": "ja", "olle": "ja", "berg": "nej", "eva": "nej",
        }),
        ("Ledamot\tErsättare\tJa\tNej\tAvstår\nAnna Ek (S)\t\tX\t\t\nTim Alm (V)\tOlle Dahl (C)\t\tx\t\nÅsa Öst\t\t\t\t1", {
            "anna": "ja", "olle": "nej", "asa": "avstår",
        }),
        ("Bo Lund (C) röstar nej\nTim Alm (V) frånvarande", {"bo": "nej"}),
    ],
)  # fmt: skip
def test_r_716_a_list_is_read_in_the_forms_that_people_have_it(text: str, cast: dict[str, str]) -> None:
    found = read(text)
    assert dict(found.cast) == cast
    assert found.unread == ()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Nils Nilsson ja", "ingen i listan heter så"),
        ("Ek ja", "flera kan heta så"),
        ("Bo ja", "ingen i listan heter så"),  # a first name alone is a guess
        ("Anna Ek (M) ja", "partiet stämmer inte: Anna Ek (S)"),
        ("Tim Alm (V) ja", "Tim Alm (V) röstar inte här"),
        ("Bo Lund kanske", "inget svar: ja, nej eller avstår"),
        ("Ek A", "inget svar: ja, nej eller avstår"),  # an initial is no answer
        ("Bo Lund ja nej", "flera svar på samma rad"),
        ("ja", ""),
        ("\t(S)\tja", "inget namn"),
    ],
)
def test_r_716_what_is_not_certain_is_given_back_with_its_reason(text: str, reason: str) -> None:
    found = read(text)
    assert not found.cast
    assert [u.reason for u in found.unread] == ([reason] if reason else [])


def test_r_501_who_stands_twice_with_two_answers_is_asked_about_and_not_counted() -> None:
    found = read("Bo Lund ja\nAnna Ek ja\nBo Lund nej\nAnna Ek ja")
    assert dict(found.cast) == {"anna": "ja"}
    assert [(u.number, u.text) for u in found.unread] == [(1, "Bo Lund ja"), (3, "Bo Lund nej")]


def test_r_716_a_line_that_is_given_back_can_be_mended_and_read_again() -> None:
    found = read("Ja: Anna Ek, Bo Lunde\nLedamot;Ja;Nej\nOle Dahl; ;X\n")
    assert [u.text for u in found.unread] == ["Bo Lunde; ja", "Ole Dahl; nej"]
    mended = "\n".join(u.text for u in found.unread).replace("Lunde", "Lund").replace("Ole", "Olle")
    assert dict(read(mended).cast) == {"bo": "ja", "olle": "nej"}
