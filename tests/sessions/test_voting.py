"""Votes: the roll, the sums, ties, minorities, the duty to vote."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.attendance import deciding
from sessions.elections import required_for_proportional, tied
from sessions.events import (
    PREPARED,
    Decided,
    Event,
    ItemOpened,
    MeetingOpened,
    MemberAbstained,
    MemberAway,
    MemberRecused,
    MotionMoved,
    PersonLeft,
    QuestionAnswered,
    QuestionPut,
    RecusalTried,
    VoteCast,
    VoteClosed,
    VoteCounted,
    VoteOpened,
)
from sessions.findings import findings
from sessions.meeting import Vote
from sessions.objections import objection
from sessions.procedure import after_vote
from sessions.proposals import DECIDE_TODAY
from sessions.voting import (
    NOT_RECUSED,
    RECUSED,
    expected,
    main_votes,
    may_vote_on_own_recusal,
    minority,
    minority_used,
    missing,
    recusal_tried,
    result,
    roll,
)
from tests.sessions.table import Table, agenda

ITEM = "foreningsbidrag"


def table(*, kind: str = "nämnd", item_changes: dict[str, object] | None = None, **rules: object) -> Table:
    planned = agenda(kind=kind)
    items = tuple(replace(x, **(item_changes or {})) if x.id == ITEM else x for x in planned.items)  # type: ignore[arg-type]
    t = Table(replace(planned, items=items, rules=replace(planned.rules, **rules)))  # type: ignore[arg-type]
    t.everybody()
    t.act(MeetingOpened(at=t.now))
    t.act(ItemOpened(at=t.now, items=(ITEM,)))
    return t


def begun(t: Table, kind: str = "avslag") -> Vote:
    t.act(MotionMoved(at=t.now, kind=kind, by=("karin-berg",)))  # type: ignore[arg-type]
    if kind == "avslag":
        t.act(QuestionPut(at=t.now, form="bifall eller avslag", alternatives=(PREPARED, "motion-1")))
        t.act(VoteOpened(at=t.now, yes=PREPARED, no="motion-1"))
    else:
        t.act(QuestionPut(at=t.now, kind="formell", form="avgöras i dag", alternatives=(DECIDE_TODAY, "motion-1")))
        t.act(VoteOpened(at=t.now, yes=DECIDE_TODAY, no="motion-1"))
    return t.item(ITEM).votes[-1]


def cast(t: Table, choices: str, *, close: bool = True) -> Vote:
    """The answers in the order of the roll: j, n, a."""
    item = t.item(ITEM)
    for person, letter in zip(roll(t.meeting, item, item.open_vote), choices, strict=True):
        t.act(VoteCast(at=t.now, person=person, choice={"j": "ja", "n": "nej", "a": "avstår"}[letter]))  # type: ignore[arg-type]
    if close:
        t.act(VoteClosed(at=t.now))
    return t.item(ITEM).votes[-1]


def against(t: Table, event: Event) -> str:
    return objection(t.meeting, event) or ""


def test_r_704_the_roll_is_the_list_and_the_chair_is_called_last():
    t = table()
    assert roll(t.meeting, t.item(ITEM)) == ("lena-ek", "karin-berg", "eva-sjo", "rut-fors", "per-lind")
    first = table(chair_votes_last=False)
    assert roll(first.meeting, first.item(ITEM))[0] == "per-lind"


def test_r_704_the_vice_chairs_first_where_that_is_the_custom():
    t = table(vote_order="vice_first")
    t.act(MemberAway(at=t.now, person="lena-ek"))
    assert roll(t.meeting, t.item(ITEM)) == ("karin-berg", "eva-sjo", "rut-fors", "per-lind")


def test_r_707_abstentions_are_not_counted():
    t = table()
    begun(t)
    vote = cast(t, "jnjaa")
    found = result(t.meeting, t.item(ITEM), vote)
    assert (found.yes, found.no, found.abstain, found.side, found.by) == (2, 1, 2, "ja", "röster")


def test_r_503_r_708_a_chair_who_abstained_must_vote_in_a_tie():
    t = table()
    vote = begun(t)
    vote = cast(t, "jjnna", close=False)
    assert result(t.meeting, t.item(ITEM), vote).by == "oavgjort"
    assert "R-503" in against(t, VoteClosed(at=t.now))
    assert after_vote(t.meeting, t.item(ITEM), casting="nej").winner == "motion-1"  # type: ignore[union-attr]
    t.act(VoteCast(at=t.now, person="per-lind", choice="ja"))
    t.act(VoteClosed(at=t.now))
    found = result(t.meeting, t.item(ITEM), t.item(ITEM).votes[-1])
    assert (found.yes, found.no, found.by) == (3, 2, "röster")


def test_r_708_the_acting_chair_holds_the_casting_vote_and_the_tally_stays():
    t = table()
    t.act(MemberRecused(at=t.now, persons=("per-lind",)))
    begun(t)
    vote = cast(t, "njjn")  # karin, eva, rut, lena last
    found = result(t.meeting, t.item(ITEM), vote)
    assert (found.yes, found.no, found.side, found.by) == (2, 2, "nej", "utslagsröst")


def test_r_709_a_tie_about_persons_goes_to_the_lot():
    t = table(item_changes={"kind": "val"})
    begun(t)
    t.act(VoteCounted(at=t.now, yes=2, no=2, abstain=1))
    t.act(VoteClosed(at=t.now))
    after = after_vote(t.meeting, t.item(ITEM), lot="motion-1")
    assert after is not None
    assert (after.result.by, after.by, after.winner) == ("lottning", "lottning", "motion-1")
    assert tied((4, 3, 3), 2)
    assert not tied((4, 3, 2), 2)


@pytest.mark.parametrize(("there", "needed"), [(39, 13), (40, 14), (41, 14), (49, 17), (31, 11)])
def test_r_613_a_third_of_those_present_is_rounded_up(there, needed):
    assert minority(there) == needed


@pytest.mark.parametrize(
    ("kind", "item_kind", "winner"),
    [("fullmäktige", "beslut", "motion-1"), ("nämnd", "beslut", DECIDE_TODAY), ("fullmäktige", "val", DECIDE_TODAY)],
)
def test_r_612_r_613_r_713_a_minority_refers_only_in_fullmaktige_and_never_an_election(kind, item_kind, winner):
    t = table(kind=kind, item_changes={"kind": item_kind})
    begun(t, "återremiss")
    cast(t, "jnnjj")
    after = after_vote(t.meeting, t.item(ITEM))
    assert after is not None
    assert after.winner == winner
    t.act(QuestionAnswered(at=t.now, winner=after.winner, by=after.by))
    assert minority_used(t.item(ITEM)) is (winner == "motion-1")


def test_r_613_a_minority_can_do_it_once():
    t = table(kind="fullmäktige", item_changes={"postponed_by_minority": True})
    begun(t, "bordläggning")
    cast(t, "jnnjj")
    assert after_vote(t.meeting, t.item(ITEM)).winner == DECIDE_TODAY  # type: ignore[union-attr]
    t.act(QuestionAnswered(at=t.now, winner="motion-1", by="votering"))
    assert "R-613" in {f.rule for f in findings(t.meeting)}


def test_r_701_r_623_only_who_serves_may_ask_for_a_vote_and_only_before_the_gavel():
    t = table()
    assert "(R-701)" in against(t, VoteOpened(at=t.now, yes="a", no="b", requested_by=("maj-dahl",)))
    t.act(Decided(at=t.now))
    assert "(R-623)" in against(t, VoteOpened(at=t.now, yes="a", no="b"))


def test_r_702_only_elections_are_secret():
    t = table()
    assert "(R-702)" in against(t, VoteOpened(at=t.now, yes="a", no="b", secret=True))
    election = table(item_changes={"kind": "val"})
    assert against(election, VoteOpened(at=election.now, yes="a", no="b", secret=True)) == ""


def test_r_710_a_vote_can_be_put_right_until_it_is_closed():
    t = table()
    begun(t)
    cast(t, "jjjjj", close=False)
    t.act(VoteCast(at=t.now, person="karin-berg", choice="nej"))
    assert t.item(ITEM).votes[-1].count("ja") == 4


def test_r_711_a_vote_that_is_missing_is_objected_to_and_found():
    t = table()
    begun(t)
    t.act(VoteCast(at=t.now, person="karin-berg", choice="nej"))
    assert missing(t.meeting, t.item(ITEM), t.item(ITEM).votes[-1]) == ("lena-ek", "eva-sjo", "rut-fors", "per-lind")
    assert "3 till" in against(t, VoteClosed(at=t.now))
    t.act(VoteClosed(at=t.now))
    assert "R-711" in {f.rule for f in findings(t.meeting)}


def test_r_711_r_716_the_result_may_come_first_and_the_names_from_a_list_later():
    t = table()
    begun(t)
    t.act(VoteCounted(at=t.now, yes=3, no=2))
    t.act(VoteClosed(at=t.now))
    assert "R-716" in {f.rule for f in findings(t.meeting)}
    for person, choice in zip(("lena-ek", "karin-berg", "eva-sjo", "rut-fors", "per-lind"), ("ja", "nej", "ja", "nej", "ja"), strict=True):
        t.act(VoteCast(at=t.now, person=person, choice=choice))  # type: ignore[arg-type]
    assert {"R-716", "R-711"}.isdisjoint(f.rule for f in findings(t.meeting))
    t.act(VoteCast(at=t.now, person="rut-fors", choice="ja"))
    assert "R-711" in {f.rule for f in findings(t.meeting)}


def test_r_716_the_names_go_to_the_vote_they_name_also_when_others_came_after_it():
    t = table()
    begun(t)
    t.act(VoteCounted(at=t.now, yes=3, no=2), VoteClosed(at=t.now))
    t.act(QuestionPut(at=t.now, alternatives=(PREPARED, "motion-1")), VoteOpened(at=t.now, yes=PREPARED, no="motion-1"))
    cast(t, "jjjjj")
    t.act(Decided(at=t.now))
    assert [v.id for v in t.item(ITEM).votes] == ["vote-1", "vote-2"]
    for person, choice in zip(("lena-ek", "karin-berg", "eva-sjo", "rut-fors", "per-lind"), ("ja", "nej", "ja", "nej", "ja"), strict=True):
        t.act(VoteCast(at=t.now, vote="vote-1", person=person, choice=choice))  # type: ignore[arg-type]
    first, second = t.item(ITEM).votes
    assert (first.cast["karin-berg"], second.cast["karin-berg"]) == ("nej", "ja")
    assert not first.corrected  # a list from paper corrects nobody
    assert {"R-710", "R-711", "R-716"}.isdisjoint(f.rule for f in findings(t.meeting))
    t.act(VoteCounted(at=t.now, vote="vote-1", yes=2, no=3))
    assert "R-711" in {f.rule for f in findings(t.meeting)}
    assert "Ingen votering pågår" in (t.refusal(VoteCast(at=t.now, person="karin-berg", choice="ja")) or "")  # which one?
    assert "Ingen votering pågår" in (t.refusal(VoteCast(at=t.now, vote="vote-3", person="karin-berg", choice="ja")) or "")


def test_r_710_a_vote_that_is_put_right_after_the_closing_is_recorded_and_found_until_it_is_as_it_was():
    t = table()
    begun(t)
    cast(t, "jjjjn")
    t.act(VoteCast(at=t.now, vote="vote-1", person="karin-berg", choice="nej"))
    vote = t.item(ITEM).votes[-1]
    assert (vote.count("ja"), vote.corrected, vote.heard["karin-berg"]) == (3, ("karin-berg",), "ja")
    (found,) = [f for f in findings(t.meeting) if f.rule == "R-710"]
    assert "Karin Berg (M)" in found.message
    t.act(VoteCast(at=t.now, vote="vote-1", person="karin-berg", choice="ja"))
    assert "R-710" not in {f.rule for f in findings(t.meeting)}


def test_r_702_a_secret_vote_is_given_no_names_afterwards():
    t = table(item_changes={"kind": "val"})
    t.act(VoteOpened(at=t.now, yes="a", no="b", secret=True), VoteCounted(at=t.now, yes=3, no=2), VoteClosed(at=t.now))
    assert t.refusal(VoteCast(at=t.now, vote="vote-1", person="karin-berg", choice="ja")) is not None


def test_r_711_numbers_that_are_not_those_who_decide_are_objected_to():
    t = table()
    begun(t)
    t.act(VoteCounted(at=t.now, yes=4, no=2))
    assert against(t, VoteClosed(at=t.now)) == "Rösterna är 6, men 5 skulle rösta (R-711)."
    t.act(VoteCounted(at=t.now, yes=3, no=2))
    assert against(t, VoteClosed(at=t.now)) == ""


@pytest.mark.parametrize(
    ("majority", "choices", "side"),
    [("två tredjedelar", "jjjna", "nej"), ("två tredjedelar", "jjjja", "ja"), ("alla", "jjjja", "nej"), ("alla", "jjjjj", "ja")],
)
def test_r_712_qualified_majorities_count_against_those_present(majority, choices, side):
    t = table(kind="fullmäktige")
    t.act(VoteOpened(at=t.now, yes="extra val", no="inget extra val", majority=majority))
    assert result(t.meeting, t.item(ITEM), cast(t, choices)).side == side


def test_r_504_in_a_case_of_authority_all_must_vote_but_not_in_the_first_of_two_votes():
    t = table(item_changes={"exercise_of_authority": True})
    assert "(R-504)" in against(t, MemberAbstained(at=t.now, person="eva-sjo"))
    t.act(QuestionPut(at=t.now, kind="motförslag", alternatives=("a", "b")))
    t.act(VoteOpened(at=t.now, yes="a", no="b"))
    assert against(t, VoteCast(at=t.now, person="eva-sjo", choice="avstår")) == ""
    cast(t, "jjaaj")
    begun(t)
    assert "(R-504)" in against(t, VoteCast(at=t.now, person="eva-sjo", choice="avstår"))
    assert against(t, VoteCast(at=t.now, person="lena-ek", choice="avstår")) == ""  # voted in the first one


def test_r_504_fullmaktige_has_no_such_duty():
    t = table(kind="fullmäktige", item_changes={"exercise_of_authority": True})
    assert against(t, MemberAbstained(at=t.now, person="eva-sjo")) == ""


def test_r_405_the_question_of_jav_is_voted_on_without_the_one_concerned():
    t = table()
    t.act(MemberRecused(at=t.now, persons=("eva-sjo",), disputed=True))
    t.act(QuestionPut(at=t.now, kind="jäv", alternatives=("jäv föreligger", "jäv föreligger inte")))
    t.act(VoteOpened(at=t.now, yes="att jäv föreligger", no="att jäv inte föreligger"))
    assert "eva-sjo" not in expected(t.meeting, t.item(ITEM), t.item(ITEM).votes[-1])
    cast(t, "nnnn")
    t.act(RecusalTried(at=t.now, person="eva-sjo", found=False))
    assert "eva-sjo" in deciding(t.meeting, t.item(ITEM))
    assert {f.rule for f in findings(t.meeting)}.isdisjoint({"R-711", "R-404"})


def test_r_405_who_is_needed_for_the_quorum_may_vote_on_their_own_jav():
    t = table()
    for person in ("rut-fors", "karin-berg", "maj-dahl", "olle-dahl"):
        t.act(PersonLeft(at=t.now, person=person, before=ITEM))
    t.act(MemberRecused(at=t.now, persons=("eva-sjo",), disputed=True))
    t.act(QuestionPut(at=t.now, kind="jäv", alternatives=("jäv föreligger", "jäv föreligger inte")))
    t.act(VoteOpened(at=t.now, yes="att jäv föreligger", no="att jäv inte föreligger"))
    assert may_vote_on_own_recusal(t.meeting, t.item(ITEM))
    assert "eva-sjo" in roll(t.meeting, t.item(ITEM), t.item(ITEM).votes[-1])
    assert against(t, VoteCast(at=t.now, person="eva-sjo", choice="nej")) == ""


def test_r_501_r_505_r_506_abstaining_not_taking_part_and_jav_are_three_things():
    t = table()
    t.act(MemberAbstained(at=t.now, person="eva-sjo"))
    t.act(MemberRecused(at=t.now, persons=("rut-fors",)))
    begun(t)
    assert roll(t.meeting, t.item(ITEM)) == ("lena-ek", "karin-berg", "per-lind")
    assert "(R-505)" in against(t, VoteCast(at=t.now, person="eva-sjo", choice="ja"))
    vote = cast(t, "aja")
    assert (vote.count("avstår"), len(vote.cast)) == (2, 3)


@pytest.mark.parametrize(("there", "places", "needed"), [(11, 3, 3), (11, 5, 2), (49, 15, 4), (10, 3, 3)])
def test_r_714_how_many_it_takes_for_a_proportional_election(there, places, needed):
    assert required_for_proportional(there, places) == needed


PEOPLE = ("lena-ek", "karin-berg", "eva-sjo", "rut-fors")


@given(
    st.sets(st.sampled_from(PEOPLE)),
    st.sets(st.sampled_from(PEOPLE)),
    st.sets(st.sampled_from(PEOPLE)),
    st.lists(st.sampled_from("jna"), min_size=5, max_size=5),
)
def test_r_711_the_votes_always_add_up_to_those_who_decide(gone, recused, out, choices):
    t = table()
    for person in gone:
        t.act(PersonLeft(at=t.now, person=person, before=ITEM))
    if recused:
        t.act(MemberRecused(at=t.now, persons=tuple(recused)))
    for person in out - gone:
        t.act(MemberAbstained(at=t.now, person=person))
    begun_by = next((p for p in ("per-lind",)), "")
    t.act(MotionMoved(at=t.now, kind="avslag", by=(begun_by,)))
    t.act(QuestionPut(at=t.now, alternatives=(PREPARED, "motion-1")))
    t.act(VoteOpened(at=t.now, yes=PREPARED, no="motion-1"))
    called = roll(t.meeting, t.item(ITEM))
    vote = cast(t, "".join(choices[: len(called)]))
    assert result(t.meeting, t.item(ITEM), vote).cast == len(deciding(t.meeting, t.item(ITEM))) == len(vote.expected)
    assert "R-711" not in {f.rule for f in findings(t.meeting)}
    for person, letter in zip(called, reversed(choices), strict=False):  # put right afterwards, one by one: nobody comes or goes
        t.act(VoteCast(at=t.now, vote=vote.id, person=person, choice={"j": "ja", "n": "nej", "a": "avstår"}[letter]))  # type: ignore[arg-type]
        vote = t.item(ITEM).votes[-1]
        assert result(t.meeting, t.item(ITEM), vote).cast == len(vote.expected)
        assert set(vote.corrected) == {p for p in called if vote.cast[p] != vote.heard[p]}
    assert "R-711" not in {f.rule for f in findings(t.meeting)}


@given(st.sets(st.sampled_from(PEOPLE)), st.sampled_from(PEOPLE), st.lists(st.sampled_from("jna"), min_size=5, max_size=5))
def test_r_405_r_711_the_votes_on_somebodys_jav_add_up_to_those_who_may_try_it(gone, disputed, choices):
    t = table()
    for person in gone - {disputed}:
        t.act(PersonLeft(at=t.now, person=person, before=ITEM))
    t.act(MemberRecused(at=t.now, persons=(disputed,), disputed=True))
    t.act(QuestionPut(at=t.now, kind="jäv", alternatives=(RECUSED, NOT_RECUSED), about=disputed))
    t.act(VoteOpened(at=t.now, yes="att jäv föreligger", no="att jäv inte föreligger"))
    item = t.item(ITEM)
    called = roll(t.meeting, item, item.votes[-1])
    assert (disputed in called) == may_vote_on_own_recusal(t.meeting, item)
    for person, letter in zip(called, choices, strict=False):
        t.act(VoteCast(at=t.now, person=person, choice={"j": "ja", "n": "nej", "a": "avstår"}[letter]))  # type: ignore[arg-type]
    t.act(VoteClosed(at=t.now))
    vote = t.item(ITEM).votes[-1]
    assert set(vote.expected) == set(vote.cast)
    t.act(RecusalTried(at=t.now, person=disputed, found=False))
    assert recusal_tried(t.item(ITEM), vote) == disputed
    assert main_votes(t.item(ITEM)) == ()
    assert "R-711" not in {f.rule for f in findings(t.meeting)}
