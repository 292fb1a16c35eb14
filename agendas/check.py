"""What the keys of an agenda file say together: nobody twice, one chair, names that somebody has.

These look at the data of the file rather than at an `Agenda`, so that they are told together with the faults of
single keys, when there is no `Agenda` yet.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Any, get_args

from agendas.faults import Report
from agendas.lines import KeyPath
from agendas.model import Agenda, Role
from agendas.names import folded
from agendas.schedule import schedule_of
from agendas.shape import rows_of

NEAR = 0.8
"""How alike two names must be before one is taken for a slip of the other."""


def check_data(data: Mapping[str, Any], report: Report) -> None:
    """Faults between keys: the same person twice, two chairs, an id given twice. `data` may be faulty in other ways."""
    _check_people(data, report)
    for table, many in (("person", "personer"), ("item", "ärenden")):
        first: dict[str, KeyPath] = {}
        for path, row in rows_of(data, table):
            given = row.get("id")
            if not isinstance(given, str) or not given:
                continue
            if given in first:
                report.fault((*path, "id"), f'"id" {given} har redan getts{_at(report, first[given])}. Två {many} kan inte ha samma id.')
            else:
                first[given] = (*path, "id")


def _check_people(data: Mapping[str, Any], report: Report) -> None:
    seen: dict[tuple[str, str], tuple[KeyPath, object]] = {}
    chair: tuple[KeyPath, str] | None = None
    for path, row in rows_of(data, "person"):
        name, party = row.get("name"), row.get("party", "")
        if isinstance(name, str) and isinstance(party, str) and name:
            who = (name.casefold(), party.casefold())
            label = f"{name} ({party})" if party else name
            if who not in seen:
                seen[who] = (path, row.get("id"))
            elif not (row.get("id") and seen[who][1]):  # two people with ids of their own are meant to be two
                first = _at(report, seen[who][0])
                report.fault((*path, "name"), f'{label} står redan{first}. Är det två personer: ge båda ett eget "id".')
        if row.get("role") == "ordförande":
            if chair is not None:
                report.fault(
                    (*path, "role"), f'Två har rollen "ordförande": den andra är {chair[1]}{_at(report, chair[0])}. Bara en kan ha den.'
                )
            chair = chair or ((*path, "role"), str(name))


def _at(report: Report, path: KeyPath) -> str:
    line = report.line(path)
    return f" på rad {line}" if line else ""


def check_agenda(agenda: Agenda, report: Report) -> None:
    """Warnings: what can be used but is hardly meant."""
    for party, order in agenda.rules.party_order.items():
        if order[:1] != (party,):
            report.warn(
                ("rules", "party_order", party), f"{party} ska stå först i sin egen inträdesordning (R-204), nu står {_first(order)}."
            )
    _check_presenters(agenda, report)
    place = {item.id: number for number, item in enumerate(agenda.items)}
    for clash in schedule_of(agenda).clashes:
        path: KeyPath = ("meeting", "ends")
        if clash.item:
            number = place[clash.item]
            path = ("item", number, "minutes" if agenda.items[number].at is None else "at")
        other: KeyPath = ("item", place[clash.other], "at") if clash.against == "item" else ("meeting", clash.against)
        report.warn(path, f"{clash.message[:-1]} (se även rad {report.line(other)}).")


def _first(order: tuple[str, ...]) -> str:
    return order[0] if order else "ingen"


def _check_presenters(agenda: Agenda, report: Report) -> None:
    """Free text is welcome ("Socialchef"); what is nearly somebody's name is probably a slip of the pen."""
    known = {folded(text) for p in agenda.people for text in (p.name, p.label, p.title, p.id) if text}
    known |= {folded(role) for role in get_args(Role)}
    names = {folded(p.name): p for p in agenda.people}
    places: list[tuple[KeyPath, str]] = [(("meeting", "approvers", n), text) for n, text in enumerate(agenda.meeting.approvers)]
    for index, item in enumerate(agenda.items):
        places += [(("item", index, "presenters", n), text) for n, text in enumerate(item.presenters)]
    for path, text in places:
        written = folded(text)
        if written in known or any(name in written for name in names):
            continue
        near = difflib.get_close_matches(written[:60], names, n=1, cutoff=NEAR)
        if near:
            report.warn(path, f'"{text}" finns inte bland personerna. Menade du {names[near[0]].label}?')
