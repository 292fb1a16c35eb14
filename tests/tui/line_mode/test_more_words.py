"""The rest of the meeting by words: the speakers' list, other questions, elections, doors, one gavel for several, and what comes after."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.events import DoorsClosed
from sessions.meeting import ItemState
from tests.tui.line_mode.talk import Talk

OPENED = ("upprop", "alla", "f", "f", "klar", "öppna", "j")
"""Provby: the seven members are here, the substitutes are not."""


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    return Talk(tmp_path, "provby")


def item(talk: Talk, id: str) -> ItemState:
    return talk.meeting.items[id]


def test_the_speakers_list_is_kept_and_read_by_words(talk: Talk) -> None:
    said = talk.say(*OPENED, "@09:30:00", "öppna padel", "talare ek och ruth", "talare gun replik", "ger ordet", "@09:31:30", "talat klart")
    assert "1 Gun Lindvall (S), replik\n2 Mats Ek (M)\n3 Ruth Norberg (V)" in said
    assert "Gun Lindvall (S) har ordet." in said
    assert "Gun Lindvall (S) talade i 1.30." in said
    said = talk.say(
        "talat klart", "stryk talare ruth", "ger ordet holst", "talare", "ger ordet", "ger ordet", "talare siv ordningsfråga", "ångra", "j"
    )
    assert "Ingen har ordet.\nInget antecknades." in said
    assert "Ordet: Tor Holst (SD)" in said
    assert "Ingen står på listan." in said
    assert "Ångrade: begär ordet: Siv Aronsson (C), § 40." in said
    assert [s.person for s in item(talk, "padel").speeches] == ["gun-lindvall", "tor-holst", "mats-ek"]
    assert item(talk, "padel").queue == ()


def test_another_question_than_the_proposed_is_put_in_its_own_words_or_between_two(talk: Talk) -> None:
    said = talk.say(*OPENED, "öppna padel", "annan fråga", "5", "", "annan fråga", "5", "Ska hallen byggas?", "ja")
    assert "I protokollet: Ordföranden ställer frågan ”Ska hallen byggas?” och finner att svaret är ”ja”." in said
    assert len(item(talk, "padel").questions) == 1, "without words there is no question"
    said = talk.say("annan fråga", "mot varandra", "", "yrkande ek avslag", "annan fråga", "mot", "9", "1, 2", "", "2")
    assert "Välj minst två förslag" in said, "one alone stands against nothing"
    (_, put) = item(talk, "padel").questions
    assert put.entry.event.form == "mot varandra"
    assert put.answer is not None
    assert put.answer.event.winner == put.entry.event.alternatives[1]
    said = talk.say("beslut", "f", "bifall eller", "1", "", "votering", "j", "", "resten ja", "j")
    padel = item(talk, "padel")
    assert padel.votes[0].closed is not None
    assert "7 ja, 0 nej" in said
    assert padel.questions[2].answer is not None


def test_r_714_elections_are_recorded_with_their_numbers_and_the_lot(talk: Talk) -> None:
    ballot = ("sluten", "holst", "sju", "7, 5", "7, 5, 3", "x", "1", "")
    said = talk.say(*OPENED, "öppna taxa", "val ordförande i bolaget", "väljs", "ek och Nils Nilsson", "j", *ballot)
    assert "Ingen i listan heter ”Nils Nilsson”." in said
    assert "Skriv ett antal röster för var och en av de 3, de valda först." in said
    (first,) = item(talk, "taxa").elected
    event = first.event
    assert (event.persons, event.also, event.votes, event.blank) == (("mats-ek", "Nils Nilsson"), ("tor-holst",), (7, 5, 3), 1)
    groups = ("5", "S fyra", "S 4, M 4", "", "S", "")
    said = talk.say("proportionellt ek och holst", "3", "val ledamot", "1", "ek, ruth, holst", *groups)
    assert "2 av 7 har begärt det; det krävs 2." in said
    assert "Tillräckligt många har begärt" in said
    assert "Lika jämförelsetal: S och M." in said
    assert "Ger platser: S 2, M 1." in said
    assert item(talk, "taxa").elected[1].event.group_lots == ("S",)
    said = talk.say(
        "val", "3", "revisor", "gun", "val suppleant", "flyttar", "öman", "gun", "val vice", "1", "Nisse", "n", "beslut", "l", "1", ""
    )
    assert item(talk, "taxa").resigned[0].event.persons == ("gun-lindvall",)
    moved = item(talk, "taxa").elected[2].event
    assert (moved.moves_up, moved.in_place_of) == (True, "gun-lindvall")
    assert len(item(talk, "taxa").elected) == 3, "a name that nobody has is not written unasked, and an office is needed"


def test_r_1202_the_doors_are_closed_and_opened(talk: Talk) -> None:
    talk.say(*OPENED, "öppna padel", "dörrar sekretess", "@09:40:00", "dörrar")
    closed, opened = (entry.event for entry in item(talk, "padel").doors)
    assert isinstance(closed, DoorsClosed)
    assert closed.reason == "sekretess"
    assert f"{opened.happened:%H.%M}" == "09.40"


def test_one_gavel_falls_on_several_items(talk: Talk) -> None:
    said = talk.say(*OPENED, "öppna padel", "beslut 1 även zebra", "beslut 1 även padel", "beslut 1 även tillsyn och taxa", "beslut även 1")
    assert "Inget ärende heter så." in said
    assert "Det ärendet kan inte gå med i samma klubbslag." in said
    assert "Samma klubbslag gäller" in said
    assert "Antecknat: beslut bifall till förslaget, §§ 40–42." in said
    for id in ("padel", "tillsyn", "taxa"):
        assert item(talk, id).decision is not None
    assert len({item(talk, id).decision.act for id in ("padel", "tillsyn", "taxa")}) == 1  # type: ignore[union-attr]
    assert item(talk, "justerare").decision is None


def test_what_comes_after_the_meeting_is_a_list_of_things_done_and_left(talk: Talk) -> None:
    said = talk.say(*OPENED, "öppna padel", "beslut 1", "efter")
    assert "Det här kommer när det är avslutat." in said
    talk.say("öppna taxa", "beslut 1", "anteckning ruth", "1", "senare", "avsluta", "j")
    said = talk.say("@16:00:00", "efter", "1", "Jag tackar för svaret.", "efter 1", "t", "n", "efter", "")
    assert "1 Texter som lovats: § 41 protokollsanteckning, Ruth Norberg (V): texten har inte kommit, kvar" in said
    assert "Jag tackar för svaret." in item(talk, "taxa").statements[0].text
    assert "texten är lämnad, gjort" in said
    approvals = ("efter några", "12/5", "77", "efter några", "12/5", "41", "efter hela", "padel", "13/5")
    said = talk.say(*approvals, "efter sätt", "", "5/5", "", "efter sätt", "", "", "")
    assert "§ 77 finns inte i protokollet. Inget antecknades." in said
    assert "Skriv dagen som 2026-03-12" in said
    assert "Anslaget kan inte tas ned innan det sätts upp. Inget antecknades." in said
    assert talk.meeting.approved is not None
    assert str(talk.meeting.approved.event.date) == "2026-05-13"
    assert talk.meeting.notice is not None
    assert str(talk.meeting.notice.event.until) == "2026-05-28", "the day that was proposed"
    said = talk.say("efter rader", "efter rättelse: rätta", "1", "Taxan ska vara 900 kronor.", "", "efter hela", "t", "j", "granska")
    assert "Sista dag för överklagande: 2026-05-27" in said
    assert len([x for x in talk.meeting.numbered if x.rectified]) == 1
    assert talk.meeting.approved is None
    assert "Borttaget: justering." in said


def test_a_decision_that_was_sent_is_ticked_off_and_a_day_is_put_right(tmp_path: Path) -> None:
    talk = Talk(tmp_path, "ludvika")
    talk.say("upprop", "alla", "klar", "öppna", "j", "öppna 1", "beslut 1", "avsluta", "j")
    talk.say("efter ekonom", "efter hela", "18/1", "efter hela", "r", "19/1")
    (sent,) = item(talk, talk.meeting.order[0]).dispatched
    assert sent.event.recipient == "Ekonom, för kännedom"
    assert talk.meeting.approved is not None
    assert talk.meeting.approved.event.date.isoformat() == "2022-01-19"
    talk.say("efter ekonom", "j")
    assert item(talk, talk.meeting.order[0]).dispatched == ()


def test_an_interpellation_is_answered_and_an_urgent_decision_reported(tmp_path: Path) -> None:
    talk = Talk(tmp_path, "provby")
    talk.say(*OPENED, "öppna delegation", "brådskande", "i går", "2/5", "2026/17", "ek", "brådskande", "sista april", "")
    (told,) = item(talk, "delegation").urgent
    assert (told.event.decided.isoformat(), told.event.reference, told.event.by) == ("2026-05-02", "2026/17", ("mats-ek",))
    said = talk.say("svar kommunalrådet Vera Vik", "holst", "j", "j", "svar", "ruth", "", "svar", "")
    answered, later = (a.event for a in item(talk, "delegation").answers_given)
    assert (answered.asked_by, answered.answered_by, answered.written) == (("tor-holst",), ("kommunalrådet Vera Vik",), True)
    assert (later.asked_by, later.answered_by) == (("ruth-norberg",), ())
    assert "Ställd av" in said
