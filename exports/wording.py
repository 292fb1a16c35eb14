"""The sentences about what people did in a §: jäv, motions, reservations, notes. Facts and a style in, Swedish out.

`sentence` gives the same words for an event that is still being typed, so that a dialog can show what will be printed.
The chair's questions and the votes are in `rulings.py`, the decision in `decisions.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from agendas.model import split_points
from agendas.value import Value
from exports.decisions import decision_text
from exports.elections import answered_said, elected_said, resigned_said, urgent_said
from exports.rulings import question_said, refusal_said, subject
from exports.style_model import Style
from exports.swedish import after_att, begins_with_att, begins_with_noun, listed, lower_first
from exports.words import OWN, Words
from sessions import events as ev
from sessions.attendance import chair, present, quorate, servers, serving
from sessions.events import Event, Recorded
from sessions.meeting import ItemState, Meeting, Motion, Question, Reservation, Statement, Vote
from sessions.standing import declared_ahead, is_for_recusals, is_roll_call
from sessions.voting import recusal_tried

_REFERS = re.compile(r"(enligt|i enlighet med)\s", re.IGNORECASE)
_SAYS_THE_CHANGE = re.compile(r"\b(ändras?|stryks?|utgår|ersätts?|ska lyda|får lydelsen)\b", re.IGNORECASE)
_LAST = 1 << 40
"""The place in the log of an event that is still being typed: after all others."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Said(Value):
    """A sentence, and below it what people wrote in their own words, to be printed as they typed it."""

    text: str
    words: str = ""

    def __str__(self) -> str:
        """Both, as a dialog shows them."""
        return f"{self.text}\n{self.words}".strip()


def sentence(meeting: Meeting, item: ItemState, event: Event, style: Style) -> str:
    """What will be printed of an event on an item; empty while nothing can be said, and for events that print nothing.

    The event need not be recorded or complete: ids and persons may be missing.
    """
    words = Words(meeting, style)
    match event:
        case ev.MotionMoved() if event.by:
            moved = Motion(event.motion or "-", Recorded(0, 0, event), event.supporters)
            with_it = replace(item, motions=(*(m for m in item.motions if m.id != moved.id), moved))
            return " ".join(str(said) for said in motion_said(words, with_it, moved))
        case ev.MotionSupported() if event.persons and (motion := item.motion(event.motion)):
            return supported(words, item, motion, event.persons)
        case ev.MemberRecused() if event.persons:
            noted = replace(item, recusals=(*item.recusals, Recorded(0, 0, event)))
            return " ".join(_recused(words, noted, event, replace(meeting, items={**meeting.items, item.id: noted})))
        case ev.RecusalTried():
            return tried(words, item, event)
        case ev.MotionRefused():
            return refusal_said(words, item, event)
        case ev.QuestionPut():
            return question_said(words, item, Question("-", Recorded(_LAST, 0, event)))
        case ev.QuestionAnswered():
            asked = next((q for q in reversed(item.questions) if event.question in ("", q.id)), None)
            return question_said(words, item, replace(asked, answer=Recorded(_LAST, 0, event))) if asked else ""
        case ev.MemberAbstained() if event.person:
            return words.sentence(style.phrases.abstention, item, person=words.people((event.person,)))
        case ev.ReservationMade() if event.persons:
            return str(reservation_said(words, item, Reservation("-", Recorded(0, 0, event))))
        case ev.StatementMade() if event.person:
            return str(statement_said(words, item, Statement("-", Recorded(0, 0, event))))
        case ev.Decided():
            decided = replace(item, decision=Recorded(0, 0, event), phase="beslutat")
            return decision_text(words, decided)
        case ev.Elected():
            return elected_said(words, item, event)
        case ev.Resigned() if event.persons:
            return resigned_said(words, item, event)
        case ev.ProportionalDemanded() if event.persons:
            return words.sentence(style.phrases.proportional, item, person=words.people(event.persons))
        case ev.AnswerGiven() if event.asked_by:
            return answered_said(words, item, event)
        case ev.UrgentDecisionReported():
            return urgent_said(words, item, event)
        case ev.ImmediatelyApproved():
            return words.sentence(style.phrases.approved_at_once, item)
        case _:
            return ""


# Who takes part


def recusals(words: Words, item: ItemState) -> Iterator[str | Vote]:
    """What is told on jäv: who, who serves instead, disputes with their votes and how they ended, who leads, who approves.

    A vote on somebody's jäv stands before what the body found of it (R-405).
    """
    votes = [(recusal_tried(item, v), v) for v in item.votes]
    for recusal in item.recusals:
        yield " ".join(_recused(words, item, recusal.event, words.meeting))
    for trial in item.trials:
        yield from (v for person, v in votes if person == trial.event.person)
        found = _instead(words, item, (trial.event.person,), words.meeting) if trial.event.found else []
        yield " ".join([tried(words, item, trial.event), *found])
    told = {t.event.person for t in item.trials}
    yield from (v for person, v in votes if person is not None and person not in told)
    yield _led_by(words, item)
    yield from _approved_by(words, item)


def roll_called(words: Words, item: ItemState) -> tuple[str, ...]:
    """In the standing § for the roll call: that it was held, and how many serve (R-214)."""
    meeting, event = words.meeting, item.decision.event if item.decision else None
    there = present(meeting, item)
    own = item.item.points or item.texts or (event and event.text)
    if not is_roll_call(item) or not item.opened or own or not quorate(meeting, item, there):
        return ()
    return (words.sentence(words.style.phrases.roll_called, item, quorate=words.quorate, count=str(len(there)), seats=str(meeting.seats)),)


def declarations(words: Words, item: ItemState) -> tuple[str, ...]:
    """In the standing § for jäv: who has declared it for later §§ (R-403); when the body went on without any, that nobody did."""
    if not is_for_recusals(item):
        return ()
    phrases = words.style.phrases
    told = tuple(
        words.sentence(phrases.recusal_declared, item, person=words.people(persons), items=_named(words, items))
        for persons, items in declared_ahead(words.meeting)
    )
    if told or item.decision is None or item.item.points or item.decision.event.text or item.texts:
        return told
    return (words.sentence(phrases.recusal_none_declared, item),)


def _named(words: Words, items: Iterable[ItemState]) -> str:
    """`§§ 50, 52 och ärendet ”Budget”`: an item that has no number yet by its title."""
    known = list(items)
    numbers = words.paragraphs(x.paragraph for x in known if x.paragraph is not None)
    return listed([*([numbers] if numbers else []), *(f"ärendet ”{x.item.title}”" for x in known if x.paragraph is None)])


def _recused(words: Words, item: ItemState, event: ev.MemberRecused, meeting: Meeting) -> list[str]:
    phrases = words.style.phrases
    if event.disputed:
        return [words.sentence(phrases.recusal_questioned, item, person=words.people(event.persons))]
    told = words.sentence(phrases.recusal, item, person=words.people(event.persons))
    return [text for text in (told, *_instead(words, item, event.persons, meeting)) if text]


def _instead(words: Words, item: ItemState, persons: Iterable[str], meeting: Meeting) -> list[str]:
    """Who serves instead of those who are out by jäv, and that nobody does for the others."""
    phrases, told = words.style.phrases, []
    instead = {s.seat_of: s.person for s in servers(meeting, item) if s.seat_of}
    seated = set(serving(meeting, item))
    unfilled = False
    for person in persons:
        if person in instead:
            substitute, member = words.people((instead[person],)), words.people((person,))
            told.append(words.sentence(phrases.recusal_substitute, item, substitute=substitute, member=member))
        elif person in seated:
            unfilled = True
    if unfilled:
        told.append(words.sentence(phrases.recusal_unfilled, item))
    return [text for text in told if text]


def tried(words: Words, item: ItemState, event: ev.RecusalTried) -> str:
    """What the body found in a disputed question of jäv (R-405)."""
    phrases = words.style.phrases
    if event.disregarded and not event.found:
        return words.sentence(phrases.recusal_disregarded, item, person=words.people((event.person,)))
    return words.sentence(phrases.recusal_found if event.found else phrases.recusal_not_found, item, person=words.people((event.person,)))


def _led_by(words: Words, item: ItemState) -> str:
    """Who leads when the one who else would is out by jäv (R-413)."""
    if not item.recused:
        return ""
    leader = chair(words.meeting, item)
    usual = chair(words.meeting, replace(item, item=replace(item.item, id=""), recusals=()))  # as if nobody had stepped in for this § only
    if leader is None or leader == usual or usual not in item.recused:
        return ""
    return words.sentence(
        words.style.phrases.recusal_chair, item, person=words.people((leader,)), paragraph=words.paragraphs(_number(item))
    )


def _approved_by(words: Words, item: ItemState) -> list[str]:
    """Who approves this § instead of the one chosen for the whole protocol (R-414)."""
    phrase = words.style.phrases.recusal_approver
    chosen = [a.event for a in words.meeting.approvers if item.id in a.event.items]
    return [words.sentence(phrase, item, person=words.people(c.persons), paragraph=words.paragraphs(_number(item))) for c in chosen]


def _number(item: ItemState) -> tuple[int, ...]:
    return () if item.paragraph is None else (item.paragraph,)


def abstentions(words: Words, item: ItemState) -> str:
    """Who takes no part in the decision (R-505)."""
    return words.sentence(words.style.phrases.abstention, item, person=words.people(item.out)) if item.out else ""


# Motions


def motions(words: Words, item: ItemState) -> tuple[Said, ...]:
    """The motions in the order moved, each with those who joined it. One that is another's second hand stands in that one."""
    second_hand = {m.entry.event.fallback for m in item.live_motions}
    shown = [m for m in item.live_motions if m.id not in second_hand and m.entry.event.kind != "ordningsfråga"]
    demanded = tuple(
        Said(words.sentence(words.style.phrases.proportional, item, person=words.people(d.event.persons))) for d in item.proportional
    )
    return (*(said for motion in shown for said in motion_said(words, item, motion)), *demanded)


def motion_said(words: Words, item: ItemState, motion: Motion) -> tuple[Said, ...]:
    """One motion, and the sentence of those who joined it."""
    said = _moved(words, item, motion)
    return (said, Said(supported(words, item, motion, motion.supporters))) if motion.supporters else (said,)


def supported(words: Words, item: ItemState, motion: Motion, persons: Iterable[str]) -> str:
    """`{Namn} instämmer i {namns} yrkande.`"""
    return words.sentence(words.style.phrases.supported, item, person=words.people(persons), motion=words.motion(item, motion))


def _moved(words: Words, item: ItemState, motion: Motion) -> Said:
    phrases, event = words.style.phrases, motion.entry.event
    persons = words.movers(event.by)
    noun = words.noun(item, motion)
    target = _target(words, item, motion)
    text = motion.text.strip()
    if event.kind in {"tillägg", "nytt förslag", "ändring"}:
        if not text:
            return Said(words.sentence(phrases.motion_promised, item, person=persons, noun=noun))
        if not _fits_sentence(event.kind, text):
            before = phrases.motion_amends_text if event.kind == "ändring" else phrases.motion_text
            return Said(words.sentence(before, item, person=persons, noun=noun, target=target), text)
    clause = _clause(words, item, motion)
    if other := item.motion(event.fallback):
        return Said(words.sentence(phrases.motion_fallback, item, person=persons, clause=clause, fallback=_clause(words, item, other)))
    # A quotation that ends with a full stop ends the sentence too
    return Said(words.sentence(phrases.motion, item, person=persons, clause=clause).replace(".”.", ".”"))


def _fits_sentence(kind: str, text: str) -> bool:
    """Whether the words can stand inside a sentence: one line, and an att-sats unless they are quoted."""
    att = begins_with_att(text) or begins_with_noun(text) or _REFERS.match(text) is not None
    return "\n" not in text and len(split_points(text)) == 1 and (kind == "ändring" or att)


def _clause(words: Words, item: ItemState, motion: Motion) -> str:
    """What is moved: `bifall till förvaltningens förslag`."""
    phrases, event = words.style.phrases, motion.entry.event
    target, text = _target(words, item, motion), motion.text.strip()
    motive = words.say(phrases.motive, item, reason=after_att(text)) if text else ""
    match event.kind:
        case "bifall":
            return words.say(phrases.approve, item, target=target)
        case "avslag":
            return words.say(phrases.reject, item, target=target)
        case "ändring":
            if begins_with_att(text) and _SAYS_THE_CHANGE.search(text):  # the whole motion is in the words: ”att punkt 2 ändras till …”
                return words.say(phrases.new, item, text=after_att(text))
            return words.say(phrases.amend, item, target=target, text=text)
        case "tillägg":
            return _that(words.say(phrases.add, item, text=after_att(text)), text)
        case "nytt förslag":
            return _that(words.say(phrases.new, item, text=after_att(text)), text)
        case "bordläggning":
            return words.say(phrases.postpone, item, what=subject(words, item, motion), motive=motive)
        case "återremiss":
            return words.say(phrases.refer, item, what=subject(words, item, motion), motive=motive)
        case "remiss":
            return words.say(phrases.remit, item, what=subject(words, item, motion), motive=motive)
        case "ajournering":
            return words.say(phrases.adjourn, item, motive=motive)
        case _:
            return words.say(phrases.order, item, motive=motive)


def _that(clause: str, text: str) -> str:
    """A motion that points to a paper is no att-sats, nor is a noun: `yrkar enligt yrkande från S och MP`, `yrkar bifall till motionen`."""
    bare = _REFERS.match(text) or begins_with_noun(text)
    return clause.replace(f"att {after_att(text)}", lower_first(after_att(text))) if bare else clause


def _target(words: Words, item: ItemState, motion: Motion) -> str:
    """What a motion is about: a proposal, some points of it, or a named part."""
    phrases, event = words.style.phrases, motion.entry.event
    target = words.proposal(item, event.target, event.by)
    if event.points:
        points = words.points(event.points)
        target = points if event.kind == "ändring" else words.say(phrases.on_points, item, points=points, target=target)
    return words.say(phrases.on_part, item, part=event.part, target=target) if event.part else target


# Afterthoughts


def reservation_said(words: Words, item: ItemState, reservation: Reservation) -> Said:
    """`Mot beslutet reserverar sig {namn} till förmån för eget yrkande.`, with the motive below."""
    phrases, event = words.style.phrases, reservation.entry.event
    points = words.say(phrases.reservation_points, item, points=words.points(event.points)) if event.points else ""
    favour = ""
    if event.in_favour_of:
        own = event.in_favour_of == OWN
        motion = words.say(phrases.own_motion, item) if own else words.proposal(item, event.in_favour_of, event.persons)
        favour = words.say(phrases.reservation_favour, item, motion=motion)
    text = words.sentence(phrases.reservation, item, person=words.people(event.persons), points=points, favour=favour)
    if event.appendix:
        text = f"{text} {words.sentence(phrases.reservation_appendix, item, label=event.appendix)}"
    return Said(text, reservation.text.strip())


def statement_said(words: Words, item: ItemState, statement: Statement) -> Said:
    """`{Namn} lämnar en protokollsanteckning:` with its words below, or the appendix that holds them."""
    phrases, event = words.style.phrases, statement.entry.event
    phrase = {
        "protokollsanteckning": phrases.note,
        "särskilt yttrande": phrases.special_statement,
        "mening till protokollet": phrases.opinion,
        "avvikande mening": phrases.dissent,
    }[event.kind]
    person = words.meeting.people.get(event.person)
    sits_out = person is not None and person.is_substitute and event.person not in serving(words.meeting, item)
    capacity = words.say(phrases.not_serving, item) if sits_out else ""
    text = words.sentence(phrase, item, person=words.people((event.person,)), capacity=capacity)
    own = statement.text.strip()
    ending = words.say(phrases.in_appendix, item, label=event.appendix) if event.appendix else ""
    return Said(f"{text}{ending}{':' if own else '.'}", own)
