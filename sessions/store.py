"""The durable log of one meeting: one SQLite file, only ever added to.

What `append` has returned is on the disk, after a kill or a power cut too. The modes that this needs are set and read
back, since the usual faster ones were measured to lose acknowledged events (WAL with NORMAL, DELETE with FULL).

The rest of the program knows three things of it: `append(events, after=seq)`, `since(seq)`, `changed()`.

Never open a session file with `open()` in a process that may hold it as a store: closing that descriptor drops
the locks that SQLite has on the file.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date as Date
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Self, TypeVar

from agendas.clean import clean
from agendas.disk import private_folder
from agendas.model import Agenda
from sessions.codec import agenda_from_plain, agenda_to_plain, from_plain, to_plain
from sessions.disks import is_synced_or_network
from sessions.events import Event, PrivateNoteWritten, Recorded, TextWritten
from sessions.lock import Held, Lock
from sessions.sums import AGENDA, sum_of

APPLICATION_ID = 0x4B4C4242
"""`KLBB`: how a session file says what it is, in its header."""
VERSION = 1
"""The form of the tables; a file with a higher one was written by a newer program."""
SUFFIX = ".klubban"
PRIVATE = "egna"
"""The section under which the draft of an own note lies (`PrivateNoteWritten` has none)."""
DIALOG = "dialog"
"""The section under which lies what is typed in an open dialog: no text of the protocol."""

RESERVE_BYTES = 512 * 1024
"""What is kept on the disk for the moment when it is full: room for some two thousand events."""
_ROOM_FOR_RESERVE = 16 * RESERVE_BYTES
_TRIES, _BETWEEN = 10, 0.1
_PATIENCE = 5.0  # seconds that SQLite waits for somebody who is reading, in the modes where readers block

T = TypeVar("T")


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


@dataclass(frozen=True, slots=True)
class Draft:
    """Text still being typed."""

    item: str
    section: str
    text: str


Progress = Literal["ej påbörjat", "pågår", "avslutat", "justerat"]


@dataclass(frozen=True, slots=True)
class Peek:
    """What can be told of a session without reading all of it."""

    body: str
    date: Date
    progress: Progress
    events: int
    last_at: datetime | None


_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE agenda (only INTEGER PRIMARY KEY CHECK (only = 1), plain TEXT NOT NULL CHECK (json_valid(plain))) STRICT;
CREATE TABLE events (
    seq INTEGER PRIMARY KEY CHECK (seq > 0),
    act INTEGER NOT NULL CHECK (act > 0),
    at TEXT NOT NULL,
    type TEXT NOT NULL,
    payload TEXT NOT NULL CHECK (json_valid(payload))
) STRICT;
CREATE TABLE drafts (item TEXT NOT NULL, section TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (item, section)) STRICT;
CREATE TABLE sums (seq INTEGER PRIMARY KEY, sum INTEGER NOT NULL) STRICT;
CREATE TRIGGER events_stand BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
CREATE TRIGGER events_follow BEFORE INSERT ON events WHEN NEW.seq <= (SELECT max(seq) FROM events)
    BEGIN SELECT RAISE(ABORT, 'events are only added at the end'); END;
CREATE TRIGGER agenda_stands BEFORE UPDATE ON agenda BEGIN SELECT RAISE(ABORT, 'the agenda is as it was at the start'); END;
CREATE TRIGGER agenda_stays BEFORE DELETE ON agenda BEGIN SELECT RAISE(ABORT, 'the agenda is as it was at the start'); END;
CREATE TRIGGER sums_stand BEFORE UPDATE ON sums BEGIN SELECT RAISE(ABORT, 'sums are never changed'); END;
CREATE TRIGGER sums_stay BEFORE DELETE ON sums BEGIN SELECT RAISE(ABORT, 'sums are never deleted'); END;
"""
# The third trigger also stops INSERT OR REPLACE, which deletes without asking the second.

_EVENTS = "SELECT seq, act, at, type, payload FROM events WHERE seq > ?1 ORDER BY seq"
_SUMMED_EVENTS = """
SELECT e.seq, e.act, e.at, e.type, e.payload, s.sum FROM events e LEFT JOIN sums s ON s.seq = e.seq WHERE e.seq > ?1
UNION ALL SELECT s.seq, NULL, NULL, NULL, NULL, s.sum FROM sums s
    WHERE s.seq > max(?1, 0) AND NOT EXISTS (SELECT 1 FROM events e WHERE e.seq = s.seq)
ORDER BY 1
"""
"""The events with their sums, and the sums whose event is gone. An event without one is of a file from before there were any."""


class Follower:
    """A session that is only read: the chair's view, a list, an export. It follows what another process records."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._seen = self._data_version()
        self._summed = bool(self._rows("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'sums'"))
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def agenda(self) -> Agenda:
        """The agenda as it was when the session was created. Raises `StoreFault`."""
        with self._readable():
            ((plain,),) = self._rows("SELECT plain FROM agenda")
            if self._summed:
                for (standing,) in self._rows("SELECT sum FROM sums WHERE seq = ?", AGENDA):
                    if standing != sum_of(plain):
                        raise ValueError("dagordningen stämmer inte med sin kontrollsumma")
            return agenda_from_plain(json.loads(plain))

    @property
    def meta(self) -> dict[str, str]:
        """What is known of the file itself: `id`, `created` (ISO)."""
        with self._readable():
            return {key: clean(value) for key, value in self._rows("SELECT key, value FROM meta")}

    def since(self, seq: int = 0) -> tuple[Recorded[Event], ...]:
        """The events after number `seq`, oldest first, texts cleaned. Raises `StoreFault` if one cannot be understood."""
        with self._readable():
            return tuple(_recorded(self.path, *row) for row in self._sound_rows(seq))

    def changed(self) -> bool:
        """Whether another connection has committed anything since this was asked last. Cheap: ask every 100–200 ms."""
        with self._readable():
            now = self._data_version()
        changed, self._seen = now != self._seen, now
        return changed

    def drafts(self) -> tuple[Draft, ...]:
        """The text that was being typed, by item and section."""
        with self._readable():
            rows = self._rows("SELECT item, section, text FROM drafts ORDER BY item, section")
            return tuple(Draft(clean(item), clean(section), clean(text)) for item, section, text in rows)

    def integrity(self) -> str:
        """What SQLite finds wrong with the whole file, in its own words; empty when it is sound."""
        try:
            found = [str(row[0]) for row in self._rows("PRAGMA integrity_check")]
            if found == ["ok"]:
                self._sound_rows(0)
            else:
                found = ["databasens sidor hänger inte ihop", *found]
        except (sqlite3.Error, ValueError) as fault:
            return str(fault)
        return "" if found == ["ok"] else "; ".join(found)

    def _sound_rows(self, after: int) -> list[Any]:
        """The rows of the events, each as its sum says that it was written. Raises `ValueError`."""
        # One statement, fetched at once: in the modes without WAL a reader that lingers stops the writer.
        if not self._summed:
            return self._rows(_EVENTS, after)
        rows = self._rows(_SUMMED_EVENTS, after)
        for seq, act, at, name, payload, standing in rows:
            if act is None or (standing is not None and standing != sum_of(seq, act, at, name, payload)):
                raise ValueError(f"händelse {seq} {'saknas' if act is None else 'stämmer inte med sin kontrollsumma'}")
        return [row[:5] for row in rows]

    def close(self) -> None:
        """Stop reading. The last one out of a session that was closed meanwhile makes it one plain file."""
        if not self._closed:
            self._closed = True
            self._connection.close()
            _tidy(self.path)

    def _rows(self, sql: str, *values: Any) -> list[Any]:
        return self._connection.execute(sql, values).fetchall()

    def _data_version(self) -> int:
        return int(self._rows("PRAGMA data_version")[0][0])

    @contextmanager
    def _readable(self) -> Iterator[None]:
        try:
            yield
        # CodecFault and JSON faults are ValueErrors; in a damaged file a text may be no text at all.
        except (sqlite3.Error, ValueError, TypeError, AttributeError) as fault:
            raise _unreadable(self.path, fault) from fault


class Store(Follower):
    """A session open for recording. One at a time for each file; use it from one thread at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock, wal: bool) -> None:
        super().__init__(path, connection)
        self._lock = lock
        self._reserve = _beside(path, ".reserv")
        self._in_doubt: tuple[Event, ...] = ()
        self._inode = path.stat().st_ino
        self._wal = wal
        self._hold = _hold(path)
        self._keep_reserve()

    @staticmethod
    def create(
        path: Path, agenda: Agenda, at: datetime, *, session_id: str = "", records: Iterable[Recorded[Event]] = (), wal: bool | None = None
    ) -> Store:
        """Make a new session file and open it for recording.

        `at` is now; `records` are written as they are, with their numbers (from an archive; gaps are kept). `wal`
        is for tests: else WAL is used on local disks only. The file appears whole or not at all.
        Raises `StoreFault` when there is a file already, `InUse`, `NotSaved` when it cannot be written.
        """
        path = Path(path)
        with _writable(path):
            private_folder(path.parent)
            lock = _take(path, at)
        try:
            if path.exists():
                raise StoreFault(f"{path.name} finns redan och skrivs inte över.")
            with _writable(path):
                _build(path, agenda, at, session_id or path.stem, records)
            return Store._opened(path, lock, wal)
        except BaseException:
            lock.release()
            raise

    @staticmethod
    def open(path: Path, at: datetime, *, wal: bool | None = None) -> Store:
        """Open a session file for recording. `at` is now.

        Raises `StoreFault` for what is no sound session file of this version (it is not written to), `InUse`, `NotSaved`.
        """
        path = Path(path)
        # What was cut short cannot be judged until it is brought in order, so look afterwards.
        cut_short = was_cut_short(path)
        _check_header(path) if cut_short else check(path)
        with _writable(path):
            lock = _take(path, at)
        try:
            store = Store._opened(path, lock, wal)
            if cut_short and (wrong := store.integrity()):
                store._connection.close()
                raise _damaged(path, wrong)
            return store
        except BaseException:
            lock.release()
            raise

    @staticmethod
    def follow(path: Path) -> Follower:
        """Open a session file for reading alone, also while somebody records in it. Raises `StoreFault`."""
        path = Path(path)
        _check_header(path)
        try:
            connection = _connect(path, "ro")
            try:
                return Follower(path, connection)
            except BaseException:
                connection.close()
                raise
        except (sqlite3.Error, ValueError) as fault:
            raise _unreadable(path, fault) from fault

    @staticmethod
    def _opened(path: Path, lock: Lock, wal: bool | None) -> Store:
        if wal is None:
            wal = is_synced_or_network(path) is None
        with _writable(path):
            connection = _connect(path, "rw")
        try:
            with _writable(path):
                _make_durable(connection, path, wal)
            return Store(path, connection, lock, wal)
        except BaseException:
            connection.close()
            raise

    @property
    def last(self) -> int:
        """The number of the newest event; 0 when there is none."""
        return self._end()[0]

    def append(self, events: Sequence[Event], after: int) -> tuple[Recorded[Event], ...]:
        """Write the events of one act, together, after number `after`, and return them as they will be read back.

        When it returns they are on the disk. A `TextWritten` or `PrivateNoteWritten` takes the draft of its box with it.
        Raises `Conflict`, `NotSaved` (try again) and `CodecFault` (an event that could not be read back). Nothing
        is ever written of an act that raised.
        """
        # Read back before it is written: what could not be would make the whole log unreadable.
        standing = tuple(from_plain(type(event).__name__, to_plain(event)) for event in events)

        def write() -> tuple[Recorded[Event], ...]:
            last, act = self._end()
            if last != after:
                if self._in_doubt == standing and (already := self._already(standing, after, last)):
                    return already
                raise Conflict(after, last)
            records = tuple(Recorded(after + n, act + 1, event) for n, event in enumerate(standing, 1))
            _insert(self._connection, records, self._summed)
            for event in standing:
                if isinstance(event, (TextWritten, PrivateNoteWritten)):
                    section = event.section if isinstance(event, TextWritten) else PRIVATE
                    self._connection.execute("DELETE FROM drafts WHERE item = ? AND section = ?", (event.item, section))
            # A commit that fails at its very end may have reached the disk: the next try must know its own act again.
            self._in_doubt = standing
            return records

        if not events:
            return ()
        records = self._committed(write)
        self._in_doubt = ()
        return records

    def save_draft(self, item: str, section: str, text: str) -> None:
        """Keep text that is being typed. An empty text is kept too: it was emptied. Raises `NotSaved`."""
        values = (clean(item), clean(section), clean(text))
        self._committed(lambda: self._connection.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?)", values))

    def drop_draft(self, item: str, section: str) -> None:
        """Forget the draft of a box. Raises `NotSaved`."""
        self._committed(lambda: self._connection.execute("DELETE FROM drafts WHERE item = ? AND section = ?", (item, section)))

    def rest(self) -> None:
        """Bring everything into the main file: after a minute of quiet, and before it is copied. Never raises for a busy disk."""
        with suppress(sqlite3.Error):
            self._rows("PRAGMA wal_checkpoint(TRUNCATE)")

    def replace_log(self, records: Iterable[Recorded[Event]], prove: Callable[[Path], None]) -> None:
        """Put a new file with the same agenda and these records, and no drafts, in the place of this one, and close it.

        `prove` looks at the new file before that; when it raises, the old one stays. At every moment one of the two
        stands whole under the name. Raises `NotSaved`: the disk refuses, or somebody is reading.
        """
        meta = self.meta
        self.rest()
        try:
            self._connection.execute("PRAGMA busy_timeout = 200")
            self._rows("PRAGMA journal_mode = DELETE")
        except sqlite3.Error as fault:
            raise NotSaved(f"{self.path.name} läses i ett annat fönster. Stäng det och försök igen. Inget är ändrat.") from fault
        with _writable(self.path):
            _build(self.path, self.agenda, datetime.fromisoformat(meta["created"]), meta["id"], records, prove)
        self.close()

    def close(self) -> None:
        """Leave the session as one plain file. A reader that is still there leaves the last of that to itself."""
        if self._closed:
            return
        self._closed = True
        try:
            self.rest()
            with suppress(sqlite3.Error):  # "database is locked": somebody is reading
                self._connection.execute("PRAGMA busy_timeout = 200")
                self._rows("PRAGMA journal_mode = DELETE")
            self._connection.close()
        finally:
            if self._hold >= 0:
                os.close(self._hold)
            with suppress(OSError):
                self._reserve.unlink()
            self._lock.release()

    def _committed(self, write: Callable[[], T]) -> T:
        """What `write` returns, when its transaction is on the disk; with the reserve given up if the disk was full."""
        try:
            return self._transaction(write)
        except sqlite3.Error as fault:
            if _code(fault) not in _MAY_BE_FULL or not self._give_reserve():
                raise NotSaved(_why_not_saved(fault)) from fault
        try:
            return self._transaction(write)
        except sqlite3.Error as fault:
            raise NotSaved(_why_not_saved(fault)) from fault

    def _transaction(self, write: Callable[[], T]) -> T:
        self._still_there()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            result = write()
            self._connection.execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                with suppress(sqlite3.Error):
                    self._connection.execute("ROLLBACK")
            raise
        self._keep_reserve()
        return result

    def _still_there(self) -> None:
        # SQLite goes on writing to a file that was removed under it, and all of that is gone at the end.
        try:
            there = self.path.stat().st_ino == self._inode
        except FileNotFoundError:
            there = self._written_anew()
        except OSError:
            there = False
        if not there:
            raise NotSaved(
                f"Sessionsfilen {self.path} har flyttats, bytts ut eller tagits bort. Lägg tillbaka den, eller skriv en nödkopia nu."
            )

    def _written_anew(self) -> bool:
        """Write a file that was deleted anew under its name: all of it is still to be read, as long as it is held open.

        One that was moved is left where it is: what is moved can be moved back.
        """
        if self._hold < 0 or os.fstat(self._hold).st_nlink:
            return False
        new = _beside(self.path, ".ny")
        try:
            new.unlink(missing_ok=True)
            _new_file(new).close()
            copy = _connect(new, "rw")
            try:
                self._connection.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")
            finally:
                copy.close()
            os.replace(new, self.path)
            _sync_folder(self.path.parent)
            self._connection.close()  # takes the log of the deleted file with it, before the new one has its own
            self._connection = _connect(self.path, "rw")
            _make_durable(self._connection, self.path, self._wal)
        except (sqlite3.Error, OSError):
            return False
        os.close(self._hold)
        self._hold, self._inode = _hold(self.path), self.path.stat().st_ino
        return True

    def _end(self) -> tuple[int, int]:
        rows = self._rows("SELECT seq, act FROM events ORDER BY seq DESC LIMIT 1")
        return rows[0] if rows else (0, 0)

    def _already(self, events: tuple[Event, ...], after: int, last: int) -> tuple[Recorded[Event], ...]:
        found = self.since(after)
        return found if last == after + len(events) and tuple(r.event for r in found) == events else ()

    def _keep_reserve(self) -> None:
        with suppress(OSError):
            if self._reserve.exists() or shutil.disk_usage(self.path.parent).free < _ROOM_FOR_RESERVE:
                return
            with _new_file(self._reserve) as reserve:
                reserve.write(os.urandom(RESERVE_BYTES))  # zeroes take no room on a disk that compresses

    def _give_reserve(self) -> bool:
        try:
            self._reserve.unlink()
        except OSError:
            return False
        return True


def was_cut_short(path: Path) -> bool:
    """Whether a commit was cut short in the mode without WAL: only a recorder can take its half back."""
    return _has_content(_beside(path, "-journal"))


def check(path: Path) -> None:
    """See that `path` is a whole session file of this version, without writing to it. Raises `StoreFault`."""
    _check_header(path)
    try:
        connection = _connect(path, "ro")
        try:
            wrong = Follower(path, connection).integrity()
            if not wrong and not _has_tables(connection):
                wrong = "the tables are missing"
        finally:
            connection.close()
    except (sqlite3.Error, ValueError) as fault:
        raise _unreadable(path, fault) from fault
    if wrong:
        raise _damaged(path, wrong)


def peek(path: Path) -> Peek:
    """The body, date and progress of a session, without decoding its events. Raises `StoreFault`."""
    with Store.follow(path) as session, session._readable():
        ((body, day),) = session._rows("SELECT json_extract(plain, '$.meeting.body'), json_extract(plain, '$.meeting.date') FROM agenda")
        ((count, last_at),) = session._rows("SELECT count(*), (SELECT at FROM events ORDER BY seq DESC LIMIT 1) FROM events")
        telling = session._rows(
            "SELECT act, type, json_extract(payload, '$.act'), json_extract(payload, '$.items') FROM events"
            " WHERE type IN ('MeetingOpened', 'MeetingClosed', 'MeetingReopened', 'Approved', 'Undone') ORDER BY seq"
        )
        return Peek(clean(body), Date.fromisoformat(day), _progress(telling), count, datetime.fromisoformat(last_at) if last_at else None)


def _progress(telling: list[tuple[int, str, int | None, str | None]]) -> Progress:
    undone: set[int | None] = set()
    for act, name, target, _ in reversed(telling):  # newest first: an Undone that was itself undone takes nothing back
        if name == "Undone" and act not in undone:
            undone.add(target)
    progress: Progress = "ej påbörjat"
    for act, name, _, items in telling:
        if act in undone or name == "Undone":
            continue
        if name == "Approved":
            progress = progress if items else "justerat"
        else:
            progress = "avslutat" if name == "MeetingClosed" else "pågår"
    return progress


# Making and opening


def _build(
    path: Path,
    agenda: Agenda,
    at: datetime,
    session_id: str,
    records: Iterable[Recorded[Event]],
    prove: Callable[[Path], None] = lambda new: None,
) -> None:
    """Make the whole file under another name, then give it its own: a kill in between leaves no half session.

    `prove` gets the file before it has its name; when it raises, what stood under the name stays.
    """
    new = _beside(path, ".ny")
    for rest in (new, _beside(new, "-journal")):
        rest.unlink(missing_ok=True)  # of somebody who was killed here; the lock is ours
    _new_file(new).close()
    connection = _connect(new, "rw")
    try:
        # Before WAL: what is set in WAL is not in the header until a checkpoint.
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.executescript(f"BEGIN IMMEDIATE; {_TABLES}")
        connection.executemany("INSERT INTO meta VALUES (?, ?)", [("id", session_id), ("created", at.isoformat())])
        plain = _json(agenda_to_plain(agenda_from_plain(agenda_to_plain(agenda))))
        connection.execute("INSERT INTO agenda VALUES (1, ?)", (plain,))
        connection.execute("INSERT INTO sums VALUES (?, ?)", (AGENDA, sum_of(plain)))
        _insert(connection, records, summed=True)
        connection.execute("COMMIT")
        connection.close()
        prove(new)
    except BaseException:
        connection.close()
        new.unlink(missing_ok=True)
        raise
    os.replace(new, path)
    _sync_folder(path.parent)


def _insert(connection: sqlite3.Connection, records: Iterable[Recorded[Event]], summed: bool) -> None:
    for record in records:
        row = (record.seq, record.act, *_row(record.event))
        connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?)", row)
        if summed:
            connection.execute("INSERT INTO sums VALUES (?, ?)", (record.seq, sum_of(*row)))


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    # The thread may change once: opened where faults are shown, used by the writer.
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=_PATIENCE, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA cell_size_check = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _make_durable(connection: sqlite3.Connection, path: Path, wal: bool) -> None:
    """Set what "saved means saved" rests on, and read it back: some disks refuse WAL without saying so."""

    def ask(pragma: str) -> object:
        return connection.execute(f"PRAGMA {pragma}").fetchone()[0]

    connection.execute("PRAGMA fullfsync = 1")  # macOS: else the disk may keep it in its own cache
    connection.execute("PRAGMA checkpoint_fullfsync = 1")
    if wal and ask("journal_mode = WAL") == "wal":
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA wal_autocheckpoint = 100")
        good = ask("journal_mode") == "wal" and ask("synchronous") == 2
    else:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = EXTRA")
        good = ask("journal_mode") == "truncate" and ask("synchronous") == 3
    if not good:
        raise NotSaved(f"Disken där {path.name} ligger kan inte lova att det som sparas finns kvar. Välj en annan mapp (KLUBBAN_HEM).")


def _check_header(path: Path) -> None:
    """See what the file is from its first page alone, so that nothing appears beside a file that is not ours."""
    try:
        if path.stat().st_size == 0:
            raise StoreFault(f"{path.name} är tom: inget sammanträde finns i den. Filen är orörd.")
        # Immutable: no lock, no recovery, no -shm. What is asked for stands in the header since before WAL.
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except OSError as fault:
        raise StoreFault(f"{path} kan inte öppnas: {_os_reason(fault)}.") from fault
    except sqlite3.Error as fault:
        raise _unreadable(path, fault) from fault
    try:
        ((application,),) = connection.execute("PRAGMA application_id").fetchall()
        ((version,),) = connection.execute("PRAGMA user_version").fetchall()
    except sqlite3.Error as fault:
        raise _unreadable(path, fault) from fault
    finally:
        connection.close()
    if application != APPLICATION_ID:
        raise StoreFault(f"{path.name} är en databas från ett annat program, inte ett sammanträde. Filen är orörd.")
    if version > VERSION:
        raise StoreFault(
            f"{path.name} är skriven av en nyare Klubban (form {version}; den här läser form {VERSION}). "
            "Filen är orörd. Uppdatera programmet på den här datorn."
        )


def _has_tables(connection: sqlite3.Connection) -> bool:
    found = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'trigger')")}
    return {"meta", "agenda", "events", "drafts", "events_stand", "events_stay", "events_follow"} <= found


def _tidy(path: Path) -> None:
    """Make a session that was closed while somebody read it one plain file, if nobody records in it now."""
    log = _beside(path, "-wal")
    if not log.exists() or _has_content(log):
        return  # nothing to do, or a recording that was cut short: the next recorder brings that home
    try:
        lock = _take(path, None)
    except (OSError, InUse):
        return
    try:
        with suppress(sqlite3.Error):
            connection = _connect(path, "rw")
            try:
                connection.execute("PRAGMA busy_timeout = 0")
                connection.execute("PRAGMA journal_mode = DELETE")
            finally:
                connection.close()
    finally:
        lock.release()


def _take(path: Path, at: datetime | None) -> Lock:
    tries = _TRIES if at else 1
    while True:
        try:
            return Lock.take(_beside(path, ".lås"), at)
        except Held as held:
            tries -= 1
            if held.since or not tries:
                raise InUse(path, held.who, held.since) from None
            time.sleep(_BETWEEN)  # a reader that leaves has it for a moment, to tidy up; it says no time


# Rows and faults


def _row(event: Event) -> tuple[str, str, str]:
    plain = to_plain(event)
    return plain.pop("at"), type(event).__name__, _json(plain)


def _recorded(path: Path, seq: int, act: int, at: str, name: str, payload: str) -> Recorded[Event]:
    try:
        return Recorded(seq, act, from_plain(name, {**json.loads(payload), "at": at}))
    except ValueError as fault:
        raise StoreFault(f"{path.name}, händelse {seq}: kan inte läsas av den här versionen ({fault}). Filen är orörd.") from fault


def _json(plain: Mapping[str, Any]) -> str:
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def _new_file(path: Path) -> Any:
    """A new file that only its owner can read, from its first byte on."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")


def _hold(path: Path) -> int:
    """A descriptor that only says whether the file still has a name; -1 where there is no such thing.

    Opened so, and only so, closing it leaves the locks of SQLite alone.
    """
    return os.open(path, os.O_PATH | os.O_CLOEXEC) if hasattr(os, "O_PATH") else -1


def _sync_folder(folder: Path) -> None:
    """Make the name of a new file survive a power cut."""
    if sys.platform == "win32":  # pragma: no cover
        return  # there is no such thing there; NTFS journals names itself
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _writable(path: Path) -> Iterator[None]:
    """What goes wrong while a file is made or opened for writing, as `NotSaved` with a reason."""
    try:
        yield
    except sqlite3.Error as fault:
        raise NotSaved(f"{path.name}: {_why_not_saved(fault)}") from fault
    except OSError as fault:
        raise NotSaved(f"{path}: {_os_reason(fault)}.") from fault


_MAY_BE_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR}
"""A quota, or the index beside the log that cannot grow, is told as a fault of the disk."""


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


def _why_not_saved(fault: sqlite3.Error) -> str:
    return _REASONS.get(_code(fault), "Det gick inte att skriva.") + f" ({clean(str(fault))})"


def _unreadable(path: Path, fault: Exception) -> StoreFault:
    if isinstance(fault, sqlite3.Error):
        code = _code(fault)
        if code == sqlite3.SQLITE_NOTADB:
            return StoreFault(f"{path.name} är ingen sessionsfil. Filen är orörd.")
        if _has_content(_beside(path, "-journal")):
            return StoreFault(f"{path.name} skrivs just nu, eller blev avbruten mitt i det. Fortsätt sammanträdet där det spelas in först.")
        if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
            return StoreFault(f"{path} kan inte öppnas för läsning ({clean(str(fault))}). Kopiera filen till en mapp som går att skriva i.")
        if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
            return StoreFault(f"{path.name} är upptagen just nu. Försök igen om en stund.")
        return _damaged(path, "databasens sidor hänger inte ihop")
    if isinstance(fault, (UnicodeError, json.JSONDecodeError, TypeError, AttributeError)):
        return _damaged(path, "en rad innehåller något annat än text som går att läsa")
    return _damaged(path, str(fault))


def _damaged(path: Path, wrong: str) -> StoreFault:
    told = clean(wrong).partition(";")[0][:200]  # the first says enough; the rest is SQLite's own English
    return StoreFault(
        f"{path.name} är skadad och öppnas inte ({told}). Filen är orörd. "
        f"Det läsbara utkastet bredvid visar vad som stod där; det som går att läsa sparas med: klubban rädda {path.name}"
    )


def _os_reason(fault: OSError) -> str:
    reasons: dict[type[OSError], str] = {
        FileNotFoundError: "finns inte",
        PermissionError: "du har inte rätt till den, eller så är den skrivskyddad",
        IsADirectoryError: "är en mapp",
    }
    if fault.errno in {errno.EROFS, errno.ENOSPC}:
        return "disken är skrivskyddad" if fault.errno == errno.EROFS else "disken är full"
    return next((told for kind, told in reasons.items() if isinstance(fault, kind)), clean(fault.strerror or str(fault)))
