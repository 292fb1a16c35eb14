"""The bottom line: the keys that matter now, and the mode of commands when it is on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from agendas.value import Value
from tui.keys import DEFAULT_KEYS, Command, KeyTable
from tui.literal import plain


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class _Word(Value):
    """A command as it stands in the line."""

    command: Command
    start: int
    end: int
    key: str


class KeyFooter(Widget):
    """Six or seven words with their keys; a click on one is told as `Pressed`.

    `notice` replaces the keys with a text and the letters of the commands: what `CommandMode` shows.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-footer--key", "key-footer--hover"}

    notice: reactive[str] = reactive("")
    keys: reactive[KeyTable] = reactive(DEFAULT_KEYS)
    _hovered: reactive[str] = reactive("")

    @dataclass
    class Pressed(Message):
        """A word was clicked. The screen runs `command.action`."""

        command: Command

    def watch_notice(self, notice: str) -> None:
        """The mode has its own colours."""
        self.set_class(bool(notice), "-mode")

    def words(self) -> list[_Word]:
        """What has room, the help always last. The least needed words go first when there is little room."""
        lead = len(self.notice) + 3 if self.notice else 0
        by_letter = bool(self.notice)
        kept: list[Command] = []
        used = 1 + lead
        for command in self.keys.footer:
            key = command.letter if by_letter else command.shown_key
            width = len(key) + len(command.word) + 3
            if key and used + width - 1 <= self.size.width:
                kept.append(command)
                used += width
        return list(self._placed(sorted(kept, key=_order), 1 + lead, by_letter))

    @staticmethod
    def _placed(commands: Iterable[Command], at: int, by_letter: bool) -> Iterable[_Word]:
        for command in commands:
            key = command.letter if by_letter else command.shown_key
            end = at + len(key) + 1 + len(command.word)
            yield _Word(command, at, end, key)
            at = end + 2

    def render(self) -> Content:
        """One line."""
        key_style = self.get_visual_style("key-footer--key")
        hover = self.get_visual_style("key-footer--hover")
        parts: list[Content] = [Content(" "), plain(self.notice), Content("   ")] if self.notice else [Content(" ")]
        for word in self.words():
            content = Content.assemble(Content.styled(word.key, key_style), f" {word.command.word}")
            parts += [content.stylize(hover) if word.command.id == self._hovered else content, Content("  ")]
        return Content.assemble(*parts)

    def _at(self, x: int) -> Command | None:
        return next((word.command for word in self.words() if word.start <= x < word.end), None)

    def on_click(self, event: events.Click) -> None:
        """A word is a button."""
        event.stop()
        if (command := self._at(event.x)) is not None:
            self.post_message(self.Pressed(command))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the word under the mouse, and explain it."""
        command = self._at(event.x)
        self._hovered = command.id if command else ""
        self.tooltip = plain(command.tooltip) if command else None

    def on_leave(self) -> None:
        """The mouse is somewhere else."""
        self._hovered = ""


def _order(command: Command) -> tuple[bool, int, int]:
    """Function keys as on the keyboard, others after them, the help last: hands remember where things are."""
    number = int(command.key[1:]) if command.key[1:].isdigit() else 99
    return command.id == "meeting.help", number, command.footer
