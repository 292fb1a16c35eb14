"""The pictures of the docs, made from the running program: `make picture` writes docs/bild.svg and docs/bilder/*.svg.

Each is the real program driven to one moment by its keys: the Ludvika example, with the agenda and the events that it
ships with, under a clock that stands still. The same program gives the same pictures, byte for byte. With `--png` each
is also written as a picture to look at.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sessions.events import Event
    from sessions.opening import Recording

HERE = Path(__file__).resolve().parent
SIZE = (100, 30)
PNG_WIDTH = 1200


@dataclass(frozen=True)
class Picture:
    """One moment. `before`: the type of the first event that has not happened yet; without it there is no meeting."""

    name: str
    keys: tuple[str, ...] = ()
    before: str = ""
    turn: int = 1
    """The how manieth event of that type."""


PICTURES = (
    Picture("bild", before="DebateClosed"),
    Picture("bilder/start"),
    Picture("bilder/dagordning", ("e",)),
    Picture("bilder/upprop", ("n", "n", "f", "n"), before="PersonArrived"),
    Picture("bilder/yrkande", ("f3", *"lars", "enter", "tab", "ä"), before="MotionMoved"),
    Picture("bilder/votering", ("f6", "enter", "j", "j"), before="DebateClosed"),
    Picture("bilder/granskning", ("f12",), before="DebateClosed"),
)


def example() -> Any:
    """The agenda and the records that the pictures are of."""
    from sessions.archive import read_archive
    from sessions.examples import REHEARSAL, archive_paths

    return read_archive(archive_paths()[REHEARSAL])


def recording(clock: Callable[[], datetime], until: int) -> Recording:
    """The example, recorded up to the moment."""
    from sessions.opening import continue_recording
    from sessions.places import new_session_path
    from sessions.store import Store

    archived = example()
    path = new_session_path(archived.agenda.meeting)
    Store.create(path, archived.agenda, clock(), records=archived.records[:until]).close()
    return continue_recording(path, clock)


def moment(picture: Picture, events: list[Event]) -> tuple[int, datetime]:
    """How many events have happened, and what the clock says: twenty seconds before the next."""
    found = [n for n, event in enumerate(events) if type(event).__name__ == picture.before]
    until = found[picture.turn - 1] if found else 0
    return until, events[until].at - timedelta(seconds=20)


async def screenshot(picture: Picture, home: Path) -> str:
    """The screen as SVG."""
    os.environ |= {"KLUBBAN_HEM": str(home / "hem"), "TZ": "Europe/Stockholm"}
    os.environ.pop("NO_COLOR", None)
    from agendas.examples import example_paths
    from sessions.examples import REHEARSAL
    from tui.app import KlubbanApp
    from tui.settings import Settings

    folder = home / "dagordningar"
    folder.mkdir()
    shutil.copy(example_paths()[REHEARSAL], folder)
    until, now = moment(picture, [record.event for record in example().records])
    held = recording(lambda: now, until) if picture.before else None
    app = KlubbanApp(clock=lambda: now, recording=held, settings=Settings(), abbreviations={}, folder=folder)
    async with app.run_test(size=SIZE) as pilot:
        await settled(app, pilot)
        for key in picture.keys:
            await pilot.press(key)
            await pilot.pause()
        await settled(app, pilot)
        shown = await standing_still(app, pilot)
        app.exit()
    return shown


async def settled(app: Any, pilot: Any) -> None:
    """What is read or counted beside is there, and the cursor stands still."""
    for _ in range(2):
        await pilot.pause(0.5)  # the findings are counted after a moment of quiet
        if beside := [w for w in app.workers if w.group in {"offers", "findings", "preview"}]:
            await app.workers.wait_for_complete(beside)
    for box in app.screen.query("TextBox, LineBox"):
        box.cursor_blink = False
        if hasattr(box, "_cursor_visible"):
            box._cursor_visible = True
    await pilot.pause()


async def standing_still(app: Any, pilot: Any) -> str:
    """The screen when it is painted to its last line and says the same twice. Raises `RuntimeError` when it never does."""
    before = ""
    for _ in range(40):
        await pilot.pause(0.3)
        now: str = app.export_screenshot(title="Klubban")
        if now == before and len(app.screen._compositor.render_strips()) >= SIZE[1]:
            return now
        before = now
    raise RuntimeError("the screen never stands still")


def tidy(svg: str) -> str:
    """The picture with a font of the reader's own (a page should not fetch one from elsewhere), and names that stay the same."""
    svg = re.sub(r"\s*@font-face\s*{[^}]*}", "", svg).replace("Fira Code", "DejaVu Sans Mono")
    return re.sub(r"terminal-\d+", "terminal", svg)


def as_png(svg: Path, png: Path) -> bool:
    """Convert it with what there is. False when nothing is."""
    try:
        import cairosvg  # type: ignore[import-not-found]
    except ImportError:
        if converter := shutil.which("rsvg-convert"):
            subprocess.run([converter, "--width", str(PNG_WIDTH), "--output", str(png), str(svg)], check=True)
            return True
        return False
    cairosvg.svg2png(url=str(svg), write_to=str(png), output_width=PNG_WIDTH)
    return True


def made(picture: Picture) -> str:
    """The picture, made anew."""
    with tempfile.TemporaryDirectory() as home:
        return tidy(asyncio.run(screenshot(picture, Path(home))))


def main() -> int:
    """Make the pictures that are named, or all, and say where they are."""
    sys.path.insert(0, str(HERE.parent))
    names = [word for word in sys.argv[1:] if not word.startswith("--")]
    for picture in PICTURES:
        if names and Path(picture.name).name not in names:
            continue
        target = HERE / f"{picture.name}.svg"
        target.parent.mkdir(exist_ok=True)
        target.write_text(made(picture), encoding="utf-8", newline="\n")
        print(f"Skrev {target}")
        if "--png" in sys.argv and not as_png(target, target.with_suffix(".png")):
            print("Ingen PNG: varken cairosvg eller rsvg-convert finns här.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
