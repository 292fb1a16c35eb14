"""What stands on the pages of a PDF as lines and rows: by drawn lines of all kinds, by spaces, by signs. Read in this process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from agendas.intake.grid import Segment, Stripe, rows_of
from agendas.intake.pages import Part, Row
from agendas.intake.pdf import _sign, read_pdf
from tests.agendas.intake.papers import Page, table, write_pdf

COLUMNS = [50, 100, 300, 400]
ROWS = [["Nr", "Ärende", "Dnr"], ["1", "Upprop", "-"], ["2", "Budget", "SN 1/2025"]]


def read(folder: Path, *pages: Page) -> list[Part]:
    return read_pdf(write_pdf(folder / "papper.pdf", pages))[0]


def said(parts: Sequence[Part]) -> list[str]:
    return [" | ".join(p.cells) if isinstance(p, Row) else f"{p.mark} {p.text}".strip() for p in parts]


TABLE = [" | ".join(row) for row in ROWS]


def boxed(page: Page) -> None:
    """Each cell has a box of its own."""
    table(page, 100, COLUMNS, ROWS, ruled=False)
    for top in (100, 118, 136):
        for left, right in pairwise(COLUMNS):
            page.commands.append(f"0.5 w {left} {842 - top - 18} {right - left} 18 re S")


def beside_a_picture_frame(page: Page) -> None:
    """A table, and other lines: an empty grid, a frame, a line that nothing crosses, a dot."""
    table(page, 100, COLUMNS, ROWS, ruled=True)
    table(page, 300, COLUMNS, [["", "", ""], ["", "", ""]], ruled=True)
    page.commands.append("0.5 w 60 300 200 100 re S")
    page.rule(500, 400, 500, 500)
    page.rule(500, 600, 504, 604)


def only_between_rows(page: Page) -> None:
    """Lines across, none down: a cell of two lines is one row."""
    y = table(page, 100, COLUMNS, ROWS, ruled=False)
    for top in (100, 118, 136, y):
        page.rule(COLUMNS[0], top, COLUMNS[-1], top)


@pytest.mark.parametrize("draw", [boxed, beside_a_picture_frame, only_between_rows])
def test_a_table_is_known_however_its_lines_are_drawn(draw: Callable[[Page], None], tmp_path: Path) -> None:
    page = Page()
    draw(page)
    assert said(read(tmp_path, page)) == TABLE


def test_a_line_drawn_between_rows_says_where_a_row_ends() -> None:
    """`och mer` begins small, and is a row of its own below a line; `Budget` begins great, and is not when there is none."""
    words = [("1", "Upprop"), ("2", "och mer"), ("3", "Budget")]
    made = [
        Stripe([Segment(0, 10, number), Segment(50, 100, text)], n * 12, n * 12 + 10, drawn)
        for n, ((number, text), drawn) in enumerate(zip(words, (None, True, False), strict=True))
    ]
    assert rows_of(made) == [(0, ("1", "Upprop")), (1, ("2\n3", "och mer\nBudget"))]


def test_a_drawing_of_thousands_of_lines_hides_no_text(tmp_path: Path) -> None:
    page = Page()
    page.text(50, 50, "Karta")
    for n in range(5100):
        page.rule(50, 100 + n % 600, 60, 100 + n % 600)
    assert said(read(tmp_path, page)) == ["Karta"]


def test_a_list_sign_a_little_before_its_text_is_no_column(tmp_path: Path) -> None:
    page = Page()
    for n, sign in enumerate(("•", "-", "1.", "a)")):
        page.text(50, 50 + n * 14, sign)
        page.text(72, 50 + n * 14, "Budget")
    assert said(read(tmp_path, page)) == ["- Budget", "- Budget", "1. Budget", "a) Budget"]


def test_a_table_ends_where_its_columns_do(tmp_path: Path) -> None:
    """The address below it is set in other columns."""
    page = Page()
    y = table(page, 100, COLUMNS, ROWS, ruled=False)
    page.text(50, y + 9, "Socialförvaltningen i Granby kommun ligger vid det nya torget")
    page.text(335, y + 9, "telefon 0123-45 67 89")
    parts = read(tmp_path, page)
    assert said(parts)[:3] == TABLE
    assert [p.table for p in parts if isinstance(p, Row)] == [1, 1, 1, 2]


def test_rows_far_apart_are_rows_also_when_they_begin_small() -> None:
    stripes = [
        Stripe([Segment(0, 40, word), Segment(80, 120, "bild")], top, top + 10)
        for word, top in (("Upprop", 0), ("och mer", 12), ("taxor", 40))
    ]
    assert [cells[0] for _, cells in rows_of(stripes)] == ["Upprop\noch mer", "taxor"]


def test_pages_that_are_pictures_are_counted_and_named(tmp_path: Path) -> None:
    picture = Page(commands=["q 400 0 0 600 50 100 cm /I Do Q"])
    text = Page()
    text.text(50, 50, "Upprop")
    parts, notes = read_pdf(write_pdf(tmp_path / "papper.pdf", [text, *[picture] * 14]))
    assert said(parts) == ["Upprop"]
    assert notes == ["Sidorna 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 … är bilder utan text och lästes inte."]


def test_signs_that_the_library_counts_as_two_are_read_as_one(tmp_path: Path) -> None:
    """Signs beyond the first 65,536 have two units in its text and one in ours."""
    import typst

    (tmp_path / "tecken.typ").write_text('#set text(lang: "sv")\nBudget $bold(A) + cal(B)$ och taxor', encoding="utf-8")
    (tmp_path / "tecken.pdf").write_bytes(typst.compile(str(tmp_path / "tecken.typ")))
    (line,) = read_pdf(tmp_path / "tecken.pdf")[0]
    assert line.text.startswith("Budget")
    assert line.text.endswith("och taxor")


@pytest.mark.parametrize(("code", "sign"), [(0xF0B7, "•"), (ord("å"), "å"), (0xAD, "\u00ad"), (7, " "), (0xD800, " "), (0x110000, " ")])
def test_a_sign_of_a_symbol_font_is_a_list_sign_and_what_cannot_be_shown_is_a_space(code: int, sign: str) -> None:
    assert _sign(code) == sign
