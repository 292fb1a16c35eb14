"""A speakers' list of the chair's own: it lies in the chair's process alone, is never written, and ends with it.

What the chair does is kept as the same events that the secretary's list is made of, and laid over the meeting that is
followed. An item on which the chair has done nothing shows the secretary's list; where she has, hers goes on from it.
"""

from __future__ import annotations

from dataclasses import replace

from sessions.events import Event, Recorded, SpeakerStarted
from sessions.fold import apply
from sessions.meeting import ItemState, Meeting
from sessions.refusals import why_not
from sessions.session import Clock, Refused


class OwnSpeakers:
    """The lists of the items, each by itself. `ahead` is the meeting as it is seen with them."""

    def __init__(self, meeting: Meeting, clock: Clock) -> None:
        self.clock = clock
        self._meeting = meeting
        self._kept: dict[str, tuple[Event, ...]] = {}
        self._began: dict[str, ItemState] = {}
        """The secretary's lists as they were when the chair's own began."""
        self._seen: Meeting | None = meeting

    def follow(self, meeting: Meeting) -> None:
        """Something was recorded: what the chair keeps lies over it."""
        self._meeting = meeting
        self._seen = None

    @property
    def ahead(self) -> Meeting:
        """The meeting with the chair's own lists in the place of the secretary's."""
        if self._seen is None:
            self._seen = self._overlaid()
        return self._seen

    def record(self, *events: Event, insist: bool = False) -> Refused | None:
        """Keep what was done in one item. Returns what stands against it. `insist` changes nothing: nothing here is the law's."""
        for event in events:
            if reason := why_not(self.ahead, event):
                return Refused(reason)
            item = getattr(event, "item", "")
            self._began.setdefault(item, self._meeting.items[item])
            self._kept[item] = (*self._kept.get(item, ()), event)
            self._seen = None
        return None

    def take_back_start(self, item: str) -> bool:
        """Take the latest start in an item back: the list is as it was. False when nobody has begun."""
        kept = self._kept.get(item, ())
        last = next((n for n in range(len(kept) - 1, -1, -1) if isinstance(kept[n], SpeakerStarted)), None)
        if last is None:
            return False
        self._kept[item] = (*kept[:last], *kept[last + 1 :])
        self._seen = None
        return True

    def _overlaid(self) -> Meeting:
        meeting = self._meeting
        for i, events in self._kept.items():
            if i not in meeting.items:
                continue
            began = self._began[i]
            bare = replace(meeting.items[i], queue=began.queue, speeches=began.speeches)
            meeting = replace(meeting, items={**meeting.items, i: bare})
            for number, event in enumerate(events, 1):
                if why_not(meeting, event) is None:  # somebody who is not in the list any more
                    meeting = apply(meeting, Recorded(number, number, event))
        return meeting
