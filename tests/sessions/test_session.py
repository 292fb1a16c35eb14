"""Recording: an act counts when it is acknowledged, a refusal says why and what mends it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta

from sessions.events import (
    Approved,
    Decided,
    Event,
    ItemOpened,
    MeetingClosed,
    MeetingOpened,
    MotionMoved,
    PersonArrived,
    Recorded,
    ReservationMade,
)
from sessions.log import Log, replay
from sessions.session import Session
from sessions.store import NotSaved
from sessions.writer import Result
from tests.sessions.table import START, agenda


class SlowDisk:
    """A writer that acknowledges when it is told to."""

    def __init__(self) -> None:
        self.acts: list[tuple[tuple[Event, ...], int, Callable[[Result], None]]] = []
        self.drafts: list[tuple[str, str, str]] = []

    def submit(self, events: Sequence[Event], after: int, done: Callable[[Result], None]) -> None:
        self.acts.append((tuple(events), after, done))

    def save_draft(self, item: str, section: str, text: str, done: Callable[[Result], None] | None = None) -> None:
        self.drafts.append((item, section, text))

    def acknowledge(self, act: int = 0) -> None:
        events, after, done = self.acts.pop(0)
        done(tuple(Recorded(after + n, act or after, e) for n, e in enumerate(events, 1)))


def session_on(disk: SlowDisk) -> Session:
    return Session(Log(agenda()), disk, lambda: START, lambda call: call(), lambda: None)


def arrivals(*but: str) -> list[Event]:
    return [PersonArrived(at=START, person=p.id) for p in agenda().people if p.id not in but]


def test_an_act_counts_only_after_the_commit_was_acknowledged() -> None:
    disk = SlowDisk()
    session = session_on(disk)
    assert session.record(MeetingOpened(at=START)) is None
    before: str = session.meeting.phase
    assert (before, session.ahead.phase) == ("kallad", "öppnat")
    assert not session.saving.saved
    disk.acknowledge()
    after: str = session.meeting.phase
    assert after == "öppnat"
    assert session.saving.saved


def test_the_next_act_sees_those_on_their_way() -> None:
    disk = SlowDisk()
    session = session_on(disk)
    session.record(*arrivals())
    session.record(MeetingOpened(at=START))
    assert session.record(ItemOpened(at=START, items=("budget",))) is None
    assert session.record(Decided(at=START)) is None
    for _ in range(4):
        disk.acknowledge()
    assert session.meeting.items["budget"].phase == "beslutat"


def test_a_refusal_for_presence_offers_the_arrival_and_goes_on() -> None:
    session = session_on(SlowDisk())
    session.record(*arrivals("eva-sjo"))
    session.record(MeetingOpened(at=START))
    session.record(ItemOpened(at=START, items=("budget",)))
    motion = MotionMoved(at=START, kind="bifall", by=("eva-sjo",))
    refused = session.record(motion)
    assert refused is not None
    assert refused.reason == "Eva Sjö (S) är inte antecknad som närvarande."
    assert refused.remedy == (PersonArrived(at=START, person="eva-sjo"),)
    assert session.record(*refused.remedy, motion) is None
    assert session.ahead.items["budget"].motions[0].id == "motion-1"


def test_what_the_law_objects_to_is_recorded_when_insisted_on() -> None:
    session = session_on(SlowDisk())
    session.record(*arrivals())
    session.record(MeetingOpened(at=START))
    session.record(ItemOpened(at=START, items=("budget",)))
    session.record(Decided(at=START))
    session.record(MeetingClosed(at=START))
    late = ReservationMade(at=START, when=START + timedelta(minutes=25), persons=("eva-sjo",), item="budget")
    refused = session.record(late)
    assert refused is not None
    assert refused.insist
    assert "R-802" in refused.reason
    assert session.record(late, insist=True) is None
    assert len(session.ahead.items["budget"].reservations) == 1


def test_while_the_disk_refuses_everything_is_shown_and_marked_as_not_saved() -> None:
    disk = SlowDisk()
    session = session_on(disk)
    session.record(MeetingOpened(at=START))
    disk.acts[0][2](NotSaved("Disken är full."))
    assert session.saving.fault == "Disken är full."
    assert session.shown.phase == "öppnat"
    disk.acknowledge()
    assert session.saving.saved


def test_an_act_that_the_store_refuses_for_good_is_not_pretended() -> None:
    disk = SlowDisk()
    session = session_on(disk)
    session.record(*arrivals())
    disk.acknowledge()
    session.record(MeetingOpened(at=START))
    disk.acts.pop(0)[2](RuntimeError("Någon annan har skrivit."))
    assert session.meeting.phase == session.ahead.phase == "kallad"
    assert "antecknades inte" in session.saving.fault
    assert session.log.last_seq == len(arrivals())


# Corrections


def decided_by_eva(*but: str) -> tuple[Session, int]:
    """An item with a motion of Eva Sjö's and its gavel, and the number of the motion's line."""
    session = session_on(SlowDisk())
    session.record(*arrivals(*but))
    session.record(MeetingOpened(at=START))
    session.record(ItemOpened(at=START, items=("budget",)))
    session.record(MotionMoved(at=START, kind="bifall", by=("eva-sjo",)))
    line = session.log.last_seq
    session.record(Decided(at=START))
    session.record(ItemOpened(at=START, items=("information",)))
    return session, line


def mover(session: Session) -> tuple[str, ...]:
    return session.ahead.items["budget"].motions[0].entry.event.by


def test_a_correction_that_cannot_be_is_refused_with_the_reason() -> None:
    session, line = decided_by_eva()
    before = session.log.last_seq
    refused = session.correct(line, MotionMoved(at=START, kind="bifall", by=("nobody",)))
    assert refused is not None
    assert "nobody" in refused.reason
    refused = session.correct(999, MotionMoved(at=START, kind="bifall", by=("eva-sjo",)))
    assert refused is not None
    assert refused.reason == "Raden finns inte längre."
    assert session.log.last_seq == before
    assert mover(session) == ("eva-sjo",)


def test_what_is_approved_is_taken_back_only_by_one_who_insists() -> None:
    session, _ = decided_by_eva()
    moved = next(r for r in session.log.records if isinstance(r.event, MotionMoved))
    session.record(MeetingClosed(at=START))
    session.record(Approved(at=START, date=START.date()))
    before = session.log.last_seq
    refused = session.strike(moved.act)
    assert refused == session.why_not_strike(moved.act)
    assert refused is not None
    assert refused.insist
    assert (session.log.last_seq, mover(session)) == (before, ("eva-sjo",))
    assert session.strike(moved.act, insist=True) is None
    assert not session.ahead.items["budget"].motions
    assert session.redo()
    assert mover(session) == ("eva-sjo",)


def test_a_correction_to_somebody_who_is_not_present_offers_the_arrival_and_goes_on() -> None:
    session, line = decided_by_eva("rut-fors")
    new = MotionMoved(at=START, kind="bifall", by=("rut-fors",))
    refused = session.correct(line, new)
    assert refused is not None
    assert refused.reason.startswith("Rut Fors")
    assert "inte antecknad som närvarande" in refused.reason
    assert session.correct(line, new, beside=refused.remedy) is None
    assert session.ahead == replay(session.log.agenda, session.log.records)
    assert mover(session) == ("rut-fors",)
    assert session.ahead.misfits == ()
    assert session.ahead.items["budget"].decision
    session.strike(session.log.last_act)
    assert mover(session) == ("eva-sjo",), "the arrival and the correction are one act"
    assert "rut-fors" not in session.ahead.stays


def test_an_arrival_that_was_noticed_late_makes_the_correction_possible() -> None:
    session, line = decided_by_eva("rut-fors")
    session.record(PersonArrived(at=START, person="rut-fors", before="budget"))
    assert session.correct(line, MotionMoved(at=START, kind="bifall", by=("rut-fors",))) is None
    assert session.ahead == replay(session.log.agenda, session.log.records)
    assert mover(session) == ("rut-fors",)
    assert session.ahead.misfits == ()


def test_a_correction_to_somebody_who_came_later_is_recorded_when_insisted_on() -> None:
    session, line = decided_by_eva("rut-fors")
    session.record(PersonArrived(at=START, person="rut-fors"))
    new = MotionMoved(at=START, kind="bifall", by=("rut-fors",))
    refused = session.correct(line, new)
    assert refused is not None
    assert refused.insist
    assert session.correct(line, new, insist=True) is None
    assert mover(session) == ("rut-fors",)


def test_what_rests_on_a_corrected_fact_and_no_longer_fits_is_no_reason_against_it() -> None:
    session, _ = decided_by_eva()
    opened = next(r.seq for r in session.log.records if isinstance(r.event, ItemOpened))
    assert session.correct(opened, ItemOpened(at=START, items=("foreningsbidrag",))) is None
    assert session.ahead.misfits
