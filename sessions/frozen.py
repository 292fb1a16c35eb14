"""What stands against changing a § that is approved: the text is what the approvers signed, and a correction is a visible one (R-1105)."""

from __future__ import annotations

from sessions.events import (
    AboutItem,
    AboutItems,
    Approved,
    Dispatched,
    Event,
    LateTextReceived,
    PrivateNoteWritten,
    Rectified,
    SpeakerDropped,
    SpeakerQueued,
    SpeakerStarted,
    SpeakerStopped,
)
from sessions.fold import items_meant
from sessions.meeting import Meeting
from sessions.naming import named

_AFTERWARDS = (
    *(Approved, Dispatched, Rectified, PrivateNoteWritten),
    *(SpeakerQueued, SpeakerStarted, SpeakerStopped, SpeakerDropped),
    LateTextReceived,  # has an objection of its own
)


def approved_already(meeting: Meeting, event: Event) -> str | None:
    """Why a fact about an approved § should be told as a rectification instead; None when it is free (R-1105)."""
    if not isinstance(event, (AboutItem, AboutItems)) or isinstance(event, _AFTERWARDS):
        return None
    for meant in items_meant(meeting, event):
        item = meeting.items.get(meant)
        if item is not None and item.approved:
            return f"{named(item)} är justerad: en ändring ska synas som rättelse (R-1105)."
    return None
