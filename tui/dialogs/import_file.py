"""Importera …: which file, how it came through beside its source, and then the forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.agenda_draft import AgendaDraft, Doubtful, place_of
from tui.agenda_file import AgendaFile
from tui.dialogs.base import Answer, Dialog
from tui.dialogs.choose_people import people_from_elsewhere
from tui.dialogs.message import MessageDialog
from tui.literal import line, plain
from tui.paths import full_path, matches
from tui.texts.program import Common
from tui.texts.start import Import as Words
from tui.widgets.line_box import LineBox

if TYPE_CHECKING:
    from agendas.intake import Taken
    from agendas.model import Person

AROUND = 2
"""How many lines of the source are shown before and after a doubtful one."""


class PathBox(LineBox):
    """A path; Tab completes it, the arrows walk in the list."""

    BINDINGS = [
        Binding("tab", "screen.complete", "Fyll i", show=False),
        Binding("up", "screen.walk(-1)", "Föregående", show=False),
        Binding("down", "screen.walk(1)", "Nästa", show=False),
    ]


class ImportDialog(Dialog[tuple[AgendaDraft, AgendaFile]]):
    """Gives back what came through, as a draft that is not saved, and where it will go."""

    AUTO_FOCUS = "#path"
    HELP_TEXT = Words.HELP

    def __init__(self, folder: Path) -> None:
        super().__init__(Words.TITLE, (Answer("read", Words.READ), Answer("close", Common.CANCEL)))
        self._folder = folder
        self._found: list[str] = []

    def body(self) -> Iterable[Widget]:
        """The path, and what is there."""
        yield PathBox(id="path", placeholder=str(self._folder))
        found = OptionList(id="files", markup=False)
        found.can_focus = False
        yield found

    def on_mount(self) -> None:
        """What lies in the folder."""
        self._look()

    @property
    def typed(self) -> bool:
        """A path is quickly typed again."""
        return False

    @property
    def path(self) -> PathBox:
        """Where one types."""
        return self.query_one("#path", PathBox)

    @on(Input.Changed, "#path")
    def _look(self) -> None:
        self._found = matches(self.path.value, self._folder)
        files = self.query_one("#files", OptionList)
        files.set_options(Option(line(found)) for found in self._found)
        files.highlighted = 0 if self._found else None

    def action_walk(self, by: int) -> None:
        """An arrow in the path."""
        files = self.query_one("#files", OptionList)
        if self._found:
            files.highlighted = ((files.highlighted or 0) + by) % len(self._found)

    def action_complete(self) -> None:
        """Tab: what the cursor stands on; with nothing to fill in it goes on."""
        at = self.query_one("#files", OptionList).highlighted
        if at is None or self.path.value == self._found[at]:
            self.focus_next()
        else:
            self.path.value = self._found[at]
            self.path.cursor_position = len(self.path.value)

    @on(OptionList.OptionSelected, "#files")
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_complete()
        self.path.focus()

    @on(Input.Submitted, "#path")
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.answer("read")

    def answer(self, id: str) -> None:
        """Read the file, or leave."""
        if id == "close":
            self.dismiss(None)
            return
        path = full_path(self.path.value, self._folder)
        if not path.is_file():
            at = self.query_one("#files", OptionList).highlighted
            chosen = full_path(self._found[at], self._folder) if at is not None else path
            if not chosen.is_file():
                if chosen.is_dir() and at is not None:
                    self.action_complete()
                self.show_error("" if chosen.is_dir() and self._found else Words.NOT_FOUND if self.path.value.strip() else Words.NO_FILE)
                return
            path = chosen
        self.show_error(Words.READING)
        self._read(path)

    @work(thread=True, exclusive=True, exit_on_error=False, group="import")
    def _read(self, path: Path) -> None:
        from agendas.intake import IntakeFaults, take

        try:
            taken = take(path)
        except (IntakeFaults, OSError) as fault:
            told = Words.fault(path.name, fault.strerror or "") if isinstance(fault, OSError) else str(fault)
            self.app.call_from_thread(self._not_read, told)
        else:
            self.app.call_from_thread(self._preview, taken)

    def _not_read(self, told: str) -> None:
        if self.is_attached:
            self.show_error("")
            self.app.push_screen(MessageDialog(Words.NOT_READ, told))

    @work
    async def _preview(self, taken: Taken) -> None:
        if not self.is_attached:
            return
        self.show_error("")
        used = await self.app.push_screen_wait(ImportPreviewDialog(taken, self._folder))
        if used is not None:
            draft = AgendaDraft.of(used.agenda, doubtful(used))
            draft.not_saved_yet()
            self.dismiss((draft, AgendaFile(None, self._folder)))


class ImportPreviewDialog(Dialog["Taken"]):
    """What came through, what is doubtful and what was left out – and the source beside it. Gives back what is to be used."""

    AUTO_FOCUS = "#answer-on"
    HELP_TEXT = Words.PREVIEW_HELP

    def __init__(self, taken: Taken, folder: Path) -> None:
        answers = (Answer("on", Words.ON, "g"), Answer("people", Words.PEOPLE, "p"), Answer("close", Common.CANCEL))
        super().__init__(f"{Words.PREVIEW} · {Path(taken.source.name).name}", answers)
        self._taken = taken
        self._folder = folder

    def body(self) -> Iterable[Widget]:
        """Both, side by side where there is room."""
        source = "\n".join(part.text for part in self._taken.source.parts)
        with_source = VerticalScroll(Static(plain(source)), id="import-source")
        with_source.border_title = Words.SOURCE
        came = VerticalScroll(Static(plain(preview_text(self._taken)), id="import-said"), id="import-came")
        yield Horizontal(came, with_source, id="import-room")

    def answer(self, id: str) -> None:
        """On to the forms, back to the file, or people from elsewhere first."""
        if id == "people":
            self._choose_people()
        else:
            self.dismiss(self._taken if id == "on" else None)

    @work
    async def _choose_people(self) -> None:
        people = await people_from_elsewhere(self.app, self._folder, self._taken.agenda.meeting.body)
        if people and self.is_attached:
            self.show_error(Words.READING)
            self._read_again(people)

    @work(thread=True, exclusive=True, exit_on_error=False, group="import")
    def _read_again(self, people: Sequence[Person]) -> None:
        from agendas.intake import again

        self.app.call_from_thread(self._show, again(self._taken, people))

    def _show(self, taken: Taken) -> None:
        if self.is_attached:
            self._taken = taken
            self.show_error("")
            self.query_one("#import-said", Static).update(plain(preview_text(taken)))
            self.query_one("#answer-on").focus()


def preview_text(taken: Taken) -> str:
    """What came through, in words."""
    agenda = taken.agenda
    plan = agenda.meeting
    said = [Words.came(len(agenda.people), len(agenda.items), len(taken.doubts))]
    said.append(" · ".join(x for x in (plan.body, plan.date.isoformat(), f"{plan.starts:%H.%M}", plan.place) if x))
    said += [f"{n}. {item.title}" for n, item in enumerate(agenda.items, 1)]
    if taken.doubts:
        said += ["", Words.DOUBTS, *(f"? {d.message}" + (f" ({d.place})" if d.place else "") for d in taken.doubts)]
    return "\n".join(said)


def doubtful(taken: Taken) -> list[Doubtful]:
    """The doubts of an import, each at its field and with what stands around it in the source."""
    found = []
    for doubt in taken.doubts:
        place = place_of(doubt.path) if doubt.path else None
        found.append(Doubtful(doubt.message, place if place and place[2] else None, _around(taken, doubt.place)))
    return found


def _around(taken: Taken, place: object) -> str:
    parts = taken.source.parts
    at = next((n for n, part in enumerate(parts) if place is not None and part.place == place), None)
    if at is None:
        return ""
    return "\n".join(part.text for part in parts[max(0, at - AROUND) : at + AROUND + 1])
