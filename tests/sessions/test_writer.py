"""The writer: in order, never lost, never in the way."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Queue
from threading import Event as Flag
from typing import Any

import pytest

from sessions import writer as writer_module
from sessions.events import Event, MeetingOpened, PersonArrived, Recorded, TextWritten
from sessions.store import Conflict, NotSaved, Store
from sessions.writer import State, Writer
from tests.sessions.generated import AGENDA, AT

OPENED = MeetingOpened(at=AT)
PATIENCE = 10.0  # seconds before a test gives up: nothing takes nearly so long


class FakeStore:
    """A store in memory that waits, fails and remembers as a test tells it to."""

    def __init__(self) -> None:
        self.calls: list[Any] = []
        self.faults: list[Exception] = []
        self.open = Flag()
        self.open.set()
        self.asked = Queue[str]()
        self.closed = False

    def _do(self, what: str, *call: Any) -> None:
        self.asked.put(what)
        assert self.open.wait(PATIENCE)
        if self.faults:
            raise self.faults.pop(0)
        self.calls.append((what, *call))

    def append(self, events: Sequence[Event], after: int) -> tuple[Recorded[Event], ...]:
        self._do("append", after)
        return tuple(Recorded(after + n, after + 1, e) for n, e in enumerate(events, 1))

    def save_draft(self, item: str, section: str, text: str) -> None:
        self._do("save", item, section, text)

    def drop_draft(self, item: str, section: str) -> None:
        self._do("drop", item, section)

    def rest(self) -> None:
        self._do("rest")

    def close(self) -> None:
        self.closed = True


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def states() -> list[State]:
    return []


@pytest.fixture
def writer(store: FakeStore, states: list[State], monkeypatch: pytest.MonkeyPatch) -> Iterator[Writer]:
    monkeypatch.setattr(writer_module, "FIRST_WAIT", 0.01)
    monkeypatch.setattr(writer_module, "LONGEST_WAIT", 0.02)
    writer = Writer(store, states.append)
    yield writer
    store.open.set()
    writer.close(PATIENCE)


def test_acts_are_written_in_order_and_acknowledged_afterwards(writer: Writer, store: FakeStore, states: list[State]) -> None:
    results: list[Any] = []
    store.open.clear()
    for n in range(3):
        writer.submit([OPENED], n, results.append)
    assert store.asked.get(timeout=PATIENCE) == "append"
    assert results == []
    assert writer.state == State("sparar", AT, "", 3)
    store.open.set()
    assert writer.flush(PATIENCE)
    assert [r.seq for (r,) in results] == [1, 2, 3]
    assert writer.state == State()
    assert states[-1] == State()


def test_an_act_that_could_not_be_saved_stays_first_and_is_tried_again(writer: Writer, store: FakeStore, states: list[State]) -> None:
    results: list[Any] = []
    store.faults = [NotSaved("Disken är full."), NotSaved("Disken är full."), NotSaved("Disken svarar inte.")]
    writer.submit([OPENED], 0, lambda r: results.append(("first", r)))
    writer.submit([OPENED], 1, lambda r: results.append(("second", r)))
    assert writer.flush(PATIENCE)
    told = [(name, str(r) if isinstance(r, Exception) else r[0].seq) for name, r in results]
    assert told == [("first", "Disken är full."), ("first", "Disken svarar inte."), ("first", 1), ("second", 2)]
    assert [s.why for s in states if s.kind == "inte sparat"] == ["Disken är full.", "Disken svarar inte."]
    assert states[-1] == State()


def test_a_fault_that_trying_again_cannot_mend_ends_that_act_alone(writer: Writer, store: FakeStore) -> None:
    results: list[Any] = []
    store.faults = [Conflict(0, 4), ZeroDivisionError("a fault of our own")]
    for n in range(3):
        writer.submit([OPENED], n, results.append)
    assert writer.flush(PATIENCE)
    assert [type(r) for r in results] == [Conflict, ZeroDivisionError, tuple]


def test_only_the_latest_draft_of_each_box_is_written(writer: Writer, store: FakeStore) -> None:
    store.open.clear()
    writer.save_draft("x", "s", "a")
    assert store.asked.get(timeout=PATIENCE) == "save"
    writer.save_draft("x", "s", "ab")
    writer.save_draft("x", "s", "abc")
    writer.save_draft("y", "s", "annan")
    store.open.set()
    assert writer.flush(PATIENCE)
    assert store.calls == [("save", "x", "s", "a"), ("save", "x", "s", "abc"), ("save", "y", "s", "annan")]


def test_acts_go_before_drafts(writer: Writer, store: FakeStore) -> None:
    store.open.clear()
    writer.submit([OPENED], 0, lambda _: None)
    store.asked.get(timeout=PATIENCE)
    writer.save_draft("x", "s", "a")
    writer.submit([OPENED], 1, lambda _: None)
    store.open.set()
    assert writer.flush(PATIENCE)
    assert [call[0] for call in store.calls] == ["append", "append", "save"]


def test_a_draft_from_before_its_text_was_written_never_comes_back(writer: Writer, store: FakeStore) -> None:
    store.open.clear()
    writer.submit([OPENED], 0, lambda _: None)
    store.asked.get(timeout=PATIENCE)
    writer.save_draft("x", "treatment", "halv")
    writer.submit([TextWritten(at=AT, item="x", section="treatment", text="hel")], 1, lambda _: None)
    writer.save_draft("y", "treatment", "annan")
    store.open.set()
    assert writer.flush(PATIENCE)
    assert [call for call in store.calls if call[0] == "save"] == [("save", "y", "treatment", "annan")]
    writer.save_draft("x", "treatment", "hel och mer")
    assert writer.flush(PATIENCE)
    assert store.calls[-1] == ("save", "x", "treatment", "hel och mer")


def test_a_draft_that_could_not_be_saved_is_tried_again_and_told(writer: Writer, store: FakeStore) -> None:
    results: list[Any] = []
    store.faults = [NotSaved("Disken är full.")]
    writer.save_draft("x", "s", "a", results.append)
    assert writer.flush(PATIENCE)
    assert [str(r) for r in results] == ["Disken är full.", "()"]
    assert store.calls == [("save", "x", "s", "a")]


def test_closing_writes_what_waits_and_closes_the_store(writer: Writer, store: FakeStore) -> None:
    results: list[Any] = []
    writer.submit([OPENED], 0, results.append)
    writer.save_draft("x", "s", "a")
    assert writer.close(PATIENCE)
    assert store.closed
    assert len(results) == 1
    assert ("save", "x", "s", "a") in store.calls
    with pytest.raises(RuntimeError):
        writer.submit([OPENED], 1, results.append)


def test_what_is_left_at_the_end_is_told(writer: Writer, store: FakeStore) -> None:
    results: list[Any] = []
    store.faults = [NotSaved("Disken är full.")] * 10_000
    writer.submit([OPENED], 0, results.append)
    assert not writer.close(0.1)
    assert isinstance(results[-1], NotSaved)
    assert store.closed


def test_a_listener_that_fails_stops_nothing(writer: Writer, store: FakeStore, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: Any) -> None:
        raise ZeroDivisionError

    results: list[Any] = []
    with caplog.at_level(logging.ERROR):
        writer.submit([OPENED], 0, fail)
        writer.submit([OPENED], 1, results.append)
        assert writer.flush(PATIENCE)
    assert results[0][0].seq == 2
    assert "failed in the writer's thread" in caplog.text


def test_after_a_while_without_acts_the_log_is_brought_home(store: FakeStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer_module, "QUIET", 0.01)
    writer = Writer(store)
    writer.submit([OPENED], 0, lambda _: None)
    assert [store.asked.get(timeout=PATIENCE) for _ in range(2)] == ["append", "rest"]
    assert writer.close(PATIENCE)


def test_with_a_real_store_what_was_acknowledged_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "x.klubban"
    writer = Writer(Store.create(path, AGENDA, AT))
    acknowledged: list[Any] = []
    for n in range(20):
        writer.submit([PersonArrived(at=AT, person=f"p-{n}")], n, acknowledged.append)
        writer.save_draft("x", "treatment", "a" * n)
    assert writer.close(PATIENCE)
    with Store.follow(path) as follower:
        assert follower.since() == tuple(r for (r,) in acknowledged)
        assert [d.text for d in follower.drafts()] == ["a" * 19]
