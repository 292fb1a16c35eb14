"""The shape of the whole protocol as data: what each value is, with the words that the JSON Schema shows for it.

Keys are English and enumerated values Swedish, as in the agenda file and the archive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from typing import Any, ClassVar, Literal

from sessions.events import AnsweredBy, Choice, MotionKind, Outcome, QuestionKind, StatementKind


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
    own: tuple[PointData, ...] = field(default=(), metadata=_doc("Vad organet dessutom beslutade för egen del"))
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
class GroupData:
    """A group of ballots in a proportional election (R-714)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    name: str = field(metadata=_doc("Gruppbeteckning"))
    votes: int = field(metadata=_doc("Röster"))
    places: int = field(metadata=_doc("Platser som de ger"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ElectedData:
    """Persons elected to an office."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    office: str = field(metadata=_doc("Uppdraget"))
    persons: tuple[Who, ...] = field(metadata=_doc("Vilka"))
    in_place_of: Who | None = field(default=None, metadata=_doc("Efter vem, vid fyllnadsval"))
    moves_up: bool = field(default=False, metadata=_doc("Flyttar upp ett steg i stället för att väljas"))
    groups: tuple[GroupData, ...] = field(default=(), metadata=_doc("Grupperna i ett proportionellt val"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ResignedData:
    """Somebody who was released from an office."""

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
    resigned: tuple[ResignedData, ...] = field(default=(), metadata=_doc("Avsägelser"))
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
