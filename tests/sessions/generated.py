"""Events and agendas of every kind, made by hypothesis from the types of their fields."""

from __future__ import annotations

import types
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from agendas.clean import clean, clean_line
from agendas.model import Agenda, Item, MeetingPlan, Person, Point, Rules, SubItem, with_ids
from sessions.events import EVENT_TYPES, Corrected, Event, Recorded, Undone

AT = datetime(2022, 1, 17, 13, 0, tzinfo=timezone(timedelta(hours=1)))

zones = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
instants = st.datetimes(datetime(1990, 1, 1), datetime(2080, 1, 1), timezones=zones | st.just(UTC))
clocks = st.times()
days = st.dates(date(1990, 1, 1), date(2080, 1, 1))
texts = st.text(max_size=40).map(clean) | st.sampled_from(["", "a\n\n# b\n", '"""', "\\", "\t–", 'slut"', "förvaltningens förslag"])
lines = st.text(max_size=20).map(clean_line)
ids = st.sampled_from(["", "asa-bergkvist", "lars-handegard", "foreningsbidrag", "motion-1"]) | lines
points = st.builds(Point, text=texts, sub=st.lists(texts, max_size=2).map(tuple), mark=st.sampled_from(["", "1.", "-"]))
subitems = st.builds(SubItem, title=texts, reference=texts, text=texts)
values = st.one_of(
    texts,
    st.integers(-(10**9), 10**9),
    st.booleans(),
    clocks,
    days,
    instants,
    st.lists(texts | points | subitems, max_size=3).map(tuple),
)


def of_type(hint: Any, events: st.SearchStrategy[Event]) -> st.SearchStrategy[Any]:
    """Values of a type that a field of an event may have."""
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: texts | ids,
        int: st.integers(0, 10**6),
        bool: st.booleans(),
        datetime: instants,
        date: days,
        time: clocks,
        type(None): st.none(),
        Any: st.none() | values,
        Event: events,
    }
    if hint in simple:
        return simple[hint]
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(of_type(inner[0], events), max_size=3).map(tuple)
    if origin is Union or origin is types.UnionType:
        return st.one_of([of_type(one, events) for one in inner])
    raise AssertionError(hint)


def events_of(cls: type[Event], inner: st.SearchStrategy[Event]) -> st.SearchStrategy[Event]:
    """Events of one type."""
    hints = get_type_hints(cls)
    return st.builds(cls, **{f.name: of_type(hints[f.name], inner) for f in fields(cls)})


_PLAIN = st.one_of([events_of(cls, st.nothing()) for cls in EVENT_TYPES.values() if cls is not Corrected])
any_event: st.SearchStrategy[Event] = _PLAIN | events_of(Corrected, _PLAIN) | events_of(Corrected, events_of(Corrected, _PLAIN))


@st.composite
def record_lists(draw: st.DrawFn) -> tuple[Recorded[Event], ...]:
    """A log as a store might hold it: acts of one or more events, gaps here and there, undone acts that exist."""
    records: list[Recorded[Event]] = []
    seq = act = 0
    for event in draw(st.lists(any_event, max_size=12)):
        seq += draw(st.sampled_from([1, 1, 1, 3]))
        act = max(1, act + draw(st.sampled_from([0, 1, 1, 1, 2])))
        if isinstance(event, Undone) and act > 1:
            event = Undone(at=event.at, act=draw(st.integers(1, act - 1)))
        records.append(Recorded(seq, act, event))
    return tuple(records)


AGENDA = with_ids(
    Agenda(
        meeting=MeetingPlan(
            municipality="Ludvika kommun",
            body="Vård- och omsorgsnämndens arbetsutskott",
            kind="utskott",
            date=date(2022, 1, 17),
            starts=time(13),
            ends=time(15, 20),
        ),
        people=(
            Person(name="Åsa Bergkvist", party="S", role="ordförande"),
            Person(name="Lars Handegard", party="V", role="ledamot"),
            Person(name="Åke Henriksson", party="S", role="ersättare"),
        ),
        rules=Rules(party_order={"S": ("S", "V")}, vaxeltjanst="allowed"),
        items=(
            Item(
                title="Ansökan om föreningsbidrag 2022",
                short_title="Föreningsbidrag",
                proposal=(Point(text="Bifalla", sub=("a", "b")), "Två"),
            ),
            Item(title="Statsbidrag", subitems=(SubItem(title="Ny gruppbostad", reference="2021/1"), "Budget"), at=time(13, 50)),
        ),
    )
)
"""A small agenda for tests of what holds the events, not of what they mean."""
