"""The shape of the whole protocol as data: what each value is, with the words that the JSON Schema shows for it.

Keys are English and enumerated values Swedish, as in the agenda file and the archive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Literal

from exports.shape import Shape, doc
from sessions.events import AnsweredBy, Choice, MotionKind, Outcome, QuestionKind, StatementKind


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Who(Shape):
    """Somebody, as the protocol names them."""

    name: str = field(metadata=doc("Förnamn Efternamn, eller som det skrevs"))
    party: str = field(metadata=doc("Parti utan parentes; tom om det inte finns"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Participant(Shape):
    """Somebody who was there."""

    name: str = field(metadata=doc("Förnamn Efternamn"))
    party: str = field(metadata=doc("Parti utan parentes"))
    role: str = field(metadata=doc("Uppdrag"))
    title: str = field(metadata=doc("Tjänstetitel"))
    organisation: str = field(metadata=doc("Varifrån"))
    served: tuple[int, ...] = field(metadata=doc("Paragrafer som personen tjänstgjorde i, jäv inte frånräknat"))
    visited: tuple[int, ...] = field(metadata=doc("Paragrafer som den som inte tjänstgjorde var med om"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Seat(Shape):
    """Somebody who held a seat in a §."""

    person: Who = field(metadata=doc("Vem"))
    instead_of: Who | None = field(metadata=doc("För vilken ledamot en ersättare tjänstgjorde"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Composition(Shape):
    """Who decided in a §."""

    serving: tuple[Seat, ...] = field(metadata=doc("De som tjänstgjorde när beslutet fattades"))
    chair: Who | None = field(default=None, metadata=doc("Vem som ledde"))
    deciding: tuple[Who, ...] = field(default=(), metadata=doc("De som deltog i beslutet"))
    recused: tuple[Who, ...] = field(default=(), metadata=doc("Jäv"))
    abstained: tuple[Who, ...] = field(default=(), metadata=doc("Deltog inte i beslutet"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PointData(Shape):
    """One point of a decision."""

    text: str = field(metadata=doc("Punktens text"))
    sub: tuple[str, ...] = field(default=(), metadata=doc("Underpunkter"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class DecisionData(Shape):
    """The decision of a §."""

    outcome: Outcome = field(metadata=doc("Utgången"))
    proposing: bool = field(metadata=doc("Om organet bara föreslog"))
    decided_by: tuple[str, ...] = field(metadata=doc("Vem som beslutar, när organet bara föreslår"))
    lead: str = field(metadata=doc("Raden före punkterna"))
    points: tuple[PointData, ...] = field(metadata=doc("Beslutets punkter"))
    sentences: tuple[str, ...] = field(metadata=doc("Det som sägs i hela meningar: bordläggning, återremiss, val"))
    own: tuple[PointData, ...] = field(default=(), metadata=doc("Vad organet dessutom beslutade för egen del"))
    to: str = field(metadata=doc("Vart ärendet återremitteras eller remitteras, eller till när det bordläggs"))
    reason: str = field(metadata=doc("Motivering"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MotionData(Shape):
    """A motion that was not taken back."""

    id: str = field(metadata=doc("motion-1, motion-2 …"))
    kind: MotionKind = field(metadata=doc("Slag av yrkande"))
    by: tuple[Who, ...] = field(metadata=doc("Vem eller vilka"))
    target: str = field(metadata=doc("Det som yrkandet gäller, med ord"))
    points: tuple[int, ...] = field(metadata=doc("Vilka punkter; tom = alla"))
    part: str = field(metadata=doc("En namngiven del av förslaget"))
    fallback: str = field(metadata=doc("I andra hand: ett annat yrkandes id"))
    text: str = field(metadata=doc("Yrkandets egna ord"))
    supporters: tuple[Who, ...] = field(metadata=doc("De som instämde"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class QuestionData(Shape):
    """A question that the chair put."""

    id: str = field(metadata=doc("question-1, question-2 …"))
    kind: QuestionKind = field(metadata=doc("Slag av fråga"))
    alternatives: tuple[str, ...] = field(metadata=doc("Alternativen: yrkandens id, eller vad de kallas"))
    winner: str = field(metadata=doc("Det alternativ som vann; tom när frågan inte besvarades"))
    settled_by: AnsweredBy | Literal[""] = field(metadata=doc("Hur"))
    said: str = field(metadata=doc("Så står det i protokollet"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Ballot(Shape):
    """One person's vote."""

    person: Who = field(metadata=doc("Vem"))
    choice: Choice = field(metadata=doc("Hur"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class VoteData(Shape):
    """A vote that was held."""

    question: str = field(metadata=doc("Frågans id"))
    yes_means: str = field(metadata=doc("Vad en ja-röst betydde"))
    no_means: str = field(metadata=doc("Vad en nej-röst betydde"))
    secret: bool = field(metadata=doc("Sluten omröstning: utan namn"))
    yes: int = field(metadata=doc("Ja-röster"))
    no: int = field(metadata=doc("Nej-röster"))
    abstain: int = field(metadata=doc("Avstår"))
    casting_vote: Choice | Literal[""] = field(metadata=doc("Ordförandens utslagsröst vid lika röstetal"))
    ballots: tuple[Ballot, ...] = field(metadata=doc("Namnen, när omröstningen var öppen"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ReservationData(Shape):
    """A reservation."""

    persons: tuple[Who, ...] = field(metadata=doc("Vilka"))
    points: tuple[int, ...] = field(metadata=doc("Mot vilka punkter; tom = alla"))
    in_favour_of: str = field(metadata=doc("Till förmån för vad, med ord"))
    text: str = field(metadata=doc("Motivering"))
    appendix: str = field(metadata=doc("Bilagans beteckning"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class StatementData(Shape):
    """A note or statement to the protocol."""

    person: Who = field(metadata=doc("Vem"))
    kind: StatementKind = field(metadata=doc("Slag"))
    text: str = field(metadata=doc("Orden"))
    appendix: str = field(metadata=doc("Bilagans beteckning"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class GroupData(Shape):
    """A group of ballots in a proportional election (R-714)."""

    name: str = field(metadata=doc("Gruppbeteckning"))
    votes: int = field(metadata=doc("Röster"))
    places: int = field(metadata=doc("Platser som de ger"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ElectedData(Shape):
    """Persons elected to an office."""

    office: str = field(metadata=doc("Uppdraget"))
    persons: tuple[Who, ...] = field(metadata=doc("Vilka"))
    in_place_of: Who | None = field(default=None, metadata=doc("Efter vem, vid fyllnadsval"))
    moves_up: bool = field(default=False, metadata=doc("Flyttar upp ett steg i stället för att väljas"))
    groups: tuple[GroupData, ...] = field(default=(), metadata=doc("Grupperna i ett proportionellt val"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ResignedData(Shape):
    """Somebody who was released from an office."""

    office: str = field(metadata=doc("Uppdraget"))
    persons: tuple[Who, ...] = field(metadata=doc("Vilka"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Recipient(Shape):
    """Somebody to whom the decision is sent."""

    name: str = field(metadata=doc("Mottagaren"))
    sent: Date | None = field(metadata=doc("När det skickades"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class RectificationData(Shape):
    """A visible correction after the approval (R-1105)."""

    date: Date = field(metadata=doc("När"))
    text: str = field(metadata=doc("Vad"))
    by: str = field(metadata=doc("Av vem"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ParagraphData(Shape):
    """One §. What is empty was not recorded – or, in the public version of a secret §, is not told."""

    paragraph: int | None = field(metadata=doc("Paragrafens nummer; null för det som saknar nummer"))
    notation: str = field(metadata=doc("Numret som husstilen skriver det: § 6, § 80/2020"))
    secret: bool = field(metadata=doc("Om paragrafen omfattas av sekretess"))
    secrecy: str = field(metadata=doc("Sekretessgrund"))
    attendance: Composition = field(metadata=doc("Vilka som beslutade"))
    title: str = field(default="", metadata=doc("Rubriken"))
    reference: str = field(default="", metadata=doc("Dnr"))
    kind: str = field(default="", metadata=doc("Slag av ärende"))
    exercise_of_authority: bool = field(default=False, metadata=doc("Myndighetsutövning mot enskild"))
    presenters: tuple[str, ...] = field(default=(), metadata=doc("Föredragande"))
    decision: DecisionData | None = field(default=None, metadata=doc("Beslutet; null när inget är fattat"))
    elected: tuple[ElectedData, ...] = field(default=(), metadata=doc("Val"))
    resigned: tuple[ResignedData, ...] = field(default=(), metadata=doc("Avsägelser"))
    motions: tuple[MotionData, ...] = field(default=(), metadata=doc("Yrkanden"))
    questions: tuple[QuestionData, ...] = field(default=(), metadata=doc("Propositioner"))
    votes: tuple[VoteData, ...] = field(default=(), metadata=doc("Omröstningar"))
    reservations: tuple[ReservationData, ...] = field(default=(), metadata=doc("Reservationer"))
    statements: tuple[StatementData, ...] = field(default=(), metadata=doc("Anteckningar och yttranden"))
    documents: tuple[str, ...] = field(default=(), metadata=doc("Beslutsunderlag"))
    recipients: tuple[Recipient, ...] = field(default=(), metadata=doc("Beslutet skickas till"))
    approved: Date | None = field(default=None, metadata=doc("När paragrafen justerades"))
    approved_at_once: bool = field(default=False, metadata=doc("Omedelbar justering (R-1103)"))
    rectifications: tuple[RectificationData, ...] = field(default=(), metadata=doc("Rättelser"))
    protocol_text: str = field(default="", metadata=doc("Protokolltexten (Markdown)"))
    printed: dict[str, str] = field(default_factory=dict, metadata=doc("Varje avsnitt som det står i protokollet (Markdown)"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class AdjournmentData(Shape):
    """A break."""

    start: datetime = field(metadata=doc("Från"))
    end: datetime | None = field(metadata=doc("Till"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ApproversData(Shape):
    """Who approves the protocol, or some §§ of it."""

    persons: tuple[Who, ...] = field(metadata=doc("Vilka, utöver ordföranden"))
    date: Date | None = field(metadata=doc("Utsatt dag"))
    place: str = field(metadata=doc("Plats eller sätt"))
    paragraphs: tuple[int, ...] = field(metadata=doc("Bara dessa paragrafer; tom = alla"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class NoticeData(Shape):
    """The announcement of the approval."""

    posted: Date | None = field(metadata=doc("Anslaget sattes upp"))
    until: Date | None = field(metadata=doc("Anslaget tas ned"))
    where: str = field(metadata=doc("Var"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class AppendixData(Shape):
    """An appendix."""

    label: str = field(metadata=doc("Beteckning"))
    title: str = field(metadata=doc("Vad det är"))
    paragraphs: tuple[int, ...] = field(metadata=doc("Till vilka paragrafer"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ProtocolData(Shape):
    """A whole protocol."""

    format: Literal[1] = field(default=1, metadata=doc("Version av de här uppgifterna"))
    status: str = field(metadata=doc("UTKAST – ej justerat, eller Justerat med datum, med husstilens ord"))
    draft: bool = field(metadata=doc("Om protokollet inte är justerat"))
    public: bool = field(metadata=doc("Den offentliga versionen: utan det som är hemligt"))
    municipality: str = field(metadata=doc("Kommun, region eller förening"))
    body: str = field(metadata=doc("Organet"))
    kind: str = field(metadata=doc("Slag av organ"))
    date: Date = field(metadata=doc("Sammanträdesdatum"))
    place: str = field(metadata=doc("Plats"))
    opened: datetime | None = field(metadata=doc("När sammanträdet öppnades"))
    closed: datetime | None = field(metadata=doc("När det avslutades"))
    adjournments: tuple[AdjournmentData, ...] = field(metadata=doc("Ajourneringar"))
    participants: tuple[Participant, ...] = field(metadata=doc("De som var där"))
    approvers: tuple[ApproversData, ...] = field(metadata=doc("Justerare"))
    approved: Date | None = field(metadata=doc("När protokollet justerades"))
    notice: NoticeData | None = field(metadata=doc("Anslaget"))
    paragraphs: tuple[ParagraphData, ...] = field(metadata=doc("Paragraferna i ordning"))
    appendices: tuple[AppendixData, ...] = field(metadata=doc("Bilagorna"))
