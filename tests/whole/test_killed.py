"""A process that is killed, ended or left by its terminal while it records: what was shown as saved is there."""

from __future__ import annotations

import random
import re
import signal
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from agendas.examples import example_paths
from sessions.log import replay
from sessions.meeting import Meeting
from sessions.places import list_sessions
from sessions.store import Store
from tests.whole.drafts import has_draft
from tests.whole.terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL and pseudo-terminals")


@contextmanager
def opened_meeting(home: Path) -> Iterator[Terminal]:
    """Ludvika's meeting, everybody there, opened."""
    terminal = Terminal("starta", str(example_paths()["ludvika"]), home=home)
    try:
        terminal.sees("Upprop")
        terminal.press("a")
        terminal.sees("5 av 5")
        terminal.press("f2")
        terminal.sees("Sammanträdet öppnas")
        terminal.press("enter")
        terminal.sees("Protokolltext")
        yield terminal
    finally:
        if terminal.process.poll() is None:
            terminal.end()


def recorded() -> Meeting:
    """What the session file holds, read as any reader would."""
    (entry,) = list_sessions()
    with Store.follow(entry.path) as store:
        return replay(store.agenda, store.since(0))


def decided_on(shown: str) -> set[int]:
    """The §§ that the agenda list shows as decided."""
    return {int(n) for n in re.findall(r"✓ § (\d+)", shown)}


@pytest.mark.parametrize("seed", range(3))
def test_what_was_shown_as_done_is_there_after_a_kill_at_any_moment(own_home: Path, seed: int) -> None:
    dice = random.Random(seed)
    with opened_meeting(own_home) as terminal:
        for _ in range(dice.randrange(1, 4)):
            terminal.press("f2")
            terminal.read(dice.random() / 3)
            terminal.press("f5")
            terminal.sees("Beslut ·")
            terminal.press("enter")
            terminal.read(dice.random() / 3)
        shown = terminal.kill()
    meeting = recorded()
    assert decided_on(shown) <= {x.paragraph for x in meeting.numbered if x.decision}
    assert meeting.misfits == ()
    again = Terminal(home=own_home)
    try:
        again.sees("Fortsätt sammanträdet?")
        again.press("enter")
        assert decided_on(shown) <= decided_on(again.sees("Protokolltext"))
    finally:
        again.end()


def test_a_draft_older_than_a_second_is_there_after_a_kill(own_home: Path) -> None:
    with opened_meeting(own_home) as terminal:
        terminal.press("f2")
        terminal.sees("§ 1")
        terminal.press("Ordet var fritt.")
        terminal.sees("Ordet var fritt.")
        terminal.until(lambda _: has_draft("fritt"), "the draft on the disk")
        terminal.kill()
    again = Terminal("fortsätt", home=own_home)
    try:
        again.sees("Ordet var fritt.")
    finally:
        again.end()


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP])
def test_being_told_to_end_saves_what_is_typed_and_leaves_one_plain_file(own_home: Path, how: signal.Signals) -> None:
    with opened_meeting(own_home) as terminal:
        terminal.press("f2")
        terminal.sees("§ 1")
        terminal.press("Halv mening")
        terminal.sees("Halv mening")
        terminal.end(how)
    meeting = recorded()
    assert "Halv mening" in meeting.items[meeting.current[0]].texts.get("protocol", "")
    (entry,) = list_sessions()
    assert not entry.path.with_name(entry.path.name + "-wal").exists()
    assert sqlite3.connect(f"file:{entry.path}?mode=ro&immutable=1", uri=True).execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_what_is_typed_in_an_open_dialog_is_there_again_after_a_kill_and_after_being_told_to_end(own_home: Path) -> None:
    with opened_meeting(own_home) as terminal:
        terminal.press("f2")
        terminal.sees("§ 1")
        for word, how in (("förstaordet", signal.SIGKILL), ("andraordet", signal.SIGTERM)):
            terminal.press("f5")
            terminal.sees("Klubbslag")
            terminal.press("e")
            terminal.sees("Ordalydelse")
            terminal.press(word)
            terminal.sees(word)
            if how == signal.SIGKILL:
                terminal.until(lambda _, word=word: has_draft(word), "the draft on the disk")  # type: ignore[misc]
            terminal.end(how)
            terminal = Terminal("fortsätt", home=own_home)
            terminal.sees("egna minnesanteckningar")
        terminal.end(signal.SIGTERM)
    note = recorded().items[recorded().current[0]].private_note
    assert "förstaordet" in note
    assert "andraordet" in note


def test_a_second_recorder_is_told_who_has_the_meeting_and_may_follow_it(own_home: Path) -> None:
    with opened_meeting(own_home) as terminal:
        other = Terminal("fortsätt", home=own_home)
        said = other.until(lambda shown: str(terminal.process.pid) in shown, "who has the meeting")
        assert "Traceback" not in said
        other.sees("Öppna ordförandens vy i stället?")
        other.press("n", "enter")
        assert other.exit_code() == 3
        third = Terminal("fortsätt", home=own_home)
        third.sees("Öppna ordförandens vy i stället?")
        third.press("j", "enter")
        third.sees("§ 1")
        third.end(signal.SIGTERM)


def test_reflexes_do_not_end_the_program(own_home: Path) -> None:
    with opened_meeting(own_home) as terminal:
        terminal.press("ctrl+s")
        terminal.sees("Allt är sparat")
        terminal.press("ctrl+c", "ctrl+c")
        terminal.press("f2")
        terminal.sees("§ 1")
        assert terminal.process.poll() is None
