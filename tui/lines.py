"""The recorded lines of a § as the panel shows them: what they say in short, and which fact stands behind each.

Short words for the screen; the sentences of the protocol are made in `exports/wording.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from agendas.model import genitive
from agendas.value import Value
from exports.swedish import listed, owner
from sessions.events import PREPARED_NAMES, Decided, DoorsClosed, Recorded
from sessions.meeting import ItemState, Meeting, Motion
from sessions.proposals import DECIDE_TODAY, REJECTION
from tui.texts.program import Lines as Words

Kind = Literal[
    "proposal",
    "recusal",
    "composition",
    "motion",
    "question",
    "vote",
    "decision",
    "reservation",
    "appendix",
    "election",
    "debate",
    "doors",
    "demand",
    "answer",
    "urgent",
]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Line(Value):
    """One line of the panel. `entry`: the fact that can be corrected or struck; None where nothing is recorded yet."""

    kind: Kind
    label: str
    text: str
    entry: Recorded[Any] | None = None

    @property
    def key(self) -> str:
        """What the line is about, the same before and after a correction."""
        return f"{self.kind}-{self.entry.seq}" if self.entry else f"{self.kind}-{self.label}"


def lines_of(meeting: Meeting, item: ItemState) -> tuple[Line, ...]:
    """All lines of a §, in the order in which a § is made."""
    found: list[Line] = []
    for part in (_proposal, _doors, _exclusions, _motions, _debate, _questions, _decision, _afterthoughts):
        found += part(meeting, item)
    return tuple(found)


def decision_text(meeting: Meeting, item: ItemState, decision: Recorded[Decided]) -> str:
    """`Bifall till förslaget`, `Bordläggs`, with the words if there are any."""
    event = decision.event
    if event.outcome != "bifall":
        said = Words.OUTCOMES[event.outcome]
    elif event.winner in PREPARED_NAMES:
        said = Words.APPROVED if item.item.points else Words.DECIDED
    else:
        won = item.motion(event.winner)
        said = Words.winner(motion_text(meeting, won)) if won else Words.DECIDED
    words = event.text or item.texts.get("decision", "")
    return " – ".join(x for x in (said, " ".join(words.split())) if x)


def motion_text(meeting: Meeting, motion: Motion) -> str:
    """`Åsa Bergkvist (S): bifall till förslaget`."""
    event = motion.entry.event
    by = ", ".join(meeting.label(p) for p in event.by)
    said = Words.motion(event.kind, "" if event.target in PREPARED_NAMES else _owned(meeting, motion), event.points)
    text = " ".join(motion.text.split()) or (Words.HANDED_IN_LATER if event.to_be_handed_in else "")
    return f"{by}: {said}" + (f" – {text}" if text else "")


def _owned(meeting: Meeting, motion: Motion) -> str:
    """`Karin Bergs (M) yrkande`: the other motion that a motion is about, as the protocol calls it."""
    items = [x for x in meeting.items.values() if any(m.entry.seq == motion.entry.seq for m in x.motions)]
    items = items or [x for i in (motion.entry.event.item, *meeting.current) if (x := meeting.items.get(i))]
    other = next((m for x in items if (m := x.motion(motion.entry.event.target))), None)
    if other is None:
        return motion.entry.event.target
    people = meeting.people
    return Words.motion_of(listed(owner(people[p]) if p in people else genitive(p) for p in other.entry.event.by))


def _proposal(m: Meeting, x: ItemState) -> Iterator[Line]:
    if x.item.secrecy:
        yield Line("proposal", Words.SECRET, x.item.secrecy)
    points = x.item.points
    if points:
        yield Line("proposal", Words.PROPOSAL, Words.points([p.text for p in points]))


def _doors(m: Meeting, x: ItemState) -> Iterator[Line]:
    for entry in x.doors:
        time = f"{entry.event.happened:%H.%M}"
        event = entry.event
        said = Words.doors_closed(time, event.reason) if isinstance(event, DoorsClosed) else Words.doors_opened(time)
        yield Line("doors", Words.DOORS, said, entry)


def _debate(m: Meeting, x: ItemState) -> Iterator[Line]:
    if x.debate_closed:
        yield Line("debate", Words.DEBATE, Words.debate_closed(f"{x.debate_closed.event.happened:%H.%M}"), x.debate_closed)


def _exclusions(m: Meeting, x: ItemState) -> Iterator[Line]:
    tried = {t.event.person: t for t in x.trials}
    stands = {s.entry.event.seat_of: s.entry.event.substitute for s in m.seatings if x.id in s.entry.event.items}
    for recusal in x.recusals:
        for person in recusal.event.persons:
            trial = tried.get(person)
            said = Words.recusal(recusal.event.disputed, None if trial is None else trial.event.found, recusal.event.ground)
            stand_in = f" · {Words.serves(m.label(stands[person]))}" if person in stands else ""
            yield Line("recusal", Words.RECUSAL, f"{m.label(person)} – {said}{stand_in}", recusal)
    for abstention in x.abstentions:
        yield Line("recusal", Words.ABSTAINS, m.label(abstention.event.person), abstention)
    for away in x.away:
        stand_in = f" · {Words.serves(m.label(stands[away.event.person]))}" if away.event.person in stands else ""
        yield Line("recusal", Words.AWAY, m.label(away.event.person) + stand_in, away)
    told = {*x.recused, *x.away_persons}
    for seating in m.seatings:
        event = seating.entry.event
        if x.id in event.items and event.seat_of not in told:
            yield Line("composition", Words.SERVES, Words.serves_for(m.label(event.substitute), m.label(event.seat_of)), seating.entry)
    for chairing in m.chairings:
        if x.id in chairing.entry.event.items:
            yield Line("composition", Words.CHAIR, m.label(chairing.entry.event.person), chairing.entry)


def _motions(m: Meeting, x: ItemState) -> Iterator[Line]:
    for number, motion in enumerate(x.motions, 1):
        text = f"{number} {motion_text(m, motion)}"
        if motion.supporters:
            text += f" · {Words.supported(', '.join(m.label(p) for p in motion.supporters))}"
        state = Words.WITHDRAWN if motion.withdrawn else Words.REFUSED if motion.off_the_table else ""
        yield Line("motion", Words.MOTIONS, f"{text} · {state}" if state else text, motion.entry)


def _questions(m: Meeting, x: ItemState) -> Iterator[Line]:
    for question in x.questions:
        event = question.entry.event
        answer = _named(m, x, question.answer.event.winner) if question.answer else Words.NOT_ANSWERED
        by = f" ({question.answer.event.by})" if question.answer and question.answer.event.by != "acklamation" else ""
        yield Line(
            "question",
            Words.QUESTION,
            f"{Words.QUESTIONS[event.kind]}{Words.on_points(event.points)} → {answer}{by}",
            question.answer or question.entry,
        )
    for vote in x.votes:
        if vote.closed is None:
            text = Words.VOTE_OPEN
        else:
            text = Words.vote(vote.count("ja"), vote.count("nej"), vote.count("avstår"), vote.entry.event.secret)
            if vote.closed.event.casting_vote:
                text += f" · {Words.casting(vote.closed.event.casting_vote)}"
        yield Line("vote", Words.VOTE, text, vote.entry)


def _named(m: Meeting, x: ItemState, proposal: str) -> str:
    if proposal in PREPARED_NAMES:
        return Words.THE_PROPOSAL
    if proposal in {DECIDE_TODAY, REJECTION}:
        return proposal
    motion = x.motion(proposal)
    return motion_text(m, motion) if motion else proposal


def _decision(m: Meeting, x: ItemState) -> Iterator[Line]:
    if x.decision:
        yield Line("decision", Words.PROPOSES if x.proposes else Words.DECISION, decision_text(m, x, x.decision), x.decision)
    elif x.item.kind != "paus":
        yield Line("decision", Words.DECISION, Words.LEFT if x.phase == "lämnat" else Words.UNDECIDED)
    if x.immediately_approved:
        yield Line("decision", Words.APPROVAL, Words.IMMEDIATE, x.immediately_approved)
    for demand in x.proportional:
        names = ", ".join(m.label(p) for p in demand.event.persons)
        yield Line("demand", Words.PROPORTIONAL, Words.proportional(names, demand.event.places), demand)
    for answer in x.answers_given:
        answered = ", ".join(map(m.label, answer.event.answered_by)) or Words.LATER
        yield Line("answer", Words.ANSWERED, f"{', '.join(map(m.label, answer.event.asked_by))} → {answered}", answer)
    for urgent in x.urgent:
        yield Line("urgent", Words.URGENT, " ".join(filter(None, (urgent.event.decided.isoformat(), urgent.event.reference))), urgent)
    for elected in x.elected:
        names = ", ".join(m.label(p) for p in elected.event.persons)
        yield Line("election", Words.ELECTED, f"{elected.event.office}: {names}", elected)
    for resigned in x.resigned:
        names = ", ".join(m.label(p) for p in resigned.event.persons)
        yield Line("election", Words.RESIGNED, ": ".join(t for t in (resigned.event.office, names) if t), resigned)


def _afterthoughts(m: Meeting, x: ItemState) -> Iterator[Line]:
    for reservation in x.reservations:
        late = f" · {Words.HANDED_IN_LATER}" if reservation.entry.event.to_be_handed_in and not reservation.text else ""
        names = ", ".join(m.label(p) for p in reservation.entry.event.persons)
        yield Line("reservation", Words.RESERVATION, names + late, reservation.entry)
    for statement in x.statements:
        event = statement.entry.event
        late = f" · {Words.HANDED_IN_LATER}" if event.to_be_handed_in and not statement.text else ""
        yield Line("reservation", Words.STATEMENTS[event.kind], f"{m.label(event.person)}{late}", statement.entry)
    for appendix in m.appendices:
        if x.id in appendix.event.items:
            yield Line("appendix", Words.APPENDIX, f"{appendix.event.label} {appendix.event.title}", appendix)
