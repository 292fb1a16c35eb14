"""What is old is put right in the large meeting: its first motion, event 104 of 10,000, after which all the rest is computed anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from bench.meetings import LARGE, START, log_of, session_file
from bench.starting import KLUBBAN
from bench.table import Row, in_turns
from bench.terminal import Terminal
from bench.thinking import cpu
from sessions.events import Event, MotionMoved, Recorded
from sessions.log import Log, replay
from sessions.session import Session
from sessions.writer import Result

GOAL = (0.4,)
"""Seconds from the key to the answer."""
MOVERS = ("Cilla Alm", "Bo Alm")


class _AtOnce:
    """A disk that is always ready."""

    def submit(self, events: Sequence[Event], after: int, done: Callable[[Result], None]) -> None:
        done(tuple(Recorded(after + number, 0, event) for number, event in enumerate(events, 1)))

    def save_draft(self, item: str, section: str, text: str, done: Callable[[Result], None] | None = None) -> None:
        pass


def rows(home: Path, rounds: int) -> list[Row]:
    """The computing by itself, against one replay of the log; then with keys, against the goal."""
    return [*_computed(rounds), *_pressed(home, max(3, rounds // 3))]


def _computed(rounds: int) -> list[Row]:
    """`Session.correct` and `strike` return when the state is there: whoever calls them answers to nothing meanwhile."""
    log = log_of(LARGE)
    session = Session(Log(log.agenda, log.records), _AtOnce(), lambda: START, lambda call: call(), lambda: None)
    entry = next(r for r in log.records if isinstance(r.event, MotionMoved))
    movers = cycle((p.id,) for p in log.agenda.people[5:7])

    def correct() -> None:
        if refused := session.correct(entry.seq, replace(entry.event, by=next(movers)), insist=True):
            raise AssertionError(refused.reason)

    def strike_last() -> None:
        session.strike(session.log.last_act, insist=True)

    def once() -> None:
        replay(log.agenda, log.records)

    return [
        Row("rätta händelse 104 av 10 000 (processortid, på ansiktets tråd)", "en uppspelning", *in_turns(rounds, cpu(correct), cpu(once))),
        Row("ångra rättelsen (processortid, på ansiktets tråd)", "en uppspelning", *in_turns(rounds, cpu(strike_last), cpu(once))),
    ]


def _pressed(home: Path, rounds: int) -> list[Row]:
    """The mover of the first motion is changed in its dialog. Timed is the Enter that saves, and Enter with a letter right upon it."""
    path = session_file(LARGE, home / "rattas.klubban")
    waited: list[float] = []
    worked: list[float] = []
    letters: list[float] = []
    with Terminal([KLUBBAN, "fortsätt", str(path)], home) as ours:
        ours.until("sparat")
        ours.settle(1.0)
        for key in ("escape", "d", "home", "enter", "shift+tab"):  # write in § 1, and from there to its lines
            ours.press(key)
            ours.settle(0.2)
        typed = ""
        for mover, letter in zip(islice(cycle(MOVERS), 2 * rounds), cycle("abcde"), strict=False):
            _fill_in(ours, mover)
            used = ours.cpu_seconds()
            if len(waited) == len(letters):
                waited.append(ours.press("enter", f"1 {mover}"))
                worked.append(ours.cpu_seconds() - used)
            else:
                typed += letter
                letters.append(ours.press(f"\r{letter}", f"││ {typed} "))
                ours.settle(0.2)
                ours.press("shift+tab")  # the letter went to the text, and the cursor with it
            ours.settle(0.2)
    return [
        Row("rätta händelse 104 av 10 000, Enter till målat", "målet", tuple(waited), GOAL, 1.0),
        Row("rätta händelse 104 av 10 000, Enter till målat (processortid)", "målet", tuple(worked), GOAL, 1.0),
        Row("en bokstav direkt efter den Enter, till målad", "målet", tuple(letters), GOAL, 1.0),
    ]


def _fill_in(ours: Terminal, mover: str) -> None:
    """Open the first motion and put another name in it."""
    ours.press("1", "Spara (Ctrl+S)")
    ours.settle(0.2)
    ours.press("backspace")
    for letter in mover.lower():
        ours.press(letter)
    ours.press("enter", f"Valda: {mover}")
    ours.settle(0.2)
