"""A session open for recording: what `append` has returned is on the disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from agendas.disk import private_folder
from agendas.model import Agenda
from sessions.codec import from_plain, to_plain
from sessions.disks import is_synced_or_network
from sessions.events import Event, Recorded
from sessions.lock import Lock
from sessions.store import drafts
from sessions.store.connecting import connect, make_durable
from sessions.store.drafts import Draft
from sessions.store.faults import Conflict, NotSaved, StoreFault, damaged, may_be_full, why_not_saved, writable
from sessions.store.files import Hold
from sessions.store.making import copy, make
from sessions.store.reading import Follower, check, follow, was_cut_short
from sessions.store.reserve import Reserve
from sessions.store.rows import insert, last_row
from sessions.store.tables import check_header
from sessions.store.turns import take

T = TypeVar("T")


class Store(Follower):
    """A session open for recording. One at a time for each file; use it from one thread at a time."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: Lock, wal: bool) -> None:
        super().__init__(path, connection)
        self._lock = lock
        self._in_doubt: tuple[Event, ...] = ()
        self._wal = wal
        self._hold = Hold(path)
        self._reserve = Reserve(path)
        self._reserve.lay_up()

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
        with writable(path):
            private_folder(path.parent)
            lock = take(path, at)
        try:
            if path.exists():
                raise StoreFault(f"{path.name} finns redan och skrivs inte över.")
            with writable(path):
                make(path, agenda, at, session_id or path.stem, records)
            return Store._opened(path, lock, wal)
        except BaseException:
            lock.release()
            raise

    @staticmethod
    def open(path: Path, at: datetime, *, known: int = 0, wal: bool | None = None) -> Store:
        """Open a session file for recording. `at` is now; `known`: the number of the last event that has just been read from it.

        Raises `StoreFault` for what is no sound session file of this version (it is not written to), `InUse`, `NotSaved`.
        """
        path = Path(path)
        # What was cut short cannot be judged until it is brought in order, so look afterwards.
        cut_short = was_cut_short(path)
        check_header(path) if cut_short else check(path, known)
        with writable(path):
            lock = take(path, at)
        try:
            store = Store._opened(path, lock, wal)
            if cut_short and (wrong := store.integrity()):
                store._let_go()
                raise damaged(path, wrong)
            return store
        except BaseException:
            lock.release()
            raise

    @staticmethod
    def follow(path: Path) -> Follower:
        """Open a session file for reading alone, also while somebody records in it. Raises `StoreFault`."""
        return follow(path)

    @staticmethod
    def _opened(path: Path, lock: Lock, wal: bool | None) -> Store:
        if wal is None:
            wal = is_synced_or_network(path) is None
        with writable(path):
            connection = connect(path, "rw")
        try:
            with writable(path):
                make_durable(connection, path, wal)
            return Store(path, connection, lock, wal)
        except BaseException:
            connection.close()
            raise

    @property
    def last(self) -> int:
        """The number of the newest event; 0 when there is none."""
        return last_row(self._connection)[0]

    def append(self, events: Sequence[Event], after: int) -> tuple[Recorded[Event], ...]:
        """Write the events of one act, together, after number `after`, and return them as they will be read back.

        When it returns they are on the disk. A `TextWritten` or `PrivateNoteWritten` takes the draft of its box with it.
        Raises `Conflict`, `NotSaved` (try again) and `CodecFault` (an event that could not be read back). Nothing
        is ever written of an act that raised.
        """
        # Read back before it is written: what could not be would make the whole log unreadable.
        standing = tuple(from_plain(type(event).__name__, to_plain(event)) for event in events)

        def write() -> tuple[Recorded[Event], ...]:
            last, act = last_row(self._connection)
            if last != after:
                if self._in_doubt == standing and (already := self._already(standing, after, last)):
                    return already
                raise Conflict(after, last)
            records = tuple(Recorded(after + n, act + 1, event) for n, event in enumerate(standing, 1))
            insert(self._connection, records, self._summed)
            for event in standing:
                drafts.drop_recorded(self._connection, event)
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
        self._committed(lambda: drafts.keep(self._connection, Draft(item, section, text)))

    def drop_draft(self, item: str, section: str) -> None:
        """Forget the draft of a box. Raises `NotSaved`."""
        self._committed(lambda: drafts.drop(self._connection, item, section))

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
        with writable(self.path):
            make(self.path, self.agenda, datetime.fromisoformat(meta["created"]), meta["id"], records, prove)
        self.close()

    def close(self) -> None:
        """Leave the session as one plain file. A reader that is still there leaves the last of that to itself."""
        if self._closed:
            return
        try:
            self.rest()
            with suppress(sqlite3.Error):  # "database is locked": somebody is reading
                self._connection.execute("PRAGMA busy_timeout = 200")
                self._rows("PRAGMA journal_mode = DELETE")
        finally:
            self._let_go()

    def _let_go(self) -> None:
        self._closed = True
        try:
            self._connection.close()
        finally:
            self._hold.close()
            self._reserve.give_up()
            self._lock.release()

    def _committed(self, write: Callable[[], T]) -> T:
        """What `write` returns, when its transaction is on the disk; with the reserve given up if the disk was full."""
        try:
            return self._transaction(write)
        except sqlite3.Error as fault:
            if not may_be_full(fault) or not self._reserve.give_up():
                raise NotSaved(why_not_saved(fault)) from fault
        try:
            return self._transaction(write)
        except sqlite3.Error as fault:
            raise NotSaved(why_not_saved(fault)) from fault

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
        self._reserve.lay_up()
        return result

    def _still_there(self) -> None:
        # SQLite goes on writing to a file that was removed under it, and all of that is gone at the end.
        if not self._hold.is_in_place() and not self._written_anew():
            raise NotSaved(
                f"Sessionsfilen {self.path} har flyttats, bytts ut eller tagits bort. Lägg tillbaka den, eller skriv en nödkopia nu."
            )

    def _written_anew(self) -> bool:
        """Write a file that was deleted anew under its name: all of it is still to be read, as long as it is held open.

        One that was moved is left where it is: what is moved can be moved back.
        """
        if not self._hold.is_deleted():
            return False
        try:
            copy(self._connection, self.path)
            self._connection.close()  # takes the log of the deleted file with it, before the new one has its own
            self._connection = connect(self.path, "rw")
            make_durable(self._connection, self.path, self._wal)
        except (sqlite3.Error, OSError):
            return False
        self._hold.renew()
        return True

    def _already(self, events: tuple[Event, ...], after: int, last: int) -> tuple[Recorded[Event], ...]:
        found = self.since(after)
        return found if last == after + len(events) and tuple(r.event for r in found) == events else ()
