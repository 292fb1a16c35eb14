"""Items in lists: numbered lines, §§, times, signs or bare lines, and what stands below each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from agendas.intake.ledger import Draft, Ledger
from agendas.intake.legend import Legend
from agendas.intake.listing import NOTHING, NUMBER, NUMBERED, Below, Listing, handouts_of, set_number, take_from_heading
from agendas.intake.marks import add_presenters, take_aside, take_title
from agendas.intake.pages import LOOKS_BOLD, Line, Part, Row
from agendas.intake.patterns import hours_in, only_name, only_reference, reference_in
from agendas.intake.people import People
from agendas.intake.words import AGENDA_HEADS, kind_of_section, kind_of_title, role_of, section_of, squeezed
from agendas.model import SubItem

_TIMED = re.compile(
    r"(?:kl(?:ockan)?\.?\s*)?(?:[01]?\d|2[0-3])[.:][0-5]\d(?:\s*[-–]\s*(?:[01]?\d|2[0-3])[.:][0-5]\d)?\s+(?=[^\W\d_])", re.IGNORECASE
)


def items_of_lines(ledger: Ledger, end: int, legend: Legend, people: People, listing: Listing) -> None:
    parts = ledger.parts
    head = next((n for n in range(end) if isinstance(parts[n], Line) and squeezed(parts[n].text) in AGENDA_HEADS), None)
    start = head + 1 if head is not None else 0
    starts = _starts(parts, start, end, plain=head is not None)
    if head is not None and not starts:
        return
    if head is not None:
        ledger.use(head)
    state = Below()
    current: Draft | None = None
    begun = False
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
                begun = True
            continue
        if not isinstance(part, Line):
            if begun and current is not None and _detail_row(current, part, people):
                ledger.use(index)
            continue
        if _is_signed(parts, index):
            current = None
            continue
        kind = kind_of_section(part.text.rstrip(":"))
        if kind and not part.mark and _more_follow(index, starts):
            ledger.use(index)
            state.enter(part.text, kind)
            current = None
        elif current is not None and _detail(current, part, people, legend):
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


def _starts(parts: Sequence[Part], start: int, end: int, *, plain: bool) -> dict[int, tuple[str, str]]:
    """The parts where items begin, with their number and the rest: numbers that rise, else times, else signs, else every line."""
    numbered: dict[int, tuple[str, str]] = {}
    last = 0
    for n in range(start, end):
        found = _numbered(parts[n])
        if found is None:
            continue
        value = int(re.sub(r"\D", "", found[0].split("/")[0]))
        if (value == last + 1 or (not numbered and (value == 1 or found[0].startswith("§") or plain))) or (
            numbered and found[0].startswith("§") and value > last
        ):
            numbered[n] = found
            last = value
    timed = {n: ("", parts[n].text) for n in range(start, end) if isinstance(parts[n], Line) and _TIMED.match(parts[n].text)}
    timed = {n: t for n, t in timed.items() if n not in numbered}
    if len(numbered) > 1:
        inside = [n for n in timed if min(numbered) - 8 <= n <= max(numbered) + 4]
        return dict(sorted({**numbered, **{n: timed[n] for n in inside}, **_unnumbered(parts, numbered, timed)}.items()))
    if len(timed) > 2:
        return dict(sorted(timed.items()))
    if not plain:
        return {}
    signed = {n: ("", p.text) for n in range(start, end) if isinstance(p := parts[n], Line) and p.mark == "-" and p.indent < 4}
    if len(signed) > 1:
        return signed
    lines: dict[int, tuple[str, str]] = {}
    for n in range(start, end):
        part = parts[n]
        if not isinstance(part, Line) or len(part.text) > 200 or part.text.endswith((".", ":")) or section_of(part.text):
            break
        if kind_of_section(part.text) is None and not only_name(part.text):
            lines[n] = ("", part.text)
    return lines if len(lines) > 1 else {}


def _unnumbered(
    parts: Sequence[Part], numbered: Mapping[int, tuple[str, str]], timed: Mapping[int, tuple[str, str]]
) -> dict[int, tuple[str, str]]:
    """Lines near a numbered list that are items by their words: `Upprop`, `Lunch`, set as its neighbours are."""
    found: dict[int, tuple[str, str]] = {}
    before = min(numbered)
    for n in range(max(0, before - 8), max(numbered) + 5):
        if n >= len(parts) or n in numbered or n in timed:
            continue
        part = parts[n]
        if isinstance(part, Line) and len(part.text) < 90 and not part.mark and not part.text.endswith("."):
            kind = kind_of_title(part.text)[0]
            if kind == "paus" or (kind == "formalia" and ":" not in part.text and n < before) or (kind == "anmälan" and part.level):
                found[n] = ("", part.text)
    return found


def _numbered(part: Part) -> tuple[str, str] | None:
    if isinstance(part, Row):
        cells = [c for c in part.cells if c]
        if len(cells) > 1 and (found := NUMBER.fullmatch(cells[0])):
            return cells[0], "\n".join(cells[1:])
        return None
    if (part.mark and part.mark[0].isdigit()) or part.mark.startswith("§"):
        if re.fullmatch(r"(?:§\s*)?\d{1,4}[.)]?", part.mark):
            return part.mark.rstrip(".)"), part.text
        return None
    found = NUMBERED.match(part.text)
    if found is None or len(part.text) > 300:
        return None
    plain = not found["sign"] and part.text[0].isdigit() and part.text[found.end("number") : found.end("number") + 1] not in {".", ")", ":"}
    if plain and not (found["text"][:1].isupper() and not part.text.endswith(".")):
        return None  # `2022 och 2023 som …`
    if re.match(r"\d{1,2}[.:]\d\d\b", part.text):
        return None
    return f"{'§' if found['sign'] else ''}{found['number']}", found["text"]


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
    return len(cells) == 2 and take_aside(draft, f"{cells[0].rstrip(':')}: {cells[1]}", people, row.place)


def _detail(draft: Draft, line: Line, people: People, legend: Legend) -> bool:
    """Whether a line below an item says something of it that has a key."""
    text = line.text.strip()
    section = section_of(text)
    if section and section.rest:
        return _inline_section(draft, section.key, section.rest)
    if section:
        return False
    if (found := reference_in(text)) and found[1] == 0 and len(text) - found[2] < 3:
        draft.reference = draft.reference or found[0]
        return True
    label, colon, rest = text.partition(":")
    if colon and squeezed(label) in {"beslutsorgan", "beslutsinstans", "beslutasav", "beslutar"} and rest.strip():
        legend.decide(draft, rest.strip())
        return True
    if take_aside(draft, text, people, line.place):
        return True
    deeper = line.mark in {"-"} or line.mark.endswith(")") or line.indent > draft.indent + 1
    if deeper and (line.mark or line.gap == 0):
        found_one = reference_in(text)
        title = text if not found_one else f"{text[: found_one[1]].rstrip(' ,(–-')} {text[found_one[2] :].lstrip(' ,)–-.')}".strip()
        draft.subitems.append(SubItem(title=title or text, reference=found_one[0] if found_one else ""))
        return True
    if line.gap == 0 and text[:1].islower():
        draft.title = f"{draft.title} {text}"
        return True
    if (line.gap == 0 or (draft.level and not line.level)) and line.level in {0, LOOKS_BOLD} and not line.mark:
        if draft.subitems or only_name(text):
            return False
        draft.summary = f"{draft.summary}\n\n{line.markdown}".strip()
        return True
    return False


def _inline_section(draft: Draft, key: str, rest: str) -> bool:
    if key in {"proposal", "decision"}:
        draft.proposal = rest
    elif key in {"summary", "description"}:
        draft.summary = f"{draft.summary}\n\n{rest}".strip()
    elif key == "documents":
        draft.documents.append(rest)
    elif key in {"recipients", "copies"}:
        draft.recipients.append(rest)
    elif key == "history":
        draft.history.append(rest)
    return True
