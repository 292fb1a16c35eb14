"""How each one voted, read from a list: pasted from a mail, a sheet or a voting system, or typed off a paper (R-716).

A line is a name and an answer, in any order and with any separator; or an answer and a colon with the names that gave
it; or a row of a table with a cross under Ja, Nej or Avstår. Nothing is guessed: what cannot be read for certain is
given back with its reason, in words that can be put right and read again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from agendas.clean import clean
from agendas.model import Person
from agendas.names import folded
from agendas.value import Value
from sessions.events import Choice

_ANSWERS: Mapping[str, Choice] = {
    "ja": "ja",
    "nej": "nej",
    "avstar": "avstår",
    "avstod": "avstår",
    "avst": "avstår",
    "franvarande": "frånvarande",
    "franv": "frånvarande",
}
_LETTERS: Mapping[str, Choice] = {"j": "ja", "n": "nej", "a": "avstår"}
"""Answers of one letter: only where they cannot be the initial of a name."""
_CELLS = re.compile(r"[ \u00a0]*[\t;|][ \u00a0]*")
_PARTY = re.compile(r"\(([^()]*)\)")
_HEADING = re.compile(
    r"^(?P<answer>[^\W\d]+)(?:[- ]?röst(?:er)?)?\s*(?:\(?\d+\)?\s*(?:st\.?)?)?\s*(?P<colon>:?)\s*(?P<names>.*)$", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_](?:[^\s,;:|()\t.]*[^\W_])?")
_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*|\s+och\s+")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class NotRead(Value):
    """A line, or a name of it, that says nothing certain."""

    number: int
    """The line, counted from 1."""
    text: str
    """What stood there, with its answer if that stood elsewhere."""
    reason: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class VoteNames(Value):
    """What a list says: the votes by person, and what could not be read."""

    cast: Mapping[str, Choice]
    unread: tuple[NotRead, ...]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Entry(Value):
    number: int
    text: str
    name: str
    """What is to be the name, the party in brackets and all."""
    answer: Choice | None
    reason: str = ""
    """Why it has no answer."""


def read_votes(text: str, voters: Mapping[str, Person], everybody: Mapping[str, Person]) -> VoteNames:
    """The votes that a list gives. `voters`: those who were called, by id; `everybody`: all whose names could be meant."""
    cast: dict[str, Choice] = {}
    said: dict[str, NotRead] = {}
    unread: list[NotRead] = []
    for entry in _entries(text):
        person, reason = ("", entry.reason) if entry.answer is None else _person(entry.name, voters, everybody)
        if not reason and entry.answer and person not in voters:
            if entry.answer == "frånvarande":
                continue  # was not there, and is not called: the list says the same
            reason = f"{everybody[person].label} röstar inte här"
        if reason or entry.answer is None:
            unread.append(NotRead(entry.number, entry.text, reason))
        elif person in said and cast.get(person) != entry.answer:
            reason = f"{voters[person].label} har två olika svar"
            if cast.pop(person, None):
                first = said[person]
                unread.append(NotRead(first.number, first.text, reason))
            unread.append(NotRead(entry.number, entry.text, reason))
        else:
            cast[person] = entry.answer
            said[person] = NotRead(entry.number, entry.text, "")
    return VoteNames(cast, tuple(sorted(unread, key=lambda x: x.number)))


def _entries(text: str) -> Iterator[_Entry]:
    """The names with their answers, line by line."""
    heading: Choice | None = None
    columns: dict[int, Choice] = {}
    for number, raw in enumerate(clean(text).split("\n"), 1):
        row = raw.strip(" \u00a0")
        if not row.strip():
            continue
        cells = _CELLS.split(row)
        answers = {n: _ANSWERS[w] for n, cell in enumerate(cells) if (w := folded(cell).strip()) in _ANSWERS}
        if len(set(answers.values())) > 1:
            columns = answers  # the head of a table
            continue
        found = _HEADING.match(row)
        answer = _ANSWERS.get(folded(found["answer"])) if found else None
        if found and answer and not found["names"].strip():
            heading = answer
        elif found and answer and found["colon"]:
            for name in filter(None, _BETWEEN_NAMES.split(found["names"].strip().rstrip("."))):
                yield _Entry(number, f"{name}; {answer}", name, answer)
        else:
            yield _row(number, row, cells, columns, heading)


def _row(number: int, row: str, cells: list[str], columns: Mapping[int, Choice], heading: Choice | None) -> _Entry:
    """One line with a name: the answer stands in it, under a column of the head, or in the heading above."""
    name_cells = [cell for n, cell in enumerate(cells) if n not in columns]
    words = [folded(w) for cell in name_cells for w in _WORD.findall(_PARTY.sub(" ", cell))]
    given: set[Choice] = {_ANSWERS[w] for w in words if w in _ANSWERS}
    given |= {_LETTERS[c] for cell in cells[1:] if (c := folded(cell).strip(" .")) in _LETTERS}
    if (last := re.search(r"\)\s*([jna])\.?$", row, re.IGNORECASE)) is not None:
        given.add(_LETTERS[last[1].casefold()])
        name_cells = [row[: last.start() + 1]]
    crossed = {choice for n, choice in columns.items() if n < len(cells) and cells[n].strip()}
    given |= crossed
    if len(given) > 1:
        return _Entry(number, row, "", None, "flera svar på samma rad")
    name = "\t".join(cell for cell in name_cells if folded(cell).strip(" .") not in _LETTERS)
    if crossed:
        return _Entry(number, "; ".join(filter(None, (*name_cells, *crossed))), name, given.pop())
    if given:
        return _Entry(number, row, name, given.pop())
    if heading:
        return _Entry(number, f"{row}; {heading}", name, heading)
    return _Entry(number, row, name, None, "inget svar: ja, nej eller avstår")


def _person(name: str, voters: Mapping[str, Person], everybody: Mapping[str, Person]) -> tuple[str, str]:
    """The id of the one whom the name means, or why nobody is; a table's row may name the member and who serves instead."""
    parts = [part for part in name.split("\t") if _name_words(part)]
    if len(parts) > 1:
        found = [_one(part, everybody)[0] for part in parts]
        called = [p for p in found if p in voters]
        if all(found) and len(called) == 1:
            return called[0], ""
    return _one(name, everybody)


def _one(name: str, everybody: Mapping[str, Person]) -> tuple[str, str]:
    parties = {folded(p).strip() for p in _PARTY.findall(name)} - {"", "-"}
    words = _name_words(name)
    known = {id: Counter(_name_words(person.name)) for id, person in everybody.items()}
    for spelt in (words, [w for w in words if w not in {folded(p.party) for p in everybody.values()}]):
        wanted = Counter(spelt)
        if not wanted:
            continue
        meant = [id for id, has in known.items() if has == wanted]
        meant = meant or [id for id, has in known.items() if wanted <= has and _more_than_first(spelt, everybody[id])]
        same_party = [id for id in meant if not parties or folded(everybody[id].party) in parties]
        if len(same_party) == 1:
            return same_party[0], ""
        if same_party:
            return "", "flera kan heta så"
        if meant:
            return "", f"partiet stämmer inte: {everybody[meant[0]].label}"
    return "", "ingen i listan heter så" if words else "inget namn"


def _more_than_first(words: list[str], person: Person) -> bool:
    """Whether part of a name says more than the first name: a surname alone will do, a first name alone not."""
    return bool(set(words) - set(_name_words(person.name)[:1]))


def _name_words(name: str) -> list[str]:
    return [w for x in _WORD.findall(_PARTY.sub(" ", name)) if (w := folded(x)) not in _ANSWERS and w not in _NO_NAMES]


_NO_NAMES = frozenset({"rost", "roster", "rostar", "rostade", "ja-rost", "nej-rost", "x"})
