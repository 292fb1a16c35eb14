"""The next meeting's agenda from one that has been: the same people, the next §, what was left, what was proposed upwards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from agendas.intake.taken import Doubt
from agendas.intake.words import kind_of_body, kind_of_title, squeezed
from agendas.model import Agenda, Item, MeetingPlan, Person, Rules, body_of, with_ids
from agendas.names import folded
from agendas.value import Value

Fate = Literal["avgjort", "föreslaget", "bordlagt", "återremitterat", "remitterat", "utgått", "ej behandlat"]

_WEEKS = 4
_STANDING = {"formalia", "anmälan", "övrigt"}
_DATED = re.compile(
    r"\d{4}|\bjanuari|\bfebruari|\bmars\b|\bapril|\bmaj\b|\bjuni\b|\bjuli\b|\baugusti|\bseptember|\boktober|\bnovember|\bdecember|kvartal|delår",
    re.IGNORECASE,
)
_LAST = re.compile(r"avslut", re.IGNORECASE)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Handled(Value):
    """One item of the earlier meeting, and what became of it."""

    item: Item
    fate: Fate
    paragraph: int | None = None
    text: str = ""
    """What was decided or proposed, one point a line."""
    to: str = ""
    reason: str = ""
    added: bool = False
    """Whether it was not on the agenda beforehand."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Following(Value):
    """The new agenda, and what has to be looked at in it."""

    agenda: Agenda
    doubts: tuple[Doubt, ...]


def next_meeting(plan: MeetingPlan, people: Iterable[Person], rules: Rules, handled: Sequence[Handled], next_paragraph: int) -> Following:
    """The body's own next meeting: standing items first, then what was postponed, referred back or not reached."""
    date = plan.date + timedelta(weeks=_WEEKS)
    new_year = date.year != plan.date.year
    doubts = [
        Doubt(f"Nästa datum är okänt: {_WEEKS} veckor senare antogs.", path=("meeting", "date")),
        Doubt("Tid och plats är det förra sammanträdets.", path=("meeting", "starts")),
    ]
    if new_year:
        doubts.append(Doubt("Nytt år: §§ börjar om på 1.", path=("meeting", "first_paragraph")))
    standing = [_standing(h.item) for h in handled if _is_standing(h)]
    last = [x for x in standing if x.kind == "övrigt" or _LAST.search(x.title)]
    first = [x for x in standing if x not in last]
    carried = [(_carried(h, plan), h) for h in handled if h.fate in {"bordlagt", "återremitterat", "ej behandlat"} and not _is_standing(h)]
    items = [*first, *(x for x, _ in carried), *last]
    for x, h in carried:
        said = {"bordlagt": "Bordlades", "återremitterat": "Återremitterades", "ej behandlat": "Behandlades inte"}[h.fate]
        why = f" – {h.reason.rstrip('.')}" if h.reason else ""
        doubts.append(Doubt(f"{said} {plan.date}{why}. Se över förslag och handlingar.", path=("item", items.index(x), "title")))
    for h in handled:
        if h.fate == "remitterat":
            doubts.append(Doubt(f"{_named(h)} remitterades{f' till {h.to}' if h.to else ''} och togs inte med.", path=()))
    made = Agenda(
        meeting=replace(plan, date=date, first_paragraph=1 if new_year else next_paragraph, approvers=()),
        people=tuple(p for p in people if p.role != "gäst"),
        rules=rules,
        items=tuple(items),
    )
    return Following(with_ids(made), tuple(doubts))


def upward(
    plan: MeetingPlan, people: Iterable[Person], handled: Sequence[Handled], target: str, roster: Iterable[Person] = ()
) -> Following:
    """The agenda of the body above, with what this one proposed to it. `roster` is its people where they are known."""
    proposed = [h for h in handled if h.fate == "föreslaget" and _goes_to(h.item, target)]
    items = tuple(_proposed(h, plan, target) for h in proposed)
    doubts = [
        Doubt(
            f"Datum, tid, plats och § för {target} är okända: {plan.date}, {plan.starts:%H.%M} och 1 är platshållare.",
            path=("meeting", "date"),
        ),
    ]
    own = tuple(roster)
    if not own:
        doubts.append(Doubt(f"Vilka som hör till {target} är okänt: ta dem ur en lista eller ett tidigare sammanträde.", path=()))
    for number, h in enumerate(proposed):
        if not h.text:
            doubts.append(Doubt("Vad som föreslogs skrevs aldrig ut: det beredda förslaget togs.", path=("item", number, "proposal")))
    for h in handled:
        if h.fate == "föreslaget" and h not in proposed:
            doubts.append(Doubt(f"{_named(h)} föreslogs {', '.join(h.item.chain) or 'en annan instans'} och togs inte med.", path=()))
    made = Agenda(
        meeting=MeetingPlan(
            municipality=plan.municipality, body=target, kind=kind_of_body(target), date=plan.date, starts=plan.starts, style=plan.style
        ),
        people=own or tuple(p for p in people if p.role == "tjänsteperson"),
        items=items,
    )
    return Following(with_ids(made), tuple(doubts))


def targets(handled: Iterable[Handled]) -> list[str]:
    """The bodies that something was proposed to."""
    return list(dict.fromkeys(name for h in handled if h.fate == "föreslaget" for name in h.item.chain))


def _named(h: Handled) -> str:
    return f"§ {h.paragraph} {h.item.short}" if h.paragraph is not None else h.item.short


def _is_standing(h: Handled) -> bool:
    item = h.item
    if h.added or item.kind == "paus":
        return False
    if item.kind in _STANDING:
        return h.fate not in {"bordlagt", "återremitterat"}
    return (
        item.kind == "information"
        and not _DATED.search(item.title)
        and kind_of_title(item.title)[0] == "information"
        and h.fate == "avgjort"
    )


def _standing(item: Item) -> Item:
    """The item with what belonged to that day taken away."""
    bare = replace(item, id="", number="", at=None, documents=(), summary="", subitems=(), handouts="", history="", withdrawn=False)
    return replace(
        bare, proposal="" if _DATED.search(str(item.proposal)) or re.search(r"\([A-ZÅÄÖ]", str(item.proposal)) else item.proposal
    )


def _carried(h: Handled, plan: MeetingPlan) -> Item:
    item = replace(h.item, id="", number="", at=None, withdrawn=False)
    if h.fate == "ej behandlat":
        return item
    to = f" till {h.to}" if h.to and h.fate == "återremitterat" else ""
    return replace(item, history=_history(item, f"{_where(h, plan)}, {h.fate}{to}"))


def _proposed(h: Handled, plan: MeetingPlan, target: str) -> Item:
    chain = list(h.item.chain)
    place = next((n for n, name in enumerate(chain) if _same_body(name, target)), len(chain) - 1)
    above = chain[place + 1 :]
    return replace(
        h.item,
        id="",
        number="",
        at=None,
        minutes=None,
        lead="",
        proposal=h.text or h.item.proposal,
        proposed_by=body_of(plan).definite,
        decided_by=above[0] if len(above) == 1 else tuple(above),
        history=_history(h.item, _where(h, plan)),
        immediate_approval=False,
        handouts="",
    )


def _history(item: Item, line: str) -> str | tuple[str, ...]:
    earlier = (item.history,) if isinstance(item.history, str) and item.history else tuple(item.history)
    return (*earlier, line) if earlier else line


def _where(h: Handled, plan: MeetingPlan) -> str:
    """`AU 2022-01-17 § 5`."""
    paragraph = f" § {h.paragraph}" if h.paragraph is not None else ""
    return f"{abbreviation(plan.body)} {plan.date}{paragraph}"


def abbreviation(body: str) -> str:
    """How a body is named in a line of history: AU, KS, KF – and in full when no short form is common."""
    words = folded(body)
    for ending, short in (
        ("arbetsutskott", "AU"),
        ("kommunfullmaktige", "KF"),
        ("kommunstyrelse", "KS"),
        ("regionfullmaktige", "RF"),
        ("regionstyrelse", "RS"),
    ):
        if words.removesuffix("et").removesuffix("n").endswith(ending):
            return short
    return body


def _goes_to(item: Item, target: str) -> bool:
    return any(_same_body(name, target) for name in item.chain)


def _same_body(one: str, other: str) -> bool:
    a, b = squeezed(one), squeezed(other)
    return (
        a == b
        or abbreviation(one) == abbreviation(other)
        or a.removesuffix("en").removesuffix("n") == b.removesuffix("en").removesuffix("n")
    )
