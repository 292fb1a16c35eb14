"""What is seen of a running meeting: one reactive `meeting`, handed down to parts that never change places.

Shown is what is committed (`session.shown`); the text boxes follow what is on its way too (`session.ahead`), so that
going on to the next § never waits for a disk.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive
from textual.timer import Timer

from sessions.attendance import here, present, quorate
from sessions.meeting import ItemState, Meeting
from sessions.order import next_item
from sessions.session import Session
from sessions.timing import Forecast, elapsed, forecast, planned_minutes
from tui.keys import DEFAULT_KEYS, Command, KeyTable
from tui.lines import lines_of
from tui.literal import plain
from tui.screens.keyed import KeyedScreen
from tui.texts.meeting import MeetingView as Words
from tui.texts.meeting import RollCall
from tui.widgets.agenda_list import AgendaList, agenda_rows
from tui.widgets.banner import Banner
from tui.widgets.command_mode import CommandMode
from tui.widgets.composition import CompositionTable
from tui.widgets.editor import Editor
from tui.widgets.footer import KeyFooter
from tui.widgets.guide_strip import GuideStrip
from tui.widgets.item_panel import ItemPanel
from tui.widgets.status_bar import StatusBar
from tui.width import width_class

if TYPE_CHECKING:
    from exports.style import Style

SAVING_AFTER = 0.15
"""Seconds before `sparar …` is worth saying."""
FINDINGS_AFTER = 0.3
"""Seconds of quiet before the findings are counted again."""
JUMP = timedelta(seconds=2)
SLEPT = timedelta(minutes=3)
"""A second that took so long: the computer slept, or its clock was set."""


def _unset() -> Meeting:
    raise RuntimeError("the meeting is set before the screen is shown")


class MeetingView(KeyedScreen[None]):
    """The parts, and what each of them is told when the meeting changes. Nothing is recorded here."""

    AUTO_FOCUS = "#protocol"

    meeting: reactive[Meeting] = reactive(_unset, init=False, repaint=False)
    """What is committed."""
    viewed: reactive[str] = reactive("", init=False, repaint=False)
    """The item that is written in while another one runs; empty while that is the current one."""

    def __init__(
        self, session: Session, *, path: Path | None = None, abbreviations: Mapping[str, str] | None = None, keys: KeyTable = DEFAULT_KEYS
    ) -> None:
        """`path`: the session's file; None when the meeting lies nowhere."""
        super().__init__()
        self.session = session
        self._path = path
        self.keys = keys
        self.set_reactive(MeetingView.meeting, session.shown)
        self.command_mode: CommandMode = CommandMode(self, lambda: self.keys.by_letter, self._show_mode, question=self.question_of)
        self.abbreviations = abbreviations
        self._ticked: datetime | None = None
        self._counting: Timer | None = None
        self._told_fault = ""
        session.changed = self.session_changed

    def compose(self) -> ComposeResult:
        """The drawing of design section 9."""
        self.add_class(width_class(self.app), update=False)
        yield StatusBar(id="status")
        with Horizontal(id="room"):
            yield AgendaList(id="agenda")
            with Vertical(id="item"):
                yield Banner(id="banner")
                yield ItemPanel(id="paragraph")
                yield Editor(candidates=self.candidates, abbreviations=self.abbreviations, id="editor")
            yield CompositionTable(id="composition", classes="panel")
        yield GuideStrip()
        yield KeyFooter(id="footer")

    def on_mount(self) -> None:
        """Show everything once; then only what changes."""
        self.footer.keys = self.keys
        self.composition.border_title = plain(Words.COMPOSITION)
        self.show_all()
        self._tick()
        self.set_interval(1.0, self._tick)
        self.begin()

    def begin(self) -> None:
        """Everything is shown: what comes first. No second `on_mount`: Textual calls those of all classes by itself."""

    def on_unmount(self) -> None:
        """Nobody here follows the session any more."""
        self.session.changed = lambda: None

    # The parts

    @property
    def status(self) -> StatusBar:
        """The top line."""
        return self.query_one("#status", StatusBar)

    @property
    def agenda(self) -> AgendaList:
        """The list at the left."""
        return self.query_one("#agenda", AgendaList)

    @property
    def banner(self) -> Banner:
        """The line that says that another § goes on."""
        return self.query_one("#banner", Banner)

    @property
    def panel(self) -> ItemPanel:
        """What is recorded in the §."""
        return self.query_one("#paragraph", ItemPanel)

    @property
    def editor(self) -> Editor:
        """The text."""
        return self.query_one("#editor", Editor)

    @property
    def composition(self) -> CompositionTable:
        """Who decides now; beside the § where there is room."""
        return self.query_one("#composition", CompositionTable)

    @property
    def footer(self) -> KeyFooter:
        """The bottom line."""
        return self.query_one("#footer", KeyFooter)

    @cached_property
    def style_of_house(self) -> Style:
        """The house style; one that cannot be read is no reason to stop."""
        from exports.style import StyleFaults, load_style

        try:
            return load_style(self.session.ahead.plan.style)
        except (StyleFaults, OSError) as fault:
            self.notify(str(fault), severity="warning", markup=False)
            return load_style()

    # Which item

    @property
    def target(self) -> str:
        """The item that acts are about: the one written in, else the current one; empty before the first."""
        ahead = self.session.ahead
        return self.viewed or (ahead.current[0] if ahead.current else "")

    def _shown_item(self, meeting: Meeting) -> ItemState | None:
        item = self.viewed or (meeting.current[0] if meeting.current else "")
        return meeting.items.get(item)

    def candidates(self) -> Iterable[tuple[str, bool]]:
        """The names that Tab completes, and who of them is here."""
        ahead = self.session.ahead
        return ((person.label, here(ahead, id)) for id, person in ahead.people.items())

    # The meeting changes

    def session_changed(self) -> None:
        """The writer has answered."""
        self.meeting = self.session.shown
        self.show_saved()
        if self.is_attached:
            self.show_text()

    def watch_meeting(self) -> None:
        """Hand the parts down."""
        if self.is_attached:
            self.show_all()

    def watch_viewed(self) -> None:
        """Another § is shown."""
        if self.is_attached:
            self.show_all()

    def show_all(self) -> None:
        """Tell every part what it shows; each paints only what says something else."""
        m = self.meeting
        if self.viewed and (self.viewed in m.current or not m.items[self.viewed].opened):
            self.viewed = ""  # undone, or the one that goes on now; comes back here through `watch_viewed`
            return
        with self.app.batch_update():
            self._show_status(m)
            self.show_times()
            self._show_item(m)
            self.show_text()
            self.show_saved()
        self.show_guide()
        self._count_findings_soon()

    def show_guide(self) -> None:
        """What comes next, in a rehearsal."""
        self.query_one(GuideStrip).follow(self.session.log.records, self.keys)

    def _show_status(self, m: Meeting) -> None:
        item = m.open_items[0] if m.open_items else None
        able = present(m, item)
        enough = quorate(m, item, able)
        self.status.body = m.plan.body
        self.status.presence = RollCall.presence(len(able), m.seats, enough, m.body.neuter)
        self.status.quorate = enough

    def _show_item(self, m: Meeting) -> None:
        item = self._shown_item(m)
        current = m.current_item
        self.banner.say(Words.editing(_number(item), _number(current)) if self.viewed and item else _state_of(m))
        if item is None:
            coming = next_item(m)
            hint = Words.NOT_OPENED if m.phase == "kallad" else Words.nothing_open(coming.item.short if coming else "")
            self.panel.show(Words.NO_ITEM, (), hint=hint)
        else:
            self.panel.show(_title(m, item, self.viewed), lines_of(m, item), note=self._note(m, item))

        self.composition.show(m, item)

    def _note(self, m: Meeting, item: ItemState) -> str:
        if not item.episodes:
            return ""
        minutes = int(elapsed(m, item, self.session.clock()) / timedelta(minutes=1))
        return Words.took(minutes, planned_minutes(m).get(item.id))

    def show_text(self) -> None:
        """The texts of the item, as they are with what is on its way."""
        self.editor.show(self._shown_item(self.session.ahead))

    def show_times(self) -> None:
        """The agenda list, with what the clock says of it."""
        m = self.meeting
        times = forecast(m, self.session.clock()) if m.phase != "avslutat" else Forecast()
        self.agenda.show(agenda_rows(m, times, self.viewed), self.viewed or (m.current[0] if m.current else ""))
        self.agenda.show_end(times.planned_end, times.ends)

    # Time

    def _tick(self) -> None:
        now = self.session.clock()
        before, self._ticked = self._ticked, now
        self.status.clock = f"{now:%H.%M}"
        if before is None or (before.hour, before.minute) == (now.hour, now.minute):
            return
        if now < before - JUMP:
            self.notify(Words.clock_jumped(f"{before:%H.%M}", f"{now:%H.%M}"), timeout=10, markup=False)
        elif now > before + SLEPT and self.meeting.phase == "öppnat":
            self.notify(Words.slept(f"{before:%H.%M}", f"{now:%H.%M}"), timeout=15, markup=False)
        self.show_times()
        if (item := self._shown_item(self.meeting)) is not None:
            self.panel.show_note(self._note(self.meeting, item))

    # Saving

    def show_saved(self) -> None:
        """Never says saved before it is; `sparar …` only when it takes a while."""
        saving = self.session.saving
        if not self.is_attached:
            return
        if saving.fault:
            self.status.saved = "not saved"
        elif saving.saved:
            self.status.saved = "saved"
        if saving.fault != self._told_fault:
            self._told_fault = saving.fault
            if saving.fault:
                self.tell_not_saved(saving.fault)
            else:
                self.tell_saved_again()

    def tell_not_saved(self, fault: str) -> None:
        """The disk refuses: said in the way of the screen that records."""

    def tell_saved_again(self) -> None:
        """The disk takes things again."""

    def acted(self) -> None:
        """Something is on its way to the disk: the text follows at once, and the bar says so if it takes a while."""
        self.show_text()
        if self.session.saving.fault:
            self.session_changed()  # nobody will answer soon: it is shown as it is in memory, marked as not saved
        elif not self.session.saving.saved:
            self.set_timer(SAVING_AFTER, self._still_saving)

    def _still_saving(self) -> None:
        if not self.session.saving.saved and not self.session.saving.fault:
            self.status.saved = "saving"

    # Findings, off the key's path

    def _count_findings_soon(self) -> None:
        if self._counting is not None:
            self._counting.stop()
        self._counting = self.set_timer(FINDINGS_AFTER, lambda: self._count_findings(self.meeting))

    # Without a description Textual spells out the whole meeting to make one, in the thread of the screen.
    @work(thread=True, exclusive=True, exit_on_error=False, group="findings", description="att se på")
    def _count_findings(self, meeting: Meeting) -> None:
        from sessions.findings import findings

        count = len(findings(meeting))
        self.call_later(self._show_findings, count)

    def _show_findings(self, count: int) -> None:
        self.status.findings = count

    # Esc and a letter

    def _show_mode(self, text: str) -> None:
        self.footer.notice = text

    def question_of(self, command: Command) -> str:
        """What is asked before a command reached by letter acts."""
        return command.question


def _title(m: Meeting, item: ItemState, viewed: str) -> str:
    if not viewed and len(m.current) > 1:
        numbers = ", ".join(str(m.items[i].paragraph) for i in m.current if m.items[i].paragraph is not None)
        return f"§§ {numbers} {item.item.short}"
    return f"§ {item.paragraph} {item.item.short}" if item.paragraph is not None else item.item.short


def _state_of(m: Meeting) -> str:
    """What is worth a line of its own while it lasts."""
    if m.phase == "ajournerat":
        return Words.adjourned_since(f"{m.adjournments[-1].start:%H.%M}")
    return Words.closed_at(f"{m.closed:%H.%M}") if m.phase == "avslutat" and m.closed else ""


def _number(item: ItemState | None) -> str:
    if item is None:
        return ""
    return f"§ {item.paragraph}" if item.paragraph is not None else item.item.short
