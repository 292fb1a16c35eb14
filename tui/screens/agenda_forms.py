"""Dagordning: the agenda in forms – what there is, in which order and when, and what is wrong with it.

The list is the outline; Enter opens a form (`agenda_form.py`). What is typed stands in the draft; Ctrl+S writes the file.
"""

from __future__ import annotations

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from tui.agenda_draft import AgendaDraft, Checked, Doubtful
from tui.agenda_fields import Table
from tui.agenda_file import AgendaFile
from tui.agenda_rows import DraftRow, draft_rows, said_of
from tui.dialogs.confirm import ConfirmDialog
from tui.dialogs.message import MessageDialog
from tui.dialogs.unsaved import UnsavedDialog
from tui.kept_drafts import KeptDraft
from tui.keys import Command, KeyTable, binding
from tui.literal import line, plain
from tui.screens.agenda_form import AgendaFormScreen
from tui.screens.keyed import KeyedScreen
from tui.texts.program import Common
from tui.texts.start import AgendaForms as Words
from tui.texts.start import Rosters
from tui.widgets.footer import KeyFooter

KEEP_EVERY = 1.0
"""Seconds: what can be lost of what is typed here."""
KEYS = KeyTable(
    tuple(
        Command(id=f"agenda.{action}", action=action, key=key, word=word, title=word, tooltip=tip, footer=n, priority=False)
        for n, (action, key, word, tip) in enumerate(Words.FOOTER, 1)
    )
)


class AgendaFormsScreen(KeyedScreen[bool]):
    """True when something was written. `draft` is changed here, `file` says where it goes."""

    AUTO_FOCUS = "#agenda-rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding(c) for c in KEYS.commands if c.key != "enter"),
        Binding("insert", "add", Words.NEW_ITEM, show=False),
        Binding("shift+up", "move(-1)", "Flytta upp", show=False),
        Binding("shift+down", "move(1)", "Flytta ned", show=False),
    ]

    def __init__(self, draft: AgendaDraft, file: AgendaFile, kept: KeptDraft | None = None) -> None:
        super().__init__()
        self._kept = kept or KeptDraft.new()
        self._kept_fault = False
        self.draft = draft
        self.file = file
        self.table: Table = "item"
        """The list that is shown: the outline with its items, or the people."""
        self._checked = Checked()
        self._rows: tuple[DraftRow, ...] = ()
        self._comments_told = False
        self._written = False

    def compose(self) -> ComposeResult:
        """Title, the list, what is said of the row at the cursor, the keys."""
        yield Static("", id="agenda-title", classes="one-line")
        yield OptionList(id="agenda-rows", markup=False)
        yield Static("", id="agenda-said", classes="-empty", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Show it, and say what could not be taken along."""
        self.query_one(KeyFooter).keys = KEYS
        self.show()
        self.set_interval(KEEP_EVERY, self.keep)
        if self.draft.dropped:
            told = Words.dropped(", ".join(dict.fromkeys(self.draft.dropped)))
            self.app.call_later(self.app.push_screen, MessageDialog(Words.MEETING, told))

    def keep(self) -> None:
        """Write down what is not saved, with what is half typed in the form above: the program may end at any time."""
        form = next((s for s in self.app.screen_stack if isinstance(s, AgendaFormScreen) and s.draft is self.draft), None)
        typed = form.typed if form is not None and form.is_attached else {}
        try:
            if self.draft.changed or self.draft.with_typed(typed) != self.draft.saved_tables:
                self._kept.keep(self.draft, self.file, typed)
        except OSError as fault:
            if not self._kept_fault:  # said once; what is typed stands on the screen
                self._kept_fault = True
                self.notify(Words.not_kept(fault.strerror or ""), severity="warning", markup=False)

    # Showing

    @property
    def list(self) -> OptionList:
        """The rows."""
        return self.query_one("#agenda-rows", OptionList)

    @property
    def row(self) -> DraftRow | None:
        """The row at the cursor."""
        at = self.list.highlighted
        return self._rows[at] if at is not None and at < len(self._rows) else None

    def show(self, at: tuple[Table, int] | None = None) -> None:
        """Check, and show what there is; the cursor goes to `at`, or stays where it was."""
        stood = self.list.highlighted or 0
        self._checked = self.draft.check()
        self._rows = draft_rows(self.draft, self._checked, self.table)
        self.list.set_options([Option(self._prompt(r)) for r in self._rows])
        wanted = next((n for n, r in enumerate(self._rows) if at == (r.table, r.index) and not r.people), None)
        if self._rows:
            self.list.highlighted = wanted if wanted is not None else min(stood, len(self._rows) - 1)
        self._show_title()
        self._show_said()

    def _show_title(self) -> None:
        checked = self._checked
        counts = Words.counted(sum(map(len, checked.faults.values())), sum(map(len, checked.warnings.values())), len(self.draft.doubts))
        title = Words.title(self.file.name or Words.NEW_TITLE, self.draft.changed or self.file.path is None)
        where = f" · {Words.PEOPLE}" if self.table == "person" else ""
        self.query_one("#agenda-title", Static).update(Content.assemble(line(title + where, "bold"), "  ", line(counts)))

    def _prompt(self, row: DraftRow) -> Content:
        width = max(40, self.size.width - 5)
        time = f"{row.time:<7}{row.number:>2} " if row.number else ""
        head = row.table in {"meeting", "rules"} or row.people
        note = line(row.note).truncate(width - 26 if head else width // 2 - 4, ellipsis=True)
        room = max(8, width - len(time) - note.cell_length - 4)
        text = line(row.text).truncate(room, ellipsis=True, pad=True)
        if head:
            text = text.stylize("bold")
        return Content.assemble(f"{row.sign} ", time, text, "  ", note)

    def _show_said(self) -> None:
        row = self.row
        said = said_of(self.draft, self._checked, row) if row and not row.people else ""
        if not self.draft.rows(self.table):
            said = "\n".join(x for x in (said, Words.NO_PEOPLE if self.table == "person" else Words.NO_ITEMS) if x)
        told = self.query_one("#agenda-said", Static)
        told.update(plain(said))
        told.set_class(not said, "-empty")

    @on(OptionList.OptionHighlighted, "#agenda-rows")
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_said()

    def on_resize(self) -> None:
        """The rows are made for the width that there is."""
        self.show()

    # Rows

    @on(OptionList.OptionSelected, "#agenda-rows")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Enter: the form of the row, or the list of people."""
        row = self.row
        if row is None:
            return
        if row.people:
            self._turn("person")
        else:
            self._edit(row.table, row.index)

    def _turn(self, table: Table) -> None:
        self.table = table
        self.list.highlighted = None
        self.show()

    @work
    async def _edit(self, table: Table, index: int, key: str = "") -> None:
        self.table = "person" if table == "person" else "item"
        form = AgendaFormScreen(self.draft, table, index, key)
        at = await self.app.push_screen_wait(form)
        self.show((table, at))
        if form.saves:
            await self._save()

    def action_add(self) -> None:
        """Ctrl+N: a new item or person after the row at the cursor."""
        row = self.row
        after = row.index if row and row.can_move else (-1 if row and self.table == "item" else len(self.draft.rows(self.table)))
        at = self.draft.add(self.table, after)
        self.show((self.table, at))
        self._edit(self.table, at)

    def action_move(self, by: int) -> None:
        """Shift and an arrow."""
        row = self.row
        if row is None or not row.can_move:
            self.notify(Words.NOTHING_TO_MOVE, markup=False)
        else:
            self.show((row.table, self.draft.move(row.table, row.index, by)))

    @work
    async def action_delete(self) -> None:
        """Delete: say what goes, and take it away."""
        row = self.row
        if row is None or not row.can_move:
            self.notify(Words.NOTHING_TO_DELETE, markup=False)
            return
        question = Words.delete(self.draft.name(row.table, row.index))
        detail = Words.delete_detail(self.draft.holds(row.table, row.index))
        if await self.app.push_screen_wait(
            ConfirmDialog(question, detail, yes=Words.DELETE_YES, no=Words.DELETE_NO, yes_key="t", no_key="b")
        ):
            self.draft.delete(row.table, row.index)
            self.show()

    @work
    async def action_roster(self) -> None:
        """F4: people from a list or an earlier meeting; those who are here already stay as they are."""
        from agendas.model import Person
        from tui.dialogs.choose_people import people_from_elsewhere
        from tui.rosters import added

        body = self.draft.shown("meeting", 0, "body")
        found = await people_from_elsewhere(self.app, self.file.folder, body)
        if not found:
            return
        here = [Person(name=str(row.get("name", "")), role="ledamot") for row in self.draft.rows("person")]
        more = added(here, found)
        self.draft.add_people(more)
        self.table = "person"
        self.show()
        self.notify(Rosters.added(len(more)) if more else Rosters.NOBODY_NEW, markup=False)

    # Doubts

    @work
    async def action_next_doubt(self) -> None:
        """F6: the next thing that the import was unsure of."""
        if not self.draft.doubts:
            self.notify(Words.NO_DOUBTS, markup=False)
            return
        doubt = self._next_doubt()
        if doubt.place is not None and doubt.place[2] and doubt.place[1] < len(self.draft.rows(doubt.place[0])):
            self._edit(*doubt.place)
            return
        said = "\n\n".join(x for x in (doubt.message, doubt.source) if x)
        asked = ConfirmDialog(Words.DOUBT_TITLE, said, yes=Words.DOUBT_DONE, no=Words.DOUBT_LATER, yes_key="k", no_key="s")
        if await self.app.push_screen_wait(asked):
            self.draft.answered(doubt)
        else:
            self.draft.doubts.append(self.draft.doubts.pop(self.draft.doubts.index(doubt)))
        self.show()

    def _next_doubt(self) -> Doubtful:
        row = self.row
        here = self.draft.doubts_at(row.table, row.index) if row and not row.people else []
        return here[0] if here else self.draft.doubts[0]

    # Saving

    @work
    async def action_save(self) -> None:
        """Ctrl+S."""
        await self._save()

    async def _save(self) -> bool:
        """Write the file, after the questions that there are. False: it is not written, and everything is still here."""
        self.show()
        agenda = self._checked.agenda
        if agenda is None:
            self._go_to_fault()
            self.notify(Words.must_mend(sum(map(len, self._checked.faults.values()))), severity="warning", markup=False)
            return False
        try:
            path = self.file.place(agenda)
            if self.file.changed_by_others():
                asked = ConfirmDialog(
                    Words.replace(self.file.name), Words.REPLACE_DETAIL, yes=Words.REPLACE, no=Words.KEEP_BOTH, yes_key="e", no_key="n"
                )
                replace = await self.app.push_screen_wait(asked)
                if replace is None:
                    return False
                path = path if replace else self.file.place(agenda, again=True)
            elif self.file.has_own_comments() and not self._comments_told:
                asked = ConfirmDialog(
                    Words.COMMENTS_TITLE, Words.COMMENTS_DETAIL, yes=Words.COMMENTS_SAVE, no=Common.CANCEL, yes_key="s", no_key="a"
                )
                if not await self.app.push_screen_wait(asked):
                    return False
                self._comments_told = True
            self.file.write(agenda, path)
        except OSError as fault:
            self.app.push_screen(MessageDialog(Words.NOT_SAVED, Words.not_written(fault.strerror or "okänt fel")))
            return False
        self.draft.saved()
        self._kept.forget()
        self._written = True
        self.show()
        self.notify(Words.saved(path.name), markup=False)
        return True

    def _go_to_fault(self) -> None:
        table, index, _ = min(self._checked.faults, key=lambda p: (p[0] != "meeting", p[0] != "item", p[1]))
        self.table = "person" if table == "person" else "item"
        self.show((table, index))

    # Away from here

    async def action_leave(self) -> None:
        """One step back: from the people to the outline, from there away; what is not saved is asked about."""
        if self.table == "person":
            self._turn("item")
            self.list.highlighted = next((n for n, r in enumerate(self._rows) if r.people), 0)
        elif self.draft.changed:
            self._ask_to_leave()
        else:
            self._leave()

    @work
    async def _ask_to_leave(self) -> None:
        chosen = await self.app.push_screen_wait(UnsavedDialog())
        if chosen == "throw" or (chosen == "save" and await self._save()):
            self._leave()

    def _leave(self) -> None:
        self._kept.forget()
        self.dismiss(self._written)

    def action_help(self) -> None:
        """What can be done here."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.HELP))
