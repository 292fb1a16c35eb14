"""One event at a time onto the meeting: `apply(meeting, entry)`. It never asks the time and cannot fail.

What an event means is decided here and nowhere else. Whether it fits is asked of `refusals.why_not` before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from agendas.model import Agenda, Item, Person, Point, SubItem
from sessions import events as ev
from sessions.attendance import place_now, present
from sessions.events import Event, Placed, Recorded
from sessions.meeting import (
    Adjournment,
    Chairing,
    Episode,
    ItemPhase,
    ItemState,
    Mark,
    Meeting,
    Motion,
    Question,
    Reservation,
    Seating,
    Speech,
    Statement,
    Stay,
    Vote,
    next_paragraphs,
    takes_paragraph,
)
from sessions.replacing import replace
from sessions.voting import expected

T = TypeVar("T")
Change = Callable[[Meeting, Recorded[Any]], Meeting]


def begin(agenda: Agenda) -> Meeting:
    """The meeting before anything was recorded."""
    items = {x.id: ItemState(x, phase="utgått" if x.withdrawn else "planerat") for x in agenda.items}
    return Meeting(
        agenda=agenda, plan=agenda.meeting, people={p.id: p for p in agenda.people}, items=items, order=tuple(x.id for x in agenda.items)
    )


def apply(meeting: Meeting, entry: Recorded[Any]) -> Meeting:
    """The meeting after one more event."""
    event = entry.event
    changed = _CHANGES[type(event)](meeting, entry)
    if type(event) not in _FACTS:
        return changed
    name = type(event).__name__
    told = {i: replace(x, newest={**x.newest, name: entry.seq}) for i in items_meant(meeting, event) if (x := changed.items.get(i))}
    return replace(changed, items={**changed.items, **told})


_NO_FACTS = (ev.TextWritten, ev.PrivateNoteWritten, ev.VoteCast, ev.SpeakerQueued, ev.SpeakerStarted, ev.SpeakerStopped, ev.SpeakerDropped)
"""What no generated text rests on, or (a single vote) only together with what follows it."""


# What several changes need


def _with_item(meeting: Meeting, item: ItemState, /, *, seq: int = 0, **changes: Any) -> Meeting:
    """The meeting with that item, and these fields of it changed. `seq`: the fact that it is changed by."""
    if seq:
        changes["last_seq"] = seq
    return replace(meeting, items={**meeting.items, item.item.id: replace(item, **changes) if changes else item})


def items_meant(meeting: Meeting, event: Event) -> tuple[str, ...]:
    """The items that an event is about: those it names, else the open ones, else the one last handled."""
    if isinstance(event, ev.AboutItem):
        return (event.item,) if event.item else meeting.current[:1]
    return event.items if isinstance(event, ev.AboutItems) and event.items else meeting.current


def _item_meant(meeting: Meeting, event: ev.AboutItem) -> ItemState:
    return meeting.items[event.item or meeting.current[0]]


def _listed(name: str) -> Change:
    """The change of an event that is one more in a list of its item."""

    def change(m: Meeting, e: Recorded[Any]) -> Meeting:
        item = _item_meant(m, e.event)
        return _with_item(m, item, seq=e.seq, **{name: (*getattr(item, name), e)})

    return change


def _mark(meeting: Meeting, event: Placed) -> Mark:
    if event.before:
        return Mark(event.happened, 0, "before", event.before)
    if event.during:
        return Mark(event.happened, 0, "during", event.during)
    if event.after:
        return Mark(event.happened, 0, "after", event.after)
    return Mark(event.happened, place_now(meeting))


def _added(mapping: Mapping[str, T], key: str, value: T) -> dict[str, T]:
    return {**mapping, key: value}


def _without(mapping: Mapping[str, T], key: str) -> dict[str, T]:
    return {k: v for k, v in mapping.items() if k != key}


def _ended(meeting: Meeting, event: Any) -> tuple[Episode, ...]:
    """The episodes with the last one ended, if it was not."""
    if not meeting.episodes or meeting.episodes[-1].ended is not None:
        return meeting.episodes
    return (*meeting.episodes[:-1], replace(meeting.episodes[-1], ended=event.happened))


# The meeting


def _meeting_opened(m: Meeting, e: Recorded[ev.MeetingOpened]) -> Meeting:
    return replace(m, phase="öppnat", opened=e.event.happened)


def _meeting_adjourned(m: Meeting, e: Recorded[ev.MeetingAdjourned]) -> Meeting:
    during = m.open_items[0].id if m.open_items else ""
    pause = Adjournment(e.event.happened, None, e.event.reason, during, e.event.until)
    return replace(m, phase="ajournerat", adjournments=(*m.adjournments, pause))


def _meeting_resumed(m: Meeting, e: Recorded[ev.MeetingResumed | ev.MeetingClosed]) -> Meeting:
    pauses = (*m.adjournments[:-1], replace(m.adjournments[-1], end=e.event.happened))
    return replace(m, phase="öppnat", adjournments=pauses)


def _meeting_closed(m: Meeting, e: Recorded[ev.MeetingClosed]) -> Meeting:
    if m.phase == "ajournerat":
        m = _meeting_resumed(m, e)
    m = _leave_open_items(m)
    return replace(m, phase="avslutat", closed=e.event.happened, episodes=_ended(m, e.event))


def _meeting_reopened(m: Meeting, e: Recorded[ev.MeetingReopened]) -> Meeting:
    return replace(m, phase="öppnat", closed=None)


def _meeting_amended(m: Meeting, e: Recorded[ev.MeetingAmended]) -> Meeting:
    return replace(m, plan=replace(m.plan, **{e.event.field: _frozen(e.event.value)}))


def _frozen(value: Any) -> Any:
    return tuple(_frozen(v) for v in value) if isinstance(value, (list, tuple)) else value


# People


def _person_arrived(m: Meeting, e: Recorded[ev.PersonArrived]) -> Meeting:
    mark = _mark(m, e.event)
    stays = m.stays.get(e.event.person, ())
    if stays and stays[-1].end is None:  # from the room to the link or back
        stays = (*stays[:-1], replace(stays[-1], end=mark))
    stay = Stay(mark, None, e.event.remote, serves=e.event.serves, seq=e.seq)
    return replace(
        m,
        stays=_added(m.stays, e.event.person, (*stays, stay)),
        expected=_without(m.expected, e.event.person) if e.event.person in m.expected else m.expected,
        excused=m.excused - {e.event.person},
    )


def _person_left(m: Meeting, e: Recorded[ev.PersonLeft]) -> Meeting:
    stays = m.stays[e.event.person]
    if m.opened is None:  # at the roll call, before the gavel: as if never there
        earlier = {p: known for p, known in m.stays.items() if p != e.event.person}
        return replace(m, stays=_added(earlier, e.event.person, stays[:-1]) if stays[1:] else earlier)
    ended = replace(stays[-1], end=_mark(m, e.event), lost_link=e.event.lost_link)
    return replace(m, stays=_added(m.stays, e.event.person, (*stays[:-1], ended)))


def _person_expected(m: Meeting, e: Recorded[ev.PersonExpected]) -> Meeting:
    return replace(m, expected=_added(m.expected, e.event.person, e.event.note), excused=m.excused - {e.event.person})


def _person_excused(m: Meeting, e: Recorded[ev.PersonExcused]) -> Meeting:
    return replace(m, expected=_without(m.expected, e.event.person), excused=m.excused | {e.event.person})


def _person_added(m: Meeting, e: Recorded[ev.PersonAdded]) -> Meeting:
    x = e.event
    person = Person(id=x.person, name=x.name, role=x.role, party=x.party, title=x.title, organisation=x.organisation)
    return replace(m, people=_added(m.people, person.id, person))


def _person_amended(m: Meeting, e: Recorded[ev.PersonAmended]) -> Meeting:
    changed = replace(m.people[e.event.person], **{e.event.field: e.event.value})
    return replace(m, people=_added(m.people, changed.id, changed))


def _substitute_seated(m: Meeting, e: Recorded[ev.SubstituteSeated]) -> Meeting:
    return replace(m, seatings=(*m.seatings, Seating(e, _mark(m, e.event))))


def _substitute_unseated(m: Meeting, e: Recorded[ev.SubstituteUnseated]) -> Meeting:
    mark = _mark(m, e.event)
    return replace(
        m,
        seatings=tuple(
            replace(s, end=mark) if s.entry.event.substitute == e.event.substitute and s.end is None and not s.entry.event.items else s
            for s in m.seatings
        ),
    )


def _chair_taken(m: Meeting, e: Recorded[ev.ChairTaken]) -> Meeting:
    return replace(m, chairings=(*m.chairings, Chairing(e, _mark(m, e.event))))


# The agenda


def _item_added(m: Meeting, e: Recorded[ev.ItemAdded]) -> Meeting:
    x = e.event
    item = Item(
        id=x.item,
        title=x.title,
        kind=x.kind,
        reference=x.reference,
        proposal=x.proposal,
        proposed_by=x.proposed_by,
        summary=x.summary,
        decided_by=x.decided_by,
        presenters=x.presenters,
        recipients=x.recipients,
        minutes=x.minutes,
        secrecy=x.secrecy,
    )
    at = m.order.index(x.after) + 1 if x.after in m.order else len(m.order)
    state = ItemState(item, added=True, raised_by=x.by, last_seq=e.seq)
    return replace(m, items=_added(m.items, item.id, state), order=(*m.order[:at], item.id, *m.order[at:]))


def _item_withdrawn(m: Meeting, e: Recorded[ev.ItemWithdrawn]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, seq=e.seq, phase="utgått")


def _item_moved(m: Meeting, e: Recorded[ev.ItemMoved]) -> Meeting:
    rest = tuple(i for i in m.order if i != e.event.item)
    at = rest.index(e.event.before) if e.event.before in rest else len(rest)
    return replace(m, order=(*rest[:at], e.event.item, *rest[at:]))


def _item_amended(m: Meeting, e: Recorded[ev.ItemAmended]) -> Meeting:
    item = _item_meant(m, e.event)
    value: Any = e.event.value
    if e.event.field == "subitems":
        value = tuple(SubItem(**v) if isinstance(v, dict) else v for v in value)
    elif e.event.field == "proposal" and not isinstance(value, str):
        value = tuple(Point(**v) if isinstance(v, dict) else v for v in value)
    return _with_item(m, item, seq=e.seq, item=replace(item.item, **{e.event.field: _frozen(value)}))


# An item


def _leave_open_items(m: Meeting) -> Meeting:
    for item in m.open_items:
        m = _with_item(m, item, phase="lämnat")
    return m


def _begin_episode(m: Meeting, e: Recorded[Any], items: tuple[str, ...], phase: ItemPhase) -> Meeting:
    m = _leave_open_items(m)
    number = len(m.episodes)
    changed = dict(m.items)
    for i in items:
        changed[i] = replace(changed[i], phase=phase, episodes=(*changed[i].episodes, number), last_seq=e.seq)
    episodes = (*_ended(m, e.event), Episode(items, e.event.happened))
    return replace(m, items=changed, episodes=episodes, current=items)


def _item_opened(m: Meeting, e: Recorded[ev.ItemOpened]) -> Meeting:
    numbers = iter(e.event.paragraphs or next_paragraphs(m, e.event.items))
    given = {i: next(numbers, None) for i in e.event.items if takes_paragraph(m.items[i].item, m.rules)}
    m = _begin_episode(m, e, e.event.items, "öppet")
    return replace(m, items={**m.items, **{i: replace(m.items[i], paragraph=n) for i, n in given.items()}})


def _item_reopened(m: Meeting, e: Recorded[ev.ItemReopened]) -> Meeting:
    item = _item_meant(m, e.event)
    earlier = (*item.earlier_decisions, item.decision) if item.decision else item.earlier_decisions
    m = _with_item(m, item, decision=None, earlier_decisions=earlier, decided_in=None, debate_closed=None)
    return _begin_episode(m, e, (item.id,), "öppet")


def _item_left(m: Meeting, e: Recorded[ev.ItemLeft]) -> Meeting:
    item = _item_meant(m, e.event)
    return replace(_with_item(m, item, seq=e.seq, phase="lämnat"), episodes=_ended(m, e.event))


def _item_numbered(m: Meeting, e: Recorded[ev.ItemNumbered]) -> Meeting:
    return _with_item(m, _item_meant(m, e.event), paragraph=e.event.paragraph)


def _debate_closed(m: Meeting, e: Recorded[ev.DebateClosed]) -> Meeting:
    return _with_item(m, _item_meant(m, e.event), seq=e.seq, debate_closed=e)


# Text


def _text_written(m: Meeting, e: Recorded[ev.TextWritten]) -> Meeting:
    item = _item_meant(m, e.event)
    if e.event.text.strip():
        texts, seqs = _added(item.texts, e.event.section, e.event.text), _added(item.text_seqs, e.event.section, e.seq)
    else:
        texts, seqs = _without(item.texts, e.event.section), _without(item.text_seqs, e.event.section)
    return _with_item(m, item, texts=texts, text_seqs=seqs)


def _private_note_written(m: Meeting, e: Recorded[ev.PrivateNoteWritten]) -> Meeting:
    return _with_item(m, _item_meant(m, e.event), private_note=e.event.text)


def _appendix_added(m: Meeting, e: Recorded[ev.AppendixAdded]) -> Meeting:
    return replace(m, appendices=(*m.appendices, e))


# Exclusion


def _member_recused(m: Meeting, e: Recorded[ev.MemberRecused]) -> Meeting:
    for i in items_meant(m, e.event):
        m = _with_item(m, m.items[i], seq=e.seq, recusals=(*m.items[i].recusals, e))
    return m


# Motions, questions, votes


def _motion_moved(m: Meeting, e: Recorded[ev.MotionMoved]) -> Meeting:
    item = _item_meant(m, e.event)
    motion = Motion(e.event.motion, e, supporters=e.event.supporters)
    return _with_item(m, item, seq=e.seq, motions=(*item.motions, motion))


def _change_motion(item: ItemState, motion_id: str, change: Callable[[Motion], Motion]) -> ItemState:
    return replace(item, motions=tuple(change(x) if x.id == motion_id else x for x in item.motions))


def _motion_supported(m: Meeting, e: Recorded[ev.MotionSupported]) -> Meeting:
    def joined(motion: Motion) -> Motion:
        return replace(motion, supporters=tuple(dict.fromkeys((*motion.supporters, *e.event.persons))))

    return _with_item(m, _change_motion(_item_meant(m, e.event), e.event.motion, joined), seq=e.seq)


def _motion_withdrawn(m: Meeting, e: Recorded[ev.MotionWithdrawn]) -> Meeting:
    return _with_item(m, _change_motion(_item_meant(m, e.event), e.event.motion, lambda x: replace(x, withdrawn=True)), seq=e.seq)


def _motion_refused(m: Meeting, e: Recorded[ev.MotionRefused]) -> Meeting:
    refused = _change_motion(_item_meant(m, e.event), e.event.motion, lambda x: replace(x, refused=(*x.refused, e)))
    return _with_item(m, refused, seq=e.seq)


def _question_put(m: Meeting, e: Recorded[ev.QuestionPut]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, seq=e.seq, questions=(*item.questions, Question(e.event.question, e)))


def _question_answered(m: Meeting, e: Recorded[ev.QuestionAnswered]) -> Meeting:
    item = _item_meant(m, e.event)
    asked = e.event.question or (item.questions[-1].id if item.questions else "")
    answered = tuple(_answered(q, e) if q.id == asked else q for q in item.questions)
    return _with_item(m, item, seq=e.seq, questions=answered)


def _answered(question: Question, e: Recorded[ev.QuestionAnswered]) -> Question:
    """The question with its answer; a finding by acclamation that a vote has tried stays beside it (R-623)."""
    found = question.answer if question.answer and question.answer.event.by == "acklamation" else question.finding
    return replace(question, answer=e, finding=found if e.event.by != "acklamation" else None)


def _vote_opened(m: Meeting, e: Recorded[ev.VoteOpened]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, seq=e.seq, votes=(*item.votes, Vote(e, e.event.vote or f"vote-{len(item.votes) + 1}")))


def _change_vote(m: Meeting, e: Recorded[Any], change: Callable[[Vote], Vote]) -> Meeting:
    item = _item_meant(m, e.event)
    meant = item.vote(getattr(e.event, "vote", ""))
    return _with_item(m, item, seq=e.seq, votes=tuple(change(v) if v is meant else v for v in item.votes))


def _vote_cast(m: Meeting, e: Recorded[ev.VoteCast]) -> Meeting:
    return _change_vote(m, e, lambda v: replace(v, cast=_added(v.cast, e.event.person, e.event.choice)))


def _vote_counted(m: Meeting, e: Recorded[ev.VoteCounted]) -> Meeting:
    return _change_vote(m, e, lambda v: replace(v, counted=e.event))


def _vote_closed(m: Meeting, e: Recorded[ev.VoteClosed]) -> Meeting:
    item = _item_meant(m, e.event)
    there = len(present(m, item))
    return _change_vote(m, e, lambda v: replace(v, closed=e, expected=expected(m, item, v), present=there, heard=v.cast))


# Outcome


def _decided(m: Meeting, e: Recorded[ev.Decided]) -> Meeting:
    items = items_meant(m, e.event)
    changed = dict(m.items)
    for i in items:
        changed[i] = replace(changed[i], phase="beslutat", decision=e, decided_in=changed[i].episodes[-1], last_seq=e.seq)
    m = replace(m, items=changed)
    return m if m.open_items else replace(m, episodes=_ended(m, e.event))


def _immediately_approved(m: Meeting, e: Recorded[ev.ImmediatelyApproved]) -> Meeting:
    for i in items_meant(m, e.event):
        m = _with_item(m, m.items[i], seq=e.seq, immediately_approved=e)
    return m


# Afterthoughts


def _reservation_made(m: Meeting, e: Recorded[ev.ReservationMade]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, seq=e.seq, reservations=(*item.reservations, Reservation(e.event.reservation, e)))


def _statement_made(m: Meeting, e: Recorded[ev.StatementMade]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, seq=e.seq, statements=(*item.statements, Statement(e.event.statement, e)))


def _late_text_received(m: Meeting, e: Recorded[ev.LateTextReceived]) -> Meeting:
    item, of, text = _item_meant(m, e.event), e.event.of, e.event.text
    return _with_item(
        m,
        item,
        seq=e.seq,
        motions=tuple(replace(x, late_text=text) if x.id == of else x for x in item.motions),
        reservations=tuple(replace(x, late_text=text) if x.id == of else x for x in item.reservations),
        statements=tuple(replace(x, late_text=text) if x.id == of else x for x in item.statements),
    )


# Speakers


def _speaker_queued(m: Meeting, e: Recorded[ev.SpeakerQueued]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, queue=(*item.queue, (e.event.person, e.event.kind)))


def _speaker_started(m: Meeting, e: Recorded[ev.SpeakerStarted]) -> Meeting:
    item = _item_meant(m, e.event)
    ended = _ended_speech(item, e.event.happened)
    queue = list(item.queue)
    waits = [i for i, (person, _) in enumerate(queue) if person == e.event.person] if queue else []
    first = next((i for i in waits if queue[i][1] == e.event.kind), waits[0] if waits else None)
    if first is not None:
        queue.pop(first)
    speech = Speech(e.event.person, e.event.kind, e.event.happened)
    return _with_item(m, item, queue=tuple(queue), speeches=(*ended, speech))


def _speaker_stopped(m: Meeting, e: Recorded[ev.SpeakerStopped]) -> Meeting:
    item = _item_meant(m, e.event)
    if not item.speeches or item.speeches[-1].person != e.event.person:
        return m
    return _with_item(m, item, speeches=_ended_speech(item, e.event.happened))


def _ended_speech(item: ItemState, when: datetime) -> tuple[Speech, ...]:
    """The turns at the floor with the last one ended, if it was not; those before it were when it began."""
    if not item.speeches or item.speeches[-1].end is not None:
        return item.speeches
    return (*item.speeches[:-1], replace(item.speeches[-1], end=when))


def _speaker_dropped(m: Meeting, e: Recorded[ev.SpeakerDropped]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, queue=tuple(q for q in item.queue if q[0] != e.event.person))


# Afterwards


def _approvers_chosen(m: Meeting, e: Recorded[ev.ApproversChosen]) -> Meeting:
    return replace(m, approvers=(*m.approvers, e))


def _approved(m: Meeting, e: Recorded[ev.Approved]) -> Meeting:
    items = e.event.items or tuple(m.items)
    changed = {i: replace(m.items[i], approved=m.items[i].approved or e.event.date) for i in items}
    return replace(m, items={**m.items, **changed}, approved=m.approved if e.event.items else e)


def _notice_posted(m: Meeting, e: Recorded[ev.NoticePosted]) -> Meeting:
    return replace(m, notice=e)


def _dispatched(m: Meeting, e: Recorded[ev.Dispatched]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, dispatched=(*item.dispatched, e))


def _rectified(m: Meeting, e: Recorded[ev.Rectified]) -> Meeting:
    item = _item_meant(m, e.event)
    return _with_item(m, item, rectified=(*item.rectified, e))


def _of_the_log(m: Meeting, e: Recorded[Any]) -> Meeting:
    """Undone and Corrected change what is read of the log (`log.py`), not the meeting."""
    return m


_CHANGES: dict[type[Event], Change] = {
    ev.MeetingOpened: _meeting_opened,
    ev.MeetingAdjourned: _meeting_adjourned,
    ev.MeetingResumed: _meeting_resumed,
    ev.MeetingClosed: _meeting_closed,
    ev.MeetingReopened: _meeting_reopened,
    ev.MeetingAmended: _meeting_amended,
    ev.PersonArrived: _person_arrived,
    ev.PersonLeft: _person_left,
    ev.PersonExpected: _person_expected,
    ev.PersonExcused: _person_excused,
    ev.PersonAdded: _person_added,
    ev.PersonAmended: _person_amended,
    ev.SubstituteSeated: _substitute_seated,
    ev.SubstituteUnseated: _substitute_unseated,
    ev.ChairTaken: _chair_taken,
    ev.ItemAdded: _item_added,
    ev.ItemWithdrawn: _item_withdrawn,
    ev.ItemMoved: _item_moved,
    ev.ItemAmended: _item_amended,
    ev.ItemOpened: _item_opened,
    ev.ItemReopened: _item_reopened,
    ev.ItemLeft: _item_left,
    ev.ItemNumbered: _item_numbered,
    ev.DebateClosed: _debate_closed,
    ev.DoorsClosed: _listed("doors"),
    ev.DoorsOpened: _listed("doors"),
    ev.TextWritten: _text_written,
    ev.PrivateNoteWritten: _private_note_written,
    ev.AppendixAdded: _appendix_added,
    ev.MemberRecused: _member_recused,
    ev.RecusalTried: _listed("trials"),
    ev.MemberAbstained: _listed("abstentions"),
    ev.MemberAway: _listed("away"),
    ev.MotionMoved: _motion_moved,
    ev.MotionSupported: _motion_supported,
    ev.MotionWithdrawn: _motion_withdrawn,
    ev.MotionRefused: _motion_refused,
    ev.QuestionPut: _question_put,
    ev.QuestionAnswered: _question_answered,
    ev.VoteOpened: _vote_opened,
    ev.VoteCast: _vote_cast,
    ev.VoteCounted: _vote_counted,
    ev.VoteClosed: _vote_closed,
    ev.Decided: _decided,
    ev.ImmediatelyApproved: _immediately_approved,
    ev.Elected: _listed("elected"),
    ev.Resigned: _listed("resigned"),
    ev.ProportionalDemanded: _listed("proportional"),
    ev.AnswerGiven: _listed("answers_given"),
    ev.UrgentDecisionReported: _listed("urgent"),
    ev.ReservationMade: _reservation_made,
    ev.StatementMade: _statement_made,
    ev.LateTextReceived: _late_text_received,
    ev.SpeakerQueued: _speaker_queued,
    ev.SpeakerStarted: _speaker_started,
    ev.SpeakerStopped: _speaker_stopped,
    ev.SpeakerDropped: _speaker_dropped,
    ev.ApproversChosen: _approvers_chosen,
    ev.Approved: _approved,
    ev.NoticePosted: _notice_posted,
    ev.Dispatched: _dispatched,
    ev.Rectified: _rectified,
    ev.Undone: _of_the_log,
    ev.Corrected: _of_the_log,
}
_FACTS = frozenset(kind for kind in _CHANGES if issubclass(kind, (ev.AboutItem, ev.AboutItems)) and not issubclass(kind, _NO_FACTS))
