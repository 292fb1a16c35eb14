"""The review: what is listed, where a finding leads, how it reads, and that files are written and never lost."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import get_args

import pytest
from textual.pilot import Pilot

from exports.document import Document, Heading, ListBlock, ListItem, Paragraph, Section, Table, Text, text
from exports.formats import FORMS
from exports.style import load_style
from sessions.events import Approved, Decided, ImmediatelyApproved, MeetingClosed, NoticePosted, TextWritten
from sessions.findings import Finding
from tests.sessions.table import agenda
from tests.tui.helpers import until
from tests.tui.host import SIZES, WORST, running, shown, table, typed, words
from tests.tui.host import Table as Room
from tui.document_text import document_content
from tui.export_job import ExportOrder, Form, NothingToWrite, What, carry_out, file_name
from tui.screens.review import ReviewScreen
from tui.texts.after import Export as ExportWords
from tui.widgets.findings_list import FindingsList

STYLE = load_style("standard")
FOUND = (
    Finding("R-803", "upplysning", "", "En utlovad text har inte lämnats.", "För in texten."),
    Finding("R-301", "fel", "budget", "§ 83 Budget: organet var inte beslutfört.", "Kontrollera närvaron."),
    Finding("", "varning", "foreningsbidrag", "En anteckning räknas inte längre.", "Rätta den."),
)


def document(*lines: str, public: bool = False) -> Document:
    blocks = tuple(Paragraph(text(line)) for line in lines) or (Paragraph(text("Offentligt" if public else "Allt")),)
    return Document("Protokoll", "Nämnden", "2026-03-12", "UTKAST – ej justerat", blocks)


def screen(session: Room, folder=None, **options) -> ReviewScreen:
    options.setdefault("build", lambda meeting, style, public: document(public=public))
    options.setdefault("find", lambda meeting: FOUND)
    return ReviewScreen(session, STYLE, folder=folder, **options)


async def settled(pilot: Pilot) -> None:
    """The threads have said what they had to say. (A worker that waits for an answer is not waited for.)"""
    await pilot.pause()
    for _ in range(500):
        if not any(w.is_running for w in pilot.app.workers if w.group in {"preview", "export"}):
            break
        await pilot.pause(0.02)
    await pilot.pause()


def written(pilot: Pilot) -> str:
    return " ".join(shown(pilot).split())


@pytest.mark.parametrize("size", SIZES)
async def test_the_gravest_stands_first_with_rule_and_remedy(size):
    async with running(lambda: screen(table()), size) as pilot:
        await settled(pilot)
        page = shown(pilot)
        assert "1 fel · 1 varning · 1 upplysning" in page
        assert page.index("✗ fel R-301") < page.index("⚠ varning") < page.index("· upplysning R-803")
        assert "Kontrollera närvaron." in page
        assert "Så här blir protokollet" in page
        assert "Allt" in page


async def test_enter_leads_to_the_item_of_the_finding():
    async with running(lambda: screen(table())) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        assert pilot.app.result == "budget"


async def test_a_finding_about_the_whole_meeting_says_what_to_do():
    async with running(lambda: screen(table())) as pilot:
        await settled(pilot)
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert [n.message for n in pilot.app._notifications] == ["Det gäller hela sammanträdet. För in texten."]
        assert pilot.app.result == "not yet"


async def test_nothing_to_look_at_is_said():
    async with running(lambda: screen(table(), find=lambda meeting: ())) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        assert "Inget att se över" in shown(pilot)


async def test_o_shows_the_public_version_and_back():
    async with running(lambda: screen(table())) as pilot:
        await settled(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert "offentliga versionen" in shown(pilot)
        assert "Offentligt" in shown(pilot)
        await pilot.press("o")
        await settled(pilot)
        assert "Så här blir protokollet" in shown(pilot)


async def test_the_protocol_is_written_where_it_was_asked_and_the_full_path_told(tmp_path):
    session = table()
    session.do(Decided(at=session.clock()))
    async with running(lambda: screen(session, tmp_path), (120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settled(pilot)
        (path,) = tmp_path.glob("*.md")
        assert path.name == "protokoll-kultur-och-fritidsnamnden-2026-03-12-UTKAST.md"
        assert words(pilot, "#written") == f"Skrev {path}"
        assert "UTKAST" in path.read_text(encoding="utf-8")


async def test_form_and_version_change_the_name_until_it_is_ones_own(tmp_path):
    async with running(lambda: screen(table(), tmp_path), (120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("tab", "w", "tab", "o")
        assert "2026-03-12-offentlig-UTKAST.docx" in shown(pilot)
        await pilot.press("tab", "ctrl+a")
        await typed(pilot, "mitt.docx")
        await pilot.press("shift+tab", "shift+tab", "m")
        await until(pilot, lambda: "mitt.md" in shown(pilot))


async def test_a_file_of_somebody_else_is_asked_about_and_kept_when_the_answer_is_no(tmp_path):
    session = table()
    theirs = tmp_path / file_name(session.meeting, "protokoll", "md", public=False)
    theirs.write_text("eget")
    async with running(lambda: screen(session, tmp_path), (120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Klubban skrev den inte" in shown(pilot)
        await pilot.press("enter")  # held too long: no
        await settled(pilot)
        assert theirs.read_text() == "eget"
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settled(pilot)
        await pilot.press("j")
        await settled(pilot)
        assert theirs.read_text(encoding="utf-8") != "eget"


async def test_what_cannot_be_written_is_told_in_a_dialog_that_stays(tmp_path):
    async with running(lambda: screen(table(), tmp_path / "finns" / "inte"), (120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Protokollet skrevs inte" in shown(pilot)
        assert "mappen finns inte" in written(pilot)
        assert "Sammanträdet är sparat." in written(pilot)


async def test_a_name_with_a_slash_is_refused_and_stays(tmp_path):
    async with running(lambda: screen(table(), tmp_path)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("tab", "tab", "tab", "ctrl+a")
        await typed(pilot, "../x.md")
        await pilot.press("enter")
        assert "utan snedstreck" in shown(pilot)
        assert not [*tmp_path.parent.glob("x.md")]


async def test_a_file_for_each_paragraph(tmp_path):
    session = table(item="budget")
    session.open("foreningsbidrag")
    order = ExportOrder("paragrafer", "md", False, tmp_path, "")
    paths = carry_out(session.meeting, STYLE, order).paths
    assert [p.name for p in paths] == [
        "utdrag-kultur-och-fritidsnamnden-2026-03-12-paragraf-82-UTKAST.md",
        "utdrag-kultur-och-fritidsnamnden-2026-03-12-paragraf-83-UTKAST.md",
    ]
    assert carry_out(session.meeting, STYLE, order).paths == paths  # our own, unchanged: written again


EVERYTHING = [
    *(("protokoll", form) for form in ("md", "docx", "html", "pdf", "json")),
    *((what, "html") for what in ("paragrafer", "anslag", "expediering", "uppföljning", "omedelbar")),
]


@pytest.mark.parametrize(("what", "form"), EVERYTHING)
def test_twice_gives_the_same_bytes_and_what_was_edited_by_hand_is_kept(what, form, tmp_path):
    session = table()
    session.do(Decided(at=session.clock()))
    session.do(ImmediatelyApproved(at=session.clock(), items=("foreningsbidrag",)), Approved(at=session.clock(), date=date(2026, 3, 17)))
    order = ExportOrder(what, form, False, tmp_path, file_name(session.meeting, what, form, False))
    (path,) = carry_out(session.meeting, STYLE, order).paths
    first = path.read_bytes()
    assert carry_out(session.meeting, STYLE, order).paths == (path,)
    assert path.read_bytes() == first
    path.write_bytes(b"eget")
    told = carry_out(session.meeting, STYLE, order)
    assert path.read_bytes() == b"eget"
    assert told.kept == (path,)
    assert told.paths[0].name == f"{path.stem}-2.{form}"
    assert told.paths[0].read_bytes() == first


def test_what_cannot_be_made_yet_says_why(tmp_path):
    session = table()
    reasons: tuple[tuple[What, str], ...] = (
        ("anslag", "när protokollet är justerat"),
        ("röstlista", "Ingen omröstning"),
        ("omedelbar", "Ingen paragraf"),
    )
    for what, why in reasons:
        with pytest.raises(NothingToWrite, match=why):
            carry_out(session.meeting, STYLE, ExportOrder(what, "md", False, tmp_path, "x.md"))
    with pytest.raises(NothingToWrite, match="hela protokollet"):
        carry_out(session.meeting, STYLE, ExportOrder("expediering", "json", False, tmp_path, "x.json"))


async def test_enter_writes_and_the_next_time_it_is_told_what_changed_since(tmp_path):
    session = table()
    session.do(Decided(at=session.clock()))
    async with running(lambda: screen(session, tmp_path), (120, 40)) as pilot:
        await settled(pilot)
        for said in ("", "Inget är ändrat sedan förra utskriften.", "Ändrat sedan förra utskriften: § 82 (Överläggning)."):
            if "82" in said:
                session.do(TextWritten(at=session.clock(), item="foreningsbidrag", section="protocol", text="Nämnden diskuterar."))
            await pilot.press("f12")
            await pilot.pause()
            await until(pilot, lambda: "de görs av sammanträdet här" in " ".join(words(pilot, "#source").split()))
            await pilot.press("enter")
            await settled(pilot)
            assert said in words(pilot, "#written")
            assert "Skrev" in words(pilot, "#written")


async def test_what_looks_like_a_personnummer_in_the_public_version_is_told_on_the_screen(tmp_path):
    session = table()
    session.do(Decided(at=session.clock(), text="Bidrag till 19121212-1212."))
    async with running(lambda: screen(session, tmp_path), (120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("tab", "tab", "o", "enter")
        await settled(pilot)
        assert "Se efter innan den publiceras" in shown(pilot)
        assert "19121212-1212 (R-1206)" in written(pilot)


async def test_nobody_to_approve_is_mended_from_the_finding_itself():
    session = table()
    finding = Finding("R-1102", "varning", "", "Ingen justerare är antecknad.", "Anteckna justerare, dag och plats.")
    find = lambda meeting: () if meeting.approvers else (finding,)  # noqa: E731
    async with running(lambda: screen(session, find=find), (120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()
        await typed(pilot, "karin")
        await pilot.press("enter", "ctrl+s")
        await settled(pilot)
        assert [a.event.persons for a in session.meeting.approvers] == [("karin-berg",)]
        assert "Inget att se över" in shown(pilot)


async def test_the_real_findings_and_the_real_protocol_as_word(tmp_path):
    session = table()
    async with running(lambda: ReviewScreen(session, folder=tmp_path), (120, 40)) as pilot:
        await settled(pilot)
        assert "§ 82" in words(pilot, "#preview-text")
        await pilot.press("f12")
        await pilot.pause()
        await pilot.press("tab", "w", "ctrl+s")
        await settled(pilot)
        (path,) = tmp_path.glob("*.docx")
        assert path.stat().st_size > 1000


@pytest.mark.parametrize("size", SIZES)
async def test_whatever_is_found_or_printed_is_shown_letter_for_letter(size):
    texts = (*WORST, "o" * 10_000)
    found = tuple(Finding("[/]", "varning", "budget", text, text) for text in texts)
    made = document(*texts)
    async with running(lambda: screen(table(), find=lambda m: found, build=lambda m, s, p: made), size) as pilot:
        await settled(pilot)
        assert "[@click=app.quit]x[/]" in shown(pilot)
        rows = [str(o.prompt) for o in pilot.app.screen.query_one(FindingsList).options]
        assert all(text in row for text, row in zip(texts, rows, strict=True))
        assert all(text in document_content(made).plain for text in texts)


def test_a_document_reads_as_lines():
    below = ListBlock((ListItem(text("under")),), "letter")
    made = Document(
        "Protokoll",
        "Nämnden",
        "",
        "UTKAST",
        (
            Section(
                (
                    Heading(2, text("§ 1 [x] Val")),
                    ListBlock((ListItem(text("ett")), ListItem(text("två"), (below,))), "number", 3),
                    Table((text("Namn"), text("Ja")), ((text("Per Lind (S)"), text("X")),)),
                    Paragraph((Text("fet", strong=True), Text(" text"))),
                )
            ),
        ),
    )
    rows = document_content(made).plain.split("\n")
    assert "3. ett" in rows
    assert "   a) under" in rows
    assert "Namn          Ja" in rows
    assert "fet text" in rows
    assert "" not in [a + b for a, b in pairwise(rows)]


async def test_a_house_style_that_is_gone_is_told_and_the_standard_one_holds():
    session = Room(agenda(style="finns-inte"))
    session.everybody()
    session.open("foreningsbidrag")
    async with running(lambda: ReviewScreen(session)) as pilot:
        await settled(pilot)
        assert "Husstilen kan inte användas; standard gäller" in shown(pilot)
        assert "finns-inte" in shown(pilot)
        await pilot.press("escape")
        assert "§ 82" in words(pilot, "#preview-text")


async def test_a_day_that_is_missing_leads_to_efter_sammantradet_and_back():
    session = table()
    session.do(Decided(at=session.clock()), MeetingClosed(at=session.clock()))
    finding = Finding("R-1107", "varning", "", "Anslaget saknar datum.", "Skriv när anslaget sätts upp och tas ned.")
    find = lambda meeting: () if meeting.notice else (finding,)  # noqa: E731
    async with running(lambda: screen(session, find=find), (120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: "Sätt upp anslaget" in shown(pilot))
        session.do(NoticePosted(at=session.clock(), date=date(2026, 3, 18)))
        await pilot.press("escape")
        await until(pilot, lambda: "Inget att se över" in shown(pilot))


def test_the_dialog_offers_every_format_that_can_be_written() -> None:
    offered = tuple(form for form, *_ in ExportWords.FORMS)
    assert offered == get_args(Form) == (*FORMS, "json")
