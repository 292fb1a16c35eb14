"""Dagordning: the agenda in forms, from the Start screen to the file and back."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, time
from pathlib import Path

import pytest
from hypothesis import given, settings
from textual import events
from textual.pilot import Pilot

from agendas.examples import example_paths
from agendas.file import agenda_toml, read_agenda
from agendas.model import Agenda, Item
from tests.agendas.strategies import AGENDAS
from tests.tui.helpers import until
from tests.tui.host import SIZES, WORST, running, shown, typed
from tui.agenda_draft import AgendaDraft, Doubtful
from tui.agenda_fields import FIELDS
from tui.agenda_file import AgendaFile, new_agenda, open_agenda
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.paste_preview import PastePreviewDialog
from tui.dialogs.unsaved import UnsavedDialog
from tui.screens.agenda_form import AgendaFormScreen
from tui.screens.agenda_forms import AgendaFormsScreen
from tui.widgets.agenda_field import AgendaField

SMALL = """\
[meeting]
body = "Kulturnämnden"
date = 2026-03-12
starts = 13:00:00
ends = 15:00:00

[[person]]
name = "Per Lind"
party = "S"
role = "ordförande"

[[person]]
name = "Eva Sjö"
party = "S"
role = "ledamot"

[[item]]
title = "Upprop"
kind = "formalia"
minutes = 10

[[item]]
title = "Bidrag"
at = 13:30:00
proposal = ["att bevilja", { text = "att ge uppdrag", sub = ["ett", "två"] }]
recipients = ["Ekonomi"]
"""


def small(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "liten.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@asynccontextmanager
async def forms(path: Path | None, folder: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    draft, file = open_agenda(path) if path else new_agenda(folder)
    async with running(lambda: AgendaFormsScreen(draft, file), size) as pilot:
        await pilot.pause()
        yield pilot


def screen_of(pilot: Pilot[None]) -> AgendaFormsScreen:
    found = next(s for s in pilot.app.screen_stack if isinstance(s, AgendaFormsScreen))
    return found


async def settled(pilot: Pilot[None]) -> None:
    for _ in range(4):
        await pilot.pause()


async def enter(pilot: Pilot[None], text: str) -> None:
    """Put the cursor on a row and press Enter."""
    screen = screen_of(pilot)
    await pilot.press("down")
    screen.list.highlighted = next(n for n, r in enumerate(screen._rows) if text in r.text)
    await pilot.press("enter")
    await settled(pilot)


async def fill(pilot: Pilot[None], key: str, text: str) -> None:
    """Write in a field, in the place of what stands there."""
    form = pilot.app.screen
    assert isinstance(form, AgendaFormScreen)
    form.query_one(f"#field-{key}", AgendaField).focus_box()
    await pilot.press("ctrl+a", "backspace")
    await typed(pilot, text)


# The draft


@settings(max_examples=40)
@given(AGENDAS)
def test_a_draft_that_nobody_changed_is_the_same_agenda(agenda: Agenda) -> None:
    draft = AgendaDraft.of(agenda)
    for table, fields in FIELDS.items():
        for index in range(len(draft.rows(table))):
            for field in fields:
                draft.put(table, index, field.key, draft.shown(table, index, field.key))
    assert not draft.changed
    assert draft.check().agenda == agenda


@pytest.mark.parametrize("name", sorted(example_paths()))
def test_the_examples_come_through_the_forms(name: str) -> None:
    path = example_paths()[name]
    draft, _ = open_agenda(path)
    assert draft.check().agenda == read_agenda(path).agenda
    assert not draft.dropped


def test_faults_stand_at_their_field_in_swedish() -> None:
    draft = AgendaDraft({"meeting": {"body": "Nämnden", "date": date(2026, 3, 12)}, "item": [{"title": "A"}]})
    draft.put("item", 0, "at", "25.70")
    draft.put("item", 0, "minutes", "tio")
    checked = draft.check()
    assert checked.agenda is None
    assert checked.faults["meeting", 0, "starts"] == ("”Börjar” saknas.",)
    assert checked.faults["item", 0, "at"] == ('”Klockslag” ska vara HH.MM, fick "25.70".',)
    assert checked.faults["item", 0, "minutes"][0].startswith("”Minuter” ska vara ett heltal")
    assert draft.shown("item", 0, "at") == "25.70"


def test_a_doubt_follows_its_item_when_it_is_moved_and_goes_when_it_is_deleted() -> None:
    draft = AgendaDraft({"meeting": {}, "item": [{"title": "A"}, {"title": "B"}]}, [Doubtful("?", ("item", 1, "reference"))])
    draft.move("item", 1, -1)
    assert draft.doubts[0].place == ("item", 0, "reference")
    draft.delete("item", 0)
    assert not draft.doubts


# The screen


@pytest.mark.parametrize("size", SIZES)
async def test_the_outline_shows_times_and_what_is_to_be_mended(size: tuple[int, int], tmp_path: Path) -> None:
    async with forms(small(tmp_path), tmp_path, size) as pilot:
        screen = shown(pilot)
        assert "Dagordning · liten.toml" in screen
        assert "13.00   1 Upprop" in screen
        assert "13.30!  2 Bidrag" in screen
        assert "2 personer i allt" in screen
        for word in ("[meeting]", "[[item]]", "proposal", "toml:"):
            assert word not in screen


async def test_a_new_agenda_is_written_without_an_editor(tmp_path: Path) -> None:
    async with forms(None, tmp_path) as pilot:
        await enter(pilot, "Sammanträdet")
        await fill(pilot, "body", "Kulturnämnden")
        await fill(pilot, "date", "2026-03-12")
        await fill(pilot, "starts", "efter lunch")
        await pilot.press("tab")
        await pilot.pause()
        assert "✗ ”Börjar” ska vara HH.MM" in shown(pilot)
        await fill(pilot, "starts", "13.00")
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("ctrl+n")
        await settled(pilot)
        await typed(pilot, "Bidrag")
        pilot.app.screen.query_one("#field-proposal", AgendaField).focus_box()
        pilot.app.post_message(events.Paste("• att bevilja bidrag\n• att ta medlen ur ramen"))
        await until(pilot, lambda: isinstance(pilot.app.screen, PastePreviewDialog), "how it would be written")
        await pilot.press("g")
        await settled(pilot)
        await pilot.press("escape")
        await settled(pilot)
        await enter(pilot, "Personer")
        await pilot.press("ctrl+n")
        await settled(pilot)
        await typed(pilot, "Eva Sjö")
        await fill(pilot, "party", "S")
        await pilot.press("escape")
        await settled(pilot)
        assert "Eva Sjö (S)" in shown(pilot)
        await pilot.press("escape", "ctrl+s")
        await settled(pilot)
    loaded = read_agenda(tmp_path / "kulturnamnden-2026-03-12.toml").agenda
    assert loaded.meeting.starts == time(13)
    assert [i.title for i in loaded.items] == ["Bidrag"]
    assert [p.text for p in loaded.items[0].points] == ["att bevilja bidrag", "att ta medlen ur ramen"]
    assert [p.label for p in loaded.people] == ["Eva Sjö (S)"]
    assert (tmp_path / "agenda.schema.json").exists()


async def test_items_are_moved_with_shift_and_arrows_and_the_times_follow(tmp_path: Path) -> None:
    async with forms(small(tmp_path), tmp_path) as pilot:
        screen = screen_of(pilot)
        screen.list.highlighted = 4
        await pilot.press("shift+up")
        await pilot.pause()
        assert "1 Bidrag" in shown(pilot)
        assert screen.list.highlighted == 3
        assert "ej sparad" in shown(pilot)


async def test_an_item_is_deleted_after_saying_what_it_holds(tmp_path: Path) -> None:
    async with forms(small(tmp_path), tmp_path) as pilot:
        screen_of(pilot).list.highlighted = 4
        await pilot.press("delete")
        await settled(pilot)
        assert isinstance(pilot.app.screen, ConfirmDialog)
        assert "Ta bort Bidrag?" in shown(pilot)
        assert "2 förslagspunkter" in shown(pilot)
        await pilot.press("enter")  # the safe answer
        await settled(pilot)
        assert len(screen_of(pilot).draft.rows("item")) == 2
        await pilot.press("up", "delete")
        await settled(pilot)
        await pilot.press("t")
        await settled(pilot)
        assert len(screen_of(pilot).draft.rows("item")) == 1


async def test_esc_keeps_what_is_typed_and_asks_before_it_leaves(tmp_path: Path) -> None:
    path = small(tmp_path)
    async with forms(path, tmp_path) as pilot:
        await enter(pilot, "Bidrag")
        await fill(pilot, "title", "Föreningsbidrag")
        await pilot.press("escape")
        await settled(pilot)
        assert "2 Föreningsbidrag" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(pilot.app.screen, UnsavedDialog)
        await pilot.press("enter")
        await settled(pilot)
        assert "Föreningsbidrag" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
    after = read_agenda(path).agenda
    assert after.items[1].title == "Föreningsbidrag"
    assert after.items[1].points[1].sub == ("ett", "två")  # what was not touched is as it was


async def test_a_file_that_somebody_else_changed_is_not_replaced_unasked(tmp_path: Path) -> None:
    path = small(tmp_path)
    async with forms(path, tmp_path) as pilot:
        theirs = SMALL.replace("Upprop", "Upprop och mer")
        path.write_text(theirs, encoding="utf-8")
        screen_of(pilot).draft.put("item", 0, "title", "Vårt")
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Någon annan har ändrat filen" in shown(pilot)
        await pilot.press("enter")  # the safe answer keeps both
        await settled(pilot)
    assert path.read_text(encoding="utf-8") == theirs
    assert read_agenda(tmp_path / "liten-2.toml").agenda.items[0].title == "Vårt"


async def test_comments_of_a_person_are_told_once_before_they_go(tmp_path: Path) -> None:
    path = small(tmp_path)
    path.write_text("# min egen rad\n" + SMALL, encoding="utf-8")
    async with forms(path, tmp_path) as pilot:
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "Kommentarerna i filen följer inte med" in shown(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert "min egen rad" in path.read_text(encoding="utf-8")
        await pilot.press("down", "ctrl+s")
        await settled(pilot)
        await pilot.press("s")
        await settled(pilot)
        assert "min egen rad" not in path.read_text(encoding="utf-8")


async def test_a_faulty_agenda_opens_and_leads_to_its_faults(tmp_path: Path) -> None:
    path = small(tmp_path)
    path.write_text(SMALL.replace("13:30:00", '"25.70"').replace('kind = "formalia"', 'kind = "formalia"\nunknown = 1'), encoding="utf-8")
    async with forms(path, tmp_path) as pilot:
        await settled(pilot)
        assert "unknown" in shown(pilot)  # what cannot be taken along is said
        await pilot.press("enter")
        await settled(pilot)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "✗ ”Klockslag” ska vara HH.MM" in shown(pilot)
        assert "måste rättas" in shown(pilot)


async def test_doubts_are_answered_one_by_one(tmp_path: Path) -> None:
    draft, file = open_agenda(small(tmp_path))
    draft.doubts = [
        Doubtful("Dnr saknas.", ("item", 1, "reference"), "4 Bidrag  Dnr ?"),
        Doubtful("En bilaga lästes inte."),
    ]
    async with running(lambda: AgendaFormsScreen(draft, file)) as pilot:
        await pilot.pause()
        assert "? 2 tveksamt" in shown(pilot)
        await pilot.press("f6")
        await settled(pilot)
        assert "? Dnr saknas." in shown(pilot)
        assert "4 Bidrag  Dnr ?" in shown(pilot)
        await pilot.press("f6")
        await settled(pilot)
        assert "1 sak att ta ställning till" in shown(pilot)
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("f6")
        await settled(pilot)
        assert "En bilaga lästes inte." in shown(pilot)
        await pilot.press("k")
        await settled(pilot)
        assert not draft.doubts


@pytest.mark.parametrize("size", SIZES)
async def test_whatever_people_wrote_is_shown_letter_for_letter(size: tuple[int, int], tmp_path: Path) -> None:
    draft, _ = open_agenda(small(tmp_path))
    for word in WORST:
        at = draft.add("item", 99)
        draft.put("item", at, "title", word)
        draft.put("item", at, "presenters", word)
        draft.put("item", at, "minutes", word)
        draft.doubts.append(Doubtful(word, ("item", at, "reference"), word))
    async with running(lambda: AgendaFormsScreen(draft, AgendaFile(None, tmp_path)), size) as pilot:
        await pilot.pause()
        assert "[@click=app.quit]x[/]" in shown(pilot)
        screen_of(pilot).list.highlighted = 7
        await pilot.press("enter")
        await settled(pilot)
        assert "[@click=app.quit]x[/]" in shown(pilot)
        await pilot.press("f2", "f2", "f3", "escape")
        await settled(pilot)
        assert pilot.app.is_running


def test_the_example_item_has_all_its_fields_in_the_form() -> None:
    from dataclasses import fields

    assert {f.key for f in FIELDS["item"]} == {f.name for f in fields(Item)} - {"id"}
    for table, owner in (("meeting", "MeetingPlan"), ("person", "Person"), ("rules", "Rules")):
        from agendas import model

        assert {f.key for f in FIELDS[table]} == {f.name for f in fields(getattr(model, owner))} - {"id"}  # type: ignore[index]


def test_a_written_draft_reads_as_the_same(tmp_path: Path) -> None:
    draft, file = open_agenda(small(tmp_path))
    agenda = draft.check().agenda
    assert agenda is not None
    file.write(agenda, tmp_path / "ny.toml")
    assert (tmp_path / "ny.toml").read_text(encoding="utf-8") == agenda_toml(agenda)


async def test_people_come_from_a_list_and_those_who_are_here_stay(tmp_path: Path) -> None:
    from tests.tui.helpers import until

    (tmp_path / "ledamoter.txt").write_text("Eva Larsson (C), ordförande\nBo Ask (M)\n", encoding="utf-8")
    async with forms(small(tmp_path), tmp_path) as pilot:
        before = [row["name"] for row in screen_of(pilot).draft.rows("person")]
        await pilot.press("f4")
        await until(pilot, lambda: "Hämta personer" in shown(pilot) and "ledamoter.txt" in shown(pilot), "what there is")
        await pilot.press(*"ledam", "enter")
        await until(
            pilot, lambda: isinstance(pilot.app.screen, AgendaFormsScreen) and len(screen_of(pilot).draft.rows("person")) > len(before)
        )
        names = [row["name"] for row in screen_of(pilot).draft.rows("person")]
        assert names == [*before, "Eva Larsson", "Bo Ask"]
        assert screen_of(pilot).table == "person"


async def test_an_empty_list_says_what_can_be_done_and_a_role_is_chosen_by_the_beginning_of_its_name(tmp_path: Path) -> None:
    async with forms(None, tmp_path) as pilot:
        assert "Inga ärenden än: Ctrl+N" in shown(pilot)
        await enter(pilot, "Personer")
        assert "Här är ingen än. Ctrl+N" in shown(pilot)
        await pilot.press("ctrl+n")
        await settled(pilot)
        await typed(pilot, "Maj Holm")
        assert "F6 Stämmer" not in shown(pilot), "nothing is doubtful"
        await pilot.press("tab", "tab", *"sek", "ctrl+n")
        await settled(pilot)
        assert "(utan namn) · 2 av 2" in shown(pilot), "one after the other without going back to the list"
        await typed(pilot, "Bo Ask")
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert "måste rättas innan" in shown(pilot), "Ctrl+S in a form saves the agenda, or says what keeps it from that"
        await enter(pilot, "Personer")
        assert "sekreterare" in shown(pilot)
        assert "Bo Ask" in shown(pilot)
