"""The chair's script, word for word, in a meeting that passes through each of M-1–M-16: nämnd, utskott and fullmäktige."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from agendas.model import Agenda, Item, MeetingPlan, Person, with_ids
from exports.script import formality, item_number, opening, script
from exports.style import load_style
from sessions import events as ev
from sessions.meeting import ItemState
from sessions.minority import minority
from tests.exports.scenario import SWEDEN, agenda, at, vote
from tests.sessions.table import Table

STYLE = load_style()


class Chair(Table):
    """A table, and what its chair is to say."""

    reservations = False

    def says(self, hour: int = 13, minute: int = 0) -> list[str]:
        """Every script of the moment: its code, then its lines."""
        found = script(self.meeting, STYLE, at(hour, minute), reservations=self.reservations)
        return [line for part in found for line in (part.code, *str(part).splitlines())]

    def open(self, item: str, hour: int = 13, minute: int = 0) -> None:
        self.act(ev.ItemOpened(at=at(hour, minute), items=(item,)))

    def decide(self) -> None:
        self.act(ev.Decided(at=at(13)))


@pytest.fixture
def chair() -> Chair:
    """Kultur- och fritidsnämnden in the chair's hands: eleven seats, eight members and three substitutes."""
    t = Chair(agenda())
    t.everybody("ali-noor", "tim-alm", "kurt-varg", "olof-krok")
    return t


def begun(t: Chair) -> Chair:
    t.act(ev.MeetingOpened(at=at(13)))
    for substitute, member in (("maj-dahl", "ali-noor"), ("pia-ro", "tim-alm"), ("siv-rask", "kurt-varg")):
        t.act(ev.SubstituteSeated(at=at(13), substitute=substitute, seat_of=member))
    return t


def test_m1_m2_the_beginning(chair):
    assert chair.says() == ["M-1", "Härmed förklarar jag sammanträdet öppnat.", "⚒", "Välkomna."]
    assert begun(chair).says() == [
        "M-2",
        "Sekreteraren förrättar upprop.",
        "…",
        "Vi är 11 tjänstgörande av 11 ledamöter och kultur- och fritidsnämnden är beslutför. Uppropet är därmed avslutat.",
        "⚒",
    ]


def test_m3_approvers(chair):
    begun(chair).open("val-av-justerare")
    assert chair.says()[:2] == ["M-3", "Till justerare föreslås …. Kan kultur- och fritidsnämnden utse …?"]
    chair.act(ev.ApproversChosen(at=at(13), persons=("karin-berg", "bo-lund"), date=date(2026, 3, 17), time=time(9)))
    assert chair.says() == [
        "M-3",
        "Till justerare föreslås Karin Berg (M), med Bo Lund (C) som ersättare. Kan kultur- och fritidsnämnden utse Karin Berg (M)?",
        "N: Ja.",
        "Svaret är ja.",
        "⚒",
        "Justering sker 2026-03-17 kl. 09.00.",
    ]


def test_m4_the_agenda_with_and_without_changes(chair):
    begun(chair).open("dagordning")
    plain = chair.says()
    assert plain == [
        "M-4",
        "Finns det tillägg eller ändringar?",
        "…",
        "Kan vi fastställa dagordningen?",
        "N: Ja.",
        "Svaret är ja.",
        "⚒",
        "Är det någon som vill anmäla jäv i något ärende?",
    ]
    chair.act(ev.ItemWithdrawn(at=at(13), item="utskott"))
    assert chair.says()[3] == "Kan vi fastställa dagordningen med den ändringen?"
    chair.act(ev.ItemAdded(at=at(13), title="Nytt"))
    assert chair.says()[3] == "Kan vi fastställa dagordningen med de ändringarna?"


def test_m5_one_proposal(chair):
    begun(chair).open("tillstand")
    assert chair.says() == [
        "M-5",
        "Vi går till ärende 6, Tillstånd. Ordet till Sven Skrivare.",
        "…",
        "Ordet är fritt.",
        "…",
        "Ingen mer begär ordet. Jag förklarar överläggningen avslutad. Är kultur- och fritidsnämnden beredd att gå till beslut?",
        "N: Ja.",
        "Det finns ett förslag. Beslutar kultur- och fritidsnämnden enligt förslaget till beslut?",
        "N: Ja.",
        "Jag finner att kultur- och fritidsnämnden beslutar enligt förslaget till beslut.",
        "(paus)",
        "⚒",
    ]
    chair.open("bibliotek")
    assert chair.says()[7:10] == [
        "Det finns ett förslag, förvaltningens. Beslutar kultur- och fritidsnämnden enligt förvaltningens förslag?",
        "N: Ja.",
        "Jag finner att kultur- och fritidsnämnden beslutar enligt förvaltningens förslag.",
    ]
    chair.act(ev.DebateClosed(at=at(13)))
    assert chair.says()[1].startswith("Det finns ett förslag"), "the debate is over: only the question is left"


def test_m5_the_next_speaker_is_given_the_floor(chair):
    begun(chair).open("bibliotek")
    chair.act(ev.SpeakerQueued(at=at(13), person="eva-sjo"))
    chair.act(ev.SpeakerQueued(at=at(13), person="rut-fors", kind="replik"))
    assert chair.says()[:2] == ["M-5", "Ordet till Rut Fors (M), replik."]
    chair.act(ev.SpeakerStarted(at=at(13), person="rut-fors", kind="replik"))
    assert not any(line.startswith("Ordet till") for line in chair.says())


def test_m6_two_proposals(chair):
    begun(chair).open("bibliotek")
    chair.act(ev.MotionMoved(at=at(13), kind="avslag", by=("karin-berg",)))
    assert chair.says() == [
        "M-5",
        "Ingen mer begär ordet. Jag förklarar överläggningen avslutad. Är kultur- och fritidsnämnden beredd att gå till beslut?",
        "N: Ja.",
        "M-6",
        "Jag har uppfattat två förslag: förvaltningens förslag och Karin Bergs (M) yrkande om avslag. Är det rätt uppfattat?",
        "N: Ja.",
        "⚒",
        "Jag ställer förslagen mot varandra. De som bifaller förvaltningens förslag säger ja.",
        "N: Ja!",
        "De som bifaller Karin Bergs (M) yrkande säger ja.",
        "N: Ja!",
        "Jag finner att kultur- och fritidsnämnden beslutar enligt …",
        "(paus; votering begärs → M-8)",
        "⚒",
    ]
    chair.act(ev.QuestionPut(at=at(13), form="bifall eller avslag", alternatives=("förslaget", "motion-1")))
    chair.act(ev.QuestionAnswered(at=at(13), winner="förslaget"))
    assert chair.says() == ["M-6", "Jag finner att kultur- och fritidsnämnden beslutar enligt förvaltningens förslag.", "(paus)", "⚒"]


def test_m6_tells_in_a_breath_what_a_motion_is_about(chair):
    begun(chair).open("simhall")
    chair.act(ev.MotionMoved(at=at(13), kind="nytt förslag", by=("pia-ro",), text="att öppettiderna är oförändrade."))
    assert "Pia Rös (V) yrkande om att öppettiderna är oförändrade. Är det" in chair.says()[4]
    chair.act(ev.MotionWithdrawn(at=at(13), motion="motion-1"))
    chair.act(ev.MotionMoved(at=at(13), kind="ändring", by=("pia-ro",), points=(1,), text="att " + "mycket " * 40))
    assert "Pia Rös (V) yrkande om ändring av punkt 1. Är det" in chair.says()[4]


def three(t: Chair) -> None:
    t.open("simhall")
    t.act(ev.MotionMoved(at=at(13), kind="nytt förslag", by=("karin-berg",), text="att öppettiderna är oförändrade"))
    t.act(ev.MotionMoved(at=at(13), kind="nytt förslag", by=("pia-ro",), text="att öppettiderna utökas med åtta timmar"))


def test_m7_three_proposals_and_the_choice_of_a_rival(chair):
    three(begun(chair))
    a, b, c = "förvaltningens förslag", "Karin Bergs (M) yrkande", "Pia Rös (V) yrkande"
    rival = [
        f"Votering är begärd och ska verkställas. Förvaltningens förslag är huvudförslag. För att utse motförslag ställer jag {b} mot {c}.",
        f"Ska {b} vara motförslag? … Ska {c} vara motförslag?",
        "Jag finner att … är motförslag.",
        f"(votering kan begäras även här: ja för {b}, nej för {c})",
        "⚒",
    ]
    assert chair.says()[3:] == [
        "M-7",
        f"Det finns tre förslag: {a}, {b} och {c}. Jag föreslår att de prövas vart för sig. Kan propositionsordningen godkännas?",
        "N: Ja.",
        "⚒",
        f"Bifaller kultur- och fritidsnämnden {a}? … {b}? … {c}?",
        "Jag finner att kultur- och fritidsnämnden bifaller …",
        "Om votering begärs:",
        *rival,
    ]
    chair.act(ev.QuestionPut(at=at(14), form="var för sig", alternatives=("förslaget", "motion-1", "motion-2")))
    chair.act(ev.QuestionAnswered(at=at(14), winner="förslaget"))
    chair.act(ev.QuestionPut(at=at(14), kind="motförslag", alternatives=("motion-1", "motion-2")))
    assert chair.says() == ["M-7", *rival]
    chair.act(ev.QuestionAnswered(at=at(14), winner="motion-1"))
    assert chair.says()[:2] == [
        "M-8",
        f"Votering är begärd och ska verkställas. Ja-röst för bifall till {a}, nej-röst för bifall till {b}. "
        "Kan omröstningsordningen godkännas?",
    ], "A stands against B"


def test_m8_a_vote_from_its_order_to_its_result(chair):
    three(begun(chair))
    chair.act(ev.QuestionPut(at=at(14), alternatives=("förslaget", "motion-1")))
    chair.act(ev.VoteOpened(at=at(14), yes="förslaget", no="motion-1"))
    assert chair.says() == [
        "M-8",
        "Votering är begärd och ska verkställas. Ja-röst för bifall till förvaltningens förslag, nej-röst för bifall till "
        "Karin Bergs (M) yrkande. Kan omröstningsordningen godkännas?",
        "N: Ja.",
        "⚒",
        "Sekreteraren ropar upp. Svara ja, nej eller avstår.",
        "…",
        "Har alla avgett sin röst? Omröstningen är avslutad.",
        "⚒",
    ]
    yes = ("karin-berg", "anna-holm", "eva-sjo", "maj-dahl", "lena-ek", "bo-lund")
    for person in yes:
        chair.act(ev.VoteCast(at=at(14), person=person, choice="nej"))
    assert chair.says()[1] == "Sekreteraren ropar upp. Svara ja, nej eller avstår.", "the order is approved: the roll goes on"
    for person in ("jan-strom", "rut-fors", "siv-rask", "per-lind"):
        chair.act(ev.VoteCast(at=at(14), person=person, choice="ja"))
    chair.act(ev.VoteCast(at=at(14), person="pia-ro", choice="avstår"))
    result = [
        "M-8",
        "Resultatet är 4 ja, 6 nej, 1 avstår. Kultur- och fritidsnämnden har beslutat enligt Karin Bergs (M) yrkande.",
        "⚒",
    ]
    assert chair.says() == ["M-8", "Har alla avgett sin röst? Omröstningen är avslutad.", "⚒", *result]
    chair.act(
        ev.VoteClosed(at=at(14)),
        ev.QuestionAnswered(at=at(14), winner="motion-1", by="votering"),
        ev.Decided(at=at(14), winner="motion-1"),
    )
    assert chair.says()[:3] == result, "the result is still to be told when the secretary has recorded it"


def test_m9_a_tie(chair):
    begun(chair).open("bibliotek")
    chair.act(ev.PersonLeft(at=at(14), person="bo-lund"))
    chair.act(ev.MotionMoved(at=at(14), kind="avslag", by=("karin-berg",)))
    chair.act(ev.QuestionPut(at=at(14), form="bifall eller avslag", alternatives=("förslaget", "motion-1")))
    chair.act(ev.VoteOpened(at=at(14), yes="bifall till förvaltningens förslag", no="avslag"))
    for person in ("maj-dahl", "eva-sjo", "lena-ek", "anna-holm"):
        chair.act(ev.VoteCast(at=at(14), person=person, choice="ja"))
    for person in ("karin-berg", "jan-strom", "rut-fors", "siv-rask", "pia-ro"):
        chair.act(ev.VoteCast(at=at(14), person=person, choice="nej"))
    chair.act(ev.VoteCast(at=at(14), person="per-lind", choice="ja"))
    assert chair.says()[3:] == [
        "M-9",
        "Röstetalet är lika, 5 mot 5. Jag har röstat ja och min utslagsröst avgör. "
        "Kultur- och fritidsnämnden har beslutat enligt förvaltningens förslag.",
        "⚒",
    ]
    chair.act(ev.VoteCast(at=at(14), person="per-lind", choice="nej"))
    chair.act(ev.VoteCast(at=at(14), person="pia-ro", choice="ja"))
    assert chair.says()[4] == (
        "Röstetalet är lika, 5 mot 5. Jag har röstat nej och min utslagsröst avgör. "
        "Kultur- och fritidsnämnden har beslutat avslå förvaltningens förslag."
    )


def test_m9_a_tie_in_an_election_goes_to_the_lot(chair):
    begun(chair).open("utskott")
    chair.act(ev.VoteOpened(at=at(15), yes="Eva Sjö", no="Karin Berg", secret=True))
    chair.act(ev.VoteCounted(at=at(15), yes=5, no=5, abstain=1))
    assert chair.says()[3:5] == ["M-9", "Röstetalet är lika. Valet avgörs genom lottning."]


def test_m10_referral_that_is_carried_and_one_that_is_not(chair):
    begun(chair).open("bibliotek")
    chair.act(ev.MotionMoved(at=at(13), kind="återremiss", by=("karin-berg",), to_be_handed_in=True))
    assert chair.says()[:3] == ["M-10", "Hur lyder motiveringen?", "…"]
    chair.act(ev.LateTextReceived(at=at(13), of="motion-1", text="att barnperspektivet ska belysas"))
    assert chair.says() == [
        "M-10",
        "Det finns ett yrkande om återremiss. Jag prövar först om ärendet ska avgöras i dag.",
        "Ska ärendet avgöras i dag? … Ska ärendet återremitteras?",
        "Jag finner att ärendet ska avgöras i dag.",
        "⚒",
        "Annars:",
        "Ärendet återremitteras med motiveringen att barnperspektivet ska belysas.",
        "⚒",
    ]
    chair.act(ev.QuestionPut(at=at(13), kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1")))
    entry = chair.act(ev.QuestionAnswered(at=at(13), winner="avgörs i dag"))
    assert chair.says()[3].startswith("Det finns ett förslag, förvaltningens."), "it is settled today: M-5 goes on"
    chair.act(ev.Undone(at=at(13), act=entry.act))
    chair.act(ev.QuestionAnswered(at=at(13), winner="motion-1"))
    assert chair.says() == ["M-10", "Ärendet återremitteras med motiveringen att barnperspektivet ska belysas.", "⚒"]


def test_m10_postponement_is_put_before_referral(chair):
    begun(chair).open("bibliotek")
    chair.act(ev.MotionMoved(at=at(13), kind="återremiss", by=("karin-berg",), text="att utreda mer"))
    chair.act(ev.MotionMoved(at=at(13), kind="bordläggning", by=("pia-ro",)))
    assert chair.says()[1:3] == [
        "Det finns ett yrkande om bordläggning. Jag prövar först om ärendet ska avgöras i dag.",
        "Ska ärendet avgöras i dag? … Ska ärendet bordläggas?",
    ]
    assert chair.says()[6] == "Ärendet bordläggs."


def test_m11_jav_out_and_in_again(chair):
    begun(chair).open("bidrag")
    chair.act(
        ev.MemberRecused(at=at(13), persons=("lena-ek",)),
        ev.SubstituteSeated(at=at(13), substitute="olle-dahl", seat_of="lena-ek", items=("bidrag",)),
    )
    assert chair.says()[:2] == ["M-11", "Noteras. Lena Ek (C) lämnar lokalen, Olle Dahl (C) tjänstgör."]
    assert chair.says()[2] == "M-5"
    chair.decide()
    assert chair.says()[:2] == ["M-11", "Lena Ek (C) återinträder."]


def test_m11_the_chair_is_told_who_presides_instead_also_before_the_item(chair):
    begun(chair)
    chair.act(ev.MemberRecused(at=at(13), items=("bidrag",), persons=("per-lind",)))
    for item in ("val-av-justerare", "dagordning"):
        chair.open(item)
        chair.decide()
    assert chair.says()[:3] == ["M-11", "Noteras. Per Lind (S) lämnar lokalen.", "Lena Ek (C) leder sammanträdet i ärendet."]


def test_m11_disputed(chair):
    begun(chair).open("bidrag")
    chair.act(ev.MemberRecused(at=at(13), persons=("lena-ek",), disputed=True))
    assert chair.says()[:5] == [
        "M-11",
        "Fråga har uppkommit om Lena Ek (C) är jävig. Lena Ek (C) lämnar lokalen. Anser kultur- och fritidsnämnden att jäv föreligger?",
        "…",
        "Jag finner att jäv … föreligger.",
        "⚒",
    ]
    chair.act(ev.RecusalTried(at=at(13), person="lena-ek", found=False))
    assert chair.says()[0] == "M-5"


def test_m12_an_addition_after_the_main_question(chair):
    begun(chair).open("bibliotek")
    chair.act(ev.MotionMoved(at=at(13), kind="tillägg", by=("karin-berg",), text="att planen följs upp"))
    chair.act(ev.QuestionPut(at=at(13), alternatives=("förslaget",)))
    chair.act(ev.QuestionAnswered(at=at(13), winner="förslaget"))
    assert chair.says() == [
        "M-5",
        "Jag finner att kultur- och fritidsnämnden beslutar enligt förvaltningens förslag.",
        "(paus)",
        "⚒",
        "M-12",
        "Då återstår Karin Bergs (M) tilläggsyrkande. Bifaller kultur- och fritidsnämnden tilläggsyrkandet? … "
        "Avslår kultur- och fritidsnämnden tilläggsyrkandet?",
        "Jag finner att tilläggsyrkandet …",
        "⚒",
    ]


def test_m13_adjournment_with_and_without_a_time(chair):
    begun(chair)
    chair.act(ev.MeetingAdjourned(at=at(14), until=at(14, 20)))
    assert chair.says() == [
        "M-13",
        "Sammanträdet ajourneras till kl. 14.20.",
        "⚒",
        "…",
        "Sammanträdet återupptas. Vi är 11 tjänstgörande.",
        "⚒",
    ]


def test_m14_reservations_are_asked_for_only_where_that_is_wanted(chair):
    begun(chair).open("bibliotek")
    chair.act(ev.MotionMoved(at=at(13), kind="avslag", by=("karin-berg",)))
    chair.act(ev.QuestionPut(at=at(13), form="bifall eller avslag", alternatives=("förslaget", "motion-1")))
    chair.act(ev.QuestionAnswered(at=at(13), winner="förslaget"))
    chair.decide()
    assert "M-14" not in chair.says()
    chair.reservations = True
    assert chair.says()[:4] == [
        "M-14",
        "Vill någon reservera sig eller lämna protokollsanteckning?",
        "…",
        "Noteras. Skriftlig motivering lämnas före justeringen.",
    ]


def test_m15_immediate_approval(chair):
    begun(chair)
    chair.act(ev.ItemAmended(at=at(13), item="bidrag", field="immediate_approval", value=True))
    chair.open("bidrag")
    chair.decide()
    assert chair.says()[:4] == ["M-15", "Kan kultur- och fritidsnämnden besluta att paragrafen justeras omedelbart?", "N: Ja.", "⚒"]
    chair.act(ev.ImmediatelyApproved(at=at(13)))
    assert "M-15" not in chair.says()


def test_m16_the_end_and_nothing_after_it(chair):
    begun(chair)
    for item in chair.meeting.order:
        chair.open(item)
        chair.decide()
    assert chair.says(15, 45) == [
        "M-16",
        "Finns det något ytterligare?",
        "…",
        "Dagordningen är genomgången. Jag förklarar sammanträdet avslutat kl. 15.45.",
        "⚒",
    ]
    chair.reservations = True
    assert "Finns det något ytterligare, till exempel en reservation som inte är anmäld?" in chair.says(15, 45)
    chair.act(ev.MeetingClosed(at=at(15, 45)))
    assert chair.says(15, 50) == []


# Other bodies


def _table(kind: str, body: str, **item: object) -> Chair:
    people = (
        ("Per Lind", "S", "ordförande"),
        ("Lena Ek", "C", "1:e vice ordförande"),
        ("Eva Sjö", "S", "ledamot"),
        ("Ola Ny", "", "sekreterare"),
    )
    plan = MeetingPlan(body=body, kind=kind, date=date(2026, 3, 12), starts=time(13))  # type: ignore[arg-type]
    items = (Item(title="Budget", proposal="att anta budgeten", **item),)  # type: ignore[arg-type]
    t = Chair(with_ids(Agenda(meeting=plan, people=tuple(Person(name=n, party=p, role=r) for n, p, r in people), items=items)))  # type: ignore[arg-type]
    t.everybody()
    t.act(ev.MeetingOpened(at=at(13)))
    t.open("budget")
    return t


def test_fullmaktige_is_asked_whether_it_can_and_nobody_leaves_the_room():
    t = _table("fullmäktige", "Kommunfullmäktige", proposed_by="kommunstyrelsen")
    assert t.says()[3:] == [
        "Ordet är fritt.",
        "…",
        "Ingen mer begär ordet. Jag förklarar överläggningen avslutad. Är kommunfullmäktige berett att gå till beslut?",
        "N: Ja.",
        "Det finns ett förslag, kommunstyrelsens. Kan kommunfullmäktige besluta enligt kommunstyrelsens förslag?",
        "N: Ja.",
        "Jag finner att kommunfullmäktige beslutar enligt kommunstyrelsens förslag.",
        "(paus)",
        "⚒",
    ]
    t.act(ev.MemberRecused(at=at(13), persons=("lena-ek",)))
    assert t.says()[:2] == ["M-11", "Noteras."]
    t.decide()
    assert not any("återinträder" in line for line in t.says())


def test_a_body_that_only_proposes_is_asked_so():
    t = _table("utskott", "Vård- och omsorgsnämndens arbetsutskott", proposed_by="förvaltningen", decided_by="Vård- och omsorgsnämnden")
    assert t.says()[7:10] == [
        "Det finns ett förslag, förvaltningens. Föreslår arbetsutskottet vård- och omsorgsnämnden besluta enligt förvaltningens förslag?",
        "N: Ja.",
        "Jag finner att arbetsutskottet föreslår vård- och omsorgsnämnden besluta enligt förvaltningens förslag.",
    ]
    t.act(ev.QuestionPut(at=at(13), alternatives=("förslaget", "avslag")))
    t.act(ev.VoteOpened(at=at(13), yes="bifall", no="avslag"))
    t.act(ev.VoteCounted(at=at(13), yes=1, no=2))
    assert (
        t.says()[-2]
        == "Resultatet är 1 ja, 2 nej, 0 avstår. Arbetsutskottet föreslår vård- och omsorgsnämnden avslå förvaltningens förslag."
    )


def test_the_minority_of_fullmaktige_is_counted_when_referral_is_moved():
    t = _table("fullmäktige", "Kommunfullmäktige")
    item = t.meeting.items["budget"]
    assert minority(t.meeting, item) is None
    t.act(ev.MotionMoved(at=at(13), kind="återremiss", by=("eva-sjo",), text="att utreda"))
    found = minority(t.meeting, t.meeting.items["budget"])
    assert found is not None
    assert (found.needed, found.present, found.used) == (1, 3, False)
    told = replace(t.meeting.items["budget"], item=replace(item.item, postponed_by_minority=True))
    again = minority(t.meeting, told)
    assert again is not None
    assert again.used is True


@pytest.mark.parametrize(("count", "needed"), [(39, 13), (40, 14), (41, 14), (49, 17), (31, 11)])
def test_a_third_is_rounded_up(count: int, needed: int):
    people = [Person(name=f"Person {n}", role="ordförande" if n == 0 else "ledamot") for n in range(count)]
    plan = MeetingPlan(body="Kommunfullmäktige", kind="fullmäktige", date=date(2026, 3, 12), starts=time(13))
    t = Table(with_ids(Agenda(meeting=plan, people=tuple(people), items=(Item(title="Budget", proposal="att anta"),))))
    t.everybody()
    now = datetime(2026, 3, 12, 13, tzinfo=SWEDEN)
    t.act(ev.MeetingOpened(at=now))
    t.act(ev.ItemOpened(at=now, items=("budget",)))
    t.act(ev.MotionMoved(at=now, kind="återremiss", by=("person-1",), text="att utreda"))
    found = minority(t.meeting, t.meeting.items["budget"])
    assert found is not None
    assert found.needed == needed


# Looking ahead


def test_a_look_ahead_needs_no_open_item_and_numbers_are_those_of_the_agenda(chair):
    item = chair.meeting.items["simhall"]
    assert item_number(chair.meeting, item) == "4"
    (part,) = opening(chair.meeting, STYLE, item, at(13))
    assert str(part).splitlines()[0] == "Vi går till ärende 4, Simhallens öppettider."
    begun(chair).act(ev.ItemAdded(at=at(13), title="Extra"))
    assert item_number(chair.meeting, chair.meeting.items["extra"]) == ""


def test_a_whole_meeting_always_has_something_to_say(chair):
    """Every prefix of the worked meeting gives a script without falling over."""
    from sessions.log import replay
    from tests.exports.scenario import played

    log = played().log
    codes = set()
    for count in range(len(log.records) + 1):
        found = script(replay(log.agenda, log.records[:count]), STYLE, at(15, 45), reservations=True)
        codes |= {part.code for part in found}
        assert found or count == len(log.records)
    assert codes >= {"M-1", "M-2", "M-3", "M-4", "M-5", "M-6", "M-7", "M-8", "M-9", "M-10", "M-11", "M-14", "M-16"}


def test_votes_elsewhere_still_count_here(chair):
    """A vote on referral tells of the day, not of a proposal."""
    begun(chair).open("bibliotek")
    chair.act(ev.MotionMoved(at=at(13), kind="återremiss", by=("karin-berg",), text="att utreda"))
    chair.act(ev.QuestionPut(at=at(13), kind="formell", form="avgöras i dag", alternatives=("avgörs i dag", "motion-1")))
    everybody = ("maj-dahl", "eva-sjo", "lena-ek", "anna-holm", "bo-lund", "pia-ro", "per-lind")
    votes = dict.fromkeys(everybody, "ja") | dict.fromkeys(("karin-berg", "jan-strom", "rut-fors", "siv-rask"), "nej")
    vote(chair, at(13), "avgörs i dag", "motion-1", votes)
    # Closed, and not yet answered: the question that is next is still the formal one
    chair.act(ev.QuestionAnswered(at=at(13), winner="avgörs i dag", by="votering"))
    assert any(line.startswith("Det finns ett förslag, förvaltningens.") for line in chair.says())


@pytest.mark.parametrize(
    ("title", "kind", "wanted"),
    [
        ("Val av justerare", "formalia", "justerare"),
        ("Val av justerare och tid för justering", "val", "justerare"),
        ("Godkännande av dagordningen", "beslut", "dagordning"),
        ("Upprop", "beslut", "upprop"),
        ("Upprop mot nedskräpning – medborgarförslag", "beslut", ""),
        ("Justering av taxor", "beslut", ""),
        ("Information om dagordning", "information", ""),
    ],
)
def test_a_formality_is_known_by_its_kind_or_by_a_title_that_says_no_more(title: str, kind: str, wanted: str):
    assert formality(ItemState(Item(title=title, kind=kind))) == wanted  # type: ignore[arg-type]
