"""The first screen: what there is to choose, and what choosing it leads to."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from agendas.examples import example_paths
from agendas.file import read_agenda
from agendas.model import Person
from sessions.events import MeetingClosed, MeetingOpened
from sessions.opening import new_recording
from sessions.places import new_session_path
from tests.tui.helpers import until
from tests.tui.host import SIZES, WORST, Clock, shown
from tui.face import FaceApp
from tui.offers import Offer, agenda_offers, begun, meeting_offers
from tui.screens.agenda_forms import AgendaFormsScreen
from tui.screens.help import HelpScreen
from tui.screens.key_test import KeyTestScreen
from tui.screens.start import StartScreen

LUDVIKA = example_paths()["ludvika"]


class StartApp(FaceApp[None]):
    """An app that remembers what the Start screen asked for."""

    def __init__(self, folder: Path, **options) -> None:
        super().__init__()
        self.asked: list[object] = []
        self._made = lambda: StartScreen(folder, **options)

    def on_mount(self) -> None:
        self.push_screen(self._made())

    def on_start_screen_begin(self, event: StartScreen.Begin) -> None:
        self.asked.append(event)

    def on_start_screen_continue(self, event: StartScreen.Continue) -> None:
        self.asked.append(event)


async def settled(pilot: Pilot) -> None:
    """Everything that threads had to say has been said."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def session_of(path: Path, *events) -> Path:
    """A session file of an agenda, with some events."""
    loaded = read_agenda(path).agenda
    recording = new_recording(new_session_path(loaded.meeting), loaded, Clock())
    session = recording.session(lambda call: call())
    for event in events:
        assert session.record(event(at=Clock()())) is None
    recording.close()
    return recording.path


async def choose(pilot: Pilot, label: str) -> None:
    """Go down to a line and press Enter."""
    screen = pilot.app.screen
    assert isinstance(screen, StartScreen)
    option = next(o for o in screen.list.options if o.id and label in str(o.prompt))
    screen.list.highlighted = screen.list.options.index(option)
    await pilot.press("enter")
    await settled(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_a_machine_without_meetings_says_so_and_offers_to_rehearse(size, tmp_path):
    app = StartApp(tmp_path)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        screen = shown(pilot)
        assert "Klubban" in screen
        assert "Öva" in screen
        assert "Prova tangenterna" in screen
        assert "Fortsätt sammanträdet?" not in screen
        assert "Dagordningar i den här mappen" not in screen


async def test_the_unfinished_meeting_stands_first_and_enter_goes_on_with_it(tmp_path):
    path = session_of(LUDVIKA, MeetingOpened)
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        assert "Fortsätt sammanträdet?" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert app.asked == [StartScreen.Continue(path)]


async def test_an_agenda_of_this_folder_begins_a_meeting(tmp_path):
    shutil.copy(LUDVIKA, tmp_path)
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        assert "2022-01-17 · ludvika-2022-01-17.toml" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot)
    (begin,) = app.asked
    assert isinstance(begin, StartScreen.Begin)
    assert not begin.rehearsal
    assert begin.agenda.meeting.municipality == "Ludvika kommun"
    assert begin.source == tmp_path / LUDVIKA.name


async def test_an_agenda_whose_meeting_has_begun_goes_on_with_it(tmp_path):
    shutil.copy(LUDVIKA, tmp_path)
    path = session_of(LUDVIKA, MeetingOpened, MeetingClosed)
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        assert "Tidigare sammanträden" in shown(pilot)
        await choose(pilot, LUDVIKA.name)
    assert app.asked == [StartScreen.Continue(path)]


async def test_an_example_is_a_rehearsal_and_says_so_in_its_name(tmp_path):
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        await choose(pilot, "2022-01-17")
    (begin,) = app.asked
    assert isinstance(begin, StartScreen.Begin)
    assert begin.rehearsal
    assert begin.agenda.meeting.municipality == "Övning Ludvika kommun"


async def test_a_rehearsal_is_not_mistaken_for_the_meeting(tmp_path):
    loaded = read_agenda(LUDVIKA).agenda
    session_of(LUDVIKA)
    assert begun(loaded) is not None
    from dataclasses import replace

    practice = replace(loaded, meeting=replace(loaded.meeting, municipality="Övning Ludvika kommun"))
    assert begun(practice, unfinished=True) is None


@pytest.mark.parametrize("size", SIZES)
async def test_the_faults_of_an_agenda_are_told_in_a_dialog_that_stays(size, tmp_path):
    (tmp_path / "fel.toml").write_text('[meeting]\nbody = "Nämnden"\ndat = 2022-01-01\n', encoding="utf-8")
    app = StartApp(tmp_path)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        assert "innehåller fel" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot)
        screen = shown(pilot)
        assert "Dagordningen fel.toml innehåller fel" in screen
        assert "date" in screen
        assert app.asked == []
        await pilot.press("escape")
        assert isinstance(app.screen, StartScreen)


async def test_other_toml_files_are_not_offered(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (tmp_path / "trasig.toml").write_bytes(b"[meeting]\nbody = \xff\xfe")
    (tmp_path / "mapp.toml").mkdir()
    assert [(o.label, o.detail) for o in agenda_offers(tmp_path)] == [("trasig.toml", "innehåller fel: Enter visar dem")]
    assert agenda_offers(tmp_path / "finns inte") == []


async def test_a_damaged_session_is_shown_and_its_fault_told(tmp_path):
    path = session_of(LUDVIKA)
    path.write_bytes(b"SQLite format 3\x00" + b"skadad" * 100)
    (offer,) = meeting_offers()
    assert offer.fault
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        await choose(pilot, offer.label)
        assert "Sammanträdet kan inte öppnas" in shown(pilot)
    assert app.asked == []


async def test_help_and_the_test_of_keys_have_a_key_and_a_line(tmp_path):
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, KeyTestScreen)
        await pilot.press("escape", "escape", "f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await settled(pilot)
        await choose(pilot, "Hjälp")
        assert isinstance(app.screen, HelpScreen)


async def test_esc_asks_before_it_ends_the_program(tmp_path):
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert "Avsluta Klubban?" in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_whatever_stands_in_a_file_is_shown_letter_for_letter(size, tmp_path):
    found = [Offer("agenda", text, text, tmp_path / str(n)) for n, text in enumerate((*WORST, "o" * 10_000))]
    app = StartApp(tmp_path, find=lambda folder: found)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        screen = shown(pilot)
        for text in ("[/]", "[x] klart", "[@click=app.quit]x[/]"):
            assert text in screen
        await pilot.click("#start-list", offset=(6, 4))
        await settled(pilot)
        assert app.is_running


async def test_n_makes_the_next_meeting_of_the_one_at_the_cursor(tmp_path):
    from tui.screens.agenda_forms import AgendaFormsScreen

    session_of(LUDVIKA, MeetingOpened, MeetingClosed)
    app = StartApp(tmp_path)
    async with app.run_test(size=(80, 24), notifications=True, tooltips=True) as pilot:
        await settled(pilot)
        screen = app.screen
        assert isinstance(screen, StartScreen)
        screen.list.highlighted = next(n for n, o in enumerate(screen.list.options) if o.id and "2022-01-17" in str(o.prompt))
        await pilot.press("n")
        await settled(pilot)
        assert isinstance(app.screen, AgendaFormsScreen)
        assert app.screen.draft.shown("meeting", 0, "date") == "2022-02-14"
        assert len(app.screen.draft.rows("person")) == 10
        assert any("4 veckor" in d.message for d in app.screen.draft.doubts)


async def test_an_agenda_that_was_just_written_has_the_cursor(tmp_path):
    async with StartApp(tmp_path).run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        start = pilot.app.screen
        assert isinstance(start, StartScreen)
        start.list.highlighted = next(n for n, o in enumerate(start.list.options) if "Ny dagordning" in str(o.prompt))
        await pilot.press("enter")
        await pilot.pause()
        forms = pilot.app.screen
        assert isinstance(forms, AgendaFormsScreen)
        for key, value in (("body", "Kulturnämnden"), ("date", "2026-11-27"), ("starts", "13.00"), ("ends", "15.00")):
            forms.draft.put("meeting", 0, key, value)
        forms.draft.add_people([Person(name="Eva Berg", role="ordförande")])
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        listed = start.list
        await until(
            pilot, lambda: "kulturnamnden-2026-11-27" in str(getattr(listed.highlighted_option, "prompt", "")), "the cursor is on it"
        )
