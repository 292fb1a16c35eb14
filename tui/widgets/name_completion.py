"""Names and abbreviations with Tab: what the word before the cursor can become, and the list to choose from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from agendas.value import Value
from tui.literal import line, plain
from tui.matching import INSIDE, fit
from tui.texts.program import TextBox as Words

SHOWN = 9
"""As many choices as there are digits."""

Candidates = Callable[[], Iterable[tuple[str, bool]]]
"""Gives the names that Tab can complete: (label, present)."""

DIGITS = "123456789"
"""The keys of the list, in its order."""

_FRAGMENT = re.compile(r"[^\W_][\w.-]*(?:[ ]+[^\W_][\w.-]*){0,2}$")


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Completion(Value):
    """What Tab can do at the cursor: replace the `fragment` that ends there with one of `choices`, which may be none."""

    fragment: str
    choices: tuple[str, ...]


def complete(before: str, candidates: Iterable[tuple[str, bool]], abbreviations: Mapping[str, str]) -> Completion | None:
    """What the text before the cursor can be completed to; None when it does not end in a word.

    Up to three words are tried, the longest first (`eva sj` before `sj`). People who are present come first. Letters
    inside a name count only when no name begins so.
    """
    match = _FRAGMENT.search(before)
    if match is None:
        return None
    fragment = match.group()
    last = fragment.split(" ")[-1]
    if (text := abbreviations.get(last.casefold())) is not None:
        return Completion(last, (text,))
    people = sorted(dict.fromkeys(candidates), key=lambda person: not person[1])
    while True:
        fits = {label: how for label, _ in people if (how := fit(fragment, label)) is not None}
        # Inside a name only whole fragments of some length: "en" would fit half the room.
        good = [label for label, how in fits.items() if how < INSIDE]
        found = good or ([label for label in fits if len(fragment) >= 3])
        if found:
            return Completion(fragment, tuple(found))
        _, space, rest = fragment.partition(" ")
        if not space:
            return Completion(last, ())
        fragment = rest.lstrip()


class Suggestions(OptionList, can_focus=False):
    """The choices for a name, just below the cursor. The keys stay with the text box."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        rows = [Option(Content.assemble((f"{digit} ", "bold"), line(label))) for digit, label in zip(DIGITS, choices, strict=False)]
        if len(choices) > SHOWN:
            rows.append(Option(plain(Words.MORE), disabled=True))
        super().__init__(*rows)
        self.choices = choices[:SHOWN]
