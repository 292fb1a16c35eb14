"""One table of the agenda in a form: the meeting, the rules, a person, an item. What is typed stays, also when one goes back."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tui.agenda_draft import AgendaDraft, Checked, Doubtful, Place
from tui.agenda_fields import FIELDS, LABELS, Table
from tui.dialogs.message import MessageDialog
from tui.keys import Command, KeyTable, binding
from tui.literal import line, plain
from tui.screens.keyed import KeyedScreen
from tui.texts.program import Common
from tui.texts.start import AgendaForms as Words
from tui.widgets.agenda_field import AgendaField
from tui.widgets.footer import KeyFooter

KEYS = KeyTable(
    tuple(
        Command(id=f"agenda_form.{action}", action=action, key=key, word=word, title=word, tooltip=tip, footer=n, priority=key != "escape")
        for n, (action, key, word, tip) in enumerate(Words.FORM_FOOTER, 1)
    )
)

LISTED: frozenset[Table] = frozenset({"item", "person"})
"""What there are many of."""


class AgendaFormScreen(KeyedScreen[int]):
    """Gives back the place of the row that was shown last. The draft holds all that was typed.

    `key`: the field to begin in.
    """

    BINDINGS = [*(binding(c) for c in KEYS.commands)]

    def __init__(self, draft: AgendaDraft, table: Table, index: int = 0, key: str = "") -> None:
        super().__init__()
        self.draft = draft
        self.table = table
        self.index = index
        self._key = key
        self.saves = False
        """Whether the agenda is to be written when the form is left."""

    def compose(self) -> ComposeResult:
        """What it is about, its fields, what the source says, the keys."""
        yield Static("", id="form-title", classes="one-line")
        yield VerticalScroll(id="form", can_focus=False)
        yield Static("", id="form-source", classes="-empty", markup=False)
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Build the fields."""
        self.query_one(KeyFooter).keys = self._keys()
        await self._build(self._key)

    def _keys(self) -> KeyTable:
        """What there is a use for: neighbours in a list, doubts where there are some."""
        useless = set() if self.table in LISTED else {"go(1)", "go(-1)", "add"}
        if not self.draft.doubts:
            useless.add("doubt_done")
        return KeyTable(tuple(c for c in KEYS.commands if c.action not in useless))

    def candidates(self) -> Iterable[tuple[str, bool]]:
        """Names for Tab: the people of the agenda."""
        return ((self.draft.name("person", n), True) for n in range(len(self.draft.rows("person"))))

    @property
    def fields(self) -> list[AgendaField]:
        """From top to bottom."""
        return list(self.query(AgendaField))

    async def _build(self, key: str = "") -> None:
        labels = LABELS[self.table]
        fields = [AgendaField(f, labels[f.key], self.draft.shown(self.table, self.index, f.key)) for f in FIELDS[self.table]]
        holder = self.query_one("#form", VerticalScroll)
        with self.app.batch_update():
            await holder.remove_children()
            await holder.mount(*fields)
        holder.scroll_home(animate=False)
        self._tell(self.draft.check())
        (next((f for f in fields if f.spec.key == key), None) or fields[0]).focus_box()

    # What is typed

    @on(AgendaField.Left)
    def _left(self, event: AgendaField.Left) -> None:
        event.stop()
        if event.field.is_attached:
            self._take(event.field)
            self._tell(self.draft.check())

    def _take(self, field: AgendaField) -> None:
        before = self.draft.shown(self.table, self.index, field.spec.key)
        self.draft.put(self.table, self.index, field.spec.key, field.value)
        if self.draft.shown(self.table, self.index, field.spec.key) != before:
            for doubt in self.draft.doubts_at(self.table, self.index, field.spec.key):
                self.draft.answered(doubt)  # changed by hand: that is an answer

    @property
    def typed(self) -> dict[Place, str]:
        """What stands in the boxes now, left or not."""
        return {(self.table, self.index, f.spec.key): f.value for f in self.fields}

    def _take_all(self) -> None:
        for field in self.fields:
            self._take(field)

    def _tell(self, checked: Checked) -> None:
        rows = self.draft.rows(self.table)
        number = f" {self.index + 1} av {len(rows)}" if self.table in LISTED else ""
        self.query_one("#form-title", Static).update(line(f"{self.draft.name(self.table, self.index)}{' ·' if number else ''}{number}"))
        for field in self.fields:
            place = (self.table, self.index, field.spec.key)
            doubts = tuple(d.message for d in self.draft.doubts_at(*place))
            field.tell(checked.faults.get(place, ()), checked.warnings.get(place, ()), doubts)
        self._show_source()

    def _show_source(self) -> None:
        at = self._field_at_cursor()
        doubts = self.draft.doubts_at(self.table, self.index, at.spec.key if at else "")
        source = self.query_one("#form-source", Static)
        text = doubts[0].source if doubts else ""
        source.update(plain(text))
        source.border_title = Words.SOURCE
        source.set_class(not text, "-empty")

    def on_descendant_focus(self) -> None:
        """The source follows the cursor."""
        self._show_source()

    def _field_at_cursor(self) -> AgendaField | None:
        return next((f for f in self.fields if f.has_focus_within), None)

    # Keys

    async def action_go(self, step: int) -> None:
        """F2, F3: to a neighbour."""
        to = self.index + step
        if 0 <= to < len(self.draft.rows(self.table)):
            self._take_all()
            at = self._field_at_cursor()
            self.index = to
            await self._build(at.spec.key if at else "")

    async def action_add(self) -> None:
        """Ctrl+N: another one like this, after it."""
        if self.table in LISTED:
            self._take_all()
            self.index = self.draft.add(self.table, self.index)
            await self._build()

    def action_doubt_done(self) -> None:
        """F6: what is doubtful at the cursor is right; on to the next one."""
        at = self._field_at_cursor()
        here = self.draft.doubts_at(self.table, self.index, at.spec.key) if at else []
        for doubt in here:
            self.draft.answered(doubt)
        self._take_all()
        self._tell(self.draft.check())
        following = self.draft.doubts_at(self.table, self.index)
        if following:
            self._go_to(following[0])
        elif self.draft.doubts:
            self.notify(Words.doubts_left(len(self.draft.doubts)), markup=False)
        else:
            self.notify(Words.NO_DOUBTS, markup=False)

    def _go_to(self, doubt: Doubtful) -> None:
        field = next((f for f in self.fields if doubt.place and f.spec.key == doubt.place[2]), None)
        if field is not None:
            field.focus_box()

    def action_leave(self) -> None:
        """One step back; what is typed is in the draft."""
        self._take_all()
        self.dismiss(self.index)

    def action_save(self) -> None:
        """Ctrl+S: back, and write the file there."""
        self.saves = True
        self.action_leave()

    def action_help(self) -> None:
        """What can be done here."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.FORM_HELP))

    @on(Input.Submitted)
    def _next_field(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()
