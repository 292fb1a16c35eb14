"""What the kansli does afterwards: who gets which § (expedieringslista), and what somebody was told to do by when (uppföljningslista)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date as Date

from agendas.value import Value
from exports.decisions import ruling
from exports.document import Block, Document, Heading, Paragraph, text
from exports.sections import title_of
from exports.style_model import Style
from exports.swedish import MONTHS, listed
from exports.tables import listing, table
from exports.words import Words
from sessions.meeting import ItemState, Meeting

_COMMISSION = re.compile(
    r"\buppdra(?:s|r|ger|ges|ga)?\b|\bi uppdrag\b|\bför beredning\b"
    r"|\båterkom(?:ma|mer)?\b|\båterrapporter|\bredovisa[sr]?\b.*\bsenast\b",
    re.IGNORECASE,
)
_MONTH = "|".join(MONTHS)
_DAY = re.compile(
    rf"\b(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})\b|\b(?P<day>\d{{1,2}}) (?P<month>{_MONTH}) (?P<year>\d{{4}})\b"
    rf"|\b(?P<only>(?:{_MONTH}) \d{{4}})\b|\b(?P<meeting>nästa sammanträde)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Commission(Value):
    """Something that somebody is to do, or an item that comes back."""

    item: ItemState
    what: str
    by_when: str = ""
    """A day as ISO, a month as written, `nästa sammanträde`, or nothing."""


def dispatch(meeting: Meeting, style: Style, *, public: bool = False) -> Document:
    """The list of who gets which §, ticked off where it has been sent; §§ without a recipient are told too."""
    words = Words(meeting, style)
    items = [x for x in meeting.numbered if x.opened and not (public and x.item.secret)]
    told = list(dict.fromkeys(name for x in items for name in x.item.recipients))
    by_recipient = [(name, *_row(words, [x for x in items if name in x.item.recipients], name)) for name in told]
    by_paragraph = [(words.paragraph(x), title_of(x), x.item.reference, ", ".join(x.item.recipients)) for x in items if x.item.recipients]
    blocks: list[Block] = []
    if told:
        blocks += [
            table(("Mottagare", "Paragrafer", "Skickat"), by_recipient),
            Heading(2, text("Paragraf för paragraf")),
            table(("Paragraf", "Ärende", "Dnr", "Skickas till"), by_paragraph),
        ]
    without = [x.paragraph for x in items if x.decision and not x.item.recipients and x.paragraph is not None]
    if without:
        blocks.append(Paragraph(text(f"Beslut utan mottagare: {words.paragraphs(without)}.")))
    return listing(words, "Expedieringslista", *blocks)


def _row(words: Words, items: list[ItemState], name: str) -> tuple[str, str]:
    numbers = words.paragraphs(x.paragraph for x in items if x.paragraph is not None)
    sent = {x.paragraph: d.event.date for x in items for d in x.dispatched if d.event.recipient == name and x.paragraph is not None}
    days = dict.fromkeys(sent.values())
    if len(days) == 1 and len(sent) == len(items):
        return numbers, words.date(next(iter(days)))
    parts = [f"{words.paragraphs(n for n, d in sent.items() if d == day)} {words.date(day)}" for day in days]
    return numbers, listed(parts)


def follow_up(meeting: Meeting, style: Style, *, public: bool = False) -> Document:
    """The list of commissions with their days, soonest first, and of the items that come back."""
    words = Words(meeting, style)
    found = sorted(commissions(meeting, style, public=public), key=lambda c: (c.by_when[:1].isdigit() is False, c.by_when))
    rows = [(words.paragraph(c.item), title_of(c.item), c.what, c.by_when, ", ".join(c.item.item.recipients)) for c in found]
    block: Block = table(("Paragraf", "Ärende", "Vad", "Senast", "Mottagare"), rows) if rows else Paragraph(text("Inget att följa upp."))
    return listing(words, "Uppföljningslista", block)


def commissions(meeting: Meeting, style: Style, *, public: bool = False) -> tuple[Commission, ...]:
    """What the decisions tell somebody to do, and what was postponed or referred; in the order of the §§."""
    words = Words(meeting, style)
    items = (x for x in meeting.numbered if x.decision and not (public and x.item.secret))
    return tuple(commission for x in items for commission in _commissions(words, x))


def _commissions(words: Words, item: ItemState) -> Iterator[Commission]:
    if item.decision is None:
        return
    found = ruling(words, item)
    written = item.texts.get("decision", "")
    lines: Iterable[str] = written.splitlines() if written else (*(p.text for p in found.points), *found.sentences)
    if item.decision.event.outcome in {"bordläggs", "återremitteras", "remitteras", "ej beslutför"}:
        what = " ".join(lines)
        yield Commission(item, what, day_in(what))
        return
    for line in lines:
        if _COMMISSION.search(line):
            yield Commission(item, line.strip(), day_in(line))


def day_in(words: str) -> str:
    """The last day that some words name, as ISO; a month or `nästa sammanträde` as it stands; empty when they name none."""
    for found in reversed(list(_DAY.finditer(words))):
        if found["iso"]:
            return str(found["iso"])
        if found["only"] or found["meeting"]:
            return str(found["only"] or found["meeting"]).lower()
        try:
            return Date(int(found["year"]), MONTHS.index(found["month"].lower()) + 1, int(found["day"])).isoformat()
        except ValueError:
            continue
    return ""
