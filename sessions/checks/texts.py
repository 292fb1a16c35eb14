"""What people wrote: half a Dnr, template text left behind, another year than the title, names and parties that differ, personnummer.

Each text is read once: what is found in it is kept, since the same texts are looked at after every act.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date
from functools import lru_cache

from agendas.model import Person, joined_points
from agendas.names import folded
from agendas.value import Value
from sessions.checks.finding import Finding, Looked
from sessions.meeting import ItemState, Meeting

_HALF_REFERENCE = re.compile(r"[/\-–:]\s*$|^\s*/")
_TEMPLATE = re.compile(
    r"(?<!\w)X{2,}(?!\w)|\bxx+\b|ÅÅÅÅ|YYYY|\bMM-DD\b|\[(?:[a-zåäö][a-zåäö .]+|\.\.\.|…)\](?!\()"
    r"|<[a-zåäö][a-zåäö ]*>|Klicka här|[Ll]orem ipsum|\?\?\?"
)
_NUMBER = re.compile(r"(?<![\d/-])(?:19|20)?(\d{2})(\d{2})(\d{2})[-+]?(\d{4})(?![\d/-])")
_YEAR = re.compile(r"(?<![\d/:])((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?(?![\d/:-])")
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_DAY = re.compile(rf"(?:19|20)\d\d-\d\d-\d\d|\b\d{{1,2}}\s+(?:{_MONTHS})\s+(?:19|20)\d\d", re.IGNORECASE)
_NAME_PART = r"[A-ZÅÄÖÉÜ][\w’'éüèø]+(?:-[A-ZÅÄÖ][\wéü]+)?"
_NAME = re.compile(rf"\b({_NAME_PART}) ({_NAME_PART})(?: \(([^()\s]{{1,5}})\))?")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Read(Value):
    """What was seen in a text."""

    template: str = ""
    number: bool = False
    names: tuple[tuple[str, str, str], ...] = ()
    """First name, last name and party as written."""


@lru_cache(maxsize=4096)
def read(text: str) -> Read:
    """What is worth a look in a text, whoever the roster holds."""
    found = _TEMPLATE.search(text)
    numbers = any(_is_personal(m) for m in _NUMBER.finditer(text))
    names = tuple(dict.fromkeys((m[1], m[2], m[3] or "") for m in _NAME.finditer(text)))
    return Read(found[0] if found else "", numbers, names)


def _is_personal(match: re.Match[str]) -> bool:
    """Whether ten digits are a personnummer or samordningsnummer: a day that exists, and a check digit that is right."""
    year, month, day, last = match[1], int(match[2]), int(match[3]), match[4]
    try:
        Date(2000 + int(year) % 4, month, day - 60 if day > 60 else day)
    except ValueError:
        return False
    total = 0
    for place, digit in enumerate(f"{year}{match[2]}{match[3]}{last}"):
        value = int(digit) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


def check_texts(looked: Sequence[Looked]) -> Iterator[Finding]:
    """All texts of all §§ against the same roster."""
    if not looked:
        return
    roster = Roster.of(looked[0].meeting)
    for x in looked:
        yield from _of_item(x, roster)


def _of_item(x: Looked, roster: Roster) -> Iterator[Finding]:
    item = x.item
    if _HALF_REFERENCE.search(item.item.reference):
        yield x.finding("R-1006", "varning", f"diarienumret ”{item.item.reference}” är inte helt.", "Skriv hela diarienumret.")
    said: set[str] = set()
    for text in texts_of(item):
        seen = read(text)
        if seen.template and (told := f"mallens ord ”{seen.template}” står kvar.") not in said:
            said.add(told)
            yield x.finding("R-1008", "varning", told, "Skriv det som ska stå där.")
        if seen.number and not item.item.secret and (told := "texten innehåller ett personnummer.") not in said:
            said.add(told)
            yield x.finding("R-1206", "varning", told, "Ta bort det, eller sätt sekretess på paragrafen.")
        for first, last, party in seen.names:
            told = roster.differs(first, last, party)
            if told and told not in said:
                said.add(told)
                yield x.finding("R-1306", "upplysning", told, "Rätta namnet, om det är samma person.")
    yield from _years(x)
    yield from _decides(x)


def texts_of(item: ItemState) -> Iterator[str]:
    """Everything on an item that is printed and that somebody typed."""
    given, event = item.item, item.decision.event if item.decision else None
    yield from (t for t in (given.title, given.reference, given.summary, *item.texts.values()) if t)
    yield from (p.text for p in given.points)
    if event:
        yield from (t for t in (event.text, event.to, event.reason) if t)
    yield from (m.text for m in item.live_motions if m.text)
    yield from (r.text for r in item.reservations if r.text)
    yield from (s.text for s in item.statements if s.text)
    for elected in item.elected:
        yield elected.event.office
        yield from elected.event.persons


def decision_words(item: ItemState) -> str:
    """What the decision says, as far as it is words of the prepared proposal, of the winning motion, or its own."""
    event = item.decision.event if item.decision else None
    if item.texts.get("decision"):
        return item.texts["decision"]
    if event is None or event.outcome != "bifall":
        return event.text if event else ""
    won = item.motion(event.winner)
    return event.text or (won.text if won else "") or f"{item.item.proposal_lead}\n{joined_points(item.item.points)}".strip()


def _years(x: Looked) -> Iterator[Finding]:
    """A decision that names years, none of them the title's: last year's text, as a rule. Days and Dnr are no such years."""
    titled = years(x.item.item.title, days=True)
    decided = years(decision_words(x.item) or joined_points(x.item.item.points))
    if titled and decided and not titled & decided:
        told = f"rubriken säger {', '.join(sorted(titled))}, beslutet {', '.join(sorted(decided))}."
        yield x.finding("R-1008", "varning", told, "Kontrollera årtalet.")


@lru_cache(maxsize=4096)
def years(text: str, days: bool = False) -> frozenset[str]:
    """The years that a text names; those in whole dates only when wanted. A span holds all its years."""
    found: set[str] = set()
    if days:
        found |= {m[0][-4:] if m[0][4:5] != "-" else m[0][:4] for m in _DAY.finditer(text)}
    for match in _YEAR.finditer(_DAY.sub(" ", text)):
        first, last = int(match[1]), int(match[2] or match[1])
        found |= {str(y) for y in range(first, min(last, first + 20) + 1)}
    return frozenset(found)


def _decides(x: Looked) -> Iterator[Finding]:
    """`{Organet} beslutar` where it only proposes (R-909)."""
    item, body = x.item, x.meeting.body
    if not item.proposes or item.decision is None:
        return
    words = folded(decision_words(item))
    if "for egen del" in words:
        return
    for name in {folded(body.definite), folded(body.name)}:
        if re.search(rf"(?<!\w){re.escape(name)} beslutar\b", words):
            told = f"texten säger att {body.definite} beslutar, men det föreslår bara."
            yield x.finding("R-909", "varning", told, "Skriv förslaget till den som beslutar, eller ändra vem som beslutar (F5, P).")
            return


# Names


@dataclass(frozen=True, repr=False, eq=False)
class Roster(Value):
    """Everybody's names, to compare with names in free text."""

    whole: Mapping[tuple[str, str], tuple[Person, ...]]
    by_first: Mapping[str, tuple[Person, ...]]
    by_last: Mapping[str, tuple[Person, ...]]

    @classmethod
    def of(cls, meeting: Meeting) -> Roster:
        """The people of the meeting."""
        whole: dict[tuple[str, str], tuple[Person, ...]] = {}
        by_first: dict[str, tuple[Person, ...]] = {}
        by_last: dict[str, tuple[Person, ...]] = {}
        for person in meeting.people.values():
            words = folded(person.name).split()
            if len(words) < 2:
                continue
            first, last = words[0], words[-1]
            for key in {(first, last), (words[-2], last), (first, words[1])}:
                whole[key] = (*whole.get(key, ()), person)
            by_first[first] = (*by_first.get(first, ()), person)
            by_last[last] = (*by_last.get(last, ()), person)
        return cls(whole, by_first, by_last)

    def differs(self, first: str, last: str, party: str) -> str:
        """What is odd about a name as written: nearly somebody's in the list, or theirs with another party. Empty when nothing is."""
        one, two = folded(first), folded(last)
        for key in ((one, two), (one, two.removesuffix("s"))):
            if known := self.whole.get(key):
                wrong = party and all(p.party and folded(p.party) != folded(party) for p in known)
                return f"{first} {last} ({party}) står som {known[0].label} i listan." if wrong else ""
        near = [p for p in self.by_first.get(one, ()) if _near(two, folded(p.name).split()[-1])]
        near += [p for p in self.by_last.get(two.removesuffix("s"), self.by_last.get(two, ())) if _near(one, folded(p.name).split()[0])]
        return f"”{first} {last}” liknar {near[0].label} i listan." if near else ""


@lru_cache(maxsize=4096)
def _near(written: str, known: str) -> bool:
    """Whether two words differ by one slip, or two in a long one: a genitive s is none."""
    if known in (written, written.removesuffix("s")):
        return False
    allowed = 1 if min(len(written), len(known)) < 8 else 2
    return min(len(written), len(known)) >= 4 and _distance(written, known, allowed) <= allowed


def _distance(a: str, b: str, most: int) -> int:
    """How many letters must be put in, taken out, changed, or swapped with the next."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1]
