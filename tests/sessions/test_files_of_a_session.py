"""The file of a session from begin to end: made, recorded in, followed, locked, let go – and where it lies."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from sessions import disks, places
from sessions.attendance import present
from sessions.events import MeetingOpened, PersonArrived, TextWritten
from sessions.following import Following
from sessions.lock import Held, Lock
from sessions.opening import continue_recording, new_recording
from sessions.places import NotFound, find_session, home
from sessions.store import Draft, Store, StoreFault
from tests.sessions.table import START, agenda


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kfn.klubban"


def test_a_new_session_is_recorded_in_closed_and_gone_on_with(path: Path) -> None:
    recording = new_recording(path, agenda(), lambda: START)
    session = recording.session(lambda call: call())
    assert session.record(PersonArrived(at=START, person="per-lind")) is None
    assert session.record(MeetingOpened(at=START)) is None
    session.save_draft("budget", "protocol", "halv men")
    assert recording.close()
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    again = continue_recording(path, lambda: START + timedelta(hours=1))
    assert [type(r.event) for r in again.log.records] == [PersonArrived, MeetingOpened]
    assert again.drafts == (Draft("budget", "protocol", "halv men"),)
    assert again.close()


def test_a_file_that_cannot_be_understood_is_let_go(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new_recording(path, agenda(), lambda: START).close()

    def unknown(*_: object) -> None:
        raise StoreFault("ett slag av händelse som den här versionen inte känner")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "drafts", unknown)
        with pytest.raises(StoreFault, match="inte känner"):
            continue_recording(path, lambda: START)
    assert not path.with_name("kfn.klubban.lås").exists()
    assert continue_recording(path, lambda: START).close()


# --- followed


def test_a_file_that_cannot_be_read_for_a_while_is_told_and_what_was_read_stands(path: Path) -> None:
    store = Store.create(path, agenda(), START)
    store.append([PersonArrived(at=START, person="per-lind")], after=0)
    following = Following(path)
    assert following.poll() is None
    store.close()
    whole = path.read_bytes()
    path.unlink()
    assert following.poll() is None
    assert following.fault
    assert "per-lind" in present(following.meeting)
    assert following.poll() is None  # closed by now, and still not there
    path.write_bytes(whole)
    found = following.poll()
    assert found is not None
    assert (following.fault, following.log.last_seq) == ("", 1)
    following.close()
    following.close()


def test_a_file_that_is_no_session_is_not_followed(path: Path) -> None:
    path.write_bytes(b"hej")
    with pytest.raises(StoreFault):
        Following(path)


# --- locked


def test_a_lock_let_go_twice_is_let_go_once(path: Path) -> None:
    lock = Lock.take(path, START)
    lock.release()
    other = Lock.take(path, START)
    lock.release()
    assert path.exists()
    other.release()
    assert not path.exists()


def test_who_holds_a_lock_is_told_and_nobody_when_the_side_file_says_nothing(path: Path) -> None:
    lock = Lock.take(path, START)
    with pytest.raises(Held) as raised:
        Lock.take(path, START)
    assert f"process {os.getpid()}" in raised.value.who
    path.write_bytes(json.dumps({"pid": 1}).encode())
    with pytest.raises(Held) as raised:
        Lock.take(path, START)
    assert (raised.value.who, raised.value.since) == ("", "")
    lock.release()


def test_a_side_file_that_is_removed_between_opening_and_locking_is_made_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The one before let go at that moment: a lock on a file without a name would exclude nobody."""
    from sessions import lock as module

    grab, times = module._grab, [0]

    def late(descriptor: int) -> None:
        grab(descriptor)
        times[0] += 1
        if times[0] == 1:
            path.unlink()

    monkeypatch.setattr(module, "_grab", late)
    held = Lock.take(path, START)
    monkeypatch.undo()
    with pytest.raises(Held):
        Lock.take(path, START)
    held.release()


# --- where it lies


def test_without_a_folder_of_its_own_the_program_keeps_to_the_users_local_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("KLUBBAN_HEM")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home().name == "klubban"
    assert home().is_relative_to(tmp_path)


def test_a_path_to_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"Filen .*borta\.klubban finns inte\."):
        find_session(str(tmp_path / "borta.klubban"))


def test_a_meeting_that_was_begun_and_not_closed_is_unfinished(own_home: Path) -> None:
    recording = new_recording(places.new_session_path(agenda().meeting), agenda(), lambda: START)
    session = recording.session(lambda call: call())
    session.record(MeetingOpened(at=START))
    session.record(TextWritten(at=START, item="budget", section="protocol", text="x"))
    recording.close()
    (entry,) = places.list_sessions()
    assert (entry.unfinished, entry.events, entry.fault) == (True, 2, "")


def test_a_list_of_mounts_with_odd_lines_or_none_is_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("skräp\nserver:/hem /mnt/hem nfs4 rw 0 0\n", encoding="utf-8")
    monkeypatch.setattr(disks, "MOUNTS", mounts)
    assert disks.is_synced_or_network(Path("/mnt/hem/x")) == "en nätverksmapp"
    monkeypatch.setattr(disks, "MOUNTS", tmp_path / "borta")
    assert disks.is_synced_or_network(Path("/mnt/hem/x")) is None
