"""Persons and items in an archive by what people call them: an id, a name, a title."""

from __future__ import annotations

from typing import Any

from agendas.clean import clean
from agendas.faults import Report
from agendas.lines import KeyPath
from agendas.names import folded
from sessions.codec import unknown


class Names:
    """Persons or items by id, and by what people call them."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._ids: set[str] = set()
        self._by_name: dict[str, set[str]] = {}
        self._shown: dict[str, None] = {}

    def add(self, own_id: str, *names: str) -> None:
        """Somebody or something new, or one more name of it."""
        self._ids.add(own_id)
        for name in filter(None, names):
            self._by_name.setdefault(_key(name), set()).add(own_id)
            self._shown[name] = None

    def found(self, value: Any, path: KeyPath, report: Report, free: bool = False) -> Any:
        """The id or ids meant. What is no text is left for the codec to judge; `free`: an unknown name stays as it is."""
        if isinstance(value, list):
            return [self.found(one, (*path, place), report, free) for place, one in enumerate(value)]
        if not isinstance(value, str) or value in self._ids or not value:
            return value
        meant = self._by_name.get(_key(value), set())
        if len(meant) == 1:
            return next(iter(meant))
        shown, key = clean(value), next(p for p in reversed(path) if isinstance(p, str))
        if len(meant) > 1:
            told = ", ".join(sorted(meant))
            report.fault(path, f'"{key}": flera heter {shown}. Skriv id: {told}.')
        elif not free:
            report.fault(path, sentence(f'"{key}": {unknown(self._what, shown, (*self._shown, *sorted(self._ids)))}'))
        return value


def _key(name: str) -> str:
    return " ".join(folded(name).split())


def sentence(text: str) -> str:
    """What is wrong, with a capital and a full stop."""
    text = text[:1].upper() + text[1:]
    return text if text.endswith(("?", ".")) else f"{text}."
