"""Efter sammanträdet: late texts, approval, notice, dispatch, correction – one list from top to bottom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from sessions.events import Dispatched, Event, Recorded
from sessions.log import effective
from sessions.session import Refused, Session
from tui.after_rows import AfterRow, after_rows, approved_items, notice_lines
from tui.dialogs.afterwards import ApprovalDialog, LateTextDialog, NoticeDialog, RectificationDialog
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.copy_lines import CopyLinesDialog
from tui.dialogs.message import MessageDialog
from tui.dialogs.recording import RecordingDialog
from tui.keys import Command, KeyTable, binding
from tui.literal import line, plain
from tui.screens.common import saved_word
from tui.screens.keyed import KeyedScreen
from tui.telling import told_event
from tui.texts.after import After as Words
from tui.texts.after import Rectification
from tui.texts.program import Common
from tui.widgets.footer import KeyFooter
from tui.widgets.status_bar import StatusBar

if TYPE_CHECKING:
    from exports.style import Style

KEYS = KeyTable(
    tuple(
        Command(id=f"after.{action}", action=action, key=key, word=word, title=word, tooltip=tip, footer=n, priority=False)
        for n, (action, key, word, tip) in enumerate(Words.FOOTER, 1)
    )
)
_SIGNS = {True: "✓", False: "○", None: " "}


class AfterScreen(KeyedScreen[str]):
    """The list of what is done and what is left; gives back the id of an item where a finding is mended, or None.

    `style` is handed on to Granskning.
    """

    AUTO_FOCUS = "#after"
    BINDINGS = [*(binding(c) for c in KEYS.commands if c.key != "enter")]

    def __init__(self, session: Session, style: Style | None = None) -> None:
        super().__init__()
        self.session = session
        self._style = style
        self._rows: tuple[AfterRow, ...] = ()
        self._before: Callable[[], None] = session.changed

    def compose(self) -> ComposeResult:
        """Which meeting, the list, what stood against the last key, the keys."""
        yield StatusBar()
        yield OptionList(id="after", markup=False)
        yield Static("", id="after-error", classes="error -empty", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show the list, and follow what is committed."""
        self.query_one(KeyFooter).keys = KEYS
        self._before = self.session.changed
        self.session.changed = self._changed
        self._show()

    def on_unmount(self) -> None:
        """Somebody else follows the session from here on."""
        self.session.changed = self._before

    def _changed(self) -> None:
        self._before()
        if self.is_mounted:
            self._show()

    # Showing

    @property
    def list(self) -> OptionList:
        """The rows."""
        return self.query_one("#after", OptionList)

    @property
    def row(self) -> AfterRow | None:
        """The row at the cursor."""
        at = self.list.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def _show(self) -> None:
        meeting, stood = self.session.ahead, self.row
        bar = self.query_one(StatusBar)
        bar.body = Words.title(meeting.plan.body, meeting.plan.date.isoformat())
        bar.saved = saved_word(self.session)
        rows = after_rows(meeting, effective(self.session.log.records))
        if rows != self._rows:
            at = self.list.highlighted
            self._rows = rows
            self.list.set_options([Option(self._prompt(r), disabled=r.kind in {"heading", "said"}) for r in rows])
            there = next((n for n, r in enumerate(rows) if stood and r.key == stood.key), None)
            self.list.highlighted = there if there is not None else self._nearest(at or 0)

    def _nearest(self, at: int) -> int | None:
        able = [n for n, r in enumerate(self._rows) if r.kind not in {"heading", "said"}]
        left = [n for n in able if self._rows[n].done is False]
        return min(able, key=lambda n: abs(n - at)) if at else next(iter(left or able), None)

    def _prompt(self, row: AfterRow) -> Content:
        if row.kind == "heading":
            return line(row.text, "bold $primary")
        width = max(30, self.size.width - 8)
        room = max(10, width - len(row.note) - 4)
        text = line(row.text).truncate(room, ellipsis=True)
        note = line(row.note)
        return Content.assemble(f" {_SIGNS[row.done]} ", text, " " * max(2, width - 3 - text.cell_length - note.cell_length), note)

    def on_resize(self) -> None:
        """The rows are made for the width that there is."""
        self._rows = ()
        self._show()

    def _refuse(self, refused: Refused | None) -> None:
        error = self.query_one("#after-error", Static)
        error.update(plain(refused.reason if refused else ""))
        error.set_class(refused is None, "-empty")

    # Recording

    def _submit(self, events: tuple[Event, ...], insist: bool) -> Refused | None:
        refused = self.session.record(*events, insist=insist)
        self._show()
        return refused

    def _correct(self, entry: Recorded[Event], events: tuple[Event, ...], insist: bool) -> Refused | None:
        refused = self.session.correct(entry.seq, events[0], insist)
        self._show()
        return refused

    @on(OptionList.OptionSelected, "#after")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_choose()

    def action_choose(self) -> None:
        """Enter: the dialog of the row, or its tick."""
        self._refuse(None)
        row = self.row
        if row is None:
            return
        submit = partial(self._correct, row.entry) if row.entry else self._submit
        dialog: RecordingDialog | None = None
        if row.kind == "late":
            dialog = LateTextDialog(self.session, row.item, submit, row.entry, of=row.of)
        elif row.kind in {"approve", "approved"}:
            dialog = ApprovalDialog(self.session, "", submit, row.entry, some=row.of == "some")
        elif row.kind == "post":
            dialog = NoticeDialog(self.session, "", submit, row.entry)
        elif row.kind in {"rectify", "rectified"}:
            able = approved_items(self.session.ahead)
            if able or row.entry:
                dialog = RectificationDialog(self.session, row.item or able[0].id, submit, row.entry)
            else:
                self._refuse(Refused(Rectification.NONE))
        elif row.kind == "copy":
            self.app.push_screen(CopyLinesDialog(notice_lines(self.session.ahead)))
        elif row.kind == "dispatch":
            self._tick(row)
        if dialog is not None:
            self.app.push_screen(dialog)

    def _tick(self, row: AfterRow) -> None:
        if row.entry is not None:
            self._refuse(self.session.strike(row.entry.act))
            self._show()
            return
        now = self.session.clock()
        self._refuse(self._submit((Dispatched(at=now, item=row.item, recipient=row.of, date=now.date()),), False))

    @work
    async def action_strike(self) -> None:
        """Delete: say what goes, and let it go."""
        row = self.row
        if row is None or row.entry is None:
            self.notify(Words.NOTHING_TO_STRIKE, markup=False)
            return
        what = told_event(self.session.ahead, row.entry)
        against = self.session.why_not_strike(row.entry.act)
        detail = f"{against.reason} {Words.STRIKE_DETAIL}" if against else Words.STRIKE_DETAIL
        question = ConfirmDialog(Words.strike(what), detail, yes=Words.STRIKE_YES, no=Words.STRIKE_NO, yes_key="s")
        if await self.app.push_screen_wait(question):
            self.session.strike(row.entry.act, insist=True)
            self._show()

    # Away from here

    @work
    async def action_review(self) -> None:
        """F12: what is missing, and writing the protocol; a finding of a § is mended where the § is."""
        from tui.screens.review import ReviewScreen

        item = await self.app.push_screen_wait(ReviewScreen(self.session, self._style, from_after=True))
        if item:
            self.dismiss(item)

    def action_help(self) -> None:
        """What can be done here."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.HELP))

    def action_leave(self) -> None:
        """One step back; everything is recorded already."""
        self.dismiss()
