"""The people that a document names, each once: from rolls, signatures, the head and the column of presenters."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import replace

from agendas.intake.pages import Place
from agendas.intake.patterns import NAME, only_name
from agendas.intake.words import is_title, role_of
from agendas.model import Person, Role
from agendas.names import folded

_ORDER: tuple[Role, ...] = (
    "ordförande", "1:e vice ordförande", "vice ordförande", "2:e vice ordförande", "ledamot", "ersättare", "personalföreträdare", "insyn",
    "adjungerad", "revisor", "sekreterare", "tjänsteperson", "gäst",
)  # fmt: skip
_NEAR = 0.88


class People:
    """A roster that grows. What is known for certain is never changed by what is only assumed."""

    def __init__(self, known: Iterable[Person] = ()) -> None:
        self.known = tuple(known)
        self.people: dict[str, Person] = {folded(p.name): p for p in self.known}
        self.sure: set[str] = set(self.people)
        self.doubts: list[tuple[str, str, Place | None]] = []
        """(name, message, place)"""

    def add(
        self,
        name: str,
        *,
        party: str = "",
        role: Role | None = None,
        assumed: Role = "tjänsteperson",
        title: str = "",
        organisation: str = "",
        place: Place | None = None,
        why: str = "",
    ) -> str:
        """Somebody, with what the place says of them; the name as it stands in the roster. `why` says what `assumed` rests on."""
        key = folded(name)
        old = self.people.get(key)
        if old is None:
            near = difflib.get_close_matches(key, self.people, n=1, cutoff=_NEAR)
            if near and self._same_person(near[0], key):
                other = self.people[near[0]]
                self.doubts.append((other.name, f"Skrivs också {name}: antogs vara samma person.", place))
                return other.name
            self.people[key] = Person(name=name, party=party, role=role or assumed, title=title, organisation=organisation)
            if role:
                self.sure.add(key)
            elif why:
                self.doubts.append((name, why, place))
            if self.known and party:
                self.doubts.append((name, f"{name} ({party}) finns inte bland de personer som angavs; lades till.", place))
            return name
        changed = replace(
            old,
            party=old.party or party,
            title=old.title or ("" if role_of(title) == old.role and role_of(title) != "sekreterare" else title),
            organisation=old.organisation or organisation,
        )
        if role and key not in self.sure:
            changed = replace(changed, role=role)
            self.sure.add(key)
            self.doubts = [d for d in self.doubts if d[0] != old.name or "antogs" not in d[1]]
        elif role in _ORDER[:4] and old.role == "ledamot" and folded(old.name) not in {folded(p.name) for p in self.known}:
            changed = replace(changed, role=role or old.role)  # a roll says `ledamot` of everybody, a signature more
        self.people[key] = changed
        return old.name

    def _same_person(self, one: str, other: str) -> bool:
        """Nearly the same name: same first name and a slip in the last."""
        return one.split()[0] == other.split()[0] and one.split()[-1][:3] == other.split()[-1][:3]

    def in_order(self) -> tuple[Person, ...]:
        """Known people as they were given, the others after them by role."""
        given = [self.people[folded(p.name)] for p in self.known]
        rest = [p for key, p in self.people.items() if key not in {folded(k.name) for k in self.known}]
        chairs = [p for p in (*given, *rest) if p.role == "ordförande"]
        for extra in chairs[1:]:
            key = folded(extra.name)
            self.doubts.append(
                (extra.name, f"Både {chairs[0].name} och {extra.name} kallas ordförande: den senare antogs vara ledamot.", None)
            )
            self.people[key] = replace(extra, role="ledamot")
        rest = [self.people[folded(p.name)] for p in rest]
        made = [*(self.people[folded(p.name)] for p in given), *sorted(rest, key=lambda p: _ORDER.index(p.role))]
        return tuple(made) if given else tuple(sorted(made, key=lambda p: _ORDER.index(p.role)))


_LONGEST = 2_000
"""Characters: thirty presenters. What is longer is a text, and is kept as it is written."""
_AND = re.compile(r"\s+(?:och|samt|&|/)\s+|\s*;\s*|(?<=\w{4})/(?=\w{4})|\n+")
_LABEL = re.compile(r"^(?:föredragande|föredragning|föredras av|föredragare|information av|informerar|medverkande)\s*:?\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"(?P<name>{NAME}) \((?P<title>[a-zåäö][^()]{{2,50}})\)")


def presenters_in(text: str) -> list[tuple[str, str]]:
    """The presenters of a cell or line as (name or title, title beside the name).

    `Anna Ek och Bo Alm`, `Anna Ek, ekonomichef`, `ekonomichef Anna Ek`, `Ekonomi- och kvalitetschef`, one a line.
    """
    if len(text) > _LONGEST:
        return [(text, "")]
    text = re.sub(r"(\boch|\bsamt|,)\s*\n\s*", r"\1 ", text)
    text = _IN_BRACKETS.sub(r"\g<name>, \g<title>", _LABEL.sub("", text.strip()).strip(" .;"))
    if text.casefold() in {"", "-", "--", "---", "–"}:
        return []
    pieces = _AND.split(text)
    if len(pieces) > 1 and all(_stands_alone(p) for p in pieces):
        return [found for piece in pieces for found in presenters_in(piece)]
    return _by_comma(" ".join(text.split()))


def _by_comma(text: str) -> list[tuple[str, str]]:
    pieces = [p.strip() for p in text.split(",") if p.strip()]
    found: list[tuple[str, str]] = []
    for piece in pieces:
        name = only_name(piece)
        titled = _title_then_name(piece)
        if titled:
            found.append(titled)
        elif name and not is_title(piece):
            found.append((f"{name[0]} ({name[1]})" if name[1] else name[0], ""))
        elif found and not found[-1][1] and only_name(found[-1][0]) and (is_title(piece) or piece[:1].islower()):
            found[-1] = (found[-1][0], piece)
        elif is_title(piece) or not found:
            found.append((piece, ""))
        else:
            return [(text, "")]  # not understood: kept as it is written
    return found


def _title_then_name(text: str) -> tuple[str, str] | None:
    words = text.split()
    for at in range(1, len(words) - 1):
        name = only_name(" ".join(words[at:]))
        before = " ".join(words[:at])
        if (name and is_title(before) and not is_title(" ".join(words[at:])) and words[at - 1][:1].islower()) or (
            name and at == 1 and is_title(before)
        ):
            return (f"{name[0]} ({name[1]})" if name[1] else name[0]), before
    return None


def _stands_alone(piece: str) -> bool:
    """Whether a piece is somebody, and not half of `Vård- och omsorgschef`."""
    first = piece.split(",")[0].strip()
    return not piece.rstrip().endswith("-") and (only_name(first) is not None or is_title(piece) or _title_then_name(first) is not None)


def as_title(text: str) -> str:
    """A post as it stands after a name: `Ekonomichef` → `ekonomichef`, `MAS` as it is."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def recognised(presenter: str, title: str, people: People, place: Place | None) -> str:
    """The presenter as the agenda says it; a person with a name comes into the roster."""
    name = only_name(presenter)
    if name is None or is_title(presenter):
        return presenter
    role = role_of(title) if title else None
    assumed: Role = "ledamot" if name[1] else "tjänsteperson"
    why = f"{presenter} föredrar: antogs vara ledamot." if name[1] else ""
    found = people.add(name[0], party=name[1], role=role, assumed=assumed, title="" if role else as_title(title), place=place, why=why)
    return people.people[folded(found)].label
