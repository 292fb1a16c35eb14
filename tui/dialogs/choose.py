"""A list to choose one thing from, made shorter by typing: §§, files, commands, persons."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.widget import Widget
from textual.widgets import Static

from tui.dialogs.base import Answer, Dialog
from tui.literal import plain
from tui.texts.program import Common, Dialogs, Picker
from tui.widgets.name_picker import Choice, NamePicker


class ChooseDialog(Dialog[str]):
    """The id of what was chosen, or None."""

    AUTO_FOCUS = "PickerField"

    def __init__(
        self,
        title: str,
        choices: Iterable[Choice],
        *,
        detail: str = "",
        placeholder: str = Picker.PLACEHOLDER,
        empty: str = Dialogs.CHOOSE_EMPTY,
    ) -> None:
        super().__init__(title, (Answer("close", Common.CANCEL, "escape"),))
        self._detail = detail
        self._picker = NamePicker(choices, placeholder=placeholder, empty=empty)

    def body(self) -> Iterable[Widget]:
        """The field and the list."""
        if self._detail:
            yield Static(plain(self._detail), classes="dialog-text")
        yield self._picker

    @property
    def typed(self) -> bool:
        """What is typed here only finds: nothing is lost with it."""
        return False

    @on(NamePicker.Picked)
    def _picked(self, event: NamePicker.Picked) -> None:
        event.stop()
        self.dismiss(event.ids[0])

    def answer(self, id: str) -> None:
        """Leave without choosing."""
        self.dismiss(None)
