"""The command line's own language: argparse in Swedish, with exit code 2 for wrong usage."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import Any, NoReturn

_SWEDISH = {
    "usage: ": "användning: ",
    "positional arguments": "argument",
    "options": "flaggor",
    "show this help message and exit": "visa den här hjälpen",
    "the following arguments are required: %s": "det saknas: %s",
    "unrecognized arguments: %s": "okänt: %s",
    "expected one argument": "behöver ett värde",
    "expected at most one argument": "tar högst ett värde",
    "ignored explicit argument %r": "tar inget värde, men fick %r",
    "expected at least one argument": "behöver minst ett värde",
    "invalid choice: %(value)r (choose from %(choices)s)": "”%(value)s” finns inte; välj bland %(choices)s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "”%(value)s” är inget giltigt värde",
    "not allowed with argument %s": "kan inte användas tillsammans med %s",
    "one of the arguments %s is required": "ange en av %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan betyda %(matches)s",
}


def speak_swedish() -> None:
    """Give argparse its words in Swedish. It asks its module for `_` at every message; there is no other way in."""
    argparse._ = lambda message: _SWEDISH.get(message, message)  # type: ignore[attr-defined]


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help that shows the commands without the braces list."""

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        if isinstance(action, argparse._SubParsersAction):
            return "".join(line for line in text.splitlines(keepends=True) if not line.strip().startswith("{"))
        return text

    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None) -> None:
        """`användning:` where argparse has its English word."""
        super().add_usage(usage, actions, groups, prefix if prefix is not None else "användning: ")


class Parser(argparse.ArgumentParser):
    """A parser whose faults are Swedish and end with 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Formatter, allow_abbrev=False, **options)

    def error(self, message: str) -> NoReturn:
        """What was wrong, and where the help is."""
        self.exit(2, f"{self.prog}: {message}\nSe {self.prog} --help\n")


class Command(Parser):
    """A command that gets its words, and all else that makes a parser, when something is first asked of it.

    Of the others only name and help are shown, and making them all was a tenth of `klubban --help` (`bench/RESULTS.md`).
    """

    def __init__(self, *, words: Callable[[Parser], object], **options: Any) -> None:
        self._unmade = (words, options)

    def __getattr__(self, name: str) -> Any:
        """What is not there yet: the parser is made first."""
        if "_unmade" not in self.__dict__:
            raise AttributeError(name)
        words, options = self.__dict__.pop("_unmade")
        super().__init__(**options)
        words(self)
        return getattr(self, name)
