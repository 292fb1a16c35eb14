"""Ordförandevyn: everything that the chair glances at, and nothing that can be changed here.

The screen is given a meeting and a clock. In the secretary's window it asks the session once a second; as a program
of its own it is told by a feed what another process records (`tui/chair_app.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content

from exports.script import Cue, Script
from exports.style_model import Style
from sessions.events import Event
from sessions.meeting import Meeting
from sessions.own_speakers import OwnSpeakers
from sessions.session import Clock, Refused
from sessions.speaking import Limit, floor, queue, start
from tui.chair_page import LIMIT_CLASSES, ChairPage, Part, chair_page, floor_text
from tui.dialogs.message import MessageDialog
from tui.keys import Command, KeyTable, binding
from tui.literal import line, plain
from tui.screens.keyed import KeyedScreen
from tui.texts.chair import Chair as Words
from tui.texts.chair import Speakers as SpeakerWords
from tui.texts.program import Common
from tui.widgets.big_time import BigTime
from tui.widgets.footer import KeyFooter
from tui.widgets.told import Told

Source = Callable[[], tuple[Meeting, str]]
"""The meeting as it is now, and the secretary's line."""


def table_of(footer: Iterable[tuple[str, str, str, str]], group: str) -> KeyTable:
    """The keys of a screen from its words in `texts.py`."""
    return KeyTable(
        tuple(
            Command(id=f"{group}.{action}", action=action, key=key, word=word, title=word, tooltip=tip, footer=n, priority=False)
            for n, (action, key, word, tip) in enumerate(footer, 1)
        )
    )


KEYS = table_of(Words.FOOTER, "chair")


class ChairScreen(KeyedScreen[None]):
    """One meeting, seen by its chair. `ask`: where to look once a second; without it `follow` and `tell` are called."""

    CSS_PATH = "chair.tcss"
    AUTO_FOCUS = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding(c) for c in KEYS.commands),
        Binding("ctrl+o", "leave", Words.FOOTER[-1][2], show=False),
        Binding("full_stop", "black", Words.FOOTER[4][2], show=False),
        Binding("n", "next_speaker", SpeakerWords.NEXT, show=False),
        *(
            Binding(key, f"scroll_script({rows})", Words.SCRIPT, show=False)
            for key, rows in (("up", -1), ("down", 1), ("pageup", -8), ("pagedown,space", 8))
        ),
    ]

    def __init__(self, meeting: Meeting, style: Style, clock: Clock, *, ask: Source | None = None) -> None:
        super().__init__()
        self._meeting = meeting
        self._style = style
        self._clock = clock
        self._ask = ask
        self._note = ""
        self._fault = ""
        self._look = ""
        self._drift = True
        self._reservations = False
        self._own = OwnSpeakers(meeting, clock)
        self._minute = ""
        self._there = False

    def compose(self) -> ComposeResult:
        """A bar, the clock beside what goes on, what is on the table beside what to say, what comes, the keys."""
        with Vertical(id="chair-room"):
            with Horizontal(id="chair-bar"):
                for name in ("body", "presence", "drift", "ends"):
                    yield Told(id=f"chair-{name}")
            with Horizontal(id="chair-head"):
                yield BigTime(id="chair-clock")
                with Vertical(id="chair-now"):
                    for name in ("title", "spent", "floor"):
                        yield Told(id=f"chair-{name}")
            for name in ("looking", "note", "waiting", "excluded"):
                yield Told(id=f"chair-{name}")
            with Horizontal(id="chair-panels"):
                with VerticalScroll(id="chair-table", classes="panel"):
                    yield Told(id="chair-parts")
                with VerticalScroll(id="chair-script", classes="panel"):
                    yield Told(id="chair-cues")
            yield Told(id="chair-coming")
            yield Told(id="chair-fault")
            yield KeyFooter()
        yield Told(id="chair-black", classes="black -off")

    def on_mount(self) -> None:
        """Show everything; then once a second what the clock changes."""
        self.query_one(KeyFooter).keys = KEYS
        self.query_one("#chair-table").border_title = plain(Words.TABLE)
        self.query_one("#chair-script").border_title = plain(Words.SCRIPT)
        self.query_one("#chair-note").border_title = plain(Words.FROM_SECRETARY)
        self._there = True
        self._tick()
        self.show()
        self.set_interval(1.0, self._tick)

    # What is told from outside

    @property
    def meeting(self) -> Meeting:
        """What is shown."""
        return self._meeting

    def follow(self, meeting: Meeting) -> None:
        """Something was recorded."""
        moved = meeting.current != self._meeting.current
        self._meeting = meeting
        self._own.follow(meeting)
        if moved:
            self._look = ""
        self.show(from_the_top=moved)

    def tell(self, note: str) -> None:
        """The secretary's line came, or went."""
        if note != self._note:
            self._note = note
            self.show()

    def fault(self, text: str) -> None:
        """Say calmly that the file cannot be read just now; the last that was read stays."""
        if text != self._fault:
            self._fault = text
            self.show()

    # Showing

    def told(self, name: str) -> Told:
        """One of the lines."""
        return self.query_one(f"#chair-{name}", Told)

    def _tick(self) -> None:
        """The clock, the time of who speaks; once a minute all of it."""
        now = self._clock()
        minute = f"{now:%H.%M}"
        if self._ask is not None:
            meeting, note = self._ask()
            self.tell(note)
            if meeting is not self._meeting:
                self.follow(meeting)
        if minute != self._minute:
            self._minute = minute
            self.query_one(BigTime).say(minute, self._scale)
            self.show()
        elif item := next(iter(self._own.ahead.open_items), None):
            speaks = floor(self._own.ahead, item, now)
            self._show_floor(floor_text(self._meeting, speaks), speaks.limit if speaks else "")

    @property
    def _scale(self) -> int:
        return 2 if self.size.width >= 110 and self.size.height >= 32 else 1

    def on_resize(self) -> None:
        """Larger figures where there is room."""
        if self._there and self._minute:
            self.query_one(BigTime).say(self._minute, self._scale)

    def show(self, *, from_the_top: bool = False) -> None:
        """Tell every part what it shows."""
        if not self._there:
            return
        page = chair_page(self._own.ahead, self._style, self._clock(), look=self._look, reservations=self._reservations)
        with self.app.batch_update():
            self.told("body").say(page.body)
            self.told("presence").say(page.presence)
            self.told("presence").set_class(not page.quorate, "-not-quorate")
            self.told("drift").say(page.drift if self._drift else "")
            self.told("ends").say(page.ends if self._drift else "")
            self.told("title").say(page.title)
            self.told("spent").say(page.spent if self._drift else "")
            self.told("spent").set_class(page.over, "-over")
            self._show_floor(page.floor, page.limit)
            self.told("looking").say(page.looking)
            self.told("note").say(plain(self._note))
            self.told("waiting").say(page.waiting)
            self.told("excluded").say(" · ".join(page.excluded))
            self.told("parts").say(_table(page.table))
            self.told("cues").say(self._script(page))
            self.told("coming").say(" · ".join(page.coming))
            self.told("fault").say(Words.NO_CONTACT if self._fault else "")
        if from_the_top:
            for name in ("table", "script"):
                self.query_one(f"#chair-{name}", VerticalScroll).scroll_home(animate=False)

    def _show_floor(self, text: str, limit: Limit) -> None:
        line_of_floor = self.told("floor")
        line_of_floor.say(f"{text}{Words.limit(limit)}" if text else "")
        for name, style in LIMIT_CLASSES.items():
            line_of_floor.set_class(limit == name, style)

    def _script(self, page: ChairPage) -> Content:
        if not page.script:
            return plain(Words.NOT_NOW if page.looking else Words.NOTHING_TO_SAY, "$text-muted")
        return Content("\n\n").join(_script(part) for part in page.script)

    # Keys

    def action_look(self, by: int) -> None:
        """Look ahead or back; 0 comes back to what goes on."""
        order = [i for i in self._meeting.order if self._meeting.items[i].phase != "utgått"]
        at = self._look or (self._meeting.current[0] if self._meeting.current else "")
        if by == 0 or not order:
            self._look = ""
        else:
            place = order.index(at) + by if at in order else (0 if by > 0 else len(order) - 1)
            self._look = order[min(max(place, 0), len(order) - 1)]
            if self._look in self._meeting.current:
                self._look = ""
        self.show(from_the_top=True)

    def action_scroll_script(self, rows: int) -> None:
        """Further down in what is to be said, or up again."""
        self.query_one("#chair-script", VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_black(self) -> None:
        """Nothing, for when the screen is projected; or everything again."""
        black = self.told("black")
        black.say(plain(Words.BLACK))
        hide = black.has_class("-off")
        black.set_class(not hide, "-off")
        self.query_one("#chair-room").set_class(hide, "-hidden")

    @property
    def is_black(self) -> bool:
        """Whether nothing is shown."""
        return not self.told("black").has_class("-off")

    @property
    def _spoken_in(self) -> str:
        """The item in which the chair keeps a list of her own; empty, with a word why, when there is none."""
        item = next((x.id for x in self._meeting.open_items), "")
        if self._ask is not None:
            self.notify(SpeakerWords.OWN_IS_F9, markup=False)
            return ""
        if not item:
            self.notify(SpeakerWords.OWN_NO_ITEM, markup=False)
        return item

    def action_speakers(self) -> None:
        """A list of the chair's own, that lies here alone."""
        if item := self._spoken_in:
            from tui.dialogs.speakers import SpeakersDialog

            self.app.push_screen(SpeakersDialog(self._own, item, self._keep), lambda _: self.show())

    def action_next_speaker(self) -> None:
        """The floor to the first of the chair's own list."""
        if item := self._spoken_in:
            waiting = queue(self._own.ahead, self._own.ahead.items[item])
            if waiting:
                self._keep(start(self._meeting.items[item], waiting[0], self._clock()), False)
            else:
                self.notify(SpeakerWords.NONE_WAITS, markup=False)

    def _keep(self, events: tuple[Event, ...], insist: bool) -> Refused | None:
        refused = self._own.record(*events, insist=insist)
        self.show()
        return refused

    def action_drift(self) -> None:
        """Hide how it goes against the plan, or show it."""
        self._drift = not self._drift
        self.show()
        if not self._drift:
            self.notify(Words.DRIFT_HIDDEN, markup=False)

    def action_reservations(self) -> None:
        """Let the script ask for reservations, or not."""
        self._reservations = not self._reservations
        self.show()
        self.notify(Words.RESERVATIONS_ON if self._reservations else Words.RESERVATIONS_OFF, markup=False)

    def action_help(self) -> None:
        """What can be done here."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.HELP))

    def action_leave(self) -> None:
        """From what is looked at back to what goes on, then out. A program of its own is not left by a slip."""
        if self._look:
            self.action_look(0)
        elif self._ask is not None:
            self.dismiss(None)
        else:
            self.notify(Words.QUIT, markup=False)


def _table(parts: tuple[Part, ...]) -> Content:
    if not parts:
        return plain(Words.NOTHING_ON_TABLE, "$text-muted")
    style = {"motion": "$motion", "decision": "$decision", "proposal": "$text-muted", "note": "$text-muted"}
    rows: list[Content] = []
    for number, part in enumerate(parts):
        if number == 0 or parts[number - 1].label != part.label:
            rows.append(line(part.label, f"bold {style[part.kind]}"))
        rows.append(plain(part.text, "bold" if part.kind == "decision" else ""))
    return Content("\n").join(rows)


def _script(part: Script) -> Content:
    code = line(part.code, "$text-muted")
    return Content("\n").join([code, *map(_cue, part.cues)])


def _cue(cue: Cue) -> Content:
    """What is said stands out; what is heard, waited for and done steps back. The gavel has a sign of its own."""
    if cue.kind == "säg":
        return plain(cue.text, "bold")
    if cue.kind == "klubba":
        return line(str(cue), "bold $primary")
    return line(str(cue), "$text-muted")
