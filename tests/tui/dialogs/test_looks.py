"""Every dialog is whole at 80×24, and shows what people typed letter for letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Button

from agendas.model import Agenda, Item, MeetingPlan, Person, with_ids
from sessions.events import Decided, MotionMoved
from tests.sessions.table import ROSTER
from tests.tui.host import SIZES, WORST, Table, recorder, running, shown, table
from tui.dialogs.adjournment import AdjournmentDialog
from tui.dialogs.appendix import AppendixDialog
from tui.dialogs.approvers import ApproversDialog
from tui.dialogs.attendance import AttendanceDialog
from tui.dialogs.close_meeting import CloseMeetingDialog
from tui.dialogs.composition import CompositionDialog
from tui.dialogs.decision import DecisionDialog
from tui.dialogs.item_fields import ItemFieldsDialog
from tui.dialogs.motion import MotionDialog
from tui.dialogs.new_item import NewItemDialog
from tui.dialogs.new_person import NewPersonDialog
from tui.dialogs.recording import RecordingDialog
from tui.dialogs.recusal import RecusalDialog
from tui.dialogs.reservation import ReservationDialog
from tui.dialogs.vote import VoteDialog

ITEM = "foreningsbidrag"
DIALOGS: tuple[type[RecordingDialog], ...] = (
    AdjournmentDialog,
    AppendixDialog,
    ApproversDialog,
    AttendanceDialog,
    CloseMeetingDialog,
    CompositionDialog,
    DecisionDialog,
    ItemFieldsDialog,
    MotionDialog,
    NewItemDialog,
    NewPersonDialog,
    RecusalDialog,
    ReservationDialog,
    VoteDialog,
)


def worst() -> Table:
    """A nämnd whose every name, title and text is what markup would change, obey or crash on."""
    people = [Person(name=f"{WORST[n % len(WORST)]} {name}", party=p, role=r) for n, (name, p, r) in enumerate(ROSTER)]  # type: ignore[arg-type]
    item = Item(title=" ".join(WORST), id=ITEM, proposal="\n".join(f"- {w}" for w in WORST), proposed_by="[@click=app.quit]x[/]")
    at = Table(
        with_ids(
            Agenda(meeting=MeetingPlan(body="Nämnd [/]", date=date(2026, 3, 12), starts=time(13)), people=tuple(people), items=(item,))
        )
    )
    at.everybody()
    at.open(ITEM)
    chair, vice, *_ = at.ahead.people
    for mover in (chair, vice):
        at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=(mover,), text=" ".join(WORST)))
    return at


def ordinary() -> Table:
    at = table()
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("karin-berg",), text="att avvakta till nästa sammanträde"))
    return at


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda d: d.__name__)
async def test_every_dialog_is_whole_and_speaks_swedish(dialog: type[RecordingDialog], size: tuple[int, int]) -> None:
    at = ordinary()
    make: Callable[[], RecordingDialog] = lambda: dialog(at, ITEM, recorder(at))  # noqa: E731
    async with running(make, size) as pilot:
        await pilot.pause()
        body = pilot.app.screen.query_one(".dialog-body", VerticalScroll)
        assert body.max_scroll_y == 0, shown(pilot)
        for button in pilot.app.screen.query(Button):
            assert pilot.app.screen.region.contains_region(button.region)
        assert pilot.app.focused is not None
        await pilot.press("f1")
        await pilot.pause()
        assert "Hjälp" in shown(pilot)


@pytest.mark.parametrize("dialog", DIALOGS, ids=lambda d: d.__name__)
async def test_what_people_wrote_is_shown_letter_for_letter(dialog: type[RecordingDialog]) -> None:
    at = worst()
    async with running(lambda: dialog(at, ITEM, recorder(at)), (120, 40)) as pilot:
        await pilot.pause()
        screen = shown(pilot)
        if dialog in {AttendanceDialog, MotionDialog, RecusalDialog, ReservationDialog, CompositionDialog}:
            assert "[/] Per Lind (S)" in screen
            assert "[@click=app.quit]x[/] Karin Berg (M)" in screen
        if dialog is DecisionDialog:
            assert "[x] klart" in screen
        await pilot.press("enter", "enter", "escape")
        await pilot.pause()
        assert pilot.app.return_code is None


async def test_all_of_a_contested_decision_is_whole_too() -> None:
    at = ordinary()
    for kind in ("återremiss", "bordläggning", "avslag"):
        at.do(MotionMoved(at=at.clock(), kind=kind, by=("eva-sjo",), text="en längre motivering"))
    async with running(lambda: DecisionDialog(at, ITEM, recorder(at))) as pilot:
        for _ in range(2):
            await pilot.press("1", "enter")
        await pilot.pause()
        assert "3 Enligt" in shown(pilot)
        assert "Klubbslag" in shown(pilot)
        assert pilot.app.screen.query_one(".dialog-body", VerticalScroll).max_scroll_y == 0


async def test_a_refusal_is_whole_and_stands_in_the_dialog() -> None:
    at = ordinary()
    at.do(Decided(at=at.clock()))
    async with running(lambda: DecisionDialog(at, ITEM, recorder(at))) as pilot:
        await pilot.press("o", "enter")
        await pilot.pause()
        assert "är redan beslutad" in shown(pilot)
        assert "Klubbslag" in shown(pilot)
