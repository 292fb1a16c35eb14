"""JSON: the protocol as data that its own schema accepts, without what is nobody else's business."""

from __future__ import annotations

import json

import pytest
from pydantic import TypeAdapter

from agendas.model import Agenda
from exports.as_json import protocol_json, protocol_schema
from exports.record_model import ProtocolData
from exports.style import load_style
from sessions import events as ev
from sessions.archive import read_archive
from sessions.examples import archive_paths
from sessions.log import replay
from tests.exports.scenario import at, played
from tests.sessions.table import Table

STANDARD = load_style("standard")


def data(table, *, public=False):
    return json.loads(protocol_json(table.meeting, STANDARD, public=public))


def paragraph(found: dict, number: int) -> dict:
    return next(p for p in found["paragraphs"] if p["paragraph"] == number)


@pytest.mark.parametrize("name", ["ludvika", "kungalv", "norberg"])
@pytest.mark.parametrize("public", [False, True])
def test_every_example_is_what_the_schema_says(name: str, public: bool) -> None:
    archived = read_archive(archive_paths()[name])
    meeting = replay(archived.agenda, archived.records)
    written = protocol_json(meeting, load_style(name), public=public)
    read = TypeAdapter(ProtocolData).validate_json(written)
    assert read.body == meeting.plan.body
    assert written == protocol_json(meeting, load_style(name), public=public)


def test_the_schema_forbids_what_it_does_not_name_and_describes_every_key() -> None:
    schema = protocol_schema()
    tables = [schema, *schema["$defs"].values()]
    assert all(table["additionalProperties"] is False for table in tables)
    assert all(value.get("description") for table in tables for value in table["properties"].values())


def test_a_vote_is_told_with_names_numbers_and_what_they_meant() -> None:
    first, second = paragraph(data(played()), 85)["votes"]
    assert (first["yes"], first["no"], first["abstain"]) == (4, 1, 6)
    assert first["yes_means"].startswith("bifall till Karin Bergs (M)")
    assert {b["choice"] for b in second["ballots"]} == {"ja", "nej", "avstår"}


def test_jäv_and_the_substitute_stand_in_their_paragraph_only() -> None:
    found = data(played())
    assert [p["name"] for p in paragraph(found, 84)["attendance"]["recused"]] == ["Lena Ek"]
    assert any(s["instead_of"] and s["instead_of"]["name"] == "Lena Ek" for s in paragraph(found, 84)["attendance"]["serving"])
    assert paragraph(found, 85)["attendance"]["recused"] == []


def test_the_decision_is_points_and_the_secretarys_own_wording_goes_first() -> None:
    table = played()
    decision = paragraph(data(table), 84)["decision"]
    assert [p["text"][:11] for p in decision["points"]] == ["att bevilja", "att bidraget"[:11]]
    table.act(ev.TextWritten(at=at(16), item="bidrag", section="decision", text="1. Ett.\n2. Två."))
    assert [p["text"] for p in paragraph(data(table), 84)["decision"]["points"]] == ["Ett.", "Två."]


def test_own_notes_and_motions_that_were_taken_back_are_never_there() -> None:
    table = Table()
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("foreningsbidrag",)))
    table.act(ev.PrivateNoteWritten(at=table.now, item="foreningsbidrag", text="lappen"))
    table.act(ev.MotionMoved(at=table.now, kind="nytt förslag", by=("eva-sjo",), text="att ångra sig"))
    table.act(ev.MotionWithdrawn(at=table.now, motion="motion-1"))
    written = protocol_json(table.meeting, STANDARD)
    assert "lappen" not in written
    assert "ångra" not in written


def test_r_1204_a_secret_paragraph_is_its_number_its_ground_and_who_served() -> None:
    table = Table()
    assert isinstance(table.log.agenda, Agenda)
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("individarende",)))
    table.act(ev.Decided(at=table.now))
    (found,) = data(table, public=True)["paragraphs"]
    kept = {"paragraph", "notation", "secret", "secrecy", "attendance"}
    assert all(found[key] in ("", None, [], {}, False) for key in found.keys() - kept)
    assert found["secrecy"] == "26 kap. 1 § OSL"
    assert len(found["attendance"]["serving"]) == 5
