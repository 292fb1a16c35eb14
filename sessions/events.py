"""Everything that can be recorded of a meeting: one frozen value each, in the past tense.

An event carries all that is needed to write it down, and never anything that can be computed. `at` is when it was
recorded; where it matters, `when` is when it happened, and `before`/`during`/`after` name the item from which it
counts. Persons, items and motions are named by id. The names here are the names in the archive file and in the
database: they are never changed, only added to.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from datetime import time as Time
from typing import Any, ClassVar, Generic, Literal, TypeVar

from agendas.model import ItemKind, Role
from agendas.value import Value

Ground = Literal["", "part", "ställföreträdare", "tillsyn", "delikatess"]
"""The grounds of recusal in KL 6:28 (R-401); empty when none was said."""
MotionKind = Literal[
    "bifall",
    "avslag",
    "ändring",
    "tillägg",
    "nytt förslag",
    "ajournering",
    "ordningsfråga",
    "bordläggning",
    "återremiss",
    "remiss",
]
FORMAL_KINDS: frozenset[str] = frozenset({"ajournering", "ordningsfråga", "bordläggning", "återremiss", "remiss"})
"""Motions about the handling rather than the matter (R-602)."""
QuestionKind = Literal["formell", "motförslag", "huvudfråga", "tillägg", "jäv", "annan"]
QuestionForm = Literal["bifall eller avslag", "mot varandra", "var för sig", "avgöras i dag"]
AnsweredBy = Literal["acklamation", "votering", "lottning"]
ElectedBy = Literal["", "acklamation", "sluten omröstning", "lottning", "proportionellt val"]
Majority = Literal["", "två tredjedelar", "alla"]
"""Majorities of those present, in the few questions where the law wants more than half of the votes (R-712)."""
Choice = Literal["ja", "nej", "avstår", "frånvarande"]
Outcome = Literal["bifall", "avslag", "bordläggs", "återremitteras", "remitteras", "utgår", "ej beslutför"]
StatementKind = Literal["protokollsanteckning", "särskilt yttrande", "mening till protokollet", "avvikande mening"]
SpeakerKind = Literal["anförande", "replik", "ordningsfråga"]

PREPARED = "förslaget"
"""How a motion or a question names the prepared proposal of the item."""
PREPARED_NAMES: frozenset[str] = frozenset({"", PREPARED, "förvaltningens förslag", "beredningens förslag", "liggande förslag"})


def _doc(text: str) -> dict[str, str]:
    return {"description": text}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Event(Value):
    """Something that happened. `at`: when it was recorded, aware local time."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    at: datetime = field(metadata=_doc("När det antecknades, med tidszon"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Timed(Event):
    """An event that may have happened earlier than it was typed."""

    when: datetime | None = field(default=None, metadata=_doc("När det hände, om det inte är samma som at"))

    @property
    def happened(self) -> datetime:
        """When it happened: aware local time."""
        return self.when or self.at


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Placed(Timed):
    """A timed event that counts from a place in the order of §§. At most one of the three is given; none = where the meeting was."""

    before: str = field(default="", metadata=_doc("Gäller från och med detta ärende"))
    during: str = field(default="", metadata=_doc("Hände medan detta ärende behandlades"))
    after: str = field(default="", metadata=_doc("Gäller efter detta ärende"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class AboutItem(Timed):
    """An event on one item; empty means the item that was open."""

    item: str = field(default="", metadata=_doc("Ärendet; utelämnat = det som pågår"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class AboutItems(Timed):
    """An event on one or more items; empty means the item or items that were open."""

    items: tuple[str, ...] = field(default=(), metadata=_doc("Ärendena; utelämnat = det eller de som pågår"))


# The meeting


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MeetingOpened(Timed):
    """The chair declared the meeting open (M-1)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MeetingAdjourned(Timed):
    """The meeting was suspended (R-609)."""

    reason: str = field(default="", metadata=_doc("Skälet, om det sades"))
    until: datetime | None = field(default=None, metadata=_doc("Utlovad tid för återupptagande"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MeetingResumed(Timed):
    """The meeting went on after an adjournment; quorum is tested anew (R-609)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MeetingClosed(Timed):
    """The chair declared the meeting closed: the last moment for reservations (R-802, M-16)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MeetingReopened(Timed):
    """The record of a closed meeting was opened again before approval, since something had been forgotten."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MeetingAmended(Event):
    """A field of the meeting's own data was changed: place, planned end, approvers …"""

    field: str
    value: Any = None


# People


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PersonArrived(Placed):
    """Somebody came into the room or onto the link (R-206, R-209)."""

    person: str
    remote: bool = field(default=False, metadata=_doc("Deltar på distans"))
    serves: bool = field(default=True, metadata=_doc("false: är där men tar inte sin plats igen (R-207)"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PersonLeft(Placed):
    """Somebody left the meeting or lost the link (R-207, R-210)."""

    person: str
    lost_link: bool = field(default=False, metadata=_doc("Förbindelsen bröts; räknas inte som att lämna"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PersonExpected(Event):
    """Somebody has said that they will come later."""

    person: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PersonExcused(Event):
    """Somebody is absent and will not come."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PersonAdded(Event):
    """Somebody who was not in the agenda's list came to the meeting."""

    person: str = field(default="", metadata=_doc("Görs av namnet om den utelämnas"))
    name: str
    role: Role = "gäst"
    party: str = ""
    title: str = ""
    organisation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PersonAmended(Event):
    """A field of a person was put right: a misspelt name, a title."""

    person: str
    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SubstituteSeated(Placed):
    """A substitute began to serve for a member (R-204); with `items`, in those §§ only (R-406)."""

    substitute: str
    seat_of: str
    items: tuple[str, ...] = field(default=(), metadata=_doc("Bara i dessa ärenden"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SubstituteUnseated(Placed):
    """A substitute ceased to serve (R-206)."""

    substitute: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ChairTaken(Placed):
    """Somebody else took the chair (R-212, R-413); with `items`, in those §§ only."""

    person: str
    items: tuple[str, ...] = field(default=(), metadata=_doc("Bara i dessa ärenden"))


# The agenda


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemAdded(Event):
    """An extra item was put on the agenda (R-105)."""

    item: str = field(default="", metadata=_doc("Görs av rubriken om den utelämnas"))
    title: str
    kind: ItemKind = "beslut"
    reference: str = ""
    proposal: str = ""
    proposed_by: str = ""
    summary: str = ""
    decided_by: tuple[str, ...] = ()
    presenters: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    minutes: int | None = None
    secrecy: str = ""
    by: tuple[str, ...] = field(default=(), metadata=_doc("Vem som väckte det (R-901)"))
    after: str = field(default="", metadata=_doc("Efter vilket ärende; utelämnat = sist"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemWithdrawn(AboutItem):
    """An item was taken off the agenda before it was opened: it gets no § (R-1302)."""

    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemMoved(Event):
    """An item was given another place in the list; no number moves (R-1303)."""

    item: str
    before: str = field(default="", metadata=_doc("Före vilket ärende; utelämnat = sist"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemAmended(AboutItem):
    """A field of an item was changed: title, reference, secrecy, decided_by, proposal …"""

    field: str
    value: Any = None


# An item


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemOpened(Timed):
    """One item, or several en bloc, was taken up and got its § (R-1302). The numbers are carried, so that nothing renumbers later."""

    items: tuple[str, ...]
    paragraphs: tuple[int, ...] = field(default=(), metadata=_doc("§ för varje ärende; utelämnat = nästa lediga"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemReopened(AboutItem):
    """The body took an item up again; it keeps its §."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemLeft(AboutItem):
    """The body went on without deciding the item; it keeps its §."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ItemNumbered(AboutItem):
    """A § was given by hand; possible until approval."""

    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class DebateClosed(AboutItem):
    """The chair closed the debate: motions are locked (R-604)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class DoorsClosed(AboutItem):
    """The public left: from here the item was handled behind closed doors (R-1202, R-1203)."""

    reason: str = field(default="", metadata=_doc("Skälet, om det sades"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class DoorsOpened(AboutItem):
    """The public was let in again (R-1202)."""


# Text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class TextWritten(AboutItem):
    """The text of a section of the § was written: the protocol text, the decision's wording, or an override of what is generated.

    An empty text takes an override back.
    """

    section: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PrivateNoteWritten(AboutItem):
    """The secretary's own note: never in any output."""

    text: str


# Papers


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class AppendixAdded(AboutItems):
    """A paper was added to the protocol; it may serve several §§."""

    label: str = field(default="", metadata=_doc("Bilagans beteckning: A, 1; utelämnad = nästa bokstav"))
    title: str
    by: tuple[str, ...] = ()


# Exclusion


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MemberRecused(AboutItems):
    """Somebody declared jäv, or it was said of them, in these items only (R-404, R-412)."""

    persons: tuple[str, ...]
    ground: Ground = ""
    disputed: bool = field(default=False, metadata=_doc("Jäv är ifrågasatt och prövas (R-405)"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class RecusalTried(AboutItem):
    """The body decided a disputed question of jäv (R-405)."""

    person: str
    found: bool
    disregarded: bool = field(default=False, metadata=_doc("Bortses från: frågan om opartiskhet saknar uppenbart betydelse (R-402)"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MemberAbstained(AboutItem):
    """Somebody said that they take no part in the decision (R-505): not jäv, not an abstention in a vote."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MemberAway(AboutItem):
    """Somebody was out of the room during this § only, without a reason."""

    person: str


# Motions


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MotionMoved(AboutItem):
    """A motion was put (R-602, R-603)."""

    motion: str = field(default="", metadata=_doc("motion-1, motion-2 …; utelämnat = nästa"))
    kind: MotionKind
    by: tuple[str, ...]
    target: str = field(default="", metadata=_doc("Det beredda förslaget (utelämnat) eller ett annat yrkande"))
    points: tuple[int, ...] = field(default=(), metadata=_doc("Vilka punkter; utelämnat = alla"))
    part: str = field(default="", metadata=_doc("En namngiven del av förslaget"))
    fallback: str = field(default="", metadata=_doc("I andra hand: ett annat yrkandes id"))
    text: str = ""
    supporters: tuple[str, ...] = ()
    to_be_handed_in: bool = field(default=False, metadata=_doc("Texten lämnas senare"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MotionSupported(AboutItem):
    """Members joined a motion (instämmer)."""

    motion: str
    persons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MotionWithdrawn(AboutItem):
    """A motion was taken back; it is not printed (R-605)."""

    motion: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MotionRefused(AboutItem):
    """The chair of fullmäktige refused to put a motion to the body: it raises a new item, or is unlawful (R-607).

    `overruled`: fullmäktige decided that it is to be put all the same.
    """

    motion: str
    reason: str = field(default="", metadata=_doc("Skälet, som ordföranden sade det"))
    overruled: bool = field(default=False, metadata=_doc("Fullmäktige beslutade att propositionen ändå ska ställas"))


# The chair's questions


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class QuestionPut(AboutItem):
    """The chair put a question to the body (R-606)."""

    question: str = field(default="", metadata=_doc("question-1, question-2 …; utelämnat = nästa"))
    kind: QuestionKind = "huvudfråga"
    form: QuestionForm = "mot varandra"
    alternatives: tuple[str, ...] = field(default=(), metadata=_doc("Yrkandens id, eller förslaget"))
    points: tuple[int, ...] = ()
    about: str = field(default="", metadata=_doc("Vems jäv frågan gäller (R-405)"))
    text: str = field(default="", metadata=_doc("Frågan med egna ord, när den är en annan"))
    order: str = field(default="", metadata=_doc("Propositionsordningen, när organet godkände den särskilt (R-620)"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class QuestionAnswered(AboutItem):
    """What the chair found, or what the vote or the lot gave (R-617, R-707)."""

    question: str = ""
    winner: str = field(metadata=_doc("Ett av alternativen; bifall/avslag; avgörs i dag"))
    by: AnsweredBy = "acklamation"


# Votes


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class VoteOpened(AboutItem):
    """A vote was asked for and begun (R-701, R-703)."""

    vote: str = field(default="", metadata=_doc("vote-1, vote-2 …; utelämnat = nästa"))
    question: str = ""
    yes: str = field(metadata=_doc("Vad en ja-röst betyder"))
    no: str = field(metadata=_doc("Vad en nej-röst betyder"))
    secret: bool = False
    requested_by: tuple[str, ...] = ()
    majority: Majority = field(default="", metadata=_doc("Kvalificerad majoritet av de närvarande (R-712)"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class VoteCast(AboutItem):
    """One person's vote; a later one replaces an earlier one (R-710). After the vote was closed it names the vote that it is about."""

    vote: str = field(default="", metadata=_doc("Omröstningen; utelämnat = den som pågår, annars den senaste"))
    person: str
    choice: Choice


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class VoteCounted(AboutItem):
    """The numbers of a secret vote, or of one whose names come later (R-702)."""

    vote: str = field(default="", metadata=_doc("Omröstningen; utelämnat = den som pågår"))
    yes: int
    no: int
    abstain: int = 0


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class VoteClosed(AboutItem):
    """The chair closed the vote (R-710). `casting_vote`: the chair's side when it was a tie (R-708)."""

    casting_vote: Choice | Literal[""] = ""


# Outcome


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Decided(AboutItems):
    """The gavel. The text may be empty: then it is what the outcome says of the winning proposal, until words are written."""

    outcome: Outcome = "bifall"
    text: str = ""
    winner: str = field(default="", metadata=_doc("Det yrkande som vann, om det inte är det beredda förslaget"))
    to: str = field(default="", metadata=_doc("Vart det återremitteras eller remitteras"))
    reason: str = field(default="", metadata=_doc("Motivering till återremiss eller bordläggning"))
    proposing: bool | None = field(default=None, metadata=_doc("Om organet bara föreslog; utelämnat = som agendan säger"))
    own: str = field(default="", metadata=_doc("Vad organet dessutom beslutade för egen del, när det i övrigt föreslog"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ImmediatelyApproved(AboutItems):
    """The body approved the § at once (R-1103)."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Elected(AboutItem):
    """Persons were elected to an office."""

    office: str
    persons: tuple[str, ...] = field(metadata=_doc("Ur listan, eller namn som de skrivs; ingen = valet sker vid nästa sammanträde"))
    by: ElectedBy = field(default="", metadata=_doc("Hur valet avgjordes; utelämnat sägs det inte"))
    also: tuple[str, ...] = field(default=(), metadata=_doc("De som fick röster och inte valdes"))
    votes: tuple[int, ...] = field(default=(), metadata=_doc("Rösterna på var och en: först de valda, sedan de andra"))
    blank: int = field(default=0, metadata=_doc("Blanka röster"))
    in_place_of: str = field(default="", metadata=_doc("Efter vem, vid fyllnadsval: ur listan, eller namn som det skrivs"))
    moves_up: bool = field(default=False, metadata=_doc("Flyttar upp ett steg i inträdesordningen i stället för att väljas"))
    groups: tuple[str, ...] = field(default=(), metadata=_doc("Valsedelsgrupperna i ett proportionellt val (R-714)"))
    group_votes: tuple[int, ...] = field(default=(), metadata=_doc("Rösterna på var och en av grupperna"))
    group_lots: tuple[str, ...] = field(default=(), metadata=_doc("Grupper som fick en plats genom lottning, när jämförelsetalen var lika"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Resigned(AboutItem):
    """Somebody was released from an office that they had asked to leave (avsägelse)."""

    persons: tuple[str, ...] = field(metadata=_doc("Ur listan, eller namn som de skrivs"))
    office: str = field(default="", metadata=_doc("Uppdraget"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ProportionalDemanded(AboutItem):
    """Members demanded that the election be proportional (R-714)."""

    persons: tuple[str, ...] = field(metadata=_doc("Vilka som begär det"))
    places: int = field(metadata=_doc("Hur många som ska väljas"))


# Interpellations, questions, urgent decisions


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class AnswerGiven(AboutItem):
    """An interpellation or a question was answered (R-908, R-1004)."""

    asked_by: tuple[str, ...] = field(metadata=_doc("Vem som ställde den"))
    answered_by: tuple[str, ...] = field(default=(), metadata=_doc("Ur listan, eller namn som de skrivs; ingen = besvaras senare"))
    written: bool = field(default=False, metadata=_doc("Svaret lämnades skriftligt"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class UrgentDecisionReported(AboutItem):
    """A decision that the chair, or somebody appointed, had taken in an urgent matter was reported (R-904)."""

    decided: Date = field(metadata=_doc("Dagen för beslutet"))
    reference: str = field(default="", metadata=_doc("Dnr"))
    by: tuple[str, ...] = field(default=(), metadata=_doc("Vem som anmäler; utelämnat = ordföranden"))


# Afterthoughts


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ReservationMade(AboutItem):
    """Members reserved themselves against the decision (R-801, R-804)."""

    reservation: str = field(default="", metadata=_doc("reservation-1 …; utelämnat = nästa"))
    persons: tuple[str, ...]
    points: tuple[int, ...] = ()
    in_favour_of: str = field(default="", metadata=_doc("Ett yrkandes id, 'eget yrkande' eller fri text"))
    text: str = ""
    appendix: str = field(default="", metadata=_doc("Bilagans beteckning"))
    to_be_handed_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class StatementMade(AboutItem):
    """A note or statement to the protocol; not a reservation (R-806)."""

    statement: str = field(default="", metadata=_doc("statement-1 …; utelämnat = nästa"))
    person: str
    kind: StatementKind = "protokollsanteckning"
    text: str = ""
    appendix: str = ""
    to_be_handed_in: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class LateTextReceived(AboutItem):
    """A promised text came in (R-803): `of` is the reservation, statement or motion."""

    of: str
    text: str


# Speakers


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SpeakerQueued(AboutItem):
    """Somebody asked for the floor."""

    person: str
    kind: SpeakerKind = "anförande"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SpeakerStarted(AboutItem):
    """Somebody got the floor."""

    person: str
    kind: SpeakerKind = "anförande"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SpeakerStopped(AboutItem):
    """The speech ended."""

    person: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SpeakerDropped(AboutItem):
    """Somebody left the queue."""

    person: str


# Afterwards


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ApproversChosen(Event):
    """Who approves the protocol, when and where (R-1102); with `items`, those §§ only (R-414)."""

    persons: tuple[str, ...]
    date: Date | None = None
    time: Time | None = None
    place: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Approved(Event):
    """The protocol, or some §§ of it, was approved (R-1101). From then on only visible corrections."""

    date: Date
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class NoticePosted(Event):
    """The approval was announced (R-1107). `until`: when the notice is taken down (R-1110)."""

    date: Date | None = field(default=None, metadata=_doc("När anslaget sattes upp; utelämnad när dagen inte skrevs"))
    until: Date | None = None
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Dispatched(AboutItem):
    """A decision was sent to a recipient."""

    recipient: str
    date: Date


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Rectified(AboutItem):
    """A visible correction after approval (R-1105)."""

    text: str
    by: str = ""


# The log itself


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Undone(Event):
    """An act was taken back. Nothing is erased; taking back an Undone is the redo."""

    act: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Corrected(Event):
    """The fact with that `seq` is replaced, in its place, by `event`. What rests on it stays."""

    seq: int
    event: Event


E = TypeVar("E", bound=Event, covariant=True)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Recorded(Value, Generic[E]):
    """An event as it stands in the log. `seq` and `act` count from 1; events of one act were committed together."""

    seq: int
    act: int
    event: E


_BASES = (Event, Timed, Placed, AboutItem, AboutItems)
EVENT_TYPES: dict[str, type[Event]] = {
    name: found for name, found in list(globals().items()) if isinstance(found, type) and issubclass(found, Event) and found not in _BASES
}
"""Every event by the name it has in files."""
