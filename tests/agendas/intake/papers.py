"""Papers made for the tests: PDF files written by hand, Word files through python-docx, of forms that the five seeds do not have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

WIDTH, HEIGHT = 595, 842


@dataclass
class Page:
    """What is drawn on one page: text and lines, in points from the top left."""

    commands: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, size: float = 10, *, bold: bool = False) -> None:
        """Some words with their baseline at y."""
        coded = words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)").decode("latin-1")
        self.commands.append(f"BT /{'F2' if bold else 'F1'} {size} Tf {x} {HEIGHT - y} Td ({coded}) Tj ET")

    def lines(self, x: float, y: float, texts: Sequence[str], size: float = 10, leading: float = 12) -> float:
        """Several lines; where the next one would stand."""
        for number, words in enumerate(texts):
            self.text(x, y + number * leading, words, size)
        return y + len(texts) * leading

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A line."""
        self.commands.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")


def table(page: Page, y: float, columns: Sequence[float], rows: Sequence[Sequence[str]], *, ruled: bool, padding: float = 6) -> float:
    """A table from y downwards; a cell has its lines with `\\n`. `columns` are the left edges and the right end."""
    tops = [y]
    for row in rows:
        height = max(len(cell.split("\n")) for cell in row) * 12
        for x, cell in zip(columns, row, strict=False):
            page.lines(x + 3, y + padding / 2 + 9, cell.split("\n"))
        y += height + padding
        tops.append(y)
    if ruled:
        for top in tops:
            page.rule(columns[0], top, columns[-1], top)
        for x in columns:
            page.rule(x, tops[0], x, tops[-1])
    return y


def write_pdf(path: Path, pages: Sequence[Page], *, encrypt: bool = False, picture: bool = False) -> Path:
    """A PDF of these pages with two Helvetica fonts."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    for name in ("Helvetica", "Helvetica-Bold"):
        objects.append(f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode())
    objects.append(_stream(b"\x80" * 4, b"/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8"))
    kids = []
    for page in pages:
        kids.append(len(objects) + 1)
        drawn = "\n".join(page.commands) if not picture else "q 400 0 0 600 50 100 cm /I Do Q"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects) + 2} 0 R "
            f"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I 5 0 R >> >> >>".encode()
        )
        objects.append(_stream(drawn.encode("latin-1"), b""))
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{k} 0 R' for k in kids)}] >>".encode()
    trailer = b""
    if encrypt:
        objects.append(b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <" + b"4e" * 32 + b"> /U <" + b"a1" * 32 + b"> >>")
        trailer = f"/Encrypt {len(objects)} 0 R /ID [<{'0' * 32}> <{'0' * 32}>]".encode()
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{o:010} 00000 n \n".encode() for o in offsets)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R ".encode() + trailer + f" >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(out)
    return path


def _stream(data: bytes, keys: bytes) -> bytes:
    return b"<< " + keys + f" /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


# --- Word


def word_table(document: Any, rows: Sequence[Sequence[str | None]]) -> Any:
    """A table; a cell has its paragraphs with `\\n`, and from the first None on it is one with the cell before."""
    made = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        cells = made.add_row().cells
        if None in row:
            cells[row.index(None) - 1].merge(cells[-1])
        for number, text in enumerate(row):
            if text is None:
                continue
            first, *rest = text.split("\n")
            cells[number].text = first
            for line in rest:
                cells[number].add_paragraph(line)
    return made


def page_break(document: Any) -> None:
    """A page break of its own."""
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def in_content_control(paragraph: Any) -> None:
    """Put a paragraph into a content control, as templates do."""
    element = paragraph._p
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    element.addprevious(control)
    control.append(content)
    content.append(element)


def inserted(paragraph: Any, text: str) -> None:
    """Add words as a tracked insertion."""
    mark, run, words = OxmlElement("w:ins"), OxmlElement("w:r"), OxmlElement("w:t")
    mark.set(qn("w:id"), "1")
    words.text = text
    run.append(words)
    mark.append(run)
    paragraph._p.append(mark)


def new_document() -> Any:
    """An empty Word document."""
    return docx.Document()
