"""The small dialogs: approvers, a new item, adjournment, appendix, the last gavel, the fields of an item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from sessions.events import (
    AppendixAdded,
    ApproversChosen,
    ItemAdded,
    ItemAmended,
    MeetingAdjourned,
    MeetingClosed,
    MeetingResumed,
)
from tests.sessions.table import START, agenda
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table, typed
from tui.dialogs.adjournment import AdjournmentDialog
from tui.dialogs.appendix import AppendixDialog
from tui.dialogs.approvers import ApproversDialog
from tui.dialogs.close_meeting import CloseMeetingDialog
from tui.dialogs.dates import read_date
from tui.dialogs.item_fields import ItemFieldsDialog
from tui.dialogs.new_item import NewItemDialog
from tui.dialogs.numbers import read_numbers, shown_numbers
from tui.dialogs.times import happened, read_time, when_of
from tui.widgets.composition import composition

ITEM = "foreningsbidrag"


async def test_approvers_with_day_time_and_place() -> None:
    at = table()
    async with running(lambda: ApproversDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("k", "a", "enter", "tab")
        await typed(pilot, "16/3")
        await pilot.press("tab")
        await typed(pilot, "9.30")
        await pilot.press("tab")
        await typed(pilot, "kansliet")
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(ApproversChosen) == [
        ApproversChosen(at=at.clock(), persons=("karin-berg",), date=date(2026, 3, 16), time=time(9, 30), place="kansliet")
    ]


async def test_a_day_that_is_none_is_told() -> None:
    at = table()
    async with running(lambda: ApproversDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("k", "a", "enter", "tab", "x", "enter")
        await pilot.pause()
        assert "Skriv dagen som" in shown(pilot)


async def test_another_approver_for_one_paragraph() -> None:
    at = table()
    async with running(lambda: ApproversDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("e", "v", "enter", "tab", "tab", "tab", "tab", "space", "ctrl+s")
        assert await done(pilot)
    assert at.recorded(ApproversChosen)[0].items == (ITEM,)


async def test_a_new_item_needs_only_a_title() -> None:
    at = table()
    async with running(lambda: NewItemDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "Snö")
        await pilot.press("tab", "right", "enter")
        assert await done(pilot)
    (added,) = at.recorded(ItemAdded)
    assert (added.title, added.item, added.kind, added.after) == ("Snö", "sno", "information", "")
    assert at.ahead.order[-1] == "sno"


async def test_a_new_item_keeps_its_id_when_its_title_is_corrected() -> None:
    at = table()
    at.do(ItemAdded(at=at.clock(), title="Snö"))
    entry = newest(at, ItemAdded)
    async with running(lambda: NewItemDialog(at, "sno", corrector(at, entry), entry)) as pilot:
        await pilot.press("end")
        await typed(pilot, "röjning")
        await pilot.press("enter")
        assert await done(pilot)
    assert at.ahead.items["sno"].item.title == "Snöröjning"


async def test_the_meeting_is_adjourned_and_resumed() -> None:
    at = table()
    async with running(lambda: AdjournmentDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "lunch")
        await pilot.press("tab")
        await typed(pilot, "13.30")
        await pilot.press("enter")
        assert await done(pilot)
        at.hand.forward(35)
        pilot.app.show()
        await pilot.pause()
        assert "Ajournerat sedan kl. 13.00." in shown(pilot)
        await pilot.press("end", *["backspace"] * 5)
        await typed(pilot, "13.31")
        await pilot.press("enter")
        assert await done(pilot)
    (pause,) = at.recorded(MeetingAdjourned)
    assert (pause.reason, pause.until) == ("lunch", START + timedelta(minutes=30))
    assert at.recorded(MeetingResumed)[0].when == START + timedelta(minutes=31)


async def test_an_adjournment_is_one_enter() -> None:
    at = table()
    async with running(lambda: AdjournmentDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("enter")
        assert await done(pilot)
    assert at.last_act == (MeetingAdjourned(at=at.clock()),)


async def test_an_appendix_gets_the_next_letter() -> None:
    at = table()
    async with running(lambda: AppendixDialog(at, ITEM, recorder(at))) as pilot:
        await typed(pilot, "Skrivelse")
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(AppendixAdded) == [AppendixAdded(at=at.clock(), items=(ITEM,), label="A", title="Skrivelse")]


async def test_the_last_gavel_lists_what_is_open() -> None:
    at = table()
    async with running(lambda: CloseMeetingDialog(at, ITEM, recorder(at))) as pilot:
        screen = shown(pilot)
        assert "• § 82 Föreningsbidrag" in screen
        assert "Inte upptagna:" in screen
        await pilot.press("enter")
        assert await done(pilot)
    assert at.last_act == (MeetingClosed(at=at.clock()),)


async def test_only_the_fields_that_were_changed_are_recorded() -> None:
    at = table()
    async with running(lambda: ItemFieldsDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("tab", "tab")
        await typed(pilot, "2026/7")
        await pilot.press("tab")
        await typed(pilot, "Kommunstyrelsen > Kommunfullmäktige")
        await pilot.press("enter")
        assert await done(pilot)
    assert [(e.field, e.value) for e in at.recorded(ItemAmended)] == [
        ("reference", "2026/7"),
        ("decided_by", ("Kommunstyrelsen", "Kommunfullmäktige")),
    ]


async def test_nothing_changed_is_told() -> None:
    at = table()
    async with running(lambda: ItemFieldsDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "Ingenting är ändrat." in shown(pilot)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("14.40", time(14, 40)),
        ("14:40", time(14, 40)),
        ("kl. 9.05", time(9, 5)),
        ("1440", time(14, 40)),
        ("14", time(14)),
        ("25.00", None),
        ("nu", None),
    ],
)
def test_times_as_they_are_typed(text: str, read: time | None) -> None:
    assert read_time(text) == read


def test_a_time_is_the_nearest_one() -> None:
    after_midnight = START.replace(hour=0, minute=10)
    assert happened("23.50", after_midnight) == after_midnight - timedelta(minutes=20)
    assert happened("13.20", START) == START + timedelta(minutes=20)
    assert when_of("13.00", START + timedelta(seconds=40)) is None


def test_points_as_they_are_typed() -> None:
    assert read_numbers("1, 3–4") == (1, 3, 4)
    assert read_numbers("1 och 2") == (1, 2)
    assert read_numbers("") == ()
    assert read_numbers("a") is None
    assert read_numbers("4-2") is None
    assert shown_numbers((1, 3, 4)) == "1, 3–4"


def test_days_as_they_are_typed() -> None:
    near = date(2026, 12, 20)
    assert read_date("2027-01-07", near) == date(2027, 1, 7)
    assert read_date("7/1", near) == date(2027, 1, 7)
    assert read_date("7/1 2026", near) == read_date("7 januari 2026", near) == read_date("7.1.2026", near) == date(2026, 1, 7)
    assert read_date("7 jan", near) == date(2027, 1, 7)
    assert read_date("7 foo", near) is None
    assert read_date("31/2", near) is None
    assert read_date("snart", near) is None


def _head(table: Table) -> str:
    return str(composition(table.ahead)[0])


def test_the_composition_is_said_in_the_gender_of_the_body() -> None:
    at = table()
    assert "5 av 5 · ✓ beslutför\n" in _head(at)
    planned = agenda()
    small = Table(replace(planned, meeting=replace(planned.meeting, body="Nämndens arbetsutskott", kind="utskott")))
    assert "0 av 5 · ⚠ inte beslutfört\n" in _head(small)
    small.everybody()
    assert "5 av 5 · ✓ beslutfört\n" in _head(small)
