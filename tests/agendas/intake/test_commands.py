"""`importera` and `ny` on the command line: data on stdout or in a file, talk on stderr, exit codes."""

from __future__ import annotations

from pathlib import Path

import pytest

from agendas.file import SCHEMA_NAME, parse_agenda, read_agenda
from agendas.intake import IntakeFaults, take_people
from sessions.examples import archive_paths
from tests.agendas.intake.papers import new_document, word_table
from tui.cli import main

LUDVIKA = str(archive_paths()["ludvika"])
KALLELSE = "Socialnämnden\nTid: 2025-03-04 kl. 13.00\n\nDagordning\n\n1. Upprop\n2. Budget, Dnr SN 2025/1\n"


@pytest.fixture
def kallelse(tmp_path: Path) -> Path:
    path = tmp_path / "kallelse.txt"
    path.write_text(KALLELSE, encoding="utf-8")
    return path


def test_without_o_the_agenda_goes_to_stdout_and_the_doubts_to_stderr(kallelse: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["importera", str(kallelse)]) == 0
    told = capsys.readouterr()
    assert [x.title for x in parse_agenda(told.out).agenda.items] == ["Upprop", "Budget"]
    assert "Första lediga § framgår inte" in told.err
    assert "2 ärenden" in told.err


def test_with_o_the_file_and_the_schema_stand_side_by_side(kallelse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "ut" / "agenda.toml"
    target.parent.mkdir()
    assert main(["importera", str(kallelse), "-o", str(target)]) == 0
    assert read_agenda(target).agenda.items[1].reference == "SN 2025/1"
    assert (target.parent / SCHEMA_NAME).read_text(encoding="utf-8").startswith("{")
    assert capsys.readouterr().out == ""


def test_somebodys_file_is_not_replaced_unless_asked(kallelse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "agenda.toml"
    target.write_text("min egen", encoding="utf-8")
    assert main(["importera", str(kallelse), "-o", str(target)]) == 3
    assert target.read_text(encoding="utf-8") == "min egen"
    assert "--ersätt" in capsys.readouterr().err
    assert main(["importera", str(kallelse), "-o", str(target), "--ersätt"]) == 0
    assert read_agenda(target).agenda.items


@pytest.mark.parametrize(
    ("data", "code"), [(None, 3), (b"", 1), ("Kallelse åäö".encode("cp1252"), 1), (b"skrap\n", 1), (b"MZ" + bytes(100), 1)]
)
def test_what_cannot_be_used_has_its_exit_code(data: bytes | None, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "k.txt"
    if data is not None:
        path.write_bytes(data)
    assert main(["importera", str(path)]) == code
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.strip().splitlines()) == 1


def test_people_come_from_an_agenda_an_archive_a_list_and_a_word_file(
    kallelse: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = tmp_path / "ledamoter.txt"
    lines.write_text(
        "Åsa Bergkvist (S), ordförande\nTorbjörn Tomtlund (M)\nEva Ek (V), ersättare\nLinn Holm, sekreterare\n", encoding="utf-8"
    )
    word = tmp_path / "ledamoter.docx"
    document = new_document()
    word_table(document, [["Namn", "Uppdrag"], ["Åsa Bergkvist (S)", "Ordförande"], ["Torbjörn Tomtlund (M)", "Ledamot"]])
    document.save(str(word))
    for source, count in ((LUDVIKA, 10), (str(lines), 4), (str(word), 2)):
        assert main(["importera", str(kallelse), "--personer", source]) == 0
        people = parse_agenda(capsys.readouterr().out).agenda.people
        assert people[0].label == "Åsa Bergkvist (S)"
        assert people[0].role == "ordförande"
        assert len(people) == count, source
    assert [p.role for p in take_people(lines)] == ["ordförande", "ledamot", "ersättare", "sekreterare"]


def test_a_file_without_people_is_no_roster(tmp_path: Path) -> None:
    path = tmp_path / "inga.txt"
    path.write_text("hej\n", encoding="utf-8")
    with pytest.raises(IntakeFaults):
        take_people(path)


def test_ny_alone_is_a_skeleton_that_can_be_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ny"]) == 0
    loaded = parse_agenda(capsys.readouterr().out)
    assert loaded.warnings == ()
    assert loaded.agenda.items


def test_ny_asks_where_there_is_a_terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import io
    import sys

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("Tallviks kommun\nValnämnden\n2025-13-40\n2025-10-05\n17.30\n\n"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert main(["ny"]) == 0
    told = capsys.readouterr()
    plan = parse_agenda(told.out).agenda.meeting
    assert (plan.municipality, plan.body, plan.date.isoformat(), f"{plan.starts:%H.%M}") == (
        "Tallviks kommun",
        "Valnämnden",
        "2025-10-05",
        "17.30",
    )
    assert "gick inte att läsa" in told.err


def test_ny_efter_takes_over_people_and_the_next_paragraph(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ny", "--efter", LUDVIKA]) == 0
    told = capsys.readouterr()
    agenda = parse_agenda(told.out).agenda
    assert agenda.meeting.first_paragraph == 15
    assert agenda.meeting.body == "Vård- och omsorgsnämndens arbetsutskott"
    assert [x.title for x in agenda.items] == ["Information från förvaltningen", "Information från ordförande"]
    assert "nästa lediga § är 15" in told.err


def test_ny_efter_till_gives_the_body_above_what_was_proposed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ny", "--efter", LUDVIKA, "--till", "vård- och omsorgsnämnden"]) == 0
    agenda = parse_agenda(capsys.readouterr().out).agenda
    assert agenda.meeting.body == "Vård- och omsorgsnämnden"
    assert len(agenda.items) == 8
    assert agenda.items[1].history == "AU 2022-01-17 § 5"
    assert agenda.items[1].proposed_by == "arbetsutskottet"
    assert all(x.points for x in agenda.items)
    assert "föreslår" not in str(agenda.items[0].proposal)


def test_ny_till_a_body_that_got_nothing_says_what_there_was(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ny", "--efter", LUDVIKA, "--till", "Valnämnden"]) == 1
    assert "Vård- och omsorgsnämnden" in capsys.readouterr().err
    assert main(["ny", "--till", "Valnämnden"]) == 2
    capsys.readouterr()
    assert main(["ny", "--efter", "--till", "Valnämnden"]) == 3, "after the latest, of which there is none here"
    assert "Det finns inga sammanträden" in capsys.readouterr().err
