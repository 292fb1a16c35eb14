"""Tjänsteskrivelser to their items: by Dnr, by title, or as items of their own."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from agendas.intake.ledger import Draft, Ledger
from agendas.intake.letter_sections import Letter
from agendas.intake.listing import NUMBERED
from agendas.intake.markdown import markdown_of
from agendas.intake.marks import take_title
from agendas.intake.pages import Line, Row
from agendas.intake.patterns import only_reference, same_reference
from agendas.intake.people import People, as_title
from agendas.intake.words import is_template_text, kind_of_title, role_of, squeezed
from agendas.model import Item, Role, SubItem
from agendas.names import folded

_PROPOSES = re.compile(r"\bföreslår(?: att)? (?P<who>(?:kommun|region)(?:fullmäktige|styrelsen))\b(?: att)?(?: besluta)?", re.IGNORECASE)
_ALIKE = 0.72
_LIKELY = 0.9
_POINT = re.compile(r"(?:\d{1,2}[.)]|[-–•*]|[a-zåäö]\)|att\b)", re.IGNORECASE)
_AS_SUBITEM = re.compile(r"(?:diarienummer|dnr|ärende)\s*:?\s*(?P<rest>.+)", re.IGNORECASE | re.DOTALL)


def attach(ledger: Ledger, drafts: list[Draft], letters: Sequence[Letter], people: People) -> list[Draft]:
    """The drafts with what their letters say, and new ones for letters that belong to none, in the order of the source."""
    free = list(drafts)
    listed = bool(drafts)
    for letter in letters:
        draft = _draft_of(letter, free)
        if draft is None:
            draft = _new(letter, people)
            if listed:
                draft.doubt("title", "En tjänsteskrivelse utan motsvarighet i ärendelistan: lades till som eget ärende.", letter.place)
            at = next((n for n, d in enumerate(drafts) if d.index > letter.index), len(drafts))
            drafts.insert(at if not free else len(drafts), draft)
        else:
            free.remove(draft)
        _put(ledger, draft, letter, people)
    return drafts


def _draft_of(letter: Letter, drafts: Sequence[Draft]) -> Draft | None:
    for draft in drafts:
        if draft.index == letter.index >= 0:
            return draft
    ours = [d for d in drafts if d.kind != "paus"]
    by_reference = [d for d in ours if d.reference and any(same_reference(d.reference, r) for r in letter.references)]
    if len(by_reference) == 1:
        return by_reference[0]
    pool = by_reference or ours
    scored = sorted(((_alike(d.title, letter.title), n) for n, d in enumerate(pool)), reverse=True)
    if not scored or scored[0][0] < _ALIKE:
        return None
    best = pool[scored[0][1]]
    if scored[0][0] < _LIKELY:
        best.doubt("title", f'Tjänsteskrivelsen "{letter.title}" ({letter.place}) antogs höra hit: rubrikerna är inte lika.')
    return best


def _alike(one: str, other: str) -> float:
    """How alike two titles are: letter by letter, or by the words that the shorter has."""
    a, b = _plain(one), _plain(other)
    if not a or not b:
        return 0.0
    words, others = set(a.split()), set(b.split())
    common = words & others
    shared = len(common) / min(len(words), len(others)) if min(len(words), len(others)) > 2 else 0.0
    weight = sum(map(len, common)) / max(sum(map(len, words | others)), 1)
    return max(difflib.SequenceMatcher(None, a, b).ratio(), shared * 0.5 + weight * 0.5 if shared > 0.8 else 0.0)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9]+", " ", folded(text)).split())


def _new(letter: Letter, people: People) -> Draft:
    draft = Draft("", letter.place, letter.index, number=letter.number if letter.number.isdigit() else "")
    begun = NUMBERED.match(letter.title) if letter.number else None
    take_title(draft, begun["text"] if begun else letter.title, people, letter.place)
    if letter.is_decision:
        draft.kind = "anmälan"
        draft.doubt("kind", "Tjänsteskrivelsen berättar om ett redan fattat beslut: antogs ska anmälas, inte beslutas.")
    return draft


def _put(ledger: Ledger, draft: Draft, letter: Letter, people: People) -> None:
    parts = ledger.parts
    ledger.use(*range(letter.start, letter.index))
    ledger.use(*letter.template)
    for indices in letter.sections.values():
        ledger.use(*indices)
    ledger.use(*letter.headings)
    used = {n for ns in letter.sections.values() for n in ns} | set(letter.headings) | set(letter.template)
    for n in range(letter.index, letter.end):  # what is neither content nor left over: headings of sections, signatures
        part = parts[n]
        if n not in used and isinstance(part, Line):
            ledger.use(n)
    for n in letter.template:
        if is_template_text(parts[n].text):
            draft.doubt("recipients", f'"{parts[n].text[:70]}" är mallens text och togs inte med.', parts[n].place)
    if len(letter.references) > 1 and not draft.reference:
        draft.doubt("reference", f"Flera diarienummer i tjänsteskrivelsen: {', '.join(letter.references)}. Det första togs.")
    if letter.references:
        if not draft.reference:
            draft.reference = letter.references[0]
        elif not same_reference(draft.reference, letter.references[0]):
            draft.doubt("reference", f"Tjänsteskrivelsen har {letter.references[0]}, ärendelistan {draft.reference}.", letter.place)
    if not draft.reference and not letter.references:
        draft.doubt("reference", "Inget diarienummer i tjänsteskrivelsen.", letter.place)
    posts = _signers(letter, people)
    _proposal(ledger, draft, letter, posts)
    _summary(ledger, draft, letter)
    for key, target in (
        ("documents", draft.documents),
        ("recipients", draft.recipients),
        ("copies", draft.recipients),
        ("history", draft.history),
    ):
        target += [x for x in _list_of(ledger, letter, key) if x not in target or key == "documents"]


def _signers(letter: Letter, people: People) -> list[str]:
    for name, party, title, place in letter.signers:
        role: Role | None = role_of(title)
        elected = bool(party) or role in {"ordförande", "vice ordförande", "1:e vice ordförande", "2:e vice ordförande"}
        if elected:
            people.add(
                name, party=party, role=role or None, assumed="ledamot", place=place, why=f"{name} skriver under: antogs vara ledamot."
            )
        else:
            people.add(name, assumed="tjänsteperson", title=as_title(title), place=place)
    return [title for _, _, title, _ in letter.signers]


def _proposal(ledger: Ledger, draft: Draft, letter: Letter, posts: Sequence[str]) -> None:
    if letter.is_decision:
        return
    indices = letter.sections.get("proposal", [])
    lines = [p for n in indices if isinstance(p := ledger.parts[n], Line)]
    if any(isinstance(ledger.parts[n], Row) for n in indices):
        draft.doubt("proposal", "Förslaget innehåller en tabell, som lades sist i sammanfattningen.")
    written = [f"{line.mark} {line.markdown}".strip() if line.mark else line.markdown for line in lines]
    if rest := letter.rests.get("proposal", ""):
        written.insert(0, rest)
    if not written:
        draft.doubt("proposal", "Rubriken Förslag till beslut har ingen text under sig.", letter.place)
        return
    if draft.proposal and draft.proposal != "\n".join(written):
        draft.doubt("proposal", "Förslaget i ärendelistan är ett annat än tjänsteskrivelsens: det senare togs.", letter.place)
    proposed = _PROPOSES.search(written[0])
    if proposed and not draft.decided_by:
        draft.decided_by = [proposed["who"].capitalize()]
        draft.doubt("decided_by", f'"{proposed[0]}" i förslaget: antogs att {proposed["who"].lower()} beslutar.', letter.place)
    if any(_POINT.match(text) for text in written):
        indents = [line.indent for line in lines if line.mark] or [0]
        made = [
            " " * max(0, line.indent - min(indents)) + text if line.mark else text
            for line, text in zip(lines, written[-len(lines) :], strict=False)
        ]
        draft.proposal = "\n".join([*written[: len(written) - len(lines)], *made])
    elif len(written) > 1:
        draft.proposal = tuple(written)
        starts = [text.split()[0] for text in written]
        odd = next((t for t, s in zip(written, starts, strict=True) if starts.count(s) == 1), "") if len(set(starts)) > 1 else ""
        if odd:
            draft.doubt(
                "proposal",
                f'Varje stycke i förslaget blev en punkt. "{odd[:60]}…" kanske hör till punkten före.',
                lines[0].place if lines else None,
            )
    else:
        draft.proposal = written[0]
    if re.search(r"omedelbart juster|justeras omedelbart|direktjuster", " ".join(written), re.IGNORECASE):
        draft.immediate = True
    by = letter.by[:1].lower() + letter.by[1:] if letter.by else ""
    own_chair = any(role_of(post) == "ordförande" for post in posts)
    draft.proposed_by = re.sub(r"(en|et|n)s$", r"\1", by) if by else "ordföranden" if own_chair else "förvaltningen"


def _summary(ledger: Ledger, draft: Draft, letter: Letter) -> None:
    rows = [n for n in letter.sections.get("proposal", []) if isinstance(ledger.parts[n], Row)]
    decided = letter.sections.get("proposal", []) if letter.is_decision else rows
    blocks: list[str] = [letter.rests.get("summary", "")]
    summary = _without_subitems(ledger, draft, letter, letter.sections.get("summary", []))
    blocks.append(_markdown(ledger, letter, [*letter.sections.get("ingress", []), *summary], "summary"))
    if decided:
        blocks += ["### Beslut" if letter.is_decision else "", _markdown(ledger, letter, decided, "proposal")]
    described = _markdown(ledger, letter, letter.sections.get("description", []), "description")
    rest = letter.rests.get("description", "")
    if (described or rest) and any(blocks) and not described.startswith("###"):
        blocks.append("### Beskrivning av ärendet")
    blocks += [rest, described]
    made = "\n\n".join(b for b in blocks if b)
    if made:
        draft.summary = f"{draft.summary}\n\n{made}".strip()


def _markdown(ledger: Ledger, letter: Letter, indices: Sequence[int], section: str) -> str:
    """The parts of a section, and its own sub-headings where they stand among them."""
    if not indices and section != "description":
        return ""
    inside = sorted({*indices, *(n for n in letter.headings if section == "description" and _belongs(letter, n))})
    return markdown_of(ledger.parts, letter.headings, inside)


def _belongs(letter: Letter, heading: int) -> bool:
    """Whether a sub-heading stands above something of the description (and not above nothing at all)."""
    described = letter.sections.get("description", [])
    others = [n for key, ns in letter.sections.items() if key != "description" for n in ns]
    after = next((n for n in described if n > heading), None)
    between = [n for n in others if after is not None and heading < n < after]
    return heading not in others and (after is not None and not between)


def _without_subitems(ledger: Ledger, draft: Draft, letter: Letter, indices: Sequence[int]) -> list[int]:
    """For an item of notices: lines with a Dnr each become subitems, the short line above several of them their group."""
    draft.kind = draft.kind or kind_of_title(draft.title)[0]
    found: dict[int, tuple[str, str]] = {}
    if draft.kind == "anmälan":
        for n in indices:
            part = ledger.parts[n]
            if isinstance(part, Line) and (match := _AS_SUBITEM.fullmatch(part.text)):
                words = match["rest"].split()
                for count in (1, 2):  # `2021-9 …`, `SN 2021/9 …`
                    if reference := only_reference(" ".join(words[:count]).rstrip(".,:")):
                        found[n] = (reference, " ".join(words[count:]))
                        break
    if len(found) < 2:
        return list(indices)
    groups: dict[int, str] = {}
    group = ""
    previous: int | None = None
    kept: list[int] = []
    for n in indices:
        part = ledger.parts[n]
        if n in found:
            if (
                previous is not None
                and isinstance(ledger.parts[previous], Line)
                and previous not in found
                and len(ledger.parts[previous].text) < 60
            ):
                group = ledger.parts[previous].text.rstrip(":")
                if previous in kept:
                    kept.remove(previous)
            groups[n] = group
        else:
            kept.append(n)
            group = ""
        previous = n
    for n, (reference, rest) in found.items():
        title = f"{groups[n]}: {rest}" if groups[n] and rest else rest or groups[n] or reference
        draft.subitems.append(SubItem(title=title.rstrip("."), reference=reference))
    return kept


def _list_of(ledger: Ledger, letter: Letter, key: str) -> list[str]:
    """A section as a list: one entry a line; one line of short names is parted at its commas."""
    entries: list[str] = [x for x in letter.rests.get(key, "").split("\n") if x]
    for n in letter.sections.get(key, []):
        part = ledger.parts[n]
        entries.append(part.text if isinstance(part, Line) else " – ".join(" ".join(c.split()) for c in part.cells if c.strip()))
    entries = [entry.rstrip(".") if len(entry) < 120 else entry for entry in entries]
    if key in {"recipients", "copies"}:
        entries = [one for entry in entries for one in _parted(entry)]
        if key == "copies":
            entries = [f"{e}, för kännedom" for e in entries]
    return [e for e in entries if e and squeezed(e) not in {"", "till"}]


def _parted(entry: str) -> list[str]:
    pieces = [p.strip() for p in re.split(r",\s+", entry)]
    short = all(
        0 < len(p.split()) <= 4 and not p.casefold().startswith(("för ", "att ")) and not any(c.isdigit() for c in p) for p in pieces
    )
    if len(pieces) < 2 or not short or "." in entry:
        return [entry]
    if len(pieces) == 2 and any(role_of(p) for p in pieces[1:]):
        return [entry]  # a name and a post
    return [p[:1].upper() + p[1:] for p in pieces]


def item_of(draft: Draft, *, number: str) -> Item:
    """The draft as an item of the agenda."""
    handouts = draft.handouts
    return Item(
        title=draft.title,
        short_title=draft.short_title,
        number=number,
        reference=draft.reference,
        kind=draft.kind or "beslut",
        decided_by=draft.decided_by[0] if len(draft.decided_by) == 1 else tuple(draft.decided_by),
        at=draft.at,
        minutes=draft.minutes,
        presenters=tuple(draft.presenters),
        proposal=draft.proposal,
        proposed_by=draft.proposed_by,
        summary=draft.summary,
        history=draft.history[0] if len(draft.history) == 1 else tuple(draft.history) or "",
        documents=tuple(draft.documents),
        recipients=tuple(draft.recipients),
        secrecy=draft.secrecy,
        immediate_approval=draft.immediate,
        withdrawn=draft.withdrawn,
        handouts="bifogas" if handouts == "bifogas" else "vid sammanträdet" if handouts else "",
        subitems=tuple(s if s.reference or s.text else s.title for s in draft.subitems),
    )
