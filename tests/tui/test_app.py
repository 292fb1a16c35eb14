"""The whole program over a real file: begin, go on, end."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.readable_draft import readable_draft_path
from exports.style import load_style
from sessions.events import PrivateNoteWritten, TextWritten
from sessions.log import replay
from sessions.opening import Recording, continue_recording, new_recording
from sessions.store import InUse, Store
from tests.sessions.table import START, agenda
from tests.tui.helpers import until
from tests.tui.host import Clock, shown, typed
from tui.app import KlubbanApp
from tui.dialogs.confirm import ConfirmDialog
from tui.screens.meeting import MeetingScreen
from tui.screens.start import StartScreen


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ksn.klubban"


def _app(recording: Recording | None = None) -> KlubbanApp:
    return KlubbanApp(clock=Clock(), recording=recording, folder=Path("/nowhere"))


def _clock() -> datetime:
    return START


async def _record(path: Path) -> None:
    app = _app(new_recording(path, agenda(), _clock))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("a", "f2")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen), "the meeting is open")
        await pilot.press("f2")
        await pilot.pause()
        await typed(pilot, "Anna")
        await pilot.press("ctrl+l")
        await typed(pilot, "hemlighet")
        await pilot.pause()
        app.exit()
        await pilot.pause()


async def test_what_is_typed_when_the_program_ends_is_in_the_file(path: Path):
    await _record(path)
    assert sorted(p.name for p in path.parent.iterdir() if p.name.startswith("ksn")) == ["ksn.klubban", "ksn.utkast.md"], "one plain file"
    with Store.follow(path) as stored:
        events = [r.event for r in stored.since(0)]
        assert [e.text for e in events if isinstance(e, TextWritten)] == ["Anna"]
        assert [e.text for e in events if isinstance(e, PrivateNoteWritten)] == ["hemlighet"]
        assert stored.drafts() == ()


async def test_own_notes_are_in_no_output(path: Path):
    await _record(path)
    with Store.follow(path) as stored:
        meeting = replay(stored.agenda, stored.since(0))
    printed = markdown(protocol(meeting, load_style()))
    assert "Anna" in printed
    assert "hemlighet" not in printed


async def test_a_meeting_goes_on_where_it_was(path: Path):
    await _record(path)
    app = _app(continue_recording(path, _clock))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "§ 82 Val av justerare" in shown(pilot)
        assert "Anna" in shown(pilot)


async def test_a_second_recorder_is_refused_before_anything_is_shown(path: Path):
    first = new_recording(path, agenda(), _clock)
    with pytest.raises(InUse):
        continue_recording(path, _clock)
    assert first.close()


async def test_the_start_screen_opens_what_was_chosen(path: Path):
    await _record(path)
    app = _app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, StartScreen)
        app.screen.post_message(StartScreen.Continue(path))
        await until(pilot, lambda: isinstance(app.screen, MeetingScreen), "the meeting is shown")


@pytest.mark.parametrize("answer", ["enter", "j"], ids=["stay", "follow"])
async def test_a_file_in_use_is_told_and_the_chairs_view_is_offered(path: Path, answer: str):
    first = new_recording(path, agenda(), _clock)
    app = _app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.screen.post_message(StartScreen.Continue(path))
        await until(pilot, lambda: isinstance(app.screen, ConfirmDialog), "the question is shown")
        await until(pilot, lambda: f"process {os.getpid()}" in shown(pilot), "it says who has it")
        await pilot.press(answer)
        await until(pilot, lambda: not isinstance(app.screen, ConfirmDialog), "it is answered")
        assert app.to_follow == (None if answer == "enter" else path)
    first.close()


async def test_leaving_a_running_meeting_asks(path: Path):
    await _record(path)
    app = _app(continue_recording(path, _clock))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert "medan sammanträdet pågår" in shown(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, MeetingScreen)


async def test_the_readable_copy_holds_what_was_typed_last_when_the_program_ends(path: Path):
    await _record(path)
    copy = readable_draft_path(path).read_text(encoding="utf-8")
    assert "Anna" in copy, "no gavel has fallen, and it is there all the same"
    assert "hemlighet" not in copy


async def _begin(agenda_file: Path, planned, rehearsal: bool = False):
    app = _app()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        app.screen.post_message(StartScreen.Begin(planned, rehearsal, agenda_file))
        await until(pilot, lambda: "Upprop" in shown(pilot), "the meeting has begun with its roll call")
        screen = next(s for s in app.screen_stack if isinstance(s, MeetingScreen))
        plan, style = screen.session.ahead.plan, screen.style_of_house
        app.exit()
        await pilot.pause()
    return plan, style


async def test_a_house_style_with_a_relative_path_is_looked_for_beside_the_agenda(tmp_path: Path):
    folder = tmp_path / "mallar"
    folder.mkdir()
    (folder / "egen.toml").write_text('extends = "standard"\n[phrases]\ndraft = "PROVSTIL"\n', encoding="utf-8")
    planned = agenda()
    planned = replace(planned, meeting=replace(planned.meeting, style="egen.toml"))
    plan, style = await _begin(folder / "agenda.toml", planned)
    assert plan.style == str(folder / "egen.toml")
    assert style != load_style()


async def test_a_rehearsal_says_so_once(tmp_path: Path):
    planned = agenda()
    planned = replace(planned, meeting=replace(planned.meeting, municipality="Övning Kommunen"))
    plan, style = await _begin(tmp_path / "agenda.toml", planned, rehearsal=True)
    assert plan.municipality == "Övning Kommunen"
    assert plan.style == planned.meeting.style
    assert style == load_style(planned.meeting.style)
