"""The four checks of `make audit`. Each gives its outcome, or says in one line why it cannot be made here."""

from __future__ import annotations

import ctypes
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from exports.as_markdown import markdown_blocks
from exports.document import Document, Section
from tests.audit.outcome import NotPossible, Outcome
from tests.audit.pages import office_to_pdf, page_png, texts
from tests.audit.papers import write_papers

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BUILD = ROOT / "build" / "audit"

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PATIENCE = 600
_WORD = re.compile(r"[^\W_]{4,}")
_PIP_AUDIT = "pip-audit==2.9.0"
_NO_NETWORK = (
    "ConnectionError",
    "Max retries",
    "ConnectTimeout",
    "ReadTimeout",
    "ServiceError",
    "ProxyError",
    "HTTPError",
    "Name or service",
)


def web() -> Outcome:
    """HTML in a browser: axe-core finds nothing, nothing is fetched, no script, no scrolling sideways – light, dark, narrow, on paper."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        raise NotPossible("Node finns inte. Debian och Ubuntu: apt-get install nodejs npm")
    chromium = browser()
    _install_axe(npm)
    files = list(write_papers(BUILD / "html", "html"))
    told = _run([node, str(HERE / "axe.mjs"), str(BUILD), chromium, *map(str, files)])
    if told.returncode:
        raise NotPossible(f"Chromium kunde inte köras: {_last_line(told.stderr)}")
    result: dict[str, Any] = json.loads(told.stdout.strip().splitlines()[-1])
    faults = tuple(f"{Path(one['file']).name}, {one['way']}: {one['what']}" for one in result["found"])
    return Outcome("HTML i Chromium med axe-core", f"{result['pages']} sidor på {result['ways']} sätt", faults)


def browser() -> str:
    """The Chromium of this machine. Raises `NotPossible` without one."""
    found = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if found is None:
        raise NotPossible("Chromium finns inte. Debian och Ubuntu: apt-get install chromium")
    return found


def _install_axe(npm: str) -> None:
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    installed = BUILD / "package.json"
    if (BUILD / "node_modules" / "axe-core").is_dir() and installed.is_file() and installed.read_text(encoding="utf-8") == wanted:
        return
    BUILD.mkdir(parents=True, exist_ok=True)
    installed.write_text(wanted, encoding="utf-8")
    told = _run([npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"], cwd=BUILD)
    if told.returncode:
        installed.unlink()
        raise NotPossible(f"axe-core gick inte att hämta med npm: {_last_line(told.stderr)}")


def word() -> Outcome:
    """Word files in LibreOffice: they open, every page has its number, no word is lost. The pages are left as pictures to be looked at."""
    made = write_papers(BUILD / "docx", "docx")
    printed = office_to_pdf(made, BUILD / "docx")
    faults: list[str] = []
    count = 0
    for (source, document), pdf in zip(made.items(), printed, strict=True):
        if not pdf.is_file():
            faults.append(f"{source.name}: LibreOffice öppnade den inte")
            continue
        pages = texts(pdf)
        count += len(pages)
        faults += [f"{source.name}: {fault}" for fault in _faults_of_pages(document, pages)]
        for number in range(min(len(pages), 3)):
            (BUILD / "docx" / f"{source.stem}-{number + 1}.png").write_bytes(page_png(pdf, number, 600))
    return Outcome("Word i LibreOffice", f"{len(made)} filer, {count} sidor, bilder i {BUILD.relative_to(ROOT) / 'docx'}", tuple(faults))


def paper() -> Outcome:
    """PDF: it says that it is PDF/A-2a and PDF/UA-1, it is tagged, it is Swedish, every page has its number, no word is lost."""
    from exports.as_pdf import NoTypst

    try:
        made = write_papers(BUILD / "pdf", "pdf")
    except NoTypst as missing:
        raise NotPossible(str(missing)) from missing
    faults: list[str] = []
    count = 0
    for path, document in made.items():
        pages = texts(path)
        count += len(pages)
        faults += [f"{path.name}: {fault}" for fault in (*_faults_of_marks(path), *_faults_of_pages(document, pages))]
    validator = shutil.which("verapdf")
    if validator:
        for flavour in ("2a", "ua1"):
            told = _run([validator, "--format", "text", "--flavour", flavour, *map(str, made)])
            faults += [f"veraPDF {flavour}: {line}" for line in told.stdout.splitlines() if line.startswith("FAIL")]
    by = "och veraPDF" if validator else "utan veraPDF, som inte finns här: typst har själv prövat mot PDF/A-2a och PDF/UA-1"
    return Outcome("PDF", f"{len(made)} filer, {count} sidor, märken {by}", tuple(faults))


def packages() -> Outcome:
    """The packages of requirements.lock against the register of known faults."""
    home = BUILD / "pip-audit"
    program = home / ("Scripts" if sys.platform == "win32" else "bin") / "pip-audit"
    if not program.is_file():
        for command in (
            [sys.executable, "-m", "venv", str(home)],
            [str(program.parent / "python"), "-m", "pip", "install", "-q", _PIP_AUDIT],
        ):
            told = _run(command)
            if told.returncode:
                raise NotPossible(f"pip-audit gick inte att installera: {_last_line(told.stderr)}")
    lock = ROOT / "requirements.lock"
    told = _run([str(program), "-r", str(lock), "--no-deps", "--disable-pip", "-f", "json", "--progress-spinner", "off", "--timeout", "20"])
    try:
        found: list[dict[str, Any]] = json.loads(told.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        if any(sign in told.stderr for sign in _NO_NETWORK):
            raise NotPossible("Registret över kända sårbarheter nåddes inte över nätet: paketen är INTE prövade.") from None
        raise NotPossible(f"pip-audit svarade inte som väntat: {_last_line(told.stderr)}") from None
    faults = [f"{one['name']} {one['version']}: {fault['id']}" for one in found for fault in one.get("vulns", ())]
    skipped = [f"{one['name']}: {one['skip_reason']}" for one in found if "skip_reason" in one]
    if skipped and len(skipped) == len(found):
        raise NotPossible(
            f"Registret över kända sårbarheter svarade inte för något av {len(found)} paket: de är INTE prövade. Nås pypi.org?"
        )
    if skipped:
        raise NotPossible(f"{len(skipped)} av {len(found)} paket är INTE prövade: {skipped[0]}")
    return Outcome("Paketen i requirements.lock", f"{len(found)} paket", tuple(faults))


def _faults_of_pages(document: Document, pages: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(pages, 1):
        if f"Sida{number}({len(pages)})" not in "".join(text.split()):
            yield f"sidan {number} säger inte ”Sida {number} ({len(pages)})”"
    printed = "".join("".join(pages).split()).casefold()  # a word may be broken at the end of a line
    lost = [w for w in dict.fromkeys(_WORD.findall(_plain(document))) if w.casefold() not in printed]
    if lost:
        yield f"ord som inte står där: {', '.join(lost[:10])}"


def _plain(document: Document) -> str:
    """The words of a document, without its contents, whose entries the formats write in their own way."""
    return markdown_blocks(tuple(b for b in document.blocks if not (isinstance(b, Section) and b.kind == "contents")))


def _faults_of_marks(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    for wanted, told in (
        (rb"pdfaid:part\D{1,3}2", "inte märkt som PDF/A-2"),
        (rb"pdfaid:conformance\W{1,3}A", "inte märkt med nivå A"),
        (rb"pdfuaid:part\D{1,3}1", "inte märkt som PDF/UA-1"),
        (rb"/Lang\s*\(sv", "inte märkt som svensk"),
    ):
        if not re.search(wanted, data):
            yield told
    document = pdfium.FPDF_LoadMemDocument((ctypes.c_char * len(data)).from_buffer_copy(data), len(data), None)
    try:
        if not pdfium.FPDFCatalog_IsTagged(document):
            yield "inte taggad"
    finally:
        pdfium.FPDF_CloseDocument(document)


def _run(command: list[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=_PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise NotPossible(f"{Path(command[0]).name} gick inte att köra: {type(fault).__name__}") from fault


def _last_line(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "inget svar")
