"""What the events add up to: the meeting as it stands. Frozen values, made by `fold.py` and read by everybody.

Nothing here asks the time, and nothing is computed that can be read off: who serves, who is quorate and which §§ a
person took part in are functions of this state in `attendance.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date as Date
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import Any, Literal

from agendas.model import Agenda, Body, Item, MeetingPlan, Person, Rules, body_of
from agendas.value import Value
from sessions.events import (
    AnswerGiven,
    AppendixAdded,
    Approved,
    ApproversChosen,
    ChairTaken,
    Choice,
    DebateClosed,
    Decided,
    Dispatched,
    DoorsClosed,
    DoorsOpened,
    Elected,
    ImmediatelyApproved,
    MemberAbstained,
    MemberAway,
    MemberRecused,
    MotionMoved,
    MotionRefused,
    NoticePosted,
    ProportionalDemanded,
    QuestionAnswered,
    QuestionPut,
    Recorded,
    Rectified,
    RecusalTried,
    ReservationMade,
    Resigned,
    SpeakerKind,
    StatementMade,
    SubstituteSeated,
    UrgentDecisionReported,
    VoteClosed,
    VoteCounted,
    VoteOpened,
)

NEVER = 1 << 40
"""A place later than any: that of an item which has not been handled yet."""
Phase = Literal["kallad", "öppnat", "ajournerat", "avslutat"]
ItemPhase = Literal["planerat", "öppet", "beslutat", "lämnat", "utgått"]


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Mark(Value):
    """A point on the line of the meeting: a time, and a place among the episodes.

    `place` is 2k before episode k and 2k+1 during it. When the event named an item (`relation`), the place follows
    from where that item was handled, also if it is handled later.
    """

    when: datetime
    place: int
    relation: Literal["", "before", "during", "after"] = ""
    item: str = ""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Episode(Value):
    """A stretch in which one item, or several en bloc, was handled."""

    items: tuple[str, ...]
    opened: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Stay(Value):
    """A stretch in which somebody was in the room or on the link."""

    start: Mark
    end: Mark | None = None
    remote: bool = False
    lost_link: bool = False
    """Whether the stay ended with a broken link (R-210)."""
    serves: bool = True
    """Whether a member took the seat; one who had broken off may sit in without it (R-207)."""
    seq: int = 0


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Seating(Value):
    """A substitute serving for a member, from one mark to another, or in some items only."""

    entry: Recorded[SubstituteSeated]
    start: Mark
    end: Mark | None = None


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Chairing(Value):
    """Somebody else in the chair from a mark on, or in some items only."""

    entry: Recorded[ChairTaken]
    start: Mark


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Adjournment(Value):
    """A break: the chair's gavel to the next one. `during` is the item that was open, if any."""

    start: datetime
    end: datetime | None = None
    reason: str = ""
    during: str = ""
    until: datetime | None = None
    """When it was said to go on."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Motion(Value):
    """A motion on the table."""

    id: str
    entry: Recorded[MotionMoved]
    supporters: tuple[str, ...] = ()
    withdrawn: bool = False
    late_text: str = ""
    refused: tuple[Recorded[MotionRefused], ...] = ()
    """The chair refused to put it, and perhaps was overruled (R-607)."""

    @property
    def off_the_table(self) -> bool:
        """Whether the chair's refusal to put it stands (R-607): it is told, but nobody can decide on it."""
        return bool(self.refused) and not self.refused[-1].event.overruled

    @property
    def text(self) -> str:
        """Its words, as moved or handed in later."""
        return self.late_text or self.entry.event.text


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Question(Value):
    """A question that the chair put, with its answer when there is one."""

    id: str
    entry: Recorded[QuestionPut]
    answer: Recorded[QuestionAnswered] | None = None
    finding: Recorded[QuestionAnswered] | None = None
    """What the chair found by acclamation before a vote was demanded on it (R-623)."""


@dataclass(frozen=True, repr=False, eq=False)  # no slots, as ItemState
class Vote(Value):
    """A vote, open until it is closed."""

    entry: Recorded[VoteOpened]
    id: str = ""
    """`vote-1`, `vote-2` … within the item."""
    cast: Mapping[str, Choice] = field(default_factory=dict)
    counted: VoteCounted | None = None
    closed: Recorded[VoteClosed] | None = None
    expected: tuple[str, ...] = ()
    """`deciding(i)` when the vote was closed: who should have voted (R-711)."""
    present: int = 0
    """How many were present then: what a minority or a qualified majority is counted against (R-613, R-712)."""
    heard: Mapping[str, Choice] = field(default_factory=dict)
    """The votes by name as they stood when it was closed: what is another now was corrected afterwards (R-710)."""

    @property
    def question(self) -> str:
        """The id of the question that it was about."""
        return self.entry.event.question

    @property
    def corrected(self) -> tuple[str, ...]:
        """Whose vote is another than the one that was heard before the chair closed the vote (R-710)."""
        return tuple(p for p, choice in self.heard.items() if self.cast.get(p) != choice)

    @property
    def names_missing(self) -> bool:
        """Whether it was open, and only its numbers are known (R-716)."""
        return self.counted is not None and not self.cast and not self.entry.event.secret

    def count(self, choice: Choice) -> int:
        """How many voted so: by name, or as counted."""
        if self.counted:
            return {"ja": self.counted.yes, "nej": self.counted.no, "avstår": self.counted.abstain, "frånvarande": 0}[choice]
        return sum(1 for c in self.cast.values() if c == choice)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Reservation(Value):
    """A reservation; `late_text` came in after it was announced."""

    id: str
    entry: Recorded[ReservationMade]
    late_text: str = ""

    @property
    def text(self) -> str:
        """Its motive, as given or handed in later."""
        return self.late_text or self.entry.event.text


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Statement(Value):
    """A note or statement to the protocol."""

    id: str
    entry: Recorded[StatementMade]
    late_text: str = ""

    @property
    def text(self) -> str:
        """Its words, as given or handed in later."""
        return self.late_text or self.entry.event.text


@dataclass(frozen=True, repr=False, eq=False)  # no slots, as ItemState
class Speech(Value):
    """One turn at the floor."""

    person: str
    kind: SpeakerKind
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, repr=False, eq=False)  # no slots: `replacing.replace` copies its dict
class ItemState(Value):
    """One item and all that has been recorded on it."""

    item: Item
    phase: ItemPhase = "planerat"
    paragraph: int | None = None
    episodes: tuple[int, ...] = ()
    decided_in: int | None = None
    """The episode in which the gavel fell."""
    debate_closed: Recorded[DebateClosed] | None = None
    doors: tuple[Recorded[DoorsClosed | DoorsOpened], ...] = ()
    """The public was shown out, and let in again, in this item (R-1202)."""
    texts: Mapping[str, str] = field(default_factory=dict)
    text_seqs: Mapping[str, int] = field(default_factory=dict)
    """When each text was written, as seq: what was recorded after it may have made it out of date."""
    private_note: str = ""
    recusals: tuple[Recorded[MemberRecused], ...] = ()
    trials: tuple[Recorded[RecusalTried], ...] = ()
    abstentions: tuple[Recorded[MemberAbstained], ...] = ()
    away: tuple[Recorded[MemberAway], ...] = ()
    motions: tuple[Motion, ...] = ()
    questions: tuple[Question, ...] = ()
    votes: tuple[Vote, ...] = ()
    decision: Recorded[Decided] | None = None
    earlier_decisions: tuple[Recorded[Decided], ...] = ()
    """Gavels that fell before the item was taken up again."""
    immediately_approved: Recorded[ImmediatelyApproved] | None = None
    elected: tuple[Recorded[Elected], ...] = ()
    resigned: tuple[Recorded[Resigned], ...] = ()
    proportional: tuple[Recorded[ProportionalDemanded], ...] = ()
    answers_given: tuple[Recorded[AnswerGiven], ...] = ()
    urgent: tuple[Recorded[UrgentDecisionReported], ...] = ()
    raised_by: tuple[str, ...] = ()
    """Who raised the item at the meeting (R-901)."""
    reservations: tuple[Reservation, ...] = ()
    statements: tuple[Statement, ...] = ()
    queue: tuple[tuple[str, SpeakerKind], ...] = ()
    speeches: tuple[Speech, ...] = ()
    approved: Date | None = None
    dispatched: tuple[Recorded[Dispatched], ...] = ()
    rectified: tuple[Recorded[Rectified], ...] = ()
    added: bool = False
    last_seq: int = 0
    """The newest event on the item but texts and notes."""
    newest: Mapping[str, int] = field(default_factory=dict)
    """The newest fact of each kind by the name of its event, as seq: what a text written by hand is compared with."""

    @property
    def id(self) -> str:
        """The item's id."""
        return self.item.id

    @property
    def opened(self) -> bool:
        """Whether it has been taken up."""
        return bool(self.episodes)

    @property
    def recused(self) -> tuple[str, ...]:
        """`jav(i)`: who is out by jäv, in the order declared; a dispute that the body turned down does not count (R-405)."""
        found = {t.event.person: t.event.found for t in self.trials}
        return tuple(dict.fromkeys(p for r in self.recusals for p in r.event.persons if found.get(p, True)))

    @property
    def out(self) -> tuple[str, ...]:
        """`out(i)`: who declared that they take no part in the decision (R-505)."""
        return tuple(dict.fromkeys(a.event.person for a in self.abstentions))

    @property
    def away_persons(self) -> tuple[str, ...]:
        """Who was out of the room during this § only."""
        return tuple(dict.fromkeys(a.event.person for a in self.away))

    @property
    def live_motions(self) -> tuple[Motion, ...]:
        """The motions that were not taken back (R-605)."""
        return tuple(m for m in self.motions if not m.withdrawn)

    @property
    def put_motions(self) -> tuple[Motion, ...]:
        """Those of them that can be put to the body: not what the chair refuses to put (R-607)."""
        return tuple(m for m in self.live_motions if not m.off_the_table)

    @property
    def open_vote(self) -> Vote | None:
        """The vote that is going on."""
        return self.votes[-1] if self.votes and self.votes[-1].closed is None else None

    def vote(self, vote_id: str = "") -> Vote | None:
        """The vote with that id; without one the newest, which is the one that goes on."""
        if not vote_id:
            return self.votes[-1] if self.votes else None
        return next((v for v in self.votes if v.id == vote_id), None)

    def motion(self, motion_id: str) -> Motion | None:
        """The motion with that id."""
        return next((m for m in self.motions if m.id == motion_id), None)

    @property
    def proposes(self) -> bool:
        """Whether the body only proposed, here as recorded at the gavel or as the agenda says (R-909)."""
        if self.decision and self.decision.event.proposing is not None:
            return self.decision.event.proposing
        if self.decision and self.decision.event.outcome not in {"bifall", "avslag"}:
            return False  # to postpone or refer is the body's own decision, whoever decides the matter
        return bool(self.item.chain)


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Misfit(Value):
    """An event that stands in the log but no longer fits, after something before it was undone or corrected."""

    entry: Recorded[Any]
    reason: str


_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, repr=False, eq=False)
class Meeting(Value):
    """The meeting as it stands after some events."""

    agenda: Agenda
    """As it was at the start."""
    plan: MeetingPlan
    """The meeting's own data, as amended."""
    people: Mapping[str, Person]
    """Everybody by id, in the order of the list; those added come last."""
    items: Mapping[str, ItemState]
    order: tuple[str, ...]
    """The items as they stand in the list now."""
    phase: Phase = "kallad"
    opened: datetime | None = None
    closed: datetime | None = None
    adjournments: tuple[Adjournment, ...] = ()
    episodes: tuple[Episode, ...] = ()
    current: tuple[str, ...] = ()
    """The items that are open, or were last decided; empty before the first."""
    stays: Mapping[str, tuple[Stay, ...]] = field(default_factory=lambda: _NOTHING)
    expected: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    excused: frozenset[str] = frozenset()
    seatings: tuple[Seating, ...] = ()
    chairings: tuple[Chairing, ...] = ()
    approvers: tuple[Recorded[ApproversChosen], ...] = ()
    approved: Recorded[Approved] | None = None
    """The approval of the whole protocol."""
    notice: Recorded[NoticePosted] | None = None
    appendices: tuple[Recorded[AppendixAdded], ...] = ()
    misfits: tuple[Misfit, ...] = ()

    @property
    def rules(self) -> Rules:
        """The local settings."""
        return self.agenda.rules

    @cached_property
    def body(self) -> Body:
        """The forms of the body's name."""
        return body_of(self.plan)

    @property
    def running(self) -> bool:
        """Whether the meeting is open, adjourned or not."""
        return self.phase in {"öppnat", "ajournerat"}

    @property
    def open_items(self) -> tuple[ItemState, ...]:
        """The items being handled, not yet decided or left."""
        return tuple(self.items[i] for i in self.current if self.items[i].phase == "öppet")

    @property
    def current_item(self) -> ItemState | None:
        """The item being handled or last handled; the first of them when they are handled en bloc."""
        return self.items[self.current[0]] if self.current else None

    @cached_property
    def servers_at(self) -> dict[tuple[int, str], tuple[Any, ...]]:
        """Who holds a seat at the places that were asked about (`attendance.servers`): by how many of the turns were over, and item.

        A protocol of 100 §§ and 101 members asks 600 times, and few came or went: it was half of its time (`bench/RESULTS.md`).
        """
        return {}

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """The places at which somebody came, went or changed seats, ascending: from one to the next the same persons serve."""
        marks = [m for stays in self.stays.values() for s in stays for m in (s.start, s.end)]
        marks += [m for s in self.seatings for m in (s.start, s.end)]
        return tuple(sorted({place(self, m) for m in marks if m}))

    @cached_property
    def handled(self) -> tuple[ItemState, ...]:
        """The items that were taken up, in the order of handling."""
        first = dict.fromkeys(i for episode in self.episodes for i in episode.items)
        return tuple(self.items[i] for i in first)

    @cached_property
    def numbered(self) -> tuple[ItemState, ...]:
        """The items that have a §, in the order of the numbers: what the protocol holds."""
        return tuple(sorted((x for x in self.items.values() if x.paragraph is not None), key=lambda x: x.paragraph or 0))

    @cached_property
    def paragraphs(self) -> tuple[int, ...]:
        """The § numbers given so far, ascending."""
        return tuple(x.paragraph for x in self.numbered if x.paragraph is not None)

    @property
    def seats(self) -> int:
        """The number of members that the body has (KL 6:16); the members listed when nothing else is said."""
        return self.plan.seats or sum(1 for p in self.people.values() if p.is_member)

    def label(self, person: str) -> str:
        """`Åsa Bergkvist (S)` for an id; free text as it is."""
        known = self.people.get(person)
        return known.label if known else person


def place(meeting: Meeting, mark: Mark) -> int:
    """Where a mark stands on the line of episodes: 2k before episode k, 2k+1 during it."""
    if not mark.relation:
        return mark.place
    item = meeting.items.get(mark.item)
    if item is None or not item.episodes:
        return NEVER
    if mark.relation == "before":
        return 2 * item.episodes[0]
    return 2 * item.episodes[-1] + (1 if mark.relation == "during" else 2)


def takes_paragraph(item: Item, rules: Rules) -> bool:
    """Whether the item gets a §: breaks never, formalia by local custom (R-1302)."""
    return item.kind != "paus" and (item.kind != "formalia" or rules.number_formalia)


def next_paragraphs(meeting: Meeting, items: tuple[str, ...]) -> tuple[int, ...]:
    """The § numbers that these items get if they are taken up now (R-1302, R-1303), one for each that takes a §.

    In the order of handling the next free numbers; with `numbering = "agenda"` the place in the list as it was
    prepared, and the next free number after all of them for what was added.
    """
    numbered = [i for i in items if takes_paragraph(meeting.items[i].item, meeting.rules)]
    first = meeting.plan.first_paragraph
    if meeting.plan.numbering == "agenda":
        listed = [x.id for x in meeting.agenda.items if takes_paragraph(x, meeting.rules) and not x.withdrawn]
        fixed = {item: first + place for place, item in enumerate(listed)}
        free = max([first + len(listed) - 1, *meeting.paragraphs]) + 1
        numbers = []
        for item in numbered:
            numbers.append(fixed.get(item, free))
            free += item not in fixed
        return tuple(numbers)
    free = max([first - 1, *meeting.paragraphs]) + 1
    return tuple(range(free, free + len(numbered)))
