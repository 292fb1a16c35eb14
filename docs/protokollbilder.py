"""Pictures of the Ludvika protocol in Word and as a web page, as LibreOffice and Chromium show them: docs/protokoll-*.png.

`make picture` writes them. They are made with the programs of this machine: without one of them its picture stays as it was.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exports.document import Document

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

PAGE_WIDTH = 560
PAGES = (0, 8)
"""The cover, and § 6 with jäv and motions."""
WINDOW = (760, 1040)
FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--hide-scrollbars"),
)


def word_picture(folder: Path) -> bytes:
    """Two pages of the Word file beside each other. Raises `NotPossible` without LibreOffice."""
    from exports.as_docx import docx
    from tests.audit.pages import beside, office_to_pdf, page_rows, png

    source = folder / "ludvika.docx"
    source.write_bytes(docx(_protocol()))
    (pdf,) = office_to_pdf([source], folder)
    return png(beside([page_rows(pdf, number, PAGE_WIDTH) for number in PAGES]))


def web_picture(folder: Path, *, dark: bool) -> bytes:
    """The top of the page in a window. Raises `NotPossible` without Chromium."""
    from exports.as_html import html
    from tests.audit.checks import browser

    source, target = folder / "ludvika.html", folder / "ludvika.png"
    source.write_text(html(_protocol()), encoding="utf-8")
    scheme = ["--blink-settings=preferredColorScheme=0"] if dark else []
    size = f"--window-size={WINDOW[0]},{WINDOW[1]}"
    profile = f"--user-data-dir={folder / f'profil-{dark}'}"
    command = [browser(), *FLAGS, profile, size, *scheme, f"--screenshot={target}", source.as_uri()]
    subprocess.run(command, capture_output=True, timeout=120, check=True)
    return target.read_bytes()


def _protocol() -> Document:
    from exports.protocol import protocol
    from exports.style import load_style
    from sessions.archive import read_archive
    from sessions.examples import archive_paths
    from sessions.log import replay

    archived = read_archive(archive_paths()["ludvika"])
    return protocol(replay(archived.agenda, archived.records), load_style("ludvika"))


def main() -> int:
    """Make what can be made here, and say where it is."""
    from tests.audit.outcome import NotPossible

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pictures: dict[str, Callable[[], bytes]] = {
            "protokoll-word.png": lambda: word_picture(folder),
            "protokoll-html.png": lambda: web_picture(folder, dark=False),
            "protokoll-html-morkt.png": lambda: web_picture(folder, dark=True),
        }
        for file, make in pictures.items():
            try:
                data = make()
            except (NotPossible, OSError, subprocess.SubprocessError) as reason:
                print(f"{file} är inte gjord: {reason}")
                continue
            (HERE / file).write_bytes(data)
            if optimiser := shutil.which("optipng"):
                subprocess.run([optimiser, "-quiet", str(HERE / file)], check=False)
            print(f"Skrev {HERE / file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
