"""How the chair put the questions, what was found, and how it was voted (R-615–R-622, R-703–R-716)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agendas.value import Value
from exports.swedish import after_att, begins_with_att, counted
from exports.words import Words
from sessions.attendance import chair, servers
from sessions.events import PREPARED_NAMES, Choice, MotionRefused, QuestionPut, Recorded
from sessions.meeting import ItemState, Motion, Question, Vote
from sessions.procedure import DECIDE_TODAY, REJECTION
from sessions.voting import RECUSED, carried_by_minority, main_votes
from sessions.voting import result as counted_as

APPROVAL = "bifall"
_MAJORITIES = {"två tredjedelar": "minst två tredjedelar av de närvarande", "alla": "att alla närvarande är ense"}
_ON_THE_MATTER = frozenset({"huvudfråga", "annan"})
FORMAL_VERBS = {"återremiss": "återremitteras", "bordläggning": "bordläggas", "remiss": "remitteras"}
"""What a formal motion wants to be done: `ärendet ska …`."""
FORMAL_DONE = {**FORMAL_VERBS, "bordläggning": "bordläggs"}
"""What is done when it has won: `ärendet …`."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class VoteSaid(Value):
    """One vote: what is said before the names, and the names by choice."""

    before: tuple[str, ...]
    groups: tuple[tuple[Choice, tuple[str, ...]], ...]
    """Those who voted so, as labels, the chair last; empty in a secret vote."""


Step = Question | Vote | Recorded[MotionRefused]


def steps(item: ItemState) -> tuple[Step, ...]:
    """Questions, what the chair refused to put, and votes as they came; the votes on somebody's jäv are told under jäv (R-405)."""
    found: list[tuple[int, Step]] = [(q.entry.seq, q) for q in item.questions]
    found += [(refused.seq, refused) for m in item.live_motions for refused in m.refused]
    found += [(v.entry.seq, v) for v in main_votes(item)]
    return tuple(step for _, step in sorted(found, key=lambda pair: pair[0]))


def put_said(words: Words, item: ItemState, step: Question | Recorded[MotionRefused]) -> str:
    """One step of how the questions were put: a question, or that the chair refused to put a motion (R-607)."""
    return question_said(words, item, step) if isinstance(step, Question) else refusal_said(words, item, step.event)


def refusal_said(words: Words, item: ItemState, event: MotionRefused) -> str:
    """`Ordföranden vägrar proposition på {namns} yrkande.`, and that the body decided otherwise (R-607)."""
    phrases, motion = words.style.phrases, words.proposal(item, event.motion)
    if event.overruled:
        return words.sentence(phrases.put_overruled, item, motion=motion)
    reason = words.say(phrases.put_refused_reason, item, reason=after_att(event.reason)) if event.reason.strip() else ""
    return words.sentence(phrases.put_refused, item, motion=motion, reason=reason)


# The chair's questions


def question_said(words: Words, item: ItemState, question: Question) -> str:
    """What the chair asked and found. Empty for a single unopposed proposal, which needs no beslutsgång (R-616)."""
    phrases, event = words.style.phrases, question.entry.event
    alternatives = event.alternatives
    if event.kind == "jäv":
        return ""  # told under jäv
    finding = ""
    found = question.finding or (question.answer if question.answer and question.answer.event.by == "acklamation" else None)
    if found:  # also when a vote was demanded on it
        finding = words.say(phrases.finding, item, finding=_finding(words, item, replace(question, answer=found), voted=False))
    order = words.sentence(phrases.put_order, item, order=f"{event.order.strip().rstrip('.')}.") if event.order.strip() else ""
    told = _points_need_telling(item, question)
    points = words.sentence(phrases.put_on_points, item, Points=words.points(event.points).capitalize()) if told else ""
    before = f"{order} {points}" if order else points
    if event.text:
        asked = event.text.strip()
        whether = asked.casefold().startswith("om ")
        question_put = f"{asked[0].lower()}{asked[1:].rstrip('.?')}" if whether else asked
        text = words.sentence(phrases.put_whether if whether else phrases.put_other, item, question=question_put, finding=finding)
    elif event.kind == "formell":
        text = _formal(words, item, question, finding)
    elif event.kind == "motförslag":
        main = _main_proposal(item, question)
        to = words.say(phrases.put_counter_to, item, main=words.proposal(item, main)) if main else ""
        one, other = _two(words, item, alternatives)
        text = words.sentence(phrases.put_counter, item, main=to, one=one, other=other, finding=finding)
    elif event.kind == "tillägg":
        motion = words.proposal(item, next((a for a in alternatives if a != REJECTION), ""))
        text = words.sentence(phrases.put_addition, item, motion=motion, finding=finding)
    elif len(alternatives) < 2 and event.form != "bifall eller avslag":
        return ""
    elif event.form == "bifall eller avslag":
        text = words.sentence(phrases.put_approval, item, finding=finding)
    elif len(alternatives) == 2:
        one, other = _two(words, item, alternatives)
        text = words.sentence(phrases.put_two, item, one=one, other=other, finding=finding)
    else:
        text = words.sentence(phrases.put_each, item, finding=finding)
    lot = ""
    if question.answer and question.answer.event.by == "lottning":
        lot = words.sentence(phrases.vote_lot, item, winner=words.proposal(item, question.answer.event.winner))
    return " ".join(filter(None, (f"{before}{text}", lot)))


def _points_need_telling(item: ItemState, question: Question) -> bool:
    """Whether a question on some points must say which: not when it is the only one and its motion says them already (R-622)."""
    event = question.entry.event
    if not event.points or event.form == "bifall eller avslag" or event.text:
        return bool(event.points)
    beside = any(q.entry.event.kind in _ON_THE_MATTER and q.entry.event.points != event.points for q in item.questions)
    motions = [m for a in event.alternatives if (m := item.motion(a))]
    return beside or not motions or any(set(m.entry.event.points) != set(event.points) for m in motions)


def _formal(words: Words, item: ItemState, question: Question, finding: str) -> str:
    phrases = words.style.phrases
    motion = _formal_motion(item, question.entry.event)
    verb = FORMAL_VERBS.get(motion.entry.event.kind, "") if motion else ""
    if motion and not verb:  # ajournering: approved or not, the item goes on
        return words.sentence(phrases.put_addition, item, motion=words.motion(item, motion), finding=finding)
    more = any(q.entry.seq > question.entry.seq for q in item.questions)
    first = words.say(phrases.put_formal_first, item) if more else ""
    what = subject(words, item, motion)
    return words.sentence(phrases.put_formal, item, first=first, what=what, formal=verb or "bordläggas", finding=finding)


def _formal_motion(item: ItemState, event: QuestionPut) -> Motion | None:
    return next((m for a in event.alternatives if (m := item.motion(a))), None)


def subject(words: Words, item: ItemState, motion: Motion | None) -> str:
    """What a formal motion is about: the whole item, some points, or a named part of it."""
    phrases = words.style.phrases
    whole = words.say(phrases.the_item, item)
    if motion and motion.entry.event.points:
        return words.points(motion.entry.event.points)
    part = motion.entry.event.part if motion else ""
    return words.say(phrases.on_part, item, part=part, target=whole) if part else whole


def _two(words: Words, item: ItemState, alternatives: tuple[str, ...]) -> tuple[str, str]:
    shown = [words.proposal(item, a) for a in alternatives]
    return shown[0] if shown else "", shown[1] if len(shown) > 1 else ""


def _main_proposal(item: ItemState, question: Question) -> str:
    """The proposal that a counter-proposal is chosen to: what the chair found, else the one that only the main question has."""
    main = [q for q in item.questions if q.entry.event.kind == "huvudfråga"]
    before = [q for q in main if q.entry.seq < question.entry.seq and q.answer]
    if before and before[-1].answer:
        return before[-1].answer.event.winner
    here = set(question.entry.event.alternatives)
    return next((a for q in main for a in q.entry.event.alternatives if a not in here), "")


def _finding(words: Words, item: ItemState, question: Question, *, voted: bool) -> str:
    """What was found, with the verb where the sentence wants it: `nämnden beslutar enligt …`, `beslutar nämnden enligt …`."""
    phrases, event = words.style.phrases, question.entry.event
    winner = question.answer.event.winner if question.answer else ""
    motion = item.motion(winner)
    kind = motion.entry.event.kind if motion else ""
    named = words.proposal(item, winner)
    if event.kind == "jäv":
        return words.say(phrases.voted_recused if winner == RECUSED else phrases.voted_not_recused, item)
    formal = _formal_motion(item, event)
    adjourns = formal is not None and event.kind == "formell" and formal.entry.event.kind not in FORMAL_VERBS
    if winner == DECIDE_TODAY and not adjourns:
        return words.say(phrases.voted_today if voted else phrases.finds_today, item, what=subject(words, item, formal))
    if event.kind == "motförslag":
        return words.say(phrases.voted_counter if voted else phrases.finds_counter, item, winner=named)
    if event.kind in {"tillägg", "formell"}:
        if verb := FORMAL_VERBS.get(kind, ""):
            return words.say(phrases.voted_formal if voted else phrases.finds_formal, item, what=subject(words, item, motion), formal=verb)
        about = next((a for a in event.alternatives if a not in {REJECTION, DECIDE_TODAY}), "")
        if winner in {REJECTION, DECIDE_TODAY}:
            return words.say(phrases.voted_refused if voted else phrases.finds_refused, item, winner=words.proposal(item, about))
        return words.say(phrases.voted_approved if voted else phrases.finds_approved, item, winner=words.proposal(item, about))
    if kind == REJECTION or winner == REJECTION:
        rejected = words.prepared(item)
        if event.points:
            rejected = words.say(phrases.on_points, item, points=words.points(event.points), target=rejected)
        if item.proposes:
            return words.say(phrases.voted_proposes_rejection if voted else phrases.finds_proposes_rejection, item, winner=rejected)
        return words.say(phrases.voted_rejection if voted else phrases.finds_rejection, item, winner=rejected)
    if winner == APPROVAL:
        named = words.prepared(item)
    elif winner not in PREPARED_NAMES and motion is None and begins_with_att(winner):
        return words.say(phrases.voted_that if voted else phrases.finds_that, item, winner=winner.strip().rstrip("."))
    elif winner not in PREPARED_NAMES and motion is None:
        return words.say(phrases.voted_other if voted else phrases.finds_other, item, winner=winner)
    return words.say(phrases.voted_winner if voted else phrases.finds_winner, item, winner=named)


# Votes


def vote_said(words: Words, item: ItemState, vote: Vote) -> VoteSaid:
    """One vote as R-716 wants it told."""
    phrases, event = words.style.phrases, vote.entry.event
    asked = (
        words.sentence(phrases.vote_requested_by, item, person=words.people(event.requested_by))
        if event.requested_by
        else words.sentence(phrases.vote_requested, item)
    )
    before = [asked, words.sentence(phrases.vote_order, item)]
    yes, no = vote_meaning(words, item, event.yes), vote_meaning(words, item, event.no)
    if phrases.vote_both:
        before.append(words.sentence(phrases.vote_both, item, yes=yes, no=no))
    else:
        before += [words.sentence(phrases.vote_yes, item, meaning=yes), words.sentence(phrases.vote_no, item, meaning=no)]
    if event.majority:
        before.append(words.sentence(phrases.vote_majority, item, majority=_MAJORITIES[event.majority]))
    if event.secret:
        before.append(words.sentence(phrases.vote_secret, item))
    if vote.closed is not None:
        before.append(_result(words, item, vote))
    return VoteSaid(tuple(filter(None, before)), () if event.secret else _groups(words, item, vote))


def vote_meaning(words: Words, item: ItemState, meaning: str) -> str:
    """What a vote means, in words: as typed, or from the proposal or the formal side that it names."""
    phrases = words.style.phrases
    if meaning == DECIDE_TODAY:
        return f"att {words.say(phrases.finds_today, item, what=words.say(phrases.the_item, item))}"
    motion = item.motion(meaning)
    if motion and motion.entry.event.kind in FORMAL_VERBS:
        verb = FORMAL_VERBS[motion.entry.event.kind]
        return f"att {words.say(phrases.finds_formal, item, what=subject(words, item, motion), formal=verb)}"
    if meaning in {APPROVAL, REJECTION}:
        return words.say(phrases.vote_for if meaning == APPROVAL else phrases.vote_against, item, target=words.prepared(item))
    if motion and motion.entry.event.kind == REJECTION:
        return words.say(phrases.vote_against, item, target=words.proposal(item, motion.entry.event.target))
    if motion or meaning in PREPARED_NAMES:
        return words.say(phrases.vote_for, item, target=words.proposal(item, meaning))
    return meaning.strip().rstrip(".")


def _result(words: Words, item: ItemState, vote: Vote) -> str:
    phrases = words.style.phrases
    yes, no, abstain = vote.count("ja"), vote.count("nej"), vote.count("avstår")
    told = counted(abstain, "ledamot som avstår", "ledamöter som avstår")
    minority = carried_by_minority(item, vote)
    result = words.sentence(
        phrases.vote_minority if minority else phrases.vote_result,
        item,
        yes=counted(yes, "ja-röst", "ja-röster"),
        no=counted(no, "nej-röst", "nej-röster"),
        abstain=words.say(phrases.vote_abstain, item, abstain=told) if abstain else "",
        finding=_outcome(words, item, vote),
    )
    by = counted_as(words.meeting, item, vote).by
    return f"{result} {words.sentence(phrases.vote_tie, item)}" if by == "utslagsröst" else result


def _outcome(words: Words, item: ItemState, vote: Vote) -> str:
    """What the vote decided: the answer of its question, or the side that has more votes."""
    question = next((q for q in item.questions if q.id == vote.entry.event.question), None)
    if question and question.answer:
        return _finding(words, item, question, voted=True)
    side = counted_as(words.meeting, item, vote).side
    meaning = vote.entry.event.yes if side == "ja" else vote.entry.event.no
    return words.say(words.style.phrases.voted_other, item, winner=vote_meaning(words, item, meaning))


def _groups(words: Words, item: ItemState, vote: Vote) -> tuple[tuple[Choice, tuple[str, ...]], ...]:
    """The names by choice, in the order of the list with the chair last (R-704); those who left the list since come at the end."""
    leader = chair(words.meeting, item)
    listed = [s.person for s in servers(words.meeting, item)]
    order = [p for p in dict.fromkeys((*listed, *vote.cast)) if p in vote.cast]
    if words.meeting.rules.chair_votes_last and leader in order:
        order = [*(p for p in order if p != leader), leader]
    choices: tuple[Choice, ...] = ("ja", "nej", "avstår")
    found = ((choice, tuple(words.meeting.label(p) for p in order if vote.cast[p] == choice)) for choice in choices)
    return tuple((choice, names) for choice, names in found if names)
