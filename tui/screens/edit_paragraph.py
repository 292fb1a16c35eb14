"""Redigera paragraf: the whole § as it will be printed, every section in a box. What is left is saved; nothing is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Static

from exports.style import Style
from sessions.meeting import ItemState, Meeting
from sessions.naming import named
from sessions.session import Session
from tui.dialogs.choose import ChooseDialog
from tui.dialogs.message import MessageDialog
from tui.keys import Command, KeyTable, binding
from tui.literal import line
from tui.paragraph import ALWAYS, PROTOCOL, Part, around, parts_of, saving
from tui.screens.common import house_style, saved_word
from tui.screens.keyed import KeyedScreen
from tui.texts.meeting import EditParagraph as Words
from tui.texts.program import Common
from tui.widgets.footer import KeyFooter
from tui.widgets.name_completion import Candidates
from tui.widgets.name_picker import Choice
from tui.widgets.section_box import SectionBox
from tui.widgets.status_bar import StatusBar
from tui.widgets.text_box import TextBox

Generate = Callable[[Meeting, ItemState, Style], Mapping[str, str]]
"""Gives the text of each section as it is generated from the facts."""

KEYS = KeyTable(
    tuple(
        Command(id=f"edit.{action}", action=action, key=key, word=word, title=word, tooltip=tip, footer=n, priority=key != "escape")
        for n, (action, key, word, tip) in enumerate(Words.FOOTER, 1)
    )
)


def generated_texts(meeting: Meeting, item: ItemState, style: Style) -> Mapping[str, str]:
    """The text of each section as the protocol makes it."""
    from exports.as_markdown import markdown_blocks
    from exports.sections import generated

    return {name: markdown_blocks(blocks) for name, blocks in generated(meeting, item, style).items()}


class EditParagraphScreen(KeyedScreen[str]):
    """One § at a time, F2 and F3 to its neighbours. Gives back the id of the § that was shown last.

    It shows what is written, also while it is on its way to the disk: a text that went back for a moment would frighten.
    `candidates` and `abbreviations` are what Tab completes in the boxes.
    """

    BINDINGS = [*(binding(c) for c in KEYS.commands)]

    def __init__(
        self,
        session: Session,
        item: str,
        style: Style | None = None,
        *,
        candidates: Candidates | None = None,
        abbreviations: Mapping[str, str] | None = None,
        generate: Generate = generated_texts,
    ) -> None:
        super().__init__()
        self.session = session
        self.item_id = item
        self._style = style
        self._candidates = candidates
        self._abbreviations = abbreviations or {}
        self._generate = generate
        self._before = session.changed
        self._shown: set[str] = set()
        """Sections that are empty but were asked for."""

    def compose(self) -> ComposeResult:
        """Which §, whose turn it is meanwhile, the boxes, the keys."""
        yield StatusBar()
        yield Static(id="edit-banner", classes="banner one-line")
        yield VerticalScroll(id="edit-parts", can_focus=False)
        yield KeyFooter()

    async def on_mount(self) -> None:
        """Show the §, and follow what is committed."""
        self.query_one(KeyFooter).keys = KEYS
        self._before = self.session.changed
        self.session.changed = self._changed
        await self._build()

    def on_unmount(self) -> None:
        """Somebody else follows the session from here on."""
        self.session.changed = self._before

    @property
    def style_of_house(self) -> Style:
        """The house style, read from the plan when it was not given."""
        if self._style is None:
            self._style, fault = house_style(self.session.ahead)
            if fault:
                self.app.push_screen(MessageDialog(Words.STYLE_FAULT, fault))
        return self._style

    @property
    def item(self) -> ItemState:
        """The § that is shown, as it stands."""
        return self.session.ahead.items[self.item_id]

    @property
    def boxes(self) -> list[SectionBox]:
        """The boxes from top to bottom."""
        return list(self.query(SectionBox))

    def parts(self) -> tuple[Part, ...]:
        """What the boxes say: everything that is printed, and the sections that were asked for."""
        meeting, item = self.session.ahead, self.item
        found = parts_of(meeting, item, self.style_of_house, self._generate(meeting, item, self.style_of_house))
        return tuple(p for p in found if p.state != "empty" or p.section in ALWAYS | self._shown)

    async def _build(self, focus: str = "") -> None:
        """New boxes, for another § or for a section more."""
        boxes = [
            SectionBox(part, read_only=self.item.approved is not None, candidates=self._candidates, abbreviations=self._abbreviations)
            for part in self.parts()
        ]
        holder = self.query_one("#edit-parts", VerticalScroll)
        with self.app.batch_update():
            await holder.remove_children()
            head = [b for b in boxes if b.part.one_line]
            await holder.mount(Horizontal(*head, id="edit-head"), *(b for b in boxes if b not in head))
        self._head()
        wanted = [b for b in boxes if b.section == focus] or [b for b in boxes if not b.part.is_field] or boxes
        wanted[0].field.focus()
        if not focus:
            holder.scroll_home(animate=False)

    def _head(self) -> None:
        meeting, item = self.session.ahead, self.item
        bar = self.query_one(StatusBar)
        bar.body = Words.title(named(item), approved=item.approved is not None)
        bar.saved = saved_word(self.session)
        current = meeting.current_item
        elsewhere = current is not None and current.id != item.id and meeting.running
        banner = self.query_one("#edit-banner", Static)
        banner.display = elsewhere
        if current is not None and elsewhere:
            banner.update(line(Words.banner(named(item), named(current))))

    def _changed(self) -> None:
        self._before()
        if self.is_mounted:
            self._refresh_boxes()

    def _refresh_boxes(self) -> None:
        """Tell every box what stands there now; one in which somebody writes keeps its text."""
        parts = {p.section: p for p in self.parts()}
        for box in self.boxes:
            if (part := parts.get(box.section)) is not None:
                box.part = part
        self._head()

    # Saving

    @on(SectionBox.Left)
    def _left(self, event: SectionBox.Left) -> None:
        event.stop()
        self._save(event.box)

    def _save(self, box: SectionBox) -> bool:
        """Record what stands in a box. False: it could not be, and the text stays there."""
        if not box.is_mounted:
            return True
        event = saving(self.session.ahead.items[self.item_id], box.part, box.text, self.session.clock())
        if event is None:
            box.settle()
            return True
        if refused := self.session.record(event, insist=True):
            self.app.push_screen(MessageDialog(Words.NOT_SAVED, refused.reason))
            return False
        self._shown.add(box.section)  # an emptied box stays where it is
        box.saved()
        self._refresh_boxes()
        return True

    def _save_all(self) -> bool:
        return all([self._save(box) for box in self.boxes if box.changed])

    @on(TextBox.Draft)
    def _draft(self, event: TextBox.Draft) -> None:
        box = event.box.query_ancestor(SectionBox)
        if not box.part.is_field:
            self.session.save_draft(self.item_id, box.section, event.text)

    # Keys

    async def _go(self, step: int) -> None:
        order = around(self.session.ahead, self.item_id)
        at = order.index(self.item_id) + step
        if not 0 <= at < len(order):
            self.notify(Words.LAST if step > 0 else Words.FIRST, markup=False)
        elif self._save_all():
            self.item_id = order[at]
            self._shown.clear()
            await self._build()

    async def action_next(self) -> None:
        """The next §."""
        await self._go(1)

    async def action_previous(self) -> None:
        """The § before."""
        await self._go(-1)

    def action_restore(self) -> None:
        """Put the generated text back in the box at the cursor."""
        box = next((b for b in self.boxes if b.has_focus_within), None)
        if box is None or box.part.is_field or box.section == PROTOCOL:
            self.notify(Words.NOT_GENERATED, markup=False)
        elif not box.part.generated:
            self.notify(Words.NOTHING_GENERATED, markup=False)
        else:
            box.put(box.part.generated)
            if self._save(box):
                self.notify(Words.RESTORED, markup=False)

    @work
    async def action_add(self) -> None:
        """A section that is empty."""
        meeting, item = self.session.ahead, self.item
        found = parts_of(meeting, item, self.style_of_house, self._generate(meeting, item, self.style_of_house))
        there = {b.section for b in self.boxes}
        choices = [Choice(p.section, p.heading) for p in found if p.section not in there]
        chosen = await self.app.push_screen_wait(ChooseDialog(Words.ADD, choices, empty=Words.ALL_THERE))
        if chosen is not None and self._save_all():
            self._shown.add(chosen)
            await self._build(chosen)

    def action_leave(self) -> None:
        """One step back; what is written is saved."""
        if self._save_all():
            self.dismiss(self.item_id)

    def action_help(self) -> None:
        """What can be done here."""
        self.app.push_screen(MessageDialog(Common.HELP, Words.HELP))

    @on(Input.Submitted)
    def _next_box(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()
