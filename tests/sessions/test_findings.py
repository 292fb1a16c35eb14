"""What is missing or looks wrong, and that a sound meeting has nothing to see."""

from __future__ import annotations

from sessions.events import (
    ApproversChosen,
    Decided,
    ItemLeft,
    ItemOpened,
    ItemWithdrawn,
    MeetingClosed,
    MeetingOpened,
    MotionMoved,
    MotionSupported,
    PersonLeft,
    ReservationMade,
    TextWritten,
    Undone,
)
from sessions.findings import findings
from tests.sessions.table import Table


def meeting_until(*, close: bool = True) -> Table:
    table = Table()
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    table.act(ApproversChosen(at=table.now, persons=("karin-berg",)))
    for item in ("val-av-justerare", "foreningsbidrag", "budget", "individarende"):
        table.act(ItemOpened(at=table.now, items=(item,)))
        table.act(Decided(at=table.now))
    table.act(ItemOpened(at=table.now, items=("information",)))
    if close:
        table.act(MeetingClosed(at=table.now))
    return table


def rules_found(table: Table) -> list[tuple[str, str]]:
    return [(f.rule, f.item) for f in findings(table.meeting)]


def test_a_sound_meeting_has_nothing_to_see() -> None:
    assert findings(meeting_until().meeting) == ()


def test_nothing_is_found_before_the_meeting() -> None:
    assert findings(Table().meeting) == ()


def test_r_1003_a_paragraph_left_without_a_decision_is_found() -> None:
    table = Table()
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    table.act(ItemOpened(at=table.now, items=("budget",)))
    assert rules_found(table) == []
    table.act(ItemLeft(at=table.now))
    table.act(ItemOpened(at=table.now, items=("information",)))
    assert rules_found(table) == [("R-1003", "budget")]


def test_r_1003_several_proposals_need_a_question() -> None:
    table = meeting_until(close=False)
    table.act(MotionMoved(at=table.now, kind="avslag", by=("karin-berg",), item="budget"))
    assert rules_found(table) == [("R-1003", "budget")]
    assert findings(table.meeting)[0].severity == "fel"


def test_r_301_a_body_too_small_to_decide_is_a_fault() -> None:
    table = meeting_until(close=False)
    for person in ("eva-sjo", "rut-fors", "lena-ek"):
        table.act(PersonLeft(at=table.now, person=person, before="budget"))
    assert ("R-301", "budget") in rules_found(table)
    assert ("R-301", "foreningsbidrag") not in rules_found(table)


def test_r_803_a_promised_text_is_listed_until_it_comes() -> None:
    table = meeting_until(close=False)
    table.act(ReservationMade(at=table.now, item="budget", persons=("karin-berg",), to_be_handed_in=True))
    assert rules_found(table) == [("R-803", "budget")]


def test_r_1102_nobody_to_approve_is_found_at_the_end() -> None:
    table = meeting_until()
    approvers = next(r.act for r in table.log.records if isinstance(r.event, ApproversChosen))
    table.act(Undone(at=table.now, act=approvers))
    assert rules_found(table) == [("R-1102", "")]


def test_r_1002_an_item_never_taken_up_is_found_at_the_end_unless_withdrawn() -> None:
    table = Table()
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    table.act(ApproversChosen(at=table.now, persons=("karin-berg",)))
    for item in ("val-av-justerare", "foreningsbidrag", "individarende", "information"):
        table.act(ItemOpened(at=table.now, items=(item,)))
        table.act(Decided(at=table.now, text="Noteras."))
    table.act(MeetingClosed(at=table.now))
    assert rules_found(table) == [("R-1002", "budget")]
    table.act(ItemWithdrawn(at=table.now, item="budget"))
    assert rules_found(table) == []


def test_an_own_text_older_than_the_facts_is_told() -> None:
    table = meeting_until(close=False)
    table.act(TextWritten(at=table.now, item="budget", section="motions", text="Ingen yrkade."))
    assert rules_found(table) == []
    table.act(MotionMoved(at=table.now, kind="bifall", by=("eva-sjo",), item="budget"))
    assert "återställ" in findings(table.meeting)[0].remedy


def test_an_event_that_no_longer_fits_is_told_with_its_item() -> None:
    table = meeting_until(close=False)
    motion = table.act(MotionMoved(at=table.now, kind="bifall", by=("eva-sjo",), item="budget"))
    table.act(MotionSupported(at=table.now, item="budget", motion="motion-1", persons=("rut-fors",)))
    table.act(Undone(at=table.now, act=motion.act))
    (found,) = findings(table.meeting)
    assert found.item == "budget"
    assert "räknas inte längre" in found.message
