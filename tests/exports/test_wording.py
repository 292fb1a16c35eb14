"""The sentences: the same in a dialog while they are typed as in the protocol afterwards."""

from __future__ import annotations

import pytest

from exports.style import load_style
from exports.swedish import NBSP
from exports.wording import sentence
from sessions import events as ev
from sessions.events import Event
from tests.exports.scenario import at, played
from tests.sessions.table import Table

NOW = at(13, 30)


@pytest.fixture
def table() -> Table:
    """In § 84 a member is out by jäv and a substitute serves; Karin Berg and Pia Rö have moved something in § 85."""
    return played()


def said(table: Table, item: str, event: Event, style: str = "standard") -> str:
    return sentence(table.meeting, table.item(item), event, load_style(style)).replace(NBSP, " ")


def moved(kind: str, *by: str, **more: object) -> ev.MotionMoved:
    return ev.MotionMoved(at=NOW, kind=kind, by=by, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("motion", "words"),
    [
        (moved("bifall", "rut-fors"), "Rut Fors (M) yrkar bifall till förvaltningens förslag."),
        (moved("avslag", "rut-fors", "jan-strom"), "Rut Fors (M) och Jan Ström (M) yrkar avslag på förvaltningens förslag."),
        (moved("bifall", "rut-fors", points=(1, 2)), "Rut Fors (M) yrkar bifall till punkterna 1 och 2 i förvaltningens förslag."),
        (moved("bifall", "rut-fors", target="motion-1"), "Rut Fors (M) yrkar bifall till Karin Bergs (M) yrkande."),
        (moved("bifall", "karin-berg", target="motion-1"), "Karin Berg (M) yrkar bifall till eget yrkande."),
        (moved("bifall", "rut-fors", part="taxan"), "Rut Fors (M) yrkar bifall till förvaltningens förslag i den del som avser taxan."),
        (moved("ändring", "rut-fors", points=(2,), text="två timmar"), "Rut Fors (M) yrkar att punkt 2 ändras till: ”två timmar”."),
        (moved("ändring", "rut-fors", points=(2,), text="Två timmar."), "Rut Fors (M) yrkar att punkt 2 ändras till: ”Två timmar.”"),
        (moved("ändring", "rut-fors", text="att punkt 2 ändras till två timmar"), "Rut Fors (M) yrkar att punkt 2 ändras till två timmar."),
        (moved("nytt förslag", "rut-fors", text="att Kommunstyrelsen utreder"), "Rut Fors (M) yrkar att kommunstyrelsen utreder."),
        (moved("tillägg", "rut-fors", text="enligt bilagt yrkande"), "Rut Fors (M) yrkar som tillägg enligt bilagt yrkande."),
        (moved("tillägg", "rut-fors", text="att det följs upp."), "Rut Fors (M) yrkar som tillägg att det följs upp."),
        (moved("nytt förslag", "rut-fors", text="Att stänga"), "Rut Fors (M) yrkar att stänga."),
        (moved("nytt förslag", "rut-fors", text="1. att ett\n2. att två"), "Rut Fors (M) lämnar följande yrkande:\n1. att ett\n2. att två"),
        (moved("nytt förslag", "rut-fors", to_be_handed_in=True), "Rut Fors (M) lämnar ett skriftligt yrkande."),
        (moved("bordläggning", "rut-fors"), "Rut Fors (M) yrkar att ärendet bordläggs."),
        (
            moved("återremiss", "rut-fors", text="att kostnaden ska visas"),
            "Rut Fors (M) yrkar att ärendet återremitteras med motiveringen att kostnaden ska visas.",
        ),
        (
            moved("avslag", "rut-fors", supporters=("jan-strom",)),
            "Rut Fors (M) yrkar avslag på förvaltningens förslag. Jan Ström (M) instämmer i Rut Fors (M) yrkande.",
        ),
        (
            moved("avslag", "karin-berg", fallback="motion-1"),
            "Karin Berg (M) yrkar i första hand avslag på förvaltningens förslag och i andra hand att öppettiderna är oförändrade.",
        ),
    ],
)
def test_a_motion_of_every_kind(table: Table, motion: ev.MotionMoved, words: str) -> None:
    assert said(table, "simhall", motion) == words


def test_a_motion_without_a_mover_says_nothing_yet(table: Table) -> None:
    assert said(table, "simhall", moved("avslag")) == ""


def test_several_motions_of_one_mover_are_told_apart(table: Table) -> None:
    table.act(moved("tillägg", "karin-berg", item="simhall", text="att mäta"))
    table.act(moved("tillägg", "karin-berg", item="simhall", text="att väga"))
    for number, motion in enumerate(("motion-3", "motion-4"), 1):
        words = said(table, "simhall", ev.MotionSupported(at=NOW, motion=motion, persons=("rut-fors",)))
        assert words == f"Rut Fors (M) instämmer i Karin Bergs (M) tilläggsyrkande {number}."


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (
            ev.MemberRecused(at=NOW, persons=("rut-fors",)),
            "Rut Fors (M) anmäler jäv och deltar inte i handläggningen av eller beslutet i ärendet. Ingen ersättare tjänstgör.",
        ),
        (
            ev.MemberRecused(at=NOW, persons=("lena-ek",)),
            "Lena Ek (C) anmäler jäv och deltar inte i handläggningen av eller beslutet i ärendet. Olle Dahl (C) tjänstgör i stället.",
        ),
        (ev.MemberRecused(at=NOW, persons=("rut-fors",), disputed=True), "Fråga uppkommer om Rut Fors (M) är jävig i ärendet."),
        (
            ev.RecusalTried(at=NOW, person="rut-fors", found=False),
            "Kultur- och fritidsnämnden beslutar att jäv inte föreligger för Rut Fors (M).",
        ),
        (ev.MemberAbstained(at=NOW, person="pia-ro"), "Pia Rö (V) deltar inte i beslutet."),
        (
            ev.ReservationMade(at=NOW, persons=("karin-berg", "rut-fors"), in_favour_of="motion-1"),
            "Mot beslutet reserverar sig Karin Berg (M) och Rut Fors (M) till förmån för Karin Bergs (M) yrkande.",
        ),
        (
            ev.ReservationMade(at=NOW, persons=("karin-berg",), in_favour_of="eget yrkande"),
            "Mot beslutet reserverar sig Karin Berg (M) till förmån för eget yrkande.",
        ),
        (
            ev.ReservationMade(at=NOW, persons=("rut-fors",), points=(2,), appendix="B", text="Det är fel."),
            "Mot beslutet i punkt 2 reserverar sig Rut Fors (M). Skriftlig reservation, bilaga B.\nDet är fel.",
        ),
        (
            ev.StatementMade(at=NOW, person="eva-sjo", text="Vi vill mer."),
            "Eva Sjö (S) lämnar en protokollsanteckning:\nVi vill mer.",
        ),
        (
            ev.StatementMade(at=NOW, person="eva-sjo", kind="särskilt yttrande", appendix="C"),
            "Eva Sjö (S) lämnar ett särskilt yttrande, bilaga C.",
        ),
        (ev.Elected(at=NOW, office="justerare", persons=("eva-sjo",)), "Till justerare utses Eva Sjö (S)."),
        (ev.ImmediatelyApproved(at=NOW), "Paragrafen justeras omedelbart."),
        (ev.DebateClosed(at=NOW), ""),
    ],
)
def test_what_a_person_does_in_a_paragraph(table: Table, event: Event, words: str) -> None:
    assert said(table, "bidrag", event) == words


def test_a_substitute_without_a_seat_is_told_as_such(table: Table) -> None:
    table.act(ev.PersonArrived(at=NOW, person="olof-krok"))
    words = said(table, "utskott", ev.StatementMade(at=NOW, person="olof-krok", kind="mening till protokollet", text="Nej."))
    assert words == "Olof Krok (S), ej tjänstgörande ersättare, får följande mening antecknad till protokollet:\nNej."


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (ev.Decided(at=NOW), "Kultur- och fritidsnämnden beslutar\natt öppettiderna utökas med fyra timmar"),
        (ev.Decided(at=NOW, winner="motion-1"), "Kultur- och fritidsnämnden beslutar\natt öppettiderna är oförändrade"),
        (ev.Decided(at=NOW, text="Nämnden tackar."), "Nämnden tackar."),
        (ev.Decided(at=NOW, outcome="avslag"), "Kultur- och fritidsnämnden avslår förvaltningens förslag."),
        (ev.Decided(at=NOW, outcome="bordläggs"), "Ärendet bordläggs till nästa sammanträde."),
        (ev.Decided(at=NOW, outcome="bordläggs", to="den 7 maj"), "Ärendet bordläggs till den 7 maj."),
        (
            ev.Decided(at=NOW, outcome="återremitteras", to="förvaltningen", reason="att kostnaden ska visas."),
            "Ärendet återremitteras till förvaltningen med motiveringen att kostnaden ska visas.",
        ),
        (ev.Decided(at=NOW, outcome="återremitteras"), "Ärendet återremitteras."),
        (ev.Decided(at=NOW, outcome="remitteras", to="miljönämnden"), "Ärendet remitteras till miljönämnden."),
        (ev.Decided(at=NOW, outcome="utgår"), "Ärendet utgår."),
        (
            ev.Decided(at=NOW, outcome="ej beslutför"),
            "Kultur- och fritidsnämnden är inte beslutför i ärendet. Ärendet tas upp vid nästa sammanträde.",
        ),
    ],
)
def test_a_decision_of_every_outcome(table: Table, event: ev.Decided, words: str) -> None:
    assert said(table, "simhall", event) == words


def test_the_motive_of_a_referral_is_that_of_the_motion_that_won(table: Table) -> None:
    words = said(table, "bibliotek", ev.Decided(at=NOW, outcome="återremitteras", winner="motion-1"))
    assert words == "Ärendet återremitteras med motiveringen att barnperspektivet ska belysas."


def test_an_amendment_that_wins_changes_its_points_only(table: Table) -> None:
    table.act(moved("ändring", "jan-strom", item="bidrag", points=(1,), text="att bevilja Norra IF 10 000 kronor"))
    words = said(table, "bidrag", ev.Decided(at=NOW, winner="motion-3"))
    assert words.splitlines()[1:] == [
        "1. att bevilja Norra IF 10 000 kronor",
        "2. att bidraget finansieras inom nämndens budgetram.",
    ]


def test_a_body_that_only_proposes_says_so(table: Table) -> None:
    assert said(table, "lotteri", ev.Decided(at=NOW)) == "Kultur- och fritidsnämnden föreslår kommunfullmäktige besluta\natt sälja lotter"


def test_a_style_words_it_in_its_own_way(table: Table) -> None:
    recused = ev.MemberRecused(at=NOW, persons=("rut-fors",))
    assert said(table, "bidrag", recused, "ludvika") == "På grund av jäv deltog inte Rut Fors (M) i beslutet."
    assert said(table, "simhall", moved("bifall", "rut-fors"), "ludvika") == "Rut Fors (M) bifaller förvaltningens förslag."


def test_a_question_is_worded_while_it_is_being_put_and_answered(table: Table) -> None:
    put = ev.QuestionPut(at=NOW, alternatives=("förslaget", "motion-1"))
    assert said(table, "simhall", put) == "Ordföranden ställer proposition på förvaltningens förslag mot Karin Bergs (M) yrkande."
    answered = ev.QuestionAnswered(at=NOW, question="question-3", winner="motion-1")
    assert said(table, "simhall", answered) == (
        "Ordföranden ställer proposition på förvaltningens förslag mot Karin Bergs (M) yrkande"
        " och finner att kultur- och fritidsnämnden beslutar enligt Karin Bergs (M) yrkande."
    )
