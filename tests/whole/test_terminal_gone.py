"""The terminal does what terminals do: closes, stops, shrinks, speaks another encoding. The session is whole."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from tests.whole.terminal import Terminal
from tests.whole.test_killed import opened_meeting, recorded

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with pseudo-terminals")


def test_stopped_shrunk_and_spoken_to_in_latin_1_the_program_goes_on_and_a_terminal_that_is_gone_ends_it_well(own_home: Path) -> None:
    with opened_meeting(own_home) as terminal:
        terminal.press("f2")
        terminal.sees("§ 1")
        terminal.press("Ett")
        terminal.sees("Ett")

        os.kill(terminal.process.pid, signal.SIGTSTP)  # Ctrl+Z in the shell
        terminal.until(lambda _: _state(terminal) == "T", "the process to stop")
        os.kill(terminal.process.pid, signal.SIGCONT)
        terminal.press(" två")
        terminal.sees("Ett två")

        for columns, rows in ((1, 1), (3, 2), (100, 30)):
            terminal.resize(columns, rows)
            terminal.read(0.2)
            terminal.press("x")
        terminal.sees("Ett tvåxxx")

        os.write(terminal.master, b" b\xe5t ")
        terminal.sees("Ett tvåxxx b�t")

        terminal.press("sist")
        terminal.sees("sist")
        assert terminal.hang_up() == 0
    meeting = recorded()
    assert meeting.items[meeting.current[0]].texts["protocol"].strip().endswith("b�t sist")
    assert not (own_home / "klubban.log").exists(), "none of it was a fault"
    again = Terminal("fortsätt", home=own_home)
    try:
        again.sees("sist")
    finally:
        again.end()


def _state(terminal: Terminal) -> str:
    try:
        return Path(f"/proc/{terminal.process.pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:  # no such folder on this system: take it as said
        return "T"
