"""Who came and went before a § or during it, as sentences inside the § (R-206, R-207, R-210)."""

from __future__ import annotations

from collections.abc import Iterator

from exports.words import Words
from sessions.attendance import gavel_place, place, servers
from sessions.meeting import ItemState, Stay


def comings(words: Words, item: ItemState) -> tuple[str, ...]:
    """What changed among members and substitutes since the § before this one. The roll call is not told: the cover has it."""
    meeting = words.meeting
    now = gavel_place(meeting, item)
    earlier = [x for x in meeting.numbered if x.opened and gavel_place(meeting, x) < now]
    before = max(earlier, key=lambda x: gavel_place(meeting, x)) if earlier else None
    since = gavel_place(meeting, before) if before else 0
    told: list[str] = []
    for person, stays in meeting.stays.items():
        if len(stays) == 1 and stays[0].end is None and stays[0].start.place == 0 and not stays[0].start.relation:
            continue  # there from the roll call to the end: most people
        known = meeting.people.get(person)
        if known and (known.is_member or known.is_substitute):
            told += _of_person(words, item, before, person, stays, (since, now))
    return tuple(filter(None, told))


def _of_person(
    words: Words, item: ItemState, before: ItemState | None, person: str, stays: tuple[Stay, ...], window: tuple[int, int]
) -> Iterator[str]:
    phrases, meeting = words.style.phrases, words.meeting
    since, now = window
    for stay, following in zip(stays, (*stays[1:], None), strict=True):
        moved = following is not None and stay.end is not None and following.start == stay.end  # to the link or back
        if stay.end is not None and not moved and since < place(meeting, stay.end) <= now:
            yield _left(words, item, before, person, stay)
    for previous, stay in zip((None, *stays[:-1]), stays, strict=True):
        moved = previous is not None and previous.end == stay.start
        if moved or not since < place(meeting, stay.start) <= now:
            continue
        time, paragraph = words.time(stay.start.when), words.paragraphs(() if item.paragraph is None else (item.paragraph,))
        serves = any(s.person == person for s in servers(meeting, item))
        name = words.people((person,))
        told = words.sentence(phrases.serves if serves else phrases.arrives, item, person=name, time=time, paragraph=paragraph)
        ousted = [s.person for s in servers(meeting, before) if s.seat_of == person] if serves and before else []
        still = {s.person for s in servers(meeting, item)}
        for substitute in ousted:
            if substitute not in still:
                told += f" {words.sentence(phrases.ceases, item, person=words.people((substitute,)))}"
        yield told.strip()


def _left(words: Words, item: ItemState, before: ItemState | None, person: str, stay: Stay) -> str:
    phrases, meeting = words.style.phrases, words.meeting
    number = before.paragraph if before else None
    during = stay.end is not None and place(meeting, stay.end) % 2 == 1
    after = words.say(phrases.leaves_after, item, paragraph=words.paragraphs((number,))) if number is not None and not during else ""
    time = words.time(stay.end.when) if stay.end else ""
    phrase = phrases.loses_link if stay.lost_link else phrases.leaves
    told = words.sentence(phrase, item, person=words.people((person,)), time=time, after=after)
    seated = [s.person for s in servers(meeting, item) if s.seat_of == person]
    for substitute in seated:
        told += f" {words.sentence(phrases.takes_over, item, person=words.people((substitute,)))}"
    return told.strip()
