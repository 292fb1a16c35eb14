"""The vocabulary of kallelser and tjänsteskrivelser: what headings, columns, labels and titles are called.

Everything is compared `squeezed`: without case, accents, spaces and signs, so that `Besluts -organ` is `Beslutsorgan`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from agendas.model import BodyKind, ItemKind, Role
from agendas.names import folded
from agendas.value import Value

_NOT_WORD = re.compile(r"[^a-z0-9§]+")


@lru_cache(maxsize=8192)
def squeezed(text: str) -> str:
    """The letters and digits alone: what two spellings of the same heading have in common."""
    return _NOT_WORD.sub("", folded(text))


# --- sections of a tjänsteskrivelse

SECTIONS: Mapping[str, str] = {
    **dict.fromkeys(("forslagtillbeslut", "beslutsforslag", "forslag", "forslagtillyttrande", "forslagtillstallningstagande"), "proposal"),
    **dict.fromkeys(("beslut", "ordforandebeslut"), "decision"),
    **dict.fromkeys(
        ("sammanfattning", "sammanfattningavarendet", "sammanfattningavarende", "arendetikorthet", "kortsammanfattning", "sammandrag"),
        "summary",
    ),
    **dict.fromkeys(
        ("beskrivningavarendet", "arendebeskrivning", "beskrivning", "bakgrund", "bakgrundochsyfte", "bakgrundtillarendet",
         "redogorelseforarendet", "arendebeskrivningen", "arendet"),
        "description",
    ),
    **dict.fromkeys(
        ("beslutsunderlag", "underlagforbeslut", "underlagtillbeslut", "handlingariarendet", "bilagor", "underlag",
         "beslutsunderlagochbilagor", "beslutshandlingar", "handlingar"),
        "documents",
    ),
    **dict.fromkeys(
        ("beslutetskickastill", "beslutskickastill", "expedierastill", "expedieras", "expediering", "kopiatill", "skickastill",
         "protokollsutdragskickastill", "protokollsutdragtill", "delgestill", "delges", "beslutetskaskickastill", "beslutetexpedierastill",
         "sandlista", "beslutetsandstill", "mottagareavbeslut"),
        "recipients",
    ),
    **dict.fromkeys(("forkannedom", "forkannedomtill", "kopiaforkannedom"), "copies"),
    **dict.fromkeys(("tidigarebehandling", "tidigarebeslut", "arendetstidigarebehandling", "arendetsbehandling",
                     "arendetsberedning"), "history"),
}  # fmt: skip
"""The headings of a tjänsteskrivelse, and which part of the item stands below them."""

SUBHEADINGS = {
    "ekonomiskbedomning", "ekonomiskakonsekvenser", "ekonomi", "samverkan", "finansiering", "barnperspektivet", "barnperspektiv",
    "barnrattsperspektiv", "barnkonsekvensanalys", "jamstalldhetsperspektiv", "jamstalldhet", "juridiskbedomning", "motivering",
    "motiveringavforslagtillbeslut", "motiveringtillbeslut", "bedomning", "forvaltningensbedomning", "overvaganden", "konsekvenser",
    "miljokonsekvenser", "uppfoljning", "upplysning", "genomforande", "alternativ", "risker", "lagstiftning", "bedomningochmotivering",
    "konsekvenserforbarnochunga", "tidplan", "upplysningar", "forvaltningensovervaganden", "slutsats", "analys", "remissinstanser",
}  # fmt: skip
"""Headings inside a description: kept there as sub-headings."""

_PROPOSAL = re.compile(r"(?:.{3,60}?s? )?forslag till beslut(?: (?:i|till|for|pa|av) .{2,80})?")
_TEMPLATE = re.compile(
    r"\bnamn namn\b|klicka (?:eller tryck )?här|\[[^\]]{0,60}\]$|skriv (?:text|här)|\bxx+\b|lorem ipsum|ange (?:text|namn)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Section(Value):
    """A heading of a tjänsteskrivelse: what it opens, what stands behind its colon, whose proposal it says it is."""

    key: str
    rest: str = ""
    by: str = ""


def section_of(text: str) -> Section | None:
    """Which section a line opens; None when it opens none."""
    if len(text) > 400:
        return None
    label, _, rest = text.partition(":")
    key = SECTIONS.get(squeezed(label)) if len(label) < 60 else None
    if key:
        return Section(key, rest.strip())
    if len(label) < 140 and "eslut" in label and _PROPOSAL.fullmatch(" ".join(folded(label).split())):
        words = label.split()
        place = next((n for n, w in enumerate(words) if folded(w) == "forslag"), 0)
        return Section("proposal", rest.strip(), " ".join(words[:place]).strip())
    return None


def is_template_text(text: str) -> bool:
    """Whether a line is what a template says before somebody has written: `Namn namn, titel`."""
    return bool(_TEMPLATE.search(text))


# --- columns of the list of items

_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "at": ("kl", "klockan", "tid", "tidpunkt", "starttid", "klockslag", "prelimtid", "beraknadtid", "tider", "preltid"),
    "minutes": ("min", "minuter", "tidsatgang", "langd", "antalminuter"),
    "paragraph": ("§", "§§", "paragraf", "paragrafnr", "§nr"),
    "number": ("nr", "arendenr", "punkt", "p", "nummer", "punktnr", "lopnr", "dagordningspunkt", "arendenummernr", "arende nr"),
    "organ": ("organ", "beslutsorgan", "beslutandeorgan", "beslutsinstans", "instans", "beslutas", "beslutasav", "besluti",
              "besl", "beslutande", "beslutasi", "beslutfattasi", "beslutfattasav", "beslutsniva", "avgorsav", "avgorsi", "avgors",
              "beslutsfattare"),
    "kind": ("typ", "arendetyp", "slag", "beslutinformation", "bi", "arendeslag", "kategori"),
    "title": ("arende", "arenden", "rubrik", "arenderubrik", "arendemening", "amne", "dagordning", "foredragningslista", "arendelista",
              "innehall", "titel", "arendets", "benamning", "beskrivning"),
    "reference": ("dnr", "diarienr", "diarienummer", "arendenummer", "diarie", "diariebeteckning", "arendenrdnr", "arendeid"),
    "handouts": ("handlingar", "handlingarbifogas", "bilaga", "bilagor", "handling", "bifogas", "handlingarbifogade", "underlag"),
    "presenters": ("foredragande", "foredragning", "foredras", "foredrasav", "handlaggare", "medverkande", "ansvarig", "informerar",
                   "presenteras av", "presentatör", "deltagare", "foredragandetjansteperson", "tjansteperson"),
    "note": ("kommentar", "anmarkning", "notering", "ovrigt", "kommentarer", "anteckning"),
    "page": ("sid", "sida", "sidnr", "sidan"),
    "proposal": ("forslagtillbeslut", "beslutsforslag", "forslag"),
}  # fmt: skip
_COLUMN = {squeezed(word): key for key, words in _COLUMNS.items() for word in words}
_PARTS = re.compile(r"\s*[/,&\n]\s*|\s+och\s+")


def column_keys(head: str) -> tuple[str, ...]:
    """What a column holds, by its head: several for `Ärende / Föredragande`, none when it is no known head."""
    whole = _COLUMN.get(squeezed(head))
    if whole:
        return (whole,)
    keys = [_COLUMN.get(squeezed(part)) for part in _PARTS.split(head) if part.strip()]
    return tuple(dict.fromkeys(k for k in keys if k)) if keys and all(keys) else ()


# --- kinds of items

_SECTION_PATTERNS: tuple[tuple[str, ItemKind], ...] = (
    (r"(?:sammantrades)?formalia|inledande (?:formalia|arenden|punkter)|inledning|formella arenden|motesformalia", "formalia"),
    (r"besluts?arenden?|arenden (?:for|till) beslut|beslut|beslutspunkter|arenden for avgorande|arenden som avgors .*", "beslut"),
    (r"arenden (?:for|till) (?:avgorande|beslut) i .*|arenden till .*(?:fullmaktige|styrelsen)", "beslut"),
    (r"information(?:s?arenden?|spunkter)?|arenden for information|informationer|information och rapporter|rapporter", "information"),
    (r"anmalnings?arenden?|anmalningar|meddelanden|delgivningar|delgivnings?arenden?|arenden for (?:anmalan|kannedom)", "anmälan"),
    (r"val(?:arenden?)?|valarenden", "val"),
    (r"motioner", "motion"),
    (r"medborgarforslag", "medborgarförslag"),
    (r"interpellationer", "interpellation"),
    (r"fragor", "fråga"),
    (r"ovrig(?:t|a (?:arenden|fragor|punkter))|avslutning|avslutande punkter", "övrigt"),
    (r"sekretess(?:arenden?)?|sekretessbelagda arenden|individarenden", "beslut"),
    (r"beredningsarenden?|ovriga arenden|arenden", "beslut"),
)
SECTION_KINDS = tuple((re.compile(pattern), kind) for pattern, kind in _SECTION_PATTERNS)

_TITLE_PATTERNS: tuple[tuple[str, ItemKind], ...] = (
    (r"^(?:.{0,20}\b)?(?:lunch|fika|kaffe\w*|paus|rast|bensstrackare|eftermiddagsfika|formiddagsfika)\b(?!\w)", "paus"),
    (r"^(?:parti)?gruppmoten?\b|^ajournering\b|^partigrupp\w*\b", "paus"),
    (r"^upprop\b|^val av (?:protokolls?)?justera|^(?:protokolls)?justera(?:re|nde)\b|^justering\b|^utseende av .*justera", "formalia"),
    (
        r"^(?:godkannande|faststallande|faststallelse|godkanna|faststalla) av? ?.{0,30}(?:dagordning|foredragningslist|arendelist)",
        "formalia",
    ),
    (r"^(?:godkanna|faststalla) .{0,20}(?:dagordning|foredragningslist)", "formalia"),
    (
        r"^(?:sammantradets|motets) (?:oppnande|avslut\w*)|^(?:sammantradet|motet) (?:oppnas|avslutas)|^oppnande\b|^avslutning\b",
        "formalia",
    ),
    (r"^tillkommande|^anmalan (?:av|om) (?:jav|extra arenden|ovriga)|^andring\w* (?:av|i) dagordning|^dagordning\b|^jav\b", "formalia"),
    (r"^(?:foregaende|tidigare|genomgang av foregaende) (?:mot\w* )?protokoll|^beslutforhet|^kungorande", "formalia"),
    (
        r"^meddelande|^delgivning|^delegerings?beslut|^delegations?(?:beslut|arenden)|^anmalnings?arenden|^anmalan av|^anmalningar",
        "anmälan",
    ),
    (r"^anmalda? |^redovisning av (?:delega|delege|anmal|inkomna|meddel)|^inkomna skrivelser|^anmalan delega|^delegering\b", "anmälan"),
    (r"^avsagelse|^entledigande|^befrielse fran", "avsägelse"),
    (r"^(?:fyllnads)?val (?:av|till)|^fyllnadsval|^nominering", "val"),
    (r"^(?:svar pa |besvarande av )?motion", "motion"),
    (r"^(?:svar pa |besvarande av )?medborgarforslag", "medborgarförslag"),
    (r"^(?:svar pa |besvarande av )?interpellation", "interpellation"),
    (r"^(?:svar pa )?(?:enkel )?fraga (?:till|fran|stalld|om)", "fråga"),
    (r"^(?:namnd|ledamots)?initiativ(?:arende)?\b", "initiativ"),
    (r"^ovrig(?:t|a (?:fragor|arenden)|fraga)\b", "övrigt"),
    (r"^formalia\b|^motesformalia\b", "formalia"),
    (r"^information\b|informerar$|^aktuellt (?:fran|i|om)|^lagesrapport|^muntlig|^rapport(?:er)? fran|^foredragning\b", "information"),
)
_TITLE_KINDS = tuple((re.compile(pattern), kind) for pattern, kind in _TITLE_PATTERNS)
_INFORMING = re.compile(
    r"^(?:at{1,2}er\w*rap\w*|aterkoppling|dialog|presentation|genomgang|studiebesok|verksamhetsbesok|lagesbild)\b"
    r"|\binformation\b|fragestund\b|\binformerar om\b"
)


def kind_of_title(title: str) -> tuple[ItemKind | None, bool]:
    """The kind of item that a title speaks of, and whether it is only likely."""
    words = " ".join(re.sub(r"[^a-z0-9 ]+", " ", folded(title)).split())
    for pattern, kind in _TITLE_KINDS:
        if pattern.search(words):
            return kind, False
    return ("information", True) if _INFORMING.search(words) else (None, False)


def kind_of_section(text: str) -> ItemKind | None:
    """The kind of the items below a heading such as `Beslutsärenden`; None when it is no such heading."""
    words = " ".join(re.sub(r"[^a-z0-9 ]+", " ", folded(text)).split())
    return next((kind for pattern, kind in SECTION_KINDS if pattern.fullmatch(words)), None)


AGENDA_HEADS = {
    "dagordning", "foredragningslista", "arendelista", "arenden", "forslagtilldagordning", "forslagtillforedragningslista",
    "arendeforteckning", "dagordningforsammantradet", "arendenattbehandla", "foljandearendenbehandlas", "attbehandla",
}  # fmt: skip
"""Headings above the list of items."""

# --- bodies and roles

_BODY_KINDS: tuple[tuple[str, BodyKind], ...] = (
    ("utskott", "utskott"),
    ("fullmaktige", "fullmäktige"),
    ("beredning", "beredning"),
    ("styrelse", "styrelse"),
    ("namnd", "nämnd"),
    ("forening", "förening"),
    ("forbund", "förening"),
)
NO_BODIES = {"lansstyrelsen", "socialstyrelsen", "styrelsen", "bolagsstyrelsen", "skolstyrelsen", "transportstyrelsen", "polisstyrelsen"}
"""Authorities that end as bodies of a municipality do."""
BODY = re.compile(
    r"(?:[A-ZÅÄÖ][\wåäöé-]*(?:,? (?:[\wåäöé]+-,? )?(?:och|&) )?(?:[\wåäöé-]+ )?)?"
    r"\b[\wåäöÅÄÖé-]*(?:[Nn]ämnd(?:en)?s?|[Ss]tyrelsen?s?|[Uu]tskott(?:et)?s?|[Ff]ullmäktiges?|[Bb]eredning(?:en)?s?)\b"
    r"(?: för [A-ZÅÄÖ][\wåäö]*(?:(?:,| och| &) [\wåäöÅÄÖ]+)*| [\wåäö]*utskott(?:et)?)?"
)
CODES: Mapping[str, str] = {
    "KS": "Kommunstyrelsen",
    "KF": "Kommunfullmäktige",
    "RS": "Regionstyrelsen",
    "RF": "Regionfullmäktige",
    "INFO": "information",
    "I": "information",
    "B": "beslut",
    "D": "diskussion",
}
"""What short signs mean where a document does not say."""


def kind_of_body(name: str) -> BodyKind:
    """`utskott` for an arbetsutskott, `nämnd` when the name says nothing."""
    words = folded(name)
    return next((kind for ending, kind in _BODY_KINDS if ending in words), "nämnd")


_ROLES: tuple[tuple[str, Role], ...] = (
    (r"(?:1:?e|1:?a|forste|forsta) vice ?(?:ordf\w*|ordforande)", "1:e vice ordförande"),
    (r"(?:2:?e|2:?a|andre|andra) vice ?(?:ordf\w*|ordforande)", "2:e vice ordförande"),
    (r"vice ?(?:ordf\w*|ordforande)", "vice ordförande"),
    (r"(?:[\w -]+s )?(?:ordforande|ordf)(?: (?:i|for) .+)?", "ordförande"),
    (r"(?:ej )?(?:tjanstgorande |tjg\.? |beslutande )?ersattare", "ersättare"),
    (r"(?:beslutande )?ledamot", "ledamot"),
    (r"(?:namnd|utskotts|kommun|protokolls)?sekreterare", "sekreterare"),
    (r"(?:personal|facklig|arbetstagar)\w* ?(?:foretradare|representant)", "personalföreträdare"),
    (r"adjungerad\w*", "adjungerad"),
    (r"insyns\w*", "insyn"),
    (r"(?:fortroendevald )?revisor", "revisor"),
)
_ROLE = tuple((re.compile(pattern), role) for pattern, role in _ROLES)

GROUPS: Mapping[str, Role] = {
    **dict.fromkeys(("beslutande", "ledamoter", "beslutandeledamoter", "narvarandeledamoter", "ordinarieledamoter"), "ledamot"),
    **dict.fromkeys(
        ("ersattare", "ejbeslutandeersattare", "ejtjanstgorandeersattare", "tjanstgorandeersattare", "narvarandeersattare",
         "beslutandeersattare"),
        "ersättare",
    ),
    **dict.fromkeys(
        ("ovriganarvarande", "ovrigadeltagare", "ovriga", "tjansteman", "tjanstepersoner", "tjanstemannen", "ovrigtnarvarande",
         "ovrigadeltagande", "forvaltningen"),
        "tjänsteperson",
    ),
    **dict.fromkeys(("insynsplats", "insynsplatser"), "insyn"),
    **dict.fromkeys(("personalforetradare", "fackligaforetradare"), "personalföreträdare"),
}  # fmt: skip
"""Headings of rolls, and what those below them are unless it says otherwise."""


def role_of(text: str) -> Role | None:
    """The role that a word names: `2:a vice ordf.`, `tjg. ersättare`."""
    words = " ".join(folded(text).replace(".", " ").split())
    return next((role for pattern, role in _ROLE if pattern.fullmatch(words)), None)


_TITLE = re.compile(
    r"(?:chef|controller|utredare|ekonom|samordnare|strateg|handlaggare|direktor|ledare|planerare|jurist|rektor|arkitekt|ingenjor|"
    r"specialist|utvecklare|administrator|assistent|inspektor|konsult|sekreterare|ordforande|ordf|revisor|koordinator|pedagog|"
    r"skoterska|kurator|registrator|kommunikator|forvaltare|analytiker|advokat|lakare|radgivare|ombud|skyddsombud|bibliotekarie|"
    r"antikvarie|geolog|ekolog|kommunalrad|verksamhetsutvecklare|tjansteperson|foretradare|konsulent|mastare|tekniker|terapeut|psykolog|"
    r"notarie|expert|lantmatare|kamrer|sakkunnig|veterinar|intendent|larare|logoped|projektor|generalsekreterare|talesperson|\bvd)(?:en|n|er|erna|na|arna)?\b|\b(?:mas|mar|sas)\b"
)


def is_title(text: str) -> bool:
    """Whether some words name a post rather than a person: `Ekonomi- och kvalitetschef`."""
    return bool(_TITLE.search(folded(text)))
