"""What was decided, from the outcome and the proposal that won: points when there are words, a sentence when the outcome is enough."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agendas.model import Point, joined_points, lead_of, split_points
from exports.elections import elected_said
from exports.swedish import begins_with_att, without_att
from exports.words import Words
from sessions.events import PREPARED_NAMES
from sessions.meeting import ItemState
from sessions.procedure import settlement


@dataclass(frozen=True, slots=True)
class Ruling:
    """The words of a decision: a lead above its points, or sentences."""

    lead: str = ""
    points: tuple[Point, ...] = ()
    sentences: tuple[str, ...] = ()
    literal: bool = False
    """Whether the points are words that somebody typed as text, not Markdown: those of a motion."""


def ruling(words: Words, item: ItemState) -> Ruling:
    """The decision as recorded at the gavel; empty when there is none."""
    found = _ruled(words, item)
    elected = tuple(elected_said(words, item, e.event) for e in item.elected)
    return replace(found, sentences=(*found.sentences, *(text for text in elected if text)))


def _ruled(words: Words, item: ItemState) -> Ruling:
    if item.decision is None:
        return Ruling()
    phrases, event = words.style.phrases, item.decision.event
    if event.text.strip():
        return _with_lead(words, item, Ruling(lead_of(event.text), split_points(event.text)))
    reason = event.reason or (_motive(item) if event.outcome in {"återremitteras", "remitteras"} else "")
    motive = words.say(phrases.motive, item, reason=without_att(reason)) if reason else ""
    to = words.say(phrases.to, item, to=event.to) if event.to else ""
    match event.outcome:
        case "bifall":
            return _approved(words, item)
        case "avslag":
            text = words.sentence(phrases.rejected, item, proposal=words.prepared(item))
        case "bordläggs":
            text = words.sentence(phrases.postponed, item, to=event.to or words.say(phrases.postponed_to, item))
            text = f"{text.rstrip('.')}{motive}." if motive else text
        case "återremitteras":
            text = words.sentence(phrases.referred, item, to=to, motive=motive)
        case "remitteras":
            text = words.sentence(phrases.remitted, item, to=to, motive=motive)
        case "utgår":
            text = words.sentence(phrases.withdrawn, item)
        case _:
            quorate = "beslutfört" if words.meeting.body.neuter else "beslutför"
            text = words.sentence(phrases.not_quorate, item, quorate=quorate)
    return Ruling(sentences=(text,) if text else ())


def _motive(item: ItemState) -> str:
    """The motive as the winning motion gave it (R-612)."""
    settled = settlement(item)
    won = item.motion((item.decision.event.winner if item.decision else "") or (settled.winner if settled else ""))
    return won.text if won else ""


def _approved(words: Words, item: ItemState) -> Ruling:
    """The points of the proposal that won, as changed by the motion that won, with the additions that were approved after them."""
    event = item.decision.event if item.decision else None
    won = item.motion(event.winner) if event else None
    if won is not None and won.entry.event.kind == "bifall":
        won = item.motion(won.entry.event.target)
    prepared = item.item.points
    lead, points, literal = item.item.proposal_lead, prepared, False
    if won is not None and won.entry.event.kind in {"nytt förslag", "ändring"} and won.text.strip():
        own = split_points(won.text)
        if won.entry.event.kind == "ändring" and won.entry.event.target in PREPARED_NAMES and len(own) == len(won.entry.event.points):
            points = _amended(item, prepared, won.id)
        else:
            lead, points, literal = lead_of(won.text), own, True
    settled = settlement(item)
    for motion_id in settled.amendments if settled else ():
        points = _amended(item, points, motion_id)
    for motion_id in settled.additions if settled else ():
        if (added := item.motion(motion_id)) and added.text.strip():
            points = (*points, *split_points(added.text))
    return _with_lead(words, item, Ruling(lead, points, literal=literal))


def _amended(item: ItemState, points: tuple[Point, ...], motion_id: str) -> tuple[Point, ...]:
    """The points with those that a motion is about in its words (R-622)."""
    motion = item.motion(motion_id)
    own = split_points(motion.text) if motion else ()
    if motion is None or len(own) != len(motion.entry.event.points):
        return points
    changed = dict(zip(motion.entry.event.points, own, strict=True))
    return tuple(replace(changed[n], mark=point.mark) if n in changed else point for n, point in enumerate(points, 1))


def _with_lead(words: Words, item: ItemState, found: Ruling) -> Ruling:
    """`Nämnden beslutar` before att-satser that have no lead of their own (R-1008); `föreslår … besluta` when it only proposes (R-909)."""
    if found.lead or not found.points or not all(begins_with_att(p.text) for p in found.points):
        return found
    phrases = words.style.phrases
    lead = words.sentence(phrases.proposes if item.proposes else phrases.decides, item)
    return replace(found, lead=lead.replace("  ", " "))  # a proposal to nobody leaves no gap


def decision_text(words: Words, item: ItemState) -> str:
    """The decision as plain text: what a dialog shows."""
    found = ruling(words, item)
    lines = [found.lead, joined_points(found.points), *found.sentences]
    return "\n".join(line for line in lines if line)
