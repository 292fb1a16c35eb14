"""`klubban exempel` teaches: what comes next follows from what is recorded, never from which key was pressed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import wrap
from typing import Any

import pytest

from agendas.examples import example_paths
from agendas.file import read_agenda
from agendas.model import Agenda
from sessions import events as ev
from sessions.archive import read_archive
from sessions.events import Recorded
from sessions.examples import REHEARSAL, archive_paths
from sessions.opening import new_recording
from tests.tui.helpers import until
from tests.tui.host import shown
from tests.tui.test_whole_meeting import Secretary, Steps
from tui.app import KlubbanApp
from tui.keys import DEFAULT_KEYS
from tui.rehearsal import Guide, guide_for
from tui.screens.roll_call import RollCallScreen
from tui.texts.rehearsal import HIDE_KEY
from tui.texts.rehearsal import Rehearsal as Words


def rehearsed() -> Agenda:
    """The example under the name that a rehearsal has."""
    agenda = read_agenda(example_paths()[REHEARSAL]).agenda
    return replace(agenda, meeting=replace(agenda.meeting, municipality=f"{Words.NAME} {agenda.meeting.municipality}"))


def example() -> tuple[Recorded[Any], ...]:
    """All that was recorded."""
    return read_archive(archive_paths()[REHEARSAL]).records


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The guide of the example."""
    found = guide_for(rehearsed())
    assert found is not None
    return found


def test_whoever_records_what_the_example_holds_is_led_from_its_first_fact_to_its_last_one_by_one(guide: Guide) -> None:
    records, places, keys = example(), [], []
    for number in range(len(records) + 1):
        said = guide.say(records[:number], DEFAULT_KEYS)
        places.append(said.place[0])
        keys.append(said.keys)
        assert said.does, said
        act = f" Nästa (10 av 46): {said.keys} – {said.does}"
        assert len(wrap(act, 77)) + len(wrap(said.why, 77)) <= 3, f"no room for it at 80 columns: {said}"
        assert said.place[1] == len(guide.steps)
    assert places == sorted(places), "it never leads back"
    assert set(places) == set(range(1, len(guide.steps) + 1)), "no step is passed over"
    assert keys[0] == "a"
    assert keys[-1] == "F12, F12", "it ends with the export"
    assert guide.next(records) is None
    assert {"F2, Enter", "F2", "F5, Enter", "F5, 1, Enter", "F4, åke, Enter", "Esc, i", "F3, lars, Enter"} <= set(keys)
    assert guide.say(records[:10], DEFAULT_KEYS).does == "Ann-Katrin Krainer ska justera"
    assert guide.say(records[:11], DEFAULT_KEYS).does.startswith("öppnar § 1 Budgetuppföljning")


def test_it_follows_whoever_goes_on_without_doing_what_it_said(guide: Guide) -> None:
    opened = [r for r in example() if isinstance(r.event, ev.ItemOpened)]
    step = guide.next(opened[:3])
    assert step is not None
    assert (type(step.event), step.paragraph) == (ev.Decided, 3), "two §§ without a decision hold nobody back"


def test_whoever_passes_a_step_over_is_led_on_from_where_she_is(guide: Guide) -> None:
    records = example()
    appendix = next(n for n, r in enumerate(records) if isinstance(r.event, ev.AppendixAdded))
    without = [r for r in records[: appendix + 1] if not isinstance(r.event, ev.TextWritten | ev.MemberRecused)]
    step = guide.next(without)
    assert step is not None
    assert isinstance(step.event, ev.MotionMoved), "neither the jäv nor the text is asked for again"
    gavel = next(n for n, r in enumerate(records) if isinstance(r.event, ev.Decided) and r.seq > records[appendix].seq)
    step = guide.next([*without[:-1], records[gavel]])
    assert step is not None
    assert isinstance(step.event, ev.PersonLeft), "the gavel has fallen: on to what comes then"


def test_what_is_undone_comes_again_and_what_is_done_twice_counts_once(guide: Guide) -> None:
    records = example()[:12]
    (last,) = records[-1:]
    undone = Recorded(last.seq + 1, last.act + 1, ev.Undone(at=last.event.at, act=last.act))
    step = guide.next((*records, undone))
    assert step is not None
    assert (type(step.event), step.paragraph) == (ev.ItemOpened, 1)
    first = Recorded(last.seq + 1, last.act + 1, records[0].event)
    again = guide.next((*records, first))
    assert again == guide.next(records)


def test_no_other_meeting_is_taught() -> None:
    other = read_agenda(example_paths()["norberg"]).agenda
    assert guide_for(replace(other, meeting=replace(other.meeting, municipality="Övning Norberg"))) is None


async def test_the_strip_says_the_next_key_goes_on_when_it_is_recorded_and_is_hidden_with_one_key(tmp_path: Path) -> None:
    clock = Steps(example()[0].event.at)
    app = KlubbanApp(clock=clock, recording=new_recording(tmp_path / "o.klubban", rehearsed(), clock), folder=tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        s = Secretary(pilot, clock)
        await until(pilot, lambda: isinstance(app.screen, RollCallScreen) and "Nästa (1 av" in shown(pilot), "the first step")
        assert "a – alla i gruppen är här" in shown(pilot)
        await s.press("a", "a")
        await until(pilot, lambda: "F2, Enter – öppnar sammanträdet" in shown(pilot), "everybody is here")
        await s.press("f2", "enter")
        await until(pilot, lambda: "ska justera" in shown(pilot), "the meeting is open")
        await s.press("f2")  # another way than it said
        await until(pilot, lambda: "F5, Enter – klubbslag" in shown(pilot), "§ 1")
        await s.press("f5")
        await until(pilot, lambda: "Klubbslag (Ctrl+S)" in shown(pilot), "the dialog")
        assert "F5, Enter – klubbslag" in shown(pilot), "it can be read while a dialog is open, and hides nothing of it"
        await s.press("escape", "ctrl+r")
        await until(pilot, lambda: not hasattr(app.screen, "show_guide"), "another screen")
        assert any("Esc går tillbaka dit" in n.message for n in app._notifications), "whoever goes astray is told the way back"
        await s.press("escape", "f5", "enter")
        await until(pilot, lambda: "F2 – öppnar § 2" in shown(pilot), "decided")
        await s.press(HIDE_KEY)
        assert "Nästa (" not in shown(pilot)
        await s.press("f2", HIDE_KEY)
        await until(pilot, lambda: "F5, Enter – klubbslag" in shown(pilot), "shown again, where the meeting is")
        app.exit()
        await pilot.pause()
