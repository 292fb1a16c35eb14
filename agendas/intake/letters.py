"""Tjänsteskrivelser: where each begins and ends in a bundle.

A letter is known by its heading `Förslag till beslut`. Its title stands above its first section; what stands above
that is a letterhead, another letter, or an appendix. An appendix has no proposal, and is not taken in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from agendas.intake.letter_lines import Lines
from agendas.intake.letter_sections import Letter, fill
from agendas.intake.pages import Line, Part, Row

_FURTHEST = 80
"""Parts above the proposal in which its title must stand."""
_NUMBERED_TITLE = re.compile(r"(?:§\s*|(?:ärende|punkt)\s*(?:nr\.?\s*)?)(?P<number>\d{1,4})\s*[.:)–-]?\s+\S", re.IGNORECASE)


def find_letters(
    parts: Sequence[Part], is_item: Callable[[int], bool] = lambda _: False, letterheads: frozenset[str] = frozenset()
) -> list[Letter]:
    """The letters in order. `is_item` says which parts are titles in the list of items; `letterheads` are names to pass over, squeezed."""
    return _Finder(parts, is_item, letterheads).letters()


class _Finder:
    """Upwards from each proposal: what stands above it in the same letter, and which of it is the title."""

    def __init__(self, parts: Sequence[Part], is_item: Callable[[int], bool], letterheads: frozenset[str]) -> None:
        self.lines = Lines(parts, is_item, letterheads)
        self.parts = parts
        self.sections = self.lines.sections

    def letters(self) -> list[Letter]:
        anchors = [n for n, s in enumerate(self.sections) if s and (self._is_proposal(n) or (s.key == "decision" and self._is_decision(n)))]
        found: list[Letter] = []
        leading: set[str] | None = None
        floor = -1
        for anchor in anchors:
            if found and self._same_letter(found[-1], anchor):
                continue
            opened = self._opened(anchor, floor, leading)
            if opened is None:
                continue
            letter, before = opened
            leading = before if leading is None else leading
            found.append(letter)
            floor = anchor
        for n, letter in enumerate(found):
            fill(letter, self.lines, found[n + 1].start if n + 1 < len(found) else len(self.parts))
        return found

    def _same_letter(self, letter: Letter, anchor: int) -> bool:
        """A second proposal in a letter: nothing but its own sections stands between."""
        between = range(letter.index + 1, anchor)
        return anchor - letter.index < 12 and not any(self.lines.is_break(n) or self.lines.looks_like_title(n) for n in between)

    def _is_proposal(self, n: int) -> bool:
        """A heading `Förslag till beslut`; behind a colon only among other headings: items of a list have that too."""
        section = self.sections[n]
        if section is None or section.key != "proposal":
            return False
        near = [s for k, s in enumerate(self.sections[max(0, n - 10) : n + 12], max(0, n - 10)) if s and k != n]
        return not section.rest or any(not s.rest for s in near)

    def _is_decision(self, n: int) -> bool:
        """A bare heading `Beslut` that opens a letter: sections of a letter follow before anything else does."""
        section = self.sections[n]
        if section is None or section.rest:
            return False
        after = [s.key for s in self.sections[n + 1 : n + 14] if s]
        return bool(after) and after[0] in {"summary", "description", "documents", "recipients"} and self._title_above(n) is not None

    def _title_above(self, n: int) -> int | None:
        above = n - 1
        return above if above >= 0 and self.lines.looks_like_title(above) else None

    # --- upwards from the proposal: the title

    def _opened(self, anchor: int, floor: int, leading: set[str] | None) -> tuple[Letter, set[str]] | None:
        first = anchor
        before: set[str] = set()
        top = anchor
        n = anchor - 1
        while n > floor and anchor - n < _FURTHEST:
            section = self.sections[n]
            if self.lines.is_item(n):
                top = n
                break
            if section is not None:
                if section.key in before or section.key in {"proposal", "decision"} or (leading is not None and section.key not in leading):
                    break
                before.add(section.key)
                first = n
            elif self.lines.is_signature(n):
                break
            top = n
            if self.lines.is_break(n) and self._title_between(n, first) is not None:
                break
            if self.lines.is_meta(n) and self._title_between(n, first) is not None and n > 0 and not self.lines.is_meta(n - 1):
                break
            n -= 1
        title = self._title_between(top, first)
        if title is None:
            return None
        last = title
        while title - 1 >= top and self.lines.joins(title - 1, title):
            title -= 1
        line = self.parts[title]
        assert isinstance(line, Line)
        text = " ".join(p.text for p in self.parts[title : last + 1])
        section = self.sections[anchor]
        number = line.mark.rstrip(".)") if line.mark else ""
        if not number and (found := _NUMBERED_TITLE.match(text)):
            number = found["number"]
        letter = Letter(text, line.place, self._head_start(title, floor), title, number=number)
        letter.is_decision = bool(section and section.key == "decision")
        letter.sections["title"] = list(range(title, last + 1))
        return letter, before

    def _head_start(self, title: int, floor: int) -> int:
        start = title
        while (
            not self.lines.is_item(title) and start - 1 > floor and self.lines.is_meta(start - 1) and not self.lines.is_signature(start - 1)
        ):
            start -= 1
        return start

    def _title_between(self, top: int, first: int) -> int | None:
        """The part that looks most like the title above section `first`: the nearest that can be one."""
        passed = 0
        for n in range(first - 1, top - 1, -1):
            if self.lines.looks_like_title(n):
                return n
            if self.lines.is_meta(n):
                continue
            passed += 1  # a line or two about the matter may stand below the title; a list or a table is something else
            part = self.parts[n]
            if passed > 2 or isinstance(part, Row) or part.mark or self.sections[n] is not None:
                return None
        return None
