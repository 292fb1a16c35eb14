"""Rolls of people: `Beslutande`, `Ledamöter`, `Övriga närvarande`, `Sekreterare` – in a protokoll, a kallelse or a list of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendas.intake.ledger import Ledger
from agendas.intake.pages import Line, Place
from agendas.intake.patterns import NAME, PARTY, WITH_PARTY, only_name
from agendas.intake.people import People
from agendas.intake.words import GROUPS, is_title, role_of, squeezed
from agendas.model import Role
from agendas.names import folded

_SINGLE = {
    "sekreterare": "sekreterare", "ordforande": "ordförande", "ordf": "ordförande", "justerare": "", "justerande": "",
    "protokolljusterare": "", "namndsekreterare": "sekreterare", "viceordforande": "vice ordförande",
}  # fmt: skip
"""Labels of one person each; `justerare` is a task for the day, no role."""
_OVER = {
    "underskrifter", "anslagbevis", "bevisanslag", "anslag", "platsochtid", "innehall", "innehallsforteckning", "paragrafer", "paragraf",
    "justeringsdatum", "justering", "organ", "underskrift", "sammantradesdatum", "arendelista", "arenden", "utses", "dagordning",
    "foredragningslista", "plats", "tid", "datum", "kallelse", "forhinder",
}  # fmt: skip
_LONGEST = 20_000
"""Characters: 500 persons in one cell. What is longer is no roll, and to look for names in it takes the square of its length."""
_PRESENCE = re.compile(
    r",?\s*\(?(?:ej )?(?:§+\s*[\d ,–-]+(?:(?:och|del av) \d+)?|digitalt|på distans|via länk|deltog (?:ej|inte) .*"
    r"|kl\.? ?\d.*|fr\.?o\.?m\.? .*|t\.?o\.?m\.? .*)\)?",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"(?:tjänstgör(?:ande)?|ersätter|ers\.?|tjg\.?|i stället|istället|istf\.?)\s*(?:ersättare\s*)?(?:för|istf\.?)?\s*"
    rf"(?P<who>{NAME}) ?{PARTY}"
)
_TITLED = re.compile(
    rf"(?P<name>{NAME}),? (?P<title>(?:[a-zåäö][\wåäö/-]*|[A-ZÅÄÖ]{{2,3}})(?: (?:[a-zåäö][\wåäö/-]*|[A-ZÅÄÖ]{{2,4}}))*?)"
    rf"(?=(?: §| ?,|;| {NAME}(?:,| \()|$))"
)
_INSIDE = re.compile(r"^(?:sektor|förvaltning|avdelning|enhet|kansli|verksamhet)|förvaltningen$|kontoret$|kansliet$", re.IGNORECASE)


def read_rolls(ledger: Ledger, start: int, end: int, people: People, *, bare: bool = False) -> int:
    """Take up the rolls between two parts; how many people were found. `bare`: the whole is a list of people."""
    found = 0
    group: Role | None = "ledamot" if bare else None
    single: Role | str | None = None
    waiting = 0
    for index in range(start, end):
        part = ledger.parts[index]
        taken = 0
        chunks = _chunks(part)
        for chunk in chunks:
            label, rest = _label(chunk)
            if label is not None:
                if squeezed(label) in GROUPS:
                    group, single = GROUPS[squeezed(label)], None
                else:
                    single, waiting = _SINGLE[squeezed(label)], 6
                    group = None
                if not rest.strip(" _") and len(chunks) == 1:
                    ledger.use(index)  # with more behind it, it is used when that is
                chunk = rest
            elif squeezed(chunk) in _OVER or any(
                squeezed(chunk).startswith(w) for w in ("anslag", "platsoch", "justeringsd", "sammantradesd")
            ):
                group = single = None
                continue
            if not chunk.strip(" _"):
                continue
            if single is not None:
                name = only_name(_PRESENCE.sub("", chunk).strip(" _"))
                waiting -= 1
                if name and not is_title(name[0]):
                    role = role_of(str(single)) if single else None
                    people.add(name[0], party=name[1], role=role, assumed="ledamot", place=part.place)
                    taken += 1
                    single = None
                elif waiting < 0:
                    single = None
            elif group is not None:
                taken += _entries(chunk, group, people, part.place)
            elif bare or _is_roll_line(chunk):
                taken += _entries(chunk, "ledamot", people, part.place)
        if taken:
            ledger.use(index)
        found += taken
    return found


def _chunks(part: object) -> Sequence[str]:
    """A line; or the cells of a row – a label, then what belongs to it, a name with its role beside it as one."""
    if isinstance(part, Line):
        return [part.text]
    cells = [c for c in getattr(part, "cells", ()) if c.strip()]
    if not cells:
        return []
    first, rest = cells[0], cells[1:]
    lines: list[str] = []
    if _label(first)[0] is not None or squeezed(first) in _OVER:
        lines.append(first)
    else:
        rest = cells
    if rest and all("\n" not in c for c in rest):
        only = [c for c in rest]
        joined = " ".join(only[:1]) if len(only) == 1 else f"{only[0]}, {' '.join(only[1:])}"
        if _label(only[0])[0] is not None:
            return [*lines, *only]
        return [*lines, joined]
    return [*lines, *(line for c in rest for line in c.split("\n"))]


def _label(text: str) -> tuple[str | None, str]:
    """The heading of a roll at the start of a text, and the rest of it."""
    words = text.replace("_", " ").split()
    for count in range(min(4, len(words)), 0, -1):
        said = squeezed(" ".join(words[:count]).rstrip(":"))
        rest = " ".join(words[count:])
        if said in GROUPS or (
            said in _SINGLE and (not rest or only_name(_PRESENCE.sub("", rest).strip()) or rest.casefold().startswith("paragraf"))
        ):
            return " ".join(words[:count]), "" if rest.casefold().startswith("paragraf") else rest.lstrip(": ")
    return None, text


def _is_roll_line(text: str) -> bool:
    found = WITH_PARTY.match(text)
    return found is not None and role_of(text[found.end() :].strip(" ,–-")) is not None


def _entries(text: str, group: Role, people: People, place: Place) -> int:
    """Everybody that a text in a roll names."""
    if len(text) > _LONGEST:
        return 0
    count = 0
    for other in _FOR.finditer(text):
        people.add(other["who"], party=other["party"], assumed="ledamot", place=place)
    text = _FOR.sub("ersättare", text)
    found = list(WITH_PARTY.finditer(text))
    if found:
        for n, match in enumerate(found):
            note = text[match.end() : found[n + 1].start() if n + 1 < len(found) else len(text)]
            before = text[: match.start()].strip(" :,-–") if not n else ""
            people.add(match["name"], party=match["party"], role=_role(note, before, group), assumed=group, place=place)
            count += 1
        return count
    text = _PRESENCE.sub(" ", text).strip(" ,;")
    titled = list(_TITLED.finditer(text)) if group not in {"ledamot", "ersättare"} or "," in text else []
    if titled and sum(len(m[0]) for m in titled) > len(text) * 0.6:
        for match in titled:
            title = match["title"].strip()
            role = role_of(title)
            people.add(
                match["name"],
                role=role or (group if group != "ledamot" else "tjänsteperson"),
                title="" if role and role != "sekreterare" else title,
                place=place,
            )
            count += 1
        return count
    first, _, rest = text.partition(",")
    name = only_name(first)
    if name is None:
        return 0
    rest = _PRESENCE.sub("", rest).strip(" ,")
    if not rest:
        people.add(name[0], role=group if group in {"ledamot", "ersättare"} else None, assumed=group, place=place)
    elif role := role_of(rest):
        people.add(name[0], role=role, title=rest if role == "sekreterare" and squeezed(rest) != "sekreterare" else "", place=place)
    elif is_title(rest) or rest[:1].islower():
        people.add(name[0], assumed=group if group not in {"ledamot", "ersättare"} else "tjänsteperson", title=rest, place=place)
    else:
        people.add(name[0], role="tjänsteperson" if _INSIDE.search(rest) else "gäst", organisation=rest, place=place)
    return 1


def _role(note: str, before: str, group: Role) -> Role | None:
    said = _PRESENCE.sub("", note).strip(" ,;–-()").split(",")[0]
    return role_of(said) or role_of(before) or (group if group in {"ledamot", "ersättare"} else _near_role(said))


def _near_role(text: str) -> Role | None:
    return next((role for word in folded(text).split()[:2] if (role := role_of(word))), None)
