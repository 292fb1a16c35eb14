"""F8 and Ctrl+G: who comes, who goes, who decides."""

from __future__ import annotations

from datetime import timedelta

from sessions.attendance import serving
from sessions.events import (
    ChairTaken,
    MemberAway,
    MemberRecused,
    PersonAdded,
    PersonArrived,
    PersonExpected,
    PersonLeft,
    SubstituteSeated,
    SubstituteUnseated,
)
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table, typed
from tui.dialogs.attendance import AttendanceDialog
from tui.dialogs.composition import CompositionDialog
from tui.dialogs.new_person import NewPersonDialog

ITEM = "foreningsbidrag"


def dialog(at: Table) -> AttendanceDialog:
    return AttendanceDialog(at, ITEM, recorder(at))


async def test_everybody_is_listed_with_how_they_stand() -> None:
    at = table("rut-fors")
    at.do(PersonExpected(at=at.clock(), person="rut-fors"))
    async with running(lambda: dialog(at)) as pilot:
        screen = shown(pilot)
    for words in ("Per Lind (S)", "leder sammanträdet", "Maj Dahl (S)", "ersättare, ledig", "väntas", "Sven Skrivare"):
        assert words in screen


async def test_who_leaves_is_followed_by_the_substitute_in_one_act() -> None:
    at = table()
    at.hand.forward(100)
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "enter")
        assert await done(pilot)
    assert at.last_act == (
        PersonLeft(at=at.clock(), person="eva-sjo"),
        SubstituteSeated(at=at.clock(), substitute="maj-dahl", seat_of="eva-sjo"),
    )


async def test_what_was_noticed_late_gets_its_time_and_its_place() -> None:
    at = table("maj-dahl", "olle-dahl", item="val-av-justerare")
    at.open(ITEM)
    at.hand.forward(60)
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "end", *["backspace"] * 5)
        await typed(pilot, "13.40")
        await pilot.press("tab", "e", "tab", "8", "2", "enter")
        assert await done(pilot)
    (left,) = at.recorded(PersonLeft)
    assert left.when == at.clock() - timedelta(minutes=20)
    assert left.after == "val-av-justerare"
    assert "eva-sjo" not in serving(at.ahead, at.ahead.items[ITEM])


async def test_a_member_who_comes_takes_the_seat_back_after_the_open_item() -> None:
    at = table("eva-sjo", item="")
    at.do(SubstituteSeated(at=at.clock(), substitute="maj-dahl", seat_of="eva-sjo"))
    at.open(ITEM)
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter")
        assert "● Eva Sjö (S) tar sin plats, Maj Dahl (S) lämnar den" in shown(pilot)
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(SubstituteUnseated) == [SubstituteUnseated(at=at.clock(), substitute="maj-dahl", after=ITEM)]
    at.open("budget")
    assert "maj-dahl" in serving(at.ahead, at.ahead.items[ITEM])
    assert "eva-sjo" in serving(at.ahead, at.ahead.items["budget"])


async def test_who_broke_off_does_not_take_the_seat_back_by_habit() -> None:
    at = table()
    at.do(PersonLeft(at=at.clock(), person="eva-sjo"), SubstituteSeated(at=at.clock(), substitute="maj-dahl", seat_of="eva-sjo"))
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "enter")
        assert await done(pilot)
    assert isinstance(at.last_act[0], PersonArrived)
    assert not at.recorded(SubstituteUnseated)


async def test_one_letter_says_what_happened() -> None:
    at = table("eva-sjo")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "d", "enter")
        assert await done(pilot)
    assert at.recorded(PersonArrived)[-1] == PersonArrived(at=at.clock(), person="eva-sjo", remote=True)


async def test_somebody_who_is_not_in_the_list_is_added_and_is_here() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await typed(pilot, "Nils Ny")
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert isinstance(pilot.app.screen, NewPersonDialog)
        await pilot.press("enter")
        assert await done(pilot)
    added, arrived = at.last_act
    assert isinstance(added, PersonAdded)
    assert (added.name, added.person) == ("Nils Ny", "nils-ny")
    assert arrived == PersonArrived(at=at.clock(), person="nils-ny")


async def test_a_departure_is_corrected_in_its_place() -> None:
    at = table("maj-dahl", "olle-dahl")
    at.hand.forward(60)
    at.do(PersonLeft(at=at.clock(), person="eva-sjo"))
    entry = newest(at, PersonLeft)
    async with running(lambda: AttendanceDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        await pilot.press("tab", "tab", "end", "backspace", "backspace", "4", "5", "ctrl+s")
        assert await done(pilot)
    corrected = newest(at, PersonLeft)
    assert corrected.seq == entry.seq
    assert f"{corrected.event.happened:%H.%M}" == "14.45"


async def test_the_composition_says_who_decides() -> None:
    at = table("rut-fors")
    at.do(
        MemberRecused(at=at.clock(), persons=("eva-sjo",)),
        SubstituteSeated(at=at.clock(), substitute="maj-dahl", seat_of="eva-sjo", items=(ITEM,)),
    )
    async with running(lambda: CompositionDialog(at, ITEM, recorder(at)), (120, 40)) as pilot:
        screen = shown(pilot)
    for words in ("4 av 5 · ✓ beslutför", "Per Lind (S) · leder", "för Eva Sjö (S)", "Jäv", "Tomma platser", "Lediga ersättare"):
        assert words in screen


async def test_a_substitute_is_seated_for_this_paragraph_only() -> None:
    at = table("rut-fors")
    async with running(lambda: CompositionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("o", "l", "enter", "enter")
        assert await done(pilot)
    assert at.recorded(SubstituteSeated) == [SubstituteSeated(at=at.clock(), substitute="olle-dahl", seat_of="rut-fors", items=(ITEM,))]


async def test_a_member_is_out_of_the_room_or_takes_the_chair_for_this_paragraph_only() -> None:
    at = table()
    async with running(lambda: CompositionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("l", "e", "n", "enter", "l", "enter")
        assert await done(pilot)
    assert at.recorded(ChairTaken) == [ChairTaken(at=at.clock(), person="lena-ek", items=(ITEM,))]
    async with running(lambda: CompositionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("e", "v", "enter", "enter")
        assert await done(pilot)
    assert at.recorded(MemberAway)[0].person == "eva-sjo"


async def test_a_person_for_whom_nothing_can_be_changed_is_told() -> None:
    at = table()
    async with running(lambda: CompositionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("s", "v", "e", "n", "enter")
        await pilot.pause()
        assert "Ingenting kan ändras" in shown(pilot)


async def test_a_seating_and_a_chair_are_corrected_in_their_place() -> None:
    at = table("rut-fors")
    at.do(SubstituteSeated(at=at.clock(), substitute="olle-dahl", seat_of="rut-fors", items=(ITEM,)))
    seated = newest(at, SubstituteSeated)
    async with running(lambda: CompositionDialog(at, ITEM, corrector(at, seated), seated)) as pilot:
        await pilot.press("backspace", "m", "a", "j", "enter", "enter")
        assert await done(pilot)
    assert newest(at, SubstituteSeated).event.substitute == "maj-dahl"
    at.do(ChairTaken(at=at.clock(), person="lena-ek", items=(ITEM,)))
    taken = newest(at, ChairTaken)
    async with running(lambda: CompositionDialog(at, ITEM, corrector(at, taken), taken)) as pilot:
        await pilot.press("backspace", "e", "v", "enter", "enter")
        assert await done(pilot)
    assert newest(at, ChairTaken).event.person == "eva-sjo"
