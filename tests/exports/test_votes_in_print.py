"""Where a vote stands in the protocol, and with which names, when it was not the plain one on the item (R-405, R-709, R-716)."""

from __future__ import annotations

from exports.as_markdown import markdown
from exports.vote_list import vote_list
from sessions import events as ev
from sessions.findings import findings
from sessions.voting import NOT_RECUSED, RECUSED, roll
from tests.exports.test_rules_in_print import STYLE, table, text
from tests.sessions.table import Table

ITEM = "foreningsbidrag"


def cast(t: Table, choices: str, vote: str = "") -> None:
    """The answers in the order of the roll: j, n, a."""
    item = t.item(ITEM)
    for person, letter in zip(roll(t.meeting, item, item.vote(vote)), choices, strict=True):
        t.act(ev.VoteCast(at=t.now, vote=vote, person=person, choice={"j": "ja", "n": "nej", "a": "avstår"}[letter]))  # type: ignore[arg-type]


def main_vote(t: Table) -> None:
    t.act(ev.MotionMoved(at=t.now, kind="avslag", by=("karin-berg",)))
    t.act(ev.QuestionPut(at=t.now, form="bifall eller avslag", alternatives=("förslaget", "motion-1")))
    t.act(ev.VoteOpened(at=t.now, yes="förslaget", no="motion-1"))


def section(told: str, heading: str) -> str:
    return told.split(f"### {heading}\n", 1)[1].split("\n#", 1)[0]


def test_r_405_a_vote_on_a_disputed_jav_is_told_with_the_dispute_and_not_with_the_votes_on_the_item():
    t = table()
    t.act(ev.MemberRecused(at=t.now, persons=("eva-sjo",), disputed=True))
    t.act(ev.QuestionPut(at=t.now, kind="jäv", alternatives=(RECUSED, NOT_RECUSED), about="eva-sjo"))
    t.act(ev.VoteOpened(at=t.now, yes="att jäv föreligger", no="att jäv inte föreligger"))
    cast(t, "njnn")
    t.act(ev.VoteClosed(at=t.now))
    t.act(ev.QuestionAnswered(at=t.now, winner=NOT_RECUSED, by="votering"), ev.RecusalTried(at=t.now, person="eva-sjo", found=False))
    main_vote(t)
    cast(t, "jnjnj")
    t.act(ev.VoteClosed(at=t.now))
    t.act(ev.QuestionAnswered(at=t.now, winner="förslaget", by="votering"), ev.Decided(at=t.now))
    told = text(t)
    jav, votes = section(told, "Jäv"), section(told, "Omröstning")
    asked, result, names, found = (
        jav.index("Fråga uppkommer om Eva Sjö (S) är jävig"),
        jav.index("Med 1 ja-röst mot 3 nej-röster beslutar kultur- och fritidsnämnden att jäv inte föreligger."),
        jav.index("Ja: Karin Berg (M)"),
        jav.index("beslutar att jäv inte föreligger för Eva Sjö (S)."),
    )
    assert asked < result < names < found
    assert "jäv" not in votes.casefold()
    assert "Med 3 ja-röster mot 2 nej-röster" in votes
    assert "### Omröstningar" not in told  # one vote on the item
    listed = markdown(vote_list(t.meeting, STYLE)).replace("\u00a0", " ")  # type: ignore[arg-type]
    assert "| Eva Sjö (S) |" in listed
    assert {"R-711", "R-404", "R-405"}.isdisjoint(f.rule for f in findings(t.meeting))


def test_r_716_names_that_come_after_the_numbers_are_printed_in_the_protocol_and_in_the_list_of_votes():
    t = table()
    main_vote(t)
    t.act(ev.VoteCounted(at=t.now, yes=3, no=2), ev.VoteClosed(at=t.now), ev.QuestionAnswered(at=t.now, winner="förslaget", by="votering"))
    t.act(ev.QuestionPut(at=t.now, kind="annan", alternatives=("förslaget", "avslag")))
    t.act(ev.VoteOpened(at=t.now, yes="förslaget", no="avslag"))
    cast(t, "jjjjj")
    t.act(ev.VoteClosed(at=t.now), ev.QuestionAnswered(at=t.now, winner="förslaget", by="votering"), ev.Decided(at=t.now))
    cast(t, "jnjnj", "vote-1")
    assert "Nej: Karin Berg (M), Rut Fors (M)" in text(t)
    first, _second = [x for x in markdown(vote_list(t.meeting, STYLE)).split("## ") if "omröstning" in x]  # type: ignore[arg-type]
    assert first.count("| X ") == 5


def test_r_709_the_lot_is_told_after_the_tie():
    t = table()
    main_vote(t)
    t.act(ev.VoteCounted(at=t.now, yes=2, no=2, abstain=1), ev.VoteClosed(at=t.now))
    t.act(ev.QuestionAnswered(at=t.now, winner="motion-1", by="lottning"), ev.Decided(at=t.now, outcome="avslag", winner="motion-1"))
    assert "Vid lika röstetal avgörs valet genom lottning. Lotten faller på Karin Bergs (M) yrkande." in text(t)
