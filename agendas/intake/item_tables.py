"""Items in tables: what the columns hold, by their heads or by their cells, and each row to a draft."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from agendas.intake.ledger import Draft, Ledger
from agendas.intake.legend import Legend
from agendas.intake.listing import NOTHING, NUMBER, NUMBERED, OTHER_NUMBER, Below, Listing, handouts_of, set_number, take_from_heading
from agendas.intake.marks import add_presenters, take_aside, take_title
from agendas.intake.pages import Line, Part, Place, Row
from agendas.intake.patterns import MINUTES, hours_in, only_name, only_reference, reference_in
from agendas.intake.people import People
from agendas.intake.words import AGENDA_HEADS, column_keys, is_title, kind_of_section, kind_of_title, squeezed
from agendas.model import SubItem

_CODE = re.compile(r"[A-ZÅÄÖ]{1,6}|Info\.?|Beslut|Information|--?|–")


_HANDOUT = re.compile(r"x|vs|ja|nej|bifogas|--?|–|\d{0,2}", re.IGNORECASE)


class Tables:
    """For each table which columns hold what."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.columns: dict[int, list[tuple[str, ...]]] = {}
        self.heads: dict[int, int] = {}
        """Part of a head row → table."""
        self.announces: dict[int, tuple[int, str]] = {}
        """Table → (part, title) of the item whose subitems it lists."""
        self.guessed: set[int] = set()
        rows: dict[int, list[tuple[int, Row]]] = {}
        for index, part in enumerate(parts):
            if not isinstance(part, Row):
                continue
            if head := _head(part):
                self.heads[index] = part.table
                if part.table not in self.columns:
                    self.columns[part.table] = head[0]
                    if head[1]:
                        self.announces[part.table] = (index, head[1])
                continue
            rows.setdefault(part.table, []).append((index, part))
        for table, found in rows.items():
            if table not in self.columns and (guess := _by_content([row for _, row in found])):
                self.columns[table] = guess
                self.guessed.add(table)
        self.numbered = {t for t, f in rows.items() if t in self.columns and _numbered_titles([r for _, r in f], self.columns[t])}
        """Tables whose titles begin with a bare number: `3 Budget`."""
        self.has_items = any(_is_list(c) for c in self.columns.values())


def _numbered_titles(rows: Sequence[Row], columns: Sequence[tuple[str, ...]]) -> bool:
    at = next((n for n, keys in enumerate(columns) if keys[:1] == ("title",)), None)
    if at is None or any("number" in keys or "paragraph" in keys for keys in columns):
        return False
    found = [NUMBERED.match(r.cells[at].strip()) for r in rows if at < len(r.cells)]
    numbers = [int(m["number"]) for m in found if m]
    return len(numbers) > 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _is_list(columns: Sequence[tuple[str, ...]]) -> bool:
    keys = {k for c in columns for k in c}
    return "title" in keys and bool(keys & {"number", "paragraph", "at", "reference", "organ", "presenters", "handouts", "kind"})


def _head(row: Row) -> tuple[list[tuple[str, ...]], str] | None:
    """What the columns of a head row hold, and the title of the item that it announces if it does."""
    keys = [column_keys(cell) for cell in row.cells]
    filled = [n for n, c in enumerate(row.cells) if c.strip()]
    known = [n for n in filled if keys[n]]
    named = {k for n in known for k in keys[n]}
    if len(known) < 2:
        return None
    unknown = [n for n in filled if not keys[n]]
    if (
        "title" not in named
        and len(unknown) == 1
        and "\n" not in row.cells[unknown[0]]
        and named & {"number", "paragraph", "reference", "handouts", "at"}
    ):
        title = row.cells[unknown[0]]
        keys[unknown[0]] = ("title",)
        announced = kind_of_title(title)[0] == "anmälan" or kind_of_section(title) == "anmälan"
        return keys, title if announced else ""
    if "title" in named and len(known) >= max(2, len(filled) * 0.6):
        return keys, ""
    return None


def _by_content(rows: Sequence[Row]) -> list[tuple[str, ...]] | None:
    """What the columns hold, judged by their cells; None unless there are numbers or times in front and titles."""
    width = max(len(r.cells) for r in rows)
    columns = [[r.cells[n].strip() for r in rows if n < len(r.cells) and r.cells[n].strip()] for n in range(width)]

    def share(n: int, pattern: re.Pattern[str]) -> float:
        return sum(bool(pattern.fullmatch(c)) for c in columns[n]) / len(columns[n]) if columns[n] else 0.0

    keys: list[tuple[str, ...]] = [() for _ in range(width)]
    longest = max(range(width), key=lambda n: sum(map(len, columns[n])) / max(len(columns[n]), 1) if columns[n] else 0)
    clock = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d\d(?:\s*[-–]\s*\d{1,2}[.:]\d\d)?", re.IGNORECASE)
    for n in range(width):
        if n == longest:
            keys[n] = ("title",)
        elif share(n, clock) > 0.7:
            keys[n] = ("at",)
        elif n < longest and share(n, NUMBER) > 0.7 and _rises(columns[n]):
            keys[n] = ("number",)
        elif columns[n] and sum(bool(only_reference(c)) or c in NOTHING for c in columns[n]) / len(columns[n]) > 0.7:
            keys[n] = ("reference",)
        elif share(n, _CODE) > 0.8 and n < longest + 2:
            keys[n] = ("organ",)
        elif share(n, _HANDOUT) > 0.8:
            keys[n] = ("handouts",)
        elif n > longest and sum(is_title(c) or only_name(c.split(",")[0]) is not None for c in columns[n]) > len(columns[n]) * 0.5:
            keys[n] = ("presenters",)
    named = {k for c in keys for k in c}
    enough = sum(bool(r.cells[longest].strip()) for r in rows if longest < len(r.cells)) >= 3
    return keys if named & {"number", "at"} and enough else None


def _rises(cells: Sequence[str]) -> bool:
    numbers = [int(m["number"]) for c in cells if (m := NUMBER.fullmatch(c))]
    return len(numbers) > 1 and all(a < b for a, b in pairwise(numbers))


def items_of_tables(ledger: Ledger, end: int, tables: Tables, legend: Legend, people: People, listing: Listing) -> None:
    """Read the items of an agenda that stands in tables, up to part `end`, and add them to the listing."""
    state = Below()
    for index, part in enumerate(ledger.parts[:end]):
        if isinstance(part, Line):
            _line_between(ledger, index, part, tables, state, listing, people)
            continue
        if index in tables.heads:
            ledger.use(index)
            if (found := tables.announces.get(part.table)) and found[0] == index:
                state.announced = Draft(found[1], part.place, index, kind="anmälan")
                listing.found(index, state.announced)
            elif state.announced is not None:
                state.announced = None
            continue
        columns = tables.columns.get(part.table)
        if columns is None or not _is_list(columns):
            continue
        if part.table in tables.guessed:
            tables.guessed.discard(part.table)
            ledger.doubt("", "Ärendetabellen har ingen rubrikrad: kolumnerna lästes efter vad som står i dem.", part.place)
        values = _values(part, columns)
        if state.announced is not None:
            _sub_row(state.announced, values)
            ledger.use(index)
        elif _row(index, part, values, state, legend, people, listing, bare=part.table in tables.numbered):
            ledger.use(index)


def _line_between(ledger: Ledger, index: int, line: Line, tables: Tables, state: Below, listing: Listing, people: People) -> None:
    """A heading between tables, or a mark below the last row."""
    near = any(isinstance(p, Row) and p.table in tables.columns for p in ledger.parts[index + 1 : index + 3])
    kind = kind_of_section(line.text.rstrip(":"))
    if near and squeezed(line.text) in AGENDA_HEADS:
        ledger.use(index)
        state.announced = None
    elif near and kind:
        ledger.use(index)
        state.enter(line.text, kind)


def _values(row: Row, columns: Sequence[tuple[str, ...]]) -> dict[str, str]:
    values: dict[str, str] = {}
    for cell, keys in zip(row.cells, columns, strict=False):
        for key in keys[:1] or ("other",):
            said = cell.strip()
            if said:
                values[key] = f"{values[key]}\n{said}" if key in values else said
    if extra := [c.strip() for c in row.cells[len(columns) :] if c.strip()]:
        values["other"] = "\n".join([*filter(None, [values.get("other", "")]), *extra])
    return values


def _sub_row(draft: Draft, values: Mapping[str, str]) -> None:
    title = " ".join(values.get("title", values.get("other", "")).split())
    if not title:
        return
    reference = values.get("reference", "")
    handouts = handouts_of(values.get("handouts", ""))
    text = {"bifogas": "Handlingarna bifogas.", "vid sammanträdet": "Handlingarna presenteras vid sammanträdet."}.get(handouts, "")
    draft.subitems.append(SubItem(title=title, reference="" if reference in NOTHING else reference, text=text))


def _row(
    index: int, row: Row, values: dict[str, str], state: Below, legend: Legend, people: People, listing: Listing, *, bare: bool = False
) -> bool:
    """One row as an item, a heading or the rest of the row before; False when it is none of these, and has to be told.

    `bare`: titles begin with numbers that have no point.
    """
    title = values.get("title", "")
    number = values.get("number", "")
    if not number and (paragraph := values.get("paragraph", "")):
        number = paragraph if not paragraph[:1].isdigit() else f"§ {paragraph}"
    previous = listing.drafts[-1] if listing.drafts else None
    goes_on = previous is not None and _continues(row, title, values)
    if not title and not goes_on and len(values) == 1 and any(c.isalpha() for c in "".join(values.values())):  # a cell that covers the row
        title = next(iter(values.values()))
        values, number = {"title": title}, ""
    alone = set(values) == {"title"}
    kind = kind_of_section(title.rstrip(":")) if alone or (not number and set(values) <= {"title", "at", "minutes"}) else None
    if kind and alone and kind_of_title(title)[0] not in {"formalia"}:
        state.enter(title, kind)
        return True
    if previous is not None and goes_on:
        _go_on(previous, title, values, people, row.place)
        return True
    if not title:
        return not set(values) - {"page"}
    if number and not NUMBER.fullmatch(number.strip()) and not OTHER_NUMBER.fullmatch(number.strip()):
        title = f"{number}\n{title}" if not (found := NUMBERED.match(number)) else f"{found['text']}\n{title}"
        number = found["number"] if found else ""
    draft = Draft("", row.place, index)
    set_number(draft, number)
    if not number and (found := NUMBERED.match(title)) and (found["sign"] or bare or title[len(found["number"])] in ".)"):
        set_number(draft, f"{found['sign'] or ''}{found['number']}")
        title = found["text"]
    take_title(draft, title, people, row.place)
    _fill(draft, values, legend, people, row.place)
    take_from_heading(draft, state)
    if draft.title:
        listing.found(index, draft)
    return bool(draft.title)


def _continues(row: Row, title: str, values: Mapping[str, str]) -> bool:
    """Whether a row is the rest of the one before, cut by a page break."""
    if {"number", "paragraph", "at"} & set(values) or not row.new_page:
        return False
    return title[:1].islower() or not title


def _go_on(draft: Draft, title: str, values: Mapping[str, str], people: People, place: Place) -> None:
    if title:
        take_title(draft, title, people, place)
    if who := values.get("presenters", ""):
        if draft.presenters and who[:1].islower() and not is_title(who):
            draft.presenters[-1] = f"{draft.presenters[-1]} {who}"
        else:
            add_presenters(draft, who, people, place)
    draft.reference = draft.reference or (values.get("reference", "") if values.get("reference", "") not in NOTHING else "")
    draft.doubt("title", f'Raden efter sidbrytningen saknar nummer och lästes som fortsättning: rubriken blev "{draft.title}".', place)


def _whole_names(text: str) -> str:
    """A cell where a post and the name behind it stand on a line each, as one line."""
    made: list[str] = []
    for line in text.split("\n"):
        if made and only_name(line) and not is_title(line) and is_title(made[-1]) and len(made[-1].split()) == 1:
            made[-1] = f"{made[-1]} {line}"
        else:
            made.append(line)
    return "\n".join(made)


def _fill(draft: Draft, values: Mapping[str, str], legend: Legend, people: People, place: Place) -> None:
    if (clock := values.get("at", "")) and clock not in NOTHING:
        clock = re.sub(r"\b(?:ca\.?|cirka|omkring|prel(?:iminärt|\.)?)\s*", "", clock, flags=re.IGNORECASE)
        if minutes := MINUTES.fullmatch(clock.strip()):
            draft.minutes = int(minutes[1])
        elif hours := hours_in(clock if re.search(r"\d[.:]\d", clock) else f"kl {clock}"):
            draft.at, draft.minutes = hours[0].starts, hours[0].minutes if hours[0].minutes else draft.minutes
        else:
            draft.doubt("at", f'Tiden "{clock}" gick inte att läsa och utelämnades.')
    if found := re.search(r"\d{1,3}", values.get("minutes", "")):
        draft.minutes = int(found[0])
    reference = " ".join(values.get("reference", "").split())
    if reference not in NOTHING:
        draft.reference = reference if not (found_one := reference_in(reference)) else found_one[0]
        if not only_reference(reference) and not found_one:
            draft.doubt("reference", f'"{reference}" står i kolumnen för Dnr men liknar inget diarienummer.')
    if (handouts := values.get("handouts", "")) and handouts.casefold() not in NOTHING:
        draft.handouts = legend.handouts(handouts) or handouts_of(handouts)
        if not draft.handouts:
            draft.documents += [x.strip() for x in handouts.split("\n") if x.strip()]
    for key in ("presenters", "note"):
        said = _whole_names(re.sub(r"(\boch|\bsamt|,)\s*\n\s*", r"\1 ", values.get(key, "")))
        for line in said.split("\n") if key == "note" or not is_title(said) else [said]:
            if line.strip() in NOTHING:
                continue
            if kind_of_title(line)[0] == "paus" or not take_aside(draft, line, people, place):
                if key == "presenters":
                    add_presenters(draft, line, people, place)
                else:
                    draft.doubt("title", f'Kommentaren "{line.strip()}" togs inte med.')
    for key in ("organ", "kind"):
        said = values.get(key, "").strip()
        if said and said not in NOTHING:
            legend.decide(draft, said)
    if said := values.get("proposal", ""):
        draft.proposal = "\n".join(x.strip() for x in said.split("\n") if x.strip())
    if (said := values.get("other", "")) and not take_aside(draft, said, people, place):
        draft.doubt("title", f'"{" ".join(said.split())[:80]}" står i en kolumn utan känd rubrik och togs inte med.')
