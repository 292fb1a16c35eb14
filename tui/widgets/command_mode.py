"""Esc, then one letter: a command from a text box, on keyboards whose function keys never arrive.

    off ── Esc in a text box ──▶ armed ── letter ──▶ held ── 60 ms of quiet ──▶ acts, or asks for Enter
     ▲                            │                   │
     └── any other key, itself ◀──┘                   └── another key: both are text, in order

Esc and a letter that arrive together are one `alt+letter` and count as both. Keys are looked at where they enter the
app, before any binding: only there is their order certain. That is `CommandKeys`, a mixin of the app; a screen takes
part by having an attribute `command_mode`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, TypeVar

from textual import events
from textual.app import App
from textual.screen import Screen

from tui.held import Held
from tui.keys import Command
from tui.texts.program import CommandMode as Words

R = TypeVar("R")

TWICE = 0.4
"""Seconds within which a second Enter belongs to the first."""

State = Literal["off", "armed", "held", "asking"]


class CommandMode:
    """The mode of one screen. `shown(text)` is called with what the footer should say, empty when the mode ends.

    `letters` gives the commands that hold now. `question(command)` may word the question of a command that asks
    ("Ångra: Yrkande av Eva Sjö (S)?"); else the command's own is used. The command's action is run on the screen.
    """

    def __init__(
        self,
        screen: Screen[Any],
        letters: Callable[[], Mapping[str, Command]],
        shown: Callable[[str], None],
        *,
        question: Callable[[Command], str] | None = None,
    ) -> None:
        self.state: State = "off"
        self._screen = screen
        self._letters = letters
        self._shown = shown
        self._question = question
        self._held: Held[tuple[events.Key, Command]] | None = None
        self._asked: Command | None = None

    def take(self, event: events.Key) -> bool:
        """Look at a key. True: it was taken and goes no further."""
        if self.state == "off":
            return self._begin(event)
        if self.state == "armed":
            return self._letter(event)
        if self.state == "held":
            self.let_go()
            return event.key == "escape"  # an Esc in the middle of a burst is not text, and no step back either
        return self._answer(event)

    def let_go(self) -> None:
        """End the mode; a letter that was waiting is text after all."""
        pair = self._held.drop() if self._held is not None else None
        self._end()
        if pair is not None and (target := self._screen.focused or self._screen) is not None:
            target._forward_event(pair[0])

    def _begin(self, event: events.Key) -> bool:
        if event.key == "escape" and self._in_text():
            self._set("armed", Words.PROMPT)
            return True
        if event.key.startswith("alt+") and event.character is not None:
            return self._hold(event)
        return False

    def _letter(self, event: events.Key) -> bool:
        if event.key == "escape":
            self._end()
            return True
        if self._hold(event):
            return True
        self._end()
        if event.character is not None and event.character.isalpha():
            self._screen.app.notify(Words.unknown(event.character), markup=False)
        return False

    def _hold(self, event: events.Key) -> bool:
        letter = event.character if event.is_printable else None
        command = self._letters().get(letter.casefold()) if letter else None
        if letter is None or command is None:
            return False
        if self._held is None:
            self._held = Held(self._screen.app, self._alone)
        # As text it is the letter alone, whether or not it came together with Esc.
        self._held.hold((events.Key(letter, letter), command))
        self._set("held", Words.PROMPT)
        return True

    async def _alone(self, pair: tuple[events.Key, Command]) -> None:
        command = pair[1]
        if not self._screen.is_current:
            self._end()
        elif command.question:
            self._asked = command
            self._set("asking", Words.ask(self._question(command) if self._question else command.question))
        else:
            await self._run(command)

    def _answer(self, event: events.Key) -> bool:
        command = self._asked
        self._end()
        if event.key == "enter" and command is not None:
            self._screen.app.call_later(self._run, command)
            return True
        return event.key == "escape"

    async def _run(self, command: Command) -> None:
        self._end()
        await self._screen.app.run_action(command.action, self._screen)

    def _in_text(self) -> bool:
        from textual.widgets import Input, TextArea  # the start screen has none

        focused = self._screen.focused
        # A box with an open list of names closes the list with Esc first.
        return isinstance(focused, TextArea | Input) and not getattr(focused, "wants_escape", False)

    def _set(self, state: State, text: str) -> None:
        self.state = state
        self._shown(text)

    def _end(self) -> None:
        self._asked = None
        if self.state != "off":
            self._set("off", "")


class CommandKeys(App[R]):
    """The part of an app that shows keys and pastes to the `command_mode` of the current screen first.

    An Enter that closed a dialog and comes once more by habit ends here: it would be a line break in the protocol, or
    the answer to a dialog that nobody has read.
    """

    _last_key: tuple[events.Key, Screen[Any]] | None = None

    def _second_enter(self, event: events.Key) -> bool:
        before, self._last_key = self._last_key, (event, self.screen)
        if before is None or not event.key == before[0].key == "enter" or event.time - before[0].time > TWICE:
            return False
        return before[1].is_modal and before[1] not in self.screen_stack

    async def on_event(self, event: events.Event) -> None:
        """Take what belongs to a command; all else goes its ordinary way."""
        if isinstance(event, events.Key) and not event.is_forwarded and self.screen_stack and self._second_enter(event):
            return
        if isinstance(event, events.Key | events.Paste | events.MouseDown) and not event.is_forwarded and self.screen_stack:
            mode = getattr(self.screen, "command_mode", None)
            if isinstance(mode, CommandMode):
                if isinstance(event, events.Key):
                    if mode.take(event):
                        return
                else:
                    mode.let_go()  # a paste or a click: what was waiting is text, in front of it
        await super().on_event(event)
