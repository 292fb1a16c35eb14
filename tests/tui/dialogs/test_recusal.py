"""F4: jäv, not taking part, out of the room."""

from __future__ import annotations

from textual import events

from sessions.attendance import chair, serving
from sessions.events import ChairTaken, MemberAbstained, MemberAway, MemberRecused, RecusalTried, SubstituteSeated
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table
from tui.dialogs.recusal import RecusalDialog

ITEM = "foreningsbidrag"


def dialog(at: Table) -> RecusalDialog:
    return RecusalDialog(at, ITEM, recorder(at))


async def test_jav_without_a_free_substitute_is_two_letters_and_enter() -> None:
    at = table("maj-dahl", "olle-dahl")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter")
        assert await done(pilot)
    assert at.last_act == (MemberRecused(at=at.clock(), items=(ITEM,), persons=("eva-sjo",)),)


async def test_the_substitute_goes_along_with_one_more_enter() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter")
        screen = shown(pilot)
        assert "● Maj Dahl (S)" in screen
        assert "Eva Sjö (S) anmäler jäv" in screen  # the sentence that will be printed …
        assert "Maj Dahl (S) tjänstgör" in screen  # … with the substitute
        await pilot.press("enter")
        assert await done(pilot)
    recused, seated = at.last_act
    assert isinstance(recused, MemberRecused)
    assert seated == SubstituteSeated(at=at.clock(), substitute="maj-dahl", seat_of="eva-sjo", items=(ITEM,))
    assert "maj-dahl" in serving(at.ahead, at.ahead.items[ITEM])


async def test_the_vice_chair_is_proposed_when_the_chair_is_recused() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("p", "e", "enter", "enter")
        assert await done(pilot)
    assert at.recorded(ChairTaken) == [ChairTaken(at=at.clock(), person="lena-ek", items=(ITEM,))]
    assert chair(at.ahead, at.ahead.items[ITEM]) == "lena-ek"


async def test_f4_again_switches_the_kind() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("f4", "e", "v", "enter")
        assert await done(pilot)
    assert at.recorded(MemberAbstained) == [MemberAbstained(at=at.clock(), item=ITEM, person="eva-sjo")]


async def test_out_of_the_room_takes_no_substitute_by_habit() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("f4", "f4", "e", "v", "enter", "enter")
        assert await done(pilot)
    assert at.recorded(MemberAway)
    assert not at.recorded(SubstituteSeated)


async def test_jav_for_a_later_item() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("tab", "tab", "right", "shift+tab", "shift+tab", "e", "v", "enter", "enter")
        assert await done(pilot)
    assert at.recorded(MemberRecused)[0].items == ("budget",)
    assert at.recorded(SubstituteSeated)[0].items == ("budget",)


async def test_a_recused_substitute_gives_the_seat_on_not_their_own() -> None:
    at = table("eva-sjo")
    at.do(SubstituteSeated(at=at.clock(), substitute="maj-dahl", seat_of="eva-sjo"))
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("m", "a", "j", "enter", "enter")
        assert await done(pilot)
    assert at.recorded(SubstituteSeated)[-1] == SubstituteSeated(at=at.clock(), substitute="olle-dahl", seat_of="eva-sjo", items=(ITEM,))


async def test_the_wrong_person_is_corrected_in_its_place() -> None:
    at = table("maj-dahl", "olle-dahl")
    at.do(MemberRecused(at=at.clock(), persons=("eva-sjo",)))
    entry = newest(at, MemberRecused)
    async with running(lambda: RecusalDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        await pilot.press("backspace", "r", "u", "t", "enter", "enter")
        assert await done(pilot)
    assert at.ahead.items[ITEM].recused == ("rut-fors",)
    assert newest(at, MemberRecused).seq == entry.seq


async def test_keys_typed_before_the_dialog_is_ready_are_not_lost() -> None:
    at = table("maj-dahl", "olle-dahl")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("escape")
        pilot.app.show()
        for key in ("e", "v", "enter"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else "\r"))
        await pilot.pause(0.3)
        assert await done(pilot)
    assert at.recorded(MemberRecused)[0].persons == ("eva-sjo",)


async def test_a_disputed_jav_is_tried_by_the_body() -> None:
    at = table("maj-dahl", "olle-dahl")
    at.do(MemberRecused(at=at.clock(), persons=("eva-sjo",), disputed=True))
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter")
        assert "Jäv föreligger" in shown(pilot)
        await pilot.press("i", "enter")
        assert await done(pilot)
    assert at.recorded(RecusalTried) == [RecusalTried(at=at.clock(), item=ITEM, person="eva-sjo", found=False)]
    assert not at.ahead.items[ITEM].recused
