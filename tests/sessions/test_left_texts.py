"""Drafts that were left when the program stopped come into the record; what cannot be recorded stays a draft."""

from __future__ import annotations

from datetime import date

import pytest

from sessions.events import Approved, Decided, Event, ItemOpened, MeetingClosed, MeetingOpened
from sessions.left_texts import Restored, restore
from sessions.session import Session
from sessions.store import DIALOG, PRIVATE, Draft
from tests.sessions.table import START
from tests.sessions.test_session import SlowDisk, arrivals, session_on

HEADING = "Ur en öppen ruta:"


@pytest.fixture
def disk() -> SlowDisk:
    return SlowDisk()


def begun(disk: SlowDisk, *more: Event) -> Session:
    """A meeting with the budget taken up."""
    session = session_on(disk)
    acts: list[list[Event]] = [arrivals(), [MeetingOpened(at=START)], [ItemOpened(at=START, items=("budget",))]]
    for events in acts + [[event] for event in more]:
        assert session.record(*events) is None
    return session


def names(restored: Restored) -> tuple[list[str], list[str]]:
    return [x.id for x in restored.written], [x.id for x in restored.noted]


def test_the_text_of_a_section_and_an_own_note_are_written(disk: SlowDisk) -> None:
    session = begun(disk)
    found = restore(session, [Draft("budget", "protocol", "Per Lind redogör."), Draft("budget", PRIVATE, "fråga Eva")], HEADING)
    assert names(found) == (["budget"], [])
    item = session.ahead.items["budget"]
    assert (item.texts["protocol"], item.private_note) == ("Per Lind redogör.", "fråga Eva")


def test_a_draft_that_says_what_stands_already_records_nothing(disk: SlowDisk) -> None:
    session = begun(disk)
    acts = len(session.log.records)
    assert names(restore(session, [Draft("budget", "protocol", ""), Draft("budget", PRIVATE, "")], HEADING)) == ([], [])
    assert len(session.log.records) == acts


def test_a_draft_of_an_item_that_is_gone_records_nothing(disk: SlowDisk) -> None:
    assert names(restore(begun(disk), [Draft("okänt", "protocol", "text")], HEADING)) == ([], [])


@pytest.mark.parametrize("item", ["budget", "", "okänt"])
def test_what_an_open_dialog_held_becomes_an_own_note_and_its_draft_is_dropped(item: str, disk: SlowDisk) -> None:
    session = begun(disk)
    assert names(restore(session, [Draft(item, DIALOG, "yrkar att")], HEADING)) == ([], ["budget"])
    assert session.ahead.items["budget"].private_note == f"{HEADING} yrkar att"
    assert disk.drafts == [(item, DIALOG, "")]


def test_it_stands_below_the_note_that_is_there(disk: SlowDisk) -> None:
    session = begun(disk)
    restore(session, [Draft("budget", PRIVATE, "fråga Eva"), Draft("budget", DIALOG, "yrkar att")], HEADING)
    assert session.ahead.items["budget"].private_note == f"fråga Eva\n\n{HEADING} yrkar att"


def test_it_goes_to_the_last_item_when_none_is_open(disk: SlowDisk) -> None:
    session = begun(disk, Decided(at=START))
    assert names(restore(session, [Draft("", DIALOG, "yrkar att")], HEADING)) == ([], ["budget"])


def test_an_empty_dialog_and_one_before_any_item_leave_nothing(disk: SlowDisk) -> None:
    assert names(restore(session_on(disk), [Draft("", DIALOG, "yrkar att")], HEADING)) == ([], [])
    assert names(restore(begun(disk), [Draft("budget", DIALOG, "  ")], HEADING)) == ([], [])
    assert disk.drafts == []


def test_a_text_that_the_law_stands_against_stays_a_draft(disk: SlowDisk) -> None:
    """The protocol was approved before the program was started again (R-1105)."""
    session = begun(disk, Decided(at=START), MeetingClosed(at=START), Approved(at=START, date=date(2026, 3, 20)))
    assert names(restore(session, [Draft("budget", "protocol", "mera text")], HEADING)) == ([], [])
    assert disk.drafts == []
