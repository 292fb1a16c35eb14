"""A file that is damaged, newer or not ours: one clear sentence from every way in, and not a byte of it changed."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sessions.archive import read_archive
from sessions.events import TextWritten
from sessions.places import sessions_dir
from sessions.store import VERSION, Store
from tests.commands.test_cli import run
from tests.sessions.approved import approved
from tests.sessions.generated import AT

Capture = pytest.CaptureFixture[str]
READING = ("granska", "protokoll", "arkivera -o ut.toml", "gallra --ja", "utdrag --paragraf 84", "ny --efter")
SCREENS = ("fortsätt", "ordförande")


def sound() -> Path:
    log = approved().log
    path = sessions_dir() / "kfn-2026.klubban"
    Store.create(path, log.agenda, AT, records=log.records).close()
    return path


def _changed_letter(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"Kvarord", b"Kvavord", 1))


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def _scratched(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    for place in range(4096, len(whole), 4096):
        whole[place : place + 16] = b"\xff" * 16
    path.write_bytes(whole)


def _newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")


def _of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE moz_places (url TEXT)")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("Protokoll fört vid sammanträde\n" * 40, encoding="utf-8")


def _event_of_the_future(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO events VALUES (9999, 9999, ?, 'MeetingSung', '{}')", (AT.isoformat(),))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (_changed_letter, "är skadad"),
        (_half, "är skadad"),
        (_scratched, "är skadad"),
        (_newer, "nyare Klubban"),
        (_of_another_program, "ett annat program"),
        (_empty, "är tom"),
        (_text, "är ingen sessionsfil"),
        (_event_of_the_future, "händelse 9999"),
    ],
)
def test_every_way_in_says_it_in_one_sentence_and_touches_nothing(
    damage, said: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    path = sound()
    damage(path)
    before, beside = hashlib.sha256(path.read_bytes()).hexdigest(), sorted(path.parent.iterdir())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    ways = [f"{way.split()[0]} {path} {way.partition(' ')[2]}" for way in (*READING, *SCREENS) if "--efter" not in way]
    for way in (*ways, f"ny --efter {path}"):
        assert run(*way.split()) == 3, way
        told = capsys.readouterr()
        assert said in told.err, way
        assert len(told.err.strip().splitlines()) == 1, told.err
        assert "Traceback" not in told.err
        assert told.out == ""
    assert run("lista") == 0
    (listed,) = capsys.readouterr().out.splitlines()
    assert listed.startswith(path.stem)
    assert said in listed or damage is _event_of_the_future, "the list says it before anybody opens it"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert sorted(path.parent.iterdir()) == beside


def test_raedda_saves_what_can_be_read_and_names_what_could_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.chdir(tmp_path)
    path = sound()
    records = tuple(approved().log.records)
    assert run("rädda", str(path)) == 0
    assert "Allt som filen säger sig hålla är med" in capsys.readouterr().err
    assert read_archive(Path("kfn-2026-räddat.toml")).records == records
    assert Path("kfn-2026-räddat.toml").stat().st_mode & 0o077 == 0
    written = next(r.seq for r in records if isinstance(r.event, TextWritten) and "Kvarord" in r.event.text)
    broken = path.read_bytes().replace(b'"text":"Kvarord', b'"text":7Kvarord', 1)
    path.write_bytes(broken)
    assert run("radda", str(path), "-o", "delar.toml") == 1
    told = capsys.readouterr().err
    assert f"Gick INTE att läsa: händelse {written}." in told
    assert f"{written}: dess innehåll är förstört" in told
    assert path.read_bytes() == broken
    assert [r.seq for r in read_archive(Path("delar.toml")).records] == [r.seq for r in records if r.seq != written]
    assert run("läs-in", "delar.toml") == 0
    assert run("protokoll", "delar.toml") == 0


def test_raedda_of_what_is_no_meeting_says_so(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "x.klubban").write_text("Hej", encoding="utf-8")
    assert run("rädda", str(tmp_path / "x.klubban")) == 3
    assert "ingenting av ett sammanträde gick att läsa" in capsys.readouterr().err
    assert run("rädda", str(tmp_path / "borta.klubban")) == 3
    assert "filen finns inte" in capsys.readouterr().err


def test_a_log_that_was_lost_or_left_behind_gives_no_traceback_and_no_half_act(tmp_path: Path, capsys: Capture) -> None:
    path, log = sound(), approved().log
    with Store.open(path, AT, wal=True) as store:
        store.append([TextWritten(at=AT, item="simhall", section="title", text="a")], after=store.last)
        files = {ending: path.with_name(path.name + ending).read_bytes() for ending in ("", "-wal")}
    for number, wal in enumerate((b"", files["-wal"][:-20], b"\xff" * 5000, b"kort")):
        copy = tmp_path / f"{number}.klubban"
        copy.write_bytes(files[""])
        copy.with_name(copy.name + "-wal").write_bytes(wal)
        assert run("protokoll", str(copy)) in (0, 3)
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        if not told.err:
            with Store.open(copy, AT) as again:
                assert again.since()[: len(log.records)] == tuple(log.records)
