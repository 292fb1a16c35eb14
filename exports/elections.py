"""Elections, interpellations, initiatives and reported decisions as sentences (R-709, R-714, R-901, R-904, R-1004)."""

from __future__ import annotations

from exports.swedish import counted, listed
from exports.words import Words
from sessions import events as ev
from sessions.attendance import chair
from sessions.elections import seats_of
from sessions.meeting import ItemState

_NOUNS = {"interpellation": ("interpellation", "interpellationen"), "fråga": ("fråga", "frågan")}


def elected_said(words: Words, item: ItemState, event: ev.Elected) -> str:
    """`Till {office} utses {person}.`; without anybody, that the election is put off."""
    phrases = words.style.phrases
    after = words.say(phrases.elected_after, item, person=words.people((event.in_place_of,))) if event.in_place_of else ""
    if not event.persons:
        return words.sentence(phrases.elected_later, item, office=event.office, after=after) if event.office else ""
    phrase = phrases.elected_moves_up if event.moves_up else phrases.elected
    return words.sentence(phrase, item, office=event.office, after=after, person=words.people(event.persons))


def resigned_said(words: Words, item: ItemState, event: ev.Resigned) -> str:
    """`{Namn} befrias från uppdraget som {office}.`"""
    phrase = words.style.phrases.resigned if event.office else words.style.phrases.resigned_any
    return words.sentence(phrase, item, person=words.people(event.persons), office=event.office)


def balloted(words: Words, item: ItemState) -> tuple[str, ...]:
    """How each election was settled, when that is recorded: ballots and their count, the lot, the proportional way."""
    return tuple(" ".join(filter(None, _balloted(words, item, e.event))) for e in item.elected if e.event.by)


def _balloted(words: Words, item: ItemState, event: ev.Elected) -> list[str]:
    phrases = words.style.phrases
    told = []
    if event.by in {"sluten omröstning", "lottning"}:
        told.append(words.sentence(phrases.elected_ballot, item))
    if event.by == "proportionellt val":
        told.append(words.sentence(phrases.elected_proportionally, item))
        told += _by_groups(words, item, event)
    candidates = (*event.persons, *event.also)
    if len(event.votes) == len(candidates):
        shown = [
            words.say(phrases.elected_votes, item, person=words.meeting.label(p), votes=counted(n, "röst", "röster"))
            for p, n in zip(candidates, event.votes, strict=True)
        ]
        shown += [counted(event.blank, "blank röst", "blanka röster")] if event.blank else []
        told.append(words.sentence(phrases.elected_count, item, votes=listed(shown)))
    if event.by == "lottning":
        told.append(words.sentence(phrases.elected_lot, item, person=words.people(event.persons[-1:])))
    return told


def _by_groups(words: Words, item: ItemState, event: ev.Elected) -> list[str]:
    """The votes of each group, and the places that they give (R-714)."""
    phrases, shared = words.style.phrases, seats_of(event)
    if shared is None:
        return []
    votes = [
        words.say(phrases.elected_votes, item, person=group, votes=counted(n, "röst", "röster"))
        for group, n in zip(event.groups, event.group_votes, strict=True)
    ]
    votes += [counted(event.blank, "blank röst", "blanka röster")] if event.blank and not event.votes else []
    told = [words.sentence(phrases.elected_groups, item, votes=listed(votes))]
    if event.group_lots:
        told.append(words.sentence(phrases.elected_group_lot, item, group=listed(event.group_lots)))
    if not shared.tied:
        seats = [f"{group} {counted(n, 'plats', 'platser')}" for group, n in shared.seats.items()]
        told.append(words.sentence(phrases.elected_seats, item, seats=listed(seats)))
    return told


def answered_said(words: Words, item: ItemState, event: ev.AnswerGiven) -> str:
    """`{Namn} besvarar {namns} interpellation.`"""
    phrases = words.style.phrases
    noun, definite = _NOUNS.get(item.item.kind, _NOUNS["fråga"])
    asker = words.owners(event.asked_by)
    if not event.answered_by:
        return words.sentence(phrases.answered_later, item, asker=asker, noun=noun, nouns=definite)
    phrase = phrases.answered_in_writing if event.written else phrases.answered
    return words.sentence(phrase, item, asker=asker, answerer=words.people(event.answered_by), noun=noun, nouns=definite)


def urgent_said(words: Words, item: ItemState, event: ev.UrgentDecisionReported) -> str:
    """`Ordföranden anmäler beslut enligt 6 kap. 39 § kommunallagen, {datum}, dnr {dnr}.`"""
    leader = chair(words.meeting, item)
    by = words.people(event.by) if event.by and event.by != (leader,) else "ordföranden"
    reference = f", dnr {event.reference}" if event.reference else ""
    return words.sentence(words.style.phrases.urgent, item, person=by, date=words.date(event.decided), reference=reference)


def raised_said(words: Words, item: ItemState) -> str:
    """`{Namn} väcker ett ärende om {rubrik}.`"""
    title = item.item.title
    title = title if title[:2].isupper() else title[:1].lower() + title[1:]
    return words.sentence(words.style.phrases.raised, item, person=words.people(item.raised_by), title=title)


def reports(words: Words, item: ItemState) -> tuple[str, ...]:
    """Who raised the item, what was answered and what was reported in the §."""
    raised = raised_said(words, item) if item.raised_by else ""
    answers = [answered_said(words, item, a.event) for a in item.answers_given]
    return tuple(text for text in (raised, *answers, *(urgent_said(words, item, u.event) for u in item.urgent)) if text)
