"""The speakers' list in words: who asks for the floor, who gets it, who has ended. None of it is in the protocol."""

from __future__ import annotations

from exports.swedish import clock_time
from sessions import speaking
from sessions.events import SpeakerKind
from sessions.speaking import Waiting
from tui.chair_page import floor_text
from tui.line_mode.desk import Desk
from tui.line_mode.voice import Dropped
from tui.texts.chair import Speakers as ListWords
from tui.texts.line_mode import LineMode as Words


def speaker(desk: Desk, rest: str) -> None:
    """`talare NAMN [replik]`: puts somebody up; without a name the list is read."""
    item = desk.item
    if rest:
        who, kind = _kind(rest)
        asked = (speaking.ask(item, person, kind, desk.now) for person in desk.persons(who))
        desk.record(*(event for events in asked for event in events), quiet=True)
    _tell(desk)


def _kind(rest: str) -> tuple[str, SpeakerKind]:
    """`eva sjö replik` → the name, and as what."""
    head, _, last = rest.rpartition(" ")
    kind = next((k for k in speaking.KINDS if k == last.casefold()), None)
    return (head, kind) if kind else (rest, speaking.KINDS[0])


def _tell(desk: Desk) -> None:
    """Who has the floor, and who waits, one a line."""
    m, item = desk.meeting, desk.item
    speaks = speaking.floor(m, item, desk.now)
    desk.say(f"{floor_text(m, speaks) if speaks else ListWords.NOBODY}.")
    heard = {s.person: s for s in speaking.spoken(m, [item], desk.now)}
    waiting = speaking.queue(m, item)
    if not waiting:
        desk.say(f"{ListWords.EMPTY}.")
    for number, who in enumerate(waiting, 1):
        kind = "" if who.kind == speaking.KINDS[0] else who.kind
        before = heard.get(who.person)
        said = ListWords.turns(before.turns, clock_time(before.time)) if before else ""
        desk.say(", ".join(filter(None, (f"{number} {m.label(who.person)}", kind, said))))


def give_floor(desk: Desk, rest: str) -> None:
    """`ger ordet [NAMN]`: to the next on the list, or to the one who is named."""
    item = desk.item
    waiting = speaking.queue(desk.meeting, item)
    if rest:
        who, kind = _kind(rest)
        person = desk.person(who)
        chosen = next((w for w in waiting if w.person == person), Waiting(person, kind))
    elif waiting:
        chosen = waiting[0]
    else:
        desk.say(ListWords.NONE_WAITS)
        raise Dropped
    desk.record(*speaking.start(item, chosen, desk.now), quiet=True)
    desk.say(Words.has_floor(desk.meeting.label(chosen.person)))


def has_spoken(desk: Desk, rest: str) -> None:
    """`talat klart`: the speech has ended."""
    item = desk.item
    speaks = speaking.floor(desk.meeting, item, desk.now)
    if speaks is None:
        desk.say(ListWords.NOT_SPEAKING)
        raise Dropped
    desk.record(*speaking.stop(item, speaks.person, desk.now), quiet=True)
    desk.say(Words.spoke(desk.meeting.label(speaks.person), clock_time(speaks.time)))


def strike_speaker(desk: Desk, rest: str) -> None:
    """`stryk talare NAMN`: off the list."""
    item = desk.item
    waiting = speaking.queue(desk.meeting, item)
    if not waiting:
        desk.say(ListWords.NONE_WAITS)
        raise Dropped
    person = desk.person(rest, dict.fromkeys(w.person for w in waiting))
    struck = next(w for w in waiting if w.person == person)
    desk.record(*speaking.drop(item, struck, desk.now), quiet=True)
    _tell(desk)
