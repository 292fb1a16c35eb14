"""From a key to the last byte that answers it, in a small meeting and in a large one, which take turns with each other and the floors."""

from __future__ import annotations

from contextlib import ExitStack
from itertools import count, cycle
from operator import add
from pathlib import Path

from bench.floors import MARKER
from bench.meetings import LARGE, SMALL, Size, session_file
from bench.starting import KLUBBAN, bare
from bench.table import Column, Row, Sample, columns
from bench.terminal import Terminal

OPEN, DONE = "ännu inte fattat", "Beslut      bifall"
"""What the panel of the § says before the gavel and after it."""
UNDONE, TOAST = "Nu, §", "Ångrade"
"""What the table beside it says when the gavel is taken back: no toast lies over that; and what the toast says."""
GAVEL, MOTION, BARE = "Klubbslag (", "Yrkande ·", "Avbryt"
"""What stands on the screen as long as a dialog is open: ours with F5, ours with F3, the bare ones."""
MOST = 12
"""Rounds of acts: each takes an item of the agenda."""
LINE = 40
"""Letters that have room on one line of our text box."""
WALK = 15
"""Rows that the cursor goes before it turns: no more than there are above, all of them seen."""


def work(home: Path, rounds: int) -> list[Row]:
    """The same in processor time, which other programs on the machine disturb less."""
    return rows(home, rounds, work=True)


def rows(home: Path, rounds: int, *, work: bool = False) -> list[Row]:
    """Typing, moving, dialogs, acts; each against its floor, and the large meeting against the small one."""
    with ExitStack() as stack:

        def run(command: list[str], shows: str) -> Terminal:
            terminal = stack.enter_context(Terminal(command, home, work=work))
            terminal.until(shows)
            terminal.settle(1.0)
            return terminal

        def meeting(size: Size, name: str) -> Terminal:
            return run([KLUBBAN, "fortsätt", str(session_file(size, home / f"tangenter-{name}.klubban"))], "sparat")

        def floor(kind: str, *more: str) -> Terminal:
            return run(bare(kind, *more), MARKER)

        small, large = meeting(SMALL, "litet"), meeting(LARGE, "stort")
        against_floor, against_small = _acts(small, large, floor("act", str(home / "golv.db")), min(rounds, MOST))
        for found in (
            _typed(small, large, floor("text"), min(rounds, LINE)),
            _dialogs(small, large, floor("dialog"), rounds),
            _moved(small, large, floor("rows", str(SMALL.items)), rounds),
        ):
            against_floor += found[0]
            against_small += found[1]
        return [*against_floor, *against_small]


Found = tuple[list[Row], list[Row]]
"""The small meeting against the floor, the large one against the small."""


def _acts(small: Terminal, large: Terminal, floor: Terminal, rounds: int) -> Found:
    """Item after item is opened and decided. Then the last gavel is taken back again and again. Ends with an item that is open."""
    written = (f"{n} Plan {n} " for n in count(1))  # by the floor, each time

    def bare_act() -> float:
        return _rested(floor, "f2", next(written))

    def bare_enter() -> float:
        return _rested(floor, "enter", next(written), gone=BARE)

    opened, opened_large, act, asked, asked_large, bare_asked, decided, decided_large, bare_decided, another = columns(
        rounds,
        lambda: _rested(small, "f2", OPEN),
        lambda: _rested(large, "f2", OPEN),
        bare_act,
        lambda: _rested(small, "f5", GAVEL),
        lambda: _rested(large, "f5", GAVEL),
        lambda: _rested(floor, "f5", BARE),
        lambda: _rested(small, "enter", DONE, gone=GAVEL),
        lambda: _rested(large, "enter", DONE, gone=GAVEL),
        bare_enter,
        bare_act,
    )
    undone, undone_large, bare_undone = columns(rounds, lambda: _undo(small), lambda: _undo(large), bare_act)
    for ours in (small, large):
        _rested(ours, "f2", OPEN)
    both, both_large = tuple(map(add, asked, decided)), tuple(map(add, asked_large, decided_large))
    return [
        Row("F2, nästa §", "commit + lika många etiketter", opened, act, 2.0),
        Row("F5 + Enter, beslut", "två gånger commit + etiketter", both, tuple(map(add, act, another)), 2.0),
        Row("F5 + Enter, beslut", "tom dialog med samma delar, commit + etiketter", both, tuple(map(add, bare_asked, bare_decided)), 2.0),
        Row("Enter i F5, beslut", "commit + lika många etiketter", decided, act, 2.0),
        Row("Enter i F5, beslut", "tom dialog som stängs, commit + etiketter", decided, bare_decided, 2.0),
        Row("Esc u Enter, ångra det senaste", "commit + lika många etiketter", undone, bare_undone),
    ], [
        _larger("F2, nästa §", opened_large, opened),
        _larger("F5 + Enter, beslut", both_large, both),
        _larger("Enter i F5, beslut", decided_large, decided),
        _larger("Esc u Enter, ångra det senaste", undone_large, undone),
        Row("ångra, stort", "F5 + Enter, stort", undone_large, both_large, 2.0),
    ]


def _undo(ours: Terminal) -> float:
    """The gavel is taken back, and falls again unmeasured. The toast goes first: a key that takes it away paints more than its answer."""
    ours.press("escape", "KOMMANDO")
    ours.press("u", "Enter = ja")
    seconds = _rested(ours, "enter", UNDONE)
    ours.wait_gone(TOAST)
    ours.press("f5", GAVEL)
    _rested(ours, "enter", DONE, gone=GAVEL)
    return seconds


def _typed(small: Terminal, large: Terminal, floor: Terminal, rounds: int) -> Found:
    ours, larger, bare_one = columns(rounds, typing(small), typing(large), typing(floor))
    what = "en bokstav i texten"
    return [Row(what, "samma i en tom TextArea", ours, bare_one, 1.3)], [_larger(what, larger, ours)]


def typing(terminal: Terminal) -> Sample:
    """Types a letter, and another the next time: all of them must stand there. No text of ours begins like them."""
    typed = ""

    def sample() -> float:
        nonlocal typed
        typed += "qzxw"[len(typed) % 4]
        return terminal.press(typed[-1], typed)

    return sample


def _dialogs(small: Terminal, large: Terminal, floor: Terminal, rounds: int) -> Found:
    opened, opened_large, bare_opened, closed, closed_large, bare_closed = columns(
        rounds,
        lambda: _rested(small, "f3", MOTION),
        lambda: _rested(large, "f3", MOTION),
        lambda: _rested(floor, "f3", BARE),
        lambda: _rested(small, "escape", gone=MOTION),
        lambda: _rested(large, "escape", gone=MOTION),
        lambda: _rested(floor, "escape", gone=BARE),
    )
    opens, closes, same = "öppna dialog (F3)", "stänga dialog", "tom ModalScreen, samma delar"
    return [
        Row(opens, same, opened, bare_opened, 1.3),
        Row(closes, same, closed, bare_closed, 1.3),
    ], [_larger(opens, opened_large, opened), _larger(closes, closed_large, closed)]


def _moved(small: Terminal, large: Terminal, floor: Terminal, rounds: int) -> Found:
    """From the § that goes on, and up; the floor from its first row, and down."""
    walks: list[Sample] = []
    for ours, size in ((small, SMALL), (large, LARGE)):
        ours.press("escape", "KOMMANDO")
        ours.settle()
        ours.press("d")  # to the agenda
        ours.settle()
        going_on = next(n for n in range(size.handled, size.items) if f"▶ § {n} " in ours.screen)
        rows = [f"§ {going_on - n} Plan {going_on - n} " for n in range(1, min(going_on, WALK))]
        ours.press("up", marked=rows[0])
        walks.append(_walking(ours, "up", "down", rows))
    rows = [f" {n} Plan {n} " for n in range(WALK)]
    floor.press("down", marked=rows[0])
    ours_moved, larger, bare_moved = columns(rounds, *walks, _walking(floor, "down", "up", rows))
    what = "flytta i dagordningen"
    return [Row(what, "OptionList, lika många rader", ours_moved, bare_moved, 1.3)], [_larger(what, larger, ours_moved)]


def _walking(terminal: Terminal, there: str, back: str, rows: list[str]) -> Sample:
    """To the next row, and from the last one back again; the cursor stands on the first. The row must be marked."""
    way = cycle([*((there, row) for row in rows[1:]), *((back, row) for row in reversed(rows[:-1]))])

    def sample() -> float:
        key, row = next(way)
        return terminal.press(key, marked=row)

    return sample


def _rested(terminal: Terminal, key: str, shows: str = "", *, gone: str = "") -> float:
    """A key when nothing more is painted after the one before."""
    terminal.settle()
    return terminal.press(key, shows, gone=gone)


def _larger(what: str, large: Column, small: Column) -> Row:
    return Row(f"{what}, stort", "vårt lilla", large, small, 1.2)
