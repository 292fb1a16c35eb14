"""Where the time went: planned against actual, § by § and speaker by speaker. Pure functions of the meeting and of a moment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from agendas.value import Value
from sessions.meeting import ItemState, Meeting
from sessions.speaking import Spoken, spoken
from sessions.timing import ItemTime, between, timetable


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Spent(Value):
    """One item that was handled, against its plan."""

    item: ItemState
    time: ItemTime

    @property
    def over(self) -> bool:
        """Whether it took a minute or more beyond its plan."""
        return self.time.overrun >= timedelta(minutes=1)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class TimeSpent(Value):
    """The whole meeting. Adjournments and breaks are no handling."""

    items: tuple[Spent, ...]
    speakers: tuple[Spoken, ...]
    """Who spoke, the longest first."""
    paused: timedelta

    @property
    def planned(self) -> timedelta:
        """What the items that were handled were to take, as far as the agenda says."""
        return sum((x.time.length or timedelta() for x in self.items), timedelta())

    @property
    def actual(self) -> timedelta:
        """What they took."""
        return sum((x.time.elapsed for x in self.items), timedelta())

    @property
    def longest(self) -> timedelta:
        """The longest time of an item, planned or actual: what a bar of full length stands for."""
        return max((max(x.time.elapsed, x.time.length or timedelta()) for x in self.items), default=timedelta())


def time_spent(meeting: Meeting, now: datetime, *, public: bool = False) -> TimeSpent:
    """Where the time went until `now`. `public`: without secret items, and without what was said in them."""
    times = timetable(meeting, now).items
    items = [x for x in meeting.handled if x.item.kind != "paus" and not (public and x.item.secret)]
    paused = sum((between(p.start, p.end or now) for p in meeting.adjournments), timedelta())
    return TimeSpent(tuple(Spent(x, times[x.id]) for x in items), spoken(meeting, items, now), paused)


def last_moment(meeting: Meeting) -> datetime | None:
    """When something happened last: a document that is made of the same meeting is the same, whenever it is made. None: nothing has."""
    return meeting.closed or max(_moments(meeting), default=meeting.opened)


def _moments(meeting: Meeting) -> Iterator[datetime]:
    for episode in meeting.episodes:
        yield episode.opened
        if episode.ended:
            yield episode.ended
    for pause in meeting.adjournments:
        yield pause.start
        if pause.end:
            yield pause.end
    for item in meeting.items.values():
        for speech in item.speeches:
            yield speech.end or speech.start
