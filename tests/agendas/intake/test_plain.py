"""Text and Markdown as lines and rows: what is a mark falls away, all else stays."""

from __future__ import annotations

import pytest

from agendas.intake.pages import Line
from agendas.intake.plain import bare, read_plain


def lines(text: str) -> list[str]:
    return [part.text for part in read_plain(text) if isinstance(part, Line)]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("**a** och *b*", "a och b"),
        ("**fet *kursiv* fet**", "fet kursiv fet"),
        ("***x***", "x"),
        ("fil_namn_två 2 * 3 * 4", "fil_namn_två 2 * 3 * 4"),
        ("se [bilagan](https://a.se/x_(1)) och ![bild](b.png)", "se bilagan och"),
        ("[§ 1] och [2]", "[§ 1] och [2]"),
    ],
)
def test_emphasis_and_links_fall_away_and_what_only_looks_like_them_stays(written: str, read: str) -> None:
    assert bare(written) == read


def test_a_comment_leaves_its_lines_and_one_that_never_ends_is_text() -> None:
    assert lines("Val <!-- av\ntvå --> justerare\n<!-- Dnr 2022/1") == ["Val", "justerare", "<!-- Dnr 2022/1"]


def test_the_rule_of_a_table_and_the_marks_after_a_heading_are_no_text() -> None:
    assert lines("# Kallelse ##\n|---|:--|\n-----\nUpprop") == ["Kallelse", "Upprop"]


@pytest.mark.parametrize("mark", ["<!--", "[", "![", "[a](", "*a ", "_a ", "-", "(", "a  "])
def test_a_megabyte_of_marks_on_one_line_is_read_at_once(mark: str) -> None:
    # Were one pattern to look through the rest from each mark, this would take hours and not a second.
    (line,) = lines(mark * (1_000_000 // len(mark)) + "slut")
    assert line.endswith("slut")
