"""The whole protocol as data, for the case system: plain values that name persons and proposals as the protocol does.

Keys are English and enumerated values Swedish, as in the agenda file and the archive. Own notes, the grounds of jäv and
what was taken back are never here, as they are never in the protocol. In the public version a secret § is its number, its
ground and who served, or is left out where the style leaves it out (R-1204).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Any, ClassVar, Literal

from agendas.model import Point, split_points
from exports.attendance_lines import Attendance
from exports.decisions import Ruling, ruling
from exports.protocol import approved_on, printed, status
from exports.rulings import question_said, vote_meaning
from exports.sections import PROTOCOL_TEXT, editable, title_of
from exports.style_model import Style
from exports.words import OWN, Words
from sessions.attendance import chair, deciding, present, servers
from sessions.events import AnsweredBy, Choice, MotionKind, Outcome, QuestionKind, StatementKind
from sessions.meeting import ItemState, Meeting, Motion, Question, Reservation, Vote

FORMAT = 1
"""The version of these data: raised when a key changes its meaning or goes away."""


def _doc(about: str) -> dict[str, str]:
    """The description that the JSON Schema shows for a key."""
    return {"description": about}


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """Somebody, as the protocol names them."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    name: str = field(metadata=_doc("Förnamn Efternamn, eller som det skrevs"))
    party: str = field(metadata=_doc("Parti utan parentes; tom om det inte finns"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who was there."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    name: str = field(metadata=_doc("Förnamn Efternamn"))
    party: str = field(metadata=_doc("Parti utan parentes"))
    role: str = field(metadata=_doc("Uppdrag"))
    title: str = field(metadata=_doc("Tjänstetitel"))
    organisation: str = field(metadata=_doc("Varifrån"))
    served: tuple[int, ...] = field(metadata=_doc("Paragrafer som personen tjänstgjorde i, jäv inte frånräknat"))
    visited: tuple[int, ...] = field(metadata=_doc("Paragrafer som den som inte tjänstgjorde var med om"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Somebody who held a seat in a §."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    person: Who = field(metadata=_doc("Vem"))
    instead_of: Who | None = field(metadata=_doc("För vilken ledamot en ersättare tjänstgjorde"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """Who decided in a §."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    serving: tuple[Seat, ...] = field(metadata=_doc("De som tjänstgjorde när beslutet fattades"))
    chair: Who | None = field(default=None, metadata=_doc("Vem som ledde"))
    deciding: tuple[Who, ...] = field(default=(), metadata=_doc("De som deltog i beslutet"))
    recused: tuple[Who, ...] = field(default=(), metadata=_doc("Jäv"))
    abstained: tuple[Who, ...] = field(default=(), metadata=_doc("Deltog inte i beslutet"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PointData:
    """One point of a decision."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    text: str = field(metadata=_doc("Punktens text"))
    sub: tuple[str, ...] = field(default=(), metadata=_doc("Underpunkter"))


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionData:
    """The decision of a §."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    outcome: Outcome = field(metadata=_doc("Utgången"))
    proposing: bool = field(metadata=_doc("Om organet bara föreslog"))
    decided_by: tuple[str, ...] = field(metadata=_doc("Vem som beslutar, när organet bara föreslår"))
    lead: str = field(metadata=_doc("Raden före punkterna"))
    points: tuple[PointData, ...] = field(metadata=_doc("Beslutets punkter"))
    sentences: tuple[str, ...] = field(metadata=_doc("Det som sägs i hela meningar: bordläggning, återremiss, val"))
    to: str = field(metadata=_doc("Vart ärendet återremitteras eller remitteras, eller till när det bordläggs"))
    reason: str = field(metadata=_doc("Motivering"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionData:
    """A motion that was not taken back."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    id: str = field(metadata=_doc("motion-1, motion-2 …"))
    kind: MotionKind = field(metadata=_doc("Slag av yrkande"))
    by: tuple[Who, ...] = field(metadata=_doc("Vem eller vilka"))
    target: str = field(metadata=_doc("Det som yrkandet gäller, med ord"))
    points: tuple[int, ...] = field(metadata=_doc("Vilka punkter; tom = alla"))
    part: str = field(metadata=_doc("En namngiven del av förslaget"))
    fallback: str = field(metadata=_doc("I andra hand: ett annat yrkandes id"))
    text: str = field(metadata=_doc("Yrkandets egna ord"))
    supporters: tuple[Who, ...] = field(metadata=_doc("De som instämde"))


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionData:
    """A question that the chair put."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    id: str = field(metadata=_doc("question-1, question-2 …"))
    kind: QuestionKind = field(metadata=_doc("Slag av fråga"))
    alternatives: tuple[str, ...] = field(metadata=_doc("Alternativen: yrkandens id, eller vad de kallas"))
    winner: str = field(metadata=_doc("Det alternativ som vann; tom när frågan inte besvarades"))
    settled_by: AnsweredBy | Literal[""] = field(metadata=_doc("Hur"))
    said: str = field(metadata=_doc("Så står det i protokollet"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """One person's vote."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    person: Who = field(metadata=_doc("Vem"))
    choice: Choice = field(metadata=_doc("Hur"))


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteData:
    """A vote that was held."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    question: str = field(metadata=_doc("Frågans id"))
    yes_means: str = field(metadata=_doc("Vad en ja-röst betydde"))
    no_means: str = field(metadata=_doc("Vad en nej-röst betydde"))
    secret: bool = field(metadata=_doc("Sluten omröstning: utan namn"))
    yes: int = field(metadata=_doc("Ja-röster"))
    no: int = field(metadata=_doc("Nej-röster"))
    abstain: int = field(metadata=_doc("Avstår"))
    casting_vote: Choice | Literal[""] = field(metadata=_doc("Ordförandens utslagsröst vid lika röstetal"))
    ballots: tuple[Ballot, ...] = field(metadata=_doc("Namnen, när omröstningen var öppen"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationData:
    """A reservation."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    persons: tuple[Who, ...] = field(metadata=_doc("Vilka"))
    points: tuple[int, ...] = field(metadata=_doc("Mot vilka punkter; tom = alla"))
    in_favour_of: str = field(metadata=_doc("Till förmån för vad, med ord"))
    text: str = field(metadata=_doc("Motivering"))
    appendix: str = field(metadata=_doc("Bilagans beteckning"))


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementData:
    """A note or statement to the protocol."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    person: Who = field(metadata=_doc("Vem"))
    kind: StatementKind = field(metadata=_doc("Slag"))
    text: str = field(metadata=_doc("Orden"))
    appendix: str = field(metadata=_doc("Bilagans beteckning"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedData:
    """Persons elected to an office."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    office: str = field(metadata=_doc("Uppdraget"))
    persons: tuple[Who, ...] = field(metadata=_doc("Vilka"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody to whom the decision is sent."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    name: str = field(metadata=_doc("Mottagaren"))
    sent: Date | None = field(metadata=_doc("När det skickades"))


@dataclass(frozen=True, slots=True, kw_only=True)
class RectificationData:
    """A visible correction after the approval (R-1105)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    date: Date = field(metadata=_doc("När"))
    text: str = field(metadata=_doc("Vad"))
    by: str = field(metadata=_doc("Av vem"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphData:
    """One §. What is empty was not recorded – or, in the public version of a secret §, is not told."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    paragraph: int | None = field(metadata=_doc("Paragrafens nummer; null för det som saknar nummer"))
    notation: str = field(metadata=_doc("Numret som husstilen skriver det: § 6, § 80/2020"))
    secret: bool = field(metadata=_doc("Om paragrafen omfattas av sekretess"))
    secrecy: str = field(metadata=_doc("Sekretessgrund"))
    attendance: Composition = field(metadata=_doc("Vilka som beslutade"))
    title: str = field(default="", metadata=_doc("Rubriken"))
    reference: str = field(default="", metadata=_doc("Dnr"))
    kind: str = field(default="", metadata=_doc("Slag av ärende"))
    exercise_of_authority: bool = field(default=False, metadata=_doc("Myndighetsutövning mot enskild"))
    presenters: tuple[str, ...] = field(default=(), metadata=_doc("Föredragande"))
    decision: DecisionData | None = field(default=None, metadata=_doc("Beslutet; null när inget är fattat"))
    elected: tuple[ElectedData, ...] = field(default=(), metadata=_doc("Val"))
    motions: tuple[MotionData, ...] = field(default=(), metadata=_doc("Yrkanden"))
    questions: tuple[QuestionData, ...] = field(default=(), metadata=_doc("Propositioner"))
    votes: tuple[VoteData, ...] = field(default=(), metadata=_doc("Omröstningar"))
    reservations: tuple[ReservationData, ...] = field(default=(), metadata=_doc("Reservationer"))
    statements: tuple[StatementData, ...] = field(default=(), metadata=_doc("Anteckningar och yttranden"))
    documents: tuple[str, ...] = field(default=(), metadata=_doc("Beslutsunderlag"))
    recipients: tuple[Recipient, ...] = field(default=(), metadata=_doc("Beslutet skickas till"))
    approved: Date | None = field(default=None, metadata=_doc("När paragrafen justerades"))
    approved_at_once: bool = field(default=False, metadata=_doc("Omedelbar justering (R-1103)"))
    rectifications: tuple[RectificationData, ...] = field(default=(), metadata=_doc("Rättelser"))
    protocol_text: str = field(default="", metadata=_doc("Protokolltexten (Markdown)"))
    printed: dict[str, str] = field(default_factory=dict, metadata=_doc("Varje avsnitt som det står i protokollet (Markdown)"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AdjournmentData:
    """A break."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    start: datetime = field(metadata=_doc("Från"))
    end: datetime | None = field(metadata=_doc("Till"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ApproversData:
    """Who approves the protocol, or some §§ of it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    persons: tuple[Who, ...] = field(metadata=_doc("Vilka, utöver ordföranden"))
    date: Date | None = field(metadata=_doc("Utsatt dag"))
    place: str = field(metadata=_doc("Plats eller sätt"))
    paragraphs: tuple[int, ...] = field(metadata=_doc("Bara dessa paragrafer; tom = alla"))


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeData:
    """The announcement of the approval."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    posted: Date | None = field(metadata=_doc("Anslaget sattes upp"))
    until: Date | None = field(metadata=_doc("Anslaget tas ned"))
    where: str = field(metadata=_doc("Var"))


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendixData:
    """An appendix."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    label: str = field(metadata=_doc("Beteckning"))
    title: str = field(metadata=_doc("Vad det är"))
    paragraphs: tuple[int, ...] = field(metadata=_doc("Till vilka paragrafer"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtocolData:
    """A whole protocol."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    format: Literal[1] = field(default=1, metadata=_doc("Version av de här uppgifterna"))
    status: str = field(metadata=_doc("UTKAST – ej justerat, eller Justerat med datum, med husstilens ord"))
    draft: bool = field(metadata=_doc("Om protokollet inte är justerat"))
    public: bool = field(metadata=_doc("Den offentliga versionen: utan det som är hemligt"))
    municipality: str = field(metadata=_doc("Kommun, region eller förening"))
    body: str = field(metadata=_doc("Organet"))
    kind: str = field(metadata=_doc("Slag av organ"))
    date: Date = field(metadata=_doc("Sammanträdesdatum"))
    place: str = field(metadata=_doc("Plats"))
    opened: datetime | None = field(metadata=_doc("När sammanträdet öppnades"))
    closed: datetime | None = field(metadata=_doc("När det avslutades"))
    adjournments: tuple[AdjournmentData, ...] = field(metadata=_doc("Ajourneringar"))
    participants: tuple[Participant, ...] = field(metadata=_doc("De som var där"))
    approvers: tuple[ApproversData, ...] = field(metadata=_doc("Justerare"))
    approved: Date | None = field(metadata=_doc("När protokollet justerades"))
    notice: NoticeData | None = field(metadata=_doc("Anslaget"))
    paragraphs: tuple[ParagraphData, ...] = field(metadata=_doc("Paragraferna i ordning"))
    appendices: tuple[AppendixData, ...] = field(metadata=_doc("Bilagorna"))


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
        elected=tuple(ElectedData(office=e.event.office, persons=_all(meeting, e.event.persons)) for e in item.elected),
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
        to=event.to,
        reason=event.reason,
    )


def _point(point: Point) -> PointData:
    return PointData(text=point.text, sub=point.sub)


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
