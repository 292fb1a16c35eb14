"""What is kept of a log when the protocol is approved: the agenda, the facts and the text that stands.

Own notes, what was undone, what was corrected away, texts that others replaced, and the speakers' clocks go. The
numbers of what stays are kept, gaps and all, so that it can be seen that something is gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from agendas.model import Agenda
from agendas.value import Value
from sessions.events import (
    LateTextReceived,
    PrivateNoteWritten,
    Recorded,
    SpeakerDropped,
    SpeakerQueued,
    SpeakerStarted,
    SpeakerStopped,
    TextWritten,
    Undone,
)
from sessions.fold import begin, items_meant
from sessions.log import effective, fitted, replay, taken_back
from sessions.meeting import Meeting
from sessions.refusals import why_not

_SPEAKERS = (SpeakerQueued, SpeakerStarted, SpeakerStopped, SpeakerDropped)
_UNKEPT = (PrivateNoteWritten, *_SPEAKERS)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Purged(Value):
    """What is left of a log, and how much of each kind is not."""

    records: tuple[Recorded[Any], ...]
    notes: int
    undone: int
    """Acts that were taken back."""
    corrected: int
    """Facts that another was put in the place of."""
    texts: int
    speakers: int


def purged(agenda: Agenda, records: Sequence[Recorded[Any]]) -> Purged:
    """The log without what is not to be kept. Whether it may be done – after approval – is not asked here."""
    undone, corrections = taken_back(records)
    counting = effective(records)
    written = {r.seq: r.event for r in records}
    meeting = begin(agenda)
    kept: list[Recorded[Any]] = []
    late: dict[tuple[str, str], int] = {}
    replaced: set[int] = set()
    for entry in counting:
        correction = corrections.get(entry.seq)
        after = fitted(meeting, entry, correction is not None)
        fits = len(after.misfits) == len(meeting.misfits)
        if not isinstance(entry.event, _UNKEPT):
            kept.append(entry)
            if correction is not None and why_not(meeting, entry.event):
                # It fits only as a correction – an arrival that was noticed late stands later in the log – so that is still said.
                kept.append(replace(correction, event=replace(correction.event, event=entry.event)))
        if fits and isinstance(entry.event, LateTextReceived):
            key = items_meant(meeting, entry.event)[0], entry.event.of
            replaced.add(late.get(key, 0))
            late[key] = entry.seq
        meeting = after
    standing = {seq for item in meeting.items.values() for seq in item.text_seqs.values()}
    replaced |= {r.seq for r in kept if isinstance(r.event, TextWritten) and r.seq not in standing}
    left = tuple(sorted((r for r in kept if r.seq not in replaced), key=lambda r: r.seq))
    return Purged(
        records=left,
        notes=sum(isinstance(r.event, PrivateNoteWritten) for r in counting),
        undone=len({r.act for r in records if r.act in undone and not isinstance(r.event, Undone)}),
        corrected=sum(r.event != written[r.seq] for r in counting),
        texts=len(replaced - {0}),
        speakers=sum(isinstance(r.event, _SPEAKERS) for r in counting),
    )


def same(agenda: Agenda, before: Sequence[Recorded[Any]], after: Sequence[Recorded[Any]]) -> bool:
    """Whether both logs add up to the same meeting, but for what is not kept."""
    return _kept_of(replay(agenda, before)) == _kept_of(replay(agenda, after))


def _kept_of(meeting: Meeting) -> Meeting:
    bare = {i: replace(x, private_note="", queue=(), speeches=()) for i, x in meeting.items.items()}
    misfits = tuple(m for m in meeting.misfits if not isinstance(m.entry.event, (*_UNKEPT, TextWritten)))
    return replace(meeting, items=bare, misfits=misfits)
