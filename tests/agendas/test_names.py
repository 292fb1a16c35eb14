"""Names, ids and what texts may hold."""

from __future__ import annotations

import unicodedata
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendas.clean import clean, clean_line
from agendas.model import Agenda, Item, MeetingPlan, Person, body_of, genitive, with_ids
from agendas.names import folded, slug, unique_slug
from tests.agendas.strategies import AGENDAS


def test_a_name_is_found_without_its_accents() -> None:
    assert folded("Åsa-Märta ÖBERG") == folded("A\u030asa-Marta oberg") == "asa-marta oberg"


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Åsa Bergkvist", "asa-bergkvist"),
        ("Dnr 2021/217: Bidrag!", "dnr-2021-217-bidrag"),
        ("…", "namnlos"),
        ("Łukasz Sørensen", "lukasz-sorensen"),
    ],
)
def test_ids_hold_only_plain_letters_digits_and_hyphens(text: str, made: str) -> None:
    assert slug(text) == made


@given(st.text(), st.lists(st.text()))
def test_an_id_is_never_taken_twice(text: str, others: list[str]) -> None:
    taken = [slug(other) for other in [*others, text, text]]
    assert unique_slug(text, taken) not in taken


def test_an_id_that_was_given_is_never_made_for_another() -> None:
    plan = MeetingPlan(body="N", date=date(2026, 1, 1), starts=time(9))
    agenda = with_ids(Agenda(meeting=plan, items=(Item(title="Val"), Item(title="X", id="val"), Item(title="Val"))))
    assert [item.id for item in agenda.items] == ["val-2", "val", "val-3"]


@settings(max_examples=30)
@given(AGENDAS)
def test_ids_are_unique_and_never_empty(agenda: Agenda) -> None:
    for ids in ([p.id for p in agenda.people], [x.id for x in agenda.items]):
        assert all(ids)
        assert len(set(ids)) == len(ids)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("A\u030ake", "Åke"),
        ("a\x1b[31mröd\x1b[0m", "aröd"),
        ("a\x1b]0;titel\x07b", "ab"),
        ("a\x1b]0;aldrig slut\nrad två", "a0;aldrig slut\nrad två"),
        ("a\x1bPdata\x1b\\b", "ab"),
        ("a\x9b31mb", "ab"),
        ("a\u202eb\u2066c\u200f", "abc"),
        ("a\x00b\x7fc\ufeff", "abc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("tab\tstår kvar", "tab\tstår kvar"),
        ("a\ud800b", "ab"),
    ],
)
def test_text_is_cleaned_of_what_a_terminal_would_obey(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_cleaned_text_is_clean(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert not {c for c in once if unicodedata.category(c) in {"Cc", "Cs"}} - {"\n", "\t"}
    assert "\n" not in clean_line(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@pytest.mark.parametrize(
    ("name", "of"), [("Karin Berg", "Karin Bergs"), ("Lars Max", "Lars Max"), ("Eva Ros", "Eva Ros"), ("Franz", "Franz")]
)
def test_the_genitive_has_one_s(name: str, of: str) -> None:
    assert genitive(name) == of


@pytest.mark.parametrize(
    ("body", "definite", "of", "neuter"),
    [
        ("Vård- och omsorgsnämndens arbetsutskott", "arbetsutskottet", "arbetsutskottets", True),
        ("Socialutskottet", "socialutskottet", "socialutskottets", True),
        ("Kommunstyrelsen", "kommunstyrelsen", "kommunstyrelsens", False),
        ("Kommunfullmäktige", "kommunfullmäktige", "kommunfullmäktiges", True),
        ("Utskottet för Trygghet och stöd", "utskottet", "utskottets", True),
        ("Kultur- och fritidsnämnden", "kultur- och fritidsnämnden", "kultur- och fritidsnämndens", False),
        ("Byggnadsnämnd", "byggnadsnämnden", "byggnadsnämndens", False),
    ],
)
def test_the_forms_of_a_bodys_name_are_made_from_it(body: str, definite: str, of: str, neuter: bool) -> None:
    made = body_of(MeetingPlan(body=body, date=date(2026, 1, 1), starts=time(9)))
    assert (made.definite, made.genitive, made.neuter) == (definite, of, neuter)


def test_a_person_is_named_with_the_party() -> None:
    person = Person(name="Åsa Karin Bergkvist", role="ledamot", party="S")
    assert person.label == "Åsa Karin Bergkvist (S)"
    assert person.names == ("Åsa Karin", "Bergkvist")
    assert Person(name="Maria Hugg", role="tjänsteperson").label == "Maria Hugg"
