"""Granskning: what is missing or looks wrong, how the protocol will read, and writing it to files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from exports.as_pdf import CannotPrint, NoTypst
from exports.document import Document
from exports.output import AlreadyExists, CannotWrite
from exports.style import Style
from sessions.events import Event
from sessions.findings import Finding, findings
from sessions.meeting import Meeting
from sessions.session import Refused, Session
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.export import ExportDialog
from tui.dialogs.message import MessageDialog
from tui.document_text import document_content
from tui.export_job import Exported, ExportOrder, NothingToWrite, carry_out
from tui.keys import Command, KeyTable, binding
from tui.literal import line, plain
from tui.palette import PaletteCommand
from tui.screens.common import house_style, saved_word
from tui.screens.keyed import KeyedScreen
from tui.texts.after import Review as Words
from tui.texts.history import History as HistoryWords
from tui.texts.program import Common
from tui.widgets.findings_list import FindingsList
from tui.widgets.footer import KeyFooter
from tui.widgets.status_bar import StatusBar

MENDED_AFTERWARDS = frozenset({"R-1101", "R-1107", "R-1108", "R-1109", "R-1110"})
"""Rules about days: approval and notice."""

Build = Callable[[Meeting, Style, bool], Document]
"""Makes the protocol; the last is whether it is the public version."""

KEYS = KeyTable(
    tuple(
        Command(id=f"review.{action}", action=action, key=key, word=word, title=word, tooltip=tip, footer=n, priority=False)
        for n, (action, key, word, tip) in enumerate(Words.FOOTER, 1)
    )
)


def build_protocol(meeting: Meeting, style: Style, public: bool) -> Document:
    """The protocol as the export makes it."""
    from exports.protocol import protocol

    return protocol(meeting, style, public=public)


class ReviewScreen(KeyedScreen[str]):
    """Gives back the id of the item where a finding is mended, or None.

    `style` is the house style, read from the plan when it is not given; `folder` is where files are proposed to go.
    """

    AUTO_FOCUS = "#findings"

    BINDINGS = [*(binding(c) for c in KEYS.commands if c.key != "enter")]

    def __init__(
        self,
        session: Session,
        style: Style | None = None,
        *,
        folder: Path | None = None,
        find: Callable[[Meeting], Sequence[Finding]] = findings,
        build: Build = build_protocol,
        from_after: bool = False,
    ) -> None:
        super().__init__()
        self.session = session
        self._style = style
        self._folder = folder
        self._find = find
        self._build = build
        self._public = False
        self._from_after = from_after

    def compose(self) -> ComposeResult:
        """What to look at, how it reads, what was written, the keys."""
        yield StatusBar()
        with Container(id="review-room"):
            yield FindingsList(id="findings")
            with VerticalScroll(id="preview", classes="panel"):
                yield Static(plain(Words.BUILDING), id="preview-text")
        yield Static("", id="written", classes="prose -empty", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Look it over, and make the preview."""
        self.query_one(KeyFooter).keys = KEYS
        bar = self.query_one(StatusBar)
        bar.body, bar.saved = Words.title(self.meeting.plan.body), saved_word(self.session)
        self.query_one(FindingsList).show(self._find(self.meeting))
        self._preview(self._public)

    @property
    def meeting(self) -> Meeting:
        """What is committed."""
        return self.session.shown

    def style_of_house(self) -> Style:
        """The house style; the standard one when the named one cannot be used, which is told once."""
        if self._style is None:
            self._style, fault = house_style(self.meeting)
            if fault:
                self.app.call_later(self.app.push_screen, MessageDialog(Words.STYLE_FAULT, fault))
        return self._style

    # The preview

    @work(thread=True, exclusive=True, group="preview")
    def _preview(self, public: bool) -> None:
        content = document_content(self._build(self.meeting, self.style_of_house(), public))
        self.app.call_from_thread(self._show, content, public)

    def _show(self, content: Content, public: bool) -> None:
        if not self.is_mounted:
            return
        self.query_one("#preview-text", Static).update(content)
        self.query_one("#preview").border_title = plain(Words.PUBLIC if public else Words.FULL)

    def action_version(self) -> None:
        """The public version, or all of it."""
        self._public = not self._public
        self._preview(self._public)

    # The findings

    @on(OptionList.OptionSelected, "#findings")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_go_there()

    def action_go_there(self) -> None:
        """To the item of the finding at the cursor."""
        finding = self.query_one(FindingsList).finding
        if finding is not None and finding.item:
            self.dismiss(finding.item)
        elif finding is not None and finding.rule == "R-1102":
            self._choose_approvers()
        elif finding is not None and finding.rule in MENDED_AFTERWARDS and self.meeting.phase == "avslutat":
            self._go_afterwards()
        elif finding is not None:
            self.notify(Words.whole_meeting(finding.remedy), markup=False)

    @work
    async def _choose_approvers(self) -> None:
        """Who approves is mended here: no § is the place for it."""
        from tui.dialogs.approvers import ApproversDialog

        if await self.app.push_screen_wait(ApproversDialog(self.session, "", self._submit)):
            self._look_again()

    @work
    async def _go_afterwards(self) -> None:
        """Days are mended in Efter sammanträdet, which may be where one came from."""
        if self._from_after:
            self.dismiss(None)
            return
        from tui.screens.after import AfterScreen

        item = await self.app.push_screen_wait(AfterScreen(self.session, self._style))
        if item:
            self.dismiss(item)
        else:
            self._look_again()

    def _look_again(self) -> None:
        self.query_one(FindingsList).show(self._find(self.session.ahead))
        self._preview(self._public)

    def _submit(self, events: tuple[Event, ...], insist: bool) -> Refused | None:
        return self.session.record(*events, insist=insist)

    # Writing

    @work
    async def action_write(self) -> None:
        """Ask what and where, and write it in a thread."""
        order = await self.app.push_screen_wait(ExportDialog(self.meeting, self._folder or Path.cwd(), public=self._public))
        if order is not None:
            self._write(order)

    @work(thread=True, exclusive=True, group="export", description="export")
    def _write(self, order: ExportOrder, replace: bool = False) -> None:
        self.app.call_from_thread(self._say, Words.WRITING)
        try:
            exported = carry_out(self.meeting, self.style_of_house(), order, replace=replace)
        except AlreadyExists as fault:
            self.app.call_from_thread(self._ask_to_replace, order, fault)
        except CannotWrite as fault:
            self.app.call_from_thread(self._could_not, Words.not_written(str(fault)))
        except (NothingToWrite, NoTypst, CannotPrint) as reason:
            self.app.call_from_thread(self._could_not, str(reason))
        else:
            self.app.call_from_thread(self._done, exported)

    def _done(self, exported: Exported) -> None:
        self._say(Words.written([str(p) for p in exported.paths], [p.name for p in exported.kept], exported.changed))
        if exported.warnings:
            self.app.push_screen(MessageDialog(Words.LOOK_BEFORE, "\n".join(exported.warnings)))

    def _say(self, text: str) -> None:
        if self.is_mounted:
            said = self.query_one("#written", Static)
            said.update(line(text))
            said.set_class(not text, "-empty")

    def _could_not(self, reason: str) -> None:
        self._say("")
        self.app.push_screen(MessageDialog(Words.NOT_WRITTEN, reason))

    @work
    async def _ask_to_replace(self, order: ExportOrder, fault: AlreadyExists) -> None:
        self._say("")
        question = ConfirmDialog(Words.replace(fault.path.name), Words.replace_detail(str(fault.path)), yes=Words.REPLACE, no=Words.KEEP)
        if await self.app.push_screen_wait(question):
            self._write(order, replace=True)

    def action_history(self) -> None:
        """What was recorded when, and what was taken back; and from there to its §."""
        self._look_at_history()

    @work
    async def _look_at_history(self) -> None:
        from tui.screens.history import HistoryScreen

        item = await self.app.push_screen_wait(HistoryScreen(self.session.log))
        if item:
            self.dismiss(item)

    def palette_commands(self) -> Iterable[PaletteCommand]:
        """What has no key."""
        yield PaletteCommand(HistoryWords.PALETTE, self.action_history, HistoryWords.PALETTE_SEARCH)

    def action_help(self) -> None:
        """What can be done here."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.HELP))

    def action_leave(self) -> None:
        """One step back."""
        self.dismiss(None)
