"""An emergency copy that holds more than the session is found when the meeting is opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.emergency import newer_copy, write_copy
from sessions.events import MeetingOpened, PersonArrived, Recorded
from tests.sessions.generated import AGENDA, AT


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
