"""Formats, notice, lists and house styles from the command line: where they go, what is said, exit codes."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from sessions import events as ev
from sessions.archive import archive_toml
from sessions.examples import archive_paths
from tests.commands.test_cli import run
from tests.exports.scenario import at, played

LUDVIKA = str(archive_paths()["ludvika"])
NORBERG = str(archive_paths()["norberg"])

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def session(tmp_path: Path) -> str:
    """The worked meeting as an archive, with an address in a text and one § approved at once."""
    table = played()
    table.now = at(16)
    table.act(ev.TextWritten(at=at(16), item="simhall", section="protocol", text="Frågor till per.lind@exempel.se, 070-123 45 67."))
    table.act(ev.ImmediatelyApproved(at=at(16) + timedelta(minutes=1), items=("bidrag",)))
    path = tmp_path / "kfn.toml"
    path.write_text(archive_toml(table.log.agenda, table.log.records), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("form", "begins"), [("md", "# "), ("html", "<!DOCTYPE html>"), ("json", "{")])
def test_text_goes_to_stdout_and_to_the_file_that_is_named(form: str, begins: str, tmp_path: Path, capsys: Capture) -> None:
    assert run("protokoll", LUDVIKA, "--format", form) == 0
    shown = capsys.readouterr().out
    assert shown.startswith(begins)
    target = tmp_path / f"p.{form}"
    assert run("protokoll", LUDVIKA, "--format", form, "-o", str(target)) == 0
    assert target.read_text(encoding="utf-8") == shown


@pytest.mark.skipif(importlib.util.find_spec("typst") is None, reason="the extra klubban[pdf] is not installed")
def test_pdf_gets_a_name_that_says_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("protokoll", LUDVIKA, "--format", "pdf") == 0
    (made,) = tmp_path.glob("*.pdf")
    assert made.name.endswith("-UTKAST.pdf")
    assert made.read_bytes().startswith(b"%PDF")


def test_pdf_without_the_extra_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    monkeypatch.chdir(tmp_path)
    assert run("protokoll", LUDVIKA, "--format", "pdf") == 3
    assert "pip install 'klubban[pdf]'" in capsys.readouterr().err
    assert list(tmp_path.glob("*.pdf")) == []


def test_metadata_is_a_block_before_the_same_text(capsys: Capture) -> None:
    assert run("protokoll", LUDVIKA) == 0
    plain = capsys.readouterr().out
    assert run("protokoll", LUDVIKA, "--metadata") == 0
    block, _, text = capsys.readouterr().out.removeprefix("---\n").partition("\n---\n\n")
    assert text == plain
    lines = block.splitlines()
    assert 'date: "2022-01-17"' in lines
    assert 'status: "UTKAST – ej justerat"' in lines
    assert '  - name: "Åsa Bergkvist"' in lines
    assert "  - number: 6" in lines
    assert all(json.loads(value) is not None for line in lines if (value := line.partition(": ")[2]))
    assert run("protokoll", LUDVIKA, "--metadata", "--format", "html") == 2


def test_the_schema_of_the_json_is_published(capsys: Capture) -> None:
    assert run("schema", "--protokoll") == 0
    schema = json.loads(capsys.readouterr().out)
    assert run("protokoll", LUDVIKA, "--format", "json") == 0
    assert set(json.loads(capsys.readouterr().out)) == set(schema["properties"])


def test_r_1206_the_public_version_warns_of_addresses_and_numbers_and_the_whole_one_does_not(session: str, capsys: Capture) -> None:
    for form in ("md", "html", "json"):
        assert run("protokoll", session, "--format", form, "--offentlig") == 0
        told = capsys.readouterr().err
        assert "§\u00a085" in told or "§ 85" in told
        assert "per.lind@exempel.se" in told
        assert "070-123 45 67" in told
    assert run("protokoll", session) == 0
    assert capsys.readouterr().err == ""


def test_r_1110_anslag_says_the_days_on_paper_and_on_stderr(session: str, capsys: Capture) -> None:
    assert run("anslag", session, "--justerat", "2026-03-13") == 0
    told = capsys.readouterr()
    assert "2026-04-07" in told.out
    assert "tas ned 2026-04-08" in told.err
    assert "Varning" not in told.err


def test_r_1107_a_notice_that_comes_late_is_a_warning_and_an_impossible_day_wrong_usage(session: str, capsys: Capture) -> None:
    assert run("anslag", session, "--justerat", "2026-03-13", "--anslås", "2026-03-17") == 0
    assert "R-1107" in capsys.readouterr().err
    assert run("anslag", session, "--justerat", "2026-03-11") == 2
    assert run("anslag", session, "--justerat", "2026-03-13", "--anslås", "2026-03-12") == 2
    assert run("anslag", session, "--justerat", "13 mars") == 2
    assert "inget datum" in capsys.readouterr().err
    assert run("anslag", session) == 2


def test_anslag_to_a_file_follows_the_rules_of_all_files(session: str, tmp_path: Path) -> None:
    target = tmp_path / "anslag.html"
    target.write_text("mitt", encoding="utf-8")
    words = ("anslag", session, "--justerat", "2026-03-13", "--format", "html", "-o", str(target))
    assert run(*words) == 3
    assert target.read_text(encoding="utf-8") == "mitt"
    assert run(*words, "--ersätt") == 0
    assert "2026-04-07" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("which", "says"),
    [
        ("röstlista", "Upprops- och voteringslista"),
        ("expediering", "Norra IF"),
        ("uppföljning", "följa upp"),
        ("omedelbar", "Underskrifter"),
    ],
)
def test_the_lists_of_the_kansli(which: str, says: str, session: str, capsys: Capture) -> None:
    assert run("handling", which, session) == 0
    assert says in capsys.readouterr().out


def test_a_list_that_would_be_empty_is_said_to_be(capsys: Capture) -> None:
    assert run("handling", "omedelbar", LUDVIKA) == 1
    assert "omedelbart justerad" in capsys.readouterr().err
    assert run("handling", "allt", LUDVIKA) == 2


def test_a_style_is_copied_changed_and_checked(tmp_path: Path, capsys: Capture) -> None:
    own = tmp_path / "var.toml"
    assert run("stil", "kopiera", "ludvika", "-o", str(own)) == 0
    assert run("stil", "kontrollera", str(own)) == 0
    assert "utan fel" in capsys.readouterr().out
    own.write_text(own.read_text(encoding="utf-8").replace("[headings]", '[headings]\ndesicion = "Beslut"'), encoding="utf-8")
    assert run("stil", "kontrollera", str(own)) == 1
    told = capsys.readouterr().out
    assert "menas decision?" in told
    assert "rad" in told
    assert run("stil", "kopiera", "norberg", "-o", str(own)) == 0  # it was edited: the new one lies beside it
    assert "desicion" in own.read_text(encoding="utf-8")
    assert (tmp_path / "var-2.toml").is_file()


def test_a_style_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    assert run("stil", "kopiera", "ludvka") == 2
    assert "menas ludvika?" in capsys.readouterr().err
    assert run("stil", "kontrollera", str(tmp_path / "saknas.toml")) == 3
    assert run("stil") == 2


def test_a_style_copied_to_stdout_is_the_file_itself(capsys: Capture) -> None:
    from exports.style import style_text

    assert run("stil", "kopiera", "standard") == 0
    assert capsys.readouterr().out == style_text("standard")


@pytest.mark.parametrize("form", ["md", "html", "json"])
def test_nothing_secret_is_in_the_public_protocol_of_norberg(form: str, capsys: Capture) -> None:
    assert run("protokoll", NORBERG, "--format", form, "--offentlig") == 0
    public = capsys.readouterr().out
    assert run("protokoll", NORBERG, "--format", form) == 0
    assert len(public) < len(capsys.readouterr().out)


def test_a_style_of_ones_own_follows_in_the_archive_and_not_the_path_to_it(tmp_path: Path, capsys: Capture) -> None:
    here, there = tmp_path / "har", tmp_path / "dar"
    for folder in (here, there):
        folder.mkdir()
    style = here / "var.toml"
    style.write_text('name = "Vår egen"\nextends = "standard"\n[headings]\nsummary = "Vår bakgrund"\n', encoding="utf-8")
    archive = Path(LUDVIKA).read_text(encoding="utf-8")
    agenda = (Path(LUDVIKA).parents[2] / "agendas" / "examples" / Path(LUDVIKA).name).as_posix()
    ours = here / "mote.toml"
    lines = [f'agenda = "{agenda}"' if line.startswith("agenda = ") else line for line in archive.splitlines()]
    ours.write_text("\n".join(lines), encoding="utf-8")
    assert run("läsin", str(ours)) == 0
    from dataclasses import replace

    from sessions.places import find_session
    from sessions.store import Store

    entry = find_session()
    with Store.follow(entry.path) as store:
        plan = replace(store.agenda.meeting, style=str(style))
        own, records = replace(store.agenda, meeting=plan), store.since(0)
    ours.write_text(archive_toml(own, records), encoding="utf-8")  # as one written before styles followed
    moved = there / "mote.toml"
    assert run("arkivera", str(ours), "-o", str(moved)) == 0
    assert str(here) not in moved.read_text(encoding="utf-8")
    style.unlink()
    capsys.readouterr()
    assert run("protokoll", str(moved)) == 0
    assert "### Vår bakgrund" in capsys.readouterr().out
    assert run("läsin", str(moved)) == 0
    assert run("protokoll") == 0  # the session that was made of it
    assert "### Vår bakgrund" in capsys.readouterr().out
    again = there / "igen.toml"
    assert run("arkivera", "-o", str(again)) == 0
    assert again.read_text(encoding="utf-8") == moved.read_text(encoding="utf-8")
    assert run("arkivera", str(ours), "-o", str(tmp_path / "utan.toml")) == 0  # the style is gone: told, and the record is kept
    assert "kan inte läsas och följer inte med" in capsys.readouterr().err


def test_what_changed_since_the_last_export_is_told_by_paragraph(session: str, tmp_path: Path, capsys: Capture) -> None:
    target = str(tmp_path / "p.docx")
    assert run("protokoll", session, "-o", target) == 0
    assert "förra utskriften" not in capsys.readouterr().err
    assert run("protokoll", session, "-o", target) == 0
    said = capsys.readouterr().err
    assert "Inget är ändrat sedan förra utskriften." in said
    assert "följer inte med till utdrag och anslag" in said
    text = Path(session).read_text(encoding="utf-8").replace("per.lind@exempel.se", "kansliet")
    Path(session).write_text(text, encoding="utf-8")
    assert run("protokoll", session) == 0
    assert "Ändrat sedan förra utskriften: § 85 (Överläggning)." in capsys.readouterr().err
    assert run("protokoll", session, "--offentlig") == 0  # another version: it has no earlier export
    assert "förra utskriften" not in capsys.readouterr().err


def test_extracts_and_notice_say_that_they_come_from_the_meeting(session: str, capsys: Capture) -> None:
    for words in (
        ("utdrag", session, "--paragraf", "84"),
        ("anslag", session, "--justerat", "2026-03-17"),
        ("handling", "expediering", session),
    ):
        assert run(*words) == 0
        assert "Görs av sammanträdet i Klubban, inte av en fil som någon har ändrat för hand." in capsys.readouterr().err


def test_the_municipalitys_own_word_file_is_the_template_by_flag_and_by_style(tmp_path: Path, capsys: Capture) -> None:
    import docx as word

    letterhead = word.Document()
    letterhead.add_paragraph("Text som inte ska med")
    letterhead.sections[0].footer.paragraphs[0].text = "Ludvika kommun, 771 82 Ludvika"
    letterhead.save(str(tmp_path / "brev.docx"))
    style = tmp_path / "var.toml"
    style.write_text('name = "Vår"\nextends = "ludvika"\nword_template = "brev.docx"\n', encoding="utf-8")
    for flags in (("--mall", str(tmp_path / "brev.docx")), ("--stil", str(style))):
        target = tmp_path / f"p{flags[0]}.docx"
        assert run("protokoll", LUDVIKA, *flags, "-o", str(target)) == 0
        made = word.Document(str(target))
        assert made.sections[0].footer.paragraphs[0].text == "Ludvika kommun, 771 82 Ludvika"
        assert "inte ska med" not in "".join(p.text for p in made.paragraphs)
    capsys.readouterr()
    assert run("protokoll", LUDVIKA, "--mall", str(tmp_path / "saknas.docx"), "-o", str(tmp_path / "x.docx")) == 3
    assert "filen finns inte" in capsys.readouterr().err
    assert run("protokoll", LUDVIKA, "--mall", "brev.docx") == 2
