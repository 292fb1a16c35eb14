"""A folder that cannot be written in: refused with a reason, readable all the same, and written when the right comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sessions.events import TextWritten
from sessions.log import replay
from sessions.store import NotSaved, Store
from tests.sessions.generated import AGENDA, AT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights, and no forks")
NOBODY = 65534


def text(words: str) -> TextWritten:
    return TextWritten(at=AT, item=AGENDA.items[0].id, section="protocol", text=words)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a person without any special rights owns."""
    made = Path(tempfile.mkdtemp(prefix="klubban-rättigheter-"))
    if os.geteuid() == 0:
        os.chown(made, NOBODY, NOBODY)
    yield made
    made.chmod(0o700)
    shutil.rmtree(made)


def as_anybody(act: Callable[[], str]) -> str:
    """What an act gives when a person without special rights does it: root may write everywhere."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.write(send, act().encode())
        except BaseException as fault:  # noqa: BLE001 - told to the test
            os.write(send, f"{type(fault).__name__}: {fault}".encode())
        finally:
            os._exit(0)
    os.close(send)
    with os.fdopen(receive, "rb") as pipe:
        told = pipe.read().decode()
    os.waitpid(child, 0)
    return told


@pytest.mark.parametrize("wal", [True, False])
def test_when_the_right_to_write_is_lost_nothing_acknowledged_is_lost_and_what_was_refused_is_written_later(
    folder: Path, tmp_path: Path, wal: bool
) -> None:
    Store.create(tmp_path / "x.klubban", AGENDA, AT).close()  # loads what the process without rights may not read any more
    path = folder / "x.klubban"

    def lose_and_regain() -> str:
        acknowledged = ["före"]
        with Store.create(path, AGENDA, AT, wal=wal) as store:
            last = store.append([text("före")], after=0)[-1].seq
            path.chmod(0o400)
            folder.chmod(0o500)
            refused = ""
            try:
                last = store.append([text("under")], after=last)[-1].seq
                acknowledged.append("under")
            except NotSaved as fault:
                refused = str(fault)
            folder.chmod(0o700)
            path.chmod(0o600)
            if refused:
                store.append([text("under")], after=last)
                acknowledged.append("under")
        with Store.follow(path) as session:
            written = [record.event.text for record in session.since(0) if isinstance(record.event, TextWritten)]
        return f"{written == acknowledged} {refused}"

    told = as_anybody(lose_and_regain)
    assert told.startswith("True"), told
    assert told == "True " or "skriv" in told


def test_a_session_that_may_only_be_read_is_refused_for_recording_with_the_reason_and_can_be_read(folder: Path, tmp_path: Path) -> None:
    path = folder / "x.klubban"
    with Store.create(path, AGENDA, AT) as store:
        store.append([text("kvar")], after=0)
    if os.geteuid() == 0:
        os.chown(path, NOBODY, NOBODY)
    path.chmod(0o400)
    folder.chmod(0o500)

    def record() -> str:
        try:
            Store.open(path, AT).close()
        except NotSaved as fault:
            return str(fault)
        return "öppnades"

    def read() -> str:
        with Store.follow(path) as session:
            return str(replay(session.agenda, session.since(0)).items[AGENDA.items[0].id].texts["protocol"])

    assert "skrivskyddad" in as_anybody(record)
    assert as_anybody(read) == "kvar"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a file system that can be made read-only")
def test_on_a_disk_that_is_read_only_recording_is_refused_and_reading_works(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a disk here")
    try:
        path = disk / "x.klubban"
        with Store.create(path, AGENDA, AT) as store:
            store.append([text("kvar")], after=0)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True, capture_output=True)
        with pytest.raises(NotSaved, match="skrivskyddad"):
            Store.open(path, AT)
        with pytest.raises(NotSaved):
            Store.create(disk / "y.klubban", AGENDA, datetime(2026, 1, 1, tzinfo=UTC))
        with Store.follow(path) as session:
            assert len(session.since(0)) == 1
    finally:
        subprocess.run(["umount", str(disk)], check=True)
