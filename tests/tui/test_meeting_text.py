"""What is written on the meeting screen."""

from __future__ import annotations

from dataclasses import replace

from sessions.events import Approved, MotionMoved, PrivateNoteWritten, TextWritten
from sessions.store import PRIVATE, Draft
from tests.sessions.table import agenda
from tests.tui.desk import FIRST, GRANTS, desk
from tests.tui.helpers import WORST
from tests.tui.host import SIZES, Table, table


async def test_what_is_typed_is_recorded_when_the_item_changes():
    async with desk() as d:
        await d.press("f2")
        await d.write("Anna föredrar")
        await d.press("f2")
        assert d.item(FIRST).texts["protocol"] == "Anna föredrar"
        assert d.screen.editor.protocol.text == ""


async def test_what_is_typed_is_recorded_before_an_act_and_survives_its_undo():
    async with desk() as d:
        await d.press("f2")
        await d.write("Anna föredrar")
        await d.press("f5", "enter", "shift+tab", "ctrl+z")
        assert d.item(FIRST).decision is None
        assert d.item(FIRST).texts["protocol"] == "Anna föredrar"


async def test_own_notes_stand_in_their_own_box_and_are_said_not_to_come_along():
    async with desk() as d:
        await d.press("f2", "ctrl+l")
        assert "Egna minnesanteckningar – kommer inte med" in d.seen
        await d.write("fråga Eva")
        await d.press("ctrl+l")
        await d.write("Protokoll")
        await d.press("f2")
        assert d.item(FIRST).private_note == "fråga Eva"
        assert d.item(FIRST).texts["protocol"] == "Protokoll"
        assert [e.text for e in d.session.recorded(TextWritten)] == ["Protokoll"]
        assert [e.text for e in d.session.recorded(PrivateNoteWritten)] == ["fråga Eva"]


async def test_undo_in_a_text_box_undoes_text_only():
    async with desk() as d:
        await d.press("f2", "f5", "enter")
        await d.write("abc")
        await d.press("ctrl+z")
        assert d.item(FIRST).decision
        assert d.screen.editor.protocol.text == ""


async def test_undo_outside_the_text_never_takes_a_page_of_notes():
    async with desk() as d:
        await d.press("f2", "f5", "enter")
        await d.write("En lång anteckning")
        await d.press("shift+tab", "ctrl+z")
        assert d.item(FIRST).decision is None
        assert d.screen.editor.protocol.text == "En lång anteckning"


async def test_typing_is_kept_as_a_draft_within_a_second():
    kept: list[tuple[str, str, str]] = []
    made = table(item=GRANTS)
    made._recorder.save_draft = lambda item, section, text, done=None: kept.append((item, section, text))  # type: ignore[method-assign]
    async with desk(made) as d:
        await d.write("halv mening")
        await d.pilot.pause(1.0)
        assert (GRANTS, "protocol", "halv mening") in kept
        assert not d.session.recorded(TextWritten)


async def test_what_was_rubbed_out_again_does_not_come_back_from_an_old_draft():
    kept: list[tuple[str, str, str]] = []
    made = table(item=GRANTS)
    made.do(TextWritten(at=made.clock(), item=GRANTS, section="protocol", text="Anna"))
    made._recorder.save_draft = lambda item, section, text, done=None: kept.append((item, section, text))  # type: ignore[method-assign]
    async with desk(made) as d:
        await d.press("end", "Z")
        await d.pilot.pause(1.0)
        assert kept[-1] == (GRANTS, "protocol", "AnnaZ")
        await d.press("backspace")
        await d.pilot.pause(1.0)
        assert kept[-1] == (GRANTS, "protocol", "Anna")


async def test_what_was_typed_when_the_program_stopped_is_back():
    made = table(item=GRANTS)
    drafts = (Draft(GRANTS, "protocol", "halv mening"), Draft(GRANTS, PRIVATE, "min lapp"), Draft("borta", "protocol", "x"))
    async with desk(made, drafts=drafts) as d:
        assert d.item(GRANTS).texts["protocol"] == "halv mening"
        assert d.item(GRANTS).private_note == "min lapp"
        assert d.screen.editor.protocol.text == "halv mening"
        assert any("§ 82" in t and "tillbaka" in t for t in d.toasts)


async def test_an_event_from_the_writer_never_disturbs_what_is_being_typed():
    async with desk() as d:
        await d.press("f2")
        await d.write("mitt i en men")
        d.session.do(TextWritten(at=d.session.clock(), item=FIRST, section="summary", text="Bakgrund"))
        d.session.changed()
        await d.write("ing")
        assert d.screen.editor.protocol.text == "mitt i en mening"


async def test_text_written_in_the_wrong_item_is_moved():
    async with desk() as d:
        await d.press("f2", "f5", "enter", "f2")
        await d.write("Hör till ettan")
        d.screen.action_move_text()
        await d.pilot.pause()
        await d.press("enter")
        assert d.item(FIRST).texts["protocol"] == "Hör till ettan"
        assert "protocol" not in d.item(GRANTS).texts
        assert d.screen.editor.protocol.text == ""
        await d.press("shift+tab", "ctrl+z")
        assert d.screen.editor.protocol.text == "Hör till ettan"


async def test_an_approved_item_is_not_written_in():
    made = table(item=GRANTS)
    made.do(Approved(at=made.clock(), date=made.clock().date()))
    async with desk(made) as d:
        await d.write("för sent")
        assert d.screen.editor.protocol.text == ""
        assert "justerad" in d.seen


async def test_worst_strings_are_shown_letter_for_letter():
    for size in SIZES:
        made = Table()
        made.everybody()
        made.open(GRANTS)
        for text in WORST:
            made.do(TextWritten(at=made.clock(), item=GRANTS, section="protocol", text=text))
            async with desk(made, size=size) as d:
                assert text in d.seen


async def test_without_an_item_there_is_nothing_to_write_in():
    async with desk() as d:
        await d.write("abc")
        assert d.screen.editor.protocol.text == ""
        await d.press("f3")
        assert any("Öppna ett ärende först" in t for t in d.toasts)


async def test_names_and_titles_are_never_markup():
    planned = agenda()
    for size in SIZES:
        for text in WORST:
            people = tuple(replace(p, name=text) if p.id == "eva-sjo" else p for p in planned.people)
            items = tuple(replace(x, title=text, proposal=text) if x.id == GRANTS else x for x in planned.items)
            made = Table(replace(planned, people=people, items=items))
            made.everybody()
            made.open(GRANTS)
            made.do(MotionMoved(at=made.clock(), kind="ändring", by=("eva-sjo",), text=text))
            async with desk(made, size=size) as d:
                assert f"§ 82 {text}" in d.seen
                assert f"1 {text} (S): ändring" in d.seen
                await d.press("ctrl+f")
                assert text in d.seen
                await d.press("escape", "shift+tab", "ctrl+z")
                assert any(text in t for t in d.toasts)
