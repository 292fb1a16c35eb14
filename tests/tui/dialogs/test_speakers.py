"""F9: put up, give the floor with one key, stop, strike, take a wrong start back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from agendas.model import Rules
from exports.speaking_times import speaking_csv
from sessions import events as ev
from tests.sessions.table import agenda
from tests.tui.desk import GRANTS, desk
from tests.tui.host import SIZES, Table, recorder, running, shown, table, typed
from tui.dialogs.speakers import SpeakersDialog


def timed() -> Table:
    made = Table(replace(agenda(), rules=Rules(speaking_minutes=3)))
    made.everybody()
    made.open(GRANTS)
    return made


def dialog(at: Table) -> SpeakersDialog:
    return SpeakersDialog(at, GRANTS, recorder(at))


def queue(at: Table) -> tuple[tuple[str, str], ...]:
    return at.ahead.items[GRANTS].queue


@pytest.mark.parametrize("size", SIZES)
async def test_two_letters_put_somebody_up_and_one_key_gives_the_floor(size: tuple[int, int]) -> None:
    at = timed()
    async with running(lambda: dialog(at), size) as pilot:
        for name in ("eva", "rut"):
            await typed(pilot, name)
            await pilot.press("enter")
        assert queue(at) == (("eva-sjo", "anförande"), ("rut-fors", "anförande"))
        await pilot.press("f9")
        at.hand.forward(2)
        pilot.app.screen._show_floor()
        await pilot.pause()
        seen = shown(pilot)
        assert "Ordet: Eva Sjö (S)  2.00 av 3.00" in seen
        assert "1 Rut Fors (M)" in seen
        assert "Stäng" in seen, "every button has room"
        await pilot.press("f9")
        assert at.ahead.items[GRANTS].speeches[0].end is not None
        await pilot.press("f9")
        assert "Ingen står på listan." in pilot.app.screen.error


async def test_a_reply_comes_before_the_speeches_and_the_kind_falls_back() -> None:
    at = timed()
    async with running(lambda: dialog(at)) as pilot:
        await typed(pilot, "eva")
        await pilot.press("enter", "f4")
        await typed(pilot, "karin")
        await pilot.press("enter")
        await typed(pilot, "rut")
        await pilot.press("enter")
        assert queue(at) == (("eva-sjo", "anförande"), ("karin-berg", "replik"), ("rut-fors", "anförande"))
        assert "1 Karin Berg (M) · replik" in shown(pilot)


async def test_stop_undo_strike_and_enter_on_a_row() -> None:
    at = timed()
    at.do(*(ev.SpeakerQueued(at=at.clock(), item=GRANTS, person=p) for p in ("eva-sjo", "rut-fors", "lena-ek")))
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("f9", "ctrl+z")
        assert at.ahead.items[GRANTS].speeches == ()
        assert queue(at)[0][0] == "eva-sjo"
        await pilot.press("f10")
        assert "Ingen har ordet." in pilot.app.screen.error
        pilot.app.screen.query_one("#waiting").focus()
        await pilot.press("down", "enter")
        assert at.ahead.items[GRANTS].speeches[0].person == "rut-fors"
        await pilot.press("delete")
        assert len(queue(at)) == 1
        at.hand.forward(1)
        await pilot.press("f10")
        assert at.ahead.items[GRANTS].speeches[0].end is not None
        await pilot.press("escape")
        assert pilot.app.result is None


async def test_f9_twice_from_the_meeting_and_once_without_an_item() -> None:
    async with desk() as d:
        await d.press("f9")
        assert "Öppna ett ärende först" in d.toasts[-1]
        await d.press("f2", "f9")
        await d.write("eva")
        await d.press("enter", "f9", "escape")
        assert d.at_desk
        first = d.session.ahead.current[0]
        assert d.item(first).speeches[0].person == "eva-sjo"
        d.screen.action_next_speaker()
        await d.pilot.pause()
        assert "Ingen står på listan." in d.toasts[-1]


async def test_speaking_times_are_written_as_csv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with desk() as d:
        d.screen.action_write_speaking_times()
        await d.pilot.pause()
        assert "Ingen har talat än" in d.toasts[-1]
        await d.press("f2")
        d.session.do(ev.SpeakerStarted(at=d.session.clock(), person="eva-sjo"))
        d.session.hand.forward(2)
        d.session.do(ev.SpeakerStopped(at=d.session.clock(), person="eva-sjo"))
        d.screen.action_write_speaking_times()
        await d.pilot.pause()
        (file,) = tmp_path.glob("talartider-*.csv")
        text = file.read_bytes().decode("utf-8-sig")
        assert text.splitlines()[1] == "82;Val av justerare;Eva Sjö;S;anförande;13.00.00;120;2.00"


def test_a_name_is_no_formula_and_a_secret_title_stays_at_home() -> None:
    at = table(item="individarende")
    at.do(ev.PersonAdded(at=at.clock(), person="x", name="=SUM(A1)"))
    at.do(ev.SpeakerStarted(at=at.clock(), person="x"))
    (line,) = speaking_csv(at.ahead, at.clock()).splitlines()[1:]
    assert line.split(";")[1:3] == ["Sekretess", "'=SUM(A1)"]
