"""The course of the meeting: the roll call, the gavels, from item to item, who comes and goes, the agenda itself."""

from __future__ import annotations

from sessions import events as ev
from sessions.attendance import in_room, quorate, servers
from sessions.meeting import ItemState
from sessions.naming import named, number_of
from sessions.order import give_back, next_item, not_taken_up, open_item, slipped_opening, undecided
from sessions.roll import Status, marked, status_of, unmarked
from sessions.standing import proposed_approvers
from sessions.substitutes import empty_seats, proposed_substitutes
from tui.dialogs.coming import COMES, GOES, LEADS, ONLY_HERE, REMOTE, SERVES, STOPS, Coming, acts_of
from tui.dialogs.numbers import read_number
from tui.dialogs.times import happened, shown_time
from tui.line_mode.desk import Desk
from tui.line_mode.voice import Dropped
from tui.matching import ranked
from tui.texts.line_mode import LineMode as Words
from tui.texts.meeting import RollCall

STATUSES: dict[str, Status] = {"n": "närvarande", "f": "frånvarande", "d": "på distans", "v": "väntas"}


def roll_call(desk: Desk, rest: str) -> None:
    """`upprop`: person by person."""
    desk.say(Words.ROLL)
    people = desk.meeting.people.values()
    groups = (
        (RollCall.MEMBERS, [p.id for p in people if p.is_member]),
        (RollCall.SUBSTITUTES, [p.id for p in people if p.is_substitute]),
        (RollCall.OTHERS, [p.id for p in people if not (p.is_member or p.is_substitute)]),
    )
    for heading, group in groups:
        if group:
            desk.say(f"{heading}:")
        if not _call(desk, group):
            break
    _offer_substitutes(desk)
    m = desk.meeting
    desk.say(desk.quorum(len(servers(m)), quorate(m)))
    if not m.opened:
        desk.say(Words.NOT_OPENED_HINT)


def _call(desk: Desk, group: list[str]) -> bool:
    """One group of the roll. False: the roll call is done."""
    done: set[str] = set()
    for person in group:
        while person not in done:
            said = status_of(desk.meeting, person)
            answer = desk.voice.ask(f"{desk.meeting.label(person)}" + (f", {said}" if said else ""), (*STATUSES, "alla", "klar")).casefold()
            if answer == "klar":
                return False
            if answer == "alla":
                rest = [p for p in unmarked(desk.meeting, group) if p not in done]
                if rest:
                    desk.record(*(ev.PersonArrived(at=desk.now, person=p) for p in rest), quiet=True)
                    desk.say(Words.all_here(", ".join(map(desk.meeting.label, rest))))
                return True
            if answer and answer[0] not in STATUSES:
                desk.say(Words.ROLL_ANSWERS)
                continue
            done.add(person)
            made = marked(desk.meeting, person, STATUSES[answer[0]], desk.now) if answer else ()
            if made:
                desk.record(*made, quiet=True)
                desk.say(f"{desk.meeting.label(person)}, {status_of(desk.meeting, person)}.")
    return True


def _offer_substitutes(desk: Desk) -> None:
    """The substitutes in turn for those who are absent (R-204)."""
    m = desk.meeting
    turn = proposed_substitutes(m, [p for p in empty_seats(m) if status_of(m, p)])
    if not turn:
        return
    desk.say(Words.substitutes("; ".join(f"{m.label(x.substitute)} för {m.label(x.seat_of)}" for x in turn)))
    if desk.voice.yes(Words.SEAT_THEM, Words.YES_OR_NO):
        desk.record(*(ev.SubstituteSeated(at=desk.now, substitute=x.substitute, seat_of=x.seat_of) for x in turn))


def open_meeting(desk: Desk, typed: str) -> None:
    """The gavel that opens."""
    m, when = desk.meeting, desk.when(typed)
    missing = sum(1 for p in m.people.values() if p.is_member and status_of(m, p.id) == "")
    notes = (RollCall.unmarked(missing), "" if quorate(m) else RollCall.not_quorate(m.body.neuter))
    for note in filter(None, notes):
        desk.say(note)
    if not desk.voice.yes(Words.open_at(shown_time(when or desk.now)), Words.YES_OR_NO):
        raise Dropped
    desk.record(ev.MeetingOpened(at=desk.now, when=when))


# From item to item


def may_go_on(desk: Desk) -> bool:
    """Whether items can be taken up now; else it is said why not."""
    hints = {"kallad": Words.NOT_OPENED_HINT, "ajournerat": Words.ADJOURNED_HINT, "avslutat": Words.CLOSED_HINT}
    if desk.meeting.phase in hints:
        desk.say(hints[desk.meeting.phase])
    return desk.meeting.phase == "öppnat"


def next_one(desk: Desk, rest: str) -> None:
    """`nästa`: the next item."""
    if not may_go_on(desk):
        return
    coming = next_item(desk.meeting)
    if coming is None:
        desk.say(Words.ALL_HANDLED)
        return
    opened = desk.meeting.open_items
    if slipped_opening(desk.session.log) and all(x.item.kind in {"beslut", "val", "motion"} for x in opened):
        desk.say(Words.left_undecided(named(opened[0])))
        if not desk.voice.yes(Words.STAY, Words.YES_OR_NO):
            raise Dropped
    take_up(desk, coming.id)


def take_up(desk: Desk, item: str) -> None:
    """Go on to an item."""
    if desk.record(*open_item(desk.meeting, item, desk.now)):
        desk.viewed = ""


def open_one(desk: Desk, rest: str) -> None:
    """`öppna`: the meeting, or an item by its row or §."""
    if desk.meeting.phase == "kallad":
        open_meeting(desk, rest)
        return
    if not rest and desk.meeting.phase == "öppnat" and not desk.meeting.episodes:
        desk.say(Words.ALREADY_OPEN)
        return
    item = which_item(desk, rest)
    if item.id in desk.meeting.current:
        desk.viewed = ""
        desk.say(Words.BACK)
    elif item.opened:
        desk.viewed = item.id
        desk.say(Words.viewing(named(item)))
    elif may_go_on(desk):
        coming = next_item(desk.meeting)
        opening = slipped_opening(desk.session.log)
        if opening and (coming is None or coming.id != item.id) and desk.voice.yes(Words.GIVE_BACK, Words.YES_OR_NO):
            desk.record(*give_back(desk.session.log, opening, item.id, desk.now))
            desk.viewed = ""
        else:
            take_up(desk, item.id)


def back(desk: Desk, rest: str) -> None:
    """`tillbaka`: to the item that goes on."""
    desk.viewed = ""
    desk.say(Words.BACK)


def take_up_again(desk: Desk, rest: str) -> None:
    """`ta upp`: the body takes an item up again."""
    item = which_item(desk, rest) if rest else desk.item
    event = ev.ItemReopened(at=desk.now, item=item.id)
    if refused := desk.session.why_not(event, insist=True):
        desk.say(refused.reason)
    elif desk.voice.yes(Words.REOPEN, Words.YES_OR_NO) and desk.record(event):
        desk.viewed = ""


def which_item(desk: Desk, typed: str, prompt: str = Words.ITEM) -> ItemState:
    """An item by its row in the agenda, its §, or words of its title. What cannot be told apart is asked for."""
    m = desk.meeting
    typed = typed or desk.voice.ask_for(prompt, [x.item.short for x in m.items.values()])
    number = read_number(typed.removeprefix("§").strip())
    items = [m.items[i] for i in m.order]
    if number is not None:
        paragraphs = [x for x in items if x.paragraph == number]
        rows = items[number - 1 : number] if number and "§" not in typed else []
        found = list({x.id: x for x in (*paragraphs, *rows)}.values())
    else:
        found = ranked(typed, items, lambda x: x.item.title)
    if not found:
        desk.say(Words.NO_ITEM)
        raise Dropped
    if len(found) == 1:
        return found[0]
    return m.items[desk.choose(prompt, [(x.id, row_of(desk, x)) for x in found])]


def row_of(desk: Desk, item: ItemState) -> str:
    """`rad 3, § 6 Föreningsbidrag`: an item in the agenda."""
    return f"rad {desk.meeting.order.index(item.id) + 1}, {named(item)}"


# The gavels of the meeting


def adjourn(desk: Desk, rest: str) -> None:
    """`ajournera`."""
    event = ev.MeetingAdjourned(at=desk.now)
    if refused := desk.session.why_not(event, insist=True):
        desk.say(refused.reason)
        return
    reason = rest or desk.voice.ask(Words.REASON_NONE)
    typed = desk.voice.ask(Words.UNTIL)
    until = happened(typed, desk.now) if typed else None
    if typed and until is None:
        desk.say(Words.BAD_TIME)
        raise Dropped
    desk.record(ev.MeetingAdjourned(at=desk.now, reason=reason, until=until))


def resume(desk: Desk, rest: str) -> None:
    """`återuppta`."""
    desk.record(ev.MeetingResumed(at=desk.now, when=desk.when(rest)))


def close(desk: Desk, rest: str) -> None:
    """`avsluta`: the last gavel. What is open is told first."""
    event = ev.MeetingClosed(at=desk.now, when=desk.when(rest))
    if refused := desk.session.why_not(event, insist=True):
        desk.say(refused.reason)
        return
    if left := undecided(desk.meeting):
        desk.say(Words.undecided("; ".join(map(named, left))))
    if waiting := not_taken_up(desk.meeting):
        desk.say(Words.not_taken_up("; ".join(map(named, waiting))))
    desk.say(Words.CONFIRM_CLOSE)
    if not desk.voice.yes(Words.close_at(shown_time(event.happened)), Words.YES_OR_NO):
        raise Dropped
    desk.record(event)


# Who comes and goes


def arrives(desk: Desk, rest: str) -> None:
    """`kommer NAMN [distans] [14.40]`."""
    rest, when = desk.time_apart(rest)
    head, _, last = rest.rpartition(" ")
    on_link = last.casefold() in {"distans", "länk"}
    persons = desk.persons(head if on_link else rest)
    person = persons[0]
    if person in in_room(desk.meeting) and not on_link:
        desk.say(Words.already_here(desk.meeting.label(person)))
        return
    acts = acts_of(desk.meeting, person)
    what = REMOTE if on_link else acts[0].value
    if what not in {COMES, REMOTE}:  # who broke off may sit in
        what = desk.choose(Words.ANSWER, [(a.value, a.label) for a in acts])
    _move(desk, Coming(desk.session, persons, what, when))


def leaves(desk: Desk, rest: str) -> None:
    """`går NAMN [14.40]`."""
    rest, when = desk.time_apart(rest)
    persons = desk.persons(rest)
    for person in persons:
        if person not in in_room(desk.meeting):
            desk.say(Words.not_here(desk.meeting.label(person)))
            return
    _move(desk, Coming(desk.session, persons, GOES, when))


def serves(desk: Desk, rest: str) -> None:
    """`tjänstgör NAMN [för NAMN]`, `tjänstgör inte NAMN`."""
    if rest.casefold().startswith("inte "):
        _move(desk, Coming(desk.session, (desk.person(rest[5:]),), STOPS))
        return
    rest, when = desk.time_apart(rest)
    who, _, seat_of = rest.partition(" för ")
    person = desk.person(who)
    if SERVES not in {a.value for a in acts_of(desk.meeting, person)}:
        desk.say(Words.does_not_serve(desk.meeting.label(person)))
        return
    coming = Coming(desk.session, (person,), SERVES, when)
    member = desk.person(seat_of, [o.value for o in coming.seats()]) if seat_of else ""
    _move(desk, coming, member)


def leads(desk: Desk, rest: str) -> None:
    """`ordförande NAMN`: who leads, here or from now on."""
    person = desk.person(rest)
    if desk.meeting.current and desk.voice.yes(Words.ONLY_HERE, Words.YES_OR_NO):
        desk.record(ev.ChairTaken(at=desk.now, person=person, items=(desk.item.id,)))
    else:
        _move(desk, Coming(desk.session, (person,), LEADS))


def _move(desk: Desk, coming: Coming, seat: str = "") -> None:
    """Ask what follows for the seats, and record it all as one act."""
    substitute = ""
    if options := coming.substitutes():
        substitute = desk.choose(Words.INSTEAD, [(o.value, o.label) for o in options])
    options = coming.seats()
    if not seat and options:
        seat = options[0].value if len(options) == 1 else desk.choose(Words.SEAT, [(o.value, o.label) for o in options])
    only = which_item(desk, "").id if coming.what == ONLY_HERE else ""
    full = Coming(coming.session, coming.persons, coming.what, coming.when, coming.place, substitute, seat)
    made = full.recorded(only)
    if made:
        desk.record(*made)


def new_person(desk: Desk, rest: str) -> None:
    """`ny person NAMN`: somebody who is not in the list came."""
    from typing import get_args

    from agendas.model import Role
    from agendas.names import unique_slug

    name = rest or desk.voice.ask_for(Words.WHO)
    role = desk.choose(Words.ROLE, [(r, r) for r in get_args(Role)])
    party = desk.voice.ask(Words.PARTY)
    person = unique_slug(name, desk.meeting.people)
    added = ev.PersonAdded(at=desk.now, person=person, name=name, role=role, party=party)  # type: ignore[arg-type]
    desk.record(added, ev.PersonArrived(at=desk.now, person=person))


# The agenda, the approvers


def new_item(desk: Desk, rest: str) -> None:
    """`nytt ärende RUBRIK`: last in the list."""
    title = rest or desk.voice.ask_for(Words.TITLE)
    desk.record(ev.ItemAdded(at=desk.now, title=title))


def withdraw(desk: Desk, rest: str) -> None:
    """`utgår ÄRENDE`: before it is opened."""
    item = which_item(desk, rest)
    desk.record(ev.ItemWithdrawn(at=desk.now, item=item.id))


def move(desk: Desk, rest: str) -> None:
    """`flytta ÄRENDE`: before another one, or last."""
    item = which_item(desk, rest)
    if item.opened:
        desk.say(f"{number_of(item)}: {Words.SAME}")
        return
    before = desk.voice.ask(Words.BEFORE)
    desk.record(ev.ItemMoved(at=desk.now, item=item.id, before=which_item(desk, before).id if before else ""))


def approvers(desk: Desk, rest: str) -> None:
    """`justerare NAMN`: those whom the agenda proposes are named."""
    proposed = proposed_approvers(desk.meeting)
    if proposed and not rest:
        desk.say(f"Dagordningen föreslår {', '.join(map(desk.meeting.label, proposed))}.")
    desk.record(ev.ApproversChosen(at=desk.now, persons=desk.persons(rest)))
