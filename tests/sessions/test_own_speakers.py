"""The chair's own speakers' list: laid over what is followed, gone with the process, and never an event of the meeting."""

from __future__ import annotations

from datetime import timedelta

from sessions import events as ev
from sessions import speaking
from sessions.own_speakers import OwnSpeakers
from sessions.speaking import Waiting
from tests.tui.host import Table

GRANTS, BUDGET = "foreningsbidrag", "budget"


def listed(own: OwnSpeakers, item: str = GRANTS) -> list[str]:
    return [w.person for w in speaking.queue(own.ahead, own.ahead.items[item])]


def opened() -> tuple[Table, OwnSpeakers]:
    at = Table()
    at.everybody()
    at.open(GRANTS)
    return at, OwnSpeakers(at.shown, at.clock)


def test_the_chairs_list_takes_the_place_of_the_secretarys_only_where_it_is_used_and_nothing_is_recorded():
    at, own = opened()
    at.do(*speaking.ask(at.ahead.items[GRANTS], "rut-fors", "anförande", at.clock()))
    own.follow(at.shown)
    records = len(at.log.records)
    assert listed(own) == ["rut-fors"], "nothing of her own yet: the secretary's"
    item = own.ahead.items[GRANTS]
    assert own.record(*speaking.ask(item, "eva-sjo", "anförande", at.clock())) is None
    assert own.record(*speaking.ask(item, "karin-berg", "replik", at.clock())) is None
    assert listed(own) == ["karin-berg", "rut-fors", "eva-sjo"], "hers goes on from the secretary's, and R-610 holds here too"
    at.do(*speaking.ask(at.ahead.items[GRANTS], "per-lind", "anförande", at.clock()))
    own.follow(at.shown)
    assert listed(own) == ["karin-berg", "rut-fors", "eva-sjo"], "two lists that change each other would be nobody's"
    assert own.record(*speaking.start(item, Waiting("karin-berg", "replik"), at.clock())) is None
    at.hand.now += timedelta(seconds=40)
    floor = speaking.floor(own.ahead, own.ahead.items[GRANTS], at.clock())
    assert floor is not None
    assert (floor.person, floor.time) == ("karin-berg", timedelta(seconds=40))
    assert len(at.log.records) == records + 1, "only the secretary's own"
    assert at.shown.items[GRANTS].queue == (("rut-fors", "anförande"), ("per-lind", "anförande"))


def test_a_wrong_start_is_taken_back_and_the_speech_before_goes_on():
    at, own = opened()
    item = own.ahead.items[GRANTS]
    assert own.take_back_start(GRANTS) is False
    own.record(*speaking.start(item, Waiting("eva-sjo", "anförande"), at.clock()))
    own.record(*speaking.ask(item, "rut-fors", "anförande", at.clock()))
    at.hand.forward(1)
    own.record(*speaking.start(item, Waiting("rut-fors", "anförande"), at.clock()))
    assert own.take_back_start(GRANTS) is True
    floor = speaking.floor(own.ahead, own.ahead.items[GRANTS], at.clock())
    assert floor is not None
    assert (floor.person, floor.time) == ("eva-sjo", timedelta(minutes=1))
    assert listed(own) == ["rut-fors"]


def test_every_item_has_its_own_list_and_what_is_decided_has_nobody_speaking():
    at, own = opened()
    own.record(*speaking.start(own.ahead.items[GRANTS], Waiting("eva-sjo", "anförande"), at.clock()))
    at.do(ev.Decided(at=at.clock()))
    at.open(BUDGET)
    own.follow(at.shown)
    assert own.ahead.items[GRANTS].speeches
    assert speaking.floor(own.ahead, own.ahead.items[GRANTS], at.clock()) is None
    assert own.ahead.items[BUDGET].speeches == ()
    refused = own.record(ev.SpeakerQueued(at=at.clock(), item=BUDGET, person="ingen-alls"))
    assert refused is not None
    assert "finns inte" in refused.reason
