"""Historik: what was recorded when and what was taken back, by keys."""

from __future__ import annotations

from functools import partial

import pytest
from textual.widgets import OptionList

from sessions import events as ev
from sessions.log import Log
from tests.exports.scenario import played
from tests.tui.desk import GRANTS, desk
from tests.tui.host import SIZES, WORST, Table, newest, running, shown
from tests.tui.test_review import screen as review
from tests.tui.test_review import settled
from tui.screens import history as view
from tui.screens.history import HistoryScreen


def told() -> Table:
    """A motion that is taken back, one that is put right, one that is taken back and stands again; a decision in the next §."""
    at = Table()
    at.everybody()
    at.hand.forward(8)
    at.open(GRANTS)
    at.do(ev.MotionMoved(at=at.clock(), item=GRANTS, kind="avslag", by=("karin-berg",)))
    at.hand.forward(2)
    at.undo()
    at.do(ev.MotionMoved(at=at.clock(), item=GRANTS, kind="återremiss", by=("rut-fors",), text="att utreda kostnaden"))
    at.hand.forward(3)
    entry = newest(at, ev.MotionMoved)
    at.correct(entry.seq, ev.MotionMoved(at=at.clock(), kind="återremiss", by=("eva-sjo",), text="att utreda kostnaden"), insist=True)
    at.do(ev.DebateClosed(at=at.clock(), item=GRANTS))
    at.undo()
    at.redo()
    at.do(ev.Decided(at=at.clock(), items=(GRANTS,)))
    at.open("budget")
    at.do(ev.PrivateNoteWritten(at=at.clock(), item="budget", text="hemlig tanke"))
    at.do(ev.TextWritten(at=at.clock(), item="budget", section="protocol", text="Ulla Ny [redogör] för budgeten."))
    return at


@pytest.mark.parametrize("size", SIZES)
async def test_every_act_stands_in_order_with_its_clock_and_what_became_of_it(size: tuple[int, int]) -> None:
    at = told()
    async with running(lambda: HistoryScreen(at.log), size) as pilot:
        await pilot.pause()
        seen = shown(pilot)
        lines = [x.strip(" │") for x in seen.splitlines()]
        assert size[1] == 24 or "13.00  Ankomst Per Lind (S) och 8 till" in seen
        for wanted in (
            "13.08  Öppnandet av § 82 Föreningsbidrag",
            "13.08  [återtaget 13.10] Yrkande Karin Berg (M): avslag, § 82",
            "13.10  Tog tillbaka: yrkande Karin Berg (M): avslag, § 82",
            "13.13  Rättade: yrkande Rut Fors (M): återremiss",
            "13.13  [återtaget, gäller igen] Avslutad överläggning, § 82",
            "13.13  Gjorde om: avslutad överläggning, § 82",
            "13.13  Protokolltext, § 83",
        ):
            assert any(wanted in x for x in lines), (wanted, lines)
        assert "[rättat 13.13] Yrkande Rut Fors (M)" in seen
        assert "hemlig tanke" not in seen
        assert "”Ulla Ny [redogör] för budgeten.”" in seen, "the whole of what stands at the cursor"
        assert len(seen.splitlines()) == size[1]
        assert "Esc Tillbaka" in seen.splitlines()[-1]


async def test_one_paragraph_and_only_what_was_taken_back_and_enter_goes_there() -> None:
    at = told()
    async with running(lambda: HistoryScreen(at.log)) as pilot:
        await pilot.pause()
        await pilot.press("p")
        assert "Historik · § 83 Budget · 3 rader" in shown(pilot)
        await pilot.press("p", "home", "p")
        assert "Ställ markören" in " ".join(shown(pilot).split()), "the roll call is about no §"
        pilot.app.clear_notifications()
        await pilot.press("å")
        await pilot.pause()
        seen = shown(pilot)
        assert "återtaget och rättat" in seen
        assert "Öppnandet" not in seen
        await pilot.press("home", "enter")
        assert "Det är återtaget" in " ".join(shown(pilot).split())
        await pilot.press("å", "end", "enter")
        await pilot.pause()
        assert pilot.app.result == "budget"


async def test_from_the_palette_of_the_meeting_and_from_the_review_to_the_paragraph(tmp_path) -> None:
    at = told()
    async with desk(at) as d:
        await d.press("ctrl+p")
        await d.write("historik")
        await d.press("enter")
        assert "Historik · " in d.seen
        await d.press("home", "p", *["down"] * 6)
        for _ in range(20):
            await d.press("up")
        while "Beslut" not in d.seen.splitlines()[-3]:
            await d.press("down")
        await d.press("enter")
        assert d.at_desk
        assert d.screen.viewed == GRANTS, "an earlier § is looked at, and the one that goes on stays open"
    at.do(ev.Decided(at=at.clock(), items=("budget",)))
    at.do(ev.MeetingClosed(at=at.clock()))
    async with running(lambda: review(at, tmp_path)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"historik", "enter")
        await pilot.pause()
        assert "sammanträdets avslutning" in shown(pilot).casefold()
        await pilot.press("up", "enter")
        await pilot.pause()
        assert pilot.app.result == "budget"


async def test_worst_words_a_whole_meeting_and_a_very_long_one_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    at = told()
    for text in WORST:
        at.do(ev.MotionMoved(at=at.clock(), item="budget", kind="nytt förslag", by=("karin-berg",), text=text))
    monkeypatch.setattr(view, "_AT_ONCE", 5)
    async with running(lambda: HistoryScreen(at.log)) as pilot:
        await pilot.pause()
        rows = pilot.app.screen.query_one(OptionList)
        assert rows.option_count == 6
        for text in WORST[-2:]:
            assert text in shown(pilot)
        await pilot.press("home", "enter")
        await pilot.pause()
        assert rows.option_count > 20
    log = played().log
    for count in (0, 1, len(log.records) // 2, len(log.records)):
        part = Log(log.agenda, log.records[:count])
        async with running(partial(HistoryScreen, part)) as pilot:
            await pilot.pause()
            assert "Historik" in shown(pilot)


async def test_a_closed_meeting_goes_on_again_until_it_is_approved_and_then_only_a_visible_correction_is_left() -> None:
    """R-1105, by keys: undo, redo, an item and the meeting reopened, then approved."""
    at = told()
    at.do(ev.Decided(at=at.clock(), items=("budget",)))
    at.do(ev.MeetingClosed(at=at.clock()))
    async with desk(at) as d:

        async def palette(words: str) -> None:
            await d.press("ctrl+p")
            await d.write(words)
            await d.press("enter")

        await palette("återöppna")
        assert "Återöppna sammanträdet?" in d.seen
        await d.press("enter")  # held too long: no
        assert not at.ahead.running
        await palette("återöppna")
        await d.press("t")
        assert at.ahead.running
        await palette("ärende: ta upp igen")
        await d.write("förenings")
        await d.press("enter", "t")
        assert d.item(GRANTS).phase == "öppet"
        assert d.item(GRANTS).paragraph == 82, "it keeps its §"
        await palette("ångra: ta tillbaka")
        assert d.item(GRANTS).phase == "beslutat"
        await palette("gör om")
        assert d.item(GRANTS).phase == "öppet"
        at.do(ev.Decided(at=at.clock(), items=(GRANTS,)))
        at.do(ev.MeetingClosed(at=at.clock()))
        at.do(ev.Approved(at=at.clock(), date=at.clock().date()))
        await d.pilot.pause()
        await palette("återöppna")
        assert any("Protokollet är justerat. Anteckna en rättelse" in x for x in d.toasts)
        assert not at.ahead.running
        await palette("efter sammanträdet")
        assert "Rättelse" in d.seen
        await d.press("end", "enter")
        assert "Rättelse" in d.seen
        await d.write("Rätt belopp är 12 000 kronor.")
        await d.press("ctrl+s")
        (fixed,) = at.recorded(ev.Rectified)
        assert fixed.text == "Rätt belopp är 12 000 kronor."
