"""What is said beside a title: `(omedelbar justering)`, `– till kommunfullmäktige`, `UTGÅR`, `Föredragande: …`, Dnr, a time."""

from __future__ import annotations

import re

from agendas.intake.ledger import Draft
from agendas.intake.pages import Place
from agendas.intake.patterns import MINUTES, WITH_PARTY, hours_in, only_name, only_reference, reference_in
from agendas.intake.people import People, presenters_in, recognised
from agendas.intake.words import CODES, is_title, kind_of_title, section_of, squeezed
from agendas.model import SubItem
from agendas.names import folded

_PRESENTED = re.compile(
    r"(?:^|[\s,;–-]+)\(?(?:föredragande(?: tjänsteperson)?|föredragning|föredragare|föredras av|föredrar|informerande|information av"
    r"|medverkande|handläggare|ansvarig(?: tjänsteperson)?|presentatör)"
    r"\s*:?\s+(?P<who>.+?)\)?$",
    re.IGNORECASE,
)
_CLOCK = r"(?:[01]?\d|2[0-3])[.:][0-5]\d"
_TIME_FIRST = re.compile(rf"(?:kl(?:ockan)?\.?\s*)?{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?\s+(?=\S)", re.IGNORECASE)
_ABOUT = r"(?:(?:ca\.?|cirka|omkring|prel(?:iminärt|\.)?)\s+)?"
_TIME_LAST = re.compile(
    rf"(?:[,–-]?\s*\b{_ABOUT}kl(?:ockan)?\.?\s*{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?|[\s,]{_ABOUT}{_CLOCK}\s*[-–]\s*{_CLOCK}"
    rf"|\s(?:ca\.?|cirka)\s*{_CLOCK})\s*$"
)
_PAUSE_LAST = re.compile(rf"[\s,]+(?:kl(?:ockan)?\.?\s*)?(?:{_CLOCK}|(?<=kl )\d{{1,2}}|(?<=kl\. )\d{{1,2}})\s*$")
_MARK_FIRST = re.compile(r"(?P<said>UTGÅR|Utgår|OMEDELBAR JUSTERING|Omedelbar justering|SEKRETESS)\s*[:!–-]?\s+(?=\S)")
_KIND_FIRST = re.compile(r"(?P<said>Information|Beslut)[.,;]\s+(?=\S)", re.IGNORECASE)
_EARLIER = re.compile(
    r"(?:[A-ZÅÄÖ]{2,5}|[\wåäö-]*(?:utskottet|styrelsen|nämnden|fullmäktige)),? "
    r"(?:(?:\d{4}-\d\d-\d\d|den \d.{4,20}?),? )?§+ ?\d+(?:/\d{2,4})?"
    r"(?:,? \d{4}-\d\d-\d\d)?"
)
_NO_NAME = re.compile(
    r"\b(?:norra|södra|östra|västra|gamla|nya|stora|lilla|etapp|kvarteret|inre|yttre|övre|nedre)\b|(?:en|et|an|na|erna|orna)$",
    re.IGNORECASE,
)
_AFTER_DASH = re.compile(r"\s[-–—]\s(?P<who>[A-ZÅÄÖ][^–—]{3,90})$")
_IMMEDIATE = re.compile(
    r"(?:ska(?:ll)? |bor |foreslas )?(?:(?:paragrafen|beslutet|arendet|punkten) )?(?:ska(?:ll)? |bor |foreslas )?"
    r"(?:(?:justeras )?(?:omedelbar|direkt) ?t? ?juster\w*|justeras (?:omedelbart|direkt)|(?:omedelbart|direkt) justera[ds])"
)
_SHOWN_THERE = re.compile(
    r"(?:handling(?:ar)? )?(?:(?:delas ut|presenteras|redovisas|lamnas|visas)(?: pa| vid)?(?: sammantradet| motet| sittande bord)"
    r"|vid sammantradet|vs|muntligt?)"
)
_INFORMS = re.compile(r"^(?P<who>.+?) (?:informerar|föredrar|deltar|presenterar)\.?$")
_BRACKETS = re.compile(r"\s*[(\[/](?P<said>[^()\[\]/]{1,90})[)\]/]")
_TAIL = re.compile(r"\s*(?:[-–—*|;!:,]\s*|\.\s+)(?P<said>[^-–—*|;!:,.()]{3,60})[.!*]*\s*$")
_SMALL = {"från", "av", "till", "för", "och", "om", "i", "på", "med", "samt", "enligt", "vid", "ur", "mellan", "inför", "angående", "hos"}
"""A title that was broken after one of these goes on, also with a name."""
_SHOUTED = re.compile(r"\s+(?P<said>UTGÅR|OMEDELBAR JUSTERING|SEKRETESS|[Oo]medelbar justering)[.!]*\s*$")
_DECIDES = re.compile(
    r"(?:(?:arendet|beslutet|fragan) )?(?:(?:beslut(?:as)?|avgors|avgorande|for beslut|arende|fattas|ska avgoras|slutligt beslut)"
    r" (?:i|av|till)|(?:gar |skickas |overlamnas |lamnas )?(?:vidare )?till) "
    r"(?P<who>(?:kommun|region)(?:fullmaktige|styrelsen)|kf|ks|rf|rs|fullmaktige|[\w -]*namnden)"
)


def take_title(draft: Draft, text: str, people: People, place: Place | None = None) -> None:
    """Put the title of a cell or line into the draft, with all that stands beside it in its own keys."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    title: list[str] = []
    for number, line in enumerate(lines):
        broken = bool(title) and title[-1].split()[-1].casefold() in _SMALL
        if number and not broken and take_aside(draft, line, people, place):
            continue
        if number and (point := re.match(r"(?:[-–•·*]|[a-zåäö]\)) +(?=\S)", line)):
            draft.subitems.append(SubItem(title=line[point.end() :]))
            continue
        rest = _without_asides(draft, line, people, place, first=not title)
        if rest:
            title.append(rest)
    draft.title = " ".join(" ".join([draft.title, *title]).split()).strip(" ;–-|").rstrip(": ")


def take_aside(draft: Draft, line: str, people: People, place: Place | None = None) -> bool:
    """Whether a whole line stood beside the title and was taken: Dnr, presenter, time, mark."""
    stripped = line.strip().strip("*•-– ").strip()
    if reference := only_reference(stripped.strip("()[]")):
        draft.reference = draft.reference or reference
        return True
    if _EARLIER.fullmatch(stripped.strip("()[]")):
        draft.history.append(stripped.strip("()[]"))
        return True
    if (section := section_of(stripped)) and section.rest and inline_section(draft, section.key, section.rest):
        return True
    if (found := _KIND_FIRST.match(stripped)) and take_aside(draft, stripped[found.end() :], people, place):
        return _said(draft, found["said"], place) or True
    more = presenters_in(stripped.partition(" ")[2]) if draft.presenters and stripped.startswith(("och ", "samt ")) else []
    if more and all(is_title(title or who) or only_name(who) for who, title in more):
        add_presenters(draft, stripped.partition(" ")[2], people, place)
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


def inline_section(draft: Draft, key: str, rest: str) -> bool:
    """What stands behind the colon of a section's heading on the line of an item: `Förslag till beslut: Nämnden …`."""
    if key == "decision" and _said(draft, f"till {rest}", None):
        return True
    if key in {"proposal", "decision"}:
        draft.proposal = rest
    elif key in {"summary", "description"}:
        draft.summary = f"{draft.summary}\n\n{rest}".strip()
    elif key == "documents":
        if not _said(draft, rest, None):
            draft.documents.append(rest)
    elif key in {"recipients", "copies"}:
        draft.recipients.append(rest)
    else:  # history
        draft.history.append(rest)
    return True


def add_presenters(draft: Draft, text: str, people: People, place: Place | None) -> None:
    """The presenters of a text, each once."""
    for who, title in presenters_in(text):
        made = recognised(who, title, people, place)
        if made not in draft.presenters:
            draft.presenters.append(made)


def _take_hours(draft: Draft, text: str) -> bool:
    """Whether the text had a time of day; the first one is the item's."""
    for found in hours_in(text)[:1]:
        draft.at = draft.at or found.starts
        draft.minutes = draft.minutes if draft.minutes is not None else found.minutes
        return True
    return False


def _without_asides(draft: Draft, line: str, people: People, place: Place | None, *, first: bool) -> str:
    if first and (found := _TIME_FIRST.match(line)) and _take_hours(draft, found[0]):
        line = line[found.end() :]
    if reference := reference_in(line):
        number, start, end = reference
        before, after = line[:start].rstrip(" ,;(–-"), line[end:].lstrip(" ,;)–-.:")
        if before or after:
            draft.reference = draft.reference or number
            who = presenters_in(after) if before and len(after) < 90 else []
            if who and all(title or is_title(name) or ((n := only_name(name)) is not None and not n[1]) for name, title in who):
                add_presenters(draft, after, people, place)
                after = ""
            line = _whole(before, after)
    if (found := _PRESENTED.search(line)) and found.start() > 0:
        add_presenters(draft, found["who"], people, place)
        line = line[: found.start()]
    as_it_was = line
    if first and (found := _MARK_FIRST.match(line)) and _said(draft, found["said"], place):
        line = line[found.end() :]
    line = _without_last_hour(draft, line)
    for found in list(_BRACKETS.finditer(line)):
        if _said(draft, found["said"], place) or _bracketed(draft, found["said"], people, place):
            line = line.replace(found[0], "")
    for pattern in (_SHOUTED, _TAIL, _TAIL):
        found = pattern.search(line)
        if found and found.start() > 0 and _said(draft, found["said"], place, tail=True):
            line = line[: found.start()]
    line = _without_last_hour(draft, line)
    if (found := _PAUSE_LAST.search(line)) and found.start() > 0 and kind_of_title(line)[0] == "paus":
        hour = found[0] if "." in found[0] or ":" in found[0] else f"kl {found[0]}"
        line = line[: found.start()] if _take_hours(draft, hour) else line
    line = _without_presenter(draft, line.rstrip(" ,"), people, place) if _AFTER_DASH.search(line) else line
    return line.strip(" ;") if line == as_it_was else line.strip(" ;,")


def _without_last_hour(draft: Draft, line: str) -> str:
    found = _TIME_LAST.search(line)
    return line[: found.start()] if found and found.start() > 0 and _take_hours(draft, found[0]) else line


def _whole(before: str, after: str) -> str:
    """What is left of a title round its diary number, with a bracket that held more than that: `Budget (se även`, `se även ramen)`."""
    opened, closed = before.count("(") - before.count(")"), after.count(")") - after.count("(")
    if opened > closed:
        before = f"{before})"
    elif closed > opened:
        after = f"({after}"
    return f"{before} {after}".strip()


def _without_presenter(draft: Draft, line: str, people: People, place: Place | None) -> str:
    """A title without who presents it behind a dash: `Budget – Karin Holm, ekonomichef`. A bare name may be a place: that is told."""
    found = _AFTER_DASH.search(line)
    if found is None or WITH_PARTY.search(found["who"]):
        return line
    who = presenters_in(found["who"])
    posts = bool(who) and all(title or is_title(name) for name, title in who)
    if not who or not all(is_title(name) or only_name(name) for name, _ in who) or kind_of_title(found["who"])[0]:
        return line
    if posts and not (len(who) == 1 and not who[0][1] and len(found["who"].split()) > 3):
        add_presenters(draft, found["who"], people, place)
        return line[: found.start()]
    if any(not title and not is_title(name) and (_NO_NAME.search(name) or len(name.split()) > 3) for name, title in who):
        return line
    if not all(title or folded(name) in people.people for name, title in who):
        draft.doubt("presenters", f'"{found["who"]}" efter tankstrecket antogs vara föredragande, inte en del av rubriken.', place)
    add_presenters(draft, found["who"], people, place)
    return line[: found.start()]


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
