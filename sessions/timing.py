"""The plan against the clock: how long each item has taken, when the rest will come, when the meeting will end.

Pure functions of the meeting and of now. Time that has passed is always the distance between two instants, never
something counted, so a laptop that slept, midnight and the change to summer time give the right figures.

A promised time (`at`) is kept when there is room: nobody is told to come earlier than promised. An item that was
given another place in the list has lost its promised time. Lengths are those of the plan as it was prepared, so that
what a withdrawn item was meant to take is won and not handed to its neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from agendas.schedule import LONGEST, Schedule, schedule_of
from agendas.value import Value
from sessions.meeting import Adjournment, ItemState, Meeting
from sessions.order import upcoming

EXTRA = timedelta(minutes=5)
"""What an extra item is taken to need when nobody said: a forecast that ends at it would help nobody."""
_NOTHING = timedelta()
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ItemTime(Value):
    """One item against its plan. None is what cannot be known."""

    item: str
    planned: datetime | None = None
    """When it was to begin."""
    length: timedelta | None = None
    """How long it was to take."""
    started: datetime | None = None
    """When it began, the first time."""
    elapsed: timedelta = _NOTHING
    """How long it has been handled, all its episodes together, adjournments not counted."""
    forecast: datetime | None = None
    """When it will begin, while it has not."""

    @property
    def remaining(self) -> timedelta | None:
        """What is left of the planned length; nothing when that is used up."""
        return None if self.length is None else max(self.length - self.elapsed, _NOTHING)

    @property
    def overrun(self) -> timedelta:
        """What it has taken beyond its planned length."""
        return _NOTHING if self.length is None else max(self.elapsed - self.length, _NOTHING)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Timetable(Value):
    """The whole meeting against its plan, at one moment."""

    now: datetime
    items: Mapping[str, ItemTime] = field(default_factory=dict)
    drift: timedelta | None = None
    """How far behind the plan the meeting is; negative when it is ahead."""
    ends: datetime | None = None
    """When it will end at this pace."""
    planned_end: datetime | None = None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Forecast(Value):
    """When things will happen at this pace; what the agenda does not say is left out."""

    starts: Mapping[str, datetime] = field(default_factory=dict)
    """When each item that has not been taken up will come."""
    ends: datetime | None = None
    planned_end: datetime | None = None
    late: int = 0
    """Minutes that the current item has run over its plan; negative while there is time left."""


def between(start: datetime, end: datetime) -> timedelta:
    """The time that passed from one instant to another: never less than nothing, and right over a change of the clocks."""
    return max(end.astimezone(UTC) - start.astimezone(UTC), _NOTHING)


def handled(begin: datetime, end: datetime, pauses: Iterable[Adjournment]) -> timedelta:
    """The time between two instants without the adjournments."""
    begin, end = begin.astimezone(UTC), end.astimezone(UTC)
    total = between(begin, end)
    for pause in pauses:
        total -= between(max(begin, pause.start.astimezone(UTC)), min(end, (pause.end or end).astimezone(UTC)))
    return max(total, _NOTHING)


def elapsed(meeting: Meeting, item: ItemState, now: datetime) -> timedelta:
    """How long the item has been handled, all its episodes together, adjournments not counted."""
    spells = (meeting.episodes[number] for number in item.episodes)
    return sum((handled(e.opened, e.ended or now, meeting.adjournments) for e in spells), _NOTHING)


def planned_minutes(meeting: Meeting) -> dict[str, int | None]:
    """How long each item was meant to take, as the agenda says or as what was left between its promised times."""
    lengths = _lengths(meeting, _plan(meeting), None)
    return {i: None if length is None else round(length / _MINUTE) for i, length in lengths.items()}


def forecast(meeting: Meeting, now: datetime) -> Forecast:
    """The times of what remains: a promised time is kept when it can be, and all else follows what goes before."""
    reckoned = _reckoned(meeting, now)
    starts = {i: at.astimezone(reckoned.zone) for i, at in reckoned.starts.items()}
    late = 0
    if meeting.open_items and (length := _together(meeting, reckoned.lengths)):
        late = round((elapsed(meeting, meeting.open_items[0], now) - length) / _MINUTE)
    return Forecast(starts, reckoned.local(_end(meeting, reckoned)), reckoned.local(reckoned.planned_end), late)


def timetable(meeting: Meeting, now: datetime) -> Timetable:
    """Every item against the plan, the drift, and the times of what remains."""
    reckoned = _reckoned(meeting, now)
    local = reckoned.local
    items = {
        i: ItemTime(
            i,
            local(reckoned.begins.get(i)),
            reckoned.lengths.get(i),
            local(meeting.episodes[x.episodes[0]].opened) if x.episodes else None,
            elapsed(meeting, x, now),
            local(reckoned.starts.get(i)),
        )
        for i, x in ((i, meeting.items[i]) for i in meeting.order)
    }
    drift = None if meeting.phase == "avslutat" else _drift(meeting, reckoned)
    return Timetable(now, items, drift, local(_end(meeting, reckoned)), local(reckoned.planned_end))


# What it is reckoned with


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Reckoned(Value):
    """The plan and what remains of it, as instants."""

    zone: tzinfo
    begins: Mapping[str, datetime | None]
    """When each item was to begin."""
    lengths: Mapping[str, timedelta | None]
    ready: datetime
    """When the next item can be taken up."""
    starts: Mapping[str, datetime]
    """When each item that remains will come."""
    end: datetime | None
    planned_end: datetime | None

    def local(self, moment: datetime | None) -> datetime | None:
        """An instant as the clock on the wall shows it."""
        return None if moment is None else moment.astimezone(self.zone)


def _reckoned(meeting: Meeting, now: datetime) -> _Reckoned:
    zone = local_zone(now)
    plan = _plan(meeting)
    shift = _shift(meeting, plan, now, zone)

    def instant(moment: datetime | None) -> datetime | None:
        """A local time of the plan as an instant: all that is reckoned with is."""
        return None if moment is None else moment.replace(tzinfo=zone).astimezone(UTC) + shift

    begins = {slot.item: instant(slot.starts) for slot in plan.slots}
    lengths = _lengths(meeting, plan, zone)
    planned_end = instant(plan.ends or (plan.slots[-1].ends if plan.slots else None))
    ready = _ready(meeting, lengths, now.astimezone(UTC), instant(plan.starts))
    starts, end = _coming(meeting, begins, lengths, ready)
    return _Reckoned(zone, begins, lengths, ready, starts, end, planned_end)


def _end(meeting: Meeting, reckoned: _Reckoned) -> datetime | None:
    return meeting.closed if meeting.phase == "avslutat" else reckoned.end


# The plan


def _plan(meeting: Meeting) -> Schedule:
    """The schedule as it was prepared, with the times that were changed since; extra items are not in it."""
    as_now = ((meeting.items[x.id].item, x.withdrawn) for x in meeting.agenda.items)
    items = tuple(item if item.withdrawn == withdrawn else replace(item, withdrawn=withdrawn) for item, withdrawn in as_now)
    return schedule_of(replace(meeting.agenda, meeting=meeting.plan, items=items))


def _shift(meeting: Meeting, plan: Schedule, now: datetime, zone: tzinfo) -> timedelta:
    """How far the plan is moved: a meeting that is held, or rehearsed, on another day keeps its plan from when it opened."""
    starts = plan.starts.replace(tzinfo=zone).astimezone(UTC)
    begun = (meeting.opened or now).astimezone(UTC)
    another_day = abs(begun - starts) > LONGEST if meeting.opened else begun - starts > LONGEST
    return begun - starts if another_day else _NOTHING


def _lengths(meeting: Meeting, plan: Schedule, zone: tzinfo | None) -> dict[str, timedelta | None]:
    """How long each item is meant to take: as its agenda says, or the room to the next promised time, in time that passes."""
    found: dict[str, timedelta | None] = {}
    slots = {slot.item: slot for slot in plan.slots}
    for i, item in meeting.items.items():
        slot = slots.get(i)
        if item.item.minutes is not None:
            found[i] = item.item.minutes * _MINUTE
        elif item.added:
            found[i] = EXTRA
        elif slot is None or slot.starts is None or slot.ends is None:
            found[i] = None
        elif zone is None:
            found[i] = slot.ends - slot.starts
        else:
            found[i] = between(slot.starts.replace(tzinfo=zone), slot.ends.replace(tzinfo=zone))
    return found


def _together(meeting: Meeting, lengths: Mapping[str, timedelta | None]) -> timedelta | None:
    """The planned length of what is open; that of all of them when they are handled en bloc."""
    known = [lengths.get(x.id) for x in meeting.open_items]
    return sum((x for x in known if x is not None), _NOTHING) if known and None not in known else None


# What comes


def _ready(meeting: Meeting, lengths: Mapping[str, timedelta | None], now: datetime, starts: datetime | None) -> datetime:
    """When the next item can be taken up: after what is open has had its time, and after the adjournment."""
    if not meeting.opened:
        return max(now, starts or now)
    pause = meeting.adjournments[-1] if meeting.phase == "ajournerat" else None
    again = max(now, pause.until.astimezone(UTC)) if pause and pause.until else now
    length = _together(meeting, lengths)
    return again if length is None else again + max(length - elapsed(meeting, meeting.open_items[0], now), _NOTHING)


def _coming(
    meeting: Meeting, begins: Mapping[str, datetime | None], lengths: Mapping[str, timedelta | None], ready: datetime
) -> tuple[dict[str, datetime], datetime | None]:
    """When each item that remains will come, and the end."""
    promised = _promised(meeting, begins)
    at: datetime | None = ready
    starts: dict[str, datetime] = {}
    for i in _remaining(meeting):
        promise = promised.get(i)
        if promise is not None and (at is None or promise > at):
            at = promise
        if at is None:
            continue
        starts[i] = at
        length = lengths.get(i)
        at = None if length is None else at + length
    return starts, at


def _remaining(meeting: Meeting) -> list[str]:
    return [x.id for x in upcoming(meeting)]


def _promised(meeting: Meeting, begins: Mapping[str, datetime | None]) -> dict[str, datetime]:
    """The promised times that still hold: those of items that stand in the order in which they were prepared."""
    left = [i for i in _remaining(meeting) if begins.get(i) is not None]
    places = _places(meeting)
    kept = _in_order([places[i] for i in left])
    return {i: begin for i, in_place in zip(left, kept, strict=True) if in_place and meeting.items[i].item.at and (begin := begins[i])}


def _places(meeting: Meeting) -> dict[str, int]:
    return {x.id: place for place, x in enumerate(meeting.agenda.items)}


def _in_order(places: list[int]) -> list[bool]:
    """Which of these stand in order when as few as possible have been moved; of two that changed places the earlier one stays."""
    count = len(places)
    if all(before < after for before, after in pairwise(places)):
        return [True] * count
    best = [1] * count
    for i in range(count - 1, -1, -1):
        best[i] += max((best[j] for j in range(i + 1, count) if places[j] > places[i]), default=0)
    kept, floor = [False] * count, -1
    at, wanted = 0, max(best, default=0)
    while wanted:
        _, at = min((places[i], i) for i in range(at, count) if best[i] == wanted and places[i] > floor)
        kept[at], floor = True, places[at]
        at, wanted = at + 1, wanted - 1
    return kept


def _drift(meeting: Meeting, reckoned: _Reckoned) -> timedelta | None:
    """How far behind the plan: when the next item that stands in its place could begin, against when it was to begin."""
    remaining = _remaining(meeting)
    known = [i for i in remaining if reckoned.begins.get(i) is not None]
    places = _places(meeting)
    kept = dict(zip(known, _in_order([places[i] for i in known]), strict=True))
    at = reckoned.ready
    for i in remaining:
        begin = reckoned.begins.get(i)
        if kept.get(i) and begin is not None:
            return at - begin
        length = reckoned.lengths.get(i)
        if length is None:
            return None
        at += length
    return None if reckoned.planned_end is None else at - reckoned.planned_end


# Local time


def local_zone(now: datetime) -> tzinfo:
    """The zone in which the agenda's times are read.

    A clock gives its time with an offset that says nothing of what comes when the clocks are changed tonight. Where
    it agrees with Swedish time, Swedish time it is.
    """
    zone = now.tzinfo or UTC
    if isinstance(zone, ZoneInfo):
        return zone
    sweden = _sweden()
    return sweden if sweden is not None and now.astimezone(sweden).utcoffset() == now.utcoffset() else zone


@lru_cache(maxsize=1)
def _sweden() -> ZoneInfo | None:
    try:
        return ZoneInfo("Europe/Stockholm")
    except (ZoneInfoNotFoundError, OSError):  # a machine without a time zone database
        return None
