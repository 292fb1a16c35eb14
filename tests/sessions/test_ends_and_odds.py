"""What is at the end of a row: nothing to take back, nothing to do again, an act that fell, values that archives give as tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agendas.model import Point, SubItem
from sessions import events as ev
from sessions.checks.texts import Roster
from sessions.findings import findings
from sessions.pages import rows
from sessions.store import PRIVATE
from sessions.vote_names import read_votes
from tests.sessions.table import START, Table, agenda
from tests.sessions.test_session import SlowDisk, arrivals, session_on
from tests.sessions.test_vote_names import PEOPLE, VOTERS

# --- undo and redo


def test_before_the_first_act_there_is_nothing_to_take_back_or_do_again() -> None:
    t = Table()
    assert (t.log.undoable(), t.log.redoable()) == ((), None)
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.Undone(at=t.now, act=1))
    assert t.log.undoable() == ()


def test_what_was_done_again_cannot_be_done_again_and_a_text_between_does_not_matter() -> None:
    session = session_on(SlowDisk())
    assert not session.redo()
    session.record(*arrivals())
    session.record(ev.MeetingOpened(at=START))
    session.strike(session.log.last_act)
    session.record(ev.PrivateNoteWritten(at=START, item="budget", text="minns"))
    assert session.redo()
    assert (session.ahead.phase, session.redo()) == ("öppnat", False)


def test_the_texts_of_an_act_that_fell_are_kept_as_drafts() -> None:
    disk = SlowDisk()
    session = session_on(disk)
    session.record(*arrivals())
    disk.acknowledge()
    session.record(ev.TextWritten(at=START, item="budget", section="protocol", text="Per Lind redogör."))
    session.record(ev.PrivateNoteWritten(at=START, item="budget", text="fråga Eva"))
    session.record(ev.MeetingOpened(at=START))
    disk.acts.pop(0)[2](RuntimeError("Någon annan har skrivit."))
    assert disk.drafts == [("budget", "protocol", "Per Lind redogör."), ("budget", PRIVATE, "fråga Eva")]
    assert (session.log.last_seq, session.ahead.items["budget"].texts) == (len(arrivals()), {})


def test_a_draft_that_the_disk_refuses_is_told_once_and_its_saving_too() -> None:
    told: list[str] = []
    answers = []

    class Disk(SlowDisk):
        def save_draft(self, item, section, text, done=None):
            answers.append(done)

    session = session_on(Disk())
    session.changed = lambda: told.append(session.saving.fault)
    for result in (RuntimeError("Disken är full."), RuntimeError("Disken är full."), (), ()):
        session.save_draft("budget", "protocol", "hej")
        answers[-1](result)
    assert told == ["Disken är full.", ""]


# --- values as archives give them


def test_points_and_matters_given_as_tables_are_points_and_matters() -> None:
    t = Table()
    t.act(
        ev.ItemAmended(at=t.now, item="budget", field="proposal", value=({"text": "att anta", "mark": "1."}, Point(text="att följa upp")))
    )
    t.act(ev.ItemAmended(at=t.now, item="budget", field="subitems", value=({"title": "Dom", "reference": "KFN 1"}, "Skrivelse")))
    item = t.item("budget").item
    assert [p.text for p in item.points] == ["att anta", "att följa upp"]
    assert item.matters == (SubItem(title="Dom", reference="KFN 1"), SubItem(title="Skrivelse"))


# --- checks and readers


def test_r_1302_a_gap_is_no_fault_where_the_numbers_follow_the_agenda() -> None:
    def told(numbering: str) -> list[str]:
        t = Table(agenda(numbering=numbering))
        t.everybody()
        t.act(ev.MeetingOpened(at=t.now))
        t.act(ev.ItemOpened(at=t.now, items=("budget",), paragraphs=(85,)))
        t.act(ev.Decided(at=t.now))
        t.act(ev.MeetingClosed(at=t.now))
        return [f.message for f in findings(t.meeting) if f.rule == "R-1302"]

    assert told("handled") == ["§ 82, 83, 84 saknas i serien."]
    assert told("agenda") == []


@pytest.mark.parametrize(
    ("first", "last", "party", "said"),
    [
        ("Eva", "Sjö", "S", ""),
        ("Eva", "Sjös", "", ""),
        ("Eva", "Sjö", "M", "Eva Sjö (M) står som Eva Sjö (S) i listan."),
        ("Karina", "Berg", "", "”Karina Berg” liknar Karin Berg (M) i listan."),
        ("Karins", "Berg", "", ""),
        ("Ann-Katarina", "Berg", "", ""),
        ("Madonna", "Louise", "", ""),
    ],
)
def test_a_name_is_compared_with_the_list_and_a_genitive_is_no_slip(first: str, last: str, party: str, said: str) -> None:
    planned = agenda()
    one_word = replace(planned.people[-1], name="Madonna", id="madonna")
    assert Roster.of(Table(replace(planned, people=(*planned.people[:-1], one_word))).meeting).differs(first, last, party) == said


def test_r_716_a_third_answer_of_one_whose_two_differed_is_not_read_either() -> None:
    found = read_votes("Anna Ek: ja\nAnna Ek: nej\nAnna Ek: ja", VOTERS, PEOPLE)
    assert dict(found.cast) == {}
    assert [(x.number, x.reason) for x in found.unread] == [(n, "Anna Ek (S) har två olika svar") for n in (1, 2, 3)]


def one_cell(length: bytes, at: int, goes_on: int = 0) -> bytes:
    """Two pages, the second of a table with one cell: how long it says that it is, where it stands, on which page it goes on."""
    page = bytearray(4096)
    page[0] = 0x0D
    page[3:5] = (1).to_bytes(2, "big")
    page[8:10] = at.to_bytes(2, "big")
    page[at : at + len(length) + 1] = [*length, 1]
    rest = at + len(length) + 1 + 489  # of 8,192 bytes so many stand here
    page[rest : rest + 4] = goes_on.to_bytes(4, "big")
    return bytes(4096) + bytes(page[:4096])


@pytest.mark.parametrize(
    "main",
    [
        one_cell(b"\x64", 4090),
        one_cell(b"\xc0\x00", 100, goes_on=9),
        one_cell(b"\xc0\x00", 100, goes_on=3) + b"abc",
        one_cell(b"\xc0\x00", 100, goes_on=3) + (3).to_bytes(4, "big") + bytes(1000),
    ],
    ids=["longer than its page", "on a page that is not there", "on half a page", "on a page that goes on to itself"],
)
def test_a_row_that_is_cut_off_in_a_damaged_file_is_no_row(main: bytes) -> None:
    assert list(rows(main)) == []
