"""The meeting's own data where it stands behind a label: `Plats: Nossan`, `Tid`, `Justering`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import time

from agendas.intake.body_names import as_body, with_capital
from agendas.intake.ledger import Ledger
from agendas.intake.pages import Line, Part, Place, Row
from agendas.intake.patterns import NAME, WITH_PARTY, Day, days_in, hours_in, only_name
from agendas.intake.people import People
from agendas.intake.words import BODY, role_of, squeezed

_BODY_LABELS = {"instans", "namnd", "organ", "namndstyrelse", "sammantradefor", "namndutskott", "politisktorgan"}
_WHEN_LABELS = {
    "tid", "datum", "dag", "sammantradesdatum", "datumochtid", "dagochtid", "tidochdatum", "tidpunkt",
    "klockan", "kl", "motesdatum", "motestid",
    "sammantradestid", "sammantradesdag", "tiddatum", "datumtid", "nar",
}  # fmt: skip
_WHERE_LABELS = {"plats", "lokal", "motesplats", "sammantradeslokal", "sammantradesplats", "lokalplats", "var", "platslokal"}
_BOTH_LABELS = {"platsochtid", "tidochplats", "tidplats", "platstid", "tidpunktochplats", "datumtidochplats"}
_END_LABELS = {"slut", "sluttid", "beraknadsluttid", "beraknasavslutas", "slutar"}
_APPROVER_LABELS = {
    "forslagpajusterare", "justerare", "forslagtilljusterare", "valavjusterare", "protokolljusterare", "justerande", "turattjustera",
    "forslagjusterare", "attjustera",
}  # fmt: skip
_APPROVAL_LABELS = {
    "dagforjustering", "justering", "tidforjustering", "platsochtidforjustering", "justeringstid", "justeringensplatsochtid",
    "justeringsdatum", "justeringsdag", "tidochplatsforjustering", "justeringavprotokollet", "justeras",
}  # fmt: skip
_KEPT_LABELS = {"forvaringsplatsforprotokollet", "forvaringsplatsforprotokoll", "forvaringsplats"}


@dataclass
class Head:
    """What the document says of the meeting; empty where it says nothing."""

    body: str = ""
    municipality: str = ""
    date: Date | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    approvers: list[str] = field(default_factory=list)
    approval: str = ""
    kept_at: str = ""
    day: Day | None = None
    day_place: Place | None = None


def read_labels(ledger: Ledger, end: int, head: Head, people: People) -> None:
    """Take into the head what stands behind labels above part `end`, on the same line, in the next cell or on the next line."""
    for index in range(end):
        part = ledger.parts[index]
        for label, value in _pairs(part) if index not in ledger.used else ():
            own = [index]
            if not value and index + 1 < end:
                after = ledger.parts[index + 1]
                if isinstance(after, Line) and not _pairs(after):
                    value, own = after.text, [index, index + 1]
            if value and _take(ledger, head, squeezed(label), value, people, part.place):
                ledger.use(*own)


_ALL_LABELS = (
    _BODY_LABELS | _WHEN_LABELS | _WHERE_LABELS | _BOTH_LABELS | _END_LABELS | _APPROVER_LABELS | _APPROVAL_LABELS | _KEPT_LABELS
    | {"ordforande", "sekreterare", "viceordforande", "namndsekreterare"}
)  # fmt: skip


def _pairs(part: Part) -> list[tuple[str, str]]:
    """The labels of a part with their values: `Plats: Nossan`, two cells, or four."""
    if isinstance(part, Row):
        cells = [c.strip() for c in part.cells if c.strip()]
        if len(cells) >= 2 and squeezed(cells[0]) in _ALL_LABELS:
            found = []
            for n in range(0, len(cells) - 1, 2):
                if squeezed(cells[n]) in _ALL_LABELS:
                    found.append((cells[n], cells[n + 1]))
            return found
        return []
    label, colon, value = part.text.partition(":")
    if colon and squeezed(label) in _ALL_LABELS:
        return [(label, value.strip())]
    words = part.text.split()
    for count in (5, 4, 3, 2, 1):  # `Plats och tid Stadshuset …`: the colon was left out
        if len(words) > count and squeezed(" ".join(words[:count])) in _BOTH_LABELS | _KEPT_LABELS | {
            "organ",
            "sammantradesdatum",
            "justeringsdatum",
        }:
            return [(" ".join(words[:count]), " ".join(words[count:]))]
    return [(part.text, "")] if squeezed(part.text) in _ALL_LABELS else []


def _take(ledger: Ledger, head: Head, label: str, value: str, people: People, place: Place) -> bool:
    flat = " ".join(value.split())
    if label in _BODY_LABELS:
        if not head.body and len(flat) < 90 and (BODY.fullmatch(flat) or as_body(flat)):
            head.body = flat
            return True
        return False
    if label in _WHEN_LABELS | _BOTH_LABELS | _WHERE_LABELS:
        return _when_and_where(head, label, value, place)
    if label in _END_LABELS:
        if hours := hours_in(flat):
            head.ends = head.ends or hours[0].starts
        return bool(hours)
    if label in _APPROVER_LABELS:
        found = [m for m in WITH_PARTY.finditer(flat)]
        names = [f"{m['name']} ({m['party']})" for m in found] or ([flat] if re.fullmatch(rf"{NAME}(?:(?:,| och) {NAME})*", flat) else [])
        for match in found:
            people.add(
                match["name"],
                party=match["party"],
                assumed="ledamot",
                place=place,
                why=f"{match[0]} föreslås till justerare: antogs vara ledamot.",
            )
        head.approvers += [n for n in names if n not in head.approvers]
        return bool(names)
    if label in _APPROVAL_LABELS:
        head.approval = head.approval or flat
        return True
    if label in _KEPT_LABELS:
        head.kept_at = head.kept_at or with_capital(re.sub(r"^(?:protokollet )?förvaras (?:på|hos|i) ", "", flat, flags=re.IGNORECASE))
        return True
    name = only_name(flat.split(",")[0])
    if name and (role := role_of(label if label != "viceordforande" else "vice ordförande")):
        people.add(name[0], party=name[1], role=role, place=place)
        return True
    return False


def _when_and_where(head: Head, label: str, value: str, place: Place) -> bool:
    took = False
    days, hours = days_in(value), hours_in(value)
    if days and head.day is None and label not in _WHERE_LABELS:
        head.day, head.day_place, took = days[0], place, True
    if hours and head.starts is None and label not in _WHERE_LABELS:
        head.starts, took = hours[0].starts, True
        head.ends = head.ends or hours[0].ends
    if label in _WHERE_LABELS | _BOTH_LABELS and not head.place:
        rest = value
        spans = [(d.start, d.end) for d in days] + [(h.start, h.end) for h in hours]
        for start, end in sorted(spans, reverse=True):
            rest = f"{rest[:start]} {rest[end:]}"
        rest = re.sub(
            r"\b(?:kl(?:ockan)?|den|mån|tis|ons|tors|fre)dag(?:en)?\b|\bkl(?:ockan)?\.?:?\s*$|\bklockan:?", "", rest, flags=re.IGNORECASE
        )
        rest = " ".join(rest.split()).strip(" ,;:.-–")
        if rest:
            head.place, took = rest, True
    return took
