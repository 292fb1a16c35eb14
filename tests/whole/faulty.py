"""`python -m tests.whole.faulty …` is `klubban …` on a disk that does as the file `disk` in its home says.

`slow`: a commit takes two seconds. `eio`: a commit fails. Anything else, or no file: a good disk.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

ORDERS = Path(os.environ["KLUBBAN_HEM"]) / "disk"
SLOW = 2.0


class Disk(sqlite3.Connection):
    """A connection on that disk."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        """As ever, but for commits."""
        if sql == "COMMIT":
            order = ORDERS.read_text() if ORDERS.exists() else ""
            if order == "slow":
                time.sleep(SLOW)
            elif order == "eio":
                fault = sqlite3.OperationalError("disk I/O error")
                fault.sqlite_errorcode = sqlite3.SQLITE_IOERR
                raise fault
        return super().execute(sql, *values)


if __name__ == "__main__":
    from tui.cli import main

    sqlite3.connect = partial(sqlite3.connect, factory=Disk)  # type: ignore[assignment]
    sys.exit(main())
