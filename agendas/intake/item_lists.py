"""Items in lists: numbered lines, §§, times, signs or bare lines, and what stands below each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agendas.intake.ledger import Draft, Ledger
from agendas.intake.legend import Legend
from agendas.intake.listing import NOTHING, Below, Listing, handouts_of, set_number, take_from_heading
from agendas.intake.marks import add_presenters, inline_section, take_aside, take_title
from agendas.intake.pages import LOOKS_BOLD, Line, Part, Row
from agendas.intake.patterns import hours_in, only_name, only_reference, reference_in
from agendas.intake.people import People
from agendas.intake.starts import heading_kind, starts_of
from agendas.intake.words import AGENDA_HEADS, role_of, section_of, squeezed
from agendas.model import SubItem


def items_of_lines(ledger: Ledger, end: int, legend: Legend, people: People, listing: Listing) -> None:
    """Read the items of an agenda that is written line by line, up to part `end`, and add them to the listing."""
    parts = ledger.parts
    head = next((n for n in range(end) if isinstance(parts[n], Line) and squeezed(parts[n].text) in AGENDA_HEADS), None)
    start = head + 1 if head is not None else 0
    starts = starts_of(parts, start, end, plain=head is not None)
    if head is not None and not starts:
        return
    if head is not None:
        ledger.use(head)
    state = Below()
    current: Draft | None = None
    begun, titled = False, -1
    for index in range(start, end):
        part = parts[index]
        if index in starts:
            number, text = starts[index]
            current = Draft("", part.place, index)
            set_number(current, number)
            if isinstance(part, Line):
                current.level, current.indent = part.level, part.indent
            _take_line(current, part, text, people)
            take_from_heading(current, state)
            if current.title:
                ledger.use(index)
                listing.found(index, current)
                begun, titled = True, index
            continue
        if not isinstance(part, Line):
            if begun and current is not None and _detail_row(current, part, people):
                ledger.use(index)
            continue
        if _is_signed(parts, index) or (begun and (opened := section_of(part.text)) and not opened.rest):
            current = None  # what stands below `Förslag till beslut` is a letter's
            continue
        kind = heading_kind(part.text)
        if kind and not part.mark and _more_follow(index, starts):
            ledger.use(index)
            state.enter(part.text, kind)
            current = None
        elif current is not None and _detail(current, part, people, legend, parts[index - 1] if titled == index - 1 else None):
            titled = index if titled == index - 1 and current.title.endswith(part.text.split()[-1]) else titled
            ledger.use(index)
            listing.last = index
        elif begun and part.gap and not _more_follow(index, starts):
            current = None  # the list is over
    if starts and head is not None and all(not n for n, _ in starts.values()):
        ledger.doubt("", "Ärendena i listan har inga nummer: varje rad lästes som ett ärende.", parts[head].place)


def _is_signed(parts: Sequence[Part], index: int) -> bool:
    """Whether a line is the name of the chair or the secretary above that word."""
    below = parts[index + 1] if index + 1 < len(parts) else None
    return only_name(parts[index].text) is not None and isinstance(below, Line) and role_of(below.text.split(",")[0]) is not None


def _more_follow(index: int, starts: Mapping[int, tuple[str, str]]) -> bool:
    return any(n > index for n in starts)


def _take_line(draft: Draft, part: Part, text: str, people: People) -> None:
    if isinstance(part, Row):  # a numbered line whose columns were set with tabs
        cells = [c for c in text.split("\n") if c.strip()]
        title, *rest = sorted(cells, key=lambda c: (bool(hours_in(c)) and len(c) < 16, bool(only_reference(c)))) if cells else [""]
        take_title(draft, title, people, part.place)
        for cell in rest:
            if cell in NOTHING or take_aside(draft, cell, people, part.place):
                continue
            if found := reference_in(cell):
                draft.reference = draft.reference or found[0]
            elif re.fullmatch(r"\d{1,3}(?:\s*[-–]\s*\d{1,3})?", cell):
                continue  # the page
            elif handouts := handouts_of(cell):
                draft.handouts = handouts
            else:
                add_presenters(draft, cell, people, part.place)
        return
    take_title(draft, text, people, part.place)


def _detail_row(draft: Draft, row: Row, people: People) -> bool:
    cells = [c for c in row.cells if c.strip()]
    if len(cells) == 1:
        lines = re.sub(r"\n(?=[a-zåäö])", " ", cells[0]).split("\n")
        return all([take_aside(draft, line, people, row.place) for line in lines])
    return len(cells) == 2 and take_aside(draft, f"{cells[0].rstrip(':')}: {cells[1]}", people, row.place)


_WIDTH = 66
"""A line that long, with the first word of the next, had no more room."""


def _goes_on(draft: Draft, line: Line, title_line: Part | None) -> bool:
    """Whether a line is the rest of a title that was broken: it begins small, or the line above was full."""
    if title_line is None or line.gap or line.mark or line.level != getattr(title_line, "level", 0):
        return False
    full = isinstance(title_line, Line) and title_line.indent + len(title_line.text) + len(line.text.split()[0]) > _WIDTH
    ended = title_line.text.rstrip()[-1:] in ".:!?"
    return line.text[:1].islower() or (full and not ended and line.indent > draft.indent)


def _detail(draft: Draft, line: Line, people: People, legend: Legend, title_line: Part | None) -> bool:
    """Whether a line below an item says something of it that has a key. `title_line`: the line just above when it is the title's."""
    text = line.text.strip()
    section = section_of(text)
    if section and section.rest:
        return inline_section(draft, section.key, section.rest)
    if (found := reference_in(text)) and found[1] == 0 and len(text) - found[2] < 3:
        draft.reference = draft.reference or found[0]
        return True
    label, colon, rest = text.partition(":")
    if colon and squeezed(label) in {"beslutsorgan", "beslutsinstans", "beslutasav", "beslutar"} and rest.strip():
        legend.decide(draft, rest.strip())
        return True
    if _goes_on(draft, line, title_line):
        joins = text[:1].islower() or not take_aside(draft, text, people, line.place)
        if joins:
            title, draft.title = draft.title, ""
            take_title(draft, f"{title} {text}", people, line.place)
        return True
    if take_aside(draft, text, people, line.place):
        return True
    deeper = line.mark in {"-"} or line.mark.endswith(")") or line.indent > draft.indent + 1
    if deeper and (line.mark or line.gap == 0):
        found_one = reference_in(text)
        title = text if not found_one else f"{text[: found_one[1]].rstrip(' ,(–-')} {text[found_one[2] :].lstrip(' ,)–-.')}".strip()
        draft.subitems.append(SubItem(title=title or text, reference=found_one[0] if found_one else ""))
        return True
    if (line.gap == 0 or (draft.level and not line.level)) and line.level in {0, LOOKS_BOLD} and not line.mark:
        if draft.subitems or only_name(text):
            return False
        draft.summary = f"{draft.summary}\n\n{line.markdown}".strip()
        return True
    return False
