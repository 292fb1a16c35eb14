"""Columns get room after what stands in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from exports.column_widths import column_widths
from exports.document import Table, text


def widths(*rows: tuple[str, ...], header: tuple[str, ...] = ()) -> tuple[float, ...]:
    return column_widths(Table(tuple(text(c) for c in header), tuple(tuple(text(c) for c in row) for row in rows)))


def test_titles_have_room_and_numbers_little() -> None:
    time, number, title, reference = widths(("13.35", "3", "Information om skrivelse från Akademikerförbundet SSR", "SN 126/2021"))
    assert title > 0.5
    assert number < time < reference < title


def test_no_word_is_broken_while_there_is_room_for_it() -> None:
    _, substitute, *marks = widths(
        ("Anna Alm (S)", "", "X", "", "", ""), header=("Ledamot", "Tjänstgörande", "Ja", "Nej", "Avstår", "Frånvarande")
    )
    assert substitute * 84 > len("Tjänstgörande")
    assert marks[-1] * 84 > len("Frånvarande")


@given(st.lists(st.lists(st.text(max_size=60), max_size=5).map(tuple), max_size=4))
def test_whatever_stands_there_every_column_has_some_room(rows: list[tuple[str, ...]]) -> None:
    made = widths(*rows)
    assert len(made) == max(map(len, rows), default=0)
    assert all(share > 0 for share in made)
    assert not made or abs(sum(made) - 1) < 1e-9
