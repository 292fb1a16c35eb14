"""Events and agendas as plain values: what goes in comes out, and what does not fit is told."""

from __future__ import annotations

import json
import re
from datetime import time

import pytest
from hypothesis import given

from agendas.model import Point
from sessions.codec import CodecFault, agenda_from_plain, agenda_to_plain, from_plain, to_plain
from sessions.events import EVENT_TYPES, Event, ItemAmended, MeetingAmended, MotionMoved, PersonArrived
from tests.sessions.generated import AGENDA, AT, any_event
from tests.test_imports import loaded_by

NOW = AT.isoformat()


@given(any_event)
def test_any_event_survives_json(event: Event) -> None:
    written = json.dumps(to_plain(event))
    back = from_plain(type(event).__name__, json.loads(written))
    assert back == event
    assert to_plain(back) == to_plain(event)


@given(any_event)
def test_any_event_survives_with_native_times(event: Event) -> None:
    assert from_plain(type(event).__name__, to_plain(event, native=True)) == event


def test_an_agenda_survives_json() -> None:
    assert agenda_from_plain(json.loads(json.dumps(agenda_to_plain(AGENDA)))) == AGENDA


def test_what_is_at_its_default_is_not_written() -> None:
    assert to_plain(PersonArrived(at=AT, person="asa")) == {"at": NOW, "person": "asa"}


def test_an_amended_value_keeps_its_kind() -> None:
    for event in (
        MeetingAmended(at=AT, field="ends", value=time(15, 30)),
        ItemAmended(at=AT, item="x", field="proposal", value=("Ett", Point(text="Två", sub=("a",)))),
        ItemAmended(at=AT, item="x", field="minutes", value=15),
        ItemAmended(at=AT, item="x", field="secrecy", value=""),
    ):
        assert from_plain(type(event).__name__, json.loads(json.dumps(to_plain(event)))) == event


def test_text_is_cleaned_on_the_way_in() -> None:
    event = from_plain("TextWritten", {"at": NOW, "section": "s", "text": "A\u030ake\x1b[31m röd\u202e\r\nrad"})
    assert event.text == "Åke röd\nrad"  # type: ignore[attr-defined]


def test_all_faults_of_an_event_are_told_at_once() -> None:
    with pytest.raises(CodecFault) as told:
        from_plain("MotionMoved", {"at": "2022-01-17T13:00:00", "kind": "nyt förslag", "by": "asa", "taget": "x", "points": [1, "två"]})
    faults = dict(told.value.faults)
    assert "tidszon" in faults["at"]
    assert 'menas "nytt förslag"?' in faults["kind"]
    assert 'skriv ["asa"]' in faults["by"]
    assert "menas target?" in faults["taget"]
    assert faults["points.2"] == 'ska vara ett heltal, fick "två"'


def test_a_missing_key_and_an_unknown_type_are_told() -> None:
    with pytest.raises(CodecFault, match="person: saknas"):
        from_plain("PersonLeft", {"at": NOW})
    with pytest.raises(CodecFault, match=r"okänd händelse MotionMovd – menas MotionMoved\?"):
        from_plain("MotionMovd", {"at": NOW})


def test_a_fault_inside_a_correction_names_the_inner_key() -> None:
    with pytest.raises(CodecFault, match=r"event\.by: ska vara en lista"):
        from_plain("Corrected", {"at": NOW, "seq": 1, "event": {"type": "MotionMoved", "at": NOW, "kind": "bifall", "by": 3}})


def test_true_is_no_number_and_a_number_is_no_text() -> None:
    with pytest.raises(CodecFault, match="ska vara ett heltal, fick true"):
        from_plain("Undone", {"at": NOW, "act": True})
    with pytest.raises(CodecFault, match="ska vara text, fick 7"):
        from_plain("PersonLeft", {"at": NOW, "person": 7})


@pytest.mark.parametrize(
    ("name", "payload", "told"),
    [
        ("PersonLeft", ["asa"], "ska vara en tabell, fick"),
        ("PersonLeft", {"at": 7, "person": "asa"}, "at: ska vara datum och klockslag som"),
        ("Approved", {"at": NOW, "date": 7}, "date: ska vara ett datum som 2022-01-17, fick 7"),
        ("ApproversChosen", {"at": NOW, "persons": [], "time": 9}, "time: ska vara ett klockslag som 13:00:00, fick 9"),
        ("Corrected", {"at": NOW, "seq": 1, "event": "MotionMoved"}, "event: ska vara en händelse"),
        ("MeetingAmended", {"at": NOW, "field": "ends", "value": {"time": "sent"}}, 'value: är ingen tid: "sent"'),
    ],
)
def test_a_value_of_the_wrong_kind_is_told_with_what_it_should_be(name: str, payload: object, told: str) -> None:
    with pytest.raises(CodecFault, match=re.escape(told)):
        from_plain(name, payload)  # type: ignore[arg-type]


def test_every_event_type_can_be_read_and_written() -> None:
    for name in EVENT_TYPES:
        with pytest.raises(CodecFault, match="at: saknas"):
            from_plain(name, {})


def test_reopening_loads_no_pydantic() -> None:
    modules = ("sessions.codec", "sessions.store", "sessions.writer", "sessions.places", "sessions.archive")
    assert loaded_by(*modules, among=("pydantic", "pydantic_core", "tomli_w", "tomlkit", "platformdirs")) == []


def test_a_motion_reads_as_it_was_written() -> None:
    event = MotionMoved(at=AT, motion="motion-1", item="x", kind="nytt förslag", by=("lars",), points=(1, 3), text="…")
    assert from_plain("MotionMoved", to_plain(event)) == event
