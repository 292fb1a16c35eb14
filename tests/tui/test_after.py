"""Efter sammanträdet: what is left when the gavel has fallen for the last time."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest
from textual.pilot import Pilot

from agendas.model import Agenda, Item, MeetingPlan, Person, with_ids
from sessions.events import (
    Approved,
    Decided,
    Dispatched,
    Event,
    LateTextReceived,
    MeetingClosed,
    NoticePosted,
    Rectified,
    ReservationMade,
    StatementMade,
)
from tests.sessions.table import ROSTER, START
from tests.tui.desk import desk
from tests.tui.host import SIZES, WORST, Table, running, shown, typed
from tui.after_rows import after_rows, notice_lines, shown_paragraphs
from tui.dialogs.confirm import ConfirmDialog
from tui.screens.after import AfterScreen

GRANTS = "foreningsbidrag"


def closed(*recipients: str) -> Table:
    """A meeting that is over: one decision, a reservation and a statement whose texts were promised."""
    plan = MeetingPlan(
        body="Kultur- och fritidsnämnden",
        municipality="Provköpings kommun",
        date=date(2026, 3, 12),
        starts=START.time(),
        first_paragraph=82,
    )
    items = (
        Item(title="Val av justerare", kind="formalia"),
        Item(title="Föreningsbidrag", proposal="att bevilja bidrag", recipients=recipients or ("Ekonomienheten", "Akt")),
    )
    people = tuple(Person(name=n, party=p, role=r) for n, p, r in ROSTER)  # type: ignore[arg-type]
    at = Table(with_ids(Agenda(meeting=plan, people=people, items=items)))
    at.everybody()
    now = at.clock()
    at.open("val-av-justerare")
    at.do(Decided(at=now))
    at.open(GRANTS)
    at.do(Decided(at=now))
    at.do(ReservationMade(at=now, item=GRANTS, persons=("karin-berg",), to_be_handed_in=True))
    at.do(StatementMade(at=now, item=GRANTS, person="eva-sjo", to_be_handed_in=True))
    at.do(MeetingClosed(at=now))
    return at


@asynccontextmanager
async def afterwards(at: Table, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    async with running(lambda: AfterScreen(at), size) as pilot:
        await pilot.pause()
        yield pilot


async def go(pilot: Pilot[None], text: str) -> None:
    """Put the cursor on the row that says so, and press Enter."""
    screen = pilot.app.screen
    assert isinstance(screen, AfterScreen)
    at = next(n for n, row in enumerate(screen._rows) if text in f"{row.text} {row.note}" and row.kind not in {"heading", "said"})
    await pilot.press("down")  # an Enter that follows on one that closed a dialog is taken for a slip
    screen.list.highlighted = at
    await pilot.press("enter")
    await pilot.pause()


def recorded(at: Table, kind: type[Event]) -> Event:
    return at.recorded(kind)[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_everything_that_is_left_is_seen_with_its_last_day(size: tuple[int, int]) -> None:
    async with afterwards(closed(), size) as pilot:
        screen = shown(pilot)
        assert "Texter som lovats (2 kvar)" in screen
        assert "○ § 83 reservation, Karin Berg (M): texten har inte kommit" in screen
        assert "○ Hela protokollet" in screen
        assert "senast 2026-03-26" in screen
        assert "Expediering (2 kvar)" in screen


async def test_a_late_text_is_received_where_it_was_promised() -> None:
    at = closed()
    async with afterwards(at) as pilot:
        await go(pilot, "reservation, Karin Berg")
        await typed(pilot, "Vi ville annat.")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "✓ § 83 reservation, Karin Berg (M): texten är lämnad" in shown(pilot)
    assert recorded(at, LateTextReceived) == LateTextReceived(at=at.clock(), item=GRANTS, of="reservation-1", text="Vi ville annat.")


async def test_a_late_text_without_words_is_asked_for_them_inline() -> None:
    at = closed()
    async with afterwards(at) as pilot:
        await go(pilot, "protokollsanteckning, Eva Sjö")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Skriv eller klistra in texten." in shown(pilot)
    assert not at.recorded(LateTextReceived)


async def test_the_whole_protocol_is_approved() -> None:
    at = closed()
    async with afterwards(at) as pilot:
        await go(pilot, "Hela protokollet")
        await pilot.press(*("backspace" for _ in range(10)))
        await typed(pilot, "16/3")
        await pilot.press("enter")
        await pilot.pause()
        assert "justerat 2026-03-16" in shown(pilot)
    assert recorded(at, Approved) == Approved(at=at.clock(), date=date(2026, 3, 16))


async def test_some_paragraphs_are_approved_and_an_unknown_one_is_told() -> None:
    at = closed()
    async with afterwards(at) as pilot:
        await go(pilot, "Justera några")
        await typed(pilot, "99")
        await pilot.press("enter")
        await pilot.pause()
        assert "§ 99 finns inte i protokollet." in shown(pilot)
        await pilot.press("backspace", "backspace")
        await typed(pilot, "82-83")
        await pilot.press("enter")
        await pilot.pause()
        assert "✓ §§ 82–83" in shown(pilot)
    event = recorded(at, Approved)
    assert isinstance(event, Approved)
    assert event.items == ("val-av-justerare", GRANTS)


async def test_the_notice_comes_down_the_day_that_the_law_counts_and_its_lines_can_be_copied() -> None:
    at = closed()
    at.do(Approved(at=at.clock(), date=date(2026, 3, 16)))
    async with afterwards(at) as pilot:
        await go(pilot, "Sätt upp anslaget")
        await pilot.press(*("backspace" for _ in range(10)))
        await typed(pilot, "2026-03-17")
        await pilot.pause()
        assert "2026-04-08" in shown(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert "uppsatt 2026-03-17, tas ned 2026-04-08" in shown(pilot)
        await go(pilot, "Rader att kopiera")
        screen = shown(pilot)
        assert "Provköpings kommun" in screen
        assert "§§ 82–83" in screen
        await pilot.press("down", "enter")
        await pilot.pause()
        assert pilot.app.clipboard == "2026-03-12"
        await pilot.press("k")
        await pilot.pause()
        assert "Sista dag för överklagande: 2026-04-07" in pilot.app.clipboard
    assert recorded(at, NoticePosted) == NoticePosted(at=at.clock(), date=date(2026, 3, 17), until=date(2026, 4, 8))


async def test_a_notice_that_comes_down_before_it_is_up_is_refused_inline() -> None:
    at = closed()
    async with afterwards(at) as pilot:
        await go(pilot, "Sätt upp anslaget")
        await pilot.press("tab", *("backspace" for _ in range(10)))
        await typed(pilot, "2026-03-01")
        await pilot.press("enter")
        await pilot.pause()
        assert "kan inte tas ned innan" in shown(pilot)
    assert not at.recorded(NoticePosted)


async def test_a_recipient_is_ticked_off_and_unticked() -> None:
    at = closed()
    async with afterwards(at) as pilot:
        await go(pilot, "Ekonomienheten")
        assert "skickat 2026-03-12" in shown(pilot)
        assert "Expediering (1 kvar)" in shown(pilot)
        assert recorded(at, Dispatched) == Dispatched(at=at.clock(), item=GRANTS, recipient="Ekonomienheten", date=date(2026, 3, 12))
        await go(pilot, "Ekonomienheten")
        assert "Expediering (2 kvar)" in shown(pilot)
    assert not at.ahead.items[GRANTS].dispatched


async def test_a_correction_waits_for_the_approval_and_is_then_visible() -> None:
    at = closed()
    async with afterwards(at) as pilot:
        await go(pilot, "Rätta en justerad")
        assert "Ingen paragraf är justerad än." in shown(pilot)
        at.do(Approved(at=at.clock(), date=date(2026, 3, 16)))
        await pilot.pause()
        await go(pilot, "Rätta en justerad")
        await typed(pilot, "Beloppet ska vara 5 000 kr.")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "✓ § 82 Beloppet ska vara 5 000 kr." in shown(pilot)
    assert isinstance(recorded(at, Rectified), Rectified)


async def test_what_is_recorded_can_be_struck_after_a_question() -> None:
    at = closed()
    at.do(Approved(at=at.clock(), date=date(2026, 3, 16)))
    async with afterwards(at) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, AfterScreen)
        screen.list.highlighted = next(n for n, r in enumerate(screen._rows) if r.kind == "approve")
        await pilot.press("delete")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await pilot.press("s")
        await pilot.pause()
    assert at.ahead.approved is None


async def test_the_meeting_screen_leads_here_only_when_the_meeting_is_closed() -> None:
    async with desk() as d:
        d.screen.action_after()
        await d.pilot.pause()
        assert "Sammanträdet pågår." in d.toasts[0]
    async with desk(closed()) as d:
        d.screen.action_after()
        await d.pilot.pause()
        assert "Efter sammanträdet" in d.seen
        await d.press("escape")
        assert d.at_desk


@pytest.mark.parametrize("size", SIZES)
async def test_whatever_people_wrote_is_shown_letter_for_letter(size: tuple[int, int]) -> None:
    at = closed(*WORST)
    async with afterwards(at, size) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, AfterScreen)
        screen.list.highlighted = len(screen._rows) - 1
        await pilot.pause()
        assert "[@click=app.quit]x[/]" in shown(pilot)
        for word in WORST[:3]:
            await go(pilot, word)
        await pilot.pause()
        assert pilot.app.is_running
    assert len(at.ahead.items[GRANTS].dispatched) == 3


def test_rows_know_what_is_done() -> None:
    at = closed()
    assert [r.done for r in after_rows(at.ahead) if r.kind == "dispatch"] == [False, False]
    assert shown_paragraphs((82,)) == "§ 82"
    assert ("Paragrafer", "§§ 82–83") in notice_lines(at.ahead)
