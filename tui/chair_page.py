"""What the chair's view and the projector show at one moment, as plain values. No widget, no clock, nothing recorded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from agendas.value import Value
from exports.decisions import decision_text
from exports.script import Script, opening, script
from exports.style_model import Style
from exports.swedish import clock_time
from exports.wording import motions, sentence
from exports.words import Words as Wording
from sessions.attendance import chair, present, quorate
from sessions.events import Decided
from sessions.meeting import ItemState, Meeting, next_paragraphs
from sessions.minority import minority
from sessions.order import next_item
from sessions.procedure import answers, next_question, settlement
from sessions.speaking import Floor, Limit, floor, queue
from sessions.timing import Timetable, timetable
from tui.texts.chair import Chair as Words
from tui.texts.meeting import RollCall

LIMIT_CLASSES: dict[Limit, str] = {"snart": "-soon", "över": "-beyond"}
"""How a limit that is near, or passed, is called in the stylesheets."""
PartKind = Literal["proposal", "motion", "decision", "note"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Part(Value):
    """Something that lies on the table: what it is called, and its words."""

    kind: PartKind
    label: str
    text: str


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class ChairPage(Value):
    """The chair's view."""

    body: str
    presence: str
    quorate: bool
    drift: str
    """`7 min efter planen`; empty when it cannot be known."""
    ends: str
    title: str
    """`§ 6 Föreningsbidrag 2022`, or what goes on instead."""
    spent: str
    """`12 min av 10 · 2 över`."""
    over: bool
    floor: str
    limit: Limit
    waiting: str
    excluded: tuple[str, ...]
    """Jäv in this §, who takes no part, who presides instead."""
    table: tuple[Part, ...]
    coming: tuple[str, ...]
    """The next §: number, title, time, presenter; jäv in it, and who presides then."""
    script: tuple[Script, ...]
    looking: str = ""
    """What is looked at instead of what goes on."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Projected(Value):
    """What everybody in the room may see. `black`: nothing, since a secret § is handled."""

    black: bool
    title: str = ""
    state: str = ""
    parts: tuple[Part, ...] = ()


def chair_page(meeting: Meeting, style: Style, now: datetime, *, look: str = "", reservations: bool = False) -> ChairPage:
    """The view of one moment. `look`: another item that the chair turns to."""
    now_item = meeting.open_items[0] if meeting.open_items else meeting.current_item
    item = meeting.items.get(look) or now_item
    times = timetable(meeting, now)
    able = quorate(meeting, now_item)
    coming = next_item(meeting)
    if look and item is not None:
        said = () if item.opened else opening(meeting, style, item, now)
    else:
        said = script(meeting, style, now, reservations=reservations)
    speaks = floor(meeting, now_item, now) if now_item else None
    return ChairPage(
        body=meeting.plan.body,
        presence=RollCall.presence(len(present(meeting, now_item)), meeting.seats, able, meeting.body.neuter),
        quorate=able,
        drift=Words.drift(_whole(times.drift)) if times.drift is not None and meeting.opened else "",
        ends=_ends(times),
        title=_title(meeting, item, look),
        spent=_spent(times, item),
        over=item is not None and times.items[item.id].overrun >= timedelta(minutes=1),
        floor=floor_text(meeting, speaks),
        limit=speaks.limit if speaks else "",
        waiting=_waiting(meeting, now_item),
        excluded=_excluded(meeting, item),
        table=on_the_table(meeting, style, item) if item else (),
        coming=_coming(meeting, coming, times),
        script=said,
        looking=Words.looking(_number(meeting, item), _number(meeting, now_item)) if look and item else "",
    )


def projected(meeting: Meeting, style: Style) -> Projected:
    """The view of the room: §, title, motions, decision. Nothing while a secret § is the one that goes on, or was the last."""
    items = [meeting.items[i] for i in meeting.current]
    if meeting.phase == "avslutat":
        return Projected(False, meeting.plan.body, Words.CLOSED)
    if any(x.item.secret for x in items):
        return Projected(black=True)
    if meeting.phase == "ajournerat":
        until = meeting.adjournments[-1].until
        return Projected(False, meeting.plan.body, Words.adjourned(f"{until:%H.%M}" if until else ""))
    if not items:
        return Projected(False, meeting.plan.body)
    shown = tuple(part for x in items for part in on_the_table(meeting, style, x) if part.kind in {"motion", "decision"})
    return Projected(False, _title(meeting, items[0], ""), "", shown)


def on_the_table(meeting: Meeting, style: Style, item: ItemState) -> tuple[Part, ...]:
    """The proposal, the motions word for word, what was decided or is about to be."""
    words = Wording(meeting, style)
    parts: list[Part] = []
    if item.item.points and item.decision is None:
        text = "\n".join(filter(None, (item.item.proposal_lead, *_points(item))))
        parts.append(Part("proposal", Words.PROPOSAL, text))
    parts += [Part("motion", Words.MOTION, str(said)) for said in motions(words, item)]
    if found := minority(meeting, item):
        parts.append(Part("note", Words.MINORITY, Words.minority(found.needed, found.present, found.used)))
    if item.decision is not None:
        text = decision_text(words, item) or Words.WORDS_LATER
        parts.append(Part("decision", Words.PROPOSED if item.proposes else Words.DECIDED, text))
    elif before := _before_the_gavel(meeting, style, item):
        parts.append(Part("decision", Words.BEFORE_GAVEL, before))
    return tuple(parts)


def _points(item: ItemState) -> Iterable[str]:
    for number, point in enumerate(item.item.points, 1):
        mark = point.mark or (f"{number}." if len(item.item.points) > 1 else "")
        yield f"{mark} {point.text}".strip()
        yield from (f"   – {text}" for text in point.sub)


def _before_the_gavel(meeting: Meeting, style: Style, item: ItemState) -> str:
    """The decision as it stands when all has been answered and the gavel has not fallen."""
    if item.phase != "öppet":
        return ""
    if written := item.texts.get("decision", "").strip():
        return written
    settled = settlement(item)
    if settled is None or not answers(item) or next_question(meeting, item) is not None:
        return ""
    winner = settled.winner if item.motion(settled.winner) else ""
    event = Decided(at=item.questions[-1].entry.event.at, items=(item.id,), outcome=settled.outcome, winner=winner)
    return sentence(meeting, item, event, style)


# Lines


def _number(meeting: Meeting, item: ItemState | None) -> str:
    if item is None:
        return ""
    return f"§ {item.paragraph}" if item.paragraph is not None else item.item.short


def _title(meeting: Meeting, item: ItemState | None, look: str) -> str:
    if item is None:
        return Words.NOT_OPENED if meeting.phase == "kallad" else Words.NOTHING_OPEN
    numbers = [x.paragraph for i in meeting.current if (x := meeting.items[i]).paragraph is not None]
    if not look and len(numbers) > 1:
        return f"§§ {numbers[0]}–{numbers[-1]} {item.item.short}"
    if item.paragraph is None and not item.opened and item.phase == "planerat":
        first = next_paragraphs(meeting, (item.id,)) if item is next_item(meeting) else ()
        return f"§ {first[0]} {item.item.title}" if first else item.item.title
    return f"§ {item.paragraph} {item.item.title}" if item.paragraph is not None else item.item.title


def _whole(time: timedelta) -> int:
    return round(time / timedelta(minutes=1))


def _ends(times: Timetable) -> str:
    planned = f"{times.planned_end:%H.%M}" if times.planned_end else ""
    return Words.ends(planned, f"{times.ends:%H.%M}" if times.ends else "")


def _spent(times: Timetable, item: ItemState | None) -> str:
    if item is None:
        return ""
    row = times.items[item.id]
    length = None if row.length is None else _whole(row.length)
    if row.started is None:
        return Words.will_come(f"{row.forecast:%H.%M}" if row.forecast else "", f"{row.planned:%H.%M}" if row.planned else "", length)
    return Words.spent(int(row.elapsed / timedelta(minutes=1)), length)


def floor_text(meeting: Meeting, speaks: Floor | None) -> str:
    """`Ordet: Eva Sjö (S)  2.14 av 3.00`."""
    if speaks is None:
        return ""
    kind = "" if speaks.kind == "anförande" else speaks.kind
    return Words.floor(meeting.label(speaks.person), kind, clock_time(speaks.time), clock_time(speaks.allowed) if speaks.allowed else "")


def _waiting(meeting: Meeting, item: ItemState | None) -> str:
    if item is None or item.phase != "öppet":
        return ""
    named = [meeting.label(w.person) + ("" if w.kind == "anförande" else f" ({w.kind})") for w in queue(meeting, item)]
    return Words.waiting(named)


def _excluded(meeting: Meeting, item: ItemState | None) -> tuple[str, ...]:
    if item is None:
        return ()
    found = []
    if item.recused:
        found.append(Words.recused(", ".join(meeting.label(p) for p in item.recused)))
    if item.out:
        found.append(Words.out(", ".join(meeting.label(p) for p in item.out)))
    found += _presides(meeting, item)
    return tuple(found)


def _presides(meeting: Meeting, item: ItemState) -> list[str]:
    """Who leads, when it is not the one who leads the meeting."""
    leads = chair(meeting, item)
    usual = next((i for i, p in meeting.people.items() if p.role == "ordförande"), None)
    return [Words.leads(meeting.label(leads))] if leads and leads != usual and usual in item.recused else []


def _coming(meeting: Meeting, item: ItemState | None, times: Timetable) -> tuple[str, ...]:
    if item is None:
        return (Words.LAST,) if meeting.opened and meeting.phase != "avslutat" else ()
    row = times.items[item.id]
    starts = f"{row.forecast:%H.%M}" if row.forecast else ""
    number = next(iter(next_paragraphs(meeting, (item.id,))), None)
    called = f"§ {number} {item.item.short}" if number is not None else item.item.short
    first = Words.coming(called, starts, ", ".join(item.item.presenters))
    jav = [Words.recused_there(", ".join(meeting.label(p) for p in item.recused))] if item.recused else []
    return (first, *jav, *_presides(meeting, item))
