"""The sentence that will be printed, shown while somebody types: `exports.wording` asked about what is not recorded yet."""

from __future__ import annotations

from typing import Any

from exports.style import STANDARD, StyleFaults, load_style
from exports.style_model import Style
from exports.wording import sentence
from exports.words import Words
from sessions.events import AboutItem, AboutItems, Event, Recorded
from sessions.fold import items_meant
from sessions.meeting import Meeting
from sessions.session import Session


def style_of(meeting: Meeting) -> Style | None:
    """The meeting's house style; the standard one when it cannot be read, and None when there is none at all.

    A preview is never worth a fault: what is wrong with the style is told where it is loaded to be used.
    """
    for name in (meeting.plan.style, STANDARD):
        try:
            return load_style(name)
        except (OSError, StyleFaults):
            continue
    return None


def proposal_name(meeting: Meeting, item_id: str, proposal: str) -> str:
    """`förvaltningens förslag`, `Karin Bergs (M) yrkande`: as the protocol calls it."""
    style, item = style_of(meeting), meeting.items[item_id]
    return Words(meeting, style).proposal(item, proposal) if style else proposal


def printed(session: Session, made: tuple[Event, ...], entry: Recorded[Any] | None = None) -> str:
    """What the protocol will say of these events; empty when they print nothing."""
    trial = session.log.tried(made)
    # A correction stands in its place, and what it rests on is there already.
    meeting, told = (session.ahead, list(made)) if entry else (trial.meeting, [r.event for r in trial.records])
    style = style_of(meeting)
    if style is None:
        return ""
    sentences = []
    for event in told:
        meant = items_meant(meeting, event) if isinstance(event, AboutItem | AboutItems) else ()
        if meant and meant[0] in meeting.items:
            sentences.append(sentence(meeting, meeting.items[meant[0]], event, style))
    return " ".join(dict.fromkeys(text for text in sentences if text))
