"""`manus` and `kallelse`: what is made of an agenda before the meeting."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document as read_docx

from agendas.examples import example_paths
from agendas.file import read_agenda
from sessions import events as ev
from sessions.places import new_session_path
from sessions.store import Store
from tui.cli import main

HERRLJUNGA = str(example_paths()["herrljunga"])
NORBERG = str(example_paths()["norberg"])


def type_sizes(data: bytes) -> set[float]:
    """The sizes of the type in a PDF, in points."""
    import pypdfium2
    from pypdfium2 import raw

    with pypdfium2.PdfDocument(data) as file:
        page = file[0].get_textpage()
        return {round(raw.FPDFText_GetFontSize(page.raw, n), 1) for n in range(page.count_chars())}


def printed(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(words) == code
    return capsys.readouterr().out


def test_the_koerschema_has_time_presenter_proposal_what_to_say_and_room_to_write(capsys):
    text = printed(capsys, "manus", HERRLJUNGA)
    part = text.split("14.10 5. Delårsrapport")[1].split("14.25 6.")[0]
    for wanted in (
        "15 min",
        "Controller",
        "SN 9/2021",
        "Socialnämnden godkänner delårsrapporten.",
        "Vi går till ärende 5, Delårsrapport per 2021-08-31. Ordet till Linn Marinder.",
        "Föreslår socialnämnden kommunstyrelsen besluta enligt förvaltningens förslag?",
        "⚒",
        "Anteckningar",
    ):
        assert wanted in part
    assert text.count("Härmed förklarar jag sammanträdet öppnat.") == 1
    assert "Vi är … tjänstgörande av 9 ledamöter och socialnämnden är beslutför." in text, "before the roll call nobody knows"


def test_the_koerschema_in_word_has_larger_type_than_a_protocol(capsys, tmp_path: Path):
    file = tmp_path / "manus.docx"
    assert main(["manus", HERRLJUNGA, "--format", "docx", "-o", str(file)]) == 0
    document = read_docx(io.BytesIO(file.read_bytes()))
    assert document.styles["Normal"].font.size.pt == 15
    assert main(["manus", HERRLJUNGA, "--format", "docx", "-o", str(file)]) == 0, "its own file, unchanged, is replaced"


def test_the_koerschema_is_large_on_the_web_and_in_pdf_too(capsys, tmp_path: Path):
    page = printed(capsys, "manus", HERRLJUNGA, "--format", "html")
    assert ":root { font-size: 140%; }" in page
    file = tmp_path / "manus.pdf"
    assert main(["manus", HERRLJUNGA, "-o", str(file)]) == 0, "the ending says which format"
    large, usual = file.read_bytes(), tmp_path / "kallelse.pdf"
    assert large[:4] == b"%PDF"
    assert main(["kallelse", HERRLJUNGA, "-o", str(usual)]) == 0
    assert 15.4 in type_sizes(large)
    assert 15.4 not in type_sizes(usual.read_bytes())


def test_known_jav_and_who_then_presides_stand_in_the_koerschema(capsys):
    agenda = read_agenda(Path(HERRLJUNGA)).agenda
    now = datetime(2021, 9, 27, 9).astimezone()
    with Store.create(new_session_path(agenda.meeting), agenda, now) as store:
        arrived = [ev.PersonArrived(at=now, person=p.id) for p in agenda.people]
        item = next(x.id for x in agenda.items if x.title.startswith("Budget"))
        store.append([*arrived, ev.MemberRecused(at=now, items=(item,), persons=("eva-larsson",))], after=0)
    text = printed(capsys, "manus", HERRLJUNGA)
    assert "Eva Larsson (C); Mats Ekdal (M) leder" in text


def test_the_summons_lists_times_items_and_presenters(capsys):
    text = printed(capsys, "kallelse", HERRLJUNGA)
    assert "Kallelse – Socialnämnden" in text
    assert any("14.25" in line and "Budget och verksamhetsplan 2022" in line and "Controller" in line for line in text.splitlines())


def test_the_public_summons_names_nothing_secret(capsys):
    agenda = read_agenda(Path(NORBERG)).agenda
    secret = next(x for x in agenda.items if x.secret)
    assert secret.title in printed(capsys, "kallelse", NORBERG)
    public = printed(capsys, "kallelse", NORBERG, "--offentlig")
    assert secret.title not in public
    assert "Sekretessärende" in public


def test_times_before_the_meeting_are_those_of_the_plan(capsys):
    lines = printed(capsys, "kallelse", HERRLJUNGA, "--tider").splitlines()
    assert "14.10 Delårsrapport per 2021-08-31 – Controller" in lines


def test_times_while_it_goes_on_are_the_forecast(capsys, monkeypatch):
    agenda = read_agenda(Path(HERRLJUNGA)).agenda
    start = datetime(2021, 9, 28, 13, 15).astimezone()
    with Store.create(new_session_path(agenda.meeting), agenda, start) as store:
        store.append([ev.MeetingOpened(at=start), ev.ItemOpened(at=start, items=(agenda.items[4].id,))], after=0)
    monkeypatch.setattr("tui.cli.clock", lambda: datetime(2021, 9, 28, 13, 50).astimezone())
    lines = printed(capsys, "kallelse", HERRLJUNGA, "--tider").splitlines()
    assert lines[0] == "13.50 Skrivelse från SSR och Vision – Verksamhetschef IFO (i stället för 13.35)"
    assert any(line.startswith("14.05 Information om framtida LSS") for line in lines)


def test_an_agenda_that_is_not_there_is_told_and_the_chair_needs_a_terminal(capsys):
    assert main(["manus", "finns-inte.toml"]) == 3
    assert main(["kallelse", "finns-inte.toml"]) == 3
    assert main(["ordforande"]) == 2
