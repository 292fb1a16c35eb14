"""A whole meeting's work with every way out of the machine shut: `python -m tests.whole.shut_in FOLDER`.

A process of its own: what watches it (`sys.addaudithook`) can never be taken away again. Files are made with the
umask that most machines have, so that what is private is so by our own doing.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import Any

from agendas.examples import example_paths
from sessions.archive import archive_toml
from sessions.examples import archive_paths
from tests.sessions.approved import approved
from tui.app import KlubbanApp
from tui.cli import clock, main

_WAYS_OUT = ("socket.connect", "socket.bind", "socket.send", "socket.getaddrinfo", "socket.gethostbyname", "urllib.", "http.", "smtplib.")


def _watch(event: str, args: tuple[Any, ...]) -> None:
    if event.startswith(_WAYS_OUT):
        os.write(2, f"{event} {args[1:]!r}\n".encode())
        os._exit(99)


async def _by_keys() -> None:
    app = KlubbanApp(clock=clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")  # the unfinished meeting, or the first in the list
        await pilot.pause()
        for key in ("f2", "h", "e", "j", "f12", "escape", "f1", "escape", "ctrl+o", "ctrl+o"):
            await pilot.press(key)
        await pilot.pause()
        app.exit()


def run(folder: Path) -> None:
    """Import, record, review, write everything in every format, archive, rescue, purge; and the screens."""
    os.umask(0o022)
    sys.addaudithook(_watch)
    os.chdir(folder)
    table = approved()
    (folder / "arkiv.toml").write_text(archive_toml(table.log.agenda, table.log.records, own_notes=True), encoding="utf-8")
    agenda, norberg = str(example_paths()["ludvika"]), str(archive_paths()["norberg"])
    ut = folder / "ut"
    ut.mkdir()
    words = ["läs-in arkiv.toml", f"läs-in {norberg}", "lista", "granska exempels", "exempel", "schema --arkiv", "tangenter"]
    words += [f"protokoll {norberg} --offentlig --format {form} -o ut/offentlig.{form}" for form in ("md", "html", "json", "docx", "pdf")]
    words += [f"protokoll exempels --format {form} -o ut/p.{form}" for form in ("md", "html", "json", "docx", "pdf")]
    words += ["utdrag exempels --paragraf 84 85 -o ut", "anslag exempels --justerat 2026-03-17 -o ut/anslag.md"]
    words += ["handling röstlista exempels -o ut/rost.md", "arkivera exempels -o ut/a.toml", "ny --efter exempels -o ut/ny.toml"]
    words += [f"kontrollera {agenda}", f"kallelse {agenda} -o ut/k.docx", f"manus {agenda} -o ut/m.pdf", "importera ut/k.docx -o ut/i.toml"]
    for line in words:
        code = main(line.split())
        assert code in (0, 1), f"{line}: {code}"
    asyncio.run(_by_keys())
    (session,) = (Path(os.environ["KLUBBAN_HEM"]) / "sammantraden").glob("exempels*.klubban")
    assert main(["rädda", str(session), "-o", "ut/raddat.toml"]) == 0
    assert main(["gallra", str(session), "--ja"]) == 0


if __name__ == "__main__":
    run(Path(sys.argv[1]))
