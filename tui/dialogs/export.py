"""What is to be written, in which form, and where."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, cast, get_args

from textual import on
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from sessions.meeting import Meeting
from tui.dialogs.base import Answer, Dialog
from tui.dialogs.fields import Choices, Option, Row
from tui.export_job import ExportOrder, Form, What, file_name
from tui.literal import line
from tui.texts.after import Export as Words
from tui.texts.program import Common
from tui.widgets.line_box import LineBox


class ExportDialog(Dialog[ExportOrder]):
    """The protocol, a file a §, or a list; in which form; all or what is public. The name follows until it is changed by hand."""

    AUTO_FOCUS = "#what"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "write", Words.WRITE, show=False)]
    HELP_TEXT = Words.HELP

    def __init__(self, meeting: Meeting, folder: Path, *, public: bool = False) -> None:
        super().__init__(Words.TITLE, (Answer("write", Words.WRITE, "ctrl+s"), Answer("close", Common.CANCEL)))
        self._meeting = meeting
        self._folder = folder
        self._public = public
        self._proposed = ""

    def body(self) -> Iterable[Widget]:
        """Three choices and two lines."""
        yield Row(Words.WHAT, Choices([Option(*o) for o in Words.WHATS], id="what"))
        yield Row(Words.FORM, Choices([Option(*o) for o in Words.FORMS], id="form"))
        yield Row(Words.VERSION, Choices([Option(*o) for o in Words.VERSIONS], "public" if self._public else "full", id="version"))
        name, folder = LineBox(id="name"), LineBox(str(self._folder), id="folder")
        name.border_title, folder.border_title = line(Words.NAME), line(Words.FOLDER)
        yield name
        yield Static(line(Words.NAMES_OF_PARAGRAPHS), id="names", classes="muted")
        yield folder
        yield Row(Words.TIMES, Choices([Option(*o) for o in Words.TIMES_WORDS], id="times"))
        yield Static("", id="source", classes="muted", markup=False)

    def on_mount(self) -> None:
        """Propose a name."""
        self._propose()

    @property
    def typed(self) -> bool:
        """Nothing here is lost by going back."""
        return False

    def _chosen(self, id: str) -> str:
        return self.query_one(f"#{id}", Choices).value

    @on(Choices.Picked)
    def _propose(self) -> None:
        box = self.query_one("#name", LineBox)
        what = cast(What, self._chosen("what"))
        proposed = file_name(self._meeting, what, cast(Form, self._chosen("form")), self._chosen("version") == "public")
        if box.value in ("", self._proposed):
            box.value = proposed
        elif Path(box.value).suffix.removeprefix(".") in get_args(Form):
            box.value = str(Path(box.value).with_suffix(Path(proposed).suffix))
        self._proposed = proposed
        box.display = what != "paragrafer"
        self.query_one("#names").display = what == "paragrafer"
        row = self.query_one("#times", Choices).parent
        assert isinstance(row, Widget)
        row.display = what == "protokoll" and self._chosen("form") != "json"
        self.query_one("#source", Static).update(line(Words.SOURCE_OF_PROTOCOL if what == "protokoll" else Words.SOURCE_OF_OTHERS))
        self.show_error("")

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        event.stop()
        self.answer("write")

    def action_write(self) -> None:
        """Enter on a choice writes, as it does in a box."""
        self.answer("write")

    def answer(self, id: str) -> None:
        """Hand the order over, or leave."""
        if id == "close":
            self.dismiss(None)
            return
        name, folder = self.query_one("#name", LineBox).value.strip(), self.query_one("#folder", LineBox).value.strip()
        what, form = cast(What, self._chosen("what")), cast(Form, self._chosen("form"))
        if what != "paragrafer" and (not name or Path(name).name != name):
            self.show_error(Words.BAD_NAME)
            return
        if what != "protokoll" and form == "json":
            self.show_error(Words.JSON_IS_WHOLE)
            return
        if what != "paragrafer" and Path(name).suffix != f".{form}":
            name = f"{name}.{form}"
        times = what == "protokoll" and self._chosen("times") == "with"
        self.dismiss(ExportOrder(what, form, self._chosen("version") == "public", Path(folder or "."), name, times))
