"""F6: a vote by name or by numbers."""

from __future__ import annotations

from sessions.events import (
    Decided,
    MemberAbstained,
    MotionMoved,
    QuestionAnswered,
    QuestionPut,
    VoteCast,
    VoteClosed,
    VoteCounted,
    VoteOpened,
)
from tests.tui.host import Table, corrector, done, newest, recorder, running, shown, table, typed
from tui.dialogs.vote import VoteDialog

ITEM = "foreningsbidrag"


def dialog(at: Table) -> VoteDialog:
    return VoteDialog(at, ITEM, recorder(at))


def contested(*kinds: str) -> Table:
    at = table()
    for kind in kinds or ("nytt förslag",):
        at.do(MotionMoved(at=at.clock(), kind=kind, by=("karin-berg",), text="att avvakta"))  # type: ignore[arg-type]
    return at


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
        pilot.app.show()
        await pilot.pause()
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


async def test_of_three_proposals_two_are_chosen() -> None:
    at = contested("nytt förslag", "nytt förslag")
    async with running(lambda: dialog(at)) as pilot:
        await pilot.click("#side-yes")
        await pilot.press("right", "tab", "right", "tab", "enter")
        await pilot.press("j", "j", "j", "n", "n", "enter")
        assert await done(pilot)
    assert at.recorded(QuestionPut)[0].kind == "motförslag"
    assert not at.recorded(Decided)


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
