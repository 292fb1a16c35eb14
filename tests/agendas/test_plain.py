"""An agenda that is right at first sight is read without pydantic, and is what pydantic would have made of it."""

from __future__ import annotations

import copy
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agendas import shape
from agendas.examples import example_paths
from agendas.faults import Report
from agendas.file import AgendaFaults, agenda_from_data
from agendas.plain import Doubt

EXAMPLE = example_paths()["provby"]
AGENDA = {
    "meeting": {
        **{"body": "Kulturnämnden", "date": date(2026, 3, 17), "starts": time(13), "ends": "16.30", "kind": "nämnd", "seats": 5},
        **{"body_neuter": False, "numbering": "agenda", "first_paragraph": 12, "approvers": ["Eva Sjö"]},
    },
    "person": [{"name": "Eva Sjö", "role": "ordförande", "party": "S"}, {"name": "Bo Ek", "role": "ersättare", "id": "bo"}],
    "rules": {"party_order": {"S": ["S", "V"]}, "takedown_offset_days": 1, "vote_order": "vice_first", "speaking_minutes": 5},
    "item": [
        {"title": "Upprop", "kind": "formalia", "at": time(13), "minutes": 5, "presenters": ["Eva Sjö"], "decided_by": "nämnden"},
        {"title": "Bidrag", "proposal": "1. Bidrag ges.\n2. Akten läggs till.", "decided_by": ["styrelsen", "fullmäktige"], "history": "X"},
        {"title": "Plan", "proposal": ["Planen antas.", {"text": "Medel ges", "sub": ["i år"], "mark": "2."}], "history": ["A", "B"]},
        {
            "title": "Anmälan",
            "kind": "anmälan",
            "subitems": ["Ett", {"title": "Två", "reference": "2026/2", "text": "x"}],
            "withdrawn": True,
        },
    ],
}
ODD = st.sampled_from(
    [
        *(0, 1, -1, 10**30, 1.0, 2.5, True, False, "", "1", "13.00", "2026-03-17", "ledamot", "beslut", "true"),
        *([], [""], ["x", "y"], [1], [[]], [{}], {}, {"text": "x"}, {"title": "x", "text": "y"}, {"x": ["y"]}, {"x": "y"}),
        *([{"text": "x", "sub": ["y"]}], [{"text": "x", "sub": "y"}], [{"title": "x"}, "y"], ["x", {"text": 1}]),
        *(date(2026, 3, 17), time(13), datetime(2026, 3, 17), datetime(2026, 3, 17, 13)),
    ]
).map(copy.deepcopy)  # what is drawn may be changed by what is drawn next


def places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where every value stands."""
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def read(data: Mapping[str, Any]) -> tuple[object, ...]:
    """What is made of the data, or all that is told of their faults."""
    try:
        loaded = agenda_from_data(copy.deepcopy(data), Report("ks.toml"))
    except AgendaFaults as faults:
        return faults.faults
    return loaded.agenda, loaded.warnings


def doubting(cls: type, data: Mapping[str, Any]) -> None:
    raise Doubt


@given(st.data())
def test_what_is_read_without_pydantic_is_what_pydantic_reads(drawn: st.DataObject):
    data = copy.deepcopy(AGENDA)
    for _ in range(drawn.draw(st.integers(0, 2))):
        *before, last = drawn.draw(st.sampled_from(list(places(data))))
        table: Any = data
        for key in before:
            table = table[key]
        match drawn.draw(st.sampled_from(["another value", "gone", "an unknown key"])):
            case "another value":
                table[last] = drawn.draw(ODD)
            case "gone":
                del table[last]
            case _ if isinstance(table, dict):
                table["okänd"] = drawn.draw(ODD)
    plainly = read(data)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(shape, "made_plainly", doubting)
        assert plainly == read(data)


def test_a_file_without_faults_does_not_load_pydantic():
    told = "import sys; from agendas.file import read_agenda; read_agenda(sys.argv[1]); print('pydantic' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", told, str(EXAMPLE)], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"
