"""What is said beside a title: `(omedelbar justering)`, `– till kommunfullmäktige`, `UTGÅR`, `Föredragande: …`, Dnr, a time."""

from __future__ import annotations

import re

from agendas.intake.ledger import Draft
from agendas.intake.pages import Place
from agendas.intake.patterns import MINUTES, hours_in, only_name, only_reference, reference_in
from agendas.intake.people import People, presenters_in, recognised
from agendas.intake.words import CODES, is_title, kind_of_title, squeezed
from agendas.names import folded

_PRESENTED = re.compile(
    r"(?:^|[\s,;–-]+)\(?(?:föredragande|föredragning|föredragare|föredras av|föredrar|informerande|information av|medverkande)"
    r"\s*:?\s+(?P<who>.+?)\)?$",
    re.IGNORECASE,
)
_CLOCK = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_TIME_FIRST = re.compile(rf"(?:kl(?:ockan)?\.?\s*)?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?\s+(?=\S)")
_TIME_LAST = re.compile(rf"(?:,?\s*\bkl(?:ockan)?\.?\s*{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?|\s{_CLOCK}\s*[-–]\s*{_CLOCK})\s*$")
_IMMEDIATE = re.compile(
    r"(?:ska(?:ll)? )?(?:paragrafen |beslutet )?(?:(?:ska )?justeras )?(?:omedelbar|direkt) ?t? ?juster\w*"
    r"|justeras (?:omedelbart|direkt)|(?:omedelbart|direkt) justera[ds]"
)
_SHOWN_THERE = re.compile(
    r"(?:handling(?:ar)? )?(?:(?:delas ut|presenteras|redovisas|lamnas|visas)(?: pa| vid)?(?: sammantradet| motet| sittande bord)"
    r"|vid sammantradet|vs|muntligt?)"
)
_INFORMS = re.compile(r"^(?P<who>.+?) (?:informerar|föredrar|deltar|presenterar)\.?$")
_BRACKETS = re.compile(r"\s*[(\[/](?P<said>[^()\[\]/]{1,90})[)\]/]")
_TAIL = re.compile(r"\s*(?:[-–—*|;!:,]\s*|\.\s+)(?P<said>[^-–—*|;!:,.()]{3,60})[.!*]*\s*$")
_SHOUTED = re.compile(r"\s+(?P<said>UTGÅR|OMEDELBAR JUSTERING|SEKRETESS|[Oo]medelbar justering)[.!]*\s*$")
_DECIDES = re.compile(
    r"(?:(?:beslut(?:as)?|avgors|avgorande|for beslut|arende|fattas) (?:i|av|till)|till|vidare till|slutligt beslut i) "
    r"(?P<who>(?:kommun|region)(?:fullmaktige|styrelsen)|kf|ks|rf|rs|fullmaktige|[\w -]*namnden)"
)


def take_title(draft: Draft, text: str, people: People, place: Place | None = None) -> None:
    """Put the title of a cell or line into the draft, with all that stands beside it in its own keys."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    title: list[str] = []
    for number, line in enumerate(lines):
        if number and take_aside(draft, line, people, place):
            continue
        rest = _without_asides(draft, line, people, place, first=not title)
        if rest:
            title.append(rest)
    draft.title = " ".join(" ".join([draft.title, *title]).split()).strip(" ;–-|").rstrip(":")


def take_aside(draft: Draft, line: str, people: People, place: Place | None = None) -> bool:
    """Whether a whole line stood beside the title and was taken: Dnr, presenter, time, mark."""
    stripped = line.strip().strip("*•-– ").strip()
    if reference := only_reference(stripped):
        draft.reference = draft.reference or reference
        return True
    if found := _PRESENTED.match(stripped):
        who = found["who"]
        if (hours := hours_in(who)) and hours[-1].end >= len(who) - 2:
            _take_hours(draft, who[hours[-1].start :])
            who = who[: hours[-1].start].rstrip(" ,;(–-")
        add_presenters(draft, who, people, place)
        return True
    if (found := _INFORMS.match(stripped)) and (only_name(found["who"].split(",")[0]) or is_title(found["who"])):
        add_presenters(draft, found["who"], people, place)
        return True
    first = stripped.split(",")[0]
    if (only_name(first) or (is_title(stripped) and len(stripped) < 60)) and kind_of_title(stripped)[0] is None:
        add_presenters(draft, stripped, people, place)
        return True
    several = presenters_in(stripped) if len(stripped) < 120 else []
    if len(several) > 1 and all((only_name(who) is not None and not is_title(who)) or is_title(who) for who, _ in several):
        add_presenters(draft, stripped, people, place)
        return True
    hours = hours_in(stripped)
    if hours and hours[0].start == 0 and len(stripped) - hours[0].end < 4:
        _take_hours(draft, stripped)
        return True
    label, colon, rest = stripped.partition(":")
    if colon and squeezed(label) in {"handlingar", "handling", "bilaga", "bilagor", "underlag"} and rest.strip():
        if not _said(draft, rest.strip(), place):
            draft.documents.append(rest.strip())
        return True
    if colon and squeezed(label) in {"tid", "kl", "klockan"} and hours:
        _take_hours(draft, stripped)
        return True
    return _said(draft, stripped, place)


def add_presenters(draft: Draft, text: str, people: People, place: Place | None) -> None:
    """The presenters of a text, each once."""
    for who, title in presenters_in(text):
        made = recognised(who, title, people, place)
        if made not in draft.presenters:
            draft.presenters.append(made)


def _take_hours(draft: Draft, text: str) -> None:
    found = hours_in(text)[0]
    draft.at = draft.at or found.starts
    draft.minutes = draft.minutes if draft.minutes is not None else found.minutes


def _without_asides(draft: Draft, line: str, people: People, place: Place | None, *, first: bool) -> str:
    if first and (found := _TIME_FIRST.match(line)):
        _take_hours(draft, found[0])
        line = line[found.end() :]
    if reference := reference_in(line):
        number, start, end = reference
        before, after = line[:start].rstrip(" ,;(–-"), line[end:].lstrip(" ,;)–-.:")
        if before or after:
            draft.reference = draft.reference or number
            line = f"{before} {after}".strip()
    if (found := _PRESENTED.search(line)) and found.start() > 0:
        add_presenters(draft, found["who"], people, place)
        line = line[: found.start()]
    for found in list(_BRACKETS.finditer(line)):
        if _said(draft, found["said"], place) or _bracketed(draft, found["said"], people, place):
            line = line.replace(found[0], "")
    for pattern in (_SHOUTED, _TAIL, _TAIL):
        found = pattern.search(line)
        if found and found.start() > 0 and _said(draft, found["said"], place, tail=True):
            line = line[: found.start()]
    if (found := _TIME_LAST.search(line)) and found.start() > 0:
        _take_hours(draft, found[0])
        line = line[: found.start()]
    return line.strip(" ;")


def _bracketed(draft: Draft, said: str, people: People, place: Place | None) -> bool:
    """What brackets may hold and a title may not lose: somebody, or how long it takes."""
    if minutes := MINUTES.fullmatch(said.strip()):
        draft.minutes = int(minutes[1])
        return True
    if (hours := hours_in(said)) and hours[0].end - hours[0].start >= len(said.strip()) - 2:
        _take_hours(draft, said)
        return True
    found = presenters_in(said) if len(said) < 80 and kind_of_title(said)[0] is None else []
    if found and all(is_title(who) or ((name := only_name(who)) is not None and not name[1]) for who, _ in found):
        add_presenters(draft, said, people, place)
        return True
    return False


def _said(draft: Draft, said: str, place: Place | None, *, tail: bool = False) -> bool:
    """Whether some words are a mark, which is then set."""
    words = " ".join(re.sub(r"[^a-z0-9åäö§. ]+", " ", folded(said)).split()).strip(". ")
    if _IMMEDIATE.fullmatch(words):
        draft.immediate = True
    elif re.fullmatch(r"(?:arendet |punkten )?(?:utgar|utgatt|har utgatt)", words):
        draft.withdrawn = True
    elif found := _DECIDES.fullmatch(words):
        draft.decided_by = [decider(" ".join(said.split()[-len(found["who"].split()) :]))]
    elif words in {"kf", "ks", "rf", "rs"} and not tail:
        draft.decided_by = [CODES[words.upper()]]
    elif words in {"information", "info", "i", "informationsarende"} and (not tail or words == "informationsarende"):
        draft.kind = "information"
    elif words in {"beslut", "b", "beslutsarende"} and not tail:
        draft.kind = draft.kind or "beslut"
    elif re.fullmatch(r"sekretess\w*(?: enligt .*| \d.*)?", words):
        ground = re.search(r"(\d+ ?kap\.? ?\d+ ?[a-z]? ?§§?(?: OSL)?)", said)
        draft.secrecy = ground[1] if ground else "sekretess"
        if not ground:
            draft.doubt(
                "secrecy", 'Märkt som sekretess utan lagrum: paragrafen blir hemlig. Skriv grunden, till exempel "26 kap. 1 § OSL".', place
            )
    elif re.fullmatch(r"(?:handling(?:ar)? |bilag\w* )?bifogas|bilaga|x", words):
        draft.handouts = "bifogas"
    elif _SHOWN_THERE.fullmatch(words):
        draft.handouts = "vid sammanträdet"
    elif re.fullmatch(r"handling(?:ar)? (?:.* )?(?:senare|kommer|eftersands|skickas ut senare)", words):
        draft.doubt("handouts", f'"{said.strip()}": handlingarna saknas ännu.', place)
    else:
        return False
    return True


def decider(words: str) -> str:
    """The full name of the body that decides: `KF`, `kommunfullmäktige`."""
    text = words.strip(" .")
    known = CODES.get(text.upper())
    if known:
        return known
    return "Kommunfullmäktige" if folded(text) == "fullmaktige" else text[:1].upper() + text[1:]
