"""Undo, redo and correction: nothing in the log changes, and the state follows."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sessions import fold
from sessions.completion import complete
from sessions.events import (
    EVENT_TYPES,
    Corrected,
    Decided,
    Event,
    ItemAdded,
    ItemLeft,
    ItemOpened,
    ItemReopened,
    MeetingAdjourned,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    MemberAbstained,
    MemberRecused,
    MotionMoved,
    MotionSupported,
    MotionWithdrawn,
    PersonArrived,
    PersonLeft,
    QuestionAnswered,
    QuestionPut,
    Recorded,
    ReservationMade,
    SubstituteSeated,
    TextWritten,
    Undone,
    VoteCast,
    VoteClosed,
    VoteOpened,
)
from sessions.log import Log, replay
from sessions.refusals import why_not
from tests.sessions.table import ITEMS, ROSTER, START, Table, agenda


def with_two_proposals() -> tuple[Table, Recorded[Event]]:
    """§ 82: the prepared proposal, Karin Berg's own, support for both, a question, its answer and the gavel."""
    table = Table()
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    table.act(ItemOpened(at=table.now, items=("foreningsbidrag",)))
    motion = table.act(MotionMoved(at=table.now, kind="nytt förslag", by=("karin-berg",), text="att avslå"))
    table.act(MotionSupported(at=table.now, motion="motion-1", persons=("rut-fors",)))
    table.act(MotionMoved(at=table.now, kind="bifall", by=("eva-sjo",)))
    table.act(
        QuestionPut(at=table.now, alternatives=("förslaget", "motion-1")),
        QuestionAnswered(at=table.now, winner="förslaget"),
        Decided(at=table.now),
    )
    return table, motion


def test_every_event_has_its_place_in_the_fold() -> None:
    assert {*fold._CHANGES} == {*EVENT_TYPES.values()}


def test_undo_takes_back_the_whole_act_and_redo_brings_it_again() -> None:
    table, _ = with_two_proposals()
    decided = table.meeting
    act = table.log.undoable()[0].act
    table.act(Undone(at=table.now, act=act))
    item = table.item("foreningsbidrag")
    assert item.decision is None
    assert item.questions == ()
    table.act(Undone(at=table.now, act=table.log.redoable() or 0))
    assert table.meeting == decided


def test_several_undoes_are_redone_one_by_one_in_the_opposite_order() -> None:
    table, _ = with_two_proposals()
    states = [table.meeting]
    for _ in range(3):
        table.act(Undone(at=table.now, act=table.log.undoable()[0].act))
        states.append(table.meeting)
    table.act(TextWritten(at=table.now, item="foreningsbidrag", section="protocol", text="medan jag ångrade"))
    for expected in states[2::-1]:
        act = table.log.redoable()
        assert act is not None
        table.act(Undone(at=table.now, act=act))
        assert table.item("foreningsbidrag").motions == expected.items["foreningsbidrag"].motions
        assert table.item("foreningsbidrag").decision == expected.items["foreningsbidrag"].decision
    assert table.log.redoable() is None


def test_a_new_fact_ends_the_row_of_redoes() -> None:
    table, _ = with_two_proposals()
    table.act(Undone(at=table.now, act=table.log.undoable()[0].act))
    table.act(MemberAbstained(at=table.now, person="rut-fors"))
    assert table.log.redoable() is None


def test_undo_of_the_last_act_equals_never_having_recorded_it() -> None:
    table, _ = with_two_proposals()
    before = table.meeting
    table.act(ReservationMade(at=table.now, persons=("karin-berg",)))
    table.act(Undone(at=table.now, act=table.log.last_act))
    assert table.meeting == before
    assert replay(table.log.agenda, table.log.records) == before


def test_undo_goes_further_back_one_act_at_a_time() -> None:
    table, motion = with_two_proposals()
    for _ in range(4):
        table.act(Undone(at=table.now, act=table.log.undoable()[0].act))
    assert table.item("foreningsbidrag").motions == ()
    assert motion.event in [r.event for r in table.log.records]


def test_an_early_motion_corrected_after_the_decision_leaves_support_questions_and_gavel_standing() -> None:
    table, motion = with_two_proposals()
    table.act(
        Corrected(at=table.now, seq=motion.seq, event=MotionMoved(at=table.now, kind="nytt förslag", by=("eva-sjo",), text="att avslå"))
    )
    item = table.item("foreningsbidrag")
    first = item.motions[0]
    assert (first.id, first.entry.event.by, first.supporters) == ("motion-1", ("eva-sjo",), ("rut-fors",))
    assert item.questions[0].answer is not None
    assert item.decision is not None
    assert table.meeting.misfits == ()


def test_the_latest_correction_counts_and_can_be_taken_back() -> None:
    table, motion = with_two_proposals()
    for person in ("eva-sjo", "rut-fors"):
        new = MotionMoved(at=table.now, kind="nytt förslag", by=(person,), text="att avslå")
        table.act(Corrected(at=table.now, seq=motion.seq, event=new))
    assert table.item("foreningsbidrag").motions[0].entry.event.by == ("rut-fors",)
    table.act(Undone(at=table.now, act=table.log.last_act))
    assert table.item("foreningsbidrag").motions[0].entry.event.by == ("eva-sjo",)


def test_what_no_longer_fits_is_listed_and_stays_in_the_log() -> None:
    table, motion = with_two_proposals()
    count = len(table.log.records)
    table.act(Undone(at=table.now, act=motion.act))
    assert [type(m.entry.event).__name__ for m in table.meeting.misfits] == ["MotionSupported"]
    assert "motion-1" in table.meeting.misfits[0].reason
    assert len(table.log.records) == count + 1
    assert table.item("foreningsbidrag").decision is not None


def test_numbers_do_not_move_when_an_opening_is_taken_back() -> None:
    table = Table()
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    first = table.act(ItemOpened(at=table.now, items=("val-av-justerare",)))
    table.act(ItemOpened(at=table.now, items=("budget",)))
    table.act(Undone(at=table.now, act=first.act))
    assert table.item("budget").paragraph == 83


def test_an_opening_by_mistake_gives_its_number_to_the_right_item() -> None:
    table = Table()
    table.everybody()
    table.act(MeetingOpened(at=table.now))
    wrong = table.act(ItemOpened(at=table.now, items=("budget",)))
    table.act(Undone(at=table.now, act=wrong.act), ItemOpened(at=table.now, items=("foreningsbidrag",), paragraphs=(82,)))
    assert table.item("foreningsbidrag").paragraph == 82
    assert table.item("budget").paragraph is None


PEOPLE = ["per-lind", "lena-ek", "karin-berg", "eva-sjo", "maj-dahl", "olle-dahl", "okänd"]
NAMES = ["val-av-justerare", "foreningsbidrag", "budget", "", "finns-inte"]
person, item = st.sampled_from(PEOPLE), st.sampled_from(NAMES)


Drawn = st.SearchStrategy[tuple[type[Event], dict[str, Any]]]


def events() -> Drawn:
    """Any event with any of these people and items, sensible or not."""

    def of(event_type: type[Event], **parts: st.SearchStrategy[Any]) -> Drawn:
        return st.tuples(st.just(event_type), st.fixed_dictionaries(parts))

    persons = st.lists(person, max_size=2).map(tuple)
    return st.one_of(
        of(MeetingOpened),
        of(MeetingClosed),
        of(MeetingAdjourned),
        of(MeetingResumed),
        of(PersonArrived, person=person, remote=st.booleans()),
        of(PersonLeft, person=person, before=st.sampled_from(["", "budget"])),
        of(SubstituteSeated, substitute=person, seat_of=person),
        of(ItemOpened, items=st.lists(item, min_size=1, max_size=2, unique=True).map(tuple)),
        of(ItemAdded, title=st.sampled_from(["Nytt", "Budget", ""])),
        of(ItemLeft, item=item),
        of(ItemReopened, item=item),
        of(MemberRecused, persons=persons, items=st.lists(item, max_size=1).map(tuple)),
        of(MemberAbstained, person=person, item=item),
        of(MotionMoved, kind=st.sampled_from(["bifall", "avslag", "återremiss"]), by=persons, item=item),
        of(MotionSupported, motion=st.just("motion-1"), persons=persons, item=item),
        of(MotionWithdrawn, motion=st.just("motion-1"), item=item),
        of(QuestionPut, alternatives=st.just(("förslaget",)), item=item),
        of(QuestionAnswered, winner=st.just("förslaget"), item=item),
        of(VoteOpened, yes=st.just("bifall"), no=st.just("avslag"), item=item),
        of(VoteCast, person=person, choice=st.sampled_from(["ja", "nej", "avstår"]), item=item),
        of(VoteClosed, item=item),
        of(Decided, items=st.lists(item, max_size=1).map(tuple)),
        of(ReservationMade, persons=persons, item=item),
        of(TextWritten, section=st.just("protocol"), text=st.text(max_size=5), item=item),
        of(Undone, act=st.integers(1, 12)),
        of(Corrected, seq=st.integers(1, 12), event=st.just(MotionMoved(at=START, kind="avslag", by=("eva-sjo",)))),
    )


@given(st.lists(events(), max_size=25), st.booleans())
def test_any_order_of_events_stands_and_replays_to_the_same_state(
    drawn: list[tuple[type[Event], dict[str, Any]]], only_accepted: bool
) -> None:
    log = Log(agenda())
    log.extend([Recorded(n, 1, PersonArrived(at=START, person=p)) for n, p in enumerate(PEOPLE[:5], 1)])
    for number, (event_type, parts) in enumerate(drawn):
        event = complete(log.meeting, event_type(at=START + timedelta(minutes=number), **parts))
        if only_accepted and not isinstance(event, (Undone, Corrected)) and why_not(log.meeting, event):
            continue
        log.extend([Recorded(log.last_seq + 1, log.last_act + 1, event)])
    assert replay(log.agenda, log.records) == log.meeting
    for record in log.meeting.misfits:
        assert record.reason
    assert len(ROSTER) == len(log.meeting.people)
    assert len(log.meeting.items) >= len(ITEMS)
