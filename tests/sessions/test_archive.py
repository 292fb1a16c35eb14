"""The archive: what the program wrote comes back the same; what a person wrote is understood or faulted on its line."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendas.file import agenda_toml
from sessions.archive import ArchiveFaults, archive_schema, archive_toml, read_archive
from sessions.archive_schema import EVENTS
from sessions.events import (
    EVENT_TYPES,
    Corrected,
    Decided,
    Event,
    ItemOpened,
    MeetingOpened,
    MemberRecused,
    MotionMoved,
    PersonAdded,
    PersonArrived,
    PrivateNoteWritten,
    QuestionPut,
    Recorded,
    TextWritten,
    Undone,
)
from tests.sessions.generated import AGENDA, AT, record_lists

HEAD = """\
format = 1
[agenda.meeting]
body = "Vård- och omsorgsnämndens arbetsutskott"
date = 2022-01-17
starts = 13:00:00
first_paragraph = 4
[[agenda.person]]
name = "Åsa Bergkvist"
party = "S"
role = "ordförande"
[[agenda.person]]
name = "Lars Handegard"
party = "V"
role = "ledamot"
[[agenda.person]]
name = "Åke Henriksson"
party = "S"
role = "ersättare"
[[agenda.item]]
title = "Ansökan om föreningsbidrag 2022"
short_title = "Föreningsbidrag"
[[agenda.item]]
title = "Statsbidrag"
"""


def event(type_name: str, minute: int = 0, **keys: Any) -> str:
    """A block as a person writes it."""
    lines = [f"at = 2022-01-17T13:{minute:02}:00+01:00", f'type = "{type_name}"']
    return "\n".join(["[[event]]", *lines, *(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())]) + "\n"


ROLL = "".join(event("PersonArrived", person=name) for name in ("Åsa Bergkvist (S)", "Lars Handegard", "ake-henriksson"))
BEGUN = HEAD + ROLL + event("MeetingOpened") + event("ItemOpened", items=["Föreningsbidrag"])


def events_of(text: str) -> list[Event]:
    return [r.event for r in read_archive(text).records]


def faults_of(text: str) -> list[str]:
    with pytest.raises(ArchiveFaults) as told:
        read_archive(text, name="fil.toml")
    return [str(fault) for fault in told.value.faults]


# What the program writes


@settings(max_examples=60)
@given(record_lists())
def test_any_session_comes_back_the_same(records: tuple[Recorded[Event], ...]) -> None:
    text = archive_toml(AGENDA, records, own_notes=True)
    back = read_archive(text)
    assert back.records == records
    assert back.agenda == AGENDA
    assert archive_toml(back.agenda, back.records, own_notes=True) == text


@settings(max_examples=30)
@given(record_lists(), st.data())
def test_without_own_notes_everything_else_comes_back_with_its_number(records: tuple[Recorded[Event], ...], data: st.DataObject) -> None:
    places = data.draw(st.sets(st.integers(0, max(0, len(records) - 1))))
    mixed = tuple(
        replace(r, event=PrivateNoteWritten(at=AT, item="x", text="min lapp")) if place in places else r for place, r in enumerate(records)
    )
    text = archive_toml(AGENDA, mixed)
    assert read_archive(text).records == tuple(
        r for r in mixed if "PrivateNoteWritten" not in repr(r.event) or "PrivateNoteWritten" in _outside_the_type(r.event)
    )


def _outside_the_type(found: Event) -> str:
    """Where somebody wrote the name of the event in a text, which is no note."""
    inner: Any = found
    while isinstance(inner, Corrected):
        inner = inner.event
    return "" if isinstance(inner, PrivateNoteWritten) else repr(inner)


RECORDS = (
    Recorded(1, 1, MeetingOpened(at=AT)),
    Recorded(2, 2, ItemOpened(at=AT, items=("statsbidrag",), paragraphs=(1,))),
    Recorded(3, 3, MotionMoved(at=AT, item="statsbidrag", motion="motion-1", kind="bifall", by=("lars-handegard",), text="Ett\nTvå")),
    Recorded(4, 3, PrivateNoteWritten(at=AT, item="statsbidrag", text="hemligt")),
    Recorded(5, 4, PrivateNoteWritten(at=AT, item="statsbidrag", text="hemligt också")),
    Recorded(
        6,
        5,
        Corrected(at=AT, seq=3, event=MotionMoved(at=AT, item="statsbidrag", motion="motion-1", kind="avslag", by=("asa-bergkvist",))),
    ),
    Recorded(7, 6, Corrected(at=AT, seq=4, event=PrivateNoteWritten(at=AT, item="statsbidrag", text="hemligt rättat"))),
    Recorded(8, 7, Undone(at=AT, act=6)),
)


def test_it_reads_as_a_person_would_write_it() -> None:
    text = archive_toml(AGENDA, RECORDS)
    assert text[text.index("[[event]]") :] == ON_PAPER


ON_PAPER = """\
[[event]]
at = 2022-01-17T13:00:00+01:00
type = "MeetingOpened"

[[event]]
at = 2022-01-17T13:00:00+01:00
type = "ItemOpened"
items = ["statsbidrag"]
paragraphs = [1]

[[event]]
at = 2022-01-17T13:00:00+01:00
type = "MotionMoved"
item = "statsbidrag"
motion = "motion-1"
kind = "bifall"
by = ["lars-handegard"]
text = \"""
Ett
Två\"""

[[event]]
at = 2022-01-17T13:00:00+01:00
type = "Corrected"
own_seq = 6
act = 5
seq = 3
[event.event]
type = "MotionMoved"
at = 2022-01-17T13:00:00+01:00
item = "statsbidrag"
motion = "motion-1"
kind = "avslag"
by = ["asa-bergkvist"]

[[event]]
at = 2022-01-17T13:00:00+01:00
type = "Undone"
seq = 8
own_act = 7
act = 6
"""


def test_own_notes_and_their_corrections_are_left_out_unless_asked_for() -> None:
    assert "hemligt" not in archive_toml(AGENDA, RECORDS)
    assert [r.seq for r in read_archive(archive_toml(AGENDA, RECORDS)).records] == [1, 2, 3, 6, 8]
    assert read_archive(archive_toml(AGENDA, RECORDS, own_notes=True)).records == RECORDS


def test_a_style_that_is_not_built_in_goes_along() -> None:
    style = {"name": "Smedjebacken", "headings": {"decision": "Beslut"}, "sections": {"order": ["decision", "summary"]}}
    back = read_archive(archive_toml(AGENDA, RECORDS, style=style))
    assert back.style == style
    assert read_archive(archive_toml(AGENDA, RECORDS)).style is None


def test_an_event_that_the_reader_would_fill_in_is_told_to_be_left_alone() -> None:
    blank = (*RECORDS[:2], Recorded(3, 3, TextWritten(at=AT, section="treatment", text="…")))
    text = archive_toml(AGENDA, blank)
    assert text.count("verbatim = true") == 1
    assert read_archive(text).records == blank


# What a person writes


def test_persons_and_items_may_be_named() -> None:
    text = BEGUN + event("MemberRecused", 5, persons=["åke henriksson"], items=["Statsbidrag"], ground="part")
    assert events_of(text)[-1] == MemberRecused(
        at=datetime.fromisoformat("2022-01-17T13:05:00+01:00"), persons=("ake-henriksson",), items=("statsbidrag",), ground="part"
    )


def test_who_and_what_got_another_name_may_be_called_by_it_from_then_on() -> None:
    text = BEGUN + event("PersonAmended", 1, person="Åke Henriksson", field="name", value="Åke Henrikson")
    text += event("ItemAmended", 2, item="Statsbidrag", field="title", value="Bidrag från staten")
    text += event("MemberRecused", 5, persons=["Åke Henrikson"], items=["Bidrag från staten"])
    assert events_of(text)[-1] == MemberRecused(
        at=datetime.fromisoformat("2022-01-17T13:05:00+01:00"), persons=("ake-henriksson",), items=("statsbidrag",)
    )


def test_what_follows_from_the_rest_may_be_left_out() -> None:
    text = BEGUN
    text += event("MotionMoved", 1, kind="bifall", by=["Lars Handegard (V)"])
    text += event("MotionMoved", 2, kind="nytt förslag", by=["Åsa Bergkvist"], target="förvaltningens förslag", text="Nej.")
    text += event("QuestionPut", 3, alternatives=["motion-1", "motion-2"])
    text += event("Decided", 4, winner="motion-2")
    text += event("PersonAdded", 5, name="Eva Ny", role="gäst")
    text += event("ItemAdded", 6, title="Nytt från förvaltningen")
    text += event("PersonArrived", 7, person="Eva Ny")
    text += event("ItemOpened", 8, items=["Nytt från förvaltningen", "Statsbidrag"])
    text += event("Decided", 9)
    opened, first, second, put, decided, guest, added, arrived, both, gavel = events_of(text)[4:]
    item = "ansokan-om-foreningsbidrag-2022"
    assert isinstance(opened, ItemOpened)
    assert opened.paragraphs == (4,)
    assert isinstance(first, MotionMoved)
    assert isinstance(second, MotionMoved)
    assert [(m.item, m.motion, m.by) for m in (first, second)] == [
        (item, "motion-1", ("lars-handegard",)),
        (item, "motion-2", ("asa-bergkvist",)),
    ]
    assert isinstance(put, QuestionPut)
    assert (put.item, put.question) == (item, "question-1")
    assert isinstance(decided, Decided)
    assert decided.items == (item,)
    assert isinstance(guest, PersonAdded)
    assert guest.person == "eva-ny"
    assert added.item == "nytt-fran-forvaltningen"  # type: ignore[attr-defined]
    assert isinstance(arrived, PersonArrived)
    assert arrived.person == "eva-ny"
    assert isinstance(both, ItemOpened)
    assert both.paragraphs == (5, 6)
    assert isinstance(gavel, Decided)
    assert gavel.items == ("nytt-fran-forvaltningen", "statsbidrag")


def test_a_paragraph_that_was_taken_back_is_free_again() -> None:
    text = BEGUN + event("Undone", 1, act=5) + event("ItemOpened", 2, items=["Statsbidrag"])
    assert events_of(text)[-1].paragraphs == (4,)  # type: ignore[attr-defined]


def test_events_of_one_act_share_its_number() -> None:
    text = (
        HEAD
        + event("MeetingOpened")
        + event("PersonExcused", person="Lars Handegard")
        + event("PersonExcused", person="Åke Henriksson", act=2)
    )
    assert [(r.seq, r.act) for r in read_archive(text).records] == [(1, 1), (2, 2), (3, 2)]


def test_a_correction_keeps_what_it_does_not_say() -> None:
    text = BEGUN + event("MotionMoved", 1, kind="bifall", by=["Lars Handegard"])
    text += '[[event]]\nat = 2022-01-17T13:30:00+01:00\ntype = "Corrected"\nseq = 6\n'
    text += '[event.event]\ntype = "MotionMoved"\nkind = "avslag"\nby = ["Åsa Bergkvist (S)"]\n'
    *_, moved, corrected = events_of(text)
    assert isinstance(moved, MotionMoved)
    assert isinstance(corrected, Corrected)
    assert corrected.event == replace(moved, kind="avslag", by=("asa-bergkvist",))


def test_the_agenda_may_stand_in_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "agenda.toml").write_text(agenda_toml(AGENDA), encoding="utf-8")
    archive = tmp_path / "arkiv.toml"
    archive.write_text('\ufeffformat = 1\nagenda = "agenda.toml"\n' + event("MeetingOpened"), encoding="utf-8")
    assert read_archive(archive).agenda == AGENDA
    archive.write_text('format = 1\nagenda = "dagordning.toml"\n', encoding="utf-8")
    with pytest.raises(ArchiveFaults, match=r"rad 2: Dagordningen dagordning\.toml går inte att läsa"):
        read_archive(archive)


def test_at_may_have_any_offset_and_keeps_it() -> None:
    text = HEAD + '[[event]]\nat = 2022-07-01T13:00:00+02:00\ntype = "MeetingOpened"\n'
    assert events_of(text)[0].at.utcoffset() == timedelta(hours=2)


# What is wrong


def test_all_faults_are_told_at_once_with_line_event_and_key() -> None:
    text = BEGUN
    text += event("MotionMovd", 1)
    text += event("MotionMoved", 2, kind="nyt förslag", by="Lars Handegard", taget="x")
    text += event("PersonArrived", 3, person="Lars Handegard", remote="ja")
    text += event("PersonLeft", 4, person="Lasse Handegard")
    text += event("MotionMoved", 5, kind="bifall", by=["Åsa Bergkvist"], target="motion-7")
    text += '[[event]]\ntype = "MeetingClosed"\nat = 2022-01-17T15:00:00\n'
    text += event("MeetingClosed", 6, seq=3)
    told = faults_of(text)
    line = 1 + BEGUN.count("\n")
    assert told == [
        f"fil.toml, rad {line + 2}, händelse 6: Okänd händelse MotionMovd – menas MotionMoved?",
        f'fil.toml, rad {line + 6}, händelse 7: "kind" kan inte vara "nyt förslag" – menas "nytt förslag"? Möjliga: "bifall", "avslag", '
        '"ändring", "tillägg", "nytt förslag", "ajournering", "ordningsfråga", "bordläggning", "återremiss", "remiss".',
        f'fil.toml, rad {line + 7}, händelse 7: "by" ska vara en lista: skriv ["Lars Handegard"].',
        f"fil.toml, rad {line + 8}, händelse 7: Okänd nyckel taget – menas target?",
        f'fil.toml, rad {line + 13}, händelse 8: "remote" ska vara true eller false, fick "ja".',
        f'fil.toml, rad {line + 17}, händelse 9: "person": okänd person Lasse Handegard – menas Lars Handegard?',
        f'fil.toml, rad {line + 23}, händelse 10: "target": okänt yrkande motion-7 '
        '(ett yrkandes id, "förvaltningens förslag" eller utelämnat).',
        f'fil.toml, rad {line + 26}, händelse 11: "at" ska ha tidszon: skriv 2022-01-17T15:00:00+01:00 (sommartid +02:00).',
        f'fil.toml, rad {line + 30}, händelse 12: "seq" ska vara ett heltal, minst 12: numren följer händelsernas ordning.',
    ]


def test_faults_of_the_agenda_and_of_the_events_are_told_together() -> None:
    told = faults_of(BEGUN.replace("first_paragraph = 4", 'first_paragraph = "fyra"') + event("MotionMovd"))
    assert len(told) == 2
    assert "first_paragraph" in told[0]
    assert "rad 6" in told[0]
    assert "MotionMovd" in told[1]


def test_a_name_that_two_persons_have_is_told() -> None:
    twin = '[[agenda.person]]\nname = "Åsa Bergkvist"\nparty = "M"\nrole = "ledamot"\n'
    text = HEAD.replace("[[agenda.item]]", twin + "[[agenda.item]]", 1)
    assert (
        "flera heter Åsa Bergkvist. Skriv id: asa-bergkvist, asa-bergkvist-2."
        in faults_of(text + event("PersonLeft", person="Åsa Bergkvist"))[0]
    )
    assert events_of(text + event("PersonLeft", person="Åsa Bergkvist (M)"))[0].person == "asa-bergkvist-2"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "format = 1"),
        ("format = 2\n" + HEAD[11:], "nyare Klubban"),
        (HEAD.replace("format = 1", 'format = "ett"'), '"format" ska vara 1'),
        ("format = 1\n", '"agenda" saknas'),
        ("format = 1\nagenda = 7\n", "agendafil"),
        ("format = 1\nevents = 7\n" + HEAD[11:], r"Okänd nyckel events – menas event\?"),
        ("format = 1\nevent = 7\n" + HEAD[11:], r"\[\[event\]\]"),
        ("format = 1\nstyle = 7\n" + HEAD[11:], r"\[style\]"),
        (HEAD + "[[event]]\nat = 13:00", "TOML-fel"),
        (HEAD + "[[event]]\nperson = 1\n", '"type" saknas'),
    ],
)
def test_a_file_that_is_no_archive_is_told(text: str, said: str) -> None:
    with pytest.raises(ArchiveFaults, match=said):
        read_archive(text)


def test_no_control_character_comes_in() -> None:
    text = BEGUN + event("TextWritten", section="treatment", text="röd\x1b[31m\u202e")
    assert events_of(text)[-1].text == "röd"  # type: ignore[attr-defined]
    assert "\x1b" not in "".join(faults_of(BEGUN + event("PersonLeft", person="E\x1b[31mva")))


# The schema


def test_the_schema_knows_every_event_key_and_word() -> None:
    schema = archive_schema()
    definitions = schema["$defs"]
    assert EVENTS.keys() == EVENT_TYPES.keys()
    for name in EVENT_TYPES:
        for key, described in definitions[name]["properties"].items():
            assert key == "type" or described.get("description"), f"{name}.{key} has no description"
    assert definitions["QuestionAnswered"]["properties"]["by"]["enum"] == ["acklamation", "votering", "lottning"]
    assert definitions["MotionMoved"]["properties"]["by"]["type"] == "array"
    assert set(definitions["Undone"]["properties"]) == {"type", "at", "act", "seq", "own_act", "verbatim"}
    assert json.loads(json.dumps(schema)) == schema
    references = {line.split('"')[3] for line in json.dumps(schema, indent=0).splitlines() if line.startswith('"$ref"')}
    assert {r.removeprefix("#/$defs/") for r in references} <= definitions.keys()


def test_what_is_written_has_only_keys_of_the_schema() -> None:
    definitions = archive_schema()["$defs"]
    for block in tomllib.loads(archive_toml(AGENDA, RECORDS, own_notes=True))["event"]:
        assert block.keys() <= definitions[block["type"]]["properties"].keys()
