"""Historik: each act as it was recorded, with its clock, and what became of it. Nothing is changed here."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from exports.swedish import upper_first
from sessions.events import Corrected, Recorded, TextWritten, Timed
from sessions.history import Act, history
from sessions.log import Log, replacing
from sessions.naming import named
from tui.dialogs.message import MessageDialog
from tui.keys import binding
from tui.literal import line, plain
from tui.screens.chair import table_of
from tui.screens.keyed import KeyedScreen
from tui.telling import told, told_event
from tui.texts.history import History as Words
from tui.texts.program import Common
from tui.widgets.footer import KeyFooter

KEYS = table_of(Words.FOOTER, "history")
_LONGEST_TEXT = 240
_EARLIER = "earlier"
_AT_ONCE = 1000
"""So many of the newest acts are shown until more are asked for: a long day of fullmäktige has ten thousand."""


class HistoryScreen(KeyedScreen[str]):
    """Gives back the item of the act that was chosen, or None. `item`: only what is about this one, to begin with."""

    CSS_PATH = "history.tcss"
    AUTO_FOCUS = "#history"
    BINDINGS: ClassVar[list[BindingType]] = [binding(c) for c in KEYS.commands if c.key != "enter"]

    def __init__(self, log: Log, *, item: str = "") -> None:
        super().__init__()
        self._log = log
        self._meeting = log.meeting
        self._acts = history(log.records)
        self._by_number = {act.number: act for act in self._acts}
        self._item = item
        self._taken = False
        self._all = False
        self._shown: tuple[Act, ...] = ()

    def compose(self) -> ComposeResult:
        """The acts, the whole of the one at the cursor, the keys."""
        yield OptionList(id="history", markup=False, classes="panel")
        yield Static("", id="history-whole", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """The newest act is where the cursor stands."""
        self.query_one(KeyFooter).keys = KEYS
        self._show()

    # Showing

    def _show(self) -> None:
        at = self._act
        wanted = [a for a in self._acts if self._wanted(a)]
        earlier = 0 if self._all else max(len(wanted) - _AT_ONCE, 0)
        self._shown = tuple(wanted[earlier:])
        rows = self.query_one("#history", OptionList)
        where = named(self._meeting.items[self._item]) if self._item in self._meeting.items else ""
        rows.border_title = plain(Words.title(where, self._taken, len(wanted)))
        if not self._shown:
            rows.set_options([Option(line(Words.NOTHING_TAKEN if self._acts else Words.NOTHING, "$text-muted"), disabled=True)])
            return
        width = self._clock_width()
        more = [Option(line(Words.earlier(earlier), "bold"), id=_EARLIER)] if earlier else []
        rows.set_options([*more, *(Option(self._row(a, width), id=str(a.number)) for a in self._shown)])
        rows.highlighted = rows.get_option_index(str(at.number if at in self._shown else self._shown[-1].number))

    def _wanted(self, act: Act) -> bool:
        if self._item and self._item not in act.items:
            return False
        return not self._taken or act.kind != "fact" or not act.stands or act.corrected is not None or act.brought_back

    def _row(self, act: Act, width: int) -> Content:
        marks = ", ".join(self._marks(act))
        gone = "strike" if not act.stands else ""  # no colour: at the cursor it would stand on the cursor's own
        mark = line(f"[{marks}]", "bold") if marks else ""
        return Content.assemble(f"{self._clock(act.at):<{width}}  ", mark, " " if marks else "", line(upper_first(self._told(act)), gone))

    def _marks(self, act: Act) -> list[str]:
        found = []
        if act.taken_back is not None:
            found.append(Words.taken_back(self._clock(act.taken_back)))
        elif act.brought_back:
            found.append(Words.BROUGHT_BACK)
        if act.corrected is not None:
            found.append(Words.corrected(self._clock(act.corrected)))
        return found

    def _clock(self, moment: datetime) -> str:
        """The time, with its day when it is another than that of the meeting."""
        same = moment.date() == self._day
        return f"{moment:%H.%M}" if same else f"{moment.day}/{moment.month} {moment:%H.%M}"

    def _clock_width(self) -> int:
        return max(len(self._clock(a.at)) for a in self._shown)

    @property
    def _day(self) -> Any:
        return self._meeting.opened.date() if self._meeting.opened else self._meeting.plan.date

    def _told(self, act: Act) -> str:
        if act.kind == "correction":
            return self._correction(act)
        of = self._by_number.get(act.of)
        if of is None:
            return told(self._meeting, act.records)
        what = self._told(of)
        return Words.redo(what) if act.kind == "redo" else Words.undo(what)

    def _correction(self, act: Act) -> str:
        """What the fact said before this correction, and after it."""
        entry = next(r for r in act.records if isinstance(r.event, Corrected))
        written = self._log.entry(entry.event.seq)
        if written is None:
            return told(self._meeting, act.records)
        earlier = [
            r.event.event for r in self._log.records if isinstance(r.event, Corrected) and r.event.seq == written.seq and r.seq < entry.seq
        ]
        before = replacing(written.event, earlier[-1]) if earlier else written.event
        after = replacing(written.event, entry.event.event)
        texts = [told_event(self._meeting, Recorded(written.seq, written.act, event)) for event in (before, after)]
        return Words.correction(*texts)

    @on(OptionList.OptionHighlighted, "#history")
    def _at_cursor(self) -> None:
        act = self._act
        self.query_one("#history-whole", Static).update(plain("\n".join(self._whole(act)) if act else ""))

    def _whole(self, act: Act) -> list[str]:
        """The act at the cursor in full: also what was recorded with it, when it happened, and the text itself."""
        first = upper_first(self._told(act))
        marks = ", ".join(self._marks(act))
        found = [f"{self._clock(act.at)}  {first}" + (f" – {marks}" if marks else "")]
        event = act.records[0].event
        if isinstance(event, Timed) and event.when and event.when != event.at:
            found.append(Words.happened(self._clock(event.when)))
        if isinstance(event, TextWritten):
            text = " ".join(event.text.split())
            found.append(f"”{text[:_LONGEST_TEXT]}{'…' if len(text) > _LONGEST_TEXT else ''}”" if text else "–")
        others = [told_event(self._meeting, r) for r in act.records] if act.kind == "fact" else []
        if len(others) > 1:
            found.append(Words.together(", ".join(dict.fromkeys(others))))
        return found

    # Keys

    @property
    def _act(self) -> Act | None:
        option = self.query_one("#history", OptionList).highlighted_option
        return self._by_number.get(int(option.id)) if option is not None and option.id and option.id != _EARLIER else None

    def action_paragraph(self) -> None:
        """Only what is about the item at the cursor; all of it again."""
        act = self._act
        if self._item:
            self._item = ""
        elif act and act.items:
            self._item = act.items[0]
        else:
            self.notify(Words.NO_PARAGRAPH, markup=False)
            return
        self._show()

    def action_taken(self) -> None:
        """Only what was taken back or put right; all of it again."""
        self._taken = not self._taken
        self._show()

    @on(OptionList.OptionSelected, "#history")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id == _EARLIER:
            first = str(self._shown[0].number)
            self._all = True
            self._show()
            rows = self.query_one("#history", OptionList)
            rows.highlighted = rows.get_option_index(first)
        else:
            self.action_go_there()

    def action_go_there(self) -> None:
        """To the item of the act at the cursor, while the act stands."""
        act = self._act
        if act is None:
            return
        item = next((i for i in act.items if i in self._meeting.items), "")
        if not act.stands:
            self.notify(Words.TAKEN_BACK, markup=False)
        elif not item:
            self.notify(Words.WHOLE_MEETING, markup=False)
        elif not self._meeting.items[item].opened:
            self.notify(Words.NOT_HANDLED, markup=False)
        else:
            self.dismiss(item)

    def action_help(self) -> None:
        """What the rows and marks mean."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.HELP))

    def action_leave(self) -> None:
        """One step back."""
        self.dismiss(None)
