"""A damaged file is read whole or refused, untouched either way; and what can be saved of it is, in an archive that opens."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agendas.model import Agenda
from sessions.archive import read_archive
from sessions.events import Event, Recorded, TextWritten
from sessions.examples import archive_paths
from sessions.opening import continue_recording
from sessions.rescue import NO_BODY, NothingFound, rescue, rescued_archive
from sessions.store import NotSaved, Store, StoreFault, check, peek, rows
from sessions.sums import sum_of
from tests.sessions.generated import AGENDA, AT

DAMAGES = int(os.environ.get("KLUBBAN_DAMAGES", "60"))
"""How many damaged files are tried: few in an ordinary run."""
LONG = "Lång text som går över flera sidor. " * 400


def whole(folder: Path) -> tuple[Path, Agenda, tuple[Recorded[Event], ...]]:
    """A real meeting as a session file, with a text that takes pages of its own."""
    archived = read_archive(archive_paths()["ludvika"])
    path = folder / "hel.klubban"
    with Store.create(path, archived.agenda, AT, records=archived.records) as store:
        store.append([TextWritten(at=AT, item=archived.agenda.items[0].id, section="protocol", text=LONG)], after=store.last)
        return path, archived.agenda, store.since()


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Agenda, tuple[Recorded[Event], ...]]:
    return whole(tmp_path_factory.mktemp("hel"))


def test_of_a_whole_file_all_is_saved(sound) -> None:
    path, agenda, records = sound
    found = rescue(path)
    assert (found.agenda, found.records) == (agenda, records)
    assert (dict(found.unread), found.doubtful, found.agenda_lost, found.agenda_doubtful) == ({}, (), False, False)


def test_what_stands_in_the_log_beside_is_along_and_half_an_act_is_not(tmp_path: Path) -> None:
    path = tmp_path / "x.klubban"
    with Store.create(path, AGENDA, AT, wal=True) as store:
        for n in range(30):
            store.append([TextWritten(at=AT, item="statsbidrag", section="protocol", text=f"text {n}")], after=n)
        copy = tmp_path / "kopia.klubban"
        for ending in ("", "-wal"):
            shutil.copy(tmp_path / f"x.klubban{ending}", tmp_path / f"kopia.klubban{ending}")
        records = store.since()
    assert rescue(copy).records == records
    log = copy.with_name(copy.name + "-wal")
    log.write_bytes(log.read_bytes()[:-100])
    cut = rescue(copy).records
    assert cut == records[: len(cut)]
    assert len(cut) >= len(records) - 1


def damaged(data: st.DataObject, sound: bytes) -> bytes:
    """The file after what a failing disk, a cut-off copy or a stray writer may do to it."""
    made = bytearray(sound)
    for _ in range(data.draw(st.integers(0, 12))):
        made[data.draw(st.integers(0, len(made) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    for _ in range(data.draw(st.integers(0, 2))):
        place, length = data.draw(st.integers(0, len(made) - 1)), data.draw(st.integers(1, 6000))
        filling = data.draw(st.sampled_from([b"\0", b"\xff", b"x", b"\x0d"]))
        made[place : place + length] = filling * min(length, len(made) - place)
    return bytes(made[: data.draw(st.integers(0, len(made)))] if data.draw(st.booleans()) else made)


@settings(max_examples=DAMAGES, database=None)
@given(data=st.data())
def test_bits_flipped_and_bytes_lost_it_reads_whole_or_is_refused_and_what_is_saved_is_a_part_of_it(
    data: st.DataObject, sound, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source, agenda, records = sound
    path = tmp_path_factory.mktemp("skadad") / "x.klubban"
    path.write_bytes(damaged(data, source.read_bytes()))
    before = path.read_bytes()
    try:
        with Store.follow(path) as reader:
            assert (reader.agenda, reader.since()) == (agenda, records), "neither whole nor refused"
    except StoreFault:
        pass  # refused
    for way in (lambda: peek(path), lambda: continue_recording(path, lambda: AT).close()):
        try:
            way()
        except (StoreFault, NotSaved):
            assert path.read_bytes() == before, "a file that is refused is not written to"
    path.write_bytes(before)
    try:
        text, found = rescued_archive(rescue(path))
    except NothingFound:
        return
    assert path.read_bytes() == before
    again = read_archive(text)
    assert again.records == found.records
    originals = {r.seq: r for r in records}
    surely = [r for r in found.records if r.seq not in found.doubtful]
    assert surely == [originals[r.seq] for r in surely]
    assert [r.seq for r in found.records] == sorted({r.seq for r in found.records})
    assert found.agenda == agenda or found.agenda_lost or found.agenda_doubtful


def test_a_changed_letter_is_noticed_though_the_database_sees_nothing(tmp_path: Path) -> None:
    path, _, records = whole(tmp_path)
    path.write_bytes(path.read_bytes().replace("Lång text".encode(), "Läng text".encode(), 1))
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    with pytest.raises(StoreFault, match=rf"händelse {records[-1].seq} stämmer inte med sin kontrollsumma"):
        Store.open(path, AT)
    found = rescue(path)
    assert found.doubtful == (records[-1].seq,)
    assert found.records[:-1] == records[:-1]
    assert "Läng text" in found.records[-1].event.text  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("at", "junk", "said"),
    [(4096, b"\xff" * 4096, "databasens sidor hänger inte ihop"), (None, b"\xffL", "en rad innehåller något annat än text")],
    ids=["a page", "a letter that is none"],
)
def test_what_is_wrong_with_a_file_is_told_in_swedish_and_quotes_nothing_of_the_meeting(
    at: int | None, junk: bytes, said: str, tmp_path: Path
) -> None:
    path, _, _ = whole(tmp_path)
    made = bytearray(path.read_bytes())
    at = made.index("Lång text".encode()) - 1 if at is None else at
    made[at : at + len(junk)] = junk
    path.write_bytes(made)
    for way in (check, lambda path: Store.open(path, AT)):
        with pytest.raises(StoreFault, match=rf"är skadad och öppnas inte \({said}") as refused:
            way(path)
        assert not any(word in str(refused.value) for word in ("malformed", "decode", "payload", "protocol"))


def test_an_event_that_is_gone_without_a_trace_in_the_database_is_missed(tmp_path: Path) -> None:
    path, _, records = whole(tmp_path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TRIGGER events_stay")
        raw.execute("DELETE FROM events WHERE seq = 3")
        raw.execute("CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT 1; END")
    with pytest.raises(StoreFault, match="händelse 3 saknas"), Store.follow(path) as reader:
        reader.since()
    found = rescue(path)
    assert list(found.unread) == [3]
    assert [r.seq for r in found.records] == [r.seq for r in records if r.seq != 3]


def test_a_long_log_is_read_in_pieces_and_its_gaps_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _, records = whole(tmp_path)
    monkeypatch.setattr(rows, "PIECE", 2)
    with Store.follow(path) as reader:
        assert reader.since() == records
        assert reader.since(records[-2].seq) == records[-1:]
    apart = tuple(replace(r, seq=10 * r.seq) for r in records)
    with Store.create(tmp_path / "glest.klubban", AGENDA, AT, records=apart) as store:
        assert store.since() == apart
        assert not store.integrity()


def test_what_was_just_read_is_not_read_again_when_the_file_is_opened_and_what_came_after_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _, records = whole(tmp_path)
    read: list[object] = []

    def counted(*values: object) -> int:
        read.append(values[0])
        return sum_of(*values)

    monkeypatch.setattr(rows, "sum_of", counted)
    continue_recording(path, lambda: AT).close()
    assert [seq for seq in read if isinstance(seq, int)] == [r.seq for r in records]
    path.write_bytes(path.read_bytes().replace("Lång text".encode(), "Läng text".encode(), 1))
    with pytest.raises(StoreFault, match=rf"händelse {records[-1].seq} stämmer inte"):
        Store.open(path, AT, known=records[-2].seq)


def test_a_file_from_before_there_were_sums_is_read_and_gaps_are_told(tmp_path: Path) -> None:
    path, agenda, records = whole(tmp_path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DROP TABLE sums")
    with Store.open(path, AT) as store:
        assert (store.agenda, store.since()) == (agenda, records)
        more = store.append([TextWritten(at=AT, item=agenda.items[0].id, section="protocol", text="mer")], after=store.last)
    assert rescue(path).records == (*records, *more)


def test_without_its_agenda_the_events_are_saved_and_it_can_be_laid_under_again(tmp_path: Path) -> None:
    path, agenda, records = whole(tmp_path)
    path.write_bytes(path.read_bytes().replace(b'{"meeting":', b'{"mxxting":'))
    found = rescue(path)
    assert found.agenda_lost
    assert found.agenda.meeting.body == NO_BODY
    text, _ = rescued_archive(found)
    assert read_archive(text).records == records
    assert agenda.meeting.municipality not in text


@pytest.mark.parametrize("content", [b"", b"Hej.\n" * 900, b"SQLite format 3\0" + b"\0" * 5000])
def test_what_holds_nothing_of_a_meeting_is_said_to(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.klubban"
    path.write_bytes(content)
    with pytest.raises(NothingFound, match="ingenting av ett sammanträde"):
        rescue(path)
    assert path.read_bytes() == content
