"""A check sum beside every record of the store: SQLite itself does not notice a letter that a failing disk has changed."""

from __future__ import annotations

import zlib

AGENDA = 0
"""The number under which the agenda's sum stands; events have theirs, from 1."""


def sum_of(*values: object) -> int:
    """The sum over what one record holds, as it stands in the file."""
    return zlib.crc32("\x1f".join(map(str, values)).encode("utf-8", "surrogatepass"))
