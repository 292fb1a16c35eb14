"""F3: motions as people speak."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from sessions.events import PREPARED, MotionMoved, PersonArrived
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table, typed, words
from tui.dialogs import fields
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.motion import MotionDialog
from tui.widgets.text_box import TextBox

ITEM = "foreningsbidrag"


def dialog(at: Table) -> MotionDialog:
    return MotionDialog(at, ITEM, recorder(at))


async def test_a_plain_bifall_is_a_name_and_two_enters() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter")
        assert "Eva Sjö (S) yrkar bifall till förvaltningens förslag." in shown(pilot)
        await pilot.press("enter")
        assert await done(pilot)
    assert at.last_act == (MotionMoved(at=at.clock(), item=ITEM, motion="motion-1", kind="bifall", by=("eva-sjo",)),)


async def test_several_movers_an_addition_and_its_words() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "r", "u", "t", "enter", "tab", "t")
        await typed(pilot, "att återkomma")
        assert "att återkomma" in words(pilot, "#preview").casefold()
        await pilot.press("ctrl+s")
        assert await done(pilot)
    (moved,) = at.last_act
    assert isinstance(moved, MotionMoved)
    assert (moved.kind, moved.by, moved.text) == ("tillägg", ("eva-sjo", "rut-fors"), "att återkomma")


async def test_words_typed_one_tab_too_far_are_the_text_and_not_lost() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "t", "tab")
        await typed(pilot, "att återkomma")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    (moved,) = at.last_act
    assert isinstance(moved, MotionMoved)
    assert (moved.text, moved.to_be_handed_in) == ("att återkomma", False)


async def test_words_typed_on_a_row_of_alternatives_choose_nothing_and_are_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "SPELLING", 60.0)  # however long the machine takes for a letter
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("eva-sjo",), text="att avvakta"))
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("l", "e", "n", "a", "enter", "tab", "tab")
        assert pilot.app.focused is pilot.app.screen.query_one("#target")
        await typed(pilot, "att [b]be frågan utreds")
        assert pilot.app.screen.query_one("#target", fields.Choices).value == PREPARED
        assert pilot.app.screen.query_one("#text", TextBox).text == "att [b]be frågan utreds"
        await pilot.press("ctrl+s")
        assert await done(pilot)
    moved = at.recorded(MotionMoved)[-1]
    assert (moved.kind, moved.by, moved.text) == ("bifall", ("lena-ek",), "att [b]be frågan utreds")


async def test_an_addition_without_words_is_asked_for_them() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "t", "ctrl+s")
        await pilot.pause()
        assert "Skriv vad som yrkas" in shown(pilot)
        assert isinstance(pilot.app.focused, TextBox)
        await pilot.press("tab", "space", "ctrl+s")  # lämnas senare
        assert await done(pilot)
    assert at.recorded(MotionMoved)[0].to_be_handed_in


async def test_save_and_a_new_one_from_the_same() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "ctrl+n")
        await pilot.pause()
        assert pilot.app.result == "not yet"
        await pilot.press("a", "ctrl+s")
        assert await done(pilot)
    assert [(m.kind, m.by) for m in at.recorded(MotionMoved)] == [("bifall", ("eva-sjo",)), ("avslag", ("eva-sjo",))]


async def test_who_is_not_noted_as_present_is_offered_an_arrival_and_nothing_typed_is_lost() -> None:
    at = table("eva-sjo")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "n")
        await typed(pilot, "att vänta")
        at.hand.forward(52)
        await pilot.press("ctrl+s", "ctrl+s", "ctrl+s")  # refused again, before the first refusal is gone: it was a fault
        await pilot.pause()
        screen = shown(pilot)
        assert "Eva Sjö (S) är inte antecknad som närvarande." in screen
        assert "Anteckna ankomst kl. 13.52 och fortsätt (A)" in screen
        assert "att vänta" in screen
        await pilot.press("enter")
        assert await done(pilot)
    arrived, moved = at.last_act
    assert arrived == PersonArrived(at=at.clock(), person="eva-sjo")
    assert isinstance(moved, MotionMoved)
    assert moved.text == "att vänta"


async def test_what_the_law_objects_to_needs_a_key_of_its_own() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("u", "l", "l", "enter", "enter")  # an official has no right to move
        await pilot.pause()
        assert "har ingen yrkanderätt (R-601)" in shown(pilot)
        await pilot.press("enter")  # by habit: the safe answer
        await pilot.pause()
        assert not at.recorded(MotionMoved)
        assert pilot.app.result == "not yet"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("a")
        assert await done(pilot)
    assert at.recorded(MotionMoved)[0].by == ("ulla-ny",)


async def test_a_correction_keeps_the_motion_s_id() -> None:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="bifall", by=("eva-sjo",)))
    at.do(MotionMoved(at=at.clock(), kind="avslag", by=("karin-berg",)))
    entry = next(r for r in at.log.records if isinstance(r.event, MotionMoved))
    async with running(lambda: MotionDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        assert "Ändra yrkandet" in shown(pilot)
        assert "Eva Sjö (S)" in shown(pilot)
        await pilot.press("backspace", "r", "u", "t", "enter", "enter")
        assert await done(pilot)
    assert [(m.id, m.entry.event.by) for m in at.ahead.items[ITEM].motions] == [
        ("motion-1", ("rut-fors",)),
        ("motion-2", ("karin-berg",)),
    ]


async def test_a_line_can_be_struck_after_a_question() -> None:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="bifall", by=("eva-sjo",)))
    entry = newest(at, MotionMoved)

    def strike() -> None:
        at.strike(entry.act)

    async with running(lambda: MotionDialog(at, ITEM, corrector(at, entry), entry, strike=strike)) as pilot:
        await pilot.pause()
        await pilot.click("#answer-strike")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await pilot.press("j")
        assert await done(pilot)
    assert not at.ahead.items[ITEM].motions


async def test_esc_asks_before_it_throws_text_away_also_when_the_box_was_left() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "t")
        await typed(pilot, "en text")
        await pilot.press("tab", "tab", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, ConfirmDialog)
        await pilot.press("enter")  # the safe answer
        await pilot.pause()
        assert pilot.app.screen.query_one("#text", TextBox).text == "en text"


async def test_esc_hands_the_text_over_as_a_draft_when_somebody_keeps_it() -> None:
    at = table()
    kept: dict[str, str] = {}
    async with running(lambda: MotionDialog(at, ITEM, recorder(at), draft=dict(kept), keep_draft=kept.update)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "t")
        await typed(pilot, "en text")
        await pilot.press("escape")
        await pilot.pause()
        assert kept["text"] == "en text"
        pilot.app.show()
        await pilot.pause()
        assert pilot.app.screen.query_one("#text", TextBox).text == "en text"


async def test_points_are_read_and_told_when_they_are_wrong() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e", "v", "enter", "tab", "ä")
        await typed(pilot, "att ändra")
        await pilot.click("#points")
        await typed(pilot, "x")
        await pilot.press("enter")
        await pilot.pause()
        assert "Skriv punkterna som" in str(pilot.app.screen.query_one("#error", Static).visual)
        await pilot.press("backspace", "2", "enter")
        assert await done(pilot)
    assert at.recorded(MotionMoved)[0].points == (2,)


async def test_a_part_of_a_name_is_picked_by_tab_and_never_vanishes_when_it_is_saved() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await typed(pilot, "eva")
        await pilot.press("tab", "shift+tab")
        assert "Eva Sjö (S) yrkar bifall till förvaltningens förslag." in shown(pilot), "one fits: Tab picks, as in a text"
        await typed(pilot, "dahl")
        await pilot.press("tab", "ctrl+s")
        await pilot.pause()
        assert "”dahl” är ingen vald än" in shown(pilot), "two fit: nobody is picked, and it is said"
        assert at.last_act == () or not isinstance(at.last_act[0], MotionMoved)
        await pilot.press("enter")
        assert "ingen vald än" not in shown(pilot), "it is no longer so"
        await pilot.press("backspace", "ctrl+s")
        assert await done(pilot)
    (moved,) = at.last_act
    assert isinstance(moved, MotionMoved)
    assert moved.by == ("eva-sjo",)
