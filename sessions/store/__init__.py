"""The durable log of one meeting: one SQLite file, only ever added to.

What `append` has returned is on the disk, after a kill or a power cut too. The modes that this needs are set and read
back, since the usual faster ones were measured to lose acknowledged events (WAL with NORMAL, DELETE with FULL).

The rest of the program knows three things of it: `append(events, after=seq)`, `since(seq)`, `changed()`.

Never open a session file with `open()` in a process that may hold it as a store: closing that descriptor drops
the locks that SQLite has on the file.
"""

from sessions.store.drafts import DIALOG, PRIVATE, Draft
from sessions.store.faults import Conflict, InUse, NotSaved, StoreFault
from sessions.store.files import SUFFIX
from sessions.store.peeking import Peek, Progress
from sessions.store.reading import Follower, check, peek, was_cut_short
from sessions.store.recording import Store
from sessions.store.tables import APPLICATION_ID, VERSION

__all__ = [
    "APPLICATION_ID",
    "DIALOG",
    "PRIVATE",
    "SUFFIX",
    "VERSION",
    "Conflict",
    "Draft",
    "Follower",
    "InUse",
    "NotSaved",
    "Peek",
    "Progress",
    "Store",
    "StoreFault",
    "check",
    "peek",
    "was_cut_short",
]
