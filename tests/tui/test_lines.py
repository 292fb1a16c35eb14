"""The recorded lines of a §, and what acts are called."""

from __future__ import annotations

from sessions.events import (
    AppendixAdded,
    Decided,
    MemberAbstained,
    MemberAway,
    MemberRecused,
    MotionMoved,
    MotionWithdrawn,
    QuestionAnswered,
    QuestionPut,
    ReservationMade,
    StatementMade,
    SubstituteSeated,
    VoteCast,
    VoteClosed,
    VoteOpened,
)
from sessions.meeting import Meeting
from tests.tui.host import Table, table
from tui.lines import lines_of
from tui.search import places
from tui.telling import told

GRANTS = "foreningsbidrag"


def _full() -> Table:
    t = table(item=GRANTS)
    now = t.clock()
    t.do(
        MemberRecused(at=now, persons=("lena-ek",), ground="part"),
        SubstituteSeated(at=now, substitute="olle-dahl", seat_of="lena-ek", items=(GRANTS,)),
    )
    t.do(MemberAbstained(at=now, person="rut-fors"))
    t.do(MemberAway(at=now, person="eva-sjo"))
    t.do(MotionMoved(at=now, kind="bifall", by=("per-lind",)))
    t.do(MotionMoved(at=now, kind="avslag", by=("karin-berg",), supporters=("rut-fors",)))
    t.do(MotionMoved(at=now, kind="tillägg", by=("karin-berg",), to_be_handed_in=True))
    t.do(MotionWithdrawn(at=now, motion="motion-3"))
    t.do(QuestionPut(at=now, alternatives=("förslaget", "motion-2")))
    t.do(VoteOpened(at=now, yes="bifall", no="avslag"))
    t.do(VoteCast(at=now, person="per-lind", choice="ja"))
    t.do(VoteClosed(at=now))
    t.do(QuestionAnswered(at=now, winner="förslaget", by="votering"))
    t.do(Decided(at=now))
    t.do(ReservationMade(at=now, persons=("karin-berg",), to_be_handed_in=True))
    t.do(StatementMade(at=now, person="rut-fors", text="Vi noterar"))
    t.do(AppendixAdded(at=now, title="Reservation"))
    return t


def _shown(meeting: Meeting) -> list[tuple[str, str]]:
    return [(x.label, x.text) for x in lines_of(meeting, meeting.items[GRANTS])]


def test_every_recorded_fact_has_its_line():
    assert _shown(_full().ahead) == [
        ("Förslag", "2 punkter: att bevilja bidrag"),
        ("Jäv", "Lena Ek (C) – deltar inte (part) · Olle Dahl (C) tjänstgör"),
        ("Deltar inte", "Rut Fors (M)"),
        ("Frånvaro", "Eva Sjö (S)"),
        ("Yrkanden", "1 Per Lind (S): bifall till förslaget"),
        ("Yrkanden", "2 Karin Berg (M): avslag · instämmer: Rut Fors (M)"),
        ("Yrkanden", "3 Karin Berg (M): tillägg – text lämnas senare · återtaget"),
        ("Fråga", "huvudfråga → förslaget (votering)"),
        ("Votering", "ja 1 · nej 0 · avstår 0"),
        ("Beslut", "bifall till förslaget"),
        ("Reservation", "Karin Berg (M) · text lämnas senare"),
        ("Anteckning", "Rut Fors (M)"),
        ("Bilaga", "A Reservation"),
    ]


def test_every_line_but_the_prepared_ones_knows_its_fact():
    meeting = _full().ahead
    assert [x.label for x in lines_of(meeting, meeting.items[GRANTS]) if x.entry is None] == ["Förslag"]


def test_the_lines_keep_their_keys_when_one_is_corrected():
    t = _full()
    before = {x.key for x in lines_of(t.ahead, t.ahead.items[GRANTS])}
    motion = t.ahead.items[GRANTS].motions[1].entry
    t.correct(motion.seq, MotionMoved(at=t.clock(), kind="avslag", by=("eva-sjo",)))
    after = lines_of(t.ahead, t.ahead.items[GRANTS])
    assert {x.key for x in after} == before
    assert any("Eva Sjö (S): avslag" in x.text for x in after)


def test_an_act_is_called_by_its_weightiest_event():
    t = _full()
    acts = {r.act: [x for x in t.log.records if x.act == r.act] for r in t.log.records}
    names = [told(t.ahead, act) for act in acts.values()]
    assert "jäv Lena Ek (C), § 82" in names
    assert "yrkande Karin Berg (M): avslag, § 82" in names
    assert "beslut bifall till förslaget, § 82" in names
    assert "öppnandet av § 82 Föreningsbidrag" in names
    assert "anteckning Rut Fors (M), § 82" in names


def test_search_finds_titles_lines_and_texts():
    labels = [c.label for c in places(_full().ahead)]
    assert "§ 82 Föreningsbidrag" in labels
    assert "§ 82 Yrkanden: 1 Per Lind (S): bifall till förslaget" in labels
    assert "– Budget" in labels
