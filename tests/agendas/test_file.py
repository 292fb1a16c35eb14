"""Agenda files: what a good one says, and what is told about a bad one."""

from __future__ import annotations

import os
import time as clock
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given

from agendas.faults import MOST_FAULTS
from agendas.file import AgendaFaults, agenda_toml, parse_agenda, read_agenda, write_agenda
from agendas.model import Agenda, Item, MeetingPlan, Person, Point
from tests.agendas.strategies import AGENDAS

MEETING = '[meeting]\nbody = "Kommunstyrelsen"\ndate = 2026-03-17\nstarts = 13:00:00\n'


def faults_of(text: str) -> list[str]:
    with pytest.raises(AgendaFaults) as raised:
        parse_agenda(text, "ks.toml")
    assert str(raised.value) == "\n".join(map(str, raised.value.faults))
    return [str(fault) for fault in raised.value.faults]


def file_faults(tmp_path: Path, raw: bytes) -> list[str]:
    path = tmp_path / "ks.toml"
    path.write_bytes(raw)
    with pytest.raises(AgendaFaults) as raised:
        read_agenda(path)
    return [str(fault).removeprefix(str(path)) for fault in raised.value.faults]


def warnings_of(text: str) -> list[str]:
    return [str(warning) for warning in parse_agenda(text, "ks.toml").warnings]


# --- good files


def test_the_smallest_agenda_has_a_body_a_date_and_a_start() -> None:
    agenda = parse_agenda(MEETING).agenda
    assert agenda.meeting == MeetingPlan(body="Kommunstyrelsen", date=date(2026, 3, 17), starts=time(13))
    assert (agenda.people, agenda.items) == ((), ())


def test_the_complete_agendas_load_without_a_word(shared: Path) -> None:
    expected = {"kungalv-2020-11-11": (11, 13, 80), "ludvika-2022-01-17": (14, 10, 1), "norberg-2021-09-14": (36, 13, 224)}
    for name, (items, people, first) in expected.items():
        loaded = read_agenda(shared / "seeds" / "agendas" / f"{name}.toml")
        assert loaded.warnings == ()
        assert (len(loaded.agenda.items), len(loaded.agenda.people), loaded.agenda.meeting.first_paragraph) == (items, people, first)


@pytest.mark.parametrize("written", ['"13.00"', '"13:00"', '"kl. 13.00"', '"13:00:00"', "13:00:00"])
def test_times_are_read_as_people_write_them(written: str) -> None:
    assert parse_agenda(MEETING.replace("13:00:00", written)).agenda.meeting.starts == time(13)


def test_a_date_in_quotes_is_a_date() -> None:
    assert parse_agenda(MEETING.replace("2026-03-17", '"2026-03-17"')).agenda.meeting.date == date(2026, 3, 17)


def test_a_date_with_a_time_is_the_date_and_a_warning() -> None:
    text = MEETING.replace("2026-03-17", "2026-03-17T13:30:00")
    assert parse_agenda(text).agenda.meeting.date == date(2026, 3, 17)
    assert warnings_of(text) == ['ks.toml, rad 3, [meeting]: "date" är ett datum: klockslaget 13.30 används inte, skriv det i "starts".']


def test_a_byte_order_mark_and_windows_line_ends_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "ks.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (MEETING + '[[item]]\ntitle = "Åre"\nsummary = """\na\nb"""\n').replace("\n", "\r\n").encode())
    (item,) = read_agenda(path).agenda.items
    assert (item.title, item.id, item.summary) == ("Åre", "are", "a\nb")


def test_texts_are_cleaned_at_the_entrance() -> None:
    decomposed = "A\u030asa"
    text = (
        MEETING
        + f'[[person]]\nname = "{decomposed}\\u001b[31m  Berg\\u202e"\nrole = "ledamot"\n[[item]]\ntitle = "a\\nb"\nsummary = "a\\nb"\n'
    )
    agenda = parse_agenda(text).agenda
    assert agenda.people[0].name == "Åsa Berg"
    assert (agenda.items[0].title, agenda.items[0].summary) == ("a b", "a\nb")


def test_points_may_be_written_as_a_text_or_as_a_list() -> None:
    listed = '[[item]]\ntitle = "A"\nproposal = ["ett", { text = "två", sub = ["x", "y"] }]\n'
    text = MEETING + listed + '[[item]]\ntitle = "B"\nproposal = "1. ett\\n2. två"\n'
    one, two = parse_agenda(text).agenda.items
    assert one.points == (Point(text="ett"), Point(text="två", sub=("x", "y")))
    assert [p.text for p in two.points] == ["ett", "två"]


def test_ids_are_made_from_names_and_titles() -> None:
    text = MEETING + '[[item]]\ntitle = "Övrigt"\n[[item]]\ntitle = "Övrigt"\n[[item]]\nid = "eget"\ntitle = "Val"\n'
    assert [item.id for item in parse_agenda(text).agenda.items] == ["ovrigt", "ovrigt-2", "eget"]


# --- the ten faulty agendas: one clear message each, with the line


def test_a_value_of_the_wrong_type_is_told() -> None:
    assert faults_of(MEETING + '[[item]]\ntitle = "A"\nminutes = "10"\n') == [
        'ks.toml, rad 7, ärende 1: "minutes" ska vara ett heltal, fick "10".'
    ]


def test_an_unknown_key_is_told_with_the_nearest_known_one() -> None:
    assert faults_of(MEETING + '[[item]]\ntitle = "A"\nsumary = "B"\n') == [
        'ks.toml, rad 7, ärende 1: "sumary" är ingen känd nyckel. Menade du "summary"?'
    ]


def test_a_missing_body_is_told_at_the_line_of_its_table() -> None:
    assert faults_of("# Kommentar\n" + MEETING.replace('body = "Kommunstyrelsen"\n', "")) == ['ks.toml, rad 2, [meeting]: "body" saknas.']


def test_a_time_that_does_not_exist_is_told() -> None:
    assert faults_of(MEETING + '[[item]]\ntitle = "A"\n\n[[item]]\ntitle = "B"\nat = "25.70"\n') == [
        'ks.toml, rad 10, ärende 2: "at" ska vara HH.MM, fick "25.70".'
    ]


def test_the_same_person_twice_is_told_with_both_lines() -> None:
    person = '[[person]]\nname = "Åsa Bergkvist"\nparty = "S"\nrole = "ledamot"\n'
    assert faults_of(MEETING + person + "\n" + person) == [
        'ks.toml, rad 11, person 2: Åsa Bergkvist (S) står redan på rad 5. Är det två personer: ge båda ett eget "id".'
    ]


def test_two_chairs_are_told_with_both_lines() -> None:
    people = "".join(f'[[person]]\nname = "{name}"\nrole = "ordförande"\n' for name in ("Eva Ek", "Per Ås"))
    assert faults_of(MEETING + people) == [
        'ks.toml, rad 10, person 2: Två har rollen "ordförande": den andra är Eva Ek på rad 7. Bara en kan ha den.'
    ]


def test_another_encoding_is_told_with_what_to_do(tmp_path: Path) -> None:
    raw = MEETING.replace("Kommunstyrelsen", "Nämnden").encode("cp1252")
    assert file_faults(tmp_path, raw) == [
        ", rad 2: Filen är inte sparad som UTF-8: ett tecken på rad 2 går inte att läsa. Öppna den och välj Spara som med kodningen UTF-8."
    ]


def test_utf_16_is_told_by_its_name(tmp_path: Path) -> None:
    assert file_faults(tmp_path, MEETING.encode("utf-16")) == [
        ": Filen är sparad som UTF-16. Öppna den och välj Spara som med kodningen UTF-8."
    ]


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told_as_empty(tmp_path: Path, raw: bytes) -> None:
    assert file_faults(tmp_path, raw) == [": Filen är tom."]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (bytes(range(256)) * 4000, ": Filen är ingen textfil. Är det rätt fil?"),
        (b"\x00" * 1_000_000, ": Filen är ingen textfil. Är det rätt fil?"),
        (b"hej\n" * 250_000, ", rad 1: TOML-fel: likhetstecknet efter nyckeln saknas. Raden är: hej"),
        (b"a." * 500_000, ", rad 1: En nyckel har orimligt många punkter. Är det rätt fil?"),
        (b"1. " * 300_000, ", rad 1: En nyckel har orimligt många punkter. Är det rätt fil?"),
        (b"a=" + b"[" * 500_000, ": Listor eller tabeller ligger i varandra i orimligt många led."),
        (b"a=" + b"9" * 500_000, ": Ett tal har orimligt många siffror."),
        (b"a=0x" + b"f" * 5_000, ": Ett tal har orimligt många siffror."),
        (
            b"".join(b"x%d=1\n" % n for n in range(80_000)),
            ": Filen är ingen dagordning: den har varken [meeting], [[person]] eller [[item]].",
        ),
        (b" " * 6_000_000, ": Filen är större än 5 MB. Är det rätt fil?"),
    ],
    ids=["binary", "zeros", "words", "dots", "spaced dots", "brackets", "digits", "hex digits", "keys", "size"],
)
def test_a_megabyte_of_junk_is_one_message_and_quick(tmp_path: Path, raw: bytes, message: str) -> None:
    before = clock.process_time()  # a busy machine is no fault of the reader
    assert file_faults(tmp_path, raw) == [message]
    assert clock.process_time() - before < 5, "a person waits for this"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("ends = 13:00", "raden fortsätter efter att värdet är slut – skriv 13:00:00."),
        ("ends = 25:70:00", "raden fortsätter efter att värdet är slut – en tid skrivs 13:00:00."),
        ("ends = 17/3 2026", "raden fortsätter efter att värdet är slut – ett datum skrivs 2022-01-17."),
        ("place = Stadshuset", 'värdet går inte att läsa – text ska stå inom citattecken: "…".'),
        ("place = ”Stadshuset”", 'värdet går inte att läsa – skriv raka citattecken (").'),
        ('place = "Stadshuset', "en text saknar sitt slutande citattecken."),
        ('place = """Stadshuset', "en text saknar sitt slutande citattecken."),
        ('place = "C:\\klubban"', "ett omvänt snedstreck ska skrivas två gånger: \\\\."),
        ("[[ärende]]", "nyckelns namn går inte att läsa – nycklar och tabeller har engelska namn: [[item]], title, proposal."),
        ("withdrawn = True", "värdet går inte att läsa – skriv true eller false."),
        ("[meeting]", "samma tabell står två gånger."),
        ('body = "A"', "samma nyckel står två gånger i samma tabell."),
        ("place =", "värdet går inte att läsa – skriv ett värde efter likhetstecknet, eller ta bort raden."),
    ],
)
def test_a_syntax_fault_is_told_alone_with_its_line_and_a_hint(line: str, told: str) -> None:
    assert faults_of(f'{MEETING}{line}\nkept_at = "Kansliet"\n') == [f"ks.toml, rad 5: TOML-fel: {told} Raden är: {line}"]


# --- more that can be wrong


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = """\
[meeting]
boddy = "Nämnden"
date = "17/1 2022"
starts = 25.70
seats = 0

[[person]]
name = "Åsa Bergkvist"
role = "ordf"

[[item]]
titel = "X"
presenters = "Maria Hugg"
proposal = [
    "ett",
    { text = 1, sub = "a" },
    3,
]
exercise_of_authority = "ja"

[[item]]
title = "  "
minutes = -3
at = 13.5
subitems = [{ titel = "a" }]
history = 3
place = "Salen"
"""
    assert faults_of(text) == [
        'ks.toml, rad 1, [meeting]: "body" saknas.',
        'ks.toml, rad 2, [meeting]: "boddy" är ingen känd nyckel. Menade du "body"?',
        'ks.toml, rad 3, [meeting]: "date" ska vara ett datum, ÅÅÅÅ-MM-DD, fick "17/1 2022".',
        'ks.toml, rad 4, [meeting]: "starts" ska vara HH.MM, fick 25.7.',
        'ks.toml, rad 5, [meeting]: "seats" ska vara mellan 1 och 999, fick 0.',
        'ks.toml, rad 9, person 1: "role" ska vara ordförande, 1:e vice ordförande, 2:e vice ordförande, vice ordförande, ledamot, '
        'ersättare, sekreterare, tjänsteperson, personalföreträdare, adjungerad, insyn, revisor eller gäst, fick "ordf". '
        'Menade du "ordförande"?',
        'ks.toml, rad 11, ärende 1: "title" saknas.',
        'ks.toml, rad 12, ärende 1: "titel" är ingen känd nyckel. Menade du "title"?',
        'ks.toml, rad 13, ärende 1: "presenters" ska vara en lista, fick "Maria Hugg". Skriv presenters = ["Maria Hugg"].',
        'ks.toml, rad 16, ärende 1: "text" ska vara text inom citattecken, fick 1.',
        'ks.toml, rad 16, ärende 1: "sub" ska vara en lista, fick "a". Skriv sub = ["a"].',
        'ks.toml, rad 17, ärende 1: "proposal" ska vara text eller en tabell, fick 3.',
        'ks.toml, rad 19, ärende 1: "exercise_of_authority" ska vara true eller false, fick "ja".',
        'ks.toml, rad 22, ärende 2: "title" får inte vara tom.',
        'ks.toml, rad 23, ärende 2: "minutes" ska vara mellan 0 och 1440, fick -3.',
        'ks.toml, rad 24, ärende 2: "at" ska vara HH.MM, fick 13.5. Skriv 13:50:00.',
        'ks.toml, rad 25, ärende 2: "title" saknas.',
        'ks.toml, rad 25, ärende 2: "titel" är ingen känd nyckel. Menade du "title"?',
        'ks.toml, rad 26, ärende 2: "history" ska vara text eller en lista, fick 3.',
        'ks.toml, rad 27, ärende 2: "place" är ingen känd nyckel. "place" hör till [meeting].',
    ]


def test_a_fault_knows_file_line_key_and_table() -> None:
    with pytest.raises(AgendaFaults) as raised:
        parse_agenda(MEETING + '[[item]]\ntitle = "A"\nat = "25.70"\n', "ks.toml")
    (fault,) = raised.value.faults
    assert (fault.file, fault.line, fault.key, fault.where) == ("ks.toml", 7, "at", "ärende 1")


@pytest.mark.parametrize("key", ["dnr", "tid", "rubrik", "minuter", "forslag"])
def test_a_swedish_key_is_answered_with_the_english_one(key: str) -> None:
    meant = {"dnr": "reference", "tid": "at", "rubrik": "title", "minuter": "minutes", "forslag": "proposal"}[key]
    (fault,) = faults_of(MEETING + f'[[item]]\ntitle = "A"\n{key} = 1\n')
    assert fault.endswith(f'"{key}" är ingen känd nyckel. Menade du "{meant}"?')


def test_wrong_brackets_and_unknown_tables_are_told() -> None:
    assert faults_of(MEETING + '[item]\ntitle = "A"\n[regler]\nx = 1\n') == [
        "ks.toml, rad 5: Tabellen ska skrivas [[item]].",
        "ks.toml, rad 7: [regler] är ingen känd tabell. Menade du [rules]?",
    ]
    assert faults_of('[[item]]\ntitle = "A"\n') == ["ks.toml: Tabellen [meeting] saknas: body, date och starts behövs."]


def test_an_id_given_twice_is_told_with_both_lines() -> None:
    item = '[[item]]\ntitle = "A"\nid = "a"\n'
    assert faults_of(MEETING + item + item) == [
        'ks.toml, rad 10, ärende 2: "id" a har redan getts på rad 7. Två ärenden kan inte ha samma id.'
    ]


def test_two_people_with_one_name_may_stay_if_both_have_an_id() -> None:
    person = '[[person]]\nname = "Anders Ek"\nrole = "ledamot"\nid = '
    assert len(parse_agenda(f'{MEETING}{person}"a"\n{person}"b"\n').agenda.people) == 2


def test_faults_of_keys_and_between_keys_are_told_together() -> None:
    person = '[[person]]\nname = "Eva Ek"\nrole = "ordförande"\n'
    told = faults_of("[meeting]\n" + person + person)
    assert len(told) == 5
    assert sum("saknas" in one for one in told) == 3


def test_a_fault_in_a_key_cannot_reach_the_terminal() -> None:
    (fault,) = faults_of(MEETING + '"\\u001b[2Jdatum\\u202e" = 1\n')
    assert "\x1b" not in fault
    assert "\u202e" not in fault


def test_thousands_of_faults_are_counted() -> None:
    told = faults_of(MEETING + "[[item]]\n" * 5000)
    assert len(told) == MOST_FAULTS + 1
    assert told[-1] == f"ks.toml: … och {5000 - MOST_FAULTS} fel till."


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_agenda(tmp_path / "ingen.toml")


# --- warnings


def test_a_presenter_who_is_nearly_somebody_is_a_warning() -> None:
    people = '[[person]]\nname = "Maria Hugg"\ntitle = "ekonom"\nrole = "tjänsteperson"\n'
    item = '[[item]]\ntitle = "A"\npresenters = ["Maria Hug", "Ekonom", "Socialchef", "Ordförande", "maria hugg", "Ekonom Maria Hugg"]\n'
    assert warnings_of(MEETING + people + item) == [
        'ks.toml, rad 11, ärende 1: "Maria Hug" finns inte bland personerna. Menade du Maria Hugg?'
    ]


def test_a_party_that_is_not_first_in_its_own_order_is_a_warning() -> None:
    text = MEETING + '[rules]\nparty_order = { S = ["S", "V"], M = ["KD", "M"] }\n'
    assert warnings_of(text) == ["ks.toml, rad 6, [rules]: M ska stå först i sin egen inträdesordning (R-204), nu står KD."]


def test_times_that_cannot_be_kept_are_warnings_with_both_lines() -> None:
    text = MEETING + '[[item]]\ntitle = "A"\nminutes = 40\n[[item]]\ntitle = "B"\nat = "13.30"\n'
    assert warnings_of(text) == [
        "ks.toml, rad 7, ärende 1: Ärende 1 (A) hinner inte före ärende 2 (B), utlovat 13.30: "
        "40 minuter behövs från 13.00, 30 finns (se även rad 10)."
    ]


def test_times_outside_the_meeting_are_warnings_with_both_lines() -> None:
    told = warnings_of(MEETING + 'ends = "14.00"\n[[item]]\ntitle = "A"\nat = "12.30"\n[[item]]\ntitle = "B"\nat = "14.30"\n')
    assert told == [
        "ks.toml, rad 8, ärende 1: Ärende 1 (A), utlovat 12.30, ligger före sammanträdets början 13.00 (se även rad 4).",
        "ks.toml, rad 11, ärende 2: Ärende 2 (B) är utlovat 14.30, efter sammanträdets slut 14.00 (se även rad 5).",
    ]


# --- writing


@given(AGENDAS)
def test_any_agenda_is_read_back_as_it_was_written(agenda: Agenda) -> None:
    assert parse_agenda(agenda_toml(agenda)).agenda == agenda


def test_a_written_file_points_to_its_schema_and_leaves_out_what_follows() -> None:
    agenda = Agenda(
        meeting=MeetingPlan(body="Nämnden", date=date(2026, 3, 17), starts=time(13)),
        people=(Person(name="Åsa Ek", role="ordförande", id="asa-ek"),),
        items=(Item(title="Val", id="val", proposal=("ett", Point(text="två", sub=("x",)))), Item(title="Val", id="annat")),
    )
    text = agenda_toml(agenda)
    assert text.startswith("#:schema agenda.schema.json\n")
    written = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert written == [
        "[meeting]",
        'body = "Nämnden"',
        "date = 2026-03-17",
        "starts = 13:00:00",
        "[[person]]",
        'name = "Åsa Ek"',
        'role = "ordförande"',
        "[[item]]",
        'title = "Val"',
        "proposal = [",
        '    "ett",',
        '    { text = "två", sub = ["x"] },',
        "]",
        "[[item]]",
        'title = "Val"',
        'id = "annat"',
    ]


def test_long_texts_are_written_over_several_lines() -> None:
    agenda = parse_agenda(MEETING + '[[item]]\ntitle = "A"\nproposal = "1. ett\\n2. två"\n').agenda
    assert 'proposal = """\n1. ett\n2. två"""\n' in agenda_toml(agenda)


def test_writing_replaces_the_whole_file_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "ks.toml"
    path.write_text("något helt annat " * 1000, encoding="utf-8")
    agenda = parse_agenda(MEETING).agenda
    write_agenda(agenda, path)
    assert read_agenda(path).agenda == agenda
    assert [p.name for p in tmp_path.iterdir()] == ["ks.toml"]
    assert b"\r" not in path.read_bytes()


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ks.toml"
    path.write_text("det gamla", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_agenda(parse_agenda(MEETING).agenda, path)
    assert path.read_text(encoding="utf-8") == "det gamla"
    assert [p.name for p in tmp_path.iterdir()] == ["ks.toml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_still_points_to_the_file_that_was_replaced(tmp_path: Path) -> None:
    (tmp_path / "mapp").mkdir()
    real, link = tmp_path / "mapp" / "ks.toml", tmp_path / "ks.toml"
    real.write_text("", encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    write_agenda(parse_agenda(MEETING).agenda, link)
    assert link.is_symlink()
    assert read_agenda(real).agenda.meeting.body == "Kommunstyrelsen"
    assert real.stat().st_mode & 0o777 == 0o640
