"""What real protocols get wrong, each found and told – and nothing found where nothing is wrong."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from agendas.file import read_agenda
from agendas.model import Agenda, Item, MeetingPlan, Person, Rules, with_ids
from sessions import events as ev
from sessions.archive import read_archive
from sessions.checks.texts import read, years
from sessions.events import Recorded
from sessions.examples import archive_paths
from sessions.findings import findings
from sessions.log import Log, replay
from sessions.objections import objection
from tests.sessions.table import START, Table, agenda

EXAMPLES: dict[str, list[tuple[str, str]]] = {
    "kungalv": [
        ("R-1107", "Anslaget sattes upp 2020-11-30, senare än sista dagen 2020-11-27."),
        ("R-1110", "Anslaget tas ned 2020-12-21; sista dagen för överklagande är 2020-12-21."),
        ("R-1003", "§ 84 Information enligt årshjul – Volymer: beslutets ordalydelse saknas."),
    ],
    "ludvika": [("R-1107", "Anslaget saknar datum.")],
    "norberg": [("R-1006", "§ 253 Ej verkställda beslut för SoL och LSS, kvartal 2 2021.: diarienumret ”NBGK2021/” är inte helt.")],
    "exempelstad": [],
    "provby": [],
}


def found_in(agenda_read: Agenda, records: tuple[Recorded[Any], ...]) -> list[tuple[str, str]]:
    return [(f.rule, f.message) for f in findings(replay(agenda_read, records))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_in_the_recorded_examples_all_that_is_wrong_is_found_and_nothing_else(name: str) -> None:
    archived = read_archive(archive_paths()[name])
    assert found_in(archived.agenda, archived.records) == EXAMPLES[name]


@pytest.mark.parametrize("name", ["kungalv", "ludvika", "norberg"])
def test_under_the_complete_agendas_too(name: str, shared: Path) -> None:
    path = archive_paths()[name]
    complete = read_agenda(shared / "seeds" / "agendas" / path.name).agenda
    assert found_in(complete, read_archive(path).records) == EXAMPLES[name]


def meeting(*more: Any, kind: str = "nämnd", **item: Any) -> Table:
    """A meeting with one item, decided and closed; the events in `more` come before the gavel."""
    planned = agenda(kind=kind)
    one = Item(**{"title": "Plan för 2026", "proposal": "Nämnden antar planen.", **item})
    made = with_ids(replace(planned, items=(replace(one, id="plan"),)))
    t = Table(made)
    t.everybody()
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.ApproversChosen(at=t.now, persons=("karin-berg",)))
    t.act(ev.ItemOpened(at=t.now, items=("plan",)))
    for event in more:
        t.act(replace(event, at=t.now))
    t.act(ev.Decided(at=t.now))
    t.act(ev.MeetingClosed(at=t.now))
    return t


def told(t: Table) -> list[str]:
    return [f.message for f in findings(t.meeting)]


def typed(text: str, section: str = "protocol") -> ev.TextWritten:
    return ev.TextWritten(at=START, section=section, text=text)


def test_a_sound_meeting_has_nothing() -> None:
    assert told(meeting(typed("Karin Bergs (M) fråga besvaras av Per Lind (S)."))) == []


@pytest.mark.parametrize("reference", ["KFN 2026/", "/112", "2026-"])
def test_half_a_dnr(reference: str) -> None:
    assert told(meeting(reference=reference)) == [f"§ 82 Plan för 2026: diarienumret ”{reference}” är inte helt."]


@pytest.mark.parametrize(
    "text", ["att bevilja XX kronor", "Justeras ÅÅÅÅ-MM-DD.", "[namn] yrkar bifall.", "Klicka här för att skriva.", "[...]", "<parti>"]
)
def test_template_text_left_behind(text: str) -> None:
    assert "står kvar" in " ".join(told(meeting(typed(text))))


@pytest.mark.parametrize("text", ["Se [planen](https://x.se).", "[x] klart", "Karl XII", "§ 4 [1]", "a < b och c > d"])
def test_text_that_only_looks_like_a_template(text: str) -> None:
    assert not read(text).template


def test_a_decision_that_names_another_year_than_the_title() -> None:
    assert told(meeting(proposal="Nämnden antar planen för 2025.")) == ["§ 82 Plan för 2026: rubriken säger 2026, beslutet 2025."]


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden antar planen för 2026.",
        "Nämnden antar planen, daterad den 3 december 2025.",
        "Nämnden antar planen 2025–2028.",
        "Nämnden antar planen enligt skrivelse 2025-12-03, dnr 2025/12.",
    ],
)
def test_days_dnr_and_spans_are_no_other_year(text: str) -> None:
    assert told(meeting(proposal=text)) == []


def test_years_are_read_from_a_span() -> None:
    assert years("2024–2026") == {"2024", "2025", "2026"}


@pytest.mark.parametrize(
    ("written", "known"), [("Karin Bergh", "Karin Berg (M)"), ("Karim Berg", "Karin Berg (M)"), ("Rut Fros", "Rut Fors (M)")]
)
def test_r_1306_a_name_near_but_not_equal_to_one_in_the_list(written: str, known: str) -> None:
    assert told(meeting(typed(f"Frågan ställs av {written}."))) == [f"§ 82 Plan för 2026: ”{written}” liknar {known} i listan."]


def test_r_1306_a_party_that_differs() -> None:
    assert told(meeting(typed("Karin Berg (S) frågar."))) == ["§ 82 Plan för 2026: Karin Berg (S) står som Karin Berg (M) i listan."]


@pytest.mark.parametrize("text", ["Karin Bergs fråga", "Eva Sjö och Maj Dahl", "Kultur Norrland", "Anna Karlsson (C)", "Olle Dahl (C)"])
def test_names_that_are_right_or_somebody_elses(text: str) -> None:
    assert told(meeting(typed(text))) == []


def test_r_909_decides_where_it_only_proposes() -> None:
    proposal = "Kultur- och fritidsnämnden beslutar att anta planen."
    assert told(meeting(proposal=proposal)) == []
    assert "föreslår bara" in told(meeting(proposal=proposal, decided_by="Kommunfullmäktige"))[0]
    assert told(meeting(proposal="Kommunfullmäktige beslutar att anta planen.", decided_by="Kommunfullmäktige")) == []


def test_r_1206_a_personnummer_but_not_any_ten_digits() -> None:
    assert told(meeting(typed("Sökande: 811218-9876."))) == ["§ 82 Plan för 2026: texten innehåller ett personnummer."]
    assert told(meeting(typed("Sökande: 198112189876."))) != []
    assert told(meeting(typed("Ring 811218-9875, dnr 2026/811218-9876."))) == []
    assert told(meeting(typed("811218-9876"), secrecy="26 kap. 1 §")) == []


def test_an_override_is_out_of_date_only_when_its_own_facts_changed() -> None:
    moved = ev.MotionMoved(at=START, kind="bifall", by=("eva-sjo",))
    assert told(meeting(typed("Ingen.", "motions"), moved)) == ["§ 82 Plan för 2026: en egen text skrevs innan fakta ändrades."]
    assert told(meeting(typed("Bakgrund.", "summary"), moved)) == []
    assert told(meeting(typed("Nämnden antar planen med ändringar.", "decision"))) == []


def after(t: Table, *events: Any) -> list[str]:
    for event in events:
        t.act(event)
    return [f.rule for f in findings(t.meeting)]


def test_r_1101_r_1107_r_1110_late_approval_and_notice() -> None:
    assert (
        after(
            meeting(),
            ev.Approved(at=START, date=date(2026, 3, 26)),
            ev.NoticePosted(at=START, date=date(2026, 3, 27), until=date(2026, 4, 18)),
        )
        == []
    )
    assert after(meeting(), ev.Approved(at=START, date=date(2026, 3, 27))) == ["R-1101"]
    assert after(
        meeting(), ev.Approved(at=START, date=date(2026, 3, 17)), ev.NoticePosted(at=START, date=date(2026, 3, 20), until=date(2026, 4, 11))
    ) == ["R-1107"]
    assert after(meeting(), ev.NoticePosted(at=START, date=date(2026, 3, 17), until=date(2026, 4, 7))) == ["R-1110"]
    assert after(meeting(), ev.NoticePosted(at=START)) == ["R-1107"]


def test_r_414_an_approver_with_jav_needs_another_for_that_paragraph() -> None:
    t = meeting(ev.MemberRecused(at=START, persons=("karin-berg",)))
    assert [f.rule for f in findings(t.meeting)] == ["R-414"]
    assert after(t, ev.ApproversChosen(at=START, persons=("rut-fors",), items=("plan",))) == []


def test_r_1102_too_few_approvers_where_two_are_the_rule() -> None:
    t = meeting()
    two = replace(t.meeting, agenda=replace(t.meeting.agenda, rules=Rules(justerare_count=2)))
    assert [f.rule for f in findings(two)] == ["R-1102"]


def test_r_1302_a_gap_in_the_series() -> None:
    t = meeting()
    assert after(t, ev.ItemNumbered(at=START, item="plan", paragraph=84)) == ["R-1302"]


def test_r_404_r_507_who_has_jav_moves_and_reserves_nothing() -> None:
    moved = ev.MotionMoved(at=START, kind="bifall", by=("eva-sjo",))
    t = meeting(moved, ev.MemberRecused(at=START, persons=("eva-sjo",)))
    assert [f.rule for f in findings(t.meeting)] == ["R-404"]
    reserved = ev.ReservationMade(at=t.now, when=START, item="plan", persons=("eva-sjo",))
    assert "(R-507)" in (objection(t.meeting, reserved) or "")


def test_r_601_who_does_not_serve_moves_nothing() -> None:
    t = meeting(ev.MotionMoved(at=START, kind="bifall", by=("maj-dahl",)))
    assert [f.rule for f in findings(t.meeting)] == ["R-601"]


def test_r_703_a_vote_says_what_ja_and_nej_mean() -> None:
    t = meeting(
        ev.VoteOpened(at=START, yes="bifall", no=""),
        *(ev.VoteCast(at=START, person=p, choice="ja") for p in ("lena-ek", "karin-berg", "eva-sjo", "rut-fors", "per-lind")),
        ev.VoteClosed(at=START),
    )
    assert [f.rule for f in findings(t.meeting)] == ["R-703"]


def test_r_707_an_outcome_that_the_votes_do_not_give() -> None:
    t = meeting(
        ev.MotionMoved(at=START, kind="avslag", by=("karin-berg",)),
        ev.QuestionPut(at=START, form="bifall eller avslag", alternatives=("förslaget", "motion-1")),
        ev.VoteOpened(at=START, yes="förslaget", no="motion-1"),
        *(ev.VoteCast(at=START, person=p, choice="nej") for p in ("lena-ek", "karin-berg", "eva-sjo", "rut-fors", "per-lind")),
        ev.VoteClosed(at=START),
        ev.QuestionAnswered(at=START, winner="förslaget", by="votering"),
    )
    assert [f.rule for f in findings(t.meeting)] == ["R-707"]


def test_r_801_r_802_reservations_by_outsiders_and_after_the_close() -> None:
    late = ev.ReservationMade(at=START + timedelta(hours=5), item="plan", persons=("rut-fors",))
    assert after(meeting(), late) == ["R-802"]
    outside = ev.ReservationMade(at=START, item="plan", persons=("maj-dahl",))
    assert after(meeting(), outside) == ["R-801"]


def test_r_803_r_806_promised_texts_are_listed_until_they_come() -> None:
    note = ev.StatementMade(at=START, item="plan", person="rut-fors", to_be_handed_in=True)
    t = meeting()
    assert after(t, note) == ["R-803"]
    assert after(t, ev.LateTextReceived(at=START, item="plan", of="statement-1", text="Planen är för dyr.")) == []


def test_r_807_r_808_whose_opinion_may_be_noted() -> None:
    t = meeting()
    opinion = ev.StatementMade(at=START, item="plan", person="maj-dahl", kind="mening till protokollet")
    assert "(R-807)" in (objection(t.meeting, opinion) or "")
    allowed = replace(t.meeting, agenda=replace(t.meeting.agenda, rules=Rules(ers_note=True)))
    assert objection(allowed, opinion) is None
    dissent = ev.StatementMade(at=START, item="plan", person="rut-fors", kind="avvikande mening")
    assert "(R-808)" in (objection(t.meeting, dissent) or "")
    assert objection(t.meeting, replace(dissent, person="ulla-ny")) is None


def test_r_805_reservations_come_before_an_immediate_approval() -> None:
    t = meeting(ev.ImmediatelyApproved(at=START))
    assert "(R-805)" in (objection(t.meeting, ev.ReservationMade(at=START, item="plan", persons=("rut-fors",))) or "")


def test_r_604_after_the_lock_a_motion_is_objected_to() -> None:
    t = meeting(ev.MotionMoved(at=START, kind="avslag", by=("karin-berg",)), ev.DebateClosed(at=START))
    assert "(R-604)" in (objection(t.meeting, ev.MotionMoved(at=START, item="plan", kind="bifall", by=("eva-sjo",))) or "")
    assert "(R-604)" in (objection(t.meeting, ev.MotionWithdrawn(at=START, item="plan", motion="motion-1")) or "")


def test_r_714_a_demand_by_enough_makes_another_election_a_fault() -> None:
    t = meeting(
        ev.ProportionalDemanded(at=START, persons=("karin-berg", "rut-fors"), places=2),
        ev.Elected(at=START, office="ledamöter", persons=("per-lind", "eva-sjo"), by="acklamation"),
        kind="nämnd",
    )
    assert [f.rule for f in findings(t.meeting)] == ["R-714"]
    few = meeting().meeting
    assert "(R-714)" in (objection(few, ev.ProportionalDemanded(at=START, item="plan", persons=("karin-berg",), places=2)) or "")


def test_r_901_r_902_who_may_raise_an_item() -> None:
    t = meeting()
    assert "(R-901)" in (objection(t.meeting, ev.ItemAdded(at=START, title="Nytt", by=("maj-dahl",))) or "")
    assert objection(t.meeting, ev.ItemAdded(at=START, title="Nytt", by=("eva-sjo",))) is None


def test_r_105_an_item_that_was_not_announced_is_told_in_fullmaktige() -> None:
    t = Table(agenda(kind="fullmäktige"))
    t.everybody()
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.ItemAdded(at=t.now, title="Brådskande"))
    t.act(ev.ItemOpened(at=t.now, items=("bradskande",)))
    t.act(ev.Decided(at=t.now, text="Bifall."))
    assert "R-105" in {f.rule for f in findings(t.meeting)}


def test_r_1004_an_interpellation_says_who_answered() -> None:
    t = meeting(ev.AnswerGiven(at=START, asked_by=("karin-berg",), answered_by=("per-lind",)), kind="fullmäktige")
    assert t.item("plan").answers_given[0].event.answered_by == ("per-lind",)


def test_r_1007_a_decision_on_somebodys_right_needs_reasons() -> None:
    assert [f.rule for f in findings(meeting(exercise_of_authority=True).meeting)] == ["R-1007"]
    assert told(meeting(exercise_of_authority=True, summary="Skälen är …")) == []


def test_the_findings_of_a_very_large_meeting_come_at_once() -> None:
    first = ("Anna", "Bo", "Cilla", "Dan", "Eva", "Folke", "Gun", "Hans", "Ida", "Jan", "Kia")
    last = ("Alm", "Berg", "Ceder", "Dahl", "Ek", "Fors", "Gran", "Holm", "Ilar", "Jern")
    people = [Person(name=f"{a} {b}", party="S", role="ledamot") for a in first for b in last][:101]
    people[0] = replace(people[0], role="ordförande")
    items = tuple(
        Item(title=f"Ärende {n} 2026", proposal=f"Fullmäktige antar plan {n} för 2026.", summary="Text " * 200) for n in range(150)
    )
    plan = MeetingPlan(body="Regionfullmäktige", kind="fullmäktige", date=date(2026, 3, 12), starts=START.time(), seats=101)
    log = Log(with_ids(Agenda(meeting=plan, people=tuple(people), items=items)))
    events: list[ev.Event] = [ev.PersonArrived(at=START, person=p.id) for p in log.agenda.people]
    events.append(ev.MeetingOpened(at=START))
    for item in log.agenda.items:
        events.append(ev.ItemOpened(at=START, items=(item.id,)))
        if len(events) < 10_000:
            events.append(ev.VoteOpened(at=START, item=item.id, yes="bifall", no="avslag"))
            events += [ev.VoteCast(at=START, item=item.id, person=p.id, choice="ja") for p in log.agenda.people]
            events.append(ev.VoteClosed(at=START, item=item.id))
        events.append(ev.Decided(at=START, items=(item.id,)))
    big = replay(log.agenda, [Recorded(n, n, e) for n, e in enumerate(events, 1)])
    assert len(events) > 10_000
    findings(big)
    began = time.process_time()
    assert findings(big) == ()
    assert time.process_time() - began < 2.0  # some tens of milliseconds; a quadratic pass takes minutes


def test_r_1202_secrecy_behind_open_doors_is_a_fault() -> None:
    for closed in (False, True):
        table = Table(replace(agenda(), rules=Rules(public_allowed=True)))
        table.everybody()
        table.act(ev.MeetingOpened(at=table.now))
        table.act(ev.ItemOpened(at=table.now, items=("budget",)))
        table.act(ev.Decided(at=table.now))
        table.act(ev.ItemOpened(at=table.now, items=("individarende",)))
        if closed:
            table.act(ev.DoorsClosed(at=table.now))
        table.act(ev.Decided(at=table.now))
        if closed:
            table.act(ev.DoorsOpened(at=table.now))
        assert [(f.rule, f.item) for f in findings(table.meeting)] == ([] if closed else [("R-1202", "individarende")])


def test_other_business_with_words_of_its_own_needs_no_decision() -> None:
    item = Item(title="Övriga frågor", kind="övrigt")
    table = Table(with_ids(replace(agenda(), items=(item, Item(title="Sist", proposal="Nämnden tackar.")))))
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("ovriga-fragor",)))
    table.act(ev.ItemLeft(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("sist",)))
    assert [f.rule for f in findings(table.meeting)] == ["R-1003"]
    table.act(ev.TextWritten(at=table.now, item="ovriga-fragor", section="protocol", text="Inga övriga frågor anmäls."))
    assert findings(table.meeting) == ()


def test_r_1006_r_1008_what_only_a_good_protocol_asks_for_has_a_rule_too() -> None:
    item = Item(title="Plan för 2026", reference="KFN 2026/", proposal="att anta planen för 2025, se XX")
    table = Table(with_ids(replace(agenda(), items=(item,))))
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("plan-for-2026",)))
    assert sorted(f.rule for f in findings(table.meeting)) == ["R-1006", "R-1008", "R-1008"]
