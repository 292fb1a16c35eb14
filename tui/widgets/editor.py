"""The text of the §: what goes into the protocol, and the secretary's own notes, which never do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from agendas.value import Value
from sessions.meeting import ItemState
from tui.literal import plain
from tui.texts.meeting import MeetingView as Words
from tui.widgets.name_completion import Candidates
from tui.widgets.text_box import TextBox

Section = Literal["protocol", "private"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Written(Value):
    """A text that is not recorded as it stands."""

    item: str
    section: Section
    text: str


class Editor(Vertical):
    """Two boxes in one place. The screen asks what is unrecorded (`unrecorded`), records it and says so (`recorded`).

    What is typed belongs to the item shown last; nothing that happens in the meeting replaces text that is being typed.
    """

    HELP = Words.EDITOR_HELP

    @dataclass
    class Typed(Message):
        """Something was typed, at most a second ago: to be kept as a draft."""

        written: Written

    class Left(Message):
        """A box was left: what is unrecorded is to be recorded."""

    def __init__(self, *, candidates: Candidates, abbreviations: Mapping[str, str] | None = None, id: str | None = None) -> None:
        super().__init__(id=id)
        self._boxes: dict[Section, TextBox] = {
            "protocol": TextBox(id="protocol", placeholder=Words.PROTOCOL_HINT, candidates=candidates, abbreviations=abbreviations),
            "private": TextBox(
                id="private", classes="-private", placeholder=Words.PRIVATE_HINT, candidates=candidates, abbreviations=abbreviations
            ),
        }
        self._recorded: dict[Section, str] = {"protocol": "", "private": ""}
        self._item = ""
        self.private = False
        """Whether the own notes are shown."""

    def compose(self) -> ComposeResult:
        """Both boxes, one of them shown."""
        for section, box in self._boxes.items():
            box.border_title = plain(Words.PRIVATE_NOTE if section == "private" else Words.PROTOCOL_TEXT)
            box.display = section == "protocol"
            yield box

    @property
    def box(self) -> TextBox:
        """The box that is shown."""
        return self._boxes["private" if self.private else "protocol"]

    @property
    def protocol(self) -> TextBox:
        """The box of the protocol text."""
        return self._boxes["protocol"]

    @property
    def notes(self) -> TextBox:
        """The box of the own notes."""
        return self._boxes["private"]

    @property
    def writing(self) -> bool:
        """Whether the cursor is in one of the boxes."""
        return any(box.has_focus for box in self._boxes.values())

    def write(self) -> None:
        """Put the cursor in the text."""
        if self.screen.focused is not self.box:  # asking for it paints the whole box again
            self.box.focus(scroll_visible=False)

    def show(self, item: ItemState | None) -> None:
        """Show the texts of an item as they stand. Another item than before: what was unrecorded must have been taken."""
        new = item.id if item else ""
        texts: dict[Section, str] = {
            "protocol": item.texts.get("protocol", "") if item else "",
            "private": item.private_note if item else "",
        }
        for section, box in self._boxes.items():
            text = texts[section]
            if new != self._item or (box.text == self._recorded[section] and box.text != text):
                box.show(text)
            self._recorded[section] = text
            approved = bool(item and item.approved) and section == "protocol"
            box.read_only = item is None or approved
            if bool(box.border_subtitle) != approved:  # setting it paints the whole box again
                box.border_subtitle = plain(Words.APPROVED if approved else "")
        self._item = new

    def switch(self, private: bool | None = None) -> None:
        """To the other text, or to the one asked for; the cursor goes along."""
        had_focus = self.writing
        self.private = not self.private if private is None else private
        for section, box in self._boxes.items():
            box.display = (section == "private") == self.private
        if had_focus:
            self.write()

    def unrecorded(self) -> Iterator[Written]:
        """What has been typed and is not recorded."""
        for section, box in self._boxes.items():
            if self._item and box.text != self._recorded[section]:
                yield Written(self._item, section, box.text)

    def recorded(self, written: Written) -> None:
        """That text is on its way to the log."""
        if written.item == self._item:
            self._recorded[written.section] = written.text

    @on(TextBox.Draft)
    def _draft(self, event: TextBox.Draft) -> None:
        event.stop()
        section: Section = "private" if event.box is self.notes else "protocol"
        # A draft that was told before another § came is of that § no longer: its text has been recorded there.
        # What was rubbed out again is told too: else a crash would bring it back from the draft before.
        if self._item and event.text == event.box.text:
            self.post_message(self.Typed(Written(self._item, section, event.text)))

    @on(TextBox.Left)
    def _left(self, event: TextBox.Left) -> None:
        event.stop()
        self.post_message(self.Left())
