"""The roll call and the order of entry, without a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from agendas.model import Agenda, MeetingPlan, Person, Rules, with_ids
from sessions.archive import read_archive
from sessions.attendance import chair, present, quorate, servers, serving
from sessions.events import Event, MeetingOpened, PersonArrived, PersonExcused, SubstituteSeated
from sessions.examples import archive_paths
from sessions.log import replay
from sessions.roll import Status, marked, status_of
from sessions.substitutes import Proposed, empty_seats, proposed_substitutes
from tests.sessions.table import Table, agenda


def mark(table: Table, person: str, status: Status) -> tuple[Event, ...]:
    events = marked(table.meeting, person, status, table.now)
    if events:
        table.act(*events)
    return events


@pytest.mark.parametrize("first", ["", "närvarande", "frånvarande", "på distans", "väntas"])
@pytest.mark.parametrize("then", ["närvarande", "frånvarande", "på distans", "väntas"])
def test_every_status_follows_every_other_before_the_gavel(first, then):
    table = Table()
    mark(table, "eva-sjo", first)
    mark(table, "eva-sjo", then)
    assert status_of(table.meeting, "eva-sjo") == then
    assert not table.meeting.misfits
    assert mark(table, "eva-sjo", then) == ()  # said already


def test_a_member_who_comes_takes_the_seat_back_from_the_substitute():
    table = Table()
    for person in ("per-lind", "maj-dahl"):
        mark(table, person, "närvarande")
    mark(table, "eva-sjo", "frånvarande")
    table.act(SubstituteSeated(at=table.now, substitute="maj-dahl", seat_of="eva-sjo"))
    assert "maj-dahl" in serving(table.meeting)
    mark(table, "eva-sjo", "på distans")
    assert serving(table.meeting) == ("per-lind", "eva-sjo")


def test_a_substitute_who_turns_out_to_be_absent_serves_no_longer():
    table = Table()
    mark(table, "maj-dahl", "närvarande")
    mark(table, "eva-sjo", "frånvarande")
    table.act(SubstituteSeated(at=table.now, substitute="maj-dahl", seat_of="eva-sjo"))
    mark(table, "maj-dahl", "frånvarande")
    assert "eva-sjo" in empty_seats(table.meeting)
    mark(table, "maj-dahl", "närvarande")
    assert proposed_substitutes(table.meeting, ["eva-sjo"]) == (Proposed("maj-dahl", "eva-sjo"),)


def test_who_was_there_and_went_is_not_excused():
    table = Table()
    table.act(PersonArrived(at=table.now, person="eva-sjo"), MeetingOpened(at=table.now))
    assert not any(isinstance(e, PersonExcused) for e in mark(table, "eva-sjo", "frånvarande"))
    assert status_of(table.meeting, "eva-sjo") == "frånvarande"


def scenario() -> Table:
    """Section 20 of the rules: eleven seats, three absent, four substitutes."""
    members = "Per Lind S, Anna Holm S, Ali Noor S, Eva Sjö S, Lena Ek C, Bo Lund C, "
    members += "Karin Berg M, Jan Ström M, Rut Fors M, Tim Alm V, Kurt Varg SD"
    substitutes = "Maj Dahl S, Olle Dahl C, Pia Rö V, Siv Rask M, Olof Krok S"

    def people(text: str, role: str) -> list[Person]:
        split = (entry.rpartition(" ") for entry in text.split(", "))
        return [Person(name=name, party=party, role=role) for name, _, party in split]  # type: ignore[arg-type]

    order = {"S": "SCV", "C": "CSV", "V": "VSC", "M": ("M", "SD"), "SD": ("SD", "M")}
    all_people = people(members, "ledamot") + people(substitutes, "ersättare")
    all_people[0] = replace(all_people[0], role="ordförande")
    made = Agenda(
        meeting=MeetingPlan(body="Kultur- och fritidsnämnden", date=date(2026, 3, 12), starts=time(13), seats=11),
        people=tuple(all_people),
        rules=Rules(party_order={party: tuple(then) for party, then in order.items()}),
        items=(),
    )
    table = Table(with_ids(made))
    absent = {"ali-noor", "tim-alm", "kurt-varg", "olof-krok"}
    for person in table.meeting.people:
        mark(table, person, "frånvarande" if person in absent else "närvarande")
    return table


def test_the_substitutes_of_the_worked_scenario():
    table = scenario()
    found = proposed_substitutes(table.meeting)
    assert found == (Proposed("maj-dahl", "ali-noor"), Proposed("pia-ro", "tim-alm"), Proposed("siv-rask", "kurt-varg"))
    table.act(*(SubstituteSeated(at=table.now, substitute=x.substitute, seat_of=x.seat_of) for x in found))
    assert len(present(table.meeting)) == 11
    assert quorate(table.meeting)
    assert chair(table.meeting) == "per-lind"
    assert proposed_substitutes(table.meeting) == ()


def test_without_a_local_order_the_own_party_comes_first_and_then_the_list():
    table = Table()
    for person in ("maj-dahl", "olle-dahl"):
        mark(table, person, "närvarande")
    for person in ("rut-fors", "lena-ek"):
        mark(table, person, "frånvarande")
    assert proposed_substitutes(table.meeting, ["lena-ek"]) == (Proposed("olle-dahl", "lena-ek"),)
    assert proposed_substitutes(table.meeting, ["rut-fors"]) == (Proposed("maj-dahl", "rut-fors"),)


def test_in_fullmaktige_only_the_own_party_enters():
    table = Table(agenda(kind="fullmäktige"))
    mark(table, "maj-dahl", "närvarande")
    mark(table, "rut-fors", "frånvarande")
    assert proposed_substitutes(table.meeting, ["rut-fors"]) == ()


@pytest.mark.parametrize("path", archive_paths().values(), ids=archive_paths())
def test_who_serves_in_an_item_does_not_depend_on_which_item_was_asked_about_before(path):
    archived = read_archive(path)
    for count in range(0, len(archived.records) + 1, 25):
        meeting = replay(archived.agenda, archived.records[:count])
        alone = {i: servers(replace(meeting), item) for i, item in meeting.items.items()}
        assert {i: servers(meeting, item) for i, item in meeting.items.items()} == alone
        backwards = replace(meeting)
        assert {i: servers(backwards, meeting.items[i]) for i in reversed(list(meeting.items))} == alone
