"""Who came and went before a § or during it, and when the doors were closed, as sentences inside the § (R-206, R-207, R-210, R-1202)."""

from __future__ import annotations

from collections.abc import Iterator

from exports.words import Words
from sessions.attendance import gavel_place, servers
from sessions.events import DoorsClosed
from sessions.meeting import ItemState, Meeting, Stay, place


def comings(words: Words, item: ItemState) -> tuple[str, ...]:
    """What changed among members and substitutes since the § before this one. The roll call is not told: the cover has it."""
    meeting = words.meeting
    now = gavel_place(meeting, item)
    before = _before(meeting, now)
    since = gavel_place(meeting, before) if before else 0
    told: list[str] = []
    for person, stays in meeting.stays.items():
        if len(stays) == 1 and stays[0].end is None and stays[0].start.place == 0 and not stays[0].start.relation:
            continue  # there from the roll call to the end: most people
        known = meeting.people.get(person)
        if known and (known.is_member or known.is_substitute):
            told += _of_person(words, item, before, person, stays, (since, now))
    return tuple(filter(None, told))


def _before(meeting: Meeting, now: int) -> ItemState | None:
    """The § that was settled last before a place; of several at once the first."""
    for episode in reversed(range(now // 2)):
        handled = (meeting.items[i] for i in meeting.episodes[episode].items)
        settled = [x for x in handled if x.paragraph is not None and gavel_place(meeting, x) == 2 * episode + 1]
        if settled:
            return min(settled, key=lambda x: x.paragraph or 0)
    return None


def _of_person(
    words: Words, item: ItemState, before: ItemState | None, person: str, stays: tuple[Stay, ...], window: tuple[int, int]
) -> Iterator[str]:
    phrases, meeting = words.style.phrases, words.meeting
    since, now = window
    left = {p for p, known in meeting.stays.items() for s in known if s.end is not None and since < place(meeting, s.end) <= now}
    taking_over = {s.person for s in servers(meeting, item) if s.seat_of in left}  # told with those whose seats they take
    for stay, following in zip(stays, (*stays[1:], None), strict=True):
        if stay.end is None or not since < place(meeting, stay.end) <= now:
            continue
        if following is None or following.start != stay.end or stay.lost_link:
            yield _left(words, item, before, person, stay)
        elif stay.serves and not following.serves:  # else to the link or back
            yield _left(words, item, before, person, stay, stays_on=True)
    for previous, stay in zip((None, *stays[:-1]), stays, strict=True):
        moved = previous is not None and previous.end == stay.start and not previous.lost_link and (previous.serves or not stay.serves)
        if moved or not since < place(meeting, stay.start) <= now:
            continue
        time, paragraph = words.time(stay.start.when), words.paragraphs(() if item.paragraph is None else (item.paragraph,))
        serves = any(s.person == person for s in servers(meeting, item)) and person not in taking_over
        name = words.people((person,))
        told = words.sentence(phrases.serves if serves else phrases.arrives, item, person=name, time=time, paragraph=paragraph)
        ousted = [s.person for s in servers(meeting, before) if s.seat_of == person] if serves and before else []
        still = {s.person for s in servers(meeting, item)}
        for substitute in ousted:
            if substitute not in still:
                told += f" {words.sentence(phrases.ceases, item, person=words.people((substitute,)))}"
        yield told.strip()


def _left(words: Words, item: ItemState, before: ItemState | None, person: str, stay: Stay, *, stays_on: bool = False) -> str:
    phrases, meeting = words.style.phrases, words.meeting
    number = before.paragraph if before else None
    during = stay.end is not None and place(meeting, stay.end) % 2 == 1
    after = words.say(phrases.leaves_after, item, paragraph=words.paragraphs((number,))) if number is not None and not during else ""
    time = words.time(stay.end.when) if stay.end else ""
    phrase = phrases.steps_down if stays_on else phrases.loses_link if stay.lost_link else phrases.leaves
    told = words.sentence(phrase, item, person=words.people((person,)), time=time, after=after)
    seated = [s.person for s in servers(meeting, item) if s.seat_of == person]
    for substitute in seated:
        told += f" {words.sentence(phrases.takes_over, item, person=words.people((substitute,)))}"
    return told.strip()


def doors(words: Words, item: ItemState) -> tuple[str, ...]:
    """When the public was shown out in this §, and let in again (R-1202)."""
    phrases, told = words.style.phrases, []
    for entry in item.doors:
        time = words.time(entry.event.happened)
        if isinstance(entry.event, DoorsClosed):
            said = entry.event.reason
            reason = words.say(phrases.doors_reason, item, reason=said) if said else ""
            told.append(words.sentence(phrases.doors_closed, item, time=time, reason=reason))
        else:
            told.append(words.sentence(phrases.doors_opened, item, time=time))
    return tuple(told)
