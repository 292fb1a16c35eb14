"""What holds for any meeting, however odd: nothing accepted can crash, and what is computed agrees with itself."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from typing import Any, get_type_hints

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.as_markdown import markdown
from exports.attendance_lines import Attendance
from exports.protocol import protocol
from exports.style import load_style
from exports.words import Words
from sessions.attendance import deciding, present, serving, serving_or_recused
from sessions.events import (
    EVENT_TYPES,
    Corrected,
    Event,
    ItemAdded,
    ItemAmended,
    MeetingAmended,
    MotionMoved,
    PersonAdded,
    PersonAmended,
    PersonArrived,
    Recorded,
    Undone,
)
from sessions.findings import findings
from sessions.log import Log, replay
from sessions.objections import objection
from sessions.procedure import after_vote, next_question, settlement, vote_demanded
from tests.sessions.generated import of_type
from tests.sessions.table import START, agenda

PEOPLE = ("per-lind", "lena-ek", "karin-berg", "eva-sjo", "rut-fors", "maj-dahl", "olle-dahl", "ulla-ny")
ITEMS = ("val-av-justerare", "foreningsbidrag", "budget", "")
STYLE = load_style("standard")
person, item = st.sampled_from(PEOPLE), st.sampled_from(ITEMS)
named = st.lists(person, min_size=1, max_size=2, unique=True).map(tuple)
items = st.lists(st.sampled_from(ITEMS[:3]), max_size=2, unique=True).map(tuple)
small = st.lists(st.integers(1, 3), max_size=2).map(tuple)
motions = st.sampled_from(["", "motion-1", "motion-2", "förslaget"])
KNOWN: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("person", "substitute", "seat_of"), person),
    **dict.fromkeys(("persons", "by", "supporters", "requested_by", "asked_by", "answered_by", "also"), named),
    **dict.fromkeys(("item", "before", "during", "after"), item),
    **dict.fromkeys(("target", "winner", "in_favour_of", "fallback"), motions),
    **dict.fromkeys(("motion", "of"), st.sampled_from(["motion-1", "reservation-1", "statement-1"])),
    **dict.fromkeys(("points", "votes"), small),
    "items": items,
    "alternatives": st.sampled_from(
        [("förslaget", "motion-1"), ("motion-1", "avslag"), ("avgörs i dag", "motion-1"), ("förslaget", "motion-1", "motion-2"), ()]
    ),
    "when": st.none(),
    "paragraphs": st.just(()),
    "paragraph": st.integers(80, 90),
    "question": st.just(""),
    "yes": st.sampled_from(["förslaget", "avgörs i dag", "bifall"]),
    "no": st.just("motion-1"),
    "reservation": st.just(""),
    "statement": st.just(""),
    "section": st.sampled_from(["protocol", "decision", "motions"]),
}
_SKIPPED = (Undone, Corrected, MeetingAmended, ItemAmended, PersonAmended, PersonAdded, ItemAdded)
_COUNTS = {"yes": st.integers(0, 5), "no": st.integers(0, 5)}


def any_of(cls: type[Event]) -> st.SearchStrategy[Event]:
    """An event of a type about these people and items, as somebody might record it."""
    hints = get_type_hints(cls)

    def value(name: str) -> st.SearchStrategy[Any]:
        if name == "at":
            return st.just(START)
        if hints[name] is int and name in _COUNTS:
            return _COUNTS[name]
        if name == "motion" and cls is MotionMoved:
            return st.just("")
        if name in {"by", "until"} and "tuple" not in str(hints[name]):
            return of_type(hints[name], st.nothing())
        return KNOWN[name] if name in KNOWN else of_type(hints[name], st.nothing())

    return st.builds(cls, **{f.name: value(f.name) for f in fields(cls)})


_TABLE = (
    "MotionMoved",
    "QuestionPut",
    "QuestionAnswered",
    "VoteOpened",
    "VoteCast",
    "VoteClosed",
    "MemberRecused",
    "Decided",
    "ItemOpened",
)
EVENTS = st.one_of(
    st.one_of([any_of(EVENT_TYPES[name]) for name in _TABLE]),
    st.one_of([any_of(cls) for cls in EVENT_TYPES.values() if cls not in _SKIPPED]),
)
"""Half of them what is heard most at the table."""


def recorded(drawn: list[Event]) -> Log:
    """What is possible of it, recorded after everybody has come and the meeting is open."""
    log = Log(agenda())
    opening: list[Event] = [PersonArrived(at=START, person=p) for p in PEOPLE]
    opening += [EVENT_TYPES["MeetingOpened"](at=START), EVENT_TYPES["ItemOpened"](at=START, items=("foreningsbidrag",))]  # type: ignore[call-arg]
    log.extend([Recorded(n, 1, e) for n, e in enumerate(opening, 1)])
    for number, event in enumerate(drawn):
        trial = log.tried((replace(event, at=START + timedelta(minutes=number)),))
        if trial.reason is None:
            log.extend(trial.records, trial.meeting)
    return log


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(EVENTS, min_size=6, max_size=30))
def test_nothing_that_is_accepted_can_crash_what_is_computed_from_it(drawn):
    log = recorded(drawn)
    meeting = log.meeting
    assert meeting.misfits == ()
    assert replay(log.agenda, log.records) == meeting
    for x in meeting.items.values():
        next_question(meeting, x)
        vote_demanded(meeting, x)
        after_vote(meeting, x)
        settlement(x)
    for event in drawn:
        objection(meeting, event)
    for found in findings(meeting):
        assert found.message
        assert found.item == "" or found.item in meeting.items
    assert markdown(protocol(meeting, STYLE)).endswith("\n")


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(EVENTS, min_size=6, max_size=30))
def test_the_ranges_on_the_cover_are_the_sets_of_the_paragraphs(drawn):
    meeting = recorded(drawn).meeting
    numbered = tuple(x for x in meeting.numbered if x.opened)
    cover = Attendance(Words(meeting, STYLE), numbered)
    for x in numbered:
        assert set(deciding(meeting, x)) <= set(present(meeting, x)) <= set(serving(meeting, x))
        assert {p for p, told in cover.served.items() if x.paragraph in told} == set(serving_or_recused(meeting, x))
        assert not set(present(meeting, x)) & set(x.recused)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(EVENTS, min_size=4, max_size=15), EVENTS)
def test_undoing_the_last_act_is_as_if_it_had_never_been(drawn, last):
    log = recorded(drawn)
    before = log.meeting
    trial = log.tried((last,))
    if trial.reason is None:
        act = log.last_act + 1
        log.extend(trial.records)
        log.extend([Recorded(log.last_seq + 1, act + 1, Undone(at=START, act=act))])
        assert log.meeting == before
        assert replay(log.agenda, log.records) == before
