"""A protokoll as a source: who belongs to the body, which items come back, their Dnr. Not what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agendas.intake.ledger import Draft, Ledger
from agendas.intake.pages import Line, Part, Row
from agendas.intake.patterns import only_reference, reference_in
from agendas.intake.words import section_of, squeezed
from agendas.names import folded

_PARAGRAPH = re.compile(r"§\s*(?P<number>\d{1,4})(?:\s*/\s*\d{4})?\s*(?P<title>.*)", re.DOTALL)
_ENDS = re.compile(r"s (?:beslut|forslag till beslut)|forslag till .*")


def is_protocol(ledger: Ledger) -> bool:
    """Whether the document tells of a meeting that has been: §§, those who decided and those who approved."""
    marks = sum(bool(_heading(p)) for p in ledger.parts)
    said = {squeezed(word) for p in ledger.parts[:80] for word in (p.cells if isinstance(p, Row) else p.text.split())}
    heads = folded("\n".join(p.text for p in ledger.parts[:60]))
    signed = bool(said & {"justerande", "justerare", "utdragsbestyrkande"}) or "protokollet ar justerat" in heads
    present = bool(said & {"beslutande", "beslutandeledamoter"}) or "ovriga narvarande" in heads
    return marks >= 2 and signed and present


def read_items(ledger: Ledger) -> list[Draft]:
    """The §§ with titles and Dnr, in the order of their numbers: from their headings, and from the contents where those lack."""
    listed: dict[int, tuple[str, str, int]] = {}
    drafts: dict[int, Draft] = {}
    parts = ledger.parts
    current: Draft | None = None
    for index, part in enumerate(parts):
        if isinstance(part, Row):
            if entry := _listed(part):
                listed.setdefault(entry[0], (entry[1], entry[2], index))
                ledger.use(index)
            continue
        if found := _heading(part):
            number, title = found
            ledger.use(index)
            title = title.replace("**", "").strip("* ")
            if not title or title[-1:] in "-,":
                title = f"{title} {_title_below(ledger, index)}".strip()
            elif _wraps(parts, index):
                ledger.use(index + 1)
                title = f"{title} {parts[index + 1].text}".replace("**", "")
            if number in drafts:
                continue
            current = Draft(title, part.place, index, paragraph=number)
            drafts[number] = current
        elif current is not None and not current.reference and index - current.index < 6 and (found_one := reference_in(part.text)):
            current.reference = found_one[0]
            ledger.use(index)
    for number, (title, reference, index) in listed.items():
        if number not in drafts:
            own = _unnumbered_heading(ledger, title)
            drafts[number] = Draft(own or title, parts[index].place, index, paragraph=number)
            if own is None:
                drafts[number].doubt("title", f"§ {number} står bara i innehållsförteckningen.")
        draft = drafts[number]
        draft.reference = draft.reference or reference
        if not draft.title:
            draft.title = title
        elif squeezed(draft.title) != squeezed(title) and len(title) < len(draft.title):
            draft.short_title = title
    return [drafts[number] for number in sorted(drafts) if drafts[number].title]


def _heading(part: Part) -> tuple[int, str] | None:
    if not isinstance(part, Line):
        return None
    text = f"{part.mark} {part.text}" if part.mark.startswith("§") else part.text.lstrip("* ")
    found = _PARAGRAPH.fullmatch(text)
    if found is None or len(text) > 250 or re.match(r"[-–,]|och\b|\d|§", found["title"].strip()):
        return None
    return int(found["number"]), found["title"]


def _listed(row: Row) -> tuple[int, str, str] | None:
    cells = [c.strip() for c in row.cells]
    found = _PARAGRAPH.fullmatch(cells[0]) if cells else None
    if found is None or len(cells) < 2 or len(cells[0]) > 14:
        return None
    reference = next((r for c in cells[2:] if (r := only_reference(c)) and not re.fullmatch(r"\d+\s*-\s*\d+", c)), "")
    return int(found["number"]), " ".join(cells[1].split()), reference


def _title_below(ledger: Ledger, index: int) -> str:
    for n in range(index + 1, min(index + 5, len(ledger.parts))):
        part = ledger.parts[n]
        if not isinstance(part, Line) or _heading(part):
            break
        reference = only_reference(part.text) or ((f := reference_in(part.text)) and f[1] == 0)
        if reference or squeezed(part.text) in {"dnr", ""}:
            continue
        if section_of(part.text) or len(part.text) > 250:
            break
        ledger.use(n)
        return part.text.strip("* ").strip()
    return ""


def _wraps(parts: Sequence[Part], index: int) -> bool:
    """Whether the title goes on on the next line, which is bold as it is, or follows without a gap."""
    if index + 1 >= len(parts):
        return False
    part, below = parts[index], parts[index + 1]
    return (
        isinstance(part, Line)
        and isinstance(below, Line)
        and not below.gap
        and not below.mark
        and part.level == below.level
        and not reference_in(below.text)
        and (section_of(below.text) is None and squeezed(below.text) != "dnr" and len(below.text) < 120)
    )


def _unnumbered_heading(ledger: Ledger, title: str) -> str | None:
    """A heading in the text with the words of the contents, where its § was lost: the one that shares most with it."""
    words = set(folded(title).split())
    best: tuple[float, int] | None = None
    for index, part in enumerate(ledger.parts):
        below = ledger.parts[index + 1] if index + 1 < len(ledger.parts) else None
        if not isinstance(part, Line) or len(part.text) > 200 or below is None:
            continue
        if not _ENDS.search(folded(below.text)) and squeezed(below.text) != "beslut":
            continue
        other = set(folded(part.text).split())
        share = len(words & other) / max(len(words | other), 1)
        if share > 0.4 and (best is None or share > best[0]) and index not in ledger.used:
            best = (share, index)
    if best is None:
        return None
    ledger.use(best[1])
    return ledger.parts[best[1]].text
