"""The plan against the clock: how long the current item has taken, when the rest will come, when the meeting will end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from agendas.model import Agenda
from agendas.schedule import schedule_of
from sessions.meeting import ItemState, Meeting

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Forecast:
    """When things will happen at this pace; what the agenda does not say is left out."""

    starts: Mapping[str, datetime] = field(default_factory=dict)
    """When each item that has not been taken up will come."""
    ends: datetime | None = None
    planned_end: datetime | None = None
    late: int = 0
    """Minutes that the current item has run over its plan; negative while there is time left."""


def elapsed(meeting: Meeting, item: ItemState, now: datetime) -> timedelta:
    """How long the item has been handled, all its episodes together, adjournments not counted."""
    total = timedelta()
    for number in item.episodes:
        episode = meeting.episodes[number]
        begin, end = episode.opened, episode.ended or now
        total += max(end - begin, timedelta())
        for pause in meeting.adjournments:
            total -= max(min(end, pause.end or now) - max(begin, pause.start), timedelta())
    return max(total, timedelta())


def planned_minutes(meeting: Meeting) -> dict[str, int | None]:
    """How long each item was meant to take, as the agenda says or as what was left between its promised times."""
    return {slot.item: slot.minutes for slot in schedule_of(_as_amended(meeting)).slots}


def forecast(meeting: Meeting, now: datetime) -> Forecast:
    """The times of what remains: a promised time is kept when it can be, and all else follows what goes before."""
    schedule = schedule_of(_as_amended(meeting))
    zone = now.tzinfo

    def aware(moment: datetime | None) -> datetime | None:
        return None if moment is None else moment.replace(tzinfo=zone)

    lengths = {slot.item: slot.minutes for slot in schedule.slots}
    planned = {slot.item: aware(slot.starts) for slot in schedule.slots}
    at: datetime | None = now if meeting.opened else aware(schedule.starts)
    late = 0
    for item in meeting.open_items[:1]:
        spent, length = elapsed(meeting, item, now), lengths.get(item.id)
        late = round((spent - (length or 0) * _MINUTE) / _MINUTE) if length else 0
        at = max(now, now - spent + length * _MINUTE) if length is not None else now
    starts: dict[str, datetime] = {}
    for i in meeting.order:
        item = meeting.items[i]
        if item.phase != "planerat":
            continue
        promised = planned.get(i) if item.item.at is not None else None
        if at is None or (promised and promised > at):
            at = promised or planned.get(i)
        if at is None:
            continue
        starts[i] = at
        minutes = lengths.get(i)
        at = at + minutes * _MINUTE if minutes is not None else None
    return Forecast(starts, at, aware(schedule.ends), late)


def _as_amended(meeting: Meeting) -> Agenda:
    return replace(meeting.agenda, meeting=meeting.plan, items=tuple(meeting.items[i].item for i in meeting.order))
