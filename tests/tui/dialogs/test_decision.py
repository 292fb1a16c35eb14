"""F5: the gavel, and the chair's questions before it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from textual.widgets import OptionList

from sessions.events import (
    Decided,
    ImmediatelyApproved,
    ItemLeft,
    ItemOpened,
    MotionMoved,
    QuestionAnswered,
    QuestionPut,
    TextWritten,
)
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table, typed, words
from tui.dialogs.decision import DecisionDialog

ITEM = "foreningsbidrag"


def dialog(at: Table, item: str = ITEM) -> DecisionDialog:
    return DecisionDialog(at, item, recorder(at))


def contested(*kinds: str) -> Table:
    at = table()
    for kind in kinds or ("nytt förslag",):
        at.do(MotionMoved(at=at.clock(), kind=kind, by=("karin-berg",), text="att avvakta"))  # type: ignore[arg-type]
    return at


async def test_one_unopposed_proposal_is_enter() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        asked = "”Det finns ett förslag, förvaltningens. Beslutar kultur- och fritidsnämnden enligt förvaltningens förslag?”"
        assert words(pilot, "#question") == asked
        await pilot.press("enter")
        assert await done(pilot)
    assert at.last_act == (Decided(at=at.clock(), items=(ITEM,)),)


async def test_enter_twice_by_habit_settles_nothing_with_two_proposals() -> None:
    at = contested()
    before = at.log.last_seq
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert pilot.app.result == "not yet"
        assert at.log.last_seq == before
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "välj vad ordföranden fann" in shown(pilot)
        assert at.log.last_seq == before


async def test_a_finding_that_is_chosen_is_recorded_with_question_and_gavel_in_one_act() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        assert "De som bifaller Karin Bergs (M) yrkande säger ja." in " ".join(shown(pilot).replace("│", " ").split())
        await pilot.press("2", "enter")
        assert await done(pilot)
    put, answered, decided = at.last_act
    assert isinstance(put, QuestionPut)
    assert put.alternatives == ("förslaget", "motion-1")
    assert isinstance(answered, QuestionAnswered)
    assert (answered.winner, answered.by) == ("motion-1", "acklamation")
    assert isinstance(decided, Decided)
    assert (decided.outcome, decided.winner) == ("bifall", "motion-1")


async def test_arrows_choose_too() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("down", "enter")
        assert await done(pilot)
    assert at.recorded(QuestionAnswered)[0].winner == "förslaget"


async def test_a_rejection_that_wins_is_a_rejection() -> None:
    at = contested("avslag")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("2", "enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].outcome == "avslag"


async def test_formal_questions_come_first_and_the_dialog_goes_on_to_the_next() -> None:
    at = contested("nytt förslag", "återremiss", "tillägg")
    async with running(lambda: dialog(at)) as pilot:
        assert "Ska ärendet avgöras i dag?" in shown(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert pilot.app.result == "not yet"
        assert "1 Enligt förvaltningens förslag" in shown(pilot)
        await pilot.press("1", "enter")
        await pilot.pause()
        assert "1 Bifalls" in shown(pilot)
        assert not at.recorded(Decided)
        await pilot.press("enter", "enter")  # habit settles nothing here either
        await pilot.pause()
        assert not at.recorded(Decided)
        await pilot.press("2", "enter")
        assert await done(pilot)
    assert [q.kind for q in at.recorded(QuestionPut)] == ["formell", "huvudfråga", "tillägg"]
    assert [a.winner for a in at.recorded(QuestionAnswered)] == ["avgörs i dag", "förslaget", "avslag"]
    assert at.recorded(Decided)[0].winner == ""


async def test_a_referral_that_carries_decides_with_its_motive_and_receiver() -> None:
    at = contested("återremiss")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("2", "enter")
        assert await done(pilot)
    (decided,) = at.recorded(Decided)
    assert (decided.outcome, decided.to, decided.reason) == ("återremitteras", "förvaltningen", "att avvakta")


@pytest.mark.parametrize(("letter", "outcome"), [("o", "bordläggs"), ("å", "återremitteras"), ("u", "utgår")])
async def test_quick_outcomes_take_three_keys(letter: str, outcome: str) -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press(letter, "enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].outcome == outcome


async def test_a_motive_for_postponing_can_be_typed() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("o")
        await typed(pilot, "mer underlag")
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].reason == "mer underlag"


async def test_own_words() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("e")
        await typed(pilot, "Ordet är fritt")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    assert at.recorded(Decided)[0].text == "Ordet är fritt"


async def test_an_item_without_a_proposal_asks_and_has_a_suggestion() -> None:
    at = table(item="information")
    async with running(lambda: dialog(at, "information")) as pilot:
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert pilot.app.result == "not yet"
        assert "Vad beslutades?" in shown(pilot)
        await pilot.press("a", "enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].text == "Informationen antecknas."


async def test_an_item_without_a_proposal_can_be_left_or_struck_without_words() -> None:
    at = table(item="information")
    async with running(lambda: dialog(at, "information")) as pilot:
        await pilot.press("i", "enter")
        assert await done(pilot)
    assert at.recorded(ItemLeft)
    at = table(item="information")
    async with running(lambda: dialog(at, "information")) as pilot:
        await pilot.press("k", "enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].text == ""


async def test_words_that_are_written_already_make_enter_the_gavel() -> None:
    at = table(item="information")
    at.do(TextWritten(at=at.clock(), item="information", section="decision", text="Nämnden tackar."))
    async with running(lambda: dialog(at, "information")) as pilot:
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].text == ""


async def test_whether_the_body_decides_or_proposes_is_shown_and_can_be_switched() -> None:
    at = table(item="budget")
    async with running(lambda: dialog(at, "budget")) as pilot:
        assert "● föreslår" in shown(pilot)
        assert "Föreslår kultur- och fritidsnämnden" in shown(pilot)
        await pilot.press("p", "enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].proposing is False


async def test_immediate_approval_goes_along() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("j", "enter")
        assert await done(pilot)
    assert [type(e) for e in at.last_act] == [Decided, ImmediatelyApproved]


async def test_several_items_fall_with_one_gavel() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("m")
        await typed(pilot, "budget")
        await pilot.press("enter", "enter")
        assert await done(pilot)
    opened, decided = at.last_act
    assert isinstance(opened, ItemOpened)
    assert isinstance(decided, Decided)
    assert decided.items == (ITEM, "budget")
    assert {at.ahead.items[i].phase for i in decided.items} == {"beslutat"}


async def test_a_gavel_that_fell_earlier_keeps_its_time() -> None:
    at = table()
    at.hand.forward(30)
    async with running(lambda: dialog(at)) as pilot:
        await pilot.click("#clock")
        await pilot.press("end", *["backspace"] * 5)
        await typed(pilot, "13:20")
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].when == at.clock() - timedelta(minutes=10)


async def test_a_time_that_is_none_is_told_and_nothing_is_recorded() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.click("#clock")
        await typed(pilot, "x")
        await pilot.press("enter")
        await pilot.pause()
        assert "Skriv klockslaget som 14.40." in shown(pilot)
        assert not at.recorded(Decided)


async def test_a_decision_is_corrected_in_its_place() -> None:
    at = table()
    at.do(Decided(at=at.clock(), text="att ja"))
    entry = newest(at, Decided)
    async with running(lambda: DecisionDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        assert pilot.app.screen.query_one("#ways", OptionList).highlighted == 0
        await pilot.press("o")
        await typed(pilot, "sent")
        await pilot.press("enter")
        assert await done(pilot)
    decision = at.ahead.items[ITEM].decision
    assert decision is not None
    assert (decision.seq, decision.event.outcome, decision.event.reason) == (entry.seq, "bordläggs", "sent")


async def test_a_body_that_is_not_quorate_can_say_so() -> None:
    at = table("eva-sjo", "rut-fors", "karin-berg")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("b", "enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].outcome == "ej beslutför"


async def test_what_the_chair_found_is_corrected_in_its_place() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("2", "enter")
        assert await done(pilot)
    entry = newest(at, QuestionAnswered)
    async with running(lambda: DecisionDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        await pilot.press("1", "enter")
        assert await done(pilot)
    answer = at.ahead.items[ITEM].questions[0].answer
    assert answer is not None
    assert (answer.seq, answer.event.winner, answer.event.question) == (entry.seq, "förslaget", "question-1")


async def test_the_line_of_an_immediate_approval_can_only_be_struck() -> None:
    at = table()
    at.do(Decided(at=at.clock()), ImmediatelyApproved(at=at.clock()))
    entry = newest(at, ImmediatelyApproved)
    async with running(lambda: DecisionDialog(at, ITEM, corrector(at, entry), entry, strike=lambda: at.strike(entry.act))) as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Ingenting är ändrat." in shown(pilot)
        assert "Stryk raden" in shown(pilot)
