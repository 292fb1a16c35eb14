"""What the table room added to the record and the paper: refused motions, the agenda as fixed, points, the script beside a vote on jäv."""

from __future__ import annotations

from agendas.model import Item
from exports.script import script
from exports.standing_decisions import standing_decision
from sessions import events as ev
from sessions.findings import findings
from sessions.objections import objection
from sessions.procedure import next_question
from sessions.proposals import additions
from sessions.voting import RECUSED
from tests.exports.elsewhere import STANDARD, Elsewhere, under
from tests.exports.test_other_municipalities_deciding import MILL, PLAN, at_plan

AGENDA = Item(title="Fastställande av dagordning", id="dagordning", kind="formalia")


def test_r_607_a_motion_that_the_chair_refuses_to_put_is_told_and_not_put() -> None:
    table = at_plan(MILL, "fullmäktige", "Kommunfullmäktige")
    table.do(ev.MotionMoved, kind="tillägg", by=("tor-vik",), text="att bygga en bro")
    table.do(ev.MotionRefused, motion="motion-1", reason="att det väcker ett nytt ärende")
    asked = next_question(table.meeting, table.item("kvarn"))
    assert asked is not None
    assert asked.single
    table.do(ev.Decided)
    section = table.section(48)
    assert under(section, "Yrkande") == ["Tor Vik (M) yrkar som tillägg att bygga en bro."]
    assert under(section, "Beslutsgång") == [
        "Ordföranden vägrar proposition på Tor Viks (M) tilläggsyrkande med motiveringen att det väcker ett nytt ärende."
    ]
    assert "bro" not in " ".join(under(section, "Beslut"))


def test_r_607_overruled_the_motion_is_put_after_all() -> None:
    table = at_plan(MILL, "fullmäktige", "Kommunfullmäktige")
    table.do(ev.MotionMoved, kind="tillägg", by=("tor-vik",), text="att bygga en bro")
    table.do(ev.MotionRefused, motion="motion-1")
    table.do(ev.MotionRefused, motion="motion-1", overruled=True)
    assert [m.id for m in additions(table.item("kvarn"))] == ["motion-1"]
    table.do(ev.Decided)
    assert "beslutar att proposition ändå ska ställas på Tor Viks (M) tilläggsyrkande." in table.section(48)


def test_r_607_only_the_chair_of_fullmaktige_may_refuse() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="avslag", by=("tor-vik",))
    assert "(R-607)" in (objection(table.meeting, ev.MotionRefused(at=table.now, motion="motion-1")) or "")


def test_r_604_a_motion_after_the_debate_was_closed_is_found() -> None:
    table = at_plan()
    table.do(ev.MotionMoved, kind="avslag", by=("tor-vik",))
    table.do(ev.DebateClosed)
    assert "R-604" not in {f.rule for f in findings(table.meeting)}
    table.do(ev.MotionWithdrawn, motion="motion-1")
    assert "R-604" in {f.rule for f in findings(table.meeting)}


def test_r_622_a_single_contest_says_its_points_once_and_several_say_which() -> None:
    one = at_plan()
    one.do(ev.MotionMoved, kind="ändring", by=("ann-ek",), points=(2,), text="att avsätta 3 mnkr")
    one.put("förslaget", "motion-1", points=(2,), winner="förslaget")
    one.do(ev.Decided)
    assert under(one.section(48), "Beslutsgång")[0].startswith("Ordföranden ställer proposition på kontorets förslag mot")
    two = at_plan()
    two.do(ev.MotionMoved, kind="ändring", by=("ann-ek",), points=(1,), text="att anta planen i delar")
    two.do(ev.MotionMoved, kind="ändring", by=("eli-sten",), points=(2,), text="att avsätta 3 mnkr")
    two.put("förslaget", "motion-1", points=(1,), winner="förslaget")
    two.put("förslaget", "motion-2", points=(2,), winner="förslaget")
    two.do(ev.Decided)
    assert [line.split(":")[0] for line in under(two.section(48), "Beslutsgång")] == ["Punkt 1", "Punkt 2"]


def test_r_104_the_agenda_is_fixed_with_its_changes() -> None:
    table = Elsewhere(AGENDA, PLAN, MILL)
    table.take("dagordning")
    assert standing_decision(table.meeting, table.item("dagordning"), STANDARD) == "Tekniska nämnden fastställer dagordningen."
    table.do(ev.ItemAdded, item="bro", title="Bron")
    table.do(ev.ItemMoved, item="kvarn", before="plan")
    assert standing_decision(table.meeting, table.item("dagordning"), STANDARD) == (
        "Tekniska nämnden fastställer dagordningen med följande ändringar: Ärendet ”Bron” läggs till."
        " Ärende 3, ”Kvarnen”, behandlas efter ärende 1, ”Fastställande av dagordning”."
    )
    table.do(ev.ItemWithdrawn, item="plan")
    said = standing_decision(table.meeting, table.item("dagordning"), STANDARD)
    assert "Ärende 2, ”Cykelplan”, utgår." in said


def test_m_8_the_script_does_not_tell_the_result_of_a_vote_on_jav_as_that_of_the_item() -> None:
    table = at_plan(MILL)
    table.do(ev.MemberRecused, persons=("tor-vik",), disputed=True)
    table.do(ev.QuestionPut, kind="jäv", form="bifall eller avslag", alternatives=(RECUSED, "jäv föreligger inte"), about="tor-vik")
    table.do(ev.VoteOpened, yes="att jäv föreligger", no="att jäv inte föreligger", question="question-1")
    table.do(ev.VoteCounted, yes=2, no=6)
    table.do(ev.VoteClosed)
    table.do(ev.QuestionAnswered, question="question-1", winner="jäv föreligger inte", by="votering")
    table.do(ev.RecusalTried, person="tor-vik", found=False)
    table.do(ev.MotionMoved, kind="avslag", by=("bror-ax",))
    table.put("förslaget", "motion-1", form="bifall eller avslag", winner="förslaget")
    said = " ".join(cue.text for part in script(table.meeting, STANDARD, table.now) for cue in part.cues)
    assert "Resultatet är 2 ja" not in said
    assert "Jag finner att tekniska nämnden beslutar enligt" in said


def test_m_13_after_a_break_those_are_counted_who_take_part_in_the_item_that_goes_on() -> None:
    table = at_plan(MILL)
    table.do(ev.MemberRecused, persons=("tor-vik",))
    table.do(ev.MeetingAdjourned)
    said = " ".join(cue.text for part in script(table.meeting, STANDARD, table.now) for cue in part.cues)
    assert "Vi är 8 tjänstgörande." in said
