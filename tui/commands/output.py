"""Where a command's result goes: stdout, or a file that is never overwritten without being asked."""

from __future__ import annotations

import sys
from pathlib import Path

from tui.commands.stop import Stop, reason, tell


def write_out(data: bytes, path: Path | None, *, replace: bool) -> None:
    """Write to stdout when `path` is None, else to the file, and say where it lies. Raises Stop when it cannot."""
    if path is None:
        try:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as fault:
            raise Stop(f"Kunde inte skriva: {reason(fault)}.") from fault
        return
    from exports.output import AlreadyExists, CannotWrite, write_new
    from sessions.places import exports_dir

    try:
        written = write_new(path, data, replace=replace, state=exports_dir())
    except AlreadyExists as there:
        raise Stop(f"{there} Lägg till --ersätt om den ska skrivas över.") from there
    except CannotWrite as fault:
        raise Stop(str(fault)) from fault
    if written.name != path.name:
        tell(f"{path.name} har ändrats för hand sedan den skrevs och är orörd.")
    tell(f"Skrev {written}")
