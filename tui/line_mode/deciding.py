"""`beslut` and `votering`: the chair's questions one by one, the roll name by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from agendas.names import folded
from sessions import voting
from sessions.events import Choice, Decided, ItemLeft, VoteCast, VoteCounted, VoteOpened
from sessions.meeting import ItemState, Vote
from sessions.naming import named
from sessions.procedure import ProposedQuestion, next_question, settlement
from tui.dialogs.gavel import Gavel, with_the_same_gavel
from tui.dialogs.numbers import read_number, read_numbers
from tui.dialogs.preview import chair_asks, chair_finds
from tui.dialogs.vote_outcome import closing, lot_sides
from tui.dialogs.vote_subject import meaning, side_label, subject_of
from tui.dialogs.ways import ANSWERS, APPROVERS, ELECTS, OTHER, URGENT, WITHOUT, Way, ways_of
from tui.line_mode import asking, electing, reporting
from tui.line_mode.desk import Desk
from tui.line_mode.going_on import approvers, which_item
from tui.line_mode.voice import Dropped
from tui.texts.line_mode import LineMode as Words
from tui.texts.vote import Vote as VoteWords

SHORT: dict[str, Choice] = {"j": "ja", "n": "nej", "a": "avstår", "f": "frånvarande"}


def decide(desk: Desk, rest: str) -> None:
    """`beslut [svar] [även ärenden]`: the chair's next question, until the gavel has fallen."""
    answer, _, more = f" {rest} ".partition(f" {Words.ALSO} ")
    answer, others = answer.strip(), _others(desk, more.strip())
    while True:
        item = desk.item
        if refused := desk.session.why_not(Decided(at=desk.now, items=(item.id,)), insist=True):
            desk.say(refused.reason)
            return
        question = next_question(desk.meeting, item)
        way = _way(desk, item, question, answer)
        answer = ""
        if way is None:
            vote(desk, "")
            return
        if way in _BESIDE:
            if _BESIDE[way](desk):
                return
            continue
        if way is WITHOUT:
            desk.record(ItemLeft(at=desk.now, item=item.id))
            return
        if question is not None and way.winner and not question.single and way.key.isdigit():
            desk.say(f"”{chair_finds(desk.session, item, question, way.winner)}”")
        made = replace(_gavel(desk, item, way), others=others).after(desk.session, item, question, way)
        desk.record(*made)
        if any(isinstance(e, Decided) for e in made):
            return


def _way(desk: Desk, item: ItemState, question: ProposedQuestion | None, answer: str) -> Way | None:
    """The way that is chosen, by key or words; None for a vote. Nothing is chosen beforehand."""
    ways = list(ways_of(desk.meeting, item, question).all)
    if not answer:
        for text in chair_asks(desk.session, item, question):
            desk.say(f"”{text}”")
        if question is None and settlement(item) is None:
            desk.say(Words.NO_PROPOSAL)
    while True:
        if not answer:
            desk.say("; ".join(f"{w.key} {w.label}" for w in ways) + "; votering")
            answer = desk.voice.ask_for(Words.ANSWER, [w.label for w in ways])
        if len(answer) > 2 and "votering".startswith(folded(answer)):
            return None
        found = matching(ways, answer)
        if len(found) == 1:
            return found[0]
        desk.say(Words.many(answer) if found else Words.no_such(answer))
        answer = ""


def matching(ways: list[Way], answer: str) -> list[Way]:
    """The ways that an answer can mean: by key, by the beginning of what it says, or by the outcome when that tells it."""
    typed = folded(answer)
    by_key = [w for w in ways if w.key == answer.casefold()]
    if by_key:
        return by_key
    by_label = [w for w in ways if folded(w.label).startswith(typed)]
    if by_label:
        return by_label
    numbered = [w for w in ways if w.key.isdigit() or w.outcome != "bifall"]
    return [w for w in numbered if len(typed) > 2 and folded(w.outcome).startswith(typed)]


def _gavel(desk: Desk, item: ItemState, way: Way) -> Gavel:
    """What goes along with the gavel, asked for."""
    words = desk.voice.ask_for(Words.DECISION_TEXT) if "words" in way.fields else ""
    motive = next((m.text for m in item.live_motions if m.entry.event.kind in {"återremiss", "bordläggning"}), "")
    reason = (desk.voice.ask(f"{Words.REASON}{f' eller: {motive}' if motive else ''}") or motive) if "reason" in way.fields else ""
    to = (desk.voice.ask(f"Till, tom rad för {item.item.proposed_by or 'ingen'}") or item.item.proposed_by) if "to" in way.fields else ""
    return Gavel(desk.now, None, words=words, to=to, reason=reason)


def _others(desk: Desk, typed: str) -> tuple[str, ...]:
    """The further items that fall with the same gavel: rows, §§ or titles, with commas or `och` between them."""
    found: list[ItemState] = []
    for part in typed.replace(" och ", ",").split(","):
        if part.strip():
            numbers = [str(n) for n in read_numbers(part) or ()]
            found += [which_item(desk, name) for name in numbers or [part.strip()]]
    able = {x.id for x in with_the_same_gavel(desk.meeting, desk.item.id)} if found else set()
    if any(x.id not in able for x in found):
        desk.say(Words.CANNOT_GO_ALONG)
        raise Dropped
    if found:
        desk.say(Words.along("; ".join(map(named, found))))
    return tuple(dict.fromkeys(x.id for x in found))


def other_question(desk: Desk, rest: str) -> None:
    """`annan fråga`: what the chair put instead of the proposed one, and found; a vote when it was demanded."""
    _ask_otherwise(desk)


def _ask_otherwise(desk: Desk) -> bool:
    """Whether the question went to a vote, which settles what comes next."""
    waits = asking.other_question(desk)
    if waits:
        vote(desk, "")
    return waits


def _elect(desk: Desk) -> bool:
    electing.elect(desk, "")
    return False


def _choose_approvers(desk: Desk) -> bool:
    approvers(desk, "")
    return False


def _answer(desk: Desk) -> bool:
    reporting.answer(desk, "")
    return False


def _report(desk: Desk) -> bool:
    reporting.urgent(desk, "")
    return False


_BESIDE: dict[Way, Callable[[Desk], bool]] = {
    OTHER: _ask_otherwise,
    ELECTS: _elect,
    APPROVERS: _choose_approvers,
    ANSWERS: _answer,
    URGENT: _report,
}
"""What is recorded beside the question, which is asked anew after it."""


# Votes


def vote(desk: Desk, rest: str) -> None:
    """`votering`: what ja and nej mean, the roll, the sum, what follows."""
    item = desk.item
    probe = VoteOpened(at=desk.now, item=item.id, yes="ja", no="nej")
    if item.open_vote is None and (refused := desk.session.why_not(probe, insist=True)):
        desk.say(refused.reason)
        return
    if item.open_vote is None and not _begin(desk, item):
        return
    current = desk.item.open_vote
    if current is None:
        return
    if current.entry.event.secret or current.counted or rest.casefold().startswith("siffror"):
        _numbers(desk, current)
    else:
        _roll(desk, current)


def _begin(desk: Desk, item: ItemState) -> bool:
    """The vote is opened. False: only its numbers are to come, and they have."""
    disputed = voting.disputed(item)
    subject = subject_of(desk.meeting, item, disputed[0] if disputed else "")
    if not subject.stands:
        desk.say(Words.NOTHING_TO_VOTE)
        raise Dropped
    yes, no = subject.yes, subject.no
    if len(subject.stands) > 2 and not desk.voice.yes(Words.pair(*(side_label(desk.meeting, item, s) for s in (yes, no))), Words.YES_OR_NO):
        sides = [(s, side_label(desk.meeting, item, s)) for s in subject.stands]
        yes = desk.choose(VoteWords.YES_MEANS, sides)
        no = desk.choose(VoteWords.NO_MEANS, [s for s in sides if s[0] != yes])
    yes_words, no_words = (meaning(desk.meeting, item, subject, side) for side in (yes, no))
    desk.say(Words.ja_means(yes_words, no_words))
    answer = desk.voice.ask_for(Words.START_VOTE, ("j", "s", "r", "n")).casefold()
    if answer[0] not in "jsr":
        raise Dropped
    asked_by = desk.voice.ask(Words.BY, desk.names())
    by = desk.persons(asked_by) if asked_by else ()
    opened = VoteOpened(at=desk.now, item=item.id, yes=yes_words, no=no_words, secret=answer[0] == "s", requested_by=by)
    desk.record(*subject.question(opened, yes, no), opened)
    if answer[0] == "r" and (current := desk.item.open_vote):
        _numbers(desk, current)
        return False
    return True


def _roll(desk: Desk, current: Vote) -> None:
    """One name at a time, the chair last; every vote is recorded as it is called."""
    desk.say(Words.VOTE_HELP)
    called = list(voting.roll(desk.meeting, desk.item, current))
    at = next((n for n, p in enumerate(called) if p not in current.cast), len(called))
    while at < len(called):
        person = called[at]
        answer = desk.voice.ask(Words.vote_of(at + 1, len(called), desk.meeting.label(person)), ("ja", "nej", "avstår")).casefold()
        if answer == "tillbaka":
            at = max(0, at - 1)
        elif answer in {"h", "hoppa"}:
            at += 1
        elif answer == "paus":
            desk.say(Words.VOTE_LEFT)
            return
        elif answer == "siffror":
            _numbers(desk, current)
            return
        elif answer.startswith("resten ") and (choice := _choice(answer[7:])):
            left = [p for p in called[at:] if p not in _cast(desk)]
            desk.record(*(VoteCast(at=desk.now, item=desk.item.id, person=p, choice=choice) for p in left), quiet=True)
            at = len(called)
        elif choice := _choice(answer):
            desk.record(VoteCast(at=desk.now, item=desk.item.id, person=person, choice=choice), quiet=True)
            at = next((n for n in range(at + 1, len(called)) if called[n] not in _cast(desk)), len(called))
        else:
            desk.say(Words.VOTE_HELP)
    missing = [p for p in called if p not in _cast(desk)]
    if missing:
        desk.say(VoteWords.missing(len(missing)))
    _close(desk, ())


def _cast(desk: Desk) -> dict[str, Choice]:
    current = desk.item.open_vote
    return dict(current.cast) if current else {}


def _choice(answer: str) -> Choice | None:
    answer = answer.strip()
    if answer in SHORT:
        return SHORT[answer]
    return next((c for c in get_args(Choice) if len(answer) > 1 and c.startswith(answer)), None)


def _numbers(desk: Desk, current: Vote) -> None:
    """The numbers of a closed vote, or of one whose names come later."""
    if current.counted is None:
        yes, no, abstain = (_number(desk, q) for q in (Words.COUNT_YES, Words.COUNT_NO, Words.COUNT_ABSTAIN))
        desk.record(VoteCounted(at=desk.now, item=desk.item.id, yes=yes, no=no, abstain=abstain), quiet=True)
    _close(desk, ())


def _number(desk: Desk, prompt: str) -> int:
    while (number := read_number(desk.voice.ask_for(prompt))) is None:
        desk.say(Words.NOT_A_NUMBER)
    return number


def _close(desk: Desk, counted: tuple[VoteCounted, ...]) -> None:
    """The sum, the chair's side or the lot in a tie, and the gavel of the vote."""
    current, item = desk.item.open_vote, desk.item
    if current is None:
        return
    found = voting.result(desk.meeting, item, current)
    desk.say(Words.tally(found.yes, found.no, found.abstain, len(voting.roll(desk.meeting, item, current))))
    casting: voting.Side = found.side if found.by == "utslagsröst" else ""
    if found.by == "utslagsröst":
        desk.say(VoteWords.TIE)
    lot = ""
    if found.by == "oavgjort":
        desk.say(VoteWords.CHAIR_MUST)
        casting = "ja" if desk.voice.ask_for(Words.CASTING, ("j", "n")).casefold().startswith("j") else "nej"
    elif found.by == "lottning" and (sides := lot_sides(item, current)):
        desk.say(VoteWords.TIE_LOT)
        lot = desk.choose(Words.LOT, [(s, side_label(desk.meeting, item, s)) for s in sides])
    if not desk.voice.yes(Words.CLOSE_VOTE, Words.YES_OR_NO):
        desk.say(Words.VOTE_LEFT)
        return
    desk.record(*closing(desk.session, item.id, current, counted, casting, lot))
