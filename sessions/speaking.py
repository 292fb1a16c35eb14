"""The speakers' list of an item: who has the floor, who comes next, how long each has spoken.

R-610: a point of order breaks the list and is answered at once, a reply follows the speech that it answers, and
speeches come in the order in which they were asked for. Time is the distance between instants; nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from agendas.model import Rules
from agendas.value import Value
from sessions.events import Event, SpeakerDropped, SpeakerKind, SpeakerQueued, SpeakerStarted, SpeakerStopped
from sessions.log import Log, effective
from sessions.meeting import ItemState, Meeting, Speech
from sessions.timing import handled

_ORDER: dict[SpeakerKind, int] = {"ordningsfråga": 0, "replik": 1, "anförande": 2}
KINDS: tuple[SpeakerKind, ...] = ("anförande", "replik", "ordningsfråga")
"""As one steps through them: the usual one first."""

Limit = Literal["", "snart", "över"]
"""How a turn stands against its limit: no matter, soon at its end, beyond it."""
_WARN_AT_MOST = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Waiting(Value):
    """Somebody who has asked for the floor."""

    person: str
    kind: SpeakerKind


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Floor(Value):
    """Who has the floor, and how long the turn has lasted."""

    person: str
    kind: SpeakerKind
    time: timedelta
    allowed: timedelta | None = None

    @property
    def limit(self) -> Limit:
        """A warning in the last fifth of the time, at most its last minute; then that it is over."""
        if self.allowed is None:
            return ""
        if self.time >= self.allowed:
            return "över"
        return "snart" if self.allowed - self.time <= min(self.allowed / 5, _WARN_AT_MOST) else ""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Turn(Value):
    """One turn at the floor, with its length."""

    item: str
    person: str
    kind: SpeakerKind
    start: datetime
    time: timedelta


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Spoken(Value):
    """What one person has spoken in all."""

    person: str
    turns: int
    time: timedelta


def allowed(rules: Rules, kind: SpeakerKind) -> timedelta | None:
    """How long a turn may last by the local rules; None when nothing is said of it."""
    minutes = {"anförande": rules.speaking_minutes, "replik": rules.reply_minutes}.get(kind)
    return None if minutes is None else timedelta(minutes=minutes)


def queue(meeting: Meeting, item: ItemState) -> tuple[Waiting, ...]:
    """Who waits, the next one first. With `first_time_first` those who have not made a speech in this item go before the others."""
    heard = {s.person for s in item.speeches if s.kind == "anförande"} if meeting.rules.first_time_first else set()
    waiting = [Waiting(person, kind) for person, kind in item.queue]
    return tuple(sorted(waiting, key=lambda w: (_ORDER[w.kind], w.kind == "anförande" and w.person in heard)))


def floor(meeting: Meeting, item: ItemState, now: datetime) -> Floor | None:
    """Who has the floor now. When the item is decided or left, nobody has it."""
    speech = item.speeches[-1] if item.speeches else None
    if speech is None or speech.end is not None or item.phase != "öppet" or not meeting.running:
        return None
    return Floor(speech.person, speech.kind, _length(meeting, item, speech, now), allowed(meeting.rules, speech.kind))


def turns(meeting: Meeting, items: Iterable[ItemState], now: datetime) -> tuple[Turn, ...]:
    """Every turn of some items, in the order in which they were held."""
    found = [Turn(x.id, s.person, s.kind, s.start, _length(meeting, x, s, now)) for x in items for s in x.speeches]
    return tuple(sorted(found, key=lambda turn: turn.start))


def spoken(meeting: Meeting, items: Iterable[ItemState], now: datetime) -> tuple[Spoken, ...]:
    """What each person has spoken in some items, the longest first."""
    by_person: dict[str, list[timedelta]] = {}
    for turn in turns(meeting, items, now):
        by_person.setdefault(turn.person, []).append(turn.time)
    sums = (Spoken(person, len(times), sum(times, timedelta())) for person, times in by_person.items())
    return tuple(sorted(sums, key=lambda s: -s.time))


def _length(meeting: Meeting, item: ItemState, speech: Speech, now: datetime) -> timedelta:
    """The time of a turn without adjournments. One that nobody stopped ended with the handling of the item."""
    ends = (meeting.episodes[number].ended for number in item.episodes)
    over = min((end for end in ends if end is not None and end >= speech.start), default=now)
    return handled(speech.start, speech.end or over, meeting.adjournments)


# Acts


def ask(item: ItemState, person: str, kind: SpeakerKind, at: datetime) -> tuple[Event, ...]:
    """Somebody asks for the floor."""
    return (SpeakerQueued(at=at, item=item.id, person=person, kind=kind),)


def start(item: ItemState, who: Waiting, at: datetime) -> tuple[Event, ...]:
    """Give somebody the floor; whoever had it has ended."""
    return (SpeakerStarted(at=at, item=item.id, person=who.person, kind=who.kind),)


def stop(item: ItemState, person: str, at: datetime) -> tuple[Event, ...]:
    """The speech has ended."""
    return (SpeakerStopped(at=at, item=item.id, person=person),)


def drop(item: ItemState, who: Waiting, at: datetime) -> tuple[Event, ...]:
    """Strike one turn from the list; what else the person has asked for stays."""
    others = [kind for person, kind in item.queue if person == who.person]
    others.remove(who.kind)
    again = tuple(SpeakerQueued(at=at, item=item.id, person=who.person, kind=kind) for kind in others)
    return (SpeakerDropped(at=at, item=item.id, person=who.person), *again)


def wrong_start(log: Log, item: str) -> int | None:
    """The act by which somebody got the floor last in this item: taken back, the list is as it was. None when there is none."""
    started = [r for r in effective(log.records) if isinstance(r.event, SpeakerStarted) and r.event.item == item]
    return started[-1].act if started else None
