"""From a key to the last byte that answers it, in a small meeting and in a large one."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

from bench.floors import MARKER
from bench.meetings import LARGE, SMALL, Size, session_file
from bench.starting import KLUBBAN, bare
from bench.table import Pair, Row, apart, in_turns
from bench.terminal import Terminal

SIZES = {"litet": SMALL, "stort": LARGE}


def work(home: Path, rounds: int) -> list[Row]:
    """The same in processor time, which other programs on the machine disturb less."""
    return rows(home, rounds, work=True)


def rows(home: Path, rounds: int, *, work: bool = False) -> list[Row]:
    """Typing, moving, dialogs, acts; each against its floor, and the large meeting against the small one."""
    found: list[Row] = []
    measured: dict[tuple[str, str], Row] = {}
    for name, size in SIZES.items():
        for row in _of(home, name, size, rounds, work):
            measured[name, row.what] = row
            if name == "litet":
                found.append(row)
    for (name, what), row in measured.items():
        if name == "stort":
            found.append(Row(f"{what}, stort", "vårt lilla", row.ours, measured["litet", what].ours, 1.2))
    undo, decide = (measured["stort", what] for what in ("Esc u Enter, ångra det senaste", "F5 + Enter, beslut"))
    found.append(Row("ångra, stort", "F5 + Enter, stort", undo.ours, decide.ours, 2.0))
    return found


def _of(home: Path, name: str, size: Size, rounds: int, work: bool) -> list[Row]:
    with ExitStack() as stack:
        path = session_file(size, home / f"tangenter-{name}.klubban")
        ours = stack.enter_context(Terminal([KLUBBAN, "fortsätt", str(path)], home, work=work))
        ours.until("sparat")
        ours.settle(1.0)

        def floor(*kind: str) -> Terminal:
            terminal = stack.enter_context(Terminal(bare(*kind), home, work=work))
            terminal.until(MARKER)
            terminal.settle()
            return terminal

        text, agenda, dialog, act = floor("text"), floor("list", str(size.items)), floor("dialog"), floor("act", str(home / f"{name}.db"))
        rows: list[Row] = []

        opened, decided, undone, asked = _acts(ours, act, min(rounds, 12))
        rows.append(Row("F2, nästa §", "commit + lika många etiketter", *opened, 2.0))
        rows.append(Row("F5 + Enter, beslut", "två gånger commit + etiketter", *decided, 2.0))
        rows.append(Row("F5 + Enter, beslut", "tom dialog med samma delar, commit + etiketter", *asked, 2.0))
        rows.append(Row("Esc u Enter, ångra det senaste", "commit + lika många etiketter", *undone))
        ours.press("f2", OPEN)
        ours.settle()
        letters = iter("abcdefghijklmno" * 20)
        bare_letters = iter("abcdefghijklmno" * 20)
        typed = in_turns(rounds, lambda: ours.press(next(letters)), lambda: text.press(next(bare_letters)))
        rows.append(Row("en bokstav i texten", "samma i en tom TextArea", *typed, 1.3))
        opening, closing = _dialogs(ours, dialog, rounds)
        rows.append(Row("öppna dialog (F3)", "tom ModalScreen, samma delar", *opening, 1.3))
        rows.append(Row("stänga dialog", "tom ModalScreen, samma delar", *closing, 1.3))
        ours.press("escape", "KOMMANDO")
        ours.settle()
        ours.press("d")  # to the agenda
        ours.settle()
        moved = in_turns(rounds, lambda: ours.press("up"), lambda: agenda.press("down"))
        rows.append(Row("flytta i dagordningen", "OptionList, lika många rader", *moved, 1.3))
        return rows


OPEN, DONE = "ännu inte fattat", "Beslut      bifall"
"""What the panel of the § says before the gavel and after it."""
UNDONE = "Nu, §"
"""What the table beside it says when the gavel is taken back: no toast lies over that."""


def _acts(ours: Terminal, floor: Terminal, rounds: int) -> tuple[Pair, Pair, Pair, Pair]:
    """Item after item is opened, decided, the gavel taken back, and decided again unmeasured so that F2 does not ask."""

    def decide() -> float:
        seconds = ours.press("f5", "Klubbslag (")
        ours.settle()
        return seconds + ours.press("enter", DONE)

    def bare_decide() -> float:
        seconds = floor.press("f5", "Avbryt")
        floor.settle()
        return seconds + floor.press("enter")

    opened: list[tuple[float, float]] = []
    decided: list[tuple[float, float]] = []
    asked: list[tuple[float, float]] = []
    undone: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        opened.append((ours.press("f2", OPEN), floor.press("f2")))
        ours.settle()
        taken = decide()
        decided.append((taken, floor.press("f2") + floor.press("f2")))
        asked.append((taken, bare_decide()))
        ours.settle()
        ours.press("escape", "KOMMANDO")
        ours.press("u", "Enter = ja")
        ours.settle()
        undone.append((ours.press("enter", UNDONE), floor.press("f2")))
        ours.settle()
        decide()
        ours.settle()
    return apart(opened[1:]), apart(decided[1:]), apart(undone[1:]), apart(asked[1:])


def _dialogs(ours: Terminal, floor: Terminal, rounds: int) -> tuple[Pair, Pair]:
    opened: list[tuple[float, float]] = []
    closed: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        opened.append((ours.press("f3", "Yrkande ·"), floor.press("f3", "Avbryt")))
        ours.settle(0.2)
        closed.append((ours.press("escape"), floor.press("escape")))
        ours.settle(0.2)
    return apart(opened[1:]), apart(closed[1:])
