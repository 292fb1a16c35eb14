"""A house style: what one municipality's protocols look like, as data that it can copy and change without code.

Text fields hold templates with `{placeholders}`; which ones each may use stands in its metadata and is checked when
the style is read (`style.py`). A line whose placeholders are all empty vanishes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal, get_args

from exports.phrases import BODY, Phrases, template
from exports.shape import Shape, doc
from sessions.events import MotionKind

SectionName = Literal[
    "decision",
    "recusal",
    "abstention",
    "attendance",
    "presenters",
    "summary",
    "matters",
    "history",
    "documents",
    "proposal",
    "treatment",
    "motions",
    "procedure",
    "vote",
    "reservations",
    "statements",
    "adjournment",
    "appendices",
    "approval",
    "rectifications",
    "recipients",
]
SECTIONS: tuple[SectionName, ...] = get_args(SectionName)
"""The parts of a §, each under its own heading; `Redigera paragraf` shows them in the style's order."""

Lines = Literal["numrerade", "streck", "rader", "komma"]
Points = Literal["som skrivet", "numrerade", "streck", "stycken"]
Group = Literal[
    "ledamöter",
    "tjänstgörande ersättare",
    "ersättare",
    "tjänstepersoner",
    "sekreterare",
    "personalföreträdare",
    "adjungerade",
    "insyn",
    "revisorer",
    "gäster",
]
PersonPart = Literal["name", "role", "title", "organisation", "remote", "replacement", "range", "recusal", "chair"]
Column = Literal["paragraph", "title", "short_title", "reference"]
Signer = Literal["sekreterare", "ordförande", "justerare"]

MEETING = (
    *BODY,
    *("municipality", "kind", "place", "kept_at", "paragraphs", "runs", "secret", "adjournments"),
    *("date", "weekday", "Weekday", "day", "month", "year", "starts", "ends"),
    *("chair", "secretary", "approvers", "approver_names", "approved_date", "approval_date", "approval_time", "approval_place"),
    *("notice_date", "notice_until", "notice_where", "appeal_date"),
)
"""What can be said of the meeting on the cover, in the notice and in the title."""


def lines(about: str, *placeholders: str) -> Any:
    """A field for several templates, one a line."""
    return field(default=(), metadata={**doc(about), "placeholders": placeholders})


def optional(about: str, *placeholders: str) -> Any:
    """A field for a text with placeholders that a style may leave out."""
    return field(default="", metadata={**doc(about), "placeholders": placeholders})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Formats(Shape):
    """The table `[formats]`: dates, times and § ranges (R-1304, R-1305)."""

    date: str = template("Datum: {year}-{mm}-{dd}", "year", "mm", "dd", "day", "month", "weekday", "Weekday")
    time: str = template("Klockslag: {hh}.{min}", "hh", "min")
    one: str = template("En paragraf i löpande text: § {number}", "number")
    several: str = template("Flera paragrafer: §§ {numbers}", "numbers")
    range: str = template("En följd: {first}–{last}", "first", "last")
    part: str = template("En del av en paragraf: del av {number}", "number")
    separator: str = template("Mellan följder")
    others: str = optional("Fler än två yrkare: {first} m.fl.; tom = alla namn skrivs", "first")
    others_owners: str = optional("Samma före det som är deras: {first} med fleras; tom = alla namn", "first")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Head(Shape):
    """The table `[head]`: the number, title and Dnr that begin a §."""

    heading: str = template("Rubriken; ny rad skrivs \\n", "paragraph", "title", "reference")
    below: tuple[str, ...] = lines("Rader under rubriken", "paragraph", "title", "reference")
    reference: str = template("Raden med Dnr", "reference")
    reference_empty: str = template("Raden när Dnr saknas")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ContentsStyle(Shape):
    """The table `[contents]`: the list of §§. Without columns there is none."""

    heading: str = template("Rubrik", *BODY)
    columns: tuple[Column, ...] = field(metadata=doc("Kolumner i ordning: paragraph, title, short_title, reference"))


def heading(about: str) -> Any:
    """A field for the heading of a section; empty = the section has none."""
    return template(about, *BODY, "proposal")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Headings(Shape):
    """The table `[headings]`. Sections next to each other with the same heading share it."""

    decision: str = heading("När organet beslutar")
    decision_proposing: str = heading("När organet bara föreslår")
    recusal: str = heading("Jäv")
    abstention: str = heading("Deltar inte i beslutet")
    attendance: str = heading("Ändringar i närvaron")
    presenters: str = heading("Föredragande, vid myndighetsutövning (R-1007)")
    summary: str = heading("Beskrivning av ärendet")
    matters: str = heading("Punkterna under information och anmälan")
    history: str = heading("Tidigare behandling")
    documents: str = heading("Beslutsunderlag")
    proposal: str = heading("Det beredda förslaget, när något annat beslutades (R-1003)")
    treatment: str = heading("Behandling vid sammanträdet")
    motions: str = heading("Yrkanden")
    procedure: str = heading("Propositionsordning, beslutsgång")
    vote: str = heading("Omröstning")
    reservations: str = heading("Reservation")
    statements: str = heading("Protokollsanteckning")
    adjournment: str = heading("Ajournering")
    appendices: str = heading("Bilagor till paragrafen")
    approval: str = heading("Omedelbar justering")
    rectifications: str = heading("Rättelse")
    recipients: str = heading("Beslutet skickas till")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Sections(Shape):
    """The table `[sections]`: what a § holds, in which order."""

    order: tuple[SectionName, ...] = field(metadata=doc("Avsnitten i ordning; det som inte står här skrivs inte ut"))
    always: tuple[SectionName, ...] = field(metadata=doc("Rubriker som skrivs också när avsnittet är tomt"))
    protocol_text: SectionName = field(metadata=doc("I vilket avsnitt rutan Protokolltext skrivs ut"))
    new_page: bool = field(metadata=doc("Varje paragraf börjar på en ny sida"))
    points: Points = field(metadata=doc("Beslutets punkter"))
    documents: Lines = field(metadata=doc("Handlingarna, när de är flera"))
    recipients: Lines = field(metadata=doc("Mottagarna, när de är flera"))
    votes: Literal["löpande", "tabell"] = field(metadata=doc("Rösterna med namn: i löpande text eller i en tabell"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PeopleGroup(Shape):
    """Some of those who were there, under a heading of their own if they have one."""

    people: tuple[Group, ...] = field(metadata=doc("Vilka som står här, i listans ordning"))
    heading: str = optional("Rubrik ovanför dem", *BODY)
    always: bool = field(default=False, metadata=doc("Rubriken skrivs också när ingen finns"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class CoverPart(Shape):
    """One entry of the cover: a label with lines, or with people; or the signatures, or the notice."""

    show: Literal["rader", "personer", "underskrifter", "anslag"] = field(
        default="rader", metadata=doc("Vad som står här: rader, personer, underskrifter, anslag")
    )
    label: str = optional("Ledtext", *BODY)
    lines: tuple[str, ...] = lines("Rader; en rad vars platshållare alla är tomma försvinner", *MEETING)
    groups: tuple[PeopleGroup, ...] = field(default=(), metadata=doc("Personer, grupp för grupp"))
    columns: bool = field(default=False, metadata=doc("I kolumner, delade där raden har \\t"))
    always: bool = field(default=False, metadata=doc("Ledtexten skrivs också när ingenting står efter den"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Cover(Shape):
    """The table `[cover]`: the first page (R-1005)."""

    title: str = template("Dokumentets rubrik", *MEETING)
    parts: tuple[CoverPart, ...] = field(metadata=doc("Försättsbladet uppifrån och ned"))
    adjournment: str = template("En ajournering på tidraden", "start", "end")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class PeopleStyle(Shape):
    """The table `[people]`: how somebody is written on the cover."""

    order: tuple[PersonPart, ...] = field(metadata=doc("Delarna av raden i ordning; det som inte står här skrivs inte ut"))
    name: str = template("Namnet: {label} har parti, {name} inte", "label", "name", "party")
    role: str = template("Uppdraget", "role", "Role")
    roles: dict[str, str] = field(metadata=doc("Uppdrag som skrivs ut, och hur"))
    title: str = template("Tjänstetitel", "title")
    organisation: str = template("Varifrån", "organisation")
    remote: str = template("På distans (R-209)")
    replacement: str = template("Tjänstgör för någon", "member", "range")
    replacement_more: str = template("… och för någon mer", "member", "range")
    range: str = template("I vilka paragrafer, när det inte är alla; {times} är klockslagen", "paragraphs", "times")
    range_until: str = optional("Samma när det är från första paragrafen; tom = som range", "paragraph", "time")
    range_from: str = optional("Samma när det är till sista paragrafen; tom = som range", "paragraph", "time")
    recusal: str = template("Inte i dessa paragrafer (jäv, ute ur rummet)", "paragraphs")
    chair_all: str = template("Ordförande hela sammanträdet i någon annans ställe")
    chair: str = template("Ordförande i dessa paragrafer i någon annans ställe", "paragraphs")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SignatureStyle(Shape):
    """Who signs: one line a person."""

    who: Signer = field(metadata=doc("sekreterare, ordförande eller justerare"))
    role: str = field(metadata=doc("Ordet på raden"))
    name: str = template("Namnet", "label", "name", "party")
    note: str = field(default="", metadata={"description": "Efter namnet", "placeholders": MEETING})
    when: str = field(default="", metadata={"description": "Sist", "placeholders": MEETING})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class SignaturesStyle(Shape):
    """The table `[signatures]`."""

    heading: str = template("Rubrik", *BODY)
    part: str = template("När någon skriver under bara några paragrafer", "paragraphs")
    lines: tuple[SignatureStyle, ...] = field(metadata=doc("Raderna i ordning"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Notice(Shape):
    """The table `[notice]`: the announcement of the approval, Anslag/bevis (R-1111)."""

    heading: str = template("Rubrik", *BODY)
    text: tuple[str, ...] = lines("Rader under rubriken", *MEETING)
    fields: tuple[CoverPart, ...] = field(metadata=doc("Ledtexter och rader"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Public(Shape):
    """The table `[public]`: what is left of a secret § in the public version (R-1204)."""

    secret: Literal["stub", "omit"] = field(metadata=doc("stub: nummer, grund och vilka som tjänstgjorde; omit: paragrafen saknas"))


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class ExtractStyle(Shape):
    """The table `[extract]`: protokollsutdrag (R-1114)."""

    title: str = template("Dokumentets rubrik", *MEETING)
    parts: tuple[CoverPart, ...] = field(metadata=doc("Vad som står före paragraferna"))
    certificate: str = template("Raden att skriva under", *BODY)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False, eq=False)
class Style(Shape):
    """A whole house style."""

    name: str = field(metadata=doc("Stilens namn"))
    extends: str = field(default="", metadata=doc("Den stil som gäller för allt som inte står här"))
    word_template: str = field(
        default="", metadata=doc("Kommunens egen Wordfil (.docx) som mall: sidan, formaten, sidhuvudet; i stilfilens mapp")
    )
    paragraph: str = template("Numret i rubrik och innehåll: § {number}/{year}", "number", "year")
    formats: Formats = field(metadata=doc("Datum, klockslag, följder"))
    head: Head = field(metadata=doc("Det som inleder en paragraf"))
    contents: ContentsStyle = field(metadata=doc("Innehållsförteckning"))
    headings: Headings = field(metadata=doc("Avsnittens rubriker"))
    singular: dict[str, str] = field(metadata=doc("Rubriker när avsnittet har en enda sak: motions = 'Yrkande'"))
    sections: Sections = field(metadata=doc("Avsnitten i en paragraf"))
    cover: Cover = field(metadata=doc("Försättsblad"))
    people: PeopleStyle = field(metadata=doc("Personer på försättsbladet"))
    signatures: SignaturesStyle = field(metadata=doc("Underskrifter"))
    notice: Notice = field(metadata=doc("Anslag och bevis"))
    public: Public = field(metadata=doc("Offentlig version"))
    extract: ExtractStyle = field(metadata=doc("Protokollsutdrag"))
    nouns: dict[str, str] = field(metadata=doc("Vad ett yrkande kallas, efter slag"))
    phrases: Phrases = field(metadata=doc("Meningarna"))


KEYS_OF_TABLES: dict[tuple[type, str], tuple[str, ...]] = {
    (Style, "nouns"): get_args(MotionKind),
    (Style, "singular"): SECTIONS,
}
"""The keys that the free tables of a style may have; `roles` has those of `agendas.model.Role`."""
