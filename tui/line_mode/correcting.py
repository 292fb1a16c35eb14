"""Taking back and putting right: `ångra`, `gör om`, `rätta`. A recorded line is chosen by its number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, get_args

from sessions import events as ev
from sessions.events import Event, Recorded
from sessions.meeting import ItemState
from sessions.order import last_act
from tui.dialogs.excluding import GROUNDS
from tui.dialogs.gavel import Gavel
from tui.dialogs.moving import KINDS
from tui.dialogs.numbers import read_numbers, shown_numbers
from tui.dialogs.reserving import favours
from tui.dialogs.times import shown_time, when_of
from tui.dialogs.ways import corrections, other_answers
from tui.line_mode.deciding import SHORT, matching
from tui.line_mode.desk import Desk
from tui.line_mode.going_on import which_item
from tui.line_mode.voice import Dropped
from tui.lines import lines_of
from tui.movements import movement_choices, movements
from tui.naming import targets
from tui.telling import told, told_event
from tui.texts.line_mode import LineMode as Words

FIELDS: dict[type[Event], tuple[str, ...]] = {
    ev.MotionMoved: ("by", "kind", "target", "points", "text", "supporters"),
    ev.MemberRecused: ("persons", "ground"),
    ev.MemberAbstained: ("person",),
    ev.MemberAway: ("person",),
    ev.SubstituteSeated: ("substitute", "seat_of"),
    ev.SubstituteUnseated: ("substitute", "when"),
    ev.ChairTaken: ("person",),
    ev.ReservationMade: ("persons", "in_favour_of", "text"),
    ev.StatementMade: ("person", "text"),
    ev.AppendixAdded: ("title", "by"),
    ev.ApproversChosen: ("persons",),
    ev.PersonArrived: ("person", "when"),
    ev.PersonLeft: ("person", "when"),
    ev.PersonExpected: ("person",),
    ev.PersonExcused: ("person",),
    ev.MeetingOpened: ("when",),
    ev.MeetingAdjourned: ("reason", "when"),
    ev.MeetingResumed: ("when",),
    ev.MeetingClosed: ("when",),
    ev.DebateClosed: ("when",),
    ev.DoorsClosed: ("reason", "when"),
    ev.DoorsOpened: ("when",),
}
"""What is asked again when a line is put right."""
LABELS = {
    "by": "Av",
    "kind": "Vad",
    "target": "Till vilket förslag",
    "points": "Punkter",
    "text": "Text",
    "supporters": "Instämmer",
    "persons": "Vilka",
    "person": "Vem",
    "ground": "Grund",
    "substitute": "Ersättare",
    "seat_of": "För",
    "in_favour_of": "Till förmån för",
    "title": "Rubrik",
    "when": "Klockan",
    "reason": "Skäl",
}
EMPTY = "-"


def undo(desk: Desk, rest: str) -> None:
    """`ångra`: the newest act that is no text, after saying what it is."""
    act = last_act(desk.session.log)
    if not act:
        desk.say(Words.NOTHING_TO_UNDO)
        return
    what = told(desk.meeting, act)
    _say_what_is_against(desk, act[0].act)
    if not desk.voice.yes(f"Ångra {what}? j/n", Words.YES_OR_NO):
        raise Dropped
    desk.session.strike(act[0].act, insist=True)
    desk.settle()
    desk.viewed = ""
    desk.say(f"Ångrade: {what}.")


def redo(desk: Desk, rest: str) -> None:
    """`gör om`: takes the undo back."""
    done = desk.session.redo()
    desk.settle()
    desk.say("Det som ångrades är tillbaka." if done else Words.NOTHING_TO_REDO)


def put_right(desk: Desk, rest: str) -> None:
    """`rätta`, `rätta närvaro`, `rätta § 5`: choose a line, and answer its fields again."""
    if rest.casefold() in {"närvaro", "narvaro", "möte", "klockslag"}:
        found = movements(desk.session.log)
        entry = _which(desk, list(zip(found, (f"{c.label}, {c.status}" for c in movement_choices(desk.meeting, found)), strict=True)))
        item = desk.meeting.items.get(entry.event.item) if isinstance(entry.event, ev.AboutItem) else None
    else:
        item = which_item(desk, rest) if rest else desk.item
        lines = [(x.entry, f"{x.label}: {x.text}") for x in lines_of(desk.meeting, item) if x.entry]
        entry = _which(desk, lines)
    answer = desk.voice.ask_for(Words.CHANGE_OR_STRIKE, ("rätta", "ta bort")).casefold()
    if answer.startswith("t"):
        _strike(desk, entry)
    elif answer.startswith("r"):
        _answer_again(desk, entry, item)
    else:
        raise Dropped


def _which(desk: Desk, lines: Iterable[tuple[Recorded[Any], str]]) -> Recorded[Any]:
    lines = list(lines)
    if not lines:
        desk.say(Words.NO_LINES)
        raise Dropped
    number = desk.choose(Words.WHICH_LINE, [(str(n), said) for n, (_, said) in enumerate(lines)])
    return lines[int(number)][0]


def _strike(desk: Desk, entry: Recorded[Any]) -> None:
    """The whole act of the line goes; what goes along is told."""
    act = [r for r in desk.session.log.records if r.act == entry.act]
    what = "; ".join(told_event(desk.meeting, r) for r in act)
    desk.say(f"Det här tas bort: {what}.")
    _say_what_is_against(desk, entry.act)
    if not desk.voice.yes(Words.STRIKE, Words.YES_OR_NO):
        raise Dropped
    desk.session.strike(entry.act, insist=True)
    desk.settle()
    desk.say(f"Borttaget: {what}.")


def _say_what_is_against(desk: Desk, act: int) -> None:
    if against := desk.session.why_not_strike(act):
        desk.say(against.reason)


def _answer_again(desk: Desk, entry: Recorded[Any], item: ItemState | None) -> None:
    event = entry.event
    if isinstance(event, ev.VoteOpened) and item:
        _another_vote(desk, entry, item)
        return
    if isinstance(event, ev.Decided | ev.QuestionAnswered) and item:
        new = _another_decision(desk, event, item)
    elif type(event) in FIELDS:
        desk.say(Words.KEEP)
        new = event
        for name in FIELDS[type(event)]:
            new = _asked_again(desk, new, name, item)
    else:
        desk.say(Words.CANNOT_CHANGE)
        return
    if new == event:
        desk.say(Words.SAME)
        return
    desk.correct(entry, new)


def _asked_again(desk: Desk, event: Any, name: str, item: ItemState | None) -> Any:
    value = getattr(event, name)
    typed = desk.voice.ask(f"{LABELS[name]}, nu {_shown(desk, event, name)}", desk.names())
    if not typed:
        return event
    if typed == EMPTY:
        return replace(event, **{name: () if isinstance(value, tuple) else "" if isinstance(value, str) else None})
    return replace(event, **{name: _READ[name](desk, item, event, typed)})


def _shown(desk: Desk, event: Any, name: str) -> str:
    value = getattr(event, name)
    if name == "when":
        return shown_time(event.happened)
    if name == "points":
        return shown_numbers(value) or "alla"
    if isinstance(value, tuple):
        return ", ".join(map(desk.meeting.label, value)) or "ingen"
    return desk.meeting.label(value) if value in desk.meeting.people else str(value) or "inget"


def _points(desk: Desk, item: ItemState | None, event: Any, typed: str) -> tuple[int, ...]:
    found = read_numbers(typed)
    if found is None:
        desk.say(Words.BAD_POINTS)
        raise Dropped
    return found


def _when(desk: Desk, item: ItemState | None, event: Any, typed: str) -> Any:
    desk.when(typed)  # says what a time looks like
    return when_of(typed, event.at)


def _target(desk: Desk, item: ItemState | None, event: Any, typed: str) -> str:
    options = [(o.value, o.label) for o in targets(desk.meeting, item, but=event.motion)] if item else []
    found = desk.choose(LABELS["target"], options, typed)
    return "" if found == ev.PREPARED else found


Reads = Callable[[Desk, "ItemState | None", Any, str], Any]
_READ: dict[str, Reads] = {
    "by": lambda desk, item, event, typed: desk.persons(typed),
    "persons": lambda desk, item, event, typed: desk.persons(typed),
    "supporters": lambda desk, item, event, typed: desk.persons(typed),
    "person": lambda desk, item, event, typed: desk.person(typed),
    "substitute": lambda desk, item, event, typed: desk.person(typed),
    "seat_of": lambda desk, item, event, typed: desk.person(typed),
    "kind": lambda desk, item, event, typed: desk.choose(LABELS["kind"], [(k.value, k.label) for k in KINDS], typed),
    "ground": lambda desk, item, event, typed: desk.choose(LABELS["ground"], [(g.value, g.label) for g in GROUNDS], typed),
    "target": _target,
    "points": _points,
    "text": lambda desk, item, event, typed: typed,
    "title": lambda desk, item, event, typed: typed,
    "reason": lambda desk, item, event, typed: typed,
    "in_favour_of": lambda desk, item, event, typed: desk.choose(
        LABELS["in_favour_of"], [(o.value, o.label) for o in favours(desk.meeting, item)], typed
    ),
    "when": _when,
}


def _another_decision(desk: Desk, event: Any, item: ItemState) -> Event:
    """The gavel, or the chair's finding, as it should have been."""
    decided = isinstance(event, ev.Decided)
    ways = list((corrections if decided else other_answers)(desk.meeting, item, event).all)
    way = None
    while way is None:
        desk.say("; ".join(f"{w.key} {w.label}" for w in ways))
        found = matching(ways, desk.voice.ask_for(Words.ANSWER, [w.label for w in ways]))
        way = found[0] if len(found) == 1 else None
    if not decided:
        answered: ev.QuestionAnswered = event
        return replace(answered, winner=way.winner or answered.winner)
    desk.say(Words.KEEP)
    typed = desk.voice.ask(f"{Words.DECISION_TEXT}, nu {event.text or 'ingen'}")
    words = "" if typed == EMPTY else typed or event.text
    to, reason = event.to, event.reason
    if "to" in way.fields:
        to = desk.voice.ask(f"Till, nu {to or 'inget'}") or to
    if "reason" in way.fields:
        reason = desk.voice.ask(f"{Words.REASON}, nu {reason or 'inget'}") or reason
    gavel = Gavel(desk.now, event.when, words=words, own=event.own, to=to, reason=reason, proposing=event.proposing)
    return gavel.corrected(event, way)


def _another_vote(desk: Desk, entry: Recorded[Any], item: ItemState) -> None:
    """One person's vote, also long after the vote was closed."""
    current = next((v for v in item.votes if v.entry.seq == entry.seq), None)
    if current is None:
        return
    for person, choice in current.cast.items():
        desk.say(f"{desk.meeting.label(person)}: {choice}")
    person = desk.person(desk.voice.ask_for(Words.WHOSE_VOTE, desk.names()), current.cast or None)
    typed = desk.voice.ask_for(Words.NEW_VOTE, get_args(ev.Choice)).casefold()
    if typed[0] not in SHORT:
        raise Dropped
    id = current.id if current.closed else ""
    desk.record(ev.VoteCast(at=desk.now, item=item.id, vote=id, person=person, choice=SHORT[typed[0]]))
