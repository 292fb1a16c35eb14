"""The worked meeting of Kultur- och fritidsnämnden, row by row, through the ways the keys take: `Log.tried` and `Log.extend`.

Each test plays the meeting up to its row and reads what the program says there; the last ones read the cover and the days.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from agendas.model import Agenda, Rules
from exports.as_markdown import markdown
from exports.attendance_lines import Attendance
from exports.protocol import protocol
from exports.style import load_style
from exports.words import Words
from sessions import events as ev
from sessions.attendance import deciding, present, quorate, serving
from sessions.dates import deadlines
from sessions.elections import must_be_proportional, required_for_proportional
from sessions.events import PREPARED, Choice, Event
from sessions.findings import findings
from sessions.meeting import ItemState, Meeting
from sessions.procedure import after_vote, next_question, settlement, vote_demanded
from sessions.proposals import DECIDE_TODAY
from sessions.roll import marked
from sessions.substitutes import proposed_substitutes
from sessions.voting import minority, result, roll
from tests.exports.scenario import ROSTER, agenda, at
from tests.sessions.table import Table

ORDER = {"S": ("S", "C", "V"), "C": ("C", "S", "V"), "V": ("V", "S", "C"), "M": ("M", "SD"), "SD": ("SD", "M")}
FORS = ("karin-berg", "jan-strom", "rut-fors", "siv-rask")
LINES = (
    "Lena Ek (C), 1:e vice ordförande, ej § 84",
    "Anna Holm (S) §§ 82–87",
    "Bo Lund (C) §§ 82–85",
    "Maj Dahl (S), tjg ers. för Ali Noor (S)",
    "Siv Rask (M), tjg ers. för Kurt Varg (SD)",
    "Olle Dahl (C), tjg ers. för Lena Ek (C) § 84, för Bo Lund (C) §§ 86–89",
)


def planned() -> Agenda:
    """As in `scenario.py`, with the local order of entry."""
    return replace(agenda(), rules=Rules(party_order=ORDER))


class Chamber(Table):
    """The nämnd at work: each act with the time that it had."""

    def __init__(self) -> None:
        super().__init__(planned())

    def said(self, *events: Event) -> str | None:
        """What stands against an act; it is not recorded."""
        trial = self.log.tried(events)
        assert trial.reason is None, trial.reason
        return trial.objection

    def lawful(self, *events: Event) -> None:
        """An act that nothing stands against."""
        assert self.said(*events) is None
        self.act(*events)

    def open(self, item: str, when: datetime) -> ItemState:
        self.lawful(ev.ItemOpened(at=when, items=(item,)))
        return self.item(item)

    def vote(self, item: str, when: datetime, **choices: tuple[str, ...]) -> None:
        """Ask for a vote on what was found, call the roll, close it, and record what it came to."""
        question = vote_demanded(self.meeting, self.item(item))
        assert question is not None
        yes, no = question.alternatives
        asked = self.item(item).questions[-1:]
        if not asked or asked[0].entry.event.alternatives != question.alternatives:
            self.lawful(ev.QuestionPut(at=when, kind=question.kind, form=question.form, alternatives=question.alternatives))
        self.lawful(ev.VoteOpened(at=when, yes=yes, no=no))
        said: dict[str, Choice] = {p: choice for choice, persons in choices.items() for p in persons}  # type: ignore[misc]
        called = roll(self.meeting, self.item(item))
        assert called[-1] == "per-lind"
        for person in called:
            self.lawful(ev.VoteCast(at=when, person=person, choice=said.get(person, "avstår")))
        self.lawful(ev.VoteClosed(at=when))
        after = after_vote(self.meeting, self.item(item))
        assert after is not None
        self.lawful(ev.QuestionAnswered(at=when, winner=after.winner, by=after.by))


def called_to_order() -> Chamber:
    """Upprop: those who are there, and the substitutes that are next in turn."""
    t = Chamber()
    for person in t.log.agenda.people:
        if person.id not in {"ali-noor", "tim-alm", "kurt-varg", "olof-krok"}:
            t.act(*marked(t.meeting, person.id, "närvarande", at(13)))
    for proposed in proposed_substitutes(t.meeting):
        t.lawful(ev.SubstituteSeated(at=at(13), substitute=proposed.substitute, seat_of=proposed.seat_of))
    t.lawful(ev.MeetingOpened(at=at(13)))
    return t


def through(last: int) -> Chamber:
    """The meeting until the end of a §."""
    t = called_to_order()
    for number, play in ((83, _begin), (84, _grant), (85, _pool), (86, _library), (87, _permit), (88, _lottery), (89, _committee)):
        if number <= last:
            play(t)
    return t


def _begin(t: Chamber) -> None:
    for item in ("val-av-justerare", "dagordning"):
        t.open(item, at(13, 5))
        t.lawful(ev.Decided(at=at(13, 6)))
    t.act(ev.ApproversChosen(at=at(13, 6), persons=("karin-berg",), date=date(2026, 3, 17)))


def _grant(t: Chamber) -> None:
    item = t.open("bidrag", at(13, 20))
    stand_in = ev.SubstituteSeated(at=at(13, 20), substitute="olle-dahl", seat_of="lena-ek", items=(item.id,))
    t.lawful(ev.MemberRecused(at=at(13, 20), persons=("lena-ek",)), stand_in)
    t.lawful(ev.MotionMoved(at=at(13, 22), kind="avslag", by=("karin-berg",)))
    t.lawful(ev.MotionMoved(at=at(13, 23), kind="bifall", by=("per-lind",)))
    question = next_question(t.meeting, t.item("bidrag"))
    assert question is not None
    assert (question.form, question.alternatives) == ("bifall eller avslag", (PREPARED, "motion-1"))
    t.lawful(ev.QuestionPut(at=at(13, 24), kind=question.kind, form=question.form, alternatives=question.alternatives))
    t.lawful(ev.QuestionAnswered(at=at(13, 24), winner=PREPARED))
    t.lawful(ev.Decided(at=at(13, 25)))
    t.lawful(ev.ReservationMade(at=at(13, 26), persons=("karin-berg",), in_favour_of="motion-1", to_be_handed_in=True))


def _pool(t: Chamber) -> None:
    t.open("simhall", at(14))
    t.lawful(ev.MotionMoved(at=at(14), kind="nytt förslag", by=("karin-berg",), text="att öppettiderna är oförändrade"))
    t.lawful(ev.MotionMoved(at=at(14), kind="nytt förslag", by=("pia-ro",), text="att öppettiderna utökas med åtta timmar"))
    question = next_question(t.meeting, t.item("simhall"))
    assert question is not None
    assert question.alternatives == (PREPARED, "motion-1", "motion-2")
    t.lawful(ev.QuestionPut(at=at(14, 10), kind=question.kind, form=question.form, alternatives=question.alternatives))
    t.lawful(ev.QuestionAnswered(at=at(14, 10), winner=PREPARED))
    t.vote("simhall", at(14, 12), ja=FORS, nej=("pia-ro",))
    t.vote("simhall", at(14, 14), ja=("per-lind", "anna-holm", "maj-dahl", "eva-sjo", "lena-ek", "bo-lund"), nej=FORS)
    t.lawful(ev.Decided(at=at(14, 15)))
    seated = proposed_substitutes(t.log.tried((ev.PersonLeft(at=at(14, 40), person="bo-lund"),)).meeting, ("bo-lund",))
    assert [s.substitute for s in seated] == ["olle-dahl"]
    t.lawful(ev.PersonLeft(at=at(14, 40), person="bo-lund"), ev.SubstituteSeated(at=at(14, 40), substitute="olle-dahl", seat_of="bo-lund"))


def _library(t: Chamber) -> None:
    t.open("bibliotek", at(14, 45))
    t.lawful(ev.MotionMoved(at=at(14, 45), kind="återremiss", by=("karin-berg",), text="att barnperspektivet ska belysas"))
    t.vote("bibliotek", at(14, 48), ja=("per-lind", "anna-holm", "maj-dahl", "eva-sjo", "lena-ek", "olle-dahl", "pia-ro"), nej=FORS)
    t.lawful(ev.Decided(at=at(14, 50)))


def _permit(t: Chamber) -> None:
    t.open("tillstand", at(15))
    t.act(ev.TextWritten(at=at(15), section="summary", text="Sökanden uppfyller kraven."))
    t.lawful(ev.MotionMoved(at=at(15, 1), kind="avslag", by=("karin-berg",)))
    for_it = ("per-lind", "anna-holm", "maj-dahl", "eva-sjo", "lena-ek", "olle-dahl", "pia-ro")
    t.vote("tillstand", at(15, 2), ja=for_it, nej=FORS)
    t.lawful(ev.Decided(at=at(15, 5)))
    t.lawful(ev.PersonLeft(at=at(15, 10), person="anna-holm"))


def _lottery(t: Chamber) -> None:
    t.open("lotteri", at(15, 12))
    t.lawful(ev.MotionMoved(at=at(15, 12), kind="avslag", by=("karin-berg",)))
    t.vote("lotteri", at(15, 15), ja=("per-lind", "maj-dahl", "eva-sjo", "lena-ek", "olle-dahl"), nej=(*FORS, "pia-ro"))
    t.lawful(ev.Decided(at=at(15, 18)))
    t.act(*marked(t.meeting, "bo-lund", "närvarande", at(15, 20)))


def _committee(t: Chamber) -> None:
    t.open("utskott", at(15, 30))
    t.lawful(ev.ProportionalDemanded(at=at(15, 31), persons=("karin-berg", "jan-strom", "rut-fors"), places=3))
    elected = ("per-lind", "eva-sjo", "karin-berg")
    t.lawful(ev.Elected(at=at(15, 35), office="ledamöter i utskottet", persons=elected, by="proportionellt val"))
    t.lawful(ev.Decided(at=at(15, 36)))
    t.lawful(ev.MeetingClosed(at=at(15, 45)))


def test_r_204_r_301_the_roll_call_seats_the_substitutes_in_turn():
    t = called_to_order()
    seats = {s.entry.event.substitute: s.entry.event.seat_of for s in t.meeting.seatings}
    assert seats == {"maj-dahl": "ali-noor", "pia-ro": "tim-alm", "siv-rask": "kurt-varg"}
    assert len(serving(t.meeting)) == 11
    assert quorate(t.meeting)


def test_r_1302_formalia_are_numbered():
    t = through(83)
    assert (t.item("val-av-justerare").paragraph, t.item("dagordning").paragraph) == (82, 83)


def test_r_404_r_406_r_412_jav_in_one_paragraph_only():
    t = through(84)
    item = t.item("bidrag")
    assert "olle-dahl" in serving(t.meeting, item)
    assert len(present(t.meeting, item)) == 11
    assert "olle-dahl" not in serving(t.meeting)
    assert "lena-ek" in serving(t.meeting)
    text = markdown(protocol(t.meeting, load_style("standard"))).replace("\u00a0", " ")
    assert (
        "Lena Ek (C) anmäler jäv och deltar inte i handläggningen av eller beslutet i ärendet. Olle Dahl (C) tjänstgör i stället." in text
    )
    assert "Karin Berg (M) yrkar avslag på förvaltningens förslag." in text
    assert "Per Lind (S) yrkar bifall till förvaltningens förslag." in text
    assert "Ordföranden ställer proposition på bifall mot avslag och finner att kultur- och fritidsnämnden beslutar enligt" in text
    assert "Mot beslutet reserverar sig Karin Berg (M) till förmån för eget yrkande." in text


def test_r_706_r_707_r_711_the_counter_proposal_and_then_the_main_vote():
    t = through(85)
    item = t.item("simhall")
    first, main = (result(t.meeting, item, v) for v in item.votes)
    assert (first.yes, first.no, first.abstain, first.side) == (4, 1, 6, "ja")
    assert (main.yes, main.no, main.abstain, main.side) == (6, 4, 1, "ja")
    assert main.cast == 11 == len(deciding(t.meeting, item))
    settled = settlement(item)
    assert settled is not None
    assert settled.winner == PREPARED


def test_r_207_who_leaves_is_replaced_from_the_next_paragraph():
    t = through(86)
    assert "bo-lund" in serving(t.meeting, t.item("simhall"))
    assert "olle-dahl" in serving(t.meeting, t.item("bibliotek"))
    assert "bo-lund" not in serving(t.meeting, t.item("bibliotek"))


def test_r_612_r_613_a_referral_needs_a_majority_in_a_namnd_and_a_third_in_fullmaktige():
    t = through(86)
    item = t.item("bibliotek")
    vote = result(t.meeting, item, item.votes[0])
    assert (vote.yes, vote.no, vote.side, vote.by) == (7, 4, "ja", "röster")
    assert item.questions[0].answer is not None
    assert item.questions[0].answer.event.winner == DECIDE_TODAY
    assert minority(11) == 4
    fullmaktige: Meeting = replace(t.meeting, plan=replace(t.meeting.plan, kind="fullmäktige"))
    assert result(fullmaktige, item, item.votes[0]).by == "minoritet"


def test_r_504_nobody_may_abstain_from_the_only_vote_on_authority():
    t = through(86)
    t.open("tillstand", at(15))
    t.act(ev.MotionMoved(at=at(15, 1), kind="avslag", by=("karin-berg",)))
    t.act(ev.QuestionPut(at=at(15, 2), form="bifall eller avslag", alternatives=(PREPARED, "motion-1")))
    t.act(ev.VoteOpened(at=at(15, 2), yes=PREPARED, no="motion-1"))
    against = t.said(ev.VoteCast(at=at(15, 2), person="pia-ro", choice="avstår"))
    assert against is not None
    assert "Pia Rö (V) måste rösta för ett av förslagen (R-504)" in against
    assert t.said(ev.VoteCast(at=at(15, 2), person="pia-ro", choice="nej")) is None


def test_r_204_r_301_a_seat_that_nobody_can_fill_stays_empty():
    t = through(87)
    assert [s.seat_of for s in proposed_substitutes(t.meeting)] == []
    assert len(serving(t.meeting)) == 10
    assert quorate(t.meeting)


def test_r_708_the_chairs_own_vote_decides_a_tie():
    t = through(88)
    item = t.item("lotteri")
    vote = result(t.meeting, item, item.votes[0])
    assert (vote.yes, vote.no, vote.side, vote.by) == (5, 5, "ja", "utslagsröst")
    assert "Vid lika röstetal avgör ordförandens utslagsröst." in markdown(protocol(t.meeting, load_style("standard")))


def test_r_207_who_comes_back_may_sit_in_but_not_serve():
    t = through(88)
    assert "bo-lund" not in serving(t.meeting)
    assert "olle-dahl" in serving(t.meeting)
    back = t.said(ev.SubstituteUnseated(at=at(15, 21), substitute="olle-dahl"))
    assert back is not None
    assert "Bo Lund (C) avbröt sin tjänstgöring kl. 14.40" in back


def test_r_714_three_of_ten_can_demand_a_proportional_election():
    t = through(89)
    assert required_for_proportional(10, 3) == 3
    assert must_be_proportional(t.meeting, t.item("utskott"))


def test_r_802_r_803_a_reservation_after_the_close_is_refused_but_the_text_of_an_announced_one_is_not():
    t = through(89)
    late = t.said(ev.ReservationMade(at=at(16, 10), item="lotteri", persons=("pia-ro",)))
    assert late is not None
    assert "(R-802)" in late
    t.lawful(ev.LateTextReceived(at=at(16, 10), item="bidrag", of="reservation-1", text="Bidraget är för stort."))
    assert t.item("bidrag").reservations[0].text == "Bidraget är för stort."


def test_r_1101_r_1107_r_1110_the_days_after_the_meeting():
    found = deadlines(date(2026, 3, 12), date(2026, 3, 17), date(2026, 3, 18))
    assert [d.isoformat() for d in (found.approval, found.notice, found.appeal, found.takedown)] == [
        "2026-03-26",
        "2026-03-19",
        "2026-04-08",
        "2026-04-09",
    ]


@pytest.mark.parametrize("line", LINES)
def test_r_1304_the_cover_says_word_for_word_who_served_when(line):
    meeting = through(89).meeting
    items = tuple(x for x in meeting.numbered if x.opened)
    said = Attendance(Words(meeting, load_style("standard")), items).group(("ledamöter", "tjänstgörande ersättare"))
    assert line in [text.replace("\u00a0", " ") for text in said]


def test_the_cover_says_which_paragraphs():
    text = markdown(protocol(through(89).meeting, load_style("standard"))).replace("\u00a0", " ")
    assert "**Paragrafer** §§ 82–89" in text


def test_the_meeting_as_a_whole_has_only_the_promised_text_to_see():
    meeting = through(89).meeting
    assert len(ROSTER) == 17
    assert [(f.rule, f.item) for f in findings(meeting)] == [("R-803", "bidrag")]
