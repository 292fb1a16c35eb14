"""Who takes a seat, keeps it, and may take it again; remote people; the chair."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from agendas.model import Rules
from sessions.attendance import chair, present, quorate, serving, was_there
from sessions.events import (
    ChairTaken,
    Decided,
    ItemOpened,
    MeetingOpened,
    MemberRecused,
    PersonArrived,
    PersonLeft,
    RecusalTried,
    SubstituteSeated,
    SubstituteUnseated,
)
from sessions.findings import findings
from sessions.objections import objection
from sessions.roll import marked
from sessions.service import broke_off, may_not_serve_again
from sessions.substitutes import Proposed, displaced_by
from tests.sessions.table import Table, agenda


def table(*absent: str, kind: str = "nämnd", **rules: Any) -> Table:
    planned = agenda()
    made = Table(replace(planned, rules=Rules(**rules), meeting=replace(planned.meeting, kind=kind, seats=5)))  # type: ignore[arg-type]
    made.everybody(*absent)
    made.act(MeetingOpened(at=made.now))
    made.act(ItemOpened(at=made.now, items=("foreningsbidrag",)))
    return made


def next_item(t: Table, item: str = "budget") -> None:
    t.act(Decided(at=t.now))
    t.act(ItemOpened(at=t.now, items=(item,)))


def rules_found(t: Table) -> set[str]:
    return {f.rule for f in findings(t.meeting)}


def test_r_202_a_serving_substitute_is_among_those_who_serve_and_the_elected_title_does_not_count():
    t = table("eva-sjo")
    t.act(SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo"))
    assert "maj-dahl" in serving(t.meeting)
    assert "olle-dahl" not in serving(t.meeting)


def test_r_204_a_substitute_out_of_turn_is_objected_to_where_there_is_an_order():
    t = table("eva-sjo", party_order={"S": ("S", "C")})
    assert "Maj Dahl" in (objection(t.meeting, SubstituteSeated(at=t.now, substitute="olle-dahl", seat_of="eva-sjo")) or "")
    assert objection(t.meeting, SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo")) is None
    free = table("eva-sjo")
    assert objection(free.meeting, SubstituteSeated(at=free.now, substitute="olle-dahl", seat_of="eva-sjo")) is None


def test_r_205_an_arriving_substitute_of_the_own_party_takes_the_seat_back_from_another_party():
    t = table("eva-sjo", "maj-dahl")
    t.act(SubstituteSeated(at=t.now, substitute="olle-dahl", seat_of="eva-sjo"))
    t.act(PersonArrived(at=t.now, person="maj-dahl"))
    assert displaced_by(t.meeting, "maj-dahl") == Proposed("maj-dahl", "eva-sjo")
    for other in (table("eva-sjo", own_party_displaces=False), table("eva-sjo", kind="fullmäktige")):
        other.act(SubstituteSeated(at=other.now, substitute="olle-dahl", seat_of="eva-sjo"))
        assert displaced_by(other.meeting, "maj-dahl") is None


def test_r_206_a_member_who_comes_takes_the_seat_between_two_items():
    t = table("eva-sjo")
    t.act(SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo"))
    t.act(Decided(at=t.now))
    t.act(*marked(t.meeting, "eva-sjo", "närvarande", t.now))
    t.act(ItemOpened(at=t.now, items=("budget",)))
    assert "maj-dahl" in serving(t.meeting, t.item("foreningsbidrag"))
    assert "eva-sjo" in serving(t.meeting, t.item("budget"))


def left_and_back(**more: Any) -> Table:
    t = table(**more)
    next_item(t)
    t.act(*marked(t.meeting, "eva-sjo", "frånvarande", t.now))
    next_item(t, "information")
    t.act(*marked(t.meeting, "eva-sjo", "närvarande", t.now))
    return t


@pytest.mark.parametrize(
    ("more", "serves"),
    [
        ({}, False),
        ({"vaxeltjanst": "allowed"}, True),
        ({"vaxeltjanst": "if_party_balance_affected"}, True),
        ({"vaxeltjanst": "allowed", "kind": "fullmäktige"}, False),
    ],
)
def test_r_207_who_broke_off_sits_in_unless_the_local_rule_allows_more(more, serves):
    t = left_and_back(**more)
    assert ("eva-sjo" in serving(t.meeting)) is serves
    assert rules_found(t).isdisjoint({"R-207"})


def test_r_207_insisting_on_a_returning_member_is_recorded_and_found():
    t = table()
    t.act(PersonLeft(at=t.now, person="eva-sjo"))
    next_item(t)
    back = PersonArrived(at=t.now, person="eva-sjo")
    assert "(R-207)" in (objection(t.meeting, back) or "")
    t.act(back)
    next_item(t, "individarende")
    assert "R-207" in rules_found(t)


def test_r_207_the_balance_is_not_affected_by_a_stand_in_of_the_own_party():
    t = table(vaxeltjanst="if_party_balance_affected")
    t.act(PersonLeft(at=t.now, person="eva-sjo"), SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo"))
    assert may_not_serve_again(t.meeting, "eva-sjo") is not None


def test_r_406_jav_never_counts_as_breaking_off():
    t = table()
    t.act(MemberRecused(at=t.now, persons=("eva-sjo",)))
    next_item(t)
    assert broke_off(t.meeting, "eva-sjo") is None
    assert "eva-sjo" in serving(t.meeting)


def test_r_207_a_substitute_who_left_is_objected_to():
    t = table("eva-sjo")
    t.act(SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo"))
    next_item(t)
    t.act(PersonLeft(at=t.now, person="maj-dahl"), SubstituteUnseated(at=t.now, substitute="maj-dahl"))
    t.act(PersonArrived(at=t.now, person="maj-dahl"))
    assert "(R-207)" in (objection(t.meeting, SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo")) or "")


def test_r_208_in_fullmaktige_a_substitute_of_another_party_is_objected_to_and_found():
    t = table("eva-sjo", kind="fullmäktige")
    seated = SubstituteSeated(at=t.now, substitute="olle-dahl", seat_of="eva-sjo")
    assert "(R-208)" in (objection(t.meeting, seated) or "")
    t.act(seated)
    assert "R-208" in rules_found(t)


def test_r_209_somebody_at_a_distance_is_present_and_told_of_when_the_rules_do_not_allow_it():
    t = table("eva-sjo")
    t.act(PersonArrived(at=t.now, person="eva-sjo", remote=True))
    assert "eva-sjo" in present(t.meeting)
    assert "R-209" in rules_found(t)
    allowed = table("eva-sjo", remote_allowed=True)
    allowed.act(PersonArrived(at=allowed.now, person="eva-sjo", remote=True))
    assert "R-209" not in rules_found(allowed)


def test_r_210_a_broken_link_lowers_the_quorum_at_once_and_is_no_breaking_off():
    t = table("eva-sjo", "rut-fors")
    assert quorate(t.meeting)
    t.act(PersonLeft(at=t.now, person="karin-berg", lost_link=True))
    assert not quorate(t.meeting)
    assert broke_off(t.meeting, "karin-berg") is None
    t.act(PersonArrived(at=t.now, person="karin-berg"))
    assert "karin-berg" in serving(t.meeting)


def test_r_212_passing_over_a_vice_chair_is_objected_to():
    t = table("per-lind")
    assert chair(t.meeting) == "lena-ek"
    assert "Lena Ek (C)" in (objection(t.meeting, ChairTaken(at=t.now, person="karin-berg")) or "")
    assert objection(t.meeting, ChairTaken(at=t.now, person="lena-ek")) is None


def test_r_303_r_307_a_body_that_says_it_has_no_quorum_needs_no_finding():
    t = table("eva-sjo", "rut-fors")
    t.act(PersonLeft(at=t.now, person="karin-berg", before="foreningsbidrag"))
    assert "R-301" in rules_found(t)
    t.act(Decided(at=t.now, outcome="ej beslutför"))
    assert "R-301" not in rules_found(t)


def test_r_304_r_305_jav_lowers_the_quorum_in_a_namnd_and_not_in_fullmaktige():
    for kind, enough in (("nämnd", False), ("fullmäktige", True)):
        t = table("eva-sjo", "rut-fors", kind=kind)
        t.act(MemberRecused(at=t.now, persons=("karin-berg",)))
        assert quorate(t.meeting, t.item("foreningsbidrag")) is enough


def test_r_404_r_409_r_410_who_has_jav_leaves_the_room_in_a_namnd_and_may_stay_in_fullmaktige():
    for kind, stays in (("nämnd", False), ("fullmäktige", True)):
        t = table(kind=kind)
        t.act(MemberRecused(at=t.now, persons=("ulla-ny", "maj-dahl")))
        assert was_there(t.meeting, "ulla-ny", t.item("foreningsbidrag")) is stays
        assert was_there(t.meeting, "maj-dahl", t.item("foreningsbidrag")) is stays


def test_r_403_jav_can_be_declared_ahead_for_a_later_paragraph():
    t = table()
    t.act(
        MemberRecused(at=t.now, persons=("eva-sjo",), items=("budget",)),
        SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo", items=("budget",)),
    )
    assert "eva-sjo" in present(t.meeting, t.item("foreningsbidrag"))
    next_item(t)
    assert "eva-sjo" not in present(t.meeting, t.item("budget"))
    assert "maj-dahl" in present(t.meeting, t.item("budget"))


def test_r_405_a_seat_that_is_filled_needs_no_decision_on_the_jav():
    t = table()
    t.act(MemberRecused(at=t.now, persons=("eva-sjo",), disputed=True))
    tried = RecusalTried(at=t.now, person="eva-sjo", found=True)
    assert objection(t.meeting, tried) is None
    t.act(SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo", items=("foreningsbidrag",)))
    assert "(R-405)" in (objection(t.meeting, tried) or "")


def test_r_405_a_dispute_that_nobody_tried_is_found():
    t = table()
    t.act(MemberRecused(at=t.now, persons=("eva-sjo",), disputed=True))
    t.act(Decided(at=t.now))
    assert "R-405" in rules_found(t)


def test_r_413_who_has_jav_cannot_lead():
    t = table()
    t.act(MemberRecused(at=t.now, persons=("lena-ek",)))
    assert "(R-413)" in (objection(t.meeting, ChairTaken(at=t.now, person="lena-ek", items=("foreningsbidrag",))) or "")
    t.act(ChairTaken(at=t.now, person="lena-ek", items=("foreningsbidrag",)))
    assert "R-413" in rules_found(t)
