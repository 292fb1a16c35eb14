"""How the places of a proportional election are shared among the groups, and what is still to be reported."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sessions import events as ev
from sessions.checks.decisions import unreported
from sessions.elections import shared_out
from sessions.findings import findings
from tests.sessions.table import Table, agenda


def test_r_714_each_place_goes_to_the_highest_comparison_number() -> None:
    # 30, 15, 10; 21, 10.5; 10: the places go A, B, A, and then B by 10.5 before A and C by 10
    assert shared_out({"A": 30, "B": 21, "C": 10}, 4).seats == {"A": 2, "B": 2, "C": 0}
    assert shared_out({"A": 30, "B": 21, "C": 10}, 6).seats == {"A": 3, "B": 2, "C": 1}


def test_r_714_r_709_a_lot_decides_between_equal_numbers_only_when_places_run_out() -> None:
    assert shared_out({"A": 30, "B": 21, "C": 10}, 5).tied == ("A", "C")
    assert shared_out({"A": 30, "B": 21, "C": 10}, 5, ("C",)).seats == {"A": 2, "B": 2, "C": 1}
    assert shared_out({"A": 6, "B": 6}, 2).seats == {"A": 1, "B": 1}
    assert shared_out({"A": 6, "B": 6}, 3).tied == ("A", "B")
    assert shared_out({"A": 6, "B": 0}, 3).seats == {"A": 3, "B": 0}
    assert shared_out({"A": 0}, 3).seats == {"A": 0}


@given(st.lists(st.integers(1, 400), min_size=1, max_size=6), st.integers(0, 21))
def test_r_714_no_group_could_have_a_place_with_a_higher_number_than_one_that_was_given(votes: list[int], places: int) -> None:
    groups = {f"grupp {n}": v for n, v in enumerate(votes)}
    shared = shared_out(groups, places)
    assert sum(shared.seats.values()) == places or shared.tied
    if shared.tied or not places:
        return
    least_given = min(groups[g] / n for g, n in shared.seats.items() if n)
    assert all(groups[g] / (n + 1) <= least_given for g, n in shared.seats.items())


def test_r_904_an_urgent_decision_stays_open_until_it_is_reported() -> None:
    planned = agenda(urgent_decisions=("KFN 2026/77", "beslut om evakuering 2026-02-20"))
    table = Table(replace(planned, items=planned.items[:2]))
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("val-av-justerare",)))
    table.act(ev.Decided(at=table.now))
    assert findings(table.meeting) == ()  # there is a § left to report it in
    table.act(ev.ItemOpened(at=table.now, items=("foreningsbidrag",)))
    table.act(ev.UrgentDecisionReported(at=table.now, decided=date(2026, 2, 17), reference="KFN 2026/7"))  # begins as the other does
    assert len(unreported(table.meeting)) == 2
    table.act(ev.UrgentDecisionReported(at=table.now, decided=date(2026, 2, 18), reference="KFN 2026/77"))
    table.act(ev.Decided(at=table.now))
    assert [(f.rule, "evakuering" in f.message) for f in findings(table.meeting)] == [("R-904", True)]
    table.act(ev.UrgentDecisionReported(at=table.now, decided=date(2026, 2, 20)))
    assert findings(table.meeting) == ()
