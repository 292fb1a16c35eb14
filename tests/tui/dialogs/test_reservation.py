"""F7: reservations, notes and statements."""

from __future__ import annotations

from sessions.events import Decided, MeetingClosed, MemberRecused, MotionMoved, ReservationMade, StatementMade
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table, typed, words
from tui.dialogs.reservation import ReservationDialog

ITEM = "foreningsbidrag"


def decided() -> Table:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("karin-berg",), text="att avvakta"))
    at.do(Decided(at=at.clock()))
    return at


def dialog(at: Table, item: str = ITEM) -> ReservationDialog:
    return ReservationDialog(at, item, recorder(at))


async def test_a_mover_reserves_in_favour_of_their_own_motion() -> None:
    at = decided()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("k", "a", "enter")
        assert "Karin Berg (M) till förmån för eget yrkande" in words(pilot, "#preview")
        await pilot.press("enter")
        assert await done(pilot)
    (made,) = at.recorded(ReservationMade)
    assert (made.item, made.persons, made.in_favour_of) == (ITEM, ("karin-berg",), "eget yrkande")


async def test_a_note_with_its_text() -> None:
    at = decided()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "p")
        await typed(pilot, "Vi noterar")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    (made,) = at.recorded(StatementMade)
    assert (made.person, made.kind, made.text) == ("eva-sjo", "protokollsanteckning", "Vi noterar")


async def test_another_paragraph_is_reached_by_its_number() -> None:
    at = decided()
    at.open("budget")
    async with running(lambda: dialog(at, "budget")) as pilot:
        await pilot.press("e", "v", "enter", "tab", "tab", "8", "2", "ctrl+s")
        assert await done(pilot)
    assert at.recorded(ReservationMade)[0].item == ITEM


async def test_who_had_jav_may_not_reserve_but_it_can_be_noted_all_the_same() -> None:
    at = table()
    at.do(MemberRecused(at=at.clock(), persons=("eva-sjo",)))
    at.do(Decided(at=at.clock()))
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "enter")
        await pilot.pause()
        assert "får inte reservera sig" in shown(pilot)
        await pilot.press("a")
        assert await done(pilot)
    assert at.recorded(ReservationMade)


async def test_a_reservation_after_the_meeting_is_told() -> None:
    at = decided()
    at.do(MeetingClosed(at=at.clock()))
    at.hand.forward(10)
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "enter")
        await pilot.pause()
        assert "(R-802)" in shown(pilot)


async def test_a_reservation_keeps_its_id_when_it_is_corrected() -> None:
    at = decided()
    at.do(ReservationMade(at=at.clock(), persons=("karin-berg",), to_be_handed_in=True))
    entry = newest(at, ReservationMade)
    async with running(lambda: ReservationDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        assert "[x] Texten lämnas senare" in shown(pilot)
        await pilot.click("#text")
        await typed(pilot, "Skäl")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    (made,) = at.ahead.items[ITEM].reservations
    assert (made.id, made.text, made.entry.event.to_be_handed_in) == ("reservation-1", "Skäl", False)
