"""Why a session file cannot be read or written, in Swedish: what happened, and what to do."""

from __future__ import annotations

import errno
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from agendas.clean import clean
from sessions.store.files import beside, has_content

BROKEN_PAGES = "databasens sidor hänger inte ihop"


class StoreFault(Exception):
    """The file cannot be used as it is; it has not been written to. The text is Swedish and says what to do."""


class InUse(StoreFault):
    """Somebody else is recording in the file: `who` (process and machine) and `since` (ISO text), empty if unknown."""

    def __init__(self, path: Path, who: str, since: str) -> None:
        shown = since[:16].replace("T", " kl. ").replace(":", ".") if since else ""
        told = f" ({who}{', sedan ' + shown if shown else ''})" if who else ""
        super().__init__(f"{path.name} är redan öppet för anteckning i ett annat fönster{told}. Följ det med: klubban ordförande")
        self.path = path
        self.who = who
        self.since = since


class Conflict(Exception):
    """The log has moved past the place that the act was made for. Nothing was written."""

    def __init__(self, after: int, last: int) -> None:
        super().__init__(f"Loggen står vid händelse {last}, inte {after}. Inget skrevs.")
        self.after = after
        self.last = last


class NotSaved(Exception):
    """The act could not be written now, and no part of it was. It can be tried again. The text is Swedish."""


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """What goes wrong while a file is read, as `StoreFault` with a reason."""
    try:
        yield
    # CodecFault and JSON faults are ValueErrors; in a damaged file a text may be no text at all.
    except (sqlite3.Error, ValueError, TypeError, AttributeError) as fault:
        raise unreadable(path, fault) from fault


@contextmanager
def writable(path: Path) -> Iterator[None]:
    """What goes wrong while a file is made or opened for writing, as `NotSaved` with a reason."""
    try:
        yield
    except sqlite3.Error as fault:
        raise NotSaved(f"{path.name}: {why_not_saved(fault)}") from fault
    except OSError as fault:
        raise NotSaved(f"{path}: {os_reason(fault)}.") from fault


def may_be_full(fault: sqlite3.Error) -> bool:
    """Whether room on the disk might help: a quota, or the index beside the log that cannot grow, is told as a fault of the disk."""
    return _code(fault) in {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}


def _code(fault: sqlite3.Error) -> int:
    return int(getattr(fault, "sqlite_errorcode", 0)) & 0xFF  # the rest says where, which helps nobody at the table


_REASONS = {
    sqlite3.SQLITE_FULL: "Disken är full. Ta bort något stort (papperskorgen räknas); Klubban fortsätter av sig själv.",
    sqlite3.SQLITE_READONLY: "Disken eller mappen är skrivskyddad.",
    sqlite3.SQLITE_PERM: "Du får inte skriva i mappen.",
    sqlite3.SQLITE_CANTOPEN: "Filen går inte att öppna: mappen är borta eller skrivskyddad.",
    sqlite3.SQLITE_BUSY: "Ett annat program håller filen. Stäng det; Klubban fortsätter av sig själv.",
    sqlite3.SQLITE_LOCKED: "Ett annat program håller filen. Stäng det; Klubban fortsätter av sig själv.",
    sqlite3.SQLITE_IOERR: "Disken svarar inte som den ska (är den fortfarande ansluten?).",
    sqlite3.SQLITE_CORRUPT: "Filen har skadats medan den var öppen. Skriv en nödkopia till en annan disk nu.",
    sqlite3.SQLITE_NOTADB: "Filen har skrivits över av något annat. Skriv en nödkopia till en annan disk nu.",
}


def why_not_saved(fault: sqlite3.Error) -> str:
    """Why a transaction could not be committed, and what helps."""
    return _REASONS.get(_code(fault), "Det gick inte att skriva.") + f" ({clean(str(fault))})"


def unreadable(path: Path, fault: Exception) -> StoreFault:
    """Why the file cannot be read, from what SQLite or the reading of a row said."""
    if isinstance(fault, sqlite3.Error):
        code = _code(fault)
        if code == sqlite3.SQLITE_NOTADB:
            return StoreFault(f"{path.name} är ingen sessionsfil. Filen är orörd.")
        if has_content(beside(path, "-journal")):
            return StoreFault(f"{path.name} skrivs just nu, eller blev avbruten mitt i det. Fortsätt sammanträdet där det spelas in först.")
        if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
            return StoreFault(f"{path} kan inte öppnas för läsning ({clean(str(fault))}). Kopiera filen till en mapp som går att skriva i.")
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return StoreFault(f"{path.name} är upptagen just nu. Försök igen om en stund.")
    return damaged(path, how_damaged(fault))


def how_damaged(fault: Exception) -> str:
    """What a fault in the reading says of the file, in Swedish: the words of SQLite and of Python are English, and may quote the record."""
    if isinstance(fault, sqlite3.Error) and _code(fault):
        return BROKEN_PAGES
    if isinstance(fault, (sqlite3.Error, UnicodeError, json.JSONDecodeError, TypeError, AttributeError)):
        return "en rad innehåller något annat än text som går att läsa"  # no code: Python could not make text of what SQLite gave
    return str(fault)


def damaged(path: Path, wrong: str) -> StoreFault:
    """That the file is damaged: `wrong` says how."""
    told = clean(wrong).partition(";")[0][:200]  # the first says enough; the rest is SQLite's own English
    return StoreFault(
        f"{path.name} är skadad och öppnas inte ({told}). Filen är orörd. "
        f"Det läsbara utkastet bredvid visar vad som stod där; det som går att läsa sparas med: klubban rädda {path.name}"
    )


def os_reason(fault: OSError) -> str:
    """Why the system refused a file, as the end of a sentence."""
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "finns inte",
        PermissionError: "du har inte rätt till den, eller så är den skrivskyddad",
        IsADirectoryError: "är en mapp",
    }
    if fault.errno in {errno.EROFS, errno.ENOSPC}:
        return "disken är skrivskyddad" if fault.errno == errno.EROFS else "disken är full"
    return next((told for kind, told in reasons.items() if isinstance(fault, kind)), clean(fault.strerror or str(fault)))
