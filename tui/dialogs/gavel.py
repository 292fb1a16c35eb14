"""The events of a gavel: what the fields of F5 come to when it falls, new or corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from agendas.value import Value
from sessions.events import Decided, Event, ImmediatelyApproved, ItemOpened, QuestionAnswered, QuestionPut
from sessions.meeting import ItemState, Meeting
from sessions.procedure import ProposedQuestion, Settlement, additions, next_question, settlement
from sessions.session import Session
from tui.dialogs.ways import Way


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Gavel(Value):
    """What was said when the gavel fell. `at`, `when`: when it was recorded, and when it happened if that is another time."""

    at: datetime
    when: datetime | None
    words: str = ""
    own: str = ""
    to: str = ""
    reason: str = ""
    others: tuple[str, ...] = ()
    """Further items that fall with the same gavel."""
    immediate: bool = False
    proposing: bool | None = None

    def after(self, session: Session, item: ItemState, question: ProposedQuestion | None, way: Way, order: str = "") -> list[Event]:
        """The chair's question that the way answers, if any, and the gavel when nothing more is asked. `order`: as for `answered`."""
        made: list[Event] = []
        decided: Settlement | None = Settlement(way.outcome, way.winner or "")
        alone = question is not None and question.single and settlement(item) is not None and not additions(item)
        if question is not None and way.winner is not None and way.key.isdigit() and not alone:
            made = answered(self.at, item.id, question, way.winner, order)
            after = session.log.tried(made).meeting
            decided = None if next_question(after, after.items[item.id]) else settlement(after.items[item.id])
        return made if decided is None else [*made, *self.struck(session.ahead, item, way, decided)]

    def struck(self, meeting: Meeting, item: ItemState, way: Way, decided: Settlement) -> list[Event]:
        """The gavel on an item and those that go with it, taken up first where they were not."""
        together = [x.id for x in meeting.open_items] if item in meeting.open_items else [item.id]
        items = tuple(dict.fromkeys((*together, *self.others)))
        planned = tuple(i for i in self.others if meeting.items[i].phase == "planerat")
        formal = decided.outcome not in {"bifall", "avslag"}
        made: list[Event] = [ItemOpened(at=self.at, when=self.when, items=planned)] if planned else []
        made.append(
            Decided(
                at=self.at,
                when=self.when,
                items=items,
                outcome=decided.outcome,
                winner="" if formal or decided.winner == "förslaget" else decided.winner,
                text=self.words if "words" in way.fields else way.text,
                own=self.own,
                to=self.to if decided.outcome in {"återremitteras", "remitteras"} else "",
                reason=self.reason if formal and decided.outcome != "utgår" else "",
                proposing=self.proposing,
            )
        )
        if self.immediate:
            made.append(ImmediatelyApproved(at=self.at, when=self.when, items=items))
        return made

    def corrected(self, event: Decided, way: Way) -> Decided:
        """A gavel that is put right in its place."""
        formal = way.outcome not in {"bifall", "avslag"}
        return replace(
            event,
            when=self.when,
            outcome=way.outcome,
            winner="" if formal or way.winner in {None, "förslaget"} else way.winner or "",
            text=self.words,
            own=self.own,
            to=self.to if "to" in way.fields else "",
            reason=self.reason if "reason" in way.fields else "",
            proposing=self.proposing,
        )


def with_the_same_gavel(meeting: Meeting, item: str) -> tuple[ItemState, ...]:
    """What may be settled by the same gavel as an item: all that waits for one."""
    waiting = (meeting.items[i] for i in meeting.order if i != item)
    return tuple(x for x in waiting if x.phase in {"planerat", "öppet", "lämnat"} and x.item.kind != "paus")


def answered(at: datetime, item: str, question: ProposedQuestion, winner: str, order: str = "") -> list[Event]:
    """The chair's question and what was found. `order`: the order of propositions, when it was approved by itself (R-620)."""
    put = QuestionPut(
        at=at,
        item=item,
        kind=question.kind,
        form=question.form,
        alternatives=question.alternatives,
        points=question.points if question.kind == "huvudfråga" else (),
        order=order,
    )
    return [put, QuestionAnswered(at=at, item=item, winner=winner)]
