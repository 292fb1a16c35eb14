"""Which keys arrive? Laptops and terminals swallow some, and only trying tells which."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from tui.keys import DEFAULT_KEYS, KeyTable, display
from tui.literal import line, plain
from tui.texts.program import Help as Words
from tui.texts.program import KeyCheck as CheckWords
from tui.widgets.key_checklist import KeyChecklist

_WIDTH = 18


def meaning(key: str, character: str | None, keys: KeyTable, *, after_escape: bool = False) -> str:
    """What a key that arrived does on the meeting screen, in words."""
    if key == "escape":
        return Words.TEST_ESCAPE
    if key in Words.TEST_MOVES:
        return Words.TEST_MOVES[key][1]
    command = next((c for c in keys.commands if c.key == key), None)
    if command is not None:
        return command.title
    letter = (character or key.removeprefix("alt+")).casefold()
    by_letter = keys.by_letter.get(letter)
    if key.startswith("alt+") or after_escape:
        return by_letter.title if by_letter else Words.TEST_NOTHING
    if by_letter is not None:
        return Words.after_escape(by_letter.title)
    return Words.TEST_TEXT if character and character.isprintable() else Words.TEST_NOTHING


class KeyCatcher(Widget, can_focus=True):
    """Takes every key that gets as far as a widget, and lists the newest first."""

    KEPT = 30

    @dataclass
    class Arrived(Message):
        """A key came, as Textual spells it."""

        key: str

    def __init__(self, keys: KeyTable) -> None:
        super().__init__()
        self._keys = keys
        self._rows: list[tuple[str, str]] = []
        self._escaped = False

    async def _on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()  # none of it may act
        if event.key == "escape" and self._escaped:
            self.screen.dismiss(None)
            return
        shown = f"Esc {event.character}" if self._escaped and event.is_printable else _shown(event)
        self._rows.insert(0, (shown, meaning(event.key, event.character, self._keys, after_escape=self._escaped)))
        del self._rows[self.KEPT :]
        self._escaped = event.key == "escape"
        self.refresh()
        self.post_message(self.Arrived(event.key))

    @property
    def newest(self) -> tuple[str, str]:
        """The key that arrived last, and what it does."""
        return self._rows[0] if self._rows else ("", "")

    def render(self) -> Content:
        """One row a key, the newest marked."""
        if not self._rows:
            return plain(Words.TEST_NONE_YET)
        rows = []
        for number, (key, what) in enumerate(self._rows[: max(1, self.size.height)]):
            sign = "▶ " if number == 0 else "  "
            row = Content.assemble(sign, line(key).truncate(_WIDTH, ellipsis=True, pad=True), " ", line(what))
            rows.append((row.stylize("bold") if number == 0 else row).truncate(max(_WIDTH, self.size.width), ellipsis=True))
        return Content("\n").join(rows)


def _shown(event: events.Key) -> str:
    """As it is printed on the keyboard; a character as itself."""
    if event.key in Words.TEST_MOVES:
        return Words.TEST_MOVES[event.key][0]
    if event.key.startswith("alt+"):
        return f"Esc {event.key.removeprefix('alt+')}"
    if event.is_printable and event.character and event.character != " ":
        return event.character
    return display(event.key)


class KeyTestScreen(Screen[None]):
    """`Prova tangenterna`: nothing that is pressed here acts, but Esc twice."""

    def __init__(self, keys: KeyTable = DEFAULT_KEYS) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The keys to try, and what arrived."""
        yield KeyChecklist(self._keys, CheckWords.TEST)
        yield Static(plain(Words.TEST_PROMPT), classes="prose muted")
        catcher = KeyCatcher(self._keys)
        catcher.add_class("panel")
        catcher.border_title = plain(Words.TEST)
        yield catcher

    def on_mount(self) -> None:
        """Everything goes to the catcher."""
        self.query_one(KeyCatcher).focus()

    @on(KeyCatcher.Arrived)
    def _arrived(self, event: KeyCatcher.Arrived) -> None:
        event.stop()
        self.query_one(KeyChecklist).press(event.key)
