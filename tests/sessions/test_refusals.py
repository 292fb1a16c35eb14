"""Why something cannot be recorded, in Swedish – and that nothing else is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest

from sessions.events import (
    Approved,
    Corrected,
    DebateClosed,
    Decided,
    Event,
    ItemAdded,
    ItemAmended,
    ItemNumbered,
    ItemOpened,
    ItemReopened,
    ItemWithdrawn,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingReopened,
    MeetingResumed,
    MemberRecused,
    MotionMoved,
    MotionWithdrawn,
    PersonAdded,
    PersonArrived,
    PersonLeft,
    PrivateNoteWritten,
    ProportionalDemanded,
    ReservationMade,
    SubstituteSeated,
    TextWritten,
    VoteCast,
    VoteCounted,
    VoteOpened,
)
from sessions.objections import objection
from tests.sessions.table import START, Table


@pytest.fixture
def table() -> Table:
    made = Table()
    made.everybody("eva-sjo")
    made.act(MeetingOpened(at=made.now))
    made.act(ItemOpened(at=made.now, items=("budget",)))
    return made


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        (MeetingOpened(at=START), "Sammanträdet öppnades redan kl. 13.01."),
        (MeetingResumed(at=START), "Sammanträdet är inte ajournerat."),
        (MeetingReopened(at=START), "Sammanträdet är inte avslutat."),
        (PersonArrived(at=START, person="ingen"), "Personen ”ingen” finns inte i listan. Lägg till personen under Närvaro."),
        (PersonArrived(at=START, person="per-lind"), "Per Lind (S) är redan antecknad som närvarande."),
        (PersonLeft(at=START, person="eva-sjo"), "Eva Sjö (S) är inte antecknad som närvarande."),
        (PersonAdded(at=START, name=" "), "Skriv personens namn."),
        (SubstituteSeated(at=START, substitute="maj-dahl", seat_of="maj-dahl"), "Maj Dahl (S) kan inte tjänstgöra för sig själv."),
        (ItemAdded(at=START, title=""), "Skriv ärendets rubrik."),
        (ItemOpened(at=START, items=("budget",)), "§ 82 Budget är redan öppnat."),
        (ItemOpened(at=START, items=("information",), paragraphs=(82,)), "§ 82 finns redan."),
        (ItemWithdrawn(at=START, item="budget"), "§ 82 Budget är öppnat. Välj Utgår i beslutet (F5) i stället."),
        (ItemReopened(at=START, item="budget"), "§ 82 Budget pågår redan."),
        (
            Decided(at=START, items=("information",)),
            "”Information” är inte öppnat. Öppna en paragraf innan du för in beslut (F2).",
        ),
        (MotionMoved(at=START, kind="bifall", by=()), "Välj vem som yrkar."),
        (MotionMoved(at=START, kind="bifall", by=("eva-sjo",)), "Eva Sjö (S) är inte antecknad som närvarande."),
        (MotionMoved(at=START, kind="bifall", by=("per-lind",), target="motion-9"), "Det finns inget yrkande ”motion-9” i § 82 Budget."),
        (MotionWithdrawn(at=START, motion="motion-1"), "Det finns inget yrkande ”motion-1” i § 82 Budget."),
        (VoteCast(at=START, person="per-lind", choice="ja"), "Ingen votering pågår i § 82 Budget."),
        (MemberRecused(at=START, persons=()), "Välj vem det gäller."),
        (TextWritten(at=START, item="finns-inte", section="protocol", text="x"), "Ärendet ”finns-inte” finns inte på dagordningen."),
        (
            SubstituteSeated(at=START, substitute="maj-dahl", seat_of="eva-sjo", items=("finns-inte",)),
            "Ärendet finns inte på dagordningen.",
        ),
        (ItemAdded(at=START, title="Budgeten", item="budget"), "Ärendet ”Budget” finns redan."),
        (ItemAmended(at=START, item="budget", field="färg", value="röd"), "Det finns inget fält ”färg” att ändra."),
        (ItemOpened(at=START, items=("foreningsbidrag",), paragraphs=(83, 84)), "1 paragrafer behöver 1 nummer, fick 2."),
        (ItemNumbered(at=START, item="budget", paragraph=0), "Ett paragrafnummer är minst 1."),
        (
            MemberRecused(at=START, persons=("ingen",)),
            "”ingen” finns inte i listan. Lägg till personen under Närvaro (F8).",
        ),
        (ProportionalDemanded(at=START, persons=(), places=2), "Välj vilka som begär proportionellt val."),
        (ProportionalDemanded(at=START, persons=("per-lind",), places=0), "Skriv hur många som ska väljas."),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(table: Table, event: Event, reason: str) -> None:
    assert table.refusal(event) == reason


def test_nothing_can_be_decided_before_a_paragraph_is_open() -> None:
    assert Table().refusal(Decided(at=START)) == "Öppna en paragraf först (F2)."


def test_a_vote_by_somebody_not_in_the_room_is_refused(table: Table) -> None:
    table.act(VoteOpened(at=table.now, yes="bifall", no="avslag"))
    assert table.refusal(VoteCast(at=table.now, person="eva-sjo", choice="ja")) == "Eva Sjö (S) är inte antecknad som närvarande."


def test_what_is_done_already_is_not_done_again(table: Table) -> None:
    moved = MotionMoved(at=table.now, motion="motion-1", kind="avslag", by=("per-lind",))
    for event, reason in (
        (moved, "Yrkandet motion-1 finns redan."),
        (DebateClosed(at=table.now), "Överläggningen i § 82 Budget avslutades redan kl. "),
        (ItemWithdrawn(at=table.now, item="information"), "”Information” har redan utgått."),
        (VoteOpened(at=table.now, yes="bifall", no="motion-1"), "En votering pågår redan."),
    ):
        table.act(event)
        assert (table.refusal(event) or "").startswith(reason)


def test_a_count_is_never_less_than_nothing(table: Table) -> None:
    table.act(VoteOpened(at=table.now, yes="bifall", no="avslag", secret=True))
    refused = table.refusal(VoteCounted(at=table.now, yes=3, no=-1))
    assert refused == "Ett antal röster kan inte vara mindre än noll."


def test_the_number_of_an_approved_paragraph_stands(table: Table) -> None:
    table.act(Decided(at=table.now))
    table.act(MeetingClosed(at=table.now))
    table.act(Approved(at=table.now, date=table.now.date()))
    refused = table.refusal(ItemNumbered(at=table.now, item="budget", paragraph=90))
    assert refused == "§ 82 Budget är justerad; numret ligger fast."


def test_an_item_is_decided_once(table: Table) -> None:
    table.act(Decided(at=table.now))
    assert "redan beslutad" in (table.refusal(Decided(at=table.now, items=("budget",))) or "")


def test_the_meeting_is_adjourned_closed_and_opened_again_in_order(table: Table) -> None:
    table.act(MeetingAdjourned(at=table.now))
    assert table.refusal(MeetingAdjourned(at=table.now)) == "Sammanträdet är redan ajournerat."
    table.act(MeetingClosed(at=table.now))
    assert table.refusal(MeetingClosed(at=table.now)) == "Sammanträdet avslutades redan kl. 13.04."
    table.act(MeetingReopened(at=table.now))
    assert table.meeting.phase == "öppnat"


def test_after_approval_nothing_is_changed_unseen(table: Table) -> None:
    table.act(Decided(at=table.now))
    table.act(MeetingClosed(at=table.now))
    table.act(Approved(at=table.now, date=table.now.date()))
    assert "rättelse" in (table.refusal(TextWritten(at=table.now, item="budget", section="decision", text="nytt")) or "")
    assert "rättelse" in (table.refusal(MeetingReopened(at=table.now)) or "")


def test_the_same_jav_is_recorded_once(table: Table) -> None:
    table.act(MemberRecused(at=table.now, persons=("lena-ek",)))
    assert table.refusal(MemberRecused(at=table.now, persons=("lena-ek",))) == "Jäv är redan antecknat för Lena Ek (C) i § 82 Budget."
    assert table.refusal(MemberRecused(at=table.now, persons=("lena-ek", "rut-fors"))) is None


def test_jav_can_be_declared_for_an_item_that_comes_later(table: Table) -> None:
    assert table.refusal(MemberRecused(at=table.now, persons=("lena-ek",), items=("foreningsbidrag",))) is None


@pytest.mark.parametrize(
    ("rule", "event"),
    [
        ("R-404", MotionMoved(at=START, kind="bifall", by=("lena-ek",), item="budget")),
        ("R-601", MotionMoved(at=START, kind="bifall", by=("maj-dahl",), item="budget")),
        ("R-507", ReservationMade(at=START, persons=("lena-ek",), item="budget")),
        ("R-801", ReservationMade(at=START, persons=("maj-dahl",), item="budget")),
        ("R-802", ReservationMade(at=START + timedelta(hours=5), persons=("per-lind",), item="budget")),
    ],
)
def test_what_is_unlawful_can_be_recorded_but_is_objected_to(table: Table, rule: str, event: Event) -> None:
    table.act(MemberRecused(at=table.now, persons=("lena-ek",)))
    table.act(Decided(at=table.now))
    table.act(MeetingClosed(at=table.now))
    assert table.refusal(event) is None
    assert rule in (objection(table.meeting, event) or "")


def test_r_1105_what_is_changed_in_an_approved_paragraph_is_objected_to_and_can_be_insisted_on(table: Table) -> None:
    motion = table.act(MotionMoved(at=table.now, item="budget", kind="avslag", by=("karin-berg",)))
    new = MotionMoved(at=table.now, item="budget", kind="avslag", by=("per-lind",))
    assert table.log.tried_correction(motion.seq, new, table.now).objection is None
    table.act(Decided(at=table.now))
    table.act(MeetingClosed(at=table.now))
    table.act(Approved(at=table.now, date=START.date()))
    for trial in (table.log.tried_correction(motion.seq, new, table.now), table.log.tried([new])):
        assert trial.objection is not None
        assert "är justerad: en ändring ska synas som rättelse (R-1105)" in trial.objection
        assert trial.reason is None


def test_r_1105_what_is_approved_is_not_taken_back_unasked_and_what_came_after_it_is(table: Table) -> None:
    motion = table.act(MotionMoved(at=table.now, item="budget", kind="avslag", by=("karin-berg",)))
    arrival = next(r for r in table.log.records if isinstance(r.event, PersonArrived))
    note = table.act(PrivateNoteWritten(at=table.now, item="budget", text="egen"))
    put_right = table.act(Corrected(at=table.now, seq=motion.seq, event=motion.event))
    table.act(Decided(at=table.now))
    table.act(MeetingClosed(at=table.now))
    assert table.log.against_taking_back(motion.act) is None
    approval = table.act(Approved(at=table.now, date=START.date()))
    for act in (motion.act, put_right.act):
        assert "§ 82 Budget är justerad: en ändring ska synas som rättelse (R-1105)" in (table.log.against_taking_back(act) or "")
    assert "Protokollet är justerat" in (table.log.against_taking_back(arrival.act) or "")
    assert "Protokollet är justerat" in (table.log.tried([PersonLeft(at=table.now, person="per-lind")]).objection or "")
    later = table.act(MotionMoved(at=table.now, item="budget", kind="bifall", by=("per-lind",)))
    assert [table.log.against_taking_back(act) for act in (note.act, later.act)] == [None] * 2
    assert "blir ett utkast igen" in (table.log.against_taking_back(approval.act) or "")


def test_an_item_that_was_approved_alone_guards_itself_and_no_other(table: Table) -> None:
    first = table.act(MotionMoved(at=table.now, item="budget", kind="avslag", by=("karin-berg",)))
    table.act(Decided(at=table.now))
    table.act(ItemOpened(at=table.now, items=("foreningsbidrag",)))
    second = table.act(MotionMoved(at=table.now, item="foreningsbidrag", kind="avslag", by=("karin-berg",)))
    arrival = next(r for r in table.log.records if isinstance(r.event, PersonArrived))
    table.act(Approved(at=table.now, date=START.date(), items=("budget",)))
    assert table.log.against_taking_back(first.act) is not None
    assert [table.log.against_taking_back(act) for act in (second.act, arrival.act)] == [None] * 2
