"""What the Swedish language decides, whatever the municipality: genitive, plural, lists, dates, and filling in a phrase."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date as Date
from datetime import datetime, timedelta
from datetime import time as Time

from agendas.model import Person, genitive

NBSP = "\u00a0"
MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_TIED = re.compile(r"(§§?|\bkl\.) (?=[{0-9])")
_BODY = re.compile(r"[A-ZÅÄÖ][a-zåäö-]*(styrelse|nämnd|fullmäktige|utskott|beredning|förvaltning|kontor)(e?n|e?t|s)?s?\b")
_ATT = re.compile(r"att\s+", re.IGNORECASE)
_NOUN = re.compile(r"(bifall till|avslag på|återremiss av|bordläggning av)\s+", re.IGNORECASE)
_VERBS = {"bifall till": "bifalla", "avslag på": "avslå", "återremiss av": "återremittera", "bordläggning av": "bordlägga"}


def owner(person: Person) -> str:
    """`Karin Bergs (M)`: the genitive of a name with its party (R-1306)."""
    return f"{genitive(person.name)} ({person.party})" if person.party else genitive(person.name)


def listed(names: Iterable[str]) -> str:
    """`A`, `A och B`, `A, B och C`."""
    *most, last = [*names] or [""]
    return f"{', '.join(most)} och {last}" if most else last


def counted(number: int, one: str, many: str) -> str:
    """`1 nej-röst`, `4 nej-röster`."""
    return f"{number} {one if number == 1 else many}"


def upper_first(text: str) -> str:
    """The text with a capital at its start: `nämnden` → `Nämnden`."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """The text with a small letter at its start, but not that of an abbreviation: `Kommunstyrelsen` → `kommunstyrelsen`, `KS` → `KS`."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def begins_with_att(text: str) -> bool:
    """Whether the text is an att-sats."""
    return _ATT.match(text) is not None


def begins_with_noun(text: str) -> bool:
    """Whether the text says what is moved as a noun: `bifall till motionen`."""
    return _NOUN.match(text) is not None


def as_att(text: str) -> str:
    """`bifall till motionen` as what is then decided: `att bifalla motionen`. Other words as they are."""
    found = _NOUN.match(text)
    return f"att {_VERBS[found[1].casefold()]} {text[found.end() :]}" if found else text


def without_att(text: str) -> str:
    """`att bevilja 40 000 kronor.` → `bevilja 40 000 kronor`: what stands after `att` inside a sentence."""
    return _ATT.sub("", text.strip(), count=1).rstrip(" .")


def after_att(text: str) -> str:
    """What stands after `att` inside a sentence, without the capital that only stood first: a body's name has none there.

    `Kommunstyrelsen får i uppdrag …` → `kommunstyrelsen får i uppdrag …`, but `Anna Ek hörs` as it is.
    """
    inside = without_att(text)
    second = inside.split(" ")[1:2]
    named = bool(second) and second[0][:1].isupper()
    return lower_first(inside) if _BODY.match(inside) and not named else inside


def date_values(day: Date) -> dict[str, str]:
    """The parts of a date, by the placeholders that a format may use."""
    weekday = WEEKDAYS[day.weekday()]
    return {
        "year": f"{day.year:04}",
        "mm": f"{day.month:02}",
        "dd": f"{day.day:02}",
        "day": str(day.day),
        "month": MONTHS[day.month - 1],
        "weekday": weekday,
        "Weekday": upper_first(weekday),
    }


def date_text(day: Date, form: str) -> str:
    """The date in the form of a style: `{year}-{mm}-{dd}`, `den {day} {month} {year}`."""
    return filled(form, date_values(day))


def time_text(moment: Time | datetime, form: str) -> str:
    """The time in the form of a style: `{hh}.{min}` or `{hh}:{min}` (R-1305)."""
    return filled(form, {"hh": f"{moment.hour:02}", "min": f"{moment.minute:02}"})


def clock_time(time: timedelta) -> str:
    """`2.14`: minutes and seconds, of somebody who speaks."""
    seconds = int(time.total_seconds())
    return f"{seconds // 60}.{seconds % 60:02}"


def filled(template: str, values: Mapping[str, str]) -> str:
    """The template with its placeholders replaced, each once: what a value holds is never read as a placeholder.

    The space after `§` and `kl.` in the template does not break (R-1305).
    """
    return _PLACEHOLDER.sub(lambda found: values.get(found[1], ""), _TIED.sub(rf"\1{NBSP}", template))


def filled_line(template: str, values: Mapping[str, str]) -> str:
    """The same for a line of its own: empty when all its placeholders are, and without a dash that leads nowhere."""
    names = _PLACEHOLDER.findall(template)
    missing = [name for name in names if not values.get(name)]
    if names and len(missing) == len(names):
        return ""
    line = filled(template, values)
    return line.strip(" -–,:") if missing else line
