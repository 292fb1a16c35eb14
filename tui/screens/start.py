"""The first screen: go on with a meeting, begin one, rehearse. Only what there is is offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agendas.version import VERSION
from tui.keys import DEFAULT_KEYS, Command, KeyTable
from tui.literal import line, plain
from tui.offers import Kind, Offer, agenda_offers, example_offers, meeting_offers, unsaved_offers
from tui.screens.keyed import KeyedScreen
from tui.texts.program import Common
from tui.texts.start import Start as Words
from tui.widgets.footer import KeyFooter

if TYPE_CHECKING:
    from agendas.model import Agenda

_ALWAYS = (
    Offer("new", Words.NEW, Words.NEW_DETAIL),
    Offer("import", Words.IMPORT, Words.IMPORT_DETAIL),
    Offer("keys", Words.KEYS, Words.KEYS_DETAIL),
    Offer("help", Words.HELP, Words.HELP_DETAIL),
    Offer("quit", Words.QUIT, Words.QUIT_DETAIL),
)
_HEADINGS: tuple[tuple[str, tuple[Kind, ...]], ...] = (
    (Words.CONTINUE, ("continue",)),
    (Words.AGENDAS, ("unsaved", "agenda")),
    (Words.PREPARE, ("new", "import")),
    (Words.RECENT, ("recent",)),
    (Words.EXAMPLES, ("example",)),
    (Common.APP, ("keys", "help", "quit")),
)
_FOOTER = KeyTable(
    tuple(
        Command(id=f"start.{action}", action=action, key=key, word=word, title=word, tooltip=tip, footer=n)
        for n, (action, key, word, tip) in enumerate(Words.FOOTER, 1)
    )
)


def offers(folder: Path) -> list[Offer]:
    """All that can be chosen, read from the disk."""
    return [*meeting_offers(), *unsaved_offers(), *agenda_offers(folder), *example_offers()]


class StartScreen(KeyedScreen[None]):
    """It tells the app what was chosen: `Continue` a session, or `Begin` a meeting of an agenda.

    `folder` is where agenda files are looked for. What is offered is read after the first paint, in a thread.
    """

    BINDINGS = [
        Binding("f1,question_mark", "help", Common.HELP, show=False),
        Binding("e", "edit", Words.NEW, show=False),
        Binding("f", "after", Words.NEW, show=False),
        Binding("n", "next_meeting", Words.NEXT_AFTER, show=False),
        Binding("t", "test_keys", Words.KEYS, show=False),
        Binding("escape", "leave", Words.QUIT, show=False),
    ]

    @dataclass
    class Continue(Message):
        """A session that exists is to be opened. `after`: for what is left when the meeting is over."""

        path: Path
        after: bool = False

    @dataclass
    class Begin(Message):
        """A new session is to be made of this agenda. `rehearsal`: it is an example, and says so in its name."""

        agenda: Agenda
        rehearsal: bool
        source: Path
        """The agenda's file: a relative house style is looked for beside it."""

    def __init__(
        self,
        folder: Path,
        keys: KeyTable = DEFAULT_KEYS,
        find: Callable[[Path], Sequence[Offer]] = offers,
        *,
        try_keys: bool = False,
    ) -> None:
        """`try_keys`: below the list the keys can be tried, until that or anything else is done; never beside a meeting that goes on."""
        super().__init__()
        self._try_keys = try_keys
        self._folder = folder
        self._keys = keys
        self._find = find
        self._offers: list[Offer] = []
        self._wanted: Path | None = None
        """An agenda that was just written."""

    def compose(self) -> ComposeResult:
        """The name, the list, the keys."""
        yield Static(Content.assemble((Words.TITLE, "bold"), "  ", line(VERSION)), id="start-title")
        yield Static(plain(Words.MOTTO), id="start-motto")
        yield OptionList(id="start-list", markup=False)
        yield KeyFooter()

    def on_mount(self) -> None:
        """Offer what needs no disk, and look for the rest."""
        self.query_one(KeyFooter).keys = _FOOTER
        self._show(())

    def on_screen_resume(self) -> None:
        """Look again: a meeting may have been begun or finished meanwhile."""
        self.call_after_refresh(self._look)

    @property
    def list(self) -> OptionList:
        """What can be chosen."""
        return self.query_one("#start-list", OptionList)

    @work(thread=True, exclusive=True, group="offers")
    def _look(self) -> None:
        found = self._find(self._folder)
        self.app.call_from_thread(self._show, found)
        if self._try_keys and not any(offer.kind == "continue" for offer in found):
            self.app.call_from_thread(self._offer_keys)

    def _show(self, found: Sequence[Offer]) -> None:
        """Fill the list; the cursor stays on what it stood on, else on the first."""
        if not self.query("#start-list"):
            return  # the program has ended while the disk was looked at
        # Before the disk was read the cursor stood on what there was, not on what was wanted.
        stood = self._chosen(self.list.highlighted_option) if len(self._offers) > len(_ALWAYS) else None
        self._offers = [*found, *_ALWAYS]
        self.list.clear_options()
        if not found:
            self.list.add_option(Option(plain(Words.NONE), disabled=True))
        for heading, kinds in _HEADINGS:
            rows = [n for n, offer in enumerate(self._offers) if offer.kind in kinds]
            if rows:
                self.list.add_option(Option(line(heading, "bold"), disabled=True))
                self.list.add_options(Option(self._prompt(self._offers[n]), id=str(n)) for n in rows)
        first = next(int(o.id) for o in self.list.options if o.id)
        again = next((n for n, offer in enumerate(self._offers) if stood is not None and _same(offer, stood)), first)
        wanted = next((n for n, offer in enumerate(self._offers) if offer.path is not None and offer.path == self._wanted), None)
        if wanted is not None:
            again, self._wanted = wanted, None
        self.list.highlighted = self.list.get_option_index(str(again))
        if again == first:
            self.list.scroll_home(animate=False)

    def _prompt(self, offer: Offer) -> Content:
        width = max(24, min(60, (self.size.width - 8) // 2))
        return Content.assemble("  ", line(offer.label).truncate(width, ellipsis=True, pad=True), "  ", line(offer.detail))

    def _chosen(self, option: Option | None) -> Offer | None:
        return self._offers[int(option.id)] if option is not None and option.id else None

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        offer = self._chosen(event.option)
        if offer is None:
            return
        self._end_keys()
        if offer.kind == "keys":
            self.action_test_keys()
        elif offer.kind == "new":
            self.action_new()
        elif offer.kind == "import":
            self.action_import()
        elif offer.kind == "unsaved" and offer.path is not None:
            self._open_left(offer.path)
        elif offer.kind == "help":
            self.action_help()
        elif offer.kind == "quit":
            self.call_later(self.run_action, "app.quit")
        elif offer.fault:
            self._tell(Words.CANNOT_OPEN, offer.fault)
        elif offer.path is not None and offer.kind in ("continue", "recent"):
            self.post_message(self.Continue(offer.path))
        elif offer.path is not None:
            self._read(offer.path, offer.kind == "example")

    def _tell(self, title: str, text: str) -> None:
        """Say what is wrong. Dialogs are loaded when one is shown, not on the way to the first paint."""
        from tui.dialogs.message import MessageDialog

        self.app.push_screen(MessageDialog(title, text))

    @work(thread=True, exclusive=True, group="read")
    def _read(self, path: Path, rehearsal: bool) -> None:
        """Read the agenda with all its checks; what is wrong with it is told whole."""
        from agendas.file import AgendaFaults, read_agenda  # pydantic: half a second that the first paint does without
        from tui.offers import begun

        try:
            agenda = read_agenda(path).agenda
            if rehearsal:
                agenda = replace(agenda, meeting=replace(agenda.meeting, municipality=Words.rehearsal(agenda.meeting.municipality)))
            session = begun(agenda, unfinished=rehearsal)
        except (AgendaFaults, OSError) as fault:
            told = Words.file_fault(path.name, fault.strerror or "") if isinstance(fault, OSError) else str(fault)
            self.app.call_from_thread(self._tell, Words.faults(path.name), told)
            return
        self.post_message(self.Continue(session) if session is not None else self.Begin(agenda, rehearsal, path))

    # The keys, on the first start

    def _offer_keys(self) -> None:
        """Offer to try the keys, in a few lines that are in nobody's way."""
        from tui.texts.program import KeyCheck
        from tui.widgets.key_checklist import KeyChecklist

        if not self.query(KeyChecklist):
            self.mount(KeyChecklist(self._keys, KeyCheck.FIRST), before=self.query_one(KeyFooter))

    def on_key(self, event: events.Key) -> None:
        """What comes is ticked off, and does what it does: F1 opens the help."""
        from tui.widgets.key_checklist import KeyChecklist

        for checklist in self.query(KeyChecklist):
            checklist.press(event.key)

    def _end_keys(self) -> bool:
        """Take the lines away and do not offer it again. Whether they were there."""
        from tui.settings import load_settings, save_settings
        from tui.widgets.key_checklist import KeyChecklist

        found = self.query(KeyChecklist)
        if not found:
            return False
        found.remove()
        self._try_keys = False
        with suppress(OSError):  # it is offered once more: no harm
            save_settings(replace(load_settings()[0], keys_tried=True))
        return True

    # Agendas

    def _open_forms(self, *made: Any) -> None:
        """The forms. Whoever has written an agenda wants it next: the cursor stands on it when they are left."""
        from tui.screens.agenda_forms import AgendaFormsScreen

        forms = AgendaFormsScreen(*made)

        def left(written: bool | None) -> None:
            if written and forms.file.path is not None:
                self._wanted = forms.file.path
                self._look()

        self.app.push_screen(forms, left)

    def action_new(self) -> None:
        """An agenda from nothing."""
        from tui.agenda_file import new_agenda

        self._open_forms(*new_agenda(self._folder))

    def action_edit(self) -> None:
        """e: the agenda at the cursor in forms, faulty or not."""
        offer = self._chosen(self.list.highlighted_option)
        if offer is None or offer.kind != "agenda" or offer.path is None:
            self.notify(Words.NOT_AN_AGENDA, markup=False)
            return
        from agendas.file import AgendaFaults
        from tui.agenda_file import open_agenda

        try:
            self._open_forms(*open_agenda(offer.path))
        except (AgendaFaults, OSError) as fault:
            told = Words.file_fault(offer.path.name, fault.strerror or "") if isinstance(fault, OSError) else str(fault)
            self._tell(Words.faults(offer.path.name), told)

    def _open_left(self, path: Path) -> None:
        """What was being written when the program ended, where it was."""
        from tui.kept_drafts import read_left

        try:
            self._open_forms(*read_left(path))
        except (OSError, ValueError):
            self._tell(Words.CANNOT_OPEN, Words.UNSAVED_FAULT)

    @work(exclusive=True, group="next")
    async def action_next_meeting(self) -> None:
        """n: the agenda that goes on from the meeting at the cursor, in forms, with what has to be looked at."""
        import asyncio

        offer = self._chosen(self.list.highlighted_option)
        if offer is None or offer.kind not in ("recent", "continue") or offer.fault or offer.path is None:
            self.notify(Words.NOT_A_MEETING, markup=False)
            return
        from tui.agenda_file import agenda_after
        from tui.commands.stop import Stop

        try:
            made = await asyncio.to_thread(agenda_after, offer.path, self._folder)
        except Stop as stop:
            self._tell(Words.CANNOT_OPEN, str(stop))
        else:
            self._open_forms(*made)

    @work
    async def action_import(self) -> None:
        """A kallelse from a file: how it came through, and then the forms."""
        from tui.dialogs.import_file import ImportDialog

        made = await self.app.push_screen_wait(ImportDialog(self._folder))
        if made is not None:
            self._open_forms(*made)

    def action_after(self) -> None:
        """f: what is left of the meeting at the cursor, when it is over."""
        offer = self._chosen(self.list.highlighted_option)
        if offer is None or offer.kind not in ("recent", "continue") or offer.fault or offer.path is None:
            self.notify(Words.NOT_A_MEETING, markup=False)
        else:
            self.post_message(self.Continue(offer.path, after=True))

    def action_help(self) -> None:
        """Keys and advice."""
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self._keys))

    def action_test_keys(self) -> None:
        """See which keys arrive."""
        from tui.screens.key_test import KeyTestScreen

        self._end_keys()
        self.app.push_screen(KeyTestScreen(self._keys))

    async def action_choose(self) -> None:
        """What Enter does; for the footer."""
        self.list.action_select()

    async def action_leave(self) -> None:
        """Esc: away from the keys that are tried, else from the program."""
        if not self._end_keys():
            await self.run_action("app.quit")


def _same(offer: Offer, other: Offer) -> bool:
    return (offer.kind, offer.path, offer.label) == (other.kind, other.path, other.label)
