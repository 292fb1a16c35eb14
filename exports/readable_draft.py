"""The copy of the protocol that lies beside the session, so that there is always one that can be read without the program."""

from __future__ import annotations

from pathlib import Path

from exports.as_markdown import markdown
from exports.output import write_new
from exports.protocol import protocol
from exports.style import Style
from sessions.meeting import Meeting


def readable_draft_path(session: Path) -> Path:
    """Where the readable draft of a session file lies: `….klubban` → `….utkast.md`."""
    return session.with_suffix(".utkast.md")


def write_readable_draft(meeting: Meeting, style: Style, session: Path) -> Path:
    """Refresh the readable draft; only the user can read it. Raises `CannotWrite`; the older copy is whole then."""
    return write_new(readable_draft_path(session), markdown(protocol(meeting, style)).encode(), replace=True)
