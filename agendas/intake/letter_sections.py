"""A tjänsteskrivelse, and what stands in each of its sections: downwards from its title to its last signature."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from agendas.intake.letter_lines import ATTACHMENT, Lines
from agendas.intake.pages import LOOKS_BOLD, Line, Part, Place, Row
from agendas.intake.patterns import only_reference, reference_in
from agendas.intake.words import SUBHEADINGS, Section, is_template_text, squeezed

_LATER_PAGE = re.compile(r"sid(?:a)?\.?\s*(?!1\b)\d+\s*(?:av|\(|/)", re.IGNORECASE)
_PLAIN_DESCRIPTION = {"beskrivningavarendet", "beskrivning", "arendebeskrivning", "arendet"}
"""Headings that say nothing more than that the description begins."""
_LATE = {"description", "recipients", "copies", "documents", "history", "summary"}
"""Sections that may stand below a signature."""


@dataclass
class Letter:
    """One tjänsteskrivelse."""

    title: str
    place: Place
    start: int
    """The part where its letterhead or title begins."""
    index: int
    """The part with its title; -1 when it has none."""
    end: int = 0
    """The part after its last."""
    number: str = ""
    references: list[str] = field(default_factory=list)
    by: str = ""
    """Whose proposal its heading says that it is."""
    is_decision: bool = False
    """It tells of a decision that was made already."""
    sections: dict[str, list[int]] = field(default_factory=dict)
    """The parts of each section, without its heading."""
    rests: dict[str, str] = field(default_factory=dict)
    """What stood behind the colon of a heading."""
    headings: dict[int, str] = field(default_factory=dict)
    """The parts that are headings inside the description."""
    signers: list[tuple[str, str, str, Place]] = field(default_factory=list)
    """(name, party, title, where)"""
    template: list[int] = field(default_factory=list)
    """Parts that only hold what the template says."""


def fill(letter: Letter, lines: Lines, limit: int) -> None:
    """Read the sections of a letter, no further than the part `limit`; its `end` is set to the part after its last."""
    _Filling(letter, lines, limit).fill()


class _Filling:
    def __init__(self, letter: Letter, lines: Lines, limit: int) -> None:
        self.letter = letter
        self.lines = lines
        self.limit = limit
        self.current = ""
        """The section that we are in; empty above the first."""
        self.described = False
        """Whether the description has had its heading."""

    def fill(self) -> None:
        letter, lines = self.letter, self.lines
        n = letter.sections["title"][-1] + 1
        for index in range(letter.start, letter.index):
            self._note_reference(index)
        while n < self.limit and not lines.is_item(n):
            section = lines.sections[n]
            if section is not None:
                self._begin(n, section)
                n += 1
            elif signer := lines.signer(n):
                letter.signers.append((*signer, lines.parts[n].place))
                n += 2
                if not self._goes_on_after(n):
                    break
            elif self._ends_here(n):
                break
            else:
                self._take(n)
                n += 1
        letter.end = n

    def _begin(self, n: int, section: Section) -> None:
        """A heading: what follows is its section. A second decision in a letter is described, not decided."""
        letter, part = self.letter, self.lines.parts[n]
        key = "proposal" if letter.is_decision and section.key == "decision" else section.key
        if key == "decision":
            key = "description"
            letter.headings[n] = part.text.rstrip(":")
        if key == "description":
            self.described = True
            if squeezed(part.text) not in _PLAIN_DESCRIPTION:
                letter.headings[n] = part.text.partition(":")[0]
        letter.by = letter.by or section.by
        self.current = key
        letter.sections.setdefault(key, [])
        if section.rest and is_template_text(section.rest):
            letter.template.append(n)
        elif section.rest:
            letter.rests[key] = f"{letter.rests.get(key, '')}\n{section.rest}".strip()

    def _take(self, n: int) -> None:
        """A line that is no heading of a section: of a letterhead, a sub-heading, or what the section says."""
        letter, lines, part, current = self.letter, self.lines, self.lines.parts[n], self.current
        bold = isinstance(part, Line) and 0 < part.level < LOOKS_BOLD
        if _follows_label(part, current) or (current in {"recipients", "copies"} and is_template_text(part.text)):
            letter.template.append(n)
        elif lines.is_foot(n) or (lines.is_meta(n) and (part.new_page or not current or lines.in_head(n))):
            letter.sections.setdefault("meta", []).append(n)
            self._note_reference(n)
        elif lines.is_name(n) and lines.in_head(n):
            letter.sections.setdefault("meta", []).append(n)
        elif isinstance(part, Line) and squeezed(part.text.rstrip(":")) in SUBHEADINGS and current:
            self.current = "description" if current != "summary" or self.described else current
            letter.headings[n] = part.text.rstrip(":")
            letter.sections.setdefault(self.current, [])
        elif bold and current and current not in {"summary", "description"}:
            self.current = "description"
            letter.headings[n] = part.text
            letter.sections.setdefault(self.current, [])
        else:
            if bold and current:
                letter.headings[n] = part.text
            letter.sections.setdefault(current or "ingress", []).append(n)

    def _note_reference(self, n: int) -> None:
        text = self.lines.parts[n].text
        found = reference_in(text)
        reference = only_reference(text) or (found[0] if found else "")
        if reference and reference not in self.letter.references:
            self.letter.references.append(reference)

    def _goes_on_after(self, n: int) -> bool:
        """Whether a letter goes on below a signature: one more signature, or a section that it has not had."""
        for ahead in range(n, min(n + 7, self.limit)):
            if self.lines.signer(ahead) is not None:
                return True
            section = self.lines.sections[ahead]
            if section is not None:
                return section.key in _LATE and not self.letter.sections.get(section.key)
            part = self.lines.parts[ahead]
            if ATTACHMENT.fullmatch(part.text.strip()) and squeezed(part.text) not in SUBHEADINGS:
                return False
            if isinstance(part, Line) and squeezed(part.text) in SUBHEADINGS:
                return True
            if part.new_page and not self.lines.is_meta(ahead):
                return False
        return False

    def _ends_here(self, n: int) -> bool:
        part = self.lines.parts[n]
        if not isinstance(part, Line):
            return False
        if ATTACHMENT.fullmatch(part.text.strip()):
            after = self.lines.parts[n + 1 : min(n + 10, self.limit)]
            return not any(_LATER_PAGE.match(p.text) for p in after) and not self._carries_on(n)
        return (
            part.new_page
            and not self.lines.is_meta(n)
            and self.current not in {"", "description", "summary"}
            and bool(self.letter.signers or part.level == 1)
            and squeezed(part.text) not in SUBHEADINGS
        )

    def _carries_on(self, n: int) -> bool:
        """Whether the next page goes on with the table that stood above what looks like the foot of the letter."""
        before = next((p for p in reversed(self.lines.parts[self.letter.index : n]) if not self.lines.meta_text(p.text)), None)
        after = next(
            (self.lines.parts[k] for k in range(n + 1, min(n + 8, self.limit)) if not self.lines.is_meta(k) and not self.lines.is_name(k)),
            None,
        )
        return isinstance(before, Row) and isinstance(after, Row) and len(before.cells) == len(after.cells)


def _follows_label(part: Part, current: str) -> bool:
    """`För kännedom` with `till:` on a line of its own."""
    return current == "copies" and squeezed(part.text) == "till"
