"""Proposals as points, and points as text: nothing that somebody wrote may be lost between them."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from agendas.model import Item, Point, joined_points, lead_of, split_points


def texts(text: str) -> list[str]:
    return [point.text for point in split_points(text)]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1. ett\n2. två", ["ett", "två"]),
        ("1) ett\n2) två", ["ett", "två"]),
        ("- ett\n- två", ["ett", "två"]),
        ("– ett\n• två\n* tre", ["ett", "två", "tre"]),
        ("att bevilja\natt avslå", ["att bevilja", "att avslå"]),
        ("Att bevilja\nAtt avslå", ["Att bevilja", "Att avslå"]),
        ("a) ett\nb) två", ["ett", "två"]),
        ("  1. ett\n  2. två", ["ett", "två"]),
        ("Nämnden beslutar\na) ett\nb) två", ["ett", "två"]),
        ("1. ett\nfortsätter\n2. två", ["ett\nfortsätter", "två"]),
        ("1. ett\n\n2. två\n", ["ett", "två"]),
        ("- ensam", ["ensam"]),
        ("1. ensam", ["ensam"]),
        ("att bevilja", ["att bevilja"]),
        ("Nämnden beslutar\natt bevilja", ["Nämnden beslutar\natt bevilja"]),
        ("Bidraget är 10. mars", ["Bidraget är 10. mars"]),
        ("Ett stycke.\n\nEtt till.", ["Ett stycke.\n\nEtt till."]),
        ("2022 års budget\n1.5 mkr", ["2022 års budget\n1.5 mkr"]),
        ("attraktiv kommun\natt bevilja", ["attraktiv kommun\natt bevilja"]),
        ("1.\n2. två", ["två"]),
        ("- ett\n-", ["ett"]),
        ("  \n1. ett", ["ett"]),
        ("Ingress\n1. \n2. ", ["Ingress"]),
        ("att\natt bevilja", ["att", "att bevilja"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_proposal_is_split_where_a_line_begins_a_point(text: str, points: list[str]) -> None:
    assert texts(text) == points


def test_indented_and_lettered_lines_are_sub_points() -> None:
    assert split_points("1. ett\n   a) x\n   b) y\n2. två\na) z\n3. tre\n  - w") == (
        Point(text="ett", sub=("x", "y"), mark="1."),
        Point(text="två", sub=("z",), mark="2."),
        Point(text="tre", sub=("w",), mark="3."),
    )


def test_the_lead_is_what_stands_before_the_points() -> None:
    text = "Nämnden beslutar\n\n1. ett\n2. två"
    assert lead_of(text) == "Nämnden beslutar"
    assert Item(title="A", proposal=text).proposal_lead == "Nämnden beslutar"
    assert Item(title="A", proposal=text, lead="Styrelsen föreslår").proposal_lead == "Styrelsen föreslår"
    assert lead_of("Bara en mening") == ""


def test_points_are_joined_as_an_editor_shows_them() -> None:
    points = (Point(text="ett", sub=("x", "y")), Point(text="att två"), Point(text="tre", mark="-"))
    assert joined_points(points) == "1. ett\n   a) x\n   b) y\natt två\n- tre"
    assert joined_points((Point(text="ensam"),)) == "ensam"
    assert joined_points((Point(text="ensam", sub=("x",)),)) == "1. ensam\n   a) x"


def test_more_sub_points_than_letters_are_all_kept() -> None:
    point = Point(text="många", sub=tuple(f"nummer {n}" for n in range(40)), mark="1.")
    assert split_points(joined_points((point,))) == (point,)


def test_a_list_is_points_as_it_stands() -> None:
    item = Item(title="A", proposal=("1. inte delad\n2. här", Point(text="två")))
    assert [p.text for p in item.points] == ["1. inte delad\n2. här", "två"]


LINES = st.tuples(
    st.sampled_from(["", "  ", "    "]),
    st.sampled_from(["", "", "1. ", "2) ", "- ", "– ", "a) ", "b) ", "att ", "Att ", "att", "12. ", "-", "1."]),
    st.lists(st.sampled_from(["ord", "bidrag", "Åsa", "2022", "(S)", "§ 4"]), max_size=3).map(" ".join),
).map("".join)
PROPOSALS = st.lists(LINES, max_size=8).map("\n".join)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]{2,}|\d{4}|\(S\)|§ 4", text)


@given(PROPOSALS)
def test_no_word_is_lost_when_a_proposal_is_split(text: str) -> None:
    points = split_points(text)
    kept = "\n".join([lead_of(text) if points else "", *(f"{p.text}\n" + "\n".join(p.sub) for p in points)])
    assert words(kept) == words(text)


@given(st.text())
def test_no_letter_is_lost_whatever_the_text(text: str) -> None:
    points = split_points(text)
    kept = "".join([lead_of(text) if points else "", *(p.mark + p.text + "".join(p.sub) for p in points)])
    assert sorted(c for c in kept if c.isalpha() and c.casefold() not in "abcdefghijklmnopqrstuvwxyzåäö") == sorted(
        c for c in text if c.isalpha() and c.casefold() not in "abcdefghijklmnopqrstuvwxyzåäö"
    )


@given(PROPOSALS)
def test_points_stay_the_same_through_the_editor(text: str) -> None:
    assume(not re.search(r"^\s*(\d+[.)]|[-–]|[ab]\))\s*$", text, re.MULTILINE))  # a sign alone goes away, and may have been the first
    points = split_points(text)
    assert split_points(joined_points(points)) == points
