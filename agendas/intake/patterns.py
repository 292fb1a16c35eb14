"""How dates, times, diary numbers and names are written in Swedish papers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Date
from datetime import time

from agendas.names import folded
from agendas.value import Value

MONTHS = ("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december")
WEEKDAYS = ("mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag", "sondag")

_MONTH = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in MONTHS) + r")\.?"
_WORDED = re.compile(
    rf"(?:(?P<weekday>(?:mån|tis|ons|tors|fre|lör|sön)(?:dag(?:en)?)?)\s*,?\s*)?(?:den\s+)?(?P<day>\d{{1,2}})(?::?e)?\s+"
    rf"(?P<month>{_MONTH})(?![a-zåäö])(?:\s*,?\s*(?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<![\d/-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})[-\s]+(?P<year>20\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?=\D|$)")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Day(Value):
    """A date as it was written, perhaps without its year."""

    month: int
    day: int
    year: int | None
    weekday: int | None
    start: int
    end: int

    def in_year(self, year: int) -> Date | None:
        """The date in that year; None when there is none, or when it is another weekday."""
        try:
            made = Date(year, self.month, self.day)
        except ValueError:
            return None
        return made if self.weekday in {None, made.weekday()} else None


def days_in(text: str) -> list[Day]:
    """The dates in a text, in order."""
    found = []
    for match in _WORDED.finditer(text):
        month = next(n for n, name in enumerate(MONTHS, 1) if name[:3] == match["month"][:3].casefold())
        weekday = folded(match["weekday"] or "")[:3]
        named = next((n for n, name in enumerate(WEEKDAYS) if weekday and name.startswith(weekday)), None)
        found.append(Day(month, int(match["day"]), int(match["year"]) if match["year"] else None, named, *match.span()))
    for pattern in (_ISO, _SLASHED):
        for match in pattern.finditer(text):
            found.append(Day(int(match["month"]), int(match["day"]), int(match["year"]), None, *match.span()))
    return sorted((d for d in found if 1 <= d.month <= 12 and 1 <= d.day <= 31), key=lambda d: d.start)


def years_in(text: str) -> list[int]:
    """The years that a text speaks of, each as often as it does."""
    return [int(y) for y in _YEAR.findall(text)]


_CLOCK = re.compile(
    r"(?:(?:kl(?:ockan)?\.?:?|mellan)\s*|(?<![\d.:/-]))(?P<h>[01]?\d|2[0-3])[.:](?P<m>[0-5]\d)(?![\d%])"
    r"(?:\s*(?:[-–—]|till|och)\s*(?:kl(?:ockan)?\.?\s*)?(?P<h2>[01]?\d|2[0-3])[.:](?P<m2>[0-5]\d)(?!\d))?|"
    r"(?:kl(?:ockan)?\.?:?)\s*(?P<h3>[01]?\d|2[0-3])(?![\d.:])(?:\s*[-–—]\s*(?P<h4>[01]?\d|2[0-3])(?![\d.:]))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Hours(Value):
    """A time, perhaps with an end."""

    starts: time
    ends: time | None
    start: int
    end: int

    @property
    def minutes(self) -> int | None:
        """How long it lasts."""
        if self.ends is None or self.ends <= self.starts:
            return None
        return (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute


def hours_in(text: str) -> list[Hours]:
    """The times of day in a text: `kl. 13.15`, `13:00 - 15:20`, `kl 8–16`."""
    found = []
    for m in _CLOCK.finditer(text):
        hour = int(m["h"] or m["h3"])
        last = m["h2"] or m["h4"]
        ends = time(int(last), int(m["m2"] or 0)) if last else None
        found.append(Hours(time(hour, int(m["m"] or 0)), ends, *m.span()))
    return found


MINUTES = re.compile(r"\(?\b(?:ca\.? )?(\d{1,3}) ?min(?:uter|\.)?\b\)?", re.IGNORECASE)

_PREFIXED = r"[A-ZÅÄÖ]{1,6}[a-zåäö]{0,3}[ /-]?(?:\d{4}[-/:]\d{1,6}|\d{1,5}[/]\d{2,4})(?:[.-]\d{1,3})?(?:[ -]\d{3,4}\b)?"
_BARE = r"(?:\d{4}[-/]\d{1,6}|\d{1,5}/\d{2,4})(?:[.-]\d{1,3})?(?:[ -]\d{3,4}\b)?"
# The letters last, or between points: `2024.112.KS`, `2024/112-KS`, `KS.2024.112`.
_LAST = r"(?:19|20)\d\d[./:-]\d{1,6}[.-][A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ]{1,6}\.(?:19|20)\d\d\.\d{1,6}"
_LABEL = r"(?:dnr|diarie(?:nr|nummer)?|ärendenr|ärendenummer|ärende-?id)\.?\s*:?\s*"
_LABELLED = re.compile(
    rf"{_LABEL}({_LAST}|(?:[A-ZÅÄÖ]{{1,6}}[a-zåäö]{{0,3}}[ -]?)?{_BARE}(?: [A-ZÅÄÖ]{{2,6}}\b)?|{_PREFIXED})", re.IGNORECASE
)
_ALONE = re.compile(rf"(?<![\w/§.-])(?!§)({_LAST}|{_PREFIXED})(?![\w/])")
_ONLY = re.compile(rf"(?:{_LABEL})?({_LAST}|{_PREFIXED}|{_BARE}(?: [A-ZÅÄÖ]{{2,6}})?)", re.IGNORECASE)


def reference_in(text: str) -> tuple[str, int, int] | None:
    """A diary number with its label, or one with the letters of a register before it, and where it stands."""
    for match in _LABELLED.finditer(text):
        if not _ISO.fullmatch(match[1]):
            return match[1], *match.span()
    alone = _ALONE.search(text)
    return (alone[1], *alone.span()) if alone else None


def only_reference(text: str) -> str:
    """The diary number that a cell holds and nothing else; empty when it holds something else."""
    found = _ONLY.fullmatch(text.strip())
    return found[1] if found and not _ISO.fullmatch(found[1]) else ""


_NUMBERS = re.compile(r"(?P<y1>(?:19|20)\d\d)[-/:. ](?P<n1>\d{1,6})(?!\d)|(?<!\d)(?P<n2>\d{1,6})/(?P<y2>(?:19|20)?\d\d)(?!\d)")


def same_reference(one: str, other: str) -> bool:
    """Whether two ways of writing may be one diary number: `SN 9/2021` and `2021-9`, `VO 2023-00111` and `VO-2023-00111`."""
    a, b = _core(one), _core(other)
    return a is not None and b is not None and a[1:] == b[1:] and (not a[0] or not b[0] or a[0] == b[0])


def _core(text: str) -> tuple[str, int, int] | None:
    found = _NUMBERS.search(text)
    if not found:
        return None
    letters = re.match(r"\s*([A-Za-zÅÄÖåäö]+)", text) or re.search(r"\d[. -]([A-Za-zÅÄÖåäö]+)\s*$", text)
    year, number = int(found["y1"] or found["y2"]), int(found["n1"] or found["n2"])
    return (letters[1].casefold() if letters else ""), year + 2000 if year < 100 else year, number


_GIVEN = r"[A-ZÅÄÖÉÜ][a-zåäöéèüñáíóúčćšžłø'’]+(?:-[A-ZÅÄÖÉÜ][a-zåäöéèüñø]+)*"
_FAMILY = (
    r"(?:(?:de|von|van|af|al|el|da|di|la|der|den|bin|ibn) )?"
    r"(?:[A-ZÅÄÖÉÜ]\.|[A-ZÅÄÖÉÜ][\wåäöéèüñáíóúčćšžø'’]*[a-zåäöéèüñø](?:-[A-ZÅÄÖÉÜ]?[\wåäöéèü]+)*)"
)
NAME = rf"{_GIVEN}(?: {_FAMILY}){{1,3}}"
PARTY = r"\((?P<party>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}|-)\)"
WITH_PARTY = re.compile(rf"(?P<name>{NAME}) ?{PARTY}")
_ONLY_NAME = re.compile(rf"(?P<name>{NAME})(?: ?{PARTY})?")
_NOT_NAMES = re.compile(
    r"\b(?:kommun|kommunen|region|nämnden?|styrelsen|utskottet|förvaltningen?|sektor|avdelning|enheten?|verket|myndigheten|bolaget|AB|"
    r"förbundet|rådet|kansliet|handlingar|protokoll|datum|plan|rapport|beslut|bilaga|tjänsteskrivelse|sammanträde)\b",
    re.IGNORECASE,
)


def only_name(text: str) -> tuple[str, str] | None:
    """The name and party that a line holds and nothing else; None when it is something else."""
    found = _ONLY_NAME.fullmatch(text.strip())
    if not found or _NOT_NAMES.search(found["name"]):
        return None
    return found["name"], found["party"] or ""


def people_in(text: str) -> Iterator[re.Match[str]]:
    """Everybody who stands with a party."""
    return WITH_PARTY.finditer(text)
