"""A nämnd at its table and an app with nothing but one screen: what tests of dialogs and widgets stand on.

Everything recorded is acknowledged at once, the clock stands still until a test moves it, and nothing touches a disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from agendas.model import Agenda
from sessions.events import Event, ItemOpened, MeetingOpened, PersonArrived, Recorded
from sessions.log import Log, effective
from sessions.session import Refused, Session
from tests.sessions.table import START, agenda
from tui.face import FaceApp

E = TypeVar("E", bound=Event)
SIZES = ((80, 24), (120, 40))
WORST = ("[/]", "[x] klart", "[@click=app.quit]x[/]", '"', "|", "#", "åäö", "ord" * 60, "[S]", "a [b")
"""Strings that Textual's markup would change, obey or crash on."""


class AtOnce:
    """A recorder whose disk is always ready."""

    def submit(self, events: Sequence[Event], after: int, done: Callable[[Any], None]) -> None:
        done([Recorded(after + number, 0, event) for number, event in enumerate(events, 1)])

    def save_draft(self, item: str, section: str, text: str, done: Callable[[Any], None] | None = None) -> None:
        pass


class Clock:
    """A clock that moves when a test says so."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


class Table(Session):
    """A session at the table: `sessions` below, a clock to move, and shorthands to set the table."""

    def __init__(self, planned: Agenda | None = None) -> None:
        self.hand = Clock()
        super().__init__(Log(planned or agenda()), AtOnce(), self.hand, deliver=lambda call: call(), changed=lambda: None)

    def do(self, *events: Event) -> None:
        """Record one act that must be possible."""
        refused = self.record(*events, insist=True)
        assert refused is None, refused

    def everybody(self, *but: str) -> None:
        """All but these are there from the start, and the meeting is open."""
        now = self.clock()
        self.do(*(PersonArrived(at=now, person=p.id) for p in self.log.agenda.people if p.id not in but))
        self.do(MeetingOpened(at=now))

    def undo(self) -> None:
        """Take back the newest act that counts."""
        self.strike(self.log.undoable()[0].act, insist=True)

    def open(self, *items: str) -> None:
        """Take up one item, or several en bloc."""
        self.do(ItemOpened(at=self.clock(), items=items))

    def recorded(self, event_type: type[E]) -> list[E]:
        """The events of a type that were recorded, in order."""
        return [r.event for r in self.log.records if isinstance(r.event, event_type)]

    @property
    def last_act(self) -> tuple[Event, ...]:
        """The events of the newest act."""
        return tuple(r.event for r in self.log.records if r.act == self.log.last_act)


def table(*but: str, item: str = "foreningsbidrag") -> Table:
    """An open meeting with all but these present, and one item taken up."""
    made = Table()
    made.everybody(*but)
    if item:
        made.open(item)
    return made


class Host(FaceApp[None]):
    """An app with the program's looks and one screen of the test's choice."""

    def __init__(self, screen: Callable[[], Screen[Any]]) -> None:
        super().__init__()
        self._make = screen
        self.result: Any = "not yet"

    def on_mount(self) -> None:
        """The screen is there from the start."""
        self.show()

    def show(self) -> None:
        """Push the screen, again if it was closed."""

        def closed(result: Any) -> None:
            self.result = result

        self.push_screen(self._make(), closed)


def running(screen: Callable[[], Screen[Any]], size: tuple[int, int] = (80, 24)) -> Any:
    """`async with running(...) as pilot`: the screen in an app, with toasts and tooltips on, since a fault in them is seen only so."""
    return Host(screen).run_test(size=size, notifications=True, tooltips=True)


def shown(pilot: Pilot[Any]) -> str:
    """All that stands on the terminal, line by line."""
    width, height = pilot.app.size
    lines = pilot.app.screen._compositor.render_strips() if pilot.app.screen.is_attached else []
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines[:height]) if width else ""


def words(pilot: Pilot[Any], selector: str) -> str:
    """The text of a `Static` as content."""
    return str(pilot.app.screen.query_one(selector, Static).visual)


async def typed(pilot: Pilot[Any], text: str) -> None:
    """Type letter by letter."""
    await pilot.press(*({" ": "space", "\n": "enter"}.get(c, c) for c in text))


def recorder(at: Table) -> Callable[[tuple[Event, ...], bool], Refused | None]:
    """What the screen gives a dialog for a new fact."""
    return lambda events, insist: at.record(*events, insist=insist)


def corrector(at: Table, entry: Recorded[Any]) -> Callable[[tuple[Event, ...], bool], Refused | None]:
    """What the screen gives a dialog for a line that is corrected."""

    def correct(events: tuple[Event, ...], insist: bool) -> Refused | None:
        (event,) = events
        return at.correct(entry.seq, event, insist)

    return correct


def newest(at: Table, event_type: type[E]) -> Recorded[E]:
    """The newest line of a type, as it counts now."""
    return next(r for r in reversed(effective(at.log.records)) if isinstance(r.event, event_type))


async def done(pilot: Pilot[Any]) -> bool:
    """Whether the dialog has closed and recorded."""
    await pilot.pause()
    return bool(getattr(pilot.app, "result", None) is True)
