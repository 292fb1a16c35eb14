"""Rules about what the protocol says, each under its number, at the table of the small nämnd."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from exports.wording import sentence
from sessions import events as ev
from sessions.attendance import present, quorate
from sessions.objections import objection
from sessions.openness import may_be_public
from tests.sessions.table import START, Table, agenda

STYLE = load_style("standard")


def table(**plan: Any) -> Table:
    t = Table(agenda(**plan))
    t.everybody()
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.ItemOpened(at=t.now, items=("foreningsbidrag",)))
    return t


def text(t: Table) -> str:
    return markdown(protocol(t.meeting, STYLE)).replace("\u00a0", " ")


def said(t: Table, event: ev.Event) -> str:
    return sentence(t.meeting, t.item("foreningsbidrag"), event, STYLE).replace("\u00a0", " ")


def test_r_104_r_303_the_agenda_is_fixed_by_a_decision_with_its_changes():
    t = table()
    t.act(ev.Decided(at=t.now, text="Nämnden fastställer dagordningen med följande ändringar: Ärendet ”Budget” utgår."))
    t.act(ev.ItemWithdrawn(at=t.now, item="budget"))
    assert "utgår." in text(t)
    assert t.item("budget").paragraph is None


def test_r_201_r_203_who_may_do_what_follows_from_serving_and_the_local_rules():
    t = table()
    for event, rule in (
        (ev.MotionMoved(at=t.now, kind="bifall", by=("maj-dahl",)), "R-601"),
        (ev.VoteOpened(at=t.now, yes="a", no="b", requested_by=("ulla-ny",)), "R-701"),
        (ev.ReservationMade(at=t.now, persons=("maj-dahl",)), "R-801"),
        (ev.StatementMade(at=t.now, person="maj-dahl"), "R-807"),
    ):
        assert rule in (objection(t.meeting, event) or "")


def test_r_302_r_306_who_takes_no_part_still_counts_for_the_quorum_in_fullmaktige_too():
    t = table(kind="fullmäktige")
    for person in ("per-lind", "lena-ek", "karin-berg"):
        t.act(ev.MemberAbstained(at=t.now, person=person))
    assert len(present(t.meeting, t.item("foreningsbidrag"))) == 5
    assert quorate(t.meeting, t.item("foreningsbidrag"))


def test_r_401_r_412_the_ground_of_a_jav_is_kept_and_never_printed():
    t = table()
    t.act(ev.MemberRecused(at=t.now, persons=("eva-sjo",), ground="delikatess"))
    assert t.item("foreningsbidrag").recusals[0].event.ground == "delikatess"
    assert "delikatess" not in text(t)


def test_r_402_jav_that_obviously_does_not_matter_is_disregarded():
    t = table()
    tried = ev.RecusalTried(at=t.now, person="eva-sjo", found=False, disregarded=True)
    assert said(t, tried) == "Kultur- och fritidsnämnden bortser från jäv eftersom frågan om opartiskhet uppenbart saknar betydelse."


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("bifall", "bifall till"),
        ("avslag", "avslag på"),
        ("bordläggning", "att ärendet bordläggs"),
        ("återremiss", "att ärendet återremitteras"),
        ("remiss", "att ärendet remitteras"),
        ("ajournering", "att sammanträdet ajourneras"),
    ],
)
def test_r_602_r_603_every_kind_of_motion_has_its_sentence(kind, words):
    assert words in said(table(), ev.MotionMoved(at=START, kind=kind, by=("karin-berg",)))


def test_r_606_a_question_tells_what_was_asked_and_what_was_found():
    t = table()
    t.act(ev.MotionMoved(at=t.now, kind="avslag", by=("karin-berg",)))
    t.act(ev.QuestionPut(at=t.now, form="bifall eller avslag", alternatives=("förslaget", "motion-1"), order="Bifall, sedan avslag"))
    t.act(ev.QuestionAnswered(at=t.now, winner="motion-1"))
    told = "Ordföranden ställer proposition på bifall mot avslag och finner att kultur- och fritidsnämnden avslår förvaltningens förslag."
    assert f"Kultur- och fritidsnämnden godkänner följande propositionsordning: Bifall, sedan avslag. {told}" in text(t)


def test_r_609_an_adjournment_stands_on_the_cover_and_in_the_paragraph():
    t = table()
    t.act(ev.MeetingAdjourned(at=START + timedelta(hours=1)))
    t.act(ev.MeetingResumed(at=START + timedelta(hours=1, minutes=10)))
    assert "ajournering kl. 14.00–14.10" in text(t)
    assert "Sammanträdet ajourneras kl. 14.00–14.10." in text(t)


def test_r_611_an_item_laid_on_the_table_says_so_and_is_a_decision():
    t = table()
    t.act(ev.Decided(at=t.now, outcome="bordläggs"))
    assert "Ärendet bordläggs till nästa sammanträde." in text(t)


def test_r_624_r_625_acclamation_is_never_called_unanimous_and_the_chair_moves_like_anybody():
    t = table()
    t.act(ev.MotionMoved(at=t.now, kind="bifall", by=("per-lind",)))
    t.act(ev.Decided(at=t.now))
    assert "Per Lind (S) yrkar bifall till förvaltningens förslag." in text(t)
    assert "enhällig" not in text(t)


def test_r_804_a_reservation_in_favour_of_own_and_of_somebody_elses_motion():
    t = table()
    t.act(ev.MotionMoved(at=t.now, kind="avslag", by=("karin-berg",)))
    own = ev.ReservationMade(at=t.now, persons=("karin-berg",), in_favour_of="motion-1")
    assert said(t, own) == "Mot beslutet reserverar sig Karin Berg (M) till förmån för eget yrkande."
    both = replace(own, persons=("karin-berg", "rut-fors"))
    assert said(t, both) == "Mot beslutet reserverar sig Karin Berg (M) och Rut Fors (M) till förmån för Karin Bergs (M) yrkande."


def test_r_904_an_urgent_decision_is_reported_with_its_day_and_number():
    told = said(table(), ev.UrgentDecisionReported(at=START, decided=date(2026, 3, 2), reference="KFN 2026/9"))
    assert told == "Ordföranden anmäler beslut enligt 6 kap. 39 § kommunallagen, 2026-03-02, dnr KFN 2026/9."


def test_r_905_information_is_noted_with_a_text_of_its_own():
    t = table()
    t.act(ev.Decided(at=t.now, text="Nämnden har tagit del av informationen."))
    assert "Nämnden har tagit del av informationen." in text(t)


def test_r_908_r_1004_an_interpellation_tells_who_asked_and_who_answered():
    t = Table(agenda(kind="fullmäktige"))
    t.everybody()
    t.act(ev.ItemAdded(at=t.now, title="Interpellation om vägar", kind="interpellation", by=("karin-berg",)))
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.ItemOpened(at=t.now, items=("interpellation-om-vagar",)))
    t.act(ev.AnswerGiven(at=t.now, asked_by=("karin-berg",), answered_by=("per-lind",)))
    assert "Per Lind (S) besvarar Karin Bergs (M) interpellation." in text(t)


def test_r_709_an_election_tells_its_votes_and_its_lot():
    t = table()
    t.act(ev.Elected(at=t.now, office="ordförande", persons=("eva-sjo",), also=("rut-fors",), votes=(2, 2), blank=1, by="lottning"))
    t.act(ev.Decided(at=t.now))
    assert "Till ordförande utses Eva Sjö (S)." in text(t)
    assert "Eva Sjö (S) 2 röster, Rut Fors (M) 2 röster och 1 blank röst. Vid lika röstetal avgörs valet genom lottning." in text(t)


def test_r_1005_r_1006_r_1008_r_1009_r_1111_the_parts_of_a_protocol_come_in_order():
    t = table()
    t.act(ev.MotionMoved(at=t.now, kind="bifall", by=("per-lind",)))
    t.act(ev.Decided(at=t.now))
    t.act(ev.ReservationMade(at=t.now, persons=("karin-berg",)))
    whole = text(t)
    parts = ("Beslutande", "Paragrafer", "Underskrifter", "Anslag/bevis", "## § 82", "### Beslut", "### Yrkande", "### Reservation")
    places = [whole.index(part) for part in parts]
    assert places == sorted(places)


def test_r_1103_r_1105_an_immediate_approval_and_a_correction_are_told():
    t = table()
    t.act(ev.Decided(at=t.now))
    t.act(ev.ImmediatelyApproved(at=t.now))
    t.act(ev.Rectified(at=t.now, text="Beloppet ska vara 4 000 kronor.", by="per-lind"))
    assert "Paragrafen justeras omedelbart." in text(t)
    assert "Rättelse 2026-03-12: Beloppet ska vara 4 000 kronor. (Per Lind (S))" in text(t)


def test_r_1114_an_extract_has_the_paragraph_and_its_receiver():
    from exports.extracts import extract

    t = table()
    t.act(ev.Decided(at=t.now))
    assert "Rätt utdraget intygar" in markdown(extract(t.meeting, (t.item("foreningsbidrag"),), STYLE))


def test_r_1201_r_1202_r_1203_what_may_be_handled_in_public():
    t = table()
    assert not may_be_public(t.meeting, t.item("foreningsbidrag"))
    opened = replace(t.meeting, agenda=replace(t.meeting.agenda, rules=replace(t.meeting.rules, public_allowed=True)))
    assert may_be_public(opened, t.item("foreningsbidrag"))
    assert not may_be_public(opened, t.item("individarende"))
    full = table(kind="fullmäktige")
    assert may_be_public(full.meeting, full.item("individarende"))


def test_r_1303_an_extra_item_takes_the_next_number_where_it_is_handled():
    t = table()
    t.act(ev.ItemAdded(at=t.now, title="Extra"))
    t.act(ev.Decided(at=t.now))
    t.act(ev.ItemOpened(at=t.now, items=("extra",)))
    t.act(ev.ItemOpened(at=t.now, items=("budget",)))
    assert (t.item("extra").paragraph, t.item("budget").paragraph) == (83, 84)


def test_r_1305_times_with_a_point_and_spaces_that_do_not_break():
    t = table()
    t.act(ev.Decided(at=t.now))
    t.act(ev.MeetingClosed(at=START + timedelta(hours=2)))
    assert "kl.\u00a013.01–15.00" in markdown(protocol(t.meeting, STYLE))
