"""The store keeps its promises: nothing acknowledged is lost, nothing is changed, nothing foreign is touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sessions.codec import CodecFault
from sessions.disks import is_synced_or_network
from sessions.events import (
    Corrected,
    ItemOpened,
    MeetingClosed,
    MeetingOpened,
    PersonArrived,
    PrivateNoteWritten,
    Recorded,
    TextWritten,
    Undone,
)
from sessions.places import Ambiguous, NotFound, find_session, list_sessions, new_session_path, sessions_dir
from sessions.store import APPLICATION_ID, PRIVATE, VERSION, Conflict, InUse, NotSaved, Store, StoreFault, peek
from sessions.store.rows import recorded
from tests.sessions.generated import AGENDA, AT

OPENED = MeetingOpened(at=AT)
ARRIVED = PersonArrived(at=AT, person="asa-bergkvist")
posix = pytest.mark.skipif(sys.platform == "win32", reason="file modes are POSIX")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sammanträden" / "ludvika.klubban"


@pytest.fixture(params=[True, False], ids=["wal", "without wal"])
def store(path: Path, request: pytest.FixtureRequest) -> Iterator[Store]:
    with Store.create(path, AGENDA, AT, wal=request.param) as store:
        yield store


def header_of(path: Path) -> dict[str, Any]:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as raw:
        return {name: raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version", "journal_mode")}


def pragma(store: Store, name: str) -> Any:
    return store._connection.execute(f"PRAGMA {name}").fetchone()[0]


# What is promised


def test_what_was_appended_is_there_after_reopening(store: Store, path: Path) -> None:
    first = store.append([OPENED, ARRIVED], after=0)
    second = store.append([ItemOpened(at=AT, items=("x",), paragraphs=(1,))], after=2)
    assert [(r.seq, r.act) for r in (*first, *second)] == [(1, 1), (2, 1), (3, 2)]
    store.close()
    with Store.open(path, AT) as again:
        assert again.since() == (*first, *second)
        assert again.since(2) == second
        assert again.agenda == AGENDA
        assert again.meta == {"id": "ludvika", "created": AT.isoformat()}


def test_on_a_local_disk_it_is_wal_and_full(path: Path) -> None:
    with Store.create(path, AGENDA, AT, wal=True) as store:
        modes = [pragma(store, name) for name in ("journal_mode", "synchronous", "wal_autocheckpoint", "fullfsync")]
        assert modes == ["wal", 2, 100, 1], "weaker modes were measured to lose acknowledged events in a power cut"


def test_elsewhere_it_is_truncate_and_extra(path: Path) -> None:
    with Store.create(path, AGENDA, AT, wal=False) as store:
        assert [pragma(store, name) for name in ("journal_mode", "synchronous")] == ["truncate", 3]
    synced = path.parent / "OneDrive - Ludvika kommun" / "x.klubban"
    with Store.create(synced, AGENDA, AT) as store:
        assert pragma(store, "journal_mode") == "truncate"


def test_reopening_keeps_the_strong_modes(path: Path) -> None:
    Store.create(path, AGENDA, AT).close()
    with Store.open(path, AT, wal=True) as store:
        assert [pragma(store, name) for name in ("journal_mode", "synchronous")] == ["wal", 2]


def test_the_file_says_in_its_header_what_it_is_from_the_beginning(path: Path) -> None:
    with Store.create(path, AGENDA, AT):
        assert header_of(path)["application_id"] == APPLICATION_ID
        assert header_of(path)["user_version"] == VERSION


@posix
def test_only_the_owner_can_read_it(store: Store, path: Path) -> None:
    store.append([OPENED], after=0)
    modes = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    assert set(modes.values()) == {0o600}, modes
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("table", ["events", "agenda"])
def test_nothing_that_was_written_can_be_changed_or_removed(store: Store, table: str) -> None:
    store.append([OPENED], after=0)
    column = "type" if table == "events" else "plain"
    for sql in (f"UPDATE {table} SET {column} = '{{}}'", f"DELETE FROM {table}"):
        with pytest.raises(sqlite3.IntegrityError):
            store._connection.execute(sql)
    for sql in ("INSERT OR REPLACE INTO events VALUES (1, 1, '', 'X', '{}')", "INSERT INTO events VALUES (2, 1, '', 'X', 'no json')"):
        with pytest.raises(sqlite3.IntegrityError):
            store._connection.execute(sql)


def test_an_act_is_written_whole_or_not_at_all(store: Store) -> None:
    naive = PersonArrived(at=AT.replace(tzinfo=None), person="x")
    with pytest.raises(CodecFault, match="tidszon"):
        store.append([OPENED, naive], after=0)
    assert store.since() == ()
    assert store.append([OPENED], after=0)[0].seq == 1


def test_an_act_for_another_place_in_the_log_is_refused(store: Store) -> None:
    store.append([OPENED], after=0)
    with pytest.raises(Conflict):
        store.append([ARRIVED], after=0)
    assert store.last == 1


def test_what_comes_back_from_append_is_what_a_reopening_gives(store: Store) -> None:
    (record,) = store.append([TextWritten(at=AT, item="x", section="s", text="A\u030ake \x1b[31mröd\ud800")], after=0)
    assert record.event.text == "Åke röd"  # type: ignore[attr-defined]
    assert store.since() == (record,)


def test_records_of_an_archive_keep_their_numbers(path: Path) -> None:
    records = (Recorded(2, 2, OPENED), Recorded(7, 5, ARRIVED))
    with Store.create(path, AGENDA, AT, records=records) as store:
        assert store.since() == records
        assert [(r.seq, r.act) for r in store.append([ARRIVED], after=7)] == [(8, 6)]


def test_drafts_are_kept_until_the_text_is_written(store: Store, path: Path) -> None:
    store.save_draft("x", "treatment", "a")
    store.save_draft("x", "treatment", "ab")
    store.save_draft("x", PRIVATE, "min lapp")
    store.save_draft("y", "treatment", "kvar")
    store.close()
    with Store.open(path, AT) as again:
        assert [(d.item, d.section, d.text) for d in again.drafts()] == [
            ("x", PRIVATE, "min lapp"),
            ("x", "treatment", "ab"),
            ("y", "treatment", "kvar"),
        ]
        again.append(
            [TextWritten(at=AT, item="x", section="treatment", text="ab"), PrivateNoteWritten(at=AT, item="x", text="lapp")], after=0
        )
        assert [d.item for d in again.drafts()] == ["y"]
        again.drop_draft("y", "treatment")
        assert again.drafts() == ()


# Readers and other writers


def test_a_second_writer_is_told_who_records_and_since_when(store: Store, path: Path) -> None:
    with pytest.raises(InUse, match=f"process {os.getpid()} på .*, sedan 2022-01-17 kl. 13.00") as told:
        Store.open(path, AT)
    assert "klubban ordförande" in str(told.value)
    store.append([OPENED], after=0)
    store.close()
    Store.open(path, AT).close()


def test_the_lock_dies_with_its_process(path: Path) -> None:
    Store.create(path, AGENDA, AT).close()
    program = (
        "import sys; from pathlib import Path; from datetime import datetime, UTC; from sessions.store import Store;"
        "s = Store.open(Path(sys.argv[1]), datetime(2022, 1, 17, tzinfo=UTC)); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(InUse, match=f"process {other.pid} "):
            Store.open(path, AT)
        other.kill()
    Store.open(path, AT).close()


def test_a_follower_sees_each_act_and_nothing_twice(store: Store, path: Path) -> None:
    with Store.follow(path) as follower:
        assert not follower.changed()
        store.append([OPENED, ARRIVED], after=0)
        assert follower.changed()
        assert [r.seq for r in follower.since(0)] == [1, 2]
        assert not follower.changed()
        assert follower.agenda == AGENDA
        with pytest.raises(sqlite3.OperationalError):
            follower._connection.execute("INSERT INTO drafts VALUES ('', '', '')")


def test_a_closed_meeting_is_one_plain_file_that_opens_alone_and_read_only(store: Store, path: Path, tmp_path: Path) -> None:
    store.append([OPENED], after=0)
    store.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert header_of(path)["journal_mode"] == "delete"
    elsewhere = tmp_path / "arkiv"
    elsewhere.mkdir()
    copy = Path(shutil.copy(path, elsewhere / "kopia.klubban"))
    copy.chmod(0o400)
    elsewhere.chmod(0o500)
    try:
        with Store.follow(copy) as follower:
            assert [r.event for r in follower.since()] == [OPENED]
    finally:
        elsewhere.chmod(0o700)


def test_it_is_one_plain_file_also_when_a_reader_stays_longer_than_the_writer(store: Store, path: Path) -> None:
    store.append([OPENED], after=0)
    with Store.follow(path) as follower:
        store.close()
        assert [r.event for r in follower.since()] == [OPENED]
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    assert header_of(path)["journal_mode"] == "delete"


def test_a_reader_that_leaves_does_not_disturb_the_writer(store: Store, path: Path) -> None:
    Store.follow(path).close()
    store.append([OPENED], after=0)
    with Store.follow(path) as follower:
        assert follower.since()[0].event == OPENED


# Files that are not ours, or not well


def untouched(path: Path, problem: str) -> None:
    """`path` is refused with `problem` by every way of opening it, and nothing is written to or beside it."""
    before, beside = path.read_bytes(), sorted(path.parent.iterdir())
    for way in (lambda: Store.open(path, AT), lambda: list(Store.follow(path).since()), lambda: peek(path)):
        with pytest.raises(StoreFault, match=problem):
            way()
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == beside


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.klubban"
    path.touch()
    untouched(path, "är tom")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.klubban"
    path.write_text("Hej på dig.\n" * 500, encoding="utf-8")
    untouched(path, "är ingen sessionsfil")


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.klubban"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE t (x)")
    untouched(path, "ett annat program")


def test_a_newer_file_is_refused(path: Path) -> None:
    Store.create(path, AGENDA, AT).close()
    with closing(sqlite3.connect(path)) as raw:
        raw.execute(f"PRAGMA user_version = {VERSION + 1}")
    untouched(path, "nyare Klubban")


def test_a_damaged_file_is_refused(path: Path) -> None:
    with Store.create(path, AGENDA, AT) as store:
        for n in range(300):
            store.append([TextWritten(at=AT, item="x", section="s", text="text " * 20)], after=n)
    whole = bytearray(path.read_bytes())
    for place in range(4096, len(whole), 4096):  # the head of every page but the first
        whole[place : place + 16] = b"\xff" * 16
    path.write_bytes(whole)
    untouched(path, "skadad")


def test_half_a_file_is_refused(path: Path) -> None:
    with Store.create(path, AGENDA, AT) as store:
        for n in range(100):
            store.append([TextWritten(at=AT, item="x", section="s", text="text " * 20)], after=n)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    untouched(path, "skadad")


def test_an_event_of_a_later_version_is_told_with_its_number(path: Path) -> None:
    Store.create(path, AGENDA, AT).close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO events VALUES (1, 1, ?, 'MeetingSung', '{}')", (AT.isoformat(),))
    with Store.open(path, AT) as store, pytest.raises(StoreFault, match=r"händelse 1: .*MeetingSung"):
        store.since()


@pytest.mark.parametrize("halves", [('{"reason":"Lunch', 'fika"}'), ("{},{}", ""), ("{}", "{"), ("{},{}", "{}"), ("[", "]")])
def test_an_event_that_is_no_json_is_told_with_its_number_though_the_log_is_read_a_piece_at_a_time(halves: tuple[str, str]) -> None:
    """What two damaged events would be together is neither of them."""
    rows = [(1, 1, AT.isoformat(), "MeetingOpened", "{}")]
    rows += [(seq, seq, AT.isoformat(), "MeetingAdjourned", half) for seq, half in enumerate(halves, 2)]
    read = recorded(Path("x.klubban"), rows)
    assert next(read) == Recorded(1, 1, OPENED)
    with pytest.raises(StoreFault, match=r"händelse [23]: kan inte läsas"):
        list(read)


def test_a_file_that_is_missing_or_taken_is_told(path: Path) -> None:
    with pytest.raises(StoreFault, match="finns inte"):
        Store.open(path, AT)
    Store.create(path, AGENDA, AT).close()
    with pytest.raises(StoreFault, match="finns redan"):
        Store.create(path, AGENDA, AT)


def test_a_session_that_was_cut_short_while_it_was_made_is_not_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", cut)
        with pytest.raises(KeyboardInterrupt):
            Store.create(path, AGENDA, AT)
    assert not path.exists()
    with Store.create(path, AGENDA, AT) as store:
        assert store.append([OPENED], after=0)


# When the disk says no


class Refusing:
    """A connection whose statements that begin with some word fail in some way, a number of times."""

    def __init__(self, real: sqlite3.Connection, word: str, code: int, times: int) -> None:
        self.real, self.word, self.code, self.times = real, word, code, times
        self.before_failing = True

    def execute(self, sql: str, *values: Any) -> Any:
        if self.times and sql.startswith(self.word):
            self.times -= 1
            if not self.before_failing:
                self.real.execute(sql, *values)
            fault = sqlite3.OperationalError("refused")
            fault.sqlite_errorcode = self.code
            raise fault
        return self.real.execute(sql, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.real, name)


def refuse(store: Store, word: str, code: int, times: int) -> Refusing:
    fake = Refusing(store._connection, word, code, times)
    store._connection = fake  # type: ignore[assignment]
    return fake


def test_the_reserve_is_given_up_when_the_disk_is_full_and_the_act_is_saved(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reserve = path.with_name(path.name + ".reserv")
    assert reserve.stat().st_size == 512 * 1024
    refuse(store, "INSERT", sqlite3.SQLITE_FULL, 1)
    monkeypatch.setattr("sessions.store.reserve.ROOM_FOR_RESERVE", 1 << 60)
    assert len(store.append([OPENED, ARRIVED], after=0)) == 2
    assert not reserve.exists()
    monkeypatch.undo()
    store.append([ARRIVED], after=2)
    assert reserve.exists(), "there is room again, so it is laid up again"


def test_a_disk_that_stays_full_is_told_and_half_an_act_is_never_left(store: Store) -> None:
    store.append([OPENED], after=0)
    fake = refuse(store, "COMMIT", sqlite3.SQLITE_FULL, 99)
    with pytest.raises(NotSaved, match="Disken är full"):
        store.append([ARRIVED, ARRIVED], after=1)
    assert store.last == 1
    fake.times = 0
    assert [r.seq for r in store.append([ARRIVED, ARRIVED], after=1)] == [2, 3]


def test_an_act_that_reached_the_disk_though_it_failed_is_not_written_twice(store: Store) -> None:
    fake = refuse(store, "COMMIT", sqlite3.SQLITE_BUSY, 1)
    fake.before_failing = False
    with pytest.raises(NotSaved):
        store.append([OPENED], after=0)
    with pytest.raises(Conflict):
        store.append([ARRIVED], after=0)
    assert [r.seq for r in store.append([OPENED], after=0)] == [1]
    assert store.last == 1
    fake.times, fake.code = 1, sqlite3.SQLITE_FULL  # now within one append, which tries again by itself
    assert [r.seq for r in store.append([ARRIVED], after=1)] == [2]
    assert store.last == 2


def test_a_file_that_was_taken_away_is_noticed(store: Store, path: Path) -> None:
    away = path.with_name("bort")
    path.rename(away)
    with pytest.raises(NotSaved, match="flyttats"):
        store.append([OPENED], after=0)
    away.rename(path)
    assert store.append([OPENED], after=0)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small file system")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount")
    try:
        store = Store.create(disk / "x.klubban", AGENDA, AT, wal=True)
        filler = disk / "stort"
        filler.write_bytes(b"x" * 400_000)
        saved = 0
        with pytest.raises(NotSaved, match="Disken är full"):  # noqa: PT012 - how many fit is not known
            while True:
                saved = store.append([TextWritten(at=AT, item="x", section="s", text="text " * 200)], after=saved)[-1].seq
        assert len(store.since()) == saved > 100
        filler.unlink()
        assert store.append([OPENED], after=saved)[0].seq == saved + 1
        store.close()
        with Store.follow(disk / "x.klubban") as follower:
            assert len(follower.since()) == saved + 1
    finally:
        subprocess.run(["umount", str(disk)], check=True)


# Where they lie, and what can be told of them


def test_a_session_is_found_by_any_part_of_its_name() -> None:
    for number, city in enumerate(("Ludvika kommun", "Norbergs kommun")):
        plan = replace(AGENDA.meeting, municipality=city)
        with Store.create(new_session_path(plan), replace(AGENDA, meeting=plan), AT) as store:
            store.append([MeetingOpened(at=AT.replace(hour=14 + number))], after=0)
    assert [e.id for e in list_sessions()] == ["norbergs-arbetsutskottet-2022-01-17", "ludvika-arbetsutskottet-2022-01-17"]
    assert find_session().id.startswith("norbergs")
    assert find_session("Ludvika").path == sessions_dir() / "ludvika-arbetsutskottet-2022-01-17.klubban"
    assert find_session(str(find_session("norb").path)).events == 1
    with pytest.raises(Ambiguous, match="ludvika-arbetsutskottet"):
        find_session("arbetsutskottet")
    with pytest.raises(NotFound, match="norbergs-arbetsutskottet"):
        find_session("kungälv")
    assert new_session_path(AGENDA.meeting).stem == "ludvika-arbetsutskottet-2022-01-17-2"


def test_without_sessions_it_says_how_to_begin() -> None:
    assert list_sessions() == ()
    with pytest.raises(NotFound, match="klubban starta"):
        find_session()


def test_a_damaged_session_is_listed_with_its_fault() -> None:
    sessions_dir().mkdir(parents=True)
    (sessions_dir() / "trasig.klubban").write_bytes(b"x" * 5000)
    assert "ingen sessionsfil" in list_sessions()[0].fault


def test_what_a_list_tells_from_is_seen_to_be_as_it_was_written_and_the_whole_list_sees_the_rest() -> None:
    path = sessions_dir() / "x.klubban"
    with Store.create(path, AGENDA, AT) as store:
        store.append([OPENED, TextWritten(at=AT, item="x", section="s", text="Kvarord"), ARRIVED], after=0)
    sound = path.read_bytes()
    assert [entry.fault for entry in list_sessions(whole=True)] == [""]
    for what, other in ((b"MeetingOpened", b"MeetingClosed"), (AGENDA.meeting.body.encode(), AGENDA.meeting.body[::-1].encode())):
        assert sound.count(what)
        path.write_bytes(sound.replace(what, other))
        assert "är skadad" in list_sessions()[0].fault, what
    path.write_bytes(sound.replace(b"Kvarord", b"Kvavord"))
    assert list_sessions()[0].fault == "", "a letter of a text is not read for a list that must be there at once"
    assert "händelse 2 stämmer inte" in list_sessions(whole=True)[0].fault
    path.write_bytes(sound)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER events_stay")
        raw.execute("DELETE FROM events WHERE seq = 2")
        raw.execute("CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT 1; END")
    assert "händelser saknas" in list_sessions()[0].fault


def test_how_far_a_meeting_has_come_is_told_without_reading_it_all(store: Store, path: Path) -> None:
    seen = []
    last = 0
    for event in (OPENED, MeetingClosed(at=AT), Undone(at=AT, act=2), Undone(at=AT, act=3), Corrected(at=AT, seq=1, event=OPENED)):
        seen.append(peek(path).progress)
        last = store.append([event], after=last)[-1].seq
    assert seen == ["ej påbörjat", "pågår", "avslutat", "pågår", "avslutat"]
    assert (peek(path).events, peek(path).body) == (5, AGENDA.meeting.body)


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("/home/eva/OneDrive - Ludvika kommun/Möten", "OneDrive"),
        ("/home/eva/Dropbox/Möten", "Dropbox"),
        ("C:\\Users\\eva\\Nextcloud\\x", "Nextcloud"),
        ("\\\\server\\gemensam\\x", "nätverk"),
        ("/home/eva/Dropboxar", None),
        ("/home/eva/Möten", None),
    ],
)
def test_a_synchronised_folder_is_recognised(folder: str, said: str | None) -> None:
    found = is_synced_or_network(Path(folder))
    assert (found is None) if said is None else (found is not None and said in found)


def test_a_network_disk_is_recognised_by_its_mount(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("/dev/sda1 / ext4 rw 0 0\n//srv/h /mnt/hem\\040mapp cifs rw 0 0\n/dev/sdb1 /mnt/hem\\040mapp/usb ext4 rw 0 0\n")
    monkeypatch.setattr("sessions.disks.MOUNTS", mounts)
    assert is_synced_or_network(Path("/mnt/hem mapp/möten/x")) == "en nätverksmapp"
    assert is_synced_or_network(Path("/mnt/hem mapp/usb/x")) is None
    assert is_synced_or_network(Path("/tmp/x")) is None
