"""The chair decides the order: words of one's own, a principle first, what was found otherwise; and what goes with the gavel."""

from __future__ import annotations

from sessions.attendance import chair
from sessions.events import (
    ChairTaken,
    Decided,
    Elected,
    ImmediatelyApproved,
    MemberRecused,
    MotionMoved,
    QuestionAnswered,
    QuestionPut,
    RecusalTried,
    Resigned,
    SubstituteSeated,
)
from tests.tui.host import corrector, done, newest, recorder, running, shown, table, typed, words
from tui.dialogs.decision import DecisionDialog
from tui.dialogs.elected import ElectedDialog
from tui.dialogs.immediate import ImmediateDialog
from tui.dialogs.motion import MotionDialog
from tui.dialogs.other_question import OtherQuestionDialog
from tui.dialogs.recusal import RecusalDialog

ITEM = "foreningsbidrag"


async def test_the_dialog_says_the_chairs_script_word_for_word_with_what_was_found() -> None:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("karin-berg",), text="att avvakta"))
    async with running(lambda: DecisionDialog(at, ITEM, recorder(at))) as pilot:
        heard = "”Jag har uppfattat två förslag: förvaltningens förslag och Karin Bergs (M) yrkande om att avvakta. Är det rätt uppfattat?”"
        assert heard in words(pilot, "#question")
        assert "Jag finner" not in words(pilot, "#question"), "nothing is found before it is chosen"
        await pilot.press("2")
        found = "”Jag finner att kultur- och fritidsnämnden beslutar enligt Karin Bergs (M) yrkande.”"
        assert words(pilot, "#question").endswith(found)
        assert shown(pilot).count("Ordföranden ställer proposition") == 1, "the question is printed once"


async def test_an_order_that_was_approved_by_itself_goes_with_the_question_r_620() -> None:
    at = table()
    for mover in ("karin-berg", "eva-sjo"):
        at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=(mover,), text="att avvakta"))
    async with running(lambda: DecisionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("g")
        await typed(pilot, "Förslagen ställs vart för sig")
        await pilot.press("shift+tab", "1", "enter")
        assert await done(pilot)
    assert at.recorded(QuestionPut)[0].order == "Förslagen ställs vart för sig"


async def test_a_body_that_proposes_can_decide_for_its_own_part_in_the_same_item() -> None:
    at = table(item="budget")
    async with running(lambda: DecisionDialog(at, "budget", recorder(at))) as pilot:
        await pilot.press("d")
        await typed(pilot, "att förklara punkten omedelbart justerad")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    (decided,) = at.recorded(Decided)
    assert (decided.own, decided.proposing) == ("att förklara punkten omedelbart justerad", None)
    assert at.ahead.items["budget"].proposes


async def test_a_principle_is_put_first_and_can_wait_for_a_vote() -> None:
    at = table()
    async with running(lambda: OtherQuestionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("tab", "f", "ctrl+s")
        await pilot.pause()
        assert "egna ord" in shown(pilot)
        await typed(pilot, "Ska frågan få ställas?")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    put, answered = at.last_act
    assert isinstance(put, QuestionPut)
    assert isinstance(answered, QuestionAnswered)
    assert (put.alternatives, put.text, answered.winner) == (("ja", "nej"), "Ska frågan få ställas?", "ja")
    async with running(lambda: OtherQuestionDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "förvaltningens")
        await pilot.press("enter", "tab", "tab", "tab", "tab", "v", "ctrl+s")
        assert await done(pilot)
    (waits,) = at.last_act
    assert isinstance(waits, QuestionPut)
    assert (waits.alternatives, at.ahead.items[ITEM].questions[-1].answer) == (("förslaget", "avslag"), None)


async def test_what_was_found_in_the_chairs_own_question_is_struck_without_asking_again() -> None:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("karin-berg",), text="att avvakta"))
    at.do(
        QuestionPut(at=at.clock(), kind="annan", form="bifall eller avslag", alternatives=("motion-1", "avslag")),
        QuestionAnswered(at=at.clock(), winner="motion-1"),
    )
    async with running(lambda: DecisionDialog(at, ITEM, recorder(at)), (120, 40)) as pilot:
        assert "r Redan funnet: enligt Karin Bergs (M) yrkande" in shown(pilot)
        await pilot.press("r", "enter")
        assert await done(pilot)
    assert [(d.outcome, d.winner) for d in at.recorded(Decided)] == [("bifall", "motion-1")]
    assert len(at.recorded(QuestionPut)) == 1


async def test_first_and_second_hand_and_a_named_part_in_one_breath() -> None:
    at = table()
    async with running(lambda: MotionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("b", "e", "r", "enter", "tab", "a")
        await pilot.click("#part")
        await typed(pilot, "bidraget till orkestern")
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert not at.recorded(MotionMoved)
        await pilot.press("n")
        await typed(pilot, "enligt yrkande från S och MP den 7 mars")
        said = "Karin Berg (M) yrkar i första hand avslag på förvaltningens förslag i den del som avser bidraget till orkestern"
        assert words(pilot, "#preview") == f"{said} och i andra hand enligt yrkande från S och MP den 7 mars."
        await pilot.press("ctrl+s")
        assert await done(pilot)
    first, second = at.recorded(MotionMoved)
    assert (first.fallback, first.part, second.motion) == ("motion-2", "bidraget till orkestern", "motion-2")
    assert [m.id for m in at.ahead.items[ITEM].live_motions] == ["motion-1", "motion-2"]


async def test_a_mover_that_is_corrected_is_replaced_and_can_be_named_again() -> None:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="bifall", by=("eva-sjo",)))
    for keys, movers in (
        (("r", "u", "t", "enter"), ("rut-fors",)),
        (("e", "v", "enter", "b", "e", "r", "enter"), ("eva-sjo", "karin-berg")),
    ):
        entry = newest(at, MotionMoved)
        async with running(lambda: MotionDialog(at, ITEM, corrector(at, entry), entry)) as pilot:  # noqa: B023
            await pilot.press(*keys)
            await pilot.press("enter")
            assert await done(pilot)
        assert at.ahead.items[ITEM].motions[0].entry.event.by == movers


async def test_a_chair_who_goes_out_is_asked_about_who_leads_also_without_a_substitute_r_413() -> None:
    at = table("maj-dahl", "olle-dahl")
    async with running(lambda: RecusalDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("p", "e", "enter")
        await pilot.pause()
        assert "Lena Ek (C) · 1:e vice ordförande" in shown(pilot)
        assert not at.recorded(MemberRecused), "nobody is put in the chair unasked"
        await pilot.press("right", "enter")
        assert await done(pilot)
    assert at.recorded(ChairTaken) == [ChairTaken(at=at.clock(), person="karin-berg", items=(ITEM,))]
    assert chair(at.ahead, at.ahead.items[ITEM]) == "karin-berg"


async def test_a_disputed_jav_seats_nobody_until_it_is_found_r_405() -> None:
    at = table()
    async with running(lambda: RecusalDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("e", "v", "enter")
        await pilot.click("#disputed")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    assert not at.recorded(SubstituteSeated)
    async with running(lambda: RecusalDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("e", "v", "enter")
        await pilot.press("f", "ctrl+s")
        assert await done(pilot)
    tried, seated = at.last_act
    assert tried == RecusalTried(at=at.clock(), item=ITEM, person="eva-sjo", found=True)
    assert seated == SubstituteSeated(at=at.clock(), substitute="maj-dahl", seat_of="eva-sjo", items=(ITEM,))


async def test_a_ballot_a_resignation_and_one_who_moves_up_are_recorded_by_keys() -> None:
    at = table()
    async with running(lambda: ElectedDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "Ordförande")
        await pilot.press("tab", "b", "e", "r", "enter", "tab", "tab", "l", "tab", "tab")
        await typed(pilot, "Eva Sjö (S)")
        await pilot.press("tab", "3", "comma", "2", "ctrl+s")
        assert await done(pilot)
    (elected,) = at.recorded(Elected)
    assert (elected.persons, elected.also, elected.votes) == (("karin-berg",), ("eva-sjo",), (3, 2))
    async with running(lambda: ElectedDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("shift+tab", "a", "tab")
        await typed(pilot, "Ersättare")
        await pilot.press("tab", "m", "a", "j", "enter", "ctrl+s")
        assert await done(pilot)
    assert at.last_act == (Resigned(at=at.clock(), item=ITEM, persons=("maj-dahl",), office="Ersättare"),)


async def test_several_items_are_approved_at_once_afterwards_r_1103() -> None:
    at = table()
    at.do(Decided(at=at.clock()))
    at.open("budget")
    at.do(Decided(at=at.clock()))
    async with running(lambda: ImmediateDialog(at, "budget", recorder(at))) as pilot:
        await typed(pilot, "förenings")
        await pilot.press("enter", "enter")
        assert await done(pilot)
    assert at.last_act == (ImmediatelyApproved(at=at.clock(), items=(ITEM, "budget")),)
