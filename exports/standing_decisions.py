"""The words of the decisions that a meeting makes about itself: the agenda is fixed (R-104), approvers are chosen (R-1102)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from exports.script_words import formality, item_number
from exports.style_model import Style
from exports.words import Words
from sessions.meeting import ItemState, Meeting
from sessions.standing import approvers, chosen_approvers


def standing_decision(meeting: Meeting, item: ItemState, style: Style) -> str:
    """What such an item is decided to, as the meeting stands now; empty for other items, and where nothing is known."""
    if item.item.points:
        return ""
    words = Words(meeting, style)
    match formality(item):
        case "dagordning":
            return _agenda(words, item)
        case "justerare":
            return _approvers(words, item)
        case _:
            return ""


def _agenda(words: Words, item: ItemState) -> str:
    """`{Nämnden} fastställer dagordningen`, with what was added, withdrawn and moved."""
    meeting, phrases = words.meeting, words.style.phrases
    told = [words.sentence(phrases.agenda_added, item, title=x.item.title) for x in _added(meeting)]
    gone = [x for a in meeting.agenda.items if not a.withdrawn and (x := meeting.items[a.id]).phase == "utgått"]
    told += [words.sentence(phrases.agenda_withdrawn, item, named=_called(words, item, x)) for x in gone]
    for moved, before in _moved(meeting):
        after = (
            words.say(phrases.agenda_after, item, named=_called(words, item, before).rstrip(","))
            if before
            else words.say(phrases.agenda_first, item)
        )
        told.append(words.sentence(phrases.agenda_moved, item, named=_called(words, item, moved), after=after))
    if not told:
        return words.sentence(phrases.agenda_fixed, item)
    return words.sentence(phrases.agenda_fixed_changed, item, changes=" ".join(told))


def _added(meeting: Meeting) -> list[ItemState]:
    return [x for i in meeting.order if (x := meeting.items[i]).added and x.phase != "utgått"]


def _called(words: Words, item: ItemState, named: ItemState) -> str:
    phrases, number = words.style.phrases, item_number(words.meeting, named)
    phrase = phrases.agenda_item if number else phrases.agenda_item_unnumbered
    return words.say(phrase, item, number=number, title=named.item.title)


def _moved(meeting: Meeting) -> list[tuple[ItemState, ItemState | None]]:
    """The prepared items that were given another place, each with the one that it now comes after."""
    stays = [x for i in meeting.order if not (x := meeting.items[i]).added and x.phase != "utgått"]
    place = {x.id: n for n, x in enumerate(meeting.agenda.items)}
    kept = _longest_rising([place[x.id] for x in stays])
    return [(x, stays[n - 1] if n else None) for n, x in enumerate(stays) if place[x.id] not in kept and x.item.kind != "paus"]


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The longest row of numbers that rises: the items that nobody moved."""
    best: list[list[int]] = []
    for number in numbers:
        before = [row for row in best if row[-1] < number]
        longest: list[int] = sorted(before, key=len)[-1] if before else []
        best.append([*longest, number])
    return set(sorted(best, key=len)[-1]) if best else set()


def _approvers(words: Words, item: ItemState) -> str:
    """`{Namn} utses att tillsammans med ordföranden justera protokollet`, with day, time and place when they are known."""
    meeting = words.meeting
    persons, chosen = approvers(meeting), chosen_approvers(meeting)
    if not persons:
        return ""
    told = [words.sentence(words.style.phrases.approvers_chosen, item, person=words.people(persons))]
    if chosen and chosen.date:
        told.append(_when(words, item, chosen.date, chosen.time, chosen.place))
    return " ".join(filter(None, told))


def _when(words: Words, item: ItemState, day: date, at: time | None, place: str) -> str:
    phrases = words.style.phrases
    clock = words.say(phrases.approval_time, item, time=words.time(at)) if at else ""
    where = words.say(phrases.approval_place, item, place=place) if place else ""
    return words.sentence(phrases.approval_when, item, date=words.date(day), time=clock, place=where)
