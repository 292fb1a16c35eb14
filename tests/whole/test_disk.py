"""A disk that is slow, that fails, that is full: the face lives, says what is not saved, and nothing is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sessions.archive import read_archive
from sessions.log import replay
from tests.whole.terminal import Terminal
from tests.whole.test_killed import opened_meeting, recorded

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with pseudo-terminals")


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, on another disk than the full one."""
    folder = tmp_path / "person" / "Dokument"
    folder.mkdir(parents=True)
    monkeypatch.setenv("TEST_HOME", str(folder.parent))
    return folder


@contextmanager
def on_a_disk(home: Path) -> Iterator[tuple[Terminal, Path]]:
    """A meeting with § 1 open, on a disk that the test orders about."""
    with opened_meeting(home) as begun:
        begun.press("f2")
        begun.sees("§ 1")
        begun.end(signal.SIGTERM)
    orders = home / "disk"
    terminal = Terminal("fortsätt", home=home, module="tests.whole.faulty")
    try:
        terminal.sees("sparat ✓")
        yield terminal, orders
    finally:
        if terminal.process.poll() is None:
            terminal.end()


def test_on_a_slow_disk_one_writes_on_and_sees_that_it_is_saving_and_leaving_waits_for_all_of_it(own_home: Path) -> None:
    with on_a_disk(own_home) as (terminal, orders):
        orders.write_text("slow")
        terminal.press("f5")
        terminal.sees("Klubbslag")
        terminal.press("enter")
        shown = terminal.sees("sparar …")
        assert "✓ § 1" not in shown, "nothing is shown as done before it is"
        terminal.press("Levande text")
        assert "sparar …" in terminal.sees("Levande text"), "typing does not wait for the disk"
        terminal.press("f2")
        terminal.until(lambda shown: "Levande text" not in shown, "the empty text of the next item")
        terminal.end(signal.SIGTERM)  # with a decision, a text and an opening on their way, two seconds each
    meeting = recorded()
    first, second = meeting.numbered
    assert first.decision
    assert "Levande text" in first.texts["protocol"]
    assert second.opened


def test_a_disk_that_fails_is_told_and_when_it_never_comes_back_a_copy_lies_elsewhere(own_home: Path, documents: Path) -> None:
    with on_a_disk(own_home) as (terminal, orders):
        orders.write_text("eio")
        terminal.press("f5")
        terminal.sees("Klubbslag")
        terminal.press("enter")
        assert "Disken svarar inte" in terminal.sees("· beslut b")
        terminal.press("esc")
        assert "EJ SPARAT" in terminal.sees("✓ § 1")
        orders.unlink()
        terminal.until(lambda shown: "sparat ✓" in shown.split("\n")[0], "everything to be on the disk")
        orders.write_text("eio")
        terminal.press("Sista ordet")
        terminal.sees("Det gick inte att spara")
        terminal.press("esc")
        terminal.end(signal.SIGTERM)
    assert recorded().numbered[0].decision
    (copy,) = documents.glob("*-nödkopia-*.toml")
    assert copy.stat().st_mode & 0o777 == 0o600
    kept = read_archive(copy)
    assert replay(kept.agenda, kept.records).numbered[0].texts["protocol"] == "Sista ordet"


@pytest.mark.skipif(sys.platform != "linux", reason="needs a small file system")
def test_on_a_full_disk_a_copy_is_made_by_keys_and_all_is_written_when_there_is_room(
    tmp_path: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "liten"
    home.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(home)], capture_output=True, check=False).returncode:
        pytest.skip("no right to mount a small disk here")
    monkeypatch.setenv("KLUBBAN_HEM", str(home))
    try:
        with opened_meeting(home) as terminal:
            terminal.press("f2")
            terminal.sees("§ 1")
            terminal.press("Före")
            terminal.sees("Före")
            _fill(home / "stort")
            terminal.press("f5")
            terminal.sees("Klubbslag")
            terminal.press("enter")
            terminal.sees("Disken är full")
            terminal.sees("Skriv vidare")
            terminal.press("n")
            terminal.sees("Skriv nödkopian")
            terminal.press("enter")
            terminal.until(lambda _: bool(list(documents.glob("*-nödkopia-*.toml"))), "the copy")
            (home / "stort").unlink()
            terminal.until(lambda shown: "sparat ✓" in shown.split("\n")[0], "everything to be on the disk")
            terminal.sees("✓ § 1")
            terminal.end(signal.SIGTERM)
        assert recorded().numbered[0].decision
        (copy,) = documents.glob("*-nödkopia-*.toml")
        kept = read_archive(copy)
        assert replay(kept.agenda, kept.records).numbered[0].decision
    finally:
        subprocess.run(["umount", str(home)], check=True)


def _fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(os.urandom(4096))
        except OSError:
            pass
