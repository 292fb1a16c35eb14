"""From a document in its neutral form to an agenda, with every assumption told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from agendas.intake.attach import attach, item_of
from agendas.intake.head import plan_of, read_head, take_signatures
from agendas.intake.head_labels import Head
from agendas.intake.items import find_items
from agendas.intake.ledger import Draft, Ledger
from agendas.intake.legend import Legend, read_legend
from agendas.intake.letter_sections import Letter
from agendas.intake.letters import find_letters
from agendas.intake.limits import fault
from agendas.intake.listing import Listing
from agendas.intake.pages import Line, Part, Row, Source
from agendas.intake.patterns import NAME, people_in
from agendas.intake.people import People
from agendas.intake.protocol import is_protocol, read_items
from agendas.intake.rolls import read_rolls
from agendas.intake.taken import Doubt, Taken
from agendas.intake.words import kind_of_title, section_of, squeezed
from agendas.model import Agenda, Item, Person, Rules, with_ids
from agendas.names import folded

_TWO_CELLS = {"proposal", "summary", "description", "documents", "recipients", "copies", "history"}
_MOST_PASSAGES = 40
_PROPOSED = re.compile(rf"[\s,–-]*\(?\s*(?:förslag|föreslås|förslagsvis):?\s+{NAME} ?\([A-ZÅÄÖa-zåäö-]{{1,6}}\)\)?\s*$", re.IGNORECASE)
_PRIVATE = re.compile(r"\bindividärende|\bLVU\b|\bLVM\b|\bLSS-ärende|\bfaderskap|\bplacering av barn|\bsekretessärende", re.IGNORECASE)
_PARTIES = {"S", "M", "SD", "C", "V", "KD", "L", "MP", "FI", "-"}


def understand(source: Source, people: Iterable[Person] = ()) -> Taken:
    """The agenda that a document holds. Raises IntakeFaults when it holds none."""
    source = replace(source, parts=tuple(p for part in source.parts for p in _opened(part)))
    ledger = Ledger(source)
    roster = People(people)
    if is_protocol(ledger):
        return _from_protocol(ledger, roster)
    letterheads = frozenset(squeezed(h) for h in source.heads if len(h) < 60)
    letters = find_letters(source.parts, letterheads=letterheads)
    end = next((x.start for x in letters if not _is_numbered(x)), len(source.parts))
    legend = read_legend(ledger, end)
    listing = find_items(ledger, end, legend, roster)
    if listing.drafts:
        titles = {draft.index for draft in listing.drafts}
        letters = find_letters(source.parts, lambda n: n in titles, letterheads)
        letters = [x for x in letters if x.index in titles or x.start > listing.last or not listing.tabular]
    head = read_head(ledger, _head_end(listing, letters, len(source.parts)), roster)
    if not listing.drafts and head.day is not None and head.starts is None and not any(key == "date" for key, _, _ in ledger.doubts):
        ledger.doubt("date", "Dagen står i en tjänsteskrivelse och kan vara den då den skrevs.", head.day_place)
    legend.body = head.body
    read_rolls(ledger, 0, listing.first if listing.first is not None else min(end, len(source.parts)), roster)
    _decide_again(listing, legend)
    drafts = attach(ledger, listing.drafts, letters, roster)
    for index, part in enumerate(ledger.parts):
        section = section_of(part.text) if isinstance(part, Line) and index not in ledger.used else None
        if section and section.key == "proposal":
            ledger.doubt("", f'"{part.text}" står utan rubrik över sig, i en bilaga eller ett annat slags text: togs inte med.', part.place)
    if not drafts:
        _refuse(source, head)
    _signed_below(ledger, listing, letters, roster)
    _approvers_of(drafts, head, roster)
    return _taken(ledger, head, drafts, roster)


def _approvers_of(drafts: list[Draft], head: Head, roster: People) -> None:
    """`Val av justerare. Förslag: Maria Ek (M)`: who is proposed stands at the item."""
    for draft in drafts if not head.approvers else ():
        if "justera" not in draft.title.casefold():
            continue
        said = f"{draft.title} {draft.proposal if isinstance(draft.proposal, str) else ''} {draft.summary}"
        for match in people_in(said):
            name = roster.add(
                match["name"], party=match["party"], assumed="ledamot", place=draft.place,
                why=f"{match[0]} föreslås till justerare: antogs vara ledamot.",
            )  # fmt: skip
            head.approvers.append(f"{name} ({match['party']})")
            draft.title = _PROPOSED.sub("", draft.title) if _PROPOSED.sub("", draft.title) else draft.title
        if isinstance(draft.proposal, str) and head.approvers and len(draft.proposal) < 60 and "utse" not in draft.proposal.casefold():
            draft.proposal = ""  # only the name stood there: no proposal that can be decided


def _opened(part: Part) -> list[Part]:
    """A row of two cells that says `Förslag till beslut | …` is a heading and its text."""
    if isinstance(part, Row):
        filled = [c for c in part.cells if c.strip()]
        section = section_of(filled[0]) if len(filled) == 2 else None
        if section and section.key in _TWO_CELLS and not section.rest and len(filled[1]) > 12:
            lines = [Line(filled[0], part.place, gap=1, new_page=part.new_page)]
            return [*lines, *(Line(text.strip(), part.place, gap=1) for text in filled[1].split("\n") if text.strip())]
    return [part]


def _is_numbered(letter: Letter) -> bool:
    """Whether a letter is set below a numbered title: then it is a part of the list of items."""
    return bool(letter.number)


def _head_end(listing: Listing, letters: list[Letter], length: int) -> int:
    ends = [listing.first] if listing.first is not None else []
    ends += [letters[0].start] if letters else []
    return min(ends, default=length)


def _refuse(source: Source, head: Head) -> None:
    raise fault(
        source.name,
        "Hittade ingen dagordning: varken ärenden i en tabell eller lista eller någon tjänsteskrivelse med Förslag till beslut. "
        + ("Är det rätt fil?" if not head.body else f"Däremot nämns {head.body}."),
    )


def _decide_again(listing: Listing, legend: Legend) -> None:
    """The body's own sign in the column of deciding bodies was read before the body was known."""
    for draft in listing.drafts:
        for name in list(draft.decided_by):
            again = Draft("", draft.place)
            legend.decide(again, name)
            if again.decides_itself:
                draft.decides_itself = True
                draft.decided_by.remove(name)
                draft.doubts = [d for d in draft.doubts if not (d[0] == "decided_by" and f'"{name}"' in d[1])]


def _signed_below(ledger: Ledger, listing: Listing, letters: list[Letter], roster: People) -> None:
    """The chair and the secretary often sign below the list."""

    start = listing.last + 1
    end = letters[0].start if letters and letters[0].start > start else (len(ledger.parts) if not letters else start)
    if listing.drafts and end - start < 60:
        signed = Ledger(replace(ledger.source, parts=tuple(ledger.parts[start:end])))
        take_signatures(signed, end - start, roster)
        ledger.use(*(n + start for n in signed.used))


# --- a protokoll


def _from_protocol(ledger: Ledger, roster: People) -> Taken:
    drafts = read_items(ledger)
    first = min((d.index for d in drafts), default=len(ledger.parts))
    read_rolls(ledger, 0, first, roster)
    head = read_head(ledger, min(first, 120), roster)
    ledger.doubt(
        "", "Källan är ett protokoll: personer, rubriker och Dnr togs ur det. Vad som beslutades är inget förslag, och togs inte med."
    )
    if any(re.search(r"sekret(?:er)?ess", p.text, re.IGNORECASE) for p in ledger.parts[:first]):
        ledger.doubt("", "Några §§ är sekretessbelagda och finns inte i protokollet.")
    return _taken(ledger, replace(head, approvers=[], approval=""), drafts, roster, passages=False)


# --- the agenda


def _taken(ledger: Ledger, head: Head, drafts: list[Draft], roster: People, *, passages: bool = True) -> Taken:
    _kinds(ledger, drafts)
    rules = _rules(ledger, drafts)
    numbers = [d.paragraph for d in drafts if d.paragraph is not None]
    first = min(numbers, default=1)
    numbering = "handled"
    if not numbers:
        ledger.doubt("first_paragraph", "Första lediga § framgår inte: 1 antogs.")
    elif passages and rules.number_formalia:
        numbering = "agenda"
        ledger.doubt("numbering", f"Ärendena har §§ från § {first}: numreringen antogs följa listan.")
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers)) if numbers else []
    if missing:
        ledger.doubt("", f"{_ranges(missing)} saknas mellan de andra.")
    items = tuple(item_of(draft, number=_own_number(draft, place, drafts)) for place, draft in enumerate(drafts))
    promised = next((draft.at for draft in drafts if draft.at is not None), None)
    if head.starts is None and isinstance(promised, time):
        head.starts = promised
        ledger.doubt("starts", f"När sammanträdet börjar framgår inte: {promised:%H.%M} antogs, som det första ärendet.")
    plan = plan_of(head, ledger, first, numbering)
    _parties_from_text(ledger, roster)
    people = roster.in_order()
    _check_people(ledger, people, roster)
    agenda = with_ids(Agenda(meeting=plan, people=people, rules=rules, items=items))
    left_out = ledger.left_out()
    return Taken(agenda, tuple(_doubts(ledger, drafts, roster, agenda, left_out, passages=passages)), ledger.source, left_out)


def _kinds(ledger: Ledger, drafts: list[Draft]) -> None:
    unnumbered = any(not d.number and d.paragraph is None and kind_of_title(d.title)[0] == "formalia" for d in drafts)
    for draft in drafts:
        kind, likely = kind_of_title(draft.title)
        if draft.kind is None and kind is not None:
            if likely and (draft.decided_by or draft.decides_itself or draft.proposal):
                continue
            draft.kind = kind
            if likely:
                draft.doubt("kind", f"Antogs vara {kind}: det framgår bara av rubriken.")
            if kind == "formalia" and unnumbered and draft.number:
                draft.kind = "beslut"
        elif draft.kind in {"beslut", "information", "formalia"} and kind in {"paus", "anmälan"} and draft.kind != "beslut":
            draft.kind = kind
        if not draft.secrecy and _PRIVATE.search(draft.title):
            draft.doubt("secrecy", "Rubriken tyder på ett ärende om en enskild: skriv sekretessgrunden om paragrafen ska vara hemlig.")
        if draft.withdrawn:
            draft.doubt("withdrawn", "Märkt som utgående.")


def _rules(ledger: Ledger, drafts: list[Draft]) -> Rules:
    formalia = [d for d in drafts if d.kind == "formalia"]
    numbered = any(d.number for d in drafts)
    if numbered and formalia and all(not d.number for d in formalia):
        ledger.doubt(
            "",
            "Upprop och annan formalia har inget nummer i kallelsen: antogs inte få någon § (number_formalia = false).",
            formalia[0].place,
        )
        return Rules(number_formalia=False)
    return Rules()


def _own_number(draft: Draft, place: int, drafts: list[Draft]) -> str:
    """The number in the list, left out when every item's number is simply its place."""
    if all(d.number == str(n) for n, d in enumerate(drafts, 1)):
        return ""
    return draft.number


def _ranges(numbers: list[int]) -> str:
    runs: list[list[int]] = []
    for n in numbers:
        if runs and n == runs[-1][-1] + 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    shown = ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in runs)
    return f"{'§' if len(numbers) == 1 else '§§'} {shown}"


def _parties_from_text(ledger: Ledger, roster: People) -> None:
    """An elected person who signs without a party may stand with one elsewhere: `Hravn Forsne (M)`."""
    for key, person in list(roster.people.items()):
        if not person.party and (person.is_member or person.is_substitute):
            said = {
                m["party"]: p.place
                for p in ledger.parts
                for m in people_in(p.text)
                if folded(m["name"]) == key or folded(m["name"]).endswith(f" {key}")
            }
            if len(said) == 1:
                roster.people[key] = replace(person, party=next(iter(said)))


def _check_people(ledger: Ledger, people: tuple[Person, ...], roster: People) -> None:
    if not any(p.role == "ordförande" for p in people):
        ledger.doubt("", "Vem som är ordförande framgår inte.")
    members = sum(p.is_member for p in people)
    if members < 3:
        ledger.doubt("", "Organets ledamöter och ersättare står inte i dokumentet: ta dem ur en lista eller ett tidigare sammanträde.")
    known = [folded(p.name) for p in people]
    parties = {p.party for p in people} | _PARTIES
    mentioned = {
        f"{m['name']} ({m['party']})": None
        for p in ledger.parts
        for m in people_in(p.text)
        if m["party"] in parties and not folded(m["name"]).endswith(tuple(known))
    }
    if mentioned:
        shown = ", ".join(list(mentioned)[:8])
        ledger.doubt("", f"Nämns i texten men står inte i någon lista, och togs inte med: {shown}{' …' if len(mentioned) > 8 else ''}.")


def _doubts(
    ledger: Ledger, drafts: list[Draft], roster: People, agenda: Agenda, left_out: tuple[object, ...], *, passages: bool
) -> list[Doubt]:
    made = [Doubt(message, place, ("meeting", key) if key else ()) for key, message, place in ledger.doubts]
    for number, draft in enumerate(drafts):
        made += [Doubt(_named(draft, agenda.items[number], message), place, ("item", number, key)) for key, message, place in draft.doubts]
    index = {folded(p.name): n for n, p in enumerate(agenda.people)}
    for name, message, place in roster.doubts:
        where = index.get(folded(name))
        made.append(Doubt(message if name in message else f"{name}: {message}", place, ("person", where) if where is not None else ()))
    made += [Doubt(note) for note in ledger.source.notes]
    if ledger.source.dropped:
        heads = [h for h in dict.fromkeys(ledger.source.heads) if any(c.isalpha() for c in h)]
        which = f": {'; '.join(h[:60] for h in heads[:6])}{' …' if len(heads) > 6 else ''}" if heads else ""
        made.append(Doubt(f"{ledger.source.dropped} sidhuvuden, sidfötter och sidnummer togs bort{which}."))
    if passages:
        made += [Doubt(f"Inte med i agendan: {passage}.") for passage in left_out[:_MOST_PASSAGES]]
        if len(left_out) > _MOST_PASSAGES:
            made.append(Doubt(f"… och {len(left_out) - _MOST_PASSAGES} stycken till som inte är med."))
    made = list(dict.fromkeys(made))
    return sorted(made, key=lambda d: (d.place is None, (d.place.page, d.place.line) if d.place else (0, 0)))


def _named(draft: Draft, item: Item, message: str) -> str:
    title = item.short if len(item.short) <= 60 else f"{item.short[:60].rstrip()}…"
    return f"{title}: {message}"
