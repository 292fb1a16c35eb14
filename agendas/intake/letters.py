"""Tjänsteskrivelser: where each begins and ends in a bundle, and its sections.

A letter is known by its heading `Förslag till beslut`. Its title stands above its first section; what stands above
that is a letterhead, another letter, or an appendix. An appendix has no proposal, and is not taken in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from agendas.intake.pages import LOOKS_BOLD, Line, Part, Place, Row
from agendas.intake.patterns import days_in, only_name, only_reference, reference_in
from agendas.intake.words import BODY, SUBHEADINGS, Section, is_template_text, is_title, section_of, squeezed

_FURTHEST = 80
"""Parts above the proposal in which its title must stand."""
_META = {
    "datum", "diarienummer", "dnr", "diarienr", "tjansteskrivelse", "handlaggare", "referens", "ordforandeskrivelse", "ordforandebeslut",
    "tjansteutlatande", "foredragningspm", "beslutsforslag", "skrivelse", "sida", "kontakt", "avsandare", "mottagare", "till",
    "varreferens", "erreferens", "forvaltning", "missiv", "ankomstdatum",
}  # fmt: skip
_META_LABEL = re.compile(
    r"(?:föredragande|föredragning|ansvarig)\s*:.{3,90}|(?:upprättad|upprättat|skapad|daterad|kontaktperson|enhet|beslutsdatum|sammanträdesdatum)\b.{0,90}|"
    r"(?:datum|dnr|diarienummer|diarienr|handläggare|telefon|tfn|e-?post|sid(?:a)?|version|ärendenummer|referens|vår referens)\s*:?\s*\S.*",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"(?:[\wåäöÅÄÖ -]*(?:förvaltning(?:en)?|kansli(?:et)?|kommun|kontor(?:et)?|sektor|avdelning(?:en)?))", re.IGNORECASE)
_ATTACHMENT = re.compile(r"(?:ärende|bilaga|bil\.?)\s*(?:nr\.?\s*)?[\dA-Z]{0,3}[.:]?", re.IGNORECASE)
_LATER_PAGE = re.compile(r"sid(?:a)?\.?\s*(?!1\b)\d+\s*(?:av|\(|/)", re.IGNORECASE)
_PAGE = re.compile(r"\s+\d{1,3}\s*\(\s*\d{1,3}\s*\)$")
_NUMBERED_TITLE = re.compile(r"(?:§\s*|(?:ärende|punkt)\s*(?:nr\.?\s*)?)(?P<number>\d{1,4})\s*[.:)–-]?\s+\S", re.IGNORECASE)
_LATE = {"description", "recipients", "copies", "documents", "history", "summary"}


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


def find_letters(
    parts: Sequence[Part], is_item: Callable[[int], bool] = lambda _: False, letterheads: frozenset[str] = frozenset()
) -> list[Letter]:
    """The letters in order. `is_item` says which parts are titles in the list of items; `letterheads` are names to pass over, squeezed."""
    return _Finder(parts, is_item, letterheads).letters()


class _Finder:
    def __init__(self, parts: Sequence[Part], is_item: Callable[[int], bool], letterheads: frozenset[str]) -> None:
        self.parts = parts
        self.is_item = is_item
        self.letterheads = letterheads
        self.sections: list[Section | None] = [section_of(p.text) if isinstance(p, Line) and not p.mark else None for p in parts]

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
            self._fill(letter, found[n + 1].start if n + 1 < len(found) else len(self.parts))
        return found

    def _same_letter(self, letter: Letter, anchor: int) -> bool:
        """A second proposal in a letter: nothing but its own sections stands between."""
        between = range(letter.index + 1, anchor)
        return anchor - letter.index < 12 and not any(self._is_break(n) or self._looks_like_title(n) for n in between)

    def _is_proposal(self, n: int) -> bool:
        """A heading `Förslag till beslut`; behind a colon only among other headings: items of a list have that too."""
        section = self.sections[n]
        if section is None or section.key != "proposal":
            return False
        near = [s for k, s in enumerate(self.sections[max(0, n - 10) : n + 12], max(0, n - 10)) if s and k != n]
        return not section.rest or any(not s.rest for s in near)

    def _is_decision(self, n: int) -> bool:
        """A bare heading `Beslut` that opens a letter: sections of a letter follow before anything else does."""
        if self.sections[n] is None or self.sections[n].rest:  # type: ignore[union-attr]
            return False
        after = [s.key for s in self.sections[n + 1 : n + 14] if s]
        return bool(after) and after[0] in {"summary", "description", "documents", "recipients"} and self._title_above(n) is not None

    def _title_above(self, n: int) -> int | None:
        above = n - 1
        return above if above >= 0 and self._looks_like_title(above) else None

    # --- upwards from the proposal: the title

    def _opened(self, anchor: int, floor: int, leading: set[str] | None) -> tuple[Letter, set[str]] | None:
        first = anchor
        before: set[str] = set()
        top = anchor
        n = anchor - 1
        while n > floor and anchor - n < _FURTHEST:
            section = self.sections[n]
            if self.is_item(n):
                top = n
                break
            if section is not None:
                if section.key in before or section.key in {"proposal", "decision"} or (leading is not None and section.key not in leading):
                    break
                before.add(section.key)
                first = n
            elif self._is_signature(n):
                break
            top = n
            if self._is_break(n) and self._title_between(n, first) is not None:
                break
            if self._is_meta(n) and self._title_between(n, first) is not None and n > 0 and not self._is_meta(n - 1):
                break
            n -= 1
        title = self._title_between(top, first)
        if title is None:
            return None
        last = title
        while title - 1 >= top and self._joins(title - 1, title):
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
        while not self.is_item(title) and start - 1 > floor and self._is_meta(start - 1) and not self._is_signature(start - 1):
            start -= 1
        return start

    def _title_between(self, top: int, first: int) -> int | None:
        """The part that looks most like the title above section `first`: the nearest that can be one."""
        passed = 0
        for n in range(first - 1, top - 1, -1):
            if self._looks_like_title(n):
                return n
            if self._is_meta(n):
                continue
            passed += 1  # a line or two about the matter may stand below the title; a list or a table is something else
            part = self.parts[n]
            if passed > 2 or isinstance(part, Row) or part.mark or self.sections[n] is not None:
                return None
        return None

    def _looks_like_title(self, n: int) -> bool:
        part = self.parts[n]
        if not isinstance(part, Line) or self.sections[n] is not None or self._is_meta(n):
            return False
        if part.mark and not part.mark[0].isdigit():
            return False
        text = part.text
        short = 3 < len(text) <= 250 and not text.endswith((".", ",", ";", ":"))
        return (
            short
            and text[:1].isalnum() | (text[:1] in "\"”'“«§")
            and (only_name(text) is None or 0 < part.level < LOOKS_BOLD)
            and squeezed(text) not in SUBHEADINGS
        )

    def _joins(self, above: int, below: int) -> bool:
        """Whether two lines are one title that was broken."""
        part, other = self.parts[above], self.parts[below]
        return (
            isinstance(part, Line)
            and isinstance(other, Line)
            and not other.gap
            and not other.mark
            and not other.new_page
            and self._looks_like_title(above)
            and part.level == other.level
        )

    def _is_break(self, n: int) -> bool:
        part = self.parts[n]
        return part.new_page or (isinstance(part, Line) and part.level == 1 and n > 0)

    def _is_meta(self, n: int) -> bool:
        part = self.parts[n]
        if isinstance(part, Row):
            return all(not c or self._meta_text(c) for c in part.cells)
        return self._meta_text(part.text)

    def _meta_text(self, text: str) -> bool:
        said = squeezed(_PAGE.sub("", text))
        if BODY.fullmatch(text.strip()) and len(text) < 60:
            return True  # to whom it is written
        if said in _META or said in self.letterheads or only_reference(text) or _META_LABEL.fullmatch(text):
            return True
        days = days_in(text)
        if days and days[0].end - days[0].start >= len(text) - 8:
            return True
        return len(text) < 50 and bool(_OFFICE.fullmatch(text))

    # --- signatures

    def _is_signature(self, n: int) -> bool:
        """Whether a part is the post of somebody whose name stands above it, or that name."""
        return self._signer(n) is not None or (n > 0 and self._signer(n - 1) is not None)

    def _signer(self, n: int) -> tuple[str, str, str] | None:
        part = self.parts[n]
        following = self.parts[n + 1] if n + 1 < len(self.parts) else None
        if not isinstance(part, Line) or part.mark or not isinstance(following, Line) or following.mark:
            return None
        name = only_name(part.text)
        if name is None or is_title(part.text) or len(following.text) > 70 or following.text.endswith("."):
            return None
        return (*name, following.text) if is_title(following.text) and self.sections[n + 1] is None else None

    # --- downwards: the sections

    def _fill(self, letter: Letter, limit: int) -> None:
        current = ""
        n = letter.sections["title"][-1] + 1
        for index in range(letter.start, letter.index):
            self._note_reference(letter, index)
        described = False
        while n < limit:
            part = self.parts[n]
            section = self.sections[n]
            if self.is_item(n):
                break
            if section is not None:
                key = "proposal" if letter.is_decision and section.key == "decision" else section.key
                if key == "decision":
                    key = "description"
                    letter.headings[n] = part.text.rstrip(":")
                if key == "description":
                    described = True
                    if squeezed(part.text) not in {"beskrivningavarendet", "beskrivning", "arendebeskrivning", "arendet"}:
                        letter.headings[n] = part.text.partition(":")[0]
                letter.by = letter.by or section.by
                current = key
                letter.sections.setdefault(key, [])
                if section.rest:
                    if is_template_text(section.rest):
                        letter.template.append(n)
                    else:
                        letter.rests[key] = f"{letter.rests.get(key, '')}\n{section.rest}".strip()
                n += 1
                continue
            if signer := self._signer(n):
                letter.signers.append((*signer, part.place))
                n += 2
                if not self._goes_on_after(letter, n, limit):
                    break
                continue
            if self._ends_here(letter, n, limit, current):
                break
            if _follows_label(part, current) or (current in {"recipients", "copies"} and is_template_text(part.text)):
                letter.template.append(n)
            elif self._is_foot(n) or (self._is_meta(n) and (part.new_page or not current or self._in_head(n))):
                letter.sections.setdefault("meta", []).append(n)
                self._note_reference(letter, n)
            elif self._is_name(n) and self._in_head(n):
                letter.sections.setdefault("meta", []).append(n)
            elif isinstance(part, Line) and squeezed(part.text.rstrip(":")) in SUBHEADINGS and current:
                current = "description" if current != "summary" or described else current
                letter.headings[n] = part.text.rstrip(":")
                letter.sections.setdefault(current, [])
            elif isinstance(part, Line) and 0 < part.level < LOOKS_BOLD and current and current not in {"summary", "description"}:
                current = "description"
                letter.headings[n] = part.text
                letter.sections.setdefault(current, [])
            else:
                if isinstance(part, Line) and 0 < part.level < LOOKS_BOLD and current:
                    letter.headings[n] = part.text
                letter.sections.setdefault(current or "ingress", []).append(n)
            n += 1
        letter.end = n

    def _is_foot(self, n: int) -> bool:
        """`Ärende 7` below a page that is not the last."""
        part = self.parts[n]
        return isinstance(part, Line) and bool(_ATTACHMENT.fullmatch(part.text.strip())) and not part.mark

    def _in_head(self, n: int) -> bool:
        """Whether a line stands in a letterhead that a new page began."""
        for k in range(n, max(n - 8, 0), -1):
            if self.parts[k].new_page:
                return True
            if not (self._is_meta(k) or self._is_name(k)):
                return False
        return False

    def _note_reference(self, letter: Letter, n: int) -> None:
        text = self.parts[n].text
        found = reference_in(text)
        reference = only_reference(text) or (found[0] if found else "")
        if reference and reference not in letter.references:
            letter.references.append(reference)

    def _goes_on_after(self, letter: Letter, n: int, limit: int) -> bool:
        """Whether a letter goes on below a signature: one more signature, or a section that it has not had."""
        for ahead in range(n, min(n + 7, limit)):
            if self._signer(ahead) is not None:
                return True
            section = self.sections[ahead]
            if section is not None:
                return section.key in _LATE and not letter.sections.get(section.key)
            part = self.parts[ahead]
            if _ATTACHMENT.fullmatch(part.text.strip()) and squeezed(part.text) not in SUBHEADINGS:
                return False
            if isinstance(part, Line) and squeezed(part.text) in SUBHEADINGS:
                return True
            if part.new_page and not self._is_meta(ahead):
                return False
        return False

    def _ends_here(self, letter: Letter, n: int, limit: int, current: str) -> bool:
        part = self.parts[n]
        if not isinstance(part, Line):
            return False
        if _ATTACHMENT.fullmatch(part.text.strip()):
            after = self.parts[n + 1 : min(n + 10, limit)]
            return not any(_LATER_PAGE.match(p.text) for p in after) and not self._carries_on(letter, n, limit)
        return (
            part.new_page
            and not self._is_meta(n)
            and current not in {"", "description", "summary"}
            and bool(letter.signers or part.level == 1)
            and squeezed(part.text) not in SUBHEADINGS
        )

    def _carries_on(self, letter: Letter, n: int, limit: int) -> bool:
        """Whether the next page goes on with the table that stood above what looks like the foot of the letter."""
        before = next((p for p in reversed(self.parts[letter.index : n]) if not self._meta_text(p.text)), None)
        after = next((self.parts[k] for k in range(n + 1, min(n + 8, limit)) if not self._is_meta(k) and not self._is_name(k)), None)
        return isinstance(before, Row) and isinstance(after, Row) and len(before.cells) == len(after.cells)

    def _is_name(self, n: int) -> bool:
        return only_name(self.parts[n].text) is not None


def _follows_label(part: Part, current: str) -> bool:
    """`För kännedom` with `till:` on a line of its own."""
    return current == "copies" and squeezed(part.text) == "till"


def rows_as_markdown(rows: Sequence[Row]) -> str:
    """A table in Markdown; the first row is its head."""
    width = max(len(r.cells) for r in rows)
    lines = [_pipe_row(r.cells, width) for r in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _pipe_row(cells: Sequence[str], width: int) -> str:
    filled = [*cells, *[""] * (width - len(cells))]
    return "| " + " | ".join(" ".join(c.split()).replace("|", "\\|") for c in filled) + " |"


def markdown_of(parts: Sequence[Part], headings: dict[int, str], indices: Sequence[int]) -> str:
    """Some parts as Markdown: paragraphs, lists, tables, sub-headings."""
    blocks: list[str] = []
    rows: list[Row] = []
    in_list = False

    def finish() -> None:
        if rows:
            blocks.append(rows_as_markdown(rows))
            rows.clear()

    for n in indices:
        part = parts[n]
        if n in headings:
            finish()
            blocks.append(f"### {headings[n]}")
            in_list = False
        elif isinstance(part, Row):
            if rows and part.table != rows[-1].table:
                finish()
            rows.append(part)
            in_list = False
        elif part.mark:
            finish()
            mark = part.mark if part.mark[0].isdigit() or part.mark == "-" else "-"
            said = part.markdown if mark == part.mark else f"{part.mark} {part.markdown}"
            line = f"{' ' * part.indent}{mark} {said}"
            if in_list:
                blocks[-1] += f"\n{line}"
            else:
                blocks.append(line.lstrip())
            in_list = True
        else:
            finish()
            joins = bool(blocks) and not part.gap and not in_list and not blocks[-1].startswith(("#", "|"))
            if joins:
                blocks[-1] += f"\n{part.markdown}"
            else:
                blocks.append(part.markdown)
            in_list = False
    finish()
    return "\n\n".join(blocks)
