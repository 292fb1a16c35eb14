"""What a line means, and every act by its word."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from sessions.attendance import chair, serving
from sessions.events import Event, Recorded
from sessions.meeting import ItemState
from sessions.store import NotSaved, Store
from tests.tui.line_mode.talk import Talk
from tui.line_mode.voice import completions, standard_voice
from tui.line_mode.words import WORDS, kind_of, meant
from tui.settings import log_path
from tui.texts.dialogs import Proportional

OPENED = ("upprop", "alla", "f", "f", "klar", "öppna", "j")
"""Provby: the seven members are here, the substitutes are not."""


@pytest.fixture
def talk(tmp_path: Path) -> Talk:
    return Talk(tmp_path, "provby")


def item(talk: Talk, id: str) -> ItemState:
    return talk.meeting.items[id]


@pytest.mark.parametrize(
    ("line", "kind", "names"),
    [
        ("yrkande eva bifall", "word", ["yrkande"]),
        ("yrk eva bifall", "word", ["yrkande"]),
        ("jav ake", "word", ["jäv"]),
        ("nasta", "word", ["nästa"]),
        ("deltar inte ek", "word", ["deltar inte"]),
        ("skriv ut docx", "word", ["skriv ut"]),
        ("s", "several", None),
        ("blaha blaha", "unknown", []),
        ("nästa vecka blir det snö", "either", ["nästa"]),
        ("Nästa sammanträde hålls i maj.", "either", ["nästa"]),
        ("Yrkande om bifall framfördes", "either", ["yrkande"]),
        ("Ordförande", "word", ["ordförande"]),
        ("Gun informerar om läget.", "text", None),
    ],
)
def test_a_line_is_a_word_by_its_unique_beginning_or_a_text(line: str, kind: str, names: list[str] | None) -> None:
    assert kind_of(line) == kind
    if names is not None:
        assert [w.name for w in meant(line).words] == names


def test_every_word_is_reached_by_its_own_name() -> None:
    assert [meant(w.name).words[0].name for w in WORDS] == [w.name for w in WORDS]
    assert meant("ta upp 3").rest == "3"


def test_tab_completes_words_and_any_part_of_a_name() -> None:
    offers = ["yrkande", "votering", "Åsa Bergkvist (S)"]
    assert completions("yr", offers) == ["yrkande"]
    assert completions("yrkande berg", offers) == ["Åsa Bergkvist (S)"]


def test_what_is_unknown_or_ambiguous_is_listed_and_never_guessed(talk: Talk) -> None:
    said = talk.say(*OPENED, "öppna padel", "jäv n", "öman", "jäv zorro", "", "blaha", "ny")
    assert "”n” kan vara flera." in said
    assert "Pär Öman (M)" in said
    assert item(talk, "padel").recused == ("par-oman",)
    assert "Ingen heter ”zorro”." in said
    assert "Inget antecknades." in said
    assert "Ordet ”blaha” finns inte." in said


def test_a_line_that_could_be_both_is_asked(talk: Talk) -> None:
    rows = ("text", "Rad ett", "", "Rad tre", ".")
    talk.say(*OPENED, "öppna padel", "Nästa sammanträde hålls i maj.", "2", "Yrkande framförs av ek", "", *rows)
    assert item(talk, "padel").texts["protocol"] == "Nästa sammanträde hålls i maj.\n\nRad ett\n\nRad tre"
    assert item(talk, "padel").motions == ()


def test_r_404_jav_of_the_chair_asks_who_leads_and_who_steps_in(talk: Talk) -> None:
    said = talk.say("upprop", "alla", "n", "n", "klar", "öppna", "j", "öppna padel", "jäv gun", "1", "1", "beslut 1")
    assert "Vem tjänstgör i stället> 1" in said
    assert "Vem leder paragrafen> 1" in said
    assert "inga-bly" in serving(talk.meeting, item(talk, "padel"))
    assert chair(talk.meeting, item(talk, "padel")) == "mats-ek"
    assert item(talk, "padel").decision is not None
    said = talk.say("nästa", "sammansättning")
    assert chair(talk.meeting, item(talk, "tillsyn")) == "gun-lindvall"
    assert "7 av 7, beslutför." in said


def test_three_motions_are_decided_by_rounds_of_a_vote_name_by_name(talk: Talk) -> None:
    lines = ("yrkande ek nytt förslag Taxan höjs.", "yrkande holst avslag", "1", "yrkande ruth nytt förslag Taxan är avgiftsfri.")
    said = talk.say(*OPENED, "öppna taxa", *lines, "votering", "j", "j", "holst", "j", "j", "tillbaka", "n", "n", "a", "resten ja", "j")
    assert "Röstas det om Mats Eks (M) yrkande mot Tor Holsts (SD) yrkande?" in said
    first = item(talk, "taxa").votes[0]
    assert first.closed is not None
    assert first.cast["siv-aronsson"] == "nej"
    assert list(first.cast)[-1] == "gun-lindvall", "the chair votes last"
    said = talk.say("votering", "j", "", "resten ja", "j", "votering", "j", "", "resten nej", "j")
    taxa = item(talk, "taxa")
    assert len(taxa.votes) == 3
    assert taxa.decision is not None
    assert "I protokollet:" in said


def test_r_708_a_tie_is_told_and_a_vote_can_be_left_and_continued(talk: Talk) -> None:
    here = ("upprop", "n", "n", "n", "n", "f", "f", "f", "f", "f", "klar", "öppna", "j")
    said = talk.say(*here, "öppna padel", "yrkande ek avslag", "votering", "j", "haddad", "n", "j", "paus")
    assert "Omröstningen är öppen." in said
    said = talk.say("votering", "tillbaka", "n", "j", "j", "j")
    padel = item(talk, "padel")
    assert padel.votes[0].closed is not None
    assert dict(padel.votes[0].cast)["gun-lindvall"] == "ja"
    assert padel.votes[0].closed.event.casting_vote == "ja"
    assert padel.decision is not None
    assert "2 ja, 2 nej" in said


def test_what_the_law_says_against_it_is_told_and_asked(talk: Talk) -> None:
    answers = ("reservation holst", "", "reservation holst", "n", "reservation holst", "j")
    said = talk.say("avsluta", *OPENED, "öppna padel", "jäv holst", "beslut 1", *answers)
    assert "Öppna det från uppropet.\n" in said, "of keys nothing is said where there are words"
    assert "Tor Holst (SD) har anmält jäv och får inte reservera sig (R-507)." in said
    assert "Anteckna ändå? j/n> n" in said
    assert len(item(talk, "padel").reservations) == 1


def test_an_enter_of_habit_settles_nothing(talk: Talk) -> None:
    talk.say(*OPENED, "öppna padel", "", "beslut", "", "votering", "", "ångra", "", "", "avsluta", "", "")
    assert item(talk, "padel").decision is None
    assert item(talk, "padel").votes == ()
    assert talk.meeting.phase == "öppnat"


def test_a_line_is_put_right_by_its_number_taken_back_and_brought_again(talk: Talk) -> None:
    said = talk.say(*OPENED, "öppna padel", "yrkande ek avslag", "rätta", "1", "r", "haddad", "bordläggning", "", "", "Mer underlag.", "")
    (motion,) = item(talk, "padel").motions
    assert (motion.entry.event.by, motion.entry.event.kind, motion.text) == (("jamal-haddad",), "bordläggning", "Mer underlag.")
    assert "Av, nu Mats Ek (M)> haddad" in said
    talk.say("ångra", "j")
    assert item(talk, "padel").motions[0].entry.event.kind == "avslag"
    talk.say("gör om")
    assert item(talk, "padel").motions[0].entry.event.kind == "bordläggning"
    talk.say("rätta", "1", "t", "j")
    assert item(talk, "padel").motions == ()


def test_a_decision_a_vote_and_a_time_are_put_right(talk: Talk) -> None:
    talk.say(*OPENED, "öppna padel", "beslut 1", "rätta", "1", "r", "o", "", "Mer underlag behövs.")
    padel = item(talk, "padel")
    assert padel.decision is not None
    assert (padel.decision.event.outcome, padel.decision.event.reason) == ("bordläggs", "Mer underlag behövs.")
    talk.say("@09:30:00", "går öman", "rätta närvaro", "1", "r", "holst", "09.20")
    stays = talk.meeting.stays
    assert stays["tor-holst"][-1].end is not None
    assert f"{stays['tor-holst'][-1].end.when:%H.%M}" == "09.20"
    assert stays["par-oman"][-1].end is None


def test_people_come_and_go_and_the_seat_is_asked_for(talk: Talk) -> None:
    said = talk.say(*OPENED, "nästa", "kommer bly", "går gun 09.40", "1", "kommer gun", "går zorro", "", "går leo")
    assert "Vem tjänstgör i stället> 1" in said
    assert "Leo Vass (M) är inte här." in said
    said = talk.say("tjänstgör inte ruth", "närvaro", "tjänstgör ruth", "ny person Vera Vik", "tjänsteperson", "", "ordförande ek", "n")
    assert "vera-vik" in talk.meeting.people
    assert chair(talk.meeting) == "mats-ek"


def test_the_agenda_changes_and_the_meeting_pauses(talk: Talk) -> None:
    said = talk.say(*OPENED, "nytt ärende Snöröjning", "flytta snöröjning", "padel", "utgår taxa", "dagordning", "ajournera lunch", "13.00")
    order = list(talk.meeting.order)
    assert order.index("snorojning") < order.index("padel")
    assert talk.meeting.phase == "ajournerat"
    assert "Taxa för livsmedelskontroll 2027”, utgår" in said or "utgår" in said
    said = talk.say("nästa", "återuppta", "öppna 1", "justerare", "ek")
    assert "Skriv återuppta." in said
    assert talk.meeting.approvers[-1].event.persons == ("mats-ek",)


def test_motions_are_joined_and_withdrawn_and_notes_are_made(talk: Talk) -> None:
    lines = ("yrkande ek avslag", "stöd holst", "återta", "j", "anteckning ruth: Jag ser fram emot hallen.", "1")
    talk.say(*OPENED, "öppna padel", *lines, "egen glöm inte Ruths papper", "deltar inte siv", "j", "borta haddad")
    padel = item(talk, "padel")
    assert padel.motions[0].withdrawn
    assert padel.motions[0].supporters == ("tor-holst",)
    assert padel.statements[0].text == "Jag ser fram emot hallen."
    assert padel.private_note == "glöm inte Ruths papper"
    assert padel.out == ("siv-aronsson",)
    assert padel.away_persons == ("jamal-haddad",)


def test_an_earlier_paragraph_is_written_in_read_and_left_again(talk: Talk) -> None:
    said = talk.say(*OPENED, "nästa", "beslut 1", "nästa", "öppna 1", "Det sades mer än så.", "läs", "tillbaka", "var", "granska", "sparat")
    assert "Du skriver i § 40" in said
    assert "§ 40> Det sades mer än så." in said
    assert "Det sades mer än så.\n" in said.split("> läs")[1]
    assert "§ 41>" in said.split("> tillbaka")[1]
    assert "Allt är sparat kl." in said


def test_what_was_being_typed_when_the_program_died_comes_back(talk: Talk) -> None:
    talk.say(*OPENED, "öppna padel")
    with Store.open(talk.path, talk.now) as store:
        store.save_draft("padel", "protocol", "Halvfärdig mening")
    said = talk.say("läs")
    assert "Text som inte hann antecknas när programmet stannade är tillbaka" in said
    assert item(talk, "padel").texts["protocol"] == "Halvfärdig mening"


def test_ctrl_c_breaks_off_an_act_and_keeps_the_text(talk: Talk) -> None:
    said = talk.say(*OPENED, "öppna padel", "yrkande ek", "^C", "text", "Första raden", "^C", "^C")
    assert item(talk, "padel").motions == ()
    assert item(talk, "padel").texts["protocol"] == "Första raden"
    assert "Allt som är antecknat är kvar." in said


def test_the_page_about_the_words_is_what_the_script_writes() -> None:
    docs = Path(__file__).parents[3] / "docs"
    made = runpy.run_path(str(docs / "rad.py"))["written"]()
    assert (docs / "rad.md").read_text(encoding="utf-8") == made, "kör .venv/bin/python docs/rad.py"


def test_a_disk_that_refuses_is_told_in_words_and_told_again_when_it_takes_things(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    talk.say(*OPENED, "öppna padel")
    real, refusals = Store.append, iter([NotSaved("Disken är full.")])

    def append(self: Store, events: Sequence[Event], after: int) -> tuple[Recorded[Event], ...]:
        if fault := next(refusals, None):
            raise fault
        return real(self, events, after)

    monkeypatch.setattr(Store, "append", append)
    monkeypatch.setattr("sessions.writer.FIRST_WAIT", 0.01)
    said = talk.say("jäv ek", "sparat", "sparat")
    assert "INTE SPARAT. Disken är full." in said
    assert "Allt är sparat" in said.split("INTE SPARAT")[-1]
    assert item(talk, "padel").recused == ("mats-ek",)


def test_a_long_list_is_read_a_part_at_a_time(tmp_path: Path) -> None:
    talk = Talk(tmp_path, "exempelstad")
    said = talk.say("upprop", "alla", "klar", "öppna", "j", "rätta närvaro", "fler", "14", "", "kommer zebra", "", "kommer n", "")
    assert "\n12 " in said.split("> rätta")[1].split("fler")[0]
    assert "\n13 " in said.split("> fler")[1]
    assert "\n25 " not in said
    assert "Vilken rad> 14\nr rätta" in said
    assert said.split("> kommer zebra")[1].split("> kommer n")[0].count("\n") <= 4, "sixty names are not read out"
    named = said.split("> kommer n")[1]
    assert "\n12 " in named
    assert "\n13 " not in named, "nor forty that may be meant"
    assert "till. Skriv mer av namnet." in named


def test_what_is_no_number_that_can_be_counted_with_is_no_choice_and_ends_nothing(talk: Talk) -> None:
    for typed in ("²", "9" * 5000):
        said = talk.say(*OPENED, f"öppna {typed}", "öppna padel", "jäv n", typed, "", "proportionellt ek", typed, "0", "")
        assert "Inget ärende heter så." in said
        assert said.count(Proportional.NO_PLACES) == 2
        said = talk.say("votering", "j", "", "siffror", typed, "5", "2", "0", "n")
        assert said.count("Skriv ett tal.") == 1
        assert item(talk, "padel").recused == ()


def test_a_fault_of_our_own_ends_a_line_and_not_the_meeting(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*given: object) -> None:
        raise RuntimeError("Eva Sjö")

    monkeypatch.setattr("tui.line_mode.in_item.motion_text", fails)
    said = talk.say(*OPENED, "öppna padel", "yrkande ek avslag", "återta", "jäv gun", "1", "1")
    assert "Något gick fel i Klubban. Det som är antecknat är sparat" in said
    assert item(talk, "padel").recused == ("gun-lindvall",)
    log = log_path().read_text(encoding="utf-8")
    assert "RuntimeError" in log
    assert "Eva Sjö" not in log


def test_a_letter_that_is_no_utf_8_is_shown_as_one_that_could_not_be_read(monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"h\xe5j\nvar\n"), encoding="utf-8"))
    voice = standard_voice()
    assert (voice.ask("a"), voice.ask("b")) == ("h\ufffdj", "var")
