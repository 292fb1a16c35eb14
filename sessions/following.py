"""A meeting that somebody else records, followed as it happens. Nothing is written, and nobody is kept from writing.

following = Following(path)          # raises StoreFault
…every 100–150 ms, in one thread…
meeting = following.poll()           # None: nothing new
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from sessions.log import Log
from sessions.meeting import Meeting
from sessions.store import Follower, Store, StoreFault


class Following:
    """One session file, read alone. Use it from one thread: the one that made it."""

    def __init__(self, path: Path) -> None:
        self.path = Path(path)
        self.fault = ""
        """Why the file cannot be read just now, in Swedish; what was read before still stands."""
        self._follower: Follower | None = None
        self._inode = 0
        self.log = self._opened()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it was read last."""
        return self.log.meeting

    def poll(self) -> Meeting | None:
        """The meeting, if anything has been recorded since the last time; None when nothing has, or when the file cannot be read."""
        try:
            if self._follower is None or self._replaced():
                self.close()
                self.log = self._opened()
                return self.meeting
            if not self._follower.changed():
                return None
            new = self._follower.since(self.log.last_seq)
        except (StoreFault, OSError) as fault:
            self.fault = str(fault)
            self.close()
            return None
        for _, act in groupby(new, key=lambda record: record.act):
            self.log.extend(tuple(act))
        return self.meeting if new else None

    def close(self) -> None:
        """Stop reading."""
        follower, self._follower = self._follower, None
        if follower is not None:
            follower.close()

    def _opened(self) -> Log:
        follower = Store.follow(self.path)
        try:
            log = Log(follower.agenda, follower.since(0))
            self._inode = self.path.stat().st_ino
        except BaseException:
            follower.close()
            raise
        self._follower, self.fault = follower, ""
        return log

    def _replaced(self) -> bool:
        """Whether another file has taken the place of the one that is read."""
        return self.path.stat().st_ino != self._inode
