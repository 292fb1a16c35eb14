"""The secretary's line to the chair: a side file that is there whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.chair_note import LONGEST, clear_note, note_path, read_note, write_note


@pytest.fixture
def session(tmp_path: Path) -> Path:
    return tmp_path / "ks.klubban"


@pytest.mark.parametrize(
    ("text", "read"),
    [("Eva vill ha ordet", "Eva vill ha ordet"), ("två\nrader\x1b[31m", "två rader"), ("å" * 5000, "å" * LONGEST), ("  ", "")],
    ids=["a line", "signs of a terminal", "too long", "nothing"],
)
def test_the_chair_reads_one_clean_line(text: str, read: str, session: Path) -> None:
    write_note(session, text)
    assert read_note(session) == read


def test_an_empty_line_takes_the_note_away_and_twice_does_nothing(session: Path) -> None:
    write_note(session, "Rast?")
    write_note(session, "")
    clear_note(session)
    assert (read_note(session), list(session.parent.iterdir())) == ("", [])


def test_a_half_written_note_from_before_is_in_nobodys_way(session: Path) -> None:
    path = note_path(session)
    path.with_name(path.name + ".ny").write_text("ha")
    write_note(session, "Rast?")
    assert (read_note(session), [p.name for p in session.parent.iterdir()]) == ("Rast?", [path.name])
    assert path.stat().st_mode & 0o077 == 0
