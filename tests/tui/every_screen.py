"""Every screen and every dialog of the program, each with something on it: what `test_every_screen.py` walks through."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from textual.screen import Screen

import tui
from agendas.intake import take
from exports.style import load_style
from sessions.events import Decided, MemberRecused, MotionMoved, PersonLeft, PrivateNoteWritten, TextWritten
from tests.tui.host import Table, recorder
from tests.tui.test_after import closed
from tests.tui.test_agenda_forms import small
from tests.tui.test_chair import room
from tests.tui.test_history import told
from tests.tui.test_import import kallelse
from tui.dialogs.afterwards import AfterDialog
from tui.dialogs.recording import RecordingDialog

ITEM = "foreningsbidrag"
STYLE = load_style()
Make = Callable[[], Screen[Any]]


def busy() -> Table:
    """A meeting in the middle of things: a decision, jäv, yrkanden, texts of one's own, a private note, somebody who left."""
    at = Table()
    at.everybody("rut-fors")
    at.open("val-av-justerare")
    at.do(Decided(at=at.clock()))
    at.open(ITEM)
    at.hand.forward(7)
    at.do(MemberRecused(at=at.clock(), items=(ITEM,), persons=("eva-sjo",)))
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("karin-berg",), text="att avvakta till nästa sammanträde"))
    at.do(MotionMoved(at=at.clock(), kind="bordläggning", by=("lena-ek",), text="att ärendet bordläggs"))
    at.do(TextWritten(at=at.clock(), item=ITEM, section="protocol", text="Ulla Ny redogör för ärendet."))
    at.do(PrivateNoteWritten(at=at.clock(), item=ITEM, text="Fråga ekonomichefen."))
    at.do(PersonLeft(at=at.clock(), person="karin-berg"))
    return at


def makers(folder: Path) -> dict[str, Make]:
    """How to make one of each, by the name of its class."""
    return _recording() | _small(folder) | _screens(folder)


def classes() -> set[type[Screen[Any]]]:
    """All screens and dialogs of the program that are shown to somebody: those that no other is made of."""
    for module in pkgutil.walk_packages(tui.__path__, "tui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return {c for c in _below(Screen) if c.__module__.startswith("tui.") and not any(s.__module__.startswith("tui.") for s in _below(c))}


def _below(cls: type[Any]) -> Iterator[type[Any]]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _below(sub)


def _recording() -> dict[str, Make]:
    """The dialogs that record a fact all begin alike."""
    return {cls.__name__: _recorder_of(cls) for cls in classes() if issubclass(cls, RecordingDialog)}


def _recorder_of(cls: type[RecordingDialog]) -> Make:
    at = closed() if issubclass(cls, AfterDialog) else busy()
    return lambda: cls(at, ITEM, recorder(at))


def _small(folder: Path) -> dict[str, Make]:
    from tui.dialogs.chair_note import ChairNoteDialog
    from tui.dialogs.choose import ChooseDialog
    from tui.dialogs.confirm import ConfirmDialog
    from tui.dialogs.copy_lines import CopyLinesDialog
    from tui.dialogs.emergency import EmergencyDialog, NotSavedDialog
    from tui.dialogs.export import ExportDialog
    from tui.dialogs.import_file import ImportDialog, ImportPreviewDialog
    from tui.dialogs.message import MessageDialog
    from tui.dialogs.open_meeting import OpenMeetingDialog
    from tui.dialogs.paste_preview import PastePreviewDialog
    from tui.dialogs.speakers import SpeakersDialog
    from tui.dialogs.unsaved import UnsavedDialog
    from tui.dialogs.vote_list import VoteListDialog
    from tui.widgets.name_picker import Choice

    at = busy()
    people = at.ahead.people
    made: tuple[Make, ...] = (
        lambda: ChairNoteDialog("Kom ihåg pausen"),
        lambda: ChooseDialog("Vem?", [Choice("a", "Per Lind (S)", "P", ""), Choice("b", "Lena Ek (C)", "L", "")]),
        lambda: ConfirmDialog("Ta bort raden?", "Den går att få tillbaka."),
        lambda: CopyLinesDialog([("Organ", "Kultur- och fritidsnämnden"), ("Datum", "2026-03-12")]),
        lambda: EmergencyDialog([folder, folder / "annan"], lambda path: path),
        lambda: NotSavedDialog("Disken är full.", ["13.02 Yrkande Karin Berg (M)"], True),
        lambda: ExportDialog(at.ahead, folder),
        lambda: ImportDialog(folder),
        lambda: ImportPreviewDialog(take(kallelse(folder)), folder),
        lambda: MessageDialog("Kunde inte skriva", "Mappen finns inte.\n\nSammanträdet är sparat."),
        lambda: OpenMeetingDialog(at.clock, ["2 av 5 är här."], doubtful=True),
        lambda: PastePreviewDialog("1. ett\n2. två", "1. ett\n2. två"),
        lambda: SpeakersDialog(at, ITEM, recorder(at)),
        UnsavedDialog,
        lambda: VoteListDialog(people, people, lambda votes: "", "Lind\tja\nIngen Alls\tnej"),
    )
    return {type(make()).__name__: make for make in made}


def _screens(folder: Path) -> dict[str, Make]:
    from tui.agenda_file import new_agenda, open_agenda
    from tui.screens.after import AfterScreen
    from tui.screens.agenda_form import AgendaFormScreen
    from tui.screens.agenda_forms import AgendaFormsScreen
    from tui.screens.chair import ChairScreen
    from tui.screens.edit_paragraph import EditParagraphScreen
    from tui.screens.help import HelpScreen
    from tui.screens.history import HistoryScreen
    from tui.screens.key_test import KeyTestScreen
    from tui.screens.meeting import MeetingScreen
    from tui.screens.projector import ProjectorScreen
    from tui.screens.review import ReviewScreen
    from tui.screens.roll_call import RollCallScreen
    from tui.screens.start import StartScreen
    from tui.screens.time_bars import TimeBarsScreen

    at, in_the_room, over = busy(), room(), closed()
    in_the_room.hand.forward(20)
    made: tuple[Make, ...] = (
        lambda: AfterScreen(over),
        lambda: AgendaFormScreen(open_agenda(small(folder))[0], "item", 1),
        lambda: AgendaFormsScreen(*new_agenda(folder)),
        lambda: ChairScreen(in_the_room.shown, STYLE, in_the_room.clock),
        lambda: EditParagraphScreen(at, ITEM, STYLE),
        HelpScreen,
        lambda: HistoryScreen(told().log),
        KeyTestScreen,
        lambda: MeetingScreen(busy()),
        lambda: ProjectorScreen(in_the_room.shown, STYLE),
        lambda: ReviewScreen(at, STYLE, folder=folder),
        lambda: RollCallScreen(Table()),
        lambda: StartScreen(folder),
        lambda: TimeBarsScreen(in_the_room.shown, in_the_room.clock()),
    )
    return {type(make()).__name__: make for make in made}
