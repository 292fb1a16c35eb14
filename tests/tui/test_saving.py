"""What is typed in a dialog outlives the program, and the disk's refusals are told when there is room for them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from sessions.events import Event, Recorded
from sessions.store import DIALOG, Draft, NotSaved
from tests.tui.desk import GRANTS, desk
from tests.tui.helpers import until
from tests.tui.host import table
from tui.dialogs.emergency import NotSavedDialog


class Disk:
    """A recorder that keeps drafts, and acts until it is told to answer."""

    def __init__(self, *, ready: bool = True) -> None:
        self.drafts: dict[tuple[str, str], str] = {}
        self.ready = ready
        self.waiting: list[tuple[Sequence[Event], int, Callable[[Any], None]]] = []

    def submit(self, events: Sequence[Event], after: int, done: Callable[[Any], None]) -> None:
        self.waiting.append((events, after, done))
        if self.ready:
            self.answer()

    def answer(self) -> None:
        waiting, self.waiting = self.waiting, []
        for events, after, done in waiting:
            done([Recorded(after + number, 0, event) for number, event in enumerate(events, 1)])

    def save_draft(self, item: str, section: str, text: str, done: Callable[[Any], None] | None = None) -> None:
        self.drafts[item, section] = text


async def test_what_is_typed_in_a_dialog_is_kept_and_comes_back_as_an_own_note() -> None:
    made, disk = table(), Disk()
    made._recorder = disk
    async with desk(made) as d:
        await d.press("f7")
        box = d.pilot.app.screen.query("TextBox").first()
        box.focus()
        await d.write("Reservation mot allt")
        await until(d.pilot, lambda: "Reservation mot allt" in disk.drafts.get((GRANTS, DIALOG), ""))
        await d.press("escape")
        await d.press("tab", "enter")
        await until(d.pilot, lambda: d.at_desk)
        assert disk.drafts[GRANTS, DIALOG] == "", "left by hand it is no more kept"
    async with desk(table(), drafts=(Draft(GRANTS, DIALOG, "Reservation mot allt"),)) as d:
        assert "Reservation mot allt" in d.item(GRANTS).private_note
        assert "Stod i en öppen dialog" in d.item(GRANTS).private_note
        assert any("egna minnesanteckningar" in toast for toast in d.toasts)


async def test_a_refusal_over_a_dialog_is_told_in_a_line_then_and_in_full_when_the_dialog_has_closed() -> None:
    made, disk = table(), Disk(ready=False)
    made._recorder = disk
    async with desk(made) as d:
        await d.write("Ordet")
        await d.press("f4")
        disk.waiting[0][2](NotSaved("Disken är full."))
        await d.pilot.pause()
        assert not isinstance(d.pilot.app.screen, NotSavedDialog)
        assert any("Disken är full" in toast for toast in d.toasts)
        await d.press("escape")
        assert isinstance(d.pilot.app.screen, NotSavedDialog)
        await d.press("escape")
        disk.answer()
        await d.pilot.pause()
        assert any("Disken tar emot igen" in toast for toast in d.toasts)


async def test_a_computer_that_slept_through_the_meeting_is_told() -> None:
    made = table()
    async with desk(made) as d:
        made.hand.now += timedelta(hours=2)
        d.screen._tick()
        await d.pilot.pause()
        assert any("datorn sov" in toast for toast in d.toasts)
        made.hand.now -= timedelta(hours=1)
        d.screen._tick()
        await d.pilot.pause()
        assert any("ställdes från" in toast for toast in d.toasts)
        await d.write("efter")
        await d.press("f2")
        assert d.item(GRANTS).texts["protocol"] == "efter"
        assert made.meeting.misfits == ()
