"""What was decided, from the outcome and the proposal that won: points when there are words, a sentence when the outcome is enough."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agendas.model import Point, joined_points, lead_of, split_points
from agendas.value import Value
from exports.elections import elected_said, resigned_said
from exports.rulings import FORMAL_DONE, subject
from exports.swedish import after_att, as_att, begins_with_att
from exports.words import Words
from sessions.events import PREPARED_NAMES
from sessions.meeting import ItemState, Motion
from sessions.procedure import settlement


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Ruling(Value):
    """The words of a decision: a lead above its points, or sentences."""

    lead: str = ""
    points: tuple[Point, ...] = ()
    sentences: tuple[str, ...] = ()
    literal: bool = False
    """Whether the points are words that somebody typed as text, not Markdown: those of a motion."""


def ruling(words: Words, item: ItemState) -> Ruling:
    """The decision as recorded at the gavel; empty when there is none."""
    found = _ruled(words, item)
    said = [(e.seq, resigned_said(words, item, e.event)) for e in item.resigned]
    said += [(e.seq, elected_said(words, item, e.event)) for e in item.elected]
    elected = tuple(text for _, text in sorted(said))
    return replace(found, sentences=(*found.sentences, *(text for text in elected if text)))


def _ruled(words: Words, item: ItemState) -> Ruling:
    if item.decision is None:
        return Ruling()
    phrases, event = words.style.phrases, item.decision.event
    if event.text.strip():
        return _with_lead(words, item, Ruling(lead_of(event.text), split_points(event.text)))
    reason = event.reason or (_motive(item) if event.outcome in {"återremitteras", "remitteras"} else "")
    motive = words.say(phrases.motive, item, reason=after_att(reason)) if reason else ""
    to = words.say(phrases.to, item, to=event.to) if event.to else ""
    match event.outcome:
        case "bifall" if item.item.kind == "anmälan" and not item.item.points and not event.winner and not item.live_motions:
            text = words.sentence(phrases.report_noted, item)
        case "bifall":
            return _approved(words, item)
        case "avslag":
            rejects = phrases.proposes_rejection if item.proposes else phrases.rejected
            text = words.sentence(rejects, item, proposal=words.prepared(item)).replace("  ", " ")  # a proposal to nobody leaves no gap
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
            text = words.sentence(phrases.not_quorate, item, quorate=words.quorate)
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
    settled = settlement(item)
    lead, points, literal = item.item.proposal_lead, prepared, False
    if won is not None and won.entry.event.kind in {"nytt förslag", "ändring"} and won.text.strip():
        own = split_points(won.text)
        if won.entry.event.kind == "ändring" and won.entry.event.target in PREPARED_NAMES and len(own) == len(won.entry.event.points):
            points = _amended(item, prepared, won.id)
        else:
            lead, points, literal = lead_of(won.text), tuple(replace(p, text=as_att(p.text)) for p in own), True
    changes = settled.amendments if settled else ()
    for motion_id in changes:
        points = _amended(item, points, motion_id)
    parts = [m for i in (settled.parts if settled else ()) if (m := item.motion(i))]
    if not literal:  # by the numbers of the prepared proposal: before anything is added, and all at once
        struck = _struck(item, changes or ((won.id,) if won else ()))
        left = _without(points, struck | {n for m in parts for n in m.entry.event.points})
        points = left if left or parts else points
    for motion_id in settled.additions if settled else ():
        if (added := item.motion(motion_id)) and added.text.strip():
            points = (*points, *_fitting(words, item, points, split_points(added.text)))
    return _with_lead(words, item, Ruling(lead, points, tuple(_sent(words, item, m) for m in parts), literal))


def _sent(words: Words, item: ItemState, motion: Motion) -> str:
    """`Punkt 2 återremitteras med motiveringen att …`"""
    phrases = words.style.phrases
    motive = words.say(phrases.motive, item, reason=after_att(motion.text)) if motion.text else ""
    return words.sentence(
        phrases.part_sent, item, what=subject(words, item, motion), done=FORMAL_DONE[motion.entry.event.kind], motive=motive
    )


def _fitting(words: Words, item: ItemState, before: tuple[Point, ...], added: tuple[Point, ...]) -> tuple[Point, ...]:
    """Added att-satser as whole sentences, when what they are added to is whole sentences."""
    lead = _lead(words, item)
    if not lead or not before or any(begins_with_att(p.text) for p in before):
        return added
    return tuple(replace(p, text=f"{lead} {p.text.rstrip(' .')}.") if begins_with_att(p.text) else p for p in added)


def _amended(item: ItemState, points: tuple[Point, ...], motion_id: str) -> tuple[Point, ...]:
    """The points with those that a motion is about in its words (R-622)."""
    motion = item.motion(motion_id)
    own = split_points(motion.text) if motion else ()
    if motion is None or len(own) != len(motion.entry.event.points):
        return points
    changed = dict(zip(motion.entry.event.points, own, strict=True))
    return tuple(replace(changed[n], mark=point.mark) if n in changed else point for n, point in enumerate(points, 1))


def _struck(item: ItemState, motions: tuple[str, ...]) -> set[int]:
    """The points that these motions, which have won, reject (R-622)."""
    rejected = [m.entry.event.points for i in motions if (m := item.motion(i)) and m.entry.event.kind == "avslag"]
    return {n for numbers in rejected for n in numbers}


def _without(points: tuple[Point, ...], struck: set[int]) -> tuple[Point, ...]:
    """The points that are left, numbered anew."""
    if not struck:
        return points
    left = tuple(point for n, point in enumerate(points, 1) if n not in struck)
    if len(left) == 1:
        return (replace(left[0], mark=""),)
    numbered = all(p.mark.rstrip(".)").isdigit() for p in points)
    return tuple(replace(p, mark=f"{n}{p.mark.lstrip('0123456789')}") for n, p in enumerate(left, 1)) if numbered else left


def _with_lead(words: Words, item: ItemState, found: Ruling) -> Ruling:
    """`Nämnden beslutar` before att-satser that have no lead of their own (R-1008); `föreslår … besluta` when it only proposes (R-909)."""
    if found.lead or not found.points or not all(begins_with_att(p.text) for p in found.points):
        return found
    return replace(found, lead=_lead(words, item))


def _lead(words: Words, item: ItemState) -> str:
    phrases = words.style.phrases
    lead = words.sentence(phrases.proposes if item.proposes else phrases.decides, item)
    return lead.replace("  ", " ")  # a proposal to nobody leaves no gap


def own_ruling(words: Words, item: ItemState) -> Ruling:
    """What the body decided for its own part, when it proposed the rest (R-909); its points are numbered by themselves."""
    own = item.decision.event.own.strip() if item.decision else ""
    points = split_points(own)
    if not points:
        return Ruling()
    phrase = words.style.phrases.decides_itself if begins_with_att(points[0].text) else words.style.phrases.decides_itself_above
    return Ruling(lead_of(own) or words.sentence(phrase, item), points)


def decision_text(words: Words, item: ItemState) -> str:
    """The decision as plain text: what a dialog shows."""
    found = ruling(words, item)
    own = own_ruling(words, item)
    lines = [own.lead, joined_points(own.points), found.lead, joined_points(found.points), *found.sentences]
    return "\n".join(line for line in lines if line)
