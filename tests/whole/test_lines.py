"""The line mode as a process: through a pipe and in a terminal, killed, ended, and without one escape sequence."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from agendas.examples import example_paths
from sessions.log import replay
from sessions.meeting import Meeting
from sessions.places import list_sessions
from sessions.store import Store
from tests.whole.drafts import wait_for_draft

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL and pseudo-terminals")

BEGUN = "upprop\nalla\nklar\nöppna\nj\nnästa\n"
LUDVIKA = str(example_paths()["ludvika"])


def environment() -> dict[str, str]:
    return {**os.environ, "TERM": "xterm-256color", "NO_COLOR": "1"}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "tui", "rad", *words]


def piped(lines: str, *words: str) -> subprocess.CompletedProcess[str]:
    """The program with these lines on its standard input."""
    return subprocess.run(command(*words), input=lines, capture_output=True, encoding="utf-8", env=environment(), check=False)


def recorded() -> Meeting:
    """What the session file holds, read as any reader would."""
    (entry,) = list_sessions()
    with Store.follow(entry.path) as store:
        return replay(store.agenda, store.since(0))


def test_a_meeting_through_a_pipe_ends_with_its_lines_and_goes_on_in_the_next(own_home: Path) -> None:
    done = subprocess.run(
        command(LUDVIKA), input=BEGUN + "beslut 1\n", capture_output=True, encoding="utf-8", env=environment(), check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "§ 1> beslut 1\nAntecknat: beslut bifall till förslaget, § 1.\nI protokollet: " in done.stdout
    assert done.stdout.splitlines()[-1].startswith("Fortsätt: klubban rad ludvika")
    again = piped("nästa\nbeslut")
    assert "§ 1> nästa" in again.stdout
    item = recorded().items[recorded().current[0]]
    assert (item.paragraph, item.decision) == (2, None), "a question that nobody answered decides nothing"


def test_a_file_that_is_not_there_and_a_meeting_that_is_not_there_are_told_in_words() -> None:
    for words, said in (("finns-inte.toml",), "filen finns inte"), ((), "Det finns inga sammanträden"):
        done = piped("", *words)
        assert done.returncode == 3
        assert said in done.stderr


class Terminal:
    """A program under a pseudo-terminal, read byte by byte."""

    def __init__(self) -> None:
        self.master, slave = pty.openpty()
        words, outside = command(LUDVIKA), environment()
        self.process = subprocess.Popen(words, stdin=slave, stdout=slave, stderr=slave, env=outside, start_new_session=True)
        os.close(slave)
        self.seen = b""

    def type(self, text: str) -> None:
        os.write(self.master, text.encode())

    def sees(self, text: str, patience: float = 30.0) -> None:
        end = time.monotonic() + patience
        while text.encode() not in self.seen:
            assert time.monotonic() < end, f"never saw {text!r}:\n{self.seen.decode(errors='replace')}"
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    self.seen += os.read(self.master, 65536)
                except OSError:
                    time.sleep(0.05)

    def sees_and_asks(self, text: str) -> None:
        """The text, and then the next prompt: what is typed before that is no line of its own yet, and a Ctrl+C does not take it along."""
        self.sees(text)
        self.seen = self.seen.partition(text.encode())[2]
        self.sees("> ")

    def interrupt(self) -> None:
        """Ctrl+C, pressed again where it came between two reads; and the prompt that follows it."""
        while b"Avbrutet." not in self.seen:
            os.kill(self.process.pid, signal.SIGINT)
            with suppress(AssertionError):
                self.sees("Avbrutet.", patience=2.0)
            assert self.process.poll() is None
        assert b"\x1b" not in self.seen
        self.seen = self.seen.partition(b"Avbrutet.")[2]
        self.sees("> ")

    def ended(self, patience: float = 30.0) -> int | None:
        """Ctrl+D, pressed again where a late Ctrl+C took it along, and the code that the program leaves."""
        end = time.monotonic() + patience
        while self.process.poll() is None and time.monotonic() < end:
            self.type("\x04")
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=1)
        return self.process.poll()


@contextmanager
def in_a_terminal() -> Iterator[Terminal]:
    terminal = Terminal()
    try:
        for typed, answer in zip(BEGUN.split(), ("alla f", "Övriga", "Ej öppnat>", "j/n>", "öppnande.", "§ 1>"), strict=True):
            terminal.sees(">")
            terminal.type(f"{typed}\n")
            terminal.sees(answer)
        yield terminal
    finally:
        if terminal.process.poll() is None:
            terminal.process.kill()
        terminal.process.wait(timeout=10)
        os.close(terminal.master)


def test_in_a_terminal_tab_completes_ctrl_c_keeps_and_no_escape_is_written() -> None:
    with in_a_terminal() as terminal:
        terminal.type("yrk\t")
        terminal.sees("yrkande")
        terminal.type(" bergk\t")
        terminal.sees("Bergkvist (S)")
        terminal.type(" bifall\n")
        terminal.sees_and_asks("Antecknat: yrkande")
        terminal.type("jäv tomtl")
        terminal.sees("jäv tomtl")
        terminal.interrupt()
        assert terminal.ended() == 0
        terminal.sees("Fortsätt: klubban rad")
    assert b"\x1b" not in terminal.seen
    (item,) = recorded().open_items
    assert [m.entry.event.by for m in item.motions] == [("asa-bergkvist",)]
    assert item.recused == ()


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_what_was_told_as_noted_is_there_when_the_program_is_gone(how: signal.Signals) -> None:
    with in_a_terminal() as terminal:
        terminal.type("jäv tomtlund\n")
        terminal.sees("Antecknat: jäv Torbjörn Tomtlund (M)")
        terminal.type("text\n")
        terminal.sees("text>")
        terminal.type("En halv tanke\n")
        terminal.sees("text> En halv tanke\r\ntext>")
        wait_for_draft("En halv tanke")
        os.kill(terminal.process.pid, how)
        os.kill(terminal.process.pid, how)  # as a terminal that closes, and a computer that is shut down, do
        code = terminal.process.wait(timeout=30)
    assert code == (0 if how != signal.SIGKILL else -signal.SIGKILL)
    assert recorded().open_items[0].recused == ("torbjorn-tomtlund",)
    again = piped("läs\n")
    assert "Text som inte hann antecknas när programmet stannade är tillbaka" in again.stdout
    assert "En halv tanke" in again.stdout.split("> läs")[1]
