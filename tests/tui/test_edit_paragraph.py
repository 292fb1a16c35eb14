"""The whole § in boxes: what is generated, what is one's own, and that nothing typed is lost."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from exports.style import Style, load_style
from sessions.events import Approved, Decided, ItemAmended, MotionMoved, TextWritten
from sessions.meeting import ItemState, Meeting
from tests.tui.host import SIZES, WORST, Table, running, shown, table, typed
from tui.paragraph import parts_of, saving
from tui.screens.edit_paragraph import EditParagraphScreen
from tui.widgets.section_box import SectionBox

STYLE = load_style("standard")
ITEM = "foreningsbidrag"


def generate(meeting: Meeting, item: ItemState, style: Style) -> dict[str, str]:
    """Three sections that follow the facts."""
    motions = "\n".join(f"Yrkande {m.id}" for m in item.motions)
    return {"decision": "Det som genereras.", "summary": "Beskrivning." if item.id == ITEM else "", "motions": motions}


def screen(session: Table, item: str = ITEM) -> EditParagraphScreen:
    return EditParagraphScreen(session, item, STYLE, generate=generate)


def box(pilot: Pilot, section: str) -> SectionBox:
    return next(b for b in pilot.app.screen.query(SectionBox) if b.section == section)


def texts(session: Table) -> dict[str, str]:
    return dict(session.meeting.items[ITEM].texts)


@pytest.mark.parametrize("size", SIZES)
async def test_the_sections_stand_in_the_order_of_the_style_with_their_marks(size):
    session = table()
    async with running(lambda: screen(session), size) as pilot:
        order = [b.section for b in pilot.app.screen.query(SectionBox)]
        assert order[:2] == ["title", "reference"]
        printed = [name for name in STYLE.sections.order if name in order]
        assert [name for name in order if name in STYLE.sections.order] == printed
        assert {"decision", "summary", "protocol", "documents", "recipients"} <= {*order}
        assert "motions" not in order
        assert "(genererad)" in shown(pilot)
        assert "Redigera § 82 Föreningsbidrag" in shown(pilot)


async def test_an_own_text_takes_the_place_of_the_generated_one_when_the_box_is_left():
    session = table()
    async with running(lambda: screen(session)) as pilot:
        assert box(pilot, "decision").has_focus_within
        await pilot.press("ctrl+end")
        await typed(pilot, " Nytt.")
        assert texts(session) == {}
        await pilot.press("shift+tab")
        await pilot.pause()
        assert texts(session) == {"decision": "Det som genereras. Nytt."}
        assert "egen text" in shown(pilot)


async def test_f5_restores_what_is_generated_and_ctrl_z_takes_that_back():
    session = table()
    session.do(TextWritten(at=session.clock(), item=ITEM, section="decision", text="Mitt"))
    async with running(lambda: screen(session)) as pilot:
        await pilot.press("f5")
        await pilot.pause()
        assert texts(session) == {}
        assert box(pilot, "decision").text == "Det som genereras."
        await pilot.press("ctrl+z", "escape")
        await pilot.pause()
        assert texts(session) == {"decision": "Mitt"}


async def test_an_emptied_box_goes_back_to_what_is_generated():
    session = table()
    session.do(TextWritten(at=session.clock(), item=ITEM, section="decision", text="Mitt"))
    async with running(lambda: screen(session)) as pilot:
        await pilot.press("ctrl+a", "delete", "shift+tab")
        await pilot.pause()
        assert texts(session) == {}
        assert box(pilot, "decision").text == "Det som genereras."


async def test_a_text_written_before_the_facts_changed_is_marked():
    session = table()
    session.do(TextWritten(at=session.clock(), item=ITEM, section="decision", text="Mitt"))
    async with running(lambda: screen(session)) as pilot:
        assert "innan fakta ändrades" not in shown(pilot)
    session.do(MotionMoved(at=session.clock(), item=ITEM, kind="bifall", by=("eva-sjo",)))
    async with running(lambda: screen(session)) as pilot:
        assert "⚠ egen text, skriven innan fakta ändrades" in shown(pilot)


async def test_title_number_documents_and_recipients_are_the_items_own():
    session = table()
    async with running(lambda: screen(session), (120, 40)) as pilot:
        box(pilot, "title").field.focus()
        await pilot.press("ctrl+a", "delete")
        await typed(pilot, "Bidrag")
        await pilot.press("tab")
        await typed(pilot, "2021/217")
        await pilot.press("enter")
        box(pilot, "recipients").field.focus()
        await pilot.pause()
        await typed(pilot, "Akt\nEkonomi")
        await pilot.press("escape")
        await pilot.pause()
    item = session.meeting.items[ITEM].item
    assert (item.title, item.reference, item.recipients) == ("Bidrag", "2021/217", ("Akt", "Ekonomi"))


async def test_a_title_cannot_be_emptied_and_the_dialog_says_so():
    session = table()
    async with running(lambda: screen(session)) as pilot:
        box(pilot, "title").field.focus()
        await pilot.press("ctrl+a", "delete", "tab")
        await pilot.pause()
        assert "Texten sparades inte" in shown(pilot)
        assert "rubrik" in shown(pilot)
    assert session.meeting.items[ITEM].item.title == "Föreningsbidrag"


async def test_f2_and_f3_save_and_go_to_the_neighbours():
    session = table(item="budget")
    session.open(ITEM)
    async with running(lambda: screen(session, "budget")) as pilot:
        assert "Du skriver i § 82 Budget – pågående är § 83 Föreningsbidrag" in shown(pilot)
        await pilot.press("ctrl+end")
        await typed(pilot, " Mer.")
        await pilot.press("f2")
        await pilot.pause()
        assert "Redigera § 83" in shown(pilot)
        assert "pågående är" not in shown(pilot)
        assert session.meeting.items["budget"].texts == {"decision": "Det som genereras. Mer."}
        await pilot.press("f2")
        await pilot.pause()
        assert "sista paragrafen" in shown(pilot)
        await pilot.press("f3", "escape")
        await pilot.pause()
        assert pilot.app.result == "budget"


async def test_an_empty_section_is_found_by_name():
    session = table()
    async with running(lambda: screen(session)) as pilot:
        await pilot.press("ctrl+n")
        await typed(pilot, "ajourn")
        await pilot.press("enter")
        await pilot.pause()
        await typed(pilot, "Paus kl. 14.")
        await pilot.press("escape")
        await pilot.pause()
    assert texts(session) == {"adjournment": "Paus kl. 14."}


async def test_an_approved_paragraph_is_only_read():
    session = table()
    session.do(Decided(at=session.clock()))
    session.do(Approved(at=session.clock(), date=session.clock().date()))
    async with running(lambda: screen(session)) as pilot:
        assert "justerad, kan inte ändras" in shown(pilot)
        await typed(pilot, "x")
        await pilot.press("escape")
        await pilot.pause()
    assert texts(session) == {}


@pytest.mark.parametrize("size", SIZES)
async def test_whatever_is_written_is_shown_letter_for_letter(size):
    session = table()
    text = "\n".join((*WORST, "o" * 10_000))
    session.do(TextWritten(at=session.clock(), item=ITEM, section="decision", text=text))
    async with running(lambda: screen(session), size) as pilot:
        for value in WORST:
            session.do(ItemAmended(at=session.clock(), item=ITEM, field="title", value=value))
            await pilot.pause()
            assert box(pilot, "title").text == value
            assert f"Redigera § 82 {value}"[:40] in shown(pilot)
        assert box(pilot, "decision").text == text
        await pilot.press("escape")
        await pilot.pause()
    assert texts(session) == {"decision": text}


def test_saving_what_stands_there_already_records_nothing():
    session = table()
    item = session.meeting.items[ITEM]
    for part in parts_of(session.meeting, item, STYLE, generate(session.meeting, item, STYLE)):
        assert saving(item, part, part.text, session.clock()) is None


@pytest.mark.parametrize("name", ["standard", "kungalv", "norberg", "ludvika"])
async def test_every_style_can_be_edited_with_the_real_protocol(name):
    session = table()
    session.do(Decided(at=session.clock()))
    async with running(lambda: EditParagraphScreen(session, ITEM, load_style(name))) as pilot:
        assert "bevilja bidrag" in "\n".join(b.text for b in pilot.app.screen.query(SectionBox))
        await pilot.press("escape")
        await pilot.pause()
    assert texts(session) == {}  # looking at it changes nothing
