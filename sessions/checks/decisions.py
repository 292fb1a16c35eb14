"""The decision: that there is one, that it has words, and that it is what the answers gave (R-1002–R-1004, R-1103, R-1302)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agendas.names import folded
from sessions.checks.finding import Finding, Looked
from sessions.meeting import ItemState, Meeting, takes_paragraph
from sessions.naming import named
from sessions.procedure import settlement
from sessions.proposals import same
from sessions.standing import is_for_recusals, is_roll_call, wants_decision


def check_decision(x: Looked) -> Iterator[Finding]:
    """One §."""
    item, decision = x.item, x.item.decision
    if x.past and decision is None and wants_decision(item):
        yield Finding("R-1003", "varning", item.id, f"{named(item)} saknar beslut.", "För in beslutet (F5).")
    if decision is not None and not has_words(item):
        yield x.finding("R-1003", "varning", "beslutets ordalydelse saknas.", "Skriv beslutet (Ctrl+R).")
    if decision is not None:
        yield from _outcome(x)
    if item.immediately_approved and not has_words(item):
        yield x.finding("R-1103", "varning", "justerad omedelbart, men texten finns inte.", "Skriv beslutet.")
    if x.past and item.item.kind in {"interpellation", "fråga"} and not item.answers_given and not item.decision:
        yield x.finding("R-1004", "upplysning", "vem som frågade och vem som svarade är inte antecknat.", "Anteckna svaret.")
    if item.added and decision and x.meeting.plan.kind == "fullmäktige" and item.item.kind not in {"interpellation", "fråga", "formalia"}:
        yield x.finding(
            "R-105", "upplysning", "ärendet var inte kungjort.", "Kontrollera att det var brådskande och att alla ville avgöra det."
        )
    if decision and item.item.exercise_of_authority and not (item.item.summary or item.texts):
        yield x.finding("R-1007", "upplysning", "ett beslut mot enskild behöver skäl.", "Skriv skälen, och bifoga hur man överklagar.")


def _outcome(x: Looked) -> Iterator[Finding]:
    """What was recorded at the gavel is what the questions and votes gave."""
    item = x.item
    settled, decision = settlement(item), item.decision
    if settled is None or decision is None or not item.questions or decision.event.text or item.texts.get("decision"):
        return
    event = decision.event
    if event.outcome in {"utgår", "ej beslutför"}:
        return
    formal = event.outcome not in {"bifall", "avslag"}
    if event.outcome != settled.outcome or (not formal and event.winner and same(event.winner) != same(settled.winner)):
        yield x.finding("R-707", "fel", "beslutet är inte vad frågorna gav.", "Rätta beslutet eller svaret på frågan.")


def check_numbers(m: Meeting) -> Iterator[Finding]:
    """Every item was taken up or withdrawn (R-1002), and the series has no gap (R-1302)."""
    if m.phase != "avslutat" or m.opened is None:
        return
    for i in m.order:
        item = m.items[i]
        if item.phase == "planerat" and takes_paragraph(item.item, m.rules):
            yield Finding("R-1002", "varning", i, f"{named(item)} togs aldrig upp.", "Låt ärendet utgå, eller bordlägg det.")
    numbers = set(m.paragraphs)
    if numbers and m.plan.numbering == "handled":
        gaps = [n for n in range(m.plan.first_paragraph, max(numbers)) if n not in numbers]
        if gaps:
            told = ", ".join(str(n) for n in gaps[:5])
            yield Finding("R-1302", "varning", "", f"§ {told} saknas i serien.", "Rätta numret på ärendets rad.")


def check_urgent(m: Meeting) -> Iterator[Finding]:
    """Urgent decisions taken since the last meeting are reported at this one (R-904)."""
    if m.opened is None or any(m.items[i].phase == "planerat" for i in m.order):
        return
    for decision in unreported(m):
        yield Finding(
            "R-904",
            "varning",
            "",
            f"Det brådskande beslutet {decision} är inte anmält.",
            "Anmäl det i en paragraf innan sammanträdet avslutas.",
        )


def unreported(m: Meeting) -> tuple[str, ...]:
    """The urgent decisions of the plan that no § has reported yet, by Dnr or day (R-904)."""
    told = [x for item in m.items.values() for u in item.urgent for x in (folded(u.event.reference), u.event.decided.isoformat()) if x]
    return tuple(d for d in m.plan.urgent_decisions if not any(_names(folded(d), known) for known in told))


def _names(planned: str, known: str) -> bool:
    """Whether a Dnr or a day stands whole in what the plan says: `2026/7` is not in `2026/77`."""
    return re.search(rf"(?<!\w){re.escape(known)}(?!\w)", planned) is not None


def has_words(x: ItemState) -> bool:
    """Whether the decision can be printed: words of its own, the winning proposal's, an election, or an outcome that needs none."""
    decision = x.decision
    if decision is None:
        return False
    event = decision.event
    said_otherwise = (
        x.elected or x.resigned or x.answers_given or x.urgent or is_for_recusals(x) or is_roll_call(x) or x.item.kind == "anmälan"
    )
    if event.text or x.texts.get("decision") or event.outcome not in {"bifall"} or said_otherwise:
        return True
    won = x.motion(event.winner) if event.winner else None
    if won is not None and won.entry.event.kind == "bifall":
        won = x.motion(won.entry.event.target)
    if won is not None and won.entry.event.kind == "avslag":
        won = None  # of single points: the others stand
    return bool(won.text if won else x.item.points)
