"""What follows when a vote is closed: the answer to its question, and the decision when nothing more is asked (R-405, R-707, R-713)."""

from __future__ import annotations

from dataclasses import replace

from sessions.events import PREPARED, Corrected, Decided, Event, QuestionAnswered, RecusalTried, VoteClosed
from sessions.meeting import ItemState, Vote
from sessions.procedure import after_vote, settlement
from sessions.session import Session
from sessions.voting import RECUSED, Side, alternative, question_of, recusal_tried


def lot_sides(item: ItemState, vote: Vote) -> tuple[str, ...]:
    """What the lot can fall on: the two alternatives of the question, if it has them and waits for its answer."""
    question = question_of(item, vote)
    sides = question.entry.event.alternatives if question and question.answer is None else ()
    return sides if len(sides) == 2 else ()


def recast(session: Session, item: ItemState, vote: Vote, side: Side) -> tuple[Event, ...]:
    """The chair's casting vote put right in a vote that is closed, with the answer and the decision that rested on it (R-708)."""
    at, asked = session.clock(), question_of(item, vote)
    if vote.closed is None or vote.closed.event.casting_vote == side:
        return ()
    made: list[Event] = [Corrected(at=at, seq=vote.closed.seq, event=replace(vote.closed.event, casting_vote=side))]
    winner = alternative(item, vote, side)
    if asked is None or asked.answer is None or not winner or asked.answer.event.winner == winner:
        return tuple(made)
    made.append(Corrected(at=at, seq=asked.answer.seq, event=replace(asked.answer.event, winner=winner)))
    after = session.log.tried(made).meeting.items[item.id]
    settled = settlement(after)
    if after.decision is not None and settled is not None:
        formal = settled.outcome not in {"bifall", "avslag"}
        won = "" if formal or settled.winner == PREPARED else settled.winner
        decided = replace(after.decision.event, outcome=settled.outcome, winner=won)
        made.append(Corrected(at=at, seq=after.decision.seq, event=decided))
    return tuple(made)


def closing(session: Session, item_id: str, vote: Vote, counted: tuple[Event, ...], casting: Side, lot: str) -> tuple[Event, ...]:
    """The closing of a vote and all that follows from it, without the numbers (`counted`), which stand before them."""
    closed = VoteClosed(at=session.clock(), item=item_id, casting_vote=casting)
    return (closed, *follows(session, item_id, vote, (*counted, closed), casting, lot))


def follows(session: Session, item_id: str, vote: Vote, closed: tuple[Event, ...], casting: str = "", lot: str = "") -> tuple[Event, ...]:
    """The events that come with the closing of a vote.

    `closed`: the numbers and the closing itself; `casting`: the chair's side in a tie; `lot`: the alternative that the
    lot fell on. Nothing follows while nothing settles it, or when the question has its answer already.
    """
    meeting = session.log.tried(closed).meeting
    item = meeting.items[item_id]
    asked = question_of(item, vote)
    if asked is None or asked.answer is not None or len(asked.entry.event.alternatives) < 2:
        return ()
    found = after_vote(meeting, item, item.vote(vote.id), casting=casting, lot=lot)
    if found is None or not found.winner:
        return ()
    at = session.clock()
    answer = QuestionAnswered(at=at, item=item_id, question=asked.id, winner=found.winner, by=found.by)
    if person := recusal_tried(item, vote):
        return (answer, RecusalTried(at=at, item=item_id, person=person, found=found.winner == RECUSED))
    settled = found.settlement
    if asked.entry.event.kind in {"motförslag", "jäv"} or settled is None:
        return (answer,)
    formal = settled.outcome not in {"bifall", "avslag"}
    motion = item.motion(settled.winner)
    decided = Decided(
        at=at,
        items=(item_id,),
        outcome=settled.outcome,
        winner="" if formal or settled.winner == PREPARED else settled.winner,
        to=item.item.proposed_by if settled.outcome == "återremitteras" else "",
        reason=motion.text if formal and motion else "",
    )
    return (answer, decided)
