"""What the kansli works by afterwards: the expedition list, the follow-up list, the list of votes."""

from __future__ import annotations

from datetime import date

import pytest

from exports.as_markdown import markdown
from exports.dispatch import commissions, day_in, dispatch, follow_up
from exports.document import Document
from exports.style import load_style
from exports.vote_list import vote_list
from sessions import events as ev
from sessions.archive import read_archive
from sessions.examples import archive_paths
from sessions.log import replay
from tests.exports.scenario import at, played
from tests.sessions.table import Table

STANDARD = load_style("standard")


def text(document: Document | None) -> str:
    assert document is not None
    return markdown(document).replace("\u00a0", " ")


def test_r_1114_each_recipient_stands_once_with_its_paragraphs_and_what_was_sent() -> None:
    table = played()
    table.act(ev.ItemAmended(at=at(16), item="simhall", field="recipients", value=("Norra IF", "Simhallen")))
    assert "| Norra IF | §§ 84–85 |  |" in text(dispatch(table.meeting, STANDARD))
    table.act(ev.Dispatched(at=at(16), item="bidrag", recipient="Norra IF", date=date(2026, 3, 18)))
    assert "| Norra IF | §§ 84–85 | § 84 2026-03-18 |" in text(dispatch(table.meeting, STANDARD))
    table.act(ev.Dispatched(at=at(16), item="simhall", recipient="Norra IF", date=date(2026, 3, 18)))
    found = text(dispatch(table.meeting, STANDARD))
    assert "| Norra IF | §§ 84–85 | 2026-03-18 |" in found
    assert "| § 85 | Simhallens öppettider |  | Norra IF, Simhallen |" in found


def test_decisions_that_nobody_gets_are_told() -> None:
    assert "Beslut utan mottagare: §§ 82–83, 85–89." in text(dispatch(played().meeting, STANDARD))


def test_commissions_come_soonest_first_and_postponed_items_too() -> None:
    table = played()
    texts = {
        "bidrag": "1. Bidraget beviljas.\n2. Förvaltningen får i uppdrag att återkomma senast den 1 juni 2026.",
        "simhall": "Nämnden uppdrar åt förvaltningen att redovisa följderna senast 2026-05-02.",
        "bibliotek": "Planen antas.",
    }
    for item, words in texts.items():
        table.act(ev.TextWritten(at=at(16), item=item, section="decision", text=words))
    found = commissions(table.meeting, STANDARD)
    assert [(c.item.paragraph, c.by_when) for c in found] == [(84, "2026-06-01"), (85, "2026-05-02")]
    rows = [line for line in text(follow_up(table.meeting, STANDARD)).splitlines() if line.startswith("| §")]
    assert [row[:7] for row in rows] == ["| § 85 ", "| § 84 "]


def test_a_postponed_item_is_followed_up() -> None:
    table = Table()
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("foreningsbidrag",)))
    table.act(ev.Decided(at=table.now, outcome="bordläggs"))
    (found,) = commissions(table.meeting, STANDARD)
    assert found.by_when == "nästa sammanträde"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("senast 2026-05-02", "2026-05-02"),
        ("den 12 mars 2026", "2026-03-12"),
        ("i juni 2026", "juni 2026"),
        ("den 31 februari 2026", ""),
        ("vid nästa sammanträde", "nästa sammanträde"),
        ("snart", ""),
    ],
)
def test_the_day_is_read_from_the_words(words: str, day: str) -> None:
    assert day_in(words) == day


def test_r_716_the_list_of_votes_has_a_row_a_seat_a_table_a_vote_and_sums() -> None:
    found = text(vote_list(played().meeting, STANDARD))
    assert found.count("| Ledamot | Tjänstgörande ersättare | Ja | Nej | Avstår | Frånvarande |") == 4
    assert "§ 85 Simhallens öppettider, omröstning 2" in found
    assert "| Ali Noor (S) | Maj Dahl (S) |  |  | X |  |" in found
    assert "| Totalt |  | 4 | 1 | 6 | 0 |" in found
    assert "| Bo Lund (C) | Olle Dahl (C) | X |  |  |  |" in found
    assert "| Anna Holm (S) |  |  |  |  | X |" in found  # she had left before the last one
    assert "utslagsröst" in found


def test_a_meeting_without_votes_has_no_list_of_them() -> None:
    assert vote_list(Table().meeting, STANDARD) is None


def test_r_702_a_closed_ballot_is_told_in_numbers_only() -> None:
    table = Table()
    table.everybody()
    table.act(ev.MeetingOpened(at=table.now))
    table.act(ev.ItemOpened(at=table.now, items=("foreningsbidrag",)))
    table.act(ev.VoteOpened(at=table.now, yes="ja", no="nej", secret=True))
    table.act(ev.VoteCounted(at=table.now, yes=3, no=2))
    table.act(ev.VoteClosed(at=table.now))
    found = text(vote_list(table.meeting, STANDARD))
    assert "| Totalt |  | 3 | 2 | 0 |  |" in found
    assert "Eva Sjö" not in found


def test_what_could_not_be_decided_and_what_is_handed_over_to_be_prepared_come_back_too() -> None:
    archived = read_archive(archive_paths()["provby"])
    found = commissions(replay(archived.agenda, archived.records), STANDARD)
    assert [(c.item.paragraph, c.by_when) for c in found] == [(43, "nästa sammanträde"), (46, "")]
