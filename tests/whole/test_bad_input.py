"""Spoiled files and random keys, a few of each: the long runs are `python -m tests.torture fuzz` and `keys`."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.torture.fuzz import READERS, fuzz
from tests.torture.keys import torture

COUNTS = {"agenda": 60, "archive": 40, "style": 20, "roster": 40, "text": 15, "docx": 4, "pdf": 2}


@pytest.mark.skipif(sys.platform == "win32", reason="needs forks and timers of processor time")
@pytest.mark.parametrize("reader", READERS)
def test_a_spoiled_file_is_read_or_refused_in_swedish_and_never_hangs(reader: str) -> None:
    outcome = fuzz(reader, 2, range(COUNTS[reader]))
    assert outcome.inputs == COUNTS[reader]
    assert not outcome.failures, "\n".join(f"nummer {number}: {told}" for number, _, told in outcome.first.values())


@pytest.mark.skipif(sys.platform == "win32", reason="needs pseudo-terminals")
def test_random_keys_pastes_clicks_and_windows_end_no_meeting(tmp_path: Path) -> None:
    outcome = torture(tmp_path, 3, 3.0, lambda _: None)
    assert outcome.acts > 0
    assert not outcome.failures, "\n\n".join(outcome.failures)
