"""Pages as other programs see them: Word through LibreOffice, PDF through pdfium, and what stands on them as text and as pictures."""

from __future__ import annotations

import shutil
import struct
import subprocess
import tempfile
import zlib
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

from tests.audit.outcome import NotPossible

_PATIENCE = 300


def office_to_pdf(files: Iterable[Path], folder: Path) -> list[Path]:
    """The files as LibreOffice prints them, in one run. Raises `NotPossible` without it; a file that it refuses has no PDF."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise NotPossible("LibreOffice finns inte. Debian och Ubuntu: apt-get install libreoffice-writer")
    sources = list(files)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation={Path(profile).as_uri()}"
        command = [program, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, sources)]
        subprocess.run(command, capture_output=True, timeout=_PATIENCE, check=False)
    return [folder / f"{source.stem}.pdf" for source in sources]


def texts(pdf: Path) -> list[str]:
    """The words of every page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def page_png(pdf: Path, number: int, width: int) -> bytes:
    """One page, from 0, as a PNG that is `width` points wide."""
    return png(page_rows(pdf, number, width))


def beside(pictures: list[list[bytes]], gap: int = 12, shade: int = 0xB4) -> list[bytes]:
    """Rows of grey points of several pictures, as one picture of them beside each other."""
    height = max(map(len, pictures))
    space = bytes([shade]) * gap
    rows = []
    for row in range(-gap, height + gap):
        parts = [picture[row] if 0 <= row < len(picture) else bytes([shade]) * len(picture[0]) for picture in pictures]
        rows.append(space + space.join(parts) + space)
    return rows


def page_rows(pdf: Path, number: int, width: int) -> list[bytes]:
    """One page, from 0, as rows of grey points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[number]
        seen = page.render(scale=width / page.get_width(), grayscale=True)
        data = bytes(seen.buffer)
        return [data[row * seen.stride : row * seen.stride + seen.width] for row in range(seen.height)]
    finally:
        document.close()


def png(rows: list[bytes]) -> bytes:
    """Rows of grey points as a PNG in sixteen shades: text needs no more, and the file is small."""
    width = len(rows[0])
    packed = b"".join(b"\0" + _sixteen(row) for row in rows)
    head = struct.pack(">IIBBBBB", width, len(rows), 4, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(packed, 9)) + _chunk(b"IEND", b"")


def _sixteen(row: bytes) -> bytes:
    even = row + b"\xff" if len(row) % 2 else row
    return bytes((a & 0xF0) | (b >> 4) for a, b in zip(even[::2], even[1::2], strict=True))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
