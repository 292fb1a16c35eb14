"""A whole real meeting by keys alone, through the program and its file, ends in the protocol that its archive gives.

Counted are the keys that are pressed; prose (what would be written on paper too) is not, letters of names and of
alternatives are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from agendas.examples import example_paths
from agendas.file import read_agenda
from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.readable_draft import readable_draft_path
from exports.style import load_style
from sessions.archive import read_archive
from sessions.events import NoticePosted, Recorded
from sessions.examples import archive_paths
from sessions.log import effective, replay
from sessions.meeting import Meeting
from sessions.opening import new_recording
from sessions.store import Store
from tests.tui.helpers import until
from tests.tui.host import SIZES, shown
from tui.app import KlubbanApp
from tui.screens.meeting import MeetingScreen
from tui.screens.roll_call import RollCallScreen

MOST_KEYS = 104
"""For ten people, fourteen §§, one jäv, three motions, an appendix, two who leave, the opening and the end."""
NO_KEY = (NoticePosted,)
"""What the archive holds of the time after the meeting; it is recorded in no meeting."""

ITEM = "ansokan-om-foreningsbidrag-2022"
NEWS = ("information-fran-forvaltningen", "information-fran-ordforande")
TOLD = "Lars Handegard (V) har lämnat ett skriftligt förslag till fördelning av verksamhetsstödet."
MOVED = "Vård- och omsorgsnämndens arbetsutskott beviljar föreningarna stöd enligt förslaget från (V)."
PAPER = "Förslag från (V) till fördelning av verksamhetsstödet"


class Steps:
    """A clock that goes on a second each time it is asked, and to a time when the test says so."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def to(self, time: str) -> None:
        hour, minute = map(int, time.split("."))
        self.now = self.now.replace(hour=hour, minute=minute, second=0)


class Secretary:
    """Hands on the keyboard, counted."""

    def __init__(self, pilot: Pilot[Any], clock: Steps) -> None:
        self.pilot = pilot
        self.app = pilot.app
        self.clock = clock
        self.keys = 0
        self.costs: dict[str, int] = {}

    async def press(self, *keys: str) -> None:
        """Keys, one after another, and then what they lead to."""
        self.keys += len(keys)
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def prose(self, text: str) -> None:
        """What is written, not counted: letter by letter into the box that has the cursor."""
        for character in text:
            key = events.Key({"\n": "enter", " ": "space"}.get(character, character), character)
            self.app.post_message(key)
        await self.pilot.pause()

    @contextmanager
    def about(self, what: str) -> Iterator[None]:
        """Count what an act costs."""
        before = self.keys
        yield
        self.costs[what] = self.keys - before

    @property
    def meeting(self) -> Meeting:
        """The meeting with all that is on its way."""
        return self.screen.session.ahead

    @property
    def screen(self) -> MeetingScreen:
        """The meeting screen, under whatever lies over it."""
        return next(s for s in self.app.screen_stack if isinstance(s, MeetingScreen))

    @property
    def at_desk(self) -> bool:
        """Whether no dialog is open."""
        return isinstance(self.app.screen, MeetingScreen)


@asynccontextmanager
async def secretary(path: Path, size: tuple[int, int]) -> AsyncIterator[Secretary]:
    """The program over a new file, at the roll call, five minutes before the meeting."""
    agenda = read_agenda(example_paths()["ludvika"]).agenda
    clock = Steps(read_archive(archive_paths()["ludvika"]).records[0].event.at)
    app = KlubbanApp(clock=clock, recording=new_recording(path, agenda, clock), folder=path.parent)
    async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
        await until(pilot, lambda: isinstance(app.screen, RollCallScreen), "the roll call")
        yield Secretary(pilot, clock)
        app.exit()
        await pilot.pause()


async def hold(s: Secretary) -> None:
    """Ludvika, vård- och omsorgsnämndens arbetsutskott, 17 januari 2022."""
    with s.about("upprop"):
        await s.press("a", "a")
        s.clock.to("13.00")
        await s.press("f2", "enter")
    assert s.at_desk
    with s.about("justerare"):
        await s.press("ctrl+p", *"just", "enter", "a", "n", "n", "enter", "enter")
    assert s.at_desk
    assert s.meeting.approvers[0].event.persons == ("ann-katrin-krainer",)

    for number in range(1, 6):
        await plain(s, number)

    await s.press("f2")
    with s.about("jäv"):
        await s.press("f4", "å", "k", "enter")
    assert s.at_desk
    assert s.meeting.items[ITEM].recused == ("ake-henriksson",)
    await s.prose(TOLD)
    with s.about("bilaga"):
        await s.press("escape", "i")
        await until(s.pilot, lambda: not s.at_desk, "the dialog of the appendix")
        await s.prose(PAPER)
        await s.press("tab", "tab", "h", "a", "n", "enter", "enter")
    assert s.at_desk
    with s.about("yrkanden"):
        await s.press("f3", "h", "a", "n", "enter", "tab", "ä")
        await s.prose(MOVED)
        await s.press("shift+tab", "1", "ctrl+n")
        await s.press("b", "tab", "tab", "2", ",", "3", "enter")
        assert s.at_desk, shown(s.pilot)
        await s.press("f3", "å", "s", "a", "enter", "enter")
    assert s.at_desk
    with s.about("proposition och beslut"):
        await s.press("f5", "1", "enter")
    assert s.at_desk, shown(s.pilot)
    assert s.meeting.items[ITEM].decision
    with s.about("två går"):
        await s.press("f8", "h", "u", "g", "enter", "enter")
        await s.press("f8", "n", "y", "l", "enter", "enter")
    assert s.at_desk

    for number in range(7, 13):
        await plain(s, number)

    with s.about("information"):
        await s.press("f2", "f2")
    assert [s.meeting.items[i].phase for i in NEWS] == ["lämnat", "öppet"]
    with s.about("avslutning"):
        s.clock.to("15.20")
        await s.press("f2", "enter")
    assert s.at_desk
    assert s.meeting.closed


async def plain(s: Secretary, number: int) -> None:
    """A § with one proposal: opened, and the gavel."""
    with s.about(f"§ {number}"):
        await s.press("f2", "f5", "enter")
    assert s.at_desk
    assert s.meeting.current_item
    assert (s.meeting.current_item.paragraph, s.meeting.current_item.phase) == (number, "beslutat")


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
async def test_a_whole_meeting_by_keys_ends_in_the_protocol_of_its_archive(size: tuple[int, int], tmp_path: Path):
    path = tmp_path / "ludvika.klubban"
    async with secretary(path, size) as s:
        await hold(s)
        # What is said of the clock, which the test has put forward, may lie over it for a while.
        await until(s.pilot, lambda: "Avslutat kl. 15.20" in shown(s.pilot), "the meeting is closed")
        total, costs = s.keys, s.costs

    assert all(costs[f"§ {n}"] <= 3 for n in (*range(1, 6), *range(7, 13))), costs
    assert costs["jäv"] <= 6, costs
    assert total <= MOST_KEYS, (total, costs)

    with Store.follow(path) as stored:
        records, agenda = stored.since(0), stored.agenda
    held, style = replay(agenda, records), load_style("ludvika")
    assert held.misfits == ()
    archive = [r for r in read_archive(archive_paths()["ludvika"]).records if not isinstance(r.event, NO_KEY)]
    wanted = markdown(protocol(replay(agenda, archive), style))
    assert markdown(protocol(held, style)) == wanted
    assert readable_draft_path(path).read_text(encoding="utf-8") == wanted
    # The same facts, too, and not only the same words.
    mine, theirs = kinds(records), kinds(archive)
    assert mine - theirs == Counter({"PersonArrived": 1}), "the secretary, who marks herself too"
    assert theirs - mine == Counter({"DebateClosed": 1, "ItemLeft": 1}), "nothing printed: the gavel, and the end, say both"


def kinds(records: Iterable[Recorded[Any]]) -> Counter[str]:
    """What was recorded, and how often."""
    return Counter(type(r.event).__name__ for r in effective(tuple(records)))


async def test_the_mover_of_an_early_motion_is_corrected_with_five_keys_and_the_name(tmp_path: Path):
    first = "budgetuppfoljning-januari-november-2021"
    async with secretary(tmp_path / "ludvika.klubban", (80, 24)) as s:
        await s.press("a", "a", "f2", "enter", "f2", "f3", *"lars", "enter", "enter", "f3", *"torb", "enter", "tab", "a", "ctrl+s")
        await s.press("f5", "1", "enter")
        assert s.meeting.items[first].decision
        await s.prose("Kvar står texten.")
        with s.about("rättelse"):
            await s.press("shift+tab", "1", "backspace", *"krai", "enter", "enter")
        assert s.at_desk, shown(s.pilot)
        motions = s.meeting.items[first].motions
        assert [m.entry.event.by for m in motions] == [("ann-katrin-krainer",), ("torbjorn-tomtlund",)]
        assert s.meeting.items[first].decision
        assert s.meeting.misfits == ()
        assert s.costs["rättelse"] - len("krai") <= 5
