"""What a file from outside may be and how much of it is read: told before anything of it is interpreted."""

from __future__ import annotations

import errno
import zipfile
import zlib
from pathlib import Path

from agendas.faults import Fault, Faults

MOST_BYTES = 100_000_000
"""A larger kallelse is refused: it is its appendices, mostly pictures."""
MOST_PAGES = 600
MOST_UNPACKED = 150_000_000
"""Of a Word file, all its parts together."""
MOST_XML = 30_000_000
"""Of its text alone: lxml needs some ten times that."""
MOST_ENTRIES = 5_000
MOST_LINES = 50_000
"""Of a text: a thousand pages."""
MOST_IN_LINE = 20_000
"""Characters without a line break: eight pages in one paragraph. To look for names in more takes the square of its length."""
SECONDS = 60
"""How long the process that reads may take on a busy machine."""
WORK = 30
"""How many seconds of computing it may use, where the system can hold it to that."""
MEMORY = 400_000_000
"""What it may use, where the system can hold it to that."""


class Unreadable(Exception):
    """A file that cannot be used. The text is one Swedish sentence, or two: what it is, and what to do."""


class IntakeFaults(Faults):
    """A document that could be opened but not used."""


def fault(name: str, message: str) -> IntakeFaults:
    """One fault about the file as a whole."""
    return IntakeFaults((Fault(name, None, "", message),))


_AS_WORD_OR_PDF = "Öppna den och spara som Word (.docx) eller PDF."
_FOREIGN = (
    (b"MZ", "Filen är ett program, ingen kallelse. Den öppnades inte."),
    (b"\x7fELF", "Filen är ett program, ingen kallelse. Den öppnades inte."),
    (b"\xcf\xfa\xed\xfe", "Filen är ett program, ingen kallelse. Den öppnades inte."),
    (b"{\\rtf", f"Filen är i formatet RTF, som inte kan läsas. {_AS_WORD_OR_PDF}"),
    (b"\x89PNG", "Filen är en bild: där finns ingen text att läsa. Be om originalet som Word eller PDF."),
    (b"\xff\xd8\xff", "Filen är en bild: där finns ingen text att läsa. Be om originalet som Word eller PDF."),
    (b"Rar!", "Filen är ett arkiv. Packa upp den och importera kallelsen."),
    (b"7z\xbc\xaf", "Filen är ett arkiv. Packa upp den och importera kallelsen."),
    (b"\x1f\x8b", "Filen är ett arkiv. Packa upp den och importera kallelsen."),
    (b"SQLite format 3", "Filen är en databas, ingen kallelse. Den öppnades inte."),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def kind_of(path: Path) -> str:
    """`pdf`, `docx` or `text`, by what the file holds rather than what it is called. Raises IntakeFaults, OSError."""
    name = str(path)
    with path.open("rb") as file:
        size = path.stat().st_size
        start = file.read(4096)
        if size > MOST_BYTES:
            raise fault(name, f"Filen är {size // 1_000_000} MB; högst {MOST_BYTES // 1_000_000} MB kan läsas. Importera den utan bilagor.")
        if start.startswith(_OLE):
            locked = "EncryptedPackage".encode("utf-16-le") in start + file.read(2_000_000)
            raise fault(
                name,
                "Word-filen är lösenordsskyddad. Öppna den, spara en kopia utan lösenord och importera den."
                if locked
                else f"Filen är i det gamla formatet .doc eller ett annat Office-format, som inte kan läsas. {_AS_WORD_OR_PDF}",
            )
    for sign, message in _FOREIGN:
        if start.startswith(sign):
            raise fault(name, message)
    if b"%PDF-" in start[:1024]:
        return "pdf"
    if start.startswith(b"PK\x03\x04"):
        _check_word(path)
        return "docx"
    if start.startswith(b"PK"):
        raise fault(name, "Filen är ett tomt eller skadat arkiv, ingen kallelse.")
    if path.suffix.casefold() in {".pdf", ".docx", ".docm", ".doc"} and start.strip():
        raise fault(name, f"Filen heter {path.suffix} men är något annat. Är det rätt fil?")
    if start.lstrip()[:15].lower().startswith((b"<!doctype html", b"<html")):
        raise fault(name, f"Filen är en webbsida. Markera texten, klistra in den i en textfil och importera den, eller: {_AS_WORD_OR_PDF}")
    return "text"


def _check_word(path: Path) -> None:
    """Raises IntakeFaults unless it is a Word file of reasonable size without macros."""
    name = str(path)
    try:
        with zipfile.ZipFile(path) as packed:
            entries = packed.infolist()
            names = {e.filename for e in entries}
            if "word/document.xml" not in names:
                other = "ett Excel-ark" if "xl/workbook.xml" in names else "en presentation" if "ppt/presentation.xml" in names else ""
                other = other or ("ett OpenDocument" if "mimetype" in names else "ett arkiv (zip)")
                raise fault(name, f"Filen är {other}, inget Word-dokument. {_AS_WORD_OR_PDF}")
            unpacked = sum(e.file_size for e in entries)
            text = packed.getinfo("word/document.xml").file_size
            if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or text > MOST_XML:
                raise fault(name, f"Word-filen blir {unpacked // 1_000_000} MB när den packas upp, orimligt mycket. Den öppnades inte.")
            if any(e.flag_bits & 1 for e in entries):
                raise fault(name, "Word-filen är lösenordsskyddad. Öppna den, spara en kopia utan lösenord och importera den.")
            types = packed.read("[Content_Types].xml")[:1_000_000] if "[Content_Types].xml" in names else b""
            if path.suffix.casefold() == ".docm" or b"macroEnabled" in types or any(n.endswith("vbaProject.bin") for n in names):
                raise fault(name, "Word-filen innehåller makron och öppnades inte. Spara den som .docx (utan makron) och importera den.")
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as wrong:
        if isinstance(wrong, OSError) and wrong.errno != errno.EINVAL:  # that one is a place before the beginning of the file
            raise
        raise fault(name, "Word-filen är skadad och går inte att läsa. Öppna den i Word och spara den på nytt.") from None
