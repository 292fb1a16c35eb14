"""When each item is planned to begin and end.

An item with `at` is an anchor: it begins then. Items with `minutes` take their time, and the others share what is
left until the next anchor or the end of the meeting. Breaks count as items do, withdrawn items do not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Literal

from agendas.model import Agenda, Item
from agendas.value import Value

LONGEST = timedelta(hours=12)
"""A time on the clock that is before the start means the next day if the meeting would not be longer than this."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Slot(Value):
    """The planned time of one item. None is what the agenda does not say: a length with no end to share."""

    item: str
    """The id of the item."""
    starts: datetime | None
    ends: datetime | None

    @property
    def minutes(self) -> int | None:
        """The planned length in whole minutes."""
        return None if self.starts is None or self.ends is None else round((self.ends - self.starts) / timedelta(minutes=1))


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Clash(Value):
    """Two times that cannot both be kept."""

    item: str
    """The id of the item that cannot be kept; empty when it is the end of the meeting itself."""
    against: Literal["item", "starts", "ends"]
    """What it clashes with: another item, or the start or the end of the meeting."""
    message: str
    """A Swedish sentence that names both."""
    other: str = ""
    """The id of the other item, if it is one."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Schedule(Value):
    """The planned times of a meeting: naive local times, with the date of the day on which they fall."""

    starts: datetime
    ends: datetime | None
    """As the agenda says; None when it does not, or says what cannot be."""
    slots: tuple[Slot, ...] = ()
    """One for each item that is not withdrawn, in the order of the agenda."""
    clashes: tuple[Clash, ...] = field(default=())

    def slot(self, item_id: str) -> Slot | None:
        """The planned time of an item; None when it is withdrawn or not on the agenda."""
        return next((slot for slot in self.slots if slot.item == item_id), None)


def schedule_of(agenda: Agenda) -> Schedule:
    """The planned times of all items, and what cannot be kept.

    A meeting may pass midnight: a time that is earlier than the start is on the next day, if that is within 12 hours.
    """
    starts = datetime.combine(agenda.meeting.date, agenda.meeting.starts)
    clashes: list[Clash] = []
    ends = None if agenda.meeting.ends is None else _moment(starts, agenda.meeting.ends)
    if ends is not None and ends < starts:
        clashes.append(Clash("", "starts", f"Sammanträdet slutar {_clock(ends)} men börjar {_clock(starts)}."))
        ends = None
    items = [(number, item) for number, item in enumerate(agenda.items, 1) if not item.withdrawn]
    slots: list[Slot] = []
    begin, stretch = starts, list[tuple[int, Item]]()
    for number, item in items:
        if item.at is not None:
            anchor = _moment(starts, item.at)
            slots += _filled(begin, stretch, anchor)
            clashes += _clash(begin, stretch, (number, item), anchor)
            begin, stretch = anchor, []
        stretch.append((number, item))
    slots += _filled(begin, stretch, ends)
    if ends is not None:
        clashes += _clash(begin, stretch, None, ends)
    return Schedule(starts, ends, tuple(slots), tuple(clashes))


def _moment(starts: datetime, at: time) -> datetime:
    moment = datetime.combine(starts.date(), at)
    next_day = moment + timedelta(days=1)
    return next_day if moment < starts and next_day - starts <= LONGEST else moment


def _taken(stretch: list[tuple[int, Item]]) -> timedelta:
    return timedelta(minutes=sum(item.minutes or 0 for _, item in stretch))


def _filled(begin: datetime, stretch: list[tuple[int, Item]], until: datetime | None) -> list[Slot]:
    """The items from one anchor to the next. The shares are whole minutes; the last one gets what is left over."""
    free = [item.id for _, item in stretch if item.minutes is None]
    left = max(until - begin - _taken(stretch), timedelta()) if until is not None else None
    slots: list[Slot] = []
    now: datetime | None = begin
    shared = 0
    for _, item in stretch:
        if item.minutes is not None:
            length: timedelta | None = timedelta(minutes=item.minutes)
        elif left is None:
            length = None
        else:
            length = _share(left, shared + 1, len(free)) - _share(left, shared, len(free))
            shared += 1
        end = None if now is None or length is None else now + length
        slots.append(Slot(item.id, now, end))
        now = end
    return slots


def _share(left: timedelta, count: int, among: int) -> timedelta:
    return left if count == among else timedelta(minutes=left // timedelta(minutes=1) * count // among)


def _clash(begin: datetime, stretch: list[tuple[int, Item]], anchor: tuple[int, Item] | None, until: datetime) -> list[Clash]:
    """What does not fit between `begin` and `until`: the time of the item `anchor`, or the end of the meeting."""
    room = until - begin
    against: Literal["item", "ends"] = "ends" if anchor is None else "item"
    if anchor is None:
        goal, other = f"sammanträdets slut {_clock(until)}", ""
    else:
        goal, other = f"ärende {anchor[0]} ({anchor[1].short}), utlovat {_clock(until)}", anchor[1].id
    if room < timedelta():
        if not stretch or stretch[0][1].at is None:
            return (
                [Clash(other, "starts", f"{goal[0].upper()}{goal[1:]}, ligger före sammanträdets början {_clock(begin)}.")]
                if anchor
                else []
            )
        first = stretch[0]
        return [Clash(first[1].id, against, f"Ärende {first[0]} ({first[1].short}) är utlovat {_clock(begin)}, efter {goal}.", other)]
    if _taken(stretch) <= room:
        return []
    timed = [pair for pair in stretch if pair[1].minutes]
    last = timed[-1]
    who = f"Ärende {last[0]} ({last[1].short}) hinner" if len(timed) == 1 else f"Ärende {timed[0][0]}–{last[0]} hinner"
    needed, there = _taken(stretch) // timedelta(minutes=1), room // timedelta(minutes=1)
    return [Clash(last[1].id, against, f"{who} inte före {goal}: {needed} minuter behövs från {_clock(begin)}, {there} finns.", other)]


def _clock(moment: datetime) -> str:
    return f"{moment:%H.%M}"
