"""Which items may be handled in public (R-1201–R-1203)."""

from __future__ import annotations

from sessions.events import DoorsClosed
from sessions.meeting import ItemState, Meeting


def behind_closed_doors(meeting: Meeting, until: int | None = None) -> bool:
    """Whether the doors were closed and not opened again, in this § or an earlier one (R-1202).

    `until`: the number of the event at which it is asked; None: now.
    """
    said = [entry for item in meeting.items.values() for entry in item.doors if until is None or entry.seq <= until]
    newest = max(said, key=lambda entry: entry.seq, default=None)
    return newest is not None and isinstance(newest.event, DoorsClosed)


def may_be_public(meeting: Meeting, item: ItemState) -> bool:
    """Whether the public may be there: always in fullmäktige (R-1203), elsewhere by permission (R-1201).

    Never where authority is exercised or something is secret (R-1202).
    """
    if meeting.plan.kind == "fullmäktige":
        return True
    return meeting.rules.public_allowed and not item.item.exercise_of_authority and not item.item.secret
