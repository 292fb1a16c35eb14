"""Two real processes on one session: the secretary's, and the chair's that only reads."""

from __future__ import annotations

import os
import signal
import stat
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from agendas.examples import example_paths
from agendas.file import read_agenda
from sessions import events as ev
from sessions.chair_note import note_path
from sessions.following import Following
from sessions.places import list_sessions
from sessions.store import Store
from tests.whole.terminal import Terminal
from tests.whole.test_killed import opened_meeting, recorded

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a system with SIGKILL and pseudo-terminals")

HALF_A_SECOND = 0.5


@contextmanager
def chair_of(home: Path, *words: str) -> Iterator[Terminal]:
    """The chair's program on the latest meeting."""
    terminal = Terminal("ordförande", *words, home=home, columns=120, rows=40)
    try:
        yield terminal
    finally:
        if terminal.process.poll() is None:
            terminal.end()


def delay(chair: Terminal, text: str, since: float) -> float:
    """Seconds until the chair's screen says so. It is looked at every few milliseconds."""
    end = since + chair.patience
    while time.monotonic() < end:
        if text in chair.read(0.005):
            return time.monotonic() - since
    raise AssertionError(f"the chair never saw {text!r}:\n{chair.read()}")


def test_a_recorded_decision_is_at_the_chairs_within_half_a_second_and_a_kill_of_either_leaves_the_other_well(own_home: Path) -> None:
    with opened_meeting(own_home) as secretary, chair_of(own_home) as chair:
        chair.sees("Uppropet är därmed avslutat")
        secretary.press("f2")
        chair.sees("Vi går till ärende 1")
        secretary.press("f5")
        secretary.sees("Klubbslag")
        before = len(recorded().episodes[0].items)
        assert before == 1
        secretary.press("enter")
        # Counted from the moment the store has it: a busy machine may take its time to draw the secretary's screen.
        while not any(x.decision for x in recorded().items.values()):
            secretary.read(0.002)
        saved = time.monotonic()
        assert delay(chair, "Vi går till ärende 2", saved) < HALF_A_SECOND

        chair.kill()
        secretary.press("f2")
        secretary.sees("§ 2")
        assert secretary.process.poll() is None

        with chair_of(own_home) as again:
            again.sees("Vi går till ärende 2")
            secretary.kill()
            time.sleep(0.3)
            assert "Vi går till ärende 2" in again.read()
            assert again.process.poll() is None
            with_new = Terminal("fortsätt", home=own_home)
            try:
                with_new.sees("Protokolltext")
                with_new.press("f2")
                with_new.sees("Gå vidare utan beslut")
                with_new.press("f2")
                again.sees("Vi går till ärende 3")
            finally:
                with_new.end()
            again.press("\x11")
            assert again.exit_code() == 0


def test_a_line_to_the_chair_comes_and_goes_and_is_nowhere_else(own_home: Path) -> None:
    with opened_meeting(own_home) as secretary, chair_of(own_home) as chair, chair_of(own_home, "--offentlig") as room:
        chair.sees("Säg nu")
        secretary.press("f2")
        room.sees("§ 1")
        secretary.press("esc")
        secretary.sees("KOMMANDO")
        secretary.press("m")
        secretary.sees("Lapp till ordföranden")
        secretary.press("Bussen gick")
        secretary.sees("Bussen gick")
        secretary.press("enter")
        chair.sees("Bussen gick")
        (entry,) = list_sessions()
        assert stat.S_IMODE(note_path(entry.path).stat().st_mode) == 0o600
        assert "Bussen" not in room.read()
        assert b"Bussen" not in entry.path.read_bytes()
        secretary.end(signal.SIGTERM)
        assert not note_path(entry.path).exists()
        chair.until(lambda shown: "Bussen gick" not in shown, "the line to go")


def test_the_chair_without_a_meeting_is_told_so(own_home: Path) -> None:
    terminal = Terminal("ordförande", home=own_home)
    terminal.sees("Det finns inga sammanträden")
    assert terminal.exit_code() == 3


def test_fifty_events_a_second_are_followed_and_never_kept_waiting(own_home: Path) -> None:
    """The follower never writes – its file may be read-only to it – and the writer's commits stay as quick as without it."""
    agenda = read_agenda(example_paths()["ludvika"]).agenda
    path = own_home / "sammantraden" / "takt.klubban"
    start = datetime(2022, 1, 17, 13).astimezone()
    seen: list[float] = []
    ended = threading.Event()

    def follow() -> None:
        following = Following(path)
        while not ended.is_set():
            if (meeting := following.poll()) is not None:
                seen.append(float(len(meeting.episodes)))
            ended.wait(0.1)
        following.poll()
        seen.append(float(following.log.last_seq))
        following.close()

    with Store.create(path, agenda, start) as store:
        item = agenda.items[0].id
        last = store.append([ev.MeetingOpened(at=start), ev.ItemOpened(at=start, items=(item,))], after=0)[-1].seq
        thread = threading.Thread(target=follow)
        thread.start()
        waits = []
        for number in range(150):
            began = time.monotonic()
            event = ev.TextWritten(at=start + timedelta(seconds=number), item=item, section="protocol", text=f"rad {number}")
            last = store.append([event], after=last)[-1].seq
            waits.append(time.monotonic() - began)
            ended.wait(max(0.02 - waits[-1], 0))
        ended.set()
        thread.join()
        assert seen[-1] == last
        assert statistics.median(waits) < 0.1
        assert max(waits) < 2.0, "a lock would show as the five seconds of SQLite's patience"
        assert os.stat(path).st_mode & 0o777 == 0o600


def test_a_followed_file_may_be_read_only_and_a_new_file_in_its_place_is_noticed(own_home: Path) -> None:
    agenda = read_agenda(example_paths()["ludvika"]).agenda
    path = own_home / "sammantraden" / "byts.klubban"
    start = datetime(2022, 1, 17, 13).astimezone()
    Store.create(path, agenda, start).close()
    path.chmod(0o400)
    following = Following(path)
    assert following.poll() is None
    path.unlink()
    assert following.poll() is None
    assert following.fault
    assert following.meeting.phase == "kallad", "what was read still stands"
    with Store.create(path, agenda, start) as store:
        store.append([ev.MeetingOpened(at=start)], after=0)
        found = following.poll()
        assert found is not None
        assert found.phase == "öppnat"
        assert following.fault == ""
    following.close()


def test_a_real_chairs_window_keeps_up_with_fifty_events_a_second_and_the_writer_never_waits_for_it(own_home: Path) -> None:
    """Two processes. What is printed (`pytest -s`) are the figures: commits with and without the chair, and the chair's delays."""
    agenda = read_agenda(example_paths()["ludvika"]).agenda
    path = own_home / "sammantraden" / "takt.klubban"
    start = datetime(2022, 1, 17, 13).astimezone()
    members = [p for p in agenda.people if p.is_member][:4]
    item = agenda.items[1].id

    def commits(store: Store, count: int) -> list[float]:
        """Texts at fifty a second; how long each was on its way to the disk."""
        waits = []
        for number in range(count):
            began = time.monotonic()
            event = ev.TextWritten(at=start, item=item, section="protocol", text=f"rad {number} av {store.last}")
            store.append([event], after=store.last)
            waits.append(time.monotonic() - began)
            time.sleep(max(0.02 - waits[-1], 0))
        return waits

    with Store.create(path, agenda, start) as store:
        arrived = [ev.PersonArrived(at=start, person=p.id) for p in agenda.people]
        store.append([*arrived, ev.MeetingOpened(at=start), ev.ItemOpened(at=start, items=(item,))], after=0)
        alone = commits(store, 50)
        with chair_of(own_home, str(path)) as chair:
            chair.sees(agenda.items[1].title.split()[0])
            untouched = {p: p.read_bytes() for p in sorted(path.parent.glob("takt.klubban*")) if not p.name.endswith("-shm")}
            chair.read(0.5)
            assert untouched == {p: p.read_bytes() for p in untouched}, "who follows writes nothing"
            watched, delays = [], []
            for person in members:
                watched += commits(store, 50)
                store.append([ev.SpeakerStarted(at=start, item=item, person=person.id)], after=store.last)
                delays.append(delay(chair, f"Ordet: {person.label}", time.monotonic()))
            assert chair.process.poll() is None
    print(
        f"\ncommits: median {1000 * statistics.median(alone):.1f} ms alone, {1000 * statistics.median(watched):.1f} ms followed, "
        f"longest {1000 * max(watched):.0f} ms; the chair's delay: median {1000 * statistics.median(delays):.0f} ms, "
        f"longest {1000 * max(delays):.0f} ms"
    )
    assert max(watched) < 2.0, "a lock would show as the five seconds of SQLite's patience"
    assert statistics.median(delays) < HALF_A_SECOND
