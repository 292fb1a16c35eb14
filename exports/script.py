"""The chair's script: what to say now, word for word (M-1–M-16), with the names and proposals of this very meeting.

    for part in script(meeting, style, now): …

What is recorded decides which script it is: the roll call, the item that is open, the motions on it, the question that
is next, the vote that goes on. Nothing here decides for the chair: as long as a finding is not recorded, the sentence
that tells it ends in an ellipsis. A script is words for a voice; what is written down is in `wording.py`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from exports.rulings import vote_meaning
from exports.script_model import PAUSE, Cue, Script, say
from exports.script_questions import Questions
from exports.script_words import formality, item_number
from exports.style_model import Style
from sessions import voting
from sessions.meeting import ItemState, Meeting
from sessions.order import next_item
from sessions.procedure import ProposedQuestion, answers, next_question
from sessions.proposals import additions, proposals, questions_now
from sessions.timing import timetable

__all__ = ["Cue", "Script", "asked", "finding", "formality", "item_number", "opening", "script"]


def script(meeting: Meeting, style: Style, now: datetime, *, reservations: bool = False) -> tuple[Script, ...]:
    """What to say now, in order; what follows of itself comes after. `reservations`: also ask for them (M-14)."""
    return tuple(part for part in _Chair(meeting, style, now, reservations).now() if part.cues)


def opening(meeting: Meeting, style: Style, item: ItemState, now: datetime) -> tuple[Script, ...]:
    """What will be said when an item is taken up and nothing is moved: for a look ahead, and for the printed script."""
    chair = _Chair(meeting, style, now, False)
    return tuple(part for part in (*chair.recusals(item), *chair.item_alone(item)) if part.cues)


def asked(meeting: Meeting, style: Style, item: ItemState, question: ProposedQuestion | None, now: datetime) -> tuple[str, ...]:
    """The words with which one question is put, without the finding: what is read aloud before the body answers.

    `question`: the one that `next_question` proposes; None when nothing is left to choose between.
    """
    chair = _Chair(meeting, style, now, False)
    if question is None:
        return Script("M-5", chair.decision(item)).asked
    return tuple(text for part in chair.puts(item, question) for text in part.asked)


def finding(meeting: Meeting, style: Style, item: ItemState, question: ProposedQuestion, winner: str, now: datetime) -> str:
    """The words with which the chair tells what was found: `Jag finner att …`."""
    return _Chair(meeting, style, now, False).found_out(item, question, winner)


class _Chair(Questions):
    """Which script it is."""

    def now(self) -> Iterable[Script]:
        m = self.meeting
        if m.phase == "kallad":
            yield self.m1()
        elif m.phase == "ajournerat":
            yield self.m13(m.adjournments[-1].until)
        elif m.phase == "öppnat":
            yield from self._running()

    def _running(self) -> Iterable[Script]:
        m = self.meeting
        item = m.open_items[0] if m.open_items else m.current_item
        if item is None:
            yield self.m2()
            return
        if item.phase == "öppet":
            yield from self._open(item)
            return
        yield from self._after(item)
        coming = next_item(m)
        if coming is None:
            yield self.m16()
        else:
            yield from self.recusals(coming)
            yield self.m5_opening(coming) if not formality(coming) else self._formal_item(coming)

    def _open(self, item: ItemState) -> Iterable[Script]:
        if item.open_vote is not None:
            yield from self._vote(item, item.open_vote)
            return
        if item.recusals and not item.motions and not item.questions:
            yield from self.recusals(item)
        elif pending := voting.disputed(item):
            yield self.m11_disputed(item, pending)
        if (speech := self._floor(item)) is not None:
            yield speech
        question = next_question(self.meeting, item)
        if question is None:
            yield from self._found(item) if answers(item) else self.item_alone(item)
            return
        if question.kind == "tillägg":
            yield from self._found(item)
        elif question.kind == "huvudfråga" and question.single:
            alone = not item.live_motions and not answers(item)
            yield from self.item_alone(item) if alone else [Script("M-5", (*self.closing(item), *self.decision(item)))]
            return
        elif question.kind == "huvudfråga" and not answers(item):
            yield Script("M-5", self.closing(item))
        yield from self.puts(item, question)

    def puts(self, item: ItemState, question: ProposedQuestion) -> Iterable[Script]:
        """One question: M-5, M-6, M-7, M-10, M-12, or the vote that the counter-proposals lead to."""
        if question.kind == "formell":
            yield self.m10(item, question)
        elif question.kind == "tillägg":
            yield self.m12(item, question)
        elif question.kind == "motförslag":
            yield self.m7_counter(item, question.alternatives, question.main)
        elif any(q.entry.event.kind == "motförslag" for q in questions_now(item)):
            yes, no = (vote_meaning(self.words, item, a) for a in question.alternatives[:2])
            yield Script("M-8", (*self._order_of_vote(yes, no), *self._roll()))
        elif question.single:
            yield Script("M-5", self.decision(item))
        else:
            yield self.m6(item, question) if len(question.alternatives) == 2 else self.m7(item, question)

    def item_alone(self, item: ItemState) -> Iterable[Script]:
        """An item on which nothing is moved: its own script, or the whole of M-5."""
        if item.item.kind == "paus":
            table = timetable(self.meeting, self.moment).items[item.id]
            begins = table.started or table.forecast
            yield self.m13(begins + table.length if begins and table.length else None)
        elif formality(item):
            yield self._formal_item(item)
        elif item.debate_closed:
            yield Script("M-5", self.decision(item))
        else:
            yield Script("M-5", (*self.m5_opening(item).cues, PAUSE, *self._free(item), *self.closing(item), *self.decision(item)))

    def _formal_item(self, item: ItemState) -> Script:
        return {"öppnande": self.m1, "upprop": self.m2, "justerare": self.m3, "dagordning": self.m4, "avslutning": self.m16}[
            formality(item)
        ]()

    def _after(self, item: ItemState) -> Iterable[Script]:
        """What the gavel is followed by: the result of a vote, those who come back, the things to ask."""
        votes = voting.main_votes(item)
        closed = votes[-1].closed if votes else None
        if closed is not None and item.decision is not None and closed.act == item.decision.act:
            yield from self._result(item, votes[-1])
        if item.recused and self.meeting.plan.kind != "fullmäktige":
            yield Script("M-11", (say(f"{self.words.people(item.recused)} återinträder."),))
        if item.phase == "beslutat" and self.reservations and _disputed_decision(item):
            yield self.m14()
        if item.phase == "beslutat" and item.item.immediate_approval and item.immediately_approved is None:
            yield self.m15()


def _disputed_decision(item: ItemState) -> bool:
    """Whether more than one proposal stood, so that somebody may have lost."""
    return bool(voting.main_votes(item)) or len(proposals(item)) > 1 or bool(additions(item))
