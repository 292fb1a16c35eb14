"""The picture of the README, made from the running program: `make picture` writes docs/bild.svg, and docs/bild.png if it can.

The Ludvika example is recorded up to the moment when its § 6 has jäv and three motions on the table; then the real
program opens it, and what stands on the screen is the picture. The same program gives the same picture.
"""

from __future__ import annotations

import asyncio
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

HERE = Path(__file__).parent
SIZE = (100, 30)
PNG_WIDTH = 1200


async def screenshot(home: Path) -> str:
    """The screen as SVG."""
    os.environ |= {"KLUBBAN_HEM": str(home), "TZ": "Europe/Stockholm", "NO_COLOR": ""}
    del os.environ["NO_COLOR"]
    from sessions.archive import read_archive
    from sessions.events import DebateClosed
    from sessions.examples import archive_paths
    from sessions.opening import continue_recording
    from sessions.places import new_session_path
    from sessions.store import Store
    from tui.app import KlubbanApp
    from tui.settings import Settings

    archived = read_archive(archive_paths()["ludvika"])
    records = list(archived.records)
    until = next(n for n, record in enumerate(records) if isinstance(record.event, DebateClosed))
    now = records[until].event.at - timedelta(seconds=20)
    path = new_session_path(archived.agenda.meeting)
    Store.create(path, archived.agenda, now, records=records[:until]).close()

    app = KlubbanApp(clock=lambda: now, recording=continue_recording(path, lambda: now), settings=Settings(), abbreviations={})
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.5)  # the findings are counted after a moment of quiet
        await pilot.pause()
        return app.export_screenshot(title="Klubban")


def without_foreign_fonts(svg: str) -> str:
    """The picture with a font of the reader's own: a page should not fetch one from somewhere else."""
    return re.sub(r"\s*@font-face\s*{[^}]*}", "", svg).replace("Fira Code", "DejaVu Sans Mono")


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


def main() -> int:
    """Make the picture and say where it is."""
    sys.path.insert(0, str(HERE.parent))
    with tempfile.TemporaryDirectory() as home:
        svg = asyncio.run(screenshot(Path(home)))
    target = HERE / "bild.svg"
    target.write_text(without_foreign_fonts(svg), encoding="utf-8", newline="\n")
    print(f"Skrev {target}")
    png = target.with_suffix(".png")
    print(f"Skrev {png}" if as_png(target, png) else "Ingen PNG: varken cairosvg eller rsvg-convert finns här.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
