"""A terminal that is there but takes nothing in – a frozen window, a line that has stopped: the program goes on recording."""

from __future__ import annotations

import re
import signal
import struct
import time
from fcntl import ioctl
from pathlib import Path
from termios import FIONREAD

import pytest

from tests.whole.drafts import wait_for_draft
from tests.whole.terminal import Terminal
from tests.whole.test_killed import opened_meeting, recorded

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with pseudo-terminals")


def test_what_is_typed_while_nobody_reads_the_screen_is_kept_shown_when_somebody_does_and_in_the_file_at_the_end(own_home: Path) -> None:
    with opened_meeting(own_home) as terminal:
        terminal.press("f2")
        terminal.sees("§ 1")
        _stall(terminal)
        terminal.press("Skrivet i blindo.")
        wait_for_draft("Skrivet i blindo.")
        terminal.resize(100, 30)
        assert "F1 Hjälp" in terminal.sees("Skrivet i blindo."), "the last picture is whole, though others were left out"
        _stall(terminal)
        terminal.press(" Sist.")
        time.sleep(0.2)  # not a second: it is no draft yet
        terminal.process.send_signal(signal.SIGHUP)
        assert terminal.process.wait(60) == 0
        terminal.end()
    meeting = recorded()
    assert meeting.items[meeting.current[0]].texts["protocol"].strip() == "Skrivet i blindo. Sist."
    assert not (own_home / "klubban.log").exists(), "none of it was a fault"
    assert [p.name for p in (own_home / "sammantraden").iterdir() if re.search(r"-wal|\.lås", p.name)] == []


def _stall(terminal: Terminal) -> None:
    """From now on nobody reads; and so much is painted that the terminal is full, and all that waits to be painted."""
    seen: list[int] = []
    while len(seen) < 30 or len(set(seen[-25:])) > 1:
        assert len(seen) < 500, "the terminal takes it all in"
        terminal.resize(150 + len(seen) % 2, 50)
        time.sleep(0.04)
        seen.append(struct.unpack("i", ioctl(terminal.master, FIONREAD, bytes(4)))[0])
