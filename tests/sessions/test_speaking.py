"""The speakers' list: the order of R-610, limits, times, and what is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from agendas.model import Rules
from sessions import events as ev
from sessions import speaking
from sessions.speaking import Waiting
from tests.sessions.table import START, Table, agenda

ITEM = "foreningsbidrag"


def seconds(count: int) -> timedelta:
    return timedelta(seconds=count)


def opened(**rules: object) -> Table:
    table = Table(replace(agenda(), rules=Rules(**rules)))  # type: ignore[arg-type]
    table.everybody()
    table.act(ev.MeetingOpened(at=START))
    table.act(ev.ItemOpened(at=START, items=(ITEM,)))
    return table


def ask(table: Table, person: str, kind: ev.SpeakerKind = "anförande") -> None:
    table.act(*speaking.ask(table.item(ITEM), person, kind, START))


def start(table: Table, person: str, after: int, kind: ev.SpeakerKind = "anförande") -> None:
    table.act(*speaking.start(table.item(ITEM), Waiting(person, kind), START + seconds(after)))


def order(table: Table) -> list[str]:
    return [w.person for w in speaking.queue(table.meeting, table.item(ITEM))]


def test_a_point_of_order_breaks_the_list_and_a_reply_follows_the_speech_it_answers():
    table = opened()
    ask(table, "eva-sjo")
    ask(table, "rut-fors")
    ask(table, "karin-berg", "replik")
    ask(table, "lena-ek", "ordningsfråga")
    assert order(table) == ["lena-ek", "karin-berg", "eva-sjo", "rut-fors"]


def test_those_who_have_not_spoken_go_first_only_where_that_is_the_rule():
    for rule, wanted in ((False, ["eva-sjo", "rut-fors"]), (True, ["rut-fors", "eva-sjo"])):
        table = opened(first_time_first=rule)
        start(table, "eva-sjo", 0)
        ask(table, "eva-sjo")
        ask(table, "rut-fors")
        assert order(table) == wanted


def test_who_has_a_reply_and_a_speech_to_come_gets_the_one_that_was_meant():
    table = opened()
    ask(table, "eva-sjo")
    ask(table, "eva-sjo", "replik")
    start(table, "eva-sjo", 0, "replik")
    assert table.item(ITEM).queue == (("eva-sjo", "anförande"),)


def test_one_turn_can_be_struck_and_the_other_stays():
    table = opened()
    ask(table, "eva-sjo", "replik")
    ask(table, "eva-sjo")
    table.act(*speaking.drop(table.item(ITEM), Waiting("eva-sjo", "replik"), START))
    assert table.item(ITEM).queue == (("eva-sjo", "anförande"),)


def test_a_wrong_start_is_taken_back_and_the_list_and_the_speech_before_are_as_they_were():
    table = opened()
    ask(table, "rut-fors")
    start(table, "eva-sjo", 0)
    assert speaking.wrong_start(table.log, "budget") is None
    start(table, "rut-fors", 60)
    act = speaking.wrong_start(table.log, ITEM)
    assert act is not None
    table.act(ev.Undone(at=START, act=act))
    assert order(table) == ["rut-fors"]
    floor = speaking.floor(table.meeting, table.item(ITEM), START + seconds(90))
    assert floor is not None
    assert (floor.person, floor.time) == ("eva-sjo", seconds(90))


@pytest.mark.parametrize(("after", "limit"), [(0, ""), (143, ""), (144, "snart"), (179, "snart"), (180, "över"), (600, "över")])
def test_a_calm_warning_in_the_last_fifth_and_a_sign_when_it_is_over(after: int, limit: str):
    table = opened(speaking_minutes=3)
    start(table, "eva-sjo", 0)
    floor = speaking.floor(table.meeting, table.item(ITEM), START + seconds(after))
    assert floor is not None
    assert floor.limit == limit


def test_replies_have_a_limit_of_their_own_and_a_point_of_order_has_none():
    rules = Rules(speaking_minutes=5, reply_minutes=1)
    assert speaking.allowed(rules, "replik") == seconds(60)
    assert speaking.allowed(rules, "ordningsfråga") is None
    assert speaking.allowed(Rules(), "anförande") is None


def test_times_by_person_and_turn_without_adjournments_and_ended_with_the_item():
    table = opened()
    start(table, "eva-sjo", 0)
    start(table, "rut-fors", 60)
    table.act(ev.MeetingAdjourned(at=START + seconds(90)))
    assert speaking.floor(table.meeting, table.item(ITEM), START + seconds(2000)) is not None, "she has the floor when they go on"
    table.act(ev.MeetingResumed(at=START + seconds(1290)))
    start(table, "eva-sjo", 1300)
    table.act(ev.Decided(at=START + seconds(1330)))
    item = table.item(ITEM)
    assert speaking.floor(table.meeting, item, START + seconds(5000)) is None
    found = speaking.turns(table.meeting, [item], START + seconds(5000))
    assert [(t.person, t.time) for t in found] == [("eva-sjo", seconds(60)), ("rut-fors", seconds(40)), ("eva-sjo", seconds(30))]
    assert [(s.person, s.turns, s.time) for s in speaking.spoken(table.meeting, [item], START)] == [
        ("eva-sjo", 2, seconds(90)),
        ("rut-fors", 1, seconds(40)),
    ]


def test_stopped_and_nobody_has_the_floor():
    table = opened()
    start(table, "eva-sjo", 0)
    table.act(*speaking.stop(table.item(ITEM), "eva-sjo", START + seconds(30)))
    assert speaking.floor(table.meeting, table.item(ITEM), START + seconds(60)) is None
