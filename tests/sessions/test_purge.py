"""What is kept after approval: the agenda, the facts and the text that stands – and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exports.as_markdown import markdown
from exports.protocol import protocol
from exports.style import load_style
from sessions import events as ev
from sessions.archive import archive_toml, read_archive
from sessions.examples import archive_paths
from sessions.log import replay
from sessions.purge import purged, same
from sessions.store import NotSaved, Store
from tests.exports.scenario import played
from tests.sessions.approved import SECRETS, approved
from tests.sessions.generated import AT


def test_notes_undone_corrected_and_rewritten_things_and_speakers_go_and_the_protocol_is_the_same() -> None:
    log = approved().log
    left = purged(log.agenda, log.records)
    assert (left.notes, left.undone, left.corrected, left.texts, left.speakers) == (1, 1, 2, 2, 3)
    written = archive_toml(log.agenda, left.records, own_notes=True)
    assert [word for word in SECRETS if word in written] == []
    assert all(word in written for word in ("Kvarord", "Nyord", "Rättord", "Senord"))
    assert same(log.agenda, log.records, left.records)
    after = replay(log.agenda, left.records)
    for public in (False, True):
        style = load_style("standard")
        assert markdown(protocol(after, style, public=public)) == markdown(protocol(log.meeting, style, public=public))


def test_numbers_keep_their_gaps_and_an_archive_of_what_is_left_is_the_same() -> None:
    log = approved().log
    left = purged(log.agenda, log.records).records
    by_number = {r.seq: r for r in log.records}
    assert [r.seq for r in left] == sorted({r.seq for r in left})
    assert all(by_number[r.seq].act == r.act for r in left)
    assert len(left) < len(log.records)
    assert read_archive(archive_toml(log.agenda, left)).records == left


def test_a_correction_that_can_only_be_a_correction_is_still_said_to_be_one() -> None:
    log = approved().log
    left = purged(log.agenda, log.records).records
    (correction,) = [r for r in left if isinstance(r.event, ev.Corrected)]
    (fact,) = [r for r in left if r.seq == correction.event.seq]
    assert fact.event.by == ("tim-alm",)
    assert len(replay(log.agenda, left).misfits) == len(log.meeting.misfits) == 0


def test_twice_changes_nothing_and_the_examples_have_nothing_to_remove() -> None:
    log = approved().log
    left = purged(log.agenda, log.records).records
    assert purged(log.agenda, left).records == left
    for path in archive_paths().values():
        archived = read_archive(path)
        assert same(archived.agenda, archived.records, purged(archived.agenda, archived.records).records)


@settings(max_examples=25)
@given(st.data())
def test_whatever_was_undone_redone_and_corrected_what_is_left_adds_up_to_the_same(data: st.DataObject) -> None:
    t = played()
    for _ in range(data.draw(st.integers(1, 6))):
        facts = [r for r in t.log.records if not isinstance(r.event, (ev.Undone, ev.Corrected))]
        match data.draw(st.sampled_from(["undo", "correct", "text", "note"])):
            case "undo":
                event: ev.Event = ev.Undone(at=t.now, act=data.draw(st.integers(1, t.log.last_act)))
            case "correct":
                one, other = (data.draw(st.sampled_from(facts)) for _ in range(2))
                alike = [r for r in facts if type(r.event) is type(one.event)]
                event = ev.Corrected(
                    at=t.now, seq=one.seq, event=data.draw(st.sampled_from(alike)).event if len(alike) > 1 else other.event
                )
            case "text":
                event = ev.TextWritten(at=t.now, item="simhall", section="protocol", text=data.draw(st.sampled_from(["a", "b", ""])))
            case _:
                event = ev.PrivateNoteWritten(at=t.now, item="bidrag", text="n")
        t.log.extend([ev.Recorded(t.log.last_seq + 1, t.log.last_act + 1, event)])
    left = purged(t.log.agenda, t.log.records)
    assert same(t.log.agenda, t.log.records, left.records)
    assert not any(isinstance(r.event, (ev.Undone, ev.PrivateNoteWritten)) for r in left.records)


def test_a_new_file_takes_the_place_of_the_old_one_and_keeps_its_name_and_birth(tmp_path: Path) -> None:
    log = approved().log
    path = tmp_path / "x.klubban"
    left = purged(log.agenda, log.records).records
    with Store.create(path, log.agenda, AT, session_id="sammanträdet", records=log.records) as store:
        store.save_draft("simhall", "protocol", "Utkastord")
        store.replace_log(left, lambda new: None)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["x.klubban"]
    assert not any(word.encode() in path.read_bytes() for word in SECRETS)
    with Store.open(path, AT) as again:
        assert again.since() == left
        assert again.drafts() == ()
        assert again.agenda == log.agenda
        assert again.meta == {"id": "sammanträdet", "created": AT.isoformat()}
        assert again.integrity() == ""
        more = again.append([ev.NoticePosted(at=AT, date=date(2026, 3, 18))], after=again.last)
        assert more[0].seq == left[-1].seq + 1


def test_the_old_file_stays_when_the_new_one_is_not_proved_or_somebody_is_reading(tmp_path: Path) -> None:
    log = approved().log
    path = tmp_path / "x.klubban"

    def unproved(new: Path) -> None:
        assert new.exists()
        raise ValueError("inte samma")

    with Store.create(path, log.agenda, AT, records=log.records, wal=True) as store:
        with Store.follow(path) as reader:
            reader.since()
            with pytest.raises(NotSaved, match="läses i ett annat fönster"):
                store.replace_log((), lambda new: None)
        with pytest.raises(ValueError, match="inte samma"):
            store.replace_log((), unproved)
        assert store.since() == tuple(log.records)
    assert [p.name for p in tmp_path.iterdir()] == ["x.klubban"]
