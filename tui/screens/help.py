"""The help: what to do, all keys by group, where the files lie, the looks, and a test of the keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from agendas.value import Value
from tui.dialogs.fields import Choices, Option, Row
from tui.keys import DEFAULT_KEYS, Command, KeyTable
from tui.literal import line, plain
from tui.screens.key_test import KeyTestScreen
from tui.settings import config_dir, load_settings, log_path, save_settings
from tui.texts.program import Common
from tui.texts.program import Help as Words

_KEY_WIDTH = 9


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class HelpFile(Value):
    """A file that somebody may want to find: what it is, and its full path."""

    label: str
    path: str


def own_files() -> tuple[HelpFile, ...]:
    """The files that are there whether or not a meeting is open."""
    return HelpFile(Words.SETTINGS, str(config_dir())), HelpFile(Words.LOG, str(log_path()))


class HelpScreen(Screen[None]):
    """`files`: the session, its readable draft. `about`: help on the box that had the cursor."""

    AUTO_FOCUS = "#help-text"

    BINDINGS = [
        Binding("escape,f1", "leave", Common.CLOSE, show=False),
        Binding("t", "test", Words.TEST, show=False),
        *(Binding(key, f"theme('{name}')", label, show=False) for name, label, key in Words.THEMES),
    ]

    def __init__(self, keys: KeyTable = DEFAULT_KEYS, files: Sequence[HelpFile] = (), about: str = "") -> None:
        super().__init__()
        self._keys = keys
        self._files = tuple(files)
        self._about = about

    def compose(self) -> ComposeResult:
        """One column that scrolls; what can be chosen stands below it."""
        with VerticalScroll(classes="panel", id="help-text"):
            if self._about:
                yield Static(plain(Words.HERE), classes="part")
                yield Static(plain(self._about))
            yield Static(plain(Words.HOW), classes="part")
            for text in Words.HOW_LINES:
                yield Static(plain(f"· {text}"), classes="how")
            for group, commands in self._keys.groups().items():
                yield Static(plain(group), classes="part")
                for command in commands:
                    with Horizontal(classes="help-row"):
                        yield Static(_keys(command), classes="help-keys")
                        yield Static(plain(command.tooltip), classes="help-what")
            yield Static(plain(Words.FILES), classes="part")
            for file in (*self._files, *own_files()):
                yield Static(Content.assemble(line(file.label), ": ", line(file.path)), classes="how")
        themes = [Option(name, label, key) for name, label, key in Words.THEMES]
        yield Row(Words.THEME, Choices(themes, self.app.theme, id="theme"), Button(Words.TEST, id="test"), classes="below")
        yield Static(plain(Words.SCROLL), classes="prose muted")

    def on_mount(self) -> None:
        """The title stands in the border."""
        self.query_one("#help-text").border_title = plain(Words.TITLE)

    @on(Choices.Picked, "#theme")
    def _picked(self, event: Choices.Picked) -> None:
        self.action_theme(event.value)

    def action_theme(self, name: str) -> None:
        """Change the looks, now and for the next time."""
        self.app.theme = name
        self.query_one("#theme", Choices).value = name
        try:
            save_settings(replace(load_settings()[0], theme=name))
        except OSError as fault:
            self.notify(Words.theme_not_saved(fault.strerror or type(fault).__name__), markup=False)

    @on(Button.Pressed, "#test")
    def action_test(self) -> None:
        """Try the keys."""
        self.app.push_screen(KeyTestScreen(self._keys))

    def action_leave(self) -> None:
        """One step back."""
        self.dismiss(None)


def _keys(command: Command) -> Content:
    """`F5       Esc b`"""
    by_letter = f"Esc {command.letter}" if command.letter else ""
    return Content.assemble((command.shown_key.ljust(_KEY_WIDTH), "bold"), line(by_letter))
