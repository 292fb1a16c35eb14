"""The agendas made from the five documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from agendas.examples import example_paths
from agendas.file import agenda_toml, parse_agenda, read_agenda
from agendas.schedule import schedule_of

DOCUMENTS = ("herrljunga", "kungalv", "kungsbacka", "ludvika", "norberg")
INVENTED = ("exempelstad", "provby")
"""Meetings that nobody held: a fullmäktige and a nämnd, for what the documents have nothing of."""
FROM_PROTOCOLS = {"kungalv": "kungalv-2020-11-11", "norberg": "norberg-2021-09-14", "ludvika": "ludvika-2022-01-17"}


def test_there_is_one_example_for_each_document() -> None:
    assert sorted(example_paths()) == sorted((*DOCUMENTS, *INVENTED))


@pytest.mark.parametrize("style", sorted(example_paths()))
def test_an_example_loads_without_faults_or_warnings_and_says_where_it_is_from(style: str) -> None:
    path = example_paths()[style]
    loaded = read_agenda(path)
    assert loaded.warnings == ()
    assert loaded.agenda.meeting.style == ("standard" if style in INVENTED else style)
    assert path.stem == f"{style}-{loaded.agenda.meeting.date}"
    assert [p.role for p in loaded.agenda.people].count("ordförande") == 1
    assert [p.role for p in loaded.agenda.people].count("sekreterare") == 1
    assert path.read_text(encoding="utf-8").startswith("#:schema agenda.schema.json\n# ")
    assert parse_agenda(agenda_toml(loaded.agenda)).agenda == loaded.agenda


@pytest.mark.parametrize("style", FROM_PROTOCOLS)
def test_the_planned_minutes_fill_the_meeting_from_start_to_end(style: str) -> None:
    schedule = schedule_of(read_agenda(example_paths()[style]).agenda)
    assert schedule.slots[-1].ends == schedule.ends
    assert schedule.clashes == ()


@pytest.mark.parametrize(("style", "name"), FROM_PROTOCOLS.items())
def test_an_example_has_the_same_ids_people_and_decisions_as_the_complete_agenda(style: str, name: str, shared: Path) -> None:
    example = read_agenda(example_paths()[style]).agenda
    complete = read_agenda(shared / "seeds" / "agendas" / f"{name}.toml").agenda
    assert example.meeting == complete.meeting
    assert example.people == complete.people
    assert example.rules == complete.rules
    assert [(x.id, x.title, x.reference, x.kind, x.decided_by, x.proposal, x.documents, x.recipients) for x in example.items] == [
        (x.id, x.title, x.reference, x.kind, x.decided_by, x.proposal, x.documents, x.recipients) for x in complete.items
    ]


def test_herrljunga_has_its_timed_items_with_who_decides_in_the_end() -> None:
    agenda = read_agenda(example_paths()["herrljunga"]).agenda
    numbered = {x.number: x for x in agenda.items if x.number}
    assert sorted(numbered, key=int) == [str(n) for n in range(1, 11)]
    assert (numbered["5"].chain, numbered["6"].chain, numbered["7"].chain) == (("Kommunstyrelsen",), ("Kommunfullmäktige",), ())
    assert [len(x.matters) for x in agenda.items if x.kind == "anmälan"] == [2, 1]
    assert numbered["8"].points[1].text == "Informationen läggs till handlingarna."


def test_kungsbacka_has_its_proposals_as_points() -> None:
    items = {x.reference: x for x in read_agenda(example_paths()["kungsbacka"]).agenda.items if x.reference}
    assert len(items["VO-2023-00111"].points) == 3
    assert items["VO-2024-00167"].immediate_approval
    assert [x.kind for x in items.values()].count("beslut") == 5
