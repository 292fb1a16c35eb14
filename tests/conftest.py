"""What every test stands on: a home of its own, Swedish time, and the reference material if it is there."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A slow machine is no fault in the program: time is measured in bench/. The same cases each time, so that a change is
# judged by what it changes; `make torture` looks for new ones.
settings.register_profile("klubban", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("searching", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=1_000)
settings.load_profile(os.environ.get("KLUBBAN_PROPERTIES", "klubban"))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder that holds all that the program keeps, empty, and nobody's own settings from outside.

    It is an environment variable, so processes that a test starts live there too.
    """
    home = tmp_path / "hem"
    monkeypatch.setenv("KLUBBAN_HEM", str(home))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TZ", "Europe/Stockholm")
    _take_time_zone()
    yield home
    monkeypatch.undo()
    _take_time_zone()


def _take_time_zone() -> None:
    if hasattr(time, "tzset"):  # not on Windows, which has the time zone of the machine
        time.tzset()


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference material that `KLUBBAN_SHARED` names.

    Without it the test is skipped – or fails, where `KLUBBAN_REQUIRE_SHARED` says that it must be there.
    """
    named = os.environ.get("KLUBBAN_SHARED", "")
    if named and Path(named).is_dir():
        return Path(named).resolve()
    reason = f"KLUBBAN_SHARED names no folder: {named!r}" if named else "KLUBBAN_SHARED is not set"
    if os.environ.get("KLUBBAN_REQUIRE_SHARED"):
        pytest.fail(f"{reason}, and KLUBBAN_REQUIRE_SHARED says that it must be", pytrace=False)
    pytest.skip(reason)
