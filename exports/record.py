"""The whole protocol as data, for the case system: plain values that name persons and proposals as the protocol does.

Keys are English and enumerated values Swedish, as in the agenda file and the archive. Own notes, the grounds of jäv and
what was taken back are never here, as they are never in the protocol. In the public version a secret § is its number, its
ground and who served, or is left out where the style leaves it out (R-1204).
"""

from __future__ import annotations

from collections.abc import Iterable

from agendas.model import Point, split_points
from exports.attendance_lines import Attendance
from exports.decisions import Ruling, own_ruling, ruling
from exports.protocol import approved_on, printed, status
from exports.record_model import (
    AdjournmentData,
    AppendixData,
    ApproversData,
    Ballot,
    Composition,
    DecisionData,
    ElectedData,
    GroupData,
    MotionData,
    NoticeData,
    ParagraphData,
    Participant,
    PointData,
    ProtocolData,
    QuestionData,
    Recipient,
    RectificationData,
    ReservationData,
    ResignedData,
    Seat,
    StatementData,
    VoteData,
    Who,
)
from exports.rulings import question_said, vote_meaning
from exports.sections import PROTOCOL_TEXT, editable, title_of
from exports.style_model import Style
from exports.words import OWN, Words
from sessions.attendance import chair, deciding, present, servers
from sessions.elections import seats_of
from sessions.events import Elected
from sessions.meeting import ItemState, Meeting, Motion, Question, Reservation, Vote


def record(meeting: Meeting, style: Style, *, public: bool = False) -> ProtocolData:
    """The protocol as data, whole or public."""
    words = Words(meeting, style)
    items = [x for x in printed(meeting) if not (public and x.item.secret and style.public.secret == "omit")]
    told = {x.id: x for x in items if not (public and x.item.secret)}
    plan, notice = meeting.plan, meeting.notice
    return ProtocolData(
        status=status(words),
        draft=meeting.approved is None,
        public=public,
        municipality=plan.municipality,
        body=plan.body,
        kind=plan.kind,
        date=plan.date,
        place=plan.place,
        opened=meeting.opened,
        closed=meeting.closed,
        adjournments=tuple(AdjournmentData(start=a.start, end=a.end) for a in meeting.adjournments),
        participants=tuple(_participants(words, public=public)),
        approvers=tuple(_approvers(meeting, told)),
        approved=meeting.approved.event.date if meeting.approved else None,
        notice=NoticeData(posted=notice.event.date, until=notice.event.until, where=notice.event.where) if notice else None,
        paragraphs=tuple(_paragraph(words, x) if x.id in told else _stub(words, x) for x in items),
        appendices=tuple(_appendices(meeting, told)),
    )


def _who(meeting: Meeting, person: str) -> Who:
    known = meeting.people.get(person)
    return Who(name=known.name, party=known.party) if known else Who(name=person, party="")


def _all(meeting: Meeting, persons: Iterable[str]) -> tuple[Who, ...]:
    return tuple(_who(meeting, p) for p in persons)


def _participants(words: Words, *, public: bool) -> Iterable[Participant]:
    """Those whom the cover lists: who served, and who else came (R-1005)."""
    attendance = Attendance(words, tuple(x for x in words.meeting.numbered if x.opened), public)
    for person, known in words.meeting.people.items():
        served = attendance.served.get(person)
        if served is None and not attendance.came(person):
            continue
        yield Participant(
            name=known.name,
            party=known.party,
            role=known.role,
            title=known.title,
            organisation=known.organisation,
            served=served or (),
            visited=() if served is not None else attendance.visited(person)[0],
        )


def _approvers(meeting: Meeting, told: dict[str, ItemState]) -> Iterable[ApproversData]:
    for entry in meeting.approvers:
        event = entry.event
        numbers = _numbers(told, event.items)
        if not event.items or numbers:
            yield ApproversData(persons=_all(meeting, event.persons), date=event.date, place=event.place, paragraphs=numbers)


def _appendices(meeting: Meeting, told: dict[str, ItemState]) -> Iterable[AppendixData]:
    for entry in meeting.appendices:
        if any(i in told for i in entry.event.items):
            numbers = _numbers(told, entry.event.items)
            yield AppendixData(label=entry.event.label, title=entry.event.title, paragraphs=numbers)


def _numbers(told: dict[str, ItemState], items: Iterable[str]) -> tuple[int, ...]:
    found = (told[i].paragraph for i in items if i in told)
    return tuple(n for n in found if n is not None)


# One §


def _stub(words: Words, item: ItemState) -> ParagraphData:
    """What is told of a secret § (R-1204, KL 5:66)."""
    shown = set(present(words.meeting, item))
    serving = tuple(Seat(person=_who(words.meeting, s.person), instead_of=None) for s in servers(words.meeting, item) if s.person in shown)
    return ParagraphData(
        paragraph=item.paragraph,
        notation=words.paragraph(item),
        secret=True,
        secrecy=item.item.secrecy,
        attendance=Composition(serving=serving),
    )


def _paragraph(words: Words, item: ItemState) -> ParagraphData:
    meeting, plan = words.meeting, item.item
    sent = {d.event.recipient: d.event.date for d in item.dispatched}
    return ParagraphData(
        paragraph=item.paragraph,
        notation=words.paragraph(item),
        secret=plan.secret,
        secrecy=plan.secrecy,
        attendance=_composition(meeting, item),
        title=title_of(item),
        reference=plan.reference,
        kind=plan.kind,
        exercise_of_authority=plan.exercise_of_authority,
        presenters=plan.presenters,
        decision=_decision(words, item),
        elected=tuple(_elected(meeting, e.event) for e in item.elected),
        resigned=tuple(ResignedData(office=e.event.office, persons=_all(meeting, e.event.persons)) for e in item.resigned),
        motions=tuple(_motion(words, item, m) for m in item.live_motions),
        questions=tuple(_question(words, item, q) for q in item.questions),
        votes=tuple(_vote(words, item, v) for v in item.votes if v.closed),
        reservations=tuple(_reservation(words, item, r) for r in item.reservations),
        statements=tuple(
            StatementData(person=_who(meeting, s.entry.event.person), kind=s.entry.event.kind, text=s.text, appendix=s.entry.event.appendix)
            for s in item.statements
        ),
        documents=plan.documents,
        recipients=tuple(Recipient(name=name, sent=sent.get(name)) for name in plan.recipients),
        approved=meeting.approved.event.date if meeting.approved else approved_on(item),
        approved_at_once=item.immediately_approved is not None,
        rectifications=tuple(
            RectificationData(date=r.event.happened.date(), text=r.event.text, by=meeting.label(r.event.by)) for r in item.rectified
        ),
        protocol_text=item.texts.get(PROTOCOL_TEXT, ""),
        printed={name: text for name, text in editable(meeting, item, words.style).items() if text},
    )


def _composition(meeting: Meeting, item: ItemState) -> Composition:
    leader = chair(meeting, item)
    return Composition(
        serving=tuple(
            Seat(person=_who(meeting, s.person), instead_of=_who(meeting, s.seat_of) if s.seat_of else None) for s in servers(meeting, item)
        ),
        chair=_who(meeting, leader) if leader else None,
        deciding=_all(meeting, deciding(meeting, item)),
        recused=_all(meeting, item.recused),
        abstained=_all(meeting, item.out),
    )


def _decision(words: Words, item: ItemState) -> DecisionData | None:
    """The decision as it will be printed: the secretary's own wording goes before what follows from the gavel."""
    if item.decision is None:
        return None
    event, written = item.decision.event, item.texts.get("decision", "")
    found = Ruling(points=split_points(written)) if written else ruling(words, item)
    return DecisionData(
        outcome=event.outcome,
        proposing=item.proposes,
        decided_by=item.item.chain if item.proposes else (),
        lead=found.lead,
        points=tuple(_point(p) for p in found.points),
        sentences=found.sentences,
        own=() if written else tuple(_point(p) for p in own_ruling(words, item).points),
        to=event.to,
        reason=event.reason,
    )


def _point(point: Point) -> PointData:
    return PointData(text=point.text, sub=point.sub)


def _elected(meeting: Meeting, event: Elected) -> ElectedData:
    shared = seats_of(event)
    return ElectedData(
        office=event.office,
        persons=_all(meeting, event.persons),
        in_place_of=_who(meeting, event.in_place_of) if event.in_place_of else None,
        moves_up=event.moves_up,
        groups=tuple(
            GroupData(name=group, votes=votes, places=shared.seats[group])
            for group, votes in zip(event.groups, event.group_votes, strict=True)
        )
        if shared
        else (),
    )


def _motion(words: Words, item: ItemState, motion: Motion) -> MotionData:
    event = motion.entry.event
    return MotionData(
        id=motion.id,
        kind=event.kind,
        by=_all(words.meeting, event.by),
        target=words.proposal(item, event.target),
        points=event.points,
        part=event.part,
        fallback=event.fallback,
        text=motion.text,
        supporters=_all(words.meeting, motion.supporters),
    )


def _question(words: Words, item: ItemState, question: Question) -> QuestionData:
    event, answer = question.entry.event, question.answer
    return QuestionData(
        id=question.id,
        kind=event.kind,
        alternatives=event.alternatives,
        winner=answer.event.winner if answer else "",
        settled_by=answer.event.by if answer else "",
        said=question_said(words, item, question),
    )


def _vote(words: Words, item: ItemState, vote: Vote) -> VoteData:
    event = vote.entry.event
    names = () if event.secret else tuple(Ballot(person=_who(words.meeting, p), choice=c) for p, c in vote.cast.items())
    return VoteData(
        question=vote.question,
        yes_means=vote_meaning(words, item, event.yes),
        no_means=vote_meaning(words, item, event.no),
        secret=event.secret,
        yes=vote.count("ja"),
        no=vote.count("nej"),
        abstain=vote.count("avstår"),
        casting_vote=vote.closed.event.casting_vote if vote.closed else "",
        ballots=names,
    )


def _reservation(words: Words, item: ItemState, reservation: Reservation) -> ReservationData:
    event = reservation.entry.event
    favour = event.in_favour_of
    return ReservationData(
        persons=_all(words.meeting, event.persons),
        points=event.points,
        in_favour_of=favour if favour in ("", OWN) else words.proposal(item, favour, event.persons),
        text=reservation.text,
        appendix=event.appendix,
    )
