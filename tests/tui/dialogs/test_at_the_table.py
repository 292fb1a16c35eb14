"""Acts that had no key: groups of an election, refused motions, jäv in several §§, a group that reserves itself, answers."""

from __future__ import annotations

from datetime import date

from sessions.events import (
    AnswerGiven,
    Decided,
    Elected,
    ItemOpened,
    MemberRecused,
    MotionMoved,
    MotionRefused,
    MotionSupported,
    ProportionalDemanded,
    QuestionAnswered,
    QuestionPut,
    ReservationMade,
    UrgentDecisionReported,
    VoteCast,
    VoteClosed,
    VoteOpened,
)
from tests.sessions.table import agenda
from tests.tui.desk import BUDGET, GRANTS, desk
from tests.tui.helpers import until
from tests.tui.host import Table, done, recorder, running, shown, table, typed
from tui.dialogs.decision import DecisionDialog
from tui.dialogs.elected import ElectedDialog
from tui.dialogs.motion import MotionDialog
from tui.dialogs.recusal import RecusalDialog
from tui.dialogs.reporting import AnswerDialog, UrgentDialog
from tui.dialogs.reservation import ReservationDialog
from tui.dialogs.vote import VoteDialog


async def test_r_714_a_proportional_election_takes_the_votes_of_the_groups_and_the_lot() -> None:
    at = table()
    at.do(ProportionalDemanded(at=at.clock(), item=GRANTS, persons=("karin-berg", "rut-fors", "lena-ek"), places=2))
    async with running(lambda: ElectedDialog(at, GRANTS, recorder(at)), (100, 40)) as pilot:
        await typed(pilot, "ledamöter")
        await pilot.press("tab", "k", "a", "enter", "e", "v", "enter", "tab", "tab", "tab", "tab")
        await typed(pilot, "S, V och MP 2, M 1, C 1")
        await pilot.pause()
        assert "Lika jämförelsetal: S, V och MP och M och C" in " ".join(shown(pilot).split())
        await pilot.press("ctrl+s")
        await pilot.pause()
        await typed(pilot, "M")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    (event,) = at.recorded(Elected)
    assert (event.by, event.groups, event.group_votes, event.group_lots) == (
        "proportionellt val",
        ("S, V och MP", "M", "C"),
        (2, 1, 1),
        ("M",),
    )


async def test_r_607_the_line_of_a_motion_takes_a_refusal_and_those_who_join() -> None:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="tillägg", by=("karin-berg",), text="att bygga en bro"))
    async with desk(at) as d:
        line = next(x for x in d.screen.panel.facts if x.kind == "motion")
        d.screen.panel.go_to(line.key)
        d.screen.panel.focus()
        await d.press("i")
        await until(d.pilot, lambda: not d.at_desk)
        await d.write("rut")
        await d.press("enter", "enter")
        await until(d.pilot, lambda: d.at_desk)
        d.screen.panel.focus()
        await d.press("v")
        await until(d.pilot, lambda: not d.at_desk)
        await d.write("nytt ärende")
        await d.press("enter")
        await d.press("a")  # a nämnd's chair may not: it is recorded all the same
        await until(d.pilot, lambda: d.at_desk)
        assert "proposition vägrad" in next(x.text for x in d.screen.panel.facts if x.kind == "motion")
    assert at.recorded(MotionSupported)[0].persons == ("rut-fors",)
    assert at.recorded(MotionRefused)[0].reason == "nytt ärende"


async def test_r_403_jav_is_declared_at_the_opening_for_several_items() -> None:
    at = Table()
    at.everybody()
    async with desk(at) as d:
        await d.press("f4")
        await until(d.pilot, lambda: not d.at_desk)
        await d.write("rut")
        await d.press("enter", "tab")
        await d.write("budget")
        await d.press("enter", "enter")
        await until(d.pilot, lambda: d.at_desk)
        assert "Rut Fors" in " ".join(d.toasts)
    assert at.recorded(MemberRecused)[0].items == (GRANTS, BUDGET)


async def test_a_substitute_goes_along_into_every_item_of_the_jav() -> None:
    at = table()
    async with running(lambda: RecusalDialog(at, GRANTS, recorder(at)), (100, 40)) as pilot:
        pilot.app.screen.query_one("#more").focus()
        await typed(pilot, "budget")
        await pilot.press("enter", "shift+tab", "shift+tab", "shift+tab")
        await typed(pilot, "lena")
        await pilot.press("enter", "enter")
        assert await done(pilot)
    assert {getattr(e, "items", ()) for e in at.last_act} == {(GRANTS, BUDGET)}


async def test_r_804_a_whole_group_reserves_itself_against_one_point_and_in_two_paragraphs() -> None:
    at = table()
    at.do(Decided(at=at.clock(), items=(GRANTS,)))
    at.open(BUDGET)
    at.do(Decided(at=at.clock(), items=(BUDGET,)))
    async with running(lambda: ReservationDialog(at, GRANTS, recorder(at)), (100, 40)) as pilot:
        await typed(pilot, "rut")
        await pilot.press("enter", "ctrl+e")
        pilot.app.screen.query_one("#more").focus()
        await typed(pilot, "budget")
        await pilot.press("enter", "tab")
        await typed(pilot, "2")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    first, second = at.recorded(ReservationMade)
    assert (first.item, set(first.persons), first.points) == (GRANTS, {"rut-fors", "karin-berg"}, (2,))
    assert (second.item, second.points) == (BUDGET, ())


async def test_a_referral_can_be_of_some_points() -> None:
    at = table()
    async with running(lambda: MotionDialog(at, GRANTS, recorder(at)), (100, 40)) as pilot:
        await typed(pilot, "karin")
        await pilot.press("enter", "tab", "å", "tab")
        await typed(pilot, "2")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    assert at.recorded(MotionMoved)[0].points == (2,)


async def test_r_622_the_chairs_question_on_points_says_so_in_the_record() -> None:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="ändring", by=("karin-berg",), points=(2,), text="att ta medlen ur reserven"))
    async with running(lambda: DecisionDialog(at, GRANTS, recorder(at)), (100, 40)) as pilot:
        await pilot.press("1", "enter")
        assert await done(pilot)
    assert at.recorded(QuestionPut)[0].points == (2,)


async def test_r_708_a_wrong_casting_vote_is_put_right_with_all_that_rests_on_it() -> None:
    at = table("maj-dahl", "olle-dahl", "rut-fors")
    at.do(MotionMoved(at=at.clock(), kind="avslag", by=("karin-berg",)))
    at.do(
        QuestionPut(at=at.clock(), item=GRANTS, form="bifall eller avslag", alternatives=("förslaget", "motion-1")),
        VoteOpened(at=at.clock(), item=GRANTS, yes="bifall", no="avslag"),
    )
    for person, choice in (("per-lind", "avstår"), ("eva-sjo", "ja"), ("karin-berg", "nej"), ("lena-ek", "avstår")):
        at.do(VoteCast(at=at.clock(), item=GRANTS, person=person, choice=choice))  # type: ignore[arg-type]
    at.do(
        VoteClosed(at=at.clock(), item=GRANTS, casting_vote="ja"),
        QuestionAnswered(at=at.clock(), item=GRANTS, winner="förslaget", by="votering"),
        Decided(at=at.clock(), items=(GRANTS,)),
    )
    async with desk(at, size=(100, 40)) as d:
        await d.press("f6")
        await until(d.pilot, lambda: not d.at_desk)
        await d.press("ctrl+e")  # the only earlier vote is opened at once
        await until(d.pilot, lambda: isinstance(d.pilot.app.screen, VoteDialog) and d.pilot.app.screen.entry is not None)
        assert "Utslagsröst" in d.seen
        d.pilot.app.screen.query_one("#casting").focus()
        await d.press("n", "ctrl+s")
        await until(d.pilot, lambda: d.at_desk)
    item = at.ahead.items[GRANTS]
    assert item.votes[0].closed is not None
    assert item.votes[0].closed.event.casting_vote == "nej"
    assert item.questions[0].answer is not None
    assert item.questions[0].answer.event.winner == "motion-1"
    assert item.decision is not None
    assert item.decision.event.outcome == "avslag"


async def test_r_104_the_gavel_of_the_agenda_item_has_its_sentence() -> None:
    at = Table(agenda())
    at.everybody()
    now = at.clock()
    from sessions.events import ItemAdded

    at.do(ItemAdded(at=now, item="dagordning", title="Fastställande av dagordning", kind="formalia"))
    at.do(ItemOpened(at=now, items=("dagordning",)))
    async with running(lambda: DecisionDialog(at, "dagordning", recorder(at)), (100, 40)) as pilot:
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(Decided)[0].text.startswith("Kultur- och fritidsnämnden fastställer dagordningen")


async def test_r_1004_an_answer_and_r_904_an_urgent_decision_have_keys() -> None:
    at = table()
    async with running(lambda: AnswerDialog(at, GRANTS, recorder(at)), (100, 40)) as pilot:
        await typed(pilot, "karin")
        await pilot.press("enter", "tab")
        await typed(pilot, "per")
        await pilot.press("enter", "ctrl+s")
        assert await done(pilot)
    assert at.recorded(AnswerGiven)[0] == AnswerGiven(at=at.clock(), item=GRANTS, asked_by=("karin-berg",), answered_by=("per-lind",))
    async with running(lambda: UrgentDialog(at, GRANTS, recorder(at)), (100, 40)) as pilot:
        await typed(pilot, "2/3")
        await pilot.press("tab")
        await typed(pilot, "KFN 2026/9")
        await pilot.press("ctrl+s")
        assert await done(pilot)
    assert at.recorded(UrgentDecisionReported)[0].decided == date(2026, 3, 2)
    async with desk(at) as d:
        assert {"Svar", "Brådskande"} <= {x.label for x in d.screen.panel.facts}
