"""The command line: data on stdout, talk on stderr, exit codes that mean something, no traceback."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from argparse import ArgumentParser, _SubParsersAction
from collections.abc import Iterator
from pathlib import Path

import pytest

from agendas.examples import example_paths
from agendas.version import VERSION
from sessions.examples import archive_paths
from tui.cli import main
from tui.commands.arguments import parser
from tui.commands.face import warn_of_place

LUDVIKA = str(archive_paths()["ludvika"])


def run(*words: str) -> int:
    """The exit code of one command."""
    try:
        return main(list(words))
    except SystemExit as stopped:  # argparse leaves this way
        return int(stopped.code or 0)


def test_the_version_comes_from_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"klubban {VERSION}\n"


def test_help_is_swedish_and_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    text = capsys.readouterr().out
    for word in (
        "användning",
        "starta",
        "fortsätt",
        "lista",
        "exempel",
        "kontrollera",
        "protokoll",
        "utdrag",
        "arkivera",
        "läs-in",
        "schema",
    ):
        assert word in text
    assert "Utgångskoder" in text
    for english in ("usage", "optional", "positional", "show this help"):
        assert english not in text


def test_the_help_of_every_command_is_in_swedish() -> None:
    """No word of argparse's own English, in any command's own help."""

    def below(made: ArgumentParser) -> Iterator[ArgumentParser]:
        yield made
        for action in made._actions:
            for inner in (action.choices or {}).values() if isinstance(action, _SubParsersAction) else ():
                yield from below(inner)

    parsers = list(below(parser()))
    assert len(parsers) > 20
    english = {
        made.prog: found
        for made in parsers
        if (
            found := re.findall(
                r"(?i)\b(?:usage|options?|positional|arguments|show|this|the|and|exit|default|message|number)\b", made.format_help()
            )
        )
    }
    assert english == {}


def test_only_the_command_that_is_typed_gets_its_words() -> None:
    """The others are a name and a help: `klubban --help` was made of them for the most part."""
    top = parser()
    assert top.parse_args(["utdrag", "--paragraf", "6", "8"]).paragraf == [6, 8]
    assert "stil" in top.format_help()
    (commands,) = (action.choices for action in top._actions if isinstance(action, _SubParsersAction))
    assert [name for name, made in commands.items() if "_actions" in vars(made)] == ["utdrag"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["protokol"], "finns inte"),
        (["kontrollera"], "det saknas"),
        (["utdrag", "--paragraf", "ett"], "inget giltigt värde"),
        (["protokoll", "--format", "xls"], "välj bland"),
        (["lista", "--nej"], "okänt"),
        (["--version=3"], "tar inget värde"),
        (["protokoll", "--format"], "behöver ett värde"),
    ],
)
def test_wrong_usage_is_told_in_swedish_and_ends_with_2(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 2
    assert said in capsys.readouterr().err


def test_kontrollera_tells_a_sound_agenda(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("kontrollera", str(example_paths()["ludvika"])) == 0
    assert "10 personer och 14 ärenden" in capsys.readouterr().out


def test_kontrollera_tells_every_fault_with_its_line_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    faulty = tmp_path / "fel.toml"
    faulty.write_text(
        '[meeting]\nbody = "KS"\ndate = 2026-01-01\nstarts = 13:00:00\nplats = "A"\n\n[[item]]\ntitel = "X"\n', encoding="utf-8"
    )
    assert run("kontrollera", str(faulty)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert any("rad 5" in line and "place" in line for line in lines)
    assert any("rad 8" in line and "title" in line for line in lines)


def test_a_missing_file_ends_with_3(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("kontrollera", "finns-inte.toml") == 3
    assert run("protokoll", "finns-inte.toml") == 3
    assert "filen finns inte" in capsys.readouterr().err


@pytest.mark.parametrize("flags", [[], ["--arkiv"], ["--stil"]])
def test_the_schemas_are_json(flags: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", *flags) == 0
    assert "properties" in json.loads(capsys.readouterr().out)


def test_lista_says_so_when_there_is_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("lista") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "Inga sammanträden" in told.err


def test_the_rehearsal_plays_through_without_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("exempel") == 0
    protocol = (tmp_path / "protokoll-ludvika-2022-01-17-UTKAST.md").read_text(encoding="utf-8")
    assert "UTKAST – ej justerat" in protocol
    capsys.readouterr()
    assert run("lista") == 0
    assert "2022-01-17" in capsys.readouterr().out
    assert run("protokoll") == 0
    assert capsys.readouterr().out == protocol


def test_the_protocol_of_an_archive_goes_to_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("protokoll", LUDVIKA) == 0
    assert "Ansökan om föreningsbidrag 2022" in capsys.readouterr().out


def test_a_file_that_exists_is_not_overwritten_unless_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "protokoll.md"
    target.write_text("mitt eget", encoding="utf-8")
    assert run("protokoll", LUDVIKA, "-o", str(target)) == 3
    assert target.read_text(encoding="utf-8") == "mitt eget"
    assert "--ersätt" in capsys.readouterr().err
    assert run("protokoll", LUDVIKA, "-o", str(target), "--ersätt") == 0
    assert "UTKAST" in target.read_text(encoding="utf-8")


def test_a_file_of_ours_is_replaced_and_one_edited_by_hand_is_kept(tmp_path: Path) -> None:
    target = tmp_path / "protokoll.md"
    assert run("protokoll", LUDVIKA, "-o", str(target)) == 0
    assert run("protokoll", LUDVIKA, "-o", str(target)) == 0
    target.write_text(target.read_text(encoding="utf-8") + "tillägg", encoding="utf-8")
    assert run("protokoll", LUDVIKA, "-o", str(target)) == 0
    assert target.read_text(encoding="utf-8").endswith("tillägg")
    assert (tmp_path / "protokoll-2.md").is_file()


def test_the_ending_of_the_file_says_the_format(tmp_path: Path) -> None:
    target = tmp_path / "protokoll.docx"
    assert run("protokoll", LUDVIKA, "-o", str(target)) == 0
    assert target.read_bytes().startswith(b"PK")
    assert run("protokoll", LUDVIKA, "-o", str(tmp_path / "protokoll.xls")) == 2


def test_streams_that_are_closed_give_no_traceback(tmp_path: Path) -> None:
    line = f"{sys.executable} -m tui protokoll {LUDVIKA} <&- >&-"
    done = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    assert "Ett fel i Klubban" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m tui protokoll {LUDVIKA} > /dev/full"], stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    assert done.returncode == 3
    assert "disken är full" in done.stderr


def test_word_without_a_name_gets_one_that_says_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("protokoll", LUDVIKA, "--format", "docx") == 0
    (made,) = tmp_path.glob("*.docx")
    assert made.name.endswith("-UTKAST.docx")
    assert made.read_bytes().startswith(b"PK")


def test_extracts_hold_the_paragraphs_asked_for_and_no_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("utdrag", LUDVIKA, "--paragraf", "6") == 0
    text = capsys.readouterr().out
    assert "Ansökan om föreningsbidrag 2022" in text
    assert "Bokslut 2021" not in text
    assert run("utdrag", LUDVIKA, "--paragraf", "99") == 2


def test_extracts_to_a_folder_are_a_file_each(tmp_path: Path) -> None:
    folder = tmp_path / "utdrag"
    folder.mkdir()
    assert run("utdrag", LUDVIKA, "--paragraf", "3", "6", "-o", str(folder)) == 0
    assert [p.name for p in sorted(folder.iterdir())] == [f"utdrag-ludvika-2022-01-17-paragraf-{n}-UTKAST.md" for n in (3, 6)]


def test_an_archive_read_in_and_written_again_is_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("läsin", LUDVIKA) == 0
    first, second = tmp_path / "ett.toml", tmp_path / "två.toml"
    assert run("arkivera", "-o", str(first)) == 0
    assert run("lasin", str(first)) == 0
    assert run("arkivera", "-o", str(second)) == 0
    assert first.read_text(encoding="utf-8") == second.read_text(encoding="utf-8")
    capsys.readouterr()
    assert run("protokoll", str(first)) == 0
    protocol = capsys.readouterr().out
    assert run("protokoll", LUDVIKA) == 0
    assert capsys.readouterr().out == protocol


def test_granska_lists_tab_separated_findings(capsys: pytest.CaptureFixture[str]) -> None:
    code = run("granska", str(archive_paths()["kungalv"]))
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert all(len(row) == 4 and row[0] in {"fel", "varning", "upplysning"} for row in rows)
    assert ["R-1003", "§ 84"] in [row[1:3] for row in rows]
    assert code == int(any(row[0] == "fel" for row in rows))


def test_screens_need_a_terminal() -> None:
    for words in ([], ["fortsätt"], ["starta", str(example_paths()["ludvika"])]):
        done = subprocess.run(
            [sys.executable, "-m", "tui", *words], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 2
        assert "terminal" in done.stderr
        assert "Traceback" not in done.stderr


def test_a_fault_of_our_own_is_told_calmly_and_logged(
    monkeypatch: pytest.MonkeyPatch, own_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> int:
        raise RuntimeError("hemligt namn")

    monkeypatch.setattr("tui.commands.meetings.list_meetings", broken)
    assert run("lista") == 3
    told = capsys.readouterr().err
    assert "Ett fel i Klubban" in told
    assert "Traceback" not in told
    log = (own_home / "klubban.log").read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "hemligt namn" not in log


def test_a_synchronised_home_is_warned_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for home, warned in ((tmp_path / "OneDrive - Ludvika kommun", True), (tmp_path / "lokalt", False)):
        monkeypatch.setenv("KLUBBAN_HEM", str(home))
        warn_of_place()
        assert ("synkas med OneDrive" in capsys.readouterr().err) is warned
