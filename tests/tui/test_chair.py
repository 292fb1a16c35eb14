"""The chair's view and the projector: what is seen, what is never seen, and what follows by itself."""

from __future__ import annotations

import stat
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from agendas.model import Rules
from exports.style import load_style
from sessions import chair_note
from sessions import events as ev
from sessions.order import open_item
from tests.exports.scenario import agenda, at
from tests.tui.desk import CASE, GRANTS, desk
from tests.tui.helpers import toasts
from tests.tui.host import SIZES, WORST, Host, Table, shown, typed
from tui.chair_page import projected
from tui.screens.chair import ChairScreen
from tui.screens.projector import ProjectorScreen
from tui.widgets.big_time import BigTime, figures

STYLE = load_style()


def room() -> Table:
    """Kultur- och fritidsnämnden at 13.08: bidrag is open, simhallen next, its chair out by jäv there."""
    planned = agenda()
    lengths = (5, 5, 15, 20, 10, 10, 10, 5)
    items = tuple(replace(x, minutes=m) for x, m in zip(planned.items, lengths, strict=True))
    t = Table(replace(planned, items=items, rules=Rules(speaking_minutes=3)))
    t.hand.now = at(13)
    t.everybody("ali-noor", "tim-alm", "kurt-varg", "olof-krok")
    for substitute, member in (("maj-dahl", "ali-noor"), ("pia-ro", "tim-alm"), ("siv-rask", "kurt-varg")):
        t.do(ev.SubstituteSeated(at=t.clock(), substitute=substitute, seat_of=member))
    for item in ("val-av-justerare", "dagordning"):
        t.open(item)
        t.hand.forward(4)
        t.do(ev.Decided(at=t.clock()))
    t.do(ev.MemberRecused(at=t.clock(), items=("simhall",), persons=("per-lind",)))
    t.open("bidrag")
    return t


@asynccontextmanager
async def chair_view(t: Table, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Pilot[Any], ChairScreen]]:
    screen = ChairScreen(t.shown, STYLE, t.clock)
    async with Host(lambda: screen).run_test(size=size, notifications=True, tooltips=True) as pilot:
        await pilot.pause()
        yield pilot, screen


def cues(screen: ChairScreen) -> str:
    return screen.told("cues").says.plain


@pytest.mark.parametrize("size", SIZES)
async def test_a_glance_shows_clock_item_plan_drift_quorum_and_what_comes(size: tuple[int, int]) -> None:
    t = room()
    t.hand.forward(17)
    async with chair_view(t, size) as (pilot, screen):
        seen = shown(pilot)
        assert screen.query_one(BigTime).says == "13.25"
        for text in (
            "§ 84 Ansökan om föreningsbidrag 2026",
            "17 min av 15 · 2 över",
            "11 av 11 · beslutför",
            "enligt planen",
        ):
            assert text in seen
        assert "Nästa: § 85 Simhallens öppettider · kl. 13.25" in seen
        assert "Jäv i nästa: Per Lind (S)" in seen
        assert "Lena Ek (C) leder" in seen
        assert "1. att bevilja Norra IF" in seen
        assert "Vi går till ärende 3" in seen
        assert len(seen.splitlines()) == size[1]


async def test_the_clock_follows_and_so_does_the_time_of_who_speaks() -> None:
    t = room()
    t.do(ev.SpeakerQueued(at=t.clock(), person="eva-sjo"))
    t.do(ev.SpeakerStarted(at=t.clock(), person="karin-berg"))
    async with chair_view(t) as (_, screen):
        assert "Ordet: Karin Berg (M) 0.00 av 3.00" in screen.told("floor").says.plain
        assert screen.told("waiting").says.plain == "Sedan: Eva Sjö (S)"
        for seconds, said, mark in ((150, "2.30 av 3.00 · snart slut", "-soon"), (40, "3.10 av 3.00 ■ TIDEN ÄR SLUT", "-beyond")):
            t.hand.now += timedelta(seconds=seconds)
            screen._tick()
            assert said in screen.told("floor").says.plain
            assert screen.told("floor").has_class(mark)
        assert screen.query_one(BigTime).says == "13.11"


async def test_what_is_recorded_is_shown_at_once_and_the_script_goes_on() -> None:
    t = room()
    async with chair_view(t, (120, 40)) as (pilot, screen):
        t.do(ev.MotionMoved(at=t.clock(), kind="nytt förslag", by=("karin-berg",), text="att bevilja 10 000 kronor [S] [/]"))
        screen.follow(t.shown)
        await pilot.pause()
        seen = shown(pilot)
        assert "att bevilja 10 000 kronor [S] [/]" in seen, "word for word"
        assert "Jag har uppfattat två förslag" in cues(screen)
        t.do(
            ev.QuestionPut(at=t.clock(), alternatives=("förslaget", "motion-1")),
            ev.QuestionAnswered(at=t.clock(), winner="motion-1"),
        )
        screen.follow(t.shown)
        await pilot.pause()
        assert "Beslut, före klubban" in shown(pilot)
        t.do(ev.Decided(at=t.clock(), winner="motion-1"))
        screen.follow(t.shown)
        await pilot.pause()
        assert "före klubban" not in shown(pilot)
        assert "Per Lind (S) lämnar lokalen" in cues(screen), "M-11 of the next item"


async def test_nothing_of_findings_notes_or_law_is_there() -> None:
    t = room()
    t.do(ev.PrivateNoteWritten(at=t.clock(), text="hemlig tanke"))
    t.do(ev.TextWritten(at=t.clock(), section="protocol", text="protokolltext på gång"))
    t.do(ev.MemberRecused(at=t.clock(), persons=("lena-ek",), ground="delikatess"))
    async with chair_view(t, (120, 40)) as (pilot, _):
        seen = shown(pilot)
        for never in ("hemlig tanke", "protokolltext på gång", "delikatess", "R-4", "KL 6", "att se"):
            assert never not in seen
        assert "Jäv: Lena Ek (C)" in seen


async def test_a_look_ahead_and_back_changes_nothing_and_the_next_item_brings_it_home() -> None:
    t = room()
    async with chair_view(t, (120, 40)) as (pilot, screen):
        await pilot.press("right")
        seen = shown(pilot)
        assert "Du ser på § 85" in seen or "Du ser på Simhallens öppettider – pågående är § 84" in seen
        assert "att öppettiderna utökas" in seen
        assert "Per Lind (S) lämnar lokalen" in cues(screen)
        await pilot.press("left", "left")
        assert "§ 83 Dagordning" in shown(pilot)
        assert "Manuset visas för det som pågår" in cues(screen)
        t.do(*open_item(t.ahead, "simhall", t.clock()))
        screen.follow(t.shown)
        await pilot.pause()
        assert "Du ser på" not in shown(pilot)
        assert "§ 85 Simhallens öppettider" in shown(pilot)


async def test_drift_can_be_hidden_and_reservations_are_asked_for_only_when_switched_on() -> None:
    t = room()
    async with chair_view(t) as (pilot, screen):
        assert "planen" in shown(pilot)
        await pilot.press("d")
        assert screen.told("drift").says.plain == ""
        assert screen.told("spent").says.plain == ""
        await pilot.press("r")
        assert "Manuset frågar efter reservationer" in toasts(pilot.app)[-1]
        await pilot.press("escape")
        assert pilot.app.screen is screen, "a slip does not end the chair's program"


@pytest.mark.parametrize("size", SIZES)
async def test_the_chair_keeps_a_speakers_list_of_her_own_that_nobody_records(size: tuple[int, int]) -> None:
    t = room()
    t.do(ev.SpeakerQueued(at=t.clock(), person="eva-sjo"))
    async with chair_view(t, size) as (pilot, screen):
        records = len(t.log.records)
        await pilot.press("n")
        assert screen.told("floor").says.plain.startswith("Ordet: Eva Sjö (S)"), "whoever was first, also in the secretary's list"
        await pilot.press("t")
        await pilot.pause()
        assert "Egen talarlista, sparas inte" in shown(pilot)
        for name in ("karin", "rut"):
            await typed(pilot, name)
            await pilot.press("enter")
        await pilot.press("f9")
        t.hand.now += timedelta(seconds=150)
        await pilot.press("escape")
        await pilot.pause()
        assert pilot.app.screen is screen
        screen._tick()
        assert "Ordet: Karin Berg (M) 2.30 av 3.00 · snart slut" in screen.told("floor").says.plain
        assert screen.told("waiting").says.plain == "Sedan: Rut Fors (M)"
        await pilot.press("n")
        assert "Ordet: Rut Fors (M)" in screen.told("floor").says.plain
        await pilot.press("t")
        await pilot.pause()
        await pilot.press("ctrl+z", "escape")
        await pilot.pause()
        assert "Ordet: Karin Berg (M)" in screen.told("floor").says.plain
        assert screen.told("waiting").says.plain == "Sedan: Rut Fors (M)"
        assert len(t.log.records) == records
        t.do(ev.MotionMoved(at=t.clock(), kind="avslag", by=("eva-sjo",)))
        screen.follow(t.shown)
        assert screen.told("waiting").says.plain == "Sedan: Rut Fors (M)", "what is recorded goes on beside it"


async def test_one_key_blanks_the_view() -> None:
    async with chair_view(room()) as (pilot, screen):
        await pilot.press("b")
        await pilot.pause()
        assert screen.is_black
        assert "Norra IF" not in shown(pilot)
        await pilot.press("full_stop")
        await pilot.pause()
        assert "Norra IF" in shown(pilot)


async def test_a_line_from_the_secretary_stands_large_until_it_is_cleared() -> None:
    async with chair_view(room()) as (pilot, screen):
        screen.tell("Bussen går [14.10]")
        await pilot.pause()
        assert "Bussen går [14.10]" in shown(pilot)
        assert "Från sekreteraren" in shown(pilot)
        screen.tell("")
        await pilot.pause()
        assert "Från sekreteraren" not in shown(pilot)


async def test_a_file_that_cannot_be_read_is_told_calmly_and_the_last_that_was_read_stays() -> None:
    async with chair_view(room()) as (pilot, screen):
        screen.fault("disken är borta")
        await pilot.pause()
        assert "Ingen kontakt med sammanträdets fil" in shown(pilot)
        assert "§ 84" in shown(pilot)


@pytest.mark.parametrize("size", SIZES)
async def test_before_the_opening_adjourned_closed_and_with_the_worst_words_it_stands(size: tuple[int, int]) -> None:
    planned = agenda()
    items = tuple(replace(x, title=w, proposal=w, presenters=(w,)) for x, w in zip(planned.items, (*WORST, *WORST), strict=False))
    t = Table(replace(planned, items=items))
    t.hand.now = at(13)
    async with chair_view(t, size) as (pilot, screen):
        assert "inte öppnat" in shown(pilot)
        t.everybody()
        for item in t.ahead.order[:4]:
            t.open(item)
            t.do(ev.MotionMoved(at=t.clock(), kind="nytt förslag", by=("karin-berg",), text=" ".join(WORST)))
            screen.follow(t.shown)
            await pilot.pause()
        t.do(ev.MeetingAdjourned(at=t.clock()))
        screen.follow(t.shown)
        await pilot.pause()
        assert "Sammanträdet ajourneras" in cues(screen)
        t.do(ev.MeetingResumed(at=t.clock()))
        t.do(ev.MeetingClosed(at=t.clock()))
        screen.follow(t.shown)
        await pilot.pause()
        assert "Inget att säga just nu" in cues(screen)


# The projector


@asynccontextmanager
async def projector(t: Table, size: tuple[int, int] = (80, 24)) -> AsyncIterator[tuple[Pilot[Any], ProjectorScreen]]:
    screen = ProjectorScreen(t.shown, STYLE)
    async with Host(lambda: screen).run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot, screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_room_sees_paragraph_title_motions_and_decision_and_nothing_else(size: tuple[int, int]) -> None:
    t = room()
    t.do(ev.MemberRecused(at=t.clock(), persons=("lena-ek",), ground="part"))
    t.do(ev.PrivateNoteWritten(at=t.clock(), text="hemlig tanke"))
    t.do(ev.MotionMoved(at=t.clock(), kind="avslag", by=("karin-berg",)))
    async with projector(t, size) as (pilot, screen):
        seen = shown(pilot)
        assert "§ 84 Ansökan om föreningsbidrag 2026" in seen
        assert "Karin Berg (M) yrkar avslag på förvaltningens förslag." in seen
        for never in ("hemlig", "Lena Ek", "part", "Nästa", "Säg nu", "Ordet"):
            assert never not in seen
        screen.tell("Bussen går")
        t.do(
            ev.QuestionPut(at=t.clock(), form="bifall eller avslag", alternatives=("förslaget", "motion-1")),
            ev.QuestionAnswered(at=t.clock(), winner="förslaget"),
            ev.Decided(at=t.clock()),
        )
        screen.follow(t.shown)
        await pilot.pause()
        assert "Beslut" in shown(pilot)
        assert "att bevilja Norra IF" in shown(pilot)
        assert "Bussen" not in shown(pilot)


async def test_a_secret_paragraph_turns_it_black_by_itself_and_no_key_shows_it() -> None:
    t = Table()
    t.everybody()
    t.open(GRANTS)
    async with projector(t) as (pilot, screen):
        assert "Föreningsbidrag" in shown(pilot)
        t.open(CASE)
        screen.follow(t.shown)
        await pilot.pause()
        assert screen.is_black
        for key in ("b", "space", "b"):
            await pilot.press(key)
            assert shown(pilot).strip() == ""
        t.do(ev.Decided(at=t.clock()))
        screen.follow(t.shown)
        await pilot.pause()
        assert screen.is_black, "still, until the next § opens"
        t.open("budget")
        screen.follow(t.shown)
        await pilot.press("space")  # it had been blanked by hand too
        await pilot.pause()
        assert "Budget" in shown(pilot)


def test_one_secret_item_among_several_en_bloc_is_enough() -> None:
    t = Table()
    t.everybody()
    t.open(GRANTS, CASE)
    assert projected(t.shown, STYLE).black


def test_adjourned_and_closed_are_told_to_the_room() -> None:
    t = room()
    t.do(ev.MeetingAdjourned(at=t.clock(), until=at(13, 30)))
    assert projected(t.shown, STYLE).state == "Ajournerat till kl. 13.30"
    t.do(ev.MeetingResumed(at=t.clock()))
    t.do(ev.MeetingClosed(at=t.clock()))
    assert projected(t.shown, STYLE).state == "Sammanträdet är avslutat"


# In the secretary's window


async def test_ctrl_o_shows_the_view_and_brings_back() -> None:
    async with desk() as d:
        await d.press("f2", "ctrl+o")
        assert isinstance(d.pilot.app.screen, ChairScreen)
        assert "Säg nu" in d.seen
        await d.press("ctrl+o")
        assert d.at_desk


async def test_the_projector_in_the_secretarys_window_and_its_black_key() -> None:
    async with desk() as d:
        await d.press("f2", "f2", "ctrl+k")
        assert "Föreningsbidrag" in d.seen
        assert "Protokolltext" not in d.seen
        await d.press("b")
        assert d.seen.strip() == ""
        await d.press("escape")
        assert d.at_desk


async def test_a_line_to_the_chair_is_a_private_file_that_goes_when_it_is_cleared(tmp_path: Path) -> None:
    session = tmp_path / "m.klubban"
    async with desk() as d:
        d.screen._path = session
        await d.press("escape")
        await d.alone("m")
        await d.write("Lena vill ha ordet")
        await d.press("enter")
        file = chair_note.note_path(session)
        assert chair_note.read_note(session) == "Lena vill ha ordet"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        await d.press("ctrl+o")
        assert "Lena vill ha ordet" in d.seen
        await d.press("escape", "ctrl+k")
        assert "Lena vill ha ordet" not in d.seen, "never projected"
        await d.press("escape")
        before = d.session.log.last_seq
        d.screen.leave()
        assert not file.exists()
        assert d.session.log.last_seq == before, "never logged"


async def test_without_a_file_the_line_is_refused_with_a_reason() -> None:
    async with desk() as d:
        await d.press("escape")
        await d.alone("m")
        assert "Sammanträdet har ingen fil" in d.toasts[-1]


async def test_new_times_are_copied_for_a_chat() -> None:
    async with desk(_timed()) as d:
        d.screen.action_copy_times()
        await d.pilot.pause()
        assert d.pilot.app.clipboard.splitlines()[1] == "13.05 Föreningsbidrag"
        assert "Sekretessärende" in d.pilot.app.clipboard
        assert "Individärende" not in d.pilot.app.clipboard


def _timed() -> Table:
    from tests.sessions.table import agenda as small

    planned = small()
    t = Table(replace(planned, items=tuple(replace(x, minutes=5) for x in planned.items)))
    t.everybody()
    return t


# Figures


def test_figures_are_three_lines_high_and_five_at_double_size() -> None:
    assert figures("13.57").splitlines() == ["▄█  ▀▀█   █▀▀ ▀▀█", " █  ▀▀█   ▀▀█  ▄▀", "▀▀▀ ▀▀▀ ▀ ▀▀▀  ▀"]
    assert len(figures("13.57", 2).splitlines()) == 5


def test_a_note_is_one_clean_line(tmp_path: Path) -> None:
    session = tmp_path / "x.klubban"
    chair_note.write_note(session, "  rad ett\nrad två \x1b[2J" + "å" * 500)
    note = chair_note.read_note(session)
    assert note.startswith("rad ett rad två")
    assert len(note) <= chair_note.LONGEST
    chair_note.write_note(session, "")
    chair_note.clear_note(session)
    assert chair_note.read_note(session) == ""
    assert list(tmp_path.iterdir()) == []
