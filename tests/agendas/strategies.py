"""Agendas of every kind, for the properties that must hold for all of them."""

from __future__ import annotations

from datetime import date
from typing import Any, get_args

from hypothesis import strategies as st

from agendas.clean import clean, clean_line
from agendas.model import (
    Agenda,
    BodyKind,
    Handouts,
    Item,
    ItemKind,
    MeetingPlan,
    Numbering,
    Person,
    Point,
    Role,
    Rules,
    SubItem,
    with_ids,
)
from agendas.shape import LIMITS

WORDS = st.sampled_from(
    ["Åsa", "ärende", "öppet", '"citat"', "1.", "a)", "- ", "# rubrik", "[[item]]", "'", '"""', "\\", "bidrag", "½", "=", "🙂"]
)
TEXTS = st.one_of(st.text(max_size=30), st.lists(WORDS, max_size=6).map(" ".join), st.lists(WORDS, max_size=6).map("\n".join))
LONG = TEXTS.map(clean)
LINES = TEXTS.map(clean_line)
NAMES = LINES.filter(bool)
LISTS = st.lists(LINES, max_size=3).map(tuple)
TIMES = st.one_of(st.none(), st.times())


def literals(of: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(of))


def number(table: str, key: str) -> st.SearchStrategy[int]:
    return st.integers(*LIMITS[table, key])


PLANS = st.builds(
    MeetingPlan,
    body=NAMES,
    date=st.dates(date(1900, 1, 1), date(2999, 12, 31)),
    starts=st.times(),
    ends=TIMES,
    kind=literals(BodyKind),
    numbering=literals(Numbering),
    municipality=LINES,
    body_definite=LINES,
    body_genitive=LINES,
    body_neuter=st.sampled_from([None, True, False]),
    place=LINES,
    kept_at=LINES,
    style=LINES,
    approval=LINES,
    approvers=LISTS,
    first_paragraph=number("meeting", "first_paragraph"),
    seats=st.one_of(st.none(), number("meeting", "seats")),
)
PEOPLE = st.builds(
    Person,
    name=NAMES,
    role=literals(Role),
    party=LINES,
    title=LINES,
    organisation=LINES,
    id=st.sampled_from(["", "asa", "asa-2", "person"]),
)
ITEMS = st.builds(
    Item,
    title=st.one_of(st.sampled_from(["Val", "val", "Övrigt"]), NAMES),
    short_title=LINES,
    id=st.sampled_from(["", "", "val", "val-2", "egen"]),
    number=LINES,
    reference=LINES,
    kind=literals(ItemKind),
    decided_by=st.one_of(LINES, LISTS),
    at=TIMES,
    minutes=st.one_of(st.none(), number("item", "minutes")),
    presenters=LISTS,
    lead=LONG,
    proposal=st.one_of(
        LONG,
        st.lists(st.one_of(LONG, st.builds(Point, text=LONG, sub=st.lists(LONG, max_size=2).map(tuple), mark=LINES)), max_size=3).map(
            tuple
        ),
    ),
    proposed_by=LINES,
    summary=LONG,
    history=st.one_of(LONG, st.lists(LONG, max_size=2).map(tuple)),
    documents=LISTS,
    recipients=LISTS,
    secrecy=LINES,
    exercise_of_authority=st.booleans(),
    immediate_approval=st.booleans(),
    withdrawn=st.booleans(),
    handouts=literals(Handouts),
    subitems=st.lists(st.one_of(LINES, st.builds(SubItem, title=LINES, reference=LINES, text=LONG)), max_size=3).map(tuple),
)
RULES = st.builds(
    Rules,
    party_order=st.dictionaries(LINES, LISTS, max_size=3),
    formal_order=LISTS,
    reservation_deadline=LINES,
    delegation_report=LINES,
    first_time_first=st.booleans(),
    **{key: number("rules", key) for table, key in LIMITS if table == "rules"},
)


def _possible(agenda: Agenda) -> bool:
    """What a file may say: nobody twice, one chair, no id given twice."""
    who = [(p.name.casefold(), p.party.casefold()) for p in agenda.people]
    ids = [[p.id for p in agenda.people if p.id], [x.id for x in agenda.items if x.id]]
    return len(set(who)) == len(who) and [p.role for p in agenda.people].count("ordförande") < 2 and all(len(set(i)) == len(i) for i in ids)


AGENDAS = (
    st.builds(
        Agenda,
        meeting=PLANS,
        people=st.lists(PEOPLE, max_size=4).map(tuple),
        rules=st.one_of(st.just(Rules()), RULES),
        items=st.lists(ITEMS, max_size=4).map(tuple),
    )
    .filter(_possible)
    .map(with_ids)
)
