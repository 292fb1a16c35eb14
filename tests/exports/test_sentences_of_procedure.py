"""What is said of questions, comings and standing items that the worked meetings have none of: in the protocol, and by the chair."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from agendas.model import Item, with_ids
from exports.comings import comings, doors
from exports.decisions import decision_text
from exports.rulings import question_said, vote_said
from exports.script import asked, finding, script
from exports.script_words import formal_verb
from exports.standing_decisions import standing_decision
from exports.style import load_style
from exports.wording import declarations, sentence
from exports.words import Words
from sessions import events as ev
from sessions.events import PREPARED
from sessions.meeting import ItemState
from sessions.procedure import DECIDE_TODAY, REJECTION, next_question, vote_demanded
from tests.sessions.table import START, Table, agenda

STYLE = load_style()


class One(Table):
    """A meeting with one item taken up, whose id is `budget`; the body proposes to fullmäktige unless it is another item."""

    def __init__(self, item: Item | None = None, *but: str, **plan: Any) -> None:
        planned = agenda(**plan)
        super().__init__(with_ids(replace(planned, items=(replace(item, id="budget"),))) if item else planned)
        self.everybody(*but)
        self.act(ev.MeetingOpened(at=self.now))
        self.act(ev.ItemOpened(at=self.now, items=("budget",)))

    @property
    def one(self) -> ItemState:
        return self.item("budget")

    @property
    def words(self) -> Words:
        return Words(self.meeting, STYLE)

    def move(self, kind: str, by: str = "eva-sjo", **more: Any) -> None:
        self.act(ev.MotionMoved(at=self.now, kind=kind, by=(by,), **more))  # type: ignore[arg-type]

    def put(self, kind: str, *alternatives: str, winner: str = "", form: str = "mot varandra", **more: Any) -> None:
        self.act(ev.QuestionPut(at=self.now, kind=kind, form=form, alternatives=alternatives, **more))  # type: ignore[arg-type]
        if winner:
            self.act(ev.QuestionAnswered(at=self.now, winner=winner))

    def decide(self, winner: str = "") -> str:
        self.act(ev.Decided(at=self.now, winner=winner))
        return decision_text(self.words, self.one)

    def said(self) -> list[str]:
        """Each question as the protocol tells it, with the plain spaces."""
        return [question_said(self.words, self.one, q).replace("\u00a0", " ") for q in self.one.questions]

    def finds(self, winner: str, *, vote: bool = False) -> str:
        question = vote_demanded(self.meeting, self.one) if vote else next_question(self.meeting, self.one)
        assert question is not None
        return finding(self.meeting, STYLE, self.one, question, winner, self.now)


def moved(kind: str, text: str = "") -> One:
    t = One()
    t.move(kind, text=text)
    return t


# --- additions, adjournments, counter-proposals


@pytest.mark.parametrize(("winner", "found"), [("motion-1", "bifalls"), (REJECTION, "avslås")])
def test_r_621_an_addition_is_put_and_found(winner: str, found: str) -> None:
    t = moved("tillägg", "att det följs upp")
    t.put("huvudfråga", PREPARED, winner=PREPARED, form="bifall eller avslag")
    assert t.finds(winner) == f"Jag finner att tilläggsyrkandet {found}."
    t.put("tillägg", "motion-1", REJECTION, winner=winner, form="bifall eller avslag")
    assert (
        t.said()[-1]
        == f"Ordföranden ställer proposition på Eva Sjös (S) tilläggsyrkande och finner att Eva Sjös (S) tilläggsyrkande {found}."
    )


@pytest.mark.parametrize(
    ("proposal", "added", "decided"),
    [
        (
            "Nämnden antar budgeten.",
            "att den följs upp",
            "1. Nämnden antar budgeten.\n2. Kultur- och fritidsnämnden beslutar att den följs upp.",
        ),
        ("att anta budgeten", "att följa upp den", "Kultur- och fritidsnämnden beslutar\natt anta budgeten\natt följa upp den"),
        ("1. Budgeten antas.\n2. Den gäller 2026.", "Den följs upp.", "1. Budgeten antas.\n2. Den gäller 2026.\n3. Den följs upp."),
    ],
)
def test_r_621_an_addition_stands_last_in_the_decision_in_the_form_of_the_rest(proposal: str, added: str, decided: str) -> None:
    t = One(Item(title="Budget", proposal=proposal))
    t.move("tillägg", text=added)
    t.put("tillägg", "motion-1", REJECTION, winner="motion-1", form="bifall eller avslag")
    assert t.decide() == decided


@pytest.mark.parametrize(("winner", "found"), [("motion-1", "bifalls"), (DECIDE_TODAY, "avslås"), (REJECTION, "avslås")])
def test_r_609_a_motion_to_adjourn_is_approved_or_refused_and_says_nothing_of_when_the_item_is_decided(winner: str, found: str) -> None:
    t = moved("ajournering", "att partierna kan samråda")
    question = next_question(t.meeting, t.one)
    said = (
        "Det finns ett yrkande om ajournering. Bifaller kultur- och fritidsnämnden yrkandet? … Avslår kultur- och fritidsnämnden yrkandet?"
    )
    assert asked(t.meeting, STYLE, t.one, question, t.now) == (said,)
    assert t.finds(winner) == f"Jag finner att yrkandet om ajournering {found}."
    t.put("formell", REJECTION if winner == REJECTION else DECIDE_TODAY, "motion-1", winner=winner, form="avgöras i dag")
    assert t.said() == [f"Ordföranden ställer proposition på Eva Sjös (S) yrkande och finner att Eva Sjös (S) yrkande {found}."]


@pytest.mark.parametrize(
    ("kind", "yes", "no", "became"),
    [
        ("ajournering", DECIDE_TODAY, "motion-1", "yrkandet om ajournering avslås"),
        ("återremiss", "motion-1", DECIDE_TODAY, "ärendet ska återremitteras"),
        ("återremiss", DECIDE_TODAY, "motion-1", "ärendet ska avgöras i dag"),
        ("tillägg", "motion-1", REJECTION, "tilläggsyrkandet bifalls"),
    ],
)
def test_the_chair_tells_what_a_vote_came_to(kind: str, yes: str, no: str, became: str) -> None:
    """R-609, R-612, R-621: three for ja, two for nej."""
    t = moved(kind, "att B")
    t.put("tillägg" if kind == "tillägg" else "formell", yes, no)
    t.act(ev.VoteOpened(at=t.now, yes=yes, no=no))
    for person, choice in (("lena-ek", "ja"), ("karin-berg", "ja"), ("eva-sjo", "nej"), ("rut-fors", "nej"), ("per-lind", "ja")):
        t.act(ev.VoteCast(at=t.now, person=person, choice=choice))  # type: ignore[arg-type]
    told = "\n".join(str(part) for part in script(t.meeting, STYLE, t.now))
    assert f"Resultatet är 3 ja, 2 nej, 0 avstår. Kultur- och fritidsnämnden har beslutat att {became}." in told


@pytest.mark.parametrize(
    ("majority", "said"), [("", ""), ("två tredjedelar", "minst två tredjedelar av de närvarande"), ("alla", "att alla närvarande är ense")]
)
def test_r_712_a_vote_that_needs_more_than_half_says_so(majority: str, said: str) -> None:
    t = moved("avslag")
    t.put("huvudfråga", PREPARED, "motion-1")
    t.act(ev.VoteOpened(at=t.now, yes=PREPARED, no="motion-1", majority=majority))  # type: ignore[arg-type]
    told = str(vote_said(t.words, t.one, t.one.votes[-1]))
    assert ("alla närvarande" in told or "två tredjedelar" in told) == bool(majority)
    assert said in told


def test_when_the_debate_is_closed_the_chair_does_not_close_it_again() -> None:
    t = moved("avslag")
    closes = "Jag förklarar överläggningen avslutad."
    assert closes in "\n".join(str(part) for part in script(t.meeting, STYLE, t.now))
    t.act(ev.DebateClosed(at=t.now))
    assert closes not in "\n".join(str(part) for part in script(t.meeting, STYLE, t.now))


@pytest.mark.parametrize(
    ("kind", "winner", "vote", "said"),
    [
        ("återremiss", DECIDE_TODAY, False, "Jag finner att ärendet ska avgöras i dag."),
        ("återremiss", "motion-1", False, "Jag finner att ärendet ska återremitteras."),
        ("remiss", "motion-1", False, "Jag finner att ärendet ska remitteras."),
        (
            "ändring",
            "motion-1",
            False,
            "Jag finner att kultur- och fritidsnämnden föreslår kommunfullmäktige besluta enligt Eva Sjös (S) yrkande.",
        ),
        ("avslag", "motion-1", False, "Jag finner att kultur- och fritidsnämnden föreslår kommunfullmäktige avslå förslaget till beslut."),
        ("ändring", "motion-1", True, "Jag finner att Eva Sjös (S) yrkande är motförslag."),
    ],
)
def test_the_chair_says_what_was_found(kind: str, winner: str, vote: bool, said: str) -> None:
    t = moved(kind, "att B")
    if vote:
        t.move("nytt förslag", "rut-fors", text="att C")
    assert t.finds(winner, vote=vote) == said


def test_with_nothing_left_to_choose_between_the_chair_asks_for_the_decision() -> None:
    said = "Det finns ett förslag. Föreslår kultur- och fritidsnämnden kommunfullmäktige besluta enligt förslaget till beslut?"
    t = One()
    assert asked(t.meeting, STYLE, t.one, None, t.now) == (said,)
    only = next_question(t.meeting, t.one)
    assert asked(t.meeting, STYLE, t.one, only, t.now) == (said,)


def test_r_602_a_motion_of_order_and_its_verb() -> None:
    t = moved("ordningsfråga", "att talartiden begränsas")
    event = t.log.records[-1].event
    assert sentence(t.meeting, t.one, event, STYLE) == "Eva Sjö (S) yrkar i en ordningsfråga med motiveringen att talartiden begränsas."
    assert [formal_verb(t.one.motions[0]), formal_verb(None)] == ["skjutas upp", "skjutas upp"]


def test_r_706_a_counter_proposal_chosen_before_the_main_question_names_it_when_it_is_known() -> None:
    t = moved("ändring", "att B")
    t.move("nytt förslag", "rut-fors", text="att C")
    t.put("motförslag", "motion-1", "motion-2", winner="motion-1")
    counter = (
        "ställer ordföranden proposition på Eva Sjös (S) yrkande mot Rut Fors (M) yrkande "
        "och finner att Eva Sjös (S) yrkande antas som motförslag."
    )
    assert t.said() == [f"För att utse motförslag {counter}"]
    t.put("huvudfråga", PREPARED, "motion-1", winner="bifall")
    assert t.said() == [
        f"För att utse motförslag till förslaget till beslut {counter}",
        "Ordföranden ställer proposition på förslaget till beslut mot Eva Sjös (S) yrkande "
        "och finner att kultur- och fritidsnämnden beslutar enligt förslaget till beslut.",
    ]


# --- the decision


def test_a_point_that_was_rejected_is_not_decided_and_one_left_alone_has_no_number() -> None:
    t = One(Item(title="Budget", proposal="1. Nämnden antar budgeten.\n2. Nämnden följer upp den."))
    t.move("avslag", points=(2,))
    t.put("huvudfråga", PREPARED, "motion-1", winner="motion-1", points=(2,))
    assert t.decide("motion-1") == "Nämnden antar budgeten."


def test_a_motion_that_speaks_for_another_decides_as_that_one() -> None:
    t = moved("ändring", "Nämnden antar hälften.")
    t.move("bifall", "rut-fors", target="motion-1")
    t.put("huvudfråga", PREPARED, "motion-1", winner="motion-1")
    assert t.decide("motion-2") == "Nämnden antar hälften."
    assert t.words.proposal(t.one, "motion-2") == "Eva Sjös (S) yrkande"


def test_what_is_called_somebodys_proposal_is_not_called_a_proposal_twice() -> None:
    t = One(Item(title="Budget", proposal="Budgeten antas.", proposed_by="Arbetsutskottets förslag"))
    assert t.words.prepared(t.one) == "arbetsutskottets förslag"


# --- facts, each in a sentence


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (ev.Resigned(at=START, persons=("eva-sjo",), office="ledamot"), "Eva Sjö (S) befrias från uppdraget som ledamot."),
        (
            ev.ProportionalDemanded(at=START, persons=("eva-sjo", "rut-fors"), places=3),
            "Eva Sjö (S) och Rut Fors (M) begär att valet ska vara proportionellt.",
        ),
        (ev.AnswerGiven(at=START, asked_by=("eva-sjo",)), "Eva Sjös (S) fråga besvaras vid ett senare sammanträde."),
        (ev.AnswerGiven(at=START, asked_by=("eva-sjo",), answered_by=("per-lind",)), "Per Lind (S) besvarar Eva Sjös (S) fråga."),
        (
            ev.MotionRefused(at=START, motion="motion-1", reason="det väcker ett nytt ärende"),
            "Ordföranden vägrar proposition på Eva Sjös (S) yrkande med motiveringen att det väcker ett nytt ärende.",
        ),
        (
            ev.MotionRefused(at=START, motion="motion-1", overruled=True),
            "Kultur- och fritidsnämnden beslutar att proposition ändå ska ställas på Eva Sjös (S) yrkande.",
        ),
    ],
    ids=lambda x: type(x).__name__ if isinstance(x, ev.Event) else None,
)
def test_a_fact_has_its_sentence(event: ev.Event, said: str) -> None:
    t = moved("nytt förslag", "att X")
    assert sentence(t.meeting, t.one, event, STYLE) == said


def test_r_1202_the_public_is_shown_out_and_let_in() -> None:
    t = One()
    t.act(ev.DoorsClosed(at=t.now, reason="känsliga uppgifter"))
    t.act(ev.DoorsOpened(at=t.now))
    assert [said.replace("\u00a0", " ") for said in doors(t.words, t.one)] == [
        "Från kl. 13.03 hålls sammanträdet inom stängda dörrar (känsliga uppgifter).",
        "Från kl. 13.04 är sammanträdet åter offentligt.",
    ]


def came(t: One, event: ev.Event, item: str = "information") -> list[str]:
    """What the next § tells of somebody who came, went or moved before it."""
    t.act(ev.Decided(at=t.now))
    t.act(event)
    t.act(ev.ItemOpened(at=t.now, items=(item,)))
    return [said.replace("\u00a0", " ") for said in comings(t.words, t.item(item))]


def test_r_207_one_who_stays_and_no_longer_serves_steps_down_and_one_who_goes_over_to_the_link_does_nothing() -> None:
    assert came(One(), ev.PersonArrived(at=START, person="rut-fors", serves=False)) == [
        "Rut Fors (M) lämnar sin tjänstgöring kl. 13.00 efter § 82."
    ]
    assert came(One(), ev.PersonArrived(at=START, person="rut-fors", remote=True)) == []


def test_r_206_a_member_who_comes_late_takes_the_seat_from_the_substitute() -> None:
    t = One(None, "eva-sjo")
    t.act(ev.SubstituteSeated(at=t.now, substitute="maj-dahl", seat_of="eva-sjo"))
    t.act(ev.Decided(at=t.now))
    t.act(ev.SubstituteUnseated(at=t.now, substitute="maj-dahl"))
    t.act(ev.PersonArrived(at=t.now, person="eva-sjo"))
    t.act(ev.ItemOpened(at=t.now, items=("information",)))
    assert [said.replace("\u00a0", " ") for said in comings(t.words, t.item("information"))] == [
        "Eva Sjö (S) tjänstgör från och med § 83, kl. 13.06. Maj Dahl (S) lämnar samtidigt sin tjänstgöring."
    ]


def test_one_who_is_marked_present_and_then_not_before_the_meeting_opens_has_never_been_there() -> None:
    t = Table()
    t.everybody()
    t.act(ev.PersonLeft(at=t.now, person="eva-sjo"))
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.ItemOpened(at=t.now, items=("budget",)))
    assert "eva-sjo" not in t.meeting.stays
    assert comings(Words(t.meeting, STYLE), t.item("budget")) == ()


# --- standing items


def test_the_approvers_of_the_agenda_are_printed_until_others_are_chosen_with_their_day() -> None:
    approvers = Item(title="Val av justerare", kind="formalia")
    t = One(approvers, approvers=("Karin Berg", "Okänd Person"))
    assert (
        standing_decision(t.meeting, t.one, STYLE)
        == "Karin Berg (M) och Okänd Person utses att tillsammans med ordföranden justera protokollet."
    )
    t.act(ev.ApproversChosen(at=t.now, persons=("eva-sjo",), date=date(2026, 3, 16), time=time(9), place="kansliet"))
    chosen = "Eva Sjö (S) utses att tillsammans med ordföranden justera protokollet. Justering sker 2026-03-16"
    assert standing_decision(t.meeting, t.one, STYLE).replace("\u00a0", " ") == f"{chosen} kl. 09.00, kansliet."
    t.act(ev.ApproversChosen(at=t.now, persons=("eva-sjo",), date=date(2026, 3, 16)))
    assert standing_decision(t.meeting, t.one, STYLE) == f"{chosen}."


@pytest.mark.parametrize(
    "item",
    [
        Item(title="Val av justerare", kind="formalia"),
        Item(title="Val av justerare", kind="formalia", proposal="Eva Sjö utses."),
        Item(title="Upprop", kind="formalia"),
    ],
    ids=["nobody is known", "it has a proposal", "another formality"],
)
def test_a_standing_item_of_which_nothing_is_known_has_no_words_of_its_own(item: Item) -> None:
    t = One(item)
    assert standing_decision(t.meeting, t.one, STYLE) == ""


def test_r_403_an_item_for_declaring_jav_tells_that_nobody_did_once_it_is_over() -> None:
    t = One(Item(title="Anmälan av jäv", kind="formalia"))
    assert declarations(t.words, t.one) == ()
    t.act(ev.Decided(at=t.now))
    assert declarations(t.words, t.one) == ("Ingen anmäler jäv.",)


def test_r_405_a_disputed_jav_is_tried_before_anything_else_is_put() -> None:
    t = moved("avslag")
    t.act(ev.MemberRecused(at=t.now, persons=("rut-fors",), disputed=True))
    first, *_ = script(t.meeting, STYLE, t.now)
    assert (first.code, str(first).splitlines()[0]) == (
        "M-11",
        "Fråga har uppkommit om Rut Fors (M) är jävig. Rut Fors (M) lämnar lokalen. Anser kultur- och fritidsnämnden att jäv föreligger?",
    )


@pytest.mark.parametrize(("minutes", "until"), [(15, " till kl. 13.17"), (None, "")])
def test_a_pause_on_the_agenda_is_an_adjournment_until_its_end(minutes: int | None, until: str) -> None:
    t = One(Item(title="Fika", kind="paus", minutes=minutes))
    (only,) = script(t.meeting, STYLE, t.now)
    assert (only.code, str(only).splitlines()[0]) == ("M-13", f"Sammanträdet ajourneras{until}.")


def test_one_who_asks_for_a_reply_gets_the_floor_for_that() -> None:
    t = One()
    t.act(ev.SpeakerQueued(at=t.now, person="eva-sjo", kind="replik"))
    assert "Ordet till Eva Sjö (S), replik." in [str(part) for part in script(t.meeting, STYLE, t.now)]
