"""From item to item on the meeting screen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len
from textual.app import ComposeResult
from textual.widgets import Button

from sessions.events import Decided, ItemLeft, ItemOpened, MeetingClosed
from tests.sessions.table import agenda
from tests.tui.desk import BUDGET, CASE, FIRST, GRANTS, NEWS, desk
from tests.tui.host import SIZES, Table
from tui.face import FaceApp
from tui.screens.roll_call import RollCallScreen
from tui.widgets.agenda_list import COMING, AgendaList, Row


@pytest.mark.parametrize("size", SIZES)
async def test_a_plain_item_costs_three_keys(size: tuple[int, int]):
    async with desk(size=size) as d:
        await d.press("f2", "f5", "enter")
        assert d.item(FIRST).decision
        assert d.at_desk
        await d.press("f2", "f5", "enter")
        assert d.item(GRANTS).decision
        assert d.paragraphs == {FIRST: 82, GRANTS: 83}
        assert "§ 83 Föreningsbidrag" in d.seen


async def test_the_next_item_leaves_an_undecided_one_and_says_so():
    async with desk() as d:
        await d.press("f2", "f2")
        assert d.item(FIRST).phase == "lämnat"
        assert d.session.recorded(ItemLeft)[0].item == FIRST
        assert any("§ 82" in t and "utan beslut" in t for t in d.toasts)


async def test_f2_pressed_twice_asks_before_an_item_is_left_without_a_word_and_never_blocks():
    async with desk() as d:
        await d.press("f2", "f2", "f2")
        assert not d.at_desk
        assert "§ 83 Föreningsbidrag har inget beslut" in d.seen
        await d.press("enter")
        assert d.at_desk
        assert d.session.ahead.current == (GRANTS,)
        await d.press("f2", "f2")
        assert d.session.ahead.current == (BUDGET,)
        assert d.item(GRANTS).phase == "lämnat"
        await d.write("Något sades.")
        await d.press("f2")
        assert d.session.ahead.current == (NEWS,), "what is written on is left with a word, not with a question"


async def test_an_item_opened_by_a_slip_gives_its_number_back():
    async with desk() as d:
        await d.press("f2", "shift+tab", "shift+tab", "down", "down", "enter")
        assert not d.at_desk
        await d.alone("g")
        assert d.paragraphs == {BUDGET: 82}
        assert d.item(FIRST).phase == "planerat"
        await d.press("f2", "f2")  # the second says that it is meant: nothing is recorded on the budget
        assert d.paragraphs[NEWS] == 83, "on from where it is, not back to the first"


async def test_f2_comes_back_to_what_was_passed_over_when_nothing_is_left_below():
    async with desk() as d:
        await d.press("shift+tab", "shift+tab", "down", "down", "down", "enter", "f2", "f2", "f2")
        assert d.paragraphs == {BUDGET: 82, NEWS: 83, CASE: 84}
        await d.press("f2", "f2")
        assert d.paragraphs[FIRST] == 85
        assert not [t for t in d.toasts if "Avsluta" in t]


async def test_a_slip_can_be_left_as_it_is():
    async with desk() as d:
        await d.press("f2", "shift+tab", "shift+tab", "down", "down", "enter", "enter")
        assert d.paragraphs == {FIRST: 82, BUDGET: 83}


async def test_an_item_with_something_recorded_keeps_its_number_without_a_question():
    async with desk() as d:
        await d.press("f2")
        await d.write("Ordföranden hälsar")
        await d.press("shift+tab", "shift+tab", "down", "down", "enter")
        assert d.at_desk
        assert d.paragraphs == {FIRST: 82, BUDGET: 83}
        assert d.item(FIRST).texts["protocol"] == "Ordföranden hälsar"


async def test_enter_on_a_handled_item_writes_in_it_while_another_one_runs():
    async with desk() as d:
        await d.press("f2", "f5", "enter", "f2")
        await d.press("shift+tab", "shift+tab", "up", "enter")
        assert "Du skriver i § 82" in d.seen
        assert "pågående är § 83" in d.seen
        assert d.item(FIRST).phase == "beslutat"
        assert d.session.ahead.current == (GRANTS,)
        await d.write("Kom ihåg")
        await d.press("f10")
        assert d.item(FIRST).texts["protocol"] == "Kom ihåg"
        assert "Du skriver i" not in d.seen
        await d.write("nu")
        await d.press("f2")
        assert d.item(GRANTS).texts["protocol"] == "nu"


async def test_the_next_item_also_ends_writing_in_an_earlier_one():
    async with desk() as d:
        await d.press("f2", "f5", "enter", "f2", "shift+tab", "shift+tab", "up", "enter")
        await d.press("f2", "f2")
        assert d.session.ahead.current == (BUDGET,)
        assert "Du skriver i" not in d.seen


async def test_undo_of_the_opening_leads_back():
    async with desk() as d:
        await d.press("f2", "shift+tab", "ctrl+z")
        assert d.paragraphs == {}
        assert any("öppnandet av § 82" in t for t in d.toasts)
        assert "Inget ärende är öppnat" in d.seen


async def test_taking_up_again_is_another_act_than_writing():
    async with desk() as d:
        await d.press("f2", "f5", "enter", "f2")
        d.screen.action_reopen()
        await d.pilot.pause()
        await d.press("enter")
        await d.alone("t")
        assert d.item(FIRST).phase == "öppet"
        assert d.item(FIRST).earlier_decisions
        assert d.paragraphs == {FIRST: 82, GRANTS: 83}


async def test_a_meeting_that_has_not_begun_begins_with_the_roll_call():
    async with desk(Table()) as d:
        assert isinstance(d.pilot.app.screen, RollCallScreen)
        await d.press("escape")
        assert d.at_desk
        assert "F2 går till uppropet" in d.seen
        await d.press("f2")
        assert isinstance(d.pilot.app.screen, RollCallScreen)
        await d.press("a", "f2", "enter")
        assert d.session.ahead.phase == "öppnat"
        assert d.at_desk


async def test_after_the_last_item_the_meeting_is_closed_with_a_time():
    async with desk() as d:
        await d.press("f2", "f2", "f2", "f2", "f2", "f2", "f2")
        d.session.do(Decided(at=d.session.clock()))
        await d.press("f2")
        assert not d.at_desk
        assert "Avsluta" in d.seen
        assert "kl." in d.seen.casefold()
        await d.press("ctrl+s")
        assert d.session.recorded(MeetingClosed)
        assert d.at_desk
        d.pilot.app.clear_notifications()
        await d.pilot.pause()
        assert "Avslutat kl. 13.00" in d.seen


async def test_an_adjourned_meeting_says_so_while_it_lasts():
    async with desk() as d:
        await d.press("f2", "ctrl+t", "ctrl+s")
        assert d.session.ahead.adjournments
        assert "Ajournerat sedan kl. 13.00" in d.seen
        await d.press("ctrl+t", "ctrl+s")
        assert d.session.ahead.adjournments[-1].end
        assert "Ajournerat" not in d.seen


async def test_escape_outside_the_text_leads_to_the_text():
    async with desk() as d:
        await d.press("f2", "shift+tab", "shift+tab", "escape")
        assert d.screen.editor.writing


async def test_when_the_meeting_is_closed_f2_says_so():
    table = Table()
    table.everybody()
    table.do(ItemOpened(at=table.clock(), items=(NEWS,)), MeetingClosed(at=table.clock()))
    async with desk(table) as d:
        await d.press("f2")
        assert any("avslutat" in t for t in d.toasts)


async def test_an_item_is_taken_off_the_agenda_after_a_question():
    async with desk() as d:
        await d.press("f2", "shift+tab", "shift+tab", "down", "delete")
        assert "Ska ”Föreningsbidrag” utgå?" in d.seen
        await d.alone("u")
        assert d.item(GRANTS).phase == "utgått"
        await d.press("up", "delete")
        assert any("är öppnat" in t for t in d.toasts)


async def test_an_item_is_moved_in_the_list_and_its_number_follows_the_handling():
    async with desk() as d:
        await d.press("f2", "shift+tab", "shift+tab", "down", "down", "shift+up")
        assert d.session.ahead.order[:3] == (FIRST, BUDGET, GRANTS)
        await d.press("shift+down")
        assert d.session.ahead.order[:3] == (FIRST, GRANTS, BUDGET)
        await d.press("shift+up", "f2")
        assert d.paragraphs == {FIRST: 82, BUDGET: 83}
        await d.press("shift+tab", "shift+tab", "shift+up")
        assert any("behåller sin plats" in t for t in d.toasts)


async def test_what_is_typed_after_f2_is_written_in_the_new_item_wherever_the_cursor_was():
    async with desk() as d:
        await d.press("f2", "shift+tab", "f2")
        await d.write("Ordet är fritt.")
        await d.press("f2")
        assert d.item(GRANTS).texts["protocol"] == "Ordet är fritt."


async def test_letters_typed_among_the_rows_go_to_the_text():
    async with desk() as d:
        await d.press("f2", "shift+tab")
        await d.write("hej")
        await d.press("f2")
        assert d.item(FIRST).texts["protocol"] == "hej"


async def test_typing_before_an_item_is_open_says_what_to_do():
    async with desk() as d:
        await d.write("hej")
        assert any("Öppna ett ärende först" in t for t in d.toasts)


@pytest.mark.parametrize("size", SIZES)
async def test_the_rows_of_the_agenda_leave_room_for_the_scrollbar(size: tuple[int, int]) -> None:
    planned = agenda()
    items = tuple(
        replace(planned.items[0], id=f"plan-{n}", title=f"Plan {n} för kommunens verksamheter och deras ekonomi") for n in range(60)
    )
    table = Table(replace(planned, items=items))
    table.everybody()
    async with desk(table, size=size) as d:
        room = d.screen.agenda.scrollable_content_region.width
        assert d.screen.agenda.show_vertical_scrollbar
        assert {cell_len(title) for title in d.screen.agenda.titles()} == {room}


class LongList(FaceApp[None]):
    """An agenda of sixty items, the current one at the place that is shown."""

    def compose(self) -> ComposeResult:
        yield AgendaList(id="agenda")
        yield Button("Här är markören")

    def show(self, current: int) -> None:
        rows = [Row(f"i{n}", "▶" if n == current else " ", str(n), f"Ärende {n}") for n in range(60)]
        self.query_one(AgendaList).show(rows, f"i{current}")


async def test_the_list_shows_what_comes_next_and_stands_still_from_one_item_to_the_next() -> None:
    app = LongList()
    async with app.run_test(size=(40, 24), notifications=True, tooltips=True) as pilot:
        app.query_one(Button).focus()
        agenda = app.query_one(AgendaList)
        agenda.styles.height = 20
        tops, after = [], []
        for current in range(40):
            app.show(current)
            await pilot.pause()
            top, height = round(agenda.scroll_y), agenda.scrollable_content_region.height
            assert top <= current < top + height
            tops.append(top)
            after.append(top + height - 1 - current)
        assert min(after) >= COMING
        assert len(set(tops)) <= 4, "a page at a time"
        agenda.focus()
        await pilot.press("end")
        assert agenda.highlighted == 59
        app.show(39)
        assert agenda.highlighted == 59, "who looks in the list is left where they look"
