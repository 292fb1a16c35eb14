"""An emergency copy that holds more than the session is found when the meeting is opened again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from sessions.emergency import newer_copy, write_copy
from sessions.events import MeetingOpened, PersonArrived, Recorded
from tests.sessions.generated import AGENDA, AT

ROOT = Path(__file__).resolve().parents[2]


def test_a_copy_with_more_than_the_session_is_found_and_one_with_as_much_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "Dokument").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    session = tmp_path / "sammantraden" / "x.klubban"
    records = [Recorded(1, 1, PersonArrived(at=AT, person=AGENDA.people[0].id)), Recorded(2, 2, MeetingOpened(at=AT))]
    assert newer_copy(session, 0) is None
    copy = write_copy(tmp_path / "Dokument", session, AGENDA, records, AT)
    assert newer_copy(session, 1) == (copy, 1)
    assert newer_copy(session, 2) is None
    (tmp_path / "Dokument" / "x-nödkopia-skadad.toml").write_text("halv", encoding="utf-8")
    assert newer_copy(session, 0) == (copy, 2)


def test_a_copy_is_written_without_reading_more_of_the_program_from_a_disk_that_may_be_gone(tmp_path: Path) -> None:
    script = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from sessions import emergency
from tests.sessions.table import Table
table = Table()
table.everybody()
before = set(sys.modules)
folder = Path(sys.argv[1])
emergency.write_copy(folder, folder / "x.klubban", table.log.agenda, table.log.records, datetime.now(UTC))
print(sorted(set(sys.modules) - before))
"""
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"
    assert len(list(tmp_path.glob("x-nödkopia-*.toml"))) == 1
