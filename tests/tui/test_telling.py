"""What an act is called when it is taken back, struck or found again."""

from __future__ import annotations

from sessions.archive_schema import EVENTS
from sessions.events import EVENT_TYPES, PersonArrived
from tests.tui.host import newest, table
from tui.telling import told_event
from tui.texts.program import Telling

ON_ITS_OWN = {"ItemOpened", "MotionMoved", "Decided", "TextWritten", "StatementMade", "SubstituteSeated"}
"""Told in a way of their own."""


def test_every_event_has_words_of_its_own_for_the_secretary():
    told = {*Telling.NAMES, *ON_ITS_OWN}
    assert told == {*EVENT_TYPES}, "an act without a name is called ”anteckning”, which says nothing"
    assert {*EVENTS} == {*EVENT_TYPES}


def test_r_207_who_only_sits_in_is_not_called_an_arrival():
    at = table("eva-sjo")
    at.do(PersonArrived(at=at.clock(), person="eva-sjo", serves=False))
    assert told_event(at.ahead, newest(at, PersonArrived)) == "Eva Sjö (S) är med utan att tjänstgöra"
