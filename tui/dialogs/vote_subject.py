"""What a vote is about: the alternatives, which of them ja and nej stand for, and in what words (R-405, R-703, R-706)."""

from __future__ import annotations

from dataclasses import dataclass

from agendas.value import Value
from exports.script_words import formal_verb
from sessions.events import PREPARED, QuestionForm, QuestionKind, QuestionPut, VoteOpened
from sessions.meeting import ItemState, Meeting
from sessions.procedure import DECIDE_TODAY, REJECTION, next_question, proposals, vote_demanded
from sessions.voting import NOT_RECUSED, RECUSED
from tui.dialogs.preview import proposal_name
from tui.naming import proposal_label
from tui.texts.vote import Vote as Words


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Subject(Value):
    """What can be voted on now."""

    stands: tuple[str, ...]
    """The alternatives that the two sides are chosen among."""
    yes: str = PREPARED
    no: str = ""
    kind: QuestionKind = "annan"
    form: QuestionForm = "mot varandra"
    points: tuple[int, ...] = ()
    about: str = ""
    """Whose jäv it is about; empty for the item."""
    main: str = ""
    """The main proposal, when there are three or more: a vote between two others only names its rival (R-706)."""
    put: bool = False
    """Whether the chair has put the question already."""

    def kind_between(self, yes: str, no: str) -> QuestionKind:
        """The kind of the question between two of the alternatives."""
        among = len(self.stands) > 2 and self.kind in {"huvudfråga", "motförslag"}
        return ("huvudfråga" if self.main in (yes, no) else "motförslag") if among else self.kind

    def question(self, opened: VoteOpened, yes: str, no: str) -> tuple[QuestionPut, ...]:
        """The chair's question between two of the alternatives, when it has not been put already."""
        if self.put or not (yes and no):
            return ()
        kind = self.kind_between(yes, no)
        rejects = "avslag" in (yes, no) and kind != "jäv"
        form = "bifall eller avslag" if rejects else self.form if len(self.stands) < 3 else "mot varandra"
        at, item, sides = opened.at, opened.item, (yes, no)
        return (QuestionPut(at=at, item=item, kind=kind, form=form, alternatives=sides, points=self.points, about=self.about),)


def subject_of(meeting: Meeting, item: ItemState, about: str = "") -> Subject:
    """What a vote that is demanded now would be about: somebody's jäv, the question that waits for its answer, or the next one."""
    if about:
        return Subject((RECUSED, NOT_RECUSED), RECUSED, NOT_RECUSED, "jäv", "bifall eller avslag", about=about)
    asked = next((q.entry.event for q in reversed(item.questions) if q.answer is None and q.entry.event.kind != "jäv"), None)
    if asked and len(asked.alternatives) > 1:
        yes, no, *_ = asked.alternatives
        return Subject(asked.alternatives, yes, no, asked.kind, asked.form, asked.points, main=asked.alternatives[0], put=True)
    question = next_question(meeting, item)
    stands = question.alternatives if question else tuple(p.id for p in proposals(item))
    if len(stands) == 1:
        stands = (*stands, REJECTION)  # a nej to the only proposal is a rejection of it
    if not stands:
        return Subject(())
    form: QuestionForm = question.form if question else "mot varandra"
    first = vote_demanded(meeting, item) if len(stands) > 2 else None
    main = (first.main if first else "") or stands[0]
    yes, no = first.alternatives if first and len(first.alternatives) == 2 else stands[:2]
    return Subject(stands, yes, no, question.kind if question else "annan", form, question.points if question else (), main=main)


def side_label(meeting: Meeting, item: ItemState, side: str) -> str:
    """What an alternative is called where it is chosen."""
    return side if side in {DECIDE_TODAY, RECUSED, NOT_RECUSED} else proposal_label(meeting, item, side)


def meaning(meeting: Meeting, item: ItemState, subject: Subject, side: str) -> str:
    """The words for a side: `bifall till Karin Bergs (M) yrkande`, `att ärendet ska återremitteras`."""
    if not side:
        return ""
    if side == DECIDE_TODAY:
        return Words.DECIDED_TODAY
    if side in {"ja", "nej"}:  # a question in the chair's own words
        return side
    if subject.kind == "jäv":
        return Words.RECUSED if side == RECUSED else Words.NOT_RECUSED
    if subject.kind == "formell":
        return Words.that(formal_verb(item.motion(side)))
    if side == REJECTION:
        return Words.REJECTION
    return f"{Words.APPROVAL} {proposal_name(meeting, item.id, side)}"
