"""Genitive, plural, lists, ranges, times and dates: what Swedish decides for every style."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from agendas.model import Person
from exports.style import load_style
from exports.swedish import (
    NBSP,
    counted,
    date_text,
    filled,
    filled_line,
    listed,
    lower_first,
    owner,
    time_text,
    upper_first,
    without_att,
)
from exports.words import Words
from tests.exports.scenario import played


def unbroken(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.fixture(scope="module")
def words() -> Words:
    return Words(played().meeting, load_style())


@pytest.mark.parametrize(
    ("name", "party", "said"),
    [
        ("Karin Berg", "M", "Karin Bergs (M)"),
        ("Lars Max", "S", "Lars Max (S)"),
        ("Jonas Attenius", "S", "Jonas Attenius (S)"),
        ("Eva Schulz", "-", "Eva Schulz (-)"),
        ("Ulla Ny", "", "Ulla Nys"),
    ],
)
def test_a_genitive_takes_no_s_after_s_x_and_z(name: str, party: str, said: str) -> None:
    assert owner(Person(name=name, party=party, role="ledamot")) == said


def test_a_list_has_och_before_the_last() -> None:
    assert [listed(("A", "B", "C")[:n]) for n in range(4)] == ["", "A", "A och B", "A, B och C"]


def test_one_is_singular_and_all_else_plural() -> None:
    assert [counted(n, "nej-röst", "nej-röster") for n in (0, 1, 2)] == ["0 nej-röster", "1 nej-röst", "2 nej-röster"]


def test_first_letters() -> None:
    assert upper_first("nämnden") == "Nämnden"
    assert lower_first("Kommunstyrelsen") == "kommunstyrelsen"
    assert lower_first("KS") == "KS"


def test_what_stands_after_att_loses_att_and_the_full_stop() -> None:
    assert without_att("Att  bevilja 40 000 kronor. ") == "bevilja 40 000 kronor"
    assert without_att("bevilja") == "bevilja"


def test_a_value_is_never_read_as_a_placeholder() -> None:
    assert filled("{name} yrkar", {"name": "{body}", "body": "fel"}) == "{body} yrkar"


def test_a_line_vanishes_when_all_it_says_is_empty_and_leaves_no_dash_behind() -> None:
    assert filled_line("kl. {a}–{b}", {"a": "", "b": ""}) == ""
    assert unbroken(filled_line("kl. {a}–{b}", {"a": "13.00", "b": ""})) == "kl. 13.00"
    assert filled_line("Alltid", {}) == "Alltid"


def test_dates_and_times_take_the_form_of_the_style() -> None:
    assert date_text(date(2020, 11, 11), "{Weekday}en den {day} {month} {year}") == "Onsdagen den 11 november 2020"
    assert date_text(date(2022, 1, 7), "{year}-{mm}-{dd}") == "2022-01-07"
    assert [time_text(time(9, 5), form) for form in ("{hh}.{min}", "{hh}:{min}")] == ["09.05", "09:05"]


@pytest.mark.parametrize(
    ("numbers", "parts", "said"),
    [
        ((), (), ""),
        ((82,), (), "§ 82"),
        (range(82, 91), (), "§§ 82–90"),
        ((82, 84, 85, 86), (), "§§ 82, 84–86"),
        ((86, 84, 85, 84), (), "§§ 84–86"),
        ((60,), (60,), "del av § 60"),
        (range(48, 54), (53,), "§§ 48–del av 53"),
    ],
)
def test_a_range_is_as_short_as_it_can_be(words: Words, numbers: tuple[int, ...], parts: tuple[int, ...], said: str) -> None:
    assert unbroken(words.paragraphs(numbers, parts)) == said


def test_signs_of_a_range_come_from_the_style(words: Words) -> None:
    ludvika, norberg = (replace(words, style=load_style(name)) for name in ("ludvika", "norberg"))
    assert unbroken(ludvika.paragraphs(range(1, 7))) == "§ 1-6"
    assert unbroken(norberg.paragraphs((233, 251))) == "§§ 233,251"


def test_no_line_is_broken_after_a_paragraph_sign_or_kl(words: Words) -> None:
    assert words.paragraphs((82, 83)) == f"§§{NBSP}82–83"
    assert filled("kl. {time}", {"time": "13.00"}) == f"kl.{NBSP}13.00"


@pytest.mark.parametrize(
    ("numbers", "said"),
    [((2,), "punkt 2"), ((1, 3), "punkterna 1 och 3"), ((1, 2), "punkterna 1 och 2"), ((1, 2, 3), "punkterna 1–3"), ((), "")],
)
def test_points_are_told_in_one_word_or_several(words: Words, numbers: tuple[int, ...], said: str) -> None:
    assert words.points(numbers) == said
