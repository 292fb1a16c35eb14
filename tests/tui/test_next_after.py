"""What an earlier meeting leaves for the next besides its items: a right that was used, and decisions nobody has reported."""

from __future__ import annotations

from datetime import date

from agendas.model import Item
from sessions import events as ev
from sessions.voting import minority_used
from tests.exports.elsewhere import Elsewhere
from tui.following import next_after

MILL = Item(title="Kvarnen", id="kvarn", proposal="att sälja Kvarnen", proposed_by="kommunstyrelsen")


def test_r_613_an_item_that_a_minority_sent_back_is_marked_in_the_next_agenda() -> None:
    for ballot, marked in (((6, 3, 0), True), ((3, 6, 0), False)):
        table = Elsewhere(MILL, kind="fullmäktige", body="Kommunfullmäktige")
        table.take("kvarn")
        table.do(ev.MotionMoved, kind="återremiss", by=("siri-moe",), text="att fler köpare ska tillfrågas")
        table.do(ev.QuestionPut, kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1"))
        table.vote("avgörs i dag", "motion-1", ballot, "motion-1")
        table.do(ev.Decided, outcome="återremitteras", winner="motion-1")
        assert minority_used(table.item("kvarn")) is marked
        (item,) = next_after(table.meeting).agenda.items
        assert item.postponed_by_minority is marked


def test_r_904_only_what_has_not_been_reported_is_still_to_be_reported() -> None:
    table = Elsewhere(MILL, urgent_decisions=("TN 2026/7", "TN 2026/9"))
    table.take("kvarn")
    table.do(ev.UrgentDecisionReported, decided=date(2026, 2, 18), reference="TN 2026/7")
    table.do(ev.Decided)
    assert next_after(table.meeting).agenda.meeting.urgent_decisions == ("TN 2026/9",)
