"""The agenda: the body, its people, the items in order. Plain frozen values; no file, no clock, no law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date as Date
from datetime import time
from functools import lru_cache
from typing import Any, ClassVar, Literal

from agendas.names import unique_slug
from agendas.value import Value

BodyKind = Literal["fullmäktige", "styrelse", "nämnd", "utskott", "beredning", "förening"]
Numbering = Literal["handled", "agenda"]
Role = Literal[
    "ordförande",
    "1:e vice ordförande",
    "2:e vice ordförande",
    "vice ordförande",
    "ledamot",
    "ersättare",
    "sekreterare",
    "tjänsteperson",
    "personalföreträdare",
    "adjungerad",
    "insyn",
    "revisor",
    "gäst",
]
ItemKind = Literal[
    "formalia",
    "beslut",
    "information",
    "anmälan",
    "val",
    "avsägelse",
    "initiativ",
    "motion",
    "medborgarförslag",
    "interpellation",
    "fråga",
    "övrigt",
    "paus",
]
Handouts = Literal["", "bifogas", "vid sammanträdet"]

CHAIR_ROLES: tuple[Role, ...] = ("ordförande", "1:e vice ordförande", "vice ordförande", "2:e vice ordförande")
"""Who presides, in the usual order when the one before is away (R-212)."""
MEMBER_ROLES: tuple[Role, ...] = (*CHAIR_ROLES, "ledamot")
"""The roles that hold a seat (R-201)."""


def _doc(text: str) -> dict[str, str]:
    """The description that the JSON Schema shows for a key."""
    return {"description": text}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Person(Value):
    """Somebody who belongs to the body or comes to its meeting."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    name: str = field(metadata=_doc("Förnamn Efternamn"))
    role: Role = field(metadata=_doc("Uppdrag eller skäl att vara där"))
    party: str = field(default="", metadata=_doc("Partibeteckning utan parentes: S, M, DiN; - för partilös"))
    title: str = field(default="", metadata=_doc("Tjänstetitel: ekonom"))
    organisation: str = field(default="", metadata=_doc("Varifrån personen kommer: Region Västmanland"))
    id: str = field(default="", metadata=_doc("Görs av namnet om den utelämnas"))

    @property
    def is_member(self) -> bool:
        """Whether the person was elected to a seat."""
        return self.role in MEMBER_ROLES

    @property
    def is_substitute(self) -> bool:
        """Whether the person was elected as a substitute."""
        return self.role == "ersättare"

    @property
    def label(self) -> str:
        """`Åsa Bergkvist (S)`: the name at every mention (R-1306)."""
        return f"{self.name} ({self.party})" if self.party else self.name

    @property
    def names(self) -> tuple[str, str]:
        """First names and last name, split at the last space."""
        first, _, last = self.name.rpartition(" ")
        return first, last


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class MeetingPlan(Value):
    """The table `[meeting]`: which body meets, when, where."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    body: str = field(metadata=_doc("Organets fulla namn"))
    date: Date = field(metadata=_doc("Sammanträdesdatum: 2022-01-17"))
    starts: time = field(metadata=_doc("Planerad början: 13:00:00"))
    municipality: str = field(default="", metadata=_doc("Kommun, region eller förening"))
    kind: BodyKind = field(default="nämnd", metadata=_doc("Slag av organ: avgör vilka regler som gäller"))
    body_definite: str = field(default="", metadata=_doc("Så sägs det i meningar: arbetsutskottet"))
    body_genitive: str = field(default="", metadata=_doc("Genitiv av samma: arbetsutskottets"))
    body_neuter: bool | None = field(default=None, metadata=_doc("true om det heter 'beslutfört', false om 'beslutför'"))
    numbering: Numbering = field(default="handled", metadata=_doc("§ i den ordning ärendena tas upp, eller enligt listan"))
    ends: time | None = field(default=None, metadata=_doc("Planerat slut"))
    place: str = field(default="", metadata=_doc("Lokal och adress"))
    first_paragraph: int = field(default=1, metadata=_doc("Nästa lediga § i årets serie"))
    kept_at: str = field(default="", metadata=_doc("Var protokollet förvaras (anslaget)"))
    style: str = field(default="standard", metadata=_doc("Husstil: inbyggt namn eller sökväg till en fil"))
    seats: int | None = field(default=None, metadata=_doc("Antal ledamöter enligt fullmäktige; utelämnat = de som står här"))
    approvers: tuple[str, ...] = field(default=(), metadata=_doc("Föreslagna justerare"))
    approval: str = field(default="", metadata=_doc("När och hur protokollet justeras: direktjustering"))
    urgent_decisions: tuple[str, ...] = field(
        default=(), metadata=_doc("Brådskande beslut sedan förra sammanträdet som ska anmälas: dnr eller dag (R-904)")
    )


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Body(Value):
    """The forms of the body's name that sentences need: `Beslutar {definite}?`, `{genitive} beslut`."""

    name: str
    """In full, as on the cover."""
    definite: str
    """As in a sentence: arbetsutskottet."""
    genitive: str
    """arbetsutskottets."""
    neuter: bool
    """Whether it is `beslutfört` rather than `beslutför`."""
    kind: BodyKind


def genitive(name: str) -> str:
    """The genitive of a name: `s` is added unless it ends in s, x or z (R-1306)."""
    return name if name[-1:].casefold() in {"s", "x", "z"} else f"{name}s"


def body_of(plan: MeetingPlan) -> Body:
    """The forms of the body's name: as given, else made from the last word (`-utskott` + et, `-nämnd` + en, `-styrelse` + n)."""
    definite = plan.body_definite or _definite(plan.body)
    neuter = plan.body_neuter if plan.body_neuter is not None else definite.casefold().endswith(("et", "fullmäktige"))
    return Body(plan.body, definite, plan.body_genitive or genitive(definite), neuter, plan.kind)


def _definite(name: str) -> str:
    words = name.split()
    if len(words) > 2 and not words[-1].casefold().endswith(("nämnd", "nämnden", "utskott", "utskottet", "styrelse", "styrelsen")):
        # "Utskottet för Trygghet och stöd", "Nämnden för Vård & Omsorg": the first word is the one that is bent.
        return _bent(words[0]).casefold()
    start = len(words) - 1
    while start >= 2 and words[start - 1].casefold() in {"och", "&"} and words[start - 2].endswith("-"):
        start -= 2  # "Kultur- och fritidsnämnden" is one word with two beginnings
    if start == 1 and words[0].casefold().endswith("a") and words[-1].casefold().endswith(("nämnden", "utskottet", "styrelsen")):
        start = 0  # "Tekniska nämnden": an adjective belongs to what it says more of
    return " ".join([*words[start:-1], _bent(words[-1])]).casefold() if words else ""


def _bent(word: str) -> str:
    for ending, added in (("utskott", "et"), ("nämnd", "en"), ("styrelse", "n"), ("beredning", "en"), ("förening", "en"), ("råd", "et")):
        if word.casefold().endswith(ending):
            return word + added
    return word


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Rules(Value):
    """The table `[rules]`: local settings with the defaults of section 17 (reglemente, arbetsordning)."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    kallelse_days: int = field(
        default=5, metadata=_doc("Dagar mellan kallelse och sammanträde (R-102). Antecknas; inget i programmet beror av den")
    )
    kallelse_workdays: bool = field(default=False, metadata=_doc("Räkna arbetsdagar (R-102). Antecknas; inget i programmet beror av den"))
    extra_item_mode: Literal["chair", "majority", "unanimous"] = field(
        default="majority", metadata=_doc("Vem som kan lägga till ett ärende (R-105). Antecknas; inget i programmet beror av den")
    )
    party_order: dict[str, tuple[str, ...]] = field(
        default_factory=dict, metadata=_doc("Inträdesordning: parti = [parti, parti …], det egna först (R-204)")
    )
    ers_speak: bool = field(
        default=True, metadata=_doc("Ersättare som inte tjänstgör får yttra sig (R-203). Antecknas; inget i programmet beror av den")
    )
    ers_note: bool = field(default=False, metadata=_doc("Ersättare som inte tjänstgör får en mening antecknad (R-807)"))
    own_party_displaces: bool = field(default=True, metadata=_doc("Ersättare från eget parti går före en som redan tjänstgör (R-205)"))
    vaxeltjanst: Literal["never_same_day", "if_party_balance_affected", "allowed"] = field(
        default="never_same_day", metadata=_doc("Om den som avbrutit sin tjänstgöring får återinträda (R-207)")
    )
    remote_allowed: bool = field(default=False, metadata=_doc("Deltagande på distans är tillåtet (R-209)"))
    public_allowed: bool = field(default=False, metadata=_doc("Offentliga sammanträden är tillåtna (R-1201)"))
    reservation_deadline: str = field(
        default="justering", metadata=_doc("Senast då en skriftlig reservation lämnas (R-803). Antecknas; inget i programmet beror av den")
    )
    huvudforslag_rule: Literal["chair_finding", "beredning"] = field(
        default="chair_finding", metadata=_doc("Vad som blir huvudförslag (R-618)")
    )
    vote_order: Literal["list", "vice_first"] = field(default="list", metadata=_doc("Ordning vid upprop i votering (R-704)"))
    chair_votes_last: bool = field(default=True, metadata=_doc("Ordföranden röstar sist (R-704)"))
    justerare_count: int = field(default=1, metadata=_doc("Antal justerare utöver ordföranden (R-1102)"))
    number_formalia: bool = field(default=True, metadata=_doc("Upprop, justerare och dagordning får § (R-1302)"))
    takedown_offset_days: int = field(default=1, metadata=_doc("Dagar från sista överklagandedag till nedtagning (R-1110)"))
    formal_order: tuple[str, ...] = field(
        default=("ajournering", "bordläggning", "återremiss"), metadata=_doc("Ordning mellan formella yrkanden (R-608)")
    )
    delegation_report: str = field(
        default="list", metadata=_doc("Hur delegationsbeslut redovisas (R-903). Antecknas; inget i programmet beror av den")
    )
    speaking_minutes: int | None = field(default=None, metadata=_doc("Längsta anförande, minuter"))
    reply_minutes: int | None = field(default=None, metadata=_doc("Längsta replik, minuter"))
    first_time_first: bool = field(default=False, metadata=_doc("Den som inte talat förut går före i talarlistan"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Point(Value):
    """One point of a proposal or a decision: data that motions, votes and reservations refer to."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    text: str = field(metadata=_doc("Punktens text, utan nummer"))
    sub: tuple[str, ...] = field(default=(), metadata=_doc("Underpunkter a), b) …"))
    mark: str = field(default="", metadata=_doc("Hur den skrevs: 1., -, a) eller ingenting"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SubItem(Value):
    """One matter under an information or anmälan item."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    title: str = field(metadata=_doc("Vad det gäller"))
    reference: str = field(default="", metadata=_doc("Dnr"))
    text: str = field(default="", metadata=_doc("Text (Markdown)"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Item(Value):
    """One ärende of the agenda, as prepared."""

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid"}

    title: str = field(metadata=_doc("Rubriken"))
    short_title: str = field(default="", metadata=_doc("Kortare rubrik för innehåll och listor"))
    id: str = field(default="", metadata=_doc("Görs av rubriken om den utelämnas"))
    number: str = field(default="", metadata=_doc("Dagordningens eget nummer, om det inte är platsen i listan"))
    reference: str = field(default="", metadata=_doc("Dnr"))
    kind: ItemKind = field(default="beslut", metadata=_doc("Slag av ärende; paus = lunch, fika, gruppmöten (ingen §)"))
    decided_by: tuple[str, ...] | str = field(default=(), metadata=_doc("Vem som beslutar om organet bara föreslår; lista = kedjan uppåt"))
    at: time | None = field(default=None, metadata=_doc("Utlovad tid"))
    minutes: int | None = field(default=None, metadata=_doc("Planerad längd i minuter"))
    presenters: tuple[str, ...] = field(default=(), metadata=_doc("Föredragande: namn ur listan, titel eller fri text"))
    lead: str = field(default="", metadata=_doc("Ingress före punkterna: 'Nämnden beslutar'"))
    proposal: str | tuple[str | Point, ...] = field(default="", metadata=_doc("Förslag till beslut: text eller lista med punkter"))
    proposed_by: str = field(default="", metadata=_doc("Vems förslag: förvaltningen"))
    summary: str = field(default="", metadata=_doc("Beskrivning av ärendet (Markdown)"))
    history: str | tuple[str, ...] = field(default="", metadata=_doc("Tidigare behandling"))
    documents: tuple[str, ...] = field(default=(), metadata=_doc("Beslutsunderlag"))
    recipients: tuple[str, ...] = field(default=(), metadata=_doc("Beslutet skickas till"))
    secrecy: str = field(default="", metadata=_doc("Sekretessgrund; finns den är paragrafen hemlig"))
    exercise_of_authority: bool = field(default=False, metadata=_doc("Myndighetsutövning mot enskild"))
    immediate_approval: bool = field(default=False, metadata=_doc("Ska justeras omedelbart"))
    withdrawn: bool = field(default=False, metadata=_doc("Utgår"))
    postponed_by_minority: bool = field(
        default=False, metadata=_doc("En minoritet har redan återremitterat eller bordlagt ärendet (R-613)")
    )
    handouts: Handouts = field(default="", metadata=_doc("Om handlingarna bifogas eller visas vid sammanträdet"))
    subitems: tuple[str | SubItem, ...] = field(default=(), metadata=_doc("Punkter under information och anmälan"))

    @property
    def short(self) -> str:
        """The title for lists and contents."""
        return self.short_title or self.title

    @property
    def secret(self) -> bool:
        """Whether the § is secret (R-1204)."""
        return bool(self.secrecy)

    @property
    def chain(self) -> tuple[str, ...]:
        """Who decides in the end, nearest body first; empty when this body itself decides (R-909)."""
        return (self.decided_by,) if isinstance(self.decided_by, str) and self.decided_by else tuple(self.decided_by)

    @property
    def points(self) -> tuple[Point, ...]:
        """The prepared proposal as points; empty when nothing was proposed."""
        if isinstance(self.proposal, str):
            return split_points(self.proposal)
        return tuple(p if isinstance(p, Point) else Point(text=p) for p in self.proposal)

    @property
    def proposal_lead(self) -> str:
        """The line before the points, given as `lead` or written above them."""
        return self.lead or (lead_of(self.proposal) if isinstance(self.proposal, str) else "")

    @property
    def matters(self) -> tuple[SubItem, ...]:
        """The subitems, each with a title."""
        return tuple(s if isinstance(s, SubItem) else SubItem(title=s) for s in self.subitems)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Agenda(Value):
    """All that a file holds: the plan, the people, the rules and the items in order. Ids are unique and never empty."""

    meeting: MeetingPlan
    people: tuple[Person, ...] = ()
    rules: Rules = field(default_factory=Rules)
    items: tuple[Item, ...] = ()

    @property
    def body(self) -> Body:
        """The forms of the body's name."""
        return body_of(self.meeting)

    def person(self, person_id: str) -> Person | None:
        """The person with that id, if there is one."""
        return next((p for p in self.people if p.id == person_id), None)


def with_ids(agenda: Agenda) -> Agenda:
    """The agenda with an id for everybody and everything: given ones kept, the others made from names and titles in order."""
    return replace(
        agenda,
        people=tuple(replace(p, id=i) for p, i in zip(agenda.people, _ids((p.id, p.name) for p in agenda.people), strict=True)),
        items=tuple(replace(x, id=i) for x, i in zip(agenda.items, _ids((x.id, x.title) for x in agenda.items), strict=True)),
    )


def _ids(given_and_names: Iterator[tuple[str, str]]) -> list[str]:
    pairs = list(given_and_names)
    taken = {given for given, _ in pairs if given}
    ids = []
    for given, name in pairs:
        ids.append(given or unique_slug(name, taken))
        taken.add(ids[-1])
    return ids


_MARK = re.compile(r"\s*(?P<mark>\d{1,2}[.)]|[-–•*]|[a-zåäö]\)|(?=att(?:\s|$)))\s*(?P<text>.*)", re.IGNORECASE | re.DOTALL)
_NEW_POINT = re.compile(r"^\s*(?:\d{1,2}[.)]|[-–•*]|[a-zåäö]\)|att)(?:\s|$)", re.IGNORECASE)
_BLANK_START = re.compile(r"\A(?:[^\S\n]*\n)+")
_LETTERED = re.compile(r"\s*[a-zåäö]\)(?:\s|$)", re.IGNORECASE)
_LETTERS = "abcdefghijklmnopqrstuvwxyzåäö"


def split_points(text: str) -> tuple[Point, ...]:
    """A proposal or decision as points.

    It is split at lines that begin `1.`, `a)`, `-` or `att` when there are two or more, or one with a sign at the start;
    else it is one point. Lines indented or lettered below a point are its sub-points. What stands before the first
    point is its lead (`lead_of`).
    """
    return _lead_and_points(text)[1]


def lead_of(text: str) -> str:
    """What stands before the first of several points: `Nämnden beslutar`."""
    return _lead_and_points(text)[0]


@lru_cache(maxsize=1024)
def _lead_and_points(text: str) -> tuple[str, tuple[Point, ...]]:
    text = _BLANK_START.sub("", text).rstrip()
    if not text:
        return "", ()
    lines = text.split("\n")
    starts = [i for i, line in enumerate(lines) if _NEW_POINT.match(line)]
    if len(starts) < 2 and (starts != [0] or lines[0].lstrip().casefold().startswith("att")):
        return "", (Point(text=text.strip()),)
    lead = "\n".join(lines[: starts[0]]).strip()
    points: list[Point] = []
    top = lines[starts[0]]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        chunk = "\n".join(lines[start:end]).rstrip()
        match = _MARK.match(chunk)
        if match is None:  # pragma: no cover - every start matches
            continue
        written = match["text"].strip()
        lettered_below = _LETTERED.match(lines[start]) and not _LETTERED.match(top)
        if points and (lettered_below or _indent(lines[start]) > _indent(top)):
            points[-1] = replace(points[-1], sub=(*points[-1].sub, *filter(None, [written])))
        else:
            points.append(Point(text=written, mark="-" if match["mark"] in {"–", "•", "*"} else match["mark"]))
    points = [point for point in points if point.text or point.sub]  # a sign alone is a point that nobody has written yet
    if lead and not points:
        return "", (Point(text=lead),)
    return lead, tuple(points)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def joined_points(points: tuple[Point, ...]) -> str:
    """The text that `split_points` gives these points for: what an editor shows."""
    lines: list[str] = []
    for number, point in enumerate(points, 1):
        marked = len(points) > 1 or point.sub  # a point that stands alone needs a sign only to have sub-points below it
        mark = point.mark or (f"{number}." if marked and not _NEW_POINT.match(point.text) else "")
        lines.append(f"{mark} {point.text}".strip())
        for place, text in enumerate(point.sub):
            sign = f"{_LETTERS[place]})" if place < len(_LETTERS) else "-"
            lines.append(f"   {sign} {text}")
    return "\n".join(lines)
