"""All commands in one list, and Swedish in place of what the framework says in English.

The palette is our own dialog: it finds `Jäv` by `jav`, and whatever has a key has a line here, so that no terminal
can lock an act away.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeVar

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from agendas.value import Value
from tui.keys import DEFAULT_KEYS, KeyTable, binding
from tui.texts.program import Common
from tui.texts.program import Framework as Words

R = TypeVar("R")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class PaletteCommand(Value):
    """A line of the palette that has no key: `Export: skriv protokoll`."""

    title: str
    run: Callable[[], Awaitable[None] | None]
    search: str = ""
    """Other words that people may look for."""

    @classmethod
    def of(cls, words: tuple[str, str], run: Callable[[], Awaitable[None] | None]) -> PaletteCommand:
        """A line whose title and other words stand together."""
        title, search = words
        return cls(title, run, search)


class SwedishApp(App[R]):
    """The part of an app that speaks Swedish and asks before it ends.

    A screen gives its own lines by a method `palette_commands() -> Iterable[PaletteCommand]`; so may the app.
    Commands of the key table are listed when the screen (or the app) has their action.
    """

    ENABLE_COMMAND_PALETTE = False  # the framework's own; ours is bound below
    TITLE = Common.APP

    BINDINGS: ClassVar[list[BindingType]] = [
        binding(DEFAULT_KEYS.by_id["app.palette"]),
        binding(DEFAULT_KEYS.by_id["app.quit"]),
        Binding("ctrl+c", "help_quit", Common.HELP, show=False, system=True),
    ]

    key_table: KeyTable = DEFAULT_KEYS

    def use_keys(self, table: KeyTable) -> None:
        """Let the person's own keys hold. The footer is given the table by its screen."""
        self.key_table = table
        self.set_keymap(table.keymap())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a dialog only its own keys act; Ctrl+Q says why it does not."""
        if action == "command_palette" and self.screen.is_modal:
            return False
        return super().check_action(action, parameters)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """A toast, never markup: most of what it says are names and titles that somebody has written."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """None: the framework's own are in English and not ours to offer."""
        return ()

    def action_help_quit(self) -> None:
        """Ctrl+C when nothing is selected."""
        self.notify(Words.COPY_OR_QUIT)

    async def action_quit(self) -> None:
        """Ctrl+Q, also over a dialog."""
        if self.screen.is_modal:
            self.notify(Words.CLOSE_DIALOG_FIRST)
        else:
            self.ask_to_quit()

    def quit_question(self) -> tuple[str, str]:
        """The question and what it means; an app with a running meeting says more."""
        return Words.QUIT_QUESTION, Words.QUIT_DETAIL

    @work
    async def ask_to_quit(self) -> None:
        """Ask, and leave if the answer is yes."""
        from tui.dialogs.confirm import ConfirmDialog  # dialogs are loaded when one is shown

        question, detail = self.quit_question()
        if await self.push_screen_wait(ConfirmDialog(question, detail, yes=Words.QUIT_YES, no=Words.QUIT_NO, yes_key="a", no_key="s")):
            self.exit()

    def action_command_palette(self) -> None:
        """Show all commands."""
        self.open_palette()

    @work
    async def open_palette(self) -> None:
        """Choose a command and run it where the palette was opened."""
        from tui.choices import Choice
        from tui.dialogs.choose import ChooseDialog

        screen = self.screen
        choices: list[Choice] = []
        runs: dict[str, Callable[[], Awaitable[None] | None]] = {}
        for command in self.key_table.commands:
            node = next((n for n in (screen, self) if hasattr(n, f"action_{command.action}")), None)
            if node is None or command.action == "command_palette":
                continue
            choices.append(
                Choice(command.id, command.title, command.shown_key or f"Esc {command.letter}", f"{command.word} {command.tooltip}")
            )
            runs[command.id] = _action(self, command.action, node)
        for node in (screen, self):
            given: Callable[[], Iterable[PaletteCommand]] | None = getattr(node, "palette_commands", None)
            for number, extra in enumerate(given() if given else ()):
                id = f"{type(node).__name__}-{number}"
                choices.append(Choice(id, extra.title, "", extra.search))
                runs[id] = extra.run
        chosen = await self.push_screen_wait(
            ChooseDialog(Words.PALETTE, choices, placeholder=Words.PALETTE_PLACEHOLDER, empty=Words.PALETTE_EMPTY)
        )
        if chosen is not None:
            done = runs[chosen]()
            if done is not None:
                await done


def _action(app: App[R], action: str, node: App[R] | Screen[object]) -> Callable[[], Awaitable[None]]:
    async def run() -> None:
        await app.run_action(action, node)

    return run
