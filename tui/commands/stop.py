"""How a command ends early: with a sentence on stderr and an exit code that means something."""

from __future__ import annotations

import errno
import sys

WELL, FAULTS, USAGE, UNREADABLE = 0, 1, 2, 3
"""Exit codes: all well; findings or faults in the input; wrong usage; could not read or write."""


class Stop(Exception):
    """The command cannot go on. The text is Swedish: what happened, and what to do."""

    def __init__(self, message: str, code: int = UNREADABLE) -> None:
        super().__init__(message)
        self.code = code


def tell(*lines: str) -> None:
    """Talk, on stderr: data goes to stdout, so that a pipe gets nothing else."""
    for line in lines:
        print(line, file=sys.stderr)


def reason(fault: OSError) -> str:
    """Why a file could not be read or written, in Swedish."""
    known: dict[type[OSError], str] = {
        FileNotFoundError: "filen finns inte",
        PermissionError: "åtkomst nekas",
        IsADirectoryError: "det är en mapp",
        NotADirectoryError: "en del av sökvägen är ingen mapp",
        FileExistsError: "filen finns redan",
    }
    if fault.errno == errno.ENOSPC:
        return "disken är full"
    return next((text for kind, text in known.items() if isinstance(fault, kind)), fault.strerror or "okänt fel")
