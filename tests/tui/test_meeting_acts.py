"""The acts of the meeting screen: dialogs by key and by letter, recorded lines, undo, what is said of saving."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pytest
from textual import events
from textual.screen import Screen
from textual.widgets import Button
from textual.widgets._toast import Toast

from sessions.events import Approved, Corrected, Decided, Event, MeetingClosed, MemberRecused, MotionMoved, Recorded
from sessions.store import NotSaved
from tests.tui.desk import BUDGET, FIRST, GRANTS, Desk, desk
from tests.tui.helpers import burst, quiet, until
from tests.tui.host import SIZES, Table, table
from tui.dialogs.emergency import NotSavedDialog
from tui.dialogs.motion import MotionDialog
from tui.dialogs.recording import RecordingDialog
from tui.screens.help import HelpScreen
from tui.widgets.agenda_list import AgendaList
from tui.widgets.item_panel import ItemPanel


@pytest.mark.parametrize("size", SIZES)
async def test_a_recusal_costs_at_most_six_keys(size: tuple[int, int]):
    async with desk(table("olle-dahl", "maj-dahl", item=GRANTS), size=size) as d:
        await d.press("f4", "e", "v", "a", "enter")
        if not d.at_desk:
            await d.press("enter")
        assert d.at_desk
        assert d.item(GRANTS).recused == ("eva-sjo",)
        assert "Eva Sjö (S) – deltar inte" in d.seen
        assert "4 av 5" in d.seen


async def test_all_keys_of_acts_answer_before_there_is_an_item():
    async with desk() as d:
        for key in ("f3", "f5", "f6", "f7", "ctrl+g", "ctrl+r"):
            await d.press(key)
            assert d.at_desk, key
        assert d.toasts
        await d.press("f4")  # jäv is declared at the opening, for what is to come
        assert not d.at_desk


async def test_a_decided_item_says_why_it_cannot_be_decided_again():
    async with desk() as d:
        await d.press("f2", "f5", "enter", "f5")
        assert d.at_desk
        assert any("redan beslutad" in t for t in d.toasts)


async def test_after_a_dialog_the_cursor_is_back_where_it_was():
    async with desk() as d:
        await d.press("f2")
        await d.write("ab")
        await d.press("left", "f3", "escape")
        await d.write("X")
        assert d.screen.editor.protocol.text == "aXb"


async def test_a_letter_after_escape_opens_the_dialog():
    async with desk() as d:
        await d.press("f2", "escape")
        assert "KOMMANDO – tryck bokstav" in d.seen
        await d.alone("y")
        assert isinstance(d.pilot.app.screen, MotionDialog)


@pytest.mark.usefixtures("in_a_burst")
async def test_a_burst_after_escape_is_text():
    async with desk() as d:
        await d.press("f2")
        burst(d.pilot.app, "\x1bbye")
        await quiet(d.pilot)
        assert d.at_desk
        assert d.screen.editor.protocol.text == "bye"


async def test_next_by_letter_asks_for_enter():
    async with desk() as d:
        await d.press("f2", "escape")
        await d.alone("n")
        assert "Enter = ja" in d.seen
        assert d.session.ahead.current == (FIRST,)
        await d.press("enter")
        await d.pilot.pause()
        assert d.session.ahead.current == (GRANTS,)


async def test_undo_by_letter_says_what_it_would_undo():
    async with desk() as d:
        await d.press("f2", "f5", "enter", "escape")
        await d.alone("u")
        assert "Ångra beslut" in d.seen
        await d.press("escape")
        assert d.item(FIRST).decision


def _with_motion() -> Table:
    made = table(item=GRANTS)
    made.do(MotionMoved(at=made.clock(), kind="avslag", by=("karin-berg",)))
    return made


async def test_a_recorded_line_opens_its_dialog_and_saving_corrects_it():
    async with desk(_with_motion()) as d:
        await d.press("shift+tab")
        d.screen.panel.highlighted = next(i for i, x in enumerate(d.screen.panel.facts) if x.kind == "motion")
        await d.press("enter")
        assert isinstance(d.pilot.app.screen, MotionDialog)
        await d.press("ctrl+s")
        assert d.at_desk
        assert d.session.recorded(Corrected)
        assert len(d.item(GRANTS).motions) == 1


async def test_the_number_of_a_motion_opens_it_and_its_mover_is_put_right():
    made = _with_motion()
    made.do(MotionMoved(at=made.clock(), kind="bifall", by=("eva-sjo",)))
    async with desk(made) as d:
        await d.press("f5", "1", "enter", "shift+tab", "1")
        assert isinstance(d.pilot.app.screen, MotionDialog)
        await d.press("backspace", "r", "u", "t", "enter", "enter")
        assert d.at_desk
        assert [m.entry.event.by for m in d.item(GRANTS).motions] == [("rut-fors",), ("eva-sjo",)]
        assert d.item(GRANTS).decision
        await d.press("9", "x")
        assert d.at_desk


async def test_a_correction_to_somebody_who_is_absent_offers_the_arrival_and_loses_nothing():
    made = Table()
    made.everybody("rut-fors")
    made.open(GRANTS)
    made.do(MotionMoved(at=made.clock(), kind="avslag", by=("karin-berg",)))
    async with desk(made) as d:
        await d.press("shift+tab", "1", "backspace", "r", "u", "t", "enter", "enter")
        assert not d.at_desk
        assert "är inte antecknad som närvarande" in d.seen
        await d.press("enter")
        assert d.at_desk, d.seen
        assert [m.entry.event.by for m in d.item(GRANTS).motions] == [("rut-fors",)]
        assert d.session.ahead.misfits == ()


@pytest.mark.usefixtures("habit")
@pytest.mark.parametrize("keys", [("f4", "e", "v", "a"), ("f5",)], ids=["jäv", "beslut"])
async def test_enter_twice_by_habit_is_no_line_break_in_the_text(keys: tuple[str, ...]):
    async with desk(table("olle-dahl", "maj-dahl", item=GRANTS)) as d:
        await d.write("Anna föredrar")
        await d.press(*keys)
        burst(d.pilot.app, "\n\n")
        await quiet(d.pilot)
        assert d.at_desk
        assert d.screen.editor.protocol.text == "Anna föredrar"
        assert len(d.session.recorded(MemberRecused)) + len(d.session.recorded(Decided)) == 1


def _at_once(d: Desk, *keys: str) -> None:
    """Keys that come faster than anything can happen between them."""
    for key in keys:
        d.pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))


async def test_no_key_is_lost_when_the_hands_are_faster_than_the_machine():
    async with desk() as d:
        await d.press("f2")
        _at_once(d, "f5", "enter", "f2", "f5", "enter", "f2", *"Anna")
        await until(d.pilot, lambda: d.screen.editor.protocol.text == "Anna", "all keys have come where they belong")
        assert d.at_desk
        assert d.paragraphs == {FIRST: 82, GRANTS: 83, BUDGET: 84}
        assert d.item(FIRST).decision
        assert d.item(GRANTS).decision
        assert not d.item(BUDGET).decision


async def test_a_name_typed_before_the_dialog_is_there_is_that_name():
    async with desk(table("olle-dahl", "maj-dahl", item=GRANTS)) as d:
        _at_once(d, "f4", "r", "u", "t", "enter", "f3", "e", "v", "a", "enter", "enter")
        await until(d.pilot, lambda: d.item(GRANTS).motions, "both are recorded")
        assert d.item(GRANTS).recused == ("rut-fors",)
        assert d.item(GRANTS).motions[0].entry.event.by == ("eva-sjo",)
        assert d.screen.editor.protocol.text == ""


async def test_what_has_no_line_in_the_paragraph_is_said_when_it_is_recorded():
    async with desk(table(item=GRANTS)) as d:
        await d.press("f8", "u", "l", "l", "a", "enter", "enter")
        assert d.at_desk
        assert any("Antecknat: avgång Ulla Ny" in t for t in d.toasts)


def _shown_toasts(screen: Screen[Any]) -> bool:
    return bool(screen.query(Toast)) and all(t.region for t in screen.query(Toast))


async def test_toasts_never_lie_over_the_buttons_of_a_dialog():
    async with desk(_with_motion()) as d:
        for _ in range(3):
            d.screen.notify("En rad som säger något ganska långt om vad som nyss hände i paragrafen", timeout=60, markup=False)
        for action in ("motion", "recusal", "decision", "reservation", "attendance", "composition"):
            await d.screen.run_action(action)
            await d.pilot.pause()
            screen = d.pilot.app.screen
            await until(d.pilot, partial(_shown_toasts, screen), "the toasts are shown")
            buttons = [b.region for b in screen.query(Button) if b.display and b.region]
            covered = [t.region for t in screen.query(Toast)]
            assert buttons
            assert not [b for b in buttons if any(b.overlaps(t) for t in covered)], d.seen
            await d.press("escape")


async def test_delete_strikes_a_line_after_saying_what():
    async with desk(_with_motion()) as d:
        await d.press("shift+tab")
        d.screen.panel.highlighted = next(i for i, x in enumerate(d.screen.panel.facts) if x.kind == "motion")
        await d.press("delete")
        assert "Stryka yrkande Karin Berg (M): avslag" in d.seen
        await d.press("enter")
        assert d.item(GRANTS).motions, "the safe answer has the focus"
        await d.press("delete")
        await d.alone("s")
        assert not d.item(GRANTS).motions
        await d.press("ctrl+z")
        assert d.item(GRANTS).motions == () or d.toasts


async def test_undo_says_what_was_undone_and_redo_brings_it_back():
    async with desk(_with_motion()) as d:
        await d.press("shift+tab", "ctrl+z")
        assert not d.item(GRANTS).motions
        assert any("Ångrade: yrkande Karin Berg (M): avslag, § 82" in t for t in d.toasts)
        d.screen.action_redo()
        await d.pilot.pause()
        assert d.item(GRANTS).motions


async def test_r_1105_what_is_approved_is_taken_back_only_after_a_question():
    at = _with_motion()
    at.do(Decided(at=at.clock(), items=(GRANTS,)))
    at.do(MeetingClosed(at=at.clock()))
    at.do(Approved(at=at.clock(), date=at.clock().date(), items=(GRANTS,)))
    async with desk(at) as d:
        d.screen.viewed = GRANTS
        d.screen.panel.focus()
        await d.press("ctrl+z")
        assert "Justeringen tas då tillbaka" in d.seen
        await d.press("enter")  # the safe answer
        assert d.item(GRANTS).approved
        d.screen.panel.highlighted = next(i for i, x in enumerate(d.screen.panel.facts) if x.kind == "motion")
        await d.press("delete")
        assert "är justerad: en ändring ska" in d.seen
        await d.press("enter")
        assert d.item(GRANTS).motions
        await d.press("ctrl+z")
        await d.alone("å")
        assert not d.item(GRANTS).approved
        assert any("Ångrade:" in t for t in d.toasts)


async def test_reflexes_are_safe():
    async with desk() as d:
        await d.press("f2")
        await d.write("abc")
        await d.press("ctrl+s")
        assert any(t.startswith("Allt är sparat kl. 13.00") for t in d.toasts)
        assert d.item(FIRST).texts["protocol"] == "abc"
        await d.press("ctrl+c")
        assert d.pilot.app.is_running
        await d.press("ctrl+q")
        assert "Avsluta" in d.seen
        await d.press("enter")
        assert d.at_desk


async def test_search_finds_in_all_paragraphs_and_goes_there():
    async with desk(_with_motion()) as d:
        await d.press("f2")
        await d.write("Snöröjning")
        await d.press("f2", "ctrl+f")
        await d.write("avslag")
        await d.press("enter")
        assert d.screen.viewed == GRANTS
        assert isinstance(d.screen.focused, ItemPanel)
        await d.press("f10", "ctrl+f")
        await d.write("snoro")
        await d.press("enter")
        assert d.screen.viewed == BUDGET


async def test_help_knows_where_the_cursor_is():
    async with desk() as d:
        await d.press("f2", "f1")
        assert isinstance(d.pilot.app.screen, HelpScreen)
        assert "minnesanteckningar" in d.seen


async def test_rows_words_and_lines_can_be_clicked():
    async with desk(_with_motion()) as d:
        await d.pilot.click(AgendaList, offset=(5, 1))
        await d.pilot.pause()
        assert d.session.ahead.current == (FIRST,)
        await d.pilot.click("#footer", offset=(12, 0))
        await d.pilot.pause()
        assert isinstance(d.pilot.app.screen, RecordingDialog)


async def test_a_second_item_is_the_one_the_recusal_is_about_when_it_is_written_in():
    made = table(item=FIRST)
    made.open(GRANTS)
    async with desk(made) as d:
        d.screen.choose_item(FIRST)
        await d.press("f4", "r", "u", "t", "enter")
        if not d.at_desk:
            await d.press("enter")
        assert d.session.recorded(MemberRecused)[0].items == (FIRST,)
        assert d.screen.viewed == FIRST


# Saving


class Stuck:
    """A recorder whose disk does not answer until it is told to."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, Sequence[Event], Callable[[Any], None]]] = []

    def submit(self, events: Sequence[Event], after: int, done: Callable[[Any], None]) -> None:
        self.waiting.append((after, events, done))

    def save_draft(self, item: str, section: str, text: str, done: Callable[[Any], None] | None = None) -> None:
        pass

    def answer(self) -> None:
        for after, act, done in self.waiting:
            done(tuple(Recorded(after + n, 0, e) for n, e in enumerate(act, 1)))
        self.waiting.clear()


async def test_nothing_is_said_to_be_saved_before_it_is():
    made = table(item="")
    disk = Stuck()
    made._recorder = disk
    async with desk(made) as d:
        await d.press("f2")
        assert "§ 82" not in d.seen.splitlines()[1]
        assert d.screen.editor.protocol.read_only is False, "typing never waits for a disk"
        await until(d.pilot, lambda: "sparar …" in d.seen)
        await d.press("ctrl+s")
        assert not d.toasts
        disk.answer()
        await d.pilot.pause()
        assert "sparat ✓" in d.seen
        assert any("Allt är sparat" in t for t in d.toasts)
        assert "§ 82" in d.seen


async def test_a_disk_that_refuses_is_told_in_a_dialog_that_stays_and_the_meeting_goes_on():
    made = table(item="")
    disk = Stuck()
    made._recorder = disk
    async with desk(made) as d:
        await d.press("f2")
        disk.waiting[0][2](NotSaved("Disken är full."))
        await d.pilot.pause()
        assert isinstance(d.pilot.app.screen, NotSavedDialog)
        assert "Disken är full" in d.seen
        assert "öppnandet av" in d.seen, "what is not on the disk is named"
        await d.press("enter")
        assert "EJ SPARAT" in d.seen
        await d.write("går vidare")
        assert d.screen.editor.protocol.text == "går vidare"
        await d.press("f5")
        await d.press("enter")
        assert "✓" in d.seen, "what is in memory alone is shown, under the mark"
        disk.answer()
        await d.pilot.pause()
        assert "EJ SPARAT" not in d.seen


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    "action", ["motion", "recusal", "decision", "vote", "reservation", "attendance", "composition", "new_item", "adjourn"]
)
async def test_every_act_has_its_dialog_and_escape_leaves_it(action: str, size: tuple[int, int]):
    async with desk(_with_motion(), size=size) as d:
        await d.screen.run_action(action)
        await d.pilot.pause()
        assert isinstance(d.pilot.app.screen, RecordingDialog), action
        before = d.session.log.last_seq
        await d.press("escape")
        assert d.at_desk
        assert d.session.log.last_seq == before


async def test_the_palette_lists_every_act_of_the_meeting():
    async with desk(size=(120, 40)) as d:
        await d.press("f2")
        titles = [c.title for c in d.screen.palette_commands()]
        assert "Ärende: ta upp igen" in titles
        await d.press("ctrl+p")
        await d.write("jav")
        assert "Jäv: anmäl" in d.seen
        await d.press("enter")
        assert isinstance(d.pilot.app.screen, RecordingDialog)
