"""Values and files that no person writes on purpose: each has its sentence, and none a traceback."""

from __future__ import annotations

import os
import sys
import time as clock
from datetime import date, time
from pathlib import Path

import pytest

from agendas import disk
from agendas.faults import MOST_FAULTS, Report, shown
from agendas.file import AgendaFaults, parse_agenda

MEETING = '[meeting]\nbody = "Kommunstyrelsen"\ndate = {day}\nstarts = 13:00:00\n'


def told(text: str) -> list[str]:
    with pytest.raises(AgendaFaults) as raised:
        parse_agenda(text, "ks.toml")
    return [fault.message for fault in raised.value.faults]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ('"2026-02-30"', '"date" ska vara ett datum, ÅÅÅÅ-MM-DD, fick "2026-02-30".'),
        ('"i mars"', '"date" ska vara ett datum, ÅÅÅÅ-MM-DD, fick "i mars".'),
        ("20260317", '"date" ska vara ett datum, ÅÅÅÅ-MM-DD, fick 20260317.'),
        ("1026-03-17", '"date" ska ligga mellan år 1900 och 2999, fick 1026-03-17.'),
    ],
)
def test_a_day_that_cannot_be_is_told(day: str, said: str) -> None:
    assert told(MEETING.format(day=day)) == [said]


def test_a_date_with_midnight_is_the_date_and_nothing_is_told() -> None:
    loaded = parse_agenda(MEETING.format(day="2026-03-17T00:00:00"), "ks.toml")
    assert (loaded.agenda.meeting.date, loaded.warnings) == (date(2026, 3, 17), ())


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("item = [1]", "[[item]] ska vara tabeller, fick 1."),
        ('[[item]]\ntitle = "A"\nproposal = [{ text = "B", nummer = 1 }]', '"nummer" är ingen känd nyckel.'),
        ('[[item]]\ntitle = "A"\nproposal = [{ txt = "B" }]', '"txt" är ingen känd nyckel. Menade du "text"?'),
        ('[[item]]\ntitle = "A"\nminutes = true', '"minutes" ska vara ett heltal, fick true.'),
        ('[[item]]\ntitle = "A"\nat = [1]', '"at" ska vara HH.MM, fick en lista.'),
        ('[[item]]\ntitle = "A"\nat = { h = 1 }', '"at" ska vara HH.MM, fick en tabell.'),
        ('[[item]]\ntitle = "A"\nat = 2026-03-17', '"at" ska vara HH.MM, fick 2026-03-17.'),
    ],
)
def test_a_value_of_another_kind_is_shown_as_what_it_is(lines: str, said: str) -> None:
    assert said in told(
        (f"{lines}\n" if lines.startswith("item") else "") + MEETING.format(day="2026-03-17") + ("" if lines.startswith("item") else lines)
    )


def test_something_else_written_in_toml_is_no_agenda() -> None:
    assert told("".join(f"nyckel{n} = 1\n" for n in range(20))) == [
        "Filen är ingen dagordning: den har varken [meeting], [[person]] eller [[item]]."
    ]


def test_a_person_without_a_name_is_one_fault_and_no_double() -> None:
    people = '[[person]]\nname = ""\n[[person]]\nname = ""\n[[person]]\nname = 3\nrole = "ledamot"\n'
    assert not any("står redan" in said for said in told(MEETING.format(day="2026-03-17") + people))


def test_faults_and_warnings_without_end_are_counted_not_told() -> None:
    report = Report("ks.toml")
    for n in range(MOST_FAULTS + 3):
        report.fault(("item", n), "Fel.")
        report.warn(("item", n), "Märkligt.")
    assert (len(report.told()), report.told()[-1].message, len(report.warnings)) == (MOST_FAULTS + 1, "… och 3 fel till.", MOST_FAULTS)


@pytest.mark.parametrize(
    ("value", "said"), [(False, "false"), ((), "en lista"), ({}, "en tabell"), (time(9, 5), "09:05:00"), ("x" * 50, f'"{"x" * 40}…"')]
)
def test_a_value_is_shown_short(value: object, said: str) -> None:
    assert shown(value) == said


# --- a file that another program holds


def held(times: int, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Windows, where somebody holds the file so many times; how long was waited is added to the list."""
    waited: list[float] = []
    left = [times]
    replace = os.replace

    def refused(source: Path, target: Path) -> None:
        left[0] -= 1
        if left[0] >= 0:
            raise PermissionError(13, "upptagen")
        replace(source, target)

    monkeypatch.setattr(os, "replace", refused)
    monkeypatch.setattr(clock, "sleep", waited.append)
    monkeypatch.setattr(sys, "platform", "win32")
    return waited


def test_on_windows_a_file_that_is_held_for_a_moment_is_replaced_when_it_is_let_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ks.toml").write_text("gammal")
    waited = held(3, monkeypatch)
    disk.replace_text(tmp_path / "ks.toml", "ny")
    assert ((tmp_path / "ks.toml").read_text(), len(waited)) == ("ny", 3)


def test_on_windows_a_file_that_is_never_let_go_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ks.toml").write_text("gammal")
    waited = held(1000, monkeypatch)
    with pytest.raises(PermissionError):
        disk.replace_text(tmp_path / "ks.toml", "ny")
    assert [p.name for p in tmp_path.iterdir()] == ["ks.toml"]
    assert ((tmp_path / "ks.toml").read_text(), len(waited)) == ("gammal", 4)
