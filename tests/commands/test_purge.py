"""`klubban gallra`: after approval alone, after a question, telling what it removed, and never half done."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest

from exports.readable_draft import readable_draft_path
from exports.style import load_style, style_to_data
from sessions.archive import archive_toml
from sessions.emergency import MARK
from sessions.events import MeetingAmended
from sessions.places import sessions_dir
from sessions.store import Store
from tests.commands.test_cli import run
from tests.sessions.approved import SECRETS, approved
from tests.sessions.generated import AT

Capture = pytest.CaptureFixture[str]


def recorded(*, signed: bool = True) -> Path:
    """The session on the disk, with a readable draft, a draft and an emergency copy."""
    log = approved(signed=signed).log
    path = sessions_dir() / "kfn-2026.klubban"
    with Store.create(path, log.agenda, AT, records=log.records) as store:
        store.save_draft("simhall", "protocol", "Utkastord")
    readable_draft_path(path).write_text("Lappord", encoding="utf-8")
    return path


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def prints(form: str, *more: str, capsys: Capture) -> str:
    assert run("protokoll", "kfn-2026", "--format", form, *more) == 0
    return capsys.readouterr().out


def test_what_is_removed_is_told_and_every_protocol_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    path = recorded()
    monkeypatch.setenv("HOME", str(tmp_path))
    copy = tmp_path / f"{path.stem}{MARK}20260312-140000.toml"
    copy.write_text("Lappord", encoding="utf-8")
    ways = [(form, more) for form in ("md", "html", "json") for more in ((), ("--offentlig",))]
    before = [prints(form, *more, capsys=capsys) for form, more in ways]
    assert run("gallra", "kfn", "--ja") == 0
    told = capsys.readouterr().err
    for said in (
        "1 egen minnesanteckning",
        "1 halvskriven text",
        "1 ångrad åtgärd",
        "2 uppgifter som har rättats",
        "2 texter som senare har ersatts",
        "3 händelser i talarlistan",
        "kfn-2026.utkast.md",
        str(copy),
        "Protokollet är detsamma",
    ):
        assert said in told
    assert [prints(form, *more, capsys=capsys) for form, more in ways] == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert not copy.exists()
    assert not any(word.encode() in path.read_bytes() for word in SECRETS)
    assert run("gallra", "kfn", "--ja") == 0
    assert "ingenting att gallra" in capsys.readouterr().err


def test_before_approval_it_is_refused_with_the_reason_and_nothing_is_touched(capsys: Capture) -> None:
    path = recorded(signed=False)
    before = digest(path)
    assert run("gallra", "kfn", "--ja") == 1
    assert "inte justerat än" in capsys.readouterr().err
    assert digest(path) == before
    assert readable_draft_path(path).exists()


def test_it_asks_first_and_without_a_terminal_wants_to_be_told(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    path = recorded()
    kept = digest(path)
    assert run("gallra", "kfn") == 2
    assert "--ja" in capsys.readouterr().err
    for answer, code, same in (("\n", 1, True), ("nej\n", 1, True), ("j\n", 0, False)):
        asked = StringIO(answer)
        asked.isatty = lambda: True  # type: ignore[method-assign]
        monkeypatch.setattr("sys.stdin", asked)
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        assert run("gallra", "kfn") == code
        with Store.follow(path) as session:
            assert (len(session.since()) == len(approved().log.records)) is same
    assert digest(path) != kept


def test_what_would_give_another_protocol_is_not_done(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    path = recorded()
    monkeypatch.setattr("tui.commands.purge._prints", lambda meeting, style: object())
    assert run("gallra", "kfn", "--ja") == 3
    assert "Inget är borttaget" in capsys.readouterr().err
    with Store.follow(path) as session:
        assert session.since() == tuple(approved().log.records)
    assert sorted(p.name for p in path.parent.iterdir()) == [path.name, readable_draft_path(path).name]


def test_the_style_that_came_with_an_archive_stays_as_long_as_the_protocol_is_written_with_it(tmp_path: Path, capsys: Capture) -> None:
    log = approved().log
    own = style_to_data(replace(load_style("norberg"), name="Egen"))
    archive = tmp_path / "arkiv.toml"
    agenda = replace(log.agenda, meeting=replace(log.agenda.meeting, style="egen.toml"))
    archive.write_text(archive_toml(agenda, log.records, own_notes=True, style=own), encoding="utf-8")
    assert run("läs-in", str(archive)) == 0
    (path,) = sessions_dir().glob("*.klubban")
    style = path.with_suffix(".stil.toml")
    before = style.read_bytes()
    assert run("gallra", path.stem, "--ja") == 0
    assert style.read_bytes() == before
    assert ".stil.toml" not in capsys.readouterr().err
    assert run("protokoll", path.stem) == 0
    with Store.open(path, AT) as store:
        store.append([MeetingAmended(at=AT, field="style", value="ludvika")], after=store.last)
    assert run("gallra", path.stem, "--ja") == 0
    assert style.name in capsys.readouterr().err
    assert not style.exists()


def test_somebody_who_records_or_follows_stops_it_and_an_archive_is_not_purged(capsys: Capture) -> None:
    path = recorded()
    with Store.open(path, AT, wal=True) as store:
        assert run("gallra", "kfn", "--ja") == 3
        assert "redan öppet för anteckning" in capsys.readouterr().err
        assert store.since()
    assert run("gallra", "x.toml", "--ja") == 2


@pytest.mark.skipif(not hasattr(sys, "addaudithook") or sys.platform == "win32", reason="forks")
def test_killed_at_any_touch_of_the_disk_the_session_is_the_old_or_the_new_and_asking_again_ends_it(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.commands.killed_purge", str(tmp_path)], capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert int(done.stdout.split()[-1]) > 5
