"""What several screens say in the same way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sessions.meeting import Meeting
from sessions.session import Session
from tui.widgets.status_bar import Saved

if TYPE_CHECKING:
    from exports.style import Style


def saved_word(session: Session) -> Saved:
    """How it stands with the disk, for the status bar."""
    if session.saving.fault:
        return "not saved"
    return "saved" if session.saving.saved else "saving"


def house_style(meeting: Meeting, folder: Path | None = None) -> tuple[Style, str]:
    """The meeting's house style; the standard one, and what is wrong, when the named one cannot be used."""
    from exports.style import STANDARD, StyleFaults, load_style

    try:
        return load_style(meeting.plan.style, folder=folder), ""
    except (StyleFaults, OSError) as fault:
        return load_style(STANDARD), str(fault)
