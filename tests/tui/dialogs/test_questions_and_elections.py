"""Another question than the proposed one, elections, and motions taken back."""

from __future__ import annotations

import pytest

from sessions.events import Elected, MotionMoved, QuestionAnswered, QuestionPut
from tests.tui.desk import GRANTS, desk
from tests.tui.dialogs.test_looks import worst
from tests.tui.helpers import until
from tests.tui.host import SIZES, Table, corrector, done, newest, recorder, running, shown, table, typed
from tui.dialogs.decision import DecisionDialog
from tui.dialogs.elected import ElectedDialog
from tui.dialogs.other_question import OtherQuestionDialog
from tui.dialogs.recording import RecordingDialog

ITEM = "foreningsbidrag"


def contested() -> Table:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("karin-berg",), text="att avvakta"))
    return at


async def test_a_question_of_the_chair_s_own_is_recorded_with_its_answer() -> None:
    at = contested()
    async with running(lambda: OtherQuestionDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "yrkande")
        await pilot.press("enter", "tab", "tab")
        await typed(pilot, "1")
        await pilot.press("tab")
        await typed(pilot, "Ska punkt 1 vänta?")
        await pilot.press("tab", "a", "ctrl+s")
        assert await done(pilot)
    put, answered = at.last_act
    assert isinstance(put, QuestionPut)
    assert isinstance(answered, QuestionAnswered)
    assert (put.kind, put.form, put.alternatives, put.points) == ("annan", "bifall eller avslag", ("motion-1", "avslag"), (1,))
    assert put.text == "Ska punkt 1 vänta?"
    assert answered.winner == "avslag"


async def test_two_are_needed_to_stand_against_each_other() -> None:
    at = contested()
    async with running(lambda: OtherQuestionDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "yrkande")
        await pilot.press("enter", "tab", "m", "ctrl+s")
        await pilot.pause()
        assert "Välj minst två förslag" in shown(pilot)
    assert not at.recorded(QuestionPut)


async def test_it_is_reached_from_the_decision_and_leads_back_to_it() -> None:
    at = contested()
    async with running(lambda: DecisionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("f", "enter")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, OtherQuestionDialog)
        await typed(pilot, "yrkande")
        await pilot.press("enter", "ctrl+s")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(pilot.app.screen, DecisionDialog)
    assert at.recorded(QuestionAnswered)[0].winner == "motion-1"


async def test_an_election_names_people_of_the_list_and_others() -> None:
    at = table()
    async with running(lambda: ElectedDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "Justerare")
        await pilot.press("tab", "k", "a", "enter", "tab")
        await typed(pilot, "Någon Annan")
        await pilot.press("tab", "a", "ctrl+s")
        assert await done(pilot)
    assert at.last_act == (Elected(at=at.clock(), item=ITEM, office="Justerare", persons=("karin-berg", "Någon Annan"), by="acklamation"),)


async def test_an_election_without_an_office_is_asked_for_it_and_a_line_can_be_corrected() -> None:
    at = table()
    at.do(Elected(at=at.clock(), item=ITEM, office="Justerare", persons=("karin-berg",)))
    entry = newest(at, Elected)
    async with running(lambda: ElectedDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        assert "Karin Berg (M)" in shown(pilot)
        await pilot.press("ctrl+a", "backspace", "ctrl+s")
        await pilot.pause()
        assert "Skriv vilket uppdrag" in shown(pilot)
        await typed(pilot, "Ombud")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    assert at.ahead.items[ITEM].elected[0].event.office == "Ombud"


async def test_a_motion_is_taken_back_from_its_line() -> None:
    at = contested()
    async with desk(at) as d:
        line = next(x for x in d.screen.panel.facts if x.kind == "motion")
        d.screen.panel.go_to(line.key)
        d.screen.panel.focus()
        await d.press("å")
        await until(d.pilot, lambda: not d.at_desk)
        assert "Återtas" in d.seen
        await d.alone("å")
        await until(d.pilot, lambda: d.item(GRANTS).motions[0].withdrawn)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("dialog", [OtherQuestionDialog, ElectedDialog])
async def test_they_are_whole_and_show_what_people_wrote(dialog: type[RecordingDialog], size: tuple[int, int]) -> None:
    at = worst()
    async with running(lambda: dialog(at, ITEM, recorder(at)), size) as pilot:
        await pilot.pause()
        await pilot.press("tab")
        assert "Spara" in shown(pilot)
        await pilot.press("shift+tab", "x", "enter", "escape")
        await pilot.pause()
        assert pilot.app.return_code is None
