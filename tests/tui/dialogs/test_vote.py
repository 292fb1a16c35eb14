"""F6: a vote by name or by numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot

from agendas.model import Agenda, Item, MeetingPlan, Person, with_ids
from sessions.events import (
    Corrected,
    Decided,
    MemberAbstained,
    MemberRecused,
    MotionMoved,
    QuestionAnswered,
    QuestionPut,
    RecusalTried,
    VoteCast,
    VoteClosed,
    VoteCounted,
    VoteOpened,
)
from sessions.findings import findings
from tests.sessions.table import agenda
from tests.tui.desk import desk
from tests.tui.helpers import until
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table, typed
from tui.dialogs.vote import VoteDialog
from tui.dialogs.vote_list import VoteListDialog
from tui.lines import lines_of
from tui.telling import told

ITEM = "foreningsbidrag"


def dialog(at: Table) -> VoteDialog:
    return VoteDialog(at, ITEM, recorder(at))


def contested(*kinds: str) -> Table:
    at = table()
    for kind in kinds or ("nytt förslag",):
        at.do(MotionMoved(at=at.clock(), kind=kind, by=("karin-berg",), text="att avvakta"))  # type: ignore[arg-type]
    return at


async def again(pilot: Pilot[Any]) -> None:
    """Open the dialog once more."""
    pilot.app.show()  # type: ignore[attr-defined]
    await until(pilot, lambda: isinstance(pilot.app.screen, VoteDialog) and pilot.app.screen.ready)
    await pilot.pause()


async def test_the_roll_goes_on_by_itself_and_ends_with_the_chair_and_the_gavel() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        assert "bifall till Karin Bergs (M) yrkande" in shown(pilot)
        await pilot.press("enter", "j", "n", "j", "n")
        assert "2 ja · 2 nej · 0 avstår · 4 av 5" in shown(pilot)
        await pilot.press("n", "enter")
        assert await done(pilot)
    assert [v.person for v in at.recorded(VoteCast)] == ["lena-ek", "karin-berg", "eva-sjo", "rut-fors", "per-lind"]
    assert at.recorded(QuestionAnswered)[0].winner == "motion-1"
    assert at.recorded(QuestionAnswered)[0].by == "votering"
    (decided,) = at.recorded(Decided)
    assert (decided.outcome, decided.winner) == ("bifall", "motion-1")
    assert at.recorded(QuestionPut)[0].alternatives == ("förslaget", "motion-1")


async def test_what_ja_and_nej_mean_can_be_put_in_other_words() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("end")
        await typed(pilot, ", punkt 1")
        await pilot.press("enter")
        await pilot.pause()
    assert at.recorded(VoteOpened)[0].yes == "bifall till förvaltningens förslag, punkt 1"


async def test_backspace_goes_one_back_and_the_later_vote_counts() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "j", "backspace", "n", "j", "j", "j", "j", "enter")
        assert await done(pilot)
    assert at.ahead.items[ITEM].votes[0].cast["lena-ek"] == "nej"


async def test_a_tie_is_settled_by_the_chair_s_vote() -> None:
    at = contested()
    at.do(MemberAbstained(at=at.clock(), person="rut-fors"))
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "j", "n", "j")
        await pilot.press("n")  # the chair
        assert "utslagsröst" in shown(pilot)
        await pilot.press("enter")
        assert await done(pilot)
    assert at.recorded(VoteClosed)[0].casting_vote == "nej"
    assert at.recorded(QuestionAnswered)[0].winner == "motion-1"


async def test_a_chair_who_abstained_must_vote_on_a_tie() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "j", "n", "j", "n", "a", "enter")
        await pilot.pause()
        assert pilot.app.result == "not yet"
        assert "ska rösta" in shown(pilot)
        await pilot.press("j", "enter")
        assert await done(pilot)
    assert at.ahead.items[ITEM].votes[0].cast["per-lind"] == "ja"


async def test_a_vote_that_is_left_is_gone_on_with() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "j", "n", "escape")
        await pilot.pause()
        assert pilot.app.result is None
        await again(pilot)
        assert "2 av 5" in shown(pilot)
        await pilot.press("j", "j", "j", "enter")
        assert await done(pilot)
    assert len(at.ahead.items[ITEM].votes) == 1
    assert [v.person for v in at.recorded(VoteCast)][2] == "eva-sjo"


async def test_missing_votes_are_told() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "j", "enter")
        await pilot.pause()
        assert "4 röster saknas." in shown(pilot)
    assert not at.recorded(VoteClosed)


async def test_the_result_first_in_numbers() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("ctrl+r", "3", "tab", "3", "enter")
        await pilot.pause()
        assert "6 röster, men 5 får rösta." in shown(pilot)
        await pilot.press("end", "backspace", "2", "enter")  # the focus is on the first of the numbers
        assert await done(pilot)
    assert at.recorded(VoteCounted) == [VoteCounted(at=at.clock(), item=ITEM, yes=2, no=3)]
    assert at.recorded(QuestionAnswered)[0].winner == "motion-1"


async def test_a_vote_on_referral_asks_whether_it_is_decided_today() -> None:
    at = contested("återremiss")
    async with running(lambda: dialog(at)) as pilot:
        screen = shown(pilot)
        assert "att ärendet avgörs i dag" in screen
        assert "att ärendet ska återremitteras" in screen
        await pilot.press("enter", "n", "n", "n", "j", "j", "enter")
        assert await done(pilot)
    (decided,) = at.recorded(Decided)
    assert (decided.outcome, decided.reason) == ("återremitteras", "att avvakta")


async def test_r_706_of_three_proposals_the_rivals_of_the_main_one_are_voted_on_first_and_others_can_be_chosen() -> None:
    at = contested("nytt förslag", "nytt förslag")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "j", "j", "j", "n", "n", "enter")
        assert await done(pilot)
        assert not at.recorded(Decided)
        await again(pilot)
        await pilot.press("enter", "n", "n", "n", "j", "j", "enter")
        assert await done(pilot)
    asked = [(q.kind, q.alternatives) for q in at.recorded(QuestionPut)]
    assert asked == [("motförslag", ("motion-1", "motion-2")), ("huvudfråga", ("förslaget", "motion-1"))]
    assert at.recorded(Decided)[0].winner == "motion-1"

    other = contested("nytt förslag", "nytt förslag")
    async with running(lambda: dialog(other)) as pilot:
        await pilot.click("#side-yes")
        await pilot.press("left", "tab", "left", "tab", "enter")
    assert [(q.kind, q.alternatives) for q in other.recorded(QuestionPut)] == [("huvudfråga", ("förslaget", "motion-1"))]


async def test_the_meanings_of_a_vote_are_corrected_in_their_place() -> None:
    at = contested()
    at.do(VoteOpened(at=at.clock(), yes="ja", no="nej"), VoteClosed(at=at.clock()))
    entry = newest(at, VoteOpened)
    async with running(lambda: VoteDialog(at, ITEM, corrector(at, entry), entry)) as pilot:
        await pilot.press("end")
        await typed(pilot, " tack")
        await pilot.press("enter")
        assert await done(pilot)
    assert at.ahead.items[ITEM].votes[0].entry.event.yes == "ja tack"


async def test_a_nej_to_the_only_proposal_rejects_it() -> None:
    at = table()
    async with running(lambda: dialog(at)) as pilot:
        assert "avslag" in shown(pilot)
        await pilot.press("enter", "n", "n", "n", "j", "n", "enter")
        assert await done(pilot)
    assert at.recorded(QuestionPut)[0].alternatives == ("förslaget", "avslag")
    assert at.recorded(QuestionAnswered)[0].winner == "avslag"
    (decided,) = at.recorded(Decided)
    assert decided.outcome == "avslag"


# A large assembly

PARTIES = {"S": 31, "M": 21, "SD": 18, "C": 9, "V": 8, "KD": 6, "MP": 4, "": 4}


def assembly() -> Table:
    """Kommunfullmäktige of 101, in the order of the parties; the chair is the first of the list and is called last."""
    people, number = [], 0
    for party, count in PARTIES.items():
        for _ in range(count):
            number += 1
            role = "ordförande" if number == 1 else "ledamot"
            people.append(Person(name=f"Förnamn{number:03d} Efternamn{number:03d}", party=party, role=role))  # type: ignore[arg-type]
    plan = MeetingPlan(body="Kommunfullmäktige", kind="fullmäktige", date=agenda().meeting.date, starts=agenda().meeting.starts)
    at = Table(with_ids(Agenda(meeting=plan, people=tuple(people), items=(Item(title="Föreningsbidrag", id=ITEM, proposal="Ja."),))))
    at.everybody()
    at.open(ITEM)
    return at


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_r_704_r_711_a_hundred_and_one_vote_by_party_in_two_keys_each_and_then_the_exceptions(size: tuple[int, int]) -> None:
    at = assembly()
    by_party = ("p", "j", "p", "n", "p", "s", "d", "a", "p", "c", "j", "p", "n", "r", "j")  # S, M, SD, C, V, the rest
    exceptions = ("h", "0", "4", "0", "enter", "a")
    async with running(lambda: dialog(at), size) as pilot:
        await pilot.press("enter")
        screen = shown(pilot)
        assert "F Ö R N A M N 0 0 2   E F T E R N A M N 0 0 2   (S)" in screen
        assert "sedan Förnamn003 Efternamn003 (S)" in screen
        assert "J ja · N nej · A avstår" in screen
        assert "P helt parti" in screen
        await pilot.press("p")
        await pilot.pause()
        assert "▸S 31◂ M 21  SD 18  C 9  V 8  KD 6  MP 4  (-) 4" in shown(pilot)
        await pilot.press("escape", *by_party)
        assert "54 ja · 29 nej · 18 avstår · 101 av 101 ✓" in shown(pilot)
        await pilot.press(*exceptions)
        assert "54 ja · 28 nej · 19 avstår · 101 av 101 ✓" in shown(pilot)
        await pilot.press("enter")
        assert await done(pilot)
    assert len(by_party) + 2 == 17  # with the Enter before and the one after: a vote of 101
    vote = at.ahead.items[ITEM].votes[0]
    assert len(vote.cast) == len(vote.expected) == 101
    assert vote.cast["fornamn040-efternamn040"] == "avstår"
    acts = {r.act for r in at.log.records if isinstance(r.event, VoteCast)}
    assert len(acts) == 7  # a party is one act, undone as one
    assert told(at.ahead, [r for r in at.log.records if r.act == min(acts)]) == "31 röster, § 1"
    assert not findings(at.ahead)


async def test_a_party_that_was_answered_wrongly_is_answered_again_and_one_name_is_corrected_without_the_others() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "r", "j", "p", "m", "n")  # Karin Berg and Rut Fors
        await pilot.press("home", "a", "enter")
        assert await done(pilot)
    assert dict(at.ahead.items[ITEM].votes[0].cast) == {
        "lena-ek": "avstår", "karin-berg": "nej", "eva-sjo": "ja", "rut-fors": "nej", "per-lind": "ja",
    }  # fmt: skip


async def test_other_keys_in_the_middle_of_a_party_or_the_rest_answer_nothing() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "r", "x", "enter", "escape", "p", "x", "enter", "space", "escape", "l", "escape")
        await pilot.pause()
        assert isinstance(pilot.app.screen, VoteDialog)
        assert "0 av 5" in shown(pilot)
    assert not at.recorded(VoteCast)


# Names that come later, corrections


def counted_twice() -> Table:
    """Two votes in one §, the numbers of both first, and the gavel."""
    at = contested("nytt förslag", "nytt förslag")
    now = at.clock()
    for question, alternatives in (("motförslag", ("motion-1", "motion-2")), ("huvudfråga", ("förslaget", "motion-1"))):
        at.do(QuestionPut(at=now, kind=question, alternatives=alternatives))  # type: ignore[arg-type]
        at.do(VoteOpened(at=now, yes=alternatives[0], no=alternatives[1]))
        at.do(VoteCounted(at=now, yes=3, no=2), VoteClosed(at=now), QuestionAnswered(at=now, winner=alternatives[0], by="votering"))
    at.do(Decided(at=now))
    return at


async def test_r_716_the_names_of_any_earlier_vote_are_filled_in_from_its_line() -> None:
    at = counted_twice()
    async with desk(at) as d:
        d.screen.open_line(next(x for x in lines_of(at.ahead, at.ahead.items[ITEM]) if x.kind == "vote"))
        await until(d.pilot, lambda: isinstance(d.pilot.app.screen, VoteDialog) and d.pilot.app.screen.ready)
        await d.press("j", "n", "j")
        assert "2 ja · 1 nej · 0 avstår · 3 av 5 · 2 kvar" in d.seen
        await d.press("r", "n")
        assert "Räknat: 3 ja, 2 nej" in d.seen
        await d.press("end", "j", "enter")
        assert d.at_desk
    first, second = at.ahead.items[ITEM].votes
    assert (first.cast["lena-ek"], first.cast["per-lind"], len(first.cast)) == ("ja", "ja", 5)
    assert second.names_missing
    assert not at.recorded(Corrected)
    assert [f.rule for f in findings(at.ahead) if f.item == ITEM] == ["R-716"]  # the second one


async def test_r_710_a_vote_that_is_corrected_after_the_closing_is_recorded_and_found() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter", "j", "j", "j", "n", "n", "enter")
        assert await done(pilot)
    entry = at.ahead.items[ITEM].votes[0].entry
    async with desk(at) as d:
        d.screen.ask("vote", ITEM, entry)
        await until(d.pilot, lambda: isinstance(d.pilot.app.screen, VoteDialog) and d.pilot.app.screen.ready)
        await d.press("f6", "home", "n")
        assert "Rättat efter att omröstningen avslutades: Lena Ek (C)" in d.seen
        await d.press("escape")
        assert d.at_desk
    found = {f.rule: f for f in findings(at.ahead) if f.item == ITEM}
    assert found.keys() == {"R-710", "R-707"}  # and the outcome is another now
    assert (found["R-710"].severity, "Lena Ek (C)" in found["R-710"].message) == ("upplysning", True)


async def test_numbers_that_do_not_add_up_are_told_once_and_never_stop_the_secretary() -> None:
    at = contested()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("ctrl+r", "4", "tab", "2", "enter", "enter")
        await pilot.pause()
        assert "Rösterna är 6, men 5 skulle rösta (R-711)." in shown(pilot)
        await pilot.press("a")
        await until(pilot, lambda: pilot.app.result is True)
    assert at.ahead.items[ITEM].votes[0].count("ja") == 4
    assert "R-711" in {f.rule for f in findings(at.ahead)}


LIST = "\n".join(
    [
        "Ledamot\tRöst",
        *(f"Efternamn{n:03d} Förnamn{n:03d} ({'S' if n < 32 else 'M'})\t{'Ja' if n < 32 else 'Nej'}" for n in range(1, 43)),
        "Förnamn043 Efternamn043; avstår",
        "Förnamn044 Efternamn044 (SD); ja",  # a moderate
        "Nils Nilsson\tja",
    ]
)


async def test_r_716_a_pasted_list_of_forty_five_goes_in_and_the_lines_that_cannot_be_read_stay() -> None:
    at = assembly()
    async with running(lambda: dialog(at)) as pilot:
        await pilot.press("enter")
        pilot.app.screen.query_one("#roll").post_message(events.Paste(LIST))
        await until(pilot, lambda: isinstance(pilot.app.screen, VoteListDialog) and pilot.app.screen.ready)
        screen = shown(pilot)
        assert "43 röster tydda · 58 saknas · ⚠ 3 rader gick inte att tyda" in screen
        assert "rad 45: Förnamn044 Efternamn044 (SD); ja – partiet stämmer inte" in screen
        assert "rad 46: Nils Nilsson; ja – ingen i listan heter så" in screen
        await pilot.press("ctrl+s")
        await pilot.pause()
        left = pilot.app.screen.query_one("#list").text
        assert left.splitlines() == ["Ledamot; Röst", "Förnamn044 Efternamn044 (SD); ja", "Nils Nilsson; ja"]
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, VoteDialog))
        assert "31 ja · 11 nej · 1 avstår · 43 av 101" in shown(pilot)
        await pilot.press("l")
        await until(pilot, lambda: isinstance(pilot.app.screen, VoteListDialog) and pilot.app.screen.ready)
        assert "Nils Nilsson; ja" in shown(pilot)
    assert len(at.recorded(VoteCast)) == 43


# Jäv, elections, majorities


async def test_r_405_a_disputed_jav_is_voted_on_first_without_the_one_concerned() -> None:
    at = contested()
    at.do(MemberRecused(at=at.clock(), persons=("eva-sjo",), disputed=True))
    async with running(lambda: dialog(at)) as pilot:
        screen = shown(pilot)
        assert "jäv: Eva Sjö (S)" in screen
        assert "att jäv inte föreligger" in screen
        await pilot.press("enter", "n", "n", "n")
        assert "Eva Sjö" not in shown(pilot)
        await pilot.press("j", "enter")
        assert await done(pilot)
        assert not at.recorded(Decided)
        await again(pilot)
        assert "Gäller" not in shown(pilot)
        await pilot.press("enter", "r", "j")
        assert "5 av 5 ✓" in shown(pilot)  # back at the table
    (put, _main) = at.recorded(QuestionPut)
    assert (put.kind, put.about) == ("jäv", "eva-sjo")
    assert [(t.person, t.found) for t in at.recorded(RecusalTried)] == [("eva-sjo", False)]


async def test_r_709_a_tie_in_an_election_asks_what_the_lot_fell_on() -> None:
    planned = agenda()
    items = tuple(replace(x, kind="val") if x.id == ITEM else x for x in planned.items)
    at = Table(replace(planned, items=items))
    at.everybody()
    at.open(ITEM)
    at.do(MotionMoved(at=at.clock(), kind="nytt förslag", by=("karin-berg",), text="att välja Rut Fors (M)"))
    async with running(lambda: dialog(at)) as pilot:
        pilot.app.screen.query_one("#secret").focus()
        await pilot.press("space", "ctrl+s")
        await pilot.press("2", "tab", "2", "tab", "1", "enter")
        await pilot.pause()
        assert "Lika röstetal: välj vad lotten föll på (R-709)." in shown(pilot)
        await pilot.press("2", "ctrl+s")
        assert await done(pilot)
    (answer,) = at.recorded(QuestionAnswered)
    assert (answer.by, answer.winner) == ("lottning", "motion-1")
    assert at.recorded(VoteClosed)[0].casting_vote == ""


async def test_r_712_a_qualified_majority_is_chosen_where_the_law_has_one() -> None:
    at = assembly()
    async with running(lambda: dialog(at)) as pilot:
        assert "två tredjedelar" in shown(pilot)
        pilot.app.screen.query_one("#majority").focus()
        await pilot.press("t", "ctrl+s")
        await pilot.press("p", "j", "p", "j", "r", "n", "enter")
        assert await done(pilot)
    assert at.recorded(VoteOpened)[0].majority == "två tredjedelar"
    assert at.ahead.items[ITEM].votes[0].count("ja") == 52
    assert at.recorded(QuestionAnswered)[0].winner == "avslag"
    nämnd = table()
    async with running(lambda: dialog(nämnd)) as pilot:
        assert "två tredjedelar" not in shown(pilot)
