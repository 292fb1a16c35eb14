"""Kill `klubban gallra` at every touch of the disk, one run for each: `python -m tests.commands.killed_purge FOLDER`.

After each kill the session is the old one, whole, or the new one, whole; and asking again ends what was begun. A
process of its own, since it forks: every run begins with everything loaded.
"""

from __future__ import annotations

import importlib
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sessions.purge import purged
from sessions.store import Store
from tests.sessions.approved import approved
from tests.sessions.generated import AT
from tui.cli import main

_TOUCHES = {"os.rename", "os.remove", "sqlite3.connect", "os.truncate", "os.link"}
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def run(folder: Path) -> int:
    """The number of touches, when a kill at each of them was survived."""
    for loaded_once in ("exports.as_json", "exports.as_markdown", "exports.protocol", "exports.style", "tui.commands.purge"):
        importlib.import_module(loaded_once)
    log = approved().log
    left = purged(log.agenda, log.records).records
    pattern = folder / "mall"
    with Store.create(pattern / "x.klubban", log.agenda, AT, records=log.records) as store:
        store.save_draft("simhall", "protocol", "Utkastord")
    (pattern / "x.utkast.md").write_text("Lappord", encoding="utf-8")
    touch = 0
    while True:
        touch += 1
        home = folder / f"{touch}"
        shutil.copytree(pattern, home)
        path = home / "x.klubban"
        killed = _in_a_child(lambda: _purge_until(path, touch))  # noqa: B023 - it is called at once
        with Store.follow(path) as session:
            assert session.integrity() == ""
            found = session.since()
        assert found in (tuple(log.records), left), f"touch {touch}: neither the old nor the new"
        if killed and touch % 2 == 0:
            continue  # what is asked again is tried after every other
        if killed:
            assert _in_a_child(lambda: main(["gallra", str(path), "--ja"])) is False  # noqa: B023
            with Store.follow(path) as session:
                assert session.since() == left, f"touch {touch}: asking again did not end it"
        assert sorted(p.name for p in home.iterdir()) == ["x.klubban"], f"touch {touch}: {list(home.iterdir())}"
        if not killed:
            return touch


def _in_a_child(work: Callable[[], object]) -> bool:
    """Whether it was killed; a fault in it is one here."""
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
            code = int(bool(work()))
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, f"ended with {os.WEXITSTATUS(status)}"
    return os.WIFSIGNALED(status)


def _purge_until(path: Path, last: int) -> int:
    seen = 0

    def watch(event: str, args: tuple[Any, ...]) -> None:
        nonlocal seen
        touches = event in _TOUCHES or (event == "open" and args[2] & _WRITES)
        if touches and str(path.parent) in str(args[0]):
            seen += 1
            if seen == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    return main(["gallra", str(path), "--ja"])


if __name__ == "__main__":
    print(run(Path(sys.argv[1])))
