"""Several at one file: followers, a backup, somebody who locks it, somebody who deletes it, and a reader who leaves."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from sessions import emergency
from sessions.events import ItemOpened, MeetingOpened, PersonArrived, TextWritten
from sessions.following import Following
from sessions.lock import Lock
from sessions.store import InUse, NotSaved, Store
from tests.sessions.generated import AGENDA, AT

posix = pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be deleted or copied there")
BACKUP = (
    "import sqlite3, sys; a = sqlite3.connect(sys.argv[1]); b = sqlite3.connect(sys.argv[2]); a.backup(b, pages=1, sleep=0.001); b.close()"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "x.klubban"


def text(number: int) -> TextWritten:
    return TextWritten(at=AT + timedelta(seconds=number), item="x", section="s", text=f"rad {number} " * 30)


@posix
def test_ten_followers_and_two_kinds_of_backup_stop_nobody_and_the_last_follower_leaves_one_file_that_opens_alone(
    path: Path, tmp_path: Path
) -> None:
    store = Store.create(path, AGENDA, AT, wal=True)
    followers = [Following(path) for _ in range(10)]
    backup = subprocess.Popen([sys.executable, "-c", BACKUP, str(path), str(tmp_path / "kopia.klubban")])
    for number in range(120):
        store.append([text(number)], after=number)
        for following in followers[number % 10 :: 5]:
            following.poll()
        if number == 60:
            subprocess.run(["cp", str(path), str(tmp_path / "cp.klubban")], check=True)
    assert backup.wait(30) == 0
    for following in followers:
        following.poll()
        assert following.log.last_seq == 120
    store.close()
    for following in followers:
        following.close()
    assert sorted(p.name for p in tmp_path.iterdir()) == ["cp.klubban", "kopia.klubban", "x.klubban"], "no log, no lock, nothing beside"
    alone = tmp_path / "annan" / "x.klubban"
    alone.parent.mkdir()
    shutil.copyfile(path, alone)
    alone.chmod(0o400)
    alone.parent.chmod(0o500)
    try:
        with Store.follow(alone) as read:
            assert len(read.since()) == 120
    finally:
        alone.parent.chmod(0o700)
    with Store.open(tmp_path / "kopia.klubban", AT) as copy:
        assert copy.integrity() == ""


def test_a_file_that_somebody_locks_is_told_and_written_when_they_let_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sessions.store.connecting.PATIENCE", 0.1)
    with Store.create(path, AGENDA, AT, wal=True) as store, closing(sqlite3.connect(path, isolation_level=None)) as scanner:
        scanner.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved, match="Ett annat program håller filen"):
            store.append([MeetingOpened(at=AT)], after=0)
        scanner.execute("ROLLBACK")
        assert store.append([MeetingOpened(at=AT)], after=0)


def test_a_reader_that_tidies_up_is_waited_for_and_a_recorder_is_not(path: Path) -> None:
    Store.create(path, AGENDA, AT).close()
    reader = Lock.take(path.with_name("x.klubban.lås"), None)
    threading.Timer(0.25, reader.release).start()
    with Store.open(path, AT), pytest.raises(InUse) as refused:
        Store.open(path, AT)
    assert str(os.getpid()) in refused.value.who
    assert refused.value.since == AT.isoformat(timespec="seconds")


@posix
@pytest.mark.skipif(not hasattr(os, "O_PATH"), reason="only Linux tells a deleted file from a moved one")
@pytest.mark.parametrize("wal", [True, False])
def test_a_file_that_is_deleted_under_the_recorder_is_written_anew(path: Path, wal: bool) -> None:
    with Store.create(path, AGENDA, AT, wal=wal) as store:
        store.append([MeetingOpened(at=AT)], after=0)
        with closing(Following(path)) as following:
            for beside in path.parent.glob("x.klubban*"):
                if not beside.name.endswith(".lås"):
                    beside.unlink()
            store.append([PersonArrived(at=AT, person="p")], after=1)
            store.save_draft("x", "s", "halvt")
            assert following.poll() is not None
            assert following.log.last_seq == 2
        assert store._connection.execute("PRAGMA journal_mode").fetchone()[0] == ("wal" if wal else "truncate")
        assert store._connection.execute("PRAGMA synchronous").fetchone()[0] == (2 if wal else 3)
    with Store.open(path, AT) as again:
        assert len(again.since()) == 2
        assert again.drafts()[0].text == "halvt"
        assert again.integrity() == ""


def test_an_emergency_copy_holds_all_and_overwrites_nothing(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sessions.archive import read_archive

    monkeypatch.setenv("HOME", str(tmp_path / "person"))
    (tmp_path / "person" / "Dokument").mkdir(parents=True)
    with Store.create(path, AGENDA, AT) as store:
        records = store.append([MeetingOpened(at=AT), ItemOpened(at=AT, items=(AGENDA.items[0].id,), paragraphs=(1,))], after=0)
    folder = tmp_path / "person" / "Dokument"
    assert folder in emergency.places(path)
    copies = [emergency.write_copy(folder, path, AGENDA, records, AT) for _ in range(2)]
    assert copies[0] != copies[1]
    assert emergency.copies(path) == tuple(sorted(copies))
    assert read_archive(copies[0]).records == records
    if sys.platform != "win32":
        assert copies[0].stat().st_mode & 0o777 == 0o600
    with pytest.raises(OSError, match="finns inte"):
        emergency.write_copy(folder / "finns inte", path, AGENDA, records, AT)
    assert len(emergency.copies(path)) == 2
