"""What will be printed and what is to be said, shown while somebody types.

`exports.wording` and `exports.script` asked about what is not recorded yet: a dialog has no such words of its own.
"""

from __future__ import annotations

from typing import Any

from exports.script import asked, finding
from exports.standing_decisions import standing_decision
from exports.style import STANDARD, StyleFaults, load_style
from exports.style_model import Style
from exports.wording import sentence
from exports.words import Words
from sessions.events import AboutItem, AboutItems, Event, MotionMoved, QuestionAnswered, QuestionPut, Recorded
from sessions.fold import items_meant
from sessions.meeting import ItemState, Meeting
from sessions.procedure import ProposedQuestion
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


def standing_words(meeting: Meeting, item: ItemState) -> str:
    """The decision of an item that is about the meeting itself: the agenda is fixed, the approvers are chosen; else empty."""
    style = style_of(meeting)
    return standing_decision(meeting, item, style) if style else ""


def chair_asks(session: Session, item: ItemState, question: ProposedQuestion | None) -> tuple[str, ...]:
    """The chair's question word for word (M-5–M-12), one string for each thing that is said."""
    meeting = session.ahead
    style = style_of(meeting)
    return asked(meeting, style, item, question, session.clock()) if style else ()


def chair_finds(session: Session, item: ItemState, question: ProposedQuestion, winner: str) -> str:
    """What the chair says to tell that an alternative won."""
    meeting = session.ahead
    style = style_of(meeting)
    return finding(meeting, style, item, question, winner, session.clock()) if style else ""


def printed(session: Session, made: tuple[Event, ...], entry: Recorded[Any] | None = None) -> str:
    """What the protocol will say of these events; empty when they print nothing."""
    trial = session.log.tried(made)
    # A correction stands in its place, and what it rests on is there already.
    meeting, told = (session.ahead, list(made)) if entry else (trial.meeting, [r.event for r in trial.records])
    style = style_of(meeting)
    if style is None:
        return ""
    if any(isinstance(e, QuestionAnswered) for e in told):
        told = [e for e in told if not isinstance(e, QuestionPut)]  # the answer tells the question too
    second_hand = {e.fallback for e in told if isinstance(e, MotionMoved) and e.fallback}
    sentences = []
    for event in told:
        if isinstance(event, MotionMoved) and event.motion in second_hand:
            continue  # it stands in the sentence of the first hand
        meant = items_meant(meeting, event) if isinstance(event, AboutItem | AboutItems) else ()
        if meant and meant[0] in meeting.items:
            sentences.append(sentence(meeting, meeting.items[meant[0]], event, style))
    return " ".join(dict.fromkeys(text for text in sentences if text))
