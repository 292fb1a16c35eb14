"""What the events add up to."""

from __future__ import annotations

from datetime import timedelta

from sessions.attendance import chair, deciding, left_during, present, quorate, ranges, serving, serving_or_recused, was_there
from sessions.events import (
    ChairTaken,
    Decided,
    ItemAdded,
    ItemLeft,
    ItemMoved,
    ItemOpened,
    ItemReopened,
    ItemWithdrawn,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    MemberAbstained,
    MemberRecused,
    PersonArrived,
    PersonLeft,
    SubstituteSeated,
    SubstituteUnseated,
)
from tests.sessions.table import Table, agenda


def opened(*but: str) -> Table:
    table = Table()
    table.everybody(*but)
    table.act(MeetingOpened(at=table.now))
    return table


def handle(table: Table, item: str) -> None:
    table.act(ItemOpened(at=table.now, items=(item,)))
    table.act(Decided(at=table.now))


def served(table: Table, person: str) -> tuple[int | None, ...]:
    """The §§ in which somebody served, jäv not counted out."""
    return tuple(x.paragraph for x in table.meeting.numbered if person in serving_or_recused(table.meeting, x))


def visited(table: Table, person: str) -> tuple[int | None, ...]:
    """The §§ in which somebody who does not serve was there."""
    return tuple(x.paragraph for x in table.meeting.numbered if was_there(table.meeting, person, x))


def test_paragraphs_follow_the_order_of_handling() -> None:
    table = opened()
    handle(table, "val-av-justerare")
    handle(table, "budget")
    handle(table, "foreningsbidrag")
    assert [(x.paragraph, x.id) for x in table.meeting.numbered] == [(82, "val-av-justerare"), (83, "budget"), (84, "foreningsbidrag")]


def test_paragraphs_can_be_fixed_by_the_list_beforehand() -> None:
    table = Table(agenda(numbering="agenda"))
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    handle(table, "budget")
    table.act(ItemAdded(at=table.now, title="Extra"))
    handle(table, "extra")
    assert table.item("budget").paragraph == 84
    assert table.item("extra").paragraph == 87


def test_a_withdrawn_item_takes_no_number_and_an_added_one_takes_the_next() -> None:
    table = opened()
    table.act(ItemWithdrawn(at=table.now, item="val-av-justerare"))
    table.act(ItemAdded(at=table.now, title="Nytt", after="foreningsbidrag"))
    handle(table, "foreningsbidrag")
    handle(table, "nytt")
    assert table.meeting.paragraphs == (82, 83)
    assert table.meeting.order.index("nytt") == table.meeting.order.index("foreningsbidrag") + 1


def test_moving_an_item_moves_no_number() -> None:
    table = opened()
    handle(table, "foreningsbidrag")
    table.act(ItemMoved(at=table.now, item="foreningsbidrag"))
    assert table.meeting.order[-1] == "foreningsbidrag"
    assert table.item("foreningsbidrag").paragraph == 82


def test_opening_the_next_item_leaves_an_undecided_one_with_its_number() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("information",)))
    table.act(ItemOpened(at=table.now, items=("budget",)))
    assert table.item("information").phase == "lämnat"
    assert table.item("information").paragraph == 82


def test_several_items_are_opened_and_decided_en_bloc() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("foreningsbidrag", "budget")))
    table.act(Decided(at=table.now))
    assert table.meeting.paragraphs == (82, 83)
    assert all(table.item(i).phase == "beslutat" for i in ("foreningsbidrag", "budget"))


def test_an_item_taken_up_again_keeps_its_number_and_its_earlier_gavel() -> None:
    table = opened()
    handle(table, "budget")
    handle(table, "foreningsbidrag")
    table.act(ItemReopened(at=table.now, item="budget"))
    assert table.item("budget").decision is None
    table.act(Decided(at=table.now, outcome="bordläggs"))
    budget = table.item("budget")
    assert budget.paragraph == 82
    assert len(budget.earlier_decisions) == 1
    assert budget.decision is not None
    assert budget.decision.event.outcome == "bordläggs"


def test_r_301_more_than_half_of_the_seats() -> None:
    for absent, expected in ((("rut-fors",), True), (("rut-fors", "eva-sjo"), True), (("rut-fors", "eva-sjo", "lena-ek"), False)):
        assert quorate(opened(*absent).meeting) is expected


def test_r_304_jav_lowers_the_count_in_a_namnd_but_not_in_fullmaktige() -> None:
    for kind, expected in (("nämnd", False), ("fullmäktige", True)):
        table = Table(agenda(kind=kind))
        table.everybody("rut-fors", "eva-sjo")
        table.act(MeetingOpened(at=table.now))
        table.act(ItemOpened(at=table.now, items=("budget",)))
        table.act(MemberRecused(at=table.now, persons=("lena-ek",)))
        assert quorate(table.meeting, table.item("budget")) is expected


def test_r_404_jav_takes_a_member_out_of_one_paragraph_only() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("foreningsbidrag",)))
    table.act(
        MemberRecused(at=table.now, persons=("lena-ek",)),
        SubstituteSeated(at=table.now, substitute="olle-dahl", seat_of="lena-ek", items=("foreningsbidrag",)),
    )
    table.act(Decided(at=table.now))
    handle(table, "budget")
    grant, budget = table.item("foreningsbidrag"), table.item("budget")
    assert "lena-ek" not in present(table.meeting, grant)
    assert "olle-dahl" in deciding(table.meeting, grant)
    assert "lena-ek" in serving(table.meeting, budget)
    assert "olle-dahl" not in serving(table.meeting, budget)
    assert served(table, "olle-dahl") == (82,)
    assert served(table, "lena-ek") == table.meeting.paragraphs


def test_r_413_the_vice_chair_presides_when_the_chair_has_jav() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("budget",)))
    assert chair(table.meeting, table.item("budget")) == "per-lind"
    table.act(MemberRecused(at=table.now, persons=("per-lind",)))
    assert chair(table.meeting, table.item("budget")) == "lena-ek"


def test_r_212_another_may_take_the_chair() -> None:
    table = opened()
    handle(table, "val-av-justerare")
    table.act(ChairTaken(at=table.now, person="karin-berg"))
    handle(table, "budget")
    assert chair(table.meeting, table.item("val-av-justerare")) == "per-lind"
    assert chair(table.meeting, table.item("budget")) == "karin-berg"


def test_r_505_who_takes_no_part_is_present_but_does_not_decide() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("budget",)))
    table.act(MemberAbstained(at=table.now, person="rut-fors"))
    assert "rut-fors" in present(table.meeting, table.item("budget"))
    assert "rut-fors" not in deciding(table.meeting, table.item("budget"))


def test_r_206_a_member_who_comes_back_takes_the_seat_between_items() -> None:
    table = opened("eva-sjo")
    table.act(SubstituteSeated(at=table.now, substitute="maj-dahl", seat_of="eva-sjo"))
    handle(table, "val-av-justerare")
    table.act(PersonArrived(at=table.now, person="eva-sjo"), SubstituteUnseated(at=table.now, substitute="maj-dahl"))
    handle(table, "budget")
    assert served(table, "maj-dahl") == (82,)
    assert served(table, "eva-sjo") == (83,)


def test_who_leaves_during_an_item_before_the_gavel_took_no_part_in_it() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("val-av-justerare",)))
    table.act(PersonLeft(at=table.now, person="rut-fors"))
    table.act(Decided(at=table.now))
    assert "rut-fors" not in serving(table.meeting, table.item("val-av-justerare"))


def test_who_leaves_after_the_gavel_took_part_in_the_item() -> None:
    table = opened()
    handle(table, "val-av-justerare")
    table.act(PersonLeft(at=table.now, person="rut-fors"))
    handle(table, "budget")
    assert served(table, "rut-fors") == (82,)


def test_an_arrival_noticed_late_lands_where_it_belongs() -> None:
    table = opened("rut-fors")
    for item in ("val-av-justerare", "foreningsbidrag", "budget"):
        handle(table, item)
    table.act(PersonArrived(at=table.now, when=table.now - timedelta(minutes=4), person="rut-fors", before="foreningsbidrag"))
    assert served(table, "rut-fors") == (83, 84)


def test_a_presenter_counts_as_there_in_their_items_until_something_else_is_said() -> None:
    table = opened("ulla-ny")
    handle(table, "val-av-justerare")
    table.act(ItemOpened(at=table.now, items=("information",)))
    table.act(ItemLeft(at=table.now))
    assert visited(table, "ulla-ny") == (83,)
    table.act(PersonArrived(at=table.now, person="ulla-ny", before="val-av-justerare"))
    assert visited(table, "ulla-ny") == table.meeting.paragraphs


def test_r_1304_a_visitor_who_leaves_in_the_middle_was_there_for_a_part() -> None:
    table = opened()
    handle(table, "val-av-justerare")
    table.act(ItemOpened(at=table.now, items=("budget",)))
    table.act(PersonLeft(at=table.now, person="ulla-ny"))
    table.act(Decided(at=table.now))
    assert visited(table, "ulla-ny") == (82, 83)
    assert [x.paragraph for x in table.meeting.numbered if left_during(table.meeting, "ulla-ny", x)] == [83]


def test_r_1304_ranges_compress_runs() -> None:
    assert ranges((82, 84, 85, 86)) == ((82, 82), (84, 86))
    assert ranges(()) == ()


def test_adjournments_are_kept_with_their_times() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("budget",)))
    table.act(MeetingAdjourned(at=table.now, reason="gruppmöten"))
    assert table.meeting.phase == "ajournerat"
    table.act(MeetingResumed(at=table.now))
    (pause,) = table.meeting.adjournments
    assert pause.during == "budget"
    assert pause.end is not None
    assert pause.end - pause.start == timedelta(minutes=1)


def test_closing_leaves_the_open_item() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("information",)))
    table.act(MeetingClosed(at=table.now))
    assert table.meeting.phase == "avslutat"
    assert table.item("information").phase == "lämnat"


def test_leaving_at_the_roll_call_is_as_if_never_there() -> None:
    table = Table()
    table.everybody()
    table.act(PersonLeft(at=table.now, person="rut-fors"))
    table.act(MeetingOpened(at=table.now))
    assert "rut-fors" not in table.meeting.stays


def test_r_909_to_refer_is_the_bodys_own_decision_though_it_only_proposes_in_the_matter() -> None:
    table = opened()
    table.act(ItemOpened(at=table.now, items=("budget",)))
    assert table.item("budget").proposes
    table.act(Decided(at=table.now, outcome="återremitteras"))
    assert not table.item("budget").proposes
