"""The meeting's own data: which body, when, where, who presides and who approves the protocol."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date as Date
from datetime import time

from agendas.intake.body_names import as_body, nominative
from agendas.intake.head_labels import Head, read_labels
from agendas.intake.ledger import Ledger
from agendas.intake.pages import Line, Row
from agendas.intake.patterns import NAME, PARTY, days_in, hours_in, only_name, years_in
from agendas.intake.people import People
from agendas.intake.words import BODY, NO_BODIES, kind_of_body, role_of, squeezed
from agendas.model import MeetingPlan, Role

_NOT_MUNICIPALITY = {
    "varje", "en", "vår", "din", "er", "denna", "respektive", "annan", "hela", "per", "för", "samma", "egen", "övriga", "i", "av", "sin",
    "inom", "och", "sveriges", "alla", "den", "till", "från",
}  # fmt: skip
_CALLED = {
    "kallelse", "kungorelse", "kallelsetillmote", "kallelsetillsammantrade", "kallelseforedragningslista",
    "kallelseochforedragningslista", "motesinformation",
    "kallelsedagordning", "inbjudan",
}  # fmt: skip
_OWNER = re.compile(
    r"(?P<before>\b(?:till|med|för|[-–:]) )(?:Region [A-ZÅÄÖ][\wåäö]+|[A-ZÅÄÖ][\wåäö]+ (?:kommun|stad))s (?P<body>[a-zåäö])(?=[\wåäö -]*"
    r"(?:nämnd|styrels|utskott|fullmäktig|beredning))"
)
"""`till Region Nordlands hälso- och sjukvårdsnämnd`: whose body it is stands before its name."""
_MAIL = re.compile(
    r"(?:från|skickat|till|ämne|kopia|bifogat|bifogade filer|bilagor|from|sent|to|cc|subject|date|prioritet)\s*:", re.IGNORECASE
)
_SIGNED_AHEAD = re.compile(rf"(?P<role>[^\W\d_][\wåäö: .]{{2,24}}?):?,? (?P<name>{NAME})(?: ?{PARTY})?")
_BARE = {"namnden", "styrelsen", "utskottet", "fullmaktige", "beredningen"}
_SMALL = {
    "vid", "i", "till", "från", "av", "den", "för", "inom", "om", "som", "på", "när", "efter", "under", "enligt", "att", "med",
}  # fmt: skip
_MUNICIPALITY = re.compile(
    r"\b([A-ZÅÄÖ][a-zåäöé]+(?:[ -][A-ZÅÄÖ][a-zåäö]+)?|[A-ZÅÄÖÉ]{3,}(?:[ -][A-ZÅÄÖ]{3,})?)\s+(?:kommun|KOMMUN|stad|STAD)\b(?!\w)"
)
_REGION = re.compile(r"\b(Region [A-ZÅÄÖ][a-zåäö]+?(?: [A-ZÅÄÖ][a-zåäö]+?)?)s?\b")
_CALLS = re.compile(
    r"(?:kallelse\s*[-–—:]|kallelse till(?: (?:extra )?(?:sammanträde|möte) (?:med|för|i))?|kallas(?: [^.]{0,60}?)? till"
    r"(?: (?:extra )?(?:sammanträde|möte) (?:med|för|i))?|kallar till|underrättas [^.]{0,60}? (?:om|till)|"
    r"sammanträde med|sammanträde för|möte med|möte för|sammanträder|föredragningslista för|dagordning för)\s+",
    re.IGNORECASE,
)


def read_head(ledger: Ledger, end: int, people: People) -> Head:
    """The head, which stands before part `end`. Everything that had to be assumed becomes a doubt."""
    head = Head()
    mail = _mail_lines(ledger, end)
    ledger.use(*mail)  # sender and hour say nothing of the meeting; they are no part of the kallelse
    take_signatures(ledger, end, people)
    read_labels(ledger, end, head, people)
    _free(ledger, end, head)
    _find_body(ledger, end, head)
    _find_municipality(ledger, end, head)
    _find_date(ledger, head)
    return head


def _mail_lines(ledger: Ledger, end: int) -> list[int]:
    """The sender, hour and receivers above a kallelse that came as a mail; its subject stays, it names the body."""
    found = [n for n in range(min(end, 15)) if isinstance(part := ledger.parts[n], Line) and _MAIL.match(part.text)]
    if len(found) < 3:
        return []
    ledger.doubt("", "E-postens avsändare, mottagare och klockslag togs inte med.", ledger.parts[found[0]].place)
    return [n for n in found if not re.match(r"ämne|subject", ledger.parts[n].text, re.IGNORECASE)]


def take_signatures(ledger: Ledger, end: int, people: People) -> None:
    """`Eva Larsson (C)` above `Ordförande`."""
    for index in range(end):
        part = ledger.parts[index]
        ahead = _SIGNED_AHEAD.fullmatch(part.text) if isinstance(part, Line) and index not in ledger.used else None
        if ahead and (role := role_of(ahead["role"].rstrip(":. "))) and role not in {"ledamot", "ersättare"}:
            people.add(ahead["name"], party=ahead["party"] or "", role=role, place=part.place)
            ledger.use(index)
    for index in range(end - 1):
        part, below = ledger.parts[index], ledger.parts[index + 1]
        if not isinstance(part, Line) or not isinstance(below, Line) or index in ledger.used:
            continue
        name = only_name(part.text)
        role = role_of(below.text.split(",")[0])
        if name and role in {"ordförande", "sekreterare", "vice ordförande", "1:e vice ordförande", "2:e vice ordförande"}:
            title = below.text if role == "sekreterare" and squeezed(below.text) != "sekreterare" else ""
            people.add(name[0], party=name[1], role=role, title=title, place=part.place)
            ledger.use(index, index + 1)
        elif name and (found := re.fullmatch(r"(?P<role>\S+), (?P<rest>.+)", below.text)):
            roles: list[Role | None] = [role_of(found["role"])]
            if roles[0]:
                people.add(name[0], party=name[1], role=roles[0], place=part.place)
                ledger.use(index, index + 1)


def _free(ledger: Ledger, end: int, head: Head) -> None:
    """A date and a time in a sentence: `Kommunstyrelsen kallas till sammanträde tisdagen den 28 september 2021 kl. 13.15`."""
    calls = [n for n in range(end) if isinstance(ledger.parts[n], Line) and _CALLS.search(ledger.parts[n].text)]
    calls.sort(key=lambda n: not _says_when(ledger.parts[n].text))
    told = [n for n in range(min(end, 25)) if isinstance(ledger.parts[n], Line) and _says_when(ledger.parts[n].text)]
    for index in dict.fromkeys([*(n for n in calls if n in told), *told, *calls, *range(min(end, 25))]):
        part = ledger.parts[index]
        if index in ledger.used and index not in calls:
            continue
        days = days_in(part.text)
        hours = hours_in(part.text)
        short = len(part.text) < 120 or index in calls
        if days and head.day is None and short:
            head.day, head.day_place = days[0], part.place
            ledger.use(index)
            if index not in calls and not _says_when(part.text) and not _only_day(part.text):
                said = part.text if len(part.text) < 70 else f"{part.text[:70]} …"
                ledger.doubt("date", f'Sammanträdets dag antogs vara den som står i "{said}".', part.place)
        near = bool(days) or index in calls or (head.day is not None and len(part.text) < 60)
        if hours and head.starts is None and near and isinstance(part, Line) and not part.mark:
            head.starts, head.ends = hours[0].starts, head.ends or hours[0].ends
            ledger.use(index)
            rest = part.text[hours[0].end :].strip(" ,.;–-")
            if not head.place and 3 < len(rest) < 90:
                head.place = re.sub(r"^(?:i|på|plats:?)\s+", "", rest).partition(". ")[0]


def _says_when(text: str) -> bool:
    """Whether a text has a day with its hour or its weekday: the day of the meeting, not of the letter."""
    days = days_in(text)
    return bool(days) and (bool(hours_in(text)) or days[0].weekday is not None)


def _find_body(ledger: Ledger, end: int, head: Head) -> None:
    if head.body:
        head.body = nominative(head.body)
        return
    near = [p for p in ledger.parts[: min(end, 60)] if isinstance(p, Line)]
    cells = [c for p in ledger.parts[: min(end, 12)] if isinstance(p, Row) for c in p.cells]
    whole = [(n, as_body(p.text)) for n, p in enumerate(near) if as_body(p.text)]
    for text in (
        ()
        if any(as_body(p.text) for p in near[:3])
        else (*(p.text for p in near if p.level), *(p.text for p in near), *ledger.source.heads)
    ):
        text = _OWNER.sub(lambda m: m["before"] + m["body"].upper(), text)
        called = _CALLS.search(text)
        found = BODY.match(text[called.end() :]) if called else None
        if called and found is None:
            found = BODY.match(text[called.end() : called.end() + 1].upper() + text[called.end() + 1 :])
        found = found or (BODY.match(text) if called else None)
        if found and squeezed(nominative(found[0])) not in _BARE | NO_BODIES:
            head.body = nominative(found[0])
            break
    heads = [piece for h in ledger.source.heads for piece in h.split(" · ")]
    for text in () if head.body else (*(b for _, b in whole), *(as_body(c) for c in cells), *(as_body(h) for h in heads)):
        if text:
            head.body = text
            break
    ledger.use(*(n for n, p in enumerate(ledger.parts[:end]) if squeezed(p.text) in _CALLED))
    if head.body:
        for n, part in enumerate(ledger.parts[:end]):
            if isinstance(part, Row) and all(
                not c or as_body(c) == head.body or _only_day(c) or squeezed(c) in _CALLED for c in part.cells
            ):
                ledger.use(n)
            if isinstance(part, Line) and (
                squeezed(as_body(part.text)) == squeezed(head.body) or (_CALLS.match(part.text) and len(part.text) < 120)
            ):
                ledger.use(n)
        return
    begun = (BODY.match(p.text) for p in ledger.parts if isinstance(p, Line))
    said = Counter(nominative(m[0]) for m in begun if m and m[0].split()[0].casefold() not in _SMALL)
    said = Counter({name: count for name, count in said.items() if squeezed(name) not in _BARE | NO_BODIES})
    if said:
        head.body = said.most_common(1)[0][0]
        ledger.doubt("body", f'Organets namn står inte som rubrik: "{head.body}" togs ur texten.')


def _only_day(text: str) -> bool:
    days = days_in(text)
    return bool(days) and days[0].end - days[0].start >= len(text.strip()) - 3


def _find_municipality(ledger: Ledger, end: int, head: Head) -> None:
    near = "\n".join([*ledger.source.heads, *(p.text for p in ledger.parts[: min(end, 40)])])
    for text, sure in ((near, True), (ledger.source.words, False)):
        said = Counter(
            " ".join(m[1].split()).title() for m in _MUNICIPALITY.finditer(text) if m[1].split()[0].casefold() not in _NOT_MUNICIPALITY
        )
        if not said and (head.body.startswith("Region") or _REGION.search(near)):
            said = Counter(m[1] for m in _REGION.finditer(text))
            if said:
                head.municipality = said.most_common(1)[0][0]
                return
        if said:
            name, count = said.most_common(1)[0]
            head.municipality = f"{name} kommun"
            if not sure and len(said) > 1:
                others = ", ".join(n for n, _ in said.most_common(4)[1:])
                ledger.doubt("municipality", f"Kommunen står inte i kallelsens huvud: {name} nämns oftast ({count} gånger; även {others}).")
            for n, part in enumerate(ledger.parts[: max(end, 40)]):
                if squeezed(part.text) in {squeezed(f"{name} kommun"), squeezed(f"{name} stad"), squeezed(name)}:
                    ledger.use(n)
            return


def _find_date(ledger: Ledger, head: Head) -> None:
    day = head.day
    if day is None:
        said = [
            (d, p)
            for p in ledger.parts
            if (b := squeezed(head.body)) and b in squeezed(p.text) and len(p.text) < 90
            for d in days_in(p.text)
            if d.year
        ]
        if said:
            found, part = said[0]
            head.date = found.in_year(found.year or 0)
            ledger.doubt("date", f'Sammanträdets dag står inte i något huvud: {head.date} togs ur "{part.text}".', part.place)
        return
    if day.year:
        head.date = day.in_year(day.year)
        if head.date is None:
            try:
                head.date = Date(day.year, day.month, day.day)
                ledger.doubt("date", f"Veckodagen stämmer inte: {head.date} är en annan dag.", head.day_place)
            except ValueError:
                ledger.doubt("date", "Datumet finns inte.", head.day_place)
        return
    years = Counter(years_in(ledger.source.words))
    fits = [(count, year) for year, count in years.items() if 2000 <= year <= 2100 and day.in_year(year)]
    exact = [year for _, year in fits if f"{year}-{day.month:02}-{day.day:02}" in ledger.source.words]
    if exact or fits:
        year = exact[0] if exact else max(fits)[1]
        head.date = day.in_year(year)
        also = " och veckodagen stämmer" if day.weekday is not None else ""
        ledger.doubt("date", f"Årtalet står inte i datumet: {year} antogs, för det nämns i dokumentet{also}.", head.day_place)


def plan_of(head: Head, ledger: Ledger, first_paragraph: int, numbering: str) -> MeetingPlan:
    """The table `[meeting]`. What is required and was not found gets a value that is told."""
    body = head.body
    if not body:
        body = "Organ som inte framgår"
        ledger.doubt("body", "Vilket organ som sammanträder framgår inte. Skriv namnet.")
    date = head.date
    if date is None:
        date = Date(2000, 1, 1)
        ledger.doubt("date", "Sammanträdets datum framgår inte. 2000-01-01 är en platshållare.")
    if not head.municipality:
        ledger.doubt("municipality", "Vilken kommun det är framgår inte. Skriv den.")
    starts = head.starts
    if starts is None:
        starts = time(13, 0)
        ledger.doubt("starts", "När sammanträdet börjar framgår inte: 13.00 antogs.")
    return MeetingPlan(
        municipality=head.municipality,
        body=body,
        kind=kind_of_body(body),
        date=date,
        starts=starts,
        ends=head.ends if head.ends and head.ends > starts else None,
        place=head.place,
        first_paragraph=first_paragraph,
        numbering="agenda" if numbering == "agenda" else "handled",
        kept_at=head.kept_at,
        approvers=tuple(head.approvers),
        approval=head.approval,
    )
