"""The readable draft beside the session: fresh after a gavel, at most every ten seconds, and never on the key's path."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from exports.readable_draft import readable_draft_path
from exports.style import load_style
from sessions.events import Decided
from tests.tui.host import table
from tui.readable_copy import PAINTED_AFTER, SECONDS_BETWEEN, ReadableCopy


class Screen:
    """Lends timers and threads, and lets the test say when they come."""

    def __init__(self) -> None:
        self.timers: list[tuple[float, Callable[[], None]]] = []
        self.work: list[Callable[[], None]] = []

    def set_timer(self, seconds: float, call: Callable[[], None]) -> object:
        self.timers.append((seconds, call))
        return object()

    def run_worker(self, work: Callable[[], None], **_: Any) -> None:
        self.work.append(work)


def test_a_gavel_refreshes_the_copy_at_most_every_ten_seconds(tmp_path: Path) -> None:
    screen: Any = Screen()
    session = tmp_path / "x.klubban"
    copy = ReadableCopy(screen, session, load_style)
    at = table(item="foreningsbidrag")
    copy.follow(at.ahead)
    assert screen.work == [], "no gavel has fallen"
    at.do(Decided(at=at.clock(), text="Bidraget beviljas."))
    copy.follow(at.ahead)
    assert screen.work == [], "what the gavel gave is painted first"
    ((seconds, painted),) = screen.timers
    assert seconds == PAINTED_AFTER
    screen.timers.clear()
    painted()
    assert not readable_draft_path(session).exists(), "another thread writes it"
    screen.work.pop()()
    assert "Bidraget beviljas." in readable_draft_path(session).read_text(encoding="utf-8")
    for item, text in (("budget", "Budgeten antas."), ("information", "Nämnden tackar.")):
        at.open(item)
        at.do(Decided(at=at.clock(), text=text))
        copy.follow(at.ahead)
    assert screen.work == [], "ten seconds have not gone"
    ((seconds, rested),) = screen.timers
    assert seconds == SECONDS_BETWEEN == 10
    rested()
    screen.work.pop()()
    written = readable_draft_path(session).read_text(encoding="utf-8")
    assert "Budgeten antas." in written
    assert "Nämnden tackar." in written
    assert readable_draft_path(session).stat().st_mode & 0o077 == 0
