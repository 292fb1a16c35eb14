"""The checks of questions, votes and people: each of these meetings has one thing wrong, and it is told with its rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from sessions import events as ev
from sessions.checks.texts import read
from sessions.findings import findings
from tests.sessions.table import START, Table
from tests.sessions.test_checks import meeting


def rules(t: Table) -> list[tuple[str, str]]:
    return [(f.rule, f.message.removeprefix("§ 82 Plan för 2026: ")) for f in findings(t.meeting)]


def moved(kind: str, by: str = "eva-sjo", **more: Any) -> ev.MotionMoved:
    return ev.MotionMoved(at=START, kind=kind, by=(by,), **more)  # type: ignore[arg-type]


def put(*alternatives: str, winner: str, kind: str = "huvudfråga", form: str = "mot varandra", **more: Any) -> list[ev.Event]:
    """A question and its answer."""
    question = ev.QuestionPut(at=START, kind=kind, form=form, alternatives=alternatives, **more)  # type: ignore[arg-type]
    return [question, ev.QuestionAnswered(at=START, winner=winner)]


def voted(**cast: str) -> list[ev.Event]:
    """An open vote, by name with `_` for `-`; it is closed and answers the question that was put last."""
    opened = ev.VoteOpened(at=START, yes="beredningens förslag", no="motion-1")
    votes = [ev.VoteCast(at=START, person=p.replace("_", "-"), choice=c) for p, c in cast.items()]  # type: ignore[arg-type]
    return [opened, *votes, ev.VoteClosed(at=START)]


EVERYBODY = {"per_lind": "ja", "lena_ek": "ja", "karin_berg": "ja", "eva_sjo": "nej", "rut_fors": "nej"}


def test_r_603_a_motion_whose_text_never_came() -> None:
    t = meeting(moved("ändring", to_be_handed_in=True), *put("beredningens förslag", "motion-1", winner="beredningens förslag"))
    assert ("R-603", "ett yrkandes text har inte lämnats.") in rules(t)


def test_r_1004_a_question_that_nobody_is_said_to_have_answered() -> None:
    t = Table(replace(meeting(kind="fullmäktige").log.agenda, items=(replace(meeting().log.agenda.items[0], kind="fråga", proposal=""),)))
    t.everybody()
    t.act(ev.MeetingOpened(at=t.now))
    t.act(ev.ItemOpened(at=t.now, items=("plan",)))
    t.act(ev.ItemLeft(at=t.now))
    t.act(ev.MeetingClosed(at=t.now))
    assert ("R-1004", "vem som frågade och vem som svarade är inte antecknat.") in rules(t)


@pytest.mark.parametrize(
    ("decided", "wrong"),
    [
        (ev.Decided(at=START, outcome="avslag"), True),
        (ev.Decided(at=START, outcome="bifall", winner="motion-1"), True),
        (ev.Decided(at=START, outcome="bifall", winner="beredningens förslag"), False),
        (ev.Decided(at=START, outcome="utgår"), False),
        (ev.Decided(at=START, outcome="bifall", winner="motion-1", text="Nämnden beslutar något annat."), False),
    ],
    ids=["another outcome", "another winner", "the same", "the item was taken away", "words of its own"],
)
def test_r_707_a_gavel_that_says_another_thing_than_the_answers(decided: ev.Decided, wrong: bool) -> None:
    t = meeting()
    t = Table(t.log.agenda)
    t.everybody()
    begun = [ev.MeetingOpened(at=START), ev.ItemOpened(at=START, items=("plan",)), moved("ändring", text="Planen gäller 2027.")]
    ended = [*put("beredningens förslag", "motion-1", winner="beredningens förslag"), decided, ev.MeetingClosed(at=START)]
    for event in [*begun, *ended]:
        t.act(replace(event, at=t.now))
    assert (("R-707", "beslutet är inte vad frågorna gav.") in rules(t)) == wrong


def test_r_504_who_abstains_where_it_is_exercise_of_authority() -> None:
    questions = [moved("avslag"), *put("beredningens förslag", "motion-1", winner="beredningens förslag")[:1]]
    abstained = voted(**EVERYBODY | {"rut_fors": "avstår"})
    t = meeting(*questions, *abstained, exercise_of_authority=True, summary="Skäl.")
    assert ("R-504", "Rut Fors (M) röstade inte, och ärendet är myndighetsutövning.") in rules(t)


def test_r_504_who_takes_no_part_where_it_is_exercise_of_authority() -> None:
    t = meeting(ev.MemberAbstained(at=START, person="rut-fors"), exercise_of_authority=True, summary="Skäl.")
    assert ("R-504", "Rut Fors (M) deltog inte i beslutet, som är myndighetsutövning.") in rules(t)


def test_r_711_one_who_voted_and_does_not_decide_and_one_who_decides_and_did_not_vote() -> None:
    questions = [moved("avslag"), *put("beredningens förslag", "motion-1", winner="beredningens förslag")[:1]]
    cast = {person: choice for person, choice in EVERYBODY.items() if person != "rut_fors"}
    t = meeting(*questions, *voted(**cast, maj_dahl="nej"))
    assert {r for r in rules(t) if r[0] == "R-711"} == {
        ("R-711", "Maj Dahl (S) röstade utan att delta i beslutet."),
        ("R-711", "Rut Fors (M) saknas i omröstningen."),
    }


def test_r_410_one_with_jav_who_is_to_present_the_item() -> None:
    t = meeting(ev.MemberRecused(at=START, persons=("lena-ek",)), presenters=("Lena Ek",))
    assert ("R-410", "Lena Ek (C) har jäv och står som föredragande.") in rules(t)


def test_r_212_a_body_without_a_chair() -> None:
    t = meeting(
        *(ev.PersonLeft(at=START, person=p) for p in ("per-lind", "lena-ek", "karin-berg", "eva-sjo", "rut-fors", "maj-dahl", "olle-dahl"))
    )
    assert {"R-301", "R-212"} <= {rule for rule, _ in rules(t)}


@pytest.mark.parametrize(
    ("event", "words"),
    [
        ([moved("bifall"), *put("beredningens förslag", winner="beredningens förslag", form="bifall")], True),
        ([moved("avslag", points=(1,))], True),
    ],
    ids=["a motion to approve", "a motion to reject one point"],
)
def test_r_1003_a_decision_by_a_motion_that_has_no_words_has_those_of_the_proposal(event: list[ev.Event], words: bool) -> None:
    t = meeting(*event)
    t.act(ev.MeetingReopened(at=t.now))
    t.act(ev.ItemReopened(at=t.now, item="plan"))
    t.act(ev.Decided(at=t.now, outcome="bifall", winner="motion-1"))
    assert ("beslutets ordalydelse saknas." not in " ".join(m for _, m in rules(t))) == words


def test_r_909_a_body_that_decides_for_its_own_part_may_say_so() -> None:
    said = "Kultur- och fritidsnämnden beslutar{} att planen skickas vidare."
    wrong = "texten säger att kultur- och fritidsnämnden beslutar, men det föreslår bara."
    for how, is_wrong in ((" för egen del", False), ("", True)):
        found = rules(meeting(decided_by="Kommunfullmäktige", proposal=said.format(how)))
        assert (("R-909", wrong) in found) == is_wrong, how


@pytest.mark.parametrize(
    ("number", "personal"),
    [("811218-9876", True), ("811218-9875", False), ("811378-9876", False), ("810230-9876", False)],
    ids=["its last digit is right", "its last digit is wrong", "no such day", "the 30th of February"],
)
def test_a_personal_number_is_known_by_its_day_and_its_last_digit(number: str, personal: bool) -> None:
    assert bool(read(f"Sökanden {number} bor här.").number) == personal
