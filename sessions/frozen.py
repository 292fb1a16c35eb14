"""What stands against changing a § that is approved: the text is what the approvers signed, and a correction is a visible one (R-1105)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sessions.events import (
    AboutItem,
    AboutItems,
    Approved,
    ChairTaken,
    Corrected,
    Dispatched,
    Event,
    LateTextReceived,
    MeetingAdjourned,
    MeetingAmended,
    MeetingClosed,
    MeetingOpened,
    MeetingResumed,
    PersonAmended,
    PersonArrived,
    PersonLeft,
    PrivateNoteWritten,
    Recorded,
    Rectified,
    SpeakerDropped,
    SpeakerQueued,
    SpeakerStarted,
    SpeakerStopped,
    SubstituteSeated,
    SubstituteUnseated,
)
from sessions.fold import items_meant
from sessions.meeting import Meeting
from sessions.naming import named

_AFTERWARDS = (
    *(Approved, Dispatched, Rectified, PrivateNoteWritten),
    *(SpeakerQueued, SpeakerStarted, SpeakerStopped, SpeakerDropped),
    LateTextReceived,  # has an objection of its own
)
_OF_ALL = (
    *(MeetingOpened, MeetingAdjourned, MeetingResumed, MeetingClosed, MeetingAmended),
    *(PersonArrived, PersonLeft, PersonAmended, SubstituteSeated, SubstituteUnseated, ChairTaken),
)
"""What stands on the cover and in every §'s roll: it is signed with the protocol as a whole."""


def approved_already(meeting: Meeting, event: Event) -> str | None:
    """Why a fact about an approved § should be told as a rectification instead; None when it is free (R-1105)."""
    if isinstance(event, _OF_ALL):
        return "Protokollet är justerat: en ändring ska synas som rättelse (R-1105)." if meeting.approved else None
    if not isinstance(event, (AboutItem, AboutItems)) or isinstance(event, _AFTERWARDS):
        return None
    for meant in items_meant(meeting, event):
        item = meeting.items.get(meant)
        if item is not None and item.approved:
            return f"{named(item)} är justerad: en ändring ska synas som rättelse (R-1105)."
    return None


def signed_with(meeting: Meeting, act: Iterable[Recorded[Any]], approvals: Iterable[Recorded[Approved]]) -> str | None:
    """What stands against taking back an act: it is the approval, or was approved with it (R-1105). None when it came after that.

    `approvals` are those that count.
    """
    signed = [(a.seq, a.event.items) for a in approvals]
    for entry in act:
        if isinstance(entry.event, Approved):
            return "Justeringen tas då tillbaka: det som var justerat blir ett utkast igen."
        event = entry.event.event if isinstance(entry.event, Corrected) else entry.event
        about = items_meant(meeting, event) if isinstance(event, (AboutItem, AboutItems)) else ()
        later = any(seq > entry.seq and (not items or set(about) & set(items)) for seq, items in signed)
        if later and (against := approved_already(meeting, event)):
            return against
    return None
